//! The bytes of an imported file, packed for keeping.

use domain::id::ContentHash;

use crate::fault::StoreFault;
use crate::{stride, zip};

/// For bytes as they stand.
const LEVEL: i32 = 3;
/// For a table laid out by column: higher levels gain a fiftieth and take several times as long.
const TABLE_LEVEL: i32 = 1;

/// An imported file ready to be kept. Packing happens here, outside any transaction.
#[derive(Debug, Clone)]
pub struct Raw {
    pub(crate) hash: ContentHash,
    pub(crate) name: String,
    pub(crate) size: i64,
    pub(crate) packed: Packed,
}

/// Packed bytes.
#[derive(Debug, Clone)]
pub(crate) enum Packed {
    /// As they stand, or by column in rows of so many bytes (see [`stride`]).
    Here {
        /// zstd frame.
        frame: Vec<u8>,
        /// Length of a row; `None` for bytes as they stand.
        stride: Option<u8>,
    },
    /// The file stays where it is.
    Outside,
}

impl Raw {
    /// Packs a file's bytes. `hash` is their identity, `name` how the file was called.
    ///
    /// # Errors
    /// [`StoreFault::Packing`] when the bytes cannot be packed.
    pub fn of(hash: &ContentHash, name: &str, bytes: &[u8]) -> Result<Raw, StoreFault> {
        let failed = |source| StoreFault::Packing { name: name.to_owned(), source };
        let size = i64::try_from(bytes.len()).map_err(|e| failed(std::io::Error::other(e)))?;
        let stride = stride::of(bytes);
        let mut frame = match stride {
            Some(stride) => zip::pack(&stride::apart(bytes, stride), TABLE_LEVEL).map_err(failed)?,
            None => Vec::new(),
        };
        let mut kept = stride;
        // What packs to less than half was a table; of the rest, the better of the two.
        if stride.is_none() || frame.len() * 2 > bytes.len() {
            let plain = zip::pack(bytes, LEVEL).map_err(failed)?;
            if stride.is_none() || plain.len() < frame.len() {
                (frame, kept) = (plain, None);
            }
        }
        Ok(Raw { hash: hash.clone(), name: name.to_owned(), size, packed: Packed::Here { frame, stride: kept } })
    }

    /// A file too large to be copied: known by its hash, `size` bytes long, and left where it is.
    #[must_use]
    pub fn outside(hash: &ContentHash, name: &str, size: u64) -> Raw {
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        Raw { hash: hash.clone(), name: name.to_owned(), size, packed: Packed::Outside }
    }

    /// Bytes the packed file takes.
    #[must_use]
    pub fn packed_size(&self) -> usize {
        match &self.packed {
            Packed::Here { frame, .. } => frame.len(),
            Packed::Outside => 0,
        }
    }

    /// The bytes as they were. `size` is their number, `stride` the length of a row or 0 for bytes as they stand.
    pub(crate) fn unpack(name: &str, size: i64, stride: i64, frame: &[u8]) -> Result<Vec<u8>, StoreFault> {
        let failed = |source| StoreFault::Packing { name: name.to_owned(), source };
        let size = usize::try_from(size).map_err(|e| failed(std::io::Error::other(e)))?;
        let stride = u8::try_from(stride).map_err(|e| failed(std::io::Error::other(e)))?;
        let bytes = zip::unpack(frame, size).map_err(failed)?;
        Ok(if stride == 0 { bytes } else { stride::together(&bytes, stride) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn packed(bytes: &[u8]) -> (i64, Vec<u8>, Option<u8>) {
        let raw = Raw::of(&ContentHash("h".to_owned()), "a.fit", bytes).expect("packs");
        let Packed::Here { frame, stride } = raw.packed else { panic!("kept") };
        (raw.size, frame, stride)
    }

    #[test]
    fn raw_bytes_come_back_as_they_were() {
        let rows: Vec<u8> =
            (0..2_000_u32).flat_map(|row| [1, row as u8, (row >> 8) as u8, 0, (row * row) as u8]).collect();
        for (bytes, table) in [(Vec::new(), false), (vec![0; 10_000], true), ((0..=255).collect(), false), (rows, true)]
        {
            let (size, frame, stride) = packed(&bytes);
            assert_eq!(stride.is_some(), table);
            let back = Raw::unpack("a.fit", size, stride.map_or(0, i64::from), &frame).expect("unpacks");
            assert_eq!(back, bytes);
        }
    }

    #[test]
    fn cut_bytes_are_a_fault() {
        let (size, frame, _) = packed(&[7; 5_000]);
        assert!(Raw::unpack("a.fit", size, 0, &frame[..frame.len() - 2]).is_err());
        assert!(Raw::unpack("a.fit", size, 256, &frame).is_err());
    }

    #[test]
    fn a_file_left_outside_takes_no_room() {
        let raw = Raw::outside(&ContentHash("h".to_owned()), "export.xml", 3_000_000_000);
        assert_eq!((raw.size, raw.packed_size()), (3_000_000_000, 0));
    }
}
