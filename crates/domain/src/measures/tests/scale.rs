//! Sources that stand in for the usual one.

use super::*;
use crate::activity::tests::blank;
use crate::settings::{OVERLAP_NEEDED, SourceScale, scales};
use crate::summary::{DEFAULT_RPE_SCALE, LoadSource};

/// An hour of riding without a meter.
fn strap() -> Recording {
    recording(Sport::Ride, 3600.0, vec![steady(ChannelKind::HeartRate, 3600, 170.0)])
}

fn bridging(from: LoadSource, scale: f64) -> Basis {
    Basis { scales: vec![SourceScale { sport: Sport::Ride, from, scale, sessions: 20 }], ..basis() }
}

#[test]
fn a_stand_in_is_put_on_the_scale_of_the_usual_source_and_says_so() {
    let made = measured(&strap(), &bridging(LoadSource::HeartRate, 0.8), None);
    let load = made.summary.load.unwrap();
    assert_eq!((load.source, load.scale, load.stands_in), (LoadSource::HeartRate, Some(0.8), true));
    assert!((load.points - 80.0).abs() < 1e-9);
    assert_eq!(known(&made.measures, Metric::Load).1, [Doubt::Bridged { scale: 0.8, sessions: 20 }]);
    near(&made.measures, Metric::HrTss, 100.0, 1e-9);
}

#[test]
fn without_a_scale_it_counts_as_it_is_and_says_that() {
    let made = measured(&strap(), &basis(), None);
    let load = made.summary.load.unwrap();
    assert_eq!((load.scale, load.stands_in), (None, true));
    assert!((load.points - 100.0).abs() < 1e-9);
    assert_eq!(known(&made.measures, Metric::Load).1, [Doubt::Unbridged]);
    let other_sport = Basis {
        scales: vec![SourceScale { sport: Sport::Run, ..bridging(LoadSource::HeartRate, 0.8).scales[0] }],
        ..basis()
    };
    assert_eq!(measured(&strap(), &other_sport, None).summary.load, Some(load));
}

#[test]
fn where_the_thresholds_make_heart_rate_usual_it_stands_in_for_nothing() {
    let mut basis = basis();
    basis.settings.as_mut().unwrap().ftp = None;
    let made = measured(&strap(), &basis, None);
    assert!(!made.summary.load.unwrap().stands_in);
    assert_eq!(known(&made.measures, Metric::Load).1, []);
    // Rides from before the first threshold test are on the scale of those after it.
    basis.scales = bridging(LoadSource::HeartRate, 0.8).scales;
    assert!(measured(&strap(), &basis, None).summary.load.unwrap().stands_in);
}

#[test]
fn felt_effort_uses_the_learned_scale_then_that_of_the_sport_then_the_default() {
    let silent = recording(Sport::Ride, 3600.0, Vec::new());
    let felt = |basis: &Basis| {
        let made = measured(&silent, basis, Some(Rpe(5.0)));
        let load = made.summary.load.unwrap();
        assert!(load.stands_in && load.source == LoadSource::Perceived);
        assert!((load.points - 300.0 * load.scale.unwrap()).abs() < 1e-9);
        (load.scale.unwrap(), known(&made.measures, Metric::Load).1)
    };
    let own = bridging(LoadSource::Perceived, 0.3);
    assert_eq!(felt(&basis()), (DEFAULT_RPE_SCALE, vec![Doubt::Unbridged]));
    assert_eq!(felt(&own), (0.3, vec![Doubt::Bridged { scale: 0.3, sessions: 20 }]));
    let learned = Basis { rpe_scale: Some(0.25), ..own };
    assert_eq!(felt(&learned), (0.25, vec![Doubt::Bridged { scale: 0.25, sessions: 20 }]));
    let measured_nothing = measured(&silent, &Basis::default(), Some(Rpe(5.0)));
    assert!(!measured_nothing.summary.load.unwrap().stands_in, "without thresholds felt effort is the usual source");
}

fn sample(sport: Sport, values: &[(Metric, f64)]) -> (Activity, Measures) {
    let values =
        values.iter().map(|&(metric, value)| (metric, Measured::Known { value, doubts: Vec::new() })).collect();
    let measures = Measures { values, zones: Vec::new(), method: METHOD, basis: String::new() };
    (Activity { sport, ..blank() }, measures)
}

use crate::activity::Activity;

#[test]
fn a_scale_is_the_median_of_ratios_over_fifteen_sessions_of_a_sport() {
    let ride = |n: usize| {
        let power = 60.0 + n as f64;
        sample(Sport::Ride, &[(Metric::Tss, power), (Metric::HrTss, power / 0.8), (Metric::SessionRpe, power / 0.25)])
    };
    let mut samples: Vec<(Activity, Measures)> = (0..OVERLAP_NEEDED).map(ride).collect();
    samples[0] = sample(Sport::Ride, &[(Metric::Tss, 60.0), (Metric::HrTss, 600.0), (Metric::SessionRpe, 240.0)]);
    samples.push(sample(Sport::Ride, &[(Metric::HrTss, 50.0)]));
    samples.push(sample(Sport::Run, &[(Metric::RunTss, 50.0), (Metric::HrTss, 10.0)]));
    let found = scales(&samples);
    assert_eq!(
        found.iter().map(|s| (s.sport, s.from, s.sessions)).collect::<Vec<_>>(),
        [(Sport::Ride, LoadSource::HeartRate, 15), (Sport::Ride, LoadSource::Perceived, 15)]
    );
    assert!((found[0].scale - 0.8).abs() < 1e-12 && (found[1].scale - 0.25).abs() < 1e-12, "{found:?}");
    assert_eq!(scales(&samples[1..]), [], "fourteen are not enough");
}

#[test]
fn without_enough_of_the_first_source_the_next_is_usual() {
    let run = |n: usize| {
        sample(Sport::Run, &[(Metric::HrTss, 50.0 + n as f64), (Metric::SessionRpe, 200.0 + 4.0 * n as f64)])
    };
    let mut samples: Vec<(Activity, Measures)> = (0..20).map(run).collect();
    samples.push(sample(Sport::Run, &[(Metric::RunTss, 80.0), (Metric::HrTss, 90.0)]));
    let found = scales(&samples);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].from, found[0].scale, found[0].sessions), (LoadSource::Perceived, 0.25, 20));
}
