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
