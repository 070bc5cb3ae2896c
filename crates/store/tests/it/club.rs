//! Time, fixed things, limits and switches.

use domain::athlete::Squad;
use domain::availability::{self, Availability, Exception, ExceptionKind};
use domain::bounds::{Bounds, Scope};
use domain::club::{BlockKind, ClubBlock};
use domain::consent::{Consent, DataCategory, Purpose};
use domain::id::{BlockId, ConsentId, ExceptionId, SquadId};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use store::StoreFault;

use crate::scene::{ADA, BO, Scene, commit, date, now, uuid};

const SQUAD: SquadId = SquadId(uuid::Uuid::from_u128(0x50AD));

pub(crate) fn exception(number: u128, kind: ExceptionKind) -> Exception {
    Exception {
        id: ExceptionId(uuid(0xE0CE + number)),
        athlete: ADA,
        kind,
        from: date("2026-11-24"),
        to: date("2026-11-26"),
        minutes: 0,
        note: Some("flu".to_owned()),
        supersedes: None,
        withdrawn: false,
        author: "coach".to_owned(),
        at: now(),
    }
}

pub(crate) fn block(number: u128) -> ClubBlock {
    ClubBlock {
        id: BlockId(uuid(0xB10C + number)),
        squad: None,
        kind: BlockKind::GroupSession,
        name: "Tuesday track".to_owned(),
        from: date("2026-11-02"),
        to: date("2027-03-30"),
        weekdays: [false, true, false, false, false, false, false],
        starts: "18:30:00".parse().ok(),
        session: Session {
            kind: SessionKind::Interval,
            sport: Sport::Run,
            title: "Track 6 x 800 m".to_owned(),
            minutes: 75,
            load: 80.0 + 1.0 / 3.0,
            steps: Vec::new(),
            workout: None,
        },
        supersedes: None,
        withdrawn: false,
        author: "coach".to_owned(),
        at: now(),
    }
}

#[tokio::test]
async fn answers_come_back_with_their_sports_and_older_ones_without_any() {
    let scene = Scene::club().await;
    let mut sports: [Vec<Sport>; 7] = Default::default();
    sports[2] = vec![Sport::Swim, Sport::Strength];
    let answers = Availability { from: date("2026-11-01"), minutes: [Some(60); 7], sports };
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_availability(ADA, &answers).await.expect("answered");
    w.insert_availability(BO, &Availability { sports: Default::default(), ..answers.clone() }).await.expect("answered");
    commit(w, 2, "set-availability").await.expect("committed");
    assert_eq!(scene.roster.availability(ADA).await.expect("reads"), std::slice::from_ref(&answers));
    let all = scene.roster.availability_of(None).await.expect("reads");
    assert_eq!(all.iter().map(|(athlete, _)| *athlete).collect::<Vec<_>>(), [ADA, BO]);
    assert_eq!((&all[0].1, &all[1].1.sports), (&answers, &Default::default()));
}

#[tokio::test]
async fn an_exception_stands_until_a_later_row_replaces_or_withdraws_it() {
    let scene = Scene::club().await;
    let longer = Exception {
        to: date("2026-11-27"),
        supersedes: Some(exception(1, ExceptionKind::Travel).id),
        ..exception(2, ExceptionKind::Travel)
    };
    let mut w = scene.roster.write().await.expect("begins");
    for one in [exception(1, ExceptionKind::Travel), longer.clone()] {
        w.insert_exception(&one).await.expect("added");
    }
    commit(w, 2, "add-exception").await.expect("committed");
    let kept = scene.roster.exceptions(ADA).await.expect("reads");
    assert_eq!(kept, [exception(1, ExceptionKind::Travel), longer.clone()]);
    assert_eq!(availability::counting(&kept), [&longer]);
    assert_eq!(scene.roster.exceptions(BO).await.expect("reads"), []);
}

#[tokio::test]
async fn without_consent_to_health_data_an_illness_is_time_that_is_missing_without_a_reason() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for (number, kind) in [(1, ExceptionKind::Illness), (2, ExceptionKind::Injury), (3, ExceptionKind::Travel)] {
        w.insert_exception(&exception(number, kind)).await.expect("added");
    }
    w.insert_exception(&Exception { athlete: BO, ..exception(4, ExceptionKind::Illness) }).await.expect("added");
    let consent = Consent {
        id: ConsentId(uuid(1)),
        athlete: ADA,
        category: DataCategory::Injury,
        purpose: Purpose::Coach,
        given: false,
        from: date("2026-11-24"),
        to: None,
        guardian: None,
        text: None,
        by: "coach".to_owned(),
        at: now(),
    };
    w.insert_consent(&consent).await.expect("withdrawn");
    commit(w, 2, "set-consent").await.expect("committed");
    let told = |kept: Vec<Exception>| -> Vec<(ExceptionKind, u32, Option<String>)> {
        kept.into_iter().map(|one| (one.kind, one.minutes, one.note)).collect()
    };
    let flu = || Some("flu".to_owned());
    assert_eq!(
        told(scene.roster.exceptions(ADA).await.expect("reads")),
        [(ExceptionKind::Other, 0, None), (ExceptionKind::Other, 0, None), (ExceptionKind::Travel, 0, flu())]
    );
    let bos = scene.roster.exceptions(BO).await.expect("reads");
    assert_eq!(told(bos), [(ExceptionKind::Illness, 0, flu())], "another's consent");

    let mut w = scene.roster.write().await.expect("begins");
    w.insert_consent(&Consent { id: ConsentId(uuid(2)), given: true, ..consent }).await.expect("given again");
    commit(w, 3, "set-consent").await.expect("committed");
    assert_eq!(told(scene.roster.exceptions(ADA).await.expect("reads"))[0], (ExceptionKind::Illness, 0, flu()));
}

#[tokio::test]
async fn a_block_comes_back_as_it_was_and_a_withdrawn_one_no_longer_counts() {
    let scene = Scene::club().await;
    let gone = ClubBlock { supersedes: Some(block(1).id), withdrawn: true, ..block(2) };
    let mut w = scene.roster.write().await.expect("begins");
    for one in [&block(1), &gone, &block(3)] {
        w.insert_block(one).await.expect("added");
    }
    let refused = w.insert_block(&ClubBlock { squad: Some(SQUAD), ..block(4) }).await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
    commit(w, 2, "add-block").await.expect("committed");
    let kept = scene.reopened().await.roster.blocks().await.expect("reads");
    assert_eq!(kept, [block(1), gone, block(3)]);
    assert_eq!(domain::club::counting(&kept), [&block(3)]);
}

#[tokio::test]
async fn each_scope_has_its_own_limits_and_the_newest_row_counts() {
    let scene = Scene::club().await;
    let hours = |week_minutes| Bounds { week_minutes: Some(week_minutes), ..Bounds::default() };
    let (squad, athlete) = (Scope::Squad { squad: SQUAD }, Scope::Athlete { athlete: ADA });
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_squad(&Squad { id: SQUAD, name: "Youth".to_owned() }).await.expect("added");
    for (scope, bounds) in [
        (Scope::Club, hours(900)),
        (squad, hours(480)),
        (athlete, Bounds { hold: true, ..Bounds::default() }),
        (Scope::Club, hours(840)),
    ] {
        w.insert_bounds(scope, &bounds, "coach").await.expect("set");
    }
    let unknown = Scope::Squad { squad: SquadId(uuid(404)) };
    let refused = w.insert_bounds(unknown, &hours(60), "coach").await;
    assert!(matches!(refused, Err(StoreFault::BrokenReference)), "{refused:?}");
    commit(w, 2, "set-bounds").await.expect("committed");
    let roster = &scene.roster;
    assert_eq!(roster.bounds(Scope::Club).await.expect("reads"), hours(840));
    assert_eq!(roster.bounds(squad).await.expect("reads"), hours(480), "wider ones are not joined in");
    assert_eq!(roster.bounds(Scope::Athlete { athlete: BO }).await.expect("reads"), Bounds::default());
    let hold = Bounds { hold: true, ..Bounds::default() };
    let all = [(Scope::Club, hours(840)), (squad, hours(480)), (athlete, hold)];
    assert_eq!(roster.all_bounds().await.expect("reads"), all);

    let mut w = roster.write().await.expect("begins");
    w.insert_bounds(squad, &Bounds::default(), "coach").await.expect("taken back");
    commit(w, 3, "set-bounds").await.expect("committed");
    assert_eq!(roster.all_bounds().await.expect("reads"), [all[0], all[2]], "nothing set is no limit");
}

#[tokio::test]
async fn a_switch_stands_as_it_was_turned_last() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for (name, on) in [("correction", true), ("habit moves-to long sat", false), ("correction", false)] {
        w.insert_switch(name, on, "coach").await.expect("turned");
    }
    commit(w, 2, "set-habit").await.expect("committed");
    let switches: Vec<(String, bool)> = scene.roster.switches().await.expect("reads").into_iter().collect();
    assert_eq!(switches, [("correction".to_owned(), false), ("habit moves-to long sat".to_owned(), false)]);
}
