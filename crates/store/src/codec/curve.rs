//! A curve as a blob.
//!
//! Layout: version byte, varint length of the body, zstd frame of the body. Body: number of runs (varint) and for each run
//! its step and its count (varints), which together say the durations; then values and starts, each as a series (see
//! [`super::series`]). Durations stand as runs because they lie on a grid of few steps; the blob says the grid itself, so
//! that another grid needs no other layout.

use domain::measures::{Curve, Quantity};
use domain::recording::ChannelKind;
use science::mean_maximal::Best;

use super::bytes::{Reader, put};
use super::{CodecFault, ROUNDER, STEPS_MAX, series, zstd_failed};
use crate::zip;

const VERSION: u8 = 1;
/// Curves are small: the level costs little, and its tables pay.
const LEVEL: i32 = 3;
/// A body above this is damage, not a curve.
const BODY_MAX: usize = 1 << 20;
/// More points than this are damage: on the usual grid it would be a session of forty days.
const POINTS_MAX: usize = 1 << 16;

/// The channel whose name stands in a fault.
const fn channel(quantity: Quantity) -> ChannelKind {
    match quantity {
        Quantity::Power => ChannelKind::Power,
        Quantity::Speed => ChannelKind::Speed,
        Quantity::HeartRate => ChannelKind::HeartRate,
    }
}

/// Steps per unit: a tenth of a watt and of a beat, a millimetre a second. Finer than any sensor is true to.
const fn steps_per_unit(quantity: Quantity) -> f64 {
    match quantity {
        Quantity::Power | Quantity::HeartRate => 1e1,
        Quantity::Speed => 1e3,
    }
}

/// Packs a curve: values come back to within half a step, durations and starts exactly.
///
/// # Errors
/// [`CodecFault`] when durations do not rise or a value is not finite.
pub(crate) fn pack(curve: &Curve) -> Result<Vec<u8>, CodecFault> {
    let (kind, scale) = (channel(curve.quantity), steps_per_unit(curve.quantity));
    let mut values = Vec::with_capacity(curve.bests.len());
    for (at, best) in curve.bests.iter().enumerate() {
        let (value, steps) = (best.value, best.value * scale);
        if !value.is_finite() {
            return Err(CodecFault::NotFinite { kind, at });
        }
        if steps.abs() >= STEPS_MAX {
            return Err(CodecFault::OutOfRange { kind, at, value });
        }
        values.push((steps + ROUNDER).to_bits().cast_signed() - ROUNDER.to_bits().cast_signed());
    }
    let runs = runs(&curve.bests).map_err(|at| CodecFault::NotRising { kind, at })?;
    let starts: Vec<i64> = curve.bests.iter().map(|best| i64::from(best.start_s)).collect();
    let mut body = Vec::with_capacity(curve.bests.len() * 4 + 32);
    put(&mut body, runs.len() as u64);
    for (step, count) in runs {
        put(&mut body, u64::from(step));
        put(&mut body, u64::from(count));
    }
    series::put(&mut body, &values);
    series::put(&mut body, &starts);
    let frame = zip::pack(&body, LEVEL).map_err(|e| zstd_failed(&e))?;
    let mut blob = vec![VERSION];
    put(&mut blob, body.len() as u64);
    blob.extend_from_slice(&frame);
    Ok(blob)
}

/// Durations as (step, how often); the place of the first that is not longer than the one before as the error.
fn runs(bests: &[Best]) -> Result<Vec<(u32, u32)>, usize> {
    let mut runs: Vec<(u32, u32)> = Vec::new();
    let mut last = 0;
    for (at, best) in bests.iter().enumerate() {
        let step = best.seconds.checked_sub(last).filter(|step| *step > 0).ok_or(at)?;
        match runs.last_mut() {
            Some((same, count)) if *same == step => *count += 1,
            _ => runs.push((step, 1)),
        }
        last = best.seconds;
    }
    Ok(runs)
}

/// Unpacks a curve.
///
/// # Errors
/// [`CodecFault`] when the blob is damaged or of a layout not known here.
pub(crate) fn unpack(quantity: Quantity, blob: &[u8]) -> Result<Curve, CodecFault> {
    let kind = channel(quantity);
    let mut outer = Reader { kind, rest: blob };
    let found = outer.byte()?;
    if found != VERSION {
        return Err(CodecFault::UnknownVersion { found });
    }
    let length = usize::try_from(outer.varint()?).unwrap_or(usize::MAX);
    if length > BODY_MAX {
        return Err(outer.damaged("longer than any curve"));
    }
    let body = zip::unpack(outer.rest, length).map_err(|e| zstd_failed(&e))?;
    if body.len() != length {
        return Err(outer.damaged("body has another length"));
    }
    let mut body = Reader { kind, rest: &body };
    let mut durations: Vec<u32> = Vec::new();
    let mut last = 0_u32;
    for _ in 0..body.length(2)? {
        let (step, count) = (body.small()?, body.small()?);
        if step == 0 {
            return Err(body.damaged("durations do not rise"));
        }
        // A run takes few bytes however long it is, so that the bytes that are left do not bound it.
        if count as usize > POINTS_MAX - durations.len() {
            return Err(body.damaged("more points than any curve"));
        }
        for _ in 0..count {
            last = last.checked_add(step).ok_or(body.damaged("a duration is too large"))?;
            durations.push(last);
        }
    }
    let scale = steps_per_unit(quantity);
    let values = series::read(&mut body, durations.len())?;
    let starts = series::read(&mut body, durations.len())?;
    if !body.rest.is_empty() {
        return Err(body.damaged("bytes are left over"));
    }
    let bests = durations.into_iter().zip(values).zip(starts).map(|((seconds, steps), start)| {
        let start_s = u32::try_from(start).map_err(|_| body.damaged("a start is out of range"))?;
        Ok(Best { seconds, value: steps as f64 / scale, start_s })
    });
    Ok(Curve { quantity, bests: bests.collect::<Result<_, CodecFault>>()? })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn curves() -> impl Strategy<Value = Curve> {
        let quantity = proptest::sample::select(Quantity::ALL.to_vec());
        let points = proptest::collection::btree_map(1..100_000_u32, (0.0..3000.0_f64, any::<u32>()), 0..200);
        (quantity, points).prop_map(|(quantity, points)| Curve {
            quantity,
            bests: points.into_iter().map(|(seconds, (value, start_s))| Best { seconds, value, start_s }).collect(),
        })
    }

    /// A curve as a session of four hours leaves it: falling values, starts that stay for a while and jump.
    fn ride() -> Curve {
        let bests = science::mean_maximal::durations(4 * 3600).into_iter().map(|seconds| Best {
            seconds,
            value: 210.0 + 12_000.0 / (f64::from(seconds) + 20.0) + f64::from(seconds * 7_919 % 13) * 0.05,
            start_s: 1_800 + (seconds * 48_271) % 90 - seconds.min(1_200) / 7 * 7,
        });
        Curve { quantity: Quantity::Power, bests: bests.collect() }
    }

    proptest! {
        #[test]
        fn a_curve_comes_back_with_its_durations_and_starts_and_values_within_half_a_step(curve in curves()) {
            let back = unpack(curve.quantity, &pack(&curve).expect("packs")).expect("unpacks");
            prop_assert_eq!(back.bests.len(), curve.bests.len());
            let half = 0.5 / steps_per_unit(curve.quantity) + 1e-9;
            for (kept, given) in back.bests.iter().zip(&curve.bests) {
                prop_assert_eq!((kept.seconds, kept.start_s), (given.seconds, given.start_s));
                prop_assert!((kept.value - given.value).abs() <= half, "{} for {}", kept.value, given.value);
            }
            prop_assert_eq!(&unpack(back.quantity, &pack(&back).expect("packs")).expect("unpacks"), &back, "packing again changes nothing");
        }

        #[test]
        fn any_bytes_are_a_curve_or_a_fault_and_never_a_panic(body in proptest::collection::vec(any::<u8>(), 0..200)) {
            let _ = unpack(Quantity::Power, &body);
            let mut blob = vec![VERSION];
            put(&mut blob, body.len() as u64);
            blob.extend(zstd::bulk::compress(&body, LEVEL).expect("packs"));
            if let Ok(curve) = unpack(Quantity::Speed, &blob) {
                prop_assert!(curve.bests.is_sorted_by(|a, b| a.seconds < b.seconds));
            }
        }

        #[test]
        fn a_cut_curve_is_a_fault(curve in curves(), share in 0.0..1.0_f64) {
            let blob = pack(&curve).expect("packs");
            let cut = (blob.len() as f64 * share) as usize;
            prop_assert!(unpack(curve.quantity, &blob[..cut]).is_err());
        }
    }

    #[test]
    fn a_curve_that_is_the_same_everywhere_comes_back() {
        let best = |seconds| Best { seconds, value: 150.0, start_s: 0 };
        for bests in [Vec::new(), (1..=5000).map(best).collect()] {
            let curve = Curve { quantity: Quantity::HeartRate, bests };
            assert_eq!(unpack(curve.quantity, &pack(&curve).expect("packs")), Ok(curve));
        }
    }

    #[test]
    fn the_curve_of_four_hours_takes_little_room() {
        let (curve, blob) = (ride(), pack(&ride()).expect("packs"));
        assert!(blob.len() < 3 * curve.bests.len(), "{} bytes for {} points", blob.len(), curve.bests.len());
    }

    #[test]
    fn durations_that_do_not_rise_and_values_that_are_no_numbers_are_refused() {
        let best = |seconds, value| Best { seconds, value, start_s: 0 };
        let refused = |bests| pack(&Curve { quantity: Quantity::Power, bests });
        let kind = ChannelKind::Power;
        assert_eq!(refused(vec![best(5, 1.0), best(5, 1.0)]), Err(CodecFault::NotRising { kind, at: 1 }));
        assert_eq!(refused(vec![best(0, 1.0)]), Err(CodecFault::NotRising { kind, at: 0 }));
        assert_eq!(refused(vec![best(1, f64::NAN)]), Err(CodecFault::NotFinite { kind, at: 0 }));
        assert!(matches!(refused(vec![best(1, 1e300)]), Err(CodecFault::OutOfRange { at: 0, .. })));
    }
}
