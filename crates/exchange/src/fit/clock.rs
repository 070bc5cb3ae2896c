//! The format's clock: seconds since the end of 1989, or since power-on where the device did not know the time.

use chrono::{DateTime, Utc};

/// 1989-12-31 00:00:00 UTC in Unix seconds.
const EPOCH: i64 = 631_065_600;

/// Below this a time counts seconds since power-on.
const SINCE_POWER_ON: i64 = 0x1000_0000;

/// The largest offset a place on Earth has, seconds.
const MOST_OFFSET: i64 = 14 * 3600;

/// Whether a time counts from power-on.
pub(super) const fn since_power_on(seconds: i64) -> bool {
    seconds < SINCE_POWER_ON
}

/// A device time in UTC.
pub(super) fn instant(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(EPOCH + seconds, 0).unwrap_or_default()
}

/// Whether a local time can belong to a UTC time.
pub(super) const fn plausible_offset(local: i64, utc: i64) -> bool {
    let offset = local - utc;
    offset >= -MOST_OFFSET && offset <= MOST_OFFSET
}

/// Seconds a local clock was ahead of UTC: a whole number of quarter hours, as every zone has; `None` if it is none.
pub(super) const fn offset(local: i64, utc: i64) -> Option<i32> {
    const QUARTER: i64 = 900;
    // Devices set their local clock by hand or write it a while before or after the other.
    const SLACK: i64 = 300;
    if since_power_on(utc) || !plausible_offset(local, utc) {
        return None;
    }
    let offset = local - utc;
    let nearest = (offset + QUARTER / 2).div_euclid(QUARTER) * QUARTER;
    if (offset - nearest).abs() <= SLACK { Some(nearest as i32) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_offset_is_a_whole_number_of_quarter_hours_within_a_day_of_zones() {
        let utc = 1_000_000_000;
        let cases = [
            (3600, Some(3600)),
            (-12_600, Some(-12_600)),
            (20_700, Some(20_700)),
            (3603, Some(3600)),
            (-18_002, Some(-18_000)),
            (216, Some(0)),
            (450, None),
            (15 * 3600, None),
            (-876_000_000, None),
        ];
        for (ahead, expected) in cases {
            assert_eq!(offset(utc + ahead, utc), expected, "{ahead}");
        }
        assert_eq!(offset(7200, 3600), None, "a clock since power-on says nothing");
    }
}
