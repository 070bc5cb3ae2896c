//! `trackside`: the same calls without a window. Arguments in, words or JSON out.
//!
//! What belongs here: argument parsing, printing, the loopback server. What never does: rules, SQL, maths.

// First: its macros hold in everything below.
#[macro_use]
mod print;

mod args;
mod ask;
mod by_hand;
mod consent;
mod demo;
mod http;
mod imports;
mod kept;
mod keys;
mod limits;
mod measured;
mod out;
mod own;
mod plan;
mod planned;
mod preferences;
mod privacy;
mod protect;
mod revise;
mod said;
mod season;
mod serve;
mod shown;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Place, SystemClock};
use clap::Parser;
use contract::Fault;
use contract::domain::words::Words;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("Trackside could not start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let json = args.json;
    let done = runtime.block_on(run(args));
    let code = match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            if json {
                println!("{}", serde_json::json!({ "fault": fault }));
            } else {
                eprintln!("{}\n{}", fault.what, fault.next);
                eprintln!("({})", fault.trace);
            }
            ExitCode::FAILURE
        }
    };
    match print::not_written() {
        None => code,
        Some(why) => {
            eprintln!("{}", Words::here().say_with("cli-not-written", &[("detail", why.into())]));
            ExitCode::FAILURE
        }
    }
}

async fn run(args: Args) -> Result<(), Fault> {
    if let Command::Sample { out } = &args.command {
        return shown::sample(&app::write_sample(out, app::SystemClock::today())?, args.json);
    }
    if let Command::Demo { out } = &args.command {
        return demo::demo(out).await;
    }
    let place = Place::of_user().map_err(|fault| app::untraced(&fault))?;
    app::log::begin(&place);
    let app = App::new(place, Arc::new(SystemClock));
    // What is printed, and numbers in it, are for the person whose computer this is.
    app.locale().settle();
    if let Command::Serve { sample, port, ui } = &args.command {
        let file = protect::file(args.roster_passphrase_file);
        app.look_after();
        return serve::serve(app, args.roster.as_deref(), file.as_deref(), *sample, *port, ui.as_deref()).await;
    }
    // One answer and an end: no watched folder is imported on the way.
    app.never_watch();
    app.never_lock();
    let file = protect::file(args.roster_passphrase_file.clone());
    if let Command::Backup { command } = &args.command {
        let done = kept::backups(&app, command, args.roster.as_deref(), file.as_deref(), args.json).await;
        app.close().await;
        return done;
    }
    open(&app, args.roster.as_deref(), file.as_deref(), &args.command).await?;
    let done = answer(&app, args).await;
    app.close().await;
    done
}

/// Does what a command asks of the open roster.
async fn answer(app: &App, args: Args) -> Result<(), Fault> {
    match args.command {
        Command::Import { paths, athlete, preview } => {
            imports::import(app, paths, athlete.as_deref(), preview, args.json).await
        }
        Command::Imports { command } => imports::imports(app, command, args.json).await,
        Command::Watch { folder, off } => limits::watch(app, folder, off, args.json).await,
        Command::Entry(entry) => by_hand::entry(app, entry, args.json).await,
        Command::Morning { day, text, check } => by_hand::morning(app, day, text, check, args.json).await,
        Command::Export { activity, format, out } => out::activity(app, &activity, format, out, args.json).await,
        Command::ExportAthlete { athlete, out } => out::athlete(app, &athlete, out, args.json).await,
        Command::Limits(asked) => limits::limits(app, asked, args.json).await,
        Command::Privacy { command } => privacy::privacy(app, command, args.json).await,
        Command::Own { command } => own::own(app, command, args.json).await,
        Command::Signals { athlete, on } => limits::signals(app, &athlete, on, args.json).await,
        Command::Athletes => said::athletes(app, args.json).await,
        Command::Activities { athlete } => said::activities(app, &athlete, args.json).await,
        Command::Activity { id } => said::activity(app, &id, args.json).await,
        Command::Revise { command } => revise::revise(app, command, args.json).await,
        Command::Load { athlete, from, to } => said::load(app, &athlete, from, to, args.json).await,
        Command::Measures { command } => measured::measured(app, command, args.json).await,
        Command::Consent { command } => consent::consent(app, command, args.json).await,
        Command::People { command } => consent::people(app, command, args.json).await,
        Command::Keys { command } => keys::keys(app, command, args.json).await,
        Command::Plan { command } => plan::plan(app, command, args.json).await,
        Command::Board { command } => planned::board(app, command, args.json).await,
        Command::Season { command } => season::season(app, command, args.json).await,
        Command::Library { command } => season::library(app, command, args.json).await,
        Command::Protect { command } => {
            let file = protect::file(args.roster_passphrase_file);
            protect::protect(app, command, file.as_deref(), args.json).await
        }
        Command::Audit(asked) => kept::audit(app, asked, args.json).await,
        Command::Preferences(wanted) => preferences::preferences(app, wanted, args.json).await,
        Command::Call { name, arguments } => said::call(app, &name, &arguments).await,
        // Done before a roster is opened.
        Command::Backup { .. } | Command::Serve { .. } | Command::Sample { .. } | Command::Demo { .. } => Ok(()),
    }
}

/// Opens the roster a command works on. Verifying a plan file and preferences need none.
async fn open(app: &App, roster: Option<&Path>, passphrase: Option<&Path>, command: &Command) -> Result<(), Fault> {
    if matches!(command, Command::Plan { command: args::Plan::Verify { .. } } | Command::Preferences(_)) {
        return Ok(());
    }
    protect::open(app, roster, passphrase).await
}
