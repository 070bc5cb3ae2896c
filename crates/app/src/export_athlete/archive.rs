//! The archive as it is written: one file at a time, into a temporary file that gets its name when it is whole.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Datelike, Timelike, Utc};
use tempfile::NamedTempFile;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::AppFault;
use crate::exports::{begin_file, end_file};

/// An archive under way. Dropped, it leaves nothing.
pub(crate) struct Archive {
    // Boxed: the writer is large, and the archive is handed from step to step.
    zip: Box<ZipWriter<NamedTempFile>>,
    folder: PathBuf,
    options: SimpleFileOptions,
    taken: BTreeSet<String>,
}

impl Archive {
    /// A new archive in a folder, its files dated `at`.
    pub(crate) fn begin(folder: &Path, at: DateTime<Utc>) -> Result<Archive, AppFault> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        let options = match moment(at) {
            Some(at) => options.last_modified_time(at),
            // Archives know the years 1980 to 2107; outside them the files carry no time.
            None => options,
        };
        let zip = Box::new(ZipWriter::new(begin_file(folder)?));
        Ok(Archive { zip, folder: folder.to_owned(), options, taken: BTreeSet::new() })
    }

    /// Adds a file; a name that is taken gets a number. Off the async threads: packing takes time.
    pub(crate) async fn put(
        mut self,
        folder: &str,
        (stem, ending): (&str, &str),
        bytes: Vec<u8>,
    ) -> Result<Archive, AppFault> {
        let name = self.name(folder, stem, ending);
        let packed = tokio::task::spawn_blocking(move || {
            let unwritable = |source| AppFault::Unwritable { path: self.folder.clone(), source };
            self.zip.start_file(name, self.options).map_err(|source| unwritable(source.into()))?;
            self.zip.write_all(&bytes).map_err(unwritable)?;
            Ok(self)
        });
        packed.await.map_err(|source| AppFault::Panicked { said: source.to_string() })?
    }

    /// Gives the archive its name. Returns its path and its size.
    pub(crate) async fn end(self, stem: String) -> Result<(PathBuf, u64), AppFault> {
        let ended = tokio::task::spawn_blocking(move || {
            let Archive { zip, folder, .. } = self;
            let unwritable = |source| AppFault::Unwritable { path: folder.clone(), source };
            let file = zip.finish().map_err(|source| unwritable(source.into()))?;
            let bytes = file.as_file().metadata().map_err(unwritable)?.len();
            Ok((end_file(file, &folder, &stem, "zip")?, bytes))
        });
        ended.await.map_err(|source| AppFault::Panicked { said: source.to_string() })?
    }

    /// A name nobody has yet, upper and lower case being the same: some systems take them so.
    fn name(&mut self, folder: &str, stem: &str, ending: &str) -> String {
        let slash = if folder.is_empty() { "" } else { "/" };
        let mut name = format!("{folder}{slash}{stem}.{ending}");
        for number in 2_u32.. {
            if self.taken.insert(name.to_lowercase()) {
                break;
            }
            name = format!("{folder}{slash}{stem} {number}.{ending}");
        }
        name
    }
}

fn moment(at: DateTime<Utc>) -> Option<zip::DateTime> {
    let small = |value: u32| u8::try_from(value).ok();
    zip::DateTime::from_date_and_time(
        u16::try_from(at.year()).ok()?,
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )
    .ok()
}
