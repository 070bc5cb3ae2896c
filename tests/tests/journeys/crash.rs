//! An import that is killed in the middle, and run again or gone on with, ends with the roster of an undisturbed one.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, TimeZone, Utc};
use serde_json::Value;
use tests::kill::{Verb, kill};

use crate::program::trackside;

fn command(home: &Path, roster: &Path) -> Command {
    let mut command = Command::new(trackside());
    command.env("TRACKSIDE_HOME", home).env("TRACKSIDE_HERMETIC", "1").arg("--json").arg("--roster").arg(roster);
    command
}

fn import(home: &Path, roster: &Path, files: &Path) -> Child {
    command(home, roster).arg("import").arg(files).stdout(Stdio::null()).spawn().expect("it starts")
}

fn json(mut command: Command) -> Value {
    let output = command.output().expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Everything in a roster that does not name the moment of the import: activities by start, numbers and repairs.
fn contents(home: &Path, roster: &Path) -> Vec<Value> {
    let athlete = domain::words::Words::english().say("unassigned-name");
    let mut list = command(home, roster);
    list.args(["activities", &athlete]);
    let Value::Array(mut activities) = json(list) else { panic!("a list") };
    for activity in &mut activities {
        activity.as_object_mut().expect("an object").remove("id");
    }
    activities.sort_by_key(ToString::to_string);
    activities
}

#[test]
fn an_import_killed_in_the_middle_and_run_again_ends_like_an_undisturbed_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = rides(folder.path(), 40);
    let calm = folder.path().join("calm.trackside");
    assert!(import(folder.path(), &calm, &files).wait().expect("ends").success());
    let expected = contents(folder.path(), &calm);
    assert_eq!(expected.len(), 40);

    let rough = folder.path().join("rough.trackside");
    let mut cut = 0;
    for wait in [40, 90, 150, 220] {
        let mut running = import(folder.path(), &rough, &files);
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(wait) && running.try_wait().expect("known").is_none() {
            std::thread::sleep(Duration::from_millis(5));
        }
        if running.try_wait().expect("known").is_none() {
            cut += 1;
        }
        // SIGKILL on Unix, TerminateProcess on Windows; one that already ended cannot be killed, which is fine.
        drop(running.kill());
        running.wait().expect("ends");
    }
    assert!(cut > 0, "no import was cut: this test has shown nothing");
    assert!(import(folder.path(), &rough, &files).wait().expect("ends").success());
    assert_eq!(contents(folder.path(), &rough), expected);
}

/// The files the kills are tried on: rides in a folder, one of them twice as another format.
fn rides(folder: &Path, count: i64) -> std::path::PathBuf {
    let files = folder.join("files");
    std::fs::create_dir(&files).expect("made");
    let first = Utc.from_utc_datetime(
        &NaiveDate::from_ymd_opt(2026, 6, 1).and_then(|day| day.and_hms_opt(6, 0, 0)).expect("a moment"),
    );
    for day in 0..count {
        let bytes = sample::ride(first + chrono::Duration::days(day), 1200, Some(150));
        std::fs::write(files.join(format!("{day:02}.fit")), bytes).expect("written");
    }
    files
}

fn call(home: &Path, roster: &Path, name: &str, args: &str) -> Value {
    let mut call = command(home, roster);
    call.args(["call", name, args]);
    json(call)
}

#[test]
fn an_import_cut_in_the_middle_says_so_and_goes_on_as_the_same_batch() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = rides(folder.path(), 60);
    let calm = folder.path().join("calm.trackside");
    assert!(import(folder.path(), &calm, &files).wait().expect("ends").success());
    let roster = folder.path().join("rough.trackside");
    let mut running = import(folder.path(), &roster, &files);
    // Until the first files are in: a cut before that leaves nothing to go on with.
    let begun = Instant::now();
    let cut = loop {
        assert!(begun.elapsed() < Duration::from_secs(60), "no import was cut: this test has shown nothing");
        std::thread::sleep(Duration::from_millis(20));
        let ended = running.try_wait().expect("known").is_some();
        if ended {
            std::fs::remove_file(&roster).expect("removed");
            running = import(folder.path(), &roster, &files);
            continue;
        }
        if roster.exists() && std::fs::metadata(roster.with_extension("trackside-wal")).is_ok_and(|w| w.len() > 400_000)
        {
            drop(running.kill());
            running.wait().expect("ends");
            break call(folder.path(), &roster, "ListBatches", "{}");
        }
    };
    assert_eq!((cut.as_array().map(Vec::len), cut[0]["state"].as_str()), (Some(1), Some("interrupted")), "{cut}");
    let resume = serde_json::json!({ "batch": cut[0]["id"], "task": null }).to_string();
    let report = call(folder.path(), &roster, "ResumeImport", &resume);
    assert_eq!(report["value"]["files"].as_array().map(Vec::len), Some(60), "the report is whole: {report}");
    let batches = call(folder.path(), &roster, "ListBatches", "{}");
    assert_eq!((batches.as_array().map(Vec::len), batches[0]["state"].as_str()), (Some(1), Some("done")), "{batches}");
    assert_eq!(batches[0]["activities"].as_u64(), Some(60));
    assert_eq!(contents(folder.path(), &roster), contents(folder.path(), &calm));
}

#[test]
fn a_roster_that_does_not_open_is_saved_as_far_as_it_can_be_read_and_restored_from_its_backup() {
    let folder = tempfile::tempdir().expect("a folder");
    let home = folder.path();
    let files = rides(home, 12);
    // By its name alone, as somebody in its folder would say it.
    let run = |args: &[&str]| {
        let mut run = command(home, Path::new("club.trackside"));
        run.args(args).current_dir(home);
        json(run)
    };
    run(&["import", &files.to_string_lossy()]);
    let made = run(&["backup", "now"]);
    let name = made["backup"]["name"].as_str().expect("a name").to_owned();
    let roster = home.join("club.trackside");
    let mut bytes = std::fs::read(&roster).expect("reads");
    // Data, not the names of the tables at the beginning.
    let pages = bytes.len() / 4096;
    for page in (pages / 2..pages).step_by(9) {
        bytes[page * 4096..(page + 1) * 4096].fill(0xAA);
    }
    std::fs::write(&roster, &bytes).expect("written");
    let saved = run(&["backup", "salvage", "saved.trackside"]);
    assert!(
        saved["rows"].as_u64() > Some(20) && saved["left"].as_array().is_some_and(|left| !left.is_empty()),
        "{saved}"
    );
    assert_eq!(std::fs::read(&roster).expect("reads"), bytes, "the roster is only read");
    let mut sound = command(home, &home.join("saved.trackside"));
    sound.args(["call", "CheckRoster", "{}"]);
    assert_eq!(json(sound)["findings"], serde_json::json!([]));

    bytes[100..4096].fill(0xAA);
    std::fs::write(&roster, &bytes).expect("written");
    let mut refused = command(home, &roster);
    assert!(!refused.arg("athletes").output().expect("runs").status.success(), "it does not open");
    assert_eq!(run(&["backup", "list"])["backups"][0]["name"], name, "and yet its backups are named");
    run(&["backup", "restore", &name]);
    assert_eq!(contents(home, &roster).len(), 12);
}

#[test]
fn whatever_it_is_killed_in_nothing_acknowledged_is_lost_and_nothing_is_half_there() {
    // Two moments of each; `cargo xtask kill` has hundreds.
    let times = 2 * u32::try_from(Verb::ALL.len()).expect("few");
    let tally = kill(&trackside(), &Verb::ALL, times, 2026, |_| {}).expect("it runs");
    assert!(tally.killed() >= times, "{tally}");
    assert!(tally.lost.is_empty(), "{tally}");
}
