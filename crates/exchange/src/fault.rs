//! Why foreign bytes were not taken, as facts. Words for people are made elsewhere from [`ExchangeFault::code`].

/// A file that cannot be read. Data that could be repaired is not a fault, see [`domain::recording::Repair`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ExchangeFault {
    /// The file holds no byte.
    #[error("the file is empty")]
    Empty,
    /// The file is larger than any device writes.
    #[error("the file has {bytes} bytes; at most {limit} are read")]
    TooLarge {
        /// Its size.
        bytes: u64,
        /// The largest size read.
        limit: u64,
    },
    /// Neither content nor name say what it is.
    #[error("`{name}` is in no known format")]
    UnknownFormat {
        /// Name as given.
        name: String,
    },
    /// The format is known but this version cannot read it.
    #[error("{format} files cannot be read yet")]
    NotYetSupported {
        /// The format's usual extension.
        format: &'static str,
    },
    /// Nothing usable could be decoded.
    #[error("the file cannot be decoded beyond byte {at_byte} ({messages} messages read)")]
    Unreadable {
        /// Where decoding stopped.
        at_byte: u64,
        /// How many messages were read before.
        messages: u32,
    },
    /// An activity file that holds neither a session nor a record.
    #[error("the file says it is an activity but holds no session and no record ({messages} messages)")]
    NoActivity {
        /// How many messages it holds.
        messages: u32,
    },
    /// Both decoders failed on these bytes in a way they should not.
    #[error("the decoders failed on this file after {messages} messages")]
    DecoderPanicked {
        /// How many messages were read before.
        messages: u32,
    },
    /// A table without the headings of a wellness table.
    #[error("the table has no `{missing}` heading")]
    NotAWellnessTable {
        /// The heading that is missing.
        missing: &'static str,
    },
    /// A table whose headings mean nothing yet: somebody must say what its columns are.
    #[error("the table's {} headings are not known", headings.len())]
    NeedsColumns {
        /// Headings in order, trimmed.
        headings: Vec<String>,
        /// The first rows, at most five.
        sample: Vec<Vec<String>>,
        /// What each column is taken for so far.
        uses: Vec<domain::table::ColumnUse>,
    },
    /// Beat intervals or samples without any date, in the file or in its name.
    #[error("neither the file nor its name says on which day it was recorded")]
    NoDate,
    /// A workout in watts that does not say for which threshold it was written.
    #[error("the workout is in watts and names no threshold")]
    NoThreshold,
    /// The text is not the XML it begins as.
    #[error("the {format} file cannot be read beyond byte {at_byte}")]
    BrokenText {
        /// The format's usual extension.
        format: &'static str,
        /// Where reading stopped.
        at_byte: u64,
    },
    /// XML that defines entities of its own: no device writes that, and it can be made to fill any memory.
    #[error("the file defines entities of its own")]
    EntitiesRefused,
    /// XML nested deeper than any device writes.
    #[error("the file is nested {depth} deep")]
    TooDeep {
        /// Where reading stopped.
        depth: u32,
    },
    /// An archive that cannot be opened.
    #[error("the archive cannot be opened: {said}")]
    BadArchive {
        /// What the library said.
        said: String,
    },
    /// An entry of an archive that needs a password.
    #[error("the archive needs a password")]
    ArchiveLocked,
    /// An archive that unpacks to more than any club's files: refused before it fills memory or disk.
    #[error("the archive unpacks to more than {limit} bytes")]
    ArchiveBomb {
        /// The largest size unpacked.
        limit: u64,
    },
    /// An entry whose name points outside the archive.
    #[error("`{name}` points outside the archive")]
    PathOutside {
        /// Name as it stands there.
        name: String,
    },
    /// Archives within archives deeper than two.
    #[error("archives are nested too deep")]
    ArchiveTooDeep,
    /// A scale's file with the weights of several people it does not name.
    #[error("the file holds {people} people's weights and does not name them")]
    SeveralPeople {
        /// How many.
        people: u32,
    },
    /// A wellness table in which no cell could be taken.
    #[error("none of the {rows} rows holds a usable value")]
    NoValues {
        /// Rows read.
        rows: u32,
    },
}

impl ExchangeFault {
    /// The stable name used in the words file (`fault-<code>-what`, `fault-<code>-next`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            ExchangeFault::Empty => "file-empty",
            ExchangeFault::TooLarge { .. } => "file-too-large",
            ExchangeFault::UnknownFormat { .. } => "format-unknown",
            ExchangeFault::NotYetSupported { .. } => "format-not-yet",
            ExchangeFault::Unreadable { .. } => "file-unreadable",
            ExchangeFault::NoActivity { .. } => "no-activity",
            ExchangeFault::DecoderPanicked { .. } => "decoder-failed",
            ExchangeFault::NotAWellnessTable { .. } => "wellness-heading",
            ExchangeFault::NeedsColumns { .. } => "needs-columns",
            ExchangeFault::NoDate => "no-date",
            ExchangeFault::NoThreshold => "no-threshold",
            ExchangeFault::BrokenText { .. } => "text-broken",
            ExchangeFault::EntitiesRefused => "entities-refused",
            ExchangeFault::TooDeep { .. } => "too-deep",
            ExchangeFault::BadArchive { .. } => "archive-bad",
            ExchangeFault::ArchiveLocked => "archive-locked",
            ExchangeFault::ArchiveBomb { .. } => "archive-bomb",
            ExchangeFault::PathOutside { .. } => "archive-outside",
            ExchangeFault::ArchiveTooDeep => "archive-deep",
            ExchangeFault::SeveralPeople { .. } => "several-people",
            ExchangeFault::NoValues { .. } => "wellness-no-values",
        }
    }
}
