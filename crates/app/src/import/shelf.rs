//! An archive whose files are read one by one: opened when first asked, closed after its last file, so that a list of
//! thousands of files holds no file open and no unpacked bytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use exchange::ExchangeFault;
use exchange::archive::{Archive, Entry};

use super::gather::Unread;

/// An archive and where it is.
#[derive(Debug)]
pub(crate) struct Shelf {
    name: String,
    place: Place,
    open: Mutex<Option<Open>>,
}

#[derive(Debug)]
enum Place {
    Disk(PathBuf),
    Within(Arc<Shelf>, usize),
}

#[derive(Debug)]
enum Open {
    Disk(Archive<BufReader<File>>),
    Memory(Archive<Cursor<Vec<u8>>>),
}

/// What is in an archive.
pub(crate) struct Contents {
    pub(crate) entries: Vec<Entry>,
    /// Entries that are not read, with the reason.
    pub(crate) refused: Vec<(String, ExchangeFault)>,
    /// It is a packing of one file, not a folder of files.
    pub(crate) single: bool,
}

macro_rules! each {
    ($open:expr, $archive:ident => $work:expr) => {
        match $open {
            Open::Disk($archive) => $work,
            Open::Memory($archive) => $work,
        }
    };
}

impl Shelf {
    pub(crate) fn on_disk(name: &str, path: &Path) -> Shelf {
        Shelf { name: name.to_owned(), place: Place::Disk(path.to_owned()), open: Mutex::new(None) }
    }

    /// An archive within another.
    pub(crate) fn within(name: &str, outer: Arc<Shelf>, index: usize) -> Shelf {
        Shelf { name: name.to_owned(), place: Place::Within(outer, index), open: Mutex::new(None) }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, Unread>) -> Result<T, Unread> {
        // A panic elsewhere leaves at worst an archive that is opened again.
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let archive = match open.as_mut() {
            Some(archive) => archive,
            None => open.insert(self.begin()?),
        };
        work(archive)
    }

    fn begin(&self) -> Result<Open, Unread> {
        match &self.place {
            Place::Disk(path) => Ok(Open::Disk(Archive::open(&self.name, BufReader::new(File::open(path)?))?)),
            Place::Within(outer, index) => {
                Ok(Open::Memory(Archive::open(&self.name, Cursor::new(outer.read(*index)?))?))
            }
        }
    }

    /// Lets go of the file or bytes until it is asked again.
    pub(crate) fn close(&self) {
        *self.open.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    pub(crate) fn contents(&self) -> Result<Contents, Unread> {
        let packed = Path::new(&self.name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("gz"));
        self.with(|open| {
            Ok(each!(open, archive => Contents {
                entries: archive.entries().to_vec(),
                refused: archive.refused().to_vec(),
                single: packed && archive.entries().len() == 1,
            }))
        })
    }

    /// The first bytes of a file.
    pub(crate) fn head(&self, index: usize, bytes: usize) -> Result<Vec<u8>, Unread> {
        self.with(|open| Ok(each!(open, archive => archive.head(index, bytes))?))
    }

    /// A file. The archive closes after its last one: files are read in order.
    pub(crate) fn read(&self, index: usize) -> Result<Vec<u8>, Unread> {
        let (bytes, last) = self.with(|open| {
            let bytes = each!(open, archive => archive.read(index))?;
            let last = each!(open, archive => archive.entries().last().map(|entry| entry.index));
            Ok((bytes, last == Some(index)))
        })?;
        if last {
            self.close();
        }
        Ok(bytes)
    }

    /// Whether a file is longer than so many bytes, whatever the archive says about it.
    pub(crate) fn is_longer_than(&self, index: usize, bytes: u64) -> Result<bool, Unread> {
        let read = self.stream(index, |file| io::copy(&mut file.take(bytes + 1), &mut io::sink()))?;
        Ok(read? > bytes)
    }

    /// Hands a file on as a stream, from an opening of its own: the limits of an archive count what was read since it was
    /// opened, and an export of gigabytes is read more than once.
    pub(crate) fn stream<T>(&self, index: usize, work: impl FnOnce(&mut dyn BufRead) -> T) -> Result<T, Unread> {
        let mut open = self.begin()?;
        Ok(each!(&mut open, archive => work(&mut BufReader::new(archive.stream(index)?))))
    }
}
