//! Messages to recordings: one for each session, in order of their start, wherever in the file the sessions stand.

use std::collections::BTreeSet;

use domain::recording::{Channel, ChannelKind, DeviceTotals, Recording, Repair, RepairKind, Span};
use domain::unit::{Bpm, Meters, Rpe, Seconds, Watts};

use super::gathered::Gathered;
use super::message::{Message, activity, file_id, health, num, session};
use super::{beats, channels, clock, heart, names, parts, timer};
use crate::track::longest_non_decreasing;

/// The longest activity: a week. Times further from the start cannot belong to it.
const LONGEST_S: i64 = 7 * 86_400;

/// The most sessions of one file: no race has more parts, and each is looked for in the whole file.
const MOST_SESSIONS: usize = 200;

/// The recordings of one activity file.
pub(super) fn all(file: &Gathered) -> Vec<(Recording, Vec<Repair>)> {
    let device = names::device(&file.messages);
    let heart = heart::stored(&file.messages);
    let utc_offset_s = utc_offset(&file.messages);
    let mut out: Vec<(Recording, Vec<Repair>)> = windows(&file.messages)
        .iter()
        .filter_map(|window| one(file, window, &heart))
        .map(|(recording, repairs)| (Recording { device: device.clone(), utc_offset_s, ..recording }, repairs))
        .collect();
    if let Some((_, repairs)) = out.first_mut()
        && local_times(&file.messages).any(|(local, utc)| !clock::plausible_offset(local, utc))
    {
        repairs.push(whole_file(RepairKind::LocalOffset, 1));
    }
    out
}

/// A session and the stretch of device time that belongs to it, half open.
struct Window<'a> {
    session: Option<&'a Message>,
    /// Start, seconds of the device's clock; `None` if only records can tell.
    start: Option<i64>,
    from: i64,
    to: i64,
}

impl Window<'_> {
    fn holds(&self, time: i64) -> bool {
        self.from <= time && time < self.to
    }
}

fn windows(messages: &[Message]) -> Vec<Window<'_>> {
    let mut known: BTreeSet<(i64, [Option<u64>; 2])> = BTreeSet::new();
    let mut sessions: Vec<(i64, &Message)> = Vec::new();
    for message in messages.iter().filter(|m| m.num == num::SESSION) {
        let Some(start) = session_start(message) else { continue };
        let same = [session::SPORT, session::TIMER].map(|field| message.number(field).map(f64::to_bits));
        if known.len() < MOST_SESSIONS && known.insert((start, same)) {
            sessions.push((start, message));
        }
    }
    sessions.sort_by_key(|(start, _)| *start);
    if sessions.is_empty() {
        let session = messages.iter().find(|m| m.num == num::SESSION);
        return vec![Window { session, start: None, from: i64::MIN, to: i64::MAX }];
    }
    let starts: Vec<i64> = sessions.iter().map(|(start, _)| *start).collect();
    sessions
        .into_iter()
        .enumerate()
        .map(|(i, (start, session))| Window {
            session: Some(session),
            start: Some(start),
            from: if i == 0 { i64::MIN } else { start },
            to: starts.get(i + 1).copied().unwrap_or(i64::MAX),
        })
        .collect()
}

fn session_start(message: &Message) -> Option<i64> {
    message.number(session::START_TIME).map(|v| v as i64).or_else(|| {
        let elapsed = message.scaled(session::ELAPSED, 1000.0)?;
        Some(message.time()? - elapsed.round() as i64)
    })
}

fn one(file: &Gathered, window: &Window<'_>, heart: &[(f64, f64)]) -> Option<(Recording, Vec<Repair>)> {
    let messages = file.messages.as_slice();
    let inside: Vec<&Message> = messages.iter().filter(|m| m.time().is_some_and(|t| window.holds(t))).collect();
    let records = &file.records;
    let timed: Vec<(i64, u32)> =
        (0..).zip(records.times()).filter(|(_, time)| window.holds(**time)).map(|(row, time)| (*time, row)).collect();
    let mut repairs = Vec::new();
    let start = match (window.start, timed.first()) {
        (Some(told), Some((first, _))) if begins_with_records(window, *first) => {
            repairs.push(whole_file(RepairKind::TotalsDisagree, 1));
            told.min(*first)
        }
        (told, first) => told.or(first.map(|(time, _)| *time))?,
    };
    let line = TimeLine::of(&timed, start, window.session.and_then(|m| m.scaled(session::ELAPSED, 1000.0)));
    if let Some((at, _)) = line.jump {
        repairs.push(Repair { at_s: Some((at - start) as f64), ..whole_file(RepairKind::ClockJumped, 1) });
    }
    let (rows, left_out) = in_order(&timed, &line);
    repairs.extend(left_out);
    let timeless = if window.from == i64::MIN { records.timeless } else { 0 };
    if timeless > 0 {
        repairs.push(whole_file(RepairKind::EmptyRecords, timeless));
    }
    let last_ms = rows.last().map_or(0, |(ms, _)| *ms);
    let (mut channels, told) = channels::of(records, &rows);
    repairs.extend(told);
    channels::add(&mut channels, stored_heart(heart, window, start));
    for (num, field, scale, kind) in [
        (num::SPO2, health::SPO2, 1.0, ChannelKind::Spo2),
        (num::RESPIRATION, health::RESPIRATION, 100.0, ChannelKind::Respiration),
    ] {
        let readings = inside.iter().filter(|m| m.num == num);
        let samples =
            readings.filter_map(|m| Some((line.ms(m.time()?)?, m.scaled(field, scale).filter(|v| *v > 0.0)?)));
        channels::add(&mut channels, channels::from_samples(kind, samples));
    }
    let beats = beats::channel(&file.beats, |after| match after {
        Some(time) if window.holds(time) => Some(line.ms(time).unwrap_or(0)),
        None if window.from == i64::MIN => Some(0),
        _ => None,
    });
    channels::add(&mut channels, beats);

    let device = |field, scale| window.session.and_then(|m| m.scaled(field, scale)).filter(|v: &f64| *v >= 0.0);
    if window.session.is_none() {
        repairs.push(whole_file(RepairKind::SummaryMissing, 1));
    }
    let recorded_s = f64::from(last_ms) / 1000.0;
    let elapsed = device(session::ELAPSED, 1000.0)
        .or_else(|| device(session::TIMER, 1000.0).map(|timer| timer.max(recorded_s)))
        .unwrap_or(recorded_s);
    let pauses = timer::pauses(&inside, (elapsed * 1000.0).min(f64::from(u32::MAX)) as u32, |time| line.ms(time));
    let paused: f64 = pauses.iter().map(|span| span.seconds()).sum();
    let timer = device(session::TIMER, 1000.0).unwrap_or((elapsed - paused).max(0.0));
    if timer > elapsed + 2.0 || (pauses_disagree(paused, elapsed - timer) && !pauses.is_empty()) {
        repairs.push(whole_file(RepairKind::TimerEvents, pauses.len() as u32));
    }

    let recorded = covered(&channels);
    let distance = device(session::TOTAL_DISTANCE, 100.0).or(recorded);
    if let (Some(told), Some(recorded)) = (device(session::TOTAL_DISTANCE, 100.0), recorded)
        && (told - recorded).abs() > (0.05 * told).max(100.0)
    {
        repairs.push(Repair { channel: Some(ChannelKind::Distance), ..whole_file(RepairKind::TotalsDisagree, 1) });
    }
    let totals = window.session.map(totals).unwrap_or_default();
    repairs.extend(averages_disagree(&totals, &channels));

    let (sport, sport_detail) = window.session.map_or((domain::sport::Sport::Other, None), names::sport);
    let start_utc = if clock::since_power_on(start) {
        repairs.push(whole_file(RepairKind::ClockSincePowerOn, 1));
        clock::instant(known_time(messages).unwrap_or(start))
    } else {
        clock::instant(start)
    };
    let place = |at: i64, seconds: f64| {
        let from_ms = window.holds(at).then(|| line.ms(at.max(line.start)))??;
        Some(Span { from_ms, to_ms: from_ms.saturating_add((seconds * 1000.0) as u32) })
    };
    let lengths = parts::lengths(messages, &place);
    let recording = Recording {
        sport,
        sport_detail,
        start: start_utc,
        timer: Seconds(timer),
        elapsed: Seconds(elapsed.max(timer)),
        distance: distance.map(Meters),
        laps: parts::laps(messages, &place),
        pauses,
        channels,
        totals,
        records: timed.len() as u32 + timeless,
        pool: device(session::POOL_LENGTH, 100.0).filter(|length| *length > 0.0).map(Meters),
        lengths,
        sets: parts::sets(messages, &place),
        ..Recording::default()
    };
    let holds_something = window.session.is_some() || !recording.channels.is_empty();
    holds_something.then_some((recording, repairs))
}

/// Whether the first session's start is wrong: it lies after the first record, and its end and length point to that record.
fn begins_with_records(window: &Window<'_>, first: i64) -> bool {
    let counted_back =
        window.session.and_then(|m| Some(m.time()? - m.scaled(session::ELAPSED, 1000.0)?.round() as i64));
    window.from == i64::MIN
        && window.start.is_some_and(|told| told > first + 10)
        && counted_back.is_some_and(|counted| (counted - first).abs() <= 10)
}

/// The device's times as milliseconds since the start, with the one jump of a clock that was set on the way taken out.
struct TimeLine {
    start: i64,
    /// From this time on, times are later than they should be by so many seconds.
    jump: Option<(i64, i64)>,
}

impl TimeLine {
    /// Finds a jump ahead of more than a day that the session's own length has no room for.
    fn of(timed: &[(i64, u32)], start: i64, elapsed: Option<f64>) -> TimeLine {
        let jump = timed.windows(2).find_map(|pair| {
            let (before, after) = (pair[0].0, pair[1].0);
            let gap = after - before;
            let impossible = gap > 86_400 && elapsed.is_some_and(|elapsed| (gap as f64) > elapsed);
            // What follows must stay there: one wild record is left out, not followed.
            let stays = timed.last().is_some_and(|(last, _)| *last >= after);
            (impossible && stays).then_some((after, gap - 1))
        });
        TimeLine { start, jump }
    }

    /// Milliseconds since the start; `None` before it or where no activity reaches.
    fn ms(&self, time: i64) -> Option<u32> {
        let ahead = self.jump.map_or(0, |(from, by)| if time >= from { by } else { 0 });
        let seconds = time - ahead - self.start;
        (0..=LONGEST_S).contains(&seconds).then(|| (seconds * 1000) as u32)
    }
}

/// Records as (milliseconds since the start, place in the file), in the longest sequence in which time never decreases: one
/// clock that jumps ahead for a moment costs that moment, not all that follows.
fn in_order(timed: &[(i64, u32)], line: &TimeLine) -> (Vec<(u32, u32)>, Option<Repair>) {
    let candidates: Vec<(u32, u32)> = timed.iter().filter_map(|(time, row)| Some((line.ms(*time)?, *row))).collect();
    let mut left_out = channels::Tally::default();
    for _ in candidates.len()..timed.len() {
        left_out.add(0);
    }
    let rows = if candidates.is_sorted_by_key(|(ms, _)| *ms) {
        candidates
    } else {
        let times: Vec<u32> = candidates.iter().map(|(ms, _)| *ms).collect();
        let kept = longest_non_decreasing(&times);
        let mut keep = kept.iter().peekable();
        let mut rows = Vec::with_capacity(kept.len());
        for (i, candidate) in candidates.into_iter().enumerate() {
            if keep.next_if(|next| **next == i).is_some() {
                rows.push(candidate);
            } else {
                left_out.add(candidate.0);
            }
        }
        rows
    };
    (rows, left_out.repair(RepairKind::TimeWentBackwards, None))
}

/// Heart rate that a strap stored; it takes the place of the records' own where it holds more.
fn stored_heart(heart: &[(f64, f64)], window: &Window<'_>, start: i64) -> Channel {
    let start = start as f64;
    let samples = heart
        .iter()
        .filter(|(at, _)| window.holds(at.floor() as i64) && *at >= start && at - start <= LONGEST_S as f64)
        .map(|(at, bpm)| (((at - start) * 1000.0).round() as u32, *bpm));
    channels::from_samples(ChannelKind::HeartRate, samples)
}

fn totals(message: &Message) -> DeviceTotals {
    let positive = |field, scale| message.scaled(field, scale).filter(|v| *v > 0.0);
    DeviceTotals {
        avg_hr: positive(session::AVG_HR, 1.0).map(Bpm),
        max_hr: positive(session::MAX_HR, 1.0).map(Bpm),
        avg_power: message.number(session::AVG_POWER).map(Watts),
        normalized_power: positive(session::NORMALIZED_POWER, 1.0).map(Watts),
        tss: positive(session::TRAINING_STRESS, 10.0),
        ascent: message.number(session::ASCENT).map(Meters),
        kcal: positive(session::CALORIES, 1.0),
        rpe: message.scaled(session::RPE, 10.0).filter(|v| (0.0..=10.0).contains(v)).map(Rpe),
    }
}

/// Metres between the first and the last usable distance.
fn covered(channels: &[Channel]) -> Option<f64> {
    let distance = channels.iter().find(|c| c.kind == ChannelKind::Distance)?;
    let (first, last) = (distance.usable().next()?.1, distance.usable().last()?.1);
    // The first record of the first session stands at nought; later sessions of one file may count on.
    Some((last - if first > 1000.0 { first } else { 0.0 }).max(0.0))
}

fn pauses_disagree(by_events: f64, by_totals: f64) -> bool {
    (by_events - by_totals).abs() > (0.1 * by_totals).max(10.0)
}

/// Devices that store a mean of nothing although the records hold values, or one far from theirs.
fn averages_disagree(totals: &DeviceTotals, channels: &[Channel]) -> Vec<Repair> {
    let mean = |kind| {
        let channel = channels.iter().find(|c| c.kind == kind)?;
        let (sum, count) = channel.usable().fold((0.0, 0_u32), |(sum, count), (_, v)| (sum + v, count + 1));
        (count >= 60).then(|| sum / f64::from(count))
    };
    [(ChannelKind::HeartRate, totals.avg_hr.map(|v| v.0)), (ChannelKind::Power, totals.avg_power.map(|v| v.0))]
        .into_iter()
        .filter(|(kind, told)| match (told, mean(*kind)) {
            (Some(told), Some(mean)) => (told - mean).abs() > (0.2 * mean).max(10.0),
            _ => false,
        })
        .map(|(kind, _)| Repair { channel: Some(kind), ..whole_file(RepairKind::TotalsDisagree, 1) })
        .collect()
}

/// A true time from elsewhere in the file for devices whose clock counted from power-on: seconds of the format's clock.
fn known_time(messages: &[Message]) -> Option<i64> {
    messages
        .iter()
        .find(|m| m.num == num::FILE_ID)
        .and_then(|m| m.number(file_id::TIME_CREATED))
        .map(|v| v as i64)
        .filter(|seconds| !clock::since_power_on(*seconds))
}

/// What the device's own clock showed, and what it was in UTC.
fn local_times(messages: &[Message]) -> impl Iterator<Item = (i64, i64)> + '_ {
    messages
        .iter()
        .filter(|m| m.num == num::ACTIVITY)
        .filter_map(|m| Some((m.seconds(activity::LOCAL_TIMESTAMP)?, m.time()?)))
}

/// Seconds the device's own clock was ahead of UTC.
fn utc_offset(messages: &[Message]) -> Option<i32> {
    local_times(messages).find_map(|(local, utc)| clock::offset(local, utc))
}

pub(super) const fn whole_file(kind: RepairKind, samples: u32) -> Repair {
    Repair { kind, channel: None, at_s: None, samples }
}
