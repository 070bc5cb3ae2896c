//! Why a week is as it is: every "without" is what the engine would do, every alternative keeps the limits.

use chrono::{DateTime, NaiveDate};
use domain::availability::{ExceptionKind, Room};
use domain::club::{BlockKind, ClubBlock};
use domain::effective::{EffectiveSession, Source};
use domain::explanation::{Counterfactual, Explanation, Other};
use domain::id::{BlockId, SessionId};
use domain::reason::Rule;
use domain::season::{PhaseKind, Priority};
use domain::session::{Session, SessionKind};
use domain::words::{Words, values_of};
use planner::check::broken;
use planner::explain::explain;
use planner::{Context, propose};
use proptest::prelude::*;
use uuid::Uuid;

use crate::build::{day, kept, minutes, phase, race, ready, runner};

fn explained(context: &Context) -> Explanation {
    explain(context, &propose(context))
}

/// A runner in the build phase, whose weeks have two quality sessions.
fn building() -> Context {
    Context { phases: vec![phase(PhaseKind::Build, -7, 34)], ..runner() }
}

fn hall(offset: i64) -> ClubBlock {
    let session =
        Session { sport: domain::sport::Sport::Strength, ..kept(1, offset, SessionKind::Strength, 60).session };
    ClubBlock {
        id: BlockId(Uuid::from_u128(7)),
        squad: None,
        kind: BlockKind::HallTime,
        name: "Hall time".to_owned(),
        from: day(0),
        to: day(6),
        weekdays: std::array::from_fn(|index| index as i64 == offset),
        starts: None,
        session: Session { load: 20.0, title: "Hall".to_owned(), ..session },
        supersedes: None,
        withdrawn: false,
        author: "Coach".to_owned(),
        at: DateTime::UNIX_EPOCH,
    }
}

fn without(explanation: &Explanation, rule: Rule, date: Option<NaiveDate>) -> Option<&Counterfactual> {
    let of = |one: &&Counterfactual| one.without.rule == rule && (date.is_none() || one.without.date == date);
    explanation.counterfactuals.iter().find(of)
}

/// What trains on each day, by date.
fn trained(context: &Context) -> Vec<(NaiveDate, Session)> {
    let gone = |id| context.pinned.iter().any(|kept| Some(kept.id) == id && kept.removed);
    let sessions = propose(context).sessions.into_iter();
    let sessions = sessions.filter(|planned| planned.session.kind != SessionKind::Rest && !gone(planned.pinned));
    sessions.map(|planned| (planned.date, planned.session)).collect()
}

fn load(sessions: &[(NaiveDate, Session)]) -> f64 {
    sessions.iter().map(|(_, session)| session.load).sum()
}

#[test]
fn without_the_hall_time_its_day_would_be_another() {
    let context = Context { blocks: vec![hall(3)], ..building() };
    let explanation = explained(&context);
    let told = without(&explanation, Rule::ClubBlock, Some(day(3)))
        .unwrap_or_else(|| panic!("{:#?}", explanation.counterfactuals));
    assert_eq!((told.without.name.as_deref(), told.without.facts["minutes"]), (Some("Hall time"), 60.0));
    let free = Context { blocks: Vec::new(), ..context.clone() };
    let then = trained(&free);
    let thursday: Vec<Option<&Session>> =
        told.days.iter().filter(|(date, _)| *date == day(3)).map(|(_, session)| session.as_ref()).collect();
    let expected: Vec<Option<&Session>> =
        then.iter().filter(|(date, _)| *date == day(3)).map(|(_, session)| Some(session)).collect();
    assert_eq!(thursday, if expected.is_empty() { vec![None] } else { expected });
    assert!((told.load_change - (load(&then) - load(&trained(&context)))).abs() < 1e-9);
    assert!(explanation.binding.iter().any(|reason| reason.rule == Rule::ClubBlock), "{:?}", explanation.binding);
}

#[test]
fn a_short_day_a_holiday_a_pin_and_a_race_can_be_thought_away() {
    let short = Context { rooms: minutes([60, 60, 60, 60, 60, 90, 20].map(Some)), ..runner() };
    let told = explained(&short);
    let sunday = without(&told, Rule::AvailableMinutes, Some(day(6))).unwrap_or_else(|| panic!("{told:#?}"));
    assert!(sunday.without.facts["minutes"] > 20.0 && sunday.without.limit == Some(20.0));

    let mut away = runner();
    away.rooms[6] = Room { minutes: Some(0), sports: Vec::new(), exception: Some(ExceptionKind::Travel) };
    let told = explained(&away);
    let sunday = without(&told, Rule::DatedException, Some(day(6))).unwrap_or_else(|| panic!("{told:#?}"));
    assert_eq!((sunday.without.name.as_deref(), sunday.without.facts["minutes"]), (Some("travel"), 0.0));

    let pinned = Context { pinned: vec![kept(4, 1, SessionKind::Threshold, 50)], ..runner() };
    let told = explained(&pinned);
    assert!(without(&told, Rule::Pinned, Some(day(1))).is_some(), "{told:#?}");

    let raced = Context { races: vec![race("City run", 6, Priority::A)], ..runner() };
    let told = explained(&raced);
    let race = without(&told, Rule::Taper, None).unwrap_or_else(|| panic!("{told:#?}"));
    let free = trained(&Context { races: Vec::new(), ..raced.clone() });
    assert!((race.load_change - (load(&free) - load(&trained(&raced)))).abs() < 1e-9);
}

#[test]
fn a_low_readiness_can_be_thought_away_and_an_illness_cannot() {
    let low = Context { readiness: Some(ready(25.0, 12.0, 41.0)), ..building() };
    let told = explained(&low);
    let better = without(&told, Rule::ReadinessLowered, None).unwrap_or_else(|| panic!("{told:#?}"));
    assert!(better.load_change > 0.0);
    assert!(told.binding.iter().any(|reason| reason.rule == Rule::ReadinessLowered));

    let mut ill = building();
    ill.readiness = Some(domain::readiness::ReadinessDay { ill: true, ..ready(50.0, 30.0, 70.0) });
    (ill.health.ill, ill.health.ill_since) = (Some(day(-1)), Some(day(-1)));
    let told = explained(&ill);
    assert_eq!((told.counterfactuals, told.alternatives), (Vec::new(), Vec::new()));
    assert_eq!(told.binding[0].rule, Rule::IllnessHold);
}

#[test]
fn the_coachs_own_limit_can_be_thought_away() {
    let mut bound = building();
    bound.bounds.week_load = Some(150.0);
    let told = explained(&bound);
    let freer = without(&told, Rule::WeekBound, None).unwrap_or_else(|| panic!("{told:#?}"));
    assert!(freer.load_change > 0.0 && freer.without.limit == Some(150.0), "{freer:?}");
}

#[test]
fn each_alternative_says_its_price() {
    let context = building();
    let now = trained(&context);
    let quality =
        |sessions: &[(NaiveDate, Session)]| sessions.iter().filter(|(_, s)| s.kind.is_quality()).count() as i32;
    let explanation = explained(&context);
    let others: Vec<Other> = explanation.alternatives.iter().map(|one| one.other).collect();
    for expected in [Other::Lighter, Other::FewerDays, Other::LessQuality] {
        assert!(others.contains(&expected), "{expected:?} in {others:?}");
    }
    for one in &explanation.alternatives {
        assert!((one.load - load(&one.sessions)).abs() < 1e-9, "{one:?}");
        assert!((one.load_change - (one.load - load(&now))).abs() < 1e-9, "{one:?}");
        assert_eq!(one.quality_change, quality(&one.sessions) - quality(&now), "{one:?}");
        assert!(one.changed > 0);
        let days = |sessions: &[(NaiveDate, Session)]| {
            sessions.iter().map(|(date, _)| *date).collect::<std::collections::BTreeSet<_>>().len()
        };
        match one.other {
            Other::Lighter => assert!(one.load <= 0.8 * load(&now) + 1e-6, "{one:?}"),
            Other::FewerDays => assert!(days(&one.sessions) < days(&now), "{one:?}"),
            Other::LessQuality => assert!(one.quality_change < 0, "{one:?}"),
            Other::AsLastWeek => {}
        }
    }
}

prop_compose! {
    fn context()(
        today in -3_i64..6,
        answered in prop::array::uniform7(prop::option::weighted(0.8, 0_u32..150)),
        exception in prop::option::of(0_usize..7),
        block in prop::option::of(0_i64..7),
        pins in prop::collection::vec((0_i64..7, prop::sample::select(SessionKind::ALL.to_vec()), 10_u32..120, any::<bool>()), 0..3),
        races in prop::collection::vec((0_i64..30, prop::sample::select(vec![Priority::A, Priority::B, Priority::C])), 0..2),
        building in any::<bool>(),
        readiness in prop::option::of((0.0_f64..100.0, 1.0_f64..30.0)),
        ill in prop::bool::weighted(0.05),
        age in prop::option::of(12_u32..70),
        bounds in (prop::option::of(20_u32..120), prop::option::of(50.0_f64..400.0), prop::option::of(0_u32..3)),
        days in prop::sample::select(vec![15_usize, 84]),
    ) -> Context {
        let mut context = if building { crate::explain::building() } else { runner() };
        context.today = day(today);
        context.age = age;
        context.rooms = minutes(answered);
        if let Some(index) = exception {
            context.rooms[index].minutes.get_or_insert(0);
            context.rooms[index].exception = Some(ExceptionKind::School);
        }
        context.blocks = block.map(hall).into_iter().collect();
        context.pinned = pins.into_iter().zip(1_u128..).map(|((offset, kind, minutes, removed), n)| EffectiveSession {
            removed,
            ..kept(n, offset, kind, minutes)
        }).collect();
        context.races = races.into_iter().map(|(offset, priority)| race("Race", offset, priority)).collect();
        context.readiness = readiness.map(|(score, width)| domain::readiness::ReadinessDay {
            ill,
            date: day(today),
            ..ready(score, (score - width).max(0.0), (score + width).min(100.0))
        });
        (context.bounds.day_minutes, context.bounds.week_load, context.bounds.quality) = bounds;
        context.days.truncate(days);
        context
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn explanations_are_true_repeatable_and_keep_the_limits(context in context()) {
        let draft = propose(&context);
        let explanation = explain(&context, &draft);
        prop_assert_eq!(&explanation, &explain(&context.clone(), &draft.clone()));
        prop_assert!(explanation.counterfactuals.len() <= 6);
        let now = trained(&context);
        for one in &explanation.counterfactuals {
            prop_assert!(!one.days.is_empty());
            prop_assert!(
                !matches!(one.without.rule, Rule::IllnessHold | Rule::PainHold | Rule::MedicalHold | Rule::ReturnStage)
            );
            // What is told of a day is another than what stands there.
            let dates: std::collections::BTreeSet<NaiveDate> = one.days.iter().map(|(date, _)| *date).collect();
            for date in dates {
                let mut told: Vec<&Session> =
                    one.days.iter().filter(|(day, _)| *day == date).filter_map(|(_, session)| session.as_ref()).collect();
                let mut is: Vec<&Session> = now.iter().filter(|(day, _)| *day == date).map(|(_, session)| session).collect();
                told.sort_by(|a, b| a.title.cmp(&b.title));
                is.sort_by(|a, b| a.title.cmp(&b.title));
                prop_assert_ne!(told, is);
            }
        }
        for one in &explanation.alternatives {
            let pinned = |date: NaiveDate, session: &Session| {
                context.pinned.iter().find(|kept| kept.date == date && kept.session == *session).cloned()
            };
            let sessions: Vec<EffectiveSession> = one.sessions.iter().zip(1_000_u128..).map(|((date, session), n)| {
                pinned(*date, session).unwrap_or_else(|| EffectiveSession {
                    source: Source::Proposed,
                    id: SessionId(Uuid::from_u128(n)),
                    session: session.clone(),
                    ..kept(n, (*date - day(0)).num_days(), session.kind, session.minutes)
                })
            }).collect();
            let placed = |id: SessionId| {
                let block = |s: &EffectiveSession| context.blocks.iter().any(|block| block.on(s.date));
                sessions.iter().any(|s| s.id == id && s.source == Source::Proposed && !block(s))
            };
            let broken: Vec<_> = broken(&context, &sessions).into_iter().filter(|one| placed(one.session)).collect();
            prop_assert!(broken.is_empty(), "{:?} breaks {:#?}", one.other, broken);
            prop_assert_ne!(&one.sessions, &now);
        }
    }

    #[test]
    fn every_number_told_is_in_the_reason_it_is_told_from(context in context()) {
        let explanation = explained(&context);
        let reasons = explanation.binding.iter().chain(explanation.counterfactuals.iter().map(|one| &one.without));
        for reason in reasons {
            let sentence = Words::english().reason(reason);
            prop_assert!(!sentence.contains('{'), "{} misses a fact of {:?}", sentence, reason);
            let known: Vec<String> = values_of(reason).into_iter().map(|(_, value)| match value {
                domain::words::Value::Number(number) => domain::locale::here().as_it_is(number),
                domain::words::Value::Text(text) => text,
            }).collect();
            let mut left = sentence.clone();
            let mut longest = known.clone();
            longest.sort_by_key(|value| std::cmp::Reverse(value.len()));
            for value in longest {
                left = left.replace(&value, "");
            }
            prop_assert!(!left.contains(|c: char| c.is_ascii_digit()), "{} of {:?}", sentence, reason);
        }
    }
}
