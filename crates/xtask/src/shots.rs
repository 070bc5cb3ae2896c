//! `cargo xtask shots`: pictures of each screen over the sample club, from the real window and from a browser.
//!
//! The driving is done by `tests/examples/shots.rs`, beside the journeys that use the same drivers.

use std::path::Path;

use crate::command::{cargo, run};
use crate::fault::{At, TaskFault};
use crate::needs::{self, Group};
use crate::place::Place;
use crate::steps::Steps;
use crate::{tools, ui};

/// Takes the pictures into a folder.
pub(crate) fn shots(place: &Place, out: &Path) -> Result<(), TaskFault> {
    std::fs::create_dir_all(out).at(out)?;
    let out = std::path::absolute(out).at(out)?;
    let mut steps = Steps::new(4);
    steps.must("what this machine needs", || {
        needs::ensure(place, &[Group::Wasm, Group::Window, Group::Tests, Group::Shots])
    })?;
    steps.must("front end", || ui::build(place, ui::Profile::Small))?;
    steps.must("programs", || run(&mut cargo(place, ["build", "-p", "cli", "-p", "desktop"])))?;
    steps.must("pictures", || {
        let mut command = cargo(place, ["run", "-p", "tests", "--features", "shots", "--example", "shots"]);
        if cfg!(target_os = "linux") {
            command.env("TAURI_DRIVER", tools::tauri_driver(place)?);
            command.env("TRACKSIDE_DESKTOP", place.program("debug", "trackside-desktop"));
        }
        command
            .env("TRACKSIDE_BIN", place.program("debug", "trackside"))
            .env("TRACKSIDE_UI", place.dist())
            .env("TRACKSIDE_SHOTS", &out);
        run(&mut command)
    })
}
