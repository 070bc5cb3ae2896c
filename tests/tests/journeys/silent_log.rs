//! What athletes and coaches confide, and what opens doors, never reaches the log: a session full of planted words, things
//! that go right and things that go wrong, and then every byte that was logged.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::program::trackside;

/// Words that stand nowhere else.
const NAME: &str = "Quillon Ashgrove";
const NOTE: &str = "zugzwang-in-the-knee";
const PASSPHRASE: &str = "marigold-forty-two-lanterns";
const TITLE: &str = "velvet-hammer-intervals";

/// One run of the program over a home, with everything it can say said aloud.
fn run(home: &Path, args: &[&str], input: &str) -> (String, String) {
    let mut child = Command::new(trackside())
        .args(args)
        .env("TRACKSIDE_HOME", home)
        .env("TRACKSIDE_HERMETIC", "1")
        .env("TRACKSIDE_LOG", "trace,hyper=info")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // A verb that reads nothing may have ended already.
    drop(child.stdin.take().expect("piped").write_all(input.as_bytes()));
    let said = child.wait_with_output().expect("it ends");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&said.stdout), text(&said.stderr))
}

/// A call; what it answered, and what went to standard error.
fn call(home: &Path, name: &str, args: &Value) -> (Value, String) {
    let (out, err) = run(home, &["call", name, &args.to_string()], "");
    (serde_json::from_str(&out).unwrap_or_default(), err)
}

/// The secret keys the program keeps in files here: 32 bytes each.
fn keys(home: &Path) -> Vec<Vec<u8>> {
    let files = std::fs::read_dir(home).expect("a folder").map(|file| file.expect("a file").path());
    files
        .filter(|path| path.is_file())
        .filter_map(|path| std::fs::read(path).ok())
        .filter(|bytes| bytes.len() == 32)
        .collect()
}

#[test]
fn nothing_confided_and_no_secret_is_logged() {
    let place = tempfile::tempdir().expect("a folder");
    let home = place.path();
    let mut aloud = String::new();
    let mut ask = |name: &str, args: Value| {
        let (reply, said) = call(home, name, &args);
        aloud.push_str(&said);
        reply
    };
    let added = json!({ "name": NAME, "sex": null, "born": null, "zone": null, "squad": null });
    let athlete = ask("AddAthlete", added)["value"]["id"].clone();
    assert!(athlete.is_string(), "the session is a real one");
    let week = "2026-W50";
    let session = json!({ "kind": "easy", "sport": "run", "title": TITLE, "minutes": 40, "load": 30.0, "steps": [] });
    let subject = json!({ "on": "day", "date": "2026-11-20" });
    let note = json!({ "athlete": athlete, "subject": subject, "text": NOTE, "shared": false });
    let kept = ask("Annotate", note);
    assert!(kept["value"]["id"].is_string(), "{kept}");
    // What goes wrong is what is logged: words that do not fit, values that cannot be, a call of another shape.
    ask("AddAthlete", json!({ "name": NAME, "note": NOTE }));
    ask("Annotate", json!({ "athlete": NAME, "subject": NOTE, "text": NOTE }));
    ask("AddTemplate", json!({ "title": TITLE, "kind": "interval", "sport": "run", "text": NOTE, "athlete": null }));
    ask(
        "OverrideSession",
        json!({ "athlete": athlete, "week": week, "session": null, "change": { "do": "add", "date": "2026-12-08",
        "session": session }, "tag": "coachs-eye", "text": NOTE, "insist": true }),
    );
    ask(
        "ReadPlan",
        json!({ "file": { "from": "bytes", "base64": "QUdF" }, "passphrase": PASSPHRASE, "athlete": athlete }),
    );
    ask("RosterInfo", json!({ "passphrase": PASSPHRASE }));
    ask("MyKey", json!({}));

    let logged: Vec<PathBuf> = std::fs::read_dir(home.join("logs"))
        .expect("a log was kept")
        .map(|file| file.expect("a file").path())
        .collect();
    let kept: String = logged.iter().map(|path| std::fs::read_to_string(path).expect("text")).collect();
    assert!(kept.contains("fault"), "what went wrong is in the log: {kept}");
    let keys = keys(home);
    assert!(!keys.is_empty(), "a signing key was made");
    for (what, text) in [("the log", &kept), ("standard error at its loudest", &aloud)] {
        for word in [NOTE, TITLE, PASSPHRASE] {
            let at = text.find(word);
            let around = at.map(|at| &text[text.floor_char_boundary(at.saturating_sub(200))..at + word.len()]);
            assert_eq!(around, None, "{word} stands in {what}");
        }
        for key in &keys {
            let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
            for form in [hex, STANDARD.encode(key), format!("{key:?}")] {
                assert!(!text.contains(&form), "a key stands in {what}");
            }
        }
    }
    let named: Vec<&str> = kept.lines().filter(|line| line.contains(NAME)).collect();
    assert!(named.is_empty(), "a name is not needed to find a fault: {named:?}");
}
