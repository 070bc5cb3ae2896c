//! From what a person dropped to a list of files, in an order that does not depend on the file system.

use std::io;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::import::Upload;

/// Larger than any recording: a file past this is refused before it fills memory.
const LARGEST: u64 = 256 * 1024 * 1024;

/// A file to import, not read yet.
#[derive(Debug)]
pub(crate) struct Found {
    /// Path, or the name it was uploaded under.
    pub(crate) name: String,
    bytes: Bytes,
}

#[derive(Debug)]
enum Bytes {
    At(PathBuf),
    Base64(String),
    Here(Vec<u8>),
    Fault(io::Error),
}

impl Found {
    /// A file whose bytes are at hand.
    pub(crate) fn here(name: String, bytes: Vec<u8>) -> Found {
        Found { name, bytes: Bytes::Here(bytes) }
    }

    /// Its bytes.
    pub(crate) fn read(self) -> io::Result<Vec<u8>> {
        match self.bytes {
            Bytes::At(path) => {
                let size = std::fs::metadata(&path)?.len();
                if size > LARGEST {
                    return Err(io::Error::new(io::ErrorKind::FileTooLarge, format!("{size} bytes")));
                }
                std::fs::read(path)
            }
            Bytes::Base64(text) => {
                STANDARD.decode(text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
            }
            Bytes::Here(bytes) => Ok(bytes),
            Bytes::Fault(error) => Err(error),
        }
    }
}

/// Every file under the paths, sorted by name within each. Hidden files are left out; links to folders are not followed.
pub(crate) fn walk(paths: &[String]) -> Vec<Found> {
    let mut found = Vec::new();
    for path in paths {
        let hidden =
            |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
        let walk = walkdir::WalkDir::new(path).sort_by_file_name().into_iter().filter_entry(|entry| !hidden(entry));
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) => found.push(Found {
                    name: entry.path().to_string_lossy().into_owned(),
                    bytes: Bytes::At(entry.into_path()),
                }),
                Err(error) => found.push(Found {
                    name: error.path().map_or_else(|| path.clone(), |at| at.to_string_lossy().into_owned()),
                    bytes: Bytes::Fault(error.into()),
                }),
            }
        }
    }
    found
}

/// Uploaded files.
pub(crate) fn uploads(files: Vec<Upload>) -> Vec<Found> {
    files.into_iter().map(|file| Found { name: file.name, bytes: Bytes::Base64(file.base64) }).collect()
}
