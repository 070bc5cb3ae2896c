//! Power, steadiness and fatigue on the bike.

use super::*;

fn power(value: impl Fn(u32) -> f64, seconds: u32) -> Recording {
    recording(Sport::Ride, f64::from(seconds), vec![made(ChannelKind::Power, seconds, value)])
}

#[test]
fn an_hour_at_critical_power_is_one_hundred_bike_points_less_the_start_and_three_thousand_six_hundred_joules_a_watt() {
    let made = numbers(&power(|_| 260.0, 3600), &complete());
    near(&made, Metric::XPower, 259.04, 0.01);
    near(&made, Metric::RelativeIntensity, 0.9963, 1e-4);
    near(&made, Metric::BikeScore, 99.27, 0.01);
    near(&made, Metric::Work, 936.0, 1e-9);
    near(&made, Metric::VariabilityIndex, 1.0, 1e-9);
    assert_eq!(known(&made, Metric::NormalizedPower), (260.0, vec![]));
}

#[test]
fn below_twenty_minutes_normalized_power_is_short_and_its_points_are_not() {
    let made = numbers(&power(|_| 200.0, 1199), &complete());
    let short = vec![Doubt::Short { seconds: 1199.0 }];
    for metric in [Metric::NormalizedPower, Metric::IntensityFactor, Metric::XPower] {
        assert_eq!(known(&made, metric).1, short, "{metric}");
    }
    assert_eq!(known(&made, Metric::Tss).1, []);
    assert_eq!(known(&numbers(&power(|_| 200.0, 1200), &complete()), Metric::NormalizedPower).1, []);
}

#[test]
fn a_ride_without_a_meter_says_so_and_one_without_thresholds_names_them() {
    let bare = numbers(&recording(Sport::Ride, 3600.0, Vec::new()), &complete());
    for metric in [Metric::AvgPower, Metric::Tss, Metric::BikeScore, Metric::WBalanceLowest, Metric::Durability] {
        assert_eq!(why(&bare, metric), Missing::NoChannel, "{metric}");
    }
    let unset = numbers(&power(|_| 200.0, 3600), &Basis::default());
    for metric in
        [Metric::IntensityFactor, Metric::Tss, Metric::RelativeIntensity, Metric::BikeScore, Metric::WBalanceLowest]
    {
        assert_eq!(why(&unset, metric), Missing::NoThreshold, "{metric}");
    }
    let run = numbers(&recording(Sport::Run, 3600.0, Vec::new()), &complete());
    assert!(!run.values.contains_key(&Metric::AvgPower), "runs are not usually measured by power");
}

#[test]
fn power_missing_for_a_quarter_of_the_time_is_scaled_up_and_said() {
    let mut ride = power(|_| 250.0, 2700);
    ride.timer = Seconds(3600.0);
    let made = numbers(&ride, &complete());
    assert_eq!(known(&made, Metric::Tss), (100.0, vec![Doubt::ScaledUp { share: 0.75 }]));
    assert_eq!(known(&made, Metric::AvgPower).1, [Doubt::ScaledUp { share: 0.75 }]);
    assert_eq!(known(&made, Metric::Load).1, [Doubt::ScaledUp { share: 0.75 }]);
}

#[test]
fn the_balance_of_w_prime_starts_full_after_a_pause_and_below_zero_says_the_threshold_is_too_low() {
    let samples = (0..150).chain(300..450).map(|s| (s, 360.0));
    let mut ride = recording(Sport::Ride, 300.0, vec![channel(ChannelKind::Power, samples)]);
    ride.pauses = vec![Span { from_ms: 150_000, to_ms: 300_000 }];
    assert_eq!(known(&numbers(&ride, &complete()), Metric::WBalanceLowest), (5.0, vec![]));
    let picture = w_balance(&ride, &complete());
    assert_eq!(picture.len(), 301);
    assert_eq!(
        (picture[149], picture[150], picture[151]),
        ((149.0, Some(5000.0)), (150.0, None), (300.0, Some(19_900.0)))
    );
    let all_out = power(|_| 360.0, 300);
    assert_eq!(known(&numbers(&all_out, &complete()), Metric::WBalanceLowest), (-10.0, vec![Doubt::ThresholdTooLow]));
    assert!(w_balance(&all_out, &basis()).is_empty(), "no critical power");
    assert!(w_balance(&recording(Sport::Ride, 300.0, Vec::new()), &complete()).is_empty());
}

/// Ten minutes anyhow, then even; the heart drifts by 5 % in the second half of what is even.
fn drifting(seconds: u32, heart: impl Fn(u32) -> f64) -> Recording {
    let watts = |s: u32| if s < 600 { f64::from(s % 300) } else { 210.0 };
    recording(
        Sport::Ride,
        f64::from(seconds),
        vec![made(ChannelKind::Power, seconds, watts), made(ChannelKind::HeartRate, seconds, heart)],
    )
}

#[test]
fn decoupling_leaves_the_warm_up_out_and_compares_the_halves_of_the_rest() {
    let drift = |s| if s < 600 + 1500 { 140.0 } else { 147.0 };
    let mut ride = drifting(3600, drift);
    near(&numbers(&ride, &complete()), Metric::Decoupling, 100.0 * (1.0 - 140.0 / 147.0), 1e-9);
    ride.channels.push(made(ChannelKind::Temperature, 3600, |s| if s < 2100 { 18.0 } else { 22.0 }));
    assert_eq!(known(&numbers(&ride, &complete()), Metric::Decoupling).1, [Doubt::Warmer { celsius: 4.0 }]);
    near(&numbers(&ride, &complete()), Metric::Temperature, 18.0 + 4.0 * 1500.0 / 3600.0, 1e-9);
}

#[test]
fn what_is_short_uneven_or_paused_is_not_steady_enough_for_decoupling() {
    let decoupling = |ride: &Recording| why(&numbers(ride, &complete()), Metric::Decoupling);
    assert_eq!(decoupling(&drifting(2900, |_| 140.0)), Missing::TooShort);
    let mut intervals = drifting(3600, |_| 140.0);
    intervals.channels[0] = made(ChannelKind::Power, 3600, |s| if s / 120 % 2 == 0 { 300.0 } else { 120.0 });
    assert_eq!(decoupling(&intervals), Missing::NotSteady);
    let mut paused = drifting(3600, |_| 140.0);
    paused.pauses = vec![Span { from_ms: 1_000_000, to_ms: 1_150_000 }];
    assert_eq!(decoupling(&paused), Missing::NotSteady);
    paused.pauses = vec![Span { from_ms: 100_000, to_ms: 300_000 }];
    near(&numbers(&paused, &complete()), Metric::Decoupling, 0.0, 1e-9);
    let strapless = drifting(3600, |_| 0.0);
    assert_eq!(decoupling(&strapless), Missing::PoorQuality);
}

#[test]
fn efficiency_is_output_over_the_heart_and_needs_most_of_its_seconds() {
    let ride = |seconds| {
        let channels = vec![steady(ChannelKind::Power, 3600, 210.0), steady(ChannelKind::HeartRate, seconds, 140.0)];
        numbers(&recording(Sport::Ride, 3600.0, channels), &complete())
    };
    near(&ride(3600), Metric::EfficiencyFactor, 1.5, 1e-9);
    assert_eq!(known(&ride(2700), Metric::EfficiencyFactor).1, [Doubt::ScaledUp { share: 0.75 }]);
    assert_eq!(why(&ride(2000), Metric::EfficiencyFactor), Missing::PoorQuality);
}

#[test]
fn durability_compares_five_minutes_late_with_five_fresh_ones_from_ninety_minutes_on() {
    let watts = |s: u32| match s {
        600..900 => 300.0,
        5000..5300 => 270.0,
        _ => 180.0,
    };
    near(&numbers(&power(watts, 5400), &complete()), Metric::Durability, 0.9, 1e-9);
    assert_eq!(why(&numbers(&power(watts, 5399), &complete()), Metric::Durability), Missing::TooShort);
}

#[test]
fn cadence_on_the_bike_is_that_of_turning_cranks() {
    let ride =
        recording(Sport::Ride, 600.0, vec![made(ChannelKind::Cadence, 600, |s| if s < 300 { 90.0 } else { 0.0 })]);
    near(&numbers(&ride, &complete()), Metric::Cadence, 90.0, 1e-9);
}

#[test]
fn time_in_zones_is_counted_by_each_scheme_and_on_an_edge_above_it() {
    let mut ride = power(|s| if s < 1000 { 187.5 } else { 100.0 }, 3000);
    ride.channels.push(made(ChannelKind::HeartRate, 3000, |s| [130.0, 150.0, 170.0][(s / 1000) as usize]));
    let made = numbers(&ride, &complete());
    let time = |scheme| made.zones.iter().find(|time| time.scheme == scheme).unwrap().seconds.clone();
    assert_eq!(time(Scheme::CogganPower), [2000.0, 0.0, 1000.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(time(Scheme::ThreeZone), [1000.0, 1000.0, 1000.0]);
    assert_eq!(time(Scheme::FrielRide).iter().sum::<f64>(), 3000.0);
    near(&made, Metric::PolarisationIndex, (1.0f64 / 3.0 * 100.0).log10(), 1e-9);
    assert_eq!(why(&numbers(&ride, &basis()), Metric::PolarisationIndex), Missing::NoThreshold);
    assert_eq!(numbers(&ride, &Basis::default()).zones, []);
}

#[test]
fn an_index_without_meaning_is_left_out() {
    let hard = recording(Sport::Ride, 900.0, vec![steady(ChannelKind::HeartRate, 900, 175.0)]);
    assert!(!numbers(&hard, &complete()).values.contains_key(&Metric::PolarisationIndex));
}
