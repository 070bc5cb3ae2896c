//! Training zones: edges from a threshold, time spent in each, and how polarised it is.
//!
//! Zones are given by their lower edges and are half-open: a value on an edge belongs to the zone above it. Sources:
//! Allen & Coggan 2010 (power, heart rate); Friel (heart rate by sport, as coaches quote it); Seiler 2010 (three zones);
//! Treff 2019, Front Physiol 10:707 (polarisation index). The zones of running and swimming pace are common shares of
//! threshold speed. None of them is a physiological boundary of the person in front of you.

use serde::{Deserialize, Serialize};

/// A way to cut intensity into zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// Seven zones of power by functional threshold power.
    CogganPower,
    /// Five zones of heart rate by threshold heart rate.
    CogganHeart,
    /// Seven zones of heart rate by threshold heart rate, running.
    FrielRun,
    /// Seven zones of heart rate by threshold heart rate, cycling.
    FrielRide,
    /// Five zones of heart rate by maximum, the lowest from 50 %: what is below counts in none.
    MaxHeart,
    /// Three zones between the two ventilatory (or lactate) thresholds.
    ThreeZone,
    /// Six zones of speed by threshold speed, running.
    RunPace,
    /// Six zones of speed by threshold speed, swimming.
    SwimPace,
}

/// What a scheme's edges are shares of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// Functional threshold power, watts.
    Ftp,
    /// Threshold heart rate, bpm.
    Lthr,
    /// Highest heart rate, bpm.
    HrMax,
    /// The two ventilatory thresholds, each a value of its own.
    Vt,
    /// Threshold speed of running, m/s.
    ThresholdSpeed,
    /// Critical swim speed, m/s.
    SwimSpeed,
}

impl Scheme {
    /// Every scheme.
    pub const ALL: [Scheme; 8] = [
        Scheme::CogganPower,
        Scheme::CogganHeart,
        Scheme::FrielRun,
        Scheme::FrielRide,
        Scheme::MaxHeart,
        Scheme::ThreeZone,
        Scheme::RunPace,
        Scheme::SwimPace,
    ];

    /// The name it is stored under.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Scheme::CogganPower => "coggan-power",
            Scheme::CogganHeart => "coggan-heart",
            Scheme::FrielRun => "friel-run",
            Scheme::FrielRide => "friel-ride",
            Scheme::MaxHeart => "max-heart",
            Scheme::ThreeZone => "three-zone",
            Scheme::RunPace => "run-pace",
            Scheme::SwimPace => "swim-pace",
        }
    }

    /// The scheme stored under a name; `None` for a name that is none.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Scheme> {
        Scheme::ALL.into_iter().find(|scheme| scheme.code() == code)
    }

    /// What its edges are shares of.
    #[must_use]
    pub const fn anchor(self) -> Anchor {
        match self {
            Scheme::CogganPower => Anchor::Ftp,
            Scheme::CogganHeart | Scheme::FrielRun | Scheme::FrielRide => Anchor::Lthr,
            Scheme::MaxHeart => Anchor::HrMax,
            Scheme::ThreeZone => Anchor::Vt,
            Scheme::RunPace => Anchor::ThresholdSpeed,
            Scheme::SwimPace => Anchor::SwimSpeed,
        }
    }

    /// Lower edges as shares of the anchor, ascending, one for each zone. Empty for [`Scheme::ThreeZone`], whose two
    /// edges are measured and no shares of anything: see [`three_zones`].
    #[must_use]
    pub const fn lower_shares(self) -> &'static [f64] {
        match self {
            Scheme::CogganPower => &[0.0, 0.55, 0.75, 0.90, 1.05, 1.20, 1.50],
            Scheme::CogganHeart => &[0.0, 0.68, 0.83, 0.94, 1.05],
            Scheme::FrielRun => &[0.0, 0.85, 0.89, 0.94, 0.99, 1.02, 1.06],
            Scheme::FrielRide => &[0.0, 0.81, 0.89, 0.93, 0.99, 1.02, 1.06],
            Scheme::MaxHeart => &[0.5, 0.6, 0.7, 0.8, 0.9],
            Scheme::ThreeZone => &[],
            Scheme::RunPace => &[0.0, 0.80, 0.87, 0.95, 1.05, 1.19],
            Scheme::SwimPace => &[0.0, 0.93, 0.97, 0.99, 1.02, 1.09],
        }
    }
}

/// Lower edges in the anchor's unit, ascending, one for each zone. Empty unless the anchor is a positive number, and for
/// [`Scheme::ThreeZone`].
#[must_use]
pub fn lower_edges(scheme: Scheme, anchor_value: f64) -> Vec<f64> {
    if !(anchor_value > 0.0 && anchor_value.is_finite()) {
        return Vec::new();
    }
    // 0.55 x 280 is a little more than 154 in binary: without rounding, 154 W would lie below the edge it is on.
    scheme.lower_shares().iter().map(|share| (share * anchor_value * 1e9).round() / 1e9).collect()
}

/// Lower edges of the three zones between the first and the second threshold (any unit); `None` unless
/// `0 < first < second`.
#[must_use]
pub fn three_zones(first: f64, second: f64) -> Option<[f64; 3]> {
    (0.0 < first && first < second && second.is_finite()).then_some([0.0, first, second])
}

/// The zone a value is in, counted from 0; `None` below the lowest edge and for a value that is no number.
///
/// `lower` are ascending lower edges. A value on an edge is in the zone above it.
#[must_use]
pub fn index(value: f64, lower: &[f64]) -> Option<usize> {
    lower.iter().filter(|edge| value >= **edge).count().checked_sub(1)
}

/// Seconds in each zone, as many as there are lower edges (ascending).
///
/// `values_1hz` is one usable value a second in the edges' unit. The times sum to the number of values, except for those
/// below the lowest edge and those that are no number, which are in no zone.
#[must_use]
pub fn time_in(values_1hz: &[f64], lower: &[f64]) -> Vec<f64> {
    let mut seconds = vec![0.0; lower.len()];
    for &value in values_1hz {
        if let Some(zone) = index(value, lower) {
            seconds[zone] += 1.0;
        }
    }
    seconds
}

/// Share of the time that stands in for an empty middle zone, and is taken from the top one.
const EMPTY_MIDDLE: f64 = 0.01;

/// Above this the distribution may be called polarised.
pub const POLARISED: f64 = 2.0;

/// Polarisation index `log10(z1 / z2 x z3 x 100)` of the times (or shares) in three zones.
///
/// Without any time in the top zone it is 0; an empty middle zone counts as 1 % taken from the top one. `None` where it
/// has no meaning: more time in the top zone than in the lowest, no time at all, a negative time, an empty middle zone
/// with 1 % or less in the top one. Time in zone and counting sessions by their goal give different values: say which.
#[must_use]
pub fn polarisation_index(times: [f64; 3]) -> Option<f64> {
    let [low, middle, top] = shares(times)?;
    if top == 0.0 {
        return Some(0.0);
    }
    if top > low {
        return None;
    }
    let product = match middle {
        0.0 => low / EMPTY_MIDDLE * (top - EMPTY_MIDDLE) * 100.0,
        _ => low / middle * top * 100.0,
    };
    (product > 0.0).then(|| product.log10())
}

/// Whether the distribution is polarised: index above [`POLARISED`], and more time low than high than in the middle.
/// `None` where [`polarisation_index`] has no meaning.
#[must_use]
pub fn is_polarised(times: [f64; 3]) -> Option<bool> {
    let [low, middle, top] = times;
    polarisation_index(times).map(|index| index > POLARISED && low > top && top > middle)
}

fn shares(times: [f64; 3]) -> Option<[f64; 3]> {
    let total: f64 = times.iter().sum();
    (total > 0.0 && total.is_finite() && times.iter().all(|time| *time >= 0.0)).then(|| times.map(|time| time / total))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_is_found_by_its_code_and_by_no_other() {
        for scheme in Scheme::ALL {
            assert_eq!(Scheme::from_code(scheme.code()), Some(scheme));
            assert_eq!(serde_json::json!(scheme), scheme.code());
        }
        assert_eq!(Scheme::from_code("coggan"), None);
    }

    #[test]
    fn edges_ascend_in_every_scheme() {
        for scheme in Scheme::ALL {
            assert!(scheme.lower_shares().is_sorted_by(|a, b| a < b), "{scheme:?}");
        }
    }

    #[test]
    fn a_value_on_an_edge_is_in_the_zone_above_it_whole_watts_too() {
        let lower = lower_edges(Scheme::CogganPower, 280.0);
        assert_eq!(index(154.0, &lower), Some(1));
        assert_eq!(index(153.9, &lower), Some(0));
        assert_eq!(index(5000.0, &lower), Some(6));
    }

    #[test]
    fn a_heart_rate_below_half_of_the_maximum_is_in_no_zone_and_neither_is_one_that_is_no_number() {
        let lower = lower_edges(Scheme::MaxHeart, 200.0);
        assert_eq!(time_in(&[99.0, 100.0, 185.0, f64::NAN], &lower), [1.0, 0.0, 0.0, 0.0, 1.0]);
    }

    #[test]
    fn without_an_anchor_there_are_no_edges_and_no_times() {
        for anchor in [0.0, -5.0, f64::NAN, f64::INFINITY] {
            assert_eq!(lower_edges(Scheme::CogganPower, anchor), Vec::<f64>::new());
        }
        assert_eq!(time_in(&[100.0], &[]), Vec::<f64>::new());
        assert_eq!(three_zones(160.0, 140.0), None);
        assert_eq!(three_zones(f64::NAN, 140.0), None);
    }

    #[test]
    fn the_index_takes_seconds_as_well_as_shares() {
        let of_shares = polarisation_index([0.8, 0.05, 0.15]).unwrap();
        let of_seconds = polarisation_index([2880.0, 180.0, 540.0]).unwrap();
        assert!((of_shares - of_seconds).abs() < 1e-12);
    }

    #[test]
    fn the_index_has_no_value_where_it_has_no_meaning() {
        for times in [[0.0; 3], [0.2, 0.1, 0.7], [0.995, 0.0, 0.005], [-1.0, 1.0, 1.0], [f64::NAN, 1.0, 1.0]] {
            assert_eq!(polarisation_index(times), None, "{times:?}");
            assert_eq!(is_polarised(times), None);
        }
    }
}
