//! Performance as a constant plus a slow gain and minus a fast loss from training (Banister 1975; Calvert 1976; Morton
//! 1990, J Appl Physiol 69:1171).
//!
//! The parameters are curve constants and no traits of a body: series with few tests fit many sets of them equally well.

/// Performance on the morning of every day: `p0 + k1 sum(w e^(-age/tau1)) - k2 sum(w e^(-age/tau2))` over the loads of
/// the days before. One value for each load.
///
/// The time constants are days above 0. The load of the day itself does not act yet; programs that let it ("inclusive") give other numbers, higher or lower
/// by `(k1 - k2) x load` and more. History from before the first day counts as none: give at least three `tau1` of it.
#[must_use]
pub fn banister_exclusive(loads: &[f64], p0: f64, k1: f64, k2: f64, tau1: f64, tau2: f64) -> Vec<f64> {
    let (gain_left, loss_left) = ((-1.0 / tau1).exp(), (-1.0 / tau2).exp());
    let (mut gain, mut loss) = (0.0, 0.0);
    loads
        .iter()
        .map(|&load| {
            let morning = p0 + k1 * gain - k2 * loss;
            gain = (gain + load) * gain_left;
            loss = (loss + load) * loss_left;
            morning
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_single_load_first_lowers_performance_and_later_raises_it() {
        let mut loads = vec![0.0; 60];
        loads[0] = 100.0;
        let mornings = banister_exclusive(&loads, 500.0, 1.0, 2.0, 45.0, 15.0);
        assert_eq!(mornings[0], 500.0, "the day's own load does not act in the morning");
        assert!(mornings[1] < 500.0);
        // Loss and gain cancel after 15.6 days.
        assert!(mornings[15] < 500.0 && mornings[16] > 500.0);
    }

    #[test]
    fn without_load_performance_stays_where_it_is() {
        assert_eq!(banister_exclusive(&[0.0; 3], 262.0, 0.18, 0.23, 36.0, 21.0), [262.0; 3]);
        assert_eq!(banister_exclusive(&[], 262.0, 0.18, 0.23, 36.0, 21.0), Vec::<f64>::new());
    }
}
