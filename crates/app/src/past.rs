//! An athlete's history in time: load with what is planned, expected and happened; bests; settings with who entered them.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use contract::athlete::Eyes;
use contract::history::{
    BestLine, BestsView, ExpectedFitness, Happened, HistoryEvent, HistoryView, SettingsHistory, SettingsLine,
    ShowBests, ShowHistory,
};
use contract::measure::{CurvePoint, LoadTrendView};
use contract::season::ShowSeason;
use domain::activity::Activity;
use domain::annotation::{Annotation, Subject};
use domain::athlete::Athlete;
use domain::daily::{self, Projected};
use domain::id::{ActivityId, AthleteId};
use domain::mark::{Mark, counting};
use domain::measures::Quantity;
use domain::settings::Settings;
use domain::trend::{self, TrendPoint};
use domain::week::Week;
use domain::wellness::{WellnessEntry, WellnessField};
use store::Roster;

use crate::athlete::standing_notes;
use crate::derive::{days_of, local};
use crate::entry::within;
use crate::measures::best;
use crate::weeks::planned;
use crate::{Answer, App, AppFault};

/// The farthest a season is looked ahead, weeks.
const SEASON_WEEKS: u32 = 60;
/// Days reported ill with at most so many silent ones between them are one illness.
const SAME_ILLNESS: i64 = 2;

impl Answer for ShowHistory {
    async fn answer(self, app: &App) -> Result<HistoryView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let today = app.today_of(&athlete);
        let activities = roster.activities(athlete.id, None, Some(today), None).await?;
        let points = trend::trend(&days_of(&activities, today));
        let ahead = ahead(&roster, &athlete, &points, &activities, today).await?;
        let events = events(&roster, &athlete, &activities, today, self.eyes).await?;
        let mut races = roster.races(athlete.id).await?;
        races.sort_by_key(|race| race.date);
        let mut settings_changed: Vec<NaiveDate> =
            roster.settings(athlete.id).await?.iter().map(|settings| settings.from).collect();
        settings_changed.sort_unstable();
        settings_changed.dedup();
        let phases = roster.phases(athlete.id).await?;
        let trend = LoadTrendView { athlete: athlete.id, points, races, phases, settings_changed };
        Ok(HistoryView { today, trend, ahead, expected: expected(app, athlete.id, today).await?, events })
    }
}

/// The days after today up to the last planned one; empty without a plan.
async fn ahead(
    roster: &Roster,
    athlete: &Athlete,
    trend: &[TrendPoint],
    activities: &[Activity],
    today: NaiveDate,
) -> Result<Vec<Projected>, AppFault> {
    let planned = planned(roster, athlete, today, activities).await?;
    let mut ahead = daily::project(trend, &planned, today, today);
    ahead.retain(|day| today < day.date);
    Ok(ahead)
}

/// Fitness by week as far as the seasons lead.
async fn expected(app: &App, athlete: AthleteId, today: NaiveDate) -> Result<Vec<ExpectedFitness>, AppFault> {
    let season = ShowSeason { athlete, from: Week::of(today), weeks: SEASON_WEEKS }.answer(app).await?;
    let lines = season.weeks.into_iter().filter(|line| !line.measured);
    let expected = lines
        .filter_map(|line| Some(ExpectedFitness { date: line.week.sunday(), ctl: line.fitness?, band: line.band? }));
    Ok(expected.collect())
}

async fn events(
    roster: &Roster,
    athlete: &Athlete,
    activities: &[Activity],
    today: NaiveDate,
    eyes: Eyes,
) -> Result<Vec<HistoryEvent>, AppFault> {
    let wellness = roster.wellness(athlete.id, None, Some(today)).await?;
    let ill = runs(&said(&wellness, &[WellnessField::Illness, WellnessField::Fever]), &Happened::Ill);
    let injured = runs(&said(&wellness, &[WellnessField::Injury]), &Happened::Injured);
    let marks = roster.marks(athlete.id).await?;
    let marks = counting(&marks).into_iter().map(|mark: &Mark| HistoryEvent {
        from: mark.from,
        to: mark.to.unwrap_or(today).max(mark.from),
        what: Happened::Marked { kind: mark.kind },
    });
    let days: BTreeMap<ActivityId, NaiveDate> = activities.iter().map(|one| (one.id, one.day())).collect();
    let notes = standing_notes(roster.annotations(athlete.id).await?);
    let notes = notes.into_iter().filter(|note| eyes == Eyes::Coach || note.shared).map(|note| {
        let on = day_of(&note, &days).unwrap_or_else(|| local(athlete, note.at).date());
        HistoryEvent { from: on, to: on, what: Happened::Noted { text: note.text } }
    });
    let mut events: Vec<HistoryEvent> = ill.into_iter().chain(injured).chain(marks).chain(notes).collect();
    events.sort_by_key(|event| event.from);
    Ok(events)
}

/// The day a note is about; a session's is not known here.
fn day_of(note: &Annotation, activities: &BTreeMap<ActivityId, NaiveDate>) -> Option<NaiveDate> {
    match note.subject {
        Subject::Day { date } => Some(date),
        Subject::Week { week } => Some(week.monday()),
        Subject::Activity { activity } => activities.get(&activity).copied(),
        Subject::Session { .. } => None,
    }
}

/// Days on which one of some questions was answered with yes, in order. Of several answers the newest counts.
fn said(wellness: &[WellnessEntry], fields: &[WellnessField]) -> Vec<NaiveDate> {
    let mut newest: BTreeMap<(NaiveDate, WellnessField), &WellnessEntry> = BTreeMap::new();
    for entry in wellness.iter().filter(|entry| fields.contains(&entry.value.field)) {
        let kept = newest.entry((entry.value.date, entry.value.field)).or_insert(entry);
        if entry.recorded_at >= kept.recorded_at {
            *kept = entry;
        }
    }
    let mut days: Vec<NaiveDate> =
        newest.into_iter().filter(|(_, entry)| entry.value.value >= 0.5).map(|((day, _), _)| day).collect();
    days.dedup();
    days
}

/// Days that follow one another as one event.
fn runs(days: &[NaiveDate], what: &Happened) -> Vec<HistoryEvent> {
    let near = |a: &NaiveDate, b: &NaiveDate| (*b - *a).num_days() <= SAME_ILLNESS + 1;
    let run = |run: &[NaiveDate]| Some(HistoryEvent { from: *run.first()?, to: *run.last()?, what: what.clone() });
    days.chunk_by(near).filter_map(run).collect()
}

impl Answer for ShowBests {
    async fn answer(self, app: &App) -> Result<BestsView, AppFault> {
        within("days", f64::from(self.days), 7.0, 365.0)?;
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let to = app.today_of(&athlete);
        let back = Duration::days(i64::from(self.days) - 1);
        let activities = roster.activities(athlete.id, None, Some(to), None).await?;
        let first = activities.iter().map(Activity::day).min().unwrap_or(to);
        let ever = best(&roster, &athlete, None, (first, to), |_| None, &activities).await?;
        let mut lines = Vec::new();
        for line in ever {
            // Lately and a year ago are of the sport that the best ever is of.
            let of = line.points.iter().filter_map(|point| point.from).next();
            let sport = of.and_then(|(id, _)| activities.iter().find(|one| one.id == id)).map(|one| one.sport);
            let sport = sport.filter(|_| line.quantity != Quantity::HeartRate);
            let within = async |last: NaiveDate| -> Result<Vec<CurvePoint>, AppFault> {
                let span = (last - back, last);
                let found = best(&roster, &athlete, Some(line.quantity), span, |_| sport, &activities).await?;
                Ok(found.into_iter().next().map(|found| found.points).unwrap_or_default())
            };
            let (lately, year_ago) = (within(to).await?, within(to - Duration::days(365)).await?);
            lines.push(BestLine { quantity: line.quantity, sport, lately, year_ago, ever: line.points });
        }
        Ok(BestsView { to, days: self.days, lines })
    }
}

impl Answer for SettingsHistory {
    async fn answer(self, app: &App) -> Result<Vec<SettingsLine>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let rows = roster.settings_entered(athlete.id).await?;
        let replaced: Vec<bool> = rows
            .iter()
            .enumerate()
            .map(|(i, (settings, _))| rows[i + 1..].iter().any(|(later, _)| later.from == settings.from))
            .collect();
        let mut lines: Vec<SettingsLine> = rows
            .into_iter()
            .zip(replaced)
            .map(|((settings, entered), replaced)| {
                let note = settings.note.clone().filter(|_| self.eyes == Eyes::Coach);
                SettingsLine { settings: Settings { note, ..settings }, entered, replaced }
            })
            .collect();
        // Newest first: of the same day what was entered last.
        lines.reverse();
        lines.sort_by_key(|line| std::cmp::Reverse(line.settings.from));
        Ok(lines)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn sick_days_near_each_other_are_one_illness() {
        let days = ["2026-03-02", "2026-03-03", "2026-03-06", "2026-03-20"].map(day);
        let found: Vec<_> = runs(&days, &Happened::Ill).into_iter().map(|event| (event.from, event.to)).collect();
        assert_eq!(found, [(day("2026-03-02"), day("2026-03-06")), (day("2026-03-20"), day("2026-03-20"))]);
        assert!(runs(&[], &Happened::Ill).is_empty());
    }
}
