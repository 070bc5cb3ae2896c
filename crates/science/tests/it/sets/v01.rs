//! Power, its scores and decoupling.

use science::unit::{Bpm, Seconds, Watts};
use science::{decoupling, power, statistics};

use crate::vectors::{Vector, lcg};

pub(crate) fn check(v: &Vector) -> bool {
    match v.id() {
        "np.const" => of_a_ride(v, &[250.0; 3600]),
        "np.square60" => of_a_ride(v, &square60()),
        "np.lcg42" => of_a_ride(v, &lcg(42, 1200).into_iter().map(|u| 400.0 * u).collect::<Vec<_>>()),
        "np.short" => short(v),
        "decoup.pwhr" => power_to_heart_rate(v),
        "decoup.pahr" => pace_to_heart_rate(v),
        "decoup.inverse_form" => heart_rate_to_power(v),
        _ => return false,
    }
    true
}

fn square60() -> Vec<f64> {
    (0..1800).map(|i| if (i / 60) % 2 == 0 { 300.0 } else { 100.0 }).collect()
}

fn watts(values: &[f64]) -> Vec<Watts> {
    values.iter().copied().map(Watts).collect()
}

fn of_a_ride(v: &Vector, values: &[f64]) {
    let (ftp, cp) = (Watts(v.input("ftp")), Watts(v.input("cp")));
    let (samples, time) = (watts(values), Seconds(values.len() as f64));
    let np = power::normalized_power(&samples).unwrap();
    let mean = Watts(statistics::mean(values).unwrap());
    v.check("np_full", np.0);
    v.check("avg_power", mean.0);
    v.check("if", power::intensity_factor(np, ftp).unwrap());
    v.check("tss", power::tss(np, ftp, time).unwrap());
    v.check("vi", power::variability_index(np, mean).unwrap());
    let xp = power::xpower(&samples).unwrap();
    v.check("xpower", xp.0);
    v.check("ri", power::relative_intensity(xp, cp).unwrap());
    v.check("bikescore", power::bike_score(xp, cp, time).unwrap());
    other_starts(v, values, np.0);
}

/// What windows that start with zeros, or that grow, make of the same ride. Only an even ride hides the second.
fn other_starts(v: &Vector, values: &[f64], np: f64) {
    let (diluted, exaggerated) = (every_second_counted(values, |_| 30), every_second_counted(values, |seen| seen));
    v.check("np_gc", diluted);
    v.check("np_expanding", exaggerated);
    assert!((diluted - np).abs() > 1e-3);
    assert!((exaggerated - np).abs() > 1e-3 || v.id() == "np.const");
}

/// The fourth-power mean over every second, each mean divided by `divisor` of the seconds seen so far (at most 30).
fn every_second_counted(values: &[f64], divisor: impl Fn(usize) -> usize) -> f64 {
    let fourth = |i: usize| {
        let window = &values[(i + 1).saturating_sub(30)..=i];
        (window.iter().sum::<f64>() / divisor(window.len()) as f64).powi(4)
    };
    ((0..values.len()).map(fourth).sum::<f64>() / values.len() as f64).sqrt().sqrt()
}

fn short(v: &Vector) {
    assert!(v.expected_value("np_full").is_null());
    assert!(power::normalized_power(&[Watts(500.0); 20]).is_err());
    v.check("np_gc", every_second_counted(&[500.0; 20], |_| 30));
    v.check("np_expanding", every_second_counted(&[500.0; 20], |seen| seen));
}

/// An hour in which a value moves evenly by `by`.
fn hour(from: f64, by: f64) -> Vec<f64> {
    (0..3600).map(|i| from + by * f64::from(i) / 3600.0).collect()
}

fn power_to_heart_rate(v: &Vector) {
    let (output, hr) = (hour(200.0, -6.0), hour(140.0, 10.0));
    let found = decoupling::decoupling(&output, &hr).unwrap();
    v.check("ef_first", found.first);
    v.check("ef_second", found.second);
    v.check("decoupling_pct", found.percent);
    let np = power::normalized_power(&watts(&output)).unwrap();
    v.check("ef_np", power::efficiency_factor(np.0, Bpm(statistics::mean(&hr).unwrap())).unwrap());
}

fn pace_to_heart_rate(v: &Vector) {
    let (speed, hr) = (hour(3.2, -0.05), hour(140.0, 10.0));
    let found = decoupling::decoupling(&speed, &hr).unwrap();
    v.check("ef_first_mps_per_bpm", found.first);
    v.check("ef_second", found.second);
    v.check("decoupling_pct", found.percent);
    // Ours is in metres a minute; Friel's is in yards.
    let metres_a_minute = 60.0 * statistics::mean(&speed).unwrap();
    let ours = power::efficiency_factor(metres_a_minute, Bpm(statistics::mean(&hr).unwrap())).unwrap();
    v.check("ef_friel_yd_per_min_per_bpm", ours / 0.9144);
}

fn heart_rate_to_power(v: &Vector) {
    let (output, hr) = (hour(200.0, -6.0), hour(140.0, 10.0));
    let found = decoupling::decoupling(&output, &hr).unwrap();
    let (first, second) = (1.0 / found.first, 1.0 / found.second);
    let historical = 100.0 * (second - first) / first;
    v.check("pct_hr_over_power", historical);
    assert!((historical - found.percent).abs() > 0.2, "ours is output over heart rate");
}
