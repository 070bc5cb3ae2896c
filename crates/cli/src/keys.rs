//! The commands about keys, and about plan files of other people.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use app::App;
use clap::Subcommand;
use contract::Fault;
use contract::domain::incoming::Would;
use contract::domain::keyring::KeyState;
use contract::domain::words::Words;
use contract::incoming::{FoundBy, PlanRead, ReadPlan, Signer, TakeOutcome, TakePlan};
use contract::keyring::{
    ExportKey, FileFrom, ImportKey, JudgeKey, KnownKey, ListKeys, ReadStatement, RenewKey, Secret,
};
use contract::plan::MyKey;

use crate::ask::{ask, text};
use crate::plan::week;

/// Keys: one's own, and whose others are known.
#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    /// One's own key, and all that are known.
    List,
    /// Say that a key is a person's: its words were compared with theirs.
    Trust {
        /// A plan file they signed, or a known key's fingerprint or name, or the key itself in base64.
        key: String,
        /// What to call them.
        #[arg(long)]
        name: Option<String>,
    },
    /// No longer believe a key.
    Revoke {
        /// As for trust.
        key: String,
        /// Why.
        #[arg(long)]
        why: Option<String>,
    },
    /// Give up one's own key for a new one; writes a statement for those who know the old one.
    Renew {
        /// The old key may be in other hands.
        #[arg(long)]
        lost: bool,
        /// Why.
        #[arg(long)]
        why: Option<String>,
        /// Folder for the statement; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Read somebody's statement that they gave up a key.
    Read {
        /// File.
        file: PathBuf,
    },
    /// Write one's own keys to a file that a passphrase protects.
    Export {
        #[command(flatten)]
        passphrase: Passphrase,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Take over one's own keys from such a file; those in use until now are kept aside.
    Import {
        /// File.
        file: PathBuf,
        #[command(flatten)]
        passphrase: Passphrase,
    },
}

/// A passphrase, never on the command line: other programs can see that.
#[derive(Debug, clap::Args)]
pub(crate) struct Passphrase {
    /// File whose first line is the passphrase; - for standard input.
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Passphrase {
    /// The passphrase; `None` if no file was named.
    pub(crate) fn said(&self) -> Result<Option<Secret>, Fault> {
        let Some(path) = &self.passphrase_file else { return Ok(None) };
        let read = if path == Path::new("-") {
            let mut text = String::new();
            std::io::stdin().read_to_string(&mut text).map(|_| text)
        } else {
            std::fs::read_to_string(path)
        };
        let text = read.map_err(|source| app::cannot_read(path, source))?;
        Ok(Some(Secret(text.lines().next().unwrap_or_default().to_owned())))
    }

    /// The passphrase where one is needed.
    pub(crate) fn needed(&self) -> Result<Secret, Fault> {
        // Nothing said is too short, and the program says so.
        Ok(self.said()?.unwrap_or_else(|| Secret(String::new())))
    }
}

/// A file on this computer.
pub(crate) fn at(path: &Path) -> FileFrom {
    FileFrom::Path { path: path.to_string_lossy().into_owned() }
}

/// A folder as a call names it.
pub(crate) fn folder(out: Option<PathBuf>) -> Option<String> {
    out.map(|path| path.to_string_lossy().into_owned())
}

/// `keys ...`.
pub(crate) async fn keys(app: &App, command: Keys, as_json: bool) -> Result<(), Fault> {
    match command {
        Keys::List => {
            let (own, known) = (ask(app, &MyKey {}).await?, ask(app, &ListKeys {}).await?);
            if as_json {
                println!("{}", text(&serde_json::json!({ "own": own, "known": known }))?);
                return Ok(());
            }
            println!("{}  {}\n    {}\n    {}", own.author, own.fingerprint, own.words, own.recipient);
            known.iter().for_each(line);
        }
        Keys::Trust { key, name } => judge(app, &key, name, KeyState::Trusted, None, as_json).await?,
        Keys::Revoke { key, why } => judge(app, &key, None, KeyState::Revoked, why, as_json).await?,
        Keys::Renew { lost, why, out } => {
            let renewed = ask(app, &RenewKey { lost, why, folder: folder(out) }).await?.value;
            if as_json {
                println!("{}", text(&renewed)?);
            } else {
                println!("{}\n{}\n    {}", renewed.statement, renewed.own.fingerprint, renewed.own.words);
            }
        }
        Keys::Read { file } => {
            let read = ask(app, &ReadStatement { file: at(&file) }).await?.value;
            if as_json {
                println!("{}", text(&read)?);
                return Ok(());
            }
            println!("{}", read.told(Words::here()));
        }
        Keys::Export { passphrase, out } => {
            let written = ask(app, &ExportKey { passphrase: passphrase.needed()?, folder: folder(out) }).await?;
            if as_json { println!("{}", text(&written)?) } else { println!("{}", written.path) }
        }
        Keys::Import { file, passphrase } => {
            let own = ask(app, &ImportKey { file: at(&file), passphrase: passphrase.needed()? }).await?;
            if as_json { println!("{}", text(&own)?) } else { println!("{}\n    {}", own.fingerprint, own.words) }
        }
    }
    Ok(())
}

fn line(key: &KnownKey) {
    let state = Words::here().say(&format!("key-state-{}", key.state.code()));
    println!("{}  {}  {state}\n    {}", key.name, key.fingerprint, key.words);
}

async fn judge(
    app: &App,
    asked: &str,
    name: Option<String>,
    state: KeyState,
    why: Option<String>,
    as_json: bool,
) -> Result<(), Fault> {
    let (key, author) = found(app, asked).await?;
    let judged = ask(app, &JudgeKey { key, name: name.or(author), state, why }).await?.value;
    if as_json {
        println!("{}", text(&judged)?);
    } else {
        line(&judged);
    }
    Ok(())
}

/// The key a person means, and how its holder calls themselves where a file says so and nobody else did.
async fn found(app: &App, asked: &str) -> Result<(String, Option<String>), Fault> {
    let path = Path::new(asked);
    if path.is_file() {
        let by = ask(app, &ReadPlan { file: at(path), passphrase: None, athlete: None }).await?.by;
        return Ok((by.key, by.name.is_none().then_some(by.author)));
    }
    let known = ask(app, &ListKeys {}).await?;
    let wanted = asked.trim().to_lowercase();
    // A key that was given up is meant only by what is its own: its name has passed to the next.
    let named = |key: &KnownKey| key.state != KeyState::Revoked && key.name.to_lowercase() == wanted;
    let fits = |key: &&KnownKey| key.fingerprint == wanted || key.words == wanted || named(key);
    let key = known.iter().find(fits).map_or_else(|| asked.to_owned(), |key| key.key.clone());
    Ok((key, None))
}

/// What to do with somebody's plan file.
#[derive(Debug, clap::Args)]
pub(crate) struct Read {
    /// File.
    file: PathBuf,
    /// For whom here: name or id; found by the file if left out.
    #[arg(long)]
    athlete: Option<String>,
    #[command(flatten)]
    passphrase: Passphrase,
    /// Take every session that goes against nothing decided here.
    #[arg(long)]
    take: bool,
    /// Take these sessions, whatever they go against; may be said more than once.
    #[arg(long, value_name = "SESSION")]
    session: Vec<String>,
    /// What to call the author, if their key is not known yet.
    #[arg(long)]
    name: Option<String>,
    /// Take them although limits break.
    #[arg(long)]
    insist: bool,
}

/// `plan read`.
pub(crate) async fn read(app: &App, asked: Read, as_json: bool) -> Result<(), Fault> {
    let athlete = match &asked.athlete {
        Some(name) => Some(app.athlete_named(name).await?.id),
        None => None,
    };
    let passphrase = asked.passphrase.said()?;
    let request = ReadPlan { file: at(&asked.file), passphrase: passphrase.clone(), athlete };
    let read = ask(app, &request).await?;
    let mut sessions = Vec::new();
    for id in &asked.session {
        sessions.push(id.parse().map_err(|_| app::no_such_session(id))?);
    }
    if asked.take {
        let free = read.sessions.iter().filter(|one| one.would != Would::Nothing && one.collides.is_empty());
        sessions.extend(free.map(|one| one.theirs.id));
    }
    let Some(here) = read.here.clone().filter(|_| !sessions.is_empty()) else {
        if as_json {
            println!("{}", text(&read)?);
        } else {
            shown(&read);
        }
        return Ok(());
    };
    if here.by == FoundBy::Name {
        return Err(app::only_the_name(&here.name));
    }
    let (name, insist) = (asked.name, asked.insist);
    let (file, athlete) = (request.file, here.athlete);
    let take = TakePlan { file, passphrase, read: read.file, athlete, sessions, name, insist };
    let outcome = ask(app, &take).await?.value;
    if as_json {
        println!("{}", text(&outcome)?);
        return Ok(());
    }
    match outcome {
        TakeOutcome::Taken { week: view, .. } => week(&view),
        TakeOutcome::Refused { broken } => {
            println!("{}", Words::here().say("cli-refused"));
            for reason in &broken {
                println!("  {}", Words::here().reason(reason));
            }
            println!("{}", Words::here().say("cli-insist"));
        }
    }
    Ok(())
}

fn who(by: &Signer) -> String {
    let standing = Words::here().say(&format!("key-standing-{}", by.standing.code()));
    format!("{} ({standing})  {}", by.name.as_ref().unwrap_or(&by.author), by.fingerprint)
}

fn shown(read: &PlanRead) {
    let words = Words::here();
    println!("{}\n    {}", who(&read.by), read.by.words);
    println!("{}, {}", read.athlete, read.week);
    match (&read.here, read.drafted) {
        (None, _) => println!("{}", words.say("plan-read-nobody")),
        (Some(here), false) => {
            println!("{}", words.say_with("plan-read-undrafted", &[("name", here.name.as_str().into())]));
        }
        (Some(here), true) => println!("-> {}", here.name),
    }
    for one in &read.sessions {
        let against: Vec<String> =
            one.collides.iter().map(|what| words.say(&format!("plan-collides-{}", what.code()))).collect();
        println!(
            "  {}  {:<28} {:<10} {}  {}",
            contract::domain::locale::here().day(one.theirs.date),
            one.theirs.session.title,
            words.say(&format!("plan-would-{}", one.would.code())),
            against.join(", "),
            one.theirs.id
        );
    }
    for change in &read.changes {
        let what = words.say(&format!("change-{}", change.change.code()));
        println!("  * {what}  {}  {}", who(&change.by), change.text.as_deref().unwrap_or_default());
    }
}
