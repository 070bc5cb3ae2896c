//! Load from heart rate: training impulses and the score normalized to an hour at threshold.
//!
//! Sources: Banister 1991; Morton, Fitz-Clarke & Banister 1990 (J Appl Physiol 69:1171); Edwards 1993; Lucia et al. 2003
//! (MSSE 35:872); Manzi et al. 2009 (Am J Physiol Heart 296:H1733). Each has a scale of its own, and none of them is that
//! of power or pace.

use crate::statistics::{mean, sample_sd};
use crate::unit::{Bpm, Sex};
use crate::zone::{self, Scheme};

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
    reserve(hr, rest, max).map(|x| weighted(x, a, b))
}

fn weighted(x: f64, a: f64, b: f64) -> f64 {
    x * a * (b * x).exp()
}

/// Edwards' impulse (summated heart-rate zones), arbitrary units: minutes in the five zones from 50, 60, 70, 80 and 90 %
/// of the maximum, times 1 to 5. Below half of the maximum nothing counts. The weights were never validated.
///
/// `hr_1hz` is one usable sample a second. `None` unless the maximum is a positive number.
#[must_use]
pub fn edwards(hr_1hz: &[Bpm], max: Bpm) -> Option<f64> {
    let lower = zone::lower_edges(Scheme::MaxHeart, max.0);
    let weights = hr_1hz.iter().filter_map(|hr| zone::index(hr.0, &lower)).map(|zone| zone as f64 + 1.0);
    (!lower.is_empty()).then(|| weights.sum::<f64>() / 60.0)
}

/// Lucia's impulse, arbitrary units: minutes below the first ventilatory threshold, between the two and above the
/// second, times 1, 2 and 3. A heart rate on either threshold is between them.
///
/// `hr_1hz` is one usable sample a second. `None` unless `0 < vt1 < vt2`.
#[must_use]
pub fn lucia(hr_1hz: &[Bpm], vt1: Bpm, vt2: Bpm) -> Option<f64> {
    let weight = |hr: &Bpm| match hr {
        hr if *hr < vt1 => 1.0,
        hr if *hr <= vt2 => 2.0,
        hr if *hr > vt2 => 3.0,
        // No number is no heart rate.
        _ => 0.0,
    };
    (0.0 < vt1.0 && vt1 < vt2).then(|| hr_1hz.iter().map(weight).sum::<f64>() / 60.0)
}

/// Weights `a` and `b` of an athlete's own impulse.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Individual {
    /// Factor.
    pub a: f64,
    /// Exponent per share of heart-rate reserve.
    pub b: f64,
}

/// Stages a lactate test needs for weights of one's own.
pub const STAGES_NEEDED: usize = 4;

/// An athlete's own weights from a lactate test: `lactate = a e^(b x)`, fitted by least squares to the logarithm.
///
/// `x` are shares of heart-rate reserve and `lactate` mmol/l of the same stages. `None` for fewer than
/// [`STAGES_NEEDED`], different lengths, a lactate that is not above 0, no spread in `x`, or lactate that does not rise.
#[must_use]
pub fn fit_individual(x: &[f64], lactate: &[f64]) -> Option<Individual> {
    if x.len() != lactate.len() || x.len() < STAGES_NEEDED || !lactate.iter().all(|l| *l > 0.0 && l.is_finite()) {
        return None;
    }
    let y: Vec<f64> = lactate.iter().map(|l| l.ln()).collect();
    let (mean_x, mean_y) = (mean(x)?, mean(&y)?);
    let spread = sample_sd(x)?.powi(2) * (x.len() - 1) as f64;
    let together: f64 = x.iter().zip(&y).map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let b = together / spread;
    let fit = Individual { a: (mean_y - b * mean_x).exp(), b };
    (spread > 1e-9 && b > 0.0 && b.is_finite() && fit.a.is_finite()).then_some(fit)
}

/// Impulse with the athlete's own weights, arbitrary units, summed second by second as [`banister_trimp`].
#[must_use]
pub fn individual_trimp(hr_1hz: &[Bpm], rest: Bpm, max: Bpm, own: Individual) -> Option<f64> {
    reserve(rest, rest, max)?;
    let minute = |hr: &Bpm| reserve(*hr, rest, max).map(|x| weighted(x, own.a, own.b));
    hr_1hz.iter().map(minute).sum::<Option<f64>>().map(|total| total / 60.0)
}

/// Beats a week's resting heart rate must be above the baseline to count as raised.
pub const RAISED_BPM: f64 = 3.0;

/// Whether resting heart rate is raised: the mean of the week's days above the baseline's by more than one standard
/// deviation and by at least [`RAISED_BPM`]. A supporting sign only (Bosquet et al. 2008); the bounds are a design choice.
///
/// Days without a value are left out. `None` below 3 days of the week or 14 of the baseline.
#[must_use]
pub fn resting_raised(week: &[Bpm], baseline: &[Bpm]) -> Option<bool> {
    if week.len() < crate::hrv::WEEK_DAYS_NEEDED || baseline.len() < crate::hrv::BASELINE_DAYS_NEEDED {
        return None;
    }
    let values = |days: &[Bpm]| days.iter().map(|hr| hr.0).collect::<Vec<f64>>();
    let (week, baseline) = (values(week), values(baseline));
    let above = mean(&week)? - mean(&baseline)?;
    Some(above > sample_sd(&baseline)? && above >= RAISED_BPM)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Individual = Individual { a: 0.1, b: 4.5 };

    #[test]
    fn edwards_counts_a_minute_at_95_percent_five_times_and_one_at_45_not_at_all() {
        assert_eq!(edwards(&[Bpm(190.0); 60], Bpm(200.0)), Some(5.0));
        assert_eq!(edwards(&[Bpm(90.0); 60], Bpm(200.0)), Some(0.0));
        assert_eq!(edwards(&[Bpm(140.0); 60], Bpm(200.0)), Some(3.0), "on the edge is above it");
        assert_eq!(edwards(&[Bpm(140.0); 60], Bpm(0.0)), None);
    }

    #[test]
    fn lucia_counts_both_thresholds_as_between() {
        let minute = |hr| lucia(&[Bpm(hr); 60], Bpm(140.0), Bpm(165.0));
        assert_eq!([139.0, 140.0, 165.0, 166.0].map(minute), [1.0, 2.0, 2.0, 3.0].map(Some));
        assert_eq!(minute(f64::NAN), Some(0.0));
        assert_eq!(lucia(&[], Bpm(165.0), Bpm(140.0)), None);
    }

    #[test]
    fn weights_of_ones_own_need_four_rising_stages() {
        let x = [0.5, 0.6, 0.7, 0.8];
        assert!(fit_individual(&x, &[1.0, 1.4, 2.2, 3.9]).is_some());
        assert_eq!(fit_individual(&x[..3], &[1.0, 1.4, 2.2]), None);
        assert_eq!(fit_individual(&x, &[1.0, 1.4, 2.2]), None);
        assert_eq!(fit_individual(&x, &[1.0, 0.0, 2.2, 3.9]), None);
        assert_eq!(fit_individual(&x, &[4.0, 3.0, 2.0, 1.0]), None);
        assert_eq!(fit_individual(&[0.7; 4], &[1.0, 1.4, 2.2, 3.9]), None);
    }

    #[test]
    fn ones_own_impulse_needs_a_maximum_above_rest() {
        assert_eq!(individual_trimp(&[Bpm(150.0)], Bpm(190.0), Bpm(50.0), OWN), None);
        assert_eq!(individual_trimp(&[Bpm(45.0); 60], Bpm(50.0), Bpm(190.0), OWN), Some(0.0));
    }

    #[test]
    fn a_resting_heart_rate_is_raised_when_it_leaves_both_its_own_noise_and_three_beats() {
        let baseline: Vec<Bpm> = (0..28).map(|day| Bpm(50.0 + f64::from(day % 3))).collect();
        assert_eq!(resting_raised(&[Bpm(55.0); 7], &baseline), Some(true));
        assert_eq!(resting_raised(&[Bpm(53.5); 7], &baseline), Some(false), "two and a half beats");
        assert_eq!(resting_raised(&[Bpm(55.0); 2], &baseline), None);
        assert_eq!(resting_raised(&[Bpm(55.0); 7], &baseline[..13]), None);
    }

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
