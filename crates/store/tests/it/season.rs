//! Seasons, races, phases and templates: what is taken back no longer counts and is never lost.

use domain::id::{PhaseId, RaceId, SeasonId};
use domain::library::Template;
use domain::season::plan::{Goal, SeasonPlan, SeasonWeek, counting};
use domain::season::{PhaseKind, Priority, Race, SeasonPhase};
use domain::session::SessionKind;
use domain::sport::Sport;
use store::StoreFault;

use crate::scene::{ADA, BO, Scene, commit, date, now, uuid};

pub(crate) fn season(number: u128) -> SeasonPlan {
    SeasonPlan {
        id: SeasonId(uuid(0x5EA0 + number)),
        athlete: ADA,
        name: "Spring marathon".to_owned(),
        template: Some("runner-12".to_owned()),
        start: "2027-W01".parse().expect("a week"),
        base: Some(300.0 + 1.0 / 3.0),
        goal: Goal::Fitness { ctl: 62.5, on: date("2027-04-18") },
        weeks: vec![SeasonWeek {
            phase: PhaseKind::Base,
            share: 1.05,
            quality: 1,
            long_share: 0.3,
            strength: 2,
            deload: false,
            test: true,
            content: "Easy running, strides".to_owned(),
        }],
        supersedes: None,
        withdrawn: false,
        author: "coach".to_owned(),
        at: now(),
    }
}

pub(crate) fn race(number: u128) -> Race {
    Race {
        id: RaceId(uuid(0xACE0 + number)),
        athlete: ADA,
        name: "Hill ten".to_owned(),
        date: date("2027-04-18"),
        sport: Sport::Run,
        distance: None,
        priority: Priority::A,
    }
}

pub(crate) fn phase(number: u128) -> SeasonPhase {
    let (from, to) = (date("2027-01-04"), date("2027-01-31"));
    SeasonPhase { id: PhaseId(uuid(0x9A5E + number)), athlete: ADA, kind: PhaseKind::Build, from, to }
}

pub(crate) fn template(id: &str) -> Template {
    Template {
        id: id.to_owned(),
        kind: SessionKind::Long,
        sport: Sport::Ride,
        title: "Lake loop".to_owned(),
        min_minutes: 90,
        max_minutes: 240,
        intensity: 0.7,
        steps: Vec::new(),
        workout: None,
    }
}

#[tokio::test]
async fn every_version_of_a_season_comes_back_and_the_newest_counts() {
    let scene = Scene::club().await;
    let second = SeasonPlan { supersedes: Some(season(1).id), name: "Autumn marathon".to_owned(), ..season(2) };
    let back = SeasonPlan { supersedes: Some(second.id), withdrawn: true, ..season(3) };
    let mut w = scene.roster.write().await.expect("begins");
    for version in [&season(1), &second, &back, &season(4)] {
        w.insert_season(version).await.expect("planned");
    }
    let refused = w.insert_season(&season(4)).await;
    assert!(matches!(refused, Err(StoreFault::AlreadyThere { .. })), "{refused:?}");
    commit(w, 2, "set-season").await.expect("committed");
    let scene = scene.reopened().await;
    let kept = scene.roster.season_plans(ADA).await.expect("reads");
    assert_eq!(kept, [season(1), second, back, season(4)], "oldest first, to the last bit");
    assert_eq!(counting(&kept), [&season(4)]);
    assert_eq!(scene.roster.season_plans(BO).await.expect("reads"), []);
}

#[tokio::test]
async fn a_race_or_phase_taken_back_no_longer_shows_and_is_taken_back_once() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for number in [1, 2] {
        w.insert_race(&race(number)).await.expect("added");
        w.insert_phase(&phase(number)).await.expect("added");
    }
    assert!(!w.withdraw_race(BO, race(1).id, "coach", now()).await.expect("asked"), "not Bo's race");
    assert!(!w.withdraw_phase(BO, phase(1).id, "coach", now()).await.expect("asked"), "not Bo's phase");
    for first in [true, false] {
        assert_eq!(w.withdraw_race(ADA, race(1).id, "coach", now()).await.expect("asked"), first);
        assert_eq!(w.withdraw_phase(ADA, phase(1).id, "coach", now()).await.expect("asked"), first);
    }
    assert!(!w.withdraw_race(ADA, race(9).id, "coach", now()).await.expect("asked"), "unknown");
    commit(w, 2, "withdraw-race").await.expect("committed");
    assert_eq!(scene.roster.races(ADA).await.expect("reads"), [race(2)]);
    assert_eq!(scene.roster.races_of(None).await.expect("reads"), [race(2)]);
    assert_eq!(scene.roster.phases(ADA).await.expect("reads"), [phase(2)]);
}

#[tokio::test]
async fn a_template_is_for_everybody_or_for_one_and_may_come_again_after_it_was_withdrawn() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_template(&template("general"), None, None).await.expect("added");
    w.insert_template(&template("adas"), Some(ADA), None).await.expect("added");
    commit(w, 2, "add-template").await.expect("committed");
    let roster = &scene.roster;
    let general = (template("general"), None);
    assert_eq!(roster.own_templates_of(None).await.expect("reads"), std::slice::from_ref(&general));
    assert_eq!(roster.own_templates_of(Some(BO)).await.expect("reads"), std::slice::from_ref(&general));
    let adas = [general.clone(), (template("adas"), Some(ADA))];
    assert_eq!(roster.own_templates_of(Some(ADA)).await.expect("reads"), adas);

    let mut w = roster.write().await.expect("begins");
    assert!(w.withdraw_template("general", now()).await.expect("asked"));
    assert!(!w.withdraw_template("general", now()).await.expect("asked"), "only once");
    assert!(!w.withdraw_template("nothing", now()).await.expect("asked"));
    commit(w, 3, "withdraw-template").await.expect("committed");
    assert_eq!(roster.own_templates_of(None).await.expect("reads"), []);

    let mut w = roster.write().await.expect("begins");
    w.insert_template(&template("general"), None, None).await.expect("again");
    commit(w, 4, "add-template").await.expect("committed");
    assert_eq!(roster.own_templates_of(None).await.expect("reads"), [general]);
}
