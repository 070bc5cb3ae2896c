//! Any morning of any running week: what must hold whatever is proposed.

use std::collections::BTreeSet;

use domain::adaptation::{Adaptation, DecidedAdaptation, Intervention};
use domain::effective::{EffectiveSession, Source};
use domain::id::SessionId;
use domain::overrides::{Change, ReasonTag};
use domain::readiness::ReadinessDay;
use domain::reason::Rule;
use domain::session::SessionKind;
use domain::trend::DayLoad;
use planner::adapt::{CHANGES, adapt};
use planner::check::broken;
use planner::{Context, Past};
use proptest::prelude::*;

use super::{applied, decided, id, load, proposed};
use crate::build::{day, minutes, race, ready, runner};

fn session() -> impl Strategy<Value = (i64, SessionKind, u32, bool, bool, u8)> {
    (
        0_i64..7,
        prop::sample::select(SessionKind::ALL.to_vec()),
        10_u32..180,
        prop::bool::weighted(0.1),
        prop::bool::weighted(0.1),
        0_u8..10,
    )
}

prop_compose! {
    /// A running week of any shape: what stands in it, what was done, how the morning is, and what was decided already.
    fn morning()(
        today in 0_i64..7,
        sessions in prop::collection::vec(session(), 0..9),
        done in prop::collection::vec((0_i64..7, 5.0_f64..200.0, prop::option::weighted(0.9, 0.0_f64..200.0), any::<bool>()), 0..6),
        readiness in prop::option::weighted(0.9, (0.0_f64..100.0, 1.0_f64..40.0, 0_i64..3)),
        ill in prop::bool::weighted(0.1),
        pain in prop::option::weighted(0.2, 0.0_f64..10.0),
        hold in prop::bool::weighted(0.05),
        rooms in prop::array::uniform7(prop::option::weighted(0.8, 0_u32..180)),
        races in prop::collection::vec((0_i64..30, prop::sample::select(vec![domain::season::Priority::A, domain::season::Priority::B, domain::season::Priority::C])), 0..2),
        age in prop::option::of(12_u32..70),
        used in 0_usize..3,
        days in 20_usize..84,
    ) -> (Context, Vec<EffectiveSession>, Vec<DecidedAdaptation>) {
        let mut context = runner();
        context.today = day(today);
        context.age = age;
        context.rooms = minutes(rooms);
        context.bounds.hold = hold;
        context.days.truncate(days);
        context.races = races.into_iter().map(|(offset, priority)| race("Race", offset, priority)).collect();
        for offset in 0..today {
            context.days.push(DayLoad { date: day(offset), load: Some(0.0) });
        }
        for (offset, minutes, load, quality) in done.into_iter().filter(|(offset, ..)| *offset <= today) {
            context.days.retain(|known| known.date != day(offset));
            context.days.push(DayLoad { date: day(offset), load });
            let sport = context.sport();
            context.recent.push(Past { date: day(offset), sport, minutes, load, quality });
        }
        context.readiness = readiness.map(|(score, width, back)| ReadinessDay {
            date: day(today - back),
            ill,
            pain,
            ..ready(score, (score - width).max(0.0), (score + width).min(100.0))
        });
        if let Some(day) = &context.readiness {
            context.health.ill = day.ill.then_some(day.date);
            context.health.ill_since = context.health.ill;
            context.health.hurt = day.pain.filter(|pain| *pain >= 4.0).map(|_| day.date);
            context.health.hurt_since = context.health.hurt;
        }
        let week = sessions
            .into_iter()
            .zip(1_u128..)
            .map(|((offset, kind, minutes, removed, locked, whose), n)| {
                let rest = kind == SessionKind::Rest;
                let source = match whose { 0 | 1 => Source::Coach, 2 => Source::Club, _ => Source::Proposed };
                EffectiveSession {
                    removed, locked, source,
                    ..proposed(n, offset, kind, if rest { 0 } else { minutes }, if rest { 0.0 } else { f64::from(minutes) * 0.9 })
                }
            })
            .collect::<Vec<_>>();
        let one = Adaptation {
            intervention: Intervention::Shorten,
            changes: vec![one_change(); 1],
            reasons: Vec::new(),
            tag: ReasonTag::Fatigue,
            safety: false,
            inputs: String::new(),
        };
        (context, week, vec![decided(one, true); used])
    }
}

fn one_change() -> domain::adaptation::AdaptedSession {
    domain::adaptation::AdaptedSession {
        session: id(99),
        date: day(0),
        change: Change::Scale { percent: 80 },
        reasons: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_morning_no_rule_of_adapting_is_broken((context, week, decided) in morning()) {
        let adaptation = adapt(&context, &week, &decided);
        prop_assert_eq!(&adaptation, &adapt(&context.clone(), &week.clone(), &decided.clone()));
        prop_assert_eq!(adaptation.inputs.len(), 64);
        prop_assert!(adaptation.safety || adaptation.changes.len() + decided.len() <= CHANGES);

        let ids: BTreeSet<SessionId> = adaptation.changes.iter().map(|change| change.session).collect();
        prop_assert_eq!(ids.len(), adaptation.changes.len(), "no session is changed twice");
        let trained = |date| context.recent.iter().any(|past| past.date == date);
        for change in &adaptation.changes {
            let session = week.iter().find(|s| s.id == change.session).expect("of this week");
            prop_assert!(session.date >= context.today && !session.removed, "{:?}", session);
            prop_assert!(session.date > context.today || !trained(context.today), "today's is done: {:?}", session);
            let free = session.source == Source::Proposed && !session.locked;
            prop_assert!(adaptation.safety || free, "{:?}", session);
            prop_assert!(!change.reasons.is_empty());
            if let Change::Move { to } = change.change {
                prop_assert!(to >= context.today && context.week.contains(to));
            }
        }

        let after = applied(&week, &adaptation);
        // A limit of the whole week is said of one of its sessions; which one may change.
        let week_rule = |rule| matches!(rule, Rule::QualityCount | Rule::RestDay | Rule::WeekBound);
        let rules = |sessions: &[EffectiveSession]| -> BTreeSet<(Option<SessionId>, String)> {
            let of = |one: planner::check::Broken| {
                ((!week_rule(one.reason.rule)).then_some(one.session), format!("{:?}", one.reason.rule))
            };
            broken(&context, sessions).into_iter().map(of).collect()
        };
        let (before, then) = (rules(&week), rules(&after));
        prop_assert!(then.is_subset(&before), "new: {:?} in {:#?}", then.difference(&before), adaptation);

        let (was, is) = (load(&week), load(&after));
        if adaptation.intervention == Intervention::RaiseVolume {
            let target = planner::propose(&context).target_load.expect("no target, no raise");
            let to_come: f64 = after
                .iter()
                .filter(|s| !s.removed && s.session.kind != SessionKind::Race)
                .filter(|s| s.date > context.today || (s.date == context.today && !trained(context.today)))
                .map(|s| s.session.load)
                .sum();
            let done: f64 = context.days.iter().filter(|d| context.week.contains(d.date)).filter_map(|d| d.load).sum();
            prop_assert!(is > was && done + to_come <= target + 1e-6, "{} + {} of {}", done, to_come, target);
        } else {
            prop_assert!(is <= was + 1e-9, "{} after {}", is, was);
        }

        let empty = adaptation.changes.is_empty();
        prop_assert_eq!(empty, matches!(adaptation.intervention, Intervention::Keep | Intervention::NeedsYou));
        if let Some(missed) = adaptation.reasons.iter().find(|reason| reason.rule == Rule::NotMadeUp) {
            let so_far = adaptation.reasons.iter().find(|reason| reason.rule == Rule::DoneSoFar).expect("both or none");
            prop_assert_eq!(missed.facts["missed"], so_far.facts["planned"] - so_far.facts["done"]);
            prop_assert!(adaptation.intervention != Intervention::RaiseVolume);
        }
    }
}
