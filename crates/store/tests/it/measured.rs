//! What is measured on activities, what an athlete did in races, days on which the usual does not hold, and rules.

use std::collections::BTreeMap;

use domain::consent::{Consent, DataCategory, Purpose};
use domain::id::{ActivityId, AthleteId, ConsentId, MarkId, ResultId, SquadId};
use domain::mark::{Mark, MarkKind};
use domain::measures::{Computed, Curve, Curves, Doubt, Measured, Measures, Quantity};
use domain::metric::Metric;
use domain::reading::Missing;
use domain::reason::Rule;
use domain::result::{Conditions, Effort, Outcome};
use domain::sport::Sport;
use domain::summary::LoadSource;
use domain::tuning::RuleSetting;
use domain::unit::{Rpe, Seconds};
use science::mean_maximal::Best;
use sqlx::Connection;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use store::{EncodedMeasures, Footing, Ground, StoreFault};

use crate::scene::{ADA, BO, Scene, activity, athlete, commit, date, import, now, summary, uuid};

fn measures(load: f64) -> Measures {
    let known = |value, doubts| Measured::Known { value, doubts };
    Measures {
        values: BTreeMap::from([
            (Metric::Load, known(load, vec![Doubt::Unbridged])),
            (Metric::AvgHr, known(141.0 + 1.0 / 3.0, Vec::new())),
            (Metric::Tss, Measured::Missing { why: Missing::NoChannel }),
        ]),
        zones: Vec::new(),
        method: 3,
        basis: "sex=f ftp=250".to_owned(),
    }
}

fn curve(quantity: Quantity, top: f64) -> Curve {
    let best = |seconds| Best { seconds, value: top - f64::from(seconds) / 10.0, start_s: 600 + seconds };
    Curve { quantity, bests: (1..=120).chain((125..=600).step_by(5)).map(best).collect() }
}

fn encoded(load: f64, curves: Option<Vec<Curve>>) -> EncodedMeasures {
    let wanted = if curves.is_some() { Curves::Wanted } else { Curves::Kept };
    let computed = Computed { summary: summary(load), measures: measures(load), curves: curves.unwrap_or_default() };
    EncodedMeasures::of(&computed, wanted).expect("packs")
}

/// Two runs of one athlete and one of another, all measured.
pub(crate) async fn measured() -> Scene {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for (number, whose, day) in [(1, ADA, "2026-11-02"), (2, ADA, "2026-11-09"), (3, BO, "2026-11-09")] {
        let run = activity(number, whose, day);
        import(&mut w, &run).await.expect("written");
        let curves = vec![curve(Quantity::HeartRate, 180.0), curve(Quantity::Speed, 60.0 + number as f64)];
        w.replace_measures(run.id, &encoded(50.0 + number as f64, Some(curves))).await.expect("kept");
    }
    commit(w, 2, "fill").await.expect("committed");
    scene
}

fn id(number: u128) -> ActivityId {
    activity(number, ADA, "2026-11-02").id
}

#[tokio::test]
async fn measures_and_curves_come_back_and_are_replaced_whole() {
    let scene = measured().await;
    let roster = &scene.roster;
    assert_eq!(roster.measures(id(1)).await.expect("read"), Some(measures(51.0)));
    assert_eq!(roster.measures(id(9)).await.expect("read"), None);
    let kinds = |curves: &[Curve]| curves.iter().map(|curve| curve.quantity).collect::<Vec<_>>();
    let before = roster.curves(id(1)).await.expect("read");
    assert_eq!(kinds(&before), [Quantity::Speed, Quantity::HeartRate]);
    assert_eq!(before[0], curve(Quantity::Speed, 61.0));

    let mut w = roster.write().await.expect("begins");
    w.replace_measures(id(1), &encoded(77.0, None)).await.expect("kept");
    let new = vec![curve(Quantity::Power, 500.0)];
    w.replace_measures(id(2), &encoded(78.0, Some(new.clone()))).await.expect("kept");
    let nobody = w.replace_measures(id(9), &encoded(1.0, None)).await;
    assert!(matches!(nobody, Err(StoreFault::NoSuch { .. })), "{nobody:?}");
    commit(w, 3, "recompute").await.expect("committed");
    assert_eq!(roster.measures(id(1)).await.expect("read"), Some(measures(77.0)));
    assert_eq!(roster.curves(id(1)).await.expect("read"), before, "curves that were not made again stay");
    assert_eq!(roster.curves(id(2)).await.expect("read"), new, "a curve that is no more is not left over");
}

#[tokio::test]
async fn lists_are_of_one_athlete_between_two_days_in_order_of_start() {
    let scene = measured().await;
    let roster = &scene.roster;
    let all = roster.measures_of(ADA, None, None).await.expect("read");
    assert_eq!(all, [(id(1), measures(51.0)), (id(2), measures(52.0))]);
    let late = roster.measures_of(ADA, Some(date("2026-11-03")), Some(date("2026-11-09"))).await.expect("read");
    assert_eq!(late.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [id(2)]);
    let speeds = roster.curves_of(ADA, Some(Quantity::Speed), None, Some(date("2026-11-02"))).await.expect("read");
    assert_eq!(speeds, [(id(1), date("2026-11-02"), curve(Quantity::Speed, 61.0))]);
    assert_eq!(roster.curves_of(ADA, None, None, None).await.expect("read").len(), 4);
    let heart = roster.metric_values(ADA, Metric::AvgHr, None, None).await.expect("read");
    assert_eq!(heart[1], (id(2), date("2026-11-09"), 141.0 + 1.0 / 3.0));
    assert!(roster.metric_values(ADA, Metric::Tss, None, None).await.expect("read").is_empty(), "no value, no point");
}

#[tokio::test]
async fn what_is_withdrawn_or_given_to_somebody_else_moves_with_its_activity() {
    let scene = measured().await;
    let roster = &scene.roster;
    let mut w = roster.write().await.expect("begins");
    let start = activity(2, ADA, "2026-11-09").start_local;
    w.assign_activity(id(2), BO, start, &summary(52.0)).await.expect("assigned");
    w.insert_consent(&consent(DataCategory::Training, false)).await.expect("said");
    commit(w, 3, "assign").await.expect("committed");
    assert!(roster.measures_of(ADA, None, None).await.expect("read").is_empty());
    assert!(
        roster.curves(id(1)).await.expect("read").is_empty() && roster.measures(id(1)).await.expect("read").is_none()
    );
    assert!(roster.footings(ADA).await.expect("read").is_empty());
    assert_eq!(roster.curves_of(BO, None, None, None).await.expect("read").len(), 4);
}

fn consent(category: DataCategory, given: bool) -> Consent {
    Consent {
        id: ConsentId(uuid(0xC0 + u128::from(given) + 2 * category as u128)),
        athlete: ADA,
        category,
        purpose: Purpose::Coach,
        given,
        from: date("2026-01-01"),
        to: None,
        guardian: None,
        text: None,
        by: "Ada Fell".to_owned(),
        at: now(),
    }
}

#[tokio::test]
async fn what_numbers_stand_on_is_one_question_to_two_indexes() {
    let scene = measured().await;
    let mut w = scene.roster.write().await.expect("begins");
    import(&mut w, &activity(4, ADA, "2026-11-10")).await.expect("written");
    commit(w, 3, "fill").await.expect("committed");
    let footings = scene.roster.footings(ADA).await.expect("read");
    let ground =
        Ground { sport: Sport::Run, source: Some(LoadSource::HeartRate), method: 3, basis: measures(51.0).basis };
    let day = |number: u128, day, ground| Footing { id: id(number), day: date(day), ground };
    let expected =
        [day(1, "2026-11-02", Some(ground.clone())), day(2, "2026-11-09", Some(ground)), day(4, "2026-11-10", None)];
    assert_eq!(footings, expected);

    let options = SqliteConnectOptions::new().filename(scene.roster.path());
    let mut connection = SqliteConnection::connect_with(&options).await.expect("connects");
    let plan: Vec<(i64, i64, i64, String)> = sqlx::query_as(
        "EXPLAIN QUERY PLAN SELECT id, start_local, sport, source, method, basis FROM activity_footing
         WHERE athlete_id = 'x' ORDER BY start_local",
    )
    .fetch_all(&mut connection)
    .await
    .expect("explained");
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    for whole in
        ["COVERING INDEX activity_by_day (athlete_id=?)", "COVERING INDEX activity_measures_by_basis (activity_id=?)"]
    {
        assert!(steps.iter().any(|step| step.contains(whole)), "{whole}: {steps:?}");
    }
    let walks = |step: &&&str| (step.contains("SCAN") || step.contains("TEMP")) && !crate::consent::of_consent(step);
    assert_eq!(steps.iter().find(walks), None, "{steps:?}");
}

#[tokio::test]
async fn numbers_are_renewed_only_while_they_stand_on_what_they_were_computed_for() {
    let scene = measured().await;
    let roster = &scene.roster;
    let was = roster.footings(ADA).await.expect("read").remove(0);
    let new = domain::summary::Summary { method: 3, basis: "sex=f ftp=260".to_owned(), ..summary(60.0) };
    let rpe = Some(Rpe(6.0));
    let ground = was.ground.clone().map(|ground| Ground { basis: "something else".to_owned(), ..ground });
    let (other, none) = (Footing { ground, ..was.clone() }, Footing { ground: None, ..was.clone() });
    let mut w = roster.write().await.expect("begins");
    let moved =
        [(ADA, &other, rpe), (ADA, &none, rpe), (ADA, &was, Some(Rpe(7.0))), (ADA, &was, None), (BO, &was, rpe)];
    for (athlete, was, rpe) in moved {
        assert!(!w.renew(athlete, was, rpe, &new, &encoded(60.0, None)).await.expect("asked"));
    }
    assert!(w.renew(ADA, &was, rpe, &new, &encoded(60.0, None)).await.expect("asked"));
    commit(w, 3, "recompute").await.expect("committed");
    assert_eq!(roster.activity(was.id).await.expect("read").expect("here").summary, new);
    assert_eq!(roster.measures(was.id).await.expect("read"), Some(measures(60.0)));
}

#[tokio::test]
async fn felt_sessions_and_packed_activities_are_what_the_whole_ones_are() {
    let scene = measured().await;
    let roster = &scene.roster;
    let felt = roster.felt(ADA).await.expect("read");
    assert_eq!(felt.len(), 2);
    assert_eq!((felt[0].rpe, felt[0].points, felt[0].timer), (Rpe(6.0), 61.7 + 1.0 / 3.0, Seconds(3599.5)));
    let without = [domain::recording::ChannelKind::Latitude];
    let packed = roster.packed_activities(&[id(2), id(9)], &without).await.expect("read");
    assert_eq!(packed.len(), 1, "what is not here is left out");
    assert_eq!(Some(&packed[0].0), roster.activity(id(2)).await.expect("read").as_ref());
    let channels: Vec<_> = packed[0].1.iter().map(|channel| channel.unpack().expect("unpacks")).collect();
    let mut whole = roster.channels(id(2), &[]).await.expect("read");
    whole.retain(|channel| !without.contains(&channel.kind));
    assert_eq!(channels, whole);
    assert!(packed[0].1.iter().all(|channel| !without.contains(&channel.kind())));
}

pub(crate) fn outcome(number: u128, whose: AthleteId, day: &str) -> Outcome {
    Outcome {
        id: ResultId(uuid(0x4E5 + number)),
        athlete: whose,
        date: date(day),
        effort: Effort::Race,
        sport: Sport::Run,
        distance: None,
        time: Seconds(2400.25),
        power: None,
        heart: None,
        conditions: Conditions::default(),
        activity: None,
        race: None,
        note: Some("windy".to_owned()),
        supersedes: None,
        withdrawn: false,
        author: "coach".to_owned(),
        at: now(),
    }
}

pub(crate) fn mark(number: u128, kind: MarkKind) -> Mark {
    Mark {
        id: MarkId(uuid(0x3A4 + number)),
        athlete: ADA,
        kind,
        from: date("2026-11-02"),
        to: None,
        size: Some(-8.0),
        note: None,
        supersedes: None,
        withdrawn: false,
        author: "coach".to_owned(),
        at: now(),
    }
}

#[tokio::test]
async fn results_come_back_by_day_and_hide_with_training_data() {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    let (late, early) = (outcome(1, ADA, "2026-11-08"), outcome(2, ADA, "2026-10-01"));
    for one in [&late, &early, &outcome(3, BO, "2026-11-01")] {
        w.insert_result(one).await.expect("added");
    }
    assert!(matches!(w.insert_result(&late).await, Err(StoreFault::AlreadyThere { .. })));
    commit(w, 2, "add-result").await.expect("committed");
    assert_eq!(scene.roster.results(ADA).await.expect("read"), [early, late]);
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_consent(&consent(DataCategory::Training, false)).await.expect("said");
    commit(w, 3, "consent").await.expect("committed");
    assert!(scene.roster.results(ADA).await.expect("read").is_empty());
}

#[tokio::test]
async fn a_mark_of_the_cycle_shows_only_while_the_newest_word_is_yes_and_every_mark_until_health_is_withdrawn() {
    let scene = Scene::club().await;
    let (cycle, heat) = (mark(1, MarkKind::Cycle), mark(2, MarkKind::Heat));
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_mark(&cycle).await.expect("added");
    w.insert_mark(&heat).await.expect("added");
    commit(w, 2, "add-mark").await.expect("committed");
    assert_eq!(scene.roster.marks(ADA).await.expect("read"), std::slice::from_ref(&heat), "nothing said is a no");
    for (number, given, shown) in [(3, true, vec![cycle, heat.clone()]), (4, false, vec![heat])] {
        let mut w = scene.roster.write().await.expect("begins");
        let id = ConsentId(uuid(0xCC + u128::from(given)));
        let word = Consent { id, from: date("2020-01-01"), ..consent(DataCategory::Cycle, given) };
        w.insert_consent(&word).await.expect("said");
        commit(w, number, "allow-cycle").await.expect("committed");
        assert_eq!(scene.roster.cycle_allowed(ADA).await.expect("read"), given);
        assert_eq!(scene.roster.marks(ADA).await.expect("read"), shown, "given: {given}");
    }
    assert!(!scene.roster.cycle_allowed(BO).await.expect("read"), "one athlete's word is not another's");
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_consent(&consent(DataCategory::Injury, false)).await.expect("said");
    commit(w, 5, "consent").await.expect("committed");
    assert!(scene.roster.marks(ADA).await.expect("read").is_empty());
}

#[tokio::test]
async fn the_newest_word_on_a_rule_counts_for_whom_it_was_said() {
    let scene = Scene::club().await;
    let squad = domain::athlete::Squad { id: SquadId(uuid(0x5A)), name: "Juniors".to_owned() };
    let set = |on, limit| RuleSetting { on, limit };
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_squad(&squad).await.expect("added");
    w.insert_rule(None, Rule::FastRamp, Some(&set(true, Some(5.0))), "coach").await.expect("set");
    w.insert_rule(None, Rule::FastRamp, Some(&set(true, Some(6.0))), "coach").await.expect("set");
    w.insert_rule(Some(squad.id), Rule::FastRamp, Some(&set(false, None)), "coach").await.expect("set");
    w.insert_rule(Some(squad.id), Rule::DeepFatigue, Some(&set(false, None)), "coach").await.expect("set");
    w.insert_rule(Some(squad.id), Rule::DeepFatigue, None, "coach").await.expect("set back");
    let nobody = w.insert_rule(Some(SquadId(uuid(9))), Rule::FastRamp, None, "coach").await;
    assert!(matches!(nobody, Err(StoreFault::BrokenReference)), "{nobody:?}");
    commit(w, 2, "set-rule").await.expect("committed");
    let club = scene.roster.rules(None).await.expect("read");
    let own = scene.roster.rules(Some(squad.id)).await.expect("read");
    assert_eq!(club.0, BTreeMap::from([(Rule::FastRamp, set(true, Some(6.0)))]));
    assert_eq!(own.0, BTreeMap::from([(Rule::FastRamp, set(false, None))]));
    assert!(!club.over(own).is_on(Rule::FastRamp));
}

#[tokio::test]
async fn the_journal_tells_the_lines_of_one_kind_and_the_newest_clock() {
    let scene = Scene::club().await;
    let clock = scene.roster.newest_clock().await.expect("read");
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_athlete(&athlete(AthleteId(uuid(7)), "Cleo Quill", false)).await.expect("inserted");
    commit(w, 2, "recompute").await.expect("committed");
    assert!(scene.roster.newest_clock().await.expect("read") > clock);
    let lines = scene.roster.journal_of("recompute", None, 10).await.expect("read");
    assert_eq!(lines.len(), 1);
    assert!(scene.roster.journal_of("recompute", Some(ADA), 10).await.expect("read").is_empty());
}
