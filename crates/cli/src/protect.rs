//! A roster under a passphrase: asked for where one is needed, set, changed and taken away.
//!
//! A passphrase is never an argument: other programs can see those. It is read from a file, or from the terminal without
//! being shown.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use app::{App, AppFault};
use contract::Fault;
use contract::domain::words::Words;
use contract::keyring::Secret;
use contract::protect::{
    KeepKey, ProtectRoster, Protection, ProtectionView, SetIdleLock, ShowProtection, UnlockRoster, UnprotectRoster,
};

use crate::ask::{ask, text};
use crate::keys::Passphrase;

/// What names the file with the passphrase of the roster.
const VARIABLE: &str = "TRACKSIDE_PASSPHRASE_FILE";

/// What to do about the passphrase.
#[derive(Debug, clap::Subcommand)]
pub(crate) enum Protect {
    /// Say how the roster is protected.
    Show,
    /// Put the roster under a passphrase, or under another one: from the file named, else asked for twice.
    Set(Passphrase),
    /// Take the passphrase away.
    Off,
    /// Keep the roster's key in this computer's keychain, or take it out.
    Keychain {
        /// Take it out.
        #[arg(long)]
        forget: bool,
    },
    /// Lock the roster in the window after so many minutes without a hand on it; 0 for never.
    Idle {
        /// Minutes.
        minutes: u32,
    },
}

/// The file with the passphrase of the roster, as it was named.
pub(crate) fn file(named: Option<PathBuf>) -> Option<PathBuf> {
    named.or_else(|| std::env::var_os(VARIABLE).map(PathBuf::from))
}

/// Goes on with a roster that was asked to open: one that waits for its passphrase gets it from the file, or from whoever
/// sits at the terminal.
pub(crate) async fn opened(app: &App, opened: Result<(), AppFault>, file: Option<&Path>) -> Result<(), Fault> {
    match opened {
        Err(fault) if fault.needs_passphrase() => {
            let passphrase = asked_for(file, || app::untraced(&fault))?;
            ask(app, &UnlockRoster { passphrase, keep: false }).await.map(drop)
        }
        opened => opened.map_err(|fault| app::untraced(&fault)),
    }
}

/// Opens the roster that is named, or the usual one.
pub(crate) async fn open(app: &App, roster: Option<&Path>, file: Option<&Path>) -> Result<(), Fault> {
    let now = match roster {
        Some(path) => app.open_or_create(path).await,
        None => app.open_usual().await,
    };
    opened(app, now, file).await?;
    if let Some(said) = app.said_at_opening().await.map_err(|fault| app::untraced(&fault))? {
        eprintln!("{said}");
    }
    Ok(())
}

/// The passphrase of a roster or a backup, from the file or from whoever sits at the terminal; `fault` where there is neither.
pub(crate) fn asked_for(file: Option<&Path>, fault: impl FnOnce() -> Fault) -> Result<Secret, Fault> {
    match file {
        Some(file) => first_line(file),
        None => prompt("protect-ask").map_err(|_| fault()),
    }
}

fn first_line(path: &Path) -> Result<Secret, Fault> {
    let text = std::fs::read_to_string(path).map_err(|source| app::cannot_read(path, source))?;
    Ok(Secret(text.lines().next().unwrap_or_default().to_owned()))
}

/// Asks the person at the terminal; nothing of the answer is shown.
fn prompt(words: &str) -> std::io::Result<Secret> {
    if !std::io::stdin().is_terminal() {
        return Err(std::io::ErrorKind::NotConnected.into());
    }
    rpassword::prompt_password(format!("{} ", Words::here().say(words))).map(Secret)
}

/// `protect ...`.
pub(crate) async fn protect(app: &App, command: Protect, file: Option<&Path>, json: bool) -> Result<(), Fault> {
    let view = match command {
        Protect::Show => ask(app, &ShowProtection {}).await?,
        Protect::Set(named) => {
            let passphrase = match named.said()? {
                Some(passphrase) => passphrase,
                None => twice()?,
            };
            let present = present(app, file).await?;
            ask(app, &ProtectRoster { present, passphrase }).await?.value
        }
        Protect::Off => match present(app, file).await? {
            Some(present) => ask(app, &UnprotectRoster { present }).await?.value,
            None => ask(app, &ShowProtection {}).await?,
        },
        Protect::Keychain { forget } => ask(app, &KeepKey { keep: !forget }).await?,
        Protect::Idle { minutes } => ask(app, &SetIdleLock { minutes }).await?.value,
    };
    if json {
        println!("{}", text(&view)?);
    } else {
        say(&view);
    }
    Ok(())
}

/// The passphrase in force, proven once more before it is changed; `None` where there is none.
async fn present(app: &App, file: Option<&Path>) -> Result<Option<Secret>, Fault> {
    let view = ask(app, &ShowProtection {}).await?;
    if view.protection == Protection::Open {
        return Ok(None);
    }
    asked_for(file, || app::needs_passphrase(Path::new(&view.path))).map(Some)
}

/// A new passphrase, asked for until both are the same.
fn twice() -> Result<Secret, Fault> {
    let asked = |words| prompt(words).map_err(|source| app::cannot_read(Path::new("/dev/tty"), source));
    loop {
        let (one, other) = (asked("protect-ask-new")?, asked("protect-ask-again")?);
        if one == other {
            return Ok(one);
        }
        eprintln!("{}", Words::here().say("protect-differs"));
    }
}

fn say(view: &ProtectionView) {
    let words = Words::here();
    let path = ("path", view.path.as_str().into());
    match view.protection {
        Protection::NoRoster | Protection::Open => println!("{}", words.say_with("protect-said-open", &[path])),
        Protection::Unlocked | Protection::Locked => {
            println!("{}", words.say_with("protect-said-unlocked", &[path]));
            match view.idle_minutes {
                0 => println!("{}", words.say("protect-said-never")),
                minutes => println!("{}", words.say_with("protect-said-idle", &[("minutes", minutes.into())])),
            }
        }
    }
    if !view.other_copies.is_empty() {
        println!("{}", words.say("protect-others"));
        view.other_copies.iter().for_each(|copy| println!("  {copy}"));
    }
}
