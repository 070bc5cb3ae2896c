//! No test touches the user's own folders: the program itself refuses to, when it is told that this is a test.

use std::process::Command;

#[test]
fn a_hermetic_run_without_a_place_of_its_own_is_refused_with_words() {
    let output = Command::new(env!("CARGO_BIN_EXE_trackside"))
        .arg("athletes")
        .env("TRACKSIDE_HERMETIC", "1")
        .env_remove("TRACKSIDE_HOME")
        .output()
        .expect("it runs");
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("TRACKSIDE_HOME"), "{said}");
}

#[test]
fn everything_the_program_writes_stays_in_its_place() {
    let place = tempfile::tempdir().expect("a folder");
    let elsewhere = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_trackside"))
        .args(["athletes", "--json"])
        .env("TRACKSIDE_HERMETIC", "1")
        .env("TRACKSIDE_HOME", place.path())
        .env("HOME", elsewhere.path())
        .env("XDG_DATA_HOME", elsewhere.path())
        .env("APPDATA", elsewhere.path())
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(place.path().join("My club.trackside").is_file());
    assert_eq!(std::fs::read_dir(elsewhere.path()).expect("there").count(), 0, "something was written elsewhere");
}

#[test]
fn the_id_of_a_fault_finds_its_line_in_the_log() {
    let place = tempfile::tempdir().expect("a folder");
    let output = Command::new(env!("CARGO_BIN_EXE_trackside"))
        .args(["activities", "Nobody At All"])
        .env("TRACKSIDE_HERMETIC", "1")
        .env("TRACKSIDE_HOME", place.path())
        .output()
        .expect("it runs");
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    let trace = said.lines().last().expect("the id stands last").trim_matches(['(', ')']);
    let logs = std::fs::read_dir(place.path().join("logs")).expect("there");
    let written: String =
        logs.map(|file| std::fs::read_to_string(file.expect("a file").path()).expect("text")).collect();
    assert!(written.lines().any(|line| line.contains(trace)), "{trace} is not in: {written}");
}
