use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};

use super::*;
use crate::activity::Activity;
use crate::activity::tests::blank;
use crate::daily::{self, DayMeasures, PlannedLoad, Spike, WeekMeasures};
use crate::measures::{Doubt, Measured, Measures, Quantity, ZoneTime};
use crate::readiness::{self, HrvRules, HrvVerdict, Own, Readiness, ReadinessDay, Signal, SleepDebt};
use crate::reading::{Missing, Reading};
use crate::sport::Sport;
use crate::trend::{DayLoad, trend};
use crate::unit::Seconds;
use crate::words::Words;
use crate::zones::Scheme;

const ENGLISH: &str = include_str!("../../../../assets/words/en.ftl");

fn day(n: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap() + TimeDelta::days(n)
}

fn words(saying: &Saying) -> String {
    Words::english().saying(saying)
}

fn keys(sayings: &[Saying]) -> Vec<&str> {
    sayings.iter().map(|saying| saying.key.as_str()).collect()
}

fn find<'a>(sayings: &'a [Saying], key: &str) -> &'a Saying {
    sayings.iter().find(|saying| saying.key == key).unwrap_or_else(|| panic!("{key} of {:?}", keys(sayings)))
}

fn measures(values: &[(Metric, f64)]) -> Measures {
    let values = values.iter().map(|(metric, value)| (*metric, Measured::Known { value: *value, doubts: Vec::new() }));
    Measures { values: values.collect(), zones: Vec::new(), method: 1, basis: String::new() }
}

fn of(sport: Sport) -> Activity {
    Activity { sport, ..blank() }
}

/// Weeks of a load a day, from a Monday on.
fn weeks_of(loads: &[f64], planned: &[PlannedLoad]) -> (Vec<DayMeasures>, Vec<WeekMeasures>) {
    let loads: Vec<DayLoad> = (0..).zip(loads).map(|(n, load)| DayLoad { date: day(n), load: Some(*load) }).collect();
    let days = daily::days(&[], &trend(&loads));
    let weeks = daily::weeks(&days, &[], planned);
    (days, weeks)
}

fn ordinary() -> ReadinessDay {
    readiness::on(day(0), &[], &[], &Own::default())
}

/// Sayings that between them use every key.
fn everything() -> Vec<Saying> {
    let mut all = sessions();
    all.extend(loads());
    all.extend(mornings());
    all
}

fn sessions() -> Vec<Saying> {
    let usual: Vec<Measures> = (0..6)
        .map(|n| {
            let n = f64::from(n);
            measures(&[
                (Metric::Load, 80.0 + n),
                (Metric::EfficiencyFactor, 1.5),
                (Metric::ContactBalance, 50.0 + 0.1 * n),
            ])
        })
        .collect();
    let usual: Vec<&Measures> = usual.iter().collect();
    let ride = |values: &[(Metric, f64)], usual: &[&Measures]| of_activity(&of(Sport::Ride), &measures(values), usual);
    let mut all = Vec::new();
    for (load, efficiency) in [(120.0, 1.7), (60.0, 1.3), (82.0, 1.5)] {
        all.extend(ride(&[(Metric::Load, load), (Metric::EfficiencyFactor, efficiency)], &usual));
    }
    all.extend(ride(
        &[
            (Metric::Load, 82.0),
            (Metric::Duration, 3700.0),
            (Metric::Distance, 30_400.0),
            (Metric::NormalizedPower, 243.4),
            (Metric::IntensityFactor, 0.87),
            (Metric::VariabilityIndex, 1.02),
            (Metric::EfficiencyFactor, 1.6),
            (Metric::Decoupling, 3.2),
            (Metric::WBalanceLowest, 4.2),
            (Metric::Durability, 0.98),
            (Metric::AvgSpeed, 8.2),
        ],
        &[],
    ));
    all.extend(ride(
        &[
            (Metric::VariabilityIndex, 1.2),
            (Metric::Decoupling, 7.4),
            (Metric::WBalanceLowest, -2.1),
            (Metric::Durability, 0.91),
        ],
        &[],
    ));
    let mut stood_in = measures(&[]);
    let doubts = vec![Doubt::Unbridged];
    stood_in.values.insert(Metric::Load, Measured::Known { value: 70.0, doubts });
    stood_in.zones = vec![ZoneTime {
        quantity: Quantity::HeartRate,
        scheme: Scheme::ThreeZone,
        lower: vec![0.0, 140.0, 165.0],
        seconds: vec![2400.0, 600.0, 600.0],
    }];
    all.extend(of_activity(&of(Sport::Run), &stood_in, &[]));
    let run = [
        (Metric::AvgSpeed, 3.2),
        (Metric::GradedSpeed, 3.3),
        (Metric::NormalizedGradedSpeed, 3.4),
        (Metric::ContactBalance, 50.8),
        (Metric::Asymmetry, 3.2),
    ];
    all.extend(of_activity(&of(Sport::Run), &measures(&run), &[]));
    all.extend(of_activity(&of(Sport::Run), &measures(&run), &usual));
    all.extend(of_activity(&of(Sport::Swim), &measures(&[(Metric::AvgSpeed, 1.25)]), &[]));
    all
}

fn loads() -> Vec<Saying> {
    let mut all = Vec::new();
    let last_week = |load: f64| [vec![50.0; 56], vec![load; 6], vec![0.0]].concat();
    for load in [120.0, 58.0, 20.0] {
        let plan: Vec<PlannedLoad> = (56..62).map(|n| PlannedLoad { date: day(n), load: 58.0, done: 58.0 }).collect();
        let (days, weeks) = weeks_of(&last_week(load), &plan);
        all.extend(of_weeks(&days, &weeks));
    }
    let (mut days, mut weeks) = weeks_of(&[50.0, 50.0, 50.0, 50.0, 50.0, 50.0, 50.1], &[]);
    weeks[0].tonnage = Some(4200.0);
    weeks[0].distribution = Some(daily::Distribution {
        quantity: Quantity::HeartRate,
        shares: [0.8, 0.05, 0.15],
        index: None,
        time: Seconds(3600.0),
        coverage: 0.9,
        sessions: [3, 0, 1],
    });
    for (since, ratio) in [(0, 1.3), (1, 1.0), (4, 0.8)] {
        let last = days.last_mut().expect("a day");
        last.days_since_hard = Some(since);
        last.spike = Some(Spike { ratio, size: 60.0 * ratio, longest: 60.0, by_distance: false });
        all.extend(of_weeks(&days, &weeks));
    }
    let (days, weeks) = weeks_of(&[0.0, 120.0, 20.0, 90.0, 0.0, 80.0, 40.0], &[]);
    all.extend(of_weeks(&days, &weeks));
    all
}

fn mornings() -> Vec<Saying> {
    let on = day(0);
    let mut all = of_readiness(&ordinary());
    let score = |low, high| Readiness { score: f64::midpoint(low, high), low, high, coverage: 1.0 };
    let mut push = |change: &dyn Fn(&mut ReadinessDay)| {
        let mut day = ordinary();
        change(&mut day);
        all.extend(of_readiness(&day));
    };
    for value in [score(60.0, 80.0), score(20.0, 40.0), score(30.0, 70.0)] {
        push(&|day| day.readiness = Reading::Known { value: value.clone(), on });
    }
    push(&|day| day.readiness = Reading::Stale { value: score(30.0, 70.0), on, days: 4 });
    push(&|day| day.readiness = Reading::Missing { why: Missing::TooFewDays });
    let contribute = |day: &mut ReadinessDay, signal: Signal, value: Reading<f64>, band: Option<(f64, f64)>| {
        for contributor in day.contributors.iter_mut().filter(|contributor| contributor.signal == signal) {
            (contributor.value, contributor.band) = (value.clone(), band);
        }
    };
    for week in [HrvVerdict::Usual, HrvVerdict::Below, HrvVerdict::Above] {
        push(&|day| {
            day.hrv = HrvRules { week: week.clone(), variation: Some(4.2), ..day.hrv.clone() };
            contribute(day, Signal::Hrv, Reading::Known { value: 62.0, on }, Some((58.0, 66.0)));
        });
    }
    for why in [Missing::SetAside, Missing::TooFewDays] {
        push(&|day| day.hrv.week = HrvVerdict::Unknown { why });
    }
    for value in [48.0, 40.0, 60.0] {
        push(&|day| contribute(day, Signal::RestingHr, Reading::Known { value, on }, Some((45.0, 51.0))));
    }
    push(&|day| contribute(day, Signal::RestingHr, Reading::Known { value: 48.0, on }, None));
    push(&|day| contribute(day, Signal::RestingHr, Reading::Stale { value: 48.0, on, days: 3 }, None));
    let debt = |hours, guessed| SleepDebt { hours, need: 8.0, nights: 6, guessed };
    for value in [debt(5.25, false), debt(5.25, true), debt(0.0, true)] {
        push(&|day| day.sleep_debt = Reading::Known { value, on });
    }
    push(&|day| day.sleep_debt = Reading::Stale { value: debt(5.0, true), on, days: 3 });
    push(&|day| day.sleep_debt = Reading::Missing { why: Missing::TooFewDays });
    push(&|day| day.hooper = Some(12.0));
    all
}

/// Keys and texts of the sentences as they stand in the file.
fn sentences() -> Vec<(String, String)> {
    let part =
        ENGLISH.split_once("## Sayings").expect("the sayings").1.split_once("## end of sayings").expect("their end");
    let mut found: Vec<(String, String)> = Vec::new();
    for line in part.0.lines().skip(1).filter(|line| !line.starts_with('#')) {
        if let Some((key, text)) = line.strip_prefix("say-").and_then(|line| line.split_once(" = ")) {
            found.push((key.to_owned(), text.to_owned()));
        } else if let Some((_, text)) = found.last_mut() {
            text.push_str(line);
        }
    }
    found
}

#[test]
fn every_saying_has_words_and_all_words_are_said() {
    let said: BTreeSet<String> = everything().into_iter().map(|saying| saying.key).collect();
    let written: BTreeSet<String> = sentences().into_iter().map(|(key, _)| key).collect();
    assert_eq!(said, written);
}

#[test]
fn no_sentence_holds_a_number_that_is_not_in_its_facts() {
    let sayings = everything();
    for (key, text) in sentences() {
        // `[0]` picks a sentence by its value; it is not printed.
        assert!(!text.replace("[0]", "").contains(|c: char| c.is_ascii_digit()), "{key}: {text}");
        let saying = sayings.iter().find(|saying| saying.key == key).expect("a saying");
        for used in text.split('$').skip(1) {
            let name: String = used.chars().take_while(char::is_ascii_alphanumeric).collect();
            assert!(name == "name" || saying.facts.contains_key(&name), "{key}: {name}");
        }
    }
    for saying in &sayings {
        let sentence = words(saying);
        assert!(!sentence.contains(['{', '$']) && !sentence.starts_with("say-"), "{sentence}");
        assert!(sentence.ends_with('.'), "{sentence}");
        assert!(saying.facts.values().all(|fact| fact.is_finite()), "{saying:?}");
    }
}

#[test]
fn a_week_is_told_against_the_four_before() {
    let (days, weeks) = weeks_of(&[vec![50.0; 56], vec![70.0; 6], vec![0.0]].concat(), &[]);
    let sayings = of_weeks(&days, &weeks);
    let expected = "Your weekly load is 20 % above your four-week average: 420 points against 350.";
    assert_eq!(words(find(&sayings, "week-load-above")), expected);
}

#[test]
fn a_week_that_is_not_over_or_not_known_is_not_told() {
    let (days, weeks) = weeks_of(&[50.0; 61], &[]);
    let last = of_weeks(&days, &weeks);
    assert!(words(find(&last, "week-load-usual")).contains("350 points"), "the week before the running one");
    let loads: Vec<DayLoad> = (0..7).map(|n| DayLoad { date: day(n), load: (n != 3).then_some(50.0) }).collect();
    let days = daily::days(&[], &trend(&loads));
    let sayings = of_weeks(&days, &daily::weeks(&days, &[], &[]));
    assert!(sayings.iter().all(|saying| saying.metric != Metric::WeekLoad), "{:?}", keys(&sayings));
    assert!(sayings.iter().all(|saying| saying.metric != Metric::Monotony));
}

#[test]
fn numbers_are_written_as_their_metric_is() {
    let say = |metric, value| words(&Saying::new(metric, "number", &[("value", value)]));
    assert_eq!(say(Metric::Duration, 3725.0), "Time: 1:02:05.");
    assert_eq!(say(Metric::AvgHr, 142.6), "Mean heart rate: 143 bpm.");
    assert_eq!(say(Metric::GradedSpeed, 1000.0 / 275.0), "Graded pace: 4:35 /km.");
    assert_eq!(say(Metric::Tss, 84.6), "Training stress score: 85.");
    let swim = of_activity(&of(Sport::Swim), &measures(&[(Metric::AvgSpeed, 1.25)]), &[]);
    assert_eq!(words(&swim[0]), "You swam 1:20 /100 m on average.");
}

#[test]
fn a_missing_number_is_not_spoken_of_and_a_morning_without_one_says_why() {
    let mut nothing = measures(&[]);
    nothing.values.insert(Metric::Load, Measured::Missing { why: Missing::NoThreshold });
    assert_eq!(of_activity(&of(Sport::Ride), &nothing, &[]), []);
    let sayings = of_readiness(&ordinary());
    assert_eq!(keys(&sayings), ["readiness-never", "hrv-never", "sleep-never"]);
    assert!(sayings.iter().all(|saying| saying.facts.is_empty()));
    assert_eq!(of_weeks(&[], &[]), []);
}
