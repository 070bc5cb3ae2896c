//! A roster in which something of every kind is marked, and the search for the marks in everything that leaves.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;

use chrono::Duration;
use domain::consent::DataCategory;
use domain::id::{ActivityId, AthleteId};
use exchange::Content;
use serde_json::{Value, json};

use crate::club::{Club, monday};
use crate::wire::ask_those;

/// A value of a kind of data, as it looks wherever it is written.
pub(super) struct Mark(pub(super) DataCategory, pub(super) &'static str);

/// Numbers are binary fractions, so that no sum or mean of others looks like them by chance.
pub(super) const MARKS: &[Mark] = &[
    Mark(DataCategory::Training, "12345.671875"),
    Mark(DataCategory::Training, "2519.140625"),
    Mark(DataCategory::Heart, "212.2"),
    Mark(DataCategory::Heart, "heart-rate {\"21"),
    Mark(DataCategory::Heart, "171.390625"),
    Mark(DataCategory::Heart, "163.296875"),
    Mark(DataCategory::Heart, "47.140625"),
    Mark(DataCategory::Hrv, "61.453125"),
    Mark(DataCategory::Sleep, "7.328125"),
    Mark(DataCategory::Sleep, "8.453125"),
    Mark(DataCategory::Wellness, "61.828125"),
    Mark(DataCategory::Injury, "MarkOfAnInjury"),
    Mark(DataCategory::Injury, "MarkOfAnIllness"),
    Mark(DataCategory::Injury, "6.703125"),
    Mark(DataCategory::Cycle, "MarkOfTheCycle"),
    Mark(DataCategory::Location, "54.32198"),
    Mark(DataCategory::Location, "MarkOfAJourney"),
    Mark(DataCategory::Notes, "MarkOfANote"),
    Mark(DataCategory::Notes, "MarkOfAPrivateNote"),
    Mark(DataCategory::Notes, "MarkOfAComment"),
    Mark(DataCategory::Notes, "MarkOfACallLine"),
    Mark(DataCategory::Notes, "MarkOfAReason"),
    Mark(DataCategory::Notes, "MarkOfAResult"),
    Mark(DataCategory::Notes, "MarkOfAChange"),
    Mark(DataCategory::Notes, "MarkOfAnotherComment"),
    Mark(DataCategory::Notes, "MarkOfASetting"),
    // Words on a body are notes as well.
    Mark(DataCategory::Notes, "MarkOfAnInjury"),
    Mark(DataCategory::Notes, "MarkOfAnIllness"),
    Mark(DataCategory::Notes, "MarkOfTheCycle"),
    Mark(DataCategory::Notes, "MarkOfAJourney"),
];

/// Half an hour of a run with a place and a heart rate at every second.
fn run() -> Vec<u8> {
    let start = monday() - Duration::days(3);
    let points: String = (0..1800)
        .map(|second| {
            let at = (start + Duration::seconds(second)).to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            let lat = 54.321_98 + f64::from(i32::try_from(second).expect("small")) * 1e-9;
            format!(
                "<Trackpoint><Time>{at}</Time><Position><LatitudeDegrees>{lat:.9}</LatitudeDegrees>\
                 <LongitudeDegrees>7.5</LongitudeDegrees></Position><DistanceMeters>{}</DistanceMeters>\
                 <HeartRateBpm><Value>{}</Value></HeartRateBpm></Trackpoint>",
                second * 4,
                if second < 1350 { 212 } else { 213 }
            )
        })
        .collect();
    let at = start.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
    format!(
        "<?xml version=\"1.0\"?><TrainingCenterDatabase xmlns=\"http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2\">\
         <Activities><Activity Sport=\"Running\"><Id>{at}</Id><Lap StartTime=\"{at}\"><TotalTimeSeconds>1800</TotalTimeSeconds>\
         <DistanceMeters>7200</DistanceMeters><AverageHeartRateBpm><Value>212</Value></AverageHeartRateBpm>\
         <MaximumHeartRateBpm><Value>213</Value></MaximumHeartRateBpm><Intensity>Active</Intensity>\
         <TriggerMethod>Manual</TriggerMethod><Track>{points}</Track></Lap></Activity></Activities></TrainingCenterDatabase>"
    )
    .into_bytes()
}

/// A roster in which something of every kind is marked.
pub(super) async fn planted() -> (Club, AthleteId, ActivityId) {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await.id;
    let report = club.upload(&[("Ada Fell/a.tcx", &run())]).await;
    let activity = report.files[0].activities[0];
    let ask = async |name: &str, args: Value| {
        let reply = app::dispatch(&club.app, name, &args.to_string()).await;
        reply.unwrap_or_else(|fault| panic!("{name}: {fault:?}"))
    };
    ask("AllowCycle", json!({ "athlete": ada, "given": true })).await;
    let settings = json!({ "from": "2026-10-01", "ftp": 210.0, "lthr": 163.296875, "hr_max": 220.0, "hr_rest": 47.0,
        "threshold_speed": 3.5, "critical_power": null, "w_prime": null, "critical_speed": null, "d_prime": null,
        "swim_speed": null, "vt1": null, "vt2": null, "body_mass": 61.828125, "height": 1.7, "sleep_need_h": 8.453125,
        "impulse": null, "cost_model": null, "schemes": { "power": null, "heart": null, "speed": null },
        "note": "MarkOfASetting" });
    ask("AddSettings", json!({ "athlete": ada, "settings": settings })).await;
    let value =
        |field: &str, value: f64| json!({ "date": "2026-11-15", "field": field, "value": value, "source": "form" });
    let mornings = [("resting-hr", 47.140625), ("rmssd", 61.453125), ("sleep", 7.328125), ("body-mass", 61.828125)];
    let mut values: Vec<Value> = mornings.into_iter().map(|(field, one)| value(field, one)).collect();
    values.push(value("pain", 6.703125));
    ask("AddWellness", json!({ "athlete": ada, "values": values })).await;
    let mark = |kind: &str, note: &str| {
        json!({ "athlete": ada, "kind": kind, "from": "2026-11-12", "to": "2026-11-13",
        "size": if kind == "travel" { json!(3.0) } else { Value::Null }, "note": note, "replaces": null })
    };
    for (kind, note) in [("illness", "MarkOfAnIllness"), ("cycle", "MarkOfTheCycle"), ("travel", "MarkOfAJourney")] {
        ask("AddMark", mark(kind, note)).await;
    }
    ask(
        "AddException",
        json!({ "athletes": [ada], "kind": "injury", "from": "2026-11-24", "to": "2026-11-25", "minutes": 20,
        "note": "MarkOfAnInjury", "supersedes": null }),
    )
    .await;
    let conditions = json!({ "temperature": null, "humidity": null, "altitude": null });
    ask(
        "AddResult",
        json!({ "athlete": ada, "date": "2026-11-08", "effort": "race", "sport": "run", "distance": 10000.0,
        "time": 2519.140625, "power": null, "heart": 171.390625, "activity": null, "race": null, "note": "MarkOfAResult",
        "conditions": conditions, "corrects": null }),
    )
    .await;
    ask(
        "AddActivity",
        json!({ "athlete": ada, "entered": { "sport": "run", "start_local": "2026-11-14T18:00:00", "minutes": 61.0,
        "rpe": 6.0, "distance": 12345.671875, "comment": "MarkOfAComment", "sets": [] } }),
    )
    .await;
    ask(
        "ReviseActivity",
        json!({ "activity": activity, "reason": "MarkOfAChange",
        "change": { "do": "comment", "comment": "MarkOfAnotherComment" } }),
    )
    .await;
    ask("MarkAthlete", json!({ "athlete": ada, "decision": { "decision": "call-list", "line": "MarkOfACallLine" } }))
        .await;
    let week = "2026-W48";
    ask("DraftWeek", json!({ "athlete": ada, "week": week, "fresh": false })).await;
    let session =
        json!({ "kind": "easy", "sport": "run", "title": "Easy run", "minutes": 30, "load": 25.0, "steps": [] });
    ask(
        "OverrideSession",
        json!({ "athlete": ada, "week": week, "session": null, "tag": "other", "text": "MarkOfAReason", "insist": true,
        "change": { "do": "add", "date": "2026-11-26", "session": session } }),
    )
    .await;
    for (text, shared) in [("MarkOfANote", true), ("MarkOfAPrivateNote", false)] {
        ask(
            "Annotate",
            json!({ "athlete": ada, "subject": { "on": "week", "week": week }, "text": text, "shared": shared }),
        )
        .await;
    }
    (club, ada, activity)
}

/// Everything a kind of withholding lets out: what each call said, and what each file holds, by name.
pub(super) async fn all_that_leaves(club: &Club, athlete: AthleteId, activity: ActivityId) -> BTreeMap<String, String> {
    let out = all_said(club, athlete, activity, |_| true).await;
    assert!(out.keys().any(|name| name.contains("zip")), "the archive of an athlete was looked into");
    out
}

/// The same of those calls that are to be asked.
pub(super) async fn all_said(
    club: &Club,
    athlete: AthleteId,
    activity: ActivityId,
    asks: impl Fn(&str) -> bool,
) -> BTreeMap<String, String> {
    let home = club.folder.path().to_string_lossy().into_owned();
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    ask_those(&club.app, &home, (&json!(athlete), &json!(activity)), &asks, |name, reply| {
        let text = match reply {
            Ok(text) => text.clone(),
            Err(fault) => format!("{fault:?}"),
        };
        out.entry(name.to_owned()).or_default().push_str(&text);
    })
    .await;
    for format in ["fit", "csv", "gpx", "original"] {
        let args = json!({ "id": activity, "format": format, "folder": format!("{home}/out") }).to_string();
        // What may not leave is refused: the fault is searched too.
        let said = app::dispatch(&club.app, "ExportActivity", &args).await.unwrap_or_else(|fault| format!("{fault:?}"));
        out.insert(format!("ExportActivity {format}"), said);
    }
    for folder in ["out", "exports"] {
        files(&Path::new(&home).join(folder), &mut out);
    }
    out
}

/// The words in every file of a folder.
pub(super) fn files(folder: &Path, out: &mut BTreeMap<String, String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, out);
        } else {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            words(&name, &std::fs::read(&path).expect("readable"), out);
        }
    }
}

/// A file taken apart: archives entry by entry, recordings channel by channel, anything else as text.
fn words(name: &str, bytes: &[u8], out: &mut BTreeMap<String, String>) {
    if bytes.starts_with(b"PK\x03\x04") {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a whole archive");
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).expect("an entry");
            let mut inner = Vec::new();
            entry.read_to_end(&mut inner).expect("a whole entry");
            let inside = format!("{name} zip: {}", entry.name().expect("a name"));
            drop(entry);
            words(&inside, &inner, out);
        }
        return;
    }
    let mut text = String::from_utf8_lossy(bytes).into_owned();
    if let Ok(parsed) = exchange::read(name, bytes) {
        for content in &parsed.contents {
            if let Content::Activity { recording, .. } = content {
                for channel in &recording.channels {
                    let seen: BTreeSet<String> = channel.values.iter().map(|value| format!("{value:?}")).collect();
                    text.push_str(&format!("\n{} {seen:?}", channel.kind.code()));
                }
                text.push_str(&format!("\n{:?}", recording.totals));
            }
        }
    }
    out.insert(format!("file {name}"), text);
}

/// Where a mark is found.
pub(super) fn found(out: &BTreeMap<String, String>, mark: &str) -> Vec<String> {
    out.iter().filter(|(_, text)| text.contains(mark)).map(|(name, _)| name.clone()).collect()
}
