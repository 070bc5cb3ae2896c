//! The program killed (SIGKILL) at random moments of what it does, and what is there afterwards.
//!
//! A killed program may lose what it had not said to be done, and nothing else: whatever stood whole on its standard output
//! must be in the roster, SQLite must find the file sound, the journal's chain must hold, and no file may be half there
//! under the name of a whole one. The same seed gives the same moments, as far as a machine repeats itself.

mod scene;
mod verbs;

use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};
use std::path::Path;
use std::time::Duration;

use scene::{Ended, Scene};
pub use verbs::Verb;

/// Why it could not be told what was lost.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// What came of the kills of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Killed while it ran.
    pub killed: u32,
    /// Of these, with everything it had to say said: it must be there.
    pub acknowledged: u32,
    /// Ended before its moment came.
    pub ended: u32,
    /// Temporary files that were left under names of their own, which the program removes later.
    pub scraps: u32,
}

/// What came of all kills.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// By kind.
    pub counts: BTreeMap<&'static str, Counts>,
    /// What was lost or half there, in words. Empty when nothing was.
    pub lost: Vec<String>,
}

impl Tally {
    /// Programs killed while they ran.
    #[must_use]
    pub fn killed(&self) -> u32 {
        self.counts.values().map(|counts| counts.killed).sum()
    }
}

impl Display for Tally {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "| killed in | times | had said it was done | ended before | temporary files left |")?;
        writeln!(f, "|---|---|---|---|---|")?;
        for (kind, c) in &self.counts {
            writeln!(f, "| {kind} | {} | {} | {} | {} |", c.killed, c.acknowledged, c.ended, c.scraps)?;
        }
        writeln!(f, "\n{} kills; lost or half there: {}", self.killed(), self.lost.len())?;
        for lost in &self.lost {
            writeln!(f, "  {lost}")?;
        }
        Ok(())
    }
}

/// Kills the program so many times, in turn over everything in `verbs`, and looks at what is left after each.
/// `say` hears each line of progress.
///
/// # Errors
/// When the program cannot be started, or refuses what it is asked without being killed.
pub fn kill(
    program: &Path,
    verbs: &[Verb],
    times: u32,
    seed: u64,
    mut say: impl FnMut(String),
) -> Result<Tally, Fault> {
    let mut scene = Scene::begin(program)?;
    let mut dice = Dice(seed);
    let mut tally = Tally::default();
    let mut usual = BTreeMap::new();
    for verb in verbs {
        // Once in peace: how long it takes says where the moments may lie, and that it works says that a kill is one.
        match scene.run(*verb, None)? {
            (Ended::Acknowledged, ran) => {
                scene.check(*verb, true, &mut tally)?;
                usual.insert(verb.name(), ran);
            }
            (ended, _) => return Err(format!("{} undisturbed: {ended:?}", verb.name()).into()),
        }
    }
    let mut tries = 0;
    while tally.killed() < times {
        let verb = verbs[tries % verbs.len()];
        tries += 1;
        if tries > 6 * times as usize + 60 {
            return Err(format!("only {} of {tries} runs could be killed", tally.killed()).into());
        }
        // A little past the usual end, so that the moment between the last commit and the last word is met too.
        let moment = usual.get(verb.name()).copied().unwrap_or(Duration::ZERO).mul_f64(1.05 * dice.share());
        let (ended, _) = scene.run(verb, Some(moment))?;
        let counts = tally.counts.entry(verb.name()).or_default();
        match ended {
            Ended::Refused(said) => return Err(format!("{}: {said}", verb.name()).into()),
            Ended::Acknowledged => counts.ended += 1,
            Ended::Killed { acknowledged } => {
                counts.killed += 1;
                counts.acknowledged += u32::from(acknowledged);
            }
        }
        let acknowledged = matches!(ended, Ended::Acknowledged | Ended::Killed { acknowledged: true });
        let before = tally.lost.len();
        scene.check(verb, acknowledged, &mut tally)?;
        for lost in &tally.lost[before..] {
            say(format!("{} killed after {moment:?}: {lost}", verb.name()));
        }
        if tries.is_multiple_of(50) {
            say(format!("{} killed, {} lost", tally.killed(), tally.lost.len()));
        }
    }
    scene.check_all(&mut tally)?;
    Ok(tally)
}

/// SplitMix64: small, and the same everywhere.
struct Dice(u64);

impl Dice {
    /// From 0 to 1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}
