//! A roster under a passphrase, by the program itself: asked for, refused, read from a file, killed in the middle of a change.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use chrono::{TimeZone, Utc};
use serde_json::Value;
use tempfile::TempDir;

use crate::program::trackside;

const PASSPHRASE: &str = "harbour lantern seven oars";
const RIDES: u32 = 24;

/// A club on disk, and the passphrase in a file.
struct Laptop {
    folder: TempDir,
    roster: PathBuf,
    secret: PathBuf,
}

impl Laptop {
    fn new() -> Laptop {
        let folder = tempfile::tempdir().expect("a folder");
        let (roster, secret) = (folder.path().join("club.trackside"), folder.path().join("secret.txt"));
        std::fs::write(&secret, format!("{PASSPHRASE}\n")).expect("written");
        let files = folder.path().join("files");
        std::fs::create_dir(&files).expect("made");
        for day in 1..=RIDES {
            let start = Utc.with_ymd_and_hms(2026, 6, day, 6, 0, 0).single().expect("a moment");
            std::fs::write(files.join(format!("{day:02}.fit")), sample::ride(start, 1200, Some(150))).expect("written");
        }
        let laptop = Laptop { folder, roster, secret };
        let imported = laptop.run(&["import", &files.to_string_lossy()], false);
        assert!(imported.status.success(), "{}", said(&imported));
        laptop
    }

    fn command(&self, args: &[&str], with_secret: bool) -> Command {
        let mut command = Command::new(trackside());
        command.env("TRACKSIDE_HOME", self.folder.path().join("home")).env("TRACKSIDE_HERMETIC", "1");
        command.env_remove("TRACKSIDE_PASSPHRASE_FILE").stdin(Stdio::null());
        if with_secret {
            command.env("TRACKSIDE_PASSPHRASE_FILE", &self.secret);
        }
        command.arg("--json").arg("--roster").arg(&self.roster).args(args);
        command
    }

    fn run(&self, args: &[&str], with_secret: bool) -> Output {
        self.command(args, with_secret).output().expect("it runs")
    }

    fn set(&self) -> [String; 4] {
        let file = self.secret.to_string_lossy().into_owned();
        ["protect".to_owned(), "set".to_owned(), "--passphrase-file".to_owned(), file]
    }

    /// How many activities the roster has, whether it is under the passphrase or not.
    fn rides(&self) -> u64 {
        let output = self.run(&["call", "CountActivities", "{}"], true);
        assert!(output.status.success(), "{}", said(&output));
        serde_json::from_slice(&output.stdout).expect("a number")
    }

    fn is_protected(&self) -> bool {
        !std::fs::read(&self.roster).expect("reads").starts_with(b"SQLite format 3\0")
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn words(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

/// Everything in a folder that holds some bytes.
fn holding(folder: &Path, bytes: &[u8]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("lists") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(holding(&path, bytes));
        } else if std::fs::read(&path).expect("reads").windows(bytes.len()).any(|window| window == bytes) {
            found.push(path);
        }
    }
    found
}

#[test]
fn without_a_window_the_passphrase_comes_from_a_file_and_stands_nowhere_else() {
    let laptop = Laptop::new();
    let set = laptop.run(&words(&laptop.set()), false);
    assert!(set.status.success() && laptop.is_protected(), "{}", said(&set));
    let refused = laptop.run(&["athletes"], false);
    assert!(!refused.status.success());
    let fault: Value = serde_json::from_slice(&refused.stdout).expect("a fault as JSON");
    assert_eq!(fault["fault"]["code"], "locked", "{fault}");
    assert_eq!(laptop.rides(), u64::from(RIDES));
    let other = laptop.folder.path().join("other.txt");
    std::fs::write(&other, "not the passphrase at all").expect("written");
    let wrong = laptop.run(&["athletes", "--roster-passphrase-file", &other.to_string_lossy()], false);
    assert!(!wrong.status.success() && said(&wrong).contains("not the passphrase of"), "{}", said(&wrong));
    // Logs, settings, staging, the roster and whatever lies beside it: only the file the person made has it.
    assert_eq!(holding(laptop.folder.path(), PASSPHRASE.as_bytes()), std::slice::from_ref(&laptop.secret));
    let off = laptop.run(&["protect", "off"], true);
    assert!(off.status.success() && !laptop.is_protected(), "{}", said(&off));
    assert!(laptop.run(&["athletes"], false).status.success());
}

#[test]
fn a_change_of_the_passphrase_that_is_killed_leaves_one_whole_roster() {
    let laptop = Laptop::new();
    let (set, off) = (laptop.set(), ["protect".to_owned(), "off".to_owned()]);
    let whole = |change: &[String]| {
        let begun = Instant::now();
        let done = laptop.run(&words(change), true);
        assert!(done.status.success(), "{}", said(&done));
        begun.elapsed()
    };
    let (to_set, to_take_off) = (whole(&set), whole(&off));
    let (mut cut, mut standings) = (0, Vec::new());
    for round in 0..14 {
        let (change, takes) = if laptop.is_protected() { (words(&off), to_take_off) } else { (words(&set), to_set) };
        let mut child =
            laptop.command(&change, true).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("starts");
        // Spread over the whole of it, whatever this machine takes for it.
        std::thread::sleep(takes * (round * 5 % 14) / 14);
        if child.try_wait().expect("known").is_none() {
            cut += 1;
        }
        drop(child.kill());
        child.wait().expect("ends");
        assert_eq!(laptop.rides(), u64::from(RIDES), "after kill {round}");
        assert!(!laptop.folder.path().join("club.trackside.rewritten").exists(), "what was cut is cleared away");
        standings.push(laptop.is_protected());
    }
    assert!(cut > 3, "{cut} were cut: this test has shown nothing; {standings:?}");
}
