//! The committed description of every SQL query (`.sqlx`), renewed or compared.
//!
//! SQLx checks each query against a real database while `store` compiles. Here a scratch file gets the migrations, and
//! `store` is compiled against it. The migrations are applied by `examples/scratch_roster.rs`, a program of this
//! crate's own, because `store` cannot be compiled before its queries are described.

use std::path::{Path, PathBuf};

use crate::command::{cargo, run};
use crate::fault::{At, TaskFault};
use crate::place::Place;
use crate::ui::files_under;

/// Renews `.sqlx`.
pub(crate) fn prepare(place: &Place) -> Result<(), TaskFault> {
    let fresh = describe(place)?;
    let committed = place.root.join(".sqlx");
    std::fs::create_dir_all(&committed).at(&committed)?;
    for file in files_under(&committed)? {
        let path = committed.join(file);
        std::fs::remove_file(&path).at(path)?;
    }
    let files = files_under(fresh.path())?;
    for file in &files {
        std::fs::copy(fresh.path().join(file), committed.join(file)).at(committed.join(file))?;
    }
    println!("   {} queries described in .sqlx", files.len());
    Ok(())
}

/// Fails when `.sqlx` is not what the code and the migrations say.
pub(crate) fn fresh(place: &Place) -> Result<(), TaskFault> {
    let made = describe(place)?;
    let stale = differing(&place.root.join(".sqlx"), made.path())?;
    for file in &stale {
        println!("   differs: .sqlx/{}", file.display());
    }
    if stale.is_empty() { Ok(()) } else { Err(TaskFault::StaleQueries { stale: stale.len() }) }
}

fn describe(place: &Place) -> Result<tempfile::TempDir, TaskFault> {
    let scratch = tempfile::tempdir().at(std::env::temp_dir())?;
    let roster = scratch.path().join("scratch.sqlite");
    // `store` is named too, so that both are built with the same SQLite and it is compiled once.
    run(&mut cargo(place, ["build", "-p", "xtask", "-p", "store", "--example", "scratch_roster"]))?;
    let program = place.program("debug/examples", "scratch_roster");
    run(std::process::Command::new(program).arg(place.root.join("migrations")).arg(&roster))?;

    let queries = tempfile::tempdir().at(std::env::temp_dir())?;
    // A query is described while its file is compiled, so the crate must count as changed.
    let library = place.root.join("crates/store/src/lib.rs");
    let file = std::fs::File::options().append(true).open(&library).at(&library)?;
    file.set_modified(now()).at(&library)?;
    drop(file);
    run(cargo(place, ["check", "-p", "store", "--all-targets"])
        .env("DATABASE_URL", address(&roster))
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", queries.path()))?;
    Ok(queries)
}

#[expect(clippy::disallowed_methods, reason = "a file's time of change is the machine's business, not a story's")]
fn now() -> std::time::SystemTime {
    std::time::SystemTime::now()
}

/// `sqlite:///tmp/x` on Unix, `sqlite://C:/x` on Windows.
fn address(roster: &Path) -> String {
    format!("sqlite://{}", roster.to_string_lossy().replace('\\', "/"))
}

fn differing(committed: &Path, made: &Path) -> Result<Vec<PathBuf>, TaskFault> {
    let names: std::collections::BTreeSet<PathBuf> = &files_under(committed)? | &files_under(made)?;
    let read = |folder: &Path, file: &Path| std::fs::read(folder.join(file)).ok();
    Ok(names.into_iter().filter(|file| read(committed, file) != read(made, file)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_a_missing_and_a_left_over_query_all_count_as_stale() {
        let (committed, made) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let write = |folder: &tempfile::TempDir, name: &str, text: &str| {
            std::fs::write(folder.path().join(name), text).unwrap();
        };
        write(&committed, "same.json", "1");
        write(&made, "same.json", "1");
        write(&committed, "changed.json", "1");
        write(&made, "changed.json", "2");
        write(&committed, "left-over.json", "1");
        write(&made, "missing.json", "1");
        let stale = differing(committed.path(), made.path()).unwrap();
        let stale: Vec<String> = stale.iter().map(|file| file.display().to_string()).collect();
        assert_eq!(stale, ["changed.json", "left-over.json", "missing.json"]);
    }
}
