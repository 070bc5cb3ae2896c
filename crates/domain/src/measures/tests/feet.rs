//! Running dynamics.

use super::*;

/// Five minutes at 3.5 m/s and 176 steps a minute on the flat.
fn run() -> Recording {
    recording(
        Sport::Run,
        300.0,
        vec![
            steady(ChannelKind::Speed, 300, 3.5),
            made(ChannelKind::Distance, 300, |s| f64::from(s) * 3.5),
            steady(ChannelKind::Altitude, 300, 400.0),
            steady(ChannelKind::Cadence, 300, 88.0),
            steady(ChannelKind::GroundContact, 300, 240.0),
            steady(ChannelKind::GroundContactBalance, 300, 51.4),
            steady(ChannelKind::VerticalOscillation, 300, 90.0),
        ],
    )
}

fn replaced(mut run: Recording, channel: Channel) -> Recording {
    run.channels.retain(|old| old.kind != channel.kind);
    run.channels.push(channel);
    run
}

#[test]
fn steps_contact_and_bounce_are_measured_and_their_ratios_made() {
    let made = numbers(&run(), &complete());
    near(&made, Metric::Cadence, 176.0, 1e-9);
    near(&made, Metric::GroundContact, 240.0, 1e-9);
    near(&made, Metric::StepLength, 3.5 * 60.0 / 176.0, 1e-9);
    near(&made, Metric::VerticalRatio, 100.0 * 0.09 / (3.5 * 60.0 / 176.0), 1e-9);
    near(&made, Metric::DutyFactor, 0.24 / (2.0 * 60.0 / 176.0), 1e-9);
    near(&made, Metric::ContactBalance, 51.4, 1e-9);
    near(&made, Metric::Asymmetry, 5.6, 1e-9);
    assert!((8.0..14.0).contains(&made.value(Metric::LegStiffness).unwrap()));
}

#[test]
fn a_recorded_step_length_and_ratio_come_before_our_own() {
    let run = replaced(run(), steady(ChannelKind::StepLength, 300, 1250.0));
    let run = replaced(run, steady(ChannelKind::VerticalRatio, 300, 7.5));
    let made = numbers(&run, &complete());
    assert_eq!((made.value(Metric::StepLength), made.value(Metric::VerticalRatio)), (Some(1.25), Some(7.5)));
}

#[test]
fn walked_seconds_do_not_count() {
    let half = |run: u32, walk: f64, running: f64| move |s: u32| if s < run { running } else { walk };
    let mixed = replaced(run(), made(ChannelKind::Cadence, 300, half(150, 55.0, 88.0)));
    let mixed = replaced(mixed, made(ChannelKind::GroundContact, 300, half(150, 600.0, 240.0)));
    let made_mixed = numbers(&mixed, &complete());
    near(&made_mixed, Metric::Cadence, 176.0, 1e-9);
    near(&made_mixed, Metric::GroundContact, 240.0, 1e-9);
    let walked = replaced(run(), steady(ChannelKind::Cadence, 300, 55.0));
    assert_eq!(why(&numbers(&walked, &complete()), Metric::GroundContact), Missing::TooShort);
    let slow = replaced(run(), steady(ChannelKind::Speed, 300, 1.3));
    assert_eq!(why(&numbers(&slow, &complete()), Metric::Cadence), Missing::TooShort);
}

#[test]
fn leg_stiffness_needs_speed_level_ground_and_a_body() {
    let stiffness = |run: &Recording, basis: &Basis| why(&numbers(run, basis), Metric::LegStiffness);
    assert_eq!(stiffness(&replaced(run(), steady(ChannelKind::Speed, 300, 3.2)), &complete()), Missing::TooShort);
    let hill = replaced(run(), made(ChannelKind::Altitude, 300, |s| 400.0 + f64::from(s) * 3.5 * 0.03));
    assert_eq!(stiffness(&hill, &complete()), Missing::TooShort);
    assert_eq!(stiffness(&run(), &basis()), Missing::NoThreshold);
    let mut indoors = run();
    indoors.channels.retain(|channel| channel.kind != ChannelKind::Altitude);
    assert_eq!(stiffness(&indoors, &complete()), Missing::NoChannel, "the slope of a treadmill is unknown");
}

#[test]
fn a_watch_that_measures_no_feet_leaves_them_missing() {
    let mut plain = run();
    plain.channels.truncate(4);
    let made = numbers(&plain, &complete());
    for metric in
        [Metric::GroundContact, Metric::ContactBalance, Metric::Asymmetry, Metric::VerticalRatio, Metric::LegStiffness]
    {
        assert_eq!(why(&made, metric), Missing::NoChannel, "{metric}");
    }
    near(&made, Metric::StepLength, 3.5 * 60.0 / 176.0, 1e-9);
}
