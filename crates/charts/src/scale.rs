//! Scales: from values to pixels, and round numbers for ticks.

/// A straight scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Linear {
    from: f64,
    to: f64,
    at: f64,
    until: f64,
}

impl Linear {
    /// Maps `from..to` onto pixels `at..until`. An empty or unusable domain maps everything to the middle.
    pub(crate) fn new((from, to): (f64, f64), (at, until): (f64, f64)) -> Linear {
        Linear { from, to, at, until }
    }

    /// The pixel of a value; values outside land on the edge.
    pub(crate) fn px(self, value: f64) -> f64 {
        let share = (value - self.from) / (self.to - self.from);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.5 };
        self.at + share * (self.until - self.at)
    }
}

/// A domain that holds all finite values, widened to round numbers, and its ticks (at most `wanted` + 1).
pub(crate) fn nice(values: impl IntoIterator<Item = f64>, include_zero: bool, wanted: u32) -> (f64, f64, Vec<f64>) {
    let (mut low, mut high) = if include_zero { (0.0, 0.0) } else { (f64::INFINITY, f64::NEG_INFINITY) };
    for value in values.into_iter().filter(|v| v.is_finite()) {
        // Beyond this a chart says nothing, and the arithmetic below would lose its footing.
        let value = value.clamp(-1e12, 1e12);
        low = f64::min(low, value);
        high = f64::max(high, value);
    }
    if low > high {
        (low, high) = (0.0, 1.0);
    }
    if high - low < 1e-9 {
        high = low + 1.0;
    }
    let step = round_step((high - low) / f64::from(wanted.max(1)));
    let first = (low / step).floor();
    let last = (high / step).ceil();
    let count = (last - first).clamp(1.0, 40.0) as u32;
    let ticks = (0..=count).map(|i| (first + f64::from(i)) * step).collect();
    (first * step, last * step, ticks)
}

/// A step of 1, 2, 2.5 or 5 times a power of ten, no finer than `rough`.
pub(crate) fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    let share = rough / power;
    let nice = match share {
        s if s <= 1.0 => 1.0,
        s if s <= 2.0 => 2.0,
        s if s <= 2.5 => 2.5,
        s if s <= 5.0 => 5.0,
        _ => 10.0,
    };
    nice * power
}

/// At most two points a pixel column, the lowest and the highest, in time order: more cannot be seen. `points` in pixels.
#[must_use]
pub fn thin(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut kept: Vec<(f64, f64)> = Vec::new();
    let mut rest = points;
    while let Some(first) = rest.first() {
        let column = first.0.floor();
        let count = rest.iter().take_while(|p| p.0.floor() == column).count().max(1);
        let (here, after) = rest.split_at(count);
        rest = after;
        if count <= 2 {
            kept.extend_from_slice(here);
            continue;
        }
        let by_y = |a: &&(f64, f64), b: &&(f64, f64)| a.1.total_cmp(&b.1);
        let (Some(low), Some(high)) = (here.iter().min_by(by_y), here.iter().max_by(by_y)) else { continue };
        let (a, b) = if low.0 <= high.0 { (*low, *high) } else { (*high, *low) };
        kept.push(a);
        kept.push(b);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_hold_the_values() {
        assert_eq!(nice([3.0, 87.0], true, 4), (0.0, 100.0, vec![0.0, 25.0, 50.0, 75.0, 100.0]));
        assert_eq!(nice([-12.0, 7.0], true, 4).0, -15.0);
        assert_eq!(nice([], false, 4), (0.0, 1.0, vec![0.0, 0.25, 0.5, 0.75, 1.0]));
    }

    #[test]
    fn an_empty_domain_maps_to_the_middle() {
        assert_eq!(Linear::new((5.0, 5.0), (0.0, 10.0)).px(5.0), 5.0);
        assert_eq!(Linear::new((0.0, 2.0), (10.0, 0.0)).px(0.5), 7.5);
    }

    #[test]
    fn thinning_keeps_the_extremes_of_each_column_in_time_order() {
        let points = [(0.1, 5.0), (0.2, 9.0), (0.3, 1.0), (0.9, 4.0), (1.5, 2.0)];
        assert_eq!(thin(&points), vec![(0.2, 9.0), (0.3, 1.0), (1.5, 2.0)]);
    }
}
