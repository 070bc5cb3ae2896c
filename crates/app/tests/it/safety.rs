//! Backups, checks and the journal, as a coach meets them.

use contract::FaultCode;
use contract::rescue::{SalvageRoster, ShowWayOut};
use contract::roster::{CreateRoster, OpenRoster, ReadJournal, RosterInfo};
use contract::safety::{
    CheckRoster, KeepBackups, MakeBackup, ReadAudit, RestoreBackup, SetBackups, ShowSafety, VerifyAudit, VerifyBackup,
};

use crate::club::Club;

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_comes_back_and_what_was_written_since_is_kept_beside_it() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let made = club.ask(&MakeBackup { folder: None }).await.expect("made");
    assert_eq!((made.wrong, made.backup.reason.as_str()), (None, "by-hand"));
    club.athlete("Bo Marsh").await;

    let name = made.backup.name.clone();
    let looked = club.ask(&VerifyBackup { name: name.clone() }).await.expect("looked at");
    assert_eq!((looked.wrong, looked.rows), (None, made.rows));
    let restored = club.ask(&RestoreBackup { name: name.clone(), passphrase: None }).await.expect("restored").value;
    assert_eq!(restored.roster.athletes, 1);
    assert!(restored.aside.as_deref().is_some_and(|aside| std::path::Path::new(aside).is_file()), "{restored:?}");
    let audit = ReadAudit {
        athlete: None,
        author: None,
        action: Some("restore-roster".to_owned()),
        from: None,
        to: None,
        before: None,
        limit: 5,
    };
    let view = club.ask(&audit).await.expect("read");
    assert_eq!((view.lines.len(), view.more), (1, false));
    assert_eq!(view.lines[0].subject.as_deref(), Some(name.as_str()));
    assert!(view.actions.iter().any(|action| action == "add-athlete"), "{:?}", view.actions);

    let missing = club.ask(&RestoreBackup { name: "no such".to_owned(), passphrase: None }).await.expect_err("refused");
    assert_eq!(missing.code, contract::FaultCode::RosterUnreadable, "{missing:?}");
    assert_eq!(club.ask(&ShowSafety {}).await.expect("shown").backups.len(), 1, "and the roster is still open");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_is_written_down_and_the_chain_is_compared_with_the_backups() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    club.ask(&MakeBackup { folder: None }).await.expect("made");
    let checked = club.ask(&CheckRoster {}).await.expect("checked");
    assert!(checked.findings.is_empty() && checked.chain.breaks.is_empty(), "{checked:?}");
    let shown = club.ask(&ShowSafety {}).await.expect("shown");
    assert_eq!(shown.checked.as_ref(), Some(&checked));
    assert_eq!(shown.warnings, Vec::<String>::new());
    let chain = club.ask(&VerifyAudit {}).await.expect("walked");
    assert_eq!((chain.lines, chain.known), (checked.chain.lines + 1, 1), "the check left a line");

    let keep = KeepBackups { daily: 2, weekly: 1, monthly: 0 };
    assert_eq!(club.ask(&SetBackups { keep }).await.expect("set").value.keep, keep);
    let wild = KeepBackups { daily: 4_000, ..keep };
    club.ask(&SetBackups { keep: wild }).await.expect_err("refused");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roster_that_does_not_open_says_so_and_a_backup_brings_it_back() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    club.ask(&MakeBackup { folder: None }).await.expect("made");
    club.app.close().await;
    let path = club.folder.path().join("My club.trackside");
    let mut bytes = std::fs::read(&path).expect("reads");
    bytes[100..4096].fill(0xAA);
    std::fs::write(&path, &bytes).expect("written");
    club.app.open_usual().await.expect_err("it is damaged");
    assert_eq!(club.ask(&RosterInfo {}).await.expect_err("none is open").code, FaultCode::Unopened);

    let out = club.ask(&ShowWayOut {}).await.expect("shown");
    assert_eq!((out.path.as_str(), out.backups.len(), out.protected), (&*path.to_string_lossy(), 1, false));
    assert!(out.why.is_some());
    let nothing = SalvageRoster { roster: None, to: None, passphrase: None };
    club.ask(&nothing).await.expect_err("not even the names of the tables can be read");
    let restore = RestoreBackup { name: out.backups[0].name.clone(), passphrase: None };
    let restored = club.ask(&restore).await.expect("restored").value;
    assert_eq!(restored.roster.athletes, 1);
    assert_eq!(std::fs::read(restored.aside.expect("kept")).expect("reads"), bytes, "the damaged file is as it was");
    assert_eq!(club.ask(&ShowWayOut {}).await.expect("shown").why, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_read_is_saved_beside_the_roster_and_says_where_it_comes_from() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    let saved = club.ask(&SalvageRoster { roster: None, to: None, passphrase: None }).await.expect("saved");
    assert!(saved.left.is_empty() && saved.whole > 20 && saved.rows > 2, "{saved:?}");
    assert!(saved.path.ends_with(" salvaged.trackside"), "{saved:?}");
    let opened = club.ask(&OpenRoster { path: saved.path }).await.expect("opens").value;
    assert_eq!(opened.athletes, 1);
    let line = club.ask(&ReadJournal { limit: 1 }).await.expect("reads").remove(0);
    assert_eq!((line.action.as_str(), line.subject.as_deref()), ("salvage-roster", Some("My club.trackside")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_roster_leaves_the_open_one_where_it_is() {
    let club = Club::new().await;
    let text = club.folder.path().join("notes.trackside");
    std::fs::write(&text, "not a roster").expect("written");
    club.ask(&OpenRoster { path: text.to_string_lossy().into_owned() }).await.expect_err("refused");
    club.ask(&RosterInfo {}).await.expect("the other one stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_something_else_changed_is_said_and_written_down() {
    let club = Club::new().await;
    club.athlete("Ada Fell").await;
    club.app.close().await;
    club.app.open_usual().await.expect("opens");
    assert_eq!(club.app.said_at_opening().await.expect("asked"), None);
    assert_eq!(club.ask(&ShowSafety {}).await.expect("shown").warnings, Vec::<String>::new());
    club.app.close().await;

    let path = club.folder.path().join("My club.trackside");
    let mut bytes = std::fs::read(&path).expect("reads");
    let name = bytes.windows(8).position(|window| window == b"Ada Fell").expect("her name");
    bytes[name..name + 8].copy_from_slice(b"Ada Hell");
    std::fs::write(&path, &bytes).expect("written");
    club.app.open_usual().await.expect("it opens all the same");
    let said = club.app.said_at_opening().await.expect("asked").expect("something to say");
    assert!(said.contains("not as Trackside had left it"), "{said}");
    let shown = club.ask(&ShowSafety {}).await.expect("shown");
    assert_eq!(shown.warnings, std::slice::from_ref(&said));
    let line = club.ask(&ReadJournal { limit: 1 }).await.expect("reads").remove(0);
    assert_eq!(line.action, "find-changed");

    club.app.close().await;
    club.app.open_usual().await.expect("opens");
    assert_eq!(club.app.said_at_opening().await.expect("asked"), None, "it was left in order since");
    assert_eq!(club.ask(&ShowSafety {}).await.expect("shown").warnings, [said], "and is still said for some days");
    club.wait(15);
    assert_eq!(club.ask(&ShowSafety {}).await.expect("shown").warnings, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_roster_that_is_gone_is_said_and_no_empty_one_takes_its_place() {
    let club = Club::new().await;
    let path = club.folder.path().join("on a stick").join("Juniors.trackside");
    let text = path.to_string_lossy().into_owned();
    club.ask(&CreateRoster { path: text.clone() }).await.expect("made");
    club.athlete("Ada Fell").await;
    club.ask(&MakeBackup { folder: None }).await.expect("made");
    club.app.close().await;
    let away = club.folder.path().join("away");
    std::fs::rename(path.parent().expect("a folder"), &away).expect("the stick is pulled out");

    club.app.open_usual().await.expect_err("it is not there");
    assert!(!path.exists());
    let out = club.ask(&ShowWayOut {}).await.expect("shown");
    assert_eq!((out.path.as_str(), out.backups.len()), (text.as_str(), 1));
    assert!(out.why.expect("a reason").what.contains("is not there"));
    let restore = RestoreBackup { name: out.backups[0].name.clone(), passphrase: None };
    let refused = club.ask(&restore).await.expect_err("there is no folder to restore it to");
    assert!(refused.what.ends_with("on a stick is not there."), "{refused:?}");

    std::fs::rename(&away, path.parent().expect("a folder")).expect("it is back");
    club.app.open_usual().await.expect("opens");
    assert_eq!(club.ask(&RosterInfo {}).await.expect("open").athletes, 1);
}
