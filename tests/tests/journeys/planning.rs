//! A planning hour: time and fixed things first, everybody drafted, the exceptions looked at, one thing insisted on, approved;
//! then the week is lived, adapted, and looked back on.

use std::collections::BTreeMap;

use chrono::{Duration, NaiveDate};
use contract::adapt::{AdaptationOutcome, DecideAdaptation, ProposeAdaptation};
use contract::afterwards::{JoinFollowUps, ListFollowUps, ShowAdherence};
use contract::athlete::{AddSettings, AddWellness, SetAvailability};
use contract::board::{ApproveWeek, DraftAll, DraftOutcome, RevertSession, ShowBoard};
use contract::club::{AddBlock, AddException, ApplyBlock};
use contract::explain::{ExplainWeek, ReplayProposal};
use contract::plan::{DraftWeek, OverrideOutcome, OverrideSession, ShowWeek, WeekView};
use contract::roster::PlanStatus;
use contract::season::{ListSeasonTemplates, SetSeason, ShowSeason};
use domain::adherence::Fate;
use domain::athlete::Athlete;
use domain::availability::{Availability, ExceptionKind};
use domain::club::{BlockKind, Fit};
use domain::effective::Source;
use domain::follow_up::Decision;
use domain::overrides::{Change, ReasonTag};
use domain::season::plan::Goal;
use domain::session::{Session, SessionKind};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::Watts;
use domain::week::Week;
use domain::wellness::{WellnessField, WellnessValue};

use crate::club::{Club, monday, november};

/// The week that is planned: 23 to 29 November.
fn week() -> Week {
    Week::of(november(23))
}

/// Three riders with ten weeks of riding and time on every day.
async fn riders(club: &Club) -> Vec<Athlete> {
    let mut riders = Vec::new();
    for name in ["Ada Fell", "Bo Marsh", "Cleo Vane"] {
        let rider = club.athlete(name).await;
        let settings =
            Settings { from: november(1) - Duration::days(100), ftp: Some(Watts(220.0)), ..Settings::default() };
        club.ask(&AddSettings { athlete: rider.id, settings }).await.expect("set");
        let availability = Availability { from: november(1), minutes: [Some(90); 7], sports: Default::default() };
        club.ask(&SetAvailability { athlete: rider.id, availability }).await.expect("set");
        let rides: Vec<(String, Vec<u8>)> = (0..70)
            .filter(|day| day % 7 != 0 && day % 3 != 0)
            .map(|day| (format!("{name}/{day}.fit"), sample::ride(monday() - Duration::days(day), 3000, Some(160))))
            .collect();
        let files: Vec<(&str, &[u8])> = rides.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        club.upload(&files).await;
        riders.push(rider);
    }
    riders
}

async fn draft_all(club: &Club) -> BTreeMap<String, (DraftOutcome, PlanStatus)> {
    let call = DraftAll { week: week(), squad: None, missing_only: false, task: None };
    let lines = club.ask(&call).await.expect("drafted").value;
    lines.into_iter().map(|line| (line.name, (line.outcome, line.status))).collect()
}

async fn shown(club: &Club, athlete: &Athlete) -> WeekView {
    let answer = club.ask(&ShowWeek { athlete: athlete.id, week: week() }).await.expect("shown");
    answer.week.expect("a week")
}

fn on(view: &WeekView, date: NaiveDate) -> Vec<&domain::effective::EffectiveSession> {
    view.effective.standing().filter(|session| session.date == date && session.session.minutes > 0).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_planning_hour_keeps_what_people_wrote_and_says_why() {
    let club = Club::new().await;
    let riders = riders(&club).await;
    let [ada, bo, cleo] = riders.as_slice() else { panic!("three") };

    // Cleo has exams on the club's evening; the club rides on Wednesday all the same.
    let exams = AddException {
        athletes: vec![cleo.id],
        kind: ExceptionKind::School,
        from: november(25),
        to: november(25),
        minutes: 0,
        note: Some("Exams".to_owned()),
        supersedes: None,
    };
    club.ask(&exams).await.expect("kept");
    let session = Session {
        kind: SessionKind::Easy,
        sport: Sport::Ride,
        title: "Club ride".to_owned(),
        minutes: 50,
        load: 36.0,
        steps: Vec::new(),
        workout: None,
    };
    let block = AddBlock {
        squad: None,
        kind: BlockKind::GroupSession,
        name: "Wednesday ride".to_owned(),
        from: november(23),
        to: november(29),
        weekdays: [false, false, true, false, false, false, false],
        starts: None,
        session,
        supersedes: None,
    };
    let block = club.ask(&block).await.expect("kept").value;
    let lines = club.ask(&ApplyBlock { block: block.id, week: week(), write: false }).await.expect("tried").value;
    let fit = |athlete: &Athlete| lines.iter().find(|line| line.athlete == athlete.id).and_then(|l| l.fit.clone());
    assert_eq!(fit(ada), Some(Fit::Done));
    assert!(matches!(fit(cleo), Some(Fit::Refused { ref why }) if !why.is_empty()), "{:?}", fit(cleo));

    // Everybody is drafted around it.
    let outcomes = draft_all(&club).await;
    assert!(outcomes.values().all(|(outcome, _)| *outcome == DraftOutcome::Drafted), "{outcomes:?}");
    let week_of_ada = shown(&club, ada).await;
    let fixed = on(&week_of_ada, november(25));
    assert!(fixed.iter().any(|s| s.source == Source::Club && s.session.title == "Club ride"), "{fixed:?}");
    assert!(on(&shown(&club, cleo).await, november(25)).is_empty(), "no time is no time");
    let again = draft_all(&club).await;
    assert!(again.values().all(|(outcome, _)| *outcome == DraftOutcome::Same), "{again:?}");

    // A proposal can be explained, and made once more.
    club.ask(&ExplainWeek { athlete: ada.id, week: week() }).await.expect("explained");
    let replayed = club.ask(&ReplayProposal { athlete: ada.id, week: week(), version: None }).await.expect("replayed");
    assert!(replayed.inputs_hold && replayed.same, "{replayed:?}");

    // The coach moves a session onto a day that is full: refused with numbers, then insisted on.
    let moved = week_of_ada
        .effective
        .standing()
        .find(|s| s.session.minutes > 45 && s.date != november(25))
        .cloned()
        .expect("a session");
    let change = |insist| OverrideSession {
        athlete: ada.id,
        week: week(),
        session: Some(moved.id),
        change: Change::Move { to: november(25) },
        tag: ReasonTag::CoachsEye,
        text: Some("With the group".to_owned()),
        insist,
    };
    let refused = club.ask(&change(false)).await.expect("answered").value;
    let OverrideOutcome::Refused { broken } = refused else { panic!("two sessions do not fit: {refused:?}") };
    assert!(broken.iter().any(|reason| reason.limit == Some(90.0)), "{broken:?}");
    club.ask(&change(true)).await.expect("insisted");
    let edited = shown(&club, ada).await;
    assert!(edited.review.iter().any(|reason| reason.facts.contains_key("count")), "{:?}", edited.review);

    // Approved, the week takes no new proposal; an edited one keeps the edit; a revert undoes it and forgets nothing.
    let approve = |withdraw| ApproveWeek { athlete: ada.id, week: week(), withdraw };
    let approved = club.ask(&approve(false)).await.expect("approved").value;
    assert_eq!(approved.status, PlanStatus::Approved);
    let fault = club.ask(&DraftWeek { athlete: ada.id, week: week(), fresh: true }).await.expect_err("approved");
    assert!(!fault.next.is_empty(), "{fault:?}");
    assert_eq!(draft_all(&club).await["Ada Fell"].0, DraftOutcome::Approved);
    assert_eq!(shown(&club, ada).await.effective, approved.effective, "an approved week stays to the minute");
    club.ask(&approve(true)).await.expect("withdrawn");
    let redrafted = club.ask(&DraftWeek { athlete: ada.id, week: week(), fresh: true }).await.expect("drafted").value;
    let kept = redrafted.effective.sessions.iter().find(|s| s.id == moved.id).expect("kept");
    assert_eq!((kept.date, kept.source), (november(25), Source::Coach));
    // Something else may stand by now where it stood: then the way back says so, and the coach can insist there too.
    let call = RevertSession { athlete: ada.id, week: week(), session: moved.id };
    let reverted = match club.ask(&call).await {
        Ok(done) => done.value,
        Err(fault) => {
            assert!(fault.what.contains("90 min available"), "{fault:?}");
            let of = redrafted.active[0];
            let undo = OverrideSession { session: None, change: Change::Undo { of }, ..change(true) };
            match club.ask(&undo).await.expect("undone").value {
                OverrideOutcome::Applied { week, .. } => *week,
                OverrideOutcome::Refused { broken } => panic!("the coach insisted: {broken:?}"),
            }
        }
    };
    let back = reverted.effective.sessions.iter().find(|s| s.id == moved.id).expect("still there");
    assert_eq!((back.date, back.source), (moved.date, Source::Proposed));
    assert_eq!(reverted.plan.overrides.len(), redrafted.plan.overrides.len() + 1, "an undo is one more row");

    // The board shows all of it.
    let board = club.ask(&ShowBoard { week: week(), weeks: 2, squad: None }).await.expect("shown");
    assert_eq!(board.rows.len(), 3);
    assert!(board.rows.iter().all(|row| row.weeks.len() == 2 && row.rooms.len() == 14));
    let row = board.rows.iter().find(|row| row.athlete == bo.id).expect("Bo");
    assert!(row.weeks[0].sessions.iter().any(|s| s.source == Source::Club), "{:?}", row.weeks[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lived_week_is_adapted_and_looked_back_on() {
    let club = Club::new().await;
    let riders = riders(&club).await;
    let ada = &riders[0];
    let view = club.ask(&DraftWeek { athlete: ada.id, week: week(), fresh: false }).await.expect("drafted").value;
    let sessions: Vec<_> = view.effective.standing().filter(|s| s.session.minutes > 0).cloned().collect();
    assert!(sessions.len() >= 3, "{sessions:?}");

    // Tuesday the 24th, ill: the rest of the week is proposed as rest, applied, and kept with its reason.
    club.clock.pass(Duration::days(8));
    let ill =
        WellnessValue { date: november(24), field: WellnessField::Illness, value: 1.0, source: "hand".to_owned() };
    club.ask(&AddWellness { athlete: ada.id, values: vec![ill] }).await.expect("kept");
    let proposed = club.ask(&ProposeAdaptation { athlete: ada.id }).await.expect("proposed");
    let adaptation = proposed.adaptation.expect("a plan runs");
    assert!(adaptation.safety && !adaptation.changes.is_empty(), "{adaptation:?}");
    let stale = DecideAdaptation { athlete: ada.id, inputs: "0".repeat(64), apply: true, text: None };
    let moved = club.ask(&stale).await.expect("answered").value;
    assert!(matches!(moved, AdaptationOutcome::Moved { .. }), "what was not shown is not applied");
    let apply = DecideAdaptation { athlete: ada.id, inputs: adaptation.inputs, apply: true, text: None };
    club.ask(&apply).await.expect("applied");
    let now = shown(&club, ada).await;
    let open = now.effective.standing().filter(|s| s.date >= november(24) && s.session.minutes > 0).count();
    assert_eq!(open, 0, "{:?}", now.effective);
    assert!(now.plan.overrides.iter().all(|made| made.tag == ReasonTag::Illness), "{:?}", now.plan.overrides);

    // Two weeks later every session has its row, and the ill days are not held against Ada.
    club.clock.pass(Duration::days(14));
    club.ask(&JoinFollowUps {}).await.expect("joined");
    let rows = club.ask(&ListFollowUps { athlete: Some(ada.id), limit: 100 }).await.expect("listed");
    assert!(rows.iter().any(|row| matches!(row.decision, Decision::Adapted { .. })), "{rows:?}");
    let adherence = club.ask(&ShowAdherence { athlete: ada.id, week: week(), weeks: 1 }).await.expect("shown");
    let [one] = adherence.weeks.as_slice() else { panic!("{adherence:?}") };
    let counted = one.joined.iter().filter(|j| matches!(j.fate, Fate::NotDone)).count();
    assert!(counted <= sessions.iter().filter(|s| s.date < november(24)).count(), "{one:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_season_sets_the_target_of_a_week_and_a_newer_version_keeps_the_older() {
    let club = Club::new().await;
    let riders = riders(&club).await;
    let ada = &riders[0];
    let template = club
        .ask(&ListSeasonTemplates {})
        .await
        .expect("listed")
        .into_iter()
        .find(|template| template.sports.contains(&Sport::Ride))
        .expect("one for riders");
    let season = |supersedes, weeks| SetSeason {
        athlete: ada.id,
        name: "Spring".to_owned(),
        template: Some(template.id.clone()),
        start: week(),
        base: Some(200.0),
        goal: Goal::Weeks,
        weeks,
        supersedes,
    };
    let first = club.ask(&season(None, template.weeks.clone())).await.expect("set").value;
    let mut lighter = template.weeks.clone();
    lighter[0].share = 0.5;
    club.ask(&season(Some(first.id), lighter)).await.expect("edited");
    let view = club.ask(&ShowSeason { athlete: ada.id, from: week(), weeks: 12 }).await.expect("shown");
    assert_eq!(view.weeks.len(), 12);
    assert_eq!(view.weeks[0].target, Some(100.0));
    let drafted = club.ask(&DraftWeek { athlete: ada.id, week: week(), fresh: false }).await.expect("drafted").value;
    let target = drafted.plan.proposal.target_load.expect("enough history");
    assert!((target - 100.0).abs() < 1e-6, "{target}: {:?}", drafted.plan.proposal.reasons);
}
