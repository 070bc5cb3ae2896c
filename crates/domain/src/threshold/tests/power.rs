use super::*;

/// Power of a rider with a critical power of 250 W and 20 kJ above it.
fn held(seconds: f64) -> f64 {
    250.0 + 20_000.0 / seconds
}

fn ride(number: u128, days: i64, bests: &[(u32, f64, u32)]) -> (Activity, Vec<Curve>) {
    (activity(number, days, Sport::Ride), vec![curve(Quantity::Power, bests)])
}

/// Three rides, each with one hard effort, an hour, and three easy rides.
fn rides() -> Made {
    let at = |seconds: u32| (seconds, held(f64::from(seconds)), 600);
    let mut activities = vec![
        ride(1, 5, &[at(180)]),
        ride(2, 12, &[at(480)]),
        ride(3, 30, &[at(1200), (2400, 252.0, 0), (3600, 246.0, 0)]),
    ];
    activities.extend([4, 5, 6].map(|number| ride(number, 7 * number as i64, &[(1200, 160.0, 0)])));
    Made { activities, ..Made::default() }
}

fn with(mut made: Made, ftp: f64) -> Made {
    made.history.push(Settings { from: back(60), ftp: Some(Watts(ftp)), ..Settings::default() });
    made
}

#[test]
fn the_best_twenty_minutes_and_the_best_hour_are_lower_bounds_and_the_highest_goes_first() {
    let view = rides().view(Metric::Ftp);
    let methods: Vec<Method> = view.estimates.iter().map(|estimate| estimate.method).collect();
    assert_eq!(methods, [Method::TwentyMinutes, Method::SixtyMinutes, Method::FromCriticalPower]);
    let first = &view.estimates[0];
    close(first.value, 0.95 * held(1200.0), 1e-9);
    close(first.low, 0.95 * first.value, 1e-9);
    close(first.high, 1.05 * first.value, 1e-9);
    assert!(view.estimates.iter().all(|estimate| estimate.lower_bound));
    assert_eq!(first.sources[0].activity, Some(id(3)));
    assert_eq!(first.sources[0].effort, Some((1200.0, held(1200.0))));
}

#[test]
fn confidence_falls_by_a_tenth_every_thirty_days() {
    let mut made = rides();
    let at = |made: &Made| made.first(Metric::Ftp).confidence;
    close(at(&made), 0.6 * 0.9, 1e-12);
    made.activities[2].0.start_local += Duration::days(30);
    close(at(&made), 0.6, 1e-12);
    made.activities[2].0.start_local -= Duration::days(90);
    close(at(&made), 0.6 * 0.81 * 0.9, 1e-12);
}

#[test]
fn training_alone_never_offers_less_than_is_set() {
    let made = with(rides(), 300.0);
    assert!(made.view(Metric::Ftp).estimates.iter().all(|estimate| !estimate.proposed));
    let tested = ride_test(9, 2, 1200.0, 270.0);
    let mut made = with(rides(), 300.0);
    made.results.push(tested);
    let first = made.first(Metric::Ftp);
    assert!(first.proposed && !first.lower_bound, "a test may lower it: {first:?}");
    close(first.value, 256.5, 1e-9);
    assert_eq!((first.current, first.sources[0].result), (Some(300.0), Some(ResultId(Uuid::from_u128(9)))));
}

#[test]
fn a_change_within_half_the_band_is_not_worth_a_new_setting() {
    let value = rides().first(Metric::Ftp).value;
    assert!(!with(rides(), value * 0.96).first(Metric::Ftp).proposed);
    assert!(with(rides(), value * 0.94).first(Metric::Ftp).proposed);
    assert!(rides().first(Metric::Ftp).proposed, "anything is better than nothing");
}

#[test]
fn a_first_ride_is_shown_and_not_offered() {
    let made = Made { activities: rides().activities[2..3].to_vec(), ..Made::default() };
    let view = made.view(Metric::Ftp);
    assert!(!view.estimates.is_empty() && view.estimates.iter().all(|estimate| !estimate.proposed), "{view:?}");
}

#[test]
fn an_old_effort_is_shown_and_not_offered_and_one_older_than_ninety_days_not_even_shown() {
    let mut made = rides();
    for (activity, _) in &mut made.activities {
        activity.start_local = back(89).and_hms_opt(9, 0, 0).unwrap();
    }
    let view = made.view(Metric::Ftp);
    assert!(!view.estimates.is_empty() && view.estimates.iter().all(|estimate| !estimate.proposed));
    for (activity, _) in &mut made.activities {
        activity.start_local = back(91).and_hms_opt(9, 0, 0).unwrap();
    }
    assert_eq!(made.missing(Metric::Ftp), Some(Missing::TooFewEfforts));
}

#[test]
fn separate_efforts_of_two_to_twenty_minutes_give_back_the_hyperbola() {
    let made = rides();
    let cp = made.first(Metric::CriticalPower);
    close(cp.value, 250.0, 0.01);
    assert!(cp.low < 250.0 && 250.0 < cp.high && cp.lower_bound);
    assert!(cp.high - cp.low >= 0.06 * 250.0 - 1e-6, "never surer than three percent");
    assert_eq!(cp.sources.len(), 3);
    let w_prime = made.first(Metric::WPrime);
    close(w_prime.value, 20.0, 0.005);
    assert!(!w_prime.proposed, "training alone offers no reserve");
    let of_cp = made.view(Metric::Ftp).estimates.into_iter().find(|e| e.method == Method::FromCriticalPower).unwrap();
    close(of_cp.value, 0.98 * cp.value, 1e-9);
    assert!(of_cp.low <= 0.96 * cp.low + 1e-9 && of_cp.high >= cp.high - 1e-9);
}

#[test]
fn tests_of_three_lengths_are_no_lower_bound_and_need_no_hard_forty_minutes() {
    let tests = [180.0, 480.0, 1200.0].map(|seconds| ride_test(seconds as u128, 4, seconds, held(seconds)));
    let easy = ride(1, 3, &[(2400, 150.0, 0)]);
    let made = Made { results: tests.to_vec(), activities: vec![easy], ..Made::default() };
    let (cp, w_prime) = (made.first(Metric::CriticalPower), made.first(Metric::WPrime));
    close(cp.value, 250.0, 0.01);
    assert!(!cp.lower_bound && cp.proposed && w_prime.proposed, "{cp:?} {w_prime:?}");
    assert!(cp.confidence > rides().first(Metric::CriticalPower).confidence);
}

#[test]
fn a_critical_power_above_the_best_forty_minutes_of_training_is_refused() {
    let mut made = rides();
    made.activities[2].1[0].bests[1].value = 200.0;
    assert_eq!(made.missing(Metric::CriticalPower), Some(Missing::TooFewEfforts));
    assert_eq!(made.view(Metric::Ftp).estimates[0].method, Method::TwentyMinutes, "the others stand");
}

#[test]
fn efforts_inside_one_longer_effort_are_one_effort() {
    // One steady 20 minutes: its best 3 and 8 minutes lie inside and say nothing of their own.
    let steady = ride(1, 3, &[(180, 262.0, 700), (480, 261.0, 650), (1200, 260.0, 600)]);
    let made = Made { activities: vec![steady], ..Made::default() };
    assert_eq!(made.missing(Metric::CriticalPower), Some(Missing::TooFewEfforts));
}

#[test]
fn an_effort_far_from_an_attempt_does_not_pull_the_curve_down() {
    let mut made = rides();
    made.activities.push(ride(9, 2, &[(720, 150.0, 0), (900, 149.0, 2000)]));
    close(made.first(Metric::CriticalPower).value, 250.0, 0.01);
}

#[test]
fn rides_without_a_power_meter_say_so() {
    let made = Made { activities: vec![(activity(1, 3, Sport::Ride), Vec::new())], ..Made::default() };
    assert_eq!(made.missing(Metric::Ftp), Some(Missing::NoChannel));
    assert_eq!(made.missing(Metric::CriticalPower), Some(Missing::NoChannel));
}

#[test]
fn a_test_in_steps_is_no_all_out_effort() {
    let steps = Outcome { effort: Effort::Laboratory, ..ride_test(1, 2, 1200.0, 400.0) };
    let made = Made { results: vec![steps], ..Made::default() };
    assert!(made.view(Metric::Ftp).estimates.is_empty());
}

#[test]
fn values_that_are_not_numbers_estimate_nothing_and_never_panic() {
    let broken = [(180, f64::NAN, 0), (480, f64::INFINITY, 0), (1200, -5.0, 0), (3600, 0.0, 0)];
    let made = Made {
        activities: vec![ride(1, 3, &broken)],
        results: vec![ride_test(2, 3, f64::NAN, 300.0), ride_test(3, 3, 1200.0, f64::NAN)],
        ..Made::default()
    };
    for view in made.all() {
        assert!(view.estimates.iter().all(|e| e.value.is_finite()), "{view:?}");
        assert!(view.estimates.is_empty(), "{view:?}");
    }
}
