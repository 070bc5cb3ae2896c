//! What is derived for one athlete on one day from what the roster holds: trend, readiness, flags. Screens, triage and
//! planner all read this, so that they cannot disagree.

use chrono::{Duration, NaiveDate, NaiveDateTime};
use chrono_tz::Tz;
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::attention::{self, Flag};
use domain::daily;
use domain::id::AthleteId;
use domain::mark::{self, Mark};
use domain::readiness::{self, Own, ReadinessDay};
use domain::season::Race;
use domain::settings::{self, Settings};
use domain::sport::Sport;
use domain::threshold::Estimate;
use domain::trend::{self, DayLoad, Part, TrendPoint};
use domain::tuning::Tuning;
use domain::wellness::WellnessEntry;

use crate::threshold::Known;
use crate::{App, AppFault};

/// Days of wellness a readiness needs: 28 of baseline, 7 of the rolling mean, 14 for a stale one, and the week before today.
pub(crate) const WELLNESS_DAYS: i64 = 28 + 7 + 14 + 7;
/// Days the attention list looks back on.
pub(crate) const RECENT_DAYS: i64 = 60;

/// Days whose activities a glance reads: the attention list's own, and what it compares them with.
const GLANCED_DAYS: i64 = RECENT_DAYS + 30;

/// How closely an athlete is looked at. Estimating thresholds reads a year of curves, and opening every activity of years
/// takes as long: too slow for each of a whole club.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    /// As one of many in a table: thresholds on offer are left out, and activities are those of the last 90 days. Loads and
    /// what follows from them are the same as in a closer look.
    Glance,
    /// As one of many: thresholds on offer are left out.
    Among,
    /// Alone: with thresholds on offer.
    Alone,
}

/// One athlete on one day.
#[derive(Debug)]
pub(crate) struct Picture {
    /// As of which day.
    pub(crate) on: NaiveDate,
    /// Every activity up to that day (of the last 90 days, for a glance), newest first.
    pub(crate) activities: Vec<Activity>,
    /// Start of the newest activity on the athlete's clock, and its sport.
    pub(crate) last_activity: Option<(NaiveDateTime, Sport)>,
    /// Load of every day from the first activity to that day.
    pub(crate) days: Vec<DayLoad>,
    /// Trend over those days.
    pub(crate) trend: Vec<TrendPoint>,
    /// Readiness of the last seven days, oldest first; the last is the day itself.
    pub(crate) readiness: Vec<ReadinessDay>,
    /// All settings.
    pub(crate) settings: Vec<Settings>,
    /// All races, by date.
    pub(crate) races: Vec<Race>,
    /// Why they need attention.
    pub(crate) flags: Vec<Flag>,
}

impl Picture {
    pub(crate) fn today(&self) -> &ReadinessDay {
        self.readiness.last().expect("a picture always has its own day")
    }

    /// The newest day of the last seven on which the athlete said anything: an illness reported yesterday still holds
    /// while nothing is reported today.
    pub(crate) fn newest_report(&self) -> &ReadinessDay {
        let said = |day: &&ReadinessDay| {
            day.ill || day.fever || day.injured || day.pain.is_some() || day.readiness.known().is_some()
        };
        self.readiness.iter().rev().find(said).unwrap_or_else(|| self.today())
    }

    pub(crate) fn settings_today(&self) -> Option<&Settings> {
        settings::on(&self.settings, self.on)
    }
}

impl App {
    /// Today on an athlete's clock.
    pub(crate) fn today_of(&self, athlete: &Athlete) -> NaiveDate {
        self.0.clock.now().with_timezone(&zone_of(athlete)).date_naive()
    }

    /// Everything derived for an athlete as of a day.
    pub(crate) async fn picture(
        &self,
        roster: &store::Roster,
        athlete: &Athlete,
        on: NaiveDate,
        look: Look,
    ) -> Result<Picture, AppFault> {
        let glanced = (look == Look::Glance).then(|| on - Duration::days(GLANCED_DAYS - 1));
        let activities = roster.activities(athlete.id, glanced, Some(on), None).await?;
        let parts = match look {
            Look::Glance => roster.load_parts(athlete.id, on).await?,
            Look::Among | Look::Alone => activities.iter().rev().map(Part::from).collect(),
        };
        let from = on - Duration::days(WELLNESS_DAYS);
        let wellness = roster.wellness(athlete.id, Some(from), Some(on)).await?;
        let settings = roster.settings(athlete.id).await?;
        let mut races = roster.races(athlete.id).await?;
        races.sort_by_key(|race| race.date);
        let last_activity = parts.last().map(|part| (part.start_local, part.sport));
        let days = days_of_parts(parts, on);
        let trend = trend::trend(&days);
        let marks = roster.marks(athlete.id).await?;
        let own = PersonOn { athlete, settings: &settings, marks: counting(&marks) };
        let readiness = readiness_of(on - Duration::days(6), on, &wellness, &trend, &own);
        let from = on - Duration::days(RECENT_DAYS - 1);
        let mut recent: Vec<Activity> = activities.iter().filter(|a| a.day() >= from).cloned().collect();
        recent.reverse();
        let measured = roster.noticed(athlete.id, from, on).await?;
        let measured_days = daily::days(&activities, &trend);
        let tuning = tuning(roster, athlete).await?;
        let offered = match look {
            Look::Glance | Look::Among => Vec::new(),
            Look::Alone => offered(roster, athlete, on).await?,
        };
        let coming: Vec<Race> = races.iter().filter(|race| race.date >= on).cloned().collect();
        let flags = attention::flags(&attention::Picture {
            today: on,
            trend: &trend,
            recent: &recent,
            readiness: &readiness,
            settings: settings::on(&settings, on),
            races: &coming,
            days: &measured_days[measured_days.len().saturating_sub(RECENT_DAYS as usize)..],
            measured: &measured,
            offered: &offered,
            tuning: &tuning,
        });
        Ok(Picture { on, activities, last_activity, days, trend, readiness, settings, races, flags })
    }
}

/// Load of every day from the first activity to `last`. `activities` newest first.
pub(crate) fn days_of(activities: &[Activity], last: NaiveDate) -> Vec<DayLoad> {
    days_of_parts(activities.iter().rev().map(Part::from).collect(), last)
}

/// Load of every day from an athlete's first activity to `last`, without opening one.
pub(crate) async fn days_until(
    roster: &store::Roster,
    athlete: AthleteId,
    last: NaiveDate,
) -> Result<Vec<DayLoad>, AppFault> {
    Ok(days_of_parts(roster.load_parts(athlete, last).await?, last))
}

/// `parts` in order of time.
fn days_of_parts(parts: Vec<Part>, last: NaiveDate) -> Vec<DayLoad> {
    let first = parts.first().map(|part| part.start_local.date());
    first.filter(|first| *first <= last).map_or_else(Vec::new, |first| trend::days_of(parts, first, last))
}

/// Estimates that are offered and differ from what is set.
async fn offered(roster: &store::Roster, athlete: &Athlete, on: NaiveDate) -> Result<Vec<Estimate>, AppFault> {
    let thresholds = Known::of(roster, athlete, on).await?.thresholds(athlete);
    Ok(thresholds.into_iter().flat_map(|threshold| threshold.estimates).filter(|estimate| estimate.proposed).collect())
}

/// The rules of an athlete's squad over those of the club.
async fn tuning(roster: &store::Roster, athlete: &Athlete) -> Result<Tuning, AppFault> {
    let club = roster.rules(None).await?;
    Ok(match athlete.squad {
        Some(squad) => club.over(roster.rules(Some(squad)).await?),
        None => club,
    })
}

/// Marks that count, by first day.
pub(crate) fn counting(marks: &[Mark]) -> Vec<Mark> {
    mark::counting(marks).into_iter().cloned().collect()
}

/// What is an athlete's own, from day to day.
pub(crate) struct PersonOn<'a> {
    pub(crate) athlete: &'a Athlete,
    pub(crate) settings: &'a [Settings],
    pub(crate) marks: Vec<Mark>,
}

impl PersonOn<'_> {
    fn day(&self, day: NaiveDate) -> Own<'_> {
        let sleep_need = settings::on(self.settings, day).and_then(|settings| settings.sleep_need_h);
        Own { marks: &self.marks, sleep_need, age: self.athlete.age_on(day) }
    }
}

/// Readiness of each day of a range.
pub(crate) fn readiness_of(
    from: NaiveDate,
    to: NaiveDate,
    wellness: &[WellnessEntry],
    trend: &[TrendPoint],
    own: &PersonOn<'_>,
) -> Vec<ReadinessDay> {
    let days = from.iter_days().take_while(|day| *day <= to);
    days.map(|day| readiness::on(day, wellness, trend, &own.day(day))).collect()
}

/// The athlete's zone; UTC when the name means nothing (it is checked when an athlete is added).
pub(crate) fn zone_of(athlete: &Athlete) -> Tz {
    athlete.zone.parse().unwrap_or(Tz::UTC)
}

/// A moment on the athlete's clock.
pub(crate) fn local(athlete: &Athlete, at: chrono::DateTime<chrono::Utc>) -> NaiveDateTime {
    at.with_timezone(&zone_of(athlete)).naive_local()
}
