//! From a drop of mixed files to a record that is right: looked at first, brought in as one batch, taken back whole.

use std::io::Write as _;

use chrono::Duration;
use contract::athlete::AddSettings;
use contract::import::{
    BatchState, Choice, DiscardPreview, LinkActivity, ListBatches, MapColumns, Outcome, RedoImport, SetWatch,
    ShowImport, ShowPreview, ShowWatch, UndoImport, Verdict,
};
use contract::measure::{ActivityDetail, ListActivities, LoadTrend};
use contract::roster::Triage;
use domain::activity::Activity;
use domain::id::AthleteId;
use domain::recording::Recording;
use domain::settings::Settings;
use domain::table::{ColumnUse, DayOrder, Scale};
use domain::unit::Watts;
use domain::wellness::WellnessField;
use exchange::Content;

use crate::club::{Club, monday, november};

fn ride(days_ago: i64, watts: u16) -> Vec<u8> {
    sample::ride(monday() - Duration::days(days_ago), 3600, Some(watts))
}

fn recording(bytes: &[u8]) -> Recording {
    let parsed = exchange::read("ride.fit", bytes).expect("a whole file");
    let found = parsed.contents.into_iter().find_map(|content| match content {
        Content::Activity { recording, .. } => Some(recording),
        _ => None,
    });
    found.expect("an activity")
}

fn gz(bytes: &[u8]) -> Vec<u8> {
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    gz.write_all(bytes).expect("packs");
    gz.finish().expect("packs")
}

fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("begins");
        zip.write_all(bytes).expect("packs");
    }
    zip.finish().expect("packs").into_inner()
}

const fn choice(row: u32) -> Choice {
    Choice { row, skip: false, athlete: None, remember_device: false, link: None }
}

async fn activities(club: &Club, athlete: AthleteId) -> Vec<Activity> {
    club.ask(&ListActivities { athlete, from: None, to: None, limit: None }).await.expect("listed")
}

async fn load_of(club: &Club, athlete: AthleteId) -> f64 {
    let trend = club.ask(&LoadTrend { athlete, from: None, to: None }).await.expect("trend");
    trend.points.iter().filter_map(|point| point.load).sum()
}

async fn ada(club: &Club) -> AthleteId {
    let ada = club.athlete("Ada Fell").await;
    let settings = Settings { from: november(1), ftp: Some(Watts(200.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings }).await.expect("set");
    ada.id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mixed_archive_is_looked_at_first_and_counts_each_activity_once() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let (first, second) = (ride(3, 200), ride(2, 150));
    let twin = recording(&first);
    let (tcx, gpx) = (exchange::out::tcx(&twin), exchange::out::gpx(&twin).expect("it has positions"));
    let packed = gz(&second);
    let archive = zip(&[
        ("Ada Fell/first.fit", &first),
        ("Ada Fell/first.tcx", &tcx),
        ("Ada Fell/first.gpx", &gpx),
        ("Ada Fell/second.fit.gz", &packed),
        ("Ada Fell/mornings.csv", b"date,resting_hr\n2026-11-14,52\n2026-11-15,51\n"),
        ("Ada Fell/again.fit", &first),
        ("Ada Fell/notes.docx", b"something else"),
        ("../../outside.fit", &second),
    ]);
    let preview = club.preview(&[("club.zip", &archive)]).await;
    assert!(activities(&club, ada).await.is_empty(), "looking writes nothing");
    assert_eq!(club.ask(&ListBatches {}).await.expect("batches").len(), 0);
    assert_eq!(club.ask(&ShowPreview {}).await.expect("asked").as_ref(), Some(&preview), "a page can be loaded again");
    let of = |name: &str| {
        let row = preview.rows.iter().find(|row| row.path.ends_with(name));
        row.unwrap_or_else(|| {
            panic!("no row for {name}: {:?}", preview.rows.iter().map(|r| &r.path).collect::<Vec<_>>())
        })
    };
    assert_eq!(of("first.fit").verdict, Verdict::New, "{:?}", of("first.fit"));
    assert_eq!(of("first.fit").path, "club.zip/Ada Fell/first.fit");
    assert_eq!(of("first.fit").guesses[0].name, "Ada Fell");
    assert_eq!(of("first.tcx").verdict, Verdict::SameActivity, "{:?}", of("first.tcx"));
    assert_eq!(of("first.gpx").verdict, Verdict::SameActivity, "{:?}", of("first.gpx"));
    assert_eq!(of("second.fit.gz").verdict, Verdict::New, "{:?}", of("second.fit.gz"));
    assert_eq!((of("mornings.csv").verdict, of("mornings.csv").wellness), (Verdict::New, 2));
    assert_eq!(of("again.fit").verdict, Verdict::Duplicate);
    assert_eq!(of("notes.docx").verdict, Verdict::Refused);
    assert_eq!(of("outside.fit").verdict, Verdict::Refused, "no path of an archive is followed");
    for row in preview.rows.iter().filter(|row| row.verdict == Verdict::Refused) {
        assert!(row.message.split_whitespace().count() >= 6, "a sentence and what to do: {row:?}");
    }

    let report = club.commit(&preview, Vec::new()).await;
    let outcomes = |wanted| report.files.iter().filter(|file| file.outcome == wanted).count();
    assert_eq!(
        (
            outcomes(Outcome::Imported),
            outcomes(Outcome::Linked),
            outcomes(Outcome::Duplicate),
            outcomes(Outcome::Refused)
        ),
        (3, 2, 1, 2),
        "{report:#?}"
    );
    let list = activities(&club, ada).await;
    assert_eq!(list.len(), 2, "each activity once");
    let points: f64 = list.iter().filter_map(|activity| activity.summary.load).map(|load| load.points).sum();
    assert!((load_of(&club, ada).await - points).abs() < 1e-6 && (points - 156.0).abs() < 3.0, "{points}");
    let counted = list.iter().find(|a| a.day() == november(13)).expect("the first ride");
    let shown = club.ask(&ActivityDetail { id: counted.id }).await.expect("shown");
    assert_eq!(shown.copies.len(), 2, "{:?}", shown.copies);
    assert!(shown.file.ends_with("first.fit"), "the richest counts: {}", shown.file);
    let changed = report.changed.iter().find(|changed| changed.athlete == ada).expect("she changed");
    assert_eq!((changed.activities, changed.wellness, changed.load_7d.0), (2, 2, 0.0), "{changed:?}");
    assert!((changed.load_7d.1 - points).abs() < 1.0, "{changed:?}");
    assert!(club.ask(&ShowPreview {}).await.expect("asked").is_none(), "a preview is brought in once");
    let kept = club.ask(&ShowImport { batch: report.batch }).await.expect("kept");
    assert_eq!(kept.files, report.files, "the report is kept");

    let undone = club.ask(&UndoImport { batch: report.batch }).await.expect("undone").value;
    assert_eq!((undone.activities, undone.wellness, undone.links), (4, 2, 2), "{undone:?}");
    assert!(activities(&club, ada).await.is_empty());
    assert_eq!(load_of(&club, ada).await, 0.0);
    assert_eq!(club.ask(&ListBatches {}).await.expect("batches")[0].state, BatchState::Undone);
    club.ask(&RedoImport { batch: report.batch }).await.expect("brought again");
    assert_eq!(activities(&club, ada).await, list, "as if nothing had happened");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_taken_back_can_be_imported_again() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let table: &[u8] = b"date,resting_hr\n2026-11-14,52\n";
    let files: [(&str, &[u8]); 2] = [("Ada Fell/ride.fit", &ride(3, 200)), ("Ada Fell/mornings.csv", table)];
    let first = club.upload(&files).await;
    club.ask(&UndoImport { batch: first.batch }).await.expect("undone");
    let second = club.upload(&files).await;
    assert!(second.files.iter().all(|file| file.outcome == Outcome::Imported), "{second:#?}");
    assert_eq!(activities(&club, ada).await.len(), 1);
    assert_eq!(second.files[1].wellness, 1);
    club.ask(&UndoImport { batch: second.batch }).await.expect("undone");
    assert!(activities(&club, ada).await.is_empty(), "the second batch brought it and takes it back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_richer_copy_that_comes_later_counts_and_a_coach_can_keep_both_apart() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let bytes = ride(3, 200);
    let mut twin = recording(&bytes);
    twin.channels.retain(|channel| channel.kind.code() != "power");
    let gpx = exchange::out::gpx(&twin).expect("positions");
    let poor = club.upload(&[("Ada Fell/phone.gpx", &gpx)]).await;
    let poor = poor.files[0].activities[0];
    let rich = club.upload(&[("Ada Fell/watch.fit", &bytes)]).await;
    let rich = rich.files[0].activities[0];
    let list = activities(&club, ada).await;
    assert_eq!(list.iter().map(|a| a.id).collect::<Vec<_>>(), [rich], "the watch measured more");
    assert_eq!(club.ask(&ActivityDetail { id: poor }).await.expect("shown").copy_of, Some(rich));
    club.ask(&LinkActivity { activity: poor, of: rich, same: false }).await.expect("kept apart");
    assert_eq!(activities(&club, ada).await.len(), 2, "the coach's word counts");
    club.ask(&LinkActivity { activity: poor, of: rich, same: true }).await.expect("linked");
    assert_eq!(activities(&club, ada).await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_shifted_by_a_time_zone_is_found_and_the_next_days_ride_is_another() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let mut shifted = recording(&ride(3, 200));
    shifted.start += Duration::hours(2);
    shifted.channels.retain(|channel| channel.kind.code() != "power");
    let tomorrow = ride(2, 200);
    let report = club
        .upload(&[
            ("Ada Fell/a.fit", &ride(3, 200)),
            ("Ada Fell/b.tcx", &exchange::out::tcx(&shifted)),
            ("Ada Fell/c.fit", &tomorrow),
        ])
        .await;
    let outcomes: Vec<Outcome> = report.files.iter().map(|file| file.outcome).collect();
    assert_eq!(outcomes, [Outcome::Imported, Outcome::Linked, Outcome::Imported], "{report:#?}");
    assert_eq!(activities(&club, ada).await.len(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_coach_says_whose_it_is_leaves_files_out_and_has_the_device_remembered() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    club.athlete("Bo Marsh").await;
    let preview = club.preview(&[("one.fit", &ride(5, 180)), ("two.fit", &ride(4, 190))]).await;
    assert_eq!(preview.rows[0].verdict, Verdict::Unknown, "{:?}", preview.rows[0]);
    assert!(preview.rows[0].device.is_some(), "its device can be remembered");
    let chosen = Choice { athlete: Some(ada), remember_device: true, ..choice(0) };
    let report = club.commit(&preview, vec![chosen, Choice { skip: true, ..choice(1) }]).await;
    assert_eq!((report.files[0].outcome, report.files[1].outcome), (Outcome::Imported, Outcome::Skipped));
    assert_eq!(activities(&club, ada).await.len(), 1);
    let next = club.preview(&[("three.fit", &ride(1, 200))]).await;
    assert_eq!(next.rows[0].verdict, Verdict::New, "{:?}", next.rows[0]);
    assert_eq!(next.rows[0].guesses[0].athlete, ada);
    assert!(club.ask(&DiscardPreview { preview: next.id }).await.expect("asked"));
    assert_eq!(club.ask(&Triage { on: None }).await.expect("triage").unassigned, 0, "nothing was brought in");
    club.ask(&UndoImport { batch: report.batch }).await.expect("undone");
    let after = club.preview(&[("three.fit", &ride(1, 200))]).await;
    assert_eq!(after.rows[0].verdict, Verdict::Unknown, "the device went with the batch: {:?}", after.rows[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_are_named_once_and_remembered() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let table = |day: u32| format!("Tag;Puls morgens;Laune\n{day:02}.11.2026;51;8\n").into_bytes();
    let preview = club.preview(&[("Ada Fell/liste.csv", &table(14))]).await;
    let row = &preview.rows[0];
    assert_eq!(row.verdict, Verdict::NeedsColumns, "{row:?}");
    let columns = row.columns.clone().expect("headings and rows are shown");
    assert_eq!(columns.headings, ["Tag", "Puls morgens", "Laune"]);
    let uses = vec![
        ColumnUse::Day(DayOrder::DayMonthYear),
        ColumnUse::Wellness(WellnessField::RestingHr, Scale::AsIs),
        ColumnUse::Wellness(WellnessField::Mood, Scale::TenToFive),
    ];
    let map = MapColumns { headings: columns.headings, uses, task: None };
    let again = club.ask(&map).await.expect("mapped").value.expect("the preview, read again");
    assert_eq!((again.rows[0].verdict, again.rows[0].wellness), (Verdict::New, 2), "{:?}", again.rows[0]);
    let report = club.commit(&again, Vec::new()).await;
    assert_eq!(report.files[0].wellness, 2);
    let next = club.upload(&[("Ada Fell/liste-2.csv", &table(15))]).await;
    assert_eq!((next.files[0].outcome, next.files[0].wellness), (Outcome::Imported, 2), "{next:#?}");
    assert!(activities(&club, ada).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_appears_in_a_watched_folder_comes_in_by_itself_and_only_when_asked_for() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    assert_eq!(club.ask(&ShowWatch {}).await.expect("asked").folder, None, "off until asked for");
    let folder = club.folder.path().join("watched");
    std::fs::create_dir_all(folder.join("Ada Fell")).expect("made");
    let path = folder.to_string_lossy().into_owned();
    let watch = club.ask(&SetWatch { folder: Some(path.clone()) }).await.expect("watching");
    assert_eq!((watch.folder.as_deref(), watch.running), (Some(path.as_str()), true), "{watch:?}");
    std::fs::write(folder.join("Ada Fell").join("ride.fit"), ride(3, 200)).expect("written");
    let begun = std::time::Instant::now();
    while activities(&club, ada).await.is_empty() {
        assert!(begun.elapsed().as_secs() < 60, "it never came in");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert!(!club.ask(&SetWatch { folder: None }).await.expect("stopped").running);
    let gone = club.ask(&SetWatch { folder: Some(folder.join("nowhere").to_string_lossy().into_owned()) }).await;
    assert!(gone.is_err() || gone.is_ok_and(|view| view.problem.is_some()), "a folder that is not there is told");
}
