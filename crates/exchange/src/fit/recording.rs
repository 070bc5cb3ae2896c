//! Messages to recordings: one for each session, in order of their start, wherever in the file the sessions stand.

use domain::recording::{Channel, ChannelKind, DeviceTotals, Lap, Recording, Repair, RepairKind, Span};
use science::unit::{Bpm, Meters, Rpe, Seconds, Watts};

use super::message::{Message, activity, file_id, num, session};
use super::{channels, clock, heart, names, timer};

/// The longest activity: a week. Times further from the start cannot belong to it.
const LONGEST_S: i64 = 7 * 86_400;

/// The recordings of one activity file.
pub(super) fn all(messages: &[Message]) -> Vec<(Recording, Vec<Repair>)> {
    let device = names::device(messages);
    let heart = heart::stored(messages);
    let mut out: Vec<(Recording, Vec<Repair>)> = windows(messages)
        .iter()
        .filter_map(|window| one(messages, window, &heart))
        .map(|(recording, repairs)| (Recording { device: device.clone(), ..recording }, repairs))
        .collect();
    if let Some((_, repairs)) = out.first_mut()
        && !local_time_plausible(messages)
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
    let mut sessions: Vec<(i64, &Message)> = Vec::new();
    for message in messages.iter().filter(|m| m.num == num::SESSION) {
        let Some(start) = session_start(message) else { continue };
        let repeated = sessions.iter().any(|(other, m)| {
            *other == start
                && [session::SPORT, session::TIMER].iter().all(|field| m.number(*field) == message.number(*field))
        });
        if !repeated {
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

fn one(messages: &[Message], window: &Window<'_>, heart: &[(f64, f64)]) -> Option<(Recording, Vec<Repair>)> {
    let inside: Vec<&Message> = messages.iter().filter(|m| m.time().is_some_and(|t| window.holds(t))).collect();
    let timed: Vec<(i64, &Message)> =
        inside.iter().filter(|m| m.num == num::RECORD).filter_map(|m| Some((m.time()?, *m))).collect();
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
    let (records, left_out) = in_order(&timed, &line);
    repairs.extend(left_out);
    let timeless = messages.iter().filter(|m| m.num == num::RECORD && m.time().is_none()).count() as u32;
    let timeless = if window.from == i64::MIN { timeless } else { 0 };
    if timeless > 0 {
        repairs.push(whole_file(RepairKind::EmptyRecords, timeless));
    }
    let last_ms = records.last().map_or(0, |(ms, _)| *ms);
    let (mut channels, told) = channels::of(&records);
    repairs.extend(told);
    repairs.extend(add_stored_heart(&mut channels, heart, window, start));

    let device = |field, scale| window.session.and_then(|m| m.scaled(field, scale)).filter(|v: &f64| *v >= 0.0);
    if window.session.is_none() {
        repairs.push(whole_file(RepairKind::SummaryMissing, 1));
    }
    let elapsed = device(session::ELAPSED, 1000.0)
        .or_else(|| {
            window.session.and(None).or(device(session::TIMER, 1000.0)).map(|t| t.max(f64::from(last_ms) / 1000.0))
        })
        .unwrap_or(f64::from(last_ms) / 1000.0);
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
    let recording = Recording {
        sport,
        sport_detail,
        start: start_utc,
        timer: Seconds(timer),
        elapsed: Seconds(elapsed.max(timer)),
        distance: distance.map(Meters),
        laps: laps(messages, window, &line),
        pauses,
        channels,
        device: None,
        totals,
        records: timed.len() as u32 + timeless,
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
    fn of(timed: &[(i64, &Message)], start: i64, elapsed: Option<f64>) -> TimeLine {
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

/// Records at milliseconds since the start, in the longest sequence in which time never decreases: one clock that jumps
/// ahead for a moment costs that moment, not all that follows.
fn in_order<'a>(timed: &[(i64, &'a Message)], line: &TimeLine) -> (Vec<(u32, &'a Message)>, Option<Repair>) {
    let candidates: Vec<(u32, &Message)> = timed.iter().filter_map(|(time, m)| Some((line.ms(*time)?, *m))).collect();
    let times: Vec<u32> = candidates.iter().map(|(ms, _)| *ms).collect();
    let kept = longest_non_decreasing(&times);
    let mut keep = kept.iter().peekable();
    let mut left_out = channels::Tally::default();
    for _ in candidates.len()..timed.len() {
        left_out.add(0);
    }
    let mut records = Vec::with_capacity(kept.len());
    for (i, record) in candidates.into_iter().enumerate() {
        if keep.next_if(|next| **next == i).is_some() {
            records.push(record);
        } else {
            left_out.add(record.0);
        }
    }
    (records, left_out.repair(RepairKind::TimeWentBackwards, None))
}

/// Indices of a longest non-decreasing subsequence, ascending. Patience sorting, O(n log n).
fn longest_non_decreasing(times: &[u32]) -> Vec<usize> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; times.len()];
    for (i, time) in times.iter().enumerate() {
        let place = tops.partition_point(|top| times[*top] <= *time);
        before[i] = place.checked_sub(1).map(|below| tops[below]);
        if place == tops.len() {
            tops.push(i);
        } else {
            tops[place] = i;
        }
    }
    let mut out = Vec::with_capacity(tops.len());
    let mut next = tops.last().copied();
    while let Some(i) = next {
        out.push(i);
        next = before[i];
    }
    out.reverse();
    out
}

/// Heart rate that a strap stored takes the place of the records' own where it holds more.
fn add_stored_heart(
    channels: &mut Vec<Channel>,
    heart: &[(f64, f64)],
    window: &Window<'_>,
    start: i64,
) -> Option<Repair> {
    let samples = heart
        .iter()
        .filter(|(at, _)| {
            window.holds(at.floor() as i64) && *at >= start as f64 && at - start as f64 <= LONGEST_S as f64
        })
        .map(|(at, bpm)| (((at - start as f64) * 1000.0).round() as u32, *bpm));
    let (stored, repair) = channels::from_samples(ChannelKind::HeartRate, samples);
    let recorded = channels.iter().position(|c| c.kind == ChannelKind::HeartRate);
    let already = recorded.map_or(0, |i| channels[i].ms.len());
    if stored.ms.len() <= already {
        return None;
    }
    match recorded {
        Some(i) => channels[i] = stored,
        None => channels.push(stored),
    }
    channels.sort_by_key(|channel| channel.kind);
    repair
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

fn laps(messages: &[Message], window: &Window<'_>, line: &TimeLine) -> Vec<Lap> {
    let mut laps: Vec<Lap> = messages
        .iter()
        .filter(|m| m.num == num::LAP)
        .filter_map(|m| {
            let at = m.number(session::START_TIME).map(|v| v as i64)?;
            if !window.holds(at) {
                return None;
            }
            let from_ms = line.ms(at.max(line.start))?;
            let timer = m.scaled(session::TIMER, 1000.0)?;
            let elapsed = m.scaled(session::ELAPSED, 1000.0).unwrap_or(timer);
            Some(Lap {
                span: Span { from_ms, to_ms: from_ms.saturating_add((elapsed * 1000.0) as u32) },
                timer: Seconds(timer),
                distance: m.scaled(session::TOTAL_DISTANCE, 100.0).map(Meters),
            })
        })
        .collect();
    laps.sort_by_key(|lap| lap.span.from_ms);
    laps
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

fn local_time_plausible(messages: &[Message]) -> bool {
    messages.iter().filter(|m| m.num == num::ACTIVITY).all(|m| match (m.number(activity::LOCAL_TIMESTAMP), m.time()) {
        (Some(local), Some(utc)) => clock::plausible_offset(local as i64, utc),
        _ => true,
    })
}

pub(super) const fn whole_file(kind: RepairKind, samples: u32) -> Repair {
    Repair { kind, channel: None, at_s: None, samples }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_jumps_ahead_once_costs_one_record_and_not_the_rest() {
        assert_eq!(longest_non_decreasing(&[1, 2, 900, 3, 4, 4, 5]), vec![0, 1, 3, 4, 5, 6]);
        assert_eq!(longest_non_decreasing(&[5, 6, 7, 1, 8, 9]), vec![0, 1, 2, 4, 5]);
        assert_eq!(longest_non_decreasing(&[]), Vec::<usize>::new());
    }
}
