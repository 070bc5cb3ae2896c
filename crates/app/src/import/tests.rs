//! Stories of the importer over a temporary roster.

pub(crate) mod scene;

use std::time::{Duration as Wait, Instant};

use chrono::Duration;
use contract::athlete::AddSettings;
use contract::import::{
    BatchState, Choice, CommitImport, DiscardPreview, ImportFiles, ListBatches, Origin, Outcome, PreviewImport,
    RedoImport, ResumeImport, SetWatch, ShowImport, ShowWatch, StageFiles, UndoImport, Verdict,
};
use contract::measure::SetEffort;
use contract::plan::DraftWeek;
use domain::id::TaskId;
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::{Rpe, Watts};
use domain::week::Week;
use exchange::out;

use crate::{Answer, AppFault};
use scene::{Scene, choice, gz, ride, ride_at, twin, zip};

#[tokio::test(flavor = "multi_thread")]
async fn an_import_does_what_its_preview_said() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    let first = ride(3, 200, 1);
    let inner = zip(&[("Ada Fell/deep.fit", &ride(5, 180, 1)), ("deeper.zip", &zip(&[("x.fit", b"x")]))]);
    let archive = zip(&[
        ("Ada Fell/first.fit", &first),
        ("Ada Fell/first.tcx", &out::tcx(&twin(&first))),
        ("Ada Fell/again.fit", &first),
        ("Ada Fell/packed.fit.gz", &gz(&ride(4, 190, 1))),
        ("inner.zip", &inner),
        ("stranger.fit", &ride(1, 170, 77)),
        ("team.csv", b"date,athlete,resting_hr\n2026-11-14,Ada Fell,52\n2026-11-14,Cleo Quill,49\n"),
        ("noise.fit", b"nothing of use in here"),
    ]);
    scene.write("club.zip", &archive);
    let origin = Origin::Paths(vec![scene.files()]);
    let preview = PreviewImport { origin, athlete: None, task: None }.answer(&scene.app).await.expect("previewed");
    let told: Vec<(String, Verdict)> = preview
        .rows
        .iter()
        .map(|row| (row.path.split("club.zip/").last().unwrap_or_default().to_owned(), row.verdict))
        .collect();
    let expected = [
        ("Ada Fell/first.fit", Verdict::New),
        ("Ada Fell/first.tcx", Verdict::SameActivity),
        ("Ada Fell/again.fit", Verdict::Duplicate),
        ("Ada Fell/packed.fit.gz", Verdict::New),
        ("inner.zip/Ada Fell/deep.fit", Verdict::New),
        ("inner.zip/deeper.zip", Verdict::Refused),
        ("stranger.fit", Verdict::Unknown),
        ("team.csv", Verdict::New),
        ("noise.fit", Verdict::Refused),
    ];
    assert_eq!(told.iter().map(|(path, verdict)| (path.as_str(), *verdict)).collect::<Vec<_>>(), expected);
    assert_eq!(preview.rows[1].same.as_ref().and_then(|same| same.row), Some(0), "an earlier row is named");
    assert_eq!(scene.activities(ada).await.len(), 0, "looking writes nothing");

    let commit = CommitImport { preview: preview.id, choices: Vec::new(), task: None };
    let report = commit.clone().answer(&scene.app).await.expect("imported").value;
    for (row, file) in preview.rows.iter().zip(&report.files) {
        assert_eq!(row.path, file.path);
        let outcome = match row.verdict {
            Verdict::SameActivity => Outcome::Linked,
            Verdict::Duplicate => Outcome::Duplicate,
            Verdict::Refused => Outcome::Refused,
            _ => Outcome::Imported,
        };
        assert_eq!(file.outcome, outcome, "{file:?}");
        assert_eq!(
            (row.activities.len(), row.wellness),
            if file.outcome == Outcome::Duplicate { (0, 0) } else { (file.activities.len(), file.wellness) },
            "{file:?}"
        );
        assert_eq!(row.repairs, file.repairs, "{}", row.path);
    }
    assert!(report.files[7].message.contains("Cleo Quill"), "who is not here is named: {}", report.files[7].message);
    assert_eq!(scene.activities(ada).await.len(), 3, "each activity once");
    assert!(matches!(commit.answer(&scene.app).await, Err(AppFault::NoSuchPreview { .. })), "once only");

    let cleo = scene.athlete("Cleo Quill").await;
    let again = scene.import().await;
    assert_eq!((again.files[7].outcome, again.files[7].wellness), (Outcome::Imported, 1), "{:?}", again.files[7]);
    assert_eq!(scene.roster().await.wellness(cleo, None, None).await.expect("read").len(), 1);
    assert!(again.files.iter().all(|file| file.activities.is_empty() || file.outcome == Outcome::Duplicate));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_cut_in_the_middle_goes_on_as_the_same_batch_and_ends_like_a_calm_one() {
    let (calm, rough) = (Scene::new().await, Scene::new().await);
    let mut kept = Vec::new();
    for (scene, cut) in [(&calm, false), (&rough, true)] {
        let ada = scene.athlete("Ada Fell").await;
        for day in 0..12 {
            scene.write(&format!("Ada Fell/{day:02}.fit"), &ride(day, 150 + u16::try_from(day).unwrap_or(0), 1));
            scene.write(&format!("Ada Fell/{day:02} noise.fit"), b"nothing of use in here");
        }
        if cut {
            let task = Some(TaskId(testkit::id(9)));
            let (app, mut told) = (scene.app.clone(), scene.app.progress());
            let files = ImportFiles { paths: vec![scene.files()], athlete: None, task };
            let running = tokio::spawn(async move { files.answer(&app).await.map(drop) });
            while told.recv().await.expect("progress").done < 7 {}
            running.abort();
            assert!(running.await.expect_err("it was cut").is_cancelled());
            let batch = ListBatches {}.answer(&scene.app).await.expect("listed").remove(0);
            assert_eq!(batch.state, BatchState::Interrupted);
            let resume = ResumeImport { batch: batch.id, task: None };
            let report = resume.clone().answer(&scene.app).await.expect("went on").value;
            assert_eq!((report.batch, report.files.len()), (batch.id, 24));
            let shown = ShowImport { batch: batch.id }.answer(&scene.app).await.expect("kept");
            assert_eq!(shown.files, report.files, "what was reported is the beginning of the whole");
            assert!(matches!(resume.answer(&scene.app).await, Err(AppFault::BatchEnded)));
        } else {
            scene.import().await;
        }
        let batches = ListBatches {}.answer(&scene.app).await.expect("listed");
        assert_eq!((batches.len(), batches[0].state, batches[0].files), (1, BatchState::Done, 24));
        let activities = scene.activities(ada).await;
        kept.push(activities.into_iter().map(|a| (a.source, a.start, a.summary, a.rpe)).collect::<Vec<_>>());
        assert_eq!(scene.roster().await.integrity().await.expect("checked"), Vec::<String>::new());
    }
    assert_eq!(kept[0], kept[1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_batch_is_taken_back_and_brought_again_whole() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    scene.write("Ada Fell/ride.fit", &ride(3, 200, 1));
    scene.write("Ada Fell/mornings.csv", b"date,resting_hr\n2026-11-14,52\n");
    let report = scene.import().await;
    let list = scene.activities(ada).await;
    let batch = report.batch;
    let back = UndoImport { batch }.answer(&scene.app).await.expect("undone").value;
    assert_eq!((back.activities, back.wellness, back.devices), (1, 1, 1), "{back:?}");
    assert!(matches!(UndoImport { batch }.answer(&scene.app).await, Err(AppFault::BatchUndone)));
    assert!(scene.activities(ada).await.is_empty());
    assert_eq!(RedoImport { batch }.answer(&scene.app).await.expect("redone").value, back);
    assert!(matches!(RedoImport { batch }.answer(&scene.app).await, Err(AppFault::BatchHere)));
    assert_eq!(scene.activities(ada).await, list);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_recording_that_measured_more_counts_and_keeps_what_a_person_felt() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    let bytes = ride(3, 200, 1);
    scene.write("Ada Fell/a phone.gpx", &out::gpx(&twin(&bytes)).expect("positions"));
    let poor = scene.import().await.files[0].activities[0];
    SetEffort { activity: poor, rpe: Rpe(6.0) }.answer(&scene.app).await.expect("set");
    scene.write("Ada Fell/b watch.fit", &bytes);
    let report = scene.import().await;
    assert_eq!(report.files[1].outcome, Outcome::Linked, "{:?}", report.files[1]);
    let list = scene.activities(ada).await;
    assert_eq!(
        list.iter().map(|a| (a.id, a.rpe)).collect::<Vec<_>>(),
        [(report.files[1].activities[0], Some(Rpe(6.0)))]
    );
    UndoImport { batch: report.batch }.answer(&scene.app).await.expect("undone");
    assert_eq!(scene.activities(ada).await.iter().map(|a| a.id).collect::<Vec<_>>(), [poor], "the first shows again");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ride_on_its_day_is_the_session_that_was_planned() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    let settings = Settings { from: scene.day(-40), ftp: Some(Watts(220.0)), ..Settings::default() };
    AddSettings { athlete: ada, settings }.answer(&scene.app).await.expect("set");
    for day in 1..30 {
        scene.write(&format!("Ada Fell/{day}.fit"), &ride(day, 150, 1));
    }
    scene.import().await;
    let week = Week::of(scene.day(0)).next();
    let view = DraftWeek { athlete: ada, week, fresh: false }.answer(&scene.app).await.expect("drafted").value;
    let planned = view.effective.standing().find(|s| s.session.sport == Sport::Ride && s.session.minutes >= 20);
    let planned = planned.expect("a ride is planned").clone();
    scene.pass(Duration::days(14));
    let start = planned.date.and_hms_opt(15, 0, 0).expect("a time").and_utc();
    scene.write("Ada Fell/planned.fit", &ride_at(start, planned.session.minutes * 60, 160, 1));
    let report = scene.import().await;
    let file = report.files.iter().find(|file| file.path.ends_with("planned.fit")).expect("reported");
    assert_eq!(file.sessions, std::slice::from_ref(&planned.session.title), "{file:?}");
    assert_eq!(scene.activities(ada).await[0].session, Some(planned.id));
    assert_eq!(report.changed[0].sessions, [planned.session.title]);
}

#[tokio::test(flavor = "multi_thread")]
async fn uploads_wait_in_a_place_of_their_own_until_they_are_decided_on() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    let stage = |files: Vec<contract::import::Upload>, unreadable| StageFiles { stage: None, files, unreadable };
    let lost = vec![("lost.fit".to_owned(), "The disk was taken away.".to_owned())];
    let one = stage(vec![scene::upload("Ada Fell/ride.fit", &ride(3, 200, 1))], lost);
    let place = one.answer(&scene.app).await.expect("staged");
    assert_eq!(place.files, 2);
    let folder = scene.app.0.place.stage(place.stage);
    let look = |stage| PreviewImport { origin: Origin::Staged(stage), athlete: None, task: None };
    let preview = look(place.stage).answer(&scene.app).await.expect("previewed");
    assert_eq!(preview.rows[1].verdict, Verdict::Refused);
    assert!(preview.rows[1].message.contains("disk was taken away"), "{}", preview.rows[1].message);
    assert!(folder.exists() && scene.activities(ada).await.is_empty());
    let choices = vec![Choice { athlete: Some(ada), ..choice(0) }];
    let report = CommitImport { preview: preview.id, choices, task: None }.answer(&scene.app).await.expect("imported");
    assert_eq!(report.value.files[0].outcome, Outcome::Imported);
    assert!(!folder.exists(), "nothing of the upload is left behind");

    let two = stage(vec![scene::upload("ride.fit", &ride(2, 200, 1))], Vec::new());
    let place = two.answer(&scene.app).await.expect("staged");
    let preview = look(place.stage).answer(&scene.app).await.expect("previewed");
    assert!(DiscardPreview { preview: preview.id }.answer(&scene.app).await.expect("asked"));
    assert!(!scene.app.0.place.stage(place.stage).exists());
    assert!(matches!(look(place.stage).answer(&scene.app).await, Err(AppFault::NoSuchStage { .. })));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_changed_after_it_was_looked_at_stays_out() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    scene.write("Ada Fell/ride.fit", &ride(3, 200, 1));
    let origin = Origin::Paths(vec![scene.files()]);
    let preview = PreviewImport { origin, athlete: None, task: None }.answer(&scene.app).await.expect("previewed");
    scene.write("Ada Fell/ride.fit", &ride(2, 150, 1));
    let commit = CommitImport { preview: preview.id, choices: Vec::new(), task: None };
    let report = commit.answer(&scene.app).await.expect("ended").value;
    assert_eq!(report.files[0].outcome, Outcome::Refused);
    assert!(scene.activities(ada).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_too_large_for_memory_is_read_where_it_is_and_not_copied() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    let mornings = |from: i64, days: i64| {
        let records: String = (from..from + days)
            .map(|back| {
                let day = scene.day(-back);
                format!(
                    "<Record type=\"HKQuantityTypeIdentifierRestingHeartRate\" sourceName=\"Watch\" unit=\"count/min\" \
                     startDate=\"{day} 06:00:00 +0000\" endDate=\"{day} 06:00:00 +0000\" value=\"{}\"/>\n",
                    50 + back % 7
                )
            })
            .collect();
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<HealthData locale=\"en_GB\">\n";
        format!("{head}{records}</HealthData>\n").into_bytes()
    };
    let (large, packed) = (mornings(1, 500), zip(&[("apple_health_export/export.xml", &mornings(501, 600))]));
    assert!(large.len() > 64 * 1024, "{} bytes", large.len());
    scene.write("Ada Fell/export.xml", &large);
    scene.write("Ada Fell/export.zip", &packed);
    let report = scene.import().await;
    for (file, values) in report.files.iter().zip([500, 600]) {
        assert_eq!((file.outcome, file.wellness), (Outcome::Imported, values), "{file:?}");
        assert!(file.message.contains("too large to be copied"), "{}", file.message);
        let raw = scene.roster().await.raw(file.hash.as_ref().expect("read")).await;
        assert!(matches!(raw, Err(store::StoreFault::LeftOutside { .. })), "{raw:?}");
    }
    assert_eq!(scene.roster().await.wellness(ada, None, None).await.expect("read").len(), 1100);
    assert!(scene.import().await.files.iter().all(|file| file.outcome == Outcome::Duplicate));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_watched_folder_brings_new_files_once_and_leaves_alone_what_was_taken_back() {
    let scene = Scene::new().await;
    let ada = scene.athlete("Ada Fell").await;
    scene.write("Ada Fell/before.fit", &ride(9, 200, 1));
    let watch = SetWatch { folder: Some(scene.files()) };
    assert!(watch.answer(&scene.app).await.expect("watching").running);
    scene.until(|| async { scene.activities(ada).await.len() == 1 }).await;
    scene.write("Ada Fell/new/ride.fit", &ride(3, 200, 1));
    scene.until(|| async { scene.activities(ada).await.len() == 2 }).await;
    let batches = ListBatches {}.answer(&scene.app).await.expect("listed");
    assert_eq!(batches.len(), 2);
    scene
        .until(|| async { ListBatches {}.answer(&scene.app).await.is_ok_and(|all| all[0].state == BatchState::Done) })
        .await;
    UndoImport { batch: batches[0].id }.answer(&scene.app).await.expect("undone");

    let scene = scene.restart().await;
    let shown = ShowWatch {}.answer(&scene.app).await.expect("asked");
    assert!(shown.running && shown.folder.is_some(), "it is watched again: {shown:?}");
    scene.write("Ada Fell/later.fit", &ride(1, 180, 1));
    scene.until(|| async { scene.activities(ada).await.len() == 2 }).await;
    let later = ListBatches {}.answer(&scene.app).await.expect("listed");
    let done = later.iter().filter(|batch| batch.state != BatchState::Undone).count();
    assert_eq!((later.len(), done), (3, 2), "{later:?}");
    assert_eq!(SetWatch { folder: None }.answer(&scene.app).await.expect("stopped").folder, None);
    let begun = Instant::now();
    drop(scene);
    assert!(begun.elapsed() < Wait::from_secs(5), "a watch keeps nothing from ending");
}
