//! So many changed plan, return and roster files, fed to the readers of the program: `cargo xtask mutate`.

#![expect(clippy::print_stdout, reason = "an example prints what it found")]

use std::process::ExitCode;
use std::time::Instant;

use tests::mutate::{Fault, LONGEST, MOST_MEMORY, Outcome, PLAIN, PLAN, RETURN, SEALED, mutate};

/// `mutate TIMES SEED`
fn main() -> Result<ExitCode, Fault> {
    let mut args = std::env::args().skip(1).map(|arg| arg.parse::<u64>());
    let (times, seed) = (args.next().unwrap_or(Ok(100_000))?, args.next().unwrap_or(Ok(1))?);
    // A panic is counted and described; its own lines would only hide the table.
    std::panic::set_hook(Box::new(|_| {}));
    let begun = Instant::now();
    let tally = tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(mutate(times, seed))?;
    println!("{times} changed files, seed {seed}, {:.0} s\n\n{tally}", begun.elapsed().as_secs_f64());
    // What nothing watches in a plain roster without its note is told in the table; the others have no such place.
    let watched = [PLAN, RETURN, PLAIN, SEALED].map(|kind| tally.of(Some(kind), Outcome::Accepted));
    let wrong = watched.iter().sum::<u64>() + tally.of(None, Outcome::Crashed);
    let bounded = tally.slowest <= LONGEST && tally.memory.is_none_or(|bytes| bytes <= MOST_MEMORY);
    println!("\n{}", if wrong == 0 && bounded { "holds" } else { "DOES NOT HOLD" });
    Ok(if wrong == 0 && bounded { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
