//! The coach's own limits for the club, a squad or one athlete. The nearer scope decides, limit by limit.

use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, SquadId};

/// Whom something holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "scope", rename_all = "kebab-case")]
pub enum Scope {
    /// Everybody.
    Club,
    /// A squad.
    Squad {
        /// Which.
        squad: SquadId,
    },
    /// One athlete.
    Athlete {
        /// Which.
        athlete: AthleteId,
    },
}

/// Limits the coach sets; `None` leaves the program's own. None of them can loosen what protects: they only tighten it.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Bounds {
    /// Longest day, minutes.
    pub day_minutes: Option<u32>,
    /// Longest week, minutes.
    pub week_minutes: Option<u32>,
    /// Highest load of a week, points.
    pub week_load: Option<f64>,
    /// Quality sessions a week, at most.
    pub quality: Option<u32>,
    /// Hours between quality sessions, at least.
    pub spacing_hours: Option<u32>,
    /// Days a week without training, at least.
    pub rest_days: Option<u32>,
    /// Rise over the larger of last week and the four-week mean, at most (0.10 is 10 %).
    pub ramp: Option<f64>,
    /// No training at all until the coach lifts it: a medical hold.
    #[serde(default)]
    pub hold: bool,
}

impl Bounds {
    /// These over wider ones: what is said here decides. A hold of either stands.
    #[must_use]
    pub fn over(self, wider: Bounds) -> Bounds {
        Bounds {
            day_minutes: self.day_minutes.or(wider.day_minutes),
            week_minutes: self.week_minutes.or(wider.week_minutes),
            week_load: self.week_load.or(wider.week_load),
            quality: self.quality.or(wider.quality),
            spacing_hours: self.spacing_hours.or(wider.spacing_hours),
            rest_days: self.rest_days.or(wider.rest_days),
            ramp: self.ramp.or(wider.ramp),
            hold: self.hold || wider.hold,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_scope_decides_limit_by_limit() {
        let club = Bounds { day_minutes: Some(120), quality: Some(3), ramp: Some(0.08), ..Bounds::default() };
        let squad = Bounds { quality: Some(2), week_load: Some(400.0), ..Bounds::default() };
        let own = Bounds { quality: Some(1), rest_days: Some(2), ..Bounds::default() };
        let holds = own.over(squad.over(club));
        let expected = Bounds {
            day_minutes: Some(120),
            week_load: Some(400.0),
            quality: Some(1),
            rest_days: Some(2),
            ramp: Some(0.08),
            ..Bounds::default()
        };
        assert_eq!(holds, expected);
        assert_eq!(Bounds::default().over(club), club, "nothing said changes nothing");
    }

    #[test]
    fn a_hold_stands_wherever_it_was_set() {
        let held = Bounds { hold: true, ..Bounds::default() };
        assert!(held.over(Bounds::default()).hold && Bounds::default().over(held).hold);
        assert!(!Bounds::default().over(Bounds::default()).hold);
    }
}
