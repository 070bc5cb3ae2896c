//! Ten years of daily load to SVG, beside the floor: the same number of points written as plain text.

use std::fmt::Write as _;
use std::hint::black_box;

use charts::{Theme, load};
use chrono::{Days, NaiveDate};
use contract::measure::LoadTrendView;
use criterion::{Criterion, criterion_group, criterion_main};
use domain::id::AthleteId;
use domain::trend::TrendPoint;
use domain::words::Words;

const DAYS: u64 = 3_652;

fn ten_years() -> LoadTrendView {
    let first = NaiveDate::from_ymd_opt(2016, 1, 1).unwrap_or_default();
    let (mut ctl, mut atl) = (40.0, 40.0);
    let points = (0..DAYS)
        .map(|i| {
            let load = if i % 7 == 6 { 0.0 } else { 30.0 + (i * 37 % 90) as f64 };
            let form_morning = ctl - atl;
            ctl += (load - ctl) / 42.0;
            atl += (load - atl) / 7.0;
            let date = first + Days::new(i);
            TrendPoint { date, load: Some(load), ctl, atl, form_morning, form_evening: ctl - atl, ramp: None }
        })
        .collect();
    LoadTrendView {
        athlete: AthleteId(uuid::Uuid::from_u128(1)),
        points,
        races: Vec::new(),
        phases: Vec::new(),
        settings_changed: Vec::new(),
    }
}

fn draw(c: &mut Criterion) {
    let view = ten_years();
    let theme = Theme::light();
    let words = Words::english();
    let mut group = c.benchmark_group("ten years of load");
    group.bench_function("as SVG", |b| {
        b.iter(|| load::svg(black_box(&view), (960, 360), &theme, words));
    });
    // Three lines of one point a day.
    group.bench_function("floor (points as text)", |b| {
        b.iter(|| {
            let mut text = String::new();
            for point in black_box(&view.points) {
                for value in [point.ctl, point.atl, point.form_morning] {
                    let x = (point.date - view.points[0].date).num_days();
                    // Writing to a String cannot fail.
                    let _ = write!(text, "{},{} ", x, (value * 4.0) as i32);
                }
            }
            text
        });
    });
    group.finish();
}

criterion_group!(benches, draw);
criterion_main!(benches);
