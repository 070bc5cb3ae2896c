//! Tables of samples: one row a moment of one activity.

use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use csv::StringRecord;
use domain::recording::{ChannelKind, Lap, Recording, Repair, RepairKind, Span};
use domain::sport::Sport;
use domain::unit::Seconds;

use super::axis::{self, Sample, Time};
use super::sheet::{Sheet, is_blank};
use super::stamp::{self, Moment};
use crate::text::{clock, number, repair};
use crate::track::Track;
use crate::{Content, ExchangeFault, Format, Parsed};

/// What the columns of a table of samples are.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Axes {
    time: (usize, Time),
    /// A column of moments beside times since the start, which are finer.
    anchor: Option<usize>,
    samples: Vec<(usize, ChannelKind, f64)>,
    unknown: Vec<(usize, ChannelKind)>,
    lap: Option<usize>,
}

/// A time as a cell tells it, milliseconds.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Told {
    At(Moment),
    Since(i64),
}

/// More time than this between two rows, most of the time, is no recording, seconds.
const SLOWEST: i64 = 300;
/// A span longer than this is no activity, milliseconds.
const LONGEST_MS: i64 = 14 * 86_400_000;

/// The axes of a table of samples; `None` for any other table.
pub(super) fn axes(sheet: &Sheet<'_>) -> Option<Axes> {
    let times = sheet.plain.iter().enumerate().filter_map(|(at, plain)| Some((at, axis::time(plain)?)));
    let mut samples: Vec<(usize, ChannelKind, f64)> = Vec::new();
    let (mut unknown, mut lap): (Vec<(usize, ChannelKind)>, _) = (Vec::new(), None);
    for (at, plain) in sheet.plain.iter().enumerate() {
        match axis::sample(plain) {
            Some(Sample::Channel(kind, factor)) if !samples.iter().any(|(_, known, _)| *known == kind) => {
                samples.push((at, kind, factor));
            }
            Some(Sample::UnitUnknown(kind)) => unknown.push((at, kind)),
            Some(Sample::Lap) => lap = lap.or(Some(at)),
            _ => {}
        }
    }
    unknown.retain(|(_, kind)| !samples.iter().any(|(_, known, _)| known == kind));
    if samples.is_empty() && unknown.is_empty() {
        return None;
    }
    let mut times: Vec<(usize, Time)> = times.filter(|(at, time)| is_running(&sheet.column(*at), *time)).collect();
    times.sort_by_key(|(_, time)| *time == Time::Any);
    let time = *times.first()?;
    let moments = |at: usize| sheet.column(at).first().is_some_and(|cell| stamp::moment(cell).is_some());
    let anchor = times.iter().skip(1).map(|(at, _)| *at).find(|at| moments(*at));
    Some(Axes { time, anchor, samples, unknown, lap })
}

impl Axes {
    /// Whether beat intervals are what the table is about: nothing else is measured but the heart rate made of them.
    pub(super) fn is_only_beats(&self) -> bool {
        let kinds = self.samples.iter().map(|(_, kind, _)| *kind).chain(self.unknown.iter().map(|(_, kind)| *kind));
        let beside = [ChannelKind::RrInterval, ChannelKind::HeartRate];
        self.anchor.is_none() && kinds.into_iter().all(|kind| beside.contains(&kind))
    }

    /// The moment of a row's anchor and its time since the start, milliseconds.
    fn anchored(&self, row: &StringRecord) -> Option<(Moment, i64)> {
        let moment = stamp::moment(row.get(self.anchor?)?)?;
        match read_time(row.get(self.time.0)?, self.time.1)? {
            Told::Since(ms) => Some((moment, ms)),
            Told::At(_) => None,
        }
    }
}

/// Whether a column's cells are the times of one activity, and not days.
fn is_running(cells: &[&str], time: Time) -> bool {
    let told: Vec<i64> = cells.iter().filter_map(|cell| read_time(cell, time)).map(millis).collect();
    let mut steps: Vec<i64> = told.windows(2).map(|pair| (pair[1] - pair[0]).abs()).collect();
    steps.sort_unstable();
    let usual = steps.get(steps.len() / 2);
    told.len() * 2 > cells.len() && usual.is_some_and(|step| *step <= SLOWEST * 1000)
}

fn millis(told: Told) -> i64 {
    match told {
        Told::At(Moment::Utc(ms) | Moment::Local(ms)) | Told::Since(ms) => ms,
    }
}

fn read_time(cell: &str, time: Time) -> Option<Told> {
    let since = |seconds: f64| {
        let ms = (seconds * 1000.0).round();
        (ms.abs() < LONGEST_MS as f64).then_some(Told::Since(ms as i64))
    };
    match time {
        Time::Since(factor) => since(number(cell)? * factor),
        Time::Any => match stamp::moment(cell) {
            Some(moment) => Some(Told::At(moment)),
            None if cell.contains(':') => since(clock(cell, cell.matches(':').count() == 2)?),
            None => since(number(cell)?),
        },
    }
}

/// Reads a table of samples.
pub(super) fn read(name: &str, sheet: &Sheet<'_>, axes: &Axes) -> Result<Parsed, ExchangeFault> {
    let (time_at, time) = axes.time;
    let cell = |row: &StringRecord, at: usize| row.get(at).filter(|cell| !is_blank(cell)).map(str::to_owned);
    let first = sheet.rows().find_map(|(_, row)| read_time(row.get(time_at)?, time)).ok_or(ExchangeFault::NoDate)?;
    // The start on which times since it stand; a clock that counts the day starts that day.
    let (start, local) = match first {
        Told::At(Moment::Utc(ms)) => (ms, false),
        Told::At(Moment::Local(ms)) => (ms, true),
        Told::Since(_) => match sheet.rows().find_map(|(_, row)| axes.anchored(&row)) {
            Some((Moment::Utc(ms), passed)) => (ms - passed, false),
            Some((Moment::Local(ms), passed)) => (ms - passed, true),
            None => {
                let (date, time) = stamp::in_name(name).ok_or(ExchangeFault::NoDate)?;
                (date.and_time(time.unwrap_or(NaiveTime::MIN)).and_utc().timestamp_millis(), true)
            }
        },
    };
    let start = DateTime::from_timestamp_millis(start).ok_or(ExchangeFault::NoDate)?;
    let mut repairs: Vec<Repair> = Vec::new();
    let mut samples = axes.samples.clone();
    for (at, kind) in &axes.unknown {
        match unit(sheet, axes, *at, *kind) {
            Some(factor) => samples.push((*at, *kind, factor)),
            None => repairs.push(left_out(Some(*kind), sheet.column(*at).len())),
        }
    }
    if let Some(at) = super::rr::intervals(sheet)
        && !samples.iter().any(|(_, kind, _)| *kind == ChannelKind::RrInterval)
    {
        samples.push((at, ChannelKind::RrInterval, super::rr::unit(sheet, at)));
    }
    // Programs fill the columns of sensors that were not there with zeros.
    samples.retain(|(at, ..)| sheet.rows().any(|(_, row)| row.get(*at).and_then(number).is_some_and(|v| v != 0.0)));

    let mut track = Track::new();
    let (mut bad, mut bad_times) = (0, 0);
    let mut laps: Vec<(String, i64)> = Vec::new();
    let mut last = 0;
    for (_, row) in sheet.rows() {
        let told = row.get(time_at).and_then(|cell| read_time(cell, time));
        let ms = match (told, first) {
            (Some(Told::At(moment)), Told::At(_)) => millis(Told::At(moment)) - start.timestamp_millis(),
            (Some(Told::Since(ms)), Told::Since(_)) => ms,
            _ => {
                bad_times += 1;
                continue;
            }
        };
        let Some(when) = moved(start, ms).filter(|_| ms.abs() < LONGEST_MS) else {
            bad_times += 1;
            continue;
        };
        let mut values: Vec<(ChannelKind, f64)> = Vec::with_capacity(samples.len());
        for (at, kind, factor) in &samples {
            let Some(text) = cell(&row, *at) else { continue };
            match number(&text).map(|value| degrees(*kind, value * factor)) {
                Some(value) if is_measured(*kind, value) => values.push((*kind, value)),
                Some(_) => {}
                None => bad += 1,
            }
        }
        last = last.max(ms);
        if let Some(lap) =
            axes.lap.and_then(|at| cell(&row, at)).filter(|lap| laps.last().is_none_or(|(id, _)| id != lap))
        {
            laps.push((lap, ms));
        }
        track.at(when, &values);
    }
    repairs.extend([bad, bad_times].into_iter().filter(|count| *count > 0).map(|count| left_out(None, count)));
    let has = |kind| samples.iter().any(|(_, known, _)| *known == kind);
    let torque = sheet.plain.iter().any(|plain| plain.starts_with("tor") || plain == "nm");
    let ride = has(ChannelKind::Power) && has(ChannelKind::Cadence) && torque;
    let about = Recording {
        sport: if ride { Sport::Ride } else { Sport::Other },
        laps: laps_of(&laps, last),
        local_clock: local,
        ..Recording::default()
    };
    let (recording, made) = track.finish(about, Some(start));
    if recording.channels.is_empty() {
        return Err(ExchangeFault::NoActivity { messages: recording.records });
    }
    repairs.extend(made);
    if local {
        repairs.push(repair(RepairKind::LocalClock, 1));
    }
    let contents = vec![Content::Activity { recording, repairs }];
    Ok(Parsed { format: Format::ActivityTable, contents, repairs: Vec::new(), notes: Vec::new() })
}

fn moved(start: DateTime<Utc>, ms: i64) -> Option<DateTime<Utc>> {
    start.checked_add_signed(TimeDelta::try_milliseconds(ms)?)
}

fn left_out(channel: Option<ChannelKind>, samples: usize) -> Repair {
    Repair { channel, ..repair(RepairKind::ValueLeftOut, samples) }
}

/// Positions as devices count them, 2^31 to half a turn, to degrees.
fn degrees(kind: ChannelKind, value: f64) -> f64 {
    let position = matches!(kind, ChannelKind::Latitude | ChannelKind::Longitude);
    if position && value.abs() > 360.0 { value * 180.0 / 2_147_483_648.0 } else { value }
}

/// Whether a number is a measurement, and not what programs write for "none".
fn is_measured(kind: ChannelKind, value: f64) -> bool {
    match kind {
        ChannelKind::HeartRate
        | ChannelKind::RrInterval
        | ChannelKind::MuscleOxygen
        | ChannelKind::LeftBalance
        | ChannelKind::GroundContact
        | ChannelKind::CoreTemperature
        | ChannelKind::SkinTemperature
        | ChannelKind::Spo2
        | ChannelKind::Respiration => value > 0.0,
        ChannelKind::Power | ChannelKind::Speed | ChannelKind::Cadence | ChannelKind::Distance => value >= 0.0,
        ChannelKind::Temperature => value > -100.0,
        ChannelKind::Latitude => (-90.0..=90.0).contains(&value),
        ChannelKind::Longitude => (-180.0..=180.0).contains(&value),
        _ => true,
    }
}

/// The factor to metres or metres a second of a column whose heading names no unit: distance must give a speed a person can
/// have, speed must agree with distance. `None` where that decides nothing.
fn unit(sheet: &Sheet<'_>, axes: &Axes, at: usize, kind: ChannelKind) -> Option<f64> {
    let seconds: Vec<f64> =
        column(sheet, axes.time.0, |cell| read_time(cell, axes.time.1).map(|t| millis(t) as f64 / 1000.0));
    let passed = seconds.last()? - seconds.first()?;
    let distance = |at: usize| column(sheet, at, number).into_iter().fold(0.0, f64::max);
    if kind == ChannelKind::Distance {
        let rate = distance(at) / passed;
        return [1.0, 1000.0].into_iter().find(|factor| (0.2..40.0).contains(&(rate * factor)));
    }
    let known = axes.samples.iter().find(|(_, known, _)| *known == ChannelKind::Distance);
    let covered = match known {
        Some((at, _, factor)) => distance(*at) * factor,
        None => {
            let (at, _) = axes.unknown.iter().find(|(_, kind)| *kind == ChannelKind::Distance)?;
            distance(*at) * unit(sheet, axes, *at, ChannelKind::Distance)?
        }
    };
    let speeds = column(sheet, at, number);
    let mean = speeds.iter().sum::<f64>() / speeds.len().max(1) as f64;
    let ratio = mean / (covered / passed);
    [(1.0, 1.0), (1.0 / 3.6, 3.6)]
        .into_iter()
        .find(|(_, fits)| (0.6..1.67).contains(&(ratio / fits)))
        .map(|(factor, _)| factor)
}

fn column(sheet: &Sheet<'_>, at: usize, read: impl Fn(&str) -> Option<f64>) -> Vec<f64> {
    sheet.rows().filter_map(|(_, row)| read(row.get(at)?)).collect()
}

/// Laps from where their numbers change; one number alone is no lap.
fn laps_of(begins: &[(String, i64)], last: i64) -> Vec<Lap> {
    if begins.len() < 2 {
        return Vec::new();
    }
    let from_zero = |ms: i64| u32::try_from(ms.max(0)).unwrap_or(u32::MAX);
    let ends = begins.iter().skip(1).map(|(_, ms)| *ms).chain([last + 1]);
    let spans = begins.iter().zip(ends).map(|((_, from), to)| Span { from_ms: from_zero(*from), to_ms: from_zero(to) });
    spans
        .filter(|span| span.from_ms < span.to_ms)
        .map(|span| Lap { span, timer: Seconds(span.seconds()), distance: None })
        .collect()
}
