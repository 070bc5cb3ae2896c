//! Channels as blobs: times and values as differences, rounded to a step finer than any device measures, then zstd.
//!
//! Layout: version byte, varint length of the body, zstd frame of the body. Body: number of samples (varint); times and
//! values, each as a series (see [`series`]); number of suspect spans and their ends (varints). The kind is not in the blob;
//! it is the row's. Blobs of the first layout are read too (see [`first`]).

mod bytes;
pub(crate) mod curve;
mod first;
mod series;

use domain::recording::{Channel, ChannelKind, Span};

use self::bytes::{Reader, put};
use crate::zip;

const VERSION: u8 = 2;
/// The bytes are laid out so that the fast level packs nearly as well as the slow ones.
const LEVEL: i32 = 1;
/// A body above this is damage, not a recording: 256 MiB is some twenty million samples.
const BODY_MAX: usize = 1 << 28;
/// Whole steps below this are rounded exactly by adding [`ROUNDER`].
const STEPS_MAX: f64 = (1_u64 << 50) as f64;
/// One and a half times 2^52: an `f64` of this size has no room for a fraction.
const ROUNDER: f64 = (3_u64 << 51) as f64;

/// A channel that cannot be packed, or a blob that cannot be unpacked.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CodecFault {
    /// A value that is not a number or infinite.
    #[error("{} sample {at} is not a finite number", kind.code())]
    NotFinite {
        /// Which channel.
        kind: ChannelKind,
        /// Which sample, from 0.
        at: usize,
    },
    /// A value too large to be kept in steps.
    #[error("{} sample {at} is out of range: {value}", kind.code())]
    OutOfRange {
        /// Which channel.
        kind: ChannelKind,
        /// Which sample, from 0.
        at: usize,
        /// The value.
        value: f64,
    },
    /// Times and values differ in number.
    #[error("{} has {times} times and {values} values", kind.code())]
    Lengths {
        /// Which channel.
        kind: ChannelKind,
        /// Number of times.
        times: usize,
        /// Number of values.
        values: usize,
    },
    /// A time is not after the one before it.
    #[error("{} sample {at} is not later than the one before", kind.code())]
    NotRising {
        /// Which channel.
        kind: ChannelKind,
        /// Which sample, from 0.
        at: usize,
    },
    /// Two channels of one kind.
    #[error("{} is there twice", kind.code())]
    Twice {
        /// Which channel.
        kind: ChannelKind,
    },
    /// The blob has another layout than this program knows.
    #[error("blob version {found} is not known")]
    UnknownVersion {
        /// Version found.
        found: u8,
    },
    /// The blob does not hold what it must.
    #[error("blob of {} is damaged: {what}", kind.code())]
    Damaged {
        /// Which channel.
        kind: ChannelKind,
        /// What is wrong.
        what: &'static str,
    },
    /// zstd failed.
    #[error("zstd: {message}")]
    Zstd {
        /// What it said.
        message: String,
    },
}

/// Steps per unit: the value is kept to within half a step. Finer than devices record: positions 1e-7 degree (1 cm),
/// speed 1 mm/s, the rest a hundredth of their unit. Beats are told in thousandths or in 1/1024 of a second: a step of
/// 1/128 ms holds both exactly.
const fn steps_per_unit(kind: ChannelKind) -> f64 {
    match kind {
        ChannelKind::Latitude | ChannelKind::Longitude => 1e7,
        ChannelKind::Speed => 1e3,
        ChannelKind::Altitude
        | ChannelKind::HeartRate
        | ChannelKind::Power
        | ChannelKind::Cadence
        | ChannelKind::Distance
        | ChannelKind::Temperature
        | ChannelKind::LeftBalance
        | ChannelKind::GroundContact
        | ChannelKind::GroundContactBalance
        | ChannelKind::VerticalOscillation
        | ChannelKind::VerticalRatio
        | ChannelKind::StepLength
        | ChannelKind::LegStiffness
        | ChannelKind::FormPower
        | ChannelKind::AirPower
        | ChannelKind::Respiration
        | ChannelKind::CoreTemperature
        | ChannelKind::SkinTemperature
        | ChannelKind::Spo2
        | ChannelKind::MuscleOxygen => 1e2,
        ChannelKind::RrInterval => 128.0,
    }
}

/// Packs one channel. Values come back to within half a step (see the kind's resolution), times and spans exactly.
///
/// # Errors
/// [`CodecFault`] when times do not rise, lengths differ or a value is not finite.
pub fn encode(channel: &Channel) -> Result<Vec<u8>, CodecFault> {
    Packer::default().pack(channel)
}

/// Packs channels one after another. Those of one activity mostly share their times, which are laid out once.
#[derive(Default)]
pub(crate) struct Packer {
    ms: Vec<u32>,
    times: Vec<u8>,
}

impl Packer {
    pub(crate) fn pack(&mut self, channel: &Channel) -> Result<Vec<u8>, CodecFault> {
        let kind = channel.kind;
        if channel.ms.len() != channel.values.len() {
            return Err(CodecFault::Lengths { kind, times: channel.ms.len(), values: channel.values.len() });
        }
        if self.ms != channel.ms {
            if let Some(before) = channel.ms.windows(2).position(|pair| pair[0] >= pair[1]) {
                return Err(CodecFault::NotRising { kind, at: before + 1 });
            }
            let times: Vec<i64> = channel.ms.iter().copied().map(i64::from).collect();
            self.times.clear();
            series::put(&mut self.times, &times);
            self.ms.clone_from(&channel.ms);
        }
        let mut body = Vec::with_capacity(self.times.len() + channel.values.len() * 4 + 32);
        put(&mut body, channel.ms.len() as u64);
        body.extend_from_slice(&self.times);
        series::put(&mut body, &steps(channel)?);
        put(&mut body, channel.suspect.len() as u64);
        for span in &channel.suspect {
            put(&mut body, u64::from(span.from_ms));
            put(&mut body, u64::from(span.to_ms));
        }
        let frame = zip::pack(&body, LEVEL).map_err(|e| zstd_failed(&e))?;
        let mut blob = Vec::with_capacity(frame.len() + 6);
        blob.push(VERSION);
        put(&mut blob, body.len() as u64);
        blob.extend_from_slice(&frame);
        Ok(blob)
    }
}

fn zstd_failed(error: &std::io::Error) -> CodecFault {
    CodecFault::Zstd { message: error.to_string() }
}

/// Values in whole steps.
fn steps(channel: &Channel) -> Result<Vec<i64>, CodecFault> {
    let kind = channel.kind;
    let scale = steps_per_unit(kind);
    let outside = |value: &f64| value.is_nan() || (value * scale).abs() >= STEPS_MAX;
    if let Some(at) = channel.values.iter().position(outside) {
        let value = channel.values[at];
        let finite = value.is_finite();
        return Err(if finite {
            CodecFault::OutOfRange { kind, at, value }
        } else {
            CodecFault::NotFinite { kind, at }
        });
    }
    // The same as rounding (halves to even), without a call for each value.
    let whole = |value: &f64| (value * scale + ROUNDER).to_bits().cast_signed() - ROUNDER.to_bits().cast_signed();
    Ok(channel.values.iter().map(whole).collect())
}

/// Unpacks one channel.
///
/// # Errors
/// [`CodecFault`] when the blob is damaged or of a layout not known here.
pub fn decode(kind: ChannelKind, blob: &[u8]) -> Result<Channel, CodecFault> {
    let damaged = |what| CodecFault::Damaged { kind, what };
    let mut outer = Reader { kind, rest: blob };
    let version = outer.byte()?;
    if version != VERSION && version != first::VERSION {
        return Err(CodecFault::UnknownVersion { found: version });
    }
    let length = usize::try_from(outer.varint()?).unwrap_or(usize::MAX);
    if length > BODY_MAX {
        return Err(damaged("longer than any recording"));
    }
    let body = zip::unpack(outer.rest, length).map_err(|e| zstd_failed(&e))?;
    if body.len() != length {
        return Err(damaged("body has another length"));
    }
    let mut body = Reader { kind, rest: &body };
    let (ms, steps) = if version == VERSION { samples(&mut body)? } else { first::samples(&mut body)? };
    let scale = steps_per_unit(kind);
    let values = steps.into_iter().map(|steps| steps as f64 / scale).collect();
    let spans = body.length(2)?;
    let suspect = (0..spans)
        .map(|_| Ok(Span { from_ms: body.small()?, to_ms: body.small()? }))
        .collect::<Result<_, CodecFault>>()?;
    if !body.rest.is_empty() {
        return Err(damaged("bytes are left over"));
    }
    Ok(Channel { kind, ms, values, suspect })
}

/// Times, and values in steps.
fn samples(body: &mut Reader<'_>) -> Result<(Vec<u32>, Vec<i64>), CodecFault> {
    let samples = body.length(1)?;
    let times = series::read(body, samples)?;
    if !times.is_sorted_by(|before, after| before < after) {
        return Err(body.damaged("times do not rise"));
    }
    let ms = times.into_iter().map(u32::try_from).collect::<Result<_, _>>();
    Ok((ms.map_err(|_| body.damaged("a time is out of range"))?, series::read(body, samples)?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn heart(ms: Vec<u32>, values: Vec<f64>) -> Channel {
        Channel { kind: ChannelKind::HeartRate, ms, values, suspect: Vec::new() }
    }

    fn channels() -> impl Strategy<Value = Channel> {
        let kind = proptest::sample::select(ChannelKind::ALL.to_vec());
        let samples = proptest::collection::btree_map(any::<u32>(), -100_000.0..100_000.0_f64, 0..300);
        let spans = proptest::collection::vec((any::<u32>(), any::<u32>()), 0..6);
        (kind, samples, spans).prop_map(|(kind, samples, spans)| Channel {
            kind,
            ms: samples.keys().copied().collect(),
            values: samples.values().copied().collect(),
            suspect: spans.into_iter().map(|(from_ms, to_ms)| Span { from_ms, to_ms }).collect(),
        })
    }

    proptest! {
        #[test]
        fn a_channel_comes_back_with_its_times_and_values_within_half_a_step(channel in channels()) {
            let back = decode(channel.kind, &encode(&channel).expect("packs")).expect("unpacks");
            prop_assert_eq!(back.kind, channel.kind);
            prop_assert_eq!(&back.ms, &channel.ms);
            prop_assert_eq!(&back.suspect, &channel.suspect);
            // Half a step, and the last bits that an f64 of this size cannot hold.
            let half = 0.5 / steps_per_unit(channel.kind) + 1e-10;
            for (kept, given) in back.values.iter().zip(&channel.values) {
                prop_assert!((kept - given).abs() <= half, "{kept} for {given}");
            }
            prop_assert_eq!(&decode(channel.kind, &encode(&back).expect("packs")).expect("unpacks"), &back, "packing again changes nothing");
        }

        #[test]
        fn any_bytes_are_a_channel_or_a_fault_and_never_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = decode(ChannelKind::Power, &bytes);
            let mut marked = vec![VERSION];
            marked.extend(&bytes);
            let _ = decode(ChannelKind::Power, &marked);
        }

        #[test]
        fn any_body_is_a_channel_or_a_fault_and_never_a_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let mut blob = vec![VERSION];
            put(&mut blob, body.len() as u64);
            blob.extend(zstd::bulk::compress(&body, LEVEL).expect("packs"));
            for version in [first::VERSION, VERSION] {
                blob[0] = version;
                if let Ok(channel) = decode(ChannelKind::Altitude, &blob) {
                    prop_assert!(channel.ms.is_sorted() && channel.ms.len() == channel.values.len());
                }
            }
        }

        #[test]
        fn a_cut_blob_is_a_fault(channel in channels(), share in 0.0..1.0_f64) {
            let blob = encode(&channel).expect("packs");
            let cut = (blob.len() as f64 * share) as usize;
            prop_assert!(decode(channel.kind, &blob[..cut]).is_err());
        }
    }

    #[test]
    fn what_a_device_records_comes_back_exactly() {
        let altitudes: Vec<f64> = (0..500_u32).map(|raw| (f64::from(raw * 7 % 900) - 250.0) / 5.0).collect();
        let channel = Channel { kind: ChannelKind::Altitude, ..heart((0..500).map(|s| s * 1000).collect(), altitudes) };
        assert_eq!(decode(channel.kind, &encode(&channel).expect("packs")).expect("unpacks"), channel);
    }

    #[test]
    fn beats_in_thousandths_and_in_1024ths_of_a_second_come_back_exactly() {
        for unit in [1.0, 1000.0 / 1024.0] {
            let values: Vec<f64> = (700..1100_u32).map(|beat| f64::from(beat * 7 % 400 + 600) * unit).collect();
            let channel =
                Channel { kind: ChannelKind::RrInterval, ..heart((1..401).map(|beat| beat * 813).collect(), values) };
            assert_eq!(decode(channel.kind, &encode(&channel).expect("packs")).expect("unpacks"), channel);
        }
    }

    #[test]
    fn a_blob_of_the_first_layout_is_read() {
        let blob = [
            0x01, 0x18, 0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x18, 0xc1, 0x00, 0x00, 0x05, 0x00, 0xe8, 0x07, 0xe8, 0x07, 0xd0,
            0x0f, 0xf4, 0x03, 0x32, 0xe0, 0x03, 0x04, 0x07, 0xe4, 0x03, 0xe5, 0x03, 0x01, 0xa0, 0x1f, 0xa1, 0x1f,
        ];
        let expected = Channel {
            suspect: vec![Span { from_ms: 4_000, to_ms: 4_001 }],
            ..heart(vec![0, 1_000, 2_000, 4_000, 4_500], vec![120.0, 121.0, 119.0, 240.0, 118.5])
        };
        assert_eq!(decode(ChannelKind::HeartRate, &blob), Ok(expected));
    }

    #[test]
    fn an_hour_of_steady_heart_rate_takes_little_room() {
        let ms = (0..3600).map(|s| s * 1000).collect();
        let values = (0..3600).map(|s| 140.0 + (f64::from(s) / 60.0).sin().round()).collect();
        let blob = encode(&heart(ms, values)).expect("packs");
        assert!(blob.len() < 400, "{} bytes", blob.len());
    }

    #[test]
    fn values_that_are_not_numbers_are_refused_with_their_place() {
        for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let refused = encode(&heart(vec![0, 1000], vec![120.0, bad]));
            assert_eq!(refused, Err(CodecFault::NotFinite { kind: ChannelKind::HeartRate, at: 1 }));
        }
        let refused = encode(&heart(vec![0], vec![1e300]));
        assert!(matches!(refused, Err(CodecFault::OutOfRange { at: 0, .. })));
    }

    #[test]
    fn times_that_do_not_rise_and_lengths_that_differ_are_refused() {
        let refused = encode(&heart(vec![5, 5], vec![1.0, 2.0]));
        assert_eq!(refused, Err(CodecFault::NotRising { kind: ChannelKind::HeartRate, at: 1 }));
        let refused = encode(&heart(vec![5], vec![]));
        assert_eq!(refused, Err(CodecFault::Lengths { kind: ChannelKind::HeartRate, times: 1, values: 0 }));
    }

    #[test]
    fn a_later_layout_is_refused_by_number() {
        let mut blob = encode(&heart(vec![0], vec![1.0])).expect("packs");
        blob[0] = 9;
        assert_eq!(decode(ChannelKind::HeartRate, &blob), Err(CodecFault::UnknownVersion { found: 9 }));
    }
}
