//! `cargo xtask`: the chores of this project, one verb a file.
//!
//! Here belong building, checking, running and measuring the other rooms, and the house rules they must keep.
//! Never here: anything a coach would use, and no dependency on another room, so that it is the first thing a
//! fresh machine can build.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks through its two streams")]

mod bench;
mod bundled;
mod check;
mod command;
mod deny;
mod fault;
mod kill;
mod mutate;
mod needs;
mod place;
mod prepare;
mod replay;
mod run;
mod shots;
mod steps;
mod test;
mod tidy;
mod tools;
mod ui;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::fault::TaskFault;
use crate::place::Place;

/// The chores of this project.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Build the program and open its window; without a display, serve it on this machine and print the address.
    Run {
        /// Open the made-up sample club.
        #[arg(long)]
        sample: bool,
        /// Open this roster file.
        #[arg(long, value_name = "FILE", conflicts_with = "sample")]
        roster: Option<PathBuf>,
        /// Serve on this machine although there is a display.
        #[arg(long)]
        serve: bool,
        /// Optimised build: slower to make, quicker to use.
        #[arg(long)]
        release: bool,
    },
    /// Every test: native, component, browser journey, window journey.
    Test {
        /// Only the lanes whose names contain this word.
        #[arg(long, value_name = "WORD")]
        only: Option<String>,
    },
    /// Everything short of running: format, lints, wasm, docs, tidy, queries, dependencies.
    Check {
        /// Only the lanes whose names contain this word.
        #[arg(long, value_name = "WORD")]
        only: Option<String>,
    },
    /// Renew the committed description of every SQL query (`.sqlx`).
    Prepare,
    /// Write docs/bundled.md: what is inside the programs that are handed out.
    Bundled,
    /// House rules: arrows between rooms, file sizes, fences, migrations.
    Tidy,
    /// Every benchmark, as one table.
    Bench {
        /// Write the table into docs/performance.md as well.
        #[arg(long)]
        write: bool,
        /// Print the table of the last run again without measuring.
        #[arg(long)]
        last: bool,
    },
    /// The engine beside dumb plans over load that real people trained, as one table.
    Replay {
        /// Write the table into docs/planner.md as well.
        #[arg(long)]
        write: bool,
    },
    /// Change plan, return and roster files in every way, and count what the readers say.
    Mutate {
        /// How many files.
        #[arg(long, default_value_t = 100_000)]
        times: u64,
        /// The same seed gives the same files.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Build the front end into ui/dist.
    Ui {
        /// Quick and large instead of small.
        #[arg(long)]
        dev: bool,
    },
    /// Pictures of each screen, from the real window and from a browser.
    Shots {
        /// Folder for the pictures.
        #[arg(long, default_value = "shots")]
        out: PathBuf,
    },
    /// Kill the program at random moments of everything it writes, and look at what is left, as one table.
    Kill {
        /// How often.
        #[arg(long, default_value_t = 500)]
        times: u32,
        /// The moments follow from it.
        #[arg(long, default_value_t = 2026)]
        seed: u64,
    },
    /// Say what each verb needs from this machine and install what is missing, without doing anything else.
    Needs,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match answer(cli.verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("\nxtask: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn answer(verb: Verb) -> Result<(), TaskFault> {
    let place = Place::find()?;
    match verb {
        Verb::Run { sample, roster, serve, release } => run::run(&place, &run::Wish { sample, roster, serve, release }),
        Verb::Test { only } => test::test(&place, only.as_deref()),
        Verb::Check { only } => check::check(&place, only.as_deref()),
        Verb::Prepare => prepare::prepare(&place),
        Verb::Tidy => tidy::tidy(&place),
        Verb::Bundled => bundled::write(&place),
        Verb::Bench { write, last } => bench::bench(&place, write, last),
        Verb::Replay { write } => replay::replay(&place, write),
        Verb::Mutate { times, seed } => mutate::mutate(&place, times, seed),
        Verb::Ui { dev } => ui::build(&place, if dev { ui::Profile::Dev } else { ui::Profile::Small }),
        Verb::Shots { out } => shots::shots(&place, &out),
        Verb::Kill { times, seed } => kill::kill(&place, times, seed),
        Verb::Needs => {
            needs::ensure(&place, &[needs::Group::Wasm, needs::Group::Window, needs::Group::Tests, needs::Group::Shots])
        }
    }
}
