//! All measures of one recording, beside a plain pass over the numbers of its channels.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use domain::measures::{self, Curves};
use domain::recording::{Channel, ChannelKind, Recording};
use domain::settings::{Basis, IndividualImpulse, Settings};
use domain::sport::Sport;
use domain::unit::{Bpm, Joules, Kilograms, Meters, MetersPerSecond, Seconds, Watts};

/// Every threshold, so that every number is made.
fn basis() -> Basis {
    let settings = Settings {
        ftp: Some(Watts(250.0)),
        lthr: Some(Bpm(168.0)),
        hr_max: Some(Bpm(190.0)),
        hr_rest: Some(Bpm(48.0)),
        threshold_speed: Some(MetersPerSecond(4.2)),
        critical_power: Some(Watts(255.0)),
        w_prime: Some(Joules(18_000.0)),
        vt1: Some(Bpm(140.0)),
        vt2: Some(Bpm(165.0)),
        body_mass: Some(Kilograms(70.0)),
        height: Some(Meters(1.78)),
        impulse: Some(IndividualImpulse { a: 0.2, b: 3.0 }),
        ..Settings::default()
    };
    Basis { settings: Some(settings), sex: None, ..Basis::default() }
}

/// Rolling ground at 1 Hz with the scatter of real sensors.
fn recorded(sport: Sport, seconds: u32) -> Recording {
    let wave = |s: u32, period: f64, size: f64| (f64::from(s) / period).sin() * size;
    let scatter = |s: u32, steps: u32| {
        let mut mixed = s.wrapping_add(1).wrapping_mul(0x9E37_79B9);
        mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85EB_CA6B);
        mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xC2B2_AE35);
        f64::from((mixed ^ (mixed >> 16)) % steps)
    };
    let fast = if sport == Sport::Run { 3.5 } else { 8.0 };
    let value = |kind: ChannelKind, s: u32| match kind {
        ChannelKind::Power => (190.0 + wave(s, 150.0, 70.0)).round() + scatter(s, 60),
        ChannelKind::HeartRate => (142.0 + wave(s, 200.0, 16.0)).round() + scatter(s, 2),
        ChannelKind::Speed => fast + wave(s, 90.0, 0.5) + scatter(s, 10) / 50.0,
        ChannelKind::Altitude => ((430.0 + wave(s, 300.0, 40.0)) * 5.0).round() / 5.0,
        ChannelKind::Distance => f64::from(s) * fast,
        ChannelKind::GroundContact => 245.0 + scatter(s, 8),
        ChannelKind::GroundContactBalance => 50.2 + scatter(s, 10) / 10.0,
        ChannelKind::VerticalOscillation => 88.0 + scatter(s, 8),
        _ => 86.0 + scatter(s, 4),
    };
    let mut kinds = vec![
        ChannelKind::Power,
        ChannelKind::HeartRate,
        ChannelKind::Speed,
        ChannelKind::Altitude,
        ChannelKind::Cadence,
        ChannelKind::Distance,
    ];
    if sport == Sport::Run {
        kinds[0] = ChannelKind::GroundContact;
        kinds.extend([ChannelKind::GroundContactBalance, ChannelKind::VerticalOscillation]);
    }
    let channel = |kind: ChannelKind| Channel {
        kind,
        ms: (0..seconds).map(|s| s * 1000).collect(),
        values: (0..seconds).map(|s| value(kind, s)).collect(),
        suspect: Vec::new(),
    };
    Recording {
        sport,
        timer: Seconds(f64::from(seconds)),
        elapsed: Seconds(f64::from(seconds)),
        distance: Some(Meters(f64::from(seconds) * fast)),
        channels: kinds.into_iter().map(channel).collect(),
        ..Recording::default()
    }
}

fn one_recording(criterion: &mut Criterion) {
    let basis = basis();
    for (what, sport, hours) in [
        ("measures of a 4 h ride", Sport::Ride, 4),
        ("measures of a 1 h ride", Sport::Ride, 1),
        ("measures of a 2 h run", Sport::Run, 2),
    ] {
        let recording = recorded(sport, hours * 3600);
        let bytes: usize = recording.channels.iter().map(|channel| channel.values.len() * 12).sum();
        let mut group = criterion.benchmark_group(what);
        group.throughput(Throughput::Bytes(bytes as u64));
        group.bench_function("with curves", |b| {
            b.iter(|| measures::of(black_box(&recording), &basis, None, Curves::Wanted));
        });
        group.bench_function("curves kept", |b| {
            b.iter(|| measures::of(black_box(&recording), &basis, None, Curves::Kept));
        });
        group.bench_function("floor (plain pass over the channels)", |b| {
            b.iter(|| {
                let sum = |channel: &Channel| {
                    let times: u64 = channel.ms.iter().map(|ms| u64::from(*ms)).sum();
                    channel.values.iter().sum::<f64>() + times as f64
                };
                black_box(&recording).channels.iter().map(sum).sum::<f64>()
            });
        });
        group.finish();
    }
}

criterion_group!(benches, one_recording);
criterion_main!(benches);
