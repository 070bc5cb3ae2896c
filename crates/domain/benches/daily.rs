//! Ten years of daily load of 200 athletes to every daily series, and beside it the floor: one pass over the same loads
//! that writes as many bytes as the series hold.

use std::hint::black_box;

use chrono::{Duration, NaiveDate};
use criterion::Criterion;
use domain::activity::{Activity, Identity};
use domain::daily::{self, DayMeasures};
use domain::id::{ActivityId, AthleteId, BatchId, ContentHash};
use domain::measures::{self, Curves};
use domain::recording::Recording;
use domain::settings::Basis;
use domain::sport::Sport;
use domain::summary::{Load, LoadSource};
use domain::trend::{DayLoad, trend};
use domain::unit::{Meters, Seconds};
use uuid::Uuid;

const ATHLETES: usize = 200;
const DAYS: i64 = 3653;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let (loads, activities) = (loads(), activities());
    let mut group = criterion.benchmark_group("ten years of 200 athletes");
    group.sample_size(20);
    group.bench_function("daily series", |b| {
        b.iter(|| {
            for athlete in &loads {
                black_box(daily::days(&[], &trend(black_box(athlete))));
            }
        });
    });
    group.bench_function("floor (writing the rows)", |b| {
        b.iter(|| {
            for athlete in &loads {
                black_box(rows(black_box(athlete)));
            }
        });
    });
    group.finish();
    let mut group = criterion.benchmark_group("ten years of one athlete");
    group.bench_function("daily series of 2,600 sessions", |b| {
        b.iter(|| daily::days(black_box(&activities), &trend(black_box(&loads[0]))));
    });
    group.bench_function("floor (writing the rows)", |b| b.iter(|| rows(black_box(&loads[0]))));
    group.finish();
    criterion.final_summary();
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2016, 11, 21).unwrap_or_default()
}

/// Loads of a week with easy, hard and free days, each athlete a little different; a lost device now and then.
fn loads() -> Vec<Vec<DayLoad>> {
    let load = |athlete: i64, n: i64| {
        let points = [0.0, 60.0, 45.0, 90.0, 0.0, 50.0, 120.0][usize::try_from(n % 7).unwrap_or(0)];
        ((n + athlete) % 400 != 399).then(|| points * (1.0 + 0.001 * ((n * (athlete + 3)) % 211) as f64))
    };
    (0..ATHLETES as i64)
        .map(|athlete| {
            (0..DAYS).map(|n| DayLoad { date: first() + Duration::days(n), load: load(athlete, n) }).collect()
        })
        .collect()
}

/// Five runs a week.
fn activities() -> Vec<Activity> {
    let recording = Recording { sport: Sport::Run, ..Recording::default() };
    let summary = measures::of(&recording, &Basis::default(), None, Curves::Kept).summary;
    let identity = |n: i64| Identity {
        id: ActivityId(Uuid::from_u128(n.unsigned_abs().into())),
        athlete: AthleteId(Uuid::nil()),
        batch: BatchId(Uuid::nil()),
        source: ContentHash(String::new()),
        part: 0,
    };
    (0..DAYS)
        .filter(|n| n % 7 != 0 && n % 7 != 4)
        .map(|n| {
            let start = (first() + Duration::days(n)).and_time(chrono::NaiveTime::MIN);
            let mut activity = Activity::of(identity(n), &recording, summary.clone());
            (activity.start, activity.start_local) = (start.and_utc(), start);
            (activity.timer, activity.distance) =
                (Seconds(3000.0 + 10.0 * (n % 97) as f64), Some(Meters(10_000.0 + 40.0 * (n % 89) as f64)));
            activity.summary.load =
                Some(Load { points: 60.0, source: LoadSource::Pace, scale: None, stands_in: false });
            activity
        })
        .collect()
}

/// As many bytes as the series hold, each row from its load.
fn rows(loads: &[DayLoad]) -> Vec<[f64; size_of::<DayMeasures>() / 8]> {
    loads.iter().map(|day| [day.load.unwrap_or(0.0); size_of::<DayMeasures>() / 8]).collect()
}
