//! What leaves the program: one activity in every format, everything about an athlete.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use contract::FaultCode;
use contract::athlete::AddWellness;
use contract::entry::{ActivityFormat, AddActivity, ExportActivity, ExportAthlete};
use contract::plan::{Annotate, DraftWeek};
use domain::annotation::Subject;
use domain::consent::DataCategory;
use domain::entered::EnteredActivity;
use domain::id::{ActivityId, AthleteId};
use domain::sport::Sport;
use domain::unit::Rpe;
use domain::wellness::{WellnessField, WellnessValue};
use exchange::Content;

use crate::club::{Club, ride};

async fn with_ride() -> (Club, AthleteId, ActivityId) {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let report = club.bring("morning ride.fit", &ride(3), ada.id).await;
    let id = report.files[0].activities[0];
    (club, ada.id, id)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_activity_leaves_in_every_format_and_reads_back_as_the_same_activity() {
    let (club, ada, id) = with_ride().await;
    let kept = club.activities(ada).await.remove(0);
    for format in ActivityFormat::ALL {
        let written = club.ask(&ExportActivity { id, format, folder: None }).await.expect("written");
        let bytes = std::fs::read(&written.path).expect("there");
        assert_eq!(bytes.len() as u64, written.bytes);
        if format == ActivityFormat::Original {
            assert_eq!(bytes, ride(3), "byte for byte");
            assert!(written.path.ends_with("morning ride.fit") && written.left_out.is_empty(), "{written:?}");
            continue;
        }
        let name = Path::new(&written.path).file_name().expect("a name").to_string_lossy().into_owned();
        assert!(name.starts_with("Ada Fell 2026-11-18"), "{name}");
        let parsed = exchange::read(&name, &bytes).unwrap_or_else(|fault| panic!("{format:?}: {fault}"));
        let back = parsed.contents.into_iter().find_map(|content| match content {
            Content::Activity { recording, .. } => Some(recording),
            _ => None,
        });
        let back = back.unwrap_or_else(|| panic!("{format:?} holds no activity"));
        // A table may tell its times on a wall clock; London's is UTC in November.
        assert_eq!(back.start, kept.start, "{format:?}");
        assert!((back.elapsed.0 - kept.elapsed.0).abs() <= 1.0, "{format:?}: {} s", back.elapsed.0);
        let heart = back.channel(domain::recording::ChannelKind::HeartRate).expect("heart rate");
        assert_eq!(heart.values.len(), 3601, "{format:?}");
        assert!(written.left_out.iter().all(|line| !line.contains("export-left")), "{:?}", written.left_out);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_stands_there_is_overwritten() {
    let (club, _, id) = with_ride().await;
    let request = ExportActivity { id, format: ActivityFormat::Csv, folder: None };
    let first = club.ask(&request).await.expect("written");
    std::fs::write(&first.path, "a person's own work").expect("changed");
    let second = club.ask(&request).await.expect("written");
    assert!(second.path.ends_with(" 2.csv"), "{}", second.path);
    assert_eq!(std::fs::read_to_string(&first.path).expect("there"), "a person's own work");
    let litter = std::fs::read_dir(club.folder.path().join("exports")).expect("there").count();
    assert_eq!(litter, 2, "no temporary file stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_positions_there_is_no_gpx_and_the_fault_says_what_there_is() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let entered = EnteredActivity {
        sport: Sport::Run,
        start_local: testkit::clock::days_ago(1).and_hms_opt(7, 0, 0).expect("a moment"),
        minutes: 40.0,
        rpe: Some(Rpe(4.0)),
        distance: None,
        sets: Vec::new(),
        comment: None,
    };
    let id = club.ask(&AddActivity { athlete: ada.id, entered }).await.expect("added").value.id;
    let refused = club.ask(&ExportActivity { id, format: ActivityFormat::Gpx, folder: None }).await.expect_err("none");
    assert_eq!(refused.code, FaultCode::Impossible);
    assert!(refused.next.contains("FIT"), "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn positions_an_athlete_withholds_leave_in_no_format() {
    let (club, ada, id) = with_ride().await;
    club.consent(1, ada, DataCategory::Location, false).await;
    let original = ExportActivity { id, format: ActivityFormat::Original, folder: None };
    let refused = club.ask(&original).await.expect_err("the original holds them");
    assert!(refused.what.contains("Ada Fell"), "{refused:?}");
    let gpx = ExportActivity { format: ActivityFormat::Gpx, ..original.clone() };
    assert!(club.ask(&gpx).await.is_err());
    for format in [ActivityFormat::Fit, ActivityFormat::Tcx, ActivityFormat::Csv] {
        let written = club.ask(&ExportActivity { format, ..original.clone() }).await.expect("written");
        assert!(written.left_out.iter().any(|line| line.contains("Ada Fell")), "{:?}", written.left_out);
        let parsed = exchange::read(&written.path, &std::fs::read(&written.path).expect("there")).expect("read");
        for content in parsed.contents {
            let Content::Activity { recording, .. } = content else { continue };
            assert!(recording.channel(domain::recording::ChannelKind::Latitude).is_none(), "{format:?}");
        }
    }
    let archive = club.ask(&ExportAthlete { athlete: ada, folder: None, task: None }).await.expect("written");
    let files = unpacked(&archive.path);
    assert!(!files.keys().any(|name| name.starts_with("originals/")), "{:?}", files.keys());
    assert!(files.keys().any(|name| name.starts_with("activities/") && name.ends_with(".fit")), "{:?}", files.keys());
}

pub(crate) fn unpacked(path: &str) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("there")).expect("an archive");
    (0..archive.len())
        .map(|index| {
            let mut file = archive.by_index(index).expect("an entry");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("unpacks");
            (file.name().expect("text").into_owned(), bytes)
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_athletes_archive_holds_everything_of_theirs_and_nothing_of_others() {
    let (club, ada, id) = with_ride().await;
    let bo = club.athlete("Bo Marsh").await;
    club.bring("bo.fit", &ride(5), bo.id).await;
    // Another file of the same name is kept under a name of its own.
    club.bring("more/morning ride.fit", &ride(4), ada).await;
    let sleep = |value| WellnessValue {
        date: testkit::clock::days_ago(1),
        field: WellnessField::Sleep,
        value,
        source: "coach".to_owned(),
    };
    club.ask(&AddWellness { athlete: ada, values: vec![sleep(6.0), sleep(7.0)] }).await.expect("kept");
    club.bring("ada.csv", b"date,rmssd\n2026-11-19,61\n", ada).await;
    club.ask(&DraftWeek { athlete: ada, week: testkit::clock::next_week(), fresh: false }).await.expect("drafted");
    for (text, shared) in [("Well ridden", true), ("Looks worn out", false)] {
        let note =
            Annotate { athlete: ada, subject: Subject::Activity { activity: id }, text: text.to_owned(), shared };
        club.ask(&note).await.expect("noted");
    }

    let archive = club.ask(&ExportAthlete { athlete: ada, folder: None, task: None }).await.expect("written");
    assert!(archive.path.ends_with("Ada Fell Trackside 2026-11-21.zip"), "{}", archive.path);
    assert!(archive.left_out.iter().any(|line| line.contains("One note")), "{:?}", archive.left_out);
    let files = unpacked(&archive.path);
    assert_eq!(files["originals/morning ride.fit"], ride(4), "oldest first");
    assert_eq!(files["originals/morning ride 2.fit"], ride(3));
    assert_eq!(files["originals/ada.csv"], b"date,rmssd\n2026-11-19,61\n");
    let text = |name: &str| String::from_utf8(files[name].clone()).expect("text");
    assert_eq!(text("activities.csv").lines().count(), 3, "{}", text("activities.csv"));
    assert_eq!(text("wellness.csv").lines().count(), 4, "a corrected value is history, not garbage");
    assert!(text("notes.json").contains("Well ridden"));
    assert!(text("plans.json").contains("2026-W48"), "{}", text("plans.json"));
    assert!(text("journal.csv").contains("add-wellness"));
    let page = text("README.txt");
    for name in files.keys() {
        let top = name.split('/').next().expect("a part");
        assert!(top == "README.txt" || page.contains(top), "{name} is not explained");
    }
    let everything: String = files.values().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect();
    assert!(!everything.contains("Looks worn out"), "a private note went out");
    assert!(!everything.contains("Bo Marsh") && !everything.contains(&bo.id.to_string()), "another athlete's data");
}
