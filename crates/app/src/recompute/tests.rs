//! Stories of numbers that go out of date and are made true again.

use std::collections::BTreeMap;

use contract::athlete::AddSettings;
use contract::measure::{
    CurveLine, LoadWeeks, MeasuresView, MetricSeries, Recompute, Recomputed, SetEffort, ShowCurve, ShowMeasures,
    ShowStale, StaleView,
};
use contract::plan::DraftWeek;
use contract::roster::CancelTask;
use domain::id::{ActivityId, AthleteId, TaskId};
use domain::measures::{Measures, Quantity};
use domain::metric::Metric;
use domain::settings::Settings;
use domain::summary::Summary;
use domain::unit::{Joules, Rpe, Watts};
use serde_json::Value as Json;

use super::*;
use crate::import::tests::scene::{Scene, ride, ride_at};

/// Everything an athlete's numbers are, by activity.
type Numbers = BTreeMap<ActivityId, (Summary, Measures, Vec<(u32, u32, String)>)>;

async fn numbers(scene: &Scene, athlete: AthleteId) -> Numbers {
    let roster = scene.roster().await;
    let mut numbers = Numbers::new();
    for activity in scene.activities(athlete).await {
        let measures = roster.measures(activity.id).await.expect("read").expect("measured");
        let curves = roster.curves(activity.id).await.expect("read");
        let bests = curves.iter().flat_map(|curve| &curve.bests);
        let bests = bests.map(|best| (best.seconds, best.start_s, best.value.to_string())).collect();
        numbers.insert(activity.id, (activity.summary, measures, bests));
    }
    numbers
}

fn ftp(scene: &Scene, watts: f64) -> Settings {
    Settings { from: scene.day(-400), ftp: Some(Watts(watts)), ..Settings::default() }
}

/// Sets a threshold and leaves every number as it was, as a run does that is cut at once.
async fn set_only(scene: &Scene, athlete: AthleteId, watts: f64) {
    let roster = scene.roster().await;
    let mut write = roster.write().await.expect("begins");
    write.insert_settings(athlete, &ftp(scene, watts)).await.expect("set");
    let line = scene.app.entry("add-settings", Some(athlete), None, Json::Null);
    write.commit(line).await.expect("committed");
}

async fn stale(scene: &Scene) -> StaleView {
    ShowStale { athlete: None }.answer(&scene.app).await.expect("asked")
}

async fn recompute(scene: &Scene, task: Option<TaskId>) -> Recomputed {
    Recompute { athlete: None, task }.answer(&scene.app).await.expect("computed").value
}

/// An athlete with so many short rides.
async fn rider(scene: &Scene, rides: i64) -> AthleteId {
    let ada = scene.athlete("Ada Fell").await;
    for n in 0..rides {
        // Not whole hours apart and not of one length: nothing that could be the same ride in another zone.
        let start = testkit::clock::now() - chrono::Duration::minutes(200 + 307 * n);
        let (seconds, watts) = (360 + 7 * (n % 23), 150 + n % 90);
        let bytes = ride_at(start, u32::try_from(seconds).unwrap_or(0), u16::try_from(watts).unwrap_or(0), 1);
        scene.write(&format!("Ada Fell/{n:03}.fit"), &bytes);
    }
    let report = scene.import().await;
    assert_eq!(report.files.iter().map(|file| file.activities.len()).sum::<usize>() as i64, rides);
    assert_eq!(scene.activities(ada).await.len() as i64, rides, "none is a copy of another");
    ada
}

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_set_for_the_past_is_in_force_when_the_call_returns_and_leaves_a_line() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    for day in 1..=5 {
        scene.write(&format!("Ada Fell/{day}.fit"), &ride(day, 180, 1));
    }
    scene.import().await;
    AddSettings { athlete: ada, settings: ftp(&scene, 250.0) }.answer(&scene.app).await.expect("set");
    let before = numbers(&scene, ada).await;
    assert!(stale(&scene).await.audit.iter().all(|line| line.changed == 0 || line.athlete == Some(ada)));
    AddSettings { athlete: ada, settings: ftp(&scene, 200.0) }.answer(&scene.app).await.expect("set");
    let after = numbers(&scene, ada).await;
    for (id, (summary, measures, curves)) in &after {
        let tss = measures.value(Metric::Tss).expect("a ride with power has one");
        let earlier = before[id].1.value(Metric::Tss).expect("it had one");
        assert!((tss / earlier - (250.0_f64 / 200.0).powi(2)).abs() < 1e-9, "{tss} against {earlier}");
        assert_eq!(summary.load.map(|load| load.points), measures.value(Metric::Load));
        assert_eq!(*curves, before[id].2, "curves do not depend on thresholds");
        assert_eq!(summary.basis, measures.basis);
    }
    let view = stale(&scene).await;
    assert_eq!((view.waiting, view.task), (0, None));
    let line = &view.audit[0];
    assert_eq!((line.changed, line.athlete), (5, Some(ada)));
    assert_eq!(line.days, Some((scene.day(-5), scene.day(-1))));
    assert_eq!(line.author, scene.app.0.place.author);
}

#[tokio::test(flavor = "multi_thread")]
async fn numbers_that_stand_on_old_settings_say_so_until_they_are_computed_again() {
    let scene = Scene::new().await;
    let ada = rider(&scene, 6).await;
    let shown = |id| ShowMeasures { activity: id, width: 400 };
    let weeks = || LoadWeeks { athlete: ada, from: None, to: None };
    let one = *numbers(&scene, ada).await.keys().next().expect("one");
    assert!(!shown(one).answer(&scene.app).await.expect("shown").stale);
    assert_eq!(weeks().answer(&scene.app).await.expect("shown").waiting, 0);
    set_only(&scene, ada, 240.0).await;
    let view: MeasuresView = shown(one).answer(&scene.app).await.expect("shown");
    assert!(view.stale && view.measures.is_some(), "the old number is shown, and said to be old");
    assert_eq!(weeks().answer(&scene.app).await.expect("shown").waiting, 6);
    assert_eq!(stale(&scene).await.waiting, 6);
    let done = recompute(&scene, None).await;
    assert_eq!((done.activities, done.waiting), (6, 0), "{done:?}");
    assert!(!shown(one).answer(&scene.app).await.expect("shown").stale);
    assert_eq!(weeks().answer(&scene.app).await.expect("shown").waiting, 0);
    assert_eq!(recompute(&scene, None).await.activities, 0, "what is true is left alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_cancelled_in_the_middle_goes_on_and_ends_like_a_calm_one() {
    let (calm, rough) = (Scene::new().await, Scene::new().await);
    let mut ends = Vec::new();
    for (scene, cut) in [(&calm, false), (&rough, true)] {
        let ada = rider(scene, 200).await;
        set_only(scene, ada, 240.0).await;
        if cut {
            let task = TaskId(testkit::id(77));
            let (app, mut told) = (scene.app.clone(), scene.app.progress());
            let run = tokio::spawn(async move { Recompute { athlete: None, task: Some(task) }.answer(&app).await });
            while told.recv().await.expect("progress").done == 0 {}
            assert!(CancelTask { task }.answer(&scene.app).await.expect("asked"), "it runs");
            let done = run.await.expect("ended").expect("answered").value;
            assert!(done.activities > 0 && done.waiting > 0, "{done:?}");
            assert_eq!(done.activities + done.waiting, 200);
            let kept = stale(scene).await;
            assert_eq!(kept.waiting, done.waiting, "what was done stays");
        }
        let rest = recompute(scene, None).await;
        assert_eq!(rest.waiting, 0);
        ends.push(numbers(scene, ada).await.into_values().collect::<Vec<_>>());
    }
    assert_eq!(ends[0], ends[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_call_does_not_wait_for_goes_on_in_the_background_under_a_task_everybody_sees() {
    let scene = Scene::new().await;
    let ada = rider(&scene, 30).await;
    set_only(&scene, ada, 240.0).await;
    let mut told = scene.app.progress();
    let roster = scene.roster().await;
    let athlete = scene.app.athlete(&roster, ada).await.expect("here");
    // Nobody else computes meanwhile, so that the task can be looked at.
    let turn = scene.app.0.recomputing.turn.lock().await;
    let settled = after_at_most(&scene.app, &roster, &athlete, Reason::Settings, 10).await.expect("begun");
    assert_eq!((settled.activities, settled.waiting), (0, 30));
    let task = ShowStale { athlete: Some(ada) }.answer(&scene.app).await.expect("asked").task;
    assert!(task.is_some(), "the task is named");
    drop(turn);
    loop {
        let progress = told.recv().await.expect("progress");
        assert_eq!(Some(progress.task), task);
        if progress.finished {
            assert_eq!((progress.done, progress.total), (30, 30));
            break;
        }
        assert_eq!(progress.at, "Ada Fell");
    }
    let view = stale(&scene).await;
    assert_eq!((view.waiting, view.task), (0, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn opening_a_roster_goes_on_with_what_waits_and_with_what_an_earlier_version_computed() {
    let scene = Scene::new().await;
    let ada = rider(&scene, 8).await;
    AddSettings { athlete: ada, settings: ftp(&scene, 240.0) }.answer(&scene.app).await.expect("set");
    let before = numbers(&scene, ada).await;
    let lines = stale(&scene).await.audit.len();
    let roster = scene.roster().await;
    let mut write = roster.write().await.expect("begins");
    for (id, (summary, measures, _)) in &before {
        let old = Measures { method: 1, basis: "ftp=240".to_owned(), ..measures.clone() };
        let old = domain::measures::Computed { summary: summary.clone(), measures: old, curves: Vec::new() };
        let packed = store::EncodedMeasures::of(&old, domain::measures::Curves::Wanted).expect("packs");
        write.replace_measures(*id, &packed).await.expect("written");
    }
    write.commit(scene.app.entry("older-version", None, None, Json::Null)).await.expect("committed");
    assert_eq!(stale(&scene).await.waiting, 8);
    let scene = scene.restart().await;
    scene.until(|| async { stale(&scene).await.waiting == 0 }).await;
    assert_eq!(numbers(&scene, ada).await, before);
    assert_eq!(stale(&scene).await.audit.len(), lines, "loads did not change, and nobody is told that they did");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_never_writes_over_what_somebody_set_meanwhile() {
    let scene = Scene::new().await;
    let ada = rider(&scene, 3).await;
    let roster = scene.roster().await;
    let athlete = scene.app.athlete(&roster, ada).await.expect("here");
    set_only(&scene, ada, 240.0).await;
    let standing = scene.app.standing(&roster, &athlete).await.expect("looked");
    let footing = standing.stale[0].clone();
    let felt = SetEffort { activity: footing.id, rpe: Rpe(7.0) }.answer(&scene.app).await.expect("set").value;
    let measures = roster.measures(footing.id).await.expect("read").expect("measured");
    let computed = domain::measures::Computed { summary: felt.summary.clone(), measures, curves: Vec::new() };
    let packed = store::EncodedMeasures::of(&computed, domain::measures::Curves::Kept).expect("packs");
    let mut write = roster.write().await.expect("begins");
    let late = write.renew(ada, &footing, None, &computed.summary, &packed).await.expect("asked");
    assert!(!late, "it stands on something else by now");
    drop(write);
    assert_eq!(scene.app.activity(&roster, footing.id).await.expect("here").rpe, Some(Rpe(7.0)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_brings_measures_and_curves_whose_best_names_its_activity() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    let thresholds =
        Settings { critical_power: Some(Watts(190.0)), w_prime: Some(Joules(15_000.0)), ..ftp(&scene, 200.0) };
    AddSettings { athlete: ada, settings: thresholds }.answer(&scene.app).await.expect("set");
    for (day, watts) in [(200, 260), (40, 210), (3, 180)] {
        scene.write(&format!("Ada Fell/{day}.fit"), &ride(day, watts, 1));
    }
    scene.import().await;
    assert!(stale(&scene).await.audit.is_empty(), "nothing that was shown changed");
    let rides = scene.activities(ada).await;
    let of = |days: u32| ShowCurve { athlete: ada, quantity: Quantity::Power, days, to: None };
    let best = |line: CurveLine| line.points.iter().find(|point| point.seconds == 60).copied().expect("a minute");
    let recent = best(of(90).answer(&scene.app).await.expect("shown"));
    assert_eq!((recent.value, recent.from), (210.0, Some((rides[1].id, scene.day(-40)))));
    let ever = best(of(365).answer(&scene.app).await.expect("shown"));
    assert_eq!((ever.value, ever.from), (260.0, Some((rides[2].id, scene.day(-200)))));
    assert!(of(0).answer(&scene.app).await.is_err(), "no days, no curve");

    let view = ShowMeasures { activity: rides[0].id, width: 200 }.answer(&scene.app).await.expect("shown");
    let power =
        |lines: &[CurveLine]| lines.iter().find(|line| line.quantity == Quantity::Power).cloned().expect("power");
    assert_eq!(best(power(&view.curves)).value, 180.0);
    assert_eq!(best(power(&view.usual)).from, Some((rides[1].id, scene.day(-40))));
    assert!((50..=210).contains(&view.w_balance.len()), "{} points", view.w_balance.len());

    let series = MetricSeries { athlete: ada, metric: Metric::AvgPower, from: None, to: None };
    let points = series.answer(&scene.app).await.expect("shown").points;
    assert_eq!(points.iter().map(|(_, _, watts)| *watts).collect::<Vec<_>>(), [260.0, 210.0, 180.0]);
    let backwards =
        MetricSeries { athlete: ada, metric: Metric::Load, from: Some(scene.day(0)), to: Some(scene.day(-1)) };
    assert!(matches!(backwards.answer(&scene.app).await, Err(AppFault::EndsBeforeStart { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn weeks_show_what_was_done_and_what_the_plan_would_make_of_it() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    AddSettings { athlete: ada, settings: ftp(&scene, 200.0) }.answer(&scene.app).await.expect("set");
    for day in 1..48 {
        scene.write(&format!("Ada Fell/{day}.fit"), &ride(day, 150, 1));
    }
    scene.import().await;
    let week = domain::week::Week::of(scene.day(0)).next();
    DraftWeek { athlete: ada, week, fresh: false }.answer(&scene.app).await.expect("drafted");
    let from = Some(scene.day(-13));
    let view = LoadWeeks { athlete: ada, from, to: None }.answer(&scene.app).await.expect("shown");
    assert_eq!((view.days.first().map(|day| day.date), view.days.len()), (from, 14));
    assert!(view.weeks.iter().all(|week| week.week.sunday() >= scene.day(-13)));
    assert!(view.weeks.last().is_some_and(|week| week.load > 0.0 && week.usual.is_some()));
    let ahead = view.projection.iter().filter(|day| day.date > scene.day(0));
    let planned: f64 = ahead.clone().filter_map(|day| day.planned).sum();
    assert!(planned > 0.0 && ahead.clone().all(|day| day.actual.is_none()), "{:?}", view.projection);
    assert_eq!(view.projection.last().map(|day| day.date), Some(week.sunday()));
    assert_eq!(view.waiting, 0);
}
