//! `cargo xtask mutate`: plan, return and roster files as nobody wrote them, fed to the program's readers, as one table.

use crate::command::{cargo, run};
use crate::fault::TaskFault;
use crate::place::Place;

/// Runs so many; a fault when one was taken for genuine, or ended a reader.
pub(crate) fn mutate(place: &Place, times: u64, seed: u64) -> Result<(), TaskFault> {
    let (times, seed) = (times.to_string(), seed.to_string());
    run(&mut cargo(place, ["run", "--quiet", "--package", "tests", "--example", "mutate", "--", &times, &seed]))
}
