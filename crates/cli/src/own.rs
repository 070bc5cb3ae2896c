//! The commands about an athlete's own file: export, open-info, say, return, merge.

use std::path::PathBuf;

use app::App;
use chrono::NaiveDate;
use clap::Subcommand;
use contract::Fault;
use contract::domain::own::{OwnWord, Said};
use contract::domain::unit::Rpe;
use contract::domain::wellness::WellnessField;
use contract::domain::words::Words;
use contract::own::{
    GiveOwnFile, LookAtReturn, MergeReturn, OwnView, ReturnKey, ReturnPreview, ReturnRow, SayOwn, SendBack, ShowOwn,
};

use crate::ask::ask;
use crate::imports::told;
use crate::keys::{Passphrase, at, folder};

/// What to do with an athlete's own file.
#[derive(Debug, Subcommand)]
pub(crate) enum Own {
    /// Write one athlete's own file: a roster under a passphrase that only reads, but for what the athlete says.
    Export {
        /// Name or id.
        athlete: String,
        #[command(flatten)]
        passphrase: Passphrase,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Whose own file the open roster is, and what was said in it.
    OpenInfo,
    /// Say something in the own file that is open.
    Say {
        #[command(subcommand)]
        what: Saying,
    },
    /// Write everything that was said as a signed file for the coach.
    Return {
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Look at what an athlete sent back, and merge what is new.
    Merge {
        /// The file.
        file: PathBuf,
        /// Only say what it would bring.
        #[arg(long)]
        preview: bool,
        /// Another key than before signed it, and it is theirs all the same.
        #[arg(long)]
        other_key: bool,
    },
}

/// What an athlete may say.
#[derive(Debug, Subcommand)]
pub(crate) enum Saying {
    /// A value of a morning, such as `sleep 7.5`.
    Morning {
        /// What, by its code.
        #[arg(value_parser = field)]
        field: WellnessField,
        /// In the field's unit or scale.
        value: f64,
        /// The day; today if left out.
        #[arg(long)]
        day: Option<NaiveDate>,
    },
    /// How hard an activity felt, 0 to 10.
    Effort {
        /// Id.
        activity: String,
        /// From 0 to 10.
        rpe: f64,
    },
    /// A text about an activity.
    Comment {
        /// Id.
        activity: String,
        /// The text.
        text: String,
    },
}

fn field(code: &str) -> Result<WellnessField, String> {
    let codes = || WellnessField::ALL.map(WellnessField::code).join(", ");
    WellnessField::from_code(code).ok_or_else(codes)
}

/// `own ...`.
pub(crate) async fn own(app: &App, command: Own, as_json: bool) -> Result<(), Fault> {
    match command {
        Own::Export { athlete, passphrase, out } => {
            let athlete = app.athlete_named(&athlete).await?.id;
            let request = GiveOwnFile { athlete, passphrase: passphrase.needed()?, folder: folder(out) };
            told(&ask(app, &request).await?, as_json, |given| {
                println!("{} ({} bytes)", given.path, given.bytes);
                given.left_out.iter().for_each(|line| println!("- {line}"));
            })
        }
        Own::OpenInfo => told(&ask(app, &ShowOwn {}).await?, as_json, |view| match view {
            Some(view) => info(view),
            None => println!("{}", Words::here().say("fault-own-not-own-what")),
        }),
        Own::Say { what } => {
            let said = vec![saying(app, what).await?];
            told(&ask(app, &SayOwn { said }).await?.value, as_json, |words| words.iter().for_each(word))
        }
        Own::Return { out } => told(&ask(app, &SendBack { folder: folder(out) }).await?, as_json, |sent| {
            let facts = [("count", sent.said.into()), ("words", sent.words_of_key.as_str().into())];
            println!("{}\n{}", sent.path, Words::here().say_with("own-sent", &facts));
        }),
        Own::Merge { file, preview, other_key } => {
            let file = at(&file);
            let seen = ask(app, &LookAtReturn { file: file.clone() }).await?;
            if preview {
                return told(&seen, as_json, shown);
            }
            if !as_json {
                shown(&seen);
            }
            let merged = ask(app, &MergeReturn { file, hash: seen.hash, other_key }).await?.value;
            told(&merged, as_json, |merged| {
                let facts = [
                    ("mornings", merged.mornings.into()),
                    ("words", merged.words.into()),
                    ("here", merged.here.into()),
                ];
                println!("{}", Words::here().say_with("own-merged", &facts));
            })
        }
    }
}

async fn saying(app: &App, what: Saying) -> Result<Said, Fault> {
    let which = |id: &str| id.parse().map_err(|_| app::no_such_activity(id));
    Ok(match what {
        Saying::Morning { field, value, day } => {
            let today = ask(app, &ShowOwn {}).await?.map(|view| view.today);
            Said::Morning { day: day.or(today).unwrap_or_default(), field, value }
        }
        Saying::Effort { activity, rpe } => Said::Effort { activity: which(&activity)?, rpe: Rpe(rpe) },
        Saying::Comment { activity, text } => Said::Comment { activity: which(&activity)?, text },
    })
}

fn info(view: &OwnView) {
    let facts = [
        ("athlete", view.name.as_str().into()),
        ("author", view.own.author.as_str().into()),
        ("day", view.own.at.date_naive().to_string().into()),
        ("unsent", view.unsent.into()),
    ];
    println!("{}", Words::here().say_with("own-info", &facts));
    view.said.iter().for_each(word);
}

fn word(word: &OwnWord) {
    println!("{}  {}", word.at.format("%Y-%m-%d %H:%M"), Words::here().said(&word.said));
}

fn shown(preview: &ReturnPreview) {
    let words = Words::here();
    let key = match preview.key {
        ReturnKey::First => "own-key-first",
        ReturnKey::Known => "own-key-known",
        ReturnKey::Other => "own-key-other",
    };
    println!("{}  {}", preview.name, preview.written_at.format("%Y-%m-%d %H:%M"));
    println!("{}", words.say_with(key, &[("words", preview.words_of_key.as_str().into())]));
    preview.rows.iter().for_each(row);
}

fn row(row: &ReturnRow) {
    let words = Words::here();
    let about = row.about.map(|(day, sport)| format!(" ({day} {})", sport.code())).unwrap_or_default();
    println!("{}: {}{about}", words.say(row.fate.key()), words.said(&row.word.said));
    if let Some(beside) = &row.beside {
        println!("    {beside}");
    }
}
