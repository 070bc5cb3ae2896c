//! A straight line by weighted least squares, and the lowest point of a curve.

/// A point and how much it counts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) weight: f64,
}

/// `y = intercept + slope x`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub(super) intercept: f64,
    pub(super) slope: f64,
    /// Weighted sum of squared errors.
    pub(super) squares: f64,
    count: usize,
    mean_x: f64,
    weight: f64,
    xx: f64,
}

impl Line {
    /// `None` unless at least two points differ in x and everything is a number.
    pub(super) fn through(points: impl Iterator<Item = Point> + Clone) -> Option<Self> {
        let (mut count, mut weight, mut mean_x, mut mean_y) = (0, 0.0, 0.0, 0.0);
        for point in points.clone() {
            count += 1;
            weight += point.weight;
            mean_x += point.weight * point.x;
            mean_y += point.weight * point.y;
        }
        (mean_x, mean_y) = (mean_x / weight, mean_y / weight);
        let (mut xx, mut xy) = (0.0, 0.0);
        for point in points.clone() {
            xx += point.weight * (point.x - mean_x).powi(2);
            xy += point.weight * (point.x - mean_x) * (point.y - mean_y);
        }
        // Equal x leave only what rounding makes of their distance from the mean.
        if xx.is_nan() || xx <= weight * (mean_x * 1e-12).powi(2) {
            return None;
        }
        let slope = xy / xx;
        let error = |point: Point| point.weight * (point.y - mean_y - slope * (point.x - mean_x)).powi(2);
        let squares: f64 = points.map(error).sum();
        let intercept = mean_y - slope * mean_x;
        let sound = intercept.is_finite() && slope.is_finite() && squares.is_finite();
        sound.then_some(Self { intercept, slope, squares, count, mean_x, weight, xx })
    }

    /// Standard error of the slope; 0 for two points, which any line meets.
    pub(super) fn slope_sd(&self) -> f64 {
        (self.variance() / self.xx).sqrt()
    }

    /// Standard error of the intercept.
    pub(super) fn intercept_sd(&self) -> f64 {
        (self.variance() * (1.0 / self.weight + self.mean_x.powi(2) / self.xx)).sqrt()
    }

    fn variance(&self) -> f64 {
        self.squares / self.count.saturating_sub(2).max(1) as f64
    }
}

/// Points the range is looked at before the lowest is narrowed down.
const LOOKS: u32 = 200;

/// Where `curve` is lowest between two positive bounds: looked at in equal ratios, then narrowed by golden section.
/// `None` when the lowest point is a bound, so that there is no valley.
pub(super) fn minimum(low: f64, high: f64, curve: impl Fn(f64) -> f64) -> Option<f64> {
    let at = |look: u32| low * (high / low).powf(f64::from(look) / f64::from(LOOKS));
    let heights = (0..=LOOKS).map(|look| (look, curve(at(look)))).filter(|(_, height)| height.is_finite());
    let (lowest, _) = heights.min_by(|a, b| a.1.total_cmp(&b.1))?;
    if lowest == 0 || lowest == LOOKS {
        return None;
    }
    let golden = (5.0f64.sqrt() - 1.0) / 2.0;
    let (mut left, mut right) = (at(lowest - 1), at(lowest + 1));
    let mut inner = (right - golden * (right - left), left + golden * (right - left));
    let mut height = (curve(inner.0), curve(inner.1));
    while right - left > 1e-13 * right && inner.0 < inner.1 {
        if height.0 <= height.1 {
            (right, inner.1, height.1) = (inner.1, inner.0, height.0);
            inner.0 = right - golden * (right - left);
            height.0 = curve(inner.0);
        } else {
            (left, inner.0, height.0) = (inner.0, inner.1, height.1);
            inner.1 = left + golden * (right - left);
            height.1 = curve(inner.1);
        }
    }
    Some(f64::midpoint(left, right))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(xy: &[(f64, f64)]) -> impl Iterator<Item = Point> + Clone {
        xy.iter().map(|&(x, y)| Point { x, y, weight: 1.0 })
    }

    #[test]
    fn standard_errors_are_those_of_the_textbook() {
        // y = 1, 3, 2 over x = 0, 1, 2: slope 1/2, intercept 3/2, squared errors 3/2.
        let line = Line::through(points(&[(0.0, 1.0), (1.0, 3.0), (2.0, 2.0)])).unwrap();
        assert!((line.slope - 0.5).abs() < 1e-12 && (line.intercept - 1.5).abs() < 1e-12);
        assert!((line.squares - 1.5).abs() < 1e-12);
        assert!((line.slope_sd() - 0.75f64.sqrt()).abs() < 1e-12);
        assert!((line.intercept_sd() - (1.5f64 * (1.0 / 3.0 + 0.5)).sqrt()).abs() < 1e-12);
    }

    #[test]
    fn a_weight_of_two_is_a_point_given_twice() {
        let twice = Line::through(points(&[(0.0, 1.0), (1.0, 3.0), (1.0, 3.0), (2.0, 2.0)])).unwrap();
        let weighted = points(&[(0.0, 1.0), (1.0, 3.0), (2.0, 2.0)]);
        let weighted = weighted.map(|p| Point { weight: if p.x == 1.0 { 2.0 } else { 1.0 }, ..p });
        let weighted = Line::through(weighted).unwrap();
        assert!((twice.slope - weighted.slope).abs() < 1e-12 && (twice.intercept - weighted.intercept).abs() < 1e-12);
    }

    #[test]
    fn points_above_each_other_are_no_line() {
        assert!(Line::through(points(&[(0.1, 1.0), (0.1, 3.0), (0.1, 2.0)])).is_none());
        assert!(Line::through(points(&[(1.0, 1.0)])).is_none());
        assert!(Line::through(points(&[])).is_none());
        assert!(Line::through(points(&[(1.0, 1.0), (2.0, f64::NAN)])).is_none());
    }

    #[test]
    fn the_bottom_of_a_valley_is_found_and_a_slope_has_none() {
        assert!((minimum(0.1, 100.0, |x| (x - 7.0).powi(2)).unwrap() - 7.0).abs() < 1e-6);
        assert_eq!(minimum(0.1, 100.0, |x| x), None);
        assert_eq!(minimum(0.1, 100.0, |x| -x), None);
        assert_eq!(minimum(0.1, 100.0, |_| f64::NAN), None);
    }
}
