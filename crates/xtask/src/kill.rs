//! `cargo xtask kill`: the program killed at random moments of everything it writes, and what is left, as one table.

use crate::command::{cargo, run};
use crate::fault::TaskFault;
use crate::place::Place;

/// Kills it so many times; a fault when something that was said to be done is not there, or something is half there.
pub(crate) fn kill(place: &Place, times: u32, seed: u64) -> Result<(), TaskFault> {
    run(&mut cargo(place, ["build", "--quiet", "--package", "cli"]))?;
    let program = place.program("debug", "trackside").to_string_lossy().into_owned();
    let (times, seed) = (times.to_string(), seed.to_string());
    run(&mut cargo(place, ["run", "--quiet", "--package", "tests", "--example", "kill", "--", &program, &times, &seed]))
}
