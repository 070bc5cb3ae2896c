//! Slope, and what running on it costs against the flat.

use serde::{Deserialize, Serialize};

/// Steepest slope (rise over run) Minetti measured; steeper ones are held at it.
pub const STEEPEST: f64 = 0.45;

/// Distance over which a slope is taken, metres.
pub const WINDOW_M: f64 = 30.0;

/// Below this distance a rise cannot be told from ripple and the ground counts as flat, metres. Design choice.
const SHORTEST_M: f64 = 10.0;

/// Energy cost of running on the flat after Minetti, J/kg/m.
const FLAT_COST: f64 = 3.6;

/// How the effort of a slope is turned into a speed on the flat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostModel {
    /// Equal heart rate: what real runners do on real slopes, so that a descent helps little. See [`TABLE`].
    #[default]
    Table,
    /// Equal energy on a treadmill; credits descents far more than roads and trails bear out. See [`minetti_cost`].
    Minetti,
}

impl CostModel {
    /// Every model, the default first.
    pub const ALL: [Self; 2] = [Self::Table, Self::Minetti];

    /// Speed on the flat that costs what one metre a second costs on `slope` (rise over run): graded speed is speed
    /// times this.
    ///
    /// Continuous, exactly 1 on the flat. Beyond the ends of the model (30 % for the table, [`STEEPEST`] for Minetti) the
    /// value at the end holds. Not a number only where the slope is not one.
    #[must_use]
    pub fn factor(self, slope: f64) -> f64 {
        match self {
            Self::Table => between_points(slope),
            Self::Minetti => minetti_cost(slope) / FLAT_COST,
        }
    }
}

/// Energy cost of running on a slope (rise over run), joules per kilogram and metre of path, held beyond [`STEEPEST`].
///
/// Source: Minetti et al. 2002, J Appl Physiol 93:1039-46: ten mountain runners on a treadmill. Least at -18 %.
#[must_use]
pub fn minetti_cost(slope: f64) -> f64 {
    let i = slope.clamp(-STEEPEST, STEEPEST);
    ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + FLAT_COST
}

/// Step between the points of [`TABLE`], rise over run.
const STEP: f64 = 0.025;

/// Factors at -30 %, -27.5 % ... +30 %, joined by straight lines.
///
/// The curve is the one Strava published in 2017 (Robb, "An improved GAP model": pairs of speed and slope at equal heart
/// rate, about 6 million runs of 240,000 people); no formula was published with it. The points at -20, -10, -5, 0, 2.5,
/// 5, 10 and 15 % are readings of that curve. The others follow the fifth-degree fit that
/// GoldenCheetah makes of the whole curve (solved from seven of its values), moved by what that fit is off at the readings
/// on both sides and rounded to 0.005: good to about 0.01 between -20 and 15 %, less so beyond, where few people run.
pub const TABLE: [f64; 25] = [
    1.490, 1.380, 1.270, 1.175, 1.085, 1.010, 0.945, 0.900, 0.875, 0.875, 0.900, 0.940, // -30 % to -2.5 %
    1.0,   // flat
    1.075, 1.190, 1.325, 1.480, 1.655, 1.850, 2.060, 2.275, 2.505, 2.730, 2.955, 3.165, // 2.5 % to 30 %
];

fn between_points(slope: f64) -> f64 {
    let last = TABLE.len() - 1;
    let at = (slope / STEP + (last / 2) as f64).clamp(0.0, last as f64);
    // Saturates; a slope that is not a number lands on the first point and stays not a number through `share`.
    let below = (at as usize).min(last - 1);
    let share = at - below as f64;
    TABLE[below] + (TABLE[below + 1] - TABLE[below]) * share
}

/// Slope under every sample, rise over run: altitude freed of spikes by a median of five samples, then its change over
/// the [`WINDOW_M`] of distance around the sample (what there is of it at the ends), between straight lines.
///
/// Both slices run over the same seconds, distance since the start in metres and altitude in metres. A distance that
/// falls back is held; altitudes that are not numbers take the value before them. Where less than 10 m was covered the
/// ground counts as flat. One value per pair; none at all when no altitude is a number. Best with a barometer: satellite
/// altitude ripples by more than a hill rises in 30 m.
#[must_use]
pub fn slopes(distance_m: &[f64], altitude_m: &[f64]) -> Vec<f64> {
    let n = distance_m.len().min(altitude_m.len());
    let Some(mut height) = altitude_m[..n].iter().copied().find(|value| value.is_finite()) else {
        return Vec::new();
    };
    let mut raw = Vec::with_capacity(n);
    for &value in &altitude_m[..n] {
        height = if value.is_finite() { value } else { height };
        raw.push(height);
    }
    let mut far = distance_m[..n].iter().copied().find(|value| value.is_finite()).unwrap_or(0.0);
    let mut distance = Vec::with_capacity(n);
    for &value in &distance_m[..n] {
        far = if value.is_finite() { far.max(value) } else { far };
        distance.push(far);
    }
    let altitude = without_spikes(&raw);
    let (start, end) = (distance[0], distance[n - 1]);
    let (mut back, mut front) = (Cursor::default(), Cursor::default());
    distance
        .iter()
        .map(|&here| {
            let (from, to) = ((here - WINDOW_M / 2.0).max(start), (here + WINDOW_M / 2.0).min(end));
            let rise = front.height(&distance, &altitude, to) - back.height(&distance, &altitude, from);
            if to - from >= SHORTEST_M { rise / (to - from) } else { 0.0 }
        })
        .collect()
}

/// Median of five around each sample; the two at each end as they are.
fn without_spikes(raw: &[f64]) -> Vec<f64> {
    let mut smooth = raw.to_vec();
    for (middle, five) in smooth.iter_mut().skip(2).zip(raw.windows(5)) {
        *middle = median_of_five(five[0], five[1], five[2], five[3], five[4]);
    }
    smooth
}

/// Without branches: of the first four neither the least nor the greatest can be the median.
fn median_of_five(a: f64, b: f64, c: f64, d: f64, e: f64) -> f64 {
    let low = a.min(b).max(c.min(d));
    let high = a.max(b).min(c.max(d));
    low.min(high).max(e.min(low.max(high)))
}

/// A place on a profile that only moves forward.
#[derive(Default)]
struct Cursor {
    at: usize,
}

impl Cursor {
    /// Altitude at a distance, on the straight line between the samples around it.
    fn height(&mut self, distance: &[f64], altitude: &[f64], wanted: f64) -> f64 {
        while self.at + 2 < distance.len() && distance[self.at + 1] < wanted {
            self.at += 1;
        }
        let next = (self.at + 1).min(distance.len() - 1);
        let leg = distance[next] - distance[self.at];
        let share = if leg > 0.0 { ((wanted - distance[self.at]) / leg).clamp(0.0, 1.0) } else { 0.0 };
        altitude[self.at] + (altitude[next] - altitude[self.at]) * share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_pace(n: usize, speed: f64) -> Vec<f64> {
        (0..n).map(|i| i as f64 * speed).collect()
    }

    #[test]
    fn both_models_are_one_on_the_flat_and_hold_beyond_their_ends() {
        for model in CostModel::ALL {
            assert_eq!(model.factor(0.0), 1.0);
            assert_eq!(model.factor(9.0), model.factor(STEEPEST));
            assert_eq!(model.factor(f64::NEG_INFINITY), model.factor(-STEEPEST));
            assert!(model.factor(f64::NAN).is_nan());
        }
        assert_eq!(CostModel::Table.factor(0.45), 3.165);
        assert_eq!(CostModel::Table.factor(-0.45), 1.49);
    }

    #[test]
    fn a_descent_helps_far_less_at_equal_heart_rate_than_at_equal_energy() {
        assert!(CostModel::Table.factor(-0.1) > CostModel::Minetti.factor(-0.1) + 0.25);
        assert!(CostModel::Table.factor(-0.2) > 1.0 && CostModel::Minetti.factor(-0.2) < 0.51);
    }

    #[test]
    fn the_median_of_five_is_the_third_in_order() {
        let mut seen = 0;
        for code in 0..3125usize {
            let mut five = [0.0; 5];
            for (i, value) in five.iter_mut().enumerate() {
                *value = (code / 5usize.pow(i as u32) % 5) as f64;
            }
            let mut sorted = five;
            sorted.sort_by(f64::total_cmp);
            assert_eq!(median_of_five(five[0], five[1], five[2], five[3], five[4]), sorted[2], "{five:?}");
            seen += 1;
        }
        assert_eq!(seen, 3125);
    }

    #[test]
    fn an_even_hill_has_its_slope_everywhere_ends_included() {
        let distance = at_pace(200, 3.0);
        let altitude: Vec<f64> = distance.iter().map(|d| 100.0 + 0.08 * d).collect();
        for slope in slopes(&distance, &altitude) {
            assert!((slope - 0.08).abs() < 1e-9, "{slope}");
        }
    }

    #[test]
    fn a_spike_of_two_samples_leaves_no_slope() {
        let mut altitude = vec![50.0; 100];
        altitude[40] = 400.0;
        altitude[41] = 400.0;
        assert!(slopes(&at_pace(100, 3.0), &altitude).iter().all(|slope| *slope == 0.0));
    }

    #[test]
    fn standing_still_keeps_the_slope_of_the_ground_around() {
        let mut distance = at_pace(50, 3.0);
        distance.extend([147.0; 60]);
        distance.extend((1..50).map(|i| 147.0 + 3.0 * f64::from(i)));
        let altitude: Vec<f64> = distance.iter().map(|d| 0.05 * d).collect();
        for slope in slopes(&distance, &altitude) {
            assert!((slope - 0.05).abs() < 1e-9, "{slope}");
        }
    }

    #[test]
    fn bad_samples_neither_panic_nor_spread() {
        assert!(slopes(&[], &[]).is_empty());
        assert!(slopes(&[0.0, 3.0], &[f64::NAN, f64::NAN]).is_empty());
        assert_eq!(slopes(&[0.0], &[5.0]), [0.0]);
        assert_eq!(slopes(&[f64::NAN; 3], &[5.0, 6.0, 7.0]), [0.0; 3]);
        let mut distance = at_pace(100, 3.0);
        let mut altitude: Vec<f64> = distance.iter().map(|d| 0.1 * d).collect();
        (distance[50], altitude[20]) = (0.0, f64::NAN);
        assert!(slopes(&distance, &altitude).iter().all(|slope| (slope - 0.1).abs() < 0.02));
        assert_eq!(slopes(&distance, &altitude[..30]).len(), 30);
    }
}
