//! Foreign bytes to domain values and back: device files, wellness tables, plan files, readable pages.
//!
//! Belongs here: formats of other programs and of files that leave this one. Everything takes `&[u8]` and gives values or
//! `Vec<u8>`. Never here: SQL, paths, the clock, the network. Bytes that are wrong are repaired and the repair is returned
//! as data; only what holds nothing usable is refused, with a typed [`ExchangeFault`].

mod fault;
mod fit;
pub mod plan_file;
pub mod plan_page;
mod sniff;
mod wellness_csv;

pub use fault::ExchangeFault;

use domain::id::ContentHash;
use domain::recording::{Recording, Repair};
use domain::wellness::WellnessValue;

/// The largest file read, bytes. A day of one-second records with every field is under 20 MB.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// Its contents, in the order of the file; a multisport file holds several activities.
    pub contents: Vec<Content>,
    /// Repairs that concern the whole file (checksum, missing end).
    pub repairs: Vec<Repair>,
    /// Cells of a table that were not taken, and why.
    pub notes: Vec<Note>,
}

/// One thing a file holds.
#[derive(Debug, Clone, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "nearly every content is an activity, and a file holds a handful at most"
)]
pub enum Content {
    /// A recorded activity.
    Activity {
        /// What was recorded.
        recording: Recording,
        /// Repairs that concern this activity alone.
        repairs: Vec<Repair>,
    },
    /// Wellness values of one athlete.
    Wellness {
        /// The athlete's name, if the file names one.
        athlete: Option<String>,
        /// Values in the order of the file.
        values: Vec<WellnessValue>,
    },
    /// Recognised, but neither an activity nor wellness.
    Routed {
        /// What it is.
        kind: RoutedKind,
    },
}

/// A kind of device file that is not an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RoutedKind {
    /// A workout or a schedule of workouts.
    Workout,
    /// A course or a segment to follow.
    Course,
    /// All-day monitoring, sleep, weight, blood pressure.
    Monitoring,
    /// Settings of a device, sport or goal.
    Settings,
    /// Lifetime totals and activity summaries.
    Totals,
    /// Anything else in the device format.
    Other,
}

impl RoutedKind {
    /// Every kind.
    pub const ALL: [RoutedKind; 6] = [
        RoutedKind::Workout,
        RoutedKind::Course,
        RoutedKind::Monitoring,
        RoutedKind::Settings,
        RoutedKind::Totals,
        RoutedKind::Other,
    ];

    /// The stable name used in the store and in the words file (`routed-workout`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            RoutedKind::Workout => "workout",
            RoutedKind::Course => "course",
            RoutedKind::Monitoring => "monitoring",
            RoutedKind::Settings => "settings",
            RoutedKind::Totals => "totals",
            RoutedKind::Other => "other",
        }
    }
}

/// A cell of a table that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Why.
    pub kind: NoteKind,
    /// Line in the file, from 1.
    pub line: u32,
    /// Heading of its column.
    pub column: String,
    /// The cell as it stands there.
    pub cell: String,
}

/// Why a cell was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoteKind {
    /// The date is not written as year-month-day; the whole row was left out.
    NotADate,
    /// Not a number.
    NotANumber,
    /// Outside what a person can have, see [`domain::wellness::WellnessField::range`].
    OutOfRange,
    /// The column's heading is not known; the column was left out (told once, on the heading's line).
    UnknownColumn,
    /// The same day, field and source stood in an earlier row; the later row counts.
    RepeatedDay,
}

impl NoteKind {
    /// Every kind.
    pub const ALL: [NoteKind; 5] = [
        NoteKind::NotADate,
        NoteKind::NotANumber,
        NoteKind::OutOfRange,
        NoteKind::UnknownColumn,
        NoteKind::RepeatedDay,
    ];

    /// The stable name used in the words file (`note-not-a-date`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            NoteKind::NotADate => "not-a-date",
            NoteKind::NotANumber => "not-a-number",
            NoteKind::OutOfRange => "out-of-range",
            NoteKind::UnknownColumn => "unknown-column",
            NoteKind::RepeatedDay => "repeated-day",
        }
    }
}

/// The identity of a file: blake3 of its bytes, lower-case hexadecimal.
#[must_use]
pub fn identity(bytes: &[u8]) -> ContentHash {
    ContentHash(blake3::hash(bytes).to_hex().to_string())
}

/// Reads a file. Its content decides what it is; the name (which may hold folders) only where the content does not.
///
/// # Errors
/// [`ExchangeFault`] when nothing usable could be read. Never panics, whatever the bytes.
pub fn read(name: &str, bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    if bytes.is_empty() {
        return Err(ExchangeFault::Empty);
    }
    let size = bytes.len() as u64;
    if size > MAX_BYTES {
        return Err(ExchangeFault::TooLarge { bytes: size, limit: MAX_BYTES });
    }
    match sniff::format(name, bytes) {
        Some(sniff::Format::Fit) => fit::read(bytes),
        Some(sniff::Format::Csv) => wellness_csv::read(bytes),
        Some(sniff::Format::Later(format)) => Err(ExchangeFault::NotYetSupported { format }),
        None => Err(ExchangeFault::UnknownFormat { name: name.to_owned() }),
    }
}
