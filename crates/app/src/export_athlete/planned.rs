//! Plans around the weeks, as tables: seasons, exceptions, approvals, changes of running weeks, and what came of it all.

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use domain::adaptation::DecidedAdaptation;
use domain::adherence::{Excuse, Fate};
use domain::availability::Exception;
use domain::follow_up::{Decision, FollowUp};
use domain::plan::{Approval, PlanWeek};
use domain::reading::Reading;
use domain::season::plan::{SeasonPlan, SeasonWeek};
use domain::week::Week;
use serde::Serialize;

use super::tables::{number, table};
use crate::AppFault;

const SEASON_HEADINGS: [&str; 19] = [
    "id",
    "name",
    "template",
    "week",
    "number",
    "phase",
    "share",
    "quality sessions",
    "long share",
    "strength sessions",
    "deload",
    "test",
    "content",
    "base (points)",
    "goal",
    "replaces",
    "withdrawn",
    "author",
    "entered_at",
];

/// One week of a season a row; every version ever planned.
pub(super) fn seasons(seasons: &[SeasonPlan]) -> Result<Vec<u8>, AppFault> {
    let rows: Vec<(&SeasonPlan, u32, &SeasonWeek)> = seasons
        .iter()
        .flat_map(|season| (1..).zip(&season.weeks).map(move |(number, week)| (season, number, week)))
        .collect();
    table(&SEASON_HEADINGS, &rows, |(season, number_in, week)| {
        vec![
            season.id.to_string(),
            season.name.clone(),
            season.template.clone().unwrap_or_default(),
            Week::of(season.start.monday() + Duration::weeks(i64::from(*number_in) - 1)).to_string(),
            number_in.to_string(),
            week.phase.code().to_owned(),
            week.share.to_string(),
            week.quality.to_string(),
            week.long_share.to_string(),
            week.strength.to_string(),
            week.deload.to_string(),
            week.test.to_string(),
            week.content.clone(),
            number(season.base),
            json(&season.goal),
            optional(season.supersedes),
            season.withdrawn.to_string(),
            season.author.clone(),
            moment(season.at),
        ]
    })
}

/// Every exception of the availability ever entered, replaced and withdrawn ones too.
pub(super) fn exceptions(exceptions: &[Exception]) -> Result<Vec<u8>, AppFault> {
    let headings =
        ["id", "kind", "from", "to", "minutes a day", "note", "replaces", "withdrawn", "author", "entered_at"];
    table(&headings, exceptions, |one| {
        vec![
            one.id.to_string(),
            one.kind.code().to_owned(),
            one.from.to_string(),
            one.to.to_string(),
            one.minutes.to_string(),
            one.note.clone().unwrap_or_default(),
            optional(one.supersedes),
            one.withdrawn.to_string(),
            one.author.clone(),
            moment(one.at),
        ]
    })
}

/// Every approval of a week, those taken back too.
pub(super) fn approvals(plans: &[PlanWeek]) -> Result<Vec<u8>, AppFault> {
    let rows: Vec<(Week, &Approval)> =
        plans.iter().flat_map(|plan| plan.approvals.iter().map(move |approval| (plan.week, approval))).collect();
    table(&["id", "week", "proposal", "withdrawn", "author", "at"], &rows, |(week, approval)| {
        vec![
            approval.id.to_string(),
            week.to_string(),
            approval.proposal.to_string(),
            approval.withdrawn.to_string(),
            approval.author.clone(),
            moment(approval.at),
        ]
    })
}

/// Every change of a running week that was decided on, applied or set aside.
pub(super) fn adaptations(decided: &[DecidedAdaptation]) -> Result<Vec<u8>, AppFault> {
    let headings =
        ["id", "week", "day", "intervention", "applied", "safety", "tag", "changes", "reasons", "author", "at"];
    table(&headings, decided, |one| {
        let adaptation = &one.adaptation;
        vec![
            one.id.to_string(),
            one.week.to_string(),
            one.day.to_string(),
            adaptation.intervention.code().to_owned(),
            one.applied.to_string(),
            adaptation.safety.to_string(),
            adaptation.tag.code().to_owned(),
            json(&adaptation.changes),
            json(&adaptation.reasons),
            one.author.clone(),
            moment(one.at),
        ]
    })
}

const FOLLOW_UP_HEADINGS: [&str; 20] = [
    "week",
    "day",
    "session",
    "kind",
    "sport",
    "proposal",
    "engine",
    "confidence",
    "decision",
    "decided_by",
    "fate",
    "fate_detail",
    "proposed load (points)",
    "planned load (points)",
    "done load (points)",
    "expected effort (0 to 10)",
    "felt effort (0 to 10)",
    "readiness before",
    "readiness after",
    "joined_at",
];

/// What came of each session of the weeks that are over.
pub(super) fn follow_ups(rows: &[FollowUp]) -> Result<Vec<u8>, AppFault> {
    table(&FOLLOW_UP_HEADINGS, rows, |row| {
        let (decision, by) = match row.decision {
            Decision::Proposed => ("proposed", String::new()),
            Decision::Overridden { by, .. } => ("overridden", by.to_string()),
            Decision::Adapted { by } => ("adapted", by.to_string()),
            Decision::Added { by } => ("added", by.to_string()),
        };
        vec![
            row.week.to_string(),
            row.date.to_string(),
            row.session.to_string(),
            row.kind.code().to_owned(),
            row.sport.code().to_owned(),
            row.proposal.to_string(),
            row.engine.clone(),
            row.confidence.to_string(),
            decision.to_owned(),
            by,
            row.fate.code().to_owned(),
            detail(row.fate),
            number(row.proposed_load),
            row.planned_load.to_string(),
            number(row.done_load),
            number(row.expected_rpe),
            number(row.felt_rpe),
            current(&row.readiness_before),
            current(&row.readiness_after),
            moment(row.at),
        ]
    })
}

/// Days of a shift, or why a session left the count.
fn detail(fate: Fate) -> String {
    match fate {
        Fate::Shifted { days } => days.to_string(),
        Fate::Excused { why } => match why {
            Excuse::Ill => "ill".to_owned(),
            Excuse::Injured => "injured".to_owned(),
            Excuse::Exception { kind } => kind.code().to_owned(),
            Excuse::TakenOut => "taken-out".to_owned(),
        },
        _ => String::new(),
    }
}

/// A score that was current on the day; an old one is none.
fn current(score: &Reading<f64>) -> String {
    number(score.known().copied())
}

fn optional(id: Option<impl ToString>) -> String {
    id.map_or_else(String::new, |id| id.to_string())
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// What has a shape of its own, as it is kept.
fn json(what: &impl Serialize) -> String {
    serde_json::json!(what).to_string()
}
