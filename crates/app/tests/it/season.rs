//! A season from its template to its end: set, shown, changed, copied, taken back; nothing of it is ever lost.

use chrono::{Duration, NaiveDate};
use contract::FaultCode;
use contract::athlete::{AddPhase, AddRace, AddSettings};
use contract::roster::ReadJournal;
use contract::season::{
    CopySeason, ListSeasonTemplates, SeasonView, SetSeason, ShowSeason, WithdrawPhase, WithdrawRace, WithdrawSeason,
};
use domain::id::{AthleteId, RaceId, SeasonId};
use domain::season::path::RISE;
use domain::season::plan::Goal;
use domain::season::template::SeasonTemplate;
use domain::season::{PhaseKind, Priority};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::Watts;
use domain::week::Week;

use crate::club::{Club, ride};

fn day(back: i64) -> NaiveDate {
    testkit::clock::days_ago(back)
}

fn this() -> Week {
    Week::of(day(0))
}

fn weeks_on(weeks: i64) -> Week {
    Week::of(this().monday() + Duration::weeks(weeks))
}

async fn runner(club: &Club) -> SeasonTemplate {
    let templates = club.ask(&ListSeasonTemplates {}).await.expect("listed");
    templates.into_iter().find(|template| template.id == "runner-12").expect("the runner's")
}

fn season(athlete: AthleteId, template: &SeasonTemplate, start: Week) -> SetSeason {
    SetSeason {
        athlete,
        name: format!("  {} ", template.name),
        template: Some(template.id.clone()),
        start,
        base: None,
        goal: Goal::Weeks,
        weeks: template.weeks.clone(),
        supersedes: None,
    }
}

async fn show(club: &Club, athlete: AthleteId) -> SeasonView {
    club.ask(&ShowSeason { athlete, from: weeks_on(-4), weeks: 26 }).await.expect("shown")
}

/// An hour's ride on every second day for ten weeks: the load is known.
async fn trained(club: &Club, athlete: AthleteId) {
    let settings = Settings { from: day(200), ftp: Some(Watts(250.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete, settings }).await.expect("set");
    for back in (1..70).step_by(2) {
        club.bring(&format!("{back}.fit"), &ride(back), athlete).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_season_is_set_from_a_template_shown_changed_and_taken_back_and_every_version_stays() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await.id;
    trained(&club, ada).await;
    let template = runner(&club).await;
    let nothing = show(&club, ada).await;
    assert!(nothing.seasons.is_empty() && nothing.weeks.len() == 26 && nothing.reach.is_none());
    let usual = nothing.usual.expect("ten weeks on record");

    let set = club.ask(&season(ada, &template, weeks_on(1))).await.expect("set").value;
    assert_eq!(set.name, template.name);
    let base = set.base.expect("the template begins from what is trained");
    assert!((base - usual).abs() < 1e-9, "the base is what is trained now: {base}, {usual}");
    let view = show(&club, ada).await;
    assert_eq!(view.seasons, std::slice::from_ref(&set));
    let line = |view: &SeasonView, week: Week| view.weeks.iter().find(|l| l.week == week).cloned().expect("shown");
    let past = line(&view, weeks_on(-1));
    assert!(
        past.measured && past.fitness.is_some() && past.done.is_some() && past.line.is_none() && past.band.is_none()
    );
    let third = line(&view, weeks_on(3));
    assert_eq!((third.phase, third.line.as_ref().map(|line| line.0)), (Some(PhaseKind::Build), Some(3)));
    assert!((third.target.expect("planned") - 1.05 * usual).abs() < 1e-9);
    assert!(third.limit.is_none() && !third.measured && third.done.is_none());
    for line in view.weeks.iter().filter(|line| line.band.is_some()) {
        let (low, high) = line.band.expect("filtered");
        let fitness = line.fitness.expect("expected");
        assert!(low <= fitness && fitness <= high, "{line:?}");
    }
    assert_eq!(view.weeks.iter().filter(|line| line.band.is_some()).count(), 13, "this week and twelve");
    assert!(line(&view, weeks_on(14)).fitness.is_none(), "after the season nobody knows");

    let mut weeks = set.weeks.clone();
    weeks[2].share = 2.0;
    let goal = Goal::PeakLoad { points: 1.3 * usual };
    let request = SetSeason { weeks, goal, supersedes: Some(set.id), ..season(ada, &template, weeks_on(1)) };
    let changed = club.ask(&request).await.expect("changed").value;
    let view = show(&club, ada).await;
    assert_eq!(view.seasons.iter().map(|season| season.id).collect::<Vec<_>>(), [changed.id]);
    let third = line(&view, weeks_on(3));
    let limit = third.limit.expect("twice the usual is more than the limits leave");
    assert!(limit <= RISE * usual + 1e-6 && limit < third.target.expect("planned"), "{third:?}");
    let reach = view.reach.expect("a goal");
    assert!(reach.within && reach.planned <= reach.most, "{reach:?}");
    let toward = view.toward.expect("shares for it");
    assert_eq!(toward.len(), 12);
    let peak = toward.iter().copied().fold(0.0, f64::max);
    assert!((peak - 1.3).abs() < 0.01, "{toward:?}");

    let again = club.ask(&request).await.expect_err("replaced already");
    assert_eq!(again.code, FaultCode::Impossible);
    let gone = |season| WithdrawSeason { athlete: ada, season };
    assert!(!club.ask(&gone(set.id)).await.expect("answered").value, "the old version does not count any more");
    assert!(club.ask(&gone(changed.id)).await.expect("taken back").value);
    assert_eq!(club.ask(&gone(SeasonId(testkit::id(9)))).await.expect_err("unknown").code, FaultCode::NotFound);
    assert!(show(&club, ada).await.seasons.is_empty());
    let versions = club.roster().await.season_plans(ada).await.expect("read");
    assert_eq!(versions.len(), 3, "nothing is overwritten");
    assert_eq!(versions[0], set);
    let journal = club.ask(&ReadJournal { limit: 100 }).await.expect("read");
    for action in ["set-season", "change-season", "withdraw-season"] {
        assert_eq!(journal.iter().filter(|line| line.action == action).count(), 1, "{action}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_season_is_copied_to_others_with_their_own_weeks_and_never_over_one_that_stands() {
    let club = Club::new().await;
    let (ada, bea) = (club.athlete("Ada Fell").await.id, club.athlete("Bea Moor").await.id);
    let cleo = club.athlete("Cleo Tarn").await.id;
    trained(&club, ada).await;
    let template = runner(&club).await;
    let goal = Goal::Fitness { ctl: 60.0, on: weeks_on(12).monday() };
    let set = club.ask(&SetSeason { goal, ..season(ada, &template, weeks_on(1)) }).await.expect("set").value;
    let own = club.ask(&season(cleo, &template, weeks_on(10))).await.expect("set").value;
    assert_eq!(own.base, None, "nothing of hers is on record");
    let to = vec![(bea, weeks_on(2)), (cleo, weeks_on(2)), (bea, weeks_on(5))];
    let lines = club.ask(&CopySeason { athlete: ada, season: set.id, to }).await.expect("copied").value;
    let seen: Vec<_> = lines.iter().map(|l| (l.name.as_str(), l.season.is_some(), l.in_the_way.as_deref())).collect();
    let name = template.name.as_str();
    assert_eq!(seen, [("Bea Moor", true, None), ("Cleo Tarn", false, Some(name)), ("Bea Moor", false, Some(name))]);
    let view = show(&club, bea).await;
    let copy = view.seasons.last().expect("hers");
    assert_eq!((copy.start, copy.base, copy.goal), (weeks_on(2), None, Goal::Weeks), "her own start, base and goal");
    assert_eq!(copy.weeks, set.weeks);
    assert!(view.weeks.iter().all(|line| line.target.is_none()), "shares without a base are no loads");
    assert_eq!(show(&club, cleo).await.seasons, [own]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_season_that_cannot_be_meant_is_refused_in_words() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await.id;
    let template = runner(&club).await;
    let good = || season(ada, &template, weeks_on(1));
    let with = |change: fn(&mut SetSeason)| {
        let mut season = good();
        change(&mut season);
        season
    };
    for bad in [
        with(|season| season.weeks.clear()),
        with(|season| season.weeks[0].share = f64::MAX),
        with(|season| season.weeks[1].long_share = 1.2),
        with(|season| season.weeks[1].quality = 9),
        with(|season| season.weeks[1].content = "x".repeat(601)),
        with(|season| season.base = Some(0.0)),
        with(|season| season.name = " ".to_owned()),
        with(|season| season.goal = Goal::PeakLoad { points: -1.0 }),
        with(|season| season.goal = Goal::Fitness { ctl: 50.0, on: season.start.monday() - Duration::days(1) }),
        with(|season| season.goal = Goal::Fitness { ctl: 50.0, on: season.start.monday() + Duration::weeks(12) }),
    ] {
        let refused = club.ask(&bad).await.expect_err("refused");
        assert_eq!(refused.code, FaultCode::BadValue, "{}", refused.what);
        assert!(!refused.what.contains("value-"), "{}", refused.what);
    }
    assert!(club.roster().await.season_plans(ada).await.expect("read").is_empty());
    let narrow = ShowSeason { athlete: ada, from: this(), weeks: 3 };
    assert_eq!(club.ask(&narrow).await.expect_err("too few").code, FaultCode::BadValue);
}

#[tokio::test(flavor = "multi_thread")]
async fn races_and_phases_are_taken_back_once_and_phases_by_hand_fill_weeks_no_season_plans() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await.id;
    let race = AddRace {
        athlete: ada,
        name: "Lake Run".to_owned(),
        date: weeks_on(6).sunday(),
        sport: Sport::Run,
        distance: None,
        priority: Priority::A,
    };
    let race = club.ask(&race).await.expect("added").value;
    let phase = AddPhase { athlete: ada, kind: PhaseKind::Base, from: weeks_on(1).monday(), to: weeks_on(2).sunday() };
    let phase = club.ask(&phase).await.expect("added").value;
    let view = show(&club, ada).await;
    assert_eq!((view.races.len(), view.phases.len()), (1, 1));
    assert_eq!(view.weeks.iter().filter(|line| line.phase == Some(PhaseKind::Base)).count(), 2);
    let back = WithdrawRace { athlete: ada, race: race.id };
    assert!(club.ask(&back).await.expect("taken back").value);
    assert!(!club.ask(&back).await.expect("answered").value, "once");
    let unknown = WithdrawRace { athlete: ada, race: RaceId(testkit::id(9)) };
    assert!(!club.ask(&unknown).await.expect("answered").value);
    let back = WithdrawPhase { athlete: ada, phase: phase.id };
    assert!(club.ask(&back).await.expect("taken back").value);
    let view = show(&club, ada).await;
    assert!(view.races.is_empty() && view.phases.is_empty() && view.weeks.iter().all(|line| line.phase.is_none()));
}
