//! Weeks: proposals, overrides, notes, exports.

use domain::annotation::{Annotation, Subject};
use domain::consent::{Consent, DataCategory, Purpose};
use domain::effective::effective;
use domain::id::{AnnotationId, ConsentId, OverrideId, PlanWeekId, ProposalId, SessionId, WellnessId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::plan::{Confidence, Proposal, ProposedSession};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind, Step};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::week::Week;
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use store::{StoreFault, Write};

use crate::scene::{ADA, BO, Scene, activity, commit, date, import, now, uuid};

pub(crate) const PLAN: PlanWeekId = PlanWeekId(uuid::Uuid::from_u128(0x9100));
pub(crate) const MONDAY: &str = "2026-11-23";

pub(crate) fn week() -> Week {
    "2026-W48".parse().expect("a week")
}

fn session(title: &str, minutes: u32) -> Session {
    Session {
        kind: SessionKind::Threshold,
        sport: Sport::Run,
        title: title.to_owned(),
        minutes,
        load: f64::from(minutes) / 3.0,
        steps: vec![Step { repeat: 3, minutes: 10.0 / 3.0, intensity: 0.98, rest_minutes: 2.0 }],
        workout: None,
    }
}

pub(crate) fn proposed(number: u128, on: &str, title: &str) -> ProposedSession {
    ProposedSession {
        id: SessionId(uuid(0x5E00 + number)),
        date: date(on),
        session: session(title, 50),
        reasons: vec![Reason::new(Rule::QualityOfPhase, Effect::Chose, Grade::C).fact("minutes", 0.1 + 0.2).limit(1.5)],
        block: None,
    }
}

pub(crate) fn proposal(number: u128, sessions: Vec<ProposedSession>) -> Proposal {
    Proposal {
        id: ProposalId(uuid(0x9A00 + number)),
        engine: "guardrails-template/1".to_owned(),
        inputs: "abc".to_owned(),
        made_at: now(),
        target_load: Some(321.0 + 1.0 / 3.0),
        sessions,
        reasons: vec![Reason::new(Rule::Phase, Effect::Set, Grade::D).named("build").on(date(MONDAY))],
        confidence: Confidence { value: 0.7, lowered_by: Vec::new() },
        abstained: false,
    }
}

pub(crate) fn first() -> Proposal {
    proposal(1, vec![proposed(1, MONDAY, "Mon"), proposed(2, "2026-11-25", "Wed"), proposed(3, "2026-11-28", "Sat")])
}

fn change(number: u128, of: u128, change: Change) -> Override {
    Override {
        id: OverrideId(uuid(0x0F00 + number)),
        session: SessionId(uuid(0x5E00 + of)),
        change,
        before: None,
        tag: ReasonTag::CoachsEye,
        text: Some("looked tired".to_owned()),
        insisted: vec![Reason::new(Rule::QualitySpacing, Effect::Refused, Grade::D).limit(48.0)],
        author: "coach".to_owned(),
        at: now(),
    }
}

fn note(number: u128, subject: Subject) -> Annotation {
    Annotation {
        id: AnnotationId(uuid(0xA000 + number)),
        athlete: ADA,
        subject,
        text: "stay relaxed".to_owned(),
        shared: number.is_multiple_of(2),
        author: "coach".to_owned(),
        at: now(),
        supersedes: None,
    }
}

/// A drafted week with one override, a note, an export, and a row in every other append-only table.
pub(crate) async fn planned_week() -> Scene {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_proposal(PLAN, ADA, week(), &first(), date("2026-11-21")).await.expect("proposed");
    w.insert_override(PLAN, &change(1, 2, Change::Move { to: date("2026-11-26") })).await.expect("overridden");
    w.insert_annotation(&note(1, Subject::Week { week: week() })).await.expect("noted");
    w.mark_exported(PLAN, now(), "/plans/ada.tsplan", "ab:cd").await.expect("marked");
    import(&mut w, &activity(1, ADA, "2026-11-02")).await.expect("written");
    w.insert_settings(ADA, &Settings { from: date("2026-01-01"), ..Settings::default() }).await.expect("inserted");
    let minutes = [Some(60); 7];
    let answers = domain::availability::Availability { from: date("2026-01-01"), minutes, sports: Default::default() };
    w.insert_availability(ADA, &answers).await.expect("inserted");
    w.insert_consent(&Consent {
        id: ConsentId(uuid(1)),
        athlete: ADA,
        category: DataCategory::Notes,
        purpose: Purpose::TeamShare,
        given: true,
        from: date("2026-01-01"),
        to: None,
        guardian: None,
        text: None,
        by: "coach".to_owned(),
        at: now(),
    })
    .await
    .expect("inserted");
    let value = WellnessValue { date: date(MONDAY), field: WellnessField::Mood, value: 4.0, source: "form".to_owned() };
    let entry = WellnessEntry { id: WellnessId(uuid(1)), athlete: ADA, batch: None, value, recorded_at: now() };
    w.insert_wellness(&entry).await.expect("inserted");
    commit(w, 2, "draft-week").await.expect("committed");
    scene
}

pub(crate) async fn repropose(
    scene: &Scene,
    sessions: Vec<ProposedSession>,
    today: &str,
) -> (Write, Result<(), StoreFault>) {
    let mut w = scene.roster.write().await.expect("begins");
    let done = w.insert_proposal(PLAN, ADA, week(), &proposal(2, sessions), date(today)).await;
    (w, done)
}

#[tokio::test]
async fn a_week_comes_back_with_everything_written_about_it() {
    let scene = planned_week().await.reopened().await;
    let plan = scene.roster.plan_week(ADA, week()).await.expect("reads").expect("planned");
    assert_eq!((plan.id, plan.athlete, plan.week, plan.versions), (PLAN, ADA, week(), 1));
    assert_eq!(plan.proposal, first(), "to the last bit of every number");
    assert_eq!(plan.overrides, [change(1, 2, Change::Move { to: date("2026-11-26") })]);
    assert_eq!(plan.annotations, [note(1, Subject::Week { week: week() })]);
    assert_eq!(plan.exported_at, Some(now()));
    assert_eq!(scene.roster.plan_week(BO, week()).await.expect("reads"), None);
    assert_eq!(scene.roster.plan_week(ADA, week().next()).await.expect("reads"), None);
}

#[tokio::test]
async fn every_kind_of_change_and_its_undo_survive_in_order() {
    let scene = planned_week().await;
    let before = scene.roster.plan_week(ADA, week()).await.expect("reads").expect("planned");
    let standing = effective(&before.proposal, &before.overrides).sessions[0].clone();
    let more = [
        Override { before: Some(standing), ..change(2, 1, Change::Replace { session: session("Easy", 30) }) },
        change(3, 9, Change::Add { date: date("2026-11-29"), session: session("Hills", 40) }),
        change(4, 9, Change::Lock),
        change(5, 3, Change::Scale { percent: 80 }),
        Override { text: None, insisted: Vec::new(), ..change(6, 3, Change::Remove) },
        change(7, 3, Change::Undo { of: OverrideId(uuid(0x0F06)) }),
        change(8, 9, Change::Unlock),
    ];
    let mut w = scene.roster.write().await.expect("begins");
    for made in &more {
        w.insert_override(PLAN, made).await.expect("overridden");
    }
    commit(w, 3, "override-session").await.expect("committed");
    let scene = scene.reopened().await;
    let plan = scene.roster.plan_week(ADA, week()).await.expect("reads").expect("planned");
    assert_eq!(plan.overrides[1..], more);
    assert_eq!(plan.proposal, first(), "the proposal stays as it was made");
}

#[tokio::test]
async fn an_override_of_something_unknown_is_refused() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    let refused = w.insert_override(PlanWeekId(uuid(404)), &change(2, 1, Change::Remove)).await;
    assert!(matches!(refused, Err(StoreFault::NoSuch { what: "plan week", .. })), "{refused:?}");
    let refused = w.insert_override(PLAN, &change(2, 77, Change::Remove)).await;
    assert!(matches!(refused, Err(StoreFault::NoSuch { what: "session", .. })), "{refused:?}");
    let refused = w.insert_override(PLAN, &change(2, 1, Change::Undo { of: OverrideId(uuid(404)) })).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
    let add = Change::Add { date: date(MONDAY), session: session("Twin", 40) };
    let refused = w.insert_override(PLAN, &change(2, 1, add)).await;
    assert!(matches!(refused, Err(StoreFault::AddedInProposal { .. })), "{refused:?}");
    let refused = w.mark_exported(PlanWeekId(uuid(404)), now(), "x", "y").await;
    assert!(matches!(refused, Err(StoreFault::NoSuch { what: "plan week", .. })), "{refused:?}");
}

#[tokio::test]
async fn a_new_proposal_keeps_the_edited_session_and_changes_the_rest() {
    let scene = planned_week().await;
    let mut carried = proposed(2, "2026-11-25", "Wed");
    carried.reasons = vec![Reason::new(Rule::Pinned, Effect::Kept, Grade::D)];
    let sessions = vec![proposed(11, "2026-11-24", "Tue"), carried, proposed(12, "2026-11-29", "Sun")];
    let (w, done) = repropose(&scene, sessions.clone(), "2026-11-21").await;
    done.expect("proposed again");
    commit(w, 3, "draft-week").await.expect("committed");

    let plan = scene.roster.plan_week(ADA, week()).await.expect("reads").expect("planned");
    assert_eq!((plan.versions, &plan.proposal), (2, &proposal(2, sessions)));
    assert_eq!(scene.roster.proposals_of(PLAN).await.expect("reads"), [first(), plan.proposal.clone()]);
    let moved = effective(&plan.proposal, &plan.overrides);
    let wednesday = moved.sessions.iter().find(|s| s.id == proposed(2, MONDAY, "").id).expect("stands");
    assert_eq!(wednesday.date, date("2026-11-26"), "the override still stands on the new version");
}

#[tokio::test]
async fn a_new_proposal_may_not_drop_or_change_an_edited_session() {
    let scene = planned_week().await;
    let edited = proposed(2, "2026-11-25", "Wed").id;
    let (w, refused) = repropose(&scene, vec![proposed(11, "2026-11-24", "Tue")], "2026-11-21").await;
    assert!(matches!(refused, Err(StoreFault::PinnedDropped { session }) if session == edited), "{refused:?}");
    drop(w);
    for changed in [proposed(2, "2026-11-26", "Wed"), proposed(2, "2026-11-25", "Another")] {
        let (_w, refused) = repropose(&scene, vec![changed], "2026-11-21").await;
        assert!(matches!(refused, Err(StoreFault::PinnedChanged { session }) if session == edited), "{refused:?}");
    }
}

#[tokio::test]
async fn a_new_proposal_may_not_drop_a_locked_or_a_past_session() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_override(PLAN, &change(2, 3, Change::Lock)).await.expect("locked");
    commit(w, 3, "override-session").await.expect("committed");
    let wednesday = proposed(2, "2026-11-25", "Wed");
    let (w, refused) = repropose(&scene, vec![wednesday.clone()], "2026-11-21").await;
    let locked = proposed(3, MONDAY, "").id;
    assert!(matches!(refused, Err(StoreFault::PinnedDropped { session }) if session == locked), "{refused:?}");
    drop(w);
    let rest = vec![wednesday, proposed(3, "2026-11-28", "Sat")];
    let (w, refused) = repropose(&scene, rest.clone(), "2026-11-24").await;
    let past = proposed(1, MONDAY, "").id;
    assert!(matches!(refused, Err(StoreFault::PinnedDropped { session }) if session == past), "{refused:?}");
    drop(w);
    let (_w, done) = repropose(&scene, rest, MONDAY).await;
    done.expect("on Monday itself, Monday may still change");
}

#[tokio::test]
async fn an_undone_edit_no_longer_protects_and_an_added_session_is_no_proposal() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_override(PLAN, &change(2, 2, Change::Undo { of: OverrideId(uuid(0x0F01)) })).await.expect("undone");
    let add = Change::Add { date: date("2026-11-29"), session: session("Hills", 40) };
    w.insert_override(PLAN, &change(3, 9, add)).await.expect("added");
    commit(w, 3, "override-session").await.expect("committed");
    let (w, refused) = repropose(&scene, vec![proposed(9, "2026-11-29", "Hills")], "2026-11-21").await;
    assert!(matches!(refused, Err(StoreFault::AddedInProposal { .. })), "{refused:?}");
    drop(w);
    let (_w, done) = repropose(&scene, vec![proposed(11, "2026-11-24", "Tue")], "2026-11-21").await;
    done.expect("nothing stands in the way");
}

#[tokio::test]
async fn a_week_has_one_identity() {
    let scene = planned_week().await;
    let mut w = scene.roster.write().await.expect("begins");
    let other = PlanWeekId(uuid(0x9101));
    let refused = w.insert_proposal(other, ADA, week(), &proposal(2, Vec::new()), date(MONDAY)).await;
    assert!(matches!(refused, Err(StoreFault::WeekHasOtherId { existing: PLAN, .. })), "{refused:?}");
    w.insert_proposal(other, BO, week(), &proposal(2, Vec::new()), date(MONDAY)).await.expect("another athlete's");
    let refused = w.insert_proposal(other, ADA, week().next(), &proposal(3, Vec::new()), date(MONDAY)).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "{refused:?}");
}

#[tokio::test]
async fn notes_stand_with_the_week_they_are_about() {
    let scene = planned_week().await;
    let run = activity(1, ADA, "2026-11-02").id;
    let correction = Annotation {
        supersedes: Some(note(1, Subject::Week { week: week() }).id),
        ..note(2, Subject::Week { week: week() })
    };
    let notes = [
        correction.clone(),
        note(3, Subject::Session { session: proposed(1, MONDAY, "").id, week: week() }),
        note(4, Subject::Day { date: date("2026-11-29") }),
        note(5, Subject::Day { date: date("2026-11-30") }),
        note(6, Subject::Activity { activity: run }),
    ];
    let mut w = scene.roster.write().await.expect("begins");
    for note in &notes {
        w.insert_annotation(note).await.expect("noted");
    }
    commit(w, 3, "annotate").await.expect("committed");
    let scene = scene.reopened().await;
    let plan = scene.roster.plan_week(ADA, week()).await.expect("reads").expect("planned");
    assert_eq!(plan.annotations[1..], notes[..3]);
    assert_eq!(scene.roster.annotations(ADA).await.expect("reads")[1..], notes);
}
