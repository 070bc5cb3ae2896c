//! One athlete beside the table.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use contract::triage::{BesideDay, BesideView, ShowBeside};
use domain::annotation::Annotation;
use domain::effective::effective;
use domain::id::AnnotationId;
use domain::triage::DAYS;

use super::coming;
use super::common::Common;
use crate::derive::Look;
use crate::{Answer, App, AppFault};

/// Notes and sessions shown at most.
const FEW: usize = 4;

impl Answer for ShowBeside {
    async fn answer(self, app: &App) -> Result<BesideView, AppFault> {
        let roster = app.roster().await?;
        let on = app.today();
        let athlete = app.athlete(&roster, self.athlete).await?;
        let mine = Common::read(&roster, Some(athlete.id), on).await?.of(athlete.id);
        let picture = app.picture(&roster, &athlete, on, Look::Glance).await?;
        let doings = mine.doings(&picture.activities);
        let mut planned: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        for plan in &mine.plans {
            for session in effective(&plan.proposal, &plan.overrides).standing() {
                *planned.entry(session.date).or_default() += session.session.load;
            }
        }
        let done: BTreeMap<NaiveDate, Option<f64>> =
            picture.trend.iter().rev().take(DAYS as usize).map(|point| (point.date, point.load)).collect();
        let days = (0..DAYS).rev().map(|back| on - Duration::days(back)).map(|date| BesideDay {
            date,
            planned: planned.get(&date).copied(),
            done: done.get(&date).copied().flatten(),
            excused: doings.excuses().contains_key(&date),
        });
        let joined = mine.joined(&picture.activities);
        Ok(BesideView {
            athlete: athlete.id,
            days: days.collect(),
            next: coming(&joined, on).take(FEW).collect(),
            notes: newest(roster.annotations(athlete.id).await?),
            readiness: picture.today().clone(),
        })
    }
}

/// The newest notes that no later one replaces, newest first. `all`: oldest first.
fn newest(all: Vec<Annotation>) -> Vec<Annotation> {
    let replaced: BTreeSet<AnnotationId> = all.iter().filter_map(|note| note.supersedes).collect();
    all.into_iter().rev().filter(|note| !replaced.contains(&note.id)).take(FEW).collect()
}
