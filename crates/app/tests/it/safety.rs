//! Backups, checks and the journal, as a coach meets them.

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
    let restored = club.ask(&RestoreBackup { name: name.clone() }).await.expect("restored").value;
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

    let missing = club.ask(&RestoreBackup { name: "no such".to_owned() }).await.expect_err("refused");
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
