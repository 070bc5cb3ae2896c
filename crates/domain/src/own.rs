//! An athlete's own file: who it is for, and what they may say in it. Everything else in such a file only reads.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{ActivityId, AthleteId, OwnFileId, WordId};
use crate::unit::Rpe;
use crate::wellness::WellnessField;
use crate::words::Words;

/// The source that morning values said in an own file carry: baselines never mix them with a device's or the coach's.
pub const BY_ATHLETE: &str = "athlete";

/// The longest text about an activity, characters.
pub const LONGEST_TEXT: usize = 2000;

/// What makes a roster somebody's own file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnFile {
    /// Identity; the return names it.
    pub id: OwnFileId,
    /// Whose it is.
    pub athlete: AthleteId,
    /// Who handed it out, by their own word.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The age key that what is sent back is encrypted for (`age1…`).
    pub recipient: String,
}

/// One thing an athlete says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Said {
    /// A value of a morning.
    Morning {
        /// The athlete's day.
        day: NaiveDate,
        /// What.
        field: WellnessField,
        /// In the field's unit or scale.
        value: f64,
    },
    /// How hard an activity felt.
    Effort {
        /// Which.
        activity: ActivityId,
        /// From 0 to 10.
        rpe: Rpe,
    },
    /// A text about an activity.
    Comment {
        /// Which.
        activity: ActivityId,
        /// The text.
        text: String,
    },
}

/// Why something said is not taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unsayable {
    /// A value nobody can have.
    OutOfRange {
        /// The value, by its name in the words file.
        what: &'static str,
        /// As said.
        value: f64,
        /// The least there is.
        low: f64,
        /// The most there is.
        high: f64,
    },
    /// A text that is empty, too long, or holds characters nobody types.
    BadText,
    /// A day that has not come.
    DayToCome {
        /// The day.
        day: NaiveDate,
    },
}

impl Said {
    /// The activity it is about.
    #[must_use]
    pub const fn activity(&self) -> Option<ActivityId> {
        match self {
            Said::Morning { .. } => None,
            Said::Effort { activity, .. } | Said::Comment { activity, .. } => Some(*activity),
        }
    }

    /// Whether a person can have said this by a day.
    ///
    /// # Errors
    /// [`Unsayable`].
    pub fn check(&self, today: NaiveDate) -> Result<(), Unsayable> {
        let within = |what, value: f64, (low, high)| {
            if (low..=high).contains(&value) { Ok(()) } else { Err(Unsayable::OutOfRange { what, value, low, high }) }
        };
        match self {
            Said::Morning { day, .. } if *day > today => Err(Unsayable::DayToCome { day: *day }),
            Said::Morning { field, value, .. } => within(field.code(), *value, field.range()),
            Said::Effort { rpe, .. } => within("rpe", rpe.0, (0.0, 10.0)),
            Said::Comment { text, .. } => {
                let odd = |c: char| c.is_control() && c != '\n' && c != '\t';
                let fits = !text.trim().is_empty() && text.chars().count() <= LONGEST_TEXT && !text.chars().any(odd);
                if fits { Ok(()) } else { Err(Unsayable::BadText) }
            }
        }
    }
}

impl Words {
    /// Something an athlete said, in words.
    #[must_use]
    pub fn said(&self, said: &Said) -> String {
        match said {
            Said::Morning { day, field, value } => {
                let name = self.say(&format!("wellness-{}", field.code()));
                let facts = [("day", day.to_string().into()), ("name", name.into()), ("value", (*value).into())];
                self.say_with("own-said-morning", &facts)
            }
            Said::Effort { rpe, .. } => self.say_with("own-said-effort", &[("value", rpe.0.into())]),
            Said::Comment { text, .. } => self.say_with("own-said-comment", &[("text", text.as_str().into())]),
        }
    }
}

/// One thing said, with what keeps it apart from every other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWord {
    /// Identity: merged twice, it is here once.
    pub id: WordId,
    /// What.
    pub said: Said,
    /// Who, by their own word.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_a_person_can_have_said_is_taken() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).expect("a day");
        let activity = ActivityId(uuid::Uuid::nil());
        let morning = |day, value| Said::Morning { day, field: WellnessField::Sleep, value };
        let comment = |text: &str| Said::Comment { activity, text: text.to_owned() };
        assert_eq!(morning(today, 7.5).check(today), Ok(()));
        assert_eq!(comment("windy\nand wet").check(today), Ok(()));
        assert!(morning(today, 25.0).check(today).is_err());
        assert!(morning(today, f64::NAN).check(today).is_err());
        assert!(morning(today.succ_opt().expect("a day"), 7.5).check(today).is_err());
        assert!(Said::Effort { activity, rpe: Rpe(10.5) }.check(today).is_err());
        for text in ["", "  ", "\u{7}", &"a".repeat(LONGEST_TEXT + 1)] {
            assert_eq!(comment(text).check(today), Err(Unsayable::BadText), "{text:?}");
        }
    }
}
