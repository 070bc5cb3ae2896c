//! Archives in memory or in a file: their entries one at a time, with limits that are measured while unpacking and never
//! taken from what a header claims. Nothing is ever written.

mod metered;
mod name;

use std::io::{BufReader, Read, Seek, SeekFrom};

use flate2::bufread::MultiGzDecoder;
use zip::ZipArchive;
use zip::result::ZipError;

use self::metered::{Counted, Metered, Taken};
use crate::{ExchangeFault, MAX_BYTES};

/// The most entries of one archive.
pub const MAX_ENTRIES: u64 = 100_000;

/// The most bytes unpacked from one archive, all entries together.
pub const MAX_UNPACKED: u64 = 8 * 1024 * 1024 * 1024;

/// What an entry may unpack to, times the packed bytes read for it, once it is larger than [`FREE_BYTES`]. Recordings and
/// health exports pack to a thirtieth at best; deflate itself ends at about a thousandth.
pub const MAX_RATIO: u64 = 300;

/// Entries up to this size may pack as well as they like, bytes.
pub const FREE_BYTES: u64 = 10 * 1024 * 1024;

/// One file within an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the archive.
    pub index: usize,
    /// Its name with folders, `/` between them.
    pub name: String,
    /// Its size as the archive claims, bytes: to show, not to trust.
    pub size: u64,
}

/// An open archive: zip, or gz as an archive of one entry.
#[derive(Debug)]
pub struct Archive<R> {
    packed: Packed<R>,
    entries: Vec<Entry>,
    refused: Vec<(String, ExchangeFault)>,
    taken: Taken,
    unpacked: u64,
}

#[derive(Debug)]
enum Packed<R> {
    Zip(ZipArchive<Counted<R>>),
    Gz(Counted<R>),
}

/// Whether a file that begins so is an archive read here.
#[must_use]
pub fn is_archive(head: &[u8]) -> bool {
    is_gz(head) || [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|mark| head.starts_with(*mark))
}

fn is_gz(head: &[u8]) -> bool {
    head.starts_with(&[0x1f, 0x8b])
}

impl<R: Read + Seek> Archive<R> {
    /// Opens an archive and lists its entries. Folders and what systems leave behind (`__MACOSX`, `.DS_Store`) are left out.
    ///
    /// # Errors
    /// [`ExchangeFault::BadArchive`] when it cannot be opened, [`ExchangeFault::ArchiveBomb`] with more than
    /// [`MAX_ENTRIES`].
    pub fn open(name: &str, mut reader: R) -> Result<Archive<R>, ExchangeFault> {
        let mut head = Vec::new();
        let begun = reader.seek(SeekFrom::Start(0)).and_then(|_| reader.by_ref().take(2).read_to_end(&mut head));
        begun.map_err(|fault| bad(&fault))?;
        let taken = Taken::default();
        let mut source = Counted::new(reader, &taken);
        if is_gz(&head) {
            let size = claimed_size(&mut source).map_err(|fault| bad(&fault))?;
            let entries = vec![Entry { index: 0, name: name::without_gz(name), size }];
            return Ok(Archive { packed: Packed::Gz(source), entries, refused: Vec::new(), taken, unpacked: 0 });
        }
        if metered::zip_entries(&mut source).map_err(|fault| bad(&fault))? > MAX_ENTRIES {
            return Err(ExchangeFault::ArchiveBomb { limit: MAX_UNPACKED });
        }
        let zip = ZipArchive::new(source).map_err(zip_fault)?;
        let (entries, refused) = listing(&zip)?;
        Ok(Archive { packed: Packed::Zip(zip), entries, refused, taken, unpacked: 0 })
    }

    /// The entries that can be read, in the order of the archive.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Entries that are not read, by name, and why.
    #[must_use]
    pub fn refused(&self) -> &[(String, ExchangeFault)] {
        &self.refused
    }

    /// The bytes of an entry.
    ///
    /// # Errors
    /// [`ExchangeFault::TooLarge`] beyond [`MAX_BYTES`], [`ExchangeFault::ArchiveBomb`] beyond the limits of this module,
    /// [`ExchangeFault::BadArchive`] when the entry is damaged or not there.
    pub fn read(&mut self, index: usize) -> Result<Vec<u8>, ExchangeFault> {
        let bytes = self.head(index, usize::try_from(MAX_BYTES + 1).unwrap_or(usize::MAX))?;
        let size = bytes.len() as u64;
        if size > MAX_BYTES { Err(ExchangeFault::TooLarge { bytes: size, limit: MAX_BYTES }) } else { Ok(bytes) }
    }

    /// The first bytes of an entry, fewer if it has fewer.
    ///
    /// # Errors
    /// As [`Archive::read`], without a limit to its size.
    pub fn head(&mut self, index: usize, bytes: usize) -> Result<Vec<u8>, ExchangeFault> {
        let mut head = Vec::new();
        self.stream(index)?.take(bytes as u64).read_to_end(&mut head).map_err(|error| fault_within(&error))?;
        Ok(head)
    }

    /// An entry as a stream, however large. Its errors hold an [`ExchangeFault`] where a limit was met, see
    /// [`fault_within`].
    ///
    /// # Errors
    /// As [`Archive::head`].
    pub fn stream(&mut self, index: usize) -> Result<impl Read + '_, ExchangeFault> {
        if self.entries.binary_search_by_key(&index, |entry| entry.index).is_err() {
            return Err(ExchangeFault::BadArchive { said: format!("no entry {index}") });
        }
        let before = self.taken.bytes();
        let inner: Box<dyn Read + '_> = match &mut self.packed {
            Packed::Zip(zip) => Box::new(zip.by_index(index).map_err(zip_fault)?),
            Packed::Gz(source) => {
                source.seek(SeekFrom::Start(0)).map_err(|fault| bad(&fault))?;
                Box::new(MultiGzDecoder::new(BufReader::new(source)))
            }
        };
        Ok(Metered::new(inner, &self.taken, before, &mut self.unpacked))
    }
}

/// The fault behind an error of a stream.
#[must_use]
pub fn fault_within(error: &std::io::Error) -> ExchangeFault {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<ExchangeFault>()).cloned();
    inner.unwrap_or_else(|| bad(error))
}

fn bad(error: &std::io::Error) -> ExchangeFault {
    ExchangeFault::BadArchive { said: error.to_string() }
}

fn zip_fault(fault: ZipError) -> ExchangeFault {
    match fault {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            ExchangeFault::ArchiveLocked
        }
        ZipError::Io(error) => fault_within(&error),
        other => ExchangeFault::BadArchive { said: other.to_string() },
    }
}

type Listing = (Vec<Entry>, Vec<(String, ExchangeFault)>);

fn listing<R: Read + Seek>(zip: &ZipArchive<Counted<R>>) -> Result<Listing, ExchangeFault> {
    let (mut entries, mut refused) = (Vec::new(), Vec::new());
    for index in 0..zip.len() {
        let file = zip.by_index_data(index).map_err(zip_fault)?;
        let said = match file.name() {
            Ok(name) => name.into_owned(),
            Err(_) => String::from_utf8_lossy(file.name_raw()).into_owned(),
        };
        match name::inside(&said) {
            _ if file.is_dir() => {}
            Some(name) if name::is_litter(&name) => {}
            None => refused.push((said.clone(), ExchangeFault::PathOutside { name: said })),
            // A link names a file that is not in the archive.
            Some(_) if file.is_symlink() => refused.push((said.clone(), ExchangeFault::PathOutside { name: said })),
            Some(name) if file.encrypted() => refused.push((name, ExchangeFault::ArchiveLocked)),
            Some(name) => entries.push(Entry { index, name, size: file.size() }),
        }
    }
    Ok((entries, refused))
}

/// The last four bytes of a gz file: its size, as far as 32 bits go.
fn claimed_size<R: Read + Seek>(source: &mut Counted<R>) -> std::io::Result<u64> {
    if source.seek(SeekFrom::End(0))? < 18 {
        return Ok(0);
    }
    source.seek(SeekFrom::End(-4))?;
    let mut size = [0; 4];
    source.read_exact(&mut size)?;
    Ok(u64::from(u32::from_le_bytes(size)))
}
