//! From a device file to numbers and lines.

use chrono::{Duration, NaiveDate};
use contract::athlete::{AddSettings, AddWellness, AthletePage};
use contract::import::{AssignActivities, ImportFiles, ImportReport, ListBatches, Outcome};
use contract::measure::{ActivityDetail, ActivityTrace, ListActivities, LoadTrend, ReadinessTrend, SetEffort};
use contract::roster::{CancelTask, ReadJournal, Triage};
use contract::{Done, FaultCode, Topic};
use domain::id::{ActivityId, TaskId};
use domain::recording::ChannelKind;
use domain::settings::Settings;
use domain::summary::LoadSource;
use domain::unit::{Rpe, Watts};
use domain::wellness::{WellnessField, WellnessValue};

use crate::club::{Club, monday, november};

fn ride(day: i64, watts: u16) -> Vec<u8> {
    sample::ride(monday() - Duration::days(day), 3600, Some(watts))
}

fn from(day: NaiveDate, ftp: f64) -> Settings {
    Settings { from: day, ftp: Some(Watts(ftp)), ..Settings::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ride_becomes_load_and_lines_and_a_second_copy_is_named() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: from(november(1), 200.0) }).await.expect("set");

    let report = club.upload(&[("Ada Fell/ride.fit", &ride(3, 200)), ("copy.fit", &ride(3, 200))]).await;
    assert_eq!(report.files[0].outcome, Outcome::Imported, "{report:?}");
    assert_eq!(report.files[0].athlete.as_deref(), Some("Ada Fell"), "the folder names her");
    assert_eq!(report.files[1].outcome, Outcome::Duplicate);
    assert!(
        report.files[1].message.contains("Ada Fell/ride.fit"),
        "the first one is named: {}",
        report.files[1].message
    );
    assert_eq!(report.files[1].activities, report.files[0].activities);

    let list = club.ask(&ListActivities { athlete: ada.id, from: None, to: None, limit: None }).await.expect("listed");
    assert_eq!(list.len(), 1, "no load is counted twice");
    let load = list[0].summary.load.expect("a load");
    assert_eq!(load.source, LoadSource::Power);
    assert!((load.points - 100.0).abs() < 1.5, "an hour at threshold is 100 points, got {}", load.points);

    let id = list[0].id;
    let detail = club.ask(&ActivityDetail { id }).await.expect("shown");
    assert!(detail.channels.contains(&ChannelKind::Power), "{:?}", detail.channels);
    let trace = club
        .ask(&ActivityTrace { id, width: 300, channels: vec![ChannelKind::Power], from: None, to: None })
        .await
        .expect("drawn");
    let line = &trace.lines[0];
    assert!(line.points.len() <= 302 && line.points.len() > 100, "{} points", line.points.len());
    assert!((line.range.1 - 200.0).abs() < 2.0, "mean power {:?}", line.range);

    let trend = club.ask(&LoadTrend { athlete: ada.id, from: None, to: None }).await.expect("trend");
    let day = trend.points.iter().find(|p| p.load.is_some_and(|l| l > 50.0)).expect("the day of the ride");
    assert_eq!(day.date, november(13));
    let words = domain::words::Words::english();
    let svg = charts::load::svg(&trend, (800, 300), &charts::Theme::light(), words).expect("drawn");
    assert!(svg.contains("<svg") && svg.len() > 1000);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_threshold_changes_loads_from_its_day_on_and_leaves_earlier_ones() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: from(november(1), 200.0) }).await.expect("set");
    club.upload(&[("Ada Fell/a.fit", &ride(8, 200)), ("Ada Fell/b.fit", &ride(2, 200))]).await;
    let done = club.ask(&AddSettings { athlete: ada.id, settings: from(november(10), 250.0) }).await.expect("set");
    assert!(done.touched.iter().any(|moved| moved.topic == Topic::Activities), "screens hear of it");
    let list = club.ask(&ListActivities { athlete: ada.id, from: None, to: None, limit: None }).await.expect("listed");
    let points: Vec<f64> = list.iter().filter_map(|a| a.summary.load).map(|load| load.points).collect();
    assert!((points[0] - 64.0).abs() < 1.5, "200 W against 250 W is 0.8 squared: {points:?}");
    assert!((points[1] - 100.0).abs() < 1.5, "the earlier ride keeps its threshold: {points:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_nobody_waits_and_its_device_is_remembered_once_assigned() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.athlete("Bo Marsh").await;
    let report = club.upload(&[("download (3).fit", &ride(3, 180))]).await;
    assert_eq!(report.files[0].outcome, Outcome::Imported);
    assert_eq!(club.ask(&Triage { on: None }).await.expect("triage").unassigned, 1);

    let activities = report.files[0].activities.clone();
    let assign = AssignActivities { activities, athlete: ada.id, remember_device: true };
    assert_eq!(club.ask(&assign).await.expect("assigned").value, 1);
    assert_eq!(club.ask(&Triage { on: None }).await.expect("triage").unassigned, 0);
    let next = club.upload(&[("download (4).fit", &ride(1, 180))]).await;
    assert_eq!(next.files[0].athlete.as_deref(), Some("Ada Fell"), "{:?}", next.files[0].guess);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_threshold_or_effort_there_is_no_load_and_felt_effort_gives_one() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let bytes = sample::ride(monday() - Duration::days(2), 3600, None);
    let report = club.upload(&[("Ada Fell/ride.fit", &bytes)]).await;
    let id = report.files[0].activities[0];
    let before = club.ask(&ActivityDetail { id }).await.expect("shown").activity;
    assert!(before.summary.load.is_none() && before.summary.load_missing.is_some(), "{:?}", before.summary);
    let after = club.ask(&SetEffort { activity: id, rpe: Rpe(5.0) }).await.expect("set").value;
    let load = after.summary.load.expect("a load");
    assert_eq!(load.source, LoadSource::Perceived);
    assert!((load.points - 300.0 * domain::summary::DEFAULT_RPE_SCALE).abs() < 0.5, "{load:?}");
    let journal = club.ask(&ReadJournal { limit: 50 }).await.expect("journal");
    let line = journal.iter().find(|line| line.action == "set-effort").expect("a line");
    assert_eq!(line.author, "Coach of the story");
    assert_eq!(line.athlete, Some(ada.id));
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_files_get_a_sentence_and_do_not_stop_the_others() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let whole = ride(3, 200);
    let cut = &whole[..whole.len() * 2 / 3];
    let report = club
        .upload(&[
            ("Ada Fell/empty.fit", b""),
            ("Ada Fell/noise.fit", b"this is not a device file at all"),
            ("Ada Fell/cut.fit", cut),
            ("Ada Fell/whole.fit", &whole),
        ])
        .await;
    let outcomes: Vec<Outcome> = report.files.iter().map(|file| file.outcome).collect();
    assert_eq!(outcomes, [Outcome::Refused, Outcome::Refused, Outcome::Imported, Outcome::Imported]);
    for file in &report.files[..2] {
        assert!(file.message.split_whitespace().count() >= 6, "a sentence and what to do: {}", file.message);
        assert!(!file.message.contains("fault-"), "no key without words: {}", file.message);
    }
    assert!(!report.files[2].repairs.is_empty(), "a cut file says that it was cut");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_tells_its_progress_and_stops_when_cancelled_keeping_whole_files() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let folder = club.folder.path().join("files");
    std::fs::create_dir(&folder).expect("made");
    for day in 0..30 {
        std::fs::write(folder.join(format!("{day:02}.fit")), ride(day, 150)).expect("written");
    }
    let task = TaskId(uuid::Uuid::from_u128(7));
    let files =
        ImportFiles { paths: vec![folder.to_string_lossy().into_owned()], athlete: Some(ada.id), task: Some(task) };
    let mut told = club.app.progress();
    let (app, args) = (club.app.clone(), serde_json::to_string(&files).expect("JSON"));
    let running = tokio::spawn(async move { app::dispatch(&app, "ImportFiles", &args).await });
    let first = told.recv().await.expect("progress");
    assert_eq!((first.task, first.done, first.total, first.finished), (task, 1, 30, false));
    assert!(club.ask(&CancelTask { task }).await.expect("asked"), "it was running");
    let reply = running.await.expect("ends").expect("answered");
    let report = serde_json::from_str::<Done<ImportReport>>(&reply).expect("a report").value;
    assert!(report.cancelled && report.files.len() < 30, "{} files", report.files.len());
    let list = ListActivities { athlete: ada.id, from: None, to: None, limit: None };
    assert_eq!(club.ask(&list).await.expect("listed").len(), report.files.len(), "what was finished is kept");

    let again = club.ask(&ImportFiles { task: None, ..files }).await.expect("imported").value;
    let count = |outcome| again.files.iter().filter(|file| file.outcome == outcome).count();
    assert_eq!((count(Outcome::Duplicate), count(Outcome::Imported)), (report.files.len(), 30 - report.files.len()));
    assert!(!club.ask(&CancelTask { task }).await.expect("asked"), "nothing runs any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wellness_table_is_taken_and_every_cell_left_out_is_named() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let table = b"date,resting_hr,sleep_h,moon\n2026-11-14,52,7.5,full\n2026-11-15,many,7,new\n15.11.,50,8,new\n";
    let report = club.upload(&[("Ada Fell/wellness.csv", table), ("wellness.csv", table)]).await;
    let file = &report.files[0];
    assert_eq!((file.outcome, file.wellness), (Outcome::Imported, 3), "{file:?}");
    for told in ["moon", "many", "15.11."] {
        assert!(file.message.contains(told), "{told} is not named: {}", file.message);
    }
    assert!(!file.message.contains("note-"), "{}", file.message);
    assert_eq!(report.files[1].outcome, Outcome::Duplicate);
    let more = b"date,resting_hr,sleep_h\n2026-11-14,52,7.5\n2026-11-16,51,7.5\n";
    let again = club.upload(&[("Ada Fell/more.csv", more), ("nobody.csv", b"date,sleep_h\n2026-11-16,7\n")]).await;
    assert_eq!(again.files[0].wellness, 2, "values that stand already are not entered twice");
    assert_eq!(again.files[1].outcome, Outcome::Refused, "{:?}", again.files[1]);
    assert!(club.ask(&AthletePage { athlete: ada.id, on: None, eyes: contract::athlete::Eyes::Coach }).await.is_ok());
}

#[tokio::test(flavor = "multi_thread")]
async fn wellness_gives_readiness_only_once_there_is_a_baseline() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let value = |day: i64, field, value| WellnessValue {
        date: november(16) - Duration::days(day),
        field,
        value,
        source: "by hand".to_owned(),
    };
    let few: Vec<_> = (0..3).map(|day| value(day, WellnessField::RestingHr, 50.0)).collect();
    club.ask(&AddWellness { athlete: ada.id, values: few }).await.expect("kept");
    let page =
        club.ask(&AthletePage { athlete: ada.id, on: None, eyes: contract::athlete::Eyes::Coach }).await.expect("page");
    assert!(page.readiness.readiness.known().is_none(), "three days are no baseline");

    let many: Vec<_> = (0..40)
        .flat_map(|day| {
            let wave = f64::from(i32::try_from(day % 5).expect("small"));
            [
                value(day, WellnessField::RestingHr, 50.0 + wave),
                value(day, WellnessField::Rmssd, 60.0 + 3.0 * wave),
                value(day, WellnessField::Sleep, 7.0 + wave / 4.0),
                value(day, WellnessField::Fatigue, 3.0 + wave / 4.0),
                value(day, WellnessField::Soreness, 3.0 + wave / 4.0),
            ]
        })
        .collect();
    club.ask(&AddWellness { athlete: ada.id, values: many }).await.expect("kept");
    let trend = club.ask(&ReadinessTrend { athlete: ada.id, from: None, to: None }).await.expect("trend");
    let today = trend.days.last().expect("today");
    let known = today.readiness.known().unwrap_or_else(|| panic!("a score: {today:?}"));
    assert!(known.low < known.score && known.score < known.high, "{known:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn impossible_values_and_unknown_ids_are_told_in_words() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let refused = club
        .ask(&AddSettings { athlete: ada.id, settings: from(november(1), 2000.0) })
        .await
        .expect_err("no such power");
    assert_eq!(refused.code, FaultCode::BadValue);
    assert!(refused.what.contains("2,000") && !refused.next.is_empty(), "{refused:?}");
    let nobody = club.ask(&ActivityDetail { id: ActivityId(uuid::Uuid::nil()) }).await.expect_err("nothing there");
    assert_eq!(nobody.code, FaultCode::NotFound);
    assert!(!nobody.trace.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_found_again_after_a_restart() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.ask(&AddSettings { athlete: ada.id, settings: from(november(1), 200.0) }).await.expect("set");
    club.upload(&[("Ada Fell/a.fit", &ride(4, 200)), ("Ada Fell/b.fit", &ride(2, 150))]).await;
    let list = ListActivities { athlete: ada.id, from: None, to: None, limit: None };
    let before = club.ask(&list).await.expect("listed");
    let club = club.restart().await;
    assert_eq!(club.ask(&list).await.expect("listed"), before);
    let batches = club.ask(&ListBatches {}).await.expect("batches");
    assert_eq!((batches.len(), batches[0].files, batches[0].activities), (1, 2, 2));
}
