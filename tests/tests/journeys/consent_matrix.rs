//! Whatever is withheld is in no byte that leaves: every call and every export, each kind of data in turn.
//!
//! Marked values of each kind are planted. Then every call of the list is asked, and every file it wrote is taken apart,
//! once with all of it allowed (each mark must be found, so that the test can fail) and once with each kind withdrawn (none
//! of its marks may be found, and that it is withheld must be said).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::path::Path;

use chrono::{Duration, NaiveDate};
use contract::consent::{ActAs, RecordConsent, SetStaff, ShowStaff, ShowWithheld};
use contract::plan::ExportPlan;
use domain::consent::{DataCategory, Guardian, Purpose, Role, Why, Withheld};
use domain::id::{ActivityId, AthleteId};
use domain::words::Words;
use exchange::Content;
use serde_json::{Value, json};

use crate::club::{Club, monday};
use crate::wire::ask_all;

/// A value of a kind of data, as it looks wherever it is written.
struct Mark(DataCategory, &'static str);

/// Numbers are binary fractions, so that no sum or mean of others looks like them by chance.
const MARKS: &[Mark] = &[
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
];

/// Something real to ask of each call about consent and roles.
pub(crate) fn consent_examples(athlete: &Value) -> Vec<(&'static str, Value)> {
    vec![
        ("ShowConsent", json!({ "athlete": athlete, "on": null })),
        (
            "RecordConsent",
            json!({ "athlete": athlete, "categories": ["training", "hrv"], "purposes": ["research"], "given": true,
            "from": "2026-01-01", "to": "2026-12-31", "guardian": { "name": "Maria Fell", "relation": "mother" },
            "version": null, "language": "de" }),
        ),
        ("SetConsentAge", json!({ "age": 14 })),
        ("ShowWithheld", json!({ "athlete": athlete })),
        ("SetStaff", json!({ "id": null, "name": "Pia Lind", "role": "physio", "gone": false })),
        ("ActAs", json!({ "id": null, "passphrase": null })),
        ("ShowStaff", json!({})),
    ]
}

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
async fn planted() -> (Club, AthleteId, ActivityId) {
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
        "impulse": null, "cost_model": null, "schemes": { "power": null, "heart": null, "speed": null }, "note": null });
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
async fn all_that_leaves(club: &Club, athlete: AthleteId, activity: ActivityId) -> BTreeMap<String, String> {
    let home = club.folder.path().to_string_lossy().into_owned();
    let mut out: BTreeMap<String, String> = BTreeMap::new();
    ask_all(&club.app, &home, &json!(athlete), &json!(activity), |name, reply| {
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
    assert!(out.keys().any(|name| name.contains("zip")), "the archive of an athlete was looked into");
    out
}

/// The words in every file of a folder.
fn files(folder: &Path, out: &mut BTreeMap<String, String>) {
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

fn found(out: &BTreeMap<String, String>, mark: &str) -> Vec<String> {
    out.iter().filter(|(_, text)| text.contains(mark)).map(|(name, _)| name.clone()).collect()
}

fn withdrawal(athlete: AthleteId, category: DataCategory, purpose: Purpose, given: bool) -> RecordConsent {
    RecordConsent {
        athlete,
        categories: vec![category],
        purposes: vec![purpose],
        given,
        from: None,
        to: None,
        guardian: None,
        version: None,
        language: None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn with_everything_allowed_every_mark_is_found() {
    let (club, ada, activity) = planted().await;
    let out = all_that_leaves(&club, ada, activity).await;
    for Mark(category, mark) in MARKS {
        let places = found(&out, mark);
        assert!(!places.is_empty(), "{category:?}: {mark} was planted and is nowhere, so the search proves nothing");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_withheld_is_in_no_byte_that_leaves() {
    let mut leaks = Vec::new();
    for category in DataCategory::ALL {
        let (club, ada, activity) = planted().await;
        club.ask(&withdrawal(ada, *category, Purpose::Coach, false)).await.expect("withdrawn");
        let said = club.ask(&ShowWithheld { athlete: ada }).await.expect("told");
        assert!(said.iter().any(|one| one.category == *category && one.why == Why::Withdrawn), "{said:?}");
        let out = all_that_leaves(&club, ada, activity).await;
        for Mark(_, mark) in MARKS.iter().filter(|mark| mark.0 == *category) {
            leaks.extend(found(&out, mark).into_iter().map(|place| format!("{category:?} {mark}: {place}")));
        }
        let readme =
            out.iter().find(|(name, _)| name.ends_with("README.txt")).expect("the archive says what it holds").1;
        let said = Withheld { category: *category, why: Why::Withdrawn, since: Some(NaiveDate::default()) };
        assert!(
            readme.contains(&said.say(Words::english())),
            "the archive says that {category:?} is withheld: {readme}"
        );
    }
    assert!(leaks.is_empty(), "withheld, and yet there:\n{}", leaks.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_given_again_is_there_again() {
    let (club, ada, activity) = planted().await;
    for category in DataCategory::ALL {
        club.ask(&withdrawal(ada, *category, Purpose::Coach, false)).await.expect("withdrawn");
        club.ask(&withdrawal(ada, *category, Purpose::Coach, true)).await.expect("given again");
    }
    let out = all_that_leaves(&club, ada, activity).await;
    for Mark(category, mark) in MARKS {
        assert!(!found(&out, mark).is_empty(), "{category:?}: {mark} came back");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_role_reads_what_was_agreed_and_does_what_it_may() {
    let (club, ada, activity) = planted().await;
    let mut ids = BTreeMap::new();
    for role in [Role::Assistant, Role::Physio, Role::Viewer] {
        let request = SetStaff { id: None, name: format!("The {}", role.code()), role, gone: false };
        let staff = club.ask(&request).await.expect("added").value;
        let person = staff.people.iter().find(|one| one.role == role).expect("there");
        ids.insert(role, person.id);
    }
    for (role, id) in &ids {
        club.ask(&ActAs { id: Some(*id), passphrase: None }).await.expect("no passphrase on this roster");
        let out = all_reads(&club, ada, activity).await;
        for Mark(category, mark) in MARKS {
            assert_eq!(
                found(&out, mark),
                Vec::<String>::new(),
                "{role:?}: {category:?} {mark} was agreed for the coach only"
            );
        }
        let refused =
            club.ask(&withdrawal(ada, DataCategory::Heart, Purpose::Coach, true)).await.expect_err("not theirs");
        assert!(refused.what.contains("As "), "{refused:?}");
        club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
    }
    for category in DataCategory::ALL {
        club.ask(&withdrawal(ada, *category, Purpose::Assistant, true)).await.expect("given to the staff");
    }
    let hidden = |role: Role, mark: &str| match role {
        Role::Assistant => false,
        Role::Physio => ["54.32198", "MarkOfAPrivateNote", "MarkOfAJourney", "MarkOfACallLine"].contains(&mark),
        _ => ["MarkOfAPrivateNote", "MarkOfACallLine"].contains(&mark),
    };
    for (role, id) in &ids {
        club.ask(&ActAs { id: Some(*id), passphrase: None }).await.expect("chosen");
        assert_eq!(club.ask(&ShowStaff {}).await.expect("told").role, *role);
        let out = all_reads(&club, ada, activity).await;
        let missing: Vec<&str> = MARKS
            .iter()
            .map(|mark| mark.1)
            .filter(|mark| hidden(*role, mark) != found(&out, mark).is_empty())
            .collect();
        // Where only exports and the journal show a mark, a role that may do neither does not find it.
        let only_leaving = ["47.140625", "heart-rate {\"21"];
        let missing: Vec<&str> = missing.into_iter().filter(|mark| !only_leaving.contains(mark)).collect();
        assert!(missing.is_empty(), "{role:?}: {missing:?}");
        let wellness = json!({ "athlete": ada, "values": [
            { "date": "2026-11-14", "field": "mood", "value": 4.0, "source": "form" }] });
        let wrote = app::dispatch(&club.app, "AddWellness", &wellness.to_string()).await;
        assert_eq!(wrote.is_ok(), *role != Role::Viewer, "{role:?}: {wrote:?}");
        let drafted = json!({ "athlete": ada, "week": "2026-W49", "fresh": false });
        let drafted = app::dispatch(&club.app, "DraftWeek", &drafted.to_string()).await;
        assert_eq!(drafted.is_ok(), *role == Role::Assistant, "{role:?}: {drafted:?}");
        club.ask(&ActAs { id: None, passphrase: None }).await.expect("back");
    }
}

/// What every call that only reads says.
async fn all_reads(club: &Club, athlete: AthleteId, activity: ActivityId) -> BTreeMap<String, String> {
    let week = "2026-W48";
    let one = json!({ "athlete": athlete });
    let reads = [
        ("Triage", json!({ "on": null })),
        ("ShowTriageRow", one.clone()),
        ("ShowBeside", one.clone()),
        ("AthletePage", json!({ "athlete": athlete, "on": null, "eyes": "coach" })),
        ("ShowHistory", json!({ "athlete": athlete, "eyes": "coach" })),
        ("SettingsHistory", json!({ "athlete": athlete, "eyes": "coach" })),
        ("ShowSignals", json!({ "athlete": athlete, "on": null })),
        ("ListActivities", json!({ "athlete": athlete, "from": null, "to": null, "limit": 50 })),
        ("ActivityDetail", json!({ "id": activity })),
        ("ActivityTrace", json!({ "id": activity, "width": 200, "channels": [], "from": null, "to": null })),
        ("ActivityTrack", json!({ "id": activity, "mark_m": 1000.0 })),
        ("ShowMeasures", json!({ "activity": activity, "width": 300 })),
        ("ReadinessTrend", json!({ "athlete": athlete, "from": null, "to": null })),
        ("LoadTrend", json!({ "athlete": athlete, "from": null, "to": null })),
        ("ShowThresholds", json!({ "athlete": athlete, "on": null })),
        ("ListMarks", one.clone()),
        ("ShowWeek", json!({ "athlete": athlete, "week": week })),
        ("ShowBoard", json!({ "week": week, "weeks": 1, "squad": null })),
        ("ExplainWeek", json!({ "athlete": athlete, "week": week })),
        ("ShowAvailability", json!({ "week": week, "squad": null })),
        ("ShowSeason", json!({ "athlete": athlete, "from": week, "weeks": 4 })),
        ("ReadJournal", json!({ "limit": 1000 })),
    ];
    let mut out = BTreeMap::new();
    for (name, args) in reads {
        let said = app::dispatch(&club.app, name, &args.to_string()).await.unwrap_or_else(|fault| format!("{fault:?}"));
        out.insert(name.to_owned(), said);
    }
    out
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_file_for_other_coaches_holds_what_may_be_shared_with_them() {
    let (club, ada, _) = planted().await;
    let out = club.folder.path().join("team");
    let request = ExportPlan {
        athlete: ada,
        week: "2026-W48".parse().expect("a week"),
        folder: Some(out.to_string_lossy().into_owned()),
        texts: Vec::new(),
        seal: None,
        for_team: true,
    };
    let refused = club.ask(&request).await.expect_err("nobody was asked");
    assert!(refused.what.contains("Ada Fell"), "{refused:?}");
    assert!(!out.exists(), "nothing was written");
    club.ask(&withdrawal(ada, DataCategory::Training, Purpose::TeamShare, true)).await.expect("given");
    let mut written = BTreeMap::new();
    club.ask(&request).await.expect("exported");
    files(&out, &mut written);
    assert_eq!(found(&written, "MarkOfANote"), Vec::<String>::new(), "notes were not given");
    club.ask(&withdrawal(ada, DataCategory::Notes, Purpose::TeamShare, true)).await.expect("given");
    club.ask(&request).await.expect("exported");
    files(&out, &mut written);
    assert!(!found(&written, "MarkOfANote").is_empty(), "now they are");
    assert_eq!(found(&written, "MarkOfAPrivateNote"), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_minor_s_yes_needs_a_guardian_and_a_minor_s_no_does_not() {
    let (club, _, _) = planted().await;
    let young = json!({ "name": "Cai Holt", "sex": null, "born": "2012-05-06", "zone": null, "squad": null });
    let added = app::dispatch(&club.app, "AddAthlete", &young.to_string()).await.expect("added");
    let added: Value = serde_json::from_str(&added).expect("JSON");
    let cai: AthleteId = serde_json::from_value(added["value"]["id"].clone()).expect("an id");
    let yes = withdrawal(cai, DataCategory::Sleep, Purpose::Assistant, true);
    let refused = club.ask(&yes).await.expect_err("fourteen years old");
    assert!(refused.what.contains("guardian") && refused.what.contains("16"), "{refused:?}");
    let guardian = Some(Guardian { name: "Maria Holt".to_owned(), relation: "mother".to_owned() });
    let view = club.ask(&RecordConsent { guardian, ..yes }).await.expect("given").value;
    assert_eq!(view.needs_guardian, Some(true));
    let said = &view.history[0];
    assert_eq!(said.text.as_ref().map(|text| text.version.as_str()), Some("2026-11"));
    assert!(
        view.texts.iter().any(|text| Some(&text.agreed) == said.text.as_ref()),
        "the text that was agreed to is kept"
    );
    club.ask(&withdrawal(cai, DataCategory::Sleep, Purpose::Assistant, false)).await.expect("withdrawn alone");
}
