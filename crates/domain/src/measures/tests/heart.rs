//! Heart rate and beats.

use super::*;

fn heart(seconds: u32, timer_s: f64) -> Recording {
    recording(Sport::Run, timer_s, vec![steady(ChannelKind::HeartRate, seconds, 150.0)])
}

const IMPULSES: [Metric; 5] =
    [Metric::Trimp, Metric::HrTss, Metric::TrimpEdwards, Metric::TrimpLucia, Metric::TrimpIndividual];

#[test]
fn every_impulse_of_an_hour_has_its_published_value() {
    let made = numbers(&heart(3600, 3600.0), &complete());
    near(&made, Metric::Trimp, 108.0954, 1e-3);
    near(&made, Metric::TrimpEdwards, 180.0, 1e-9);
    near(&made, Metric::TrimpLucia, 120.0, 1e-9);
    let x: f64 = 100.0 / 140.0;
    near(&made, Metric::TrimpIndividual, 60.0 * x * 0.2 * (3.0 * x).exp(), 1e-9);
}

#[test]
fn a_tenth_of_missing_heart_rate_is_scaled_in_silence_more_is_said_and_beyond_four_tenths_there_is_no_impulse() {
    let whole = numbers(&heart(3600, 3600.0), &complete());
    for metric in IMPULSES {
        let full = whole.value(metric).unwrap();
        let (value, doubts) = known(&numbers(&heart(3300, 3600.0), &complete()), metric);
        assert!((value - full).abs() < 1e-9 && doubts.is_empty(), "{metric}: {value} {doubts:?}");
        let (value, doubts) = known(&numbers(&heart(2700, 3600.0), &complete()), metric);
        assert!(
            (value - full).abs() < 1e-9 && doubts == [Doubt::ScaledUp { share: 0.75 }],
            "{metric}: {value} {doubts:?}"
        );
        assert_eq!(why(&numbers(&heart(2100, 3600.0), &complete()), metric), Missing::PoorQuality, "{metric}");
    }
    assert_eq!(known(&numbers(&heart(2100, 3600.0), &complete()), Metric::AvgHr).0, 150.0);
}

#[test]
fn an_unknown_sex_is_said_where_it_matters() {
    let made = numbers(&heart(3600, 3600.0), &Basis { sex: None, ..complete() });
    for metric in IMPULSES {
        let unsure = known(&made, metric).1 == [Doubt::SexUnknown];
        assert_eq!(unsure, matches!(metric, Metric::Trimp | Metric::HrTss), "{metric}");
    }
    near(&made, Metric::Trimp, f64::midpoint(108.0954, 121.4991), 1e-3);
}

#[test]
fn impulses_without_their_thresholds_or_without_a_strap_say_which() {
    let bare = numbers(&recording(Sport::Run, 3600.0, Vec::new()), &complete());
    let unset = numbers(&heart(3600, 3600.0), &Basis::default());
    for metric in IMPULSES {
        assert_eq!((why(&bare, metric), why(&unset, metric)), (Missing::NoChannel, Missing::NoThreshold), "{metric}");
    }
}

fn beats(sport: Sport, seconds: f64, rr: impl Fn(usize) -> f64) -> Recording {
    let count = (seconds / 0.9) as usize;
    let samples = (0..count).map(|n| ((n as u32 + 1) * 900, rr(n)));
    let (ms, values) = samples.unzip();
    recording(sport, seconds, vec![Channel { kind: ChannelKind::RrInterval, ms, values, suspect: Vec::new() }])
}

#[test]
fn beats_recorded_at_rest_give_rmssd() {
    let calm = beats(Sport::Other, 300.0, |n| if n % 2 == 0 { 890.0 } else { 930.0 });
    near(&numbers(&calm, &complete()), Metric::RestingRmssd, 40.0, 1e-9);
    let drifted = Recording { distance: Some(Meters(20.0)), ..calm };
    near(&numbers(&drifted, &complete()), Metric::RestingRmssd, 40.0, 1e-9);
    let wild = beats(Sport::Other, 300.0, |n| if n % 8 == 0 { 1500.0 } else { 900.0 });
    assert_eq!(why(&numbers(&wild, &complete()), Metric::RestingRmssd), Missing::PoorQuality);
    let half_a_minute = beats(Sport::Mobility, 30.0, |_| 900.0);
    assert_eq!(why(&numbers(&half_a_minute, &complete()), Metric::RestingRmssd), Missing::TooShort);
}

#[test]
fn beats_in_motion_and_long_recordings_are_no_reading_at_rest() {
    let absent = |recording: &Recording| {
        assert!(!numbers(recording, &complete()).values.contains_key(&Metric::RestingRmssd), "{recording:?}");
    };
    absent(&beats(Sport::Run, 300.0, |_| 900.0));
    absent(&beats(Sport::Other, 1000.0, |_| 900.0));
    absent(&Recording { distance: Some(Meters(500.0)), ..beats(Sport::Other, 300.0, |_| 900.0) });
    absent(&recording(Sport::Other, 300.0, Vec::new()));
}
