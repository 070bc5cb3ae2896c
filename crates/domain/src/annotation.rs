//! Notes: private to the coach unless shared. Append-only; a correction replaces by naming what it supersedes.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{ActivityId, AnnotationId, AthleteId, SessionId};
use crate::week::Week;

/// What a note is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "on", rename_all = "kebab-case")]
pub enum Subject {
    /// A planned session.
    Session {
        /// Which.
        session: SessionId,
        /// The week it stands in.
        week: Week,
    },
    /// A day.
    Day {
        /// Which.
        date: NaiveDate,
    },
    /// A week.
    Week {
        /// Which.
        week: Week,
    },
    /// A recorded activity.
    Activity {
        /// Which.
        activity: ActivityId,
    },
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Identity.
    pub id: AnnotationId,
    /// About whom.
    pub athlete: AthleteId,
    /// About what.
    pub subject: Subject,
    /// The text.
    pub text: String,
    /// Whether the athlete and the readers of exported plans see it.
    pub shared: bool,
    /// Who wrote it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// The note this one replaces, if it corrects an earlier one.
    pub supersedes: Option<AnnotationId>,
}
