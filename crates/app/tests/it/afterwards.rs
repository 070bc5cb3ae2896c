//! What came of a planned week: done, shifted, ill and not done; and the rows that are kept of it.

use chrono::{Duration, NaiveDate};
use contract::afterwards::{AdherenceView, JoinFollowUps, ListFollowUps, ShowAdherence};
use contract::entry::{AddActivity, ExportAthlete, SquadMorning};
use contract::measure::SetEffort;
use contract::plan::{OverrideOutcome, OverrideSession};
use domain::activity::Activity;
use domain::adherence::{Adherence, Excuse, Fate};
use domain::athlete::Athlete;
use domain::consent::DataCategory;
use domain::entered::EnteredActivity;
use domain::follow_up::{Decision, FollowUp};
use domain::id::{JournalId, PlanWeekId, ProposalId, SessionId};
use domain::overrides::{Change, ReasonTag};
use domain::plan::{Confidence, Proposal, ProposedSession};
use domain::reading::Reading;
use domain::session::SessionKind;
use domain::sport::Sport;
use domain::summary::DEFAULT_RPE_SCALE;
use domain::unit::Rpe;
use domain::week::Week;

use crate::club::Club;

/// The felt effort every session of the story is planned for and done with.
const EFFORT: f64 = 4.0;

fn load(minutes: u32) -> f64 {
    f64::from(minutes) * EFFORT * DEFAULT_RPE_SCALE
}

/// Next week, as the planner might have proposed it: rides of these minutes on these days after Monday.
pub(crate) async fn proposed(club: &Club, athlete: &Athlete, rides: &[(i64, SessionKind, u32)]) -> Vec<SessionId> {
    let week = testkit::clock::next_week();
    let session = |(number, (day, kind, minutes)): (u64, &(i64, SessionKind, u32))| ProposedSession {
        id: SessionId(testkit::id(number)),
        date: week.monday() + Duration::days(*day),
        session: testkit::plan::session(*kind, Sport::Ride, "Ride", *minutes, load(*minutes)),
        reasons: Vec::new(),
        block: None,
    };
    let proposal = Proposal {
        id: ProposalId(testkit::id(900)),
        engine: "engine/1".to_owned(),
        inputs: "0".repeat(64),
        made_at: testkit::clock::now(),
        target_load: Some(250.0),
        sessions: (1000..).zip(rides).map(session).collect(),
        reasons: Vec::new(),
        confidence: Confidence { value: 0.7, lowered_by: Vec::new() },
        abstained: false,
    };
    let roster = club.roster().await;
    let mut write = roster.write().await.expect("writes");
    let (plan, today) = (PlanWeekId(testkit::id(901)), testkit::clock::today());
    write.insert_proposal(plan, athlete.id, week, &proposal, today).await.expect("kept");
    let entry = store::Entry {
        id: JournalId(testkit::id(902)),
        at: testkit::clock::now(),
        author: "Coach of the story".to_owned(),
        action: "draft-week",
        athlete: Some(athlete.id),
        subject: Some(week.to_string()),
        before: serde_json::Value::Null,
    };
    write.commit(entry).await.expect("committed");
    proposal.sessions.iter().map(|session| session.id).collect()
}

pub(crate) async fn rode(club: &Club, athlete: &Athlete, day: NaiveDate, minutes: f64) -> Activity {
    let entered = EnteredActivity {
        sport: Sport::Ride,
        start_local: day.and_hms_opt(7, 0, 0).expect("a moment"),
        minutes,
        rpe: Some(Rpe(EFFORT)),
        distance: None,
        sets: Vec::new(),
        comment: None,
    };
    club.ask(&AddActivity { athlete: athlete.id, entered }).await.expect("added").value
}

async fn adherence(club: &Club, athlete: &Athlete) -> AdherenceView {
    let request = ShowAdherence { athlete: athlete.id, week: testkit::clock::next_week(), weeks: 6 };
    club.ask(&request).await.expect("shown")
}

async fn rows(club: &Club, athlete: &Athlete) -> Vec<FollowUp> {
    club.ask(&JoinFollowUps {}).await.expect("joined");
    club.ask(&ListFollowUps { athlete: Some(athlete.id), limit: 100 }).await.expect("listed")
}

/// Monday and Tuesday ridden (Tuesday halved by the coach), Wednesday ill, Thursday nothing, Saturday's on Sunday.
pub(crate) async fn story(club: &Club) -> (Athlete, Vec<SessionId>) {
    let ada = club.athlete("Ada Fell").await;
    let rides = [
        (0, SessionKind::Easy, 60),
        (1, SessionKind::Easy, 80),
        (2, SessionKind::Easy, 60),
        (3, SessionKind::Easy, 60),
        (5, SessionKind::Long, 120),
    ];
    let sessions = proposed(club, &ada, &rides).await;
    let week = testkit::clock::next_week();
    let halved = OverrideSession {
        athlete: ada.id,
        week,
        session: Some(sessions[1]),
        change: Change::Scale { percent: 50 },
        tag: ReasonTag::Fatigue,
        text: None,
        insist: false,
    };
    let outcome = club.ask(&halved).await.expect("answered").value;
    assert!(matches!(outcome, OverrideOutcome::Applied { .. }), "{outcome:?}");
    club.wait(9);
    let monday = week.monday();
    rode(club, &ada, monday, 58.0).await;
    rode(club, &ada, monday + Duration::days(1), 42.0).await;
    let ill = SquadMorning { day: monday + Duration::days(2), text: "Ada: ill".to_owned(), keep: true };
    assert_eq!(club.ask(&ill).await.expect("read").value.kept, 1);
    rode(club, &ada, monday + Duration::days(6), 115.0).await;
    (ada, sessions)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_is_counted_by_what_could_be_trained() {
    let club = Club::new().await;
    let (ada, sessions) = story(&club).await;
    let view = adherence(&club, &ada).await;
    assert_eq!(view.total, Adherence { done: 3, not_done: 1, excused: 1, ..Adherence::default() });
    assert_eq!(view.total.share(), Some(0.75));
    let fates: Vec<(SessionId, Fate)> =
        view.weeks[0].joined.iter().map(|one| (one.planned.as_ref().expect("planned").id, one.fate)).collect();
    let expected =
        [Fate::Done, Fate::Done, Fate::Excused { why: Excuse::Ill }, Fate::NotDone, Fate::Shifted { days: 1 }];
    assert_eq!(fates, sessions.into_iter().zip(expected).collect::<Vec<_>>());
    let easy = view.effort.iter().find(|line| line.kind == SessionKind::Easy).expect("easy rides");
    assert_eq!((easy.sessions, easy.felt), (2, EFFORT));

    let request = ShowAdherence { athlete: ada.id, week: testkit::clock::next_week(), weeks: 0 };
    assert!(club.ask(&request).await.is_err(), "no weeks are none to show");
    let before = ShowAdherence { athlete: ada.id, week: Week::of(testkit::clock::today()), weeks: 26 };
    assert!(club.ask(&before).await.expect("shown").weeks.is_empty(), "no plan, no week");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_week_later_proposal_override_and_outcome_stand_in_one_row_and_follow_newer_data() {
    let club = Club::new().await;
    let (ada, sessions) = story(&club).await;
    assert!(rows(&club, &ada).await.is_empty(), "the week has not been over for seven days");
    club.wait(6);
    let first = rows(&club, &ada).await;
    assert_eq!(first.len(), 5);
    let of = |rows: &[FollowUp], place: usize| {
        rows.iter().find(|row| row.session == sessions[place]).cloned().expect("a row")
    };
    let halved = of(&first, 1);
    assert!(matches!(halved.decision, Decision::Overridden { tag: ReasonTag::Fatigue, .. }), "{halved:?}");
    assert_eq!((halved.fate, halved.proposed_load), (Fate::Done, Some(load(80))));
    assert!((halved.planned_load - load(40)).abs() < 1e-9 && halved.felt_rpe == Some(EFFORT), "{halved:?}");
    let done = halved.done_load.expect("a load");
    assert!((done - load(42)).abs() < 1e-6, "{done}");
    assert_eq!(of(&first, 0).decision, Decision::Proposed);
    assert!(matches!(of(&first, 0).readiness_after, Reading::Missing { .. }), "nobody told anything that morning");

    assert_eq!(rows(&club, &ada).await, first, "nothing new: the rows stay as they were made");
    let ridden = club.activities(ada.id).await;
    let first_day = of(&first, 0).date;
    let monday = ridden.iter().find(|activity| activity.day() == first_day).expect("Monday's ride");
    club.ask(&SetEffort { activity: monday.id, rpe: Rpe(5.0) }).await.expect("set");
    let newer = rows(&club, &ada).await;
    assert_eq!(of(&newer, 0).felt_rpe, Some(5.0));
    assert!(newer[0].at > first[0].at);

    let archive = club.ask(&ExportAthlete { athlete: ada.id, folder: None, task: None }).await.expect("written");
    let mut archive = zip::ZipArchive::new(std::fs::File::open(archive.path).expect("there")).expect("an archive");
    let table = std::io::read_to_string(archive.by_name("follow-ups.csv").expect("the table")).expect("text");
    assert_eq!(table.lines().count(), 6, "{table}");
    assert!(table.contains(",overridden,") && table.contains(",shifted,1,"), "{table}");

    club.consent(1, ada.id, DataCategory::Injury, false).await;
    assert!(rows(&club, &ada).await.is_empty(), "what may not be seen is neither joined nor shown");
}
