//! An activity's channels and what was measured on it, packed for keeping.

use domain::measures::{Computed, Curve, Curves, Quantity};
use domain::recording::{Channel, ChannelKind};
use domain::summary::LoadSource;

use crate::codec::{CodecFault, Packer, curve};
use crate::fault::StoreFault;
use crate::text::json;

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

/// What was measured on an activity, ready to be kept. Packing happens here, outside any transaction.
#[derive(Debug, Clone)]
pub struct EncodedMeasures {
    pub(crate) measures: String,
    pub(crate) source: Option<LoadSource>,
    pub(crate) method: u32,
    pub(crate) basis: String,
    /// `None` leaves the curves that are kept as they are.
    pub(crate) curves: Option<Vec<EncodedCurve>>,
}

#[derive(Debug, Clone)]
pub(crate) struct EncodedCurve {
    pub(crate) quantity: Quantity,
    pub(crate) packed: Vec<u8>,
}

impl EncodedMeasures {
    /// Packs what was computed; `curves` is what was asked for when it was.
    ///
    /// # Errors
    /// [`StoreFault::Unwritable`] for a value that is no number, [`StoreFault::Codec`] for a curve that cannot be packed.
    pub fn of(computed: &Computed, curves: Curves) -> Result<EncodedMeasures, StoreFault> {
        let pack = |one: &Curve| Ok(EncodedCurve { quantity: one.quantity, packed: curve::pack(one)? });
        Ok(EncodedMeasures {
            measures: json("activity_measures", &computed.measures)?,
            source: computed.summary.load.map(|load| load.source),
            method: computed.measures.method,
            basis: computed.measures.basis.clone(),
            curves: match curves {
                Curves::Wanted => Some(computed.curves.iter().map(pack).collect::<Result<_, CodecFault>>()?),
                Curves::Kept => None,
            },
        })
    }

    /// Bytes the packed curves take; 0 where they stay as they are.
    #[must_use]
    pub fn curve_size(&self) -> usize {
        self.curves.iter().flatten().map(|curve| curve.packed.len()).sum()
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
