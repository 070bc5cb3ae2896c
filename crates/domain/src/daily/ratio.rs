//! Acute over chronic load, with what is needed before it says anything.

use science::acwr::{self, ACUTE_DAYS, Acwr, CHRONIC_DAYS, FLOOR_SHARE};

use crate::reading::Missing;
use crate::trend::TrendPoint;

/// Weeks of the year whose usual month is the measure of too little.
const USUAL_WEEKS: usize = 52;

/// The ratios of one day, or why there are none.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Ratio {
    pub(super) acwr: Acwr,
    pub(super) missing: Option<Missing>,
}

/// The ratios of every day. `loads` are those the trend counted, one for each of its points.
///
/// There is none where the mean of the last 28 days is below a fifth of the athlete's usual: the median of that mean at
/// the end of each of the last 52 weeks. Only days before are looked at, so that a value does not change as time goes on.
pub(super) fn ratios(loads: &[f64], trend: &[TrendPoint]) -> Vec<Ratio> {
    let (mut known, mut sum) = (0_usize, 0.0);
    let mut usual = Usual::default();
    acwr::series(loads, 0.0)
        .into_iter()
        .zip(trend)
        .enumerate()
        .map(|(index, (acwr, point))| {
            known = if point.load.is_some() { known + 1 } else { 0 };
            sum += loads[index] - index.checked_sub(CHRONIC_DAYS).map_or(0.0, |left| loads[left]);
            let chronic = sum / CHRONIC_DAYS as f64;
            if index + 1 >= CHRONIC_DAYS && (index + 1) % ACUTE_DAYS == 0 {
                usual.add(chronic);
            }
            let missing = if index + 1 < CHRONIC_DAYS {
                Some(Missing::TooFewDays)
            } else if known < CHRONIC_DAYS {
                Some(Missing::PoorQuality)
            } else if chronic < usual.floor() || acwr.coupled.is_none() {
                Some(Missing::TooFewDays)
            } else {
                None
            };
            Ratio { acwr: if missing.is_some() { Acwr::default() } else { acwr }, missing }
        })
        .collect()
}

/// Chronic load at the ends of the last 52 weeks: as they came, and sorted.
#[derive(Debug, Default)]
struct Usual {
    weeks: std::collections::VecDeque<f64>,
    sorted: Vec<f64>,
}

impl Usual {
    fn add(&mut self, chronic: f64) {
        if self.weeks.len() == USUAL_WEEKS
            && let Some(oldest) = self.weeks.pop_front()
        {
            let at = self.sorted.partition_point(|week| *week < oldest).min(self.sorted.len().saturating_sub(1));
            self.sorted.remove(at);
        }
        self.weeks.push_back(chronic);
        self.sorted.insert(self.sorted.partition_point(|week| *week < chronic), chronic);
    }

    /// A fifth of the median; 0 without a week.
    fn floor(&self) -> f64 {
        let middle = self.sorted.len() / 2;
        let median = match (self.sorted.get(middle), middle.checked_sub(1).and_then(|below| self.sorted.get(below))) {
            (Some(upper), Some(lower)) if self.sorted.len().is_multiple_of(2) => f64::midpoint(*lower, *upper),
            (Some(upper), _) => *upper,
            (None, _) => 0.0,
        };
        FLOOR_SHARE * median
    }
}
