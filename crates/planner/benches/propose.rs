//! One proposal, and beside it the floor: writing the same context as JSON and hashing it.
//! How to read it: a proposal should cost no more than saying what it was made from.

use std::hint::black_box;

use chrono::{Duration, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::availability::Availability;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use domain::unit::Bpm;
use domain::week::Week;
use planner::{Context, Past, digest, propose};

/// A runner with half a year of five runs a week.
fn context() -> Context {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let back = |days: i64| monday - Duration::days(days);
    let minutes = |days: i64| [100.0, 45.0, 0.0, 60.0, 45.0, 60.0, 0.0][usize::try_from(days % 7).unwrap_or(0)];
    let recent = (1..=60)
        .filter(|days| minutes(*days) > 0.0)
        .map(|days| Past {
            date: back(days),
            sport: Sport::Run,
            minutes: minutes(days),
            load: Some(0.8 * minutes(days)),
            quality: days % 7 == 3 && days > 7,
        })
        .collect();
    Context {
        week: Week::of(monday),
        today: back(1),
        age: Some(30),
        sport: Sport::Run,
        days: (1..=182).map(|days| DayLoad { date: back(days), load: Some(0.8 * minutes(days)) }).collect(),
        recent,
        availability: Some(Availability { from: back(300), minutes: [60, 60, 60, 60, 60, 90, 120].map(Some) }),
        races: Vec::new(),
        phases: Vec::new(),
        readiness: None,
        settings: Some(Settings { from: back(40), lthr: Some(Bpm(168.0)), ..Settings::default() }),
        pinned: Vec::new(),
        templates: domain::library::builtin().to_vec(),
    }
}

fn bench(c: &mut Criterion) {
    let context = context();
    let mut group = c.benchmark_group("one week");
    group.bench_function("propose", |b| b.iter(|| propose(black_box(&context))));
    group.bench_function("floor (what it is told, as JSON, hashed)", |b| b.iter(|| digest(black_box(&context))));
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
