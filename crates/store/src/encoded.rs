//! An activity's channels, packed for keeping.

use domain::recording::{Channel, ChannelKind};

use crate::codec::{CodecFault, Packer};
use crate::fault::StoreFault;

/// An activity's channels ready to be kept. Packing happens here, outside any transaction.
#[derive(Debug, Clone)]
pub struct Encoded {
    pub(crate) channels: Vec<EncodedChannel>,
}

#[derive(Debug, Clone)]
pub(crate) struct EncodedChannel {
    pub(crate) kind: ChannelKind,
    pub(crate) samples: i64,
    pub(crate) packed: Vec<u8>,
}

impl Encoded {
    /// Packs channels, at most one of each kind.
    ///
    /// # Errors
    /// [`CodecFault`] for the first channel that cannot be packed.
    pub fn of(channels: &[Channel]) -> Result<Encoded, StoreFault> {
        let mut packer = Packer::default();
        let mut encoded: Vec<EncodedChannel> = Vec::with_capacity(channels.len());
        for channel in channels {
            if encoded.iter().any(|other| other.kind == channel.kind) {
                return Err(CodecFault::Twice { kind: channel.kind }.into());
            }
            let samples = i64::try_from(channel.ms.len()).unwrap_or(i64::MAX);
            encoded.push(EncodedChannel { kind: channel.kind, samples, packed: packer.pack(channel)? });
        }
        Ok(Encoded { channels: encoded })
    }

    /// Bytes the packed channels take.
    #[must_use]
    pub fn size(&self) -> usize {
        self.channels.iter().map(|channel| channel.packed.len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_kind_twice_is_refused() {
        let one = Channel { kind: ChannelKind::Power, ms: vec![0], values: vec![1.0], suspect: Vec::new() };
        let refused = Encoded::of(&[one.clone(), one]);
        assert!(matches!(refused, Err(StoreFault::Codec(CodecFault::Twice { kind: ChannelKind::Power }))));
    }

    #[test]
    fn an_activity_without_channels_takes_no_room() {
        assert_eq!(Encoded::of(&[]).expect("packs").size(), 0);
    }
}
