//! Law: reasons come from the numbers. Every number in every rendered sentence is in the reason it was made from, and
//! the reasons' own numbers follow from the context and the draft.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Weekday;
use domain::availability::ExceptionKind;
use domain::bounds::Bounds;
use domain::habit::{Habit, HabitSeen};
use domain::mark::MarkKind;
use domain::plan::Confidence;
use domain::reason::{Reason, Rule};
use domain::season::plan::{Goal, SeasonPlan, SeasonWeek};
use domain::season::{PhaseKind, Priority};
use domain::session::SessionKind;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::words::{Value, Words, code_of, values_of};
use planner::{Context, Correction, Draft, Health, SportShare, propose};

use crate::build::{block, day, hour, kept, line, mark, minutes, phase, race, ready, runner, season_of, standing};

const ENGLISH: &str = include_str!("../../../../assets/words/en.ftl");

/// Contexts that between them make the engine say everything it can say.
fn contexts() -> Vec<Context> {
    let mut all = past_and_races();
    all.extend(around());
    all
}

/// What is said because of the season, the club, the coach's bounds and habits, health and places.
fn around() -> Vec<Context> {
    let with = |change: &dyn Fn(&mut Context)| {
        let mut context = runner();
        change(&mut context);
        context
    };
    let low = ready(22.2, 10.4, 41.7);
    let block_on = |weekday: usize, kind: SessionKind, minutes: u32| {
        let mut block = block(1, hour(kind, minutes, 0.8));
        block.weekdays[weekday] = true;
        block
    };
    let habit = HabitSeen { habit: Habit::MovesTo { kind: SessionKind::Long, day: Weekday::Sun }, times: 5, of: 6 };
    vec![
        with(&|c| {
            c.season = Some(SeasonPlan {
                goal: Goal::PeakLoad { points: 388.0 },
                ..season_of(vec![SeasonWeek { test: true, quality: 2, ..line(PhaseKind::Build, 1.1) }])
            });
            c.readiness = Some(low.clone());
        }),
        with(&|c| c.bounds = Bounds { hold: true, ..Bounds::default() }),
        with(&|c| {
            c.bounds = Bounds { week_minutes: Some(170), week_load: Some(231.0), ..Bounds::default() };
        }),
        with(&|c| c.bounds = Bounds { day_minutes: Some(41), ..Bounds::default() }),
        with(&|c| {
            c.rooms[1].exception = Some(ExceptionKind::Work);
            c.rooms[1].minutes = Some(33);
            c.rooms[2].sports = vec![Sport::Swim];
            c.rooms[3].exception = Some(ExceptionKind::Travel);
            c.rooms[3].minutes = Some(4);
            c.standing = standing(&propose(&runner()));
        }),
        with(&|c| c.blocks = vec![block_on(1, SessionKind::Threshold, 83)]),
        with(&|c| {
            c.blocks = vec![block_on(1, SessionKind::Threshold, 55)];
            c.pinned = vec![kept(1, 0, SessionKind::Long, 58)];
        }),
        with(&|c| {
            c.blocks = vec![block_on(1, SessionKind::Easy, 240)];
            c.pinned = vec![kept(1, 3, SessionKind::Tempo, 77)];
        }),
        with(&|c| c.health = Health { ill: Some(day(-2)), ill_since: Some(day(-5)), ..Health::default() }),
        with(&|c| c.health = Health { hurt: Some(day(-9)), hurt_since: Some(day(-29)), ..Health::default() }),
        with(&|c| {
            c.recent.retain(|past| past.date < day(-12));
            c.days.iter_mut().filter(|load| load.date >= day(-12)).for_each(|load| load.load = Some(0.0));
        }),
        with(&|c| {
            c.marks = vec![mark(1, MarkKind::Travel, 0, Some(6), Some(7.0))];
            c.blocks = vec![block_on(1, SessionKind::Threshold, 55)];
            c.threshold_moved = Some((0.13, 11));
        }),
        with(&|c| c.marks = vec![mark(1, MarkKind::Altitude, 0, None, Some(2200.0))]),
        with(&|c| {
            c.correction = Some(Correction { model: "load/1".into(), share: 1.07 });
            c.habits = vec![habit.clone()];
        }),
        with(&|c| {
            c.sports = [Sport::Run, Sport::Ride].map(|sport| SportShare { sport, share: 0.5 }).to_vec();
            c.recent.iter_mut().skip(1).step_by(2).for_each(|past| past.sport = Sport::Ride);
            c.rooms.iter_mut().take(6).for_each(|room| room.sports = vec![Sport::Run]);
        }),
    ]
}

/// What is said because of the past, the day's minutes, age, races and what the coach kept.
fn past_and_races() -> Vec<Context> {
    let with = |change: &dyn Fn(&mut Context)| {
        let mut context = runner();
        change(&mut context);
        context
    };
    let ill = domain::readiness::ReadinessDay { ill: true, ..ready(50.0, 30.0, 70.0) };
    let pain = domain::readiness::ReadinessDay { pain: Some(6.0), ..ready(50.0, 30.0, 70.0) };
    vec![
        runner(),
        with(&|c| c.readiness = Some(ill.clone())),
        with(&|c| {
            c.readiness = Some(pain.clone());
            c.races = vec![race("City run", 6, Priority::A)];
        }),
        with(&|c| c.readiness = Some(ready(22.2, 10.4, 41.7))),
        with(&|c| {
            c.age = Some(13);
            c.races = vec![race("City run", 6, Priority::A), race("Club run", 2, Priority::C)];
        }),
        with(&|c| c.phases = vec![phase(PhaseKind::Build, -28, 27)]),
        with(&|c| c.races = vec![race("City run", 6, Priority::A)]),
        with(&|c| c.races = vec![race("City run", 6, Priority::A), race("Club run", 5, Priority::C)]),
        with(&|c| {
            c.races = vec![domain::season::Race {
                distance: Some(domain::unit::Meters(42_195.0)),
                ..race("Lake marathon", 6, Priority::A)
            }];
            c.rooms = Default::default();
            c.settings = None;
        }),
        with(&|c| {
            c.races = vec![race("City run", 6, Priority::B)];
            c.rooms = minutes([0, 25, 5, 25, 0, 25, 20].map(Some));
        }),
        with(&|c| c.recent.iter_mut().for_each(|past| past.minutes = past.minutes.min(60.0))),
        with(&|c| c.days.retain(|load| load.date >= day(-10))),
        with(&|c| c.days.iter_mut().filter(|load| load.date >= day(-9)).for_each(|load| load.load = None)),
        with(&|c| {
            c.today = day(2);
            c.pinned = vec![kept(1, 0, SessionKind::Easy, 45), kept(2, 3, SessionKind::Threshold, 61)];
            c.settings = Some(Settings { from: day(-300), ..c.settings.clone().unwrap_or_default() });
            c.races = Vec::new();
            c.readiness = None;
        }),
        with(&|c| {
            let today = c.today;
            for load in &mut c.days {
                let week = usize::try_from(((today - load.date).num_days().max(1) - 1) / 7).unwrap_or(0);
                load.load = load.load.map(|points| points * [1.33, 1.21, 1.1].get(week).copied().unwrap_or(1.0));
            }
        }),
        with(&|c| {
            for back in 1..=30 {
                let date = day(-back);
                let sport = c.sport();
                c.recent.push(planner::Past { date, sport, minutes: 41.0, load: Some(30.0), quality: false });
            }
        }),
    ]
}

fn all_reasons(draft: &Draft) -> Vec<&Reason> {
    let Confidence { lowered_by, .. } = &draft.confidence;
    draft.reasons.iter().chain(lowered_by).chain(draft.sessions.iter().flat_map(|s| &s.reasons)).collect()
}

/// The numbers printed in a sentence, with everything that came from names and dates taken out first.
fn numbers(reason: &Reason, sentence: &str) -> Vec<f64> {
    let mut text = sentence.to_owned();
    for (_, value) in values_of(reason) {
        if let Value::Text(part) = value {
            text = text.replace(&part, " ");
        }
    }
    let (_, group) = domain::locale::here().marks();
    let text = text.replace(group, "");
    text.split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter_map(|part| part.trim_matches(|c: char| c == '.' || c == '-').parse().ok())
        .collect()
}

/// The variables each sentence in the words file uses, by rule code.
fn variables() -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in ENGLISH.lines().take_while(|line| !line.starts_with("## end of reasons")) {
        if let Some((start, _)) = line.split_once(" = ").filter(|(start, _)| start.starts_with("reason-")) {
            key = start.trim_start_matches("reason-").to_owned();
            found.insert(key.clone(), BTreeSet::new());
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            found.entry(key.clone()).or_default().insert(name);
        }
    }
    found
}

#[test]
fn every_number_in_every_sentence_is_in_its_reason() {
    for context in contexts() {
        let draft = propose(&context);
        for reason in all_reasons(&draft) {
            let sentence = Words::english().reason(reason);
            let code = code_of(reason);
            assert!(!sentence.starts_with("reason-"), "{code} has no words");
            assert!(!sentence.contains('{'), "{sentence}");
            for (name, _) in values_of(reason).iter().filter(|(_, value)| matches!(value, Value::Number(_))) {
                let key = format!("week-fact-{name}");
                assert_ne!(Words::english().say(&key), key, "the number has no word beside it: {reason:?}");
            }
            // Rounded here on its own account: whole numbers, percent for shares, one decimal for small limits.
            let mut own: Vec<f64> = Vec::new();
            for (name, value) in &reason.facts {
                own.push(if ["share", "coverage", "intensity", "usual-share", "confidence"].contains(&name.as_str()) {
                    value * 100.0
                } else {
                    *value
                });
            }
            own.extend(reason.limit);
            for number in numbers(reason, &sentence) {
                let derived = own.iter().any(|value| (value.abs() - number).abs() <= 0.5 + 1e-9);
                assert!(derived, "{number} in \"{sentence}\" is not in {reason:?}");
            }
        }
    }
}

#[test]
fn every_variable_of_a_sentence_is_given_by_every_reason_that_uses_it() {
    let variables = variables();
    let mut said: BTreeSet<String> = BTreeSet::new();
    for context in contexts() {
        for reason in all_reasons(&propose(&context)) {
            let code = code_of(reason);
            let mut given: BTreeSet<String> = values_of(reason).into_iter().map(|(name, _)| name.to_owned()).collect();
            if reason.rule == Rule::Preference {
                // The habit is a sentence of its own, made from the same numbers.
                given.insert("habit".to_owned());
            }
            let missing: Vec<&String> = variables[&code].difference(&given).collect();
            assert!(missing.is_empty(), "{code} does not give {missing:?}: {reason:?}");
            said.insert(code);
        }
    }
    // What the planner never says is said by the attention list or the application.
    let others = [
        "approved",
        "low-today",
        "done-so-far",
        "not-made-up",
        "changes-used",
        "room-for-more",
        "too-close",
        // Only a solver that fails makes it say this: `choose::tests` lets one fail.
        "plain-choice",
        "big-change",
        "low-confidence",
        "insisted-on",
        "no-recent-data",
        "low-readiness",
        "fast-ramp",
        "deep-fatigue",
        "recent-spike",
        "reported-ill",
        "reported-pain",
        "resting-hr-high",
        "hrv-out-of-band",
        "hrv-single-day",
        "load-jump",
        "high-monotony",
        "sleep-debt",
        "asymmetry-change",
        "wellness-low",
        "threshold-offered",
        "source-switched",
        "race-soon",
        "unassigned",
    ];
    let silent: Vec<&String> =
        variables.keys().filter(|code| !said.contains(*code) && !others.contains(&code.as_str())).collect();
    assert!(silent.is_empty(), "no context makes the planner say {silent:?}");
}

#[test]
fn the_reasons_own_numbers_follow_from_the_context_and_the_sessions() {
    for context in contexts() {
        let draft = propose(&context);
        let anchor = context.today.min(context.week.monday());
        let known: Vec<f64> = context
            .days
            .iter()
            .filter(|load| load.date < anchor && (anchor - load.date).num_days() <= 28)
            .filter_map(|load| load.load)
            .collect();
        for reason in &draft.reasons {
            let fact = |name: &str| reason.facts[name];
            match reason.rule {
                Rule::WeeklyTarget => {
                    let base = known.iter().sum::<f64>() / known.len() as f64 * 7.0;
                    assert!((fact("base") - base).abs() < 1e-9);
                    assert!((fact("base") * fact("share") - fact("target")).abs() < 1e-9);
                    assert_eq!(draft.target_load, Some(fact("target")));
                }
                Rule::RampLimit => assert!(fact("asked") > reason.limit.expect("a limit")),
                Rule::SeasonWeek => {
                    let season = context.season.as_ref().expect("a season");
                    let (number, week) = season.week(context.week).expect("it covers the week");
                    assert_eq!((fact("week"), fact("share")), (f64::from(number), week.share));
                }
                Rule::GoalPath => assert!(fact("target") <= reason.limit.expect("a limit") + 1e-9),
                Rule::LearnedCorrection => {
                    assert!((fact("share") - 1.0).abs() * 100.0 <= reason.limit.expect("a bound"));
                }
                Rule::ReturnVolume => assert!(fact("days") > 7.0 && fact("share") < 1.0),
                Rule::LimitsCollide => assert!(fact("asked") > reason.limit.expect("a limit")),
                Rule::WeekBound => assert!(fact("asked") > reason.limit.expect("a limit")),
                Rule::SportShare => {
                    let minutes = |all: bool| -> u32 {
                        let own =
                            draft.sessions.iter().filter(|s| s.pinned.is_none() && s.session.sport != Sport::Strength);
                        let own = own.filter(|s| all || Some(s.session.sport.code()) == reason.name.as_deref());
                        own.map(|s| s.session.minutes).sum()
                    };
                    assert!((fact("share") - f64::from(minutes(false)) / f64::from(minutes(true))).abs() < 1e-9);
                }
                Rule::LeastChange => assert!(fact("changed") <= 7.0),
                Rule::TimeLimitsTarget => assert!(fact("reached") < fact("target")),
                Rule::Youth => assert_eq!(Some(fact("age") as u32), context.age),
                _ => {}
            }
        }
        for session in draft.sessions.iter().filter(|s| s.pinned.is_none()) {
            for reason in &session.reasons {
                let minutes = f64::from(session.session.minutes);
                match reason.rule {
                    Rule::EasyFill | Rule::LongSession | Rule::QualityOfPhase | Rule::StrengthBeside => {
                        assert_eq!(reason.facts["minutes"], minutes);
                        if let Some(share) = reason.facts.get("intensity") {
                            assert!((session.session.intensity().expect("it has one") - share).abs() < 1e-9);
                        }
                    }
                    Rule::SingleSessionSpike => {
                        assert!((reason.facts["longest"] * 1.10 - reason.limit.expect("a limit")).abs() < 1e-9);
                        assert!(reason.facts["minutes"] > reason.limit.expect("a limit").floor());
                    }
                    Rule::DayBound => assert_eq!(reason.limit, context.bounds.day_minutes.map(f64::from)),
                    Rule::DatedException => {
                        assert_eq!(Some(reason.facts["minutes"]), context.room(session.date).minutes.map(f64::from));
                    }
                    Rule::ReturnStage => assert!(minutes <= reason.facts["minutes"]),
                    Rule::Preference => {
                        let seen = context.habits.iter().find(|seen| Some(seen.habit.code()) == reason.name);
                        let seen = seen.expect("one of the coach's");
                        assert_eq!(
                            (reason.facts["times"], reason.facts["of"]),
                            (f64::from(seen.times), f64::from(seen.of))
                        );
                    }
                    Rule::AvailableMinutes => assert!(reason.facts["minutes"] > reason.limit.expect("a limit")),
                    Rule::RaceDay if session.session.kind == SessionKind::Race => {
                        assert_eq!((reason.facts["minutes"], reason.facts["load"]), (minutes, session.session.load));
                    }
                    _ => {}
                }
            }
        }
    }
}
