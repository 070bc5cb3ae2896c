//! Times as XML formats write them: `2020-04-18T11:10:44.000Z`, with an offset, or without a zone.

use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, Utc};
use domain::recording::{Recording, Repair, RepairKind};

use crate::text::repair;

/// The largest offset a place on Earth has, seconds.
const MOST_OFFSET: i32 = 14 * 3600;

/// What a time says of its zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zone {
    /// UTC.
    Utc,
    /// So many seconds ahead of UTC.
    Ahead(i32),
    /// Nothing.
    Unsaid,
}

/// A wall clock and its zone; `None` for anything that is no time.
pub(super) fn written(text: &str) -> Option<(NaiveDateTime, Zone)> {
    let text = text.trim();
    let (date, rest) = (text.get(..10)?, text.get(10..)?);
    if !date.bytes().enumerate().all(|(i, b)| if matches!(i, 4 | 7) { b == b'-' } else { b.is_ascii_digit() }) {
        return None;
    }
    let date =
        NaiveDate::from_ymd_opt(i32::try_from(digits(&date[..4])?).ok()?, digits(&date[5..7])?, digits(&date[8..])?)?;
    let rest = rest.strip_prefix(['T', 't', ' '])?.trim_start();
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.' | ','))).unwrap_or(rest.len());
    let (time, zone) = rest.split_at(end);
    let mut parts = time.split(':');
    let (hour, minute) = (digits(parts.next()?)?, digits(parts.next()?)?);
    let (second, milli) = match parts.next() {
        None => (0, 0),
        Some(part) => match part.split_once(['.', ',']) {
            None => (digits(part)?, 0),
            Some((whole, fraction)) => (digits(whole)?, thousandths(fraction)?),
        },
    };
    if parts.next().is_some() || second > 60 {
        return None;
    }
    // A leap second is told as the first of the next minute.
    let time = date.and_hms_milli_opt(hour, minute, second.min(59), milli)?;
    let time = if second == 60 { time + Duration::seconds(1) } else { time };
    Some((time, self::zone(zone.trim())?))
}

fn zone(text: &str) -> Option<Zone> {
    let sign = match text.as_bytes().first() {
        None => return Some(Zone::Unsaid),
        Some(b'Z' | b'z') if text.len() == 1 => return Some(Zone::Utc),
        Some(b'+') => 1,
        Some(b'-') => -1,
        _ => return (text == "UTC" || text == "GMT").then_some(Zone::Utc),
    };
    let (hours, minutes) = match &text[1..] {
        rest if rest.contains(':') => rest.split_once(':')?,
        rest if rest.is_ascii() && rest.len() == 4 => rest.split_at(2),
        rest => (rest, "0"),
    };
    let seconds = i32::try_from(digits(hours)? * 3600 + digits(minutes)? * 60).ok()?;
    Some(Zone::Ahead(sign * seconds))
}

/// A number of at most four digits.
fn digits(text: &str) -> Option<u32> {
    ((1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The first three digits after the point.
fn thousandths(text: &str) -> Option<u32> {
    let all = text.bytes().all(|b| b.is_ascii_digit());
    all.then(|| text.bytes().chain(*b"000").take(3).fold(0, |sum, b| sum * 10 + u32::from(b - b'0')))
}

/// What the times of one activity say together of their zone.
#[derive(Debug, Default, Clone)]
pub(super) struct Clock {
    ahead: Option<i32>,
    unsaid: bool,
    nonsense: u32,
    unsaid_is_utc: bool,
}

impl Clock {
    /// For formats that demand UTC: a time without a zone is UTC.
    pub(super) fn utc() -> Clock {
        Clock { unsaid_is_utc: true, ..Clock::default() }
    }

    /// The moment; a time without a zone is taken as if it were UTC and remembered. An offset no place on Earth has is
    /// ignored.
    pub(super) fn read(&mut self, text: &str) -> Option<DateTime<Utc>> {
        let (time, zone) = written(text)?;
        match zone {
            Zone::Utc => {}
            Zone::Ahead(seconds) if seconds.abs() <= MOST_OFFSET => {
                self.ahead.get_or_insert(seconds);
                return (time.and_utc()).checked_sub_signed(Duration::seconds(i64::from(seconds)));
            }
            Zone::Ahead(_) => {
                self.nonsense += 1;
                self.unsaid |= !self.unsaid_is_utc;
            }
            Zone::Unsaid => self.unsaid |= !self.unsaid_is_utc,
        }
        Some(time.and_utc())
    }

    /// Notes in the recording what the times said, and tells what had to be assumed.
    pub(super) fn tell(&self, recording: &mut Recording, repairs: &mut Vec<Repair>) {
        recording.utc_offset_s = recording.utc_offset_s.or(self.ahead);
        recording.local_clock = self.unsaid;
        repairs.extend((self.nonsense > 0).then(|| repair(RepairKind::LocalOffset, self.nonsense as usize)));
        repairs.extend(self.unsaid.then(|| repair(RepairKind::LocalClock, 1)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Option<String> {
        Clock::default().read(text).map(|at| at.format("%Y-%m-%dT%H:%M:%S%.3f").to_string())
    }

    #[test]
    fn times_are_read_however_they_are_written() {
        let cases = [
            ("2020-04-18T11:10:44Z", "2020-04-18T11:10:44.000"),
            ("2020-04-18T11:10:44.000Z", "2020-04-18T11:10:44.000"),
            ("2020-04-18T11:10:44.98765Z", "2020-04-18T11:10:44.987"),
            ("2020-04-18 11:10:44,5 +0200", "2020-04-18T09:10:44.500"),
            ("2020-04-18T11:10:44+02:00", "2020-04-18T09:10:44.000"),
            ("2020-04-18T23:10:44-07:30", "2020-04-19T06:40:44.000"),
            ("2020-04-18T11:10:44+02", "2020-04-18T09:10:44.000"),
            ("2020-04-18T11:10", "2020-04-18T11:10:00.000"),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000"),
        ];
        for (text, expected) in cases {
            assert_eq!(utc(text).as_deref(), Some(expected), "{text}");
        }
        let wrong =
            ["", "2020-04-18", "18.04.2020 11:10", "2020-13-01T00:00:00Z", "2020-04-18T25:00:00Z", "20é0-04-18T1:1"];
        for text in wrong.into_iter().chain(["2020-04-18T11:10:44 CET", "2020-04-18T1:2:3:4", "2020-04-18T11:10:4-Z"]) {
            assert_eq!(utc(text), None, "{text}");
        }
    }

    #[test]
    fn zones_that_are_missing_or_impossible_are_told() {
        let mut clock = Clock::default();
        let mut repairs = Vec::new();
        let mut recording = Recording::default();
        clock.read("2020-04-18T11:10:44+01:00");
        clock.tell(&mut recording, &mut repairs);
        assert_eq!((recording.utc_offset_s, recording.local_clock, repairs.len()), (Some(3600), false, 0));
        clock.read("2020-04-18T11:10:44+20:00");
        clock.tell(&mut recording, &mut repairs);
        let kinds: Vec<RepairKind> = repairs.iter().map(|repair| repair.kind).collect();
        assert_eq!(kinds, vec![RepairKind::LocalOffset, RepairKind::LocalClock]);
        assert!(recording.local_clock);
        let mut clock = Clock::utc();
        clock.read("2020-04-18T11:10:44");
        clock.tell(&mut recording, &mut repairs);
        assert!(!recording.local_clock);
    }
}
