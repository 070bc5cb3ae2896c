//! Numbers as bytes.

use domain::recording::ChannelKind;

use super::CodecFault;

pub(super) fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

pub(super) const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

pub(super) const fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

/// What is left to read of a blob.
pub(super) struct Reader<'a> {
    pub(super) kind: ChannelKind,
    pub(super) rest: &'a [u8],
}

impl Reader<'_> {
    pub(super) const fn damaged(&self, what: &'static str) -> CodecFault {
        CodecFault::Damaged { kind: self.kind, what }
    }

    pub(super) fn byte(&mut self) -> Result<u8, CodecFault> {
        let (first, rest) = self.rest.split_first().ok_or(self.damaged("ends too early"))?;
        self.rest = rest;
        Ok(*first)
    }

    pub(super) fn varint(&mut self) -> Result<u64, CodecFault> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(self.damaged("a number is too long"))
    }

    pub(super) fn small(&mut self) -> Result<u32, CodecFault> {
        u32::try_from(self.varint()?).map_err(|_| self.damaged("a number is too large"))
    }

    /// A number of things that take at least `bytes` each: never more than what is left can hold.
    pub(super) fn length(&mut self, bytes: usize) -> Result<usize, CodecFault> {
        let length = usize::try_from(self.varint()?).unwrap_or(usize::MAX);
        if length > self.rest.len() / bytes {
            Err(self.damaged("holds fewer samples than it says"))
        } else {
            Ok(length)
        }
    }
}
