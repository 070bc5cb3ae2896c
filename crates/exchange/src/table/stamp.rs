//! When something was recorded: from a cell, or from the name of a file or its folders.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};

/// A moment as a cell writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Moment {
    /// Milliseconds of the epoch.
    Utc(i64),
    /// Milliseconds of a wall clock, as if it were UTC.
    Local(i64),
}

/// Years in which devices recorded.
const YEARS: std::ops::RangeInclusive<i32> = 1980..=2100;

/// `2026-03-01T06:30:00Z`, `2026-03-01 06:30:00.5`, `2026-03-01T06:30:00+01:00`, seconds or milliseconds of the epoch.
pub(super) fn moment(cell: &str) -> Option<Moment> {
    let cell = cell.trim();
    if cell.len() >= 10 && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        let number: f64 = cell.parse().ok()?;
        // Seconds from 2001 to 2100, or the same in milliseconds.
        return match number {
            1e9..4.2e9 => Some(Moment::Utc((number * 1000.0).round() as i64)),
            1e12..4.2e12 => Some(Moment::Utc(number.round() as i64)),
            _ => None,
        };
    }
    if let Ok(when) =
        DateTime::parse_from_rfc3339(cell).or_else(|_| DateTime::parse_from_str(cell, "%Y-%m-%d %H:%M:%S%.f %z"))
    {
        return Some(Moment::Utc(when.timestamp_millis()));
    }
    let forms = [
        "%Y-%m-%dT%H:%M:%S%.f",
        "%Y-%m-%d %H:%M:%S%.f",
        "%Y/%m/%d %H:%M:%S%.f",
        "%d.%m.%Y %H:%M:%S%.f",
        "%Y-%m-%d %H:%M",
    ];
    let local = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(cell, form).ok())?;
    Some(Moment::Local(local.and_utc().timestamp_millis()))
}

/// The date, and the time of day if there is one, in a name: `2009_07_10_17_55_06.csv`, `Ada/2026-03-01.txt`,
/// `20260301-063000.csv`. The last part of the name that holds one counts.
pub(super) fn in_name(name: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    name.rsplit(['/', '\\']).find_map(in_part)
}

fn in_part(part: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let bytes = part.as_bytes();
    let starts = (0..bytes.len()).filter(|at| bytes[*at].is_ascii_digit());
    let own = starts.filter(|at| at.checked_sub(1).is_none_or(|before| !bytes[before].is_ascii_digit()));
    own.take(200).find_map(|at| {
        let mut rest = Digits { bytes: &bytes[at..] };
        let year = i32::try_from(rest.take(4)?).ok().filter(|year| YEARS.contains(year))?;
        rest.separator();
        let month = rest.up_to_two()?;
        rest.separator();
        let date = NaiveDate::from_ymd_opt(year, month, rest.up_to_two()?)?;
        rest.separator();
        let time = || {
            let hour = rest.take(2)?;
            rest.separator();
            let minute = rest.take(2)?;
            rest.separator();
            NaiveTime::from_hms_opt(hour, minute, rest.take(2).unwrap_or(0))
        };
        Some((date, { time }()))
    })
}

/// Digits in a row, taken from the front.
struct Digits<'a> {
    bytes: &'a [u8],
}

impl Digits<'_> {
    fn take(&mut self, count: usize) -> Option<u32> {
        let digits = self.bytes.get(..count)?;
        let number =
            std::str::from_utf8(digits).ok().filter(|text| text.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
        self.bytes = &self.bytes[count..];
        Some(number)
    }

    fn up_to_two(&mut self) -> Option<u32> {
        self.take(2).or_else(|| self.take(1))
    }

    fn separator(&mut self) {
        if let Some((b'-' | b'_' | b'.' | b' ' | b':' | b'T' | b't', rest)) = self.bytes.split_first() {
            self.bytes = rest;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_give_dates_and_times() {
        for (name, date, time) in [
            ("2009_07_10_17_55_06.csv", Some((2009, 7, 10)), Some((17, 55, 6))),
            ("090_Club_2009_07_10_17_55_06.csv", Some((2009, 7, 10)), Some((17, 55, 6))),
            ("20260301-063000.csv", Some((2026, 3, 1)), Some((6, 30, 0))),
            ("20260301T0630.csv", Some((2026, 3, 1)), Some((6, 30, 0))),
            ("Ada/2026-03-01.txt", Some((2026, 3, 1)), None),
            ("2026-03-01/RR.csv", Some((2026, 3, 1)), None),
            ("2017-09-06 06-23-22.txt", Some((2017, 9, 6)), Some((6, 23, 22))),
            ("2018_7_8_rr.csv", Some((2018, 7, 8)), None),
            ("RR.csv", None, None),
            ("12345678901234.csv", None, None),
            ("2026-13-45.csv", None, None),
        ] {
            let expected = date.and_then(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d));
            let time = time.and_then(|(h, m, s)| NaiveTime::from_hms_opt(h, m, s));
            assert_eq!(in_name(name), expected.map(|date| (date, time)), "{name}");
        }
    }

    #[test]
    fn moments_are_told_with_and_without_a_zone() {
        for (cell, expected) in [
            ("2026-03-01T06:30:00Z", Some(Moment::Utc(1_772_346_600_000))),
            ("2026-03-01T07:30:00+01:00", Some(Moment::Utc(1_772_346_600_000))),
            ("2026-03-01 06:30:00.5", Some(Moment::Local(1_772_346_600_500))),
            ("1772346600", Some(Moment::Utc(1_772_346_600_000))),
            ("1772346600000", Some(Moment::Utc(1_772_346_600_000))),
            ("2026-03-01", None),
            ("120", None),
        ] {
            assert_eq!(moment(cell), expected, "{cell}");
        }
    }
}
