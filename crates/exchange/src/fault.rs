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
            ExchangeFault::NoValues { .. } => "wellness-no-values",
        }
    }
}
