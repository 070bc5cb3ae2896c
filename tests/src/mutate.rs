//! Files as nobody wrote them: bytes turned, fields exchanged, signatures of others, scripts in every text. Each goes to the
//! reader the program itself uses, and what came of it is counted.
//!
//! The same seed gives the same files. `docs/threat-model.md` says what each outcome means.

mod bytes;
mod guard;
mod roster;
mod signed;
mod tally;
mod values;

use std::time::Duration;

pub use roster::{BARE, PLAIN, SEALED};
pub use signed::{PLAN, RETURN};
pub use tally::{Outcome, Tally};

/// Of a hundred files, how many are rosters: each costs as much as a thousand of the others.
const ROSTERS: u64 = 2;

/// How long one file may keep a reader. A roster is opened and read whole in this, the others in a fraction of it.
pub const LONGEST: Duration = Duration::from_secs(10);

/// How much memory the readers may come to need on top of what they began with, bytes.
pub const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// Why the files could not be made or counted.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Feeds so many files, made from a seed, to the readers.
///
/// # Errors
/// When the files they are made from cannot be written.
pub async fn mutate(times: u64, seed: u64) -> Result<Tally, Fault> {
    let mut tally = Tally::default();
    let mut dice = Dice::new(seed);
    let rosters = times * ROSTERS / 100;
    let kinds = signed::kinds()?;
    let watch = guard::Watch::begin(LONGEST);
    let each = (times - rosters) / kinds.len() as u64;
    for (place, kind) in kinds.iter().enumerate() {
        // What does not divide evenly goes to the first.
        let count = if place == 0 { times - rosters - each * (kinds.len() as u64 - 1) } else { each };
        for _ in 0..count {
            signed::one(kind, &mut dice, &watch, &mut tally);
        }
    }
    roster::run(rosters, &mut dice, &watch, &mut tally).await?;
    tally.memory = watch.grown();
    Ok(tally)
}

/// A small seeded generator (SplitMix64).
#[derive(Debug, Clone)]
struct Dice(u64);

impl Dice {
    fn new(seed: u64) -> Dice {
        Dice(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`; 0 if there is nothing below it.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % (end.max(1) as u64)).unwrap_or_default()
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}
