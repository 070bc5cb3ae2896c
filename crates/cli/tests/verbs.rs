//! The verbs of imports, entries and exports, as a person would type them.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const RIDE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities>
<Activity Sport="Biking"><Id>2026-06-01T06:00:00Z</Id><Lap StartTime="2026-06-01T06:00:00Z">
<TotalTimeSeconds>120</TotalTimeSeconds><DistanceMeters>800</DistanceMeters><Track>
<Trackpoint><Time>2026-06-01T06:00:00Z</Time><HeartRateBpm><Value>110</Value></HeartRateBpm></Trackpoint>
<Trackpoint><Time>2026-06-01T06:01:00Z</Time><HeartRateBpm><Value>120</Value></HeartRateBpm></Trackpoint>
<Trackpoint><Time>2026-06-01T06:02:00Z</Time><HeartRateBpm><Value>130</Value></HeartRateBpm></Trackpoint>
</Track></Lap></Activity></Activities></TrainingCenterDatabase>
"#;

fn trackside(home: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_trackside"))
        .args(words)
        .env("TRACKSIDE_HERMETIC", "1")
        .env("TRACKSIDE_HOME", home)
        .stdin(Stdio::null())
        .output()
        .expect("it runs")
}

fn json(home: &Path, words: &[&str]) -> Value {
    let mut all = vec!["--json"];
    all.extend_from_slice(words);
    let output = trackside(home, &all);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stdout));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn text(home: &Path, words: &[&str]) -> String {
    let output = trackside(home, words);
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

fn club() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    json(home.path(), &["call", "AddAthlete", r#"{"name":"Ada Fell","zone":"Europe/Berlin"}"#]);
    std::fs::create_dir(home.path().join("files")).expect("made");
    std::fs::write(home.path().join("files").join("Ada Fell ride.tcx"), RIDE).expect("written");
    home
}

#[test]
fn a_preview_writes_nothing_and_an_import_is_listed_taken_back_and_brought_again() {
    let home = club();
    let (home, files) = (home.path(), home.path().join("files").to_string_lossy().into_owned());
    let said = text(home, &["import", "--preview", &files]);
    assert!(said.contains("Ada Fell ride.tcx") && said.contains("ride"), "{said}");
    assert_eq!(json(home, &["imports"]), Value::Array(Vec::new()));
    assert_eq!(json(home, &["call", "ShowPreview", "{}"]), Value::Null, "nothing waits");

    let said = text(home, &["import", &files]);
    assert!(said.contains("1 imported"), "{said}");
    let list = json(home, &["imports"]);
    let id = list[0]["id"].as_str().expect("an id").to_owned();
    assert!(text(home, &["imports", "show", &id]).contains("Ada Fell ride.tcx"));
    assert_eq!(json(home, &["activities", "Ada"]).as_array().map(Vec::len), Some(1));
    assert_eq!(json(home, &["imports", "undo", &id])["activities"], 1);
    assert_eq!(json(home, &["activities", "Ada"]).as_array().map(Vec::len), Some(0));
    assert_eq!(json(home, &["imports", "redo", &id])["activities"], 1);
    assert_eq!(json(home, &["activities", "Ada"]).as_array().map(Vec::len), Some(1));
    let report = json(home, &["imports", "report", &id]);
    let table = std::fs::read_to_string(report["path"].as_str().expect("a path")).expect("there");
    assert!(table.contains("Ada Fell ride.tcx"), "{table}");
}

#[test]
fn an_import_nobody_made_is_a_fault_in_words() {
    let home = club();
    for id in ["nonsense", "01a20157-cc26-7412-894f-1b17039901ff"] {
        let output = trackside(home.path(), &["imports", "undo", id]);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains(id) && !said.contains("fault-"), "{said}");
    }
}

#[test]
fn entries_mornings_limits_and_exports_are_typed_in_one_line_each() {
    let home = club();
    let home = home.path();
    let words = ["entry", "Ada", "--sport", "strength", "--start", "2026-06-02T18:30", "--minutes", "60", "--rpe", "7"];
    let entered = json(home, &[&words[..], &["--set", "squat 3x5@80"]].concat());
    assert_eq!(entered["sets"].as_array().map(Vec::len), Some(3));
    let id = entered["id"].as_str().expect("an id");
    let out = home.join("out").to_string_lossy().into_owned();
    let written = json(home, &["export", id, "--as", "original", "--out", &out]);
    assert!(Path::new(written["path"].as_str().expect("a path")).is_file());

    let line = "Ada: sleep 7.5, hr 48";
    let checked = json(home, &["morning", "--day", "2026-06-02", "--text", line, "--check"]);
    assert_eq!((&checked["kept"], checked["lines"].as_array().map(Vec::len)), (&Value::from(0), Some(1)));
    assert_eq!(json(home, &["morning", "--day", "2026-06-02", "--text", line])["kept"], 2);
    let refused = trackside(home, &["morning", "--text", "Zed: sleep 8"]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stdout).contains("Zed"), "the line is shown");

    assert_eq!(json(home, &["limits", "Ada"])["own"], false);
    assert_eq!(json(home, &["limits", "Ada", "--hr-max", "210"])["limits"]["hr_max"], 210.0);
    assert_eq!(json(home, &["limits", "Ada", "--usual"])["own"], false);
    assert!(text(home, &["signals", "Ada"]).contains("coach"));
    let archive = json(home, &["export-athlete", "Ada", "--out", &out]);
    assert!(archive["bytes"].as_u64().is_some_and(|bytes| bytes > 500), "{archive}");
}

#[test]
fn an_own_file_goes_out_is_spoken_in_and_comes_back() {
    let (home, elsewhere) = (club(), tempfile::tempdir().expect("a folder"));
    let path = |name: &str| home.path().join(name).to_string_lossy().into_owned();
    let (secret, out) = (path("secret.txt"), path("out"));
    std::fs::write(&secret, "three herons by the weir\n").expect("written");
    let given = json(home.path(), &["own", "export", "Ada", "--passphrase-file", &secret, "--out", &out]);
    let file = given["path"].as_str().expect("a path");
    let theirs = ["--roster", file, "--roster-passphrase-file", &secret, "own"];
    let own = |words: &[&str]| json(elsewhere.path(), &[&theirs[..], words].concat());
    assert_eq!(own(&["open-info"])["name"], "Ada Fell");
    own(&["say", "morning", "sleep", "7.5", "--day", "2026-06-02"]);
    let sent = own(&["return", "--out", &out]);
    let back = sent["path"].as_str().expect("a path");
    assert_eq!(json(home.path(), &["own", "merge", back, "--preview"])["new"], 1);
    assert_eq!(json(home.path(), &["own", "merge", back])["mornings"], 1);
    assert_eq!(json(home.path(), &["own", "merge", back])["mornings"], 0, "once is enough");
    assert!(text(home.path(), &["signals", "Ada"]).contains("athlete"));
}

#[test]
fn people_and_the_age_of_consent_are_set_in_one_line_each() {
    let home = club();
    let home = home.path();
    assert_eq!(json(home, &["consent", "age", "14"]), 14);
    json(home, &["people", "add", "Pia Lind", "--role", "viewer"]);
    let set = json(home, &["people", "set", "pia lind", "--role", "physio", "--rename", "Pia Berg"]);
    assert_eq!((&set["people"][0]["name"], &set["people"][0]["role"]), (&"Pia Berg".into(), &"physio".into()));
    assert_eq!(set["consent_age"], 14);
    assert_eq!(json(home, &["people", "left", "Pia Berg"])["people"], Value::Array(Vec::new()));
    let refused = trackside(home, &["people", "left", "Pia Berg"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn a_roster_that_something_else_changed_is_said_once_on_standard_error() {
    let home = club();
    let roster = home.path().join("My club.trackside");
    let said = |output: Output| String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(said(trackside(home.path(), &["athletes"])), "");
    let mut bytes = std::fs::read(&roster).expect("reads");
    let name = bytes.windows(8).position(|window| window == b"Ada Fell").expect("her name");
    bytes[name..name + 8].copy_from_slice(b"Ada Hell");
    std::fs::write(&roster, bytes).expect("written");
    let first = trackside(home.path(), &["athletes"]);
    assert!(first.status.success() && said(first).contains("not as Trackside had left it"));
    assert_eq!(said(trackside(home.path(), &["athletes"])), "", "it was written down, and left in order since");
}
