//! Erasing an athlete, how long things are kept, and tables without names.

use chrono::NaiveDate;
use domain::anonymous::Coarseness;
use domain::erasure::{ErasureReason, RetentionKind, Tombstone};
use domain::id::AthleteId;
use serde::{Deserialize, Serialize};

/// What an erasure would remove. The erasure itself is made and taken back, so the numbers are its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewErasure {
    /// Who.
    pub athlete: AthleteId,
}

/// What would go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasurePreview {
    /// Who.
    pub athlete: AthleteId,
    /// Their name, to be typed by whoever erases them.
    pub name: String,
    /// Rows by table; of the journal, lines whose content goes.
    pub rows: Vec<(String, u64)>,
    /// Original files of theirs alone, which go.
    pub files: Vec<String>,
    /// Original files that hold others' data too: their bytes go, the others' values stay.
    pub shared: Vec<String>,
    /// Backups and snapshots that will be cleaned, with their size in bytes.
    pub copies: Vec<(String, u64)>,
    /// Files this program wrote about them that are still where they were written.
    pub exports: Vec<String>,
    /// Versions of models that learned from them. None keeps anything of it.
    pub models: Vec<String>,
}

/// Erase an athlete from the roster, its log, its backups and snapshots. Cannot be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EraseAthlete {
    /// Who.
    pub athlete: AthleteId,
    /// Their name as it stands in the roster, typed.
    pub name: String,
    /// Why.
    pub reason: ErasureReason,
    /// Also remove the files this program wrote about them, where they are still there.
    pub exports: bool,
}

/// What became of a backup or snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CopyBecame {
    /// They were not in it.
    Untouched,
    /// They are in it no more.
    Erased,
    /// It could not be opened as a roster, so it was removed.
    Removed,
    /// It could not be cleaned now: the erasure goes on at the next start.
    Waits,
    /// It stands in a folder of somebody's own, and is not there now or could not be cleaned: that is theirs to do.
    Elsewhere,
}

impl CopyBecame {
    /// The stable name used in the words file (`erase-copy-erased`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            CopyBecame::Untouched => "untouched",
            CopyBecame::Erased => "erased",
            CopyBecame::Removed => "removed",
            CopyBecame::Waits => "waits",
            CopyBecame::Elsewhere => "elsewhere",
        }
    }
}

/// Something that was looked for after an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sought {
    /// The name.
    Name,
    /// The id as text.
    Id,
    /// The id as its sixteen bytes.
    IdBytes,
}

impl Sought {
    /// Everything that is looked for, in the order of the search.
    pub const ALL: [Sought; 3] = [Sought::Name, Sought::Id, Sought::IdBytes];

    /// The stable name used in the words file (`erase-sought-name`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Sought::Name => "name",
            Sought::Id => "id",
            Sought::IdBytes => "id-bytes",
        }
    }
}

/// What was done, and what a search of the bytes found afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureReport {
    /// What stays: nothing about them.
    pub tombstone: Tombstone,
    /// Original files removed.
    pub files: Vec<String>,
    /// Original files that held others' data too, emptied.
    pub shared: Vec<String>,
    /// Backups and snapshots.
    pub copies: Vec<(String, CopyBecame)>,
    /// Files this program wrote about them that were removed.
    pub exports: Vec<String>,
    /// What was looked for: a very short name is part of too many words to be looked for.
    pub sought: Vec<Sought>,
    /// Files whose every byte was looked at afterwards.
    pub searched: Vec<String>,
    /// What stands somewhere all the same: file, or table and column; what; how often. Empty when nothing does.
    pub found: Vec<(String, Sought, u64)>,
}

/// The tombstones of this roster, newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListErasures {}

/// How long things are kept, and what would go if each rule were applied today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowRetention {}

/// The rules; all are off at first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionView {
    /// One line a kind.
    pub lines: Vec<RetentionLine>,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionLine {
    /// What it is about.
    pub kind: RetentionKind,
    /// Months; `None`: off.
    pub months: Option<u32>,
    /// The fewest it takes.
    pub least: u32,
    /// What is older than this day would go; `None` while the rule is off.
    pub before: Option<NaiveDate>,
    /// Whom it would meet, and how much of theirs.
    pub meets: Vec<RetentionMeets>,
}

/// What a rule would remove of one athlete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionMeets {
    /// Who.
    pub athlete: AthleteId,
    /// Their name.
    pub name: String,
    /// Activities it touches; of somebody who left, all of theirs.
    pub activities: u32,
    /// Original files whose bytes go.
    pub files: u32,
    /// The day of the newest thing it touches.
    pub newest: Option<NaiveDate>,
}

/// Set a rule, or switch it off. Removes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetRetention {
    /// Which.
    pub kind: RetentionKind,
    /// Months; `None`: off.
    pub months: Option<u32>,
}

/// Apply a rule as it was previewed. Athletes who left are erased one by one by [`EraseAthlete`], with their name typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplyRetention {
    /// Which: of locations or originals.
    pub kind: RetentionKind,
    /// The day of the preview; another one is refused.
    pub before: NaiveDate,
}

/// What applying a rule removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetentionReport {
    /// Activities that lost positions, or original files.
    pub activities: u32,
    /// Original files whose bytes went.
    pub files: u32,
    /// Backups and snapshots that hold it until they give way to newer ones.
    pub copies: u32,
}

/// Whether a table without names can be made, and how coarse it would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewAnonymous {
    /// How many must be alike.
    pub k: u32,
}

/// How a table without names would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnonymousView {
    /// How many must be alike.
    pub k: u32,
    /// People in it.
    pub people: u32,
    /// Groups of people who are alike.
    pub groups: u32,
    /// People in the smallest group.
    pub smallest: u32,
    /// People left out because they would stand out.
    pub left_out: u32,
    /// People who did not agree to research with their training, so are not counted at all.
    pub not_agreed: u32,
    /// How coarse it is.
    pub coarseness: Coarseness,
}

/// Write a table without names: people, activities and mornings, with the days of each person moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportAnonymous {
    /// How many must be alike.
    pub k: u32,
    /// The same codes and moved days each time, so that a later table goes on where this one ends: a pseudonymised table.
    pub lasting: bool,
    /// Folder; the usual one for exports if left out.
    pub folder: Option<String>,
}

/// A table that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnonymousExport {
    /// Where.
    pub path: String,
    /// Bytes.
    pub bytes: u64,
    /// How it is.
    pub view: AnonymousView,
}
