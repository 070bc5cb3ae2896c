//! Any context, however hostile: no hard limit is broken, and the same input gives the same draft.

use chrono::Duration;
use domain::season::{PhaseKind, Priority};
use domain::session::SessionKind;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::trend::DayLoad;
use planner::{Context, Past, digest, propose};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::build::{day, kept, minutes, monday, phase, race, ready};
use crate::limits::{broken, own_load};

fn sport() -> impl Strategy<Value = Sport> {
    select(vec![Sport::Run, Sport::Ride, Sport::Swim, Sport::Walk, Sport::Row, Sport::Strength, Sport::Other])
}

fn available() -> impl Strategy<Value = [Option<u32>; 7]> {
    let answer = prop_oneof![
        2 => Just(None),
        2 => Just(Some(0)),
        6 => (0_u32..240).prop_map(Some),
        1 => Just(Some(u32::MAX)),
    ];
    proptest::array::uniform7(answer)
}

fn past() -> impl Strategy<Value = Past> {
    (-70_i64..6, sport(), 1.0_f64..300.0, option::of(0.0_f64..400.0), any::<bool>())
        .prop_map(|(offset, sport, minutes, load, quality)| Past { date: day(offset), sport, minutes, load, quality })
}

fn pinned() -> impl Strategy<Value = Vec<domain::effective::EffectiveSession>> {
    let one = (0_i64..7, select(SessionKind::ALL.to_vec()), 0_u32..400, any::<bool>());
    vec(one, 0..8).prop_map(|all| {
        all.into_iter()
            .zip(1_u128..)
            .map(|((offset, kind, minutes, removed), n)| domain::effective::EffectiveSession {
                removed,
                ..kept(n, offset, kind, minutes)
            })
            .collect()
    })
}

fn races() -> impl Strategy<Value = Vec<domain::season::Race>> {
    let priority = select(vec![Priority::A, Priority::B, Priority::C]);
    vec((-10_i64..90, priority, option::of(100.0_f64..300_000.0), sport()), 0..4).prop_map(|all| {
        all.into_iter()
            .map(|(offset, priority, distance, sport)| domain::season::Race {
                sport,
                distance: distance.map(domain::unit::Meters),
                ..race("Race", offset, priority)
            })
            .collect()
    })
}

fn phases() -> impl Strategy<Value = Vec<domain::season::SeasonPhase>> {
    let kind = select(vec![
        PhaseKind::Base,
        PhaseKind::Build,
        PhaseKind::Sharpen,
        PhaseKind::Taper,
        PhaseKind::Race,
        PhaseKind::Transition,
    ]);
    vec((kind, -60_i64..10, 0_i64..60), 0..3)
        .prop_map(|all| all.into_iter().map(|(kind, from, length)| phase(kind, from, from + length)).collect())
}

prop_compose! {
    fn context()(
        today in -30_i64..9,
        age in option::of(12_u32..=70),
        sport in sport(),
        history in 0_usize..90,
        loads in vec(option::weighted(0.9, prop_oneof![3 => Just(0.0_f64), 7 => 0.0_f64..250.0]), 90),
        recent in vec(past(), 0..50),
        own in vec((1_i64..29, 10.0_f64..150.0, any::<bool>()), 0..24),
        availability in option::of(available()),
        races in races(),
        phases in phases(),
        readiness in option::of((0.0_f64..100.0, 0.0_f64..30.0, any::<bool>(), option::of(0.0_f64..10.0), 0_i64..12)),
        pinned in pinned(),
        settings in option::of(0_i64..400),
    ) -> Context {
        let mut recent = recent;
        // Enough of the main sport that most contexts are not abstained from.
        recent.extend(own.into_iter().map(|(back, minutes, quality)| Past {
            date: monday() - Duration::days(back), sport, minutes, load: Some(minutes), quality,
        }));
        Context {
            week: domain::week::Week::of(monday()),
            today: day(today),
            age,
            sport,
            days: loads.into_iter().take(history).zip(1..)
                .map(|(load, back)| DayLoad { date: day(today.min(0)) - Duration::days(back), load }).collect(),
            recent: recent.into_iter().filter(|p| p.date <= day(today)).collect(),
            availability: availability.map(minutes),
            races,
            phases,
            readiness: readiness.map(|(score, width, ill, pain, back)| domain::readiness::ReadinessDay {
                ill: ill && back % 3 == 0,
                pain,
                date: day(today - back),
                ..ready(score, (score - width).max(0.0), (score + width).min(100.0))
            }),
            settings: settings.map(|back| Settings {
                from: day(today - back),
                lthr: Some(domain::unit::Bpm(165.0)),
                ..Settings::default()
            }),
            pinned,
            templates: Vec::new(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hard_limit_is_ever_broken_by_a_session_the_engine_places(context in context()) {
        let draft = propose(&context);
        prop_assert_eq!(broken(&context, &draft), Vec::<String>::new(), "{:#?}", draft.sessions);
    }

    #[test]
    fn the_same_input_gives_the_same_draft_and_digest(context in context()) {
        prop_assert_eq!(propose(&context), propose(&context.clone()));
        prop_assert_eq!(digest(&context), digest(&context.clone()));
    }

    #[test]
    fn the_order_of_lists_does_not_matter(context in context()) {
        let mut turned = context.clone();
        turned.days.reverse();
        turned.recent.reverse();
        prop_assert_eq!(propose(&context), propose(&turned));
    }

    #[test]
    fn pinned_sessions_come_back_exactly_as_they_are(context in context()) {
        let draft = propose(&context);
        let mut back: Vec<_> = draft.sessions.iter().filter_map(|s| Some((s.pinned?, s.date, s.session.clone()))).collect();
        let mut given: Vec<_> = context.pinned.iter().map(|p| (p.id, p.date, p.session.clone())).collect();
        back.sort_by_key(|(id, ..)| *id);
        given.sort_by_key(|(id, ..)| *id);
        prop_assert_eq!(back, given);
    }

    #[test]
    fn what_is_placed_stays_within_the_target_and_every_session_says_why(context in context()) {
        let draft = propose(&context);
        prop_assert_eq!(draft.abstained, draft.target_load.is_none());
        if let Some(target) = draft.target_load {
            prop_assert!(own_load(&draft) <= target + 1e-6, "{} of {}", own_load(&draft), target);
        }
        prop_assert!(draft.sessions.iter().all(|s| !s.reasons.is_empty()));
        prop_assert!((0.0..=1.0).contains(&draft.confidence.value));
    }

    #[test]
    fn every_open_day_has_a_session_or_a_rest_that_says_why(context in context()) {
        let draft = propose(&context);
        for date in context.week.days().into_iter().filter(|date| *date >= context.today) {
            let done = context.recent.iter().any(|p| p.date == date);
            prop_assert!(done || draft.sessions.iter().any(|s| s.date == date), "{} is empty", date);
        }
    }
}
