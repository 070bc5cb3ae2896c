//! Where the parts of a chained file begin and end, and whether their checksums are right.

use crc::{CRC_16_ARC, Crc, Table};

/// The format's checksum.
const CHECKSUM: Crc<u16, Table<16>> = Crc::<u16, Table<16>>::new(&CRC_16_ARC);

/// One part of a chained file, from its header to its checksum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment<'a> {
    /// Header, data and checksum, as far as present.
    pub(super) bytes: &'a [u8],
    /// Header length: 12 or 14.
    pub(super) header: usize,
    /// Data length as the header says.
    pub(super) data: usize,
}

impl Segment<'_> {
    /// Bytes the header promises and the file does not hold.
    pub(super) const fn missing(&self) -> usize {
        (self.header + self.data + 2).saturating_sub(self.bytes.len())
    }

    /// The header was never completed: it promises no data although more follows.
    pub(super) const fn unfinished(&self) -> bool {
        self.data == 0 && self.bytes.len() > self.header + 2
    }

    /// Whether the checksum of the header or of the data is there and wrong. A header's checksum of nought is none.
    pub(super) fn checksum_wrong(&self) -> bool {
        let told = |at: usize| {
            let bytes = self.bytes.get(at..at + 2)?;
            Some(u16::from_le_bytes([bytes[0], bytes[1]]))
        };
        let of = |from: usize, to: usize| self.bytes.get(from..to).map(|bytes| CHECKSUM.checksum(bytes));
        let header = self.header == 14 && told(12).is_some_and(|told| told != 0 && Some(told) != of(0, 12));
        if self.unfinished() {
            return header;
        }
        let end = self.header + self.data;
        // A header whose own checksum is nought is counted in by some devices and not by others.
        header || told(end).is_some_and(|told| of(0, end) != Some(told) && of(self.header, end) != Some(told))
    }
}

/// Cuts a file into its segments. Bytes after the last segment that start no other one are returned as a count.
pub(super) fn segments(mut bytes: &[u8]) -> (Vec<Segment<'_>>, usize) {
    let mut found = Vec::new();
    while let Some((header, data)) = header(bytes) {
        let wanted = header + data + 2;
        let unfinished = data == 0 && self::header(bytes.get(wanted..).unwrap_or_default()).is_none();
        let length = if unfinished { bytes.len() } else { wanted.min(bytes.len()) };
        let (segment, rest) = bytes.split_at(length);
        found.push(Segment { bytes: segment, header, data });
        bytes = rest;
    }
    let rest = if bytes.iter().all(|byte| *byte == 0) { 0 } else { bytes.len() };
    (found, rest)
}

/// Header and data length, if a header stands here.
fn header(bytes: &[u8]) -> Option<(usize, usize)> {
    let length = usize::from(*bytes.first()?);
    let is_one = (length == 12 || length == 14) && bytes.len() >= length && bytes.get(8..12)? == b".FIT";
    let data = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    is_one.then_some((length, data as usize))
}
