//! The watch ran on in the car: a coach trims a ride, load, trend, file and counts follow, and taking it back leaves no trace.

use chrono::Duration;
use contract::athlete::AddSettings;
use contract::entry::{ActivityFormat, ExportActivity};
use contract::measure::{ActivityDetail, ListActivities, LoadTrend, ShowMeasures};
use contract::revision::{ListRevisions, PreviewRevision, ReviseActivity, UndoRevision};
use contract::roster::CountActivities;
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId};
use domain::revision::Change;
use domain::settings::Settings;
use domain::unit::Watts;

use crate::club::{Club, monday, november};

async fn listed(club: &Club, athlete: AthleteId) -> Vec<Activity> {
    let request = ListActivities { athlete, from: None, to: None, limit: None };
    club.ask(&request).await.expect("listed")
}

/// Load, and fitness on the last day.
async fn load(club: &Club, athlete: AthleteId, id: ActivityId) -> (f64, f64) {
    let activity = club.ask(&ActivityDetail { id }).await.expect("shown").activity;
    let trend = club.ask(&LoadTrend { athlete, from: None, to: None }).await.expect("trend");
    let fitness = trend.points.last().expect("a day").ctl;
    (activity.summary.load.expect("a load").points, fitness)
}

/// Seconds between the first and the last moment of the activity written as a file.
async fn in_file(club: &Club, id: ActivityId) -> f64 {
    let folder = club.folder.path().join("out").to_string_lossy().into_owned();
    let request = ExportActivity { id, format: ActivityFormat::Fit, folder: Some(folder) };
    let written = club.ask(&request).await.expect("written");
    let bytes = std::fs::read(&written.path).expect("there");
    let parsed = exchange::read("out.fit", &bytes).expect("reads");
    let recording = parsed.contents.into_iter().find_map(|content| match content {
        exchange::Content::Activity { recording, .. } => Some(recording),
        _ => None,
    });
    recording.expect("an activity").elapsed.0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trim_moves_load_fitness_and_file_survives_a_restart_and_is_taken_back_without_a_trace() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let settings = Settings { from: november(1), ftp: Some(Watts(220.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings }).await.expect("set");
    let bytes = sample::ride(monday() - Duration::days(2), 3600, Some(200));
    let id = club.upload(&[("Ada Fell/ride.fit", &bytes)]).await.files[0].activities[0];
    let before = load(&club, ada.id, id).await;
    let whole = in_file(&club, id).await;
    let measured = club.ask(&ShowMeasures { activity: id, width: 400 }).await.expect("measured");

    let change = Change::Trim { from_s: 0.0, to_s: 1800.0 };
    let seen = club.ask(&PreviewRevision { activity: id, change: change.clone() }).await.expect("looked at");
    assert_eq!(load(&club, ada.id, id).await, before, "a look changes nothing");
    let request = ReviseActivity { activity: id, change, reason: "drove home with the watch on".to_owned() };
    let view = club.ask(&request).await.expect("trimmed").value;
    let trimmed = load(&club, ada.id, id).await;
    assert_eq!(Some(trimmed.0), seen.after[0].load);
    assert!((trimmed.0 / before.0 - 0.5).abs() < 0.05, "half the ride is half the load: {trimmed:?} of {before:?}");
    assert!(trimmed.1 < before.1, "fitness follows");
    assert!((in_file(&club, id).await - 1800.0).abs() < 2.0, "the file that leaves is the version in force");
    let now = club.ask(&ShowMeasures { activity: id, width: 400 }).await.expect("measured");
    assert!(!now.stale && now.measures != measured.measures);

    let club = club.restart().await;
    assert_eq!(load(&club, ada.id, id).await, trimmed, "it is still there");
    let found = club.ask(&ListRevisions { activity: id }).await.expect("history");
    assert_eq!(found.revisions, view.revisions);
    assert!((found.recorded.timer.0 - whole).abs() < 2.0, "what was recorded can be looked at");

    let undo = UndoRevision { revision: view.revisions[0].id, reason: "it was a rest stop".to_owned() };
    club.ask(&undo).await.expect("taken back");
    let after = load(&club, ada.id, id).await;
    assert!((after.0 - before.0).abs() < 1e-6 && (after.1 - before.1).abs() < 1e-6, "{after:?} as {before:?}");
    assert_eq!(in_file(&club, id).await, whole);

    let split = ReviseActivity {
        activity: id,
        change: Change::Split { at_s: vec![1200.0] },
        reason: "warm-up apart".to_owned(),
    };
    let parts = club.ask(&split).await.expect("split").value.parts;
    let counting: Vec<ActivityId> = listed(&club, ada.id).await.iter().map(|activity| activity.id).collect();
    assert_eq!((counting.len(), club.ask(&CountActivities {}).await.expect("counted")), (2, 2));
    assert!(parts.iter().all(|part| counting.contains(part)), "the parts count, the whole does not");
    let report = club.upload(&[("Ada Fell/ride again.fit", &bytes)]).await;
    assert_eq!(report.files[0].outcome, contract::import::Outcome::Duplicate);
    assert_eq!(listed(&club, ada.id).await.len(), 2, "the same bytes bring nothing twice");
}
