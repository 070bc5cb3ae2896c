//! What the triage table reads for everybody at once.

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::activity::Activity;
use domain::adherence::Joined;
use domain::annotation::Annotation;
use domain::availability::Exception;
use domain::id::AthleteId;
use domain::plan::PlanWeek;
use domain::triage::{DecisionKind, TriageMark, weeks};
use domain::week::Week;
use domain::wellness::WellnessEntry;
use store::Roster;

use crate::AppFault;
use crate::afterwards::Doings;
use crate::derive::WELLNESS_DAYS;

/// By athlete.
pub(super) struct Common {
    on: NaiveDate,
    plans: BTreeMap<AthleteId, Vec<PlanWeek>>,
    reports: BTreeMap<AthleteId, Vec<WellnessEntry>>,
    exceptions: BTreeMap<AthleteId, Vec<Exception>>,
    marks: BTreeMap<AthleteId, Vec<TriageMark>>,
    notes: BTreeMap<AthleteId, Annotation>,
    arrived: BTreeMap<AthleteId, DateTime<Utc>>,
}

/// What of it is one athlete's.
pub(super) struct Mine {
    /// As of which day.
    pub(super) on: NaiveDate,
    /// Plans of the weeks that are shown.
    pub(super) plans: Vec<PlanWeek>,
    /// Newest decision of each kind, oldest first.
    pub(super) marks: Vec<TriageMark>,
    /// The newest note.
    pub(super) note: Option<Annotation>,
    /// When data came in since the oldest review that may hold.
    pub(super) arrived: Option<DateTime<Utc>>,
    reports: Vec<WellnessEntry>,
    exceptions: Vec<Exception>,
}

impl Common {
    /// Reads it for one athlete, or for everybody for `None`.
    pub(super) async fn read(roster: &Roster, who: Option<AthleteId>, on: NaiveDate) -> Result<Common, AppFault> {
        let (first, last) = weeks(on);
        let plans = match who {
            Some(athlete) => roster.plan_weeks(athlete, first, last).await?,
            None => roster.plan_weeks_of_all(first, last).await?,
        };
        let marks = roster.triage_marks(who).await?;
        let may_hold = |mark: &&TriageMark| {
            mark.decision.kind() == DecisionKind::Reviewed && !mark.withdrawn && Week::of(mark.on) == Week::of(on)
        };
        let arrived = match marks.iter().filter(may_hold).map(|mark| mark.at).min() {
            Some(since) => roster.arrived_since(who, since, on - Duration::days(WELLNESS_DAYS)).await?,
            None => BTreeMap::new(),
        };
        let exceptions = roster.exceptions_of(who).await?;
        Ok(Common {
            on,
            plans: by_athlete(plans.into_iter().map(|plan| (plan.athlete, plan))),
            reports: by_athlete(roster.health_reports(who, first.monday(), last.sunday()).await?),
            exceptions: by_athlete(exceptions.into_iter().map(|one| (one.athlete, one))),
            marks: by_athlete(marks.into_iter().map(|mark| (mark.athlete, mark))),
            notes: roster.newest_notes(who).await?.into_iter().map(|note| (note.athlete, note)).collect(),
            arrived,
        })
    }

    /// Takes one athlete's part out.
    pub(super) fn of(&mut self, athlete: AthleteId) -> Mine {
        Mine {
            on: self.on,
            plans: self.plans.remove(&athlete).unwrap_or_default(),
            marks: self.marks.remove(&athlete).unwrap_or_default(),
            note: self.notes.remove(&athlete),
            arrived: self.arrived.remove(&athlete),
            reports: self.reports.remove(&athlete).unwrap_or_default(),
            exceptions: self.exceptions.remove(&athlete).unwrap_or_default(),
        }
    }
}

impl Mine {
    /// The sessions of the weeks that are shown, joined with what was done.
    pub(super) fn joined(&self, activities: &[Activity]) -> Vec<Joined> {
        let doings = self.doings(activities);
        self.plans.iter().flat_map(|plan| doings.joined(plan)).collect()
    }

    /// What was done in the weeks that are shown, and when the athlete could not.
    pub(super) fn doings(&self, activities: &[Activity]) -> Doings {
        let (first, last) = weeks(self.on);
        Doings::told(activities, &self.reports, &self.exceptions, first.monday()..=last.sunday(), self.on)
    }
}

fn by_athlete<T>(all: impl IntoIterator<Item = (AthleteId, T)>) -> BTreeMap<AthleteId, Vec<T>> {
    let mut by: BTreeMap<AthleteId, Vec<T>> = BTreeMap::new();
    for (athlete, one) in all {
        by.entry(athlete).or_default().push(one);
    }
    by
}
