//! Tables and lists of beat intervals.

use chrono::{DateTime, NaiveTime, TimeDelta};
use domain::recording::{ChannelKind, Recording, RepairKind};
use domain::sport::Sport;

use super::sheet::Sheet;
use super::stamp::{self, Moment};
use crate::text::{clock, number, repair};
use crate::track::Track;
use crate::{Content, ExchangeFault, Format, Parsed};

/// Headings of intervals; the unit follows from the numbers.
const HEADINGS: [&str; 20] = [
    "rr",
    "rr-ms",
    "rr-s",
    "rri",
    "rri-ms",
    "rr-interval",
    "rr-intervals",
    "rr-interval-ms",
    "rr-intervals-ms",
    "rr-interval-s",
    "rrintervals",
    "rrinterval",
    "ibi",
    "ibi-ms",
    "ibi-s",
    "ibi-sec",
    "nn",
    "nn-ms",
    "nn-interval",
    "nni",
];

/// The clock beside the intervals and their sum may differ by this before the clock counts, milliseconds: sums drift, and
/// clocks of these tables count whole seconds.
const DRIFT_MS: f64 = 3000.0;
/// Days counted from the first.
const MOST_DAYS: f64 = 14.0;

/// The column of beat intervals, if the table has one.
pub(super) fn intervals(sheet: &Sheet<'_>) -> Option<usize> {
    let at = sheet.place(&HEADINGS)?;
    sheet.column(at).iter().take(50).any(|cell| number(cell).is_some()).then_some(at)
}

/// The factor that brings a column of intervals to milliseconds.
pub(super) fn unit(sheet: &Sheet<'_>, at: usize) -> f64 {
    usual_unit(sheet.column(at).into_iter().filter_map(number).collect()).unwrap_or(1.0)
}

/// No heart beats once in ten seconds or a hundred times a second: the middle of the numbers tells seconds from milliseconds.
fn usual_unit(mut intervals: Vec<f64>) -> Option<f64> {
    intervals.sort_by(f64::total_cmp);
    let middle = intervals.get(intervals.len() / 2)?;
    Some(if *middle < 10.0 { 1000.0 } else { 1.0 })
}

/// One interval and the clock beside it.
struct Beat {
    interval: f64,
    /// Milliseconds since the first midnight, or of a moment.
    clock: Option<f64>,
}

/// Reads a table with a column of intervals.
pub(super) fn read(name: &str, sheet: &Sheet<'_>, at: usize) -> Result<Parsed, ExchangeFault> {
    let day_at = sheet.place(&["day"]);
    let time_at = sheet.place(&["timestamp", "datetime", "date-time", "date", "time"]).filter(|time| *time != at);
    let mut moment = None;
    let mut bad = 0;
    let mut beats = Vec::new();
    for (_, row) in sheet.rows() {
        let Some(interval) = row.get(at).and_then(number) else {
            bad += 1;
            continue;
        };
        let told = time_at.and_then(|at| row.get(at));
        let stamped = told.and_then(stamp::moment);
        moment = moment.or(stamped);
        let clock = match stamped {
            Some(Moment::Utc(ms) | Moment::Local(ms)) => Some(ms as f64),
            None => told.and_then(|cell| clock(cell, cell.matches(':').count() == 2)).map(|seconds| {
                let day = day_at.and_then(|at| row.get(at)).and_then(number).unwrap_or(1.0);
                ((day - 1.0).clamp(0.0, MOST_DAYS) * 86_400.0 + seconds) * 1000.0
            }),
        };
        beats.push(Beat { interval, clock });
    }
    recording(name, moment, beats, bad)
}

/// Reads a list: one interval a line, a heading at most.
pub(super) fn read_list(name: &str, text: &str) -> Result<Parsed, ExchangeFault> {
    let lines: Vec<&str> = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()).collect();
    let beats: Vec<Beat> =
        lines.iter().filter_map(|line| number(line)).map(|interval| Beat { interval, clock: None }).collect();
    let heading = lines.first().is_some_and(|line| number(line).is_none());
    let bad = lines.len() - beats.len() - usize::from(heading);
    recording(name, None, beats, bad)
}

/// Whether a text is such a list: at least three lines, all numbers but the first.
pub(super) fn is_list(text: &str) -> bool {
    let mut lines = text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let heading = !first.contains([',', ';', '\t']) && first.len() < 60;
    let rest: Vec<&str> = lines.take(50).collect();
    // Nobody's heart beats so fast or so slowly, in milliseconds or seconds.
    let beats = rest
        .iter()
        .filter(|line| number(line).is_some_and(|v| (0.2..=3.0).contains(&v) || (200.0..=3000.0).contains(&v)));
    heading && rest.len() >= 2 && rest.iter().all(|line| number(line).is_some()) && beats.count() * 2 > rest.len()
}

fn recording(name: &str, moment: Option<Moment>, beats: Vec<Beat>, bad: usize) -> Result<Parsed, ExchangeFault> {
    let unit = usual_unit(beats.iter().map(|beat| beat.interval).collect());
    let unit = unit.ok_or(ExchangeFault::NoActivity { messages: 0 })?;
    let base = beats.iter().find_map(|beat| beat.clock);
    let (start, local) = match moment {
        Some(Moment::Utc(ms)) => (ms as f64, false),
        Some(Moment::Local(ms)) => (ms as f64, true),
        None => {
            let (date, time) = stamp::in_name(name).ok_or(ExchangeFault::NoDate)?;
            let time = if base.is_some() { NaiveTime::MIN } else { time.unwrap_or(NaiveTime::MIN) };
            (date.and_time(time).and_utc().timestamp_millis() as f64 + base.unwrap_or(0.0), true)
        }
    };
    let start = DateTime::from_timestamp_millis(start as i64).ok_or(ExchangeFault::NoDate)?;
    let mut track = Track::new();
    let (mut at_ms, mut odd) = (0.0_f64, 0);
    for beat in beats {
        let interval = beat.interval * unit;
        if !(interval > 0.0 && interval < 60_000.0) {
            odd += 1;
            continue;
        }
        at_ms += interval;
        if let Some(clock) = beat.clock.zip(base).map(|(clock, base)| clock - base) {
            at_ms = if (clock - at_ms).abs() > DRIFT_MS { clock } else { at_ms };
        }
        let when =
            TimeDelta::try_milliseconds(at_ms.round() as i64).and_then(|passed| start.checked_add_signed(passed));
        match when {
            Some(when) => track.at(when, &[(ChannelKind::RrInterval, interval)]),
            None => odd += 1,
        }
    }
    let about = Recording { sport: Sport::Other, local_clock: local, ..Recording::default() };
    let (recording, made) = track.finish(about, Some(start));
    if recording.channels.is_empty() {
        return Err(ExchangeFault::NoActivity { messages: recording.records });
    }
    let mut repairs: Vec<_> =
        (bad + odd > 0).then(|| repair(RepairKind::ValueLeftOut, bad + odd)).into_iter().collect();
    repairs.extend(made);
    if local {
        repairs.push(repair(RepairKind::LocalClock, 1));
    }
    let contents = vec![Content::Activity { recording, repairs }];
    Ok(Parsed { format: Format::RrTable, contents, repairs: Vec::new(), notes: Vec::new() })
}
