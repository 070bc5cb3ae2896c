//! zstd with its working memory kept from call to call: making it anew costs as much as packing a channel.

use std::cell::RefCell;
use std::io;

use zstd::bulk::{Compressor, Decompressor};

thread_local! {
    static PACKING: RefCell<Option<Compressor<'static>>> = const { RefCell::new(None) };
    static UNPACKING: RefCell<Option<Decompressor<'static>>> = const { RefCell::new(None) };
}

/// One frame.
pub(crate) fn pack(bytes: &[u8], level: i32) -> io::Result<Vec<u8>> {
    PACKING.with_borrow_mut(|kept| {
        let mut packer = match kept.take() {
            Some(packer) => packer,
            None => Compressor::new(level)?,
        };
        packer.set_compression_level(level)?;
        let mut frame = packer.compress(bytes)?;
        // What fails is not kept: its state is not known.
        *kept = Some(packer);
        frame.shrink_to_fit();
        Ok(frame)
    })
}

/// The bytes of one frame, at most `size` of them; more is an error.
pub(crate) fn unpack(frame: &[u8], size: usize) -> io::Result<Vec<u8>> {
    UNPACKING.with_borrow_mut(|kept| {
        let mut unpacker = match kept.take() {
            Some(unpacker) => unpacker,
            None => Decompressor::new()?,
        };
        let bytes = unpacker.decompress(frame, size)?;
        *kept = Some(unpacker);
        Ok(bytes)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_frame_does_not_spoil_the_next() {
        let bytes = b"fell and moor ".repeat(200);
        for level in [3, 1, 3] {
            let frame = pack(&bytes, level).expect("packs");
            assert!(unpack(&frame[..frame.len() - 3], bytes.len()).is_err());
            assert!(unpack(&frame, bytes.len() - 1).is_err(), "no room");
            assert_eq!(unpack(&frame, bytes.len()).expect("unpacks"), bytes);
        }
    }
}
