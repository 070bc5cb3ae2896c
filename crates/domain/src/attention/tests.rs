use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::*;
use crate::activity::tests::blank;
use crate::id::{ActivityId, AthleteId, RaceId};
use crate::readiness::{Contributor, HrvRules, HrvVerdict, ItemZ, Readiness, Signal, SleepDebt};
use crate::reading::{Missing, Reading};
use crate::season::Priority;
use crate::sport::Sport;
use crate::summary::Summary;
use crate::tuning::RuleSetting;
use crate::unit::{Seconds, Watts};
use crate::wellness::WellnessField;

mod rules;

fn day(back: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 20).expect("a date") - Duration::days(back)
}

fn activity(back: i64, sport: Sport, minutes: f64) -> Activity {
    let start: DateTime<Utc> = day(back).and_hms_opt(8, 0, 0).expect("a time").and_utc();
    let summary = Summary { load_missing: Some(Missing::NoThreshold), ..blank().summary };
    Activity {
        id: ActivityId(Uuid::from_u128(u128::from(back.unsigned_abs()) + 1)),
        sport,
        start,
        start_local: start.naive_utc(),
        timer: Seconds(minutes * 60.0),
        elapsed: Seconds(minutes * 60.0),
        summary,
        ..blank()
    }
}

/// 60 quiet days up to today.
fn quiet_trend() -> Vec<TrendPoint> {
    (0..60)
        .rev()
        .map(|back| TrendPoint {
            date: day(back),
            load: Some(50.0),
            ctl: 50.0,
            atl: 50.0,
            form_morning: 0.0,
            form_evening: 0.0,
            ramp: Some(0.0),
        })
        .collect()
}

fn well(back: i64) -> ReadinessDay {
    ReadinessDay {
        date: day(back),
        readiness: Reading::Known {
            value: Readiness { score: 52.0, low: 38.0, high: 66.0, coverage: 1.0 },
            on: day(back),
        },
        contributors: Vec::new(),
        ill: false,
        pain: None,
        injured: false,
        fever: false,
        marks: Vec::new(),
        hrv: HrvRules {
            week: HrvVerdict::Usual,
            single_day: HrvVerdict::Usual,
            single_day_limit: Some(52.0),
            variation: None,
            set_aside: 0,
        },
        sleep_debt: Reading::Missing { why: Missing::NeverRecorded },
        items: Vec::new(),
        hooper: None,
    }
}

fn resting(back: i64, bpm: f64, band: (f64, f64)) -> ReadinessDay {
    let value = Reading::Known { value: bpm, on: day(back) };
    ReadinessDay {
        contributors: vec![Contributor { signal: Signal::RestingHr, value, band: Some(band), z: Some(-1.0) }],
        ..well(back)
    }
}

fn settings(back: i64) -> Settings {
    Settings { from: day(back), ftp: Some(Watts(250.0)), ..Settings::default() }
}

/// An athlete about whom there is nothing to say.
struct Calm {
    trend: Vec<TrendPoint>,
    recent: Vec<Activity>,
    readiness: Vec<ReadinessDay>,
    settings: Option<Settings>,
    races: Vec<Race>,
    measured: BTreeMap<ActivityId, BTreeMap<Metric, Measured>>,
    offered: Vec<Estimate>,
    tuning: Tuning,
}

impl Calm {
    fn new() -> Calm {
        Calm {
            trend: quiet_trend(),
            recent: vec![activity(20, Sport::Run, 60.0), activity(1, Sport::Run, 60.0)],
            readiness: vec![well(1), well(0)],
            settings: Some(settings(30)),
            races: Vec::new(),
            measured: BTreeMap::new(),
            offered: Vec::new(),
            tuning: Tuning::default(),
        }
    }

    fn flags(&self) -> Vec<Flag> {
        let days = crate::daily::days(&self.recent, &self.trend);
        flags(&Picture {
            today: day(0),
            trend: &self.trend,
            recent: &self.recent,
            readiness: &self.readiness,
            settings: self.settings.as_ref(),
            races: &self.races,
            days: &days,
            measured: &self.measured,
            offered: &self.offered,
            tuning: &self.tuning,
        })
    }

    fn set(&mut self, rule: Rule, on: bool, limit: Option<f64>) {
        self.tuning.0.insert(rule, RuleSetting { on, limit });
    }

    fn has(&self, rule: Rule) -> bool {
        self.flags().iter().any(|flag| flag.reason.rule == rule)
    }

    fn only(&self) -> Flag {
        let flags = self.flags();
        assert_eq!(flags.len(), 1, "{flags:?}");
        flags.into_iter().next().expect("one flag")
    }
}

fn race(ahead: i64) -> Race {
    Race {
        id: RaceId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        name: "Lakeside".into(),
        date: day(-ahead),
        sport: Sport::Run,
        distance: None,
        priority: Priority::A,
    }
}

#[test]
fn an_ordinary_athlete_has_no_flags() {
    assert_eq!(Calm::new().flags(), Vec::new());
}

#[test]
fn a_week_without_a_file_is_stale_and_silences_what_is_said_about_load() {
    let mut calm = Calm::new();
    calm.recent = vec![activity(7, Sport::Run, 60.0)];
    for point in calm.trend.iter_mut().rev().take(7) {
        point.load = None;
        point.form_morning = -40.0;
    }
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Stale, Rule::NoRecentData));
    assert_eq!(flag.reason.facts["days"], 7.0);
    calm.recent = vec![activity(6, Sport::Run, 60.0)];
    assert!(calm.flags().iter().all(|flag| flag.reason.rule != Rule::NoRecentData), "six days are not a week");
}

#[test]
fn an_athlete_with_nothing_at_all_is_stale_not_bad() {
    let calm = Calm { trend: Vec::new(), recent: Vec::new(), readiness: Vec::new(), ..Calm::new() };
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Stale, Rule::LittleHistory));
    assert_eq!(flag.reason.facts["days"], 0.0);
}

#[test]
fn illness_asks_for_action_while_fresh_and_for_an_eye_on_the_return_later() {
    let mut calm = Calm::new();
    calm.readiness = vec![ReadinessDay { ill: true, ..well(1) }, well(0)];
    assert_eq!((calm.only().severity, calm.only().reason.rule), (Severity::Act, Rule::ReportedIll));
    calm.readiness = vec![ReadinessDay { ill: true, ..well(6) }, ReadinessDay { ill: true, ..well(5) }, well(0)];
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.facts["days"]), (Severity::Watch, 2.0));
    assert_eq!(flag.reason.date, Some(day(5)));
}

#[test]
fn pain_counts_from_four_and_only_its_newest_report() {
    let mut calm = Calm::new();
    calm.readiness = vec![ReadinessDay { pain: Some(6.0), ..well(2) }, ReadinessDay { pain: Some(4.0), ..well(0) }];
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Act, Rule::ReportedPain));
    assert_eq!((flag.reason.facts["pain"], flag.reason.limit), (4.0, Some(4.0)));
    calm.readiness[1].pain = Some(3.0);
    assert_eq!(calm.flags(), Vec::new());
}

#[test]
fn readiness_flags_by_the_upper_end_of_its_range() {
    let mut calm = Calm::new();
    for (high, severity) in [(34.9, Some(Severity::Act)), (49.9, Some(Severity::Watch)), (50.0, None)] {
        let value = Readiness { score: 20.0, low: 10.0, high, coverage: 0.8 };
        calm.readiness = vec![ReadinessDay { readiness: Reading::Known { value, on: day(0) }, ..well(0) }];
        assert_eq!(calm.flags().first().map(|flag| flag.severity), severity, "{high}");
    }
}

#[test]
fn resting_heart_rate_needs_the_band_three_beats_and_three_days() {
    let mut calm = Calm::new();
    // Baseline 50, SD 2: the limit is max(52, 53) = 53.
    calm.readiness = (0..4).rev().map(|back| resting(back, 53.5, (48.0, 52.0))).collect();
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule), (Severity::Watch, Rule::RestingHrHigh));
    assert_eq!((flag.reason.facts["mean"], flag.reason.facts["baseline"], flag.reason.limit), (53.5, 50.0, Some(53.0)));
    calm.readiness = (0..4).rev().map(|back| resting(back, 52.5, (48.0, 52.0))).collect();
    assert_eq!(calm.flags(), Vec::new(), "above one SD, but less than 3 bpm");
    calm.readiness = (0..2).rev().map(|back| resting(back, 60.0, (48.0, 52.0))).collect();
    assert_eq!(calm.flags(), Vec::new(), "two days are too few");
}

#[test]
fn the_ramp_line_is_the_larger_of_three_points_and_a_tenth_of_fitness() {
    let mut calm = Calm::new();
    for (ctl, ramp, flagged) in [(20.0, 3.0, true), (20.0, 2.9, false), (60.0, 5.9, false), (60.0, 6.0, true)] {
        let last = calm.trend.last_mut().expect("a point");
        (last.ctl, last.ramp) = (ctl, Some(ramp));
        assert_eq!(calm.flags().iter().any(|flag| flag.reason.rule == Rule::FastRamp), flagged, "{ctl} {ramp}");
    }
}

#[test]
fn form_below_minus_thirty_is_context_of_the_lowest_grade() {
    let mut calm = Calm::new();
    calm.trend.last_mut().expect("a point").form_morning = -30.5;
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule, flag.reason.grade), (Severity::Watch, Rule::DeepFatigue, Grade::D));
    assert_eq!((flag.reason.facts["form"], flag.reason.limit), (-30.5, Some(-30.0)));
}

#[test]
fn a_session_over_one_point_one_times_the_longest_is_told_for_its_own_sport_only() {
    let mut calm = Calm::new();
    calm.recent = vec![activity(40, Sport::Run, 120.0), activity(20, Sport::Run, 60.0), activity(2, Sport::Run, 67.0)];
    let flag = calm.only();
    assert_eq!((flag.reason.rule, flag.reason.grade), (Rule::RecentSpike, Grade::B));
    assert_eq!((flag.reason.facts["minutes"], flag.reason.facts["longest"]), (67.0, 60.0));
    calm.recent[2] = activity(2, Sport::Run, 66.0);
    assert_eq!(calm.flags(), Vec::new(), "66 is 1.10 times 60");
    calm.recent[2] = activity(2, Sport::Ride, 300.0);
    assert_eq!(calm.flags(), Vec::new(), "nothing to compare a first ride with");
}

#[test]
fn a_race_within_fourteen_days_is_noted() {
    let mut calm = Calm::new();
    calm.races = vec![race(14)];
    let flag = calm.only();
    assert_eq!((flag.severity, flag.reason.rule, flag.reason.facts["days"]), (Severity::Note, Rule::RaceSoon, 14.0));
    calm.races = vec![race(15)];
    assert_eq!(calm.flags(), Vec::new());
}

#[test]
fn missing_and_old_thresholds_and_short_histories_are_noted() {
    let mut calm = Calm::new();
    calm.settings = Some(settings(121));
    assert_eq!((calm.only().reason.rule, calm.only().reason.facts["days"]), (Rule::OldThreshold, 121.0));
    calm.settings = Some(Settings::default());
    assert_eq!(calm.only().reason.rule, Rule::NoThreshold);
    let mut calm = Calm::new();
    calm.trend.drain(..40);
    assert_eq!((calm.only().reason.rule, calm.only().reason.facts["days"]), (Rule::LittleHistory, 20.0));
}

#[test]
fn the_most_severe_come_first_and_at_most_five_are_told() {
    let mut calm = Calm::new();
    calm.trend.drain(..40);
    let last = calm.trend.last_mut().expect("a point");
    (last.form_morning, last.ramp) = (-40.0, Some(20.0));
    calm.readiness = vec![ReadinessDay { ill: true, pain: Some(8.0), ..well(0) }];
    calm.settings = None;
    calm.races = vec![race(3)];
    let flags = calm.flags();
    assert_eq!(flags.len(), 5);
    assert!(flags.is_sorted_by_key(|flag| flag.severity));
    assert_eq!(flags[0].severity, Severity::Act);
}
