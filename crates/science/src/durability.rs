//! Durability: how much of the fresh best is left after a given amount of work.
//!
//! Idea: Maunder et al. 2021 (Sports Med 51:1619), durability as the change of a performance during long exercise. A
//! best from training is only as hard as the athlete rode, so a low ratio may be a choice and not fatigue.

use crate::mean_maximal;
use crate::series::Segment;

/// Best windows before and after a given amount of work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Durability {
    /// Best mean over the window before the work was done, the output's unit.
    pub fresh: f64,
    /// Best mean over the window after it.
    pub late: f64,
    /// `late / fresh`: 1 is nothing lost.
    pub ratio: f64,
    /// The work that lay between, as given: joules for a work rate in watts.
    pub after: f64,
}

/// The best window after `after_work` of accumulated work against the best before it.
///
/// `output_1hz` (watts or flat-equivalent metres per second) and `work_rate` (work per second: watts give joules, metres
/// per second give metres) have the same length, one value a second, recorded time in order. A second of output that is
/// not a number is a break no window reaches across, which is how a pause is marked; a work rate that is not a number or
/// is negative adds nothing. A window counts as late from the second after the work was reached and as fresh up to that
/// second; one across it is neither. Spikes are treated as in [`mean_maximal`]. `None` when the lengths differ, the
/// window is 0, `after_work` is not positive or never reached, either side has no full window, or the fresh best is not
/// positive.
#[must_use]
pub fn late_vs_fresh(output_1hz: &[f64], work_rate: &[f64], window_s: usize, after_work: f64) -> Option<Durability> {
    if output_1hz.len() != work_rate.len() || after_work.is_nan() || after_work <= 0.0 {
        return None;
    }
    let mut done = 0.0;
    let reached = work_rate.iter().position(|&rate| {
        done += if rate.is_finite() { rate.max(0.0) } else { 0.0 };
        done >= after_work
    })?;
    let (before, after) = output_1hz.split_at(reached + 1);
    let window = u32::try_from(window_s).ok()?;
    let best = |values: &[f64]| {
        let whole = Segment { start_s: 0, values: values.to_vec() };
        mean_maximal::best(std::slice::from_ref(&whole), window).map(|best| best.value)
    };
    let (fresh, late) = (best(before)?, best(after)?);
    (fresh > 0.0).then(|| Durability { fresh, late, ratio: late / fresh, after: after_work })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An hour easy with ten minutes hard in it, twice; the second time ten percent less.
    fn ride() -> Vec<f64> {
        let mut watts = vec![200.0; 7200];
        watts[600..1200].fill(300.0);
        watts[5000..5600].fill(270.0);
        watts
    }

    #[test]
    fn ten_percent_less_after_a_thousand_kilojoules_is_a_ratio_of_nine_tenths() {
        let ride = ride();
        let found = late_vs_fresh(&ride, &ride, 600, 1_000_000.0).unwrap();
        assert_eq!((found.fresh, found.late, found.after), (300.0, 270.0, 1_000_000.0));
        assert!((found.ratio - 0.9).abs() < 1e-12);
    }

    #[test]
    fn a_window_across_the_moment_is_neither_fresh_nor_late() {
        // 20 kJ are reached exactly in the middle of the hard minute.
        let mut watts = vec![100.0; 400];
        watts[170..230].fill(400.0);
        let work_to_200: f64 = watts[..200].iter().sum();
        let found = late_vs_fresh(&watts, &watts, 60, work_to_200).unwrap();
        assert_eq!((found.fresh, found.late), (250.0, 250.0));
    }

    #[test]
    fn a_break_is_not_bridged() {
        let (mut ride, work) = (ride(), ride());
        ride[5300] = f64::NAN;
        let found = late_vs_fresh(&ride, &work, 600, 1_000_000.0).unwrap();
        assert!(found.late < 270.0, "{found:?}");
    }

    #[test]
    fn work_that_was_never_done_and_bad_input_are_unknown() {
        let ride = ride();
        assert_eq!(late_vs_fresh(&ride, &ride, 600, 1e9), None);
        assert_eq!(late_vs_fresh(&ride, &ride[1..], 600, 1_000_000.0), None);
        assert_eq!(late_vs_fresh(&ride, &ride, 0, 1_000_000.0), None);
        assert_eq!(late_vs_fresh(&ride, &ride, 7000, 1_000_000.0), None);
        assert_eq!(late_vs_fresh(&ride, &ride, 600, f64::NAN), None);
        assert_eq!(late_vs_fresh(&ride, &[f64::NAN; 7200], 600, 1.0), None);
        assert_eq!(late_vs_fresh(&[0.0; 100], &[100.0; 100], 10, 1000.0), None);
        assert_eq!(late_vs_fresh(&[], &[], 600, 1_000_000.0), None);
    }
}
