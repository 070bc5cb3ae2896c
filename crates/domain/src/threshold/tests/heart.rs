use super::*;
use crate::recording::{Channel, ChannelKind};
use crate::unit::MetersPerSecond;
use crate::wellness::{WellnessField, WellnessValue};

fn heart(number: u128, days: i64, sport: Sport, bests: &[(u32, f64, u32)]) -> (Activity, Vec<Curve>) {
    (activity(number, days, sport), vec![curve(Quantity::HeartRate, bests)])
}

fn highest(values: &[f64]) -> Made {
    let of = |(i, value): (usize, &f64)| heart(i as u128 + 1, 10 * i as i64, Sport::Run, &[(5, *value, 60)]);
    Made { activities: values.iter().enumerate().map(of).collect(), ..Made::default() }
}

#[test]
fn the_highest_heart_rate_needs_another_activity_within_three_beats() {
    let found = highest(&[203.0, 188.0, 186.0, 150.0]).first(Metric::HrMax);
    close(found.value, 188.0, 0.0);
    assert_eq!(found.sources.len(), 2);
    assert!(found.lower_bound);
    assert_eq!(highest(&[203.0, 188.0]).missing(Metric::HrMax), Some(Missing::TooFewEfforts));
    assert!(highest(&[190.0, 189.0, 188.0, 187.5]).first(Metric::HrMax).confidence > found.confidence);
}

#[test]
fn the_age_is_shown_as_a_prior_and_lowers_nothing() {
    let mut made = highest(&[188.0, 186.0]);
    made.born = NaiveDate::from_ymd_opt(1976, 5, 1);
    made.history = vec![Settings { from: back(300), hr_max: Some(Bpm(197.0)), ..Settings::default() }];
    let view = made.view(Metric::HrMax);
    assert_eq!(view.prior, Some(Prior { value: 208.0 - 0.7 * 50.0, sd: 10.0 }));
    assert!(view.estimates.iter().all(|estimate| !estimate.proposed), "{view:?}");
    made.history[0].hr_max = Some(Bpm(180.0));
    assert!(!made.first(Metric::HrMax).proposed, "two sessions are few");
    let easy = (10..20).map(|number| heart(number, number as i64, Sport::Run, &[(5, 150.0, 60)]));
    made.activities.extend(easy);
    assert!(made.first(Metric::HrMax).proposed, "higher than set is offered");
    made.activities.clear();
    assert!(made.view(Metric::HrMax).estimates.is_empty(), "an age is no estimate");
}

#[test]
fn a_time_trial_gives_threshold_heart_rate() {
    let trial = |number, days, bpm: Option<f64>| Outcome {
        heart: bpm.map(Bpm),
        activity: Some(id(1)),
        ..outcome(number, days, Sport::Run, Effort::TimeTrial, 1800.0)
    };
    let made = Made { results: vec![trial(1, 40, Some(168.0)), trial(2, 3, Some(171.0))], ..Made::default() };
    let found = made.first(Metric::Lthr);
    assert_eq!((found.method, found.value, found.low, found.high), (Method::TimeTrial, 171.0, 168.0, 174.0));
    let made = Made {
        results: vec![trial(3, 3, None)],
        activities: vec![heart(1, 3, Sport::Run, &[(1200, 169.0, 500)])],
        ..Made::default()
    };
    let stood_in = made.first(Metric::Lthr);
    assert_eq!(stood_in.value, 169.0);
    assert!(stood_in.confidence < found.confidence);
    let sprint = Outcome { time: Seconds(600.0), ..trial(4, 3, Some(180.0)) };
    assert!(Made { results: vec![sprint], ..Made::default() }.view(Metric::Lthr).estimates.is_empty());
}

/// Runs with 20 minutes at this share of a threshold of 4 m/s and this heart rate.
fn hard(runs: &[(f64, f64)], starts: (u32, u32)) -> Made {
    let of = |(i, (share, bpm)): (usize, &(f64, f64))| {
        let curves = vec![
            curve(Quantity::Speed, &[(1200, 4.0 * share, starts.0)]),
            curve(Quantity::HeartRate, &[(1200, *bpm, starts.1)]),
        ];
        (activity(i as u128 + 1, i as i64 * 5, Sport::Run), curves)
    };
    let speed = Some(MetersPerSecond(4.0));
    Made {
        activities: runs.iter().enumerate().map(of).collect(),
        history: vec![Settings { from: back(200), threshold_speed: speed, ..Settings::default() }],
        ..Made::default()
    }
}

#[test]
fn hard_twenty_minutes_suggest_threshold_heart_rate_and_easy_ones_do_not() {
    let runs = [(1.0, 170.0), (0.99, 172.0), (0.98, 168.0), (1.01, 174.0), (0.97, 166.0), (0.8, 190.0)];
    let found = hard(&runs, (600, 700)).first(Metric::Lthr);
    assert_eq!(found.method, Method::PassiveHeart);
    // 90th percentile of 166, 168, 170, 172, 174 is 173.2.
    close(found.value, 0.98 * 173.2, 1e-9);
    assert_eq!(hard(&runs[..2], (600, 700)).missing(Metric::Lthr), Some(Missing::TooFewEfforts));
    assert_eq!(hard(&runs, (600, 4000)).missing(Metric::Lthr), Some(Missing::TooFewEfforts), "another time of the run");
    let mut blind = hard(&runs, (600, 700));
    blind.history.clear();
    assert_eq!(blind.missing(Metric::Lthr), Some(Missing::NoThreshold));
}

fn said(days: i64, field: WellnessField, value: f64, source: &str) -> WellnessEntry {
    WellnessEntry {
        id: crate::id::WellnessId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        batch: None,
        value: WellnessValue { date: back(days), field, value, source: source.to_owned() },
        recorded_at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

#[test]
fn resting_heart_rate_is_the_low_tenth_of_a_weeks_mornings_of_one_source() {
    let strap = |(i, value): (usize, &f64)| said(i as i64, WellnessField::RestingHr, *value, "strap");
    let mut made =
        Made { wellness: [52.0, 50.0, 48.0, 51.0, 47.0].iter().enumerate().map(strap).collect(), ..Made::default() };
    let found = made.first(Metric::HrRest);
    close(found.value, 47.4, 1e-9);
    assert!(found.high - found.low >= 6.0 - 1e-9, "never surer than three beats");
    made.wellness.extend([0, 1, 2].map(|days| said(days, WellnessField::RestingHr, 40.0, "watch")));
    close(made.first(Metric::HrRest).value, 47.4, 1e-9);
    // A morning with fever is not usual.
    made.wellness.push(said(4, WellnessField::Fever, 1.0, "coach"));
    assert!(made.first(Metric::HrRest).value > 48.0);
    made.wellness.retain(|entry| entry.value.date > back(2));
    assert_eq!(made.missing(Metric::HrRest), Some(Missing::TooFewDays));
}

#[test]
fn fewer_mornings_are_trusted_less() {
    let mornings = |count: i64| Made {
        wellness: (0..count).map(|days| said(days, WellnessField::RestingHr, 48.0, "strap")).collect(),
        ..Made::default()
    };
    let confidence = |count| mornings(count).first(Metric::HrRest).confidence;
    assert!(confidence(3) < confidence(5) && confidence(5) < confidence(7));
}

#[test]
fn a_heart_rate_beside_the_steps_for_more_than_half_a_minute_is_not_believed() {
    let channel = |kind, values: &dyn Fn(u32) -> f64| Channel {
        kind,
        ms: (0..200).map(|s| s * 1000).collect(),
        values: (0..200).map(values).collect(),
        suspect: Vec::new(),
    };
    let cadence = channel(ChannelKind::Cadence, &|_| 88.0);
    let locked = channel(ChannelKind::HeartRate, &|s| if (50..100).contains(&s) { 177.0 } else { 140.0 });
    assert!(follows_cadence(&locked, &cadence, 60));
    assert!(!follows_cadence(&locked, &cadence, 120), "the lock lies elsewhere");
    let brief = channel(ChannelKind::HeartRate, &|s| if (50..75).contains(&s) { 177.0 } else { 140.0 });
    assert!(!follows_cadence(&brief, &cadence, 60));
    let still = channel(ChannelKind::Cadence, &|_| 0.0);
    assert!(!follows_cadence(&locked, &still, 60));
    let none = Channel { kind: ChannelKind::Cadence, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    assert!(!follows_cadence(&locked, &none, 60) && !follows_cadence(&none, &cadence, 60));
}
