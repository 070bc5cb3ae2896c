//! The command line's grammar.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use contract::domain::overrides::ReasonTag;
use contract::domain::week::Week;

/// A coach's workstation, without the window.
#[derive(Debug, Parser)]
#[command(name = "trackside", version)]
pub(crate) struct Args {
    /// Roster file; the one open last if left out. A new file is made if nothing stands there.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) roster: Option<PathBuf>,
    /// Print JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Import device files and folders.
    Import {
        /// Files and folders.
        #[arg(required = true)]
        paths: Vec<String>,
        /// Whose they are; guessed from device and names if left out.
        #[arg(long)]
        athlete: Option<String>,
    },
    /// The club: who needs attention, and why.
    Athletes,
    /// An athlete's activities, newest first.
    Activities {
        /// Name or id.
        athlete: String,
    },
    /// One activity with its numbers.
    Activity {
        /// Id.
        id: String,
    },
    /// Daily load, fitness, fatigue and form.
    Load {
        /// Name or id.
        athlete: String,
        /// First day.
        #[arg(long)]
        from: Option<chrono::NaiveDate>,
        /// Last day.
        #[arg(long)]
        to: Option<chrono::NaiveDate>,
    },
    /// Weeks: draft, show, override, export, verify.
    Plan {
        #[command(subcommand)]
        command: Plan,
    },
    /// Serve the same program to a browser on this computer only.
    Serve {
        /// Open the sample club.
        #[arg(long)]
        sample: bool,
        /// Port; a free one if left out.
        #[arg(long, default_value_t = 0)]
        port: u16,
        /// Folder of the built front end; beside this program or in ui/dist if left out.
        #[arg(long)]
        ui: Option<PathBuf>,
    },
    /// Write the sample club's made-up device files.
    Sample {
        /// Folder.
        #[arg(long)]
        out: PathBuf,
    },
    /// Any call of the program, with its arguments as JSON.
    Call {
        /// Name, such as Triage.
        name: String,
        /// Arguments, such as {}.
        json: String,
    },
    /// The whole way once: sample club, triage, a week with reasons, an override, a signed plan file, pictures.
    Demo {
        /// Folder to write into.
        #[arg(long)]
        out: PathBuf,
    },
}

/// What to do with a week.
#[derive(Debug, Subcommand)]
pub(crate) enum Plan {
    /// Propose a week; what the coach wrote stays.
    Draft(Which),
    /// Show a week.
    Show(Which),
    /// Change a session.
    Override {
        #[command(flatten)]
        which: Which,
        /// Session id; left out when adding one.
        #[arg(long)]
        session: Option<String>,
        /// The change as JSON, such as {"do":"move","to":"2026-11-26"}.
        #[arg(long)]
        change: String,
        /// Why: fatigue, illness, travel, acute-injury-risk, motivational-slump, schedule-conflict, coachs-eye, group-session, other.
        #[arg(long, value_parser = tag)]
        reason: ReasonTag,
        /// In your own words.
        #[arg(long)]
        text: Option<String>,
        /// Do it although limits break.
        #[arg(long)]
        insist: bool,
    },
    /// Write a signed plan file and a readable page.
    Export {
        #[command(flatten)]
        which: Which,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Check a plan file.
    Verify {
        /// File.
        file: PathBuf,
    },
}

/// Whose week, and which.
#[derive(Debug, clap::Args)]
pub(crate) struct Which {
    /// Name or id.
    pub(crate) athlete: String,
    /// ISO week, such as 2026-W48.
    #[arg(long)]
    pub(crate) week: Week,
}

fn tag(text: &str) -> Result<ReasonTag, String> {
    ReasonTag::from_code(text).ok_or_else(|| {
        let known: Vec<_> = ReasonTag::ALL.iter().map(|tag| tag.code()).collect();
        format!("one of {}", known.join(", "))
    })
}
