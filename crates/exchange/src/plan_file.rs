//! The signed plan file (`*.tsplan`): one athlete's week as it counts, with the proposal, the changes of everybody who had a
//! hand in it, and the shared notes. The format is described for other programs in `docs/plan-file.md`; its envelope is
//! [`crate::signed`]'s.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use domain::annotation::Annotation;
use domain::athlete::Athlete;
use domain::effective::{EffectiveWeek, active, effective};
use domain::id::{AthleteId, OverrideId};
use domain::overrides::Override;
use domain::plan::{PlanWeek, Proposal};
use domain::provenance::{Origin, Provenance, Source, Stamps, behind};
use domain::week::Week;
use ed25519_dalek::SigningKey;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::signed::{self, Payload, SignedFault, Verified};

mod chain;
mod sound;

/// The file's extension.
pub const EXTENSION: &str = "tsplan";

/// The largest file read, bytes. A week with a hundred changes stays under 200 kB.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The newest version of the format.
pub const VERSION: u32 = 3;

/// What a plan file says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// Who wrote it, by their own word; the key says who signed.
    pub author: String,
    /// For whom.
    pub athlete: PlanAthlete,
    /// Which week.
    pub week: Week,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// The week as it counts: proposal and changes combined.
    pub effective: EffectiveWeek,
    /// The model's proposal.
    pub proposal: Proposal,
    /// The changes, oldest first, those taken back included. Their texts only where the writer chose to tell them.
    pub overrides: Vec<Override>,
    /// The changes that count.
    pub active: Vec<OverrideId>,
    /// Notes meant to be shared, oldest first.
    pub notes: Vec<Annotation>,
    /// For each change that was taken from another file: which.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sources: BTreeMap<OverrideId, Source>,
    /// The changes of others that those were taken from, as their authors signed them, and what these were taken from in turn.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub origins: Vec<Origin>,
    /// The writer's signature on each change, so that it stays theirs when a reader passes it on.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub stamps: BTreeMap<OverrideId, Stamps>,
    /// What later programs add that an older one may pass over: signed like the rest, and not read here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub x: BTreeMap<String, Value>,
}

/// The athlete of a plan file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanAthlete {
    /// Identity in the roster that wrote the file.
    pub id: AthleteId,
    /// Name.
    pub name: String,
}

impl Payload for PlanFile {
    const FORMAT: &'static str = "trackside-plan";
    const VERSION: u32 = VERSION;
    const MAX_BYTES: usize = MAX_BYTES;
}

/// Which free texts of changes go into a file. Tags always do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Texts {
    /// Those of these changes.
    Of(BTreeSet<OverrideId>),
    /// All: for somebody who may read everything anyway.
    All,
}

impl Texts {
    /// None.
    #[must_use]
    pub fn none() -> Texts {
        Texts::Of(BTreeSet::new())
    }

    fn tell(&self, id: OverrideId) -> bool {
        match self {
            Texts::Of(these) => these.contains(&id),
            Texts::All => true,
        }
    }
}

/// What was left out of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Withheld {
    /// Private notes. Notes that a later one replaced are left out silently.
    pub notes: u32,
    /// Texts of changes.
    pub texts: u32,
}

impl PlanFile {
    /// The file of a week, and what was left out of it. `taken` says for changes that came in a file where from.
    #[must_use]
    pub fn of(
        plan: &PlanWeek,
        athlete: &Athlete,
        author: &str,
        written_at: DateTime<Utc>,
        texts: &Texts,
        taken: &BTreeMap<OverrideId, Provenance>,
    ) -> (PlanFile, Withheld) {
        let replaced = |note: &Annotation| plan.annotations.iter().any(|later| later.supersedes == Some(note.id));
        let current: Vec<&Annotation> = plan.annotations.iter().filter(|note| !replaced(note)).collect();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let untold = |made: &&Override| made.text.is_some() && !texts.tell(made.id);
        let withheld = Withheld {
            notes: count(current.iter().filter(|note| !note.shared).count()),
            texts: count(plan.overrides.iter().filter(untold).count()),
        };
        let overrides: Vec<Override> = plan
            .overrides
            .iter()
            .map(|made| Override { text: made.text.clone().filter(|_| texts.tell(made.id)), ..made.clone() })
            .collect();
        let file = PlanFile {
            author: author.to_owned(),
            athlete: PlanAthlete { id: athlete.id, name: athlete.name.clone() },
            week: plan.week,
            written_at,
            effective: effective(&plan.proposal, &plan.overrides),
            proposal: plan.proposal.clone(),
            active: active(&plan.overrides).into_iter().collect(),
            notes: current.into_iter().filter(|note| note.shared).cloned().collect(),
            sources: overrides.iter().filter_map(|made| Some((made.id, taken.get(&made.id)?.source.clone()))).collect(),
            origins: origins(&overrides, texts, taken),
            overrides,
            stamps: BTreeMap::new(),
            x: BTreeMap::new(),
        };
        (file, withheld)
    }

    /// Every signed change in the file, by its id: the writer's own and those of others.
    #[must_use]
    pub fn signed(&self) -> BTreeMap<OverrideId, Origin> {
        let own = self.overrides.iter().filter_map(|made| {
            let stamps = self.stamps.get(&made.id)?.clone();
            let source = self.sources.get(&made.id).cloned();
            Some(Origin { athlete: self.athlete.id, week: self.week, made: made.clone(), source, stamps })
        });
        own.chain(self.origins.iter().cloned()).map(|origin| (origin.made.id, origin)).collect()
    }

    /// The file with the writer's signature on each change.
    ///
    /// # Errors
    /// [`SignedFault::NotWritable`] if a change holds a number that JSON cannot carry.
    pub fn stamped(mut self, key: &SigningKey) -> Result<PlanFile, SignedFault> {
        self.stamps = self
            .overrides
            .iter()
            .map(|made| {
                let stamps = chain::stamp(self.athlete.id, self.week, made, self.sources.get(&made.id), key)?;
                Ok((made.id, stamps))
            })
            .collect::<Result<_, SignedFault>>()?;
        Ok(self)
    }
}

/// The changes of others behind those of a week, each once. A text that was told us is told on only with the change that it
/// was taken for.
fn origins(overrides: &[Override], texts: &Texts, taken: &BTreeMap<OverrideId, Provenance>) -> Vec<Origin> {
    let mut all: BTreeMap<OverrideId, Origin> = BTreeMap::new();
    for (made, provenance) in overrides.iter().filter_map(|made| Some((made, taken.get(&made.id)?))) {
        let known = provenance.origins.iter().map(|origin| (origin.made.id, origin.clone())).collect();
        for mut origin in behind(&provenance.source.overrides, &known) {
            if !texts.tell(made.id) {
                origin.made.text = None;
                origin.stamps.text = None;
            }
            let told = origin.made.text.is_some();
            let kept = all.entry(origin.made.id).or_insert_with(|| origin.clone());
            if told {
                *kept = origin;
            }
        }
    }
    all.into_values().collect()
}

/// Writes and signs a plan file, and every change in it.
///
/// # Errors
/// [`SignedFault::NotWritable`] if the plan holds what no reader would take; [`SignedFault::TooLarge`] likewise.
pub fn write(file: &PlanFile, key: &SigningKey) -> Result<Vec<u8>, SignedFault> {
    let bytes = signed::write(&file.clone().stamped(key)?, key)?;
    match read(&bytes) {
        Ok(_) => Ok(bytes),
        Err(fault) => Err(SignedFault::NotWritable { why: fault.to_string() }),
    }
}

/// Reads and verifies a plan file with the key inside it, and the signature on every change in it with that change's own.
/// Whether those keys are known and trusted is for the reader to decide, by their [`signed::fingerprint`].
///
/// # Errors
/// [`SignedFault`] says why it is refused. Never panics, whatever the bytes.
pub fn read(bytes: &[u8]) -> Result<Verified<PlanFile>, SignedFault> {
    let verified: Verified<PlanFile> = signed::read(bytes)?;
    sound::check(&verified)?;
    chain::check(&verified)?;
    Ok(verified)
}
