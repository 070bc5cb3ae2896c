//! What an athlete is told: one plain sentence for a number, made from the same data as the number.

mod activity;
mod morning;
#[cfg(test)]
mod tests;
mod week;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::activity::of_activity;
pub use self::morning::of_readiness;
pub use self::week::of_weeks;

use crate::metric::Metric;

/// A sentence as data; its words are `say-<key>`.
///
/// Facts are in the metric's own unit and written as the metric is, but for a few names: `percent` is a difference or a
/// share in percent, `days`, `nights` and `sessions` are counts, `km`, `kmh` and `hundred` (seconds for 100 m) say what
/// they are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Saying {
    /// About which number.
    pub metric: Metric,
    /// Key of the words.
    pub key: String,
    /// Numbers in it by name, unrounded.
    pub facts: BTreeMap<String, f64>,
}

impl Saying {
    fn new(metric: Metric, key: &str, facts: &[(&str, f64)]) -> Saying {
        Saying {
            metric,
            key: key.to_owned(),
            facts: facts.iter().map(|(name, fact)| ((*name).to_owned(), *fact)).collect(),
        }
    }
}

/// Difference to the usual in percent, plus is more; `None` where the usual is 0 or either is no number.
fn percent_over(value: f64, usual: f64) -> Option<f64> {
    let percent = 100.0 * (value / usual - 1.0);
    (usual > 0.0 && percent.is_finite()).then_some(percent)
}

/// Which of three keys holds for a difference that counts from `from` percent on: more, less, or as usual.
fn by_side(percent: f64, from: f64, [more, less, same]: [&str; 3]) -> &str {
    if percent >= from {
        more
    } else if percent <= -from {
        less
    } else {
        same
    }
}
