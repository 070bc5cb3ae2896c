use chrono::DateTime;
use uuid::Uuid;

use super::*;
use crate::id::{AthleteId, MarkId, WellnessId};
use crate::wellness::WellnessValue;

mod properties;
mod real;

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
    marked(wellness, &[])
}

fn marked(wellness: &[WellnessEntry], marks: &[Mark]) -> ReadinessDay {
    on(day(TODAY), wellness, &trend(0..=TODAY), &Own { marks, ..Own::default() })
}

fn mark(kind: MarkKind, from: i64, to: Option<i64>, size: Option<f64>) -> Mark {
    Mark {
        id: MarkId(Uuid::from_u128(from.unsigned_abs().into())),
        athlete: AthleteId(Uuid::nil()),
        kind,
        from: day(from),
        to: to.map(day),
        size,
        note: None,
        supersedes: None,
        withdrawn: false,
        author: "Ada".to_owned(),
        at: DateTime::UNIX_EPOCH,
    }
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
    let day = on(day(TODAY), &usual(TODAY - 6..=TODAY), &trend(TODAY - 6..=TODAY), &Own::default());
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
fn illness_pain_injury_and_fever_stand_beside_the_score_and_do_not_change_it() {
    let mut wellness = usual(0..=TODAY);
    let well = today(&wellness);
    wellness.push(entry(TODAY, WellnessField::Illness, 1.0, "app"));
    wellness.push(entry(TODAY, WellnessField::Pain, 6.0, "app"));
    wellness.push(entry(TODAY, WellnessField::Injury, 1.0, "app"));
    wellness.push(entry(TODAY, WellnessField::Fever, 1.0, "app"));
    let ill = today(&wellness);
    assert_eq!((ill.ill, ill.pain, ill.injured, ill.fever), (true, Some(6.0), true, true));
    assert_eq!((well.ill, well.pain, well.injured, well.fever), (false, None, false, false));
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
    assert_eq!(on(day(TODAY), &wellness, &trend(0..=TODAY + 5), &Own::default()), before);
}

#[test]
fn days_under_a_mark_are_left_out_of_every_usual_and_counted() {
    let mut wellness = usual(0..=TODAY);
    let well = today(&wellness);
    for n in TODAY - 20..TODAY - 12 {
        set(&mut wellness, n, WellnessField::RestingHr, 70.0);
        set(&mut wellness, n, WellnessField::Rmssd, 30.0);
    }
    let camp = mark(MarkKind::Altitude, TODAY - 20, Some(TODAY - 13), Some(2200.0));
    let (plain, camped) = (today(&wellness), marked(&wellness, std::slice::from_ref(&camp)));
    for signal in [Signal::RestingHr, Signal::Hrv] {
        let band = |day: &ReadinessDay| contributor(day, signal).band.unwrap();
        assert!((band(&camped).0 - band(&well).0).abs() < 1.0, "{signal:?}");
        assert!((band(&plain).0 - band(&well).0).abs() > 1.0, "{signal:?}");
    }
    assert_eq!((plain.hrv.set_aside, camped.hrv.set_aside), (0, 8));
    let withdrawn = Mark { withdrawn: true, ..camp };
    assert_eq!(marked(&wellness, &[withdrawn]), plain);
}

#[test]
fn hrv_is_not_judged_on_a_marked_day_and_the_rest_is() {
    let wellness = usual(0..=TODAY);
    let day = marked(&wellness, &[mark(MarkKind::Heat, TODAY, None, None)]);
    assert_eq!(day.marks, [MarkKind::Heat]);
    assert_eq!(day.hrv.week, HrvVerdict::Unknown { why: Missing::SetAside });
    assert_eq!(day.hrv.single_day, HrvVerdict::Unknown { why: Missing::SetAside });
    assert_eq!(day.hrv.single_day_limit, None);
    assert_eq!(contributor(&day, Signal::Hrv).z, None);
    assert!(contributor(&day, Signal::Sleep).z.is_some());
    let (known, before) = (day.readiness.known().unwrap().coverage, today(&wellness));
    assert!(known < before.readiness.known().unwrap().coverage);
}

#[test]
fn after_travel_hrv_is_silent_for_half_a_day_a_zone_and_three_days_at_most() {
    let wellness = usual(0..=TODAY);
    let silent = |zones: f64, days_ago: i64| {
        let flight = mark(MarkKind::Travel, TODAY - days_ago, Some(TODAY - days_ago), Some(zones));
        marked(&wellness, &[flight]).hrv.week == HrvVerdict::Unknown { why: Missing::SetAside }
    };
    assert_eq!([1, 2, 3, 4].map(|ago| silent(-9.0, ago)), [true, true, true, false]);
    assert_eq!([1, 2].map(|ago| silent(2.0, ago)), [true, false]);
    assert!(!silent(0.0, 1));
}

#[test]
fn the_two_hrv_rules_speak_for_themselves() {
    let mut wellness = usual(0..=TODAY);
    let steady = today(&wellness).hrv;
    assert_eq!((steady.week.clone(), steady.single_day), (HrvVerdict::Usual, HrvVerdict::Usual));
    assert!(steady.variation.unwrap() > 0.0 && (50.0..60.0).contains(&steady.single_day_limit.unwrap()));
    set(&mut wellness, TODAY, WellnessField::Rmssd, 53.0);
    let morning = today(&wellness).hrv;
    assert_eq!(morning.single_day, HrvVerdict::Below, "one low morning");
    assert_eq!(morning.week, HrvVerdict::Usual, "which is no low week");
    for n in TODAY - 6..=TODAY {
        set(&mut wellness, n, WellnessField::Rmssd, 90.0);
    }
    assert_eq!(today(&wellness).hrv.week, HrvVerdict::Above);
    wellness.retain(|e| e.value.field != WellnessField::Rmssd || e.value.date < day(TODAY));
    assert_eq!(today(&wellness).hrv.single_day, HrvVerdict::Unknown { why: Missing::TooFewDays }, "no value today");
    assert_eq!(today(&[]).hrv.week, HrvVerdict::Unknown { why: Missing::NeverRecorded });
}

#[test]
fn sleep_debt_adds_short_nights_and_needs_four_of_seven() {
    let nights = |count: i64, hours: f64| -> Vec<WellnessEntry> {
        (0..count).map(|back| entry(TODAY - back, WellnessField::Sleep, hours, "watch")).collect()
    };
    let debt = |wellness: &[WellnessEntry], own: &Own<'_>| on(day(TODAY), wellness, &[], own).sleep_debt;
    let value = |reading: Reading<SleepDebt>| *reading.known().expect("a debt");
    let adult = value(debt(&nights(5, 7.0), &Own::default()));
    assert_eq!((adult.hours, adult.need, adult.nights, adult.guessed), (5.0, 8.0, 5, true));
    let young = Own { age: Some(16), ..Own::default() };
    assert_eq!(value(debt(&nights(5, 7.0), &young)).hours, 10.0);
    let own = Own { sleep_need: Some(7.5), age: Some(16), ..Own::default() };
    let set = value(debt(&nights(4, 7.0), &own));
    assert_eq!((set.hours, set.guessed), (2.0, false));
    assert_eq!(value(debt(&nights(7, 9.5), &Own::default())).hours, 0.0, "a long night pays nothing back");
    let few = debt(&nights(3, 7.0), &Own::default());
    assert_eq!(few, Reading::Missing { why: Missing::TooFewDays });
    assert_eq!(debt(&[], &Own::default()), Reading::Missing { why: Missing::NeverRecorded });
    let old: Vec<_> = (3..=6).map(|back| entry(TODAY - back, WellnessField::Sleep, 7.0, "watch")).collect();
    assert!(matches!(debt(&old, &Own::default()), Reading::Stale { days: 3, .. }));
}

#[test]
fn answers_stand_against_their_own_history_and_hooper_turns_them_round() {
    let mut wellness = usual(0..=TODAY);
    set(&mut wellness, TODAY, WellnessField::Fatigue, 1.0);
    let day = today(&wellness);
    let items: Vec<_> = day.items.iter().map(|item| (item.field, item.z)).collect();
    assert_eq!(
        items.iter().map(|(field, _)| *field).collect::<Vec<_>>(),
        [WellnessField::Fatigue, WellnessField::Mood]
    );
    assert!(items[0].1.unwrap() < -1.5 && items[1].1 == Some(0.0));
    assert_eq!(day.hooper, None, "two of its four items were not answered");
    for (field, answer) in
        [(WellnessField::SleepQuality, 5.0), (WellnessField::Soreness, 3.0), (WellnessField::Stress, 1.0)]
    {
        wellness.push(entry(TODAY, field, answer, "app"));
    }
    let day = today(&wellness);
    assert_eq!(day.hooper, Some(7.0 + 1.0 + 4.0 + 7.0));
    let stress = day.items.iter().find(|item| item.field == WellnessField::Stress).unwrap();
    assert_eq!((stress.value, stress.z), (1.0, None), "one answer is no history");
}
