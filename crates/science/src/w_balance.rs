//! W' balance: what is left of the work above critical power, second by second.
//!
//! Each function takes one stretch of recorded time without a break and begins it with the whole of W'. Nothing is known
//! of what happened in a pause, so none is bridged: after one the balance is the most that can be left.
//!
//! A balance below zero is kept: it says that critical power or W' is set too low. How fast W' comes back differs much
//! between people.
//!
//! Sources: Skiba et al. 2012 (Med Sci Sports Exerc 44:1526), Skiba et al. 2015 (Eur J Appl Physiol 115:703).

/// The balance after each second, joules, by the differential model with the exact solution for each second.
///
/// `power_1hz` watts, `cp` watts, `w_prime` joules. Above critical power every watt is paid in full; below it the part
/// spent shrinks by `e^(-(CP - P) / W')` a second. Each value depends only on the seconds before it, so it holds live
/// too. A second that is not a number changes nothing. Same length as the input; empty unless `cp` and `w_prime` are
/// positive numbers.
#[must_use]
pub fn differential(power_1hz: &[f64], cp: f64, w_prime: f64) -> Vec<f64> {
    if !usable(cp, w_prime) {
        return Vec::new();
    }
    let mut spent = 0.0;
    let step = |&power: &f64| {
        let above = power - cp;
        if above < 0.0 && spent != 0.0 && above.is_finite() {
            spent *= (above / w_prime).exp();
        } else if above >= 0.0 && above.is_finite() {
            spent += above;
        }
        w_prime - spent
    };
    power_1hz.iter().map(step).collect()
}

/// The balance after each second, joules, by the integral model of 2012.
///
/// Every joule above critical power decays with one time constant, [`tau`] of the whole stretch, in and out of the red
/// alike; an early value therefore changes with what is done later. Kept for comparison; [`differential`] is ours.
/// Arguments and length as there.
#[must_use]
pub fn integral(power_1hz: &[f64], cp: f64, w_prime: f64) -> Vec<f64> {
    if !usable(cp, w_prime) {
        return Vec::new();
    }
    let left = (-1.0 / tau(below_cp_deficit(power_1hz, cp).unwrap_or(0.0))).exp();
    let mut spent = 0.0;
    let step = |&power: &f64| {
        let above = power - cp;
        spent = spent * left + if above.is_finite() { above.max(0.0) } else { 0.0 };
        w_prime - spent
    };
    power_1hz.iter().map(step).collect()
}

/// Time constant of recovery in the integral model, seconds, from the watts by which recovery lies below critical power.
/// Source: Skiba et al. 2012.
#[must_use]
pub fn tau(below_cp_deficit: f64) -> f64 {
    546.0 * (-0.01 * below_cp_deficit).exp() + 316.0
}

/// Critical power less the mean of all power below it, watts; coasting counts. `None` without a second below it.
#[must_use]
pub fn below_cp_deficit(power_1hz: &[f64], cp: f64) -> Option<f64> {
    let below = power_1hz.iter().filter(|power| power.is_finite() && **power < cp);
    let (sum, count) = below.fold((0.0, 0usize), |(sum, count), power| (sum + power, count + 1));
    (count > 0).then(|| cp - sum / count as f64).filter(|deficit| deficit.is_finite())
}

fn usable(cp: f64, w_prime: f64) -> bool {
    cp > 0.0 && cp.is_finite() && w_prime > 0.0 && w_prime.is_finite()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn above_critical_power_every_joule_is_paid_and_the_debt_is_shown() {
        let balance = differential(&[360.0; 300], 260.0, 20_000.0);
        assert_eq!((balance[0], balance[199], balance[299]), (19_900.0, 0.0, -10_000.0));
    }

    #[test]
    fn below_it_what_was_spent_halves_in_a_time_set_by_w_prime_and_the_deficit() {
        let mut watts = vec![360.0; 100];
        watts.extend([160.0; 600]);
        let balance = differential(&watts, 260.0, 20_000.0);
        let half_life = (20_000.0 / 100.0 * 2.0f64.ln()).round() as usize;
        assert!((balance[99 + half_life] - 15_000.0).abs() < 20.0, "{}", balance[99 + half_life]);
        assert!(balance[699] < 20_000.0);
    }

    #[test]
    fn a_second_that_is_not_a_number_changes_nothing() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let balance = differential(&[360.0, bad, 160.0], 260.0, 20_000.0);
            assert_eq!((balance[0], balance[1]), (19_900.0, 19_900.0));
            assert!(balance[2] > 19_900.0);
            assert!(integral(&[360.0, bad, 160.0], 260.0, 20_000.0).iter().all(|left| left.is_finite()));
        }
    }

    #[test]
    fn without_critical_power_or_w_prime_there_is_no_balance() {
        for (cp, w_prime) in [(0.0, 20_000.0), (260.0, 0.0), (f64::NAN, 1.0), (260.0, -1.0), (260.0, f64::INFINITY)] {
            assert!(differential(&[300.0; 5], cp, w_prime).is_empty());
            assert!(integral(&[300.0; 5], cp, w_prime).is_empty());
        }
        assert!(differential(&[], 260.0, 20_000.0).is_empty());
        assert_eq!(below_cp_deficit(&[300.0; 5], 260.0), None);
    }

    #[test]
    fn easier_recovery_is_faster_and_never_faster_than_the_published_limit() {
        assert!(tau(20.0) > tau(100.0) && tau(100.0) > tau(200.0));
        assert_eq!(tau(0.0), 862.0);
        assert_eq!(tau(1e9), 316.0);
    }
}
