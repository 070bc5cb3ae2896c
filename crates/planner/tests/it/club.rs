//! Blocks of the club in one athlete's week, and which limits a coach's own week breaks.

use chrono::{Duration, Weekday};
use domain::club::{ClubBlock, Fit};
use domain::effective::{EffectiveSession, Source};
use domain::id::{BlockId, SessionId};
use domain::reason::Rule;
use domain::season::Priority;
use domain::session::SessionKind;
use domain::sport::Sport;
use planner::check::broken;
use planner::club::fit;
use planner::{Context, Draft, propose};
use uuid::Uuid;

use crate::build::{block, day, hour, kept, race, ready, runner};
use crate::limits;

/// A block on some days of the week, Monday 0.
fn on(n: u128, days: &[usize], kind: SessionKind, minutes: u32, intensity: f64) -> ClubBlock {
    let mut block = block(n, hour(kind, minutes, intensity));
    for day in days {
        block.weekdays[*day] = true;
    }
    block
}

fn with(blocks: Vec<ClubBlock>) -> Context {
    Context { blocks, ..runner() }
}

fn draft(context: &Context) -> Draft {
    let draft = propose(context);
    assert_eq!(limits::broken(context, &draft), Vec::<String>::new());
    draft
}

fn of_block(draft: &Draft) -> Vec<(Weekday, SessionKind, u32)> {
    use chrono::Datelike;
    let blocks = draft.sessions.iter().filter(|s| s.block.is_some());
    blocks.map(|s| (s.date.weekday(), s.session.kind, s.session.minutes)).collect()
}

fn rules(fit: &Fit) -> Vec<Rule> {
    match fit {
        Fit::Done => Vec::new(),
        Fit::Variant { why, .. } | Fit::Refused { why } => why.iter().map(|reason| reason.rule).collect(),
    }
}

#[test]
fn a_block_stands_as_it_is_and_the_week_is_planned_around_it() {
    let context = with(vec![on(1, &[2], SessionKind::Threshold, 55, 0.84)]);
    let draft = draft(&context);
    assert_eq!(of_block(&draft), [(Weekday::Wed, SessionKind::Threshold, 55)]);
    assert_eq!(draft.sessions.iter().filter(|s| s.session.kind.is_quality()).count(), 1, "it is the week's quality");
    assert_eq!(fit(&context, &context.blocks[0]), Fit::Done);
    let block = draft.sessions.iter().find(|s| s.block.is_some()).expect("it stands");
    assert_eq!(block.session, context.blocks[0].session);
    assert_eq!(block.reasons[0].rule, Rule::ClubBlock);
    assert!(limits::own_load(&draft) + block.session.load <= draft.target_load.expect("a target") + 1e-6);
}

#[test]
fn a_block_is_shorter_where_the_day_is_and_easy_where_hard_sessions_come_too_close() {
    let mut context = with(vec![on(1, &[1], SessionKind::Easy, 90, 0.68)]);
    let short = fit(&context, &context.blocks[0]);
    let Fit::Variant { sessions, .. } = &short else { panic!("a variant: {short:?}") };
    assert_eq!((sessions[0].0, sessions[0].1.minutes), (day(1), 60));
    assert_eq!(rules(&short), [Rule::AvailableMinutes]);
    context.blocks = vec![on(1, &[1, 2, 4], SessionKind::Threshold, 55, 0.84)];
    let easy = fit(&context, &context.blocks[0]);
    let Fit::Variant { sessions, .. } = &easy else { panic!("a variant: {easy:?}") };
    let kinds: Vec<SessionKind> = sessions.iter().map(|(_, session)| session.kind).collect();
    assert_eq!(kinds, [SessionKind::Threshold, SessionKind::Easy, SessionKind::Threshold]);
    assert_eq!(rules(&easy), [Rule::QualitySpacing]);
    assert_eq!(of_block(&draft(&context)).len(), 3, "the engine places what the block was said to become");
}

#[test]
fn a_block_is_refused_without_time_sport_or_health_and_says_which_limits_collide() {
    let mut context = with(vec![on(1, &[1], SessionKind::Easy, 60, 0.68)]);
    context.rooms[1].minutes = Some(5);
    assert_eq!(rules(&fit(&context, &context.blocks[0])), [Rule::AvailableMinutes]);
    let reasons = draft(&context).reasons;
    let collide = reasons.iter().find(|reason| reason.rule == Rule::LimitsCollide).expect("it says so");
    assert_eq!((collide.name.as_deref(), collide.facts["asked"], collide.limit), (Some("club-block"), 60.0, Some(5.0)));
    context.rooms[1] = domain::availability::Room { sports: vec![Sport::Swim], ..context.rooms[1].clone() };
    context.rooms[1].minutes = Some(60);
    assert_eq!(rules(&fit(&context, &context.blocks[0])), [Rule::SportThatDay]);
    context.rooms[1].sports.clear();
    context.readiness = Some(domain::readiness::ReadinessDay { ill: true, ..ready(50.0, 30.0, 70.0) });
    assert_eq!(rules(&fit(&context, &context.blocks[0])), [Rule::IllnessHold]);
    assert_eq!(of_block(&draft(&context)), []);
}

#[test]
fn what_the_coach_did_with_a_block_stays_and_it_is_not_placed_again() {
    let mut context = with(vec![on(1, &[1, 3], SessionKind::Easy, 45, 0.68)]);
    let own = |offset, removed| EffectiveSession {
        block: Some(BlockId(Uuid::from_u128(1))),
        removed,
        ..kept(9, offset, SessionKind::Easy, 40)
    };
    context.pinned = vec![own(1, true)];
    assert_eq!(of_block(&draft(&context)), [(Weekday::Thu, SessionKind::Easy, 45)]);
    context.pinned = vec![own(2, false)];
    assert_eq!(of_block(&draft(&context)), [(Weekday::Thu, SessionKind::Easy, 45)], "Tuesday's was moved to Wednesday");
}

#[test]
fn kept_sessions_that_break_limits_together_are_named_and_nothing_is_added_to_them() {
    let mut context = runner();
    context.pinned = (0..7).map(|offset| kept(offset as u128 + 1, offset, SessionKind::Tempo, 130)).collect();
    let draft = draft(&context);
    let rules: Vec<Rule> = draft.reasons.iter().map(|reason| reason.rule).collect();
    for rule in [Rule::LimitsCollide, Rule::QualitySpacing, Rule::QualityCount, Rule::RestDay, Rule::SingleSessionSpike]
    {
        assert!(rules.contains(&rule), "{rule:?} in {rules:?}");
    }
    assert!(draft.sessions.iter().all(|session| session.pinned.is_some()), "the least bad week adds nothing");
}

#[test]
fn a_race_and_a_kept_session_that_collide_are_both_named_and_the_kept_one_stays() {
    let mut context = runner();
    context.pinned = vec![kept(1, 5, SessionKind::Threshold, 60)];
    context.races = vec![race("City run", 6, Priority::C)];
    let draft = draft(&context);
    let collide = draft.reasons.iter().find(|reason| reason.rule == Rule::LimitsCollide).expect("it says so");
    assert_eq!((collide.name.as_deref(), collide.limit), (Some("race-day"), Some(1.0)));
    assert!(draft.sessions.iter().all(|session| session.session.kind != SessionKind::Race));
}

fn coached(id: u128, offset: i64, kind: SessionKind, minutes: u32) -> EffectiveSession {
    EffectiveSession { source: Source::Coach, ..kept(id, offset, kind, minutes) }
}

#[test]
fn a_week_of_the_coach_is_judged_by_the_limits_the_engine_plans_by() {
    let context = runner();
    let found = |sessions: &[EffectiveSession]| -> Vec<(u128, Rule)> {
        broken(&context, sessions).into_iter().map(|one| (one.session.0.as_u128(), one.reason.rule)).collect()
    };
    assert_eq!(found(&[coached(1, 1, SessionKind::Threshold, 55), coached(2, 3, SessionKind::Tempo, 50)]), []);
    assert_eq!(
        found(&[coached(1, 1, SessionKind::Threshold, 55), coached(2, 2, SessionKind::Tempo, 50)]),
        [(1, Rule::QualitySpacing), (2, Rule::QualitySpacing)]
    );
    assert_eq!(found(&[coached(1, 1, SessionKind::Easy, 61)]), [(1, Rule::AvailableMinutes)]);
    assert_eq!(found(&[coached(1, 6, SessionKind::Long, 115)]), [(1, Rule::SingleSessionSpike)]);
    assert_eq!(
        found(&[coached(1, 2, SessionKind::Long, 60), coached(2, 3, SessionKind::Tempo, 50)]),
        [(1, Rule::DayAfterLong), (2, Rule::DayAfterLong)]
    );
    let all: Vec<EffectiveSession> = (0..7).map(|n| coached(n as u128 + 1, n, SessionKind::Easy, 30)).collect();
    assert_eq!(found(&all), [(7, Rule::RestDay)], "said once");
    let removed = EffectiveSession { removed: true, ..all[3].clone() };
    let others = all.iter().filter(|session| session.id != removed.id).cloned();
    assert_eq!(found(&others.chain([removed.clone()]).collect::<Vec<_>>()), []);
    let past = Context { today: day(3), ..runner() };
    assert!(broken(&past, &[coached(1, 1, SessionKind::Easy, 500)]).is_empty(), "what is past is not judged");
}

#[test]
fn what_the_engine_proposes_breaks_nothing_by_its_own_check_either() {
    let mut context = with(vec![on(1, &[1], SessionKind::Threshold, 55, 0.84)]);
    context.today = day(0) - Duration::days(3);
    let sessions: Vec<EffectiveSession> = draft(&context)
        .sessions
        .into_iter()
        .zip(1_u128..)
        .map(|(s, n)| EffectiveSession {
            id: SessionId(Uuid::from_u128(n)),
            date: s.date,
            session: s.session,
            source: Source::Proposed,
            locked: false,
            removed: false,
            block: s.block,
        })
        .collect();
    assert_eq!(broken(&context, &sessions), Vec::new());
}
