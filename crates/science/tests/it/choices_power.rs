//! Where programs disagree about power, decoupling and W' balance, and what ours does: rows of the reference's register
//! of disagreements.

use science::mean_maximal::{best, curve};
use science::series::{Segment, end_to_end, one_hz};
use science::unit::{Seconds, Watts};
use science::{decoupling, power, w_balance};

use crate::vectors::vector;

#[test]
fn row_2_intensity_and_stress_score_divide_by_functional_threshold_and_never_by_critical_power() {
    let (ftp, cp, hour) = (Watts(250.0), Watts(270.0), Seconds(3600.0));
    let ride = [Watts(250.0); 3600];
    let np = power::normalized_power(&ride).unwrap();
    assert_eq!(power::intensity_factor(np, ftp), Some(1.0));
    assert_eq!(power::tss(np, ftp, hour), Some(100.0));
    // Critical power has scores of its own, under their own names and from their own mean.
    let xp = power::xpower(&ride).unwrap();
    assert_eq!(power::relative_intensity(xp, cp), Some(xp.0 / 270.0));
    let score = power::bike_score(xp, cp, hour).unwrap();
    assert!(score < 90.0, "{score}: the same hour is not 100 points of both");
}

#[test]
fn row_7_decoupling_splits_by_time_and_not_by_the_count_of_samples_left() {
    // The strap lost contact for ten minutes early on; power and heart rate change at half of the time.
    let output: Vec<f64> = (0..3600).map(|i| if i < 1800 { 210.0 } else { 200.0 }).collect();
    let mut hr: Vec<f64> = (0..3600).map(|i| if i < 1800 { 140.0 } else { 150.0 }).collect();
    hr[300..900].fill(0.0);
    let ours = decoupling::decoupling(&output, &hr).unwrap();
    assert_eq!((ours.first, ours.second), (210.0 / 140.0, 200.0 / 150.0));
    let left: Vec<(f64, f64)> = output.iter().copied().zip(hr).filter(|(_, hr)| *hr > 0.0).collect();
    let (output, hr): (Vec<f64>, Vec<f64>) = left.into_iter().unzip();
    let by_count = decoupling::decoupling(&output, &hr).unwrap();
    assert!(ours.percent - by_count.percent > 1.0, "{ours:?} {by_count:?}");
}

#[test]
fn row_7_decoupling_takes_mean_power_and_not_normalized_power() {
    let output: Vec<f64> = (0..3600).map(|i| if i >= 1800 && (i / 60) % 2 == 0 { 250.0 } else { 150.0 }).collect();
    let found = decoupling::decoupling(&output, &[140.0; 3600]).unwrap();
    assert_eq!(found.second, 200.0 / 140.0);
    let np = power::normalized_power(&output[1800..].iter().copied().map(Watts).collect::<Vec<_>>()).unwrap();
    assert!(np.0 / 140.0 > found.second * 1.01);
}

#[test]
fn row_10_w_balance_is_differential_and_exact_so_the_past_never_changes() {
    let v = vector("v05_cp", "wbal.session");
    let mut watts = vec![150.0; 600];
    watts.extend([[350.0; 120], [180.0; 120]].concat().repeat(4));
    let (cp, w_prime) = (v.input("cp"), v.input("wprime"));
    let ours = w_balance::differential(&watts, cp, w_prime);
    v.check("differential_exact/end", *ours.last().unwrap());
    for other in ["differential_discrete/end", "integral/end"] {
        assert!((v.expected(other) - ours.last().unwrap()).abs() > 10.0, "{other}");
    }
    // What comes later changes the integral of the first minutes, because its time constant is that of the whole ride.
    let longer: Vec<f64> = watts.iter().copied().chain([50.0; 3600]).collect();
    assert_eq!(w_balance::differential(&longer, cp, w_prime)[..watts.len()], ours);
    let integral = |watts: &[f64]| w_balance::integral(watts, cp, w_prime)[839];
    assert!((integral(&longer) - integral(&watts)).abs() > 10.0);
    // Half a minute in one step or in thirty is the same.
    let stepwise = w_balance::differential(&[vec![360.0; 100], vec![160.0; 30]].concat(), 260.0, 20_000.0)[129];
    let at_once = 20_000.0 - 10_000.0 * (-100.0f64 * 30.0 / 20_000.0).exp();
    assert!((stepwise - at_once).abs() < 1e-6);
}

#[test]
fn row_10_a_balance_below_zero_is_kept() {
    let balance = w_balance::differential(&[400.0; 200], 260.0, 18_000.0);
    assert_eq!(balance.last(), Some(&-10_000.0));
}

/// Ten minutes at 300 W with a pause of ten minutes in the middle.
fn paused() -> Vec<Segment> {
    let samples = (0..600).map(|i: u32| (1000 * if i < 300 { i } else { i + 600 }, 300.0));
    one_hz(samples, std::slice::from_ref(&(300_000..900_000)))
}

#[test]
fn row_20_a_mean_maximal_curve_never_bridges_a_pause() {
    let ride = paused();
    assert_eq!(ride.len(), 2);
    assert_eq!(curve(&ride).last().unwrap().seconds, 300);
    assert_eq!(best(&ride, 301), None);
    let bridged = [Segment { start_s: 0, values: end_to_end(&ride) }];
    assert_eq!(best(&bridged, 600).unwrap().value, 300.0);
}

#[test]
fn row_20_w_balance_never_bridges_a_pause() {
    let ride = paused();
    let balances: Vec<Vec<f64>> =
        ride.iter().map(|stretch| w_balance::differential(&stretch.values, 260.0, 20_000.0)).collect();
    assert_eq!(balances.iter().map(Vec::len).sum::<usize>(), 600, "no second of the pause has a balance");
    assert_eq!(balances[0], balances[1], "each stretch starts with the whole of W'");
    let bridged = w_balance::differential(&end_to_end(&ride), 260.0, 20_000.0);
    assert!(balances[1].last().unwrap() - bridged.last().unwrap() > 10_000.0);
}

#[test]
fn row_20_decoupling_counts_a_pause_as_time_without_any_value() {
    let mut output: Vec<f64> = (0..3600).map(|i| if i < 1800 { 210.0 } else { 200.0 }).collect();
    output[100..200].fill(f64::NAN);
    let found = decoupling::decoupling(&output, &[140.0; 3600]).unwrap();
    assert_eq!((found.first, found.second), (210.0 / 140.0, 200.0 / 140.0));
}
