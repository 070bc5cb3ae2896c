//! The rest of a running week: named mornings, and what must hold for every one.

mod mornings;

use chrono::{DateTime, Duration};
use domain::adaptation::{Adaptation, DecidedAdaptation, Intervention};
use domain::effective::{EffectiveSession, Source};
use domain::id::{AdaptationId, AthleteId, SessionId};
use domain::overrides::{Change, ReasonTag};
use domain::readiness::ReadinessDay;
use domain::reason::{Reason, Rule};
use domain::session::SessionKind;
use domain::trend::DayLoad;
use planner::adapt::{CHANGES, adapt};
use planner::{Context, Past};
use uuid::Uuid;

use crate::build::{day, kept, minutes, race, ready, runner};

/// Today, and what was done on the days of the week so far.
fn running(today: i64, done: &[(i64, f64, f64, bool)]) -> Context {
    let mut context = runner();
    context.today = day(today);
    context.readiness = Some(ReadinessDay { date: day(today), ..ready(48.0, 30.0, 66.0) });
    for offset in 0..today {
        context.days.push(DayLoad { date: day(offset), load: Some(0.0) });
    }
    for (offset, minutes, load, quality) in done {
        context.days.retain(|known| known.date != day(*offset));
        context.days.push(DayLoad { date: day(*offset), load: Some(*load) });
        let sport = context.sport();
        context.recent.push(Past {
            date: day(*offset),
            sport,
            minutes: *minutes,
            load: Some(*load),
            quality: *quality,
        });
    }
    context
}

/// Easy Tuesday, quality on Wednesday, easy Thursday, quality Friday, long on Sunday.
fn week() -> Vec<EffectiveSession> {
    let plan = [
        (1, 1, SessionKind::Easy, 45, 32.0),
        (2, 2, SessionKind::Threshold, 60, 70.0),
        (3, 3, SessionKind::Easy, 45, 32.0),
        (4, 4, SessionKind::Tempo, 55, 60.0),
        (5, 6, SessionKind::Long, 100, 80.0),
    ];
    plan.into_iter().map(|(n, offset, kind, minutes, load)| proposed(n, offset, kind, minutes, load)).collect()
}

fn proposed(n: u128, offset: i64, kind: SessionKind, minutes: u32, load: f64) -> EffectiveSession {
    let mut session = EffectiveSession { source: Source::Proposed, ..kept(n, offset, kind, minutes) };
    session.session.load = load;
    session
}

fn id(n: u128) -> SessionId {
    SessionId(Uuid::from_u128(n))
}

fn rules(reasons: &[Reason]) -> Vec<Rule> {
    reasons.iter().map(|reason| reason.rule).collect()
}

fn fact(reasons: &[Reason], rule: Rule, name: &str) -> f64 {
    let reason = reasons.iter().find(|reason| reason.rule == rule).unwrap_or_else(|| panic!("{rule:?} in {reasons:?}"));
    reason.facts[name]
}

/// The week after the changes, applied as overrides would apply them.
fn applied(week: &[EffectiveSession], adaptation: &Adaptation) -> Vec<EffectiveSession> {
    let mut week = week.to_vec();
    for change in &adaptation.changes {
        let session =
            week.iter_mut().find(|s| s.id == change.session).expect("a change is about a session of the week");
        assert_eq!(session.date, change.date, "a change says on which day its session stands");
        match &change.change {
            Change::Replace { session: other } => session.session = other.clone(),
            Change::Move { to } => session.date = *to,
            Change::Scale { percent } => session.session = session.session.scaled(f64::from(*percent) / 100.0),
            Change::Remove => session.removed = true,
            other => panic!("no adaptation does {other:?}"),
        }
    }
    week
}

fn load(week: &[EffectiveSession]) -> f64 {
    week.iter().filter(|s| !s.removed).map(|s| s.session.load).sum()
}

fn decided(adaptation: Adaptation, applied: bool) -> DecidedAdaptation {
    DecidedAdaptation {
        id: AdaptationId(Uuid::nil()),
        athlete: AthleteId(Uuid::nil()),
        week: runner().week,
        day: day(2),
        adaptation,
        applied,
        author: "Coach".to_owned(),
        at: DateTime::UNIX_EPOCH,
    }
}

#[test]
fn a_week_that_runs_as_planned_is_kept() {
    let context = running(2, &[(1, 45.0, 32.0, false)]);
    let adaptation = adapt(&context, &week(), &[]);
    assert_eq!((adaptation.intervention, adaptation.changes.len()), (Intervention::Keep, 0), "{adaptation:#?}");
    assert_eq!(fact(&adaptation.reasons, Rule::DoneSoFar, "share"), 1.0);
    assert!(!adaptation.safety);
}

#[test]
fn a_low_morning_turns_todays_quality_easy_for_as_long() {
    let mut context = running(2, &[(1, 45.0, 32.0, false)]);
    context.readiness = Some(ReadinessDay { date: day(2), ..ready(25.0, 12.0, 41.0) });
    let adaptation = adapt(&context, &week(), &[]);
    assert_eq!((adaptation.intervention, adaptation.tag), (Intervention::ReduceIntensity, ReasonTag::Fatigue));
    let [change] = adaptation.changes.as_slice() else { panic!("{adaptation:#?}") };
    let Change::Replace { session } = &change.change else { panic!("{change:?}") };
    assert_eq!((change.session, session.kind, session.minutes), (id(2), SessionKind::Easy, 60));
    assert!(session.load < 70.0);
    assert_eq!(rules(&change.reasons), vec![Rule::LowToday]);
    assert_eq!((fact(&change.reasons, Rule::LowToday, "high"), change.reasons[0].limit), (41.0, Some(50.0)));
    let mut yesterday = context.clone();
    yesterday.readiness = Some(ReadinessDay { date: day(1), ..ready(25.0, 12.0, 41.0) });
    assert_eq!(adapt(&yesterday, &week(), &[]).intervention, Intervention::Keep, "yesterday's morning is over");
}

#[test]
fn a_low_morning_with_a_locked_hard_session_needs_the_coach() {
    let mut context = running(2, &[(1, 45.0, 32.0, false)]);
    context.readiness = Some(ReadinessDay { date: day(2), ..ready(25.0, 12.0, 41.0) });
    let mut week = week();
    week[1].locked = true;
    let adaptation = adapt(&context, &week, &[]);
    assert_eq!((adaptation.intervention, adaptation.changes.len()), (Intervention::NeedsYou, 0), "{adaptation:#?}");
    assert!(rules(&adaptation.reasons).starts_with(&[Rule::LowToday, Rule::Pinned]));
}

#[test]
fn illness_clears_the_days_to_come_whoever_planned_them_and_however_many() {
    let mut context = running(1, &[]);
    context.readiness = Some(ReadinessDay { ill: true, date: day(1), ..ready(50.0, 30.0, 70.0) });
    context.health.ill = Some(day(1));
    context.health.ill_since = Some(day(1));
    let mut week = week();
    week[1].locked = true;
    week[3].source = Source::Coach;
    week.insert(0, proposed(9, 0, SessionKind::Easy, 30, 20.0));
    let adaptation = adapt(&context, &week, &[]);
    let changed: Vec<SessionId> = adaptation.changes.iter().map(|change| change.session).collect();
    assert_eq!(changed, [1, 2, 3, 4, 5].map(id), "Monday is over: {adaptation:#?}");
    assert_eq!(
        (adaptation.intervention, adaptation.tag, adaptation.safety),
        (Intervention::ExtendRecovery, ReasonTag::Illness, true)
    );
    assert!(adaptation.changes.iter().all(|change| change.change == Change::Remove));
    assert_eq!(adaptation.reasons[0].rule, Rule::IllnessHold);
}

#[test]
fn pain_turns_hard_and_long_sessions_easy_and_leaves_the_race_to_the_coach() {
    let mut context = running(1, &[]);
    context.readiness = Some(ReadinessDay { pain: Some(6.0), date: day(1), ..ready(50.0, 30.0, 70.0) });
    context.health.hurt = Some(day(1));
    context.health.hurt_since = Some(day(1));
    let mut week = week();
    week.push(proposed(7, 5, SessionKind::Race, 40, 60.0));
    week[4].locked = true;
    context.races.push(race("City run", 5, domain::season::Priority::B));
    let adaptation = adapt(&context, &week, &[]);
    assert_eq!((adaptation.tag, adaptation.safety), (ReasonTag::AcuteInjuryRisk, true));
    let after = applied(&week, &adaptation);
    for session in after.iter().filter(|s| !s.removed && s.session.kind != SessionKind::Race) {
        assert!(matches!(session.session.kind, SessionKind::Easy | SessionKind::Recovery), "{session:?}");
    }
    assert!(!adaptation.changes.iter().any(|change| change.session == id(7)));
    assert!(rules(&adaptation.reasons).contains(&Rule::RaceDay), "{:?}", adaptation.reasons);
}

#[test]
fn what_was_missed_is_told_and_added_nowhere() {
    let context = running(4, &[(1, 45.0, 32.0, false)]);
    let week = week();
    let adaptation = adapt(&context, &week, &[]);
    assert_eq!(adaptation.intervention, Intervention::Keep, "{adaptation:#?}");
    assert_eq!(fact(&adaptation.reasons, Rule::NotMadeUp, "missed"), 70.0 + 32.0);
    assert_eq!(fact(&adaptation.reasons, Rule::DoneSoFar, "planned"), 32.0 + 70.0 + 32.0);
}

#[test]
fn a_hard_session_done_out_of_turn_moves_the_next_one_away() {
    let context = running(2, &[(1, 50.0, 36.0, true)]);
    let mut week = week();
    // With the hard session of Friday there would be no day to move to: then it turns easy where it stands.
    assert_eq!(adapt(&context, &week, &[]).intervention, Intervention::ReduceIntensity);
    week[3] = proposed(4, 4, SessionKind::Easy, 45, 32.0);
    let adaptation = adapt(&context, &week, &[]);
    assert_eq!(adaptation.intervention, Intervention::SwapDays, "{adaptation:#?}");
    let after = applied(&week, &adaptation);
    let moved = after.iter().find(|s| s.id == id(2)).expect("it stays in the week");
    assert!(moved.date >= day(3), "{moved:?}");
    assert!(rules(&adaptation.changes[0].reasons).contains(&Rule::TooClose), "{adaptation:#?}");
    assert_eq!(fact(&adaptation.changes[0].reasons, Rule::TooClose, "hours"), 24.0);
    assert_eq!(load(&after), load(&week));
}

#[test]
fn a_day_that_lost_its_time_gets_a_session_that_fits() {
    let mut context = running(2, &[(1, 45.0, 32.0, false)]);
    context.rooms = minutes([60, 60, 60, 30, 60, 90, 120].map(Some));
    let adaptation = adapt(&context, &week(), &[]);
    let [change] = adaptation.changes.as_slice() else { panic!("{adaptation:#?}") };
    assert_eq!((adaptation.intervention, adaptation.tag), (Intervention::Shorten, ReasonTag::ScheduleConflict));
    assert_eq!((change.session, &change.change), (id(3), &Change::Scale { percent: 65 }), "29 of 30 min");
}

#[test]
fn much_more_than_planned_shortens_what_comes_next() {
    let context = running(2, &[(1, 70.0, 92.0, false)]);
    let week = week();
    let adaptation = adapt(&context, &week, &[]);
    assert_eq!(adaptation.intervention, Intervention::Shorten, "{adaptation:#?}");
    assert!(adaptation.changes.len() <= CHANGES);
    let excess = 92.0 - 32.0;
    assert!(load(&week) - load(&applied(&week, &adaptation)) <= excess + 1e-9, "no more than what was too much");
    assert_eq!(fact(&adaptation.changes[0].reasons, Rule::DoneSoFar, "done"), 92.0);
}

/// A good morning with room: the week aims at more than stands in it.
fn good_morning() -> (Context, Vec<EffectiveSession>) {
    let mut context = running(3, &[(1, 45.0, 32.0, false), (2, 60.0, 68.0, true)]);
    context.readiness = Some(ReadinessDay { date: day(3), ..ready(65.0, 52.0, 78.0) });
    (context, week())
}

#[test]
fn a_good_morning_with_room_gets_a_little_more_within_the_target() {
    let (context, week) = good_morning();
    let adaptation = adapt(&context, &week, &[]);
    assert_eq!(adaptation.intervention, Intervention::RaiseVolume, "{adaptation:#?}");
    let [change] = adaptation.changes.as_slice() else { panic!("{adaptation:#?}") };
    let after = applied(&week, &adaptation);
    let more = after[2].session.minutes - week[2].session.minutes;
    assert_eq!((change.session, more), (id(3), 5));
    assert_eq!(fact(&change.reasons, Rule::RoomForMore, "minutes"), 5.0);
    assert_eq!(fact(&change.reasons, Rule::RoomForMore, "readiness"), 65.0);
}

#[test]
fn nothing_is_raised_near_a_race_after_a_miss_without_answered_minutes_or_on_an_ordinary_morning() {
    let keeps = |change: &dyn Fn(&mut Context, &mut Vec<EffectiveSession>)| {
        let (mut context, mut week) = good_morning();
        change(&mut context, &mut week);
        let adaptation = adapt(&context, &week, &[]);
        assert_eq!(adaptation.changes, Vec::new(), "{adaptation:#?}");
    };
    keeps(&|context, _| context.races.push(race("City run", 10, domain::season::Priority::B)));
    keeps(&|context, _| context.days.retain(|known| known.date != day(1)));
    keeps(&|context, _| {
        context.days.retain(|known| known.date != day(2));
        context.days.push(DayLoad { date: day(2), load: Some(20.0) });
    });
    keeps(&|context, _| context.rooms = Default::default());
    keeps(&|context, _| context.readiness = Some(ReadinessDay { date: day(3), ..ready(45.0, 30.0, 60.0) }));
    keeps(&|context, _| context.readiness = None);
    keeps(&|_, week| week[4].session.load += 200.0);
    keeps(&|_, week| week[3].removed = true);
}

#[test]
fn two_changes_a_week_are_the_most_unless_safety_asks() {
    let mut context = running(2, &[(1, 45.0, 32.0, false)]);
    context.readiness = Some(ReadinessDay { date: day(2), ..ready(25.0, 12.0, 41.0) });
    let first = adapt(&context, &week(), &[]);
    let used = vec![decided(first.clone(), true), decided(first.clone(), true)];
    let second = adapt(&context, &week(), &used);
    assert_eq!((second.intervention, second.changes.len()), (Intervention::Keep, 0), "{second:#?}");
    assert_eq!(fact(&second.reasons, Rule::ChangesUsed, "changes"), 2.0);
    let set_aside = vec![decided(first.clone(), false), decided(first.clone(), false)];
    assert_eq!(adapt(&context, &week(), &set_aside).changes, first.changes, "what was set aside changed nothing");
    let safety = vec![decided(Adaptation { safety: true, ..first.clone() }, true); 3];
    assert_eq!(adapt(&context, &week(), &safety).changes, first.changes, "safety does not use them up");
    context.bounds.hold = true;
    assert!(adapt(&context, &week(), &used).changes.len() > CHANGES, "a medical hold asks for all of them");
}

#[test]
fn an_adaptation_of_another_day_has_another_digest() {
    let context = running(2, &[(1, 45.0, 32.0, false)]);
    let one = adapt(&context, &week(), &[]).inputs;
    let mut shorter = week();
    shorter[2].session.minutes -= 5;
    assert_ne!(one, adapt(&context, &shorter, &[]).inputs);
    let later = Context { today: context.today + Duration::days(1), ..context };
    assert_ne!(one, adapt(&later, &week(), &[]).inputs);
}
