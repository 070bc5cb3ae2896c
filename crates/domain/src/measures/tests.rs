use chrono::NaiveDate;

use super::*;
use crate::reading::Missing;
use crate::recording::{Channel, ChannelKind, Length, Span, StrengthSet};
use crate::settings::{IndividualImpulse, Settings};
use crate::sport::Sport;
use crate::unit::{Joules, Kilograms, Seconds, Sex};

mod feet;
mod heart;
mod load;
mod ride;
mod run;
mod scale;
mod whole;

fn channel(kind: ChannelKind, samples: impl IntoIterator<Item = (u32, f64)>) -> Channel {
    let (ms, values) = samples.into_iter().map(|(s, value)| (s * 1000, value)).unzip();
    Channel { kind, ms, values, suspect: Vec::new() }
}

fn steady(kind: ChannelKind, seconds: u32, value: f64) -> Channel {
    channel(kind, (0..seconds).map(|s| (s, value)))
}

/// A channel whose value is made of its second.
fn made(kind: ChannelKind, seconds: u32, value: impl Fn(u32) -> f64) -> Channel {
    channel(kind, (0..seconds).map(|s| (s, value(s))))
}

fn recording(sport: Sport, timer_s: f64, channels: Vec<Channel>) -> Recording {
    Recording { sport, timer: Seconds(timer_s), elapsed: Seconds(timer_s), channels, ..Recording::default() }
}

/// The thresholds of a rider who runs on heart rate.
fn basis() -> Basis {
    let settings = Settings {
        from: NaiveDate::default(),
        ftp: Some(Watts(250.0)),
        lthr: Some(Bpm(170.0)),
        hr_max: Some(Bpm(190.0)),
        hr_rest: Some(Bpm(50.0)),
        ..Settings::default()
    };
    Basis { settings: Some(settings), sex: Some(Sex::Male), ..Basis::default() }
}

/// Every threshold there is.
fn complete() -> Basis {
    let settings = Settings {
        threshold_speed: Some(MetersPerSecond(4.0)),
        critical_power: Some(Watts(260.0)),
        w_prime: Some(Joules(20_000.0)),
        swim_speed: Some(MetersPerSecond(1.25)),
        vt1: Some(Bpm(140.0)),
        vt2: Some(Bpm(165.0)),
        body_mass: Some(Kilograms(70.0)),
        height: Some(Meters(1.78)),
        impulse: Some(IndividualImpulse { a: 0.2, b: 3.0 }),
        ..basis().settings.unwrap()
    };
    Basis { settings: Some(settings), ..basis() }
}

fn measured(recording: &Recording, basis: &Basis, rpe: Option<Rpe>) -> Computed {
    of(recording, basis, rpe, Curves::Kept)
}

fn summary(recording: &Recording, basis: &Basis, rpe: Option<Rpe>) -> Summary {
    measured(recording, basis, rpe).summary
}

fn numbers(recording: &Recording, basis: &Basis) -> Measures {
    measured(recording, basis, None).measures
}

fn why(measures: &Measures, metric: Metric) -> Missing {
    match measures.values.get(&metric) {
        Some(Measured::Missing { why }) => *why,
        other => panic!("{metric}: {other:?}"),
    }
}

fn known(measures: &Measures, metric: Metric) -> (f64, Vec<Doubt>) {
    match measures.values.get(&metric) {
        Some(Measured::Known { value, doubts }) => (*value, doubts.clone()),
        other => panic!("{metric}: {other:?}"),
    }
}

fn near(measures: &Measures, metric: Metric, expected: f64, within: f64) {
    let (value, _) = known(measures, metric);
    assert!((value - expected).abs() <= within, "{metric}: {value}, not {expected}");
}
