//! What came in goes out again: the very bytes, other formats, and everything about an athlete.

use std::io::Read as _;

use chrono::Duration;
use contract::entry::{ActivityFormat, ExportActivity, ExportAthlete};
use contract::import::{ExportReport, Outcome};
use exchange::Content;

use crate::club::{Club, monday};

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_leaves_in_every_format_and_each_is_known_again() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let bytes = sample::ride(monday() - Duration::days(3), 1800, Some(200));
    let report = club.upload(&[("Ada Fell/ride.fit", &bytes)]).await;
    let id = report.files[0].activities[0];
    for format in ActivityFormat::ALL {
        let written = club.ask(&ExportActivity { id, format, folder: None }).await.expect("written");
        let out = std::fs::read(&written.path).expect("it is there");
        assert_eq!(out.len() as u64, written.bytes);
        if format == ActivityFormat::Original {
            assert_eq!(out, bytes, "the very bytes");
            continue;
        }
        let parsed = exchange::read(&written.path, &out).unwrap_or_else(|fault| panic!("{}: {fault}", written.path));
        let Some(Content::Activity { recording, .. }) = parsed.contents.first() else { panic!("{format:?}") };
        assert!((recording.timer.0 - 1800.0).abs() <= 1.0, "{format:?}: {:?}", recording.timer);
        let again = club.upload(&[(&format!("Ada Fell/{}", format.code()), &out)]).await;
        let outcome = again.files[0].outcome;
        // Written by the same encoder as the sample, a FIT file may come out byte for byte as it went in.
        let same = outcome == Outcome::Linked || (outcome == Outcome::Duplicate && out == bytes);
        assert!(same, "{format:?} is the same activity: {:#?}", again.files[0]);
    }
    let twice = ExportActivity { id, format: ActivityFormat::Original, folder: None };
    let (a, b) = (club.ask(&twice).await.expect("written").path, club.ask(&twice).await.expect("written").path);
    assert_ne!(a, b, "an export never overwrites another");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_athletes_archive_holds_the_original_files_and_tables() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.athlete("Bo Marsh").await;
    let bytes = sample::ride(monday() - Duration::days(3), 1800, Some(200));
    let other = sample::ride(monday() - Duration::days(2), 1800, Some(210));
    let report = club
        .upload(&[
            ("Ada Fell/ride.fit", &bytes),
            ("Bo Marsh/ride.fit", &other),
            ("Ada Fell/mornings.csv", b"date,resting_hr\n2026-11-14,52\n"),
        ])
        .await;
    let written = club.ask(&ExportAthlete { athlete: ada.id, folder: None, task: None }).await.expect("written");
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&written.path).expect("it is there")).expect("an archive");
    let names: Vec<String> = zip.file_names().map(|name| name.expect("a name").into_owned()).collect();
    assert_eq!(names.iter().filter(|name| name.ends_with(".fit")).count(), 1, "hers and not his: {names:?}");
    let original = names.iter().find(|name| name.ends_with(".fit")).expect("her ride");
    let mut inside = Vec::new();
    zip.by_name(original).expect("there").read_to_end(&mut inside).expect("read");
    assert_eq!(inside, bytes, "the very bytes");
    for table in ["activities.csv", "wellness.csv"] {
        let name = names.iter().find(|name| name.ends_with(table)).unwrap_or_else(|| panic!("no {table}: {names:?}"));
        let mut text = String::new();
        zip.by_name(name).expect("there").read_to_string(&mut text).expect("text");
        assert!(text.lines().count() >= 2, "{table}: {text}");
        assert!(!text.contains("Bo Marsh"), "{table} names another athlete");
    }
    let told = club.ask(&ExportReport { batch: report.batch, folder: None }).await.expect("written");
    let table = std::fs::read_to_string(&told.path).expect("it is there");
    assert_eq!(table.lines().count(), 4, "a heading and three files: {table}");
}
