//! One proposal, a triathlete's, one with a plan before it, and 200 drafts on two threads; beside them the floor: writing the
//! same context as JSON and hashing it. The slowest of 600 varied contexts are said first, because a mean hides them.
//! How to read it: a proposal is one small mixed-integer program; 200 of them should be done before a coach looks up.

use std::hint::black_box;
use std::io::Write;
use std::time::{Duration as Time, Instant};

use chrono::{Duration, NaiveDate};
use criterion::{Criterion, criterion_group, criterion_main};
use domain::availability::Room;
use domain::season::{PhaseKind, SeasonPhase};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use domain::unit::Bpm;
use domain::week::Week;
use planner::{Context, Past, SportShare, Standing, digest, propose};

/// An athlete with half a year of five sessions a week; `n` varies sport, time, load, phase and age.
fn context(n: u32) -> Context {
    let monday = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap_or_default();
    let back = |days: i64| monday - Duration::days(days);
    let factor = 0.6 + f64::from(n % 9) / 10.0;
    let minutes =
        |days: i64| factor * [100.0, 45.0, 0.0, 60.0, 45.0, 60.0, 0.0][usize::try_from(days % 7).unwrap_or(0)];
    let sports: &[Sport] = match n % 5 {
        0 => &[Sport::Ride],
        1 => &[Sport::Run, Sport::Ride, Sport::Swim],
        _ => &[Sport::Run],
    };
    let trained: Vec<i64> = (1..=60).filter(|days| minutes(*days) > 0.0).collect();
    let recent = trained
        .iter()
        .enumerate()
        .map(|(nth, days)| Past {
            date: back(*days),
            sport: sports[nth % sports.len()],
            minutes: minutes(*days),
            load: Some(0.8 * minutes(*days)),
            quality: days % 7 == 3 && *days > 7,
        })
        .collect();
    let phase = [PhaseKind::Base, PhaseKind::Build, PhaseKind::Sharpen][usize::try_from(n / 5 % 3).unwrap_or(0)];
    let own = n / 15;
    let room = |weekday: u32| {
        [60, 60, 60, 60, 60, 90, 120][weekday as usize] + 15 * (own * (weekday + 3) % 5) - 30 * (own % 2)
    };
    Context {
        week: Week::of(monday),
        today: back(1),
        age: Some(14 + n % 50),
        sports: sports.iter().map(|sport| SportShare { sport: *sport, share: 1.0 / sports.len() as f64 }).collect(),
        days: (1..=182).map(|days| DayLoad { date: back(days), load: Some(0.8 * minutes(days)) }).collect(),
        recent,
        rooms: [0, 1, 2, 3, 4, 5, 6].map(|weekday| Room { minutes: Some(room(weekday)), ..Room::default() }),
        races: Vec::new(),
        phases: vec![SeasonPhase {
            id: domain::id::PhaseId(uuid::Uuid::nil()),
            athlete: domain::id::AthleteId(uuid::Uuid::nil()),
            kind: phase,
            from: back(14),
            to: back(-14),
        }],
        season: None,
        blocks: Vec::new(),
        health: planner::Health::default(),
        marks: Vec::new(),
        threshold_moved: None,
        bounds: domain::bounds::Bounds::default(),
        standing: Vec::new(),
        habits: Vec::new(),
        correction: None,
        readiness: None,
        settings: Some(Settings { from: back(40), lthr: Some(Bpm(168.0)), ..Settings::default() }),
        pinned: Vec::new(),
        templates: domain::library::builtin().to_vec(),
    }
}

fn standing(context: &Context) -> Vec<Standing> {
    propose(context).sessions.into_iter().map(|s| Standing { date: s.date, session: s.session }).collect()
}

/// The middle and the slowest of single proposals.
fn spread() {
    let mut times: Vec<Time> = (0..600)
        .map(|n| {
            let context = context(n);
            let start = Instant::now();
            black_box(propose(black_box(&context)));
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
    // A broken pipe is nobody's loss here.
    let _ = writeln!(
        std::io::stdout(),
        "600 varied contexts: median {:?}, p90 {:?}, p99 {:?}, slowest {:?}",
        at(50),
        at(90),
        at(99),
        at(100)
    );
}

fn bench(c: &mut Criterion) {
    spread();
    let runner = context(2);
    let triathlete = context(1);
    let again = Context { standing: standing(&runner), ..runner.clone() };
    let squad: Vec<Context> = (0..200).map(context).collect();
    let mut group = c.benchmark_group("one week");
    group.bench_function("propose", |b| b.iter(|| propose(black_box(&runner))));
    group.bench_function("propose, three sports", |b| b.iter(|| propose(black_box(&triathlete))));
    group.bench_function("propose, with a plan before it", |b| b.iter(|| propose(black_box(&again))));
    group.bench_function("floor (what it is told, as JSON, hashed)", |b| b.iter(|| digest(black_box(&runner))));
    group.finish();
    let mut group = c.benchmark_group("a club");
    group.sample_size(10);
    group.bench_function("200 drafts with reasons, two threads", |b| {
        b.iter(|| {
            let (one, other) = squad.split_at(100);
            std::thread::scope(|scope| {
                for half in [one, other] {
                    scope.spawn(move || half.iter().map(propose).map(black_box).count());
                }
            });
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
