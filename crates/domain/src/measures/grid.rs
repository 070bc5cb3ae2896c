//! A recording on one clock: its channels once a second over the recorded seconds, with every break kept open.

use std::ops::Range;

use science::series::{self, Segment};

use super::Doubt;
use crate::reading::Missing;
use crate::recording::{ChannelKind, Recording};
use crate::sport::Sport;

/// Longest gap bridged in a channel of a device that records only when something changes, seconds. There a sample every 6
/// to 8 s is the rule and not a gap, and what changes slowly (heart rate, height, the way covered) may run on a straight
/// line between; beyond 30 s a recording is broken for any quantity (SCIENCE 0). Power is not slow: there the 5 s rule
/// always holds.
const SPARSE_BRIDGED_S: u32 = 30;

/// Share of the timer time that must be usable for a load (SCIENCE 3).
const SHARE_NEEDED: f64 = 0.6;
/// Share above which it is scaled up without a word.
const SHARE_UNSAID: f64 = 0.9;

/// Channels any session is asked for.
const ALWAYS: &[ChannelKind] = &[ChannelKind::HeartRate, ChannelKind::Temperature];
/// And what is travelled with.
const TRAVEL: &[ChannelKind] = &[ChannelKind::Power, ChannelKind::Altitude, ChannelKind::Cadence];
/// And what shows how fast; a ride is measured by its power.
const SPEED: &[ChannelKind] = &[ChannelKind::Speed, ChannelKind::Distance];
/// And what a foot does.
const GAIT: &[ChannelKind] = &[
    ChannelKind::GroundContact,
    ChannelKind::GroundContactBalance,
    ChannelKind::VerticalOscillation,
    ChannelKind::VerticalRatio,
    ChannelKind::StepLength,
];

/// A stretch of recorded seconds without a break in all channels at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    /// First second, since the activity's start.
    pub(super) start_s: u32,
    /// Its rows.
    pub(super) rows: Range<usize>,
}

impl Stretch {
    fn end_s(&self) -> u32 {
        self.start_s + self.rows.len() as u32
    }
}

/// One channel once a second.
#[derive(Debug)]
pub(super) struct Track {
    /// Its own stretches without a break.
    pub(super) segments: Vec<Segment>,
    /// A value for each row of the grid; not a number where there is none.
    pub(super) rows: Vec<f64>,
    /// Usable seconds.
    pub(super) seconds: usize,
}

impl Track {
    /// The usable values, end to end.
    pub(super) fn values(&self) -> impl Iterator<Item = f64> + '_ {
        self.segments.iter().flat_map(|segment| segment.values.iter().copied())
    }

    /// Mean of the usable seconds, of which there is at least one.
    pub(super) fn mean(&self) -> f64 {
        self.values().sum::<f64>() / self.seconds as f64
    }

    /// The largest of them.
    pub(super) fn highest(&self) -> f64 {
        self.values().fold(f64::NEG_INFINITY, f64::max)
    }
}

/// All of them side by side. Between two stretches lies one row without any value, so that what runs over the rows and
/// stops at a missing value never reaches across a break.
#[derive(Debug)]
pub(super) struct Grid {
    /// Time with the timer running, seconds.
    pub(super) timer_s: f64,
    /// Rows in all.
    pub(super) length: usize,
    pub(super) stretches: Vec<Stretch>,
    tracks: Vec<(ChannelKind, Track)>,
}

impl Grid {
    pub(super) fn of(recording: &Recording) -> Grid {
        let pauses = pauses(recording);
        let wanted: &[&[ChannelKind]] = match recording.sport {
            Sport::Strength | Sport::Mobility | Sport::Transition => &[ALWAYS],
            Sport::Ride => &[ALWAYS, TRAVEL],
            Sport::Run => &[ALWAYS, TRAVEL, SPEED, GAIT],
            _ => &[ALWAYS, TRAVEL, SPEED],
        };
        let parts: Vec<(ChannelKind, Vec<Segment>)> = wanted
            .iter()
            .flat_map(|kinds| kinds.iter())
            .filter_map(|&kind| Some((kind, segments(recording, kind, &pauses)?)))
            .collect();
        let stretches = stretches(&parts, &pauses);
        let length = stretches.last().map_or(0, |last| last.rows.end);
        let tracks = parts
            .into_iter()
            .map(|(kind, segments)| {
                let rows = laid(&segments, &stretches, length);
                let seconds = segments.iter().map(|segment| segment.values.len()).sum();
                (kind, Track { segments, rows, seconds })
            })
            .collect();
        let paused: f64 = recording.pauses.iter().map(|pause| pause.seconds()).sum();
        let timer = recording.timer.0;
        let timer_s = if timer > 0.0 { timer } else { (recording.elapsed.0 - paused).max(0.0) };
        Grid { timer_s, length, stretches, tracks }
    }

    /// A channel with at least one usable second.
    pub(super) fn track(&self, kind: ChannelKind) -> Result<&Track, Missing> {
        let (_, track) = self.tracks.iter().find(|(found, _)| *found == kind).ok_or(Missing::NoChannel)?;
        if track.seconds == 0 { Err(Missing::PoorQuality) } else { Ok(track) }
    }

    /// What `seconds` usable seconds are multiplied by to stand for the whole timer time, 1 or more, and what to say of it.
    pub(super) fn whole(&self, seconds: usize) -> Result<(f64, Option<Doubt>), Missing> {
        let seconds = seconds as f64;
        let share = if seconds < self.timer_s { seconds / self.timer_s } else { f64::from(seconds > 0.0) };
        if share < SHARE_NEEDED {
            return Err(Missing::PoorQuality);
        }
        Ok((share.recip(), (share <= SHARE_UNSAID).then_some(Doubt::ScaledUp { share })))
    }

    /// What to say of a mean over `seconds` usable seconds, however few they are.
    pub(super) fn partly(&self, seconds: usize) -> Option<Doubt> {
        let share = seconds as f64 / self.timer_s;
        (share <= SHARE_UNSAID).then_some(Doubt::ScaledUp { share })
    }

    /// Row by row, as segments with their time.
    pub(super) fn segments(&self, rows: &[f64]) -> Vec<Segment> {
        let segment = |stretch: &Stretch| {
            Some(Segment { start_s: stretch.start_s, values: rows.get(stretch.rows.clone())?.to_vec() })
        };
        self.stretches.iter().filter_map(segment).collect()
    }

    /// The longest break from a row on, seconds.
    pub(super) fn longest_break(&self, from: usize) -> f64 {
        let breaks = self.stretches.windows(2).filter(|pair| pair[1].rows.start > from);
        breaks.map(|pair| f64::from(pair[1].start_s.saturating_sub(pair[0].end_s()))).fold(0.0, f64::max)
    }
}

pub(super) fn pauses(recording: &Recording) -> Vec<Range<u32>> {
    recording.pauses.iter().map(|pause| pause.from_ms..pause.to_ms).collect()
}

/// The usable seconds of a channel: the limits of an athlete are in its marks, and are not judged again here.
pub(super) fn segments(recording: &Recording, kind: ChannelKind, pauses: &[Range<u32>]) -> Option<Vec<Segment>> {
    let channel = recording.channel(kind)?;
    let samples = channel.usable().filter(|(_, value)| counts(kind, *value));
    Some(if kind != ChannelKind::Power && sparse(&channel.ms) {
        series::one_hz_bridging(samples, pauses, SPARSE_BRIDGED_S)
    } else {
        series::one_hz(samples, pauses)
    })
}

/// Whether a value is data: a heart at zero is missing, power at zero is coasting.
fn counts(kind: ChannelKind, value: f64) -> bool {
    value.is_finite()
        && match kind {
            ChannelKind::Power | ChannelKind::Speed | ChannelKind::Cadence | ChannelKind::Distance => value >= 0.0,
            ChannelKind::Altitude | ChannelKind::Temperature => true,
            ChannelKind::GroundContactBalance => value > 0.0 && value < 100.0,
            _ => value > 0.0,
        }
}

/// Whether the usual distance between samples is two seconds or more: recorded on change and not every second.
pub(super) fn sparse(ms: &[u32]) -> bool {
    let far = ms.windows(2).filter(|pair| pair[1].saturating_sub(pair[0]) >= 2000).count();
    far > 0 && 2 * far >= ms.len() - 1
}

/// Where any channel has a second, cut at every pause.
fn stretches(parts: &[(ChannelKind, Vec<Segment>)], pauses: &[Range<u32>]) -> Vec<Stretch> {
    let span = |segment: &Segment| (segment.start_s, segment.start_s + segment.values.len() as u32);
    let mut spans: Vec<(u32, u32)> = parts.iter().flat_map(|(_, segments)| segments.iter().map(span)).collect();
    spans.sort_unstable();
    let mut cuts: Vec<u32> =
        pauses.iter().filter(|pause| !pause.is_empty()).map(|pause| pause.start.div_ceil(1000)).collect();
    cuts.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (start, end) in spans {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    let mut stretches: Vec<Stretch> = Vec::with_capacity(joined.len() + cuts.len());
    let mut cuts = cuts.into_iter().peekable();
    for (mut start, end) in joined {
        while start < end {
            while cuts.next_if(|cut| *cut <= start).is_some() {}
            let upto = cuts.peek().map_or(end, |cut| end.min(*cut));
            let row = stretches.last().map_or(0, |last| last.rows.end + 1);
            stretches.push(Stretch { start_s: start, rows: row..row + (upto - start) as usize });
            start = upto;
        }
    }
    stretches
}

fn laid(segments: &[Segment], stretches: &[Stretch], length: usize) -> Vec<f64> {
    let mut rows = vec![f64::NAN; length];
    let mut ahead = stretches.iter().peekable();
    for segment in segments {
        let mut rest = segment.values.as_slice();
        let mut at = segment.start_s;
        while !rest.is_empty() {
            while ahead.next_if(|stretch| stretch.end_s() <= at).is_some() {}
            let Some(stretch) = ahead.peek() else { break };
            let first = stretch.rows.start + at.saturating_sub(stretch.start_s) as usize;
            let (here, later) = rest.split_at(rest.len().min(stretch.rows.end - first));
            rows[first..first + here.len()].copy_from_slice(here);
            at += here.len() as u32;
            rest = later;
        }
    }
    rows
}
