//! What we build with, against `deny.toml`: where it comes from, under which licence, and whether a hole is known in it.

use std::process::Command;

use crate::command::{holds, run};
use crate::fault::TaskFault;
use crate::place::Place;
use crate::tools;

/// Licences, banned crates and sources. Needs no network once the tool and the crates are here.
pub(crate) fn dependencies(place: &Place) -> Result<(), TaskFault> {
    run(deny(place)?.args(["check", "--show-stats", "licenses", "bans", "sources"]))
}

/// Known holes. The database of them is another project's and comes from the network: without it nothing is known, and that
/// is said, for silence would look like safety.
pub(crate) fn advisories(place: &Place) -> Result<(), TaskFault> {
    let mut fetch = deny(place)?;
    // A server that does not answer must not hold up everything.
    fetch.args(["fetch", "db"]).env("GIT_TERMINAL_PROMPT", "0");
    fetch.env("GIT_HTTP_LOW_SPEED_LIMIT", "1000").env("GIT_HTTP_LOW_SPEED_TIME", "20");
    if !holds(&mut fetch) {
        return Err(TaskFault::NotLooked { why: "the advisory database cannot be fetched from this machine" });
    }
    run(deny(place)?.args(["check", "--disable-fetch", "--show-stats", "advisories"]))
}

fn deny(place: &Place) -> Result<Command, TaskFault> {
    let mut command = Command::new(tools::cargo_deny(place)?);
    command.current_dir(&place.root).arg("--locked");
    Ok(command)
}
