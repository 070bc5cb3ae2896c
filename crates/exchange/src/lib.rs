//! Foreign bytes to domain values and back: device files, wellness tables, plan files, readable pages.
//!
//! Belongs here: formats of other programs and of files that leave this one. Everything takes `&[u8]` and gives values or
//! `Vec<u8>`. Never here: SQL, paths, the clock, the network. Bytes that are wrong are repaired and the repair is returned
//! as data; only what holds nothing usable is refused, with a typed [`ExchangeFault`].

pub mod archive;
pub mod entered;
mod fault;
mod fit;
pub mod key_statement;
pub mod out;
mod parsed;
pub mod plan_file;
pub mod plan_page;
pub mod return_file;
pub mod sealed;
pub mod signed;
mod sniff;
mod table;
mod text;
mod track;
mod xml;

pub use fault::ExchangeFault;
pub use parsed::{Content, Format, Note, NoteKind, Parsed, RoutedKind};

use std::io::BufRead;

use domain::id::ContentHash;
use domain::table::ColumnMap;

/// The largest file read, bytes. A day of one-second records with every field is under 20 MB.
pub const MAX_BYTES: u64 = 256 * 1024 * 1024;

/// The identity of a file: blake3 of its bytes, lower-case hexadecimal.
#[must_use]
pub fn identity(bytes: &[u8]) -> ContentHash {
    ContentHash(blake3::hash(bytes).to_hex().to_string())
}

/// What a person told earlier that helps to read a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// What the columns of tables mean, by their headings.
    pub columns: &'a [ColumnMap],
}

/// Reads a file. Its content decides what it is; the name (which may hold folders) only where the content does not.
///
/// # Errors
/// [`ExchangeFault`] when nothing usable could be read. Never panics, whatever the bytes.
pub fn read(name: &str, bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    read_with(name, bytes, &Hints::default())
}

/// As [`read`], with what was told earlier.
///
/// # Errors
/// As [`read`].
pub fn read_with(name: &str, bytes: &[u8], hints: &Hints<'_>) -> Result<Parsed, ExchangeFault> {
    if bytes.is_empty() {
        return Err(ExchangeFault::Empty);
    }
    let size = bytes.len() as u64;
    if size > MAX_BYTES {
        return Err(ExchangeFault::TooLarge { bytes: size, limit: MAX_BYTES });
    }
    match sniff::format(name, bytes) {
        Some(Format::Fit) => fit::read(bytes),
        Some(Format::Tcx) => xml::tcx::read(bytes),
        Some(Format::Gpx) => xml::gpx::read(bytes),
        Some(Format::Pwx) => xml::pwx::read(bytes),
        Some(Format::Sml) => xml::sml::read(bytes),
        Some(Format::Zwo) => xml::zwo::read(name, bytes),
        Some(Format::AppleHealth) => xml::apple::read(&mut &bytes[..]),
        Some(Format::Hrm) => text::hrm::read(bytes),
        Some(Format::Erg) => text::erg::read(name, bytes),
        Some(Format::Entered) => entered::read(bytes),
        Some(Format::WellnessTable | Format::ActivityTable | Format::RrTable) => table::read(name, bytes, hints),
        None => Err(ExchangeFault::UnknownFormat { name: name.to_owned() }),
    }
}

/// Whether a file is of the one format that is read as a stream, however large: an Apple Health export. `head` is its first
/// few kilobytes.
#[must_use]
pub fn is_streamed(head: &[u8]) -> bool {
    sniff::format("", head) == Some(Format::AppleHealth)
}

/// Reads such a file without holding it in memory.
///
/// # Errors
/// [`ExchangeFault`] when nothing usable could be read, or reading itself fails.
pub fn read_stream(reader: &mut dyn BufRead) -> Result<Parsed, ExchangeFault> {
    xml::apple::read(reader)
}
