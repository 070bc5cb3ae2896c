//! Speed on foot.

use super::*;
use crate::summary::LoadSource;

/// A run at an even speed on an even slope.
fn run(seconds: u32, speed: f64, slope: f64) -> Recording {
    recording(
        Sport::Run,
        f64::from(seconds),
        vec![
            steady(ChannelKind::Speed, seconds, speed),
            made(ChannelKind::Distance, seconds, |s| f64::from(s) * speed),
            made(ChannelKind::Altitude, seconds, |s| 500.0 + f64::from(s) * speed * slope),
        ],
    )
}

#[test]
fn an_hour_at_threshold_speed_is_one_hundred_points_from_pace() {
    let made = measured(&run(3600, 4.0, 0.0), &complete(), None);
    assert_eq!(known(&made.measures, Metric::RunTss), (100.0, vec![]));
    let load = made.summary.load.unwrap();
    assert_eq!((load.points, load.source, load.stands_in), (100.0, LoadSource::Pace, false));
    assert_eq!(why(&numbers(&run(3600, 4.0, 0.0), &basis()), Metric::RunTss), Missing::NoThreshold);
}

#[test]
fn uphill_counts_more_and_the_walked_breaks_of_a_run_count_too() {
    let made = numbers(&run(3600, 3.0, 0.05), &complete());
    near(&made, Metric::GradedSpeed, 3.0 * 1.19, 0.01);
    near(&made, Metric::NormalizedGradedSpeed, 3.0 * 1.19, 0.01);
    near(&made, Metric::Ascent, 0.05 * 3.0 * 3600.0, 3.0);
    let mut broken = run(3600, 4.0, 0.0);
    broken.channels[0] = made_speed(|s| if s % 600 < 60 { 1.2 } else { 4.0 });
    let made = numbers(&broken, &complete());
    near(&made, Metric::GradedSpeed, 3.72, 0.01);
    assert!(made.value(Metric::NormalizedGradedSpeed) > made.value(Metric::GradedSpeed));
}

fn made_speed(speed: impl Fn(u32) -> f64) -> Channel {
    made(ChannelKind::Speed, 3600, speed)
}

#[test]
fn a_treadmill_counts_as_flat_and_says_so() {
    let indoors = recording(Sport::Run, 3600.0, vec![steady(ChannelKind::Speed, 3600, 4.0)]);
    let made = numbers(&indoors, &complete());
    for metric in [Metric::GradedSpeed, Metric::NormalizedGradedSpeed, Metric::RunTss, Metric::Load] {
        assert_eq!(known(&made, metric).1, [Doubt::TakenAsFlat], "{metric}");
    }
    near(&made, Metric::RunTss, 100.0, 1e-9);
    assert_eq!(why(&made, Metric::Ascent), Missing::NoChannel);
}

#[test]
fn speed_is_made_of_distance_where_none_was_recorded_and_without_either_there_is_none() {
    let mut only_distance = run(3600, 4.0, 0.0);
    only_distance.channels.remove(0);
    near(&numbers(&only_distance, &complete()), Metric::RunTss, 100.0, 1e-6);
    let bare = numbers(&recording(Sport::Run, 3600.0, Vec::new()), &complete());
    for metric in [Metric::GradedSpeed, Metric::RunTss, Metric::Decoupling, Metric::EfficiencyFactor] {
        assert_eq!(why(&bare, metric), Missing::NoChannel, "{metric}");
    }
}

/// A kilometre of hills, and on it what a height from satellites does: up to 7 m, kept for eight seconds.
fn hilly(ripple: f64) -> Recording {
    let noise = |s: u32| f64::from((s / 8).wrapping_mul(0x9E37_79B9) >> 16 & 7) * ripple;
    let mut run = run(3600, 3.0, 0.0);
    run.channels[2] = made(ChannelKind::Altitude, 3600, |s| 500.0 + noise(s) + 30.0 * (f64::from(s) / 90.0).sin());
    run
}

#[test]
fn height_that_ripples_by_metres_is_rough_and_a_barometers_is_not() {
    let (rough, fine) = (numbers(&hilly(1.0), &complete()), numbers(&hilly(0.1), &complete()));
    assert_eq!(known(&rough, Metric::Ascent).1, [Doubt::RoughHeight]);
    assert_eq!(known(&rough, Metric::RunTss).1, [Doubt::RoughHeight]);
    assert_eq!((known(&fine, Metric::Ascent).1, known(&fine, Metric::RunTss).1), (vec![], vec![]));
}

#[test]
fn what_ripples_does_not_count_as_climbing() {
    let (rough, fine) = (numbers(&hilly(1.0), &complete()), numbers(&hilly(0.0), &complete()));
    let (rough, fine) = (rough.value(Metric::RunTss).unwrap(), fine.value(Metric::RunTss).unwrap());
    assert!((rough / fine - 1.0).abs() < 0.1, "{rough} {fine}");
}

#[test]
fn on_steep_trails_the_heart_counts_before_the_pace_and_stands_in_for_it() {
    let mut trail = run(3600, 2.0, 0.2);
    trail.channels.push(steady(ChannelKind::HeartRate, 3600, 170.0));
    let made = measured(&trail, &complete(), None);
    let load = made.summary.load.unwrap();
    assert_eq!((load.source, load.stands_in, load.scale), (LoadSource::HeartRate, true, None));
    assert_eq!(known(&made.measures, Metric::Load).1, [Doubt::Unbridged]);
    trail.channels.pop();
    let load = measured(&trail, &complete(), None).summary.load.unwrap();
    assert_eq!((load.source, load.stands_in), (LoadSource::Pace, false), "no heart rate: pace it is");
    let mut road = run(3600, 3.0, 0.1);
    road.channels.push(steady(ChannelKind::HeartRate, 3600, 170.0));
    assert_eq!(measured(&road, &complete(), None).summary.load.unwrap().source, LoadSource::Pace);
}

#[test]
fn a_lift_during_a_pause_is_no_slope_and_no_window_reaches_across() {
    let seconds = |s: u32| if s < 1800 { f64::from(s) } else { f64::from(s - 600) };
    let kept = || (0..1800).chain(2400..4200);
    let mut run = recording(
        Sport::Run,
        3600.0,
        vec![
            channel(ChannelKind::Speed, kept().map(|s| (s, 3.0))),
            channel(ChannelKind::Distance, kept().map(|s| (s, 3.0 * seconds(s)))),
            channel(ChannelKind::Altitude, kept().map(|s| (s, if s < 1800 { 500.0 } else { 900.0 }))),
        ],
    );
    run.pauses = vec![Span { from_ms: 1_800_000, to_ms: 2_400_000 }];
    let made = numbers(&run, &complete());
    near(&made, Metric::GradedSpeed, 3.0, 1e-12);
    near(&made, Metric::NormalizedGradedSpeed, 3.0, 1e-12);
    near(&made, Metric::Ascent, 0.0, 1e-12);
}

#[test]
fn efficiency_and_decoupling_of_a_run_use_graded_speed() {
    let mut even = run(3600, 3.0, 0.0);
    even.channels.push(made(ChannelKind::HeartRate, 3600, |s| if s < 2100 { 150.0 } else { 156.0 }));
    let made = numbers(&even, &complete());
    near(&made, Metric::Decoupling, 100.0 * (1.0 - 150.0 / 156.0), 1e-9);
    near(&made, Metric::EfficiencyFactor, 180.0 / (150.0 + 6.0 * 1500.0 / 3600.0), 1e-9);
}

#[test]
fn a_walk_has_its_way_and_its_heart_but_no_graded_speed() {
    let mut walk = run(3600, 1.4, 0.0);
    walk.sport = Sport::Walk;
    walk.channels.push(steady(ChannelKind::HeartRate, 3600, 100.0));
    let made = numbers(&walk, &complete());
    assert!(!made.values.contains_key(&Metric::GradedSpeed) && !made.values.contains_key(&Metric::RunTss));
    near(&made, Metric::AvgSpeed, 1.4, 0.001);
    assert_eq!(measured(&walk, &complete(), None).summary.load.unwrap().source, LoadSource::HeartRate);
}

#[test]
fn pace_zones_of_a_run_are_those_of_graded_speed() {
    let made = numbers(&run(3600, 4.0, 0.0), &complete());
    let pace = made.zones.iter().find(|time| time.scheme == Scheme::RunPace).unwrap();
    assert_eq!((pace.quantity, pace.seconds.clone()), (Quantity::Speed, vec![0.0, 0.0, 0.0, 3600.0, 0.0, 0.0]));
}

#[test]
fn a_watch_that_records_every_eight_seconds_has_the_speed_of_the_way_between() {
    let every = || (0..450).map(|n| n * 8);
    let mut sparse = run(3600, 4.0, 0.0);
    sparse.channels = vec![
        channel(ChannelKind::Speed, every().map(|s| (s, if s % 16 == 0 { 1.0 } else { 5.0 }))),
        channel(ChannelKind::Distance, every().map(|s| (s, 4.0 * f64::from(s)))),
        channel(ChannelKind::Altitude, every().map(|s| (s, 500.0))),
    ];
    let made = numbers(&sparse, &complete());
    near(&made, Metric::NormalizedGradedSpeed, 4.0, 1e-9);
    near(&made, Metric::RunTss, 100.0, 1e-6);
    sparse.channels.remove(1);
    near(&numbers(&sparse, &complete()), Metric::GradedSpeed, 3.0, 0.01);
}
