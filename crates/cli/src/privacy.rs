//! `privacy`: a copy of everything about an athlete, erasing them, how long things are kept, and tables without names.

use std::path::PathBuf;

use app::App;
use clap::{Subcommand, ValueEnum};
use contract::Fault;
use contract::domain::anonymous::USUAL_K;
use contract::domain::erasure::{ErasureReason, RetentionKind, Tombstone};
use contract::domain::words::Words;
use contract::privacy::{
    AnonymousView, ApplyRetention, EraseAthlete, ErasurePreview, ErasureReport, ExportAnonymous, ListErasures,
    PreviewAnonymous, PreviewErasure, RetentionView, SetRetention, ShowRetention,
};

use crate::ask::ask;
use crate::imports::told;
use crate::out;

/// What may be done with what is kept about people.
#[derive(Debug, Subcommand)]
pub(crate) enum Privacy {
    /// Write everything about an athlete to one archive.
    Export {
        /// Name or id.
        athlete: String,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Erase an athlete from the roster, its log and its backups. Without --name it only says what would go.
    Erase {
        /// Name or id.
        athlete: String,
        /// Their name as it stands in the roster, typed again: then it is done, and cannot be undone.
        #[arg(long)]
        name: Option<String>,
        /// Why.
        #[arg(long, value_enum, default_value = "asked")]
        reason: Why,
        /// Leave the files this program wrote about them where they are.
        #[arg(long)]
        keep_exports: bool,
    },
    /// Say who was erased when: no names, only what was removed.
    Erasures,
    /// How long things are kept. Without options, say what each rule would remove today.
    Retention {
        /// What.
        #[arg(value_enum)]
        kind: Option<Kind>,
        /// Keep it for so many months; 0 switches the rule off.
        #[arg(long, requires = "kind", conflicts_with = "apply")]
        months: Option<u32>,
        /// Remove what the rule names today: locations or originals.
        #[arg(long, requires = "kind")]
        apply: bool,
    },
    /// Write tables without names of those who agreed to research.
    Anonymise {
        /// How many must be alike.
        #[arg(long, default_value_t = USUAL_K)]
        k: u32,
        /// The same codes and moved days each time.
        #[arg(long)]
        lasting: bool,
        /// Only say how coarse they would be.
        #[arg(long)]
        preview: bool,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
}

/// Why somebody is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Why {
    /// They asked for it.
    Asked,
    /// They left.
    Left,
    /// They were entered by mistake.
    Mistake,
    /// A rule on how long things are kept.
    Retention,
}

impl From<Why> for ErasureReason {
    fn from(why: Why) -> ErasureReason {
        match why {
            Why::Asked => ErasureReason::Asked,
            Why::Left => ErasureReason::Left,
            Why::Mistake => ErasureReason::Mistake,
            Why::Retention => ErasureReason::Retention,
        }
    }
}

/// What a rule on keeping is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// Where athletes were.
    Location,
    /// Bytes of original files.
    Originals,
    /// Athletes of whom nothing new was written.
    Left,
}

impl From<Kind> for RetentionKind {
    fn from(kind: Kind) -> RetentionKind {
        match kind {
            Kind::Location => RetentionKind::Location,
            Kind::Originals => RetentionKind::Originals,
            Kind::Left => RetentionKind::Left,
        }
    }
}

/// Does what was asked.
pub(crate) async fn privacy(app: &App, command: Privacy, as_json: bool) -> Result<(), Fault> {
    match command {
        Privacy::Export { athlete, out } => out::athlete(app, &athlete, out, as_json).await,
        Privacy::Erase { athlete, name: None, .. } => {
            let athlete = app.athlete_named(&athlete).await?.id;
            told(&ask(app, &PreviewErasure { athlete }).await?, as_json, preview)
        }
        Privacy::Erase { athlete, name: Some(name), reason, keep_exports } => {
            let athlete = app.athlete_named(&athlete).await?.id;
            let request = EraseAthlete { athlete, name, reason: reason.into(), exports: !keep_exports };
            told(&ask(app, &request).await?.value, as_json, erased)
        }
        Privacy::Erasures => told(&ask(app, &ListErasures {}).await?, as_json, |all: &Vec<Tombstone>| {
            all.iter().for_each(tombstone);
        }),
        Privacy::Retention { kind, months, apply } => retention(app, kind, months, apply, as_json).await,
        Privacy::Anonymise { k, preview: true, .. } => {
            told(&ask(app, &PreviewAnonymous { k }).await?, as_json, anonymous)
        }
        Privacy::Anonymise { k, lasting, out, .. } => {
            let folder = out.map(|out| out.to_string_lossy().into_owned());
            let written = ask(app, &ExportAnonymous { k, lasting, folder }).await?;
            told(&written, as_json, |written| {
                anonymous(&written.view);
                println!("{} ({} bytes)", written.path, written.bytes);
            })
        }
    }
}

async fn retention(
    app: &App,
    kind: Option<Kind>,
    months: Option<u32>,
    apply: bool,
    as_json: bool,
) -> Result<(), Fault> {
    let view = match (kind, months) {
        (Some(kind), Some(months)) => {
            let months = Some(months).filter(|months| *months > 0);
            ask(app, &SetRetention { kind: kind.into(), months }).await?.value
        }
        _ => ask(app, &ShowRetention {}).await?,
    };
    let Some(kind) = kind.filter(|_| apply).map(RetentionKind::from) else {
        return told(&view, as_json, rules);
    };
    let before = view.lines.iter().find(|line| line.kind == kind).and_then(|line| line.before);
    // A rule that is off names no day: the program says so.
    let done = ask(app, &ApplyRetention { kind, before: before.unwrap_or_default() }).await?.value;
    told(&done, as_json, |done| {
        let facts =
            [("activities", done.activities.into()), ("files", done.files.into()), ("copies", done.copies.into())];
        println!("{}", Words::here().say_with("privacy-retention-done", &facts));
    })
}

fn preview(view: &ErasurePreview) {
    let words = Words::here();
    println!("{}", words.say_with("privacy-would-go", &[("athlete", view.name.clone().into())]));
    counts(&view.rows);
    list("privacy-files", &view.files);
    list("privacy-shared", &view.shared);
    list("privacy-copies", &view.copies.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>());
    list("privacy-exports", &view.exports);
    list("privacy-models", &view.models);
}

fn erased(report: &ErasureReport) {
    let words = Words::here();
    tombstone(&report.tombstone);
    list("privacy-files", &report.files);
    list("privacy-shared", &report.shared);
    let copies: Vec<String> = report
        .copies
        .iter()
        .map(|(path, became)| format!("{path}: {}", words.say(&format!("erase-copy-{}", became.code()))))
        .collect();
    list("privacy-copies", &copies);
    list("privacy-exports", &report.exports);
    println!("{}", words.say_with("privacy-searched", &[("files", report.searched.len().into())]));
    let found: Vec<String> = report
        .found
        .iter()
        .map(|(place, sought, times)| {
            format!("{place}: {} ({times})", words.say(&format!("erase-sought-{}", sought.code())))
        })
        .collect();
    if found.is_empty() {
        println!("{}", words.say("privacy-found-nothing"));
    } else {
        list("privacy-found", &found);
    }
}

fn tombstone(stone: &Tombstone) {
    let words = Words::here();
    let reason = words.say(&format!("erasure-reason-{}", stone.reason.code()));
    let facts = [
        ("id", stone.id.to_string().into()),
        ("day", stone.day.to_string().into()),
        ("reason", reason.into()),
        ("rows", (stone.removed.values().sum::<u64>() as f64).into()),
    ];
    println!("{}", words.say_with("privacy-tombstone", &facts));
    if stone.pending {
        println!("  {}", words.say("privacy-pending"));
    }
    list("privacy-models", &stone.models);
}

fn rules(view: &RetentionView) {
    let words = Words::here();
    for line in &view.lines {
        let name = words.say(&format!("retention-{}", line.kind.code()));
        match line.months {
            None => println!("{name}: {}", words.say("privacy-retention-off")),
            Some(months) => {
                println!("{name}: {}", words.say_with("privacy-retention-months", &[("months", months.into())]));
                for met in &line.meets {
                    let facts = [
                        ("athlete", met.name.clone().into()),
                        ("activities", met.activities.into()),
                        ("files", met.files.into()),
                        ("day", met.newest.map_or_else(String::new, |day| day.to_string()).into()),
                    ];
                    println!("  {}", words.say_with("privacy-retention-meets", &facts));
                }
            }
        }
    }
}

fn anonymous(view: &AnonymousView) {
    let words = Words::here();
    let facts = [
        ("people", view.people.into()),
        ("groups", view.groups.into()),
        ("smallest", view.smallest.into()),
        ("k", view.k.into()),
    ];
    println!("{}", words.say_with("privacy-anonymous-is", &facts));
    for line in coarseness(view) {
        println!("  {line}");
    }
    let facts = [("left", view.left_out.into()), ("not", view.not_agreed.into())];
    println!("{}", words.say_with("privacy-anonymous-out", &facts));
}

fn coarseness(view: &AnonymousView) -> Vec<String> {
    view.coarseness.keys().into_iter().map(|key| Words::here().say(key)).collect()
}

fn counts(rows: &[(String, u64)]) {
    for (table, rows) in rows {
        println!("  {table:<24} {rows}");
    }
}

fn list(title: &str, lines: &[String]) {
    if !lines.is_empty() {
        println!("{}", Words::here().say(title));
        for line in lines {
            println!("  {line}");
        }
    }
}
