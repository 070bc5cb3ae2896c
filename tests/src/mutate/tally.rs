//! What came of the files, counted.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// What came of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Not read, with a sentence that says why.
    Refused,
    /// Whole and signed, by somebody else than the author: shown as a stranger's.
    Stranger,
    /// A roster that opened, and whose check, journal or answers say that something is wrong.
    Noticed,
    /// A roster that opened and gives the same answers: what was changed meant nothing.
    SameMeaning,
    /// Taken as genuine although it says something else.
    Accepted,
    /// The reader panicked.
    Crashed,
}

impl Outcome {
    const ALL: [(Outcome, &'static str); 6] = [
        (Outcome::Refused, "refused"),
        (Outcome::Stranger, "as a stranger's"),
        (Outcome::Noticed, "noticed"),
        (Outcome::SameMeaning, "same meaning"),
        (Outcome::Accepted, "ACCEPTED"),
        (Outcome::Crashed, "CRASHED"),
    ];
}

/// All of them.
#[derive(Debug, Default)]
pub struct Tally {
    counts: BTreeMap<(&'static str, Outcome), u64>,
    ways: BTreeMap<(&'static str, &'static str), u64>,
    /// What is said of each kind of refusal, once, and how often it was.
    words: BTreeMap<(&'static str, String), (String, u64)>,
    /// How the first files were made that were accepted or crashed.
    wrong: Vec<String>,
    /// The longest any reader took.
    pub slowest: Duration,
    /// How much more memory they came to need, bytes; `None` where the system does not say.
    pub memory: Option<u64>,
}

/// How many files that should not be are described.
const DESCRIBED: usize = 20;

impl Tally {
    pub(super) fn count(&mut self, kind: &'static str, way: &'static str, outcome: Outcome, took: Duration) {
        *self.counts.entry((kind, outcome)).or_default() += 1;
        *self.ways.entry((kind, way)).or_default() += 1;
        self.slowest = self.slowest.max(took);
    }

    /// Keeps the words of a refusal, by its stable name.
    pub(super) fn said(&mut self, kind: &'static str, code: &str, words: impl FnOnce() -> String) {
        let kept = self.words.entry((kind, code.to_owned())).or_insert_with(|| (words(), 0));
        kept.1 += 1;
    }

    pub(super) fn describe(&mut self, said: String) {
        if self.wrong.len() < DESCRIBED {
            self.wrong.push(said);
        }
    }

    /// How many files of a kind (all kinds if left out) came to that.
    #[must_use]
    pub fn of(&self, kind: Option<&str>, outcome: Outcome) -> u64 {
        let fits = |of: &(&'static str, Outcome)| of.1 == outcome && kind.is_none_or(|kind| kind == of.0);
        self.counts.iter().filter(|(of, _)| fits(of)).map(|(_, count)| count).sum()
    }

    /// How many files there were.
    #[must_use]
    pub fn all(&self) -> u64 {
        self.counts.values().sum()
    }

    /// The sentences of every kind of refusal.
    pub fn sentences(&self) -> impl Iterator<Item = &str> {
        self.words.values().map(|(words, _)| words.as_str())
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<16}", "files")?;
        for (_, name) in Outcome::ALL {
            write!(f, " {name:>16}")?;
        }
        let mut kinds: Vec<&str> = self.counts.keys().map(|(kind, _)| *kind).collect();
        kinds.dedup();
        for kind in kinds.into_iter().map(Some).chain([None]) {
            write!(f, "\n{:<16}", kind.unwrap_or("all"))?;
            for (outcome, _) in Outcome::ALL {
                write!(f, " {:>16}", self.of(kind, outcome))?;
            }
        }
        writeln!(f, "\n\nhow they were made:")?;
        for ((kind, way), count) in &self.ways {
            writeln!(f, "  {count:>8}  {kind}: {way}")?;
        }
        writeln!(f, "\nwhat is said:")?;
        for ((kind, code), (words, count)) in &self.words {
            writeln!(f, "  {count:>8}  {kind}, {code}: {words}")?;
        }
        for said in &self.wrong {
            writeln!(f, "  accepted or crashed: {said}")?;
        }
        let megabytes = self.memory.map_or("not measured on this system".to_owned(), |m| format!("{} MB", m >> 20));
        write!(f, "\nslowest {:.1} ms; memory {megabytes}", self.slowest.as_secs_f64() * 1e3)
    }
}
