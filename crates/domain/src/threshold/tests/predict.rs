use super::*;
use crate::unit::{Celsius, MetersPerSecond, Sex};

const MARATHON: f64 = 42_195.0;

fn day(distance: f64) -> RaceDay {
    RaceDay { date: today(), distance: Meters(distance), conditions: Conditions::default(), weekly: None }
}

fn asked(race: &RaceDay, results: &[Outcome]) -> Option<Prediction> {
    predict(race, &results.iter().collect::<Vec<_>>(), None, None, None)
}

#[test]
fn a_race_of_another_distance_lies_between_its_methods_with_an_interval() {
    let half = asked(&day(21_097.5), &[race(1, 20, 10_000.0, 2400.0)]).expect("a prediction");
    let riegel = 2400.0 * 2.109_75_f64.powf(1.06);
    close(half.time.0, riegel, 0.02 * riegel);
    assert!(half.low.0 < half.time.0 && half.time.0 < half.high.0);
    assert!(half.high.0 / half.time.0 >= 1.03 && half.time.0 / half.low.0 >= 1.03, "never surer than 3 percent");
    let methods: Vec<&str> = half.parts.iter().map(|part| part.method.as_str()).collect();
    assert_eq!(methods, ["riegel", "vdot"]);
    close(half.parts.iter().map(|part| part.weight).sum(), 1.0, 1e-9);
    assert_eq!(half.from, [(back(20), Meters(10_000.0), Seconds(2400.0))]);
    assert_eq!((half.adjusted, half.heat, half.altitude, half.age_grade), (None, None, None, None));
}

#[test]
fn the_marathon_listens_to_the_weekly_distance_and_to_two_races() {
    let results = [race(1, 60, 10_000.0, 2400.0), race(2, 30, 21_097.5, 5400.0)];
    let marathon = |weekly: Option<f64>| {
        asked(&RaceDay { weekly: weekly.map(Meters), ..day(MARATHON) }, &results).expect("a prediction")
    };
    let without = marathon(None);
    assert_eq!(without.parts.len(), 2, "{:?}", without.parts);
    let (little, much) = (marathon(Some(20_000.0)), marathon(Some(120_000.0)));
    let methods: Vec<&str> = much.parts.iter().map(|part| part.method.as_str()).collect();
    assert_eq!(methods, ["riegel", "vdot", "vickers-one", "vickers-two"]);
    assert!(much.time.0 < little.time.0, "{} {}", much.time.0, little.time.0);
    assert_eq!(much.from.len(), 2);
    assert!(much.high.0 / much.time.0 >= 1.055, "a marathon is never sure");
    // One race of 1:30 and 40 miles a week: the published formula gives 3:20:24.
    let one = asked(&RaceDay { weekly: Some(Meters(64_373.8)), ..day(MARATHON) }, &[race(3, 20, 21_097.5, 5400.0)]);
    let part = one.expect("a prediction").parts.into_iter().find(|part| part.method == "vickers-one").expect("a part");
    assert!((part.time.0 - 12_024.0).abs() < 120.0, "{}", part.time.0);
}

#[test]
fn critical_speed_speaks_for_races_of_two_to_thirty_minutes() {
    let settings =
        Settings { critical_speed: Some(MetersPerSecond(4.5)), d_prime: Some(Meters(180.0)), ..Settings::default() };
    let results = [race(1, 20, 10_000.0, 2280.0)];
    let results: Vec<&Outcome> = results.iter().collect();
    let says = |distance| {
        let found = predict(&day(distance), &results, Some(&settings), None, None).expect("a prediction");
        found.parts.into_iter().find(|part| part.method == "critical-speed").map(|part| part.time.0)
    };
    close(says(5000.0).expect("18 minutes"), (5000.0 - 180.0) / 4.5, 1e-6);
    assert_eq!(says(21_097.5), None);
}

#[test]
fn the_interval_grows_with_the_age_of_the_result_and_ends_after_two_years() {
    let width = |days| {
        let found = asked(&day(5000.0), &[race(1, days, 10_000.0, 2400.0)])?;
        Some(found.high.0 - found.low.0)
    };
    assert!(width(10) < width(200) && width(200) < width(700));
    assert!(width(10).is_some());
    assert_eq!(width(731), None);
    assert_eq!(width(-1), None, "a result of tomorrow");
    assert_eq!(asked(&day(5000.0), &[]), None);
}

#[test]
fn a_better_race_carries_the_prediction_unless_it_is_old() {
    let slow = race(1, 10, 10_000.0, 2600.0);
    let fast = |days| race(2, days, 5000.0, 1150.0);
    let from = |results: &[Outcome]| asked(&day(10_000.0), results).expect("a prediction").from[0].0;
    assert_eq!(from(&[slow.clone(), fast(60)]), back(60));
    let even = race(3, 600, 10_000.0, 2590.0);
    assert_eq!(from(&[slow, even]), back(10), "as good, but long ago");
}

#[test]
fn heat_and_height_slow_the_race_with_bands_and_free_a_result_of_them() {
    let results = [race(1, 20, 10_000.0, 2400.0)];
    let hot = Conditions { temperature: Some(Celsius(28.0)), humidity: Some(60.0), altitude: Some(Meters(1800.0)) };
    let found = asked(&RaceDay { conditions: hot, ..day(MARATHON) }, &results).expect("a prediction");
    let (heat, altitude) = (found.heat.expect("heat"), found.altitude.expect("height"));
    for (middle, low, high) in [heat, altitude] {
        assert!(0.0 < low && low < middle && middle < high, "{low} {middle} {high}");
    }
    let (time, low, high) = found.adjusted.expect("adjusted");
    close(time.0, found.time.0 * (1.0 + heat.0 / 100.0) * (1.0 + altitude.0 / 100.0), 1e-6);
    assert!(low.0 < time.0 && time.0 < high.0 && high.0 - low.0 > found.high.0 - found.low.0);

    let was_hot = [Outcome { conditions: hot, ..results[0].clone() }];
    let freed = asked(&day(10_000.0), &was_hot).expect("a prediction");
    assert!(freed.time.0 < 2400.0, "{}", freed.time.0);
    let dry = Conditions { humidity: None, ..hot };
    let unknown = asked(&RaceDay { conditions: dry, ..day(MARATHON) }, &results).and_then(|p| p.heat).expect("heat");
    assert!(unknown.2 - unknown.1 > heat.2 - heat.1, "not knowing the humidity makes nobody surer");
    let cool = Conditions { temperature: Some(Celsius(5.0)), humidity: Some(50.0), altitude: Some(Meters(100.0)) };
    let found = asked(&RaceDay { conditions: cool, ..day(5000.0) }, &results).expect("a prediction");
    close(found.adjusted.expect("adjusted").0.0, found.time.0, 0.01 * found.time.0);
}

#[test]
fn the_age_grade_needs_sex_and_age_and_favours_the_older() {
    let results = [race(1, 20, 10_000.0, 2400.0)];
    let results: Vec<&Outcome> = results.iter().collect();
    let grade = |age| predict(&day(10_000.0), &results, None, Some(Sex::Female), age).and_then(|p| p.age_grade);
    assert_eq!(grade(None), None);
    assert!(grade(Some(30)) < grade(Some(60)) && grade(Some(30)).is_some_and(|percent| percent > 60.0));
}

#[test]
fn swims_laboratories_and_broken_results_predict_nothing() {
    let fine = race(1, 20, 10_000.0, 2400.0);
    for wrong in [
        Outcome { sport: Sport::Swim, ..fine.clone() },
        Outcome { effort: Effort::Laboratory, ..fine.clone() },
        Outcome { distance: None, ..fine.clone() },
        Outcome { time: Seconds(f64::NAN), ..fine.clone() },
        Outcome { distance: Some(Meters(f64::NAN)), ..fine.clone() },
    ] {
        assert_eq!(asked(&day(5000.0), &[wrong]), None);
    }
    assert_eq!(asked(&day(f64::NAN), &[fine]), None);
}

#[test]
fn a_week_of_running_is_the_mean_of_eight_and_unknown_before_four() {
    let run = |days, km: f64| Activity {
        distance: Some(Meters(km * 1000.0)),
        ..activity(days as u128 + 1, days, Sport::Run)
    };
    let mut runs: Vec<Activity> = (0..8).map(|week| run(week * 7, 40.0)).collect();
    runs.push(run(80, 90.0));
    close(weekly(&runs, today()).expect("known").0, 40_000.0, 1e-6);
    runs.push(Activity { sport: Sport::Ride, ..run(3, 100.0) });
    close(weekly(&runs, today()).expect("known").0, 40_000.0, 1e-6);
    assert_eq!(weekly(&[run(0, 40.0), run(20, 40.0)], today()), None);
    let five = weekly(&[run(0, 40.0), run(34, 40.0)], today()).expect("known").0;
    close(five, 80_000.0 / 5.0, 1e-6);
}
