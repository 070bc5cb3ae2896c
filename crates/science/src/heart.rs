//! Load from heart rate: Banister's training impulse and the score normalized to an hour at threshold.
//!
//! Sources: Banister 1991; Morton, Fitz-Clarke & Banister 1990 (J Appl Physiol 69:1171).

use crate::unit::{Bpm, Sex};

/// Share of the heart-rate reserve above which a sample counts no further: a maximum that is set a little too low must
/// not let an exponential run away.
pub const HIGHEST_RESERVE: f64 = 1.05;

/// The published weights `a` and `b` of `a x e^(b x)`. Both differ between the sexes.
const fn weights(sex: Sex) -> (f64, f64) {
    match sex {
        Sex::Female => (0.86, 1.67),
        Sex::Male => (0.64, 1.92),
    }
}

/// Share of the heart-rate reserve in use, 0 to [`HIGHEST_RESERVE`]; below resting heart rate it is 0.
/// `None` unless the maximum lies above the resting value.
#[must_use]
pub fn reserve(hr: Bpm, rest: Bpm, max: Bpm) -> Option<f64> {
    let width = max.0 - rest.0;
    (width > 0.0 && width.is_finite()).then(|| ((hr.0 - rest.0) / width).clamp(0.0, HIGHEST_RESERVE))
}

/// Banister's training impulse, arbitrary units: `minutes x reserve x a e^(b reserve)`, summed second by second.
///
/// `hr_1hz` is one usable sample a second; missing seconds are left out, never given as zero. Summing seconds is larger
/// than using the mean heart rate whenever the session is not steady, because the weight is convex. `None` unless the
/// maximum lies above the resting value.
#[must_use]
pub fn banister_trimp(hr_1hz: &[Bpm], rest: Bpm, max: Bpm, sex: Sex) -> Option<f64> {
    reserve(rest, rest, max)?;
    hr_1hz.iter().map(|&hr| per_minute(hr, rest, max, sex)).sum::<Option<f64>>().map(|total| total / 60.0)
}

/// Heart-rate stress score, points: an impulse as a share of that of one hour at threshold heart rate, times 100.
///
/// `trimp` must come from the same resting and maximal heart rate and coefficients. `None` unless
/// `rest < lthr <= max`.
#[must_use]
pub fn hr_tss(trimp: f64, rest: Bpm, max: Bpm, lthr: Bpm, sex: Sex) -> Option<f64> {
    if !(rest.0 < lthr.0 && lthr.0 <= max.0) {
        return None;
    }
    per_minute(lthr, rest, max, sex).map(|minute| 100.0 * trimp / (60.0 * minute))
}

/// Impulse of one minute at a heart rate.
fn per_minute(hr: Bpm, rest: Bpm, max: Bpm, sex: Sex) -> Option<f64> {
    let (a, b) = weights(sex);
    reserve(hr, rest, max).map(|x| x * a * (b * x).exp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_at_threshold_heart_rate_is_one_hundred_points_for_both_sexes() {
        for sex in [Sex::Female, Sex::Male] {
            let trimp = banister_trimp(&[Bpm(168.0); 3600], Bpm(48.0), Bpm(188.0), sex).unwrap();
            let points = hr_tss(trimp, Bpm(48.0), Bpm(188.0), Bpm(168.0), sex).unwrap();
            assert!((points - 100.0).abs() < 1e-9, "{points}");
        }
    }

    #[test]
    fn thresholds_in_the_wrong_order_give_no_load() {
        assert_eq!(banister_trimp(&[Bpm(150.0)], Bpm(190.0), Bpm(50.0), Sex::Male), None);
        assert_eq!(banister_trimp(&[], Bpm(190.0), Bpm(190.0), Sex::Male), None);
        assert_eq!(hr_tss(100.0, Bpm(50.0), Bpm(190.0), Bpm(45.0), Sex::Male), None);
        assert_eq!(hr_tss(100.0, Bpm(50.0), Bpm(190.0), Bpm(200.0), Sex::Male), None);
    }

    #[test]
    fn a_heart_rate_far_above_the_set_maximum_counts_as_a_little_above_it() {
        assert_eq!(reserve(Bpm(230.0), Bpm(50.0), Bpm(190.0)), Some(HIGHEST_RESERVE));
    }
}
