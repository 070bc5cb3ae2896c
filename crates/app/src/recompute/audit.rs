//! The trace of numbers that changed after they had been shown: a journal line a batch, told as one line a run.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use contract::measure::AuditLine;
use domain::id::{ActivityId, AthleteId};
use domain::journal::JournalLine;
use domain::summary::Load;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use store::{Footing, Roster};

use super::Reason;
use super::engine::differ;
use crate::AppFault;

/// Runs told at most.
const RUNS: usize = 20;
/// Lines looked at for them: those of some large runs.
const LINES: u32 = 500;

/// What one batch changed, as its journal line holds it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Batch {
    reason: String,
    /// Activities computed again.
    activities: usize,
    /// First and last day of those whose load changed.
    days: Option<(NaiveDate, NaiveDate)>,
    /// Those whose load changed, with what stood there before.
    loads: Vec<(ActivityId, Option<Load>)>,
}

impl Batch {
    pub(super) fn of(reason: Reason) -> Batch {
        Batch { reason: reason.code().to_owned(), activities: 0, days: None, loads: Vec::new() }
    }

    pub(super) fn add(&mut self, footing: &Footing, before: Option<Load>, now: Option<Load>) {
        self.activities += 1;
        // A load that there was not before was not shown either.
        if before.is_some() && differ(before, now) {
            self.days = joined(self.days, Some((footing.day, footing.day)));
            self.loads.push((footing.id, before));
        }
    }

    pub(super) const fn activities(&self) -> usize {
        self.activities
    }

    pub(super) fn line(&self) -> Json {
        serde_json::json!(self)
    }
}

fn joined(
    one: Option<(NaiveDate, NaiveDate)>,
    other: Option<(NaiveDate, NaiveDate)>,
) -> Option<(NaiveDate, NaiveDate)> {
    match (one, other) {
        (Some(one), Some(other)) => Some((one.0.min(other.0), one.1.max(other.1))),
        (one, other) => one.or(other),
    }
}

/// The newest runs that changed a load, newest first.
pub(super) async fn lines(roster: &Roster, athlete: Option<AthleteId>) -> Result<Vec<AuditLine>, AppFault> {
    let lines = roster.journal_of("recompute", athlete, LINES).await?;
    Ok(told(lines))
}

fn told(lines: Vec<JournalLine>) -> Vec<AuditLine> {
    let mut told: Vec<AuditLine> = Vec::new();
    let mut places: BTreeMap<String, (usize, BTreeSet<ActivityId>)> = BTreeMap::new();
    for line in lines {
        // Lines of the first versions have no run and another shape.
        let (Some(run), Ok(batch)) = (line.subject, serde_json::from_value::<Batch>(line.before)) else { continue };
        if batch.loads.is_empty() {
            continue;
        }
        let (place, ids) = places.entry(run).or_insert_with(|| {
            let (at, author, athlete) = (line.at, line.author, line.athlete);
            told.push(AuditLine { at, author, athlete, days: None, changed: 0 });
            (told.len() - 1, BTreeSet::new())
        });
        ids.extend(batch.loads.into_iter().map(|(id, _)| id));
        let one = &mut told[*place];
        one.days = joined(one.days, batch.days);
        one.changed = u32::try_from(ids.len()).unwrap_or(u32::MAX);
    }
    told.truncate(RUNS);
    told
}
