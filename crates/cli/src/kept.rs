//! The commands that keep a roster from being lost: backups, the way back from one, the journal and its chain.

use std::path::{Path, PathBuf};

use app::App;
use clap::Subcommand;
use contract::domain::words::{Value, Words};
use contract::rescue::{SalvageRoster, ShowWayOut, WayOut};
use contract::safety::{
    AuditView, BackupLine, ChainView, CheckRoster, Checked, MakeBackup, ReadAudit, SafetyView, ShowSafety,
    VerifiedBackup, VerifyBackup,
};
use contract::{Fault, FaultCode};

use crate::ask::ask;
use crate::imports::told;
use crate::protect;

/// What to do with backups.
#[derive(Debug, Subcommand)]
pub(crate) enum Backups {
    /// Make one; it is verified before it counts.
    Now {
        /// Folder, such as on another disk; the roster's folder of backups if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Every backup, newest first, and what to know about the roster's place.
    List,
    /// Look at one again, or at all: bytes, pages, rows of every table.
    Verify {
        /// Its name in the list, or a file; all if left out.
        name: Option<String>,
    },
    /// Put one in the roster's place; the present file is kept beside it. The roster need not open for this.
    Restore {
        /// Its name in the list, or a file.
        name: String,
    },
    /// Copy what can still be read of a damaged roster into a new file. The roster is only read, and need not open.
    Salvage {
        /// The new file; beside the roster if left out.
        out: Option<PathBuf>,
    },
}

/// What of the journal to show.
#[derive(Debug, clap::Args)]
pub(crate) struct Audit {
    /// Check the whole file and the journal's chain instead; ends with a fault when something does not hold.
    #[arg(long)]
    verify: bool,
    /// Only about this athlete, by name or id.
    #[arg(long)]
    athlete: Option<String>,
    /// Only by this person.
    #[arg(long)]
    author: Option<String>,
    /// Only of this kind, such as override-session.
    #[arg(long)]
    action: Option<String>,
    /// At most so many lines, newest first.
    #[arg(long, default_value_t = 50)]
    limit: u32,
}

/// `backup ...`. The roster is opened where that is needed; it may be what is damaged.
pub(crate) async fn backups(
    app: &App,
    command: &Backups,
    roster: Option<&Path>,
    passphrase: Option<&Path>,
    as_json: bool,
) -> Result<(), Fault> {
    let path = roster.map_or_else(|| app.usual_roster(), Path::to_owned);
    match command {
        Backups::Restore { name } => return restore(app, &path, name, passphrase, as_json).await,
        Backups::Salvage { out } => return salvage(app, &path, out.as_deref(), passphrase, as_json).await,
        Backups::Now { .. } | Backups::List | Backups::Verify { .. } => {}
    }
    let opened = protect::open(app, roster, passphrase).await;
    match command {
        Backups::List if opened.as_ref().is_err_and(|fault| fault.code != FaultCode::Locked) => {
            // What there is to restore is asked for when it does not open.
            return told(&ask(app, &ShowWayOut {}).await?, as_json, way_out);
        }
        _ => opened?,
    }
    match command {
        Backups::Now { out } => {
            let folder = out.as_deref().map(text);
            let made = ask(app, &MakeBackup { folder }).await?;
            told(&made, as_json, looked_at)?;
            whole(&[made])
        }
        Backups::Verify { name } => {
            let names = match name {
                Some(name) => vec![name.clone()],
                None => ask(app, &ShowSafety {}).await?.backups.into_iter().map(|backup| backup.name).collect(),
            };
            let mut all = Vec::new();
            for name in names {
                all.push(ask(app, &VerifyBackup { name }).await?);
            }
            told(&all, as_json, |all| all.iter().for_each(looked_at))?;
            whole(&all)
        }
        Backups::List | Backups::Restore { .. } | Backups::Salvage { .. } => {
            told(&ask(app, &ShowSafety {}).await?, as_json, list)
        }
    }
}

async fn restore(app: &App, path: &Path, name: &str, passphrase: Option<&Path>, as_json: bool) -> Result<(), Fault> {
    let restored = match app.restore(path, name, None).await {
        Err(fault) if fault.needs_passphrase() => {
            let passphrase = protect::asked_for(passphrase, || app::untraced(&fault))?;
            app.restore(path, name, Some(passphrase)).await
        }
        restored => restored,
    };
    told(&restored.map_err(|fault| app::untraced(&fault))?, as_json, |restored| {
        let words = Words::here();
        println!("{}", words.say_with("backup-restored", &[("path", restored.roster.path.as_str().into())]));
        if let Some(aside) = &restored.aside {
            println!("{}", words.say_with("backup-aside", &[("path", aside.as_str().into())]));
        }
    })
}

async fn salvage(
    app: &App,
    path: &Path,
    out: Option<&Path>,
    passphrase: Option<&Path>,
    as_json: bool,
) -> Result<(), Fault> {
    let mut request = SalvageRoster { roster: Some(text(path)), to: out.map(text), passphrase: None };
    let salvaged = match ask(app, &request).await {
        Err(fault) if fault.code == FaultCode::Locked => {
            request.passphrase = Some(protect::asked_for(passphrase, || fault)?);
            ask(app, &request).await
        }
        salvaged => salvaged,
    };
    told(&salvaged?, as_json, |salvaged| {
        let words = Words::here();
        let facts = [("rows", Value::Number(salvaged.rows as f64)), ("path", salvaged.path.as_str().into())];
        println!("{}", words.say_with("salvage-done", &facts));
        let left = if salvaged.left.is_empty() { "salvage-all" } else { "salvage-left" };
        println!("{}", words.say_with(left, &[("tables", salvaged.whole.into())]));
        salvaged.left.iter().for_each(|line| println!("  {line}"));
    })
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn way_out(view: &WayOut) {
    if let Some(why) = &view.why {
        println!("! {} {}", why.what, why.next);
    }
    backups_in(&view.folder, &view.backups);
}

/// `audit`.
pub(crate) async fn audit(app: &App, asked: Audit, as_json: bool) -> Result<(), Fault> {
    if asked.verify {
        let checked = ask(app, &CheckRoster {}).await?;
        told(&checked, as_json, verified)?;
        return match checked.findings.first() {
            Some(found) => Err(app::roster_unsound(found)),
            None if !checked.chain.breaks.is_empty() => Err(app::chain_broken(checked.chain.breaks.len())),
            None => Ok(()),
        };
    }
    let athlete = match asked.athlete {
        Some(name) => Some(app.athlete_named(&name).await?.id),
        None => None,
    };
    let request = ReadAudit {
        athlete,
        author: asked.author,
        action: asked.action,
        from: None,
        to: None,
        before: None,
        limit: asked.limit,
    };
    told(&ask(app, &request).await?, as_json, lines)
}

fn whole(all: &[VerifiedBackup]) -> Result<(), Fault> {
    match all.iter().find_map(|one| one.wrong.as_ref().map(|wrong| (one, wrong))) {
        Some((one, wrong)) => Err(app::backup_unsound(Path::new(&one.backup.path), wrong)),
        None => Ok(()),
    }
}

fn backups_in(folder: &str, backups: &[BackupLine]) {
    let words = Words::here();
    println!("{}", words.say_with("backup-folder-is", &[("path", folder.into())]));
    backups.iter().for_each(|backup| println!("{}", line(backup)));
    if backups.is_empty() {
        println!("{}", words.say("safety-no-backup"));
    }
}

fn list(view: &SafetyView) {
    backups_in(&view.folder, &view.backups);
    view.warnings.iter().for_each(|warning| println!("! {warning}"));
}

fn line(backup: &BackupLine) -> String {
    let size = format!("{:.1} MB", backup.bytes as f64 / 1e6);
    format!("{}  {size:>10}  {}", backup.at.format("%Y-%m-%d %H:%MZ"), backup.name)
}

fn looked_at(one: &VerifiedBackup) {
    let words = Words::here();
    let rows = ("rows", Value::Number(one.rows as f64));
    let said = match &one.wrong {
        None => words.say_with("backup-whole", &[rows]),
        Some(wrong) => words.say_with("backup-wrong", &[("detail", wrong.as_str().into())]),
    };
    println!("{}  {said}", line(&one.backup));
}

fn verified(checked: &Checked) {
    let words = Words::here();
    if checked.findings.is_empty() {
        println!("{}", words.say("check-sound"));
    }
    checked.findings.iter().for_each(|found| println!("! {found}"));
    chain(&checked.chain);
}

fn chain(chain: &ChainView) {
    let words = Words::here();
    let number = |count: u64| Value::Number(count as f64);
    let facts = [("lines", number(chain.lines)), ("erased", number(chain.erased)), ("known", chain.known.into())];
    println!("{}", words.say_with("chain-is", &facts));
    if let Some(head) = &chain.head {
        println!("{}", words.say_with("chain-head-is", &[("head", head.as_str().into())]));
    }
    for broken in &chain.breaks {
        let clock = [("clock", Value::Text(broken.clock.clone()))];
        println!("! {}", words.say_with(&format!("chain-break-{}", broken.kind), &clock));
    }
}

fn lines(view: &AuditView) {
    for line in &view.lines {
        let subject = line.subject.as_deref().unwrap_or_default();
        println!("{}  {:<14} {:<20} {subject}", line.at.format("%Y-%m-%d %H:%M:%SZ"), line.author, line.action);
    }
    if view.more {
        println!("{}", Words::here().say("audit-more"));
    }
}
