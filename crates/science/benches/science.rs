//! The long computations, each beside the least that touches the same memory.

use std::hint::black_box;

use criterion::Criterion;
use science::unit::Watts;
use science::{downsample, pmc, power, statistics};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    normalized_power(&mut criterion);
    trend(&mut criterion);
    thinning(&mut criterion);
    criterion.final_summary();
}

/// Six hours at 1 Hz.
fn ride() -> Vec<Watts> {
    (0..6 * 3600).map(|i| Watts(200.0 + f64::from(i % 97) - f64::from(i % 31) * 3.0)).collect()
}

fn normalized_power(criterion: &mut Criterion) {
    let ride = ride();
    let mut group = criterion.benchmark_group("normalized power over 6 h");
    group.bench_function("normalized power", |b| b.iter(|| power::normalized_power(black_box(&ride))));
    group.bench_function("floor (plain mean)", |b| {
        b.iter(|| black_box(&ride).iter().map(|watts| watts.0).sum::<f64>() / ride.len() as f64);
    });
    group.finish();
}

fn trend(criterion: &mut Criterion) {
    let loads: Vec<f64> = (0..3653).map(|day| f64::from(day % 7) * 20.0).collect();
    let mut group = criterion.benchmark_group("fitness over 10 years");
    group.bench_function("series", |b| b.iter(|| pmc::series(black_box(&loads), pmc::State::default())));
    group.bench_function("floor (plain sum)", |b| b.iter(|| black_box(&loads).iter().sum::<f64>()));
    group.finish();
}

fn thinning(criterion: &mut Criterion) {
    let points: Vec<(f64, f64)> = ride().iter().enumerate().map(|(i, watts)| (i as f64, watts.0)).collect();
    let values: Vec<f64> = points.iter().map(|point| point.1).collect();
    let mut group = criterion.benchmark_group("6 h to 800 points");
    group.bench_function("largest triangle", |b| b.iter(|| downsample::lttb(black_box(&points), 800)));
    group.bench_function("floor (plain mean)", |b| b.iter(|| statistics::mean(black_box(&values))));
    group.finish();
}
