//! Polar HRM, versions 1.02 to 1.07: sections in brackets, parameters as `Key=value`, one row of `[HRData]` each interval.
//!
//! Source: Polar HRM2 file format description 1.4 (2009). Its clock is the watch's own; the file names no zone.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::recording::{ChannelKind, Lap, Recording, RepairKind, Span};
use domain::sport::Sport;
use domain::unit::{Meters, Seconds};

use super::{clock, decode, number, repair};
use crate::track::Track;
use crate::{Content, ExchangeFault, Format, Parsed};

/// The interval that stands for beat intervals instead of rows at a fixed step.
const RR: f64 = 238.0;
/// The interval that stands for lap times alone.
const LAPS_ONLY: f64 = 204.0;
/// The longest step between rows that a watch has, seconds.
const LONGEST_STEP: f64 = 600.0;
const METERS_IN_MILE: f64 = 1609.344;
const METERS_IN_FOOT: f64 = 0.3048;
const METERS_IN_YARD: f64 = 0.9144;

type Sections<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// Reads an HRM file.
///
/// # Errors
/// [`ExchangeFault::BrokenText`] without parameters, [`ExchangeFault::NoDate`] without a date,
/// [`ExchangeFault::NoActivity`] with neither rows nor a length.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let (text, encoding) = decode(bytes)?;
    let sections = sections(&text);
    let Some(params) = sections.get("Params") else {
        return Err(ExchangeFault::BrokenText { format: "hrm", at_byte: 0 });
    };
    let params: BTreeMap<String, &str> = params
        .iter()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.trim().to_ascii_lowercase(), value.trim()))
        .collect();
    let param = |key: &str| params.get(key).copied().unwrap_or_default();
    let start = start(param("date"), param("starttime")).ok_or(ExchangeFault::NoDate)?;
    let length = clock(param("length"), true).unwrap_or(0.0);
    let columns = Columns::of(param("smode"), param("mode"));
    let rows: &[&str] = sections.get("HRData").map_or(&[], Vec::as_slice);
    if rows.is_empty() && length <= 0.0 {
        return Err(ExchangeFault::NoActivity { messages: 0 });
    }

    let interval = number(param("interval")).unwrap_or(0.0);
    let mut repairs = Vec::new();
    let mut track = Track::new();
    let mut bad = 0;
    let mut distance = 0.0;
    // Milliseconds since the start: of the next row, or of the beat that ended the last interval.
    let mut at_ms = if interval == RR { number(param("startdelay")).unwrap_or(0.0).clamp(0.0, 3.6e6) } else { 0.0 };
    let step_ms = if (1.0..=LONGEST_STEP).contains(&interval) && interval != RR && interval != LAPS_ONLY {
        interval * 1000.0
    } else {
        if interval != RR && !rows.is_empty() {
            repairs.push(repair(RepairKind::TimesSpread, rows.len()));
        }
        if length > 0.0 { 1000.0 * length / rows.len().max(1) as f64 } else { 1000.0 }
    };
    for row in rows {
        let cells: Option<Vec<f64>> = row.split_whitespace().map(number).collect();
        let Some(cells) = cells.filter(|cells| !cells.is_empty()) else {
            bad += 1;
            at_ms += if interval == RR { 0.0 } else { step_ms };
            continue;
        };
        if interval == RR {
            at_ms += cells[0].max(0.0);
            let beat = (cells[0] > 0.0).then_some((ChannelKind::RrInterval, cells[0]));
            if let Some(when) = after(start, at_ms) {
                track.at(when, beat.as_slice());
            }
        } else {
            let values = columns.values(&cells);
            distance +=
                values.iter().find(|(kind, _)| *kind == ChannelKind::Speed).map_or(0.0, |(_, v)| v * step_ms / 1e3);
            if let Some(when) = after(start, at_ms) {
                track.at(when, &values);
            }
            at_ms += step_ms;
        }
    }
    if bad > 0 {
        repairs.push(repair(RepairKind::ValueLeftOut, bad));
    }
    let comment = sections.get("Note").map(|lines| lines.join("\n")).filter(|note| !note.is_empty());
    let trip = sections.get("Trip").and_then(|lines| number(lines.first()?)).filter(|tenths| *tenths > 0.0);
    // The trip counts in tenths of a kilometre; the rows are finer where they hold speed.
    let metres =
        if distance > 0.0 { Some(distance) } else { trip.map(|tenths| tenths * 100.0 * columns.kilometre / 1000.0) };
    let seconds = if length > 0.0 { length } else { at_ms / 1000.0 };
    let about = Recording {
        sport: if columns.cadence || columns.power { Sport::Ride } else { Sport::Other },
        timer: Seconds(seconds),
        elapsed: Seconds(seconds),
        distance: metres.map(Meters),
        laps: laps(&sections, seconds, columns.imperial),
        local_clock: true,
        comment,
        ..Recording::default()
    };
    let (recording, made) = track.finish(about, Some(start));
    repairs.extend(made);
    repairs.push(repair(RepairKind::LocalClock, 1));
    let contents = vec![Content::Activity { recording, repairs }];
    Ok(Parsed { format: Format::Hrm, contents, repairs: encoding.into_iter().collect(), notes: Vec::new() })
}

fn sections(text: &str) -> Sections<'_> {
    let mut sections = Sections::new();
    let mut current: Option<&str> = None;
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            current = Some(name);
            sections.entry(name).or_default();
        } else if let Some(lines) = current.and_then(|name| sections.get_mut(name)) {
            lines.push(line);
        }
    }
    sections
}

/// `20150312` and `12:42:43.0`; without a time of day, midnight.
fn start(date: &str, time: &str) -> Option<DateTime<Utc>> {
    let date = NaiveDate::parse_from_str(date, "%Y%m%d").ok()?;
    let seconds = clock(time, true).filter(|seconds| *seconds < 86_400.0).unwrap_or(0.0);
    after(date.and_time(NaiveTime::MIN).and_utc(), seconds * 1000.0)
}

fn after(start: DateTime<Utc>, ms: f64) -> Option<DateTime<Utc>> {
    start.checked_add_signed(TimeDelta::try_milliseconds(ms.round() as i64)?)
}

/// What each row holds, in the order of its cells.
struct Columns {
    speed: bool,
    cadence: bool,
    altitude: bool,
    power: bool,
    balance: bool,
    imperial: bool,
    /// Metres in the file's kilometre (or mile).
    kilometre: f64,
}

impl Columns {
    /// From `SMode` (1.06 and later: speed, cadence, altitude, power, balance, index, cycling, US units) or `Mode` (before:
    /// 0 cadence or 1 altitude, cycling data, US units).
    fn of(smode: &str, mode: &str) -> Columns {
        let bit = |text: &str, at: usize| text.as_bytes().get(at) == Some(&b'1');
        let columns = |speed, cadence, altitude, power, balance, imperial| Columns {
            speed,
            cadence,
            altitude,
            power,
            balance,
            imperial,
            kilometre: if imperial { METERS_IN_MILE } else { 1000.0 },
        };
        if smode.is_empty() {
            let cycling = bit(mode, 1);
            let cadence = cycling && mode.starts_with('0');
            columns(cycling, cadence, bit(mode, 0), false, false, bit(mode, 2))
        } else {
            let power = bit(smode, 3);
            let balance = power && (bit(smode, 4) || bit(smode, 5));
            columns(bit(smode, 0), bit(smode, 1), bit(smode, 2), power, balance, bit(smode, 7))
        }
    }

    /// The measured values of a row. A heart rate of zero was not measured; other zeros are.
    fn values(&self, cells: &[f64]) -> Vec<(ChannelKind, f64)> {
        let mut cells = cells.iter().copied();
        let mut values = Vec::with_capacity(6);
        values.extend(cells.next().filter(|hr| *hr > 0.0).map(|hr| (ChannelKind::HeartRate, hr)));
        let mut next = |wanted: bool| if wanted { cells.next() } else { None };
        // Tenths of a kilometre (or mile) an hour.
        let speed = next(self.speed).map(|tenths| tenths / 10.0 * self.kilometre / 3600.0);
        let cadence = next(self.cadence);
        let altitude = next(self.altitude).map(|up| if self.imperial { up * METERS_IN_FOOT } else { up });
        let power = next(self.power);
        let left = next(self.balance).map(|both| f64::from(both.clamp(0.0, 65_535.0) as u32 & 0xff));
        values.extend(speed.filter(|v| *v >= 0.0).map(|v| (ChannelKind::Speed, v)));
        values.extend(cadence.filter(|v| *v >= 0.0).map(|v| (ChannelKind::Cadence, v)));
        values.extend(altitude.map(|v| (ChannelKind::Altitude, v)));
        values.extend(power.filter(|v| *v >= 0.0).map(|v| (ChannelKind::Power, v)));
        let pedalled = power.is_some_and(|power| power > 0.0);
        values.extend(left.filter(|v| pedalled && (1.0..=99.0).contains(v)).map(|v| (ChannelKind::LeftBalance, v)));
        values
    }
}

/// Laps by the moment each was closed; a last one up to the end if the watch did not close it.
fn laps(sections: &Sections<'_>, seconds: f64, imperial: bool) -> Vec<Lap> {
    let lines = sections.get("IntTimes").map_or(&[][..], Vec::as_slice);
    let mut laps: Vec<Lap> = Vec::new();
    let mut row = 0;
    for line in lines {
        let mut cells = line.split_whitespace();
        let first = cells.next().unwrap_or_default();
        if let Some(end) = first.contains(':').then(|| clock(first, true)).flatten() {
            let from = laps.last().map_or(0.0, |lap| f64::from(lap.span.to_ms) / 1000.0);
            row = 0;
            if end > from {
                laps.push(lap(from, end));
            }
        } else {
            row += 1;
            // The fourth line of a lap holds its kind, then its length.
            let length = if row == 3 { cells.next().and_then(number).filter(|v| *v > 0.0) } else { None };
            if let (Some(length), Some(lap)) = (length, laps.last_mut()) {
                lap.distance = Some(Meters(if imperial { length * METERS_IN_YARD } else { length }));
            }
        }
    }
    if let Some(end) = laps.last().map(|lap| f64::from(lap.span.to_ms) / 1000.0).filter(|end| end + 1.0 < seconds) {
        laps.push(lap(end, seconds));
    }
    laps
}

fn lap(from: f64, to: f64) -> Lap {
    let span = Span { from_ms: (from * 1000.0).round() as u32, to_ms: (to * 1000.0).round() as u32 };
    Lap { span, timer: Seconds(span.seconds()), distance: None }
}
