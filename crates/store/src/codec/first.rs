//! The first layout: every time and value a varint of its own. Read, no longer written.

use super::CodecFault;
use super::bytes::{Reader, unzigzag};

pub(super) const VERSION: u8 = 1;

/// Times as first value and differences; common divisor; values as zigzag differences in steps times the divisor.
pub(super) fn samples(body: &mut Reader<'_>) -> Result<(Vec<u32>, Vec<i64>), CodecFault> {
    let samples = body.length(2)?;
    let mut ms = Vec::with_capacity(samples);
    let mut time = 0_u32;
    for at in 0..samples {
        let difference = body.small()?;
        if at > 0 && difference == 0 {
            return Err(body.damaged("times do not rise"));
        }
        time = time.checked_add(difference).ok_or(body.damaged("a time is too large"))?;
        ms.push(time);
    }
    let divisor = i64::try_from(body.varint()?).map_err(|_| body.damaged("divisor is too large"))?;
    let mut values = Vec::with_capacity(samples);
    let mut steps = 0_i64;
    for _ in 0..samples {
        let difference = unzigzag(body.varint()?).checked_mul(divisor);
        steps = difference.and_then(|d| steps.checked_add(d)).ok_or(body.damaged("a value is too large"))?;
        values.push(steps);
    }
    Ok((ms, values))
}
