//! The bytes of an imported file, packed for keeping.

use domain::id::ContentHash;

use crate::fault::StoreFault;

const LEVEL: i32 = 3;

/// An imported file ready to be kept. Packing happens here, outside any transaction.
#[derive(Debug, Clone)]
pub struct Raw {
    pub(crate) hash: ContentHash,
    pub(crate) name: String,
    pub(crate) size: i64,
    pub(crate) packed: Vec<u8>,
}

impl Raw {
    /// Packs a file's bytes. `hash` is their identity, `name` how the file was called.
    ///
    /// # Errors
    /// [`StoreFault::Packing`] when the bytes cannot be packed.
    pub fn of(hash: &ContentHash, name: &str, bytes: &[u8]) -> Result<Raw, StoreFault> {
        let failed = |source| StoreFault::Packing { name: name.to_owned(), source };
        let packed = zstd::bulk::compress(bytes, LEVEL).map_err(failed)?;
        let size = i64::try_from(bytes.len()).map_err(|e| failed(std::io::Error::other(e)))?;
        Ok(Raw { hash: hash.clone(), name: name.to_owned(), size, packed })
    }

    /// The bytes as they were. `size` is their number.
    pub(crate) fn unpack(name: &str, size: i64, packed: &[u8]) -> Result<Vec<u8>, StoreFault> {
        let failed = |source| StoreFault::Packing { name: name.to_owned(), source };
        let size = usize::try_from(size).map_err(|e| failed(std::io::Error::other(e)))?;
        zstd::bulk::decompress(packed, size).map_err(failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_bytes_come_back_as_they_were() {
        for bytes in [Vec::new(), vec![0; 10_000], (0..=255).collect()] {
            let raw = Raw::of(&ContentHash("h".to_owned()), "a.fit", &bytes).expect("packs");
            assert_eq!(Raw::unpack("a.fit", raw.size, &raw.packed).expect("unpacks"), bytes);
        }
    }

    #[test]
    fn cut_bytes_are_a_fault() {
        let raw = Raw::of(&ContentHash("h".to_owned()), "a.fit", &[7; 5_000]).expect("packs");
        assert!(Raw::unpack("a.fit", raw.size, &raw.packed[..raw.packed.len() - 2]).is_err());
    }
}
