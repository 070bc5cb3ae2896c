//! Every call crosses the glass and comes back the same: request and reply, as JSON text.

mod keys;
mod planning;

use std::collections::BTreeMap;

use app::App;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::Duration;
use contract::{Call, Fault, with_calls};
use domain::words::Words;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::club::{Club, monday};
use crate::consent_matrix::consent_examples;

macro_rules! survive {
    ($($request:ty => $reply:ty),+ $(,)?) => {
        /// Parses a request and writes it again.
        fn request_again(name: &str, args: &str) -> Value {
            $(if name == <$request as Call>::NAME {
                let parsed: $request = serde_json::from_str(args).unwrap_or_else(|e| panic!("{name} {args}: {e}"));
                return serde_json::to_value(parsed).expect("a request is JSON");
            })+
            panic!("{name} is not in the list")
        }

        /// Parses a reply and writes it again.
        fn reply_again(name: &str, text: &str) -> Value {
            $(if name == <$request as Call>::NAME {
                let parsed: $reply = serde_json::from_str(text).unwrap_or_else(|e| panic!("{name} {text}: {e}"));
                return serde_json::to_value(parsed).expect("a reply is JSON");
            })+
            panic!("{name} is not in the list")
        }
    };
}

with_calls!(survive);

/// Something real to ask of each call, in an order in which each finds what it needs.
fn examples(home: &str, athlete: &Value, activity: &Value) -> Vec<(&'static str, Value)> {
    let week = "2026-W48";
    let session =
        json!({ "kind": "easy", "sport": "run", "title": "Easy run", "minutes": 40, "load": 30.0, "steps": [] });
    let locale = json!({
        "language": "en", "units": "imperial", "clock": "12h", "week_start": "sunday", "ride": "speed", "run": "pace",
    });
    vec![
        ("RosterInfo", json!({})),
        ("CountActivities", json!({})),
        ("ShowPreferences", json!({})),
        ("SetPreferences", json!({ "preferences": { "locale": locale, "tour_seen": true } })),
        ("ListAthletes", json!({})),
        ("Triage", json!({ "on": null })),
        ("ReadJournal", json!({ "limit": 5 })),
        (
            "ReadAudit",
            json!({ "athlete": null, "author": null, "action": "import-files", "from": "2026-01-01", "to": null,
                    "before": null, "limit": 3 }),
        ),
        ("MakeBackup", json!({ "folder": format!("{home}/elsewhere") })),
        ("VerifyBackup", json!({ "name": "<backup>" })),
        ("RestoreBackup", json!({ "name": "<backup>", "passphrase": null })),
        ("ShowWayOut", json!({})),
        ("SalvageRoster", json!({ "roster": null, "to": format!("{home}/saved.trackside"), "passphrase": null })),
        ("SetBackups", json!({ "keep": { "daily": 3, "weekly": 2, "monthly": 1 } })),
        ("CheckRoster", json!({})),
        ("VerifyAudit", json!({})),
        ("ShowSafety", json!({})),
        ("ShowTriageRow", json!({ "athlete": athlete })),
        ("ShowBeside", json!({ "athlete": athlete })),
        (
            "MarkAthlete",
            json!({ "athlete": athlete, "decision": { "decision": "call-list", "line": "How is the knee?" } }),
        ),
        ("UnmarkAthlete", json!({ "athlete": athlete, "kind": "call-list" })),
        (
            "SaveFilter",
            json!({ "name": "Runners", "filter": { "text": "", "squad": null, "rule": null, "plan": "needs-review",
            "sport": "run" } }),
        ),
        ("DropFilter", json!({ "name": "Runners" })),
        ("CancelTask", json!({ "task": "01890000-0000-7000-8000-000000000000" })),
        ("AddAthlete", json!({ "name": "Bo Marsh", "sex": "male", "born": "2001-01-31", "zone": null, "squad": null })),
        ("AddAthletes", json!({ "text": "name,born\nCai Holt,2003-04-05\nBo Marsh,", "zone": null, "look": false })),
        ("ShowHelp", json!({ "page": "metrics" })),
        ("SearchHelp", json!({ "text": "normalized power" })),
        ("AthletePage", json!({ "athlete": athlete, "on": null, "eyes": "coach" })),
        ("ShowHistory", json!({ "athlete": athlete, "eyes": "athlete" })),
        ("ShowBests", json!({ "athlete": athlete, "days": 42 })),
        ("SettingsHistory", json!({ "athlete": athlete, "eyes": "coach" })),
        ("SaveChart", json!({ "name": "load", "form": "csv", "content": "Day,Load" })),
        (
            "AddSettings",
            json!({ "athlete": athlete, "settings": { "from": "2026-11-01", "ftp": 210.0, "lthr": 165.0,
            "hr_max": 188.0, "hr_rest": 48.0, "threshold_speed": null, "critical_power": 216.0, "w_prime": 16000.0,
            "critical_speed": null, "d_prime": null, "swim_speed": null, "vt1": null, "vt2": null, "body_mass": 61.5,
            "height": 1.7, "sleep_need_h": 8.5, "impulse": { "a": 0.6, "b": 1.9 }, "cost_model": "minetti",
            "schemes": { "power": "coggan-power", "heart": null, "speed": null }, "note": "20-min test" } }),
        ),
        (
            "SetAvailability",
            json!({ "athlete": athlete,
            "availability": { "from": "2026-11-01", "minutes": [60, null, 90, 45, 0, 120, 150],
            "sports": [[], ["run"], [], [], [], ["run", "ride"], []] } }),
        ),
        (
            "AddRace",
            json!({ "athlete": athlete, "name": "Lake ride", "date": "2026-12-20", "sport": "ride",
            "distance": 80000.0, "priority": "A" }),
        ),
        ("AddPhase", json!({ "athlete": athlete, "kind": "build", "from": "2026-11-01", "to": "2026-12-06" })),
        (
            "AddWellness",
            json!({ "athlete": athlete, "values": [
            { "date": "2026-11-15", "field": "rmssd", "value": 61.0, "source": "strap" }] }),
        ),
        ("ImportFiles", json!({ "paths": [home], "athlete": null, "task": null })),
        (
            "StageFiles",
            json!({ "stage": null, "files": [{ "name": "Tag.csv", "base64": STANDARD.encode("Tag;Puls\n16.11.2026;50\n") }],
            "unreadable": [["gone.fit", "not there any more"]] }),
        ),
        ("PreviewImport", json!({ "origin": { "staged": "<stage>" }, "athlete": athlete, "task": null })),
        (
            "MapColumns",
            json!({ "headings": ["Tag", "Puls"], "task": null,
            "uses": [{ "day": "day-month-year" }, { "wellness": ["resting-hr", "as-is"] }] }),
        ),
        ("ShowPreview", json!({})),
        (
            "CommitImport",
            json!({ "preview": "<preview>", "task": null, "choices": [
            { "row": 0, "skip": false, "athlete": athlete, "remember_device": false, "link": null }] }),
        ),
        ("DiscardPreview", json!({ "preview": "<preview>" })),
        ("ShowImport", json!({ "batch": "<batch>" })),
        ("ExportReport", json!({ "batch": "<batch>", "folder": format!("{home}/out") })),
        ("UndoImport", json!({ "batch": "<batch>" })),
        ("RedoImport", json!({ "batch": "<batch>" })),
        (
            "AddActivity",
            json!({ "athlete": athlete, "entered": { "sport": "strength", "start_local": "2026-11-15T18:00:00",
            "minutes": 45.0, "rpe": 6.0, "distance": null, "comment": "Heavy", "sets": [
            { "span": null, "active": true, "exercise": "Squat", "reps": 8, "weight": 60.0 }] } }),
        ),
        ("LinkActivity", json!({ "activity": "<entered>", "of": activity, "same": false })),
        ("SquadMorning", json!({ "day": "2026-11-16", "text": "Ada: sleep 7.5", "keep": true })),
        ("ExportActivity", json!({ "id": activity, "format": "tcx", "folder": format!("{home}/out") })),
        ("ExportAthlete", json!({ "athlete": athlete, "folder": format!("{home}/out"), "task": null })),
        ("ListErasures", json!({})),
        ("PreviewErasure", json!({ "athlete": athlete })),
        ("ShowRetention", json!({})),
        ("SetRetention", json!({ "kind": "location", "months": 24 })),
        ("ApplyRetention", json!({ "kind": "location", "before": "<retention>" })),
        ("ShowRepairLimits", json!({ "athlete": athlete })),
        (
            "SetRepairLimits",
            json!({ "athlete": athlete, "task": null, "limits": { "hr_min": 30.0, "hr_max": 220.0, "hr_step": 15.0,
            "power_max": 1800.0, "run_speed_max": 11.0, "climb_max": 30.0 } }),
        ),
        ("ShowSignals", json!({ "athlete": athlete, "on": null })),
        ("SetWatch", json!({ "folder": null })),
        ("ShowWatch", json!({})),
        ("AssignActivities", json!({ "activities": [activity], "athlete": athlete, "remember_device": false })),
        ("ListBatches", json!({})),
        ("ListActivities", json!({ "athlete": athlete, "from": null, "to": null, "limit": 5 })),
        ("ActivityDetail", json!({ "id": activity })),
        ("ActivityTrace", json!({ "id": activity, "width": 200, "channels": [], "from": 10.0, "to": 70.0 })),
        ("PreviewRevision", json!({ "activity": activity, "change": { "do": "split", "at_s": [600.0] } })),
        (
            "ReviseActivity",
            json!({ "activity": activity, "reason": "rode home by car",
            "change": { "do": "trim", "from_s": 0.0, "to_s": 1500.0 } }),
        ),
        ("ListRevisions", json!({ "activity": activity })),
        ("RawChannel", json!({ "id": activity, "channel": "heart-rate", "width": 200 })),
        ("UndoRevision", json!({ "revision": "<revision>", "reason": "it was the bike after all" })),
        ("SpanNumbers", json!({ "id": activity, "spans": [{ "from_ms": 0, "to_ms": 60_000 }] })),
        ("ActivitySplits", json!({ "id": activity, "by": { "by": "time", "seconds": 300.0 } })),
        ("ActivityTrack", json!({ "id": activity, "mark_m": 1000.0 })),
        ("SetEffort", json!({ "activity": activity, "rpe": 6.0 })),
        ("LoadTrend", json!({ "athlete": athlete, "from": null, "to": null })),
        ("ReadinessTrend", json!({ "athlete": athlete, "from": null, "to": null })),
        ("ModelCard", json!({ "athlete": athlete })),
        ("ShowMeasures", json!({ "activity": activity, "width": 300 })),
        ("LoadWeeks", json!({ "athlete": athlete, "from": null, "to": null })),
        ("ShowCurve", json!({ "athlete": athlete, "quantity": "power", "days": 90, "to": null })),
        ("MetricSeries", json!({ "athlete": athlete, "metric": "normalized-power", "from": null, "to": null })),
        ("Recompute", json!({ "athlete": null, "task": null })),
        ("ShowStale", json!({ "athlete": null })),
        (
            "AddResult",
            json!({ "athlete": athlete, "date": "2026-11-08", "effort": "race", "sport": "run", "distance": 10000.0,
            "time": 2520.0, "power": null, "heart": 171.0, "activity": null, "race": null, "note": "Windy",
            "conditions": { "temperature": 9.0, "humidity": 70.0, "altitude": null }, "corrects": null }),
        ),
        ("ShowThresholds", json!({ "athlete": athlete, "on": null })),
        (
            "PredictRace",
            json!({ "athlete": athlete, "distance": 5000.0, "date": null,
            "conditions": { "temperature": null, "humidity": null, "altitude": 1800.0 } }),
        ),
        (
            "AcceptEstimate",
            json!({ "athlete": athlete, "metric": "threshold-speed", "value": 3.96, "from": "2026-11-10", "note": null }),
        ),
        ("WithdrawResult", json!({ "result": "<result>" })),
        ("ShowRace", json!({ "athlete": athlete, "race": "<race>" })),
        (
            "SetRaceSheet",
            json!({
                "athlete": athlete, "race": "<race>", "conditions": { "temperature": 24.0, "humidity": 60.0, "altitude": null },
                "weather": "Wind from the sea", "course": activity, "target": 2400.0, "pacing": null, "fuel": "A gel at 8 km",
                "kit": null,
            }),
        ),
        ("PaceCourse", json!({ "activity": activity, "time": 3600.0, "leg": null })),
        (
            "AddMark",
            json!({ "athlete": athlete, "kind": "travel", "from": "2026-11-12", "to": null, "size": 6.0, "note": "East",
            "replaces": null }),
        ),
        ("ListMarks", json!({ "athlete": athlete })),
        ("WithdrawMark", json!({ "mark": "<mark>" })),
        ("AllowCycle", json!({ "athlete": athlete, "given": false })),
        ("ShowRules", json!({ "squad": null })),
        ("SetRule", json!({ "squad": null, "rule": "recent-spike", "setting": { "on": true, "limit": 20.0 } })),
        ("DraftWeek", json!({ "athlete": athlete, "week": week, "fresh": false })),
        ("ShowWeek", json!({ "athlete": athlete, "week": week })),
        (
            "OverrideSession",
            json!({ "athlete": athlete, "week": week, "session": null,
            "change": { "do": "add", "date": "2026-11-24", "session": session }, "tag": "group-session",
            "text": "With the group", "insist": true }),
        ),
        (
            "Annotate",
            json!({ "athlete": athlete, "subject": { "on": "week", "week": week }, "text": "Hello", "shared": true }),
        ),
        ("SessionHistory", json!({ "athlete": athlete, "week": week, "session": "added" })),
        ("ListTemplates", json!({})),
        (
            "ExportPlan",
            json!({ "athlete": athlete, "week": week, "folder": format!("{home}/out"), "texts": [], "seal": null,
            "for_team": false }),
        ),
        ("VerifyPlan", json!({ "path": format!("{home}/out/Ada Fell {week}.tsplan") })),
        ("VerifyPlanBytes", json!({ "base64": "plan" })),
        ("MyKey", json!({})),
    ]
}

/// Other rosters, last: nothing that was named before is in them.
fn roster_examples(home: &str, athlete: &Value, activity: &Value) -> Vec<(&'static str, Value)> {
    vec![
        (
            "GiveOwnFile",
            json!({ "athlete": athlete, "passphrase": "three herons by the weir", "folder": format!("{home}/own") }),
        ),
        ("ActivityWords", json!({ "activity": activity })),
        ("ShowOwn", json!({})),
        ("CreateRoster", json!({ "path": format!("{home}/other") })),
        ("OpenRoster", json!({ "path": format!("{home}/My club.trackside") })),
        // What the erasure closes must be closed when the file is written anew.
        ("EraseAthlete", json!({ "athlete": "<bo>", "name": "Bo Marsh", "reason": "mistake", "exports": false })),
        ("ShowProtection", json!({})),
        ("ProtectRoster", json!({ "present": null, "passphrase": "harbour lantern seven oars" })),
        ("SetIdleLock", json!({ "minutes": 5 })),
        ("KeepKey", json!({ "keep": false })),
        ("StillHere", json!({})),
        ("LockRoster", json!({})),
        ("UnlockRoster", json!({ "passphrase": "harbour lantern seven oars", "keep": false })),
        ("UnprotectRoster", json!({ "present": "harbour lantern seven oars" })),
    ]
}

/// What an earlier call was refused names nothing.
fn unnamed(text: &str) -> String {
    let (first, rest) = text.split_once("\"<").unwrap_or((text, ""));
    match rest.split_once(">\"") {
        Some((_, rest)) => format!("{first}\"{}\"{}", Uuid::nil(), unnamed(rest)),
        None => first.to_owned(),
    }
}

/// Asks every call of the list that has an example, in an order in which each finds what it needs, and hands each answer on.
pub(crate) async fn ask_all(
    app: &App,
    home: &str,
    athlete: &Value,
    activity: &Value,
    heard: impl FnMut(&'static str, &Result<String, Fault>),
) {
    ask_those(app, home, (athlete, activity), |_| true, heard).await;
}

/// The same of some of them.
pub(crate) async fn ask_those(
    app: &App,
    home: &str,
    (athlete, activity): (&Value, &Value),
    asks: impl Fn(&str) -> bool,
    mut heard: impl FnMut(&'static str, &Result<String, Fault>),
) {
    let mut added = json!(Uuid::nil());
    // What earlier replies named, put where later requests hold its name in angles.
    let mut named: BTreeMap<&str, Value> = BTreeMap::new();
    let all = examples(home, athlete, activity);
    let all = all
        .into_iter()
        .chain(keys::key_examples(home, athlete, "2026-W48"))
        .chain(consent_examples(athlete))
        .chain(planning::planning_examples(athlete))
        .chain(roster_examples(home, athlete, activity));
    for (name, mut args) in all.filter(|(name, _)| asks(name)) {
        if name == "SessionHistory" {
            args["session"] = added.clone();
        }
        if name == "VerifyPlanBytes" {
            let bytes = std::fs::read(format!("{home}/out/Ada Fell 2026-W48.tsplan")).unwrap_or_default();
            args["base64"] = json!(STANDARD.encode(bytes));
        }
        let mut text = args.to_string();
        for (name, value) in &named {
            text = text.replace(&format!("\"<{name}>\""), &value.to_string());
        }
        let text = unnamed(&text);
        let args: Value = serde_json::from_str(&text).expect("still JSON");
        assert_eq!(request_again(name, &text), args, "{name}: the request changed on the way");
        let reply = app::dispatch(app, name, &text).await;
        heard(name, &reply);
        let Ok(reply) = reply else { continue };
        let sent: Value = serde_json::from_str(&reply).expect("a reply is JSON");
        assert_eq!(reply_again(name, &reply), sent, "{name}: the reply changed on the way");
        if name == "OverrideSession" {
            added = sent["value"]["made"]["session"].clone();
            named.insert("added", added.clone());
        }
        let told = [
            ("StageFiles", "stage", &sent["stage"]),
            ("MakeBackup", "backup", &sent["backup"]["path"]),
            ("PreviewImport", "preview", &sent["id"]),
            ("MapColumns", "preview", &sent["value"]["id"]),
            ("CommitImport", "batch", &sent["value"]["batch"]),
            ("AddActivity", "entered", &sent["value"]["id"]),
            ("SetRetention", "retention", &sent["value"]["lines"][0]["before"]),
            ("ReviseActivity", "revision", &sent["value"]["revisions"][0]["id"]),
            ("AddResult", "result", &sent["value"]["id"]),
            ("AddMark", "mark", &sent["value"]["id"]),
            ("AddAthlete", "bo", &sent["value"]["id"]),
            ("AddRace", "race", &sent["value"]["id"]),
            ("AddPhase", "phase", &sent["value"]["id"]),
            ("AddException", "exception", &sent["value"][0]["id"]),
            ("AddBlock", "block", &sent["value"]["id"]),
            ("SetSeason", "season", &sent["value"]["id"]),
            ("AddTemplate", "template", &sent["value"]["id"]),
            ("ProposeAdaptation", "inputs", &sent["adaptation"]["inputs"]),
            ("RenewKey", "statement", &sent["value"]["statement"]),
            ("ExportKey", "keys", &sent["path"]),
        ];
        named.extend(told.into_iter().filter(|(call, ..)| *call == name).map(|(_, what, value)| (what, value.clone())));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_call_survives_the_wire_both_ways() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let report = club.upload(&[("Ada Fell/a.fit", &sample::ride(monday() - Duration::days(2), 1800, Some(180)))]).await;
    let home = club.folder.path().to_string_lossy().into_owned();
    let (athlete, activity) = (json!(ada.id), json!(report.files[0].activities[0]));
    let mut asked = Vec::new();
    ask_all(&club.app, &home, &athlete, &activity, |name, reply| {
        assert!(reply.is_ok(), "{name}: {reply:?}");
        asked.push(name);
    })
    .await;
    // The journal tells a person what each of them did.
    let all = json!({ "athlete": null, "author": null, "action": null, "from": null, "to": null, "before": null,
        "limit": 1 });
    let audit = app::dispatch(&club.app, "ReadAudit", &all.to_string()).await.expect("the journal");
    let audit: contract::safety::AuditView = serde_json::from_str(&audit).expect("lines");
    let wordless: Vec<_> =
        audit.actions.iter().filter(|action| !Words::english().has(&format!("journal-{action}"))).collect();
    assert!(audit.actions.len() > 40 && wordless.is_empty(), "{wordless:?} of {:?}", audit.actions);
    // The sample club takes seconds to make, and going on needs an import that was cut: both have journeys of their own. To
    // show a file opens the file manager of whoever runs the tests.
    // A plan of somebody else needs a second roster, which has its own journey too; a table without names needs a club that
    // agreed to research.
    // What an athlete says is said in their own file, and comes back from there: that has its journey as well.
    asked.extend(["SayOwn", "SendBack", "LookAtReturn", "MergeReturn"]);
    asked.extend([
        "OpenSample",
        "ResumeImport",
        "ShowFile",
        "TakePlan",
        "UntakePlan",
        "PreviewAnonymous",
        "ExportAnonymous",
    ]);
    let missing: Vec<_> = contract::call::NAMES.iter().filter(|name| !asked.contains(*name)).collect();
    assert!(missing.is_empty(), "no example for {missing:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_none_and_arguments_of_another_shape_are_told() {
    let club = Club::new().await;
    for (name, args) in [("NoSuchCall", "{}"), ("Triage", "[1"), ("AddAthlete", "{\"name\":1}"), ("DraftWeek", "{}")] {
        let fault = app::dispatch(&club.app, name, args).await.expect_err(name);
        assert_eq!(fault.code, contract::FaultCode::BadCall, "{fault:?}");
        assert!(fault.what.contains(name) && !fault.next.is_empty(), "{fault:?}");
    }
}
