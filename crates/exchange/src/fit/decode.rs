//! Bytes to messages. `rustyfit` reads first: it streams and is the faster by far. Where it stops early, or meets a field
//! written in another type than the profile's (it reads by the profile), `fitparser` reads the same segment, and the result
//! that goes further counts. Both crates index and subtract on bytes from the file, so each call is made behind
//! `catch_unwind`: a bug there becomes a fault here and not the end of the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::gathered::Gathered;
use super::segment::Segment;
use super::{reference, stream};

/// How the decoding of a segment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At its checksum.
    Whole,
    /// The bytes stop before the segment's end.
    Short,
    /// Bytes that make no sense at this place of the segment.
    Broken {
        /// Bytes decoded before.
        at: usize,
    },
    /// The decoder panicked.
    Panicked,
}

/// What was read of one segment.
#[derive(Debug, Clone)]
pub(super) struct Decoded {
    /// Messages and records.
    pub(super) gathered: Gathered,
    /// All messages read.
    pub(super) count: u32,
    /// How it ended.
    pub(super) end: End,
    /// A field that is used was written in a type the decoder could not follow, and left out.
    pub(super) mistyped: bool,
}

impl Decoded {
    pub(super) fn nothing(end: End) -> Decoded {
        Decoded { gathered: Gathered::default(), count: 0, end, mistyped: false }
    }
}

/// Decodes one segment with the first decoder, and with the second where the first is not good enough.
pub(super) fn segment(segment: &Segment<'_>) -> Decoded {
    let first = by(stream::decode, segment);
    if first.end == End::Whole && !first.mistyped {
        return first;
    }
    let second = by(reference::decode, segment);
    let better = match (first.end, second.end) {
        (_, End::Panicked) => false,
        (End::Panicked, _) => true,
        // Both reached the end: the first left a field out.
        (End::Whole, End::Whole) => first.mistyped,
        (End::Whole, _) => false,
        (_, End::Whole) => true,
        _ => second.count > first.count,
    };
    if better { second } else { first }
}

/// Decodes one segment with one decoder.
pub(super) fn by(decoder: fn(&[u8]) -> Decoded, segment: &Segment<'_>) -> Decoded {
    if segment.data == 0 && !segment.unfinished() {
        return Decoded::nothing(if segment.missing() == 0 { End::Whole } else { End::Short });
    }
    let patched;
    let bytes = if segment.unfinished() {
        // Give the unfinished header the length that is really there, without a checksum of its own.
        let mut copy = segment.bytes.to_vec();
        let data = (copy.len() - segment.header) as u32;
        copy[4..8].copy_from_slice(&data.to_le_bytes());
        if segment.header == 14 {
            copy[12..14].fill(0);
        }
        patched = copy;
        patched.as_slice()
    } else {
        segment.bytes
    };
    // The closure owns all it changes; after a panic nothing of it is seen again.
    catch_unwind(AssertUnwindSafe(|| decoder(bytes))).unwrap_or_else(|_| Decoded::nothing(End::Panicked))
}
