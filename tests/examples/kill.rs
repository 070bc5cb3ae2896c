//! `cargo xtask kill`: kills the program so many times and prints what came of it.
#![expect(clippy::print_stdout, reason = "the table is what this is run for")]

use std::path::Path;
use std::process::ExitCode;

use tests::kill::{Fault, Verb, kill};

fn main() -> Result<ExitCode, Fault> {
    let mut args = std::env::args().skip(1);
    let program = args.next().ok_or("which program, how often, and from which seed")?;
    let times: u32 = args.next().ok_or("how often")?.parse()?;
    let seed: u64 = args.next().ok_or("from which seed")?.parse()?;
    println!("seed {seed}");
    let tally = kill(Path::new(&program), &Verb::ALL, times, seed, |line| println!("   {line}"))?;
    println!("\n{tally}");
    Ok(if tally.lost.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
