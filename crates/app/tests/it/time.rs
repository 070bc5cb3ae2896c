//! Time, fixed things and the coach's limits: entered once, and felt by the next draft.

use chrono::{Datelike, Duration, NaiveDate, Weekday};
use contract::FaultCode;
use contract::athlete::{AddAthlete, AddSettings, AthletePage, SetAvailability};
use contract::board::ApproveWeek;
use contract::club::{
    AddBlock, AddException, ApplyBlock, AvailabilityGrid, ListBlocks, ShowAvailability, WithdrawBlock,
    WithdrawException,
};
use contract::plan::{DraftWeek, OverrideOutcome, OverrideSession, ShowWeek, WeekView};
use contract::planning::{SetBounds, SetCorrection, SetHabit, ShowPlanning};
use contract::roster::ReadJournal;
use domain::athlete::Athlete;
use domain::availability::{Availability, ExceptionKind};
use domain::bounds::{Bounds, Scope};
use domain::club::{BlockKind, Fit};
use domain::consent::DataCategory;
use domain::effective::EffectiveSession;
use domain::habit::Habit;
use domain::id::{AthleteId, SquadId};
use domain::overrides::{Change, ReasonTag};
use domain::reason::Rule;
use domain::session::{Session, SessionKind};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::Watts;
use domain::week::Week;

use crate::club::Club;

fn week() -> Week {
    testkit::clock::next_week()
}

async fn member(club: &Club, name: &str, squad: &str) -> Athlete {
    let request = AddAthlete {
        name: name.to_owned(),
        sex: None,
        born: None,
        zone: Some("Europe/London".to_owned()),
        squad: Some(squad.to_owned()),
    };
    club.ask(&request).await.expect("added").value
}

/// So many minutes on each weekday from the coming week on.
async fn answers(club: &Club, athlete: AthleteId, minutes: [u32; 7]) {
    let availability = Availability { from: week().monday(), minutes: minutes.map(Some), sports: Default::default() };
    club.ask(&SetAvailability { athlete, availability }).await.expect("kept");
}

async fn draft(club: &Club, athlete: AthleteId, week: Week) -> WeekView {
    club.ask(&DraftWeek { athlete, week, fresh: true }).await.expect("drafted").value
}

/// What is trained in a week.
fn trained(view: &WeekView) -> Vec<EffectiveSession> {
    view.effective.standing().filter(|one| one.session.minutes > 0).cloned().collect()
}

/// An hour's ride on every second day for ten weeks, each week's last of two and a half hours: the load is known.
async fn rode(club: &Club, athlete: AthleteId) {
    let settings = Settings { from: testkit::clock::days_ago(200), ftp: Some(Watts(250.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete, settings }).await.expect("set");
    for back in (1..70).step_by(2) {
        let (seconds, watts) = if back % 7 == 0 { (9000, 170) } else { (3600, 200) };
        let file = sample::ride(testkit::clock::now() - Duration::days(back), seconds, Some(watts));
        club.bring(&format!("{back}.fit"), &file, athlete).await;
    }
}

fn travel(athletes: Vec<AthleteId>, from: NaiveDate, to: NaiveDate) -> AddException {
    AddException {
        athletes,
        kind: ExceptionKind::Travel,
        from,
        to,
        minutes: 0,
        note: Some("  To the north ".to_owned()),
        supersedes: None,
    }
}

async fn grid(club: &Club, squad: Option<SquadId>) -> AvailabilityGrid {
    club.ask(&ShowAvailability { week: week(), squad }).await.expect("shown")
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exception_changes_the_room_and_the_next_draft_until_it_is_taken_back() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    answers(&club, ada.id, [60, 60, 60, 60, 60, 90, 90]).await;
    let [_, tuesday, .., sunday] = week().days();
    let away = |view: &WeekView| trained(view).iter().filter(|one| one.date >= tuesday).count();
    assert!(away(&draft(&club, ada.id, week()).await) >= 2, "there is something to take away");

    let made = club.ask(&travel(vec![bo.id, ada.id, ada.id], tuesday, sunday)).await.expect("added");
    assert_eq!((made.value.len(), made.touched.len()), (2, 2), "one each, whoever is named twice");
    let shown = grid(&club, None).await;
    let row = &shown.rows[0];
    assert_eq!((row.name.as_str(), row.rooms[0].minutes, row.rooms[1].minutes), ("Ada Fell", Some(60), Some(0)));
    assert_eq!(row.rooms[1].exception, Some(ExceptionKind::Travel));
    assert_eq!(row.exceptions[0].note.as_deref(), Some("To the north"));
    assert_eq!(row.usual[0].minutes[1], Some(60), "the usual week is still known");
    let other = &shown.rows[1];
    assert_eq!((other.rooms[0].minutes, other.usual.len()), (None, 0), "nobody answered, and it shows as that");
    assert_eq!(other.rooms[6].minutes, Some(0));

    let drafted = draft(&club, ada.id, week()).await;
    assert_eq!(away(&drafted), 0, "{:?}", drafted.effective);
    let own = row.exceptions[0].id;
    let page =
        club.ask(&AthletePage { athlete: ada.id, on: None, eyes: contract::athlete::Eyes::Coach }).await.expect("page");
    assert_eq!(page.exceptions.iter().map(|one| one.id).collect::<Vec<_>>(), [own]);

    let back = WithdrawException { athlete: ada.id, exception: own };
    assert!(club.ask(&back).await.expect("taken back").value);
    assert!(!club.ask(&back).await.expect("nothing left to take back").value);
    assert!(away(&draft(&club, ada.id, week()).await) >= 2);
    assert_eq!(grid(&club, None).await.rows[1].rooms[1].minutes, Some(0), "the other athlete still travels");
    let journal = club.ask(&ReadJournal { limit: 50 }).await.expect("journal");
    let lines = |action: &str| journal.iter().filter(|line| line.action == action).count();
    assert_eq!((lines("add-exception"), lines("withdraw-exception")), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_exception_that_cannot_be_meant_is_refused_whole() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    club.consent(1, bo.id, DataCategory::Injury, false).await;
    let (monday, sunday) = (week().monday(), week().sunday());
    let sane = travel(vec![ada.id, bo.id], monday, sunday);
    let kept = club.ask(&travel(vec![ada.id], monday, sunday)).await.expect("kept").value.remove(0);
    for (wrong, code) in [
        (AddException { athletes: vec![], ..sane.clone() }, FaultCode::BadValue),
        (travel(vec![ada.id], sunday, monday), FaultCode::BadValue),
        (travel(vec![ada.id], monday, monday + Duration::days(366)), FaultCode::BadValue),
        (AddException { minutes: 1441, ..sane.clone() }, FaultCode::BadValue),
        (AddException { supersedes: Some(kept.id), ..sane.clone() }, FaultCode::BadValue),
        (AddException { kind: ExceptionKind::Illness, ..sane.clone() }, FaultCode::Impossible),
        (AddException { athletes: vec![bo.id], supersedes: Some(kept.id), ..sane.clone() }, FaultCode::NotFound),
    ] {
        let refused = club.ask(&wrong).await.expect_err("refused");
        assert_eq!(refused.code, code, "{wrong:?}: {refused:?}");
        assert!(!refused.what.contains("fault-") && !refused.what.contains("value-"), "{refused:?}");
    }
    let shown = grid(&club, None).await;
    assert_eq!(shown.rows.iter().map(|row| row.exceptions.len()).collect::<Vec<_>>(), [1, 0], "nothing of it was kept");

    let shorter = AddException { athletes: vec![ada.id], to: monday, supersedes: Some(kept.id), ..sane };
    club.ask(&shorter).await.expect("a correction of one");
    assert_eq!(grid(&club, None).await.rows[0].rooms[1].minutes, None, "Tuesday is open again, and not answered");
}

fn group_run(squad: Option<SquadId>) -> AddBlock {
    AddBlock {
        squad,
        kind: BlockKind::GroupSession,
        name: " Tuesday group ".to_owned(),
        from: week().monday(),
        to: week().monday() + Duration::days(60),
        weekdays: [false, true, false, false, false, false, false],
        starts: chrono::NaiveTime::from_hms_opt(18, 0, 0),
        session: Session {
            kind: SessionKind::Easy,
            sport: Sport::Run,
            title: "Group run".to_owned(),
            minutes: 60,
            load: 42.0,
            steps: Vec::new(),
            workout: None,
        },
        supersedes: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_is_tried_for_a_squad_and_then_stands_in_every_week_that_takes_it() {
    let club = Club::new().await;
    let names = ["Ada Fell", "Bo Marsh", "Cy Dale", "Di Moor"];
    let mut squad = Vec::new();
    for name in names {
        squad.push(member(&club, name, "Juniors").await);
    }
    let outside = club.athlete("Ed Vale").await;
    let [ada, bo, cy, di] = [0, 1, 2, 3].map(|i| squad[i].id);
    for athlete in [ada, di] {
        answers(&club, athlete, [90; 7]).await;
    }
    answers(&club, bo, [90, 30, 90, 90, 90, 90, 90]).await;
    answers(&club, cy, [90, 0, 90, 90, 90, 90, 90]).await;
    draft(&club, di, week()).await;
    club.ask(&ApproveWeek { athlete: di, week: week(), withdraw: false }).await.expect("approved");
    let locked = trained(&draft(&club, ada, week()).await).pop().expect("a session");
    let lock = OverrideSession {
        athlete: ada,
        week: week(),
        session: Some(locked.id),
        change: Change::Lock,
        tag: ReasonTag::CoachsEye,
        text: None,
        insist: true,
    };
    club.ask(&lock).await.expect("locked");

    let block = club.ask(&group_run(squad[0].squad)).await.expect("added").value;
    assert_eq!(block.name, "Tuesday group");
    let apply = |write| ApplyBlock { block: block.id, week: week(), write };
    let tried = club.ask(&apply(false)).await.expect("tried");
    assert!(tried.touched.is_empty());
    let lines = &tried.value;
    assert_eq!(lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(lines[0].fit, Some(Fit::Done), "{lines:?}");
    let Some(Fit::Variant { sessions, why }) = &lines[1].fit else { panic!("{lines:?}") };
    assert_eq!((sessions.len(), sessions[0].1.minutes), (1, 30));
    assert!(why.iter().any(|reason| reason.rule == Rule::AvailableMinutes), "{why:?}");
    let Some(Fit::Refused { why }) = &lines[2].fit else { panic!("{lines:?}") };
    assert!(!why.is_empty());
    assert_eq!(lines[3].fit, None, "an approved week is nobody's to touch");
    let stands = async |athlete| club.ask(&ShowWeek { athlete, week: week() }).await.expect("shown").week;
    assert!(stands(bo).await.is_none(), "a try drafts nothing");

    let done = club.ask(&apply(true)).await.expect("done");
    assert_eq!(done.value, *lines, "what was tried is what was done");
    assert_eq!(done.touched.iter().filter_map(|moved| moved.athlete).collect::<Vec<_>>(), [ada, bo]);
    for (athlete, minutes) in [(ada, 60), (bo, 30)] {
        let view = stands(athlete).await.expect("drafted");
        let own: Vec<_> = trained(&view).into_iter().filter(|one| one.block == Some(block.id)).collect();
        assert_eq!(own.len(), 1, "{:?}", view.effective);
        assert_eq!((own[0].date, own[0].session.minutes), (week().days()[1], minutes));
    }
    let kept = trained(&stands(ada).await.expect("drafted"));
    assert!(kept.iter().any(|one| one.id == locked.id && one.session == locked.session), "the pin stays: {kept:?}");
    assert!(stands(cy).await.is_none(), "a week without room is left as it was");
    assert!(stands(outside.id).await.is_none());
    assert_eq!(stands(di).await.expect("as approved").plan.versions, 1);

    assert!(club.ask(&WithdrawBlock { block: block.id }).await.expect("taken back").value);
    assert!(club.ask(&ListBlocks {}).await.expect("listed").blocks.is_empty());
    assert_eq!(club.ask(&apply(false)).await.expect_err("gone").code, FaultCode::Impossible);
    assert!(trained(&draft(&club, bo, week()).await).iter().all(|one| one.block.is_none()));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_that_cannot_be_meant_is_refused() {
    let club = Club::new().await;
    let sane = group_run(None);
    let short = AddBlock { to: sane.from, ..sane.clone() };
    let empty = AddBlock { name: "  ".to_owned(), ..sane.clone() };
    let never = AddBlock { weekdays: [false; 7], ..sane.clone() };
    let nowhere = AddBlock { squad: Some(SquadId(testkit::id(1))), ..sane.clone() };
    let endless = AddBlock { session: Session { minutes: 1441, ..sane.session.clone() }, ..sane.clone() };
    let nothing = AddBlock { session: Session { minutes: 0, load: 0.0, ..sane.session.clone() }, ..sane.clone() };
    for wrong in [short, empty, never, nowhere, endless, nothing] {
        let refused = club.ask(&wrong).await.expect_err("refused");
        assert!(!refused.what.contains("fault-") && !refused.what.contains("value-"), "{refused:?}");
    }
    let block = club.ask(&sane).await.expect("added").value;
    let elsewhere = ApplyBlock { block: block.id, week: Week::of(block.to + Duration::days(14)), write: true };
    let refused = club.ask(&elsewhere).await.expect_err("no day in that week");
    assert!(refused.what.contains("Tuesday group"), "{refused:?}");
    let longer = AddBlock { supersedes: Some(block.id), name: "Evening group".to_owned(), ..sane };
    club.ask(&longer).await.expect("replaced");
    let listed = club.ask(&ListBlocks {}).await.expect("listed").blocks;
    assert_eq!(listed.iter().map(|block| block.name.as_str()).collect::<Vec<_>>(), ["Evening group"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_coachs_limits_tighten_a_draft_and_a_hold_stops_it_until_it_is_lifted() {
    let club = Club::new().await;
    let ada = member(&club, "Ada Fell", "Juniors").await;
    rode(&club, ada.id).await;
    answers(&club, ada.id, [90; 7]).await;
    let longest = |view: &WeekView| trained(view).iter().map(|one| one.session.minutes).max().unwrap_or(0);
    assert!(longest(&draft(&club, ada.id, week()).await) > 30);
    let squad = Scope::Squad { squad: ada.squad.expect("a squad") };
    let short = Bounds { day_minutes: Some(30), ..Bounds::default() };
    let view = club.ask(&SetBounds { scope: squad, bounds: short }).await.expect("set").value;
    assert_eq!(
        view.bounds.iter().map(|line| (line.name.as_str(), line.bounds)).collect::<Vec<_>>(),
        [("Juniors", short)]
    );
    let limited = longest(&draft(&club, ada.id, week()).await);
    assert!((1..=30).contains(&limited), "{limited}");

    let own = Scope::Athlete { athlete: ada.id };
    let hold = Bounds { hold: true, ..Bounds::default() };
    club.ask(&SetBounds { scope: own, bounds: hold }).await.expect("held");
    let held = draft(&club, ada.id, week()).await;
    assert!(trained(&held).is_empty(), "{:?}", held.effective);
    assert!(held.plan.proposal.reasons.iter().any(|reason| reason.rule == Rule::MedicalHold), "and it says so");
    let view = club.ask(&SetBounds { scope: own, bounds: Bounds::default() }).await.expect("lifted").value;
    assert_eq!(view.bounds.len(), 1, "nothing set is no line");
    assert!(!trained(&draft(&club, ada.id, week()).await).is_empty());

    let wrong = Bounds { spacing_hours: Some(1), ..Bounds::default() };
    let refused = club.ask(&SetBounds { scope: Scope::Club, bounds: wrong }).await.expect_err("refused");
    assert_eq!(refused.code, FaultCode::BadValue);
    let nobody = Scope::Athlete { athlete: AthleteId(testkit::id(1)) };
    assert!(club.ask(&SetBounds { scope: nobody, bounds: short }).await.is_err());
}

fn long(view: &WeekView) -> EffectiveSession {
    trained(view).into_iter().find(|one| one.session.kind == SessionKind::Long).expect("a long session")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_habit_is_counted_followed_and_no_longer_followed_when_it_is_switched_off() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    rode(&club, ada.id).await;
    answers(&club, ada.id, [60, 60, 60, 60, 60, 140, 150]).await;
    let weeks: Vec<Week> = std::iter::successors(Some(week()), |week| Some(week.next())).take(4).collect();
    for week in &weeks[..3] {
        let proposed = long(&draft(&club, ada.id, *week).await);
        assert_eq!(proposed.date.weekday(), Weekday::Sun, "the day with most time");
        let to = OverrideSession {
            athlete: ada.id,
            week: *week,
            session: Some(proposed.id),
            change: Change::Move { to: week.days()[5] },
            tag: ReasonTag::ScheduleConflict,
            text: None,
            insist: true,
        };
        let moved = club.ask(&to).await.expect("moved").value;
        assert!(matches!(moved, OverrideOutcome::Applied { .. }), "{moved:?}");
    }
    // Nothing was learned while the weeks were undecided.
    assert!(club.ask(&ShowPlanning {}).await.expect("shown").habits.is_empty());
    for week in &weeks[..3] {
        club.ask(&ApproveWeek { athlete: ada.id, week: *week, withdraw: false }).await.expect("approved");
    }
    let habit = Habit::MovesTo { kind: SessionKind::Long, day: Weekday::Sat };
    let shown = club.ask(&ShowPlanning {}).await.expect("shown");
    let line = shown.habits.iter().find(|line| line.seen.habit == habit).expect("seen");
    assert_eq!((line.seen.times, line.seen.of, line.frequent, line.on), (3, 3, true, true));

    let followed = draft(&club, ada.id, weeks[3]).await;
    assert_eq!(long(&followed).date.weekday(), Weekday::Sat, "as this coach does");
    let speaks = |view: &WeekView| {
        view.plan.proposal.sessions.iter().flat_map(|one| &one.reasons).any(|reason| reason.rule == Rule::Preference)
    };
    assert!(speaks(&followed), "and it says so");
    let off = club.ask(&SetHabit { habit: habit.clone(), on: false }).await.expect("switched off").value;
    assert!(off.habits.iter().any(|line| line.seen.habit == habit && !line.on), "still counted, still shown");
    let own = draft(&club, ada.id, weeks[3]).await;
    assert_eq!(long(&own).date.weekday(), Weekday::Sun);
    assert!(!speaks(&own));

    let corrects = club.ask(&SetCorrection { on: true }).await.expect("allowed").value;
    assert_eq!((corrects.correction, corrects.model, corrects.correction_bound), (true, None, 0.1));
}
