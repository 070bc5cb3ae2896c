//! What holds for every sport.

use super::*;

#[test]
fn every_sport_has_only_metrics_the_registry_has_for_it_and_each_is_a_number_or_a_reason() {
    for sport in Sport::ALL {
        let everything: Vec<Channel> =
            ChannelKind::ALL.iter().map(|&kind| made(kind, 2000, |s| 60.0 + f64::from(s % 7))).collect();
        for channels in [everything, Vec::new()] {
            let made = of(&recording(sport, 2000.0, channels), &complete(), Some(Rpe(5.0)), Curves::Wanted);
            for (metric, measured) in &made.measures.values {
                let fact = metric.fact();
                assert_eq!(fact.scope, crate::metric::Scope::Activity, "{metric}");
                assert!(fact.sports.is_empty() || fact.sports.contains(&sport), "{metric} on {sport:?}");
                assert!(measured.value().is_none_or(f64::is_finite), "{metric} on {sport:?}: {measured:?}");
            }
            let text = serde_json::to_string(&made.measures).unwrap();
            let read: Measures = serde_json::from_str(&text).unwrap();
            assert!(
                read.values.keys().eq(made.measures.values.keys()),
                "the last digit of a number may change in text"
            );
        }
    }
}

#[test]
fn every_metric_of_an_activity_is_measured_somewhere() {
    let everything = |kind: ChannelKind| {
        made(kind, 6000, |_| match kind {
            ChannelKind::HeartRate => 150.0,
            ChannelKind::Cadence => 88.0,
            ChannelKind::Speed => 3.5,
            ChannelKind::GroundContact => 240.0,
            ChannelKind::GroundContactBalance => 51.0,
            ChannelKind::RrInterval => 900.0,
            _ => 100.0,
        })
    };
    let mut found = std::collections::BTreeSet::new();
    for sport in Sport::ALL {
        let mut session = recording(sport, 6000.0, ChannelKind::ALL.iter().map(|kind| everything(*kind)).collect());
        session.sets = vec![StrengthSet {
            span: None,
            active: true,
            exercise: None,
            reps: Some(5),
            weight: Some(Kilograms(100.0)),
            velocity: vec![0.6, 0.5],
        }];
        let beats = recording(sport, 300.0, vec![steady(ChannelKind::RrInterval, 300, 900.0)]);
        for session in [session, beats] {
            let made = measured(&session, &complete(), Some(Rpe(5.0))).measures;
            found.extend(made.values.iter().filter(|(_, made)| made.value().is_some()).map(|(metric, _)| *metric));
        }
    }
    let all: Vec<Metric> =
        Metric::ALL.iter().copied().filter(|metric| metric.fact().scope == crate::metric::Scope::Activity).collect();
    let missed: Vec<&Metric> = all.iter().filter(|metric| !found.contains(metric)).collect();
    assert!(missed.is_empty(), "{missed:?}");
}

#[test]
fn curves_that_are_kept_are_not_made_again_and_change_nothing_else() {
    let ride = recording(Sport::Ride, 1200.0, vec![made(ChannelKind::Power, 1200, |s| f64::from(s % 300))]);
    let (wanted, kept) = (of(&ride, &complete(), None, Curves::Wanted), of(&ride, &complete(), None, Curves::Kept));
    assert_eq!((wanted.measures, wanted.summary), (kept.measures, kept.summary));
    assert!(kept.curves.is_empty());
    assert_eq!(wanted.curves.len(), 1);
}

#[test]
fn a_curve_says_what_where_and_never_reaches_across_a_pause() {
    let samples = (0..100).map(|s| (s, 300.0)).chain((400..500).map(|s| (s, 300.0)));
    let mut ride = recording(
        Sport::Ride,
        200.0,
        vec![channel(ChannelKind::Power, samples), steady(ChannelKind::HeartRate, 500, 140.0)],
    );
    ride.pauses = vec![Span { from_ms: 100_000, to_ms: 400_000 }];
    let made = of(&ride, &complete(), None, Curves::Wanted);
    let quantities: Vec<Quantity> = made.curves.iter().map(|curve| curve.quantity).collect();
    assert_eq!(quantities, [Quantity::Power, Quantity::HeartRate]);
    for curve in &made.curves {
        assert_eq!(curve.bests.last().unwrap().seconds, 100, "{:?}", curve.quantity);
    }
}

#[test]
fn the_speed_curve_of_a_run_does_not_depend_on_the_cost_model_that_is_set() {
    let uphill = recording(
        Sport::Run,
        600.0,
        vec![
            steady(ChannelKind::Speed, 600, 3.0),
            made(ChannelKind::Altitude, 600, |s| f64::from(s) * 0.3),
            made(ChannelKind::Distance, 600, |s| f64::from(s) * 3.0),
        ],
    );
    let with = |model| {
        let mut basis = complete();
        basis.settings.as_mut().unwrap().cost_model = Some(model);
        of(&uphill, &basis, None, Curves::Wanted)
    };
    let (table, minetti) = (with(science::grade::CostModel::Table), with(science::grade::CostModel::Minetti));
    assert_eq!(table.curves, minetti.curves);
    near(&table.measures, Metric::GradedSpeed, 3.0 * 1.48, 0.01);
    near(&minetti.measures, Metric::GradedSpeed, 3.0 * 1.6578, 0.01);
}

#[test]
fn a_pause_of_days_costs_no_rows() {
    let mut ride = recording(
        Sport::Ride,
        20.0,
        vec![channel(ChannelKind::Power, (0..10).chain(4_000_000..4_000_010).map(|s| (s, 100.0)))],
    );
    ride.pauses = vec![Span { from_ms: 10_000, to_ms: 4_000_000_000 }];
    let grid = grid::Grid::of(&ride);
    assert_eq!((grid.length, grid.stretches.len()), (21, 2));
    assert_eq!(grid.longest_break(0), 3_999_990.0);
}

#[test]
fn a_pause_shorter_than_a_second_is_a_break_in_every_channel() {
    let mut ride = recording(
        Sport::Ride,
        20.0,
        vec![steady(ChannelKind::Power, 20, 100.0), channel(ChannelKind::HeartRate, (0..9).map(|n| (n * 2, 140.0)))],
    );
    ride.pauses = vec![Span { from_ms: 10_200, to_ms: 10_500 }];
    let grid = grid::Grid::of(&ride);
    let cuts: Vec<u32> = grid.stretches.iter().map(|stretch| stretch.start_s).collect();
    assert_eq!(cuts, [0, 11]);
    let power = grid.track(ChannelKind::Power).unwrap();
    assert_eq!((power.seconds, power.rows.len()), (20, 21));
    assert!(power.rows[11].is_nan() && power.rows.iter().filter(|row| row.is_nan()).count() == 1);
}

#[test]
fn strength_has_tonnage_a_single_lift_and_lost_velocity_of_its_own_and_no_impulse() {
    let set = |active, reps, kilos, velocity: &[f64]| StrengthSet {
        span: None,
        active,
        exercise: Some("squat".to_owned()),
        reps,
        weight: Some(Kilograms(kilos)),
        velocity: velocity.to_vec(),
    };
    let mut session = recording(Sport::Strength, 3000.0, vec![steady(ChannelKind::HeartRate, 3000, 120.0)]);
    session.sets = vec![
        set(true, Some(5), 100.0, &[0.60, 0.55, 0.50, 0.48, 0.45]),
        set(false, None, 0.0, &[]),
        set(true, Some(20), 60.0, &[]),
        set(true, None, 200.0, &[]),
    ];
    let made = numbers(&session, &complete());
    assert_eq!(made.value(Metric::Tonnage), Some(1700.0));
    near(&made, Metric::EstimatedMax, 100.0 * (1.0 + 5.0 / 30.0), 1e-9);
    near(&made, Metric::VelocityLoss, 25.0, 1e-9);
    assert_eq!(made.value(Metric::AvgHr), Some(120.0));
    assert!(!made.values.contains_key(&Metric::Trimp) && !made.values.contains_key(&Metric::Tss));
    assert_eq!(why(&made, Metric::Load), Missing::NeverRecorded);
    assert!(made.zones.is_empty());
    session.sets.clear();
    assert_eq!(why(&numbers(&session, &complete()), Metric::Tonnage), Missing::NeverRecorded);
}

#[test]
fn a_swim_is_measured_over_the_lengths_and_not_over_the_rests() {
    let length = |n: u32, active| Length {
        span: Span { from_ms: n * 20_000, to_ms: (n + 1) * 20_000 },
        active,
        stroke: None,
        strokes: None,
    };
    let mut swim = recording(Sport::Swim, 3600.0, Vec::new());
    swim.pool = Some(Meters(25.0));
    swim.lengths = (0..180).map(|n| length(n, n % 2 == 0)).collect();
    let made = numbers(&swim, &complete());
    assert_eq!(made.value(Metric::Distance), Some(2250.0));
    near(&made, Metric::SwimTss, 50.0, 1e-9);
    let load = measured(&swim, &complete(), None).summary.load.unwrap();
    assert_eq!((load.source, load.stands_in), (crate::summary::LoadSource::Swim, false));
    let zone = made.zones.iter().find(|time| time.quantity == Quantity::Speed).unwrap();
    assert_eq!(zone.seconds, [0.0, 0.0, 0.0, 1800.0, 0.0, 0.0], "1.25 m/s is threshold");
    assert_eq!(why(&numbers(&swim, &basis()), Metric::SwimTss), Missing::NoThreshold);
    // Open water: distance over timer time.
    swim.lengths.clear();
    swim.distance = Some(Meters(4500.0));
    near(&numbers(&swim, &complete()), Metric::SwimTss, 100.0, 1e-9);
    swim.distance = None;
    assert_eq!(why(&numbers(&swim, &complete()), Metric::SwimTss), Missing::NoChannel);
    swim.distance = Some(Meters(28_000.0));
    assert_eq!(why(&numbers(&swim, &complete()), Metric::SwimTss), Missing::PoorQuality, "this was ridden");
}

#[test]
fn distance_is_the_files_own_or_else_that_of_its_channel_and_speed_goes_with_it() {
    let mut row = recording(Sport::Row, 1000.0, vec![made(ChannelKind::Distance, 1000, |s| f64::from(s) * 4.0)]);
    near(&numbers(&row, &basis()), Metric::Distance, 3996.0, 1e-9);
    row.distance = Some(Meters(4000.0));
    near(&numbers(&row, &basis()), Metric::AvgSpeed, 4.0, 1e-9);
    let none = numbers(&recording(Sport::Row, 1000.0, Vec::new()), &basis());
    assert_eq!((why(&none, Metric::Distance), why(&none, Metric::AvgSpeed)), (Missing::NoChannel, Missing::NoChannel));
    assert!(!numbers(&recording(Sport::Strength, 1000.0, Vec::new()), &basis()).values.contains_key(&Metric::Distance));
}
