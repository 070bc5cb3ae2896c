//! Whether two heart rates are of one heart.

use std::collections::BTreeMap;

use crate::recording::Channel;

/// Both are averaged over so many seconds before they are compared.
const GRID_S: f64 = 5.0;
/// Clocks of two devices may be so many grid steps apart.
const LAGS: i64 = 2;
/// So many steps must be in common: two minutes.
const FEWEST: usize = 24;

/// How two heart rates go together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Together {
    /// Pearson's correlation, -1 to 1.
    pub(super) correlation: f64,
    /// Seconds compared.
    pub(super) seconds: u32,
    /// Mean distance, bpm.
    pub(super) apart: f64,
}

impl Together {
    /// 0 (two hearts) to 1 (one): two sensors on one body correlate above nine tenths and stand within a few beats of one
    /// another; two riders in one group correlate less and keep their own levels. A design choice.
    pub(super) fn agreement(self) -> f64 {
        let goes_along = ((self.correlation - 0.6) / 0.3).clamp(0.0, 1.0);
        let same_level = ((20.0 - self.apart) / 10.0).clamp(0.0, 1.0);
        goes_along * same_level
    }
}

/// Compares over the time both cover, with `b` starting `apart_s` seconds after `a`: by the clocks, and by the starts, since
/// either clock may be wrong; each with a small lag. `None` where less than two minutes are in common, or one does not change.
pub(super) fn together(a: &Channel, b: &Channel, apart_s: f64) -> Option<Together> {
    let of_a = grid(a, 0.0);
    let mut found: Option<Together> = None;
    let by_starts = (apart_s.abs() > GRID_S).then_some(0.0);
    for offset in [Some(apart_s), by_starts].into_iter().flatten() {
        let of_b = grid(b, offset);
        for lag in -LAGS..=LAGS {
            let tried = correlate(&of_a, &of_b, lag);
            if let Some(tried) = tried
                && found.is_none_or(|best| tried.correlation > best.correlation)
            {
                found = Some(tried);
            }
        }
    }
    found
}

/// Means over steps of the grid, by their number.
fn grid(channel: &Channel, offset_s: f64) -> BTreeMap<i64, f64> {
    let mut sums: BTreeMap<i64, (f64, u32)> = BTreeMap::new();
    for (ms, bpm) in channel.usable().filter(|(_, bpm)| *bpm > 0.0) {
        let step = ((f64::from(ms) / 1000.0 + offset_s) / GRID_S).floor() as i64;
        let (sum, count) = sums.entry(step).or_default();
        *sum += bpm;
        *count += 1;
    }
    sums.into_iter().map(|(step, (sum, count))| (step, sum / f64::from(count))).collect()
}

fn correlate(a: &BTreeMap<i64, f64>, b: &BTreeMap<i64, f64>, lag: i64) -> Option<Together> {
    let pairs: Vec<(f64, f64)> = a.iter().filter_map(|(step, x)| Some((*x, *b.get(&(step + lag))?))).collect();
    if pairs.len() < FEWEST {
        return None;
    }
    let count = pairs.len() as f64;
    let mean_a = pairs.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_b = pairs.iter().map(|(_, y)| y).sum::<f64>() / count;
    let (mut both, mut own_a, mut own_b, mut apart) = (0.0, 0.0, 0.0, 0.0);
    for (x, y) in &pairs {
        both += (x - mean_a) * (y - mean_b);
        own_a += (x - mean_a).powi(2);
        own_b += (y - mean_b).powi(2);
        apart += (x - y).abs();
    }
    let spread = (own_a * own_b).sqrt();
    (spread > 1e-9).then(|| Together {
        correlation: (both / spread).clamp(-1.0, 1.0),
        seconds: (count * GRID_S) as u32,
        apart: apart / count,
    })
}
