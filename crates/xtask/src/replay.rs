//! `cargo xtask replay`: the engine beside dumb plans over load that real people trained, as one table.

use std::process::Stdio;

use crate::bench::between;
use crate::command::{cargo, said};
use crate::fault::{At, TaskFault};
use crate::place::Place;

const BEGIN: &str = "<!-- replay -->";
const END: &str = "<!-- end of replay -->";
/// What runs it; `TRACKSIDE_DATASETS` names the folder of the data.
const PROGRAM: [&str; 6] = ["run", "--release", "--package", "planner", "--example", "replay"];

/// Replays and prints the table; writes it into docs/planner.md on wish.
pub(crate) fn replay(place: &Place, write: bool) -> Result<(), TaskFault> {
    let table = said(cargo(place, PROGRAM).stderr(Stdio::inherit())).ok_or(TaskFault::NoReplay)?;
    println!("{table}");
    if write {
        let page = place.root.join("docs").join("planner.md");
        let text = std::fs::read_to_string(&page).at(&page)?;
        let text = between(&text, BEGIN, END, &format!("\n{table}"))
            .ok_or(TaskFault::NoMark { path: page.clone(), mark: BEGIN })?;
        std::fs::write(&page, text).at(page)?;
    }
    Ok(())
}
