//! From files to measures, thresholds, predictions and rules, and what happens to numbers when a setting changes.

use chrono::{Duration, NaiveDate};
use contract::athlete::{AddSettings, AddWellness, AthletePage};
use contract::measure::{
    LoadWeeks, MetricSeries, ReadinessTrend, Recompute, SetEffort, ShowCurve, ShowMeasures, ShowStale,
};
use contract::roster::{ReadJournal, Triage};
use contract::threshold::{
    AcceptEstimate, AddMark, AddResult, AllowCycle, ListMarks, PaceCourse, PredictRace, SetRule, ShowRules,
    ShowThresholds, WithdrawResult,
};
use contract::{FaultCode, Topic};
use domain::mark::MarkKind;
use domain::measures::{Measured, Quantity};
use domain::metric::Metric;
use domain::reason::Rule;
use domain::result::{Conditions, Effort};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::tuning::RuleSetting;
use domain::unit::{Bpm, Celsius, Meters, Rpe, Seconds, Watts};
use domain::wellness::{WellnessField, WellnessValue};
use domain::words::Words;

use crate::club::{Club, monday, november};

fn ride(day: i64, seconds: u32, watts: u16) -> Vec<u8> {
    sample::ride(monday() - Duration::days(day), seconds, Some(watts))
}

fn thresholds(day: NaiveDate, ftp: f64) -> Settings {
    Settings {
        from: day,
        ftp: Some(Watts(ftp)),
        hr_rest: Some(Bpm(48.0)),
        hr_max: Some(Bpm(190.0)),
        lthr: Some(Bpm(168.0)),
        ..Settings::default()
    }
}

fn race(athlete: domain::id::AthleteId, date: NaiveDate, meters: f64, minutes: f64) -> AddResult {
    AddResult {
        athlete,
        date,
        effort: Effort::Race,
        sport: Sport::Run,
        distance: Some(Meters(meters)),
        time: Seconds(minutes * 60.0),
        power: None,
        heart: None,
        conditions: Conditions::default(),
        activity: None,
        race: None,
        note: None,
        corrects: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ride_has_every_measure_its_file_allows_and_says_why_the_others_are_missing() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: thresholds(november(1), 200.0) }).await.expect("set");
    let report = club.upload(&[("Ada Fell/ride.fit", &ride(3, 5400, 180))]).await;
    let activity = report.files[0].activities[0];

    let view = club.ask(&ShowMeasures { activity, width: 400 }).await.expect("shown");
    let measures = view.measures.expect("measured when it came in");
    assert!(!view.stale);
    let value = |metric: Metric| measures.value(metric).unwrap_or_else(|| panic!("{metric}: {:?}", measures.values));
    assert!((value(Metric::NormalizedPower) - 180.0).abs() < 4.0);
    assert!((value(Metric::Tss) - 150.0 * 0.81).abs() < 4.0, "{}", value(Metric::Tss));
    assert!(value(Metric::VariabilityIndex) >= 1.0);
    assert!(measures.value(Metric::Tonnage).is_none(), "nobody lifts on a bike");
    assert!(
        matches!(measures.values.get(&Metric::BikeScore), Some(Measured::Missing { .. })),
        "critical power is not known, and that is said: {:?}",
        measures.values.get(&Metric::BikeScore)
    );
    let sorted: f64 =
        measures.zones.iter().find(|zone| zone.quantity == Quantity::Power).expect("zones").seconds.iter().sum();
    assert!((sorted - 5400.0).abs() < 10.0, "every second is in one zone: {sorted}");

    let power = view.curves.iter().find(|curve| curve.quantity == Quantity::Power).expect("a curve");
    assert!(power.points.windows(2).all(|pair| pair[0].seconds < pair[1].seconds));
    let words = Words::english();
    assert!(!view.sayings.is_empty());
    for saying in &view.sayings {
        let said = words.saying(saying);
        assert!(said.ends_with('.') && !said.contains("say-") && !said.contains('{'), "{said}");
    }
    let best = club
        .ask(&ShowCurve { athlete: ada.id, quantity: Quantity::Power, days: 42, to: None })
        .await
        .expect("a curve of six weeks");
    assert_eq!(best.points.first().and_then(|point| point.from).map(|from| from.0), Some(activity), "it says which");
    let series = MetricSeries { athlete: ada.id, metric: Metric::NormalizedPower, from: None, to: None };
    assert_eq!(club.ask(&series).await.expect("listed").points.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_changed_afterwards_moves_the_numbers_and_leaves_a_line_of_audit() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: thresholds(november(1), 200.0) }).await.expect("set");
    let report = club.upload(&[("Ada Fell/a.fit", &ride(8, 3600, 200)), ("Ada Fell/b.fit", &ride(2, 3600, 200))]).await;
    let newer = report.files[1].activities[0];
    club.ask(&AddSettings { athlete: ada.id, settings: thresholds(november(10), 250.0) }).await.expect("set");
    let done = club.ask(&Recompute { athlete: Some(ada.id), task: None }).await.expect("recomputed");
    assert_eq!(done.value.waiting, 0);

    let view = club.ask(&ShowMeasures { activity: newer, width: 400 }).await.expect("shown");
    let tss = view.measures.as_ref().and_then(|m| m.value(Metric::Tss)).expect("a score");
    assert!(!view.stale && (tss - 64.0).abs() < 1.5, "{tss}");
    let stale = club.ask(&ShowStale { athlete: Some(ada.id) }).await.expect("shown");
    assert_eq!(stale.waiting, 0);
    let line = stale.audit.first().expect("a line of audit");
    assert_eq!((line.athlete, line.changed), (Some(ada.id), 1), "{line:?}");
    assert_eq!(line.days, Some((november(14), november(14))));
    let weeks = club.ask(&LoadWeeks { athlete: ada.id, from: None, to: None }).await.expect("weeks");
    assert_eq!(weeks.waiting, 0);
    let sum: f64 = weeks.weeks.iter().map(|week| week.load).sum();
    assert!((sum - 164.0).abs() < 3.0, "{sum}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_threshold_is_offered_with_its_band_and_taken_over_only_when_the_coach_says_so() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: thresholds(november(1), 200.0) }).await.expect("set");
    let hard: Vec<(String, Vec<u8>)> =
        (1..=7).map(|day| (format!("Ada Fell/{day}.fit"), ride(day, 3900, 250))).collect();
    let files: Vec<(&str, &[u8])> = hard.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    club.upload(&files).await;

    let view = club.ask(&ShowThresholds { athlete: ada.id, on: None }).await.expect("shown");
    let ftp = view.thresholds.iter().find(|threshold| threshold.metric == Metric::Ftp).expect("one row a threshold");
    assert_eq!(ftp.current, Some((200.0, november(1))), "nothing was applied silently");
    let offered = ftp.estimates.iter().find(|estimate| estimate.proposed).expect("an hour at 250 W speaks");
    assert!(offered.low < offered.value && offered.value < offered.high, "{offered:?}");
    assert!((230.0..=252.0).contains(&offered.value), "{offered:?}");
    assert!(!offered.sources.is_empty() && offered.confidence > 0.0);
    assert!(!view.baseline.complete, "strength and mornings are missing");

    let accept = AcceptEstimate {
        athlete: ada.id,
        metric: Metric::Ftp,
        value: offered.value,
        from: november(12),
        note: Some("the hour on Thursday".to_owned()),
    };
    let done = club.ask(&accept).await.expect("accepted");
    assert_eq!(done.value.lthr, Some(Bpm(168.0)), "the rest of the settings stays");
    assert!(done.touched.iter().any(|moved| moved.topic == Topic::Athlete));
    let after = club.ask(&ShowThresholds { athlete: ada.id, on: None }).await.expect("shown");
    let ftp = after.thresholds.iter().find(|threshold| threshold.metric == Metric::Ftp).expect("a row");
    assert_eq!(ftp.current, Some((offered.value, november(12))));
    assert!(ftp.estimates.iter().all(|estimate| !estimate.proposed), "what is set is not offered again");
    assert_eq!(after.history.len(), 2, "the earlier threshold stays");
    let journal = club.ask(&ReadJournal { limit: 20 }).await.expect("journal");
    assert!(journal.iter().any(|line| line.action == "accept-estimate"));
}

#[tokio::test(flavor = "multi_thread")]
async fn results_give_a_race_time_with_its_interval_and_heat_makes_it_slower() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let ask = |conditions| PredictRace { athlete: ada.id, distance: Meters(10_000.0), date: None, conditions };
    assert!(club.ask(&ask(Conditions::default())).await.expect("answered").prediction.is_none(), "nothing to stand on");

    let five = club.ask(&race(ada.id, november(1), 5000.0, 20.0)).await.expect("kept").value;
    let cool = club.ask(&ask(Conditions::default())).await.expect("answered").prediction.expect("a time");
    assert!((2430.0..2560.0).contains(&cool.time.0), "{cool:?}");
    assert!(cool.low.0 < cool.time.0 && cool.time.0 < cool.high.0);
    assert!((cool.high.0 - cool.low.0) / cool.time.0 >= 0.05, "never narrower than its methods are");
    assert!(cool.age_grade.is_some_and(|percent| (60.0..80.0).contains(&percent)), "{:?}", cool.age_grade);
    let hot = Conditions { temperature: Some(Celsius(30.0)), humidity: Some(60.0), altitude: None };
    let hot = club.ask(&ask(hot)).await.expect("answered").prediction.expect("a time");
    let (time, low, high) = hot.adjusted.expect("adjusted");
    assert!(time.0 > cool.time.0 && low.0 < time.0 && time.0 < high.0, "{hot:?}");

    // A slip is corrected by a later line; the first stays in the roster and counts no more.
    let right = AddResult { corrects: Some(five.id), ..race(ada.id, november(1), 5000.0, 22.0) };
    let right = club.ask(&right).await.expect("kept").value;
    let slower = club.ask(&ask(Conditions::default())).await.expect("answered").prediction.expect("a time");
    assert!(slower.time.0 > cool.time.0 + 60.0);
    club.ask(&WithdrawResult { result: right.id }).await.expect("taken back");
    let results = club.ask(&ShowThresholds { athlete: ada.id, on: None }).await.expect("shown").results;
    assert!(results.is_empty(), "neither the slip nor what was taken back: {results:?}");

    let nonsense = club.ask(&race(ada.id, november(1), 5000.0, 5.0)).await.expect_err("faster than any human");
    assert_eq!(nonsense.code, FaultCode::BadValue, "{nonsense:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_keeps_days_out_of_the_baseline_and_the_cycle_is_marked_only_with_consent() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let values = (0..40)
        .map(|back| WellnessValue {
            date: november(16) - Duration::days(back),
            field: WellnessField::Rmssd,
            value: if (10..16).contains(&back) {
                20.0
            } else {
                60.0 + f64::from(u8::try_from(back % 5).expect("small"))
            },
            source: "strap".to_owned(),
        })
        .collect();
    club.ask(&AddWellness { athlete: ada.id, values }).await.expect("kept");
    let today = async || {
        let view = club.ask(&ReadinessTrend { athlete: ada.id, from: None, to: None }).await.expect("shown");
        view.days.last().expect("a day").clone()
    };
    let before = today().await;
    let mark = AddMark {
        athlete: ada.id,
        kind: MarkKind::Altitude,
        from: november(1),
        to: Some(november(6)),
        size: Some(2600.0),
        note: Some("camp".to_owned()),
        replaces: None,
    };
    club.ask(&mark).await.expect("kept");
    let after = today().await;
    assert_eq!((before.hrv.set_aside, after.hrv.set_aside), (0, 6));
    let band = |day: &domain::readiness::ReadinessDay| {
        let hrv = day.contributors.iter().find(|c| c.signal == domain::readiness::Signal::Hrv).expect("HRV");
        hrv.band.expect("a band")
    };
    let width = |(low, high): (f64, f64)| high - low;
    assert!(width(band(&after)) < width(band(&before)) / 2.0, "{:?} {:?}", band(&before), band(&after));

    let cycle = AddMark { kind: MarkKind::Cycle, size: None, note: None, ..mark };
    assert_eq!(club.ask(&cycle).await.expect_err("refused").code, FaultCode::Impossible);
    club.ask(&AllowCycle { athlete: ada.id, given: true }).await.expect("agreed");
    club.ask(&cycle).await.expect("kept now");
    assert_eq!(club.ask(&ListMarks { athlete: ada.id }).await.expect("listed").marks.len(), 2);
    club.ask(&AllowCycle { athlete: ada.id, given: false }).await.expect("withdrawn");
    let left = club.ask(&ListMarks { athlete: ada.id }).await.expect("listed");
    assert!(!left.cycle && left.marks.iter().all(|mark| mark.kind != MarkKind::Cycle), "{left:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rule_switched_off_for_a_squad_is_silent_there_and_illness_cannot_be() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: thresholds(november(1), 200.0) }).await.expect("set");
    let mut rides: Vec<(String, Vec<u8>)> =
        (10..30).map(|day| (format!("Ada Fell/{day}.fit"), ride(day, 1800, 150))).collect();
    rides.push(("Ada Fell/long.fit".to_owned(), ride(1, 3 * 3600, 150)));
    let files: Vec<(&str, &[u8])> = rides.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    club.upload(&files).await;
    let flagged = async |rule: Rule| {
        let view = club.ask(&Triage { on: None }).await.expect("triage");
        view.rows.iter().any(|row| row.flags.iter().any(|flag| flag.reason.rule == rule))
    };
    assert!(flagged(Rule::RecentSpike).await, "six times the longest of the month");
    let off =
        SetRule { squad: ada.squad, rule: Rule::RecentSpike, setting: Some(RuleSetting { on: false, limit: None }) };
    club.ask(&off).await.expect("set");
    assert!(!flagged(Rule::RecentSpike).await);
    let rules = club.ask(&ShowRules { squad: None }).await.expect("shown");
    let line = rules.rules.iter().find(|line| line.tunable.rule == Rule::RecentSpike).expect("a line");
    assert!(line.holds.on && line.own.is_none(), "the club's own rule is as it was");
    club.ask(&SetRule { setting: None, ..off.clone() }).await.expect("set back");
    assert!(flagged(Rule::RecentSpike).await);

    let rest = SetRule { squad: None, rule: Rule::ReportedIll, setting: Some(RuleSetting { on: false, limit: None }) };
    assert!(club.ask(&rest).await.is_err(), "illness is not switched off");
    let absurd =
        SetRule { squad: None, rule: Rule::RecentSpike, setting: Some(RuleSetting { on: true, limit: Some(-3.0) }) };
    assert!(club.ask(&absurd).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_without_its_usual_source_says_so_and_felt_effort_fills_in() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: thresholds(november(1), 200.0) }).await.expect("set");
    let blind = sample::ride(monday() - Duration::days(1), 3600, None);
    club.upload(&[("Ada Fell/with.fit", &ride(3, 3600, 180)), ("Ada Fell/without.fit", &blind)]).await;
    let list = contract::measure::ListActivities { athlete: ada.id, from: None, to: None, limit: Some(1) };
    let newest = club.ask(&list).await.expect("listed").remove(0);
    club.ask(&SetEffort { activity: newest.id, rpe: Rpe(4.0) }).await.expect("set");
    let view = club.ask(&ShowMeasures { activity: newest.id, width: 200 }).await.expect("shown");
    match view.measures.expect("measured").values.get(&Metric::Load) {
        Some(Measured::Known { doubts, .. }) => assert!(!doubts.is_empty(), "a stand-in is never silent"),
        other => panic!("{other:?}"),
    }
    let page = club
        .ask(&AthletePage { athlete: ada.id, on: None, eyes: contract::athlete::Eyes::Coach })
        .await
        .expect("shown");
    assert!(page.flags.iter().all(|flag| !Words::english().reason(&flag.reason).contains("injured")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_course_without_a_profile_is_refused_in_words() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let report = club.upload(&[("Ada Fell/ride.fit", &ride(3, 1800, 180))]).await;
    let call = PaceCourse { activity: report.files[0].activities[0], time: Seconds(1800.0), leg: None };
    match club.ask(&call).await {
        Ok(legs) => assert!(!legs.is_empty(), "the file had a profile"),
        Err(fault) => assert!(!fault.what.is_empty() && !fault.next.is_empty(), "{fault:?}"),
    }
}
