//! Changing an activity: what is changed counts, what was recorded stays, and taking everything back leaves no trace in
//! the numbers.

use chrono::{Duration, NaiveDate};
use contract::FaultCode;
use contract::athlete::AddSettings;
use contract::entry::{ActivityFormat, ExportActivity, SetRepairLimits};
use contract::import::{Outcome, UndoImport};
use contract::revision::{ListRevisions, PreviewRevision, RawChannel, ReviseActivity, RevisionsView, UndoRevision};
use contract::roster::ReadJournal;
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::clean::RepairLimits;
use domain::consent::DataCategory;
use domain::id::{ActivityId, AthleteId, RevisionId};
use domain::recording::{Channel, ChannelKind, RepairKind};
use domain::revision::{Change, Role};
use domain::settings::Settings;
use domain::sport::Sport;
use domain::unit::Watts;

use crate::club::{Club, ride};

/// An athlete whose rides have a load.
async fn ada(club: &Club) -> Athlete {
    let ada = club.athlete("Ada Fell").await;
    let from = NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day");
    let settings = Settings { from, ftp: Some(Watts(220.0)), ..Settings::default() };
    club.ask(&AddSettings { athlete: ada.id, settings }).await.expect("set");
    ada
}

async fn revise(club: &Club, activity: ActivityId, change: Change) -> RevisionsView {
    let request = ReviseActivity { activity, change, reason: "the watch ran on in the car".to_owned() };
    club.ask(&request).await.expect("changed").value
}

async fn undo(club: &Club, revision: RevisionId) -> RevisionsView {
    club.ask(&UndoRevision { revision, reason: "it was right".to_owned() }).await.expect("taken back").value
}

/// Everything the roster shows of an activity: its numbers, its samples, its curves and its raw bytes.
#[derive(Debug, PartialEq)]
struct Whole {
    activity: Activity,
    channels: Vec<Channel>,
    curves: usize,
    raw: Option<Vec<u8>>,
}

async fn whole(club: &Club, id: ActivityId) -> Whole {
    let roster = club.roster().await;
    let mut activity = roster.activity(id).await.expect("read").expect("there");
    // A sum over what was kept may differ from one over what was decoded in its last digits.
    activity.summary.ascent = activity.summary.ascent.map(|ascent| domain::unit::Meters((ascent.0 * 1e6).round()));
    Whole {
        channels: roster.channels(id, &[]).await.expect("read"),
        curves: roster.curves(id).await.expect("read").iter().map(|curve| curve.bests.len()).sum(),
        raw: roster.raw(&activity.source).await.expect("read"),
        activity,
    }
}

async fn total(club: &Club, athlete: AthleteId) -> (usize, f64, f64) {
    let all = club.activities(athlete).await;
    let sum = |of: fn(&Activity) -> f64| all.iter().map(of).sum::<f64>();
    (all.len(), sum(|a| a.timer.0), sum(|a| a.summary.load.map_or(0.0, |load| load.points)))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trim_changes_the_numbers_and_taking_it_back_gives_the_same_samples_and_numbers() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let before = whole(&club, id).await;
    let elapsed = before.activity.elapsed.0;
    let change = Change::Trim { from_s: 600.0, to_s: elapsed - 1200.0 };
    let seen = club.ask(&PreviewRevision { activity: id, change: change.clone() }).await.expect("looked at");
    assert_eq!(whole(&club, id).await, before, "a look changes nothing");

    let view = revise(&club, id, change).await;
    let trimmed = whole(&club, id).await;
    assert_eq!(view.now, seen.after[0], "as it was previewed");
    assert!((trimmed.activity.elapsed.0 - (elapsed - 1800.0)).abs() < 1e-9);
    assert_eq!(trimmed.activity.start, before.activity.start + Duration::seconds(600));
    assert_eq!(view.offset_s, 600.0);
    assert_eq!(trimmed.raw, before.raw, "the bytes are untouched");
    let samples = |whole: &Whole| whole.channels.iter().map(|channel| channel.ms.len()).max();
    assert!(samples(&trimmed) < samples(&before));
    assert_eq!(club.activities(ada.id).await[0].timer, trimmed.activity.timer, "lists show what stands");
    let again = club.bring("again.fit", &ride(3), ada.id).await;
    assert_eq!(again.files[0].outcome, Outcome::Duplicate, "the same bytes are known");

    let raw = RawChannel { id, channel: ChannelKind::HeartRate, width: 400 };
    let raw = club.ask(&raw).await.expect("shown");
    assert!(raw.recorded > raw.kept && raw.raw[0].0 < 0.0, "what was trimmed off lies before the start");

    let view = undo(&club, view.revisions[0].id).await;
    assert_eq!(whole(&club, id).await, before, "as if nothing had been");
    assert!(view.revisions[0].undone.as_ref().is_some_and(|undone| undone.reason == "it was right"));
    let actions: Vec<String> =
        club.ask(&ReadJournal { limit: 40 }).await.expect("read").into_iter().map(|line| line.action).collect();
    assert!(actions.iter().any(|action| action == "revise-activity"), "{actions:?}");
    assert!(actions.iter().any(|action| action == "undo-revision"), "{actions:?}");
    let refused = UndoRevision { revision: view.revisions[0].id, reason: "again".to_owned() };
    assert_eq!(club.ask(&refused).await.expect_err("taken back before").code, FaultCode::Impossible);
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_count_instead_of_the_whole_and_merged_again_they_are_the_whole() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let before = whole(&club, id).await;
    let (_, timer, load) = total(&club, ada.id).await;
    let split = revise(&club, id, Change::Split { at_s: vec![900.0, 2400.0] }).await;
    assert_eq!((split.parts.len(), split.counts), (3, false));
    assert_eq!(split.replaced.map(|member| member.role), Some(Role::Whole));
    let (count, parts_timer, parts_load) = total(&club, ada.id).await;
    assert_eq!(count, 3, "the whole does not count");
    assert!((parts_timer - timer).abs() < 1e-6);
    assert!((parts_load - load).abs() < load * 0.05, "{parts_load} of {load}");
    assert_eq!(whole(&club, id).await, before, "what was recorded is whole");
    let of = club.ask(&ListRevisions { activity: split.parts[1] }).await.expect("shown").part_of;
    assert_eq!(of, Some(id));
    let refused = ReviseActivity { activity: id, change: Change::Sport { sport: Sport::Run }, reason: "x".to_owned() };
    assert_eq!(club.ask(&refused).await.expect_err("it does not count").code, FaultCode::Impossible);

    // A part is an activity of its own.
    let part = revise(&club, split.parts[2], Change::Sport { sport: Sport::Run }).await;
    assert_eq!(part.now.sport, Sport::Run);
    undo(&club, part.revisions[0].id).await;

    let merged = revise(&club, split.parts[0], Change::Merge { of: split.parts[1..].to_vec() }).await;
    assert_eq!(total(&club, ada.id).await.0, 1);
    let joined = whole(&club, split.parts[0]).await;
    assert_eq!((joined.activity.elapsed, joined.activity.start), (before.activity.elapsed, before.activity.start));
    for (one, other) in joined.channels.iter().zip(&before.channels) {
        assert_eq!((one.kind, &one.ms), (other.kind, &other.ms), "neither lost nor doubled");
        let near = one.values.iter().zip(&other.values).all(|(a, b)| (a - b).abs() < 0.02);
        assert!(near, "{:?}", one.kind);
    }
    assert!((total(&club, ada.id).await.2 - load).abs() < 0.5);
    let built_on = UndoRevision { revision: split.revisions[0].id, reason: "too early".to_owned() };
    assert_eq!(club.ask(&built_on).await.expect_err("parts are merged").code, FaultCode::Impossible);
    undo(&club, merged.revisions[0].id).await;
    undo(&club, split.revisions[0].id).await;
    assert_eq!(total(&club, ada.id).await.0, 1);
    assert_eq!(whole(&club, id).await, before, "as if nothing had been");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_recordings_of_one_session_become_one_and_part_again_with_their_import() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let first = club.bring("first.fit", &ride(3), ada.id).await.files[0].activities[0];
    let second = sample::ride(testkit::clock::now() - Duration::days(3) + Duration::minutes(70), 1800, Some(180));
    let report = club.bring("second.fit", &second, ada.id).await;
    let other = report.files[0].activities[0];
    let (_, timer, _) = total(&club, ada.id).await;
    let view = revise(&club, other, Change::Merge { of: vec![first] }).await;
    let (count, merged_timer, _) = total(&club, ada.id).await;
    assert_eq!(count, 1);
    assert!((merged_timer - timer).abs() < 1.0, "the stop between is a pause: {merged_timer} of {timer}");
    assert!(view.offset_s < -4000.0, "it begins with the first");
    let replaced = club.ask(&ListRevisions { activity: first }).await.expect("shown").replaced;
    assert_eq!(replaced.map(|member| (member.role, member.of)), Some((Role::Merged, other)));

    let out = ExportActivity { id: first, format: ActivityFormat::Tcx, folder: None };
    let tcx = std::fs::read(club.ask(&out).await.expect("written").path).expect("there");
    let report = club.bring("first again.tcx", &tcx, ada.id).await;
    assert_eq!(report.files[0].outcome, Outcome::Linked, "what was merged is still known: {report:?}");
    assert_eq!(total(&club, ada.id).await.0, 1);

    let batch = club.activities(ada.id).await[0].batch;
    club.ask(&UndoImport { batch }).await.expect("the second file goes");
    let left = club.activities(ada.id).await;
    assert_eq!(left.iter().map(|a| a.id).collect::<Vec<_>>(), [first], "the first counts again");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_hers_goes_and_limits_of_one_activity_stand_over_the_athletes() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let before = whole(&club, id).await;
    let change = Change::Exclude { channel: ChannelKind::HeartRate, from_s: 600.0, to_s: 1500.0 };
    let view = revise(&club, id, change).await;
    let activity = whole(&club, id).await.activity;
    let told = activity.repairs.iter().find(|repair| repair.kind == RepairKind::Excluded).expect("told");
    assert_eq!((told.channel, told.at_s, told.samples), (Some(ChannelKind::HeartRate), Some(600.0), 900));
    let own = RepairLimits { hr_max: 120.0, ..RepairLimits::default() };
    let limited = revise(&club, id, Change::Limits { limits: own }).await;
    assert!(limited.now.marked > view.now.marked);
    let wide = RepairLimits { hr_max: 240.0, ..RepairLimits::default() };
    club.ask(&SetRepairLimits { athlete: ada.id, limits: Some(wide), task: None }).await.expect("set");
    let still = club.ask(&ListRevisions { activity: id }).await.expect("shown");
    assert_eq!(still.now.marked, limited.now.marked, "its own limits hold");
    club.ask(&SetRepairLimits { athlete: ada.id, limits: None, task: None }).await.expect("set");
    for revision in still.revisions {
        undo(&club, revision.id).await;
    }
    assert_eq!(whole(&club, id).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_file_of_a_trimmed_activity_is_still_known_and_the_trim_stands() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let out = club.ask(&ExportActivity { id, format: ActivityFormat::Tcx, folder: None }).await.expect("written");
    let tcx = std::fs::read(out.path).expect("there");
    let split = revise(&club, id, Change::Split { at_s: vec![600.0] }).await;
    let report = club.bring("same ride.tcx", &tcx, ada.id).await;
    assert_eq!(report.files[0].outcome, Outcome::Linked, "{report:?}");
    let counting: Vec<ActivityId> = club.activities(ada.id).await.iter().map(|activity| activity.id).collect();
    assert_eq!(counting.len(), 2);
    assert!(split.parts.iter().all(|part| counting.contains(part)), "the parts count and nothing else");
}

#[tokio::test(flavor = "multi_thread")]
async fn positions_nobody_may_see_are_trimmed_with_the_rest() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    club.consent(1, ada.id, DataCategory::Location, false).await;
    revise(&club, id, Change::Trim { from_s: 0.0, to_s: 900.0 }).await;
    let hidden = RawChannel { id, channel: ChannelKind::Latitude, width: 200 };
    assert!(club.ask(&hidden).await.expect("asked").raw.is_empty(), "not without consent");
    club.consent(2, ada.id, DataCategory::Location, true).await;
    let roster = club.roster().await;
    let positions = roster.channels(id, &[ChannelKind::Latitude]).await.expect("read").remove(0);
    assert!(positions.ms.last().is_some_and(|last| *last < 900_000), "{:?}", positions.ms.last());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_is_refused_with_a_sentence_and_changes_nothing() {
    let club = Club::new().await;
    let ada = ada(&club).await;
    let bo = club.athlete("Bo Marsh").await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let of_bo = club.bring("other.fit", &ride(9), bo.id).await.files[0].activities[0];
    let long_ago = club.bring("old.fit", &ride(12), ada.id).await.files[0].activities[0];
    let before = whole(&club, id).await;
    let elapsed = before.activity.elapsed.0;
    for change in [
        Change::Trim { from_s: 0.0, to_s: elapsed },
        Change::Trim { from_s: 50.0, to_s: 20.0 },
        Change::Trim { from_s: 0.0, to_s: elapsed + 500.0 },
        Change::Split { at_s: Vec::new() },
        Change::Split { at_s: vec![elapsed + 5.0] },
        Change::Merge { of: vec![id] },
        Change::Merge { of: vec![of_bo] },
        Change::Merge { of: vec![long_ago] },
        Change::Sport { sport: before.activity.sport },
        Change::Exclude { channel: ChannelKind::MuscleOxygen, from_s: 0.0, to_s: 60.0 },
        Change::Limits { limits: RepairLimits { hr_max: 20.0, ..RepairLimits::default() } },
    ] {
        let request = ReviseActivity { activity: id, change: change.clone(), reason: "why".to_owned() };
        let refused = club.ask(&request).await.expect_err(&format!("{change:?}"));
        assert!(matches!(refused.code, FaultCode::BadValue | FaultCode::Impossible), "{change:?}: {refused:?}");
        assert!(!refused.what.is_empty() && !refused.next.is_empty(), "{refused:?}");
    }
    let unsaid = ReviseActivity { activity: id, change: Change::Sport { sport: Sport::Run }, reason: " ".to_owned() };
    assert_eq!(club.ask(&unsaid).await.expect_err("a reason is needed").code, FaultCode::BadValue);
    assert_eq!(whole(&club, id).await, before);
}
