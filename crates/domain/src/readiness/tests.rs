use chrono::DateTime;
use uuid::Uuid;

use super::*;
use crate::id::{AthleteId, WellnessId};
use crate::wellness::WellnessValue;

const TODAY: i64 = 60;

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(n)
}

fn entry(n: i64, field: WellnessField, value: f64, source: &str) -> WellnessEntry {
    WellnessEntry {
        id: WellnessId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        batch: None,
        value: WellnessValue { date: day(n), field, value, source: source.to_owned() },
        recorded_at: DateTime::UNIX_EPOCH + TimeDelta::days(n),
    }
}

/// Every signal on every day of a range, swinging a little around usual values.
fn usual(days: std::ops::RangeInclusive<i64>) -> Vec<WellnessEntry> {
    days.flat_map(|n| {
        let swing = [0.0, 1.0, -1.0, 0.5, -0.5][n.rem_euclid(5) as usize];
        [
            entry(n, WellnessField::RestingHr, 48.0 + 2.0 * swing, "strap"),
            entry(n, WellnessField::Rmssd, 60.0 + 5.0 * swing, "strap"),
            entry(n, WellnessField::Sleep, 7.5 + 0.6 * swing, "watch"),
            entry(n, WellnessField::Fatigue, 3.0 + swing, "app"),
            entry(n, WellnessField::Mood, 4.0, "app"),
        ]
    })
    .collect()
}

fn set(entries: &mut [WellnessEntry], n: i64, field: WellnessField, value: f64) {
    for entry in entries.iter_mut().filter(|e| e.value.date == day(n) && e.value.field == field) {
        entry.value.value = value;
    }
}

fn trend(days: std::ops::RangeInclusive<i64>) -> Vec<TrendPoint> {
    let loads: Vec<_> = days
        .map(|n| crate::trend::DayLoad { date: day(n), load: Some([40.0, 0.0, 90.0, 60.0][n.rem_euclid(4) as usize]) })
        .collect();
    crate::trend::trend(&loads)
}

fn today(wellness: &[WellnessEntry]) -> ReadinessDay {
    on(day(TODAY), wellness, &trend(0..=TODAY))
}

fn contributor(day: &ReadinessDay, signal: Signal) -> &Contributor {
    day.contributors.iter().find(|c| c.signal == signal).unwrap()
}

#[test]
fn a_usual_day_scores_about_fifty_with_every_signal() {
    let day = today(&usual(0..=TODAY));
    let readiness = day.readiness.known().unwrap();
    assert!((40.0..60.0).contains(&readiness.score), "{readiness:?}");
    assert!(readiness.low < readiness.score && readiness.score < readiness.high);
    assert_eq!(readiness.coverage, 1.0);
    assert_eq!(day.contributors.iter().map(|c| c.signal).collect::<Vec<_>>(), Signal::ALL);
    assert!(day.contributors.iter().all(|c| c.z.is_some() && c.band.is_some()));
}

#[test]
fn a_high_resting_heart_rate_a_short_night_and_heavy_legs_lower_the_score() {
    let mut wellness = usual(0..=TODAY);
    set(&mut wellness, TODAY, WellnessField::RestingHr, 56.0);
    set(&mut wellness, TODAY, WellnessField::Sleep, 4.0);
    set(&mut wellness, TODAY, WellnessField::Fatigue, 1.0);
    let day = today(&wellness);
    for signal in [Signal::RestingHr, Signal::Sleep, Signal::Subjective] {
        assert!(contributor(&day, signal).z.unwrap() < -1.0, "{signal:?}");
    }
    assert!(day.readiness.known().unwrap().score < 25.0);
}

#[test]
fn one_low_hrv_morning_moves_the_week_little_and_a_low_week_a_lot() {
    let mut wellness = usual(0..=TODAY);
    set(&mut wellness, TODAY, WellnessField::Rmssd, 48.0);
    let morning = contributor(&today(&wellness), Signal::Hrv).z.unwrap();
    for n in TODAY - 6..=TODAY {
        set(&mut wellness, n, WellnessField::Rmssd, 48.0);
    }
    let week = contributor(&today(&wellness), Signal::Hrv).z.unwrap();
    assert!(morning > -1.5 && week < -2.0, "{morning} {week}");
}

#[test]
fn hrv_far_above_its_band_earns_no_more_than_the_edge() {
    let mut wellness = usual(0..=TODAY);
    for n in TODAY - 6..=TODAY {
        set(&mut wellness, n, WellnessField::Rmssd, 120.0);
    }
    assert_eq!(contributor(&today(&wellness), Signal::Hrv).z, Some(1.0));
}

#[test]
fn two_hrv_mornings_in_a_week_are_too_few() {
    let mut wellness = usual(0..=TODAY);
    wellness.retain(|e| {
        e.value.field != WellnessField::Rmssd || e.value.date <= day(TODAY - 7) || e.value.date > day(TODAY - 2)
    });
    let day = today(&wellness);
    assert_eq!(contributor(&day, Signal::Hrv).value, Reading::Missing { why: Missing::TooFewDays });
    assert!(day.readiness.known().unwrap().coverage < 1.0);
}

#[test]
fn a_change_of_device_starts_a_new_baseline() {
    let mut wellness = usual(0..=TODAY);
    for entry in wellness.iter_mut().filter(|e| e.value.field == WellnessField::Rmssd && e.value.date > day(TODAY - 10))
    {
        entry.value.source = "wrist".to_owned();
        entry.value.value *= 1.5;
    }
    let hrv = today(&wellness);
    let hrv = contributor(&hrv, Signal::Hrv);
    assert!(hrv.value.known().unwrap() > &80.0);
    assert_eq!((hrv.band, hrv.z), (None, None));
}

#[test]
fn the_newest_entry_of_a_day_counts_wherever_it_stands() {
    let mut wellness = usual(0..=TODAY);
    let mut corrected = entry(TODAY, WellnessField::Fatigue, 1.0, "coach");
    corrected.recorded_at += TimeDelta::hours(3);
    wellness.insert(0, corrected);
    // Fatigue 1 and mood 4.
    assert_eq!(contributor(&today(&wellness), Signal::Subjective).value.known(), Some(&2.5));
}

#[test]
fn nothing_ever_recorded_is_missing_and_never_fifty() {
    let day = today(&[]);
    assert_eq!(day.readiness, Reading::Missing { why: Missing::NeverRecorded });
    assert_eq!(contributor(&day, Signal::Sleep).value, Reading::Missing { why: Missing::NeverRecorded });
    assert!(contributor(&day, Signal::Form).z.is_some(), "form is known, and alone not enough");
}

#[test]
fn a_week_of_history_is_too_few_days() {
    let day = on(day(TODAY), &usual(TODAY - 6..=TODAY), &trend(TODAY - 6..=TODAY));
    assert_eq!(day.readiness, Reading::Missing { why: Missing::TooFewDays });
    assert!(day.contributors.iter().all(|c| c.z.is_none()));
    assert!(contributor(&day, Signal::Sleep).value.known().is_some(), "the value itself is known");
    assert_eq!(contributor(&day, Signal::Form).value, Reading::Missing { why: Missing::TooFewDays });
}

#[test]
fn less_than_half_of_the_weights_give_no_score() {
    let wellness: Vec<_> = usual(0..=TODAY).into_iter().filter(|e| e.value.field == WellnessField::Sleep).collect();
    assert_eq!(today(&wellness).readiness, Reading::Missing { why: Missing::TooFewDays });
}

#[test]
fn yesterdays_signals_still_count_with_a_wider_range() {
    let fresh = today(&usual(0..=TODAY));
    let late = today(&usual(0..=TODAY - 1));
    let Reading::Known { value, on } = &late.readiness else { panic!("{:?}", late.readiness) };
    assert_eq!(*on, day(TODAY - 1));
    let fresh = fresh.readiness.known().unwrap();
    assert!(value.high - value.low > fresh.high - fresh.low);
}

#[test]
fn signals_older_than_two_days_are_stale_with_their_age_and_after_two_weeks_gone() {
    let day_after = |last: i64| today(&usual(0..=last));
    let Reading::Stale { on, days, .. } = day_after(TODAY - 3).readiness else { panic!("not stale") };
    assert_eq!((on, days), (day(TODAY - 3), 3));
    assert!(matches!(contributor(&day_after(TODAY - 3), Signal::Sleep).value, Reading::Stale { days: 3, .. }));
    assert_eq!(contributor(&day_after(TODAY - 3), Signal::Sleep).z, None);
    assert_eq!(day_after(TODAY - 30).readiness, Reading::Missing { why: Missing::TooFewDays });
}

#[test]
fn illness_and_pain_stand_beside_the_score_and_do_not_change_it() {
    let mut wellness = usual(0..=TODAY);
    let well = today(&wellness);
    wellness.push(entry(TODAY, WellnessField::Illness, 1.0, "app"));
    wellness.push(entry(TODAY, WellnessField::Pain, 6.0, "app"));
    let ill = today(&wellness);
    assert_eq!((ill.ill, ill.pain), (true, Some(6.0)));
    assert_eq!((well.ill, well.pain), (false, None));
    assert_eq!(ill.readiness, well.readiness);
}

#[test]
fn days_of_illness_are_left_out_of_the_usual() {
    let mut wellness = usual(0..=TODAY);
    let well = contributor(&today(&wellness), Signal::RestingHr).band.unwrap();
    for n in TODAY - 8..TODAY - 2 {
        set(&mut wellness, n, WellnessField::RestingHr, 70.0);
    }
    let unmarked = contributor(&today(&wellness), Signal::RestingHr).band.unwrap();
    wellness.extend((TODAY - 8..TODAY - 2).map(|n| entry(n, WellnessField::Illness, 1.0, "app")));
    let marked = contributor(&today(&wellness), Signal::RestingHr).band.unwrap();
    assert!(unmarked.1 > well.1 + 5.0);
    assert!((marked.1 - well.1).abs() < 1.0, "{marked:?} {well:?}");
}

#[test]
fn values_nobody_can_have_and_days_after_the_day_are_left_out() {
    let mut wellness = usual(0..=TODAY);
    let before = today(&wellness);
    wellness.push(entry(TODAY, WellnessField::Sleep, 99.0, "watch"));
    wellness.push(entry(TODAY + 1, WellnessField::Sleep, 2.0, "watch"));
    assert_eq!(on(day(TODAY), &wellness, &trend(0..=TODAY + 5)), before);
}
