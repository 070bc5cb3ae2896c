//! The command line's grammar.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use contract::domain::overrides::ReasonTag;
use contract::domain::week::Week;

use crate::by_hand::Entry;
use crate::consent::{ConsentCommand, People};
use crate::imports::Imports;
use crate::kept::{Audit, Backups};
use crate::keys::{Keys, Passphrase, Read};
use crate::limits::Limits;
use crate::measured::Numbers;
use crate::out::Format;
use crate::own::Own;
use crate::planned::Board;
use crate::preferences::Wanted;
use crate::privacy::Privacy;
use crate::protect::Protect;
use crate::revise::Revise;
use crate::season::{Library, Season};

/// A coach's workstation, without the window.
#[derive(Debug, Parser)]
#[command(name = "trackside", version)]
pub(crate) struct Args {
    /// Roster file; the one open last if left out. A new file is made if nothing stands there.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) roster: Option<PathBuf>,
    /// File whose first line is the passphrase of the roster; else TRACKSIDE_PASSPHRASE_FILE names it, or it is asked for.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) roster_passphrase_file: Option<PathBuf>,
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
        /// Whose they are; guessed from device, names and history if left out.
        #[arg(long)]
        athlete: Option<String>,
        /// Only say what would become of each file.
        #[arg(long)]
        preview: bool,
    },
    /// Earlier imports: list (also when nothing else is said), show, undo, redo, resume, report.
    Imports {
        #[command(subcommand)]
        command: Option<Imports>,
    },
    /// Watch a folder: what appears in it is imported while the program runs. Without options, say which.
    Watch {
        /// The folder.
        #[arg(long)]
        folder: Option<String>,
        /// Stop watching.
        #[arg(long, conflicts_with = "folder")]
        off: bool,
    },
    /// Add an activity nobody recorded.
    Entry(Entry),
    /// A squad's morning, one athlete a line: "Ada: sleep 7.5, sore 3, hr 48; ill".
    Morning {
        /// The day; today if left out.
        #[arg(long)]
        day: Option<chrono::NaiveDate>,
        /// The lines; read from standard input if left out.
        #[arg(long)]
        text: Option<String>,
        /// Only say what was understood.
        #[arg(long)]
        check: bool,
    },
    /// Write an activity to a file.
    Export {
        /// Id.
        activity: String,
        /// As what.
        #[arg(long = "as", value_enum, default_value = "fit")]
        format: Format,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Write everything about an athlete to one archive.
    ExportAthlete {
        /// Name or id.
        athlete: String,
        /// Folder; the documents folder if left out.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// What is kept about people: export all of it, erase somebody, how long it is kept, tables without names.
    Privacy {
        #[command(subcommand)]
        command: Privacy,
    },
    /// An athlete's own file: export, open-info, say, return, merge.
    Own {
        #[command(subcommand)]
        command: Own,
    },
    /// Past which values an athlete's samples are marked as suspect: show, or change.
    Limits(Limits),
    /// Every signal of an athlete: newest reading, source, age and quality.
    Signals {
        /// Name or id.
        athlete: String,
        /// As of which day; today if left out.
        #[arg(long)]
        on: Option<chrono::NaiveDate>,
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
    /// Change an activity: trim, split, merge, sport, exclude, undo, history. What was recorded stays.
    Revise {
        #[command(subcommand)]
        command: Revise,
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
    /// Measures, thresholds, races: activity, weeks, thresholds, accept, result, predict, pace, recompute, registry.
    Measures {
        #[command(subcommand)]
        command: Numbers,
    },
    /// Consent of an athlete: show, record, withdraw; and the age from which athletes agree for themselves.
    Consent {
        #[command(subcommand)]
        command: ConsentCommand,
    },
    /// Who uses this roster: list, add, as.
    People {
        #[command(subcommand)]
        command: People,
    },
    /// Keys of plan files: list, trust, revoke, renew, read, export, import.
    Keys {
        #[command(subcommand)]
        command: Keys,
    },
    /// Weeks: draft, show, override, export, verify, read.
    Plan {
        #[command(subcommand)]
        command: Plan,
    },
    /// Weeks of many, and what stands behind one: draft-all, show, approve, approve-green, explain, replay, adapt, adherence, follow-ups.
    Board {
        #[command(subcommand)]
        command: Board,
    },
    /// Seasons: templates, show, start.
    Season {
        #[command(subcommand)]
        command: Season,
    },
    /// The session library: list, read, add.
    Library {
        #[command(subcommand)]
        command: Library,
    },
    /// Backups: now, list, verify, restore; and salvage, what can still be read of a damaged roster.
    Backup {
        #[command(subcommand)]
        command: Backups,
    },
    /// The journal: who changed what and when, and whether its chain holds.
    Audit(Audit),
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
    /// The passphrase of the roster: show, set, off, keychain, idle.
    Protect {
        #[command(subcommand)]
        command: Protect,
    },
    /// Language, units and time of the person at this computer: without options, say what holds.
    Preferences(Wanted),
    /// Any call of the program, with its arguments as JSON.
    Call {
        /// Name, such as Triage.
        name: String,
        /// Arguments as JSON; none if left out.
        #[arg(default_value = "{}")]
        arguments: String,
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
        /// Tell the text of this change, by its id; may be said more than once. Without it no text is told.
        #[arg(long, value_name = "CHANGE")]
        tell: Vec<String>,
        /// It is for another coach: what the athlete lets be shared with other coaches, and no more.
        #[arg(long)]
        for_team: bool,
        /// Encrypt it for the holder of this reading key (age1...); may be said more than once.
        #[arg(long = "for", value_name = "KEY")]
        recipients: Vec<String>,
        #[command(flatten)]
        passphrase: Passphrase,
    },
    /// Read somebody's plan file: who signed it, what it would do here; or take sessions of it.
    Read(Read),
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

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_grammar_is_sound_and_every_verb_reads_with_json_before_or_after() {
        Args::command().debug_assert();
        for line in [
            "call Triage {} --json",
            "--json call Triage",
            "import folder --preview --json",
            "imports",
            "imports undo 0193 --json",
            "imports report 0193 --out folder",
            "watch --folder inbox",
            "watch --off",
            "entry Ada --sport strength --start 2026-11-22T18:30 --minutes 60 --set \"squat 3x5@80\"",
            "morning --text \"Ada: sleep 8\" --check",
            "export 0193 --as gpx",
            "export-athlete Ada --out folder",
            "limits Ada --hr-max 210",
            "limits Ada --usual",
            "signals Ada --on 2026-11-01",
            "protect show --roster-passphrase-file secret.txt",
            "protect set --passphrase-file new.txt --json",
            "protect idle 5",
            "measures activity 0193 --json",
            "measures weeks Ada --from 2026-10-01",
            "measures accept Ada ftp 265 --from 2026-11-20 --note test",
            "measures result Ada --day 2026-11-15 --distance 10000 --minutes 41.5 --celsius 18",
            "measures predict Ada --distance 42195 --celsius 22 --humidity 60",
            "measures pace 0193 --minutes 45",
            "measures recompute",
            "measures registry --json",
            "revise trim 01890000-0000-7000-8000-000000000000 --from 1:30 --to 55:00 --reason \"rode home\"",
            "revise split 01890000-0000-7000-8000-000000000000 --at 20:00,40:00 --preview --json",
            "revise merge 01890000-0000-7000-8000-000000000000 --with 01890000-0000-7000-8000-000000000001 --preview",
            "revise sport 01890000-0000-7000-8000-000000000000 run --reason brick",
            "revise exclude 01890000-0000-7000-8000-000000000000 heart-rate --from 10:00 --to 25:00 --reason strap",
            "revise undo 01890000-0000-7000-8000-000000000000 --reason mistake",
            "revise history 01890000-0000-7000-8000-000000000000 --json",
            "backup now --out folder",
            "backup verify --json",
            "backup restore name.trackside",
            "backup salvage saved.trackside --json",
            "audit --verify --json",
            "audit --athlete Ada --action override-session --limit 5",
        ] {
            // Quoted words stay together, as a shell would leave them.
            let words: Vec<String> = line
                .split('"')
                .enumerate()
                .flat_map(|(i, part)| match i % 2 {
                    1 => vec![part.to_owned()],
                    _ => part.split_whitespace().map(str::to_owned).collect(),
                })
                .collect();
            let read = Args::try_parse_from(std::iter::once("trackside".to_owned()).chain(words));
            let read = read.unwrap_or_else(|error| panic!("{line}: {error}"));
            assert_eq!(read.json, line.contains("--json"), "{line}");
        }
        assert!(Args::try_parse_from(["trackside", "watch", "--folder", "a", "--off"]).is_err());
        assert!(
            Args::try_parse_from(["trackside", "measures", "accept", "Ada", "luck", "1", "--from", "2026-11-20"])
                .is_err()
        );
        assert!(Args::try_parse_from(["trackside", "limits", "Ada", "--usual", "--hr-max", "200"]).is_err());
    }
}
