//! From a proposed week through the coach's changes to a plan file that verifies.

use chrono::Duration;
use contract::athlete::{AddSettings, SetAvailability};
use contract::plan::{
    Annotate, DraftWeek, ExportPlan, HistoryEvent, OverrideOutcome, OverrideSession, SessionHistory, ShowWeek,
    VerifyPlan, WeekView,
};
use contract::roster::PlanStatus;
use contract::{Fault, FaultCode};
use domain::annotation::Subject;
use domain::athlete::Athlete;
use domain::availability::Availability;
use domain::effective::{EffectiveSession, Source};
use domain::id::SessionId;
use domain::overrides::{Change, Override, ReasonTag};
use domain::settings::Settings;
use domain::unit::Watts;
use domain::week::Week;

use crate::club::{Club, monday, november};

struct Planned {
    club: Club,
    ada: Athlete,
    week: Week,
}

/// Ada with ten weeks of riding, minutes on every day, and next week drafted.
async fn planned() -> (Planned, WeekView) {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let settings = Settings { from: november(1) - Duration::days(100), ftp: Some(Watts(220.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings }).await.expect("set");
    let availability = Availability { from: november(1), minutes: [Some(90); 7], sports: Default::default() };
    club.ask(&SetAvailability { athlete: ada.id, availability }).await.expect("set");
    let rides: Vec<(String, Vec<u8>)> = (0..70)
        .filter(|day| day % 7 != 0 && day % 3 != 0)
        .map(|day| {
            let bytes = sample::ride(monday() - Duration::days(day), 3000, Some(160));
            (format!("Ada Fell/{day}.fit"), bytes)
        })
        .collect();
    let files: Vec<(&str, &[u8])> = rides.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    club.upload(&files).await;
    let week = Week::of(november(16)).next();
    let view = club.ask(&DraftWeek { athlete: ada.id, week, fresh: false }).await.expect("drafted").value;
    (Planned { club, ada, week }, view)
}

impl Planned {
    async fn change(&self, session: Option<SessionId>, change: Change, insist: bool) -> Result<OverrideOutcome, Fault> {
        let request = OverrideSession {
            athlete: self.ada.id,
            week: self.week,
            session,
            change,
            tag: ReasonTag::ScheduleConflict,
            text: Some("Club evening".to_owned()),
            insist,
        };
        self.club.ask(&request).await.map(|done| done.value)
    }

    async fn applied(&self, session: Option<SessionId>, change: Change) -> (WeekView, Override) {
        match self.change(session, change, true).await.expect("answered") {
            OverrideOutcome::Applied { week, made } => (*week, *made),
            OverrideOutcome::Refused { broken } => panic!("the coach insisted: {broken:?}"),
        }
    }

    async fn shown(&self) -> WeekView {
        let answer = self.club.ask(&ShowWeek { athlete: self.ada.id, week: self.week }).await.expect("shown");
        answer.week.expect("a week")
    }
}

fn training(view: &WeekView) -> Vec<EffectiveSession> {
    view.effective.standing().filter(|s| s.session.minutes > 0).cloned().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_is_proposed_within_the_minutes_and_with_reasons() {
    let (_, view) = planned().await;
    assert_eq!(view.status, PlanStatus::Draft);
    assert!(training(&view).len() >= 3, "{:?}", view.effective);
    assert!(!view.plan.proposal.abstained, "ten weeks are enough to go on");
    let words = domain::words::Words::english();
    for session in &view.plan.proposal.sessions {
        assert!(session.session.minutes <= 90, "{session:?}");
        assert!(!session.reasons.is_empty(), "every session says why: {session:?}");
        for reason in &session.reasons {
            assert!(!words.reason(reason).starts_with("reason-"), "{reason:?} has no words");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_override_survives_a_restart_and_a_new_proposal_and_can_be_undone() {
    let (planned, view) = planned().await;
    let session = training(&view)[0].clone();
    let (edited, made) = planned.applied(Some(session.id), Change::Scale { percent: 50 }).await;
    assert_eq!(edited.status, PlanStatus::Edited);
    let proposed = edited.plan.proposal.sessions.iter().find(|s| s.id == session.id).expect("still visible");
    assert_eq!(proposed.session, session.session, "the proposal is not changed by the override");

    let Planned { club, ada, week } = planned;
    let planned = Planned { club: club.restart().await, ada, week };
    let again =
        planned.club.ask(&DraftWeek { athlete: planned.ada.id, week, fresh: false }).await.expect("drafted").value;
    assert_eq!(again.plan.versions, 2);
    let kept = again.effective.sessions.iter().find(|s| s.id == session.id).expect("kept");
    assert_eq!(kept.session.minutes, session.session.scaled(0.5).minutes);
    assert_eq!(kept.source, Source::Coach);

    let (undone, _) = planned.applied(None, Change::Undo { of: made.id }).await;
    let back = undone.effective.sessions.iter().find(|s| s.id == session.id).expect("there");
    assert_eq!((back.session.minutes, back.source), (session.session.minutes, Source::Proposed));
    assert_eq!(undone.plan.overrides.len(), 2, "an undo appends");
    let twice = planned.change(None, Change::Undo { of: made.id }, true).await.expect_err("already undone");
    assert_eq!(twice.code, FaultCode::Impossible);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_change_is_kept_with_who_when_and_what_stood_before() {
    let (planned, view) = planned().await;
    let sessions = training(&view);
    let (first, second, third) = (&sessions[0], &sessions[1], &sessions[2]);
    let shorter =
        domain::session::Session { minutes: 30, load: 20.0, title: "Easy half hour".into(), ..first.session.clone() };
    planned.applied(Some(first.id), Change::Replace { session: shorter.clone() }).await;
    let to = planned.week.days().into_iter().find(|day| sessions.iter().all(|s| s.date != *day));
    let to = to.unwrap_or(planned.week.sunday());
    planned.applied(Some(second.id), Change::Move { to }).await;
    planned.applied(Some(third.id), Change::Remove).await;
    let (_, added) = planned.applied(None, Change::Add { date: planned.week.monday(), session: shorter }).await;
    planned.applied(Some(first.id), Change::Lock).await;
    let note = Annotate {
        athlete: planned.ada.id,
        subject: Subject::Session { session: second.id, week: planned.week },
        text: "Talk about the hall first.".to_owned(),
        shared: false,
    };
    planned.club.ask(&note).await.expect("noted");

    let week = planned.shown().await;
    let find = |id| week.effective.sessions.iter().find(|s| s.id == id).expect("there");
    assert_eq!(find(first.id).session.title, "Easy half hour");
    assert!(find(first.id).locked);
    assert_eq!(find(second.id).date, to);
    assert!(find(third.id).removed, "a removed session stays visible");
    assert_eq!(find(added.session).source, Source::Coach);

    let history = SessionHistory { athlete: planned.ada.id, week: planned.week, session: second.id };
    let lines = planned.club.ask(&history).await.expect("history");
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(matches!(lines[0].event, HistoryEvent::Proposed { .. }));
    let HistoryEvent::Overridden { made, active } = &lines[1].event else { panic!("{lines:?}") };
    assert!(*active && made.before.as_ref().is_some_and(|before| before.date == second.date));
    assert_eq!((lines[1].who.as_str(), made.text.as_deref()), ("Coach of the story", Some("Club evening")));
    assert!(matches!(lines[2].event, HistoryEvent::Noted { .. }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_limit_is_refused_with_its_numbers_until_the_coach_insists() {
    let (planned, view) = planned().await;
    let session = training(&view)[0].clone();
    let long = domain::session::Session { minutes: 240, load: 180.0, ..session.session.clone() };
    let change = Change::Replace { session: long };
    let OverrideOutcome::Refused { broken } =
        planned.change(Some(session.id), change.clone(), false).await.expect("answered")
    else {
        panic!("240 minutes do not fit into 90")
    };
    let minutes = broken.iter().find(|reason| reason.rule == domain::reason::Rule::AvailableMinutes).expect("no room");
    let sentence = domain::words::Words::english().reason(minutes);
    let sessions = training(&view);
    let others = sessions.iter().filter(|s| s.id != session.id && s.date == session.date).map(|s| s.session.minutes);
    let asked = 240 + others.sum::<u32>();
    assert!(sentence.contains(&asked.to_string()) && sentence.contains("90"), "{sentence}");
    assert!(planned.shown().await.plan.overrides.is_empty(), "nothing was written");
    let (_, made) = planned.applied(Some(session.id), change).await;
    assert_eq!(made.insisted, broken, "what the coach insisted on is recorded");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_file_verifies_and_holds_only_shared_notes() {
    let (planned, view) = planned().await;
    let session = training(&view)[0].clone();
    planned.applied(Some(session.id), Change::Scale { percent: 80 }).await;
    for (text, shared) in [("Drink enough <b>&", true), ("Private worry", false)] {
        let subject = Subject::Week { week: planned.week };
        let note = Annotate { athlete: planned.ada.id, subject, text: text.to_owned(), shared };
        planned.club.ask(&note).await.expect("noted");
    }
    let folder = Some(planned.club.folder.path().join("out").to_string_lossy().into_owned());
    let export = ExportPlan {
        athlete: planned.ada.id,
        week: planned.week,
        folder,
        texts: Vec::new(),
        seal: None,
        for_team: false,
    };
    let exported = planned.club.ask(&export).await.expect("exported").value;
    assert_eq!(exported.withheld_notes, 1);
    assert_eq!(planned.shown().await.status, PlanStatus::Exported);

    let read = planned.club.ask(&VerifyPlan { path: exported.path.clone() }).await.expect("verifies");
    assert!(read.own && read.fingerprint == exported.fingerprint);
    assert_eq!(read.effective, planned.shown().await.effective);
    assert_eq!(read.notes, ["Drink enough <b>&"]);
    let bytes = std::fs::read(&exported.path).expect("there");
    let page = std::fs::read_to_string(exported.html.expect("a page")).expect("there");
    for withheld in [String::from_utf8_lossy(&bytes).into_owned(), page.clone()] {
        assert!(!withheld.contains("Private worry"), "a private note left the roster");
    }
    assert!(page.contains("Drink enough &lt;b&gt;&amp;"), "text is data, not markup");

    let damaged = planned.club.folder.path().join("damaged.tsplan");
    for at in (0..bytes.len()).step_by(97) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x20;
        std::fs::write(&damaged, changed).expect("written");
        let path = damaged.to_string_lossy().into_owned();
        let refused = planned.club.ask(&VerifyPlan { path }).await.expect_err("a changed byte");
        assert_eq!(refused.code, FaultCode::PlanFile, "byte {at}: {refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn past_sessions_are_not_proposed_again() {
    let (planned, _) = planned().await;
    let running = Week::of(november(16));
    let draft = DraftWeek { athlete: planned.ada.id, week: running, fresh: false };
    let monday = planned.club.ask(&draft).await.expect("drafted").value;
    planned.club.clock.pass(Duration::days(3));
    let thursday = planned.club.ask(&draft).await.expect("drafted").value;
    let before = |view: &WeekView| -> Vec<EffectiveSession> {
        view.effective.sessions.iter().filter(|s| s.date < november(19)).cloned().collect()
    };
    assert_eq!(before(&monday), before(&thursday), "what is past stays as it was");
    planned.club.clock.pass(Duration::days(7));
    let late = planned.club.ask(&draft).await.expect_err("the week is over");
    assert_eq!(late.code, FaultCode::Impossible);
}
