//! A series of whole numbers as the differences from one to the next.
//!
//! Layout: first number (zigzag varint); common divisor of the differences (varint); width in bytes of the widest
//! (one byte); then the lowest byte of every difference, then the second of every one, and so on. Differences are divided
//! and zigzag. Bytes that mean the same lie together, so that zstd finds the empty upper ones and packs the rest well. The
//! number of numbers is known from elsewhere; a series of none takes no room.

use super::CodecFault;
use super::bytes::{self, Reader, unzigzag, zigzag};

pub(super) fn put(body: &mut Vec<u8>, numbers: &[i64]) {
    let Some(first) = numbers.first() else { return };
    let differences: Vec<i64> = numbers.windows(2).map(|pair| pair[1] - pair[0]).collect();
    // Devices record in coarser steps than ours (whole beats, fifths of a metre): the divisor takes that out again.
    let divisor = common_divisor(&differences);
    let scaled: Vec<u64> = differences
        .iter()
        .map(|difference| {
            let size = divisor.divide(difference.unsigned_abs());
            zigzag(if *difference < 0 { -size.cast_signed() } else { size.cast_signed() })
        })
        .collect();
    let bits = 64 - scaled.iter().fold(0, |all, d| all | d).leading_zeros();
    let width = bits.div_ceil(8);
    bytes::put(body, zigzag(*first));
    bytes::put(body, divisor.by);
    body.push(width as u8);
    for byte in 0..width {
        body.extend(scaled.iter().map(|d| (d >> (8 * byte)) as u8));
    }
}

pub(super) fn read(body: &mut Reader<'_>, numbers: usize) -> Result<Vec<i64>, CodecFault> {
    if numbers == 0 {
        return Ok(Vec::new());
    }
    let first = unzigzag(body.varint()?);
    let divisor = i64::try_from(body.varint()?).map_err(|_| body.damaged("divisor is too large"))?;
    let width = usize::from(body.byte()?);
    let differences = numbers - 1;
    let taken = width.checked_mul(differences).filter(|taken| width <= 8 && *taken <= body.rest.len());
    let (planes, rest) = body.rest.split_at(taken.ok_or(body.damaged("holds fewer samples than it says"))?);
    body.rest = rest;
    let mut scaled = vec![0_u64; differences];
    for (byte, plane) in planes.chunks_exact(differences.max(1)).enumerate() {
        for (number, part) in scaled.iter_mut().zip(plane) {
            *number |= u64::from(*part) << (8 * byte);
        }
    }
    let mut series = Vec::with_capacity(numbers);
    let mut number = first;
    series.push(number);
    for scaled in scaled {
        let difference = unzigzag(scaled).checked_mul(divisor);
        number = difference.and_then(|d| number.checked_add(d)).ok_or(body.damaged("a value is too large"))?;
        series.push(number);
    }
    Ok(series)
}

/// A whole number to divide by many times: for numbers below 2^32 with a multiplication in place of each division
/// (Lemire, Kaser & Kurz 2019, "Faster remainder by direct computation").
struct Divisor {
    by: u64,
    /// 2^64 divided by it, rounded up; `None` where the short way does not reach.
    inverse: Option<u64>,
}

impl Divisor {
    fn new(by: u64) -> Divisor {
        let reached = (2..=u64::from(u32::MAX)).contains(&by);
        Divisor { by, inverse: reached.then(|| u64::MAX / by + 1) }
    }

    const fn divides(&self, number: u64) -> bool {
        match self.inverse {
            Some(inverse) if number <= u32::MAX as u64 => number.wrapping_mul(inverse) < inverse,
            _ => number.is_multiple_of(self.by),
        }
    }

    const fn divide(&self, number: u64) -> u64 {
        match self.inverse {
            Some(inverse) if number <= u32::MAX as u64 => ((number as u128 * inverse as u128) >> 64) as u64,
            _ => number / self.by,
        }
    }
}

/// The greatest number that divides all, 1 if there is none.
fn common_divisor(differences: &[i64]) -> Divisor {
    let Some(first) = differences.iter().map(|d| d.unsigned_abs()).find(|size| *size > 0) else {
        return Divisor::new(1);
    };
    let mut divisor = Divisor::new(first);
    for size in differences.iter().map(|d| d.unsigned_abs()) {
        if divisor.by == 1 {
            break;
        }
        if !divisor.divides(size) {
            let (mut a, mut b) = (divisor.by, size);
            while b != 0 {
                (a, b) = (b, a % b);
            }
            divisor = Divisor::new(a);
        }
    }
    divisor
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn dividing_the_short_way_is_dividing(by in 1..=u64::from(u32::MAX), times in any::<u32>(), off in 0..3_u64, any in any::<u64>()) {
            let divisor = Divisor::new(by);
            let near = by.saturating_mul(u64::from(times) % 5) + off;
            for number in [u64::from(times), near, any, 0, by, u64::from(u32::MAX)] {
                prop_assert_eq!(divisor.divides(number), number % by == 0, "{} by {}", number, by);
                prop_assert_eq!(divisor.divide(number), number / by, "{} by {}", number, by);
            }
        }

        #[test]
        fn the_common_divisor_divides_all_and_is_the_greatest(numbers in proptest::collection::vec(-60_i64..60, 0..9), by in 1..200_i64) {
            let multiples: Vec<i64> = numbers.iter().map(|n| n * by).collect();
            let divisor = common_divisor(&multiples).by as i64;
            prop_assert!(multiples.iter().all(|n| n % divisor == 0));
            let nothing = numbers.iter().all(|n| *n == 0);
            prop_assert!(if nothing { divisor == 1 } else { divisor % by == 0 }, "{} of multiples of {}", divisor, by);
        }
    }
}
