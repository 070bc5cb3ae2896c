//! What goes into unpacking and what comes out of it, counted.

use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::{FREE_BYTES, MAX_RATIO, MAX_UNPACKED};
use crate::ExchangeFault;

/// Packed bytes read so far, shared with the source that counts them.
#[derive(Debug, Clone, Default)]
pub(super) struct Taken(Arc<AtomicU64>);

impl Taken {
    pub(super) fn bytes(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// A source that counts what is read from it.
#[derive(Debug)]
pub(super) struct Counted<R> {
    inner: R,
    taken: Taken,
}

impl<R> Counted<R> {
    pub(super) fn new(inner: R, taken: &Taken) -> Counted<R> {
        Counted { inner, taken: taken.clone() }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.taken.0.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

impl<R: Seek> Seek for Counted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.inner.seek(to)
    }
}

/// An entry being unpacked, stopped at the limits.
pub(super) struct Metered<'a> {
    inner: Box<dyn Read + 'a>,
    taken: Taken,
    before: u64,
    given: u64,
    total: &'a mut u64,
}

impl<'a> Metered<'a> {
    /// `before` is what was taken before this entry; `total` what was unpacked from the archive.
    pub(super) fn new(inner: Box<dyn Read + 'a>, taken: &Taken, before: u64, total: &'a mut u64) -> Metered<'a> {
        Metered { inner, taken: taken.clone(), before, given: 0, total }
    }
}

impl Read for Metered<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(into)?;
        self.given += read as u64;
        *self.total += read as u64;
        let packed = self.taken.bytes().saturating_sub(self.before).max(1);
        let swells = self.given > FREE_BYTES && self.given / packed > MAX_RATIO;
        if swells || *self.total > MAX_UNPACKED {
            return Err(io::Error::other(ExchangeFault::ArchiveBomb { limit: MAX_UNPACKED }));
        }
        Ok(read)
    }
}

/// How many entries the end of a zip announces: read before the directory itself, which is held in memory.
pub(super) fn zip_entries<R: Read + Seek>(source: &mut R) -> io::Result<u64> {
    // The end record is 22 bytes and a comment of at most 65,535; the locator of a large archive lies 20 bytes before it.
    let length = source.seek(SeekFrom::End(0))?;
    let from = length.saturating_sub(22 + 65_535 + 20);
    source.seek(SeekFrom::Start(from))?;
    let mut tail = Vec::new();
    source.by_ref().take(length - from).read_to_end(&mut tail)?;
    let Some(end) = tail.windows(4).rposition(|four| four == b"PK\x05\x06") else { return Ok(0) };
    let short = tail.get(end + 10..end + 12).map_or(0, |two| u64::from(u16::from_le_bytes([two[0], two[1]])));
    let locator = end.checked_sub(20).map(|at| &tail[at..end]).filter(|at| at.starts_with(b"PK\x06\x07"));
    let Some(record) = locator.and_then(|locator| long(locator, 8)) else { return Ok(short) };
    let mut large = Vec::new();
    source.seek(SeekFrom::Start(record))?;
    source.by_ref().take(56).read_to_end(&mut large)?;
    Ok(if large.starts_with(b"PK\x06\x06") { long(&large, 32).unwrap_or(short).max(short) } else { short })
}

fn long(bytes: &[u8], at: usize) -> Option<u64> {
    bytes.get(at..at + 8)?.try_into().ok().map(u64::from_le_bytes)
}
