//! The long computations, each beside the least that touches the same memory.

use std::hint::black_box;

use criterion::Criterion;
use science::series::Segment;
use science::unit::Watts;
use science::{acwr, downsample, grade, graded_speed, mean_maximal, monotony, pmc, power, statistics};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    normalized_power(&mut criterion);
    trend(&mut criterion);
    squad(&mut criterion);
    thinning(&mut criterion);
    curve(&mut criterion);
    hills(&mut criterion);
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

/// Everything a day has, for 200 athletes: fitness and fatigue, the three ratios, both monotonies.
fn squad(criterion: &mut Criterion) {
    let squad: Vec<Vec<f64>> = (0..200_u32)
        .map(|athlete| {
            (0..3653_u32).map(|day| f64::from((day * 31 + athlete * 17) % 97 * u32::from(day % 4 != 0))).collect()
        })
        .collect();
    let mut group = criterion.benchmark_group("200 athletes, 10 years of days");
    group.bench_function("all daily series", |b| {
        b.iter(|| {
            for loads in black_box(&squad) {
                black_box(pmc::series(loads, pmc::State::default()));
                black_box(acwr::series(loads, acwr::base_floor(loads).unwrap_or(0.0)));
                black_box(monotony::series(loads));
            }
        });
    });
    group.bench_function("floor (plain sums)", |b| {
        b.iter(|| black_box(&squad).iter().map(|loads| loads.iter().sum::<f64>()).sum::<f64>());
    });
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

fn curve(criterion: &mut Criterion) {
    let ride = [Segment { start_s: 0, values: uneven_ride() }];
    let mut group = criterion.benchmark_group("mean-maximal curve of 4 h");
    group.bench_function("curve", |b| b.iter(|| mean_maximal::curve(black_box(&ride))));
    group.bench_function("floor (plain sum)", |b| b.iter(|| black_box(&ride[0].values).iter().sum::<f64>()));
    group.finish();
}

/// Four hours at 1 Hz as ridden: hills of several lengths, coasting, and noise from second to second.
fn uneven_ride() -> Vec<f64> {
    let mut noise = 42u64;
    let second = |i: u32| {
        noise = (1_103_515_245 * noise + 12_345) % (1 << 31);
        let noise = noise as f64 / f64::from(1u32 << 31);
        let hills = (f64::from(i) / 37.0).sin() * 60.0 + (f64::from(i) / 700.0).sin() * 50.0;
        if i % 600 < 45 { 0.0 } else { (190.0 + hills + 160.0 * (noise - 0.5)).max(0.0) }
    };
    (0..4 * 3600).map(second).collect()
}

/// Slopes and graded speed of a run of 4 h at 1 Hz.
fn hills(criterion: &mut Criterion) {
    let speed: Vec<f64> = (0..4 * 3600).map(|i| 3.0 + f64::from(i % 17) * 0.05).collect();
    let distance: Vec<f64> = speed
        .iter()
        .scan(0.0, |sum, metres| {
            *sum += metres;
            Some(*sum)
        })
        .collect();
    let altitude: Vec<f64> = distance.iter().map(|metres| 300.0 + 80.0 * (metres / 900.0).sin()).collect();
    let mut group = criterion.benchmark_group("graded speed over 4 h");
    group.bench_function("slopes, graded, normalised", |b| {
        b.iter(|| {
            let slopes = grade::slopes(black_box(&distance), black_box(&altitude));
            graded_speed::normalized(&graded_speed::graded(&speed, &slopes, grade::CostModel::Table))
        });
    });
    group.bench_function("floor (plain mean)", |b| b.iter(|| statistics::mean(black_box(&speed))));
    group.finish();
}
