//! Weeks drafted, approved, changed and drafted again: what a person decided stays.

use chrono::{Datelike, Duration, NaiveDate};
use contract::athlete::{AddRace, AddSettings, SetAvailability};
use contract::board::{
    ApproveGreen, ApproveWeek, BoardRow, DraftAll, DraftLine, DraftOutcome, RevertSession, ShowBoard,
};
use contract::explain::{ExplainWeek, ReplayProposal, Replayed};
use contract::import::ImportFiles;
use contract::plan::{DraftWeek, OverrideOutcome, OverrideSession, ShowWeek, WeekView};
use contract::roster::{CancelTask, PlanStatus};
use contract::{Done, FaultCode, Work};
use domain::athlete::Athlete;
use domain::availability::Availability;
use domain::effective::{EffectiveSession, Source};
use domain::id::{SessionId, TaskId};
use domain::overrides::{Change, ReasonTag};
use domain::reason::Rule;
use domain::season::Priority;
use domain::session::SessionKind;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::Watts;
use domain::week::Week;

use crate::club::{Club, ride};

fn week() -> Week {
    testkit::clock::next_week()
}

/// An athlete about whom everything is known: nine weeks of riding, a threshold, time for every day but Friday, and a race.
async fn rider(club: &Club, name: &str) -> Athlete {
    let athlete = club.athlete(name).await;
    let folder = club.folder.path().join(name);
    std::fs::create_dir_all(&folder).expect("made");
    let mut paths = Vec::new();
    for days in (1..=62).filter(|days| days % 7 % 2 == 1) {
        let path = folder.join(format!("{days}.fit"));
        let minutes = if days % 7 == 1 { 90 } else { 60 };
        // Nobody shares a ride: the same file twice would be one activity.
        let start = testkit::clock::now() - Duration::days(days) + Duration::minutes(name.len() as i64);
        std::fs::write(&path, sample::ride(start, minutes * 60, Some(170))).expect("written");
        paths.push(path.to_string_lossy().into_owned());
    }
    let settings = Settings { from: testkit::clock::days_ago(60), ftp: Some(Watts(230.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: athlete.id, settings }).await.expect("set");
    club.ask(&ImportFiles { paths, athlete: Some(athlete.id), task: None }).await.expect("imported");
    let mut minutes = [Some(120); 7];
    minutes[4] = Some(0);
    let availability = Availability { from: testkit::clock::days_ago(60), minutes, sports: Default::default() };
    club.ask(&SetAvailability { athlete: athlete.id, availability }).await.expect("answered");
    let race = AddRace {
        athlete: athlete.id,
        name: "Spring road race".to_owned(),
        date: testkit::clock::days_ago(-140),
        sport: Sport::Ride,
        distance: None,
        priority: Priority::A,
    };
    club.ask(&race).await.expect("added");
    athlete
}

async fn draft(club: &Club, athlete: &Athlete) -> WeekView {
    let request = DraftWeek { athlete: athlete.id, week: week(), fresh: false };
    club.ask(&request).await.expect("drafted").value
}

async fn shown(club: &Club, athlete: &Athlete) -> WeekView {
    let request = ShowWeek { athlete: athlete.id, week: week() };
    club.ask(&request).await.expect("shown").week.expect("drafted")
}

async fn draft_all(club: &Club, missing_only: bool) -> Vec<DraftLine> {
    let request = DraftAll { week: week(), squad: None, missing_only, task: None };
    club.ask(&request).await.expect("drafted").value
}

fn outcomes(lines: &[DraftLine]) -> Vec<(&str, DraftOutcome)> {
    lines.iter().map(|line| (line.name.as_str(), line.outcome)).collect()
}

fn change(athlete: &Athlete, session: Option<SessionId>, change: Change, insist: bool) -> OverrideSession {
    let tag = ReasonTag::CoachsEye;
    OverrideSession { athlete: athlete.id, week: week(), session, change, tag, text: None, insist }
}

async fn changed(club: &Club, request: &OverrideSession) -> WeekView {
    match club.ask(request).await.expect("answered").value {
        OverrideOutcome::Applied { week, .. } => *week,
        OverrideOutcome::Refused { broken } => panic!("refused: {broken:#?}"),
    }
}

fn trained(view: &WeekView) -> Vec<EffectiveSession> {
    view.effective.standing().filter(|one| one.session.kind != SessionKind::Rest).cloned().collect()
}

fn on(view: &WeekView, id: SessionId) -> EffectiveSession {
    view.effective.sessions.iter().find(|one| one.id == id).expect("stands").clone()
}

async fn board_row(club: &Club, athlete: &Athlete) -> BoardRow {
    let board = club.ask(&ShowBoard { week: week(), weeks: 2, squad: None }).await.expect("shown");
    board.rows.into_iter().find(|row| row.athlete == athlete.id).expect("a row")
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_drafted_once_and_what_says_the_same_is_not_written_again() {
    let club = Club::new().await;
    let ada = rider(&club, "Ada Fell").await;
    club.athlete("Bo Hale the newcomer").await;
    let lines = draft_all(&club, false).await;
    use DraftOutcome::{Approved, Drafted, Kept, Same};
    assert_eq!(outcomes(&lines), [("Ada Fell", Drafted), ("Bo Hale the newcomer", Drafted)]);
    assert_eq!(lines[0].status, PlanStatus::Draft, "green: {:#?}", lines[0].review);
    assert_eq!(lines[1].status, PlanStatus::NeedsReview, "nothing is known about a newcomer");
    assert!(!lines[1].review.is_empty());
    draft_all(&club, false).await;
    let before = shown(&club, &ada).await.plan;
    let again = draft_all(&club, false).await;
    assert_eq!(outcomes(&again), [("Ada Fell", Same), ("Bo Hale the newcomer", Same)]);
    assert_eq!(shown(&club, &ada).await.plan, before, "not even another version");
    assert!(outcomes(&draft_all(&club, true).await).iter().all(|(_, outcome)| *outcome == Kept));

    let green = club.ask(&ApproveGreen { week: week(), squad: None }).await.expect("approved").value;
    assert_eq!(green, [ada.id], "what asks for a look is not approved at a glance");
    assert_eq!(outcomes(&draft_all(&club, false).await)[0], ("Ada Fell", Approved));
    let row = board_row(&club, &ada).await;
    assert_eq!(row.weeks.iter().map(|week| week.status).collect::<Vec<_>>(), [PlanStatus::Approved, PlanStatus::None]);
    assert_eq!((row.done.len(), row.rooms.len(), row.rooms[4].minutes), (14, 14, Some(0)));
    assert_eq!(row.weeks[0].sessions.len(), before.proposal.sessions.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_approved_week_is_not_proposed_anew_until_the_approval_is_taken_back() {
    let club = Club::new().await;
    let ada = rider(&club, "Ada Fell").await;
    draft(&club, &ada).await;
    let approve = |withdraw| ApproveWeek { athlete: ada.id, week: week(), withdraw };
    let approved = club.ask(&approve(false)).await.expect("approved").value;
    assert_eq!((approved.status, approved.plan.approvals.len()), (PlanStatus::Approved, 1));
    let twice = club.ask(&approve(false)).await.expect("said twice").value;
    assert_eq!(twice.plan.approvals.len(), 1, "is said once");
    for fresh in [false, true] {
        let refused = club.ask(&DraftWeek { athlete: ada.id, week: week(), fresh }).await.expect_err("approved");
        assert_eq!(refused.code, FaultCode::Impossible, "{refused:?}");
        assert!(refused.what.contains("2026-W48"), "{}", refused.what);
    }
    assert_eq!(shown(&club, &ada).await.plan, approved.plan);
    let open = club.ask(&approve(true)).await.expect("taken back").value;
    assert_eq!((open.status, open.plan.approvals.len()), (PlanStatus::Draft, 2));
    draft(&club, &ada).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_coach_changed_stands_untouched_after_every_draft() {
    let club = Club::new().await;
    let ada = rider(&club, "Ada Fell").await;
    let sessions = trained(&draft(&club, &ada).await);
    let [first, second, ..] = sessions.as_slice() else { panic!("{sessions:#?}") };
    changed(&club, &change(&ada, Some(first.id), Change::Scale { percent: 80 }, true)).await;
    changed(&club, &change(&ada, Some(second.id), Change::Lock, false)).await;
    let edited = shown(&club, &ada).await;
    assert_eq!(edited.status, PlanStatus::Edited);
    let kept = [on(&edited, first.id), on(&edited, second.id)];
    // Something that lets the engine plan otherwise: half the time on every day.
    let availability = Availability { from: week().monday(), minutes: [Some(60); 7], sports: Default::default() };
    club.ask(&SetAvailability { athlete: ada.id, availability }).await.expect("answered");
    for fresh in [false, true] {
        let request = DraftWeek { athlete: ada.id, week: week(), fresh };
        let again = club.ask(&request).await.expect("drafted").value;
        assert_eq!([on(&again, first.id), on(&again, second.id)], kept, "fresh: {fresh}");
        assert!(again.plan.versions > 1, "the rest was planned anew");
        assert_eq!(again.plan.overrides, edited.plan.overrides);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_broken_limit_is_refused_with_its_numbers_and_insisting_is_kept_and_asks_for_a_look() {
    let club = Club::new().await;
    let ada = rider(&club, "Ada Fell").await;
    let sessions = trained(&draft(&club, &ada).await);
    let friday: NaiveDate = week().days()[4];
    assert!(sessions.iter().all(|one| one.date != friday), "there is no time on a Friday");
    let moved = sessions.iter().find(|one| one.date < friday).expect("some day before");
    let request = change(&ada, Some(moved.id), Change::Move { to: friday }, false);
    let OverrideOutcome::Refused { broken } = club.ask(&request).await.expect("answered").value else {
        panic!("a day without time takes no session")
    };
    let time = |reason: &&domain::reason::Reason| matches!(reason.rule, Rule::NoTimeThatDay | Rule::AvailableMinutes);
    assert_eq!(broken.iter().find(time).and_then(|reason| reason.date), Some(friday), "{broken:#?}");
    assert!(shown(&club, &ada).await.plan.overrides.is_empty(), "nothing was changed");

    let insisted = changed(&club, &OverrideSession { insist: true, ..request }).await;
    assert_eq!(insisted.plan.overrides[0].insisted, broken, "what was shown is what is kept");
    assert!(insisted.review.iter().any(|reason| reason.rule == Rule::InsistedOn));
    let row = board_row(&club, &ada).await;
    let shown = row.weeks[0].sessions.iter().find(|one| one.id == moved.id).expect("on the board");
    assert_eq!((shown.date, shown.source, &shown.broken), (friday, Source::Coach, &broken));
    let shorter = changed(&club, &change(&ada, Some(moved.id), Change::Scale { percent: 50 }, false)).await;
    assert_eq!(on(&shorter, moved.id).date.weekday(), chrono::Weekday::Fri, "what gets better is not refused again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reverted_session_is_as_proposed_and_every_change_of_it_stays_readable() {
    let club = Club::new().await;
    let ada = rider(&club, "Ada Fell").await;
    let proposed = draft(&club, &ada).await;
    let first = trained(&proposed)[0].clone();
    for one in [Change::Scale { percent: 60 }, Change::Lock, Change::Scale { percent: 90 }] {
        changed(&club, &change(&ada, Some(first.id), one, false)).await;
    }
    let revert = RevertSession { athlete: ada.id, week: week(), session: first.id };
    let back = club.ask(&revert).await.expect("reverted").value;
    assert_eq!(back.effective, proposed.effective);
    assert_eq!((back.plan.overrides.len(), back.status), (6, PlanStatus::Draft));
    let again = club.ask(&revert).await.expect("nothing to do").value;
    assert_eq!(again.plan, back.plan, "nothing counts any more, so nothing is undone");
    let unknown = RevertSession { session: SessionId(testkit::id(404)), ..revert };
    assert_eq!(club.ask(&unknown).await.expect_err("unknown").code, FaultCode::Impossible);
}

#[tokio::test(flavor = "multi_thread")]
async fn any_version_can_be_made_again_from_what_the_engine_was_told() {
    let club = Club::new().await;
    let ada = rider(&club, "Ada Fell").await;
    let sessions = trained(&draft(&club, &ada).await);
    changed(&club, &change(&ada, Some(sessions[0].id), Change::Scale { percent: 50 }, false)).await;
    let availability = Availability { from: week().monday(), minutes: [Some(45); 7], sports: Default::default() };
    club.ask(&SetAvailability { athlete: ada.id, availability }).await.expect("answered");
    assert_eq!(draft(&club, &ada).await.plan.versions, 2);
    club.bring("later.fit", &ride(0), ada.id).await;
    for version in [Some(1), Some(2), None] {
        let request = ReplayProposal { athlete: ada.id, week: week(), version };
        let replayed: Replayed = club.ask(&request).await.expect("replayed");
        assert_eq!((replayed.version, replayed.versions), (version.unwrap_or(2), 2));
        assert!(replayed.inputs_hold && replayed.same, "{replayed:#?}");
        assert_eq!((&replayed.engine, replayed.different), (&replayed.engine_now, Vec::new()));
    }
    let beyond = ReplayProposal { athlete: ada.id, week: week(), version: Some(3) };
    assert_eq!(club.ask(&beyond).await.expect_err("no such version").code, FaultCode::BadValue);
    let explained = club.ask(&ExplainWeek { athlete: ada.id, week: week() }).await.expect("explained");
    assert!(!explained.binding.is_empty() || !explained.alternatives.is_empty(), "{explained:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_everybody_that_is_stopped_keeps_what_was_done_and_names_whom_it_did_not_reach() {
    let club = Club::new().await;
    for number in 0..40 {
        club.athlete(&format!("Rider {number:02}")).await;
    }
    let task = TaskId(uuid::Uuid::from_u128(11));
    let request = DraftAll { week: week(), squad: None, missing_only: false, task: Some(task) };
    let mut told = club.app.progress();
    let (app, args) = (club.app.clone(), serde_json::to_string(&request).expect("JSON"));
    let running = tokio::spawn(async move { app::dispatch(&app, "DraftAll", &args).await });
    let first = told.recv().await.expect("progress");
    assert_eq!((first.task, first.done, first.total, first.work), (task, 1, 40, Work::Draft));
    assert!(club.ask(&CancelTask { task }).await.expect("asked"), "it was running");
    let reply = running.await.expect("ends").expect("answered");
    let lines = serde_json::from_str::<Done<Vec<DraftLine>>>(&reply).expect("lines").value;
    assert_eq!(lines.len(), 40, "everybody is in the answer");
    let reached = lines.iter().take_while(|line| line.outcome == DraftOutcome::Drafted).count();
    assert!((1..40).contains(&reached), "{reached}");
    assert!(lines[reached..].iter().all(|line| line.outcome == DraftOutcome::NotReached));
    for line in &lines {
        let shown = club.ask(&ShowWeek { athlete: line.athlete, week: week() }).await.expect("shown").week;
        assert_eq!(shown.is_some(), line.outcome == DraftOutcome::Drafted, "{}", line.name);
    }
    let mut last = first;
    while !last.finished {
        last = told.recv().await.expect("progress");
    }
    assert!(last.stopped && last.done == u32::try_from(reached).expect("few"), "{last:?}");
    let again = draft_all(&club, true).await;
    assert!(again.iter().skip(reached).all(|line| line.outcome == DraftOutcome::Drafted), "the rest is drafted later");
}
