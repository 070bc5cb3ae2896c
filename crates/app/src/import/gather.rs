//! From what a person dropped to a list of files, in an order that does not depend on the file system: folders are walked,
//! archives opened (two within each other, no deeper). Nothing is read but heads and lists of contents.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use exchange::{ExchangeFault, archive};

use super::shelf::Shelf;

/// Enough of a file to tell an archive and an export that is read as a stream.
const HEAD: usize = 4096;
/// Archives within archives that are opened.
const DEEPEST: u32 = 2;
/// A streamed file up to this size is copied into the roster like any other; a larger one stays where it is.
const COPIED: u64 = if cfg!(test) { 64 * 1024 } else { 64 * 1024 * 1024 };

/// A file to import, not read yet. Cheap to clone: it says where the bytes are.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    /// Path or name; inside an archive `club.zip/Ada Fell/ride.fit`.
    pub(crate) path: String,
    at: At,
}

#[derive(Debug, Clone)]
enum At {
    Disk(PathBuf),
    /// In an archive, which claims its size.
    Shelf(Arc<Shelf>, usize, u64),
    Here(Arc<Vec<u8>>),
    Unread(Unread),
}

/// Why a file could not be read at all.
#[derive(Debug, Clone)]
pub(crate) enum Unread {
    /// The file system's or the browser's reason.
    Said(String),
    /// An archive's reason, or the size.
    Exchange(ExchangeFault),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Unread {
        // The stream of an archive tells its limits inside an error of reading.
        let within = error.get_ref().and_then(|inner| inner.downcast_ref::<ExchangeFault>()).cloned();
        within.map_or_else(|| Unread::Said(error.to_string()), Unread::Exchange)
    }
}

impl From<ExchangeFault> for Unread {
    fn from(fault: ExchangeFault) -> Unread {
        Unread::Exchange(fault)
    }
}

/// A file that was opened.
pub(crate) enum Opened {
    /// In memory.
    Whole(Vec<u8>),
    /// Too large for that; to be read with [`Found::stream`].
    Large,
}

impl Found {
    /// A file whose bytes are at hand.
    pub(crate) fn here(name: String, bytes: Vec<u8>) -> Found {
        Found { path: name, at: At::Here(Arc::new(bytes)) }
    }

    /// A file that cannot be read, with the reason.
    pub(crate) fn unread(path: String, why: Unread) -> Found {
        Found { path, at: At::Unread(why) }
    }

    /// The name its content is read under: without the ending of the packing.
    pub(crate) fn name(&self) -> &str {
        let cut = self.path.len().saturating_sub(3);
        let packed = self.path.get(cut..).is_some_and(|ending| ending.eq_ignore_ascii_case(".gz"));
        if packed { &self.path[..cut] } else { &self.path }
    }

    /// How many bytes it has, as far as that can be told without reading it.
    pub(crate) fn size(&self) -> u64 {
        match &self.at {
            At::Disk(path) => std::fs::metadata(path).map_or(0, |about| about.len()),
            At::Shelf(_, _, size) => *size,
            At::Here(bytes) => bytes.len() as u64,
            At::Unread(_) => 0,
        }
    }

    /// Its bytes, or that it is too large for memory and of the kind that is read as a stream.
    pub(crate) fn open(&self) -> Result<Opened, Unread> {
        match &self.at {
            At::Here(bytes) => Ok(Opened::Whole(bytes.to_vec())),
            At::Unread(why) => Err(why.clone()),
            At::Disk(path) => {
                let size = std::fs::metadata(path)?.len();
                if size <= COPIED {
                    return Ok(Opened::Whole(std::fs::read(path)?));
                }
                if exchange::is_streamed(&head_of(path)?) {
                    return Ok(Opened::Large);
                }
                if size > exchange::MAX_BYTES {
                    return Err(ExchangeFault::TooLarge { bytes: size, limit: exchange::MAX_BYTES }.into());
                }
                Ok(Opened::Whole(std::fs::read(path)?))
            }
            At::Shelf(shelf, index, _) => {
                if exchange::is_streamed(&shelf.head(*index, HEAD)?) && shelf.is_longer_than(*index, COPIED)? {
                    return Ok(Opened::Large);
                }
                Ok(Opened::Whole(shelf.read(*index)?))
            }
        }
    }

    /// Whether it lies in an archive.
    pub(crate) const fn is_packed(&self) -> bool {
        matches!(self.at, At::Shelf(..))
    }

    /// Lets go of the archive it is in, once nothing more is read soon.
    pub(crate) fn close(&self) {
        if let At::Shelf(shelf, ..) = &self.at {
            shelf.close();
        }
    }

    /// Hands its bytes on as a stream.
    pub(crate) fn stream<T>(&self, work: impl FnOnce(&mut dyn BufRead) -> T) -> Result<T, Unread> {
        match &self.at {
            At::Here(bytes) => Ok(work(&mut bytes.as_slice())),
            At::Unread(why) => Err(why.clone()),
            At::Disk(path) => Ok(work(&mut BufReader::new(File::open(path)?))),
            At::Shelf(shelf, index, _) => shelf.stream(*index, work),
        }
    }
}

/// Every file under the paths, sorted by name within each. Hidden files are left out; links to folders are not followed.
/// `go_on` is asked between files.
pub(crate) fn walk(paths: &[String], go_on: &dyn Fn() -> bool) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        let hidden =
            |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
        let walk = walkdir::WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry));
        for entry in walk {
            if !go_on() {
                return found;
            }
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => on_disk(entry.path().to_string_lossy().into_owned(), entry.path(), &mut found),
                Err(error) => {
                    let name = error.path().map_or_else(|| path.clone(), |at| at.to_string_lossy().into_owned());
                    found.push(Found::unread(name, io::Error::from(error).into()));
                }
            }
        }
    }
    found
}

/// One file on disk, shown under a name; an archive is opened.
pub(crate) fn on_disk(shown: String, path: &Path, found: &mut Vec<Found>) {
    match head_of(path) {
        Ok(head) if archive::is_archive(&head) => open(Shelf::on_disk(&shown, path), shown, 1, found),
        // An empty or unreadable file is told when its turn comes.
        _ => found.push(Found { path: shown, at: At::Disk(path.to_owned()) }),
    }
}

/// The entries of an archive; those that are archives themselves are opened in turn.
fn open(shelf: Shelf, shown: String, depth: u32, found: &mut Vec<Found>) {
    let shelf = Arc::new(shelf);
    let contents = match shelf.contents() {
        Ok(contents) => contents,
        Err(why) => return found.push(Found::unread(shown, why)),
    };
    for entry in contents.entries {
        // A file packed alone keeps the name of its packing: that is how the person knows it.
        let path = if contents.single { shown.clone() } else { format!("{shown}/{}", entry.name) };
        match shelf.head(entry.index, HEAD) {
            Ok(head) if archive::is_archive(&head) && depth == DEEPEST => {
                found.push(Found::unread(path, ExchangeFault::ArchiveTooDeep.into()));
            }
            Ok(head) if archive::is_archive(&head) => {
                open(Shelf::within(&path, Arc::clone(&shelf), entry.index), path, depth + 1, found);
            }
            Ok(_) => found.push(Found { path, at: At::Shelf(Arc::clone(&shelf), entry.index, entry.size) }),
            Err(why) => found.push(Found::unread(path, why)),
        }
    }
    for (name, fault) in contents.refused {
        found.push(Found::unread(format!("{shown}/{name}"), fault.into()));
    }
    shelf.close();
}

fn head_of(path: &Path) -> io::Result<Vec<u8>> {
    let mut head = Vec::with_capacity(HEAD);
    File::open(path)?.take(HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_walked_by_name_and_hidden_files_are_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.fit", "a/2.fit", "a/1.fit", ".DS_Store", ".cache/x.fit"] {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            std::fs::write(path, b"x").expect("written");
        }
        let paths = [folder.path().to_string_lossy().into_owned(), "/nowhere/at/all".to_owned()];
        let found = walk(&paths, &|| true);
        let names: Vec<&str> = found.iter().map(|one| one.path.rsplit('/').next().unwrap_or_default()).collect();
        assert_eq!(names, ["1.fit", "2.fit", "b.fit", "all"]);
        assert!(matches!(found[3].open(), Err(Unread::Said(_))), "a path that is not there is told, not lost");
        assert!(walk(&paths, &|| false).is_empty(), "a walk can be stopped");
    }

    #[test]
    fn the_ending_of_a_packing_is_not_part_of_the_name_a_file_is_read_under() {
        for (path, name) in [("a/x.fit.gz", "a/x.fit"), ("x.FIT.GZ", "x.FIT"), ("x.fit", "x.fit"), ("é", "é")] {
            assert_eq!(Found::here(path.to_owned(), Vec::new()).name(), name);
        }
    }
}
