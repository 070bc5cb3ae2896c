//! Thresholds, results, marks and rules: offered and never applied silently, entered and never overwritten.

use chrono::Duration;
use contract::athlete::{AddAthlete, AddSettings};
use contract::entry::AddActivity;
use contract::roster::ReadJournal;
use contract::threshold::{
    AcceptEstimate, AddMark, AddResult, AllowCycle, ListMarks, PaceCourse, PredictRace, SetRule, ShowRules,
    ShowThresholds, ThresholdsView, WithdrawMark, WithdrawResult,
};
use contract::{FaultCode, Topic};
use domain::consent::DataCategory;
use domain::entered::EnteredActivity;
use domain::id::{ActivityId, AthleteId, MarkId, ResultId, SquadId};
use domain::mark::MarkKind;
use domain::metric::Metric;
use domain::reading::Missing;
use domain::reason::Rule;
use domain::result::{Conditions, Effort};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::summary::LoadSource;
use domain::threshold::{Method, ThresholdView};
use domain::tuning::RuleSetting;
use domain::unit::{Bpm, Meters, Rpe, Seconds};

use crate::club::{Club, ride};

async fn shown(club: &Club, athlete: AthleteId) -> ThresholdsView {
    club.ask(&ShowThresholds { athlete, on: None }).await.expect("shown")
}

fn of(view: &ThresholdsView, metric: Metric) -> &ThresholdView {
    view.thresholds.iter().find(|view| view.metric == metric).expect("every threshold")
}

fn day(back: i64) -> chrono::NaiveDate {
    testkit::clock::days_ago(back)
}

async fn actions(club: &Club) -> Vec<String> {
    let journal = club.ask(&ReadJournal { limit: 100 }).await.expect("read");
    journal.into_iter().map(|line| line.action).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_estimate_is_offered_taken_over_as_one_field_and_recomputes_the_load() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let held = Settings { from: day(40), lthr: Some(Bpm(168.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings: held }).await.expect("set");
    for back in 3..9 {
        club.bring(&format!("{back}.fit"), &ride(back), ada.id).await;
    }
    let before = shown(&club, ada.id).await;
    let ftp = of(&before, Metric::Ftp);
    let first = &ftp.estimates[0];
    assert_eq!((ftp.current, first.method, first.lower_bound), (None, Method::SixtyMinutes, true), "{ftp:?}");
    assert!((first.value - 200.0).abs() < 1.0 && first.proposed, "{first:?}");
    assert_eq!(first.sources[0].activity, Some(club.activities(ada.id).await[0].id), "the newest of equal ones");
    assert_eq!(of(&before, Metric::SwimSpeed).missing, Some(Missing::NeverRecorded));
    assert!(!before.baseline.complete && before.results.is_empty());
    assert!(club.activities(ada.id).await[0].summary.load.is_none(), "nothing was applied by looking");

    let accept = |value| AcceptEstimate { athlete: ada.id, metric: Metric::Ftp, value, from: day(10), note: None };
    let refused = club.ask(&accept(300.0)).await.expect_err("no estimate says that");
    assert_eq!(refused.code, FaultCode::BadValue);
    assert!(refused.what.to_lowercase().contains("threshold power"), "{}", refused.what);
    let done = club.ask(&accept(201.0)).await.expect("taken over");
    assert_eq!((done.value.ftp.map(f64::from), done.value.lthr), (Some(201.0), Some(Bpm(168.0))));
    assert!(done.touched.iter().any(|moved| moved.topic == Topic::Activities));

    let after = shown(&club, ada.id).await;
    let ftp = of(&after, Metric::Ftp);
    assert_eq!(ftp.current, Some((201.0, day(10))));
    assert!(ftp.estimates.iter().all(|estimate| !estimate.proposed), "answered");
    assert_eq!(after.history.len(), 2);
    assert!(after.zones.iter().any(|(sport, zones)| *sport == Sport::Ride && !zones.is_empty()));
    let load = club.activities(ada.id).await[0].summary.load.expect("a load");
    assert_eq!(load.source, LoadSource::Power);
    let journal = club.ask(&ReadJournal { limit: 100 }).await.expect("read");
    let line = journal.iter().find(|line| line.action == "accept-estimate").expect("a line");
    assert_eq!(line.before["estimate"]["method"], "sixty-minutes");
    assert_eq!(line.before["settings"][0]["lthr"], 168.0);
    assert_eq!(line.athlete, Some(ada.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_over_must_fit_the_other_settings() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let held = Settings { from: day(40), lthr: Some(Bpm(168.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings: held }).await.expect("set");
    club.bring("a.fit", &ride(3), ada.id).await;
    club.bring("b.fit", &ride(5), ada.id).await;
    let view = shown(&club, ada.id).await;
    let highest = &of(&view, Metric::HrMax).estimates[0];
    assert!(highest.lower_bound && (highest.value - 149.0).abs() < 3.0, "{highest:?}");
    let request =
        AcceptEstimate { athlete: ada.id, metric: Metric::HrMax, value: highest.value, from: day(0), note: None };
    let refused = club.ask(&request).await.expect_err("below the threshold heart rate");
    assert_eq!(refused.code, FaultCode::BadValue);
    assert_eq!(of(&shown(&club, ada.id).await, Metric::HrMax).current, None);
}

fn race(athlete: AthleteId, back: i64, distance: f64, time: f64) -> AddResult {
    AddResult {
        athlete,
        date: day(back),
        effort: Effort::Race,
        sport: Sport::Run,
        distance: Some(Meters(distance)),
        time: Seconds(time),
        power: None,
        heart: None,
        conditions: Conditions::default(),
        activity: None,
        race: None,
        note: Some("  chip time ".to_owned()),
        corrects: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_is_corrected_and_taken_back_and_every_version_stays() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let first = club.ask(&race(ada.id, 20, 10_000.0, 2420.0)).await.expect("added").value;
    assert_eq!((first.note.as_deref(), first.author.as_str()), (Some("chip time"), "Coach of the story"));
    let better = AddResult { corrects: Some(first.id), ..race(ada.id, 20, 10_000.0, 2400.0) };
    let second = club.ask(&better).await.expect("corrected").value;
    assert_eq!(club.ask(&better).await.expect_err("corrected already").code, FaultCode::Impossible);
    let view = shown(&club, ada.id).await;
    assert_eq!(view.results.iter().map(|r| r.id).collect::<Vec<_>>(), [second.id]);
    let threshold = &of(&view, Metric::ThresholdSpeed).estimates[0];
    assert_eq!((threshold.method, threshold.sources[0].result), (Method::RaceEquivalent, Some(second.id)));

    assert!(club.ask(&WithdrawResult { result: second.id }).await.expect("taken back").value);
    let gone = club.ask(&WithdrawResult { result: second.id }).await.expect_err("gone");
    assert_eq!(gone.code, FaultCode::Impossible);
    let unknown = WithdrawResult { result: ResultId(testkit::id(9)) };
    assert_eq!(club.ask(&unknown).await.expect_err("unknown").code, FaultCode::NotFound);
    assert!(shown(&club, ada.id).await.results.is_empty());
    assert_eq!(club.roster().await.results(ada.id).await.expect("read").len(), 3, "nothing is overwritten");
    let actions = actions(&club).await;
    for action in ["add-result", "correct-result", "withdraw-result"] {
        assert_eq!(actions.iter().filter(|one| *one == action).count(), 1, "{action}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_result_that_cannot_have_been_is_refused_with_words_and_leaves_nothing() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    let theirs = club.bring("b.fit", &ride(3), bo.id).await.files[0].activities[0];
    let own = club.bring("a.fit", &ride(5), ada.id).await.files[0].activities[0];
    let fine = race(ada.id, 3, 10_000.0, 2400.0);
    let refusals = [
        (AddResult { date: day(-1), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { time: Seconds(60.0), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { time: Seconds(0.0), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { distance: None, ..fine.clone() }, FaultCode::BadValue),
        (AddResult { heart: Some(Bpm(300.0)), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { note: Some("a".repeat(2001)), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { activity: Some(theirs), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { activity: Some(own), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { activity: Some(ActivityId(testkit::id(3))), ..fine.clone() }, FaultCode::NotFound),
        (AddResult { race: Some(domain::id::RaceId(testkit::id(3))), ..fine.clone() }, FaultCode::BadValue),
        (AddResult { corrects: Some(ResultId(testkit::id(3))), ..fine.clone() }, FaultCode::NotFound),
    ];
    for (request, code) in refusals {
        let refused = club.ask(&request).await.expect_err("refused");
        assert_eq!(refused.code, code, "{request:?}");
        assert!(!refused.what.contains("fault-") && !refused.what.contains("value-"), "{refused:?}");
    }
    assert!(club.roster().await.results(ada.id).await.expect("read").is_empty());
    club.ask(&AddResult { activity: Some(own), date: day(5), ..fine }).await.expect("its own day");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_race_is_predicted_from_results_and_the_weather_of_the_day() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let ask = |conditions| PredictRace { athlete: ada.id, distance: Meters(21_097.5), date: None, conditions };
    let nothing = club.ask(&ask(Conditions::default())).await.expect("asked");
    assert_eq!((nothing.prediction, nothing.weekly), (None, None));
    club.ask(&race(ada.id, 20, 10_000.0, 2400.0)).await.expect("added");
    let cool = club.ask(&ask(Conditions::default())).await.expect("asked").prediction.expect("a prediction");
    assert!((5200.0..5450.0).contains(&cool.time.0), "{:?}", cool.time);
    assert!(cool.low.0 < cool.time.0 && cool.time.0 < cool.high.0);
    let hot = Conditions { temperature: Some(domain::unit::Celsius(28.0)), humidity: Some(70.0), altitude: None };
    let hot = club.ask(&ask(hot)).await.expect("asked").prediction.expect("a prediction");
    assert!(hot.adjusted.expect("adjusted").0.0 > cool.time.0 && hot.time == cool.time);
    let wet = Conditions { humidity: Some(170.0), ..Conditions::default() };
    assert_eq!(club.ask(&ask(wet)).await.expect_err("no such air").code, FaultCode::BadValue);
    let far = PredictRace { distance: Meters(f64::MAX), ..ask(Conditions::default()) };
    assert_eq!(club.ask(&far).await.expect_err("no such race").code, FaultCode::BadValue);
}

#[tokio::test(flavor = "multi_thread")]
async fn weekly_distance_is_that_of_eight_weeks_of_runs() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    for week in 0..9 {
        let entered = EnteredActivity {
            sport: Sport::Run,
            start_local: day(1 + week * 7).and_hms_opt(8, 0, 0).expect("a moment"),
            minutes: 200.0,
            rpe: Some(Rpe(3.0)),
            distance: Some(Meters(40_000.0)),
            sets: Vec::new(),
            comment: None,
        };
        club.ask(&AddActivity { athlete: ada.id, entered }).await.expect("entered");
    }
    let request =
        PredictRace { athlete: ada.id, distance: Meters(42_195.0), date: None, conditions: Conditions::default() };
    let weekly = club.ask(&request).await.expect("asked").weekly.expect("known");
    assert!((weekly.0 - 40_000.0).abs() < 1.0, "{weekly:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_is_paced_over_the_profile_of_an_activity() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let course = club.bring("a.fit", &ride(3), ada.id).await.files[0].activities[0];
    let request = PaceCourse { activity: course, time: Seconds(7200.0), leg: None };
    let legs = club.ask(&request).await.expect("paced");
    // An hour at 8 m/s.
    assert!((28..=29).contains(&legs.len()), "{}", legs.len());
    let last = legs.last().expect("a leg");
    assert!((last.at.0 - 7200.0).abs() < 1e-6 && (last.to.0 - 28_800.0).abs() < 20.0, "{last:?}");
    assert!(legs.windows(2).all(|two| two[0].at.0 < two[1].at.0 && two[0].speed > 0.0));
    let short = PaceCourse { leg: Some(Meters(200.0)), ..request.clone() };
    assert_eq!(club.ask(&short).await.expect_err("too short a leg").code, FaultCode::BadValue);
    let quick = PaceCourse { time: Seconds(600.0), ..request };
    assert_eq!(club.ask(&quick).await.expect_err("nobody runs that").code, FaultCode::BadValue);
    let entered = EnteredActivity {
        sport: Sport::Run,
        start_local: day(1).and_hms_opt(8, 0, 0).expect("a moment"),
        minutes: 50.0,
        rpe: None,
        distance: Some(Meters(10_000.0)),
        sets: Vec::new(),
        comment: None,
    };
    let flat = club.ask(&AddActivity { athlete: ada.id, entered }).await.expect("entered").value.id;
    let refused = club.ask(&PaceCourse { activity: flat, time: Seconds(3000.0), leg: None }).await;
    assert_eq!(refused.expect_err("no heights").code, FaultCode::Impossible);
}

fn mark(athlete: AthleteId, kind: MarkKind, from: i64, to: Option<i64>) -> AddMark {
    AddMark { athlete, kind, from: day(from), to: to.map(day), size: None, note: None, replaces: None }
}

#[tokio::test(flavor = "multi_thread")]
async fn marks_are_added_ended_and_taken_back() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let open = AddMark { size: Some(2100.0), ..mark(ada.id, MarkKind::Altitude, 6, None) };
    let open = club.ask(&open).await.expect("added").value;
    let ended = AddMark { replaces: Some(open.id), ..mark(ada.id, MarkKind::Altitude, 6, Some(1)) };
    let done = club.ask(&ended).await.expect("ended");
    assert!(done.touched.iter().any(|moved| moved.topic == Topic::Wellness));
    let list = || ListMarks { athlete: ada.id };
    let seen = club.ask(&list()).await.expect("listed");
    assert_eq!(seen.marks.iter().map(|mark| mark.to).collect::<Vec<_>>(), [Some(day(1))]);
    assert!(!seen.cycle);
    for (wrong, code) in [
        (AddMark { replaces: Some(open.id), ..mark(ada.id, MarkKind::Altitude, 6, None) }, FaultCode::Impossible),
        (AddMark { size: Some(3.0), ..mark(ada.id, MarkKind::Illness, 6, None) }, FaultCode::BadValue),
        (AddMark { size: Some(20.0), ..mark(ada.id, MarkKind::Travel, 6, None) }, FaultCode::BadValue),
        (mark(ada.id, MarkKind::Heat, 3, Some(4)), FaultCode::BadValue),
        (mark(ada.id, MarkKind::Travel, -500, None), FaultCode::BadValue),
    ] {
        assert_eq!(club.ask(&wrong).await.expect_err("refused").code, code, "{wrong:?}");
    }
    let id = done.value.id;
    assert!(club.ask(&WithdrawMark { mark: id }).await.expect("taken back").value);
    assert_eq!(club.ask(&WithdrawMark { mark: id }).await.expect_err("gone").code, FaultCode::Impossible);
    let unknown = WithdrawMark { mark: MarkId(testkit::id(7)) };
    assert_eq!(club.ask(&unknown).await.expect_err("unknown").code, FaultCode::NotFound);
    assert!(club.ask(&list()).await.expect("listed").marks.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_of_the_cycle_needs_the_athletes_yes_and_hides_with_a_no() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let today = mark(ada.id, MarkKind::Cycle, 0, None);
    let refused = club.ask(&today).await.expect_err("nothing said is a no");
    assert_eq!(refused.code, FaultCode::Impossible);
    assert!(refused.what.contains("Ada Fell"), "{}", refused.what);
    let allow = |given| AllowCycle { athlete: ada.id, given };
    assert!(club.ask(&allow(false)).await.expect("a no already").touched.is_empty());
    club.ask(&mark(ada.id, MarkKind::Travel, 0, None)).await.expect("a journey needs no yes");
    assert!(club.ask(&allow(true)).await.expect("said").value);
    club.ask(&today).await.expect("marked");
    let list = || ListMarks { athlete: ada.id };
    let seen = club.ask(&list()).await.expect("listed");
    assert!(seen.cycle && seen.marks.len() == 2);
    assert!(club.ask(&allow(true)).await.expect("said twice").touched.is_empty());
    assert!(!club.ask(&allow(false)).await.expect("taken back").value);
    let seen = club.ask(&list()).await.expect("listed");
    assert!(!seen.cycle && seen.marks.iter().all(|mark| mark.kind != MarkKind::Cycle));
    assert_eq!(seen.marks.len(), 1, "the journey is told all the same");
    assert_eq!(club.ask(&today).await.expect_err("no more").code, FaultCode::Impossible);
    club.ask(&allow(true)).await.expect("said again");
    assert_eq!(club.ask(&list()).await.expect("listed").marks.len(), 2, "nothing was forgotten");
    let said = club.roster().await.consents(ada.id).await.expect("read");
    assert!(said.iter().all(|one| one.category == DataCategory::Cycle), "other health data is not touched: {said:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_squads_rules_stand_over_the_clubs_and_illness_always_speaks() {
    let club = Club::new().await;
    let add =
        AddAthlete { name: "Ada Fell".to_owned(), sex: None, born: None, zone: None, squad: Some("Milers".to_owned()) };
    let ada = club.ask(&add).await.expect("added").value;
    club.bring("a.fit", &ride(20), ada.id).await;
    let line = |view: &contract::threshold::RulesView, rule| {
        view.rules.iter().find(|line| line.tunable.rule == rule).cloned().expect("a rule")
    };
    let all = club.ask(&ShowRules { squad: None }).await.expect("shown");
    assert_eq!(all.squads, [(ada.squad.expect("a squad"), "Milers".to_owned())]);
    let silent = line(&all, Rule::NoRecentData);
    assert_eq!((silent.own, silent.flagged), (None, 1), "20 days without a file");
    let (usual, low, high) = silent.tunable.limit.expect("a number");
    assert_eq!(silent.holds, RuleSetting { on: true, limit: Some(usual) });

    let set = |squad, rule, setting| SetRule { squad, rule, setting };
    let off = RuleSetting { on: false, limit: None };
    let view = club.ask(&set(None, Rule::NoRecentData, Some(off))).await.expect("set").value;
    let silent = line(&view, Rule::NoRecentData);
    assert_eq!((silent.own, silent.holds.on, silent.flagged), (Some(off), false, 0));
    let wide = RuleSetting { on: true, limit: Some(f64::midpoint(low, high).round()) };
    let view = club.ask(&set(ada.squad, Rule::NoRecentData, Some(wide))).await.expect("set").value;
    assert_eq!(line(&view, Rule::NoRecentData).holds, wide);
    let view = club.ask(&set(ada.squad, Rule::NoRecentData, None)).await.expect("back to the club's").value;
    let silent = line(&view, Rule::NoRecentData);
    assert_eq!((silent.own, silent.holds.on), (None, false));

    let beyond = RuleSetting { on: true, limit: Some(high + 1.0) };
    let nowhere = Some(SquadId(testkit::id(4)));
    for (request, code) in [
        (set(None, Rule::ReportedIll, Some(off)), FaultCode::Impossible),
        (set(None, Rule::NoRecentData, Some(beyond)), FaultCode::BadValue),
        (set(None, Rule::NoThreshold, Some(wide)), FaultCode::BadValue),
        (set(None, Rule::RestDay, Some(off)), FaultCode::Impossible),
        (set(nowhere, Rule::NoRecentData, Some(off)), FaultCode::NotFound),
    ] {
        assert_eq!(club.ask(&request).await.expect_err("refused").code, code, "{request:?}");
    }
    assert_eq!(club.ask(&ShowRules { squad: nowhere }).await.expect_err("no squad").code, FaultCode::NotFound);
    assert_eq!(actions(&club).await.iter().filter(|action| *action == "set-rule").count(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_is_looked_at_as_of_a_day() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.bring("a.fit", &ride(3), ada.id).await;
    let request = ShowThresholds { athlete: ada.id, on: Some(day(3) - Duration::days(1)) };
    let before = club.ask(&request).await.expect("shown");
    assert!(of(&before, Metric::Ftp).estimates.is_empty(), "the ride was yet to come");
    assert_eq!(before.on, day(4));
}
