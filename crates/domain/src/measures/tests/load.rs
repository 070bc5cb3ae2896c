//! Which load counts.

use super::*;
use crate::clean::{RepairLimits, clean};
use crate::summary::{DEFAULT_RPE_SCALE, Load, LoadSource};

fn load(recording: &Recording, basis: &Basis) -> Result<(LoadSource, f64), Missing> {
    felt(recording, basis, None)
}

fn felt(recording: &Recording, basis: &Basis, rpe: Option<Rpe>) -> Result<(LoadSource, f64), Missing> {
    let made = measured(recording, basis, rpe);
    assert_ne!(made.summary.load.is_some(), made.summary.load_missing.is_some(), "a load or a reason, never both");
    assert_eq!(made.summary.load.map(|load| load.points), made.measures.value(Metric::Load), "one load on both");
    made.summary.load.map(|load| (load.source, load.points)).ok_or_else(|| made.summary.load_missing.unwrap())
}

fn with_scale(scale: f64) -> Basis {
    Basis { rpe_scale: Some(scale), ..basis() }
}

#[test]
fn an_hour_of_riding_at_threshold_is_one_hundred_points_from_power() {
    let ride = recording(
        Sport::Ride,
        3600.0,
        vec![steady(ChannelKind::Power, 3600, 250.0), steady(ChannelKind::HeartRate, 3600, 140.0)],
    );
    let found = summary(&ride, &basis(), None);
    assert_eq!(found.load, Some(Load { points: 100.0, source: LoadSource::Power, scale: None, stands_in: false }));
    assert_eq!((found.normalized_power, found.intensity_factor), (Some(Watts(250.0)), Some(1.0)));
    assert_eq!((found.avg_hr, found.max_hr), (Some(Bpm(140.0)), Some(Bpm(140.0))));
    assert_eq!(found.basis, basis().fingerprint());
}

#[test]
fn running_power_is_shown_but_the_load_of_a_run_comes_from_heart_rate() {
    let run = recording(
        Sport::Run,
        3600.0,
        vec![steady(ChannelKind::Power, 3600, 300.0), steady(ChannelKind::HeartRate, 3600, 170.0)],
    );
    let found = summary(&run, &basis(), None);
    assert_eq!(found.normalized_power, Some(Watts(300.0)));
    assert_eq!(found.intensity_factor, None, "FTP is a threshold of the bike");
    let load = found.load.unwrap();
    assert_eq!(load.source, LoadSource::HeartRate);
    assert!((load.points - 100.0).abs() < 1e-9);
}

#[test]
fn a_ride_without_ftp_falls_back_to_heart_rate_and_without_thresholds_says_so() {
    let ride = recording(
        Sport::Ride,
        3600.0,
        vec![steady(ChannelKind::Power, 3600, 250.0), steady(ChannelKind::HeartRate, 3600, 150.0)],
    );
    let mut basis = basis();
    basis.settings.as_mut().unwrap().ftp = None;
    assert_eq!(load(&ride, &basis).unwrap().0, LoadSource::HeartRate);
    assert_eq!(load(&ride, &Basis::default()), Err(Missing::NoThreshold));
}

#[test]
fn a_power_meter_that_died_after_a_third_of_the_ride_leaves_the_load_to_heart_rate() {
    let ride = recording(
        Sport::Ride,
        3600.0,
        vec![steady(ChannelKind::Power, 1200, 250.0), steady(ChannelKind::HeartRate, 3600, 150.0)],
    );
    assert_eq!(load(&ride, &basis()).unwrap().0, LoadSource::HeartRate);
}

#[test]
fn missing_heart_rate_is_scaled_up_to_the_whole_time_down_to_sixty_percent_and_refused_below() {
    let run = |seconds| recording(Sport::Run, 3600.0, vec![steady(ChannelKind::HeartRate, seconds, 170.0)]);
    for seconds in [3600, 3300, 2160] {
        assert!((load(&run(seconds), &basis()).unwrap().1 - 100.0).abs() < 1e-9, "{seconds}");
    }
    assert_eq!(load(&run(2159), &basis()), Err(Missing::PoorQuality));
    assert_eq!(summary(&run(2159), &basis(), None).trimp, None);
}

#[test]
fn heart_rate_recorded_every_eight_seconds_is_whole_and_one_recorded_every_second_with_holes_is_not() {
    let every_eight = channel(ChannelKind::HeartRate, (0..450).map(|n| (n * 8, 170.0)));
    let points = load(&recording(Sport::Run, 3600.0, vec![every_eight]), &basis()).unwrap().1;
    assert!((points - 100.0).abs() < 1e-9, "{points}");
    // Ten seconds on, ten off: half of the time is really missing.
    let holes = channel(ChannelKind::HeartRate, (0..3600).filter(|s| s % 20 < 10).map(|s| (s, 170.0)));
    assert_eq!(load(&recording(Sport::Run, 3600.0, vec![holes]), &basis()), Err(Missing::PoorQuality));
}

#[test]
fn a_felt_effort_counts_where_nothing_was_measured() {
    let swim = recording(Sport::Swim, 3600.0, Vec::new());
    assert_eq!(load(&swim, &basis()), Err(Missing::NoChannel));
    let default = summary(&swim, &basis(), Some(Rpe(7.5))).load.unwrap();
    assert_eq!((default.source, default.scale), (LoadSource::Perceived, Some(DEFAULT_RPE_SCALE)));
    assert!((default.points - 100.0).abs() < 1e-9);
    let own = summary(&swim, &with_scale(0.2), Some(Rpe(5.0))).load.unwrap();
    assert_eq!((own.points, own.scale), (60.0, Some(0.2)));
}

#[test]
fn the_effort_entered_on_the_device_counts_unless_the_athlete_says_another_and_zero_there_is_no_answer() {
    let mut swim = recording(Sport::Swim, 3600.0, Vec::new());
    swim.totals.rpe = Some(Rpe(4.0));
    assert_eq!(summary(&swim, &with_scale(0.25), None).load.unwrap().points, 60.0);
    assert_eq!(summary(&swim, &with_scale(0.25), Some(Rpe(2.0))).load.unwrap().points, 30.0);
    assert_eq!(summary(&swim, &basis(), Some(Rpe(0.0))).load.unwrap().points, 0.0);
    swim.totals.rpe = Some(Rpe(0.0));
    assert_eq!(load(&swim, &basis()), Err(Missing::NoChannel));
    assert_eq!(summary(&swim, &basis(), Some(Rpe(11.0))).load, None, "not on the scale");
}

#[test]
fn strength_has_only_perceived_load_whatever_the_heart_did() {
    for sport in [Sport::Strength, Sport::Mobility, Sport::Transition] {
        let session = recording(sport, 3600.0, vec![steady(ChannelKind::HeartRate, 3600, 150.0)]);
        assert_eq!(load(&session, &basis()), Err(Missing::NeverRecorded));
        assert_eq!(summary(&session, &basis(), Some(Rpe(6.0))).load.unwrap().source, LoadSource::Perceived);
    }
}

#[test]
fn pauses_are_cut_out_and_not_filled_with_zeros() {
    let samples =
        (0..600).map(|s| (s, 200.0)).chain((600..1200).map(|s| (s, 0.0))).chain((1200..1800).map(|s| (s, 200.0)));
    let mut ride = recording(Sport::Ride, 1200.0, vec![channel(ChannelKind::Power, samples)]);
    ride.elapsed = Seconds(1800.0);
    ride.pauses = vec![Span { from_ms: 600_000, to_ms: 1_200_000 }];
    let found = summary(&ride, &basis(), None);
    assert_eq!((found.avg_power, found.normalized_power), (Some(Watts(200.0)), Some(Watts(200.0))));
}

#[test]
fn impossible_and_suspect_values_are_not_used() {
    let mut hr = steady(ChannelKind::HeartRate, 600, 150.0);
    hr.values[100] = 250.0;
    hr.values[200] = 0.0;
    hr.values[300] = 225.0;
    let mut power = steady(ChannelKind::Power, 600, 200.0);
    power.values[50] = 4000.0;
    power.values[60] = f64::NAN;
    let mut ride = recording(Sport::Ride, 600.0, vec![hr, power]);
    clean(&mut ride, &RepairLimits::default());
    let found = summary(&ride, &basis(), None);
    assert_eq!((found.avg_hr, found.max_hr), (Some(Bpm(150.0)), Some(Bpm(150.0))));
    assert_eq!((found.avg_power, found.max_power), (Some(Watts(200.0)), Some(Watts(200.0))));
}

#[test]
fn a_sprinter_whose_limit_was_raised_keeps_the_watts_the_usual_limit_takes_away() {
    let mut power = steady(ChannelKind::Power, 600, 200.0);
    power.values[50] = 2600.0;
    let mut ride = recording(Sport::Ride, 600.0, vec![power]);
    clean(&mut ride, &RepairLimits::default());
    assert_eq!(summary(&ride, &basis(), None).max_power, Some(Watts(200.0)));
    clean(&mut ride, &RepairLimits { power_max: 2800.0, ..RepairLimits::default() });
    assert_eq!(summary(&ride, &basis(), None).max_power, Some(Watts(2600.0)));
}

#[test]
fn a_channel_of_only_impossible_values_is_poor_and_not_absent() {
    let run = recording(Sport::Run, 600.0, vec![steady(ChannelKind::HeartRate, 600, 0.0)]);
    assert_eq!(load(&run, &basis()), Err(Missing::PoorQuality));
}

#[test]
fn twenty_seconds_of_riding_are_too_short_for_power_load() {
    let ride = recording(Sport::Ride, 20.0, vec![steady(ChannelKind::Power, 20, 500.0)]);
    assert_eq!(load(&ride, &basis()), Err(Missing::TooShort));
}

#[test]
fn thresholds_in_the_wrong_order_are_no_thresholds() {
    let run = recording(Sport::Run, 3600.0, vec![steady(ChannelKind::HeartRate, 3600, 150.0)]);
    let mut basis = basis();
    basis.settings.as_mut().unwrap().hr_max = Some(Bpm(45.0));
    assert_eq!(load(&run, &basis), Err(Missing::NoThreshold));
}

#[test]
fn with_the_sex_unknown_the_load_lies_between_those_of_both() {
    let run = recording(Sport::Run, 3600.0, vec![steady(ChannelKind::HeartRate, 3600, 140.0)]);
    let points = |sex| load(&run, &Basis { sex, ..basis() }).unwrap().1;
    let (female, male, unknown) = (points(Some(Sex::Female)), points(Some(Sex::Male)), points(None));
    assert!(male < unknown && unknown < female, "{male} {unknown} {female}");
}

#[test]
fn a_lift_taken_during_a_pause_is_no_ascent() {
    let samples =
        (0..100).map(|s| (s, 500.0 + f64::from(s))).chain((200..300).map(|s| (s, 1500.0 - f64::from(s - 200))));
    let mut hike = recording(Sport::Walk, 200.0, vec![channel(ChannelKind::Altitude, samples)]);
    hike.pauses = vec![Span { from_ms: 100_000, to_ms: 200_000 }];
    let ascent = summary(&hike, &basis(), None).ascent.unwrap().0;
    assert!((95.0..=99.0).contains(&ascent), "{ascent}");
}

#[test]
fn an_empty_recording_has_no_numbers_and_a_reason() {
    let found = summary(&recording(Sport::Other, 0.0, Vec::new()), &Basis::default(), Some(Rpe(5.0)));
    assert_eq!((found.load, found.load_missing), (None, Some(Missing::NoChannel)));
    assert_eq!((found.avg_speed, found.ascent, found.avg_hr, found.normalized_power), (None, None, None, None));
}
