//! Channels as blobs: times and values as differences, rounded to a step finer than any device measures, then zstd.
//!
//! Layout: version byte, varint length of the body, zstd frame of the body. Body, all varints: number of samples;
//! times as first value and differences; common divisor; values as zigzag differences in steps times the divisor;
//! number of suspect spans and their ends. The kind is not in the blob; it is the row's.

use domain::recording::{Channel, ChannelKind, Span};

const VERSION: u8 = 1;
const LEVEL: i32 = 3;
/// A body above this is damage, not a recording: 256 MiB is some twenty million samples.
const BODY_MAX: usize = 1 << 28;
/// Whole steps up to here are exact in an `f64`.
const STEPS_MAX: f64 = (1_u64 << 52) as f64;

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
/// speed 1 mm/s, the rest a hundredth of their unit.
const fn steps_per_unit(kind: ChannelKind) -> f64 {
    match kind {
        ChannelKind::Latitude | ChannelKind::Longitude => 1e7,
        ChannelKind::Speed => 1e3,
        ChannelKind::Altitude
        | ChannelKind::HeartRate
        | ChannelKind::Power
        | ChannelKind::Cadence
        | ChannelKind::Distance
        | ChannelKind::Temperature => 1e2,
    }
}

/// Packs one channel. Values come back to within half a step (see the kind's resolution), times and spans exactly.
///
/// # Errors
/// [`CodecFault`] when times do not rise, lengths differ or a value is not finite.
pub fn encode(channel: &Channel) -> Result<Vec<u8>, CodecFault> {
    pack(channel, &mut packer()?)
}

pub(crate) fn packer() -> Result<zstd::bulk::Compressor<'static>, CodecFault> {
    zstd::bulk::Compressor::new(LEVEL).map_err(|e| zstd_failed(&e))
}

fn zstd_failed(error: &std::io::Error) -> CodecFault {
    CodecFault::Zstd { message: error.to_string() }
}

pub(crate) fn pack(channel: &Channel, packer: &mut zstd::bulk::Compressor<'static>) -> Result<Vec<u8>, CodecFault> {
    let kind = channel.kind;
    if channel.ms.len() != channel.values.len() {
        return Err(CodecFault::Lengths { kind, times: channel.ms.len(), values: channel.values.len() });
    }
    let mut body = Vec::with_capacity(channel.ms.len() * 4 + 16);
    put(&mut body, channel.ms.len() as u64);
    let mut before = None;
    for (at, ms) in channel.ms.iter().enumerate() {
        let difference = match before {
            None => *ms,
            Some(before) if before < *ms => ms - before,
            Some(_) => return Err(CodecFault::NotRising { kind, at }),
        };
        put(&mut body, u64::from(difference));
        before = Some(*ms);
    }
    let differences = differences(channel)?;
    // Devices record in coarser steps than ours (whole beats, fifths of a metre): the divisor takes that out again.
    let divisor = differences.iter().fold(0, |divisor, d| common_divisor(divisor, d.unsigned_abs())).max(1);
    put(&mut body, divisor);
    let signed = i64::try_from(divisor).unwrap_or(1);
    for difference in differences {
        put(&mut body, zigzag(difference / signed));
    }
    put(&mut body, channel.suspect.len() as u64);
    for span in &channel.suspect {
        put(&mut body, u64::from(span.from_ms));
        put(&mut body, u64::from(span.to_ms));
    }
    let frame = packer.compress(&body).map_err(|e| zstd_failed(&e))?;
    let mut blob = Vec::with_capacity(frame.len() + 6);
    blob.push(VERSION);
    put(&mut blob, body.len() as u64);
    blob.extend_from_slice(&frame);
    Ok(blob)
}

fn differences(channel: &Channel) -> Result<Vec<i64>, CodecFault> {
    let kind = channel.kind;
    let scale = steps_per_unit(kind);
    let mut before = 0;
    let mut differences = Vec::with_capacity(channel.values.len());
    for (at, value) in channel.values.iter().copied().enumerate() {
        if !value.is_finite() {
            return Err(CodecFault::NotFinite { kind, at });
        }
        let steps = (value * scale).round();
        if steps.abs() > STEPS_MAX {
            return Err(CodecFault::OutOfRange { kind, at, value });
        }
        let steps = steps as i64;
        differences.push(steps - before);
        before = steps;
    }
    Ok(differences)
}

/// Unpacks one channel.
///
/// # Errors
/// [`CodecFault`] when the blob is damaged or of a layout not known here.
pub fn decode(kind: ChannelKind, blob: &[u8]) -> Result<Channel, CodecFault> {
    let damaged = |what| CodecFault::Damaged { kind, what };
    let mut outer = Reader { kind, rest: blob };
    let version = outer.byte()?;
    if version != VERSION {
        return Err(CodecFault::UnknownVersion { found: version });
    }
    let length = usize::try_from(outer.varint()?).unwrap_or(usize::MAX);
    if length > BODY_MAX {
        return Err(damaged("longer than any recording"));
    }
    let body = zstd::bulk::decompress(outer.rest, length).map_err(|e| zstd_failed(&e))?;
    if body.len() != length {
        return Err(damaged("body has another length"));
    }
    let mut body = Reader { kind, rest: &body };
    let samples = body.length(2)?;
    let mut ms = Vec::with_capacity(samples);
    let mut time = 0_u32;
    for at in 0..samples {
        let difference = body.small()?;
        if at > 0 && difference == 0 {
            return Err(damaged("times do not rise"));
        }
        time = time.checked_add(difference).ok_or(damaged("a time is too large"))?;
        ms.push(time);
    }
    let divisor = i64::try_from(body.varint()?).map_err(|_| damaged("divisor is too large"))?;
    let scale = steps_per_unit(kind);
    let mut values = Vec::with_capacity(samples);
    let mut steps = 0_i64;
    for _ in 0..samples {
        let difference = unzigzag(body.varint()?).checked_mul(divisor);
        steps = difference.and_then(|d| steps.checked_add(d)).ok_or(damaged("a value is too large"))?;
        values.push(steps as f64 / scale);
    }
    let spans = body.length(2)?;
    let suspect = (0..spans)
        .map(|_| Ok(Span { from_ms: body.small()?, to_ms: body.small()? }))
        .collect::<Result<_, CodecFault>>()?;
    if !body.rest.is_empty() {
        return Err(damaged("bytes are left over"));
    }
    Ok(Channel { kind, ms, values, suspect })
}

fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

const fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)) as u64
}

const fn unzigzag(number: u64) -> i64 {
    (number >> 1) as i64 ^ -((number & 1) as i64)
}

const fn common_divisor(mut a: u64, mut b: u64) -> u64 {
    if a == 1 {
        return 1;
    }
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

struct Reader<'a> {
    kind: ChannelKind,
    rest: &'a [u8],
}

impl Reader<'_> {
    const fn damaged(&self, what: &'static str) -> CodecFault {
        CodecFault::Damaged { kind: self.kind, what }
    }

    fn byte(&mut self) -> Result<u8, CodecFault> {
        let (first, rest) = self.rest.split_first().ok_or(self.damaged("ends too early"))?;
        self.rest = rest;
        Ok(*first)
    }

    fn varint(&mut self) -> Result<u64, CodecFault> {
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

    fn small(&mut self) -> Result<u32, CodecFault> {
        u32::try_from(self.varint()?).map_err(|_| self.damaged("a number is too large"))
    }

    /// A number of things that take at least `bytes` each: never more than what is left can hold.
    fn length(&mut self, bytes: usize) -> Result<usize, CodecFault> {
        let length = usize::try_from(self.varint()?).unwrap_or(usize::MAX);
        if length > self.rest.len() / bytes {
            Err(self.damaged("holds fewer samples than it says"))
        } else {
            Ok(length)
        }
    }
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
            if let Ok(channel) = decode(ChannelKind::Altitude, &blob) {
                prop_assert!(channel.ms.is_sorted() && channel.ms.len() == channel.values.len());
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
