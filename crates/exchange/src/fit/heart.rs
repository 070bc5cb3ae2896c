//! Heart rate that a strap stored while its watch was out of reach (swimming): `hr` messages with the strap's own clock.

use super::message::{Message, hr, num};

/// Ticks of the strap's clock per second.
const TICKS: f64 = 1024.0;

/// Beats per minute at device times (seconds, with fraction), in the order of the file.
pub(super) fn stored(messages: &[Message]) -> Vec<(f64, f64)> {
    let mut out = Vec::new();
    // The strap's clock in ticks, and the device time at which it read zero.
    let mut ticks: i64 = 0;
    let mut zero: Option<f64> = None;
    for message in messages.iter().filter(|m| m.num == num::HR) {
        let whole = message.list(hr::EVENT_TIME);
        let mut times: Vec<i64> = whole.iter().flatten().map(|v| *v as i64).collect();
        if let (Some(at), Some(first)) = (message.time(), times.first()) {
            let fraction = message.scaled(hr::FRACTION, 32_768.0).unwrap_or(0.0);
            zero = Some(at as f64 + fraction - *first as f64 / TICKS);
        }
        if let Some(last) = times.last() {
            ticks = *last;
        }
        for low in twelve_bit(&message.list(hr::EVENT_TIME_12)) {
            ticks += (low - (ticks & 0xfff)).rem_euclid(0x1000);
            times.push(ticks);
        }
        let Some(zero) = zero else { continue };
        for (tick, bpm) in times.iter().zip(message.list(hr::BPM)) {
            if let Some(bpm) = bpm.filter(|bpm| *bpm > 0.0) {
                out.push((zero + *tick as f64 / TICKS, bpm));
            }
        }
    }
    out
}

/// Twelve-bit numbers packed low bits first into bytes.
fn twelve_bit(bytes: &[Option<f64>]) -> Vec<i64> {
    let bytes: Vec<i64> = bytes.iter().map(|b| b.unwrap_or(255.0) as i64).collect();
    let mut out = Vec::with_capacity(bytes.len() * 2 / 3);
    for three in bytes.chunks(3) {
        if let [a, b, rest @ ..] = three {
            out.push(a | (b & 0x0f) << 8);
            if let [c] = rest {
                out.push(b >> 4 | c << 4);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::message::{Cell, TIMESTAMP};

    fn message(fields: Vec<(u8, Cell)>) -> Message {
        Message { num: num::HR, fields }
    }

    #[test]
    fn packed_times_count_on_from_the_anchor_through_a_rollover() {
        let list = |values: &[f64]| Cell::List(values.iter().map(|v| Some(*v)).collect());
        let anchor = message(vec![
            (TIMESTAMP, Cell::Number(1_000_000_000.0)),
            (hr::FRACTION, Cell::Number(16_384.0)),
            (hr::EVENT_TIME, Cell::Number(4000.0)),
            (hr::BPM, Cell::Number(100.0)),
        ]);
        // 4000 + 1024 = 5024 -> low bits 928; then + 1024 -> 1952.
        let (a, b) = (928_i64, 1952_i64);
        let packed = [a & 0xff, a >> 8 | (b & 0x0f) << 4, b >> 4].map(|v| v as f64);
        let next = message(vec![(hr::EVENT_TIME_12, list(&packed)), (hr::BPM, list(&[101.0, 102.0]))]);
        assert_eq!(
            stored(&[anchor, next]),
            vec![(1_000_000_000.5, 100.0), (1_000_000_001.5, 101.0), (1_000_000_002.5, 102.0)]
        );
    }

    #[test]
    fn beats_without_an_anchor_have_no_time_and_are_left_out() {
        let next = message(vec![
            (hr::EVENT_TIME_12, Cell::List(vec![Some(1.0), Some(2.0), Some(3.0)])),
            (hr::BPM, Cell::List(vec![Some(90.0), Some(91.0)])),
        ]);
        assert!(stored(&[next]).is_empty());
    }
}
