//! What reading a file gives.

use domain::library::Template;
use domain::recording::{Recording, Repair};
use domain::wellness::WellnessValue;

/// A format that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Device file.
    Fit,
    /// Training Center XML.
    Tcx,
    /// GPS exchange XML.
    Gpx,
    /// Polar HRM.
    Hrm,
    /// TrainingPeaks XML.
    Pwx,
    /// Suunto XML.
    Sml,
    /// Workout for a smart trainer, XML.
    Zwo,
    /// Workout for a smart trainer, text (ERG, MRC).
    Erg,
    /// Apple Health export.
    AppleHealth,
    /// Table of mornings.
    WellnessTable,
    /// Table of samples of one activity.
    ActivityTable,
    /// Table or list of beat intervals.
    RrTable,
    /// An activity entered by hand here.
    Entered,
}

impl Format {
    /// The usual ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Format::Fit => "fit",
            Format::Tcx => "tcx",
            Format::Gpx => "gpx",
            Format::Hrm => "hrm",
            Format::Pwx => "pwx",
            Format::Sml => "sml",
            Format::Zwo => "zwo",
            Format::Erg => "erg",
            Format::AppleHealth => "xml",
            Format::WellnessTable | Format::ActivityTable | Format::RrTable => "csv",
            Format::Entered => crate::entered::ENDING,
        }
    }
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// Its format.
    pub format: Format,
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
    /// A session for the library.
    Template {
        /// The session.
        template: Template,
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
