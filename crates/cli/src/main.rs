//! `trackside`: the same calls without a window. Arguments in, words or JSON out.
//!
//! What belongs here: argument parsing, printing, the loopback server. What never does: rules, SQL, maths.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line speaks on its standard streams")]

mod args;
mod ask;
mod demo;
mod http;
mod plan;
mod said;
mod serve;
mod shown;

use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Place, SystemClock};
use clap::Parser;
use contract::Fault;

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
    match runtime.block_on(run(args)) {
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
    if let Command::Serve { sample, port, ui } = &args.command {
        return serve::serve(app, args.roster.as_deref(), *sample, *port, ui.as_deref()).await;
    }
    open(&app, args.roster.as_deref(), &args.command).await?;
    match args.command {
        Command::Import { paths, athlete } => said::import(&app, paths, athlete.as_deref(), args.json).await,
        Command::Athletes => said::athletes(&app, args.json).await,
        Command::Activities { athlete } => said::activities(&app, &athlete, args.json).await,
        Command::Activity { id } => said::activity(&app, &id, args.json).await,
        Command::Load { athlete, from, to } => said::load(&app, &athlete, from, to, args.json).await,
        Command::Plan { command } => plan::plan(&app, command, args.json).await,
        Command::Call { name, json } => said::call(&app, &name, &json).await,
        Command::Serve { .. } | Command::Sample { .. } | Command::Demo { .. } => Ok(()),
    }
}

/// Opens the roster a command works on. Verifying a plan file needs none.
async fn open(app: &App, roster: Option<&Path>, command: &Command) -> Result<(), Fault> {
    if matches!(command, Command::Plan { command: args::Plan::Verify { .. } }) {
        return Ok(());
    }
    let opened = match roster {
        Some(path) => app.open_or_create(path).await,
        None => app.open_usual().await,
    };
    opened.map_err(|fault| app::untraced(&fault))
}
