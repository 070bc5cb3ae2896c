//! The triage table: the whole club, most urgent first, with what the coach decided about each row. What is not an
//! athlete's own picture is read for everybody at once; pictures are made beside each other.

mod beside;
mod common;
mod decide;
mod filters;

use std::cmp::Reverse;

use chrono::{Duration, NaiveDate};
use contract::roster::{DoneOfPlanned, LastNote, LoadChange, NextSession, PlanStatus, Triage, TriageRow, TriageView};
use contract::triage::ShowTriageRow;
use domain::adherence::{self, Fate, Joined};
use domain::annotation::Annotation;
use domain::athlete::Athlete;
use domain::attention::Severity;
use domain::effective;
use domain::overrides::{Change, Override};
use domain::plan::PlanWeek;
use domain::reason::Reason;
use domain::review;
use domain::trend::DayLoad;
use domain::triage::{DAYS, Standing, planned_week};
use futures::{StreamExt, TryStreamExt, stream};
use store::Roster;

use crate::availability::squads;
use crate::derive::Look;
use crate::{Answer, App, AppFault};

use common::{Common, Mine};

/// Athletes worked on beside each other: enough for every reader of the roster.
const BESIDE: usize = 4;
/// Characters of a note that a row shows.
const NOTE: usize = 120;

impl Answer for Triage {
    async fn answer(self, app: &App) -> Result<TriageView, AppFault> {
        let roster = app.roster().await?;
        let on = self.on.unwrap_or_else(|| app.today());
        let mut common = Common::read(&roster, None, on).await?;
        let (held, people): (Vec<Athlete>, Vec<Athlete>) =
            roster.athletes().await?.into_iter().partition(|athlete| athlete.unassigned);
        let work: Vec<_> = people
            .into_iter()
            .map(|athlete| {
                let mine = common.of(athlete.id);
                (athlete, mine)
            })
            .collect();
        let rows = stream::iter(work).map(|(athlete, mine)| apart(app, &roster, athlete, mine)).buffered(BESIDE);
        let mut rows: Vec<TriageRow> = rows.try_collect().await?;
        rows.sort_by_cached_key(urgency);
        Ok(TriageView {
            on,
            rows,
            unassigned: roster.counts().await?.unassigned,
            holder: held.first().map(|holder| holder.id),
            squads: squads(&roster).await?,
            filters: roster.triage_filters().await?,
        })
    }
}

impl Answer for ShowTriageRow {
    async fn answer(self, app: &App) -> Result<TriageRow, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let mine = Common::read(&roster, Some(athlete.id), app.today()).await?.of(athlete.id);
        row(app, &roster, athlete, &mine).await
    }
}

/// Athletes with nothing to say go last; else the worst severity first, more flags first within it, then the name.
fn urgency(row: &TriageRow) -> (bool, Option<Severity>, Reverse<usize>, String) {
    let worst = row.flags.iter().map(|flag| flag.severity).min();
    (worst.is_none(), worst, Reverse(row.flags.len()), row.athlete.name.to_lowercase())
}

/// One athlete's row, worked out on another thread than its neighbours'.
async fn apart(app: &App, roster: &Roster, athlete: Athlete, mine: Mine) -> Result<TriageRow, AppFault> {
    let (app, roster) = (app.clone(), roster.clone());
    tokio::spawn(async move { row(&app, &roster, athlete, &mine).await })
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })?
}

async fn row(app: &App, roster: &Roster, athlete: Athlete, mine: &Mine) -> Result<TriageRow, AppFault> {
    let on = mine.on;
    let picture = app.picture(roster, &athlete, on, Look::Glance).await?;
    let load_on = |day| picture.trend.iter().rev().find(|point| point.date == day).and_then(|point| point.load);
    let sum =
        |from: i64, days: i64| -> f64 { (0..days).filter_map(|back| load_on(on - Duration::days(from + back))).sum() };
    let known_weeks = picture.trend.first().map_or(0, |first| (on - first.date).num_days() + 1 - 7);
    let plan_week = planned_week(on);
    let plan = mine.plans.iter().find(|plan| plan.week == plan_week);
    let (load_7d, load_usual) = (sum(0, 7), (known_weeks >= 28).then(|| sum(7, 28) / 4.0));
    let last_data = roster.last_data(athlete.id).await?;
    let joined = mine.joined(&picture.activities);
    Ok(TriageRow {
        readiness: picture.today().readiness.clone(),
        trend: picture.trend.last().copied(),
        spark: (0..DAYS).rev().map(|back| load_on(on - Duration::days(back))).collect(),
        load_7d,
        load_usual,
        load_change: load_usual.map(|usual| change(load_7d, usual)),
        last_activity: picture.last_activity,
        data_age: last_data
            .and_then(|at| u32::try_from((on - crate::derive::local(&athlete, at).date()).num_days()).ok()),
        last_data,
        next_race: picture.races.iter().find(|race| race.date >= on).cloned(),
        plan: status_of(plan, &review_of(plan, &picture.days, on)),
        plan_week,
        marks: Standing::of(&mine.marks, on, &picture.flags, mine.arrived),
        done: done_of(&joined, on),
        next_session: coming(&joined, on).next(),
        last_note: mine.note.as_ref().map(shortened),
        flags: picture.flags,
        athlete,
    })
}

fn change(load: f64, usual: f64) -> LoadChange {
    LoadChange { points: load - usual, share: (usual > 0.0).then(|| load / usual - 1.0) }
}

/// What was done of what was planned in the last 14 days.
fn done_of(joined: &[Joined], on: NaiveDate) -> Option<DoneOfPlanned> {
    let lately = on - Duration::days(DAYS - 1)..=on;
    let lately: Vec<Joined> =
        joined.iter().filter(|one| one.date().is_some_and(|date| lately.contains(&date))).cloned().collect();
    let counts =
        |one: &&Joined| matches!(one.fate, Fate::Done | Fate::Shifted { .. } | Fate::Different | Fate::NotDone);
    let counted = || lately.iter().filter(counts);
    let planned = counted().filter_map(|one| one.planned.as_ref()).map(|planned| f64::from(planned.session.minutes));
    let done = counted().filter_map(|one| one.done.as_ref()).map(|deed| deed.minutes);
    counted().next()?;
    Some(DoneOfPlanned {
        sessions: adherence::count(&lately),
        planned_minutes: planned.sum(),
        done_minutes: done.sum(),
    })
}

/// Sessions from a day on that are not done, by date.
fn coming(joined: &[Joined], on: NaiveDate) -> impl Iterator<Item = NextSession> {
    let ahead = joined.iter().filter(|one| one.fate == Fate::Ahead).filter_map(|one| one.planned.as_ref());
    ahead.filter(move |planned| planned.date >= on).map(|planned| NextSession {
        date: planned.date,
        sport: planned.session.sport,
        title: planned.session.title.clone(),
        source: planned.source,
    })
}

fn shortened(note: &Annotation) -> LastNote {
    let line = note.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut text: String = line.chars().take(NOTE).collect();
    if text.len() < line.len() {
        text.push('\u{2026}');
    }
    LastNote { text, at: note.at, shared: note.shared }
}

/// How a week's plan stands, with what asks for a look (see [`domain::review::needs`]).
pub(crate) fn status_of(plan: Option<&PlanWeek>, review: &[Reason]) -> PlanStatus {
    let Some(plan) = plan else { return PlanStatus::None };
    let counts = effective::active(&plan.overrides);
    let changes = |made: &Override| counts.contains(&made.id) && !matches!(made.change, Change::Undo { .. });
    let newest = plan.overrides.iter().map(|o| o.at).chain([plan.proposal.made_at]).max();
    match plan.exported_at {
        Some(exported) if newest.is_none_or(|newest| newest <= exported) => PlanStatus::Exported,
        _ if plan.approved().is_some() => PlanStatus::Approved,
        _ if plan.overrides.iter().any(changes) => PlanStatus::Edited,
        _ if !review.is_empty() => PlanStatus::NeedsReview,
        _ => PlanStatus::Draft,
    }
}

/// What asks for a look in a week, for an athlete with these days of load; nothing where there is no plan.
pub(crate) fn review_of(plan: Option<&PlanWeek>, days: &[DayLoad], today: NaiveDate) -> Vec<Reason> {
    plan.map(|plan| review::needs(plan, review::usual_load(days, today))).unwrap_or_default()
}
