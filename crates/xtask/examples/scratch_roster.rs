//! Makes an empty SQLite file by applying every migration in order: `scratch_roster MIGRATIONS FILE`.
//!
//! Only for `cargo xtask prepare`. The program itself applies migrations through `store`, with checksums and a
//! snapshot; here nothing is worth keeping.

use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    match make() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            #[expect(clippy::print_stderr, reason = "a program of one purpose speaks through its streams")]
            {
                eprintln!("scratch_roster: {fault}");
            }
            ExitCode::FAILURE
        }
    }
}

fn make() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args_os().skip(1).map(PathBuf::from);
    let (Some(migrations), Some(file)) = (args.next(), args.next()) else {
        return Err("usage: scratch_roster MIGRATIONS FILE".into());
    };
    let mut steps: Vec<PathBuf> =
        std::fs::read_dir(migrations)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    steps.retain(|path| path.extension().is_some_and(|ending| ending == "sql"));
    steps.sort();
    let database = rusqlite::Connection::open(file)?;
    for step in steps {
        let text = std::fs::read_to_string(&step)?;
        database.execute_batch(&text).map_err(|fault| format!("{}: {fault}", step.display()))?;
    }
    Ok(())
}
