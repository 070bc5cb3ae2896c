use super::*;

/// Seconds of a runner with a critical speed of 4.5 m/s and 180 m above it.
fn taken(metres: f64) -> f64 {
    (metres - 180.0) / 4.5
}

fn run(number: u128, days: i64, bests: &[(u32, f64, u32)]) -> (Activity, Vec<Curve>) {
    (activity(number, days, Sport::Run), vec![curve(Quantity::Speed, bests)])
}

/// Training bests over 800, 1500 and 5000 m, a little slower than the runner could.
fn runs() -> Made {
    let at = |metres: f64| {
        let seconds = (taken(metres) * 1.02).ceil();
        (seconds as u32, (metres + 0.5) / seconds, 900)
    };
    let mut activities = vec![run(1, 6, &[at(800.0)]), run(2, 13, &[at(1500.0)]), run(3, 20, &[at(5000.0)])];
    activities.extend([4, 5, 6].map(|number| run(number, 7 * number as i64, &[(1200, 2.8, 0)])));
    Made { activities, ..Made::default() }
}

fn races() -> Made {
    let results = [1500.0, 3000.0, 5000.0].iter().enumerate();
    let results = results.map(|(i, metres)| race(i as u128 + 50, 10 + i as i64 * 7, *metres, taken(*metres))).collect();
    Made { results, ..Made::default() }
}

#[test]
fn races_give_back_critical_speed_and_the_distance_above_it() {
    let made = races();
    let speed = made.first(Metric::CriticalSpeed);
    close(speed.value, 4.5, 1e-6);
    assert!(!speed.lower_bound && speed.proposed && speed.sources.iter().all(|source| source.result.is_some()));
    close(made.first(Metric::DPrime).value, 180.0, 1e-3);
}

#[test]
fn training_bests_give_a_lower_bound_with_the_band_above() {
    let made = runs();
    let speed = made.first(Metric::CriticalSpeed);
    assert!(speed.lower_bound && speed.value < 4.5, "{speed:?}");
    assert!(speed.value > 4.3 && speed.high - speed.value > speed.value - speed.low);
    let days: Vec<_> = speed.sources.iter().map(|source| source.activity).collect();
    assert!([1, 2, 3].iter().all(|number| days.contains(&Some(id(*number)))), "{days:?}");
    assert!(!made.first(Metric::DPrime).proposed);
}

#[test]
fn one_race_among_training_bests_is_not_enough_and_two_are() {
    let mut made = runs();
    made.results.push(race(60, 3, 3000.0, taken(3000.0)));
    assert!(made.first(Metric::CriticalSpeed).lower_bound);
    // An activity that is linked to a result counts as one of the two.
    made.results.push(Outcome { activity: Some(id(1)), ..outcome(61, 6, Sport::Run, Effort::TimeTrial, 90.0) });
    assert!(!made.first(Metric::CriticalSpeed).lower_bound);
}

#[test]
fn races_go_before_training_however_fast_it_was() {
    let mut made = races();
    made.activities = runs().activities;
    let speed = made.first(Metric::CriticalSpeed);
    close(speed.value, 4.5, 1e-6);
    assert!(speed.sources.iter().all(|source| source.result.is_some()));
}

#[test]
fn a_lower_bound_is_not_offered_below_the_setting() {
    let mut made = runs();
    let set = |speed| Settings {
        from: back(50),
        critical_speed: Some(crate::unit::MetersPerSecond(speed)),
        ..Settings::default()
    };
    made.history = vec![set(5.0)];
    assert!(!made.first(Metric::CriticalSpeed).proposed);
    made.history = vec![set(4.0)];
    assert!(made.first(Metric::CriticalSpeed).proposed);
}

#[test]
fn threshold_speed_is_that_of_an_hours_race() {
    // 40:00 over 10 km is a VDOT of 51.94; an hour at it is about 14.6 km.
    let made = Made { results: vec![race(70, 20, 10_000.0, 2400.0)], ..Made::default() };
    let speed = made.first(Metric::ThresholdSpeed);
    assert_eq!(speed.method, Method::RaceEquivalent);
    let vdot = science::race::vdot(Meters(10_000.0), Seconds(2400.0)).unwrap();
    let hour = science::race::vdot_time(vdot, Meters(speed.value * 3600.0)).unwrap();
    close(hour.0, 3600.0, 0.1);
    assert!(speed.value < 10_000.0 / 2400.0 && speed.value > 4.0, "{}", speed.value);
}

#[test]
fn critical_speed_stands_in_for_threshold_speed_with_its_whole_range() {
    let made = races();
    let view = made.view(Metric::ThresholdSpeed);
    let of_cs = view.estimates.iter().find(|e| e.method == Method::FromCriticalSpeed).unwrap();
    close(of_cs.value, 0.975 * 4.5, 1e-6);
    assert!(of_cs.low <= 0.95 * 4.5 && of_cs.high >= 4.5);
}

#[test]
fn runs_without_speed_and_two_bests_are_too_little() {
    let made = Made { activities: vec![(activity(1, 3, Sport::Run), Vec::new())], ..Made::default() };
    assert_eq!(made.missing(Metric::CriticalSpeed), Some(Missing::NoChannel));
    let mut made = runs();
    made.activities.drain(2..3);
    assert_eq!(made.missing(Metric::CriticalSpeed), Some(Missing::TooFewEfforts));
}

#[test]
fn swims_of_400_and_200_metres_give_critical_swimming_speed() {
    let swim = |number, days, metres, seconds| Outcome {
        distance: Some(Meters(metres)),
        ..outcome(number, days, Sport::Swim, Effort::TimeTrial, seconds)
    };
    let made = Made { results: vec![swim(1, 3, 400.0, 360.0), swim(2, 3, 200.0, 170.0)], ..Made::default() };
    let speed = made.first(Metric::SwimSpeed);
    close(speed.value, 200.0 / 190.0, 1e-9);
    assert!(speed.proposed && speed.sources.len() == 2);
    let mut more = Made { results: vec![swim(3, 3, 800.0, 740.0)], ..Made::default() };
    more.results.extend(made.results.clone());
    close(more.first(Metric::SwimSpeed).value, 600.0 / 570.0, 1e-9);
    // Half a year apart they are no test, and a slower 200 than 400 is none either.
    let apart = Made { results: vec![swim(1, 3, 400.0, 360.0), swim(2, 120, 200.0, 170.0)], ..Made::default() };
    assert_eq!(apart.missing(Metric::SwimSpeed), Some(Missing::TooFewEfforts));
    let slow = Made { results: vec![swim(1, 3, 400.0, 360.0), swim(2, 3, 200.0, 190.0)], ..Made::default() };
    assert_eq!(slow.missing(Metric::SwimSpeed), Some(Missing::TooFewEfforts));
}
