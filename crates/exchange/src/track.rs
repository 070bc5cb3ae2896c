//! Records of text formats to one recording: order of time, repeated times, pauses, totals.

mod order;
mod place;
#[cfg(test)]
mod tests;

use chrono::{DateTime, Utc};
use domain::recording::{Channel, ChannelKind, Lap, Recording, Repair, RepairKind, Span};
use domain::unit::{Meters, Seconds};

pub(crate) use order::longest_non_decreasing;

/// The longest activity, milliseconds: a week. Times further from the start cannot belong to it.
const LONGEST_MS: i64 = 7 * 86_400_000;

/// A told start further than this from every record is wrong.
const LATE_MS: i64 = 86_400_000;

/// What a reader collects while it goes through a file, in the order of the file.
#[derive(Debug, Default, Clone)]
pub(crate) struct Track {
    /// Milliseconds of the epoch, and where the record's values begin.
    rows: Vec<(i64, usize)>,
    values: Vec<(ChannelKind, f64)>,
    aside: Vec<(ChannelKind, Vec<(i64, f64)>)>,
    laps: Vec<(i64, Lap)>,
    pauses: Vec<(i64, i64)>,
    timeless: u32,
}

impl Track {
    /// Nothing read yet.
    pub(crate) fn new() -> Track {
        Track::default()
    }

    /// A record with the values measured at that time. Zeros where zero means that nothing was measured (heart rate, beat
    /// intervals, a position on the equator off Africa) are left out, and so is what is no number.
    pub(crate) fn at(&mut self, when: DateTime<Utc>, values: &[(ChannelKind, f64)]) {
        self.rows.push((when.timestamp_millis(), self.values.len()));
        let value = |kind| values.iter().find(|(k, _)| *k == kind).map(|(_, v)| *v);
        let nowhere =
            value(ChannelKind::Latitude) == Some(0.0) && value(ChannelKind::Longitude).is_none_or(|v| v == 0.0);
        self.values.extend(values.iter().copied().filter(|(kind, value)| {
            value.is_finite()
                && match kind {
                    ChannelKind::HeartRate | ChannelKind::RrInterval => *value > 0.0,
                    ChannelKind::Latitude | ChannelKind::Longitude => !nowhere,
                    _ => true,
                }
        }));
    }

    /// A record without a time.
    pub(crate) fn timeless(&mut self) {
        self.timeless += 1;
    }

    /// A sample that is no record of its own, such as a beat: kept in an order apart from the records.
    pub(crate) fn aside(&mut self, kind: ChannelKind, when: DateTime<Utc>, value: f64) {
        if !value.is_finite() {
            return;
        }
        let sample = (when.timestamp_millis(), value);
        match self.aside.iter_mut().find(|(other, _)| *other == kind) {
            Some((_, samples)) => samples.push(sample),
            None => self.aside.push((kind, vec![sample])),
        }
    }

    /// A lap that began then.
    pub(crate) fn lap(&mut self, from: DateTime<Utc>, elapsed: f64, timer: f64, distance: Option<f64>) {
        let length = (elapsed * 1000.0).round().clamp(0.0, LONGEST_MS as f64) as u32;
        let span = Span { from_ms: 0, to_ms: length };
        let lap = Lap { span, timer: Seconds(timer.max(0.0)), distance: distance.map(Meters) };
        self.laps.push((from.timestamp_millis(), lap));
    }

    /// The timer stood still.
    pub(crate) fn pause(&mut self, from: DateTime<Utc>, to: DateTime<Utc>) {
        self.pauses.push((from.timestamp_millis(), to.timestamp_millis()));
    }

    /// Time of the earliest and the latest record.
    pub(crate) fn reach(&self) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        let times = || self.rows.iter().map(|(ms, _)| *ms);
        Some((instant(times().min()?)?, instant(times().max()?)?))
    }

    /// Adds all of another.
    pub(crate) fn append(&mut self, other: Track) {
        let from = self.values.len();
        self.rows.extend(other.rows.into_iter().map(|(ms, at)| (ms, at + from)));
        self.values.extend(other.values);
        for (kind, samples) in other.aside {
            match self.aside.iter_mut().find(|(k, _)| *k == kind) {
                Some((_, own)) => own.extend(samples),
                None => self.aside.push((kind, samples)),
            }
        }
        self.laps.extend(other.laps);
        self.pauses.extend(other.pauses);
        self.timeless += other.timeless;
    }

    /// The recording: records in the longest order in which time never goes back, the last of equal times, channels in the
    /// order of their kinds. `about` gives what the file says in its own words; its laps, lengths, sets and pauses count
    /// from `start`. Where `about` leaves zero or nothing, totals come from the records: elapsed time, timer, distance
    /// (from positions if none was measured), number of records.
    pub(crate) fn finish(self, about: Recording, start: Option<DateTime<Utc>>) -> (Recording, Vec<Repair>) {
        let mut repairs = Vec::new();
        let (told, kept) = self.in_order(start.map(|at| at.timestamp_millis()), &mut repairs);
        let first = kept.first().map(|i| self.rows[*i].0);
        let aside = self.aside.iter().filter_map(|(_, samples)| samples.first().map(|(ms, _)| *ms)).min();
        let Some(origin) = told.into_iter().chain(first).min().or(aside) else {
            let records = self.timeless + self.rows.len() as u32;
            repairs.extend((self.timeless > 0).then(|| repair(RepairKind::EmptyRecords, self.timeless, None)));
            return (Recording { records: about.records.max(records), ..about }, repairs);
        };
        if let (Some(told), Some(first)) = (told, first)
            && told > first + 10_000
        {
            repairs.push(repair(RepairKind::TotalsDisagree, 1, Some(0.0)));
        }
        let since = |ms: i64| u32::try_from(ms - origin).ok().filter(|ms| i64::from(*ms) <= LONGEST_MS + LATE_MS);

        let mut recording = Recording { start: instant(origin).unwrap_or(about.start), ..about };
        let later = told.and_then(since).unwrap_or(0);
        shift(&mut recording, later);
        recording.channels.extend(self.channels(&kept, since, &mut repairs));
        self.add_aside(&mut recording.channels, since, &mut repairs);
        recording.laps.extend(self.laps.iter().filter_map(|(from, lap)| {
            let from_ms = since((*from).max(origin))?;
            Some(Lap { span: Span { from_ms, to_ms: from_ms.saturating_add(lap.span.to_ms) }, ..lap.clone() })
        }));
        recording.laps.sort_by_key(|lap| lap.span.from_ms);
        recording.pauses.extend(self.pauses.iter().filter_map(|(from, to)| {
            Some(Span { from_ms: since((*from).max(origin))?, to_ms: since(*to)? }).filter(|s| s.from_ms < s.to_ms)
        }));
        let backwards = self.pauses.iter().filter(|(from, to)| to < from).count() as u32;
        repairs.extend((backwards > 0).then(|| repair(RepairKind::TimerEvents, backwards, None)));
        merge(&mut recording.pauses);
        if recording.channel(ChannelKind::Distance).is_none()
            && let (Some(lat), Some(lon)) =
                (recording.channel(ChannelKind::Latitude), recording.channel(ChannelKind::Longitude))
        {
            let way = place::distance(lat, lon, &recording.pauses);
            recording.channels.push(way);
        }
        recording.channels.retain(|channel| !channel.ms.is_empty());
        recording.channels.sort_by_key(|channel| channel.kind);
        recording.records = recording.records.max(self.rows.len() as u32 + self.timeless);
        let last = kept.last().and_then(|i| since(self.rows[*i].0)).unwrap_or(0);
        totals(&mut recording, last, &mut repairs);
        (recording, repairs)
    }

    /// The told start, if the records can follow it, and the records to keep.
    fn in_order(&self, told: Option<i64>, repairs: &mut Vec<Repair>) -> (Option<i64>, Vec<usize>) {
        let times: Vec<i64> = self.rows.iter().map(|(ms, _)| *ms).collect();
        let follows = |start: i64| times.iter().any(|ms| (ms - start).abs() <= LATE_MS);
        let usable = told.filter(|start| times.is_empty() || follows(*start));
        if told.is_some() && usable.is_none() {
            repairs.push(repair(RepairKind::TotalsDisagree, 1, Some(0.0)));
        }
        let middle = || {
            let mut sorted = times.clone();
            sorted.sort_unstable();
            sorted.get(sorted.len() / 2).copied()
        };
        let Some(centre) = usable.or_else(middle) else { return (usable, Vec::new()) };
        let before = if usable.is_some() { LATE_MS } else { LONGEST_MS };
        let near: Vec<usize> =
            (0..times.len()).filter(|i| (-before..=LONGEST_MS).contains(&(times[*i] - centre))).collect();
        let candidates: Vec<i64> = near.iter().map(|i| times[*i]).collect();
        let kept: Vec<usize> = longest_non_decreasing(&candidates).into_iter().map(|at| near[at]).collect();
        let left_out = times.len() - kept.len();
        if left_out > 0 {
            let mut keep = kept.iter().peekable();
            let lost = (0..times.len()).find(|i| keep.next_if(|next| **next == *i).is_none());
            let origin = usable.into_iter().chain(kept.first().map(|i| times[*i])).min();
            let at = lost.zip(origin).map(|(i, origin)| times[i].saturating_sub(origin).max(0) as f64 / 1000.0);
            let at = at.filter(|s| *s * 1000.0 <= LONGEST_MS as f64);
            repairs.push(repair(RepairKind::TimeWentBackwards, left_out as u32, at));
        }
        (usable, kept)
    }

    fn channels(&self, kept: &[usize], since: impl Fn(i64) -> Option<u32>, repairs: &mut Vec<Repair>) -> Vec<Channel> {
        let mut channels: Vec<Channel> = Vec::new();
        let (mut repeated, mut empty) = (Tally::default(), Tally::default());
        empty.samples = self.timeless;
        for row in kept {
            let (time, from) = self.rows[*row];
            let Some(ms) = since(time) else { continue };
            let to = self.rows.get(row + 1).map_or(self.values.len(), |(_, next)| *next);
            let mut overwritten = false;
            for (kind, value) in &self.values[from..to] {
                overwritten |= push(channel_of(&mut channels, *kind), ms, *value);
            }
            if overwritten {
                repeated.add(ms);
            }
            if from == to {
                empty.add(ms);
            }
        }
        repairs.extend(repeated.repair(RepairKind::DuplicatedTime));
        repairs.extend(empty.repair(RepairKind::EmptyRecords));
        channels
    }

    /// Samples kept aside, unless the records hold more of their kind.
    fn add_aside(&self, channels: &mut Vec<Channel>, since: impl Fn(i64) -> Option<u32>, repairs: &mut Vec<Repair>) {
        for (kind, samples) in &self.aside {
            let timed: Vec<(u32, f64)> = samples.iter().filter_map(|(at, v)| Some((since(*at)?, *v))).collect();
            let times: Vec<u32> = timed.iter().map(|(ms, _)| *ms).collect();
            let kept = longest_non_decreasing(&times);
            let lost = (samples.len() - kept.len()) as u32;
            let own = Repair { channel: Some(*kind), ..repair(RepairKind::TimeWentBackwards, lost, None) };
            repairs.extend((lost > 0).then_some(own));
            let mut own = Channel { kind: *kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
            for i in kept {
                push(&mut own, timed[i].0, timed[i].1);
            }
            let channel = channel_of(channels, *kind);
            if own.ms.len() > channel.ms.len() {
                *channel = own;
            }
        }
    }
}

/// Times, distance and what they say of each other.
fn totals(recording: &mut Recording, last_ms: u32, repairs: &mut Vec<Repair>) {
    let sampled = recording.channels.iter().filter_map(|c| c.ms.last()).max();
    let reached = last_ms.max(sampled.copied().unwrap_or(0));
    let paused: f64 = recording.pauses.iter().map(|span| span.seconds()).sum();
    if recording.elapsed.0 <= 0.0 {
        // The last lap may end after the last record, as in a pool.
        let laps = recording.laps.iter().map(|lap| lap.span.to_ms).max();
        recording.elapsed = Seconds(f64::from(laps.unwrap_or(0).max(reached)) / 1000.0);
    }
    if recording.timer.0 <= 0.0 {
        recording.timer = Seconds((recording.elapsed.0 - paused).max(0.0));
    }
    let stood = recording.elapsed.0 - recording.timer.0;
    let disagree = !recording.pauses.is_empty() && (paused - stood).abs() > (0.1 * stood.abs()).max(10.0);
    if stood < -2.0 || disagree {
        repairs.push(repair(RepairKind::TimerEvents, recording.pauses.len().max(1) as u32, None));
    }
    recording.elapsed = Seconds(recording.elapsed.0.max(recording.timer.0));
    let covered = recording.channel(ChannelKind::Distance).and_then(|channel| {
        let (first, last) = (channel.values.first()?, channel.values.last()?);
        // The first record of the first session stands at nought; later sessions of one file may count on.
        Some((last - if *first > 1000.0 { *first } else { 0.0 }).max(0.0))
    });
    recording.distance = recording.distance.or(covered.map(Meters));
}

/// Moves what counts from the told start to count from the first record.
fn shift(recording: &mut Recording, by: u32) {
    let spans = recording.laps.iter_mut().map(|lap| &mut lap.span);
    let spans = spans.chain(recording.lengths.iter_mut().map(|length| &mut length.span));
    let spans = spans.chain(recording.sets.iter_mut().filter_map(|set| set.span.as_mut()));
    for span in spans.chain(recording.pauses.iter_mut()) {
        span.from_ms = span.from_ms.saturating_add(by);
        span.to_ms = span.to_ms.saturating_add(by);
    }
}

/// Pauses in order, those that touch made one.
fn merge(pauses: &mut Vec<Span>) {
    pauses.sort_by_key(|span| (span.from_ms, span.to_ms));
    pauses.dedup_by(|next, last| {
        let touch = next.from_ms <= last.to_ms;
        if touch {
            last.to_ms = last.to_ms.max(next.to_ms);
        }
        touch
    });
}

fn channel_of(channels: &mut Vec<Channel>, kind: ChannelKind) -> &mut Channel {
    let at = channels.iter().position(|channel| channel.kind == kind).unwrap_or_else(|| {
        channels.push(Channel { kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() });
        channels.len() - 1
    });
    &mut channels[at]
}

/// Adds a sample; one at the same time as the last replaces it, which is told by `true`.
fn push(channel: &mut Channel, ms: u32, value: f64) -> bool {
    if channel.ms.last() == Some(&ms)
        && let Some(last) = channel.values.last_mut()
    {
        *last = value;
        return true;
    }
    channel.ms.push(ms);
    channel.values.push(value);
    false
}

fn instant(ms: i64) -> Option<DateTime<Utc>> {
    DateTime::from_timestamp_millis(ms)
}

fn repair(kind: RepairKind, samples: u32, at_s: Option<f64>) -> Repair {
    Repair { kind, channel: None, at_s, samples }
}

/// Counts what was repaired and remembers the first place.
#[derive(Debug, Default)]
struct Tally {
    first_ms: Option<u32>,
    samples: u32,
}

impl Tally {
    fn add(&mut self, ms: u32) {
        self.first_ms.get_or_insert(ms);
        self.samples += 1;
    }

    fn repair(&self, kind: RepairKind) -> Option<Repair> {
        let at = self.first_ms.map(|ms| f64::from(ms) / 1000.0);
        (self.samples > 0).then(|| repair(kind, self.samples, at))
    }
}
