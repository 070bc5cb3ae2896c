//! Stories about a copy of everything, erasing somebody, how long things are kept, and tables without names.

use std::path::{Path, PathBuf};

use contract::FaultCode;
use contract::athlete::AddAthlete;
use contract::consent::RecordConsent;
use contract::entry::ExportAthlete;
use contract::measure::ActivityDetail;
use contract::plan::Annotate;
use contract::privacy::{
    ApplyRetention, CopyBecame, EraseAthlete, ExportAnonymous, ListErasures, PreviewAnonymous, PreviewErasure,
    SetRetention, ShowRetention,
};
use contract::safety::MakeBackup;
use domain::annotation::Subject;
use domain::consent::{DataCategory, Purpose};
use domain::erasure::{ErasureReason, RetentionKind};
use domain::id::AthleteId;
use domain::unit::Sex;

use crate::club::{Club, ride};
use crate::leaving::unpacked;

#[tokio::test(flavor = "multi_thread")]
async fn every_table_about_an_athlete_has_a_place_in_their_archive() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.bring("a.fit", &ride(3), ada.id).await;
    let archive = club.ask(&ExportAthlete { athlete: ada.id, folder: None, task: None }).await.expect("written");
    let files = unpacked(&archive.path);
    let manifest: serde_json::Value = serde_json::from_slice(&files["manifest.json"]).expect("JSON");
    let lines = manifest["tables"].as_array().expect("a list");
    let listed: Vec<&str> = lines.iter().filter_map(|line| line["table"].as_str()).collect();
    let schema = club.roster().await.rows_about(ada.id).await.expect("counted");
    assert_eq!(listed, schema.keys().map(String::as_str).collect::<Vec<_>>());
    for line in lines {
        let place = line["file"].as_str().unwrap_or_else(|| panic!("{} has no place: see inventory.rs", line["table"]));
        let there = files.keys().any(|name| name == place || name.starts_with(place));
        assert!(there || line["rows"] == 0, "{line}: {:?}", files.keys());
    }
    assert_eq!(lines.iter().find(|line| line["table"] == "activity").expect("listed")["rows"], 1);
}

/// Files under a folder, but for those a person keeps themselves.
fn kept_by_the_program(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("lists").map(|entry| entry.expect("an entry").path());
    entries
        .filter(|path| !path.ends_with("brought"))
        .flat_map(|path| if path.is_dir() { kept_by_the_program(&path) } else { vec![path] })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_erased_athlete_is_nowhere_the_program_keeps_anything_and_everybody_else_is() {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    club.bring("ada fell.fit", &ride(3), ada.id).await;
    club.bring("bo.fit", &ride(4), bo.id).await;
    let note = |athlete: AthleteId, text: &str| Annotate {
        athlete,
        subject: Subject::Day { date: testkit::clock::days_ago(1) },
        text: text.to_owned(),
        shared: false,
    };
    club.ask(&note(ada.id, "MARK-OF-A-NOTE")).await.expect("noted");
    club.ask(&note(bo.id, "Strong")).await.expect("noted");
    let archive = club.ask(&ExportAthlete { athlete: ada.id, folder: None, task: None }).await.expect("written");
    let roster = club.roster().await;
    let snapshot = club.folder.path().join("My club.before-20260101000000.trackside");
    store::backup(roster.path(), None, &snapshot).expect("copied");
    roster.close().await;
    let stick = club.folder.path().join("stick").to_string_lossy().into_owned();
    let by_hand = club.ask(&MakeBackup { folder: Some(stick) }).await.expect("made").backup.path;

    let erase = |name: &str| EraseAthlete {
        athlete: ada.id,
        name: name.to_owned(),
        reason: ErasureReason::Asked,
        exports: true,
    };
    let refused = club.ask(&erase("Ada")).await.expect_err("another name");
    assert_eq!(refused.code, FaultCode::BadValue, "{refused:?}");
    let preview = club.ask(&PreviewErasure { athlete: ada.id }).await.expect("previewed");
    assert!(preview.copies.iter().any(|(path, _)| Path::new(path) == snapshot), "{:?}", preview.copies);
    assert_eq!(preview.exports, std::slice::from_ref(&archive.path));
    let report = club.ask(&erase("Ada Fell")).await.expect("erased").value;
    assert_eq!(report.tombstone.removed.clone().into_iter().collect::<Vec<_>>(), preview.rows);
    assert!(report.found.is_empty() && !report.tombstone.pending, "{report:?}");
    assert_eq!(report.exports, [archive.path]);
    assert!(report.copies.len() >= 3, "the snapshot that was there and the one made before: {:?}", report.copies);
    assert!(report.copies.iter().any(|(path, _)| *path == by_hand), "and the one on the stick: {:?}", report.copies);
    assert!(report.copies.iter().all(|(_, became)| *became == CopyBecame::Erased), "{:?}", report.copies);
    assert!(report.searched.iter().any(|path| path.ends_with("My club.trackside")), "{:?}", report.searched);

    let needles = [
        b"Ada Fell".to_vec(),
        b"MARK-OF-A-NOTE".to_vec(),
        ada.id.to_string().into_bytes(),
        ada.id.0.as_bytes().to_vec(),
    ];
    let activities = club.activities(bo.id).await;
    assert_eq!(activities.len(), 1, "the roster is open again");
    let detail = club.ask(&ActivityDetail { id: activities[0].id }).await;
    assert!(detail.is_ok(), "{detail:?}");
    assert_eq!(club.ask(&ListErasures {}).await.expect("listed"), [report.tombstone]);
    club.app.close().await;
    let files = kept_by_the_program(club.folder.path());
    assert!(files.contains(&snapshot));
    let found = store::search(&files, &needles).expect("searched");
    assert!(found.is_empty(), "{found:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn rules_on_keeping_are_off_and_remove_only_what_was_looked_at() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.bring("old.fit", &ride(800), ada.id).await;
    club.bring("new.fit", &ride(3), ada.id).await;
    let off = club.ask(&ShowRetention {}).await.expect("shown");
    assert!(off.lines.iter().all(|line| line.months.is_none() && line.meets.is_empty()), "{off:?}");
    let never = ApplyRetention { kind: RetentionKind::Originals, before: testkit::clock::days_ago(0) };
    assert_eq!(club.ask(&never).await.expect_err("off").code, FaultCode::Impossible);
    let short = SetRetention { kind: RetentionKind::Originals, months: Some(1) };
    assert_eq!(club.ask(&short).await.expect_err("too short").code, FaultCode::BadValue);
    let rule = SetRetention { kind: RetentionKind::Originals, months: Some(24) };
    let view = club.ask(&rule).await.expect("set").value;
    let line = view.lines.iter().find(|line| line.kind == RetentionKind::Originals).expect("there");
    assert_eq!(line.meets.iter().map(|met| (met.activities, met.files)).collect::<Vec<_>>(), [(1, 1)]);
    let before = line.before.expect("a day");
    let done = club.ask(&ApplyRetention { kind: RetentionKind::Originals, before }).await.expect("applied").value;
    assert_eq!((done.activities, done.files), (1, 1));
    let roster = club.roster().await;
    for activity in club.activities(ada.id).await {
        let gone = matches!(roster.raw(&activity.source).await, Err(store::StoreFault::LeftOutside { .. }));
        assert_eq!(gone, activity.day() < before, "{}", activity.day());
    }
    roster.close().await;
    let archive = club.ask(&ExportAthlete { athlete: ada.id, folder: None, task: None }).await.expect("written");
    let files = unpacked(&archive.path);
    let count = |folder: &str| files.keys().filter(|name| name.starts_with(folder)).count();
    assert_eq!(
        (count("originals/"), count("activities/")),
        (1, 1),
        "what was read is written anew: {:?}",
        files.keys()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_without_names_holds_only_who_agreed_and_is_refused_for_too_few() {
    let club = Club::new().await;
    let mut people = Vec::new();
    for name in ["Ada Fell", "Bea Holt", "Cleo Marsh", "Dora Lind", "Edda Voss", "Fay Moor"] {
        let request = AddAthlete {
            name: name.to_owned(),
            sex: Some(Sex::Female),
            born: "1995-05-05".parse().ok(),
            zone: Some("Europe/London".to_owned()),
            squad: None,
        };
        let athlete = club.ask(&request).await.expect("added").value;
        let days = i64::try_from(people.len()).expect("few") + 2;
        club.bring(&format!("{name}.fit"), &ride(days), athlete.id).await;
        people.push(athlete);
    }
    let preview = PreviewAnonymous { k: 5 };
    let refused = club.ask(&preview).await.expect_err("nobody agreed");
    assert!(refused.code == FaultCode::Impossible && refused.what.contains('5'), "{refused:?}");
    for athlete in &people[..5] {
        let agreed = RecordConsent {
            athlete: athlete.id,
            categories: vec![DataCategory::Training],
            purposes: vec![Purpose::Research],
            given: true,
            from: "2020-01-01".parse().ok(),
            to: None,
            guardian: None,
            version: None,
            language: None,
        };
        club.ask(&agreed).await.expect("recorded");
    }
    let view = club.ask(&preview).await.expect("five are alike");
    assert_eq!((view.people, view.groups, view.smallest, view.left_out, view.not_agreed), (5, 1, 5, 0, 1));
    assert!(club.ask(&PreviewAnonymous { k: 6 }).await.is_err());
    let written = club.ask(&ExportAnonymous { k: 5, lasting: false, folder: None }).await.expect("written");
    let files = unpacked(&written.path);
    let table = |name: &str| String::from_utf8(files[name].clone()).expect("text");
    assert_eq!(table("people.csv").lines().count(), 6);
    assert!(table("people.csv").contains("female,1995-1999,,ride"), "{}", table("people.csv"));
    assert_eq!(table("activities.csv").lines().count(), 6);
    for athlete in &people {
        for (name, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            assert!(!text.contains(&athlete.name) && !text.contains(&athlete.id.to_string()), "{name}: {text}");
        }
    }
    let heart = table("activities.csv").lines().skip(1).all(|line| line.split(',').nth(6) == Some(""));
    assert!(heart, "heart rates were not agreed to: {}", table("activities.csv"));
}
