//! Thin air and what it takes from aerobic power.
//!
//! The coefficients of Bassett 1999 and of Wehrlin & Hallén 2006 are widely repeated; the papers themselves were not at
//! hand. All shares are of aerobic power at sea level, never of running speed, except where the name says speed.

use crate::unit::Meters;

/// Heights the formulas are used for, metres.
const LOWEST_M: f64 = -500.0;
const HIGHEST_M: f64 = 6000.0;

/// Bassett's two curves cross at 4400 m; they are used up to here, km.
const BASSETT_KM: f64 = 4.0;

fn kilometres(height: Meters) -> Option<f64> {
    (LOWEST_M..=HIGHEST_M).contains(&height.0).then(|| height.0 / 1000.0)
}

/// Air pressure of the international standard atmosphere (ISO 2533), hPa. `None` outside -500 to 6000 m.
#[must_use]
pub fn pressure(height: Meters) -> Option<f64> {
    kilometres(height).map(|km| 1013.25 * (1.0 - 2.25577e-2 * km).powf(5.25588))
}

/// Pressure of oxygen in air breathed in (warm, saturated with water), mmHg. `None` as for [`pressure`].
#[must_use]
pub fn inspired_o2(height: Meters) -> Option<f64> {
    pressure(height).map(|hpa| 0.2093 * (hpa * 0.750_061_683 - 47.0))
}

/// Aerobic power left, per cent of sea level, after Bassett et al. 1999 for people used to the height or not.
///
/// At sea level the curve for the acclimatised starts at 99.9. `None` as for [`pressure`] and above 4000 m; below the sea as at
/// the sea.
#[must_use]
pub fn bassett(height: Meters, acclimatised: bool) -> Option<f64> {
    let km = kilometres(height).filter(|&km| km <= BASSETT_KM)?.max(0.0);
    Some(if acclimatised { (-1.12 * km - 1.90) * km + 99.9 } else { ((0.178 * km - 1.43) * km - 4.07) * km + 100.0 })
}

/// Maximal oxygen uptake lost, per cent: 6.3 per 1000 m above 300 m (Wehrlin & Hallén 2006, trained people on arrival).
/// `None` as for [`pressure`].
#[must_use]
pub fn vo2_loss(height: Meters) -> Option<f64> {
    kilometres(height).map(|km| 6.3 * (km - 0.3).max(0.0))
}

/// Running speed lost at equal effort, per cent, as (middle, (low, high)): 0.7 (0.6 to 0.8) of the loss of
/// [`vo2_loss`]. For efforts of some minutes and more; sprints gain from thin air. `None` as for [`pressure`].
#[must_use]
pub fn speed_loss(height: Meters) -> Option<(f64, (f64, f64))> {
    vo2_loss(height).map(|loss| (0.7 * loss, (0.6 * loss, 0.8 * loss)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_below_three_hundred_metres() {
        for height in [-100.0, 0.0, 300.0] {
            assert_eq!(vo2_loss(Meters(height)), Some(0.0));
            assert_eq!(speed_loss(Meters(height)), Some((0.0, (0.0, 0.0))));
        }
    }

    #[test]
    fn higher_means_thinner_air_and_less_power_and_the_acclimatised_keep_more() {
        for height in (500..4000).step_by(100).map(|m| Meters(f64::from(m))) {
            let above = Meters(height.0 + 100.0);
            assert!(pressure(above) < pressure(height) && inspired_o2(above) < inspired_o2(height));
            assert!(bassett(above, true) < bassett(height, true) && bassett(above, false) < bassett(height, false));
            assert!(bassett(height, true) > bassett(height, false));
            let (middle, (low, high)) = speed_loss(height).unwrap();
            assert!(low < middle && middle < high && high < vo2_loss(height).unwrap());
        }
    }

    #[test]
    fn heights_outside_the_formulas_are_refused() {
        for height in [-501.0, 6001.0, f64::NAN] {
            assert_eq!((pressure(Meters(height)), bassett(Meters(height), true)), (None, None));
            assert_eq!(speed_loss(Meters(height)), None);
        }
        assert!(bassett(Meters(4001.0), false).is_none() && pressure(Meters(4001.0)).is_some());
    }
}
