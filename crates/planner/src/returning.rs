//! Coming back after days without training: the week holds a share of what was usual before them (SCIENCE 18.6).

use chrono::Duration;

use crate::Context;
use crate::history::History;

/// Days off up to this many change nothing.
const SHORT_DAYS: i64 = 7;

/// What a first week back may hold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Back {
    /// Days without training.
    pub(crate) days: i64,
    /// Share of the week before them.
    pub(crate) share: f64,
    /// Mean weekly load of the four weeks before them, points.
    pub(crate) before: f64,
}

/// The first week back after more than a week without training; `None` in any other week, or when what was before is unknown.
pub(crate) fn share(context: &Context, history: &History) -> Option<Back> {
    let (days, last) = history.days_off(context)?;
    let share = match days {
        ..=SHORT_DAYS => return None,
        8..=14 => 0.75,
        15..=28 => 0.60,
        29..=56 => 0.40,
        _ => 0.30,
    };
    Some(Back { days, share, before: history.base_before(last + Duration::days(1))? })
}
