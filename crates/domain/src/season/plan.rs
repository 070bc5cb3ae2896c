//! A season as planned: one line a week with phase and share of the load it starts from. Editable: a later version replaces
//! an earlier one, and none is ever lost.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::PhaseKind;
use crate::id::{AthleteId, SeasonId};
use crate::week::Week;

/// What a season leads to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "goal", rename_all = "kebab-case")]
pub enum Goal {
    /// Nothing but the weeks as they are.
    Weeks,
    /// The highest week shall reach this load, points.
    PeakLoad {
        /// Points.
        points: f64,
    },
    /// Fitness (CTL) shall reach this on a day.
    Fitness {
        /// Points a day.
        ctl: f64,
        /// When.
        on: NaiveDate,
    },
}

/// One week of a season (a microcycle).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeasonWeek {
    /// Phase; consecutive weeks of one phase are a mesocycle.
    pub phase: PhaseKind,
    /// Load as a share of the season's base week.
    pub share: f64,
    /// Quality sessions.
    pub quality: u32,
    /// Share of the week in its long session.
    pub long_share: f64,
    /// Strength sessions.
    pub strength: u32,
    /// A lighter week on purpose.
    pub deload: bool,
    /// A test belongs into this week.
    pub test: bool,
    /// What to train, in the coach's (or the template's) words.
    pub content: String,
}

/// A season (a macrocycle) of one athlete, one version of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeasonPlan {
    /// Identity of this version.
    pub id: SeasonId,
    /// Whose.
    pub athlete: AthleteId,
    /// Name.
    pub name: String,
    /// The template it began from, by id.
    pub template: Option<String>,
    /// First week.
    pub start: Week,
    /// Load of the base week, points; `None`: the mean of the four weeks before the first, when that is known.
    pub base: Option<f64>,
    /// What it leads to.
    pub goal: Goal,
    /// The weeks in order; at least one.
    pub weeks: Vec<SeasonWeek>,
    /// The version this one replaces.
    pub supersedes: Option<SeasonId>,
    /// Taken back.
    pub withdrawn: bool,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl SeasonPlan {
    /// The line of a week with its number from 1, if the season covers it.
    #[must_use]
    pub fn week(&self, week: Week) -> Option<(u32, &SeasonWeek)> {
        let index = usize::try_from((week.monday() - self.start.monday()).num_days() / 7).ok()?;
        if week < self.start {
            return None;
        }
        Some((u32::try_from(index + 1).ok()?, self.weeks.get(index)?))
    }

    /// The last week.
    #[must_use]
    pub fn last(&self) -> Week {
        let after = i64::try_from(self.weeks.len()).unwrap_or(1).max(1) - 1;
        Week::of(self.start.monday() + Duration::weeks(after))
    }

    /// Whether both cover a same week.
    #[must_use]
    pub fn overlaps(&self, other: &SeasonPlan) -> bool {
        self.start <= other.last() && other.start <= self.last()
    }
}

/// Those that count, by first week: neither withdrawn nor replaced.
#[must_use]
pub fn counting(seasons: &[SeasonPlan]) -> Vec<&SeasonPlan> {
    let replaced = |id| seasons.iter().any(|other| other.supersedes == Some(id));
    let mut counting: Vec<&SeasonPlan> = seasons.iter().filter(|one| !one.withdrawn && !replaced(one.id)).collect();
    counting.sort_by_key(|one| (one.start, one.at, one.id));
    counting
}

/// The season that holds in a week: of several the one planned last.
#[must_use]
pub fn covering(seasons: &[SeasonPlan], week: Week) -> Option<&SeasonPlan> {
    counting(seasons).into_iter().filter(|one| one.week(week).is_some()).max_by_key(|one| (one.at, one.id))
}
