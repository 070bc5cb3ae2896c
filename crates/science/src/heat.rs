//! Heat: what the air asks of a runner, and what it usually costs.
//!
//! Temperatures in the shade and relative humidity in per cent, as a weather station gives them. Everything here is `None`
//! outside -50 to 60 °C and 0 to 100 %.

use crate::unit::Celsius;

/// Slow-down grows by this many points a degree above the hottest races Ely et al. had. Design choice.
const BEYOND_PER_DEGREE: f64 = 0.35;

/// Slow-down of the fastest at the middle of each quarter of WBGT, per cent over the coolest quarter.
const MEN: [(f64, f64); 4] = [(7.5, 0.0), (12.5, 0.8), (17.5, 1.6), (22.5, 2.8)];
const WOMEN: [(f64, f64); 4] = [(7.5, 0.0), (12.5, 0.0), (17.5, 0.6), (22.5, 2.2)];

/// Sensitivity by marathon time, hours: the direction is Ely's, the sizes are a design choice.
const SENSITIVITY: [(f64, f64); 3] = [(2.5, 1.0), (3.5, 1.5), (4.0, 2.0)];
const UNACCLIMATISED: f64 = 1.25;

fn sound(air: Celsius, humidity: f64) -> Option<(f64, f64)> {
    ((-50.0..=60.0).contains(&air.0) && (0.0..=100.0).contains(&humidity)).then_some((air.0, humidity))
}

/// Pressure of water vapour, hPa (Magnus form of the Australian Bureau of Meteorology).
#[must_use]
pub fn vapour_pressure(air: Celsius, humidity: f64) -> Option<f64> {
    let (t, rh) = sound(air, humidity)?;
    Some(rh / 100.0 * 6.105 * (17.27 * t / (237.7 + t)).exp())
}

/// Wet-bulb globe temperature outdoors, approximated without sun and wind sensors (Australian Bureau of Meteorology):
/// `0.567 T + 0.393 e + 3.94`.
///
/// Takes moderate sun and light wind for granted and so says too much at night, under clouds and indoors: use
/// [`wbgt_shade`] there.
#[must_use]
pub fn wbgt(air: Celsius, humidity: f64) -> Option<Celsius> {
    Some(Celsius(0.567 * air.0 + 0.393 * vapour_pressure(air, humidity)? + 3.94))
}

/// Wet-bulb globe temperature without sun: `0.7 wet bulb + 0.3 air`.
#[must_use]
pub fn wbgt_shade(air: Celsius, humidity: f64) -> Option<Celsius> {
    Some(Celsius(0.7 * wet_bulb(air, humidity)?.0 + 0.3 * air.0))
}

/// Wet-bulb temperature at sea level (Stull 2011, J Appl Meteor Climatol 50:2267-9), within 1 °C from -20 to 50 °C and 5 to
/// 99 % humidity.
#[must_use]
pub fn wet_bulb(air: Celsius, humidity: f64) -> Option<Celsius> {
    let (t, rh) = sound(air, humidity)?;
    Some(Celsius(
        t * (0.151_977 * (rh + 8.313_659).sqrt()).atan() + (t + rh).atan() - (rh - 1.676_331).atan()
            + 0.003_918_38 * rh.powf(1.5) * (0.023_101 * rh).atan()
            - 4.686_035,
    ))
}

/// Dew point (Magnus form with the coefficients of Alduchov & Eskridge 1996). `None` in perfectly dry air too.
#[must_use]
pub fn dew_point(air: Celsius, humidity: f64) -> Option<Celsius> {
    let (t, rh) = sound(air, humidity).filter(|&(_, rh)| rh > 0.0)?;
    let gamma = (rh / 100.0).ln() + 17.625 * t / (243.04 + t);
    Some(Celsius(243.04 * gamma / (17.625 - gamma)))
}

/// Heat index of the US National Weather Service: Steadman's simple form, and from 80 °F of it Rothfusz's regression with
/// its adjustments for dry and for very humid air. In the shade, for a person walking.
#[must_use]
pub fn heat_index(air: Celsius, humidity: f64) -> Option<Celsius> {
    let (t, rh) = sound(air, humidity)?;
    let f = t * 9.0 / 5.0 + 32.0;
    let simple = 0.5 * (f + 61.0 + (f - 68.0) * 1.2 + rh * 0.094);
    let index = if simple >= 80.0 { adjusted(rothfusz(f, rh), f, rh) } else { simple };
    Some(Celsius((index - 32.0) * 5.0 / 9.0))
}

/// Fahrenheit in and out.
fn rothfusz(f: f64, rh: f64) -> f64 {
    -42.379 + 2.049_015_23 * f + 10.143_331_27 * rh
        - 0.224_755_41 * f * rh
        - 6.837_83e-3 * f * f
        - 5.481_717e-2 * rh * rh
        + 1.228_74e-3 * f * f * rh
        + 8.5282e-4 * f * rh * rh
        - 1.99e-6 * f * f * rh * rh
}

fn adjusted(index: f64, f: f64, rh: f64) -> f64 {
    if rh < 13.0 && (80.0..=112.0).contains(&f) {
        index - (13.0 - rh) / 4.0 * ((17.0 - (f - 95.0).abs()) / 17.0).sqrt()
    } else if rh > 85.0 && (80.0..=87.0).contains(&f) {
        index + (rh - 85.0) / 10.0 * ((87.0 - f) / 5.0)
    } else {
        index
    }
}

/// Slow-down of the best men in seven marathons, per cent of the time in the coolest quarter of races.
///
/// Source: Ely et al. 2007, MSSE 39:487-93: medians by quarter of WBGT, joined at the quarters' middles by straight lines
/// (our interpolation). Nothing below 7.5 °C; above 22.5 °C a design choice of 0.35 points a degree. `None` unless `wbgt` is
/// a number.
#[must_use]
pub fn ely_men(wbgt: Celsius) -> Option<f64> {
    wbgt.0.is_finite().then(|| along(&MEN, wbgt.0, BEYOND_PER_DEGREE))
}

/// As [`ely_men`], of the best women; the second quarter, faster than the first, counts as no slow-down.
#[must_use]
pub fn ely_women(wbgt: Celsius) -> Option<f64> {
    wbgt.0.is_finite().then(|| along(&WOMEN, wbgt.0, BEYOND_PER_DEGREE))
}

/// Slow-down to expect in a marathon-like effort, per cent, as (middle, (low, high)).
///
/// The line of [`ely_men`] times a sensitivity of 1.0 up to a marathon of 2:30, 1.5 at 3:30 and 2.0 from 4:00, and 1.25 times
/// as much for those not used to heat. The sizes beyond the elite are a design choice, so the band is wide: half of the middle
/// and half a point to each side, which holds nearly all of a table made by others from other races. `None` unless the inputs
/// are numbers and the time is positive.
#[must_use]
pub fn slow_down(wbgt: Celsius, marathon_time_h: f64, acclimatised: bool) -> Option<(f64, (f64, f64))> {
    if !(marathon_time_h > 0.0 && marathon_time_h.is_finite()) {
        return None;
    }
    let used_to = if acclimatised { 1.0 } else { UNACCLIMATISED };
    let middle = ely_men(wbgt)? * along(&SENSITIVITY, marathon_time_h, 0.0) * used_to;
    let half = 0.5 * middle + 0.5;
    Some((middle, ((middle - half).max(0.0), middle + half)))
}

/// Straight lines between points of rising x: the first y before them, `beyond` more per unit after them.
fn along(points: &[(f64, f64)], x: f64, beyond: f64) -> f64 {
    let after = points.partition_point(|point| point.0 <= x);
    match (after.checked_sub(1).map(|i| points[i]), points.get(after)) {
        (None, first) => first.map_or(0.0, |point| point.1),
        (Some(last), None) => last.1 + beyond * (x - last.0),
        (Some(a), Some(b)) => a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saturated_air_is_at_its_dew_point_and_its_wet_bulb() {
        for t in [5.0, 15.0, 25.0, 35.0] {
            let air = Celsius(t);
            assert!((dew_point(air, 100.0).unwrap().0 - t).abs() < 1e-9);
            assert!((wet_bulb(air, 99.0).unwrap().0 - t).abs() < 0.5);
            assert!(wbgt(air, 60.0) > wbgt_shade(air, 60.0), "sun adds");
        }
        assert_eq!(dew_point(Celsius(20.0), 0.0), None);
    }

    #[test]
    fn the_heat_index_adjusts_dry_and_very_humid_air() {
        // 100 °F at 10 % and 82 °F at 95 %: the chart of the service says about 94 and 93.
        let fahrenheit = |f: f64, rh| heat_index(Celsius((f - 32.0) / 1.8), rh).unwrap().0 * 1.8 + 32.0;
        assert!((fahrenheit(100.0, 10.0) - 94.0).abs() < 1.0, "{}", fahrenheit(100.0, 10.0));
        assert!((fahrenheit(82.0, 95.0) - 93.0).abs() < 1.0, "{}", fahrenheit(82.0, 95.0));
        assert!(fahrenheit(82.0, 95.0) > rothfusz(82.0, 95.0));
        assert!(fahrenheit(100.0, 10.0) < rothfusz(100.0, 10.0));
    }

    #[test]
    fn air_outside_the_formulas_has_no_value() {
        for (t, rh) in [(61.0, 50.0), (20.0, 101.0), (20.0, -1.0), (f64::NAN, 50.0), (20.0, f64::NAN)] {
            let air = Celsius(t);
            assert_eq!((wbgt(air, rh), wbgt_shade(air, rh), heat_index(air, rh)), (None, None, None));
            assert_eq!((vapour_pressure(air, rh), dew_point(air, rh)), (None, None));
        }
        assert_eq!(ely_men(Celsius(f64::NAN)), None);
        assert_eq!(slow_down(Celsius(20.0), 0.0, true), None);
        assert_eq!(slow_down(Celsius(20.0), f64::NAN, true), None);
    }

    #[test]
    fn slower_runners_and_those_not_used_to_heat_lose_more_with_a_band_that_holds_the_middle() {
        let at = |hours, used| slow_down(Celsius(22.5), hours, used).unwrap();
        assert_eq!(at(2.5, true).0, 2.8);
        assert!((at(3.5, true).0 - 4.2).abs() < 1e-12 && (at(5.0, true).0 - 5.6).abs() < 1e-12);
        assert!((at(2.5, false).0 - 3.5).abs() < 1e-12);
        for (middle, (low, high)) in [at(2.2, true), at(3.0, false), at(6.0, false)] {
            assert!(0.0 <= low && low < middle && middle < high);
        }
        assert_eq!(slow_down(Celsius(3.0), 3.0, true), Some((0.0, (0.0, 0.5))));
    }
}
