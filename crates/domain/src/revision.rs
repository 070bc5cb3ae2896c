//! What a person changes about a recorded activity. Each change is a decision of its own with who, when and why; nothing is
//! overwritten. The version in force is computed anew from what was recorded and the changes that stand, so that taking one
//! back gives what stood there before, to the last sample.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::clean::RepairLimits;
use crate::id::{ActivityId, RevisionId};
use crate::recording::{ChannelKind, Recording, Repair, RepairKind, Span};
use crate::sport::Sport;
use crate::unit::{Meters, Seconds};

mod join;
#[cfg(test)]
mod tests;
mod told;

/// One change. Moments are seconds since the start of what was recorded (see [`Change::moved`] for those of a screen), so
/// that changes hold in whatever order they came and whichever of them is taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Change {
    /// Keep what lies between two moments. Of several, what lies within all of them.
    Trim {
        /// First moment kept.
        from_s: f64,
        /// End of what is kept.
        to_s: f64,
    },
    /// Parts that count instead of the whole, cut at these moments.
    Split {
        /// Moments, ascending.
        at_s: Vec<f64>,
    },
    /// Other recordings of the same session belong to this one.
    Merge {
        /// Which.
        of: Vec<ActivityId>,
    },
    /// It was another sport.
    Sport {
        /// The sport.
        sport: Sport,
    },
    /// Another comment than the file's; `None` for none.
    Comment {
        /// What to say.
        comment: Option<String>,
    },
    /// What a channel says between two moments is not the athlete's: another runner's strap, a dog on the leash.
    Exclude {
        /// The channel; what is measured together with it goes along (positions, beats with the heart rate).
        channel: ChannelKind,
        /// First moment left out.
        from_s: f64,
        /// End of what is left out.
        to_s: f64,
    },
    /// Limits of repairs for this activity alone; they stand over the athlete's.
    Limits {
        /// The limits.
        limits: RepairLimits,
    },
}

impl Change {
    /// The stable name used in the words file (`revision-trim`).
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Change::Trim { .. } => "trim",
            Change::Split { .. } => "split",
            Change::Merge { .. } => "merge",
            Change::Sport { .. } => "sport",
            Change::Comment { .. } => "comment",
            Change::Exclude { .. } => "exclude",
            Change::Limits { .. } => "limits",
        }
    }

    /// The same change with its moments counted from a start that lies `by` seconds earlier (later if negative).
    #[must_use]
    pub fn moved(mut self, by: f64) -> Change {
        match &mut self {
            Change::Trim { from_s, to_s } | Change::Exclude { from_s, to_s, .. } => {
                *from_s += by;
                *to_s += by;
            }
            Change::Split { at_s } => at_s.iter_mut().for_each(|at| *at += by),
            Change::Merge { .. } | Change::Sport { .. } | Change::Comment { .. } | Change::Limits { .. } => {}
        }
        self
    }
}

/// A change as kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// Identity.
    pub id: RevisionId,
    /// Of which activity.
    pub activity: ActivityId,
    /// What.
    pub change: Change,
    /// Why, in the person's own words.
    pub reason: String,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// It was taken back.
    pub undone: Option<Undone>,
}

/// That a change was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Why.
    pub reason: String,
    /// Who.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a change made of an activity besides the one it was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// It was split, and its parts count instead.
    Whole,
    /// It is a part of one that was split.
    Part,
    /// It was merged into another.
    Merged,
}

/// That an activity has a role in a change that was made on `of` (itself, where it was split).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Which activity.
    pub activity: ActivityId,
    /// Its role.
    pub role: Role,
    /// The change.
    pub revision: RevisionId,
    /// The activity that was changed.
    pub of: ActivityId,
}

/// An activity with the changes that stand, before it is cleaned and measured.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    /// What stands.
    pub recording: Recording,
    /// What was left out because a person said so.
    pub excluded: Vec<Repair>,
    /// Seconds from the start of what was recorded to the start of what stands; negative where something earlier was
    /// merged in.
    pub offset_s: f64,
}

/// The limits of repairs that the changes ask for: those of the newest, `None` for the athlete's.
#[must_use]
pub fn limits(changes: &[Change]) -> Option<RepairLimits> {
    changes.iter().rev().find_map(|change| match change {
        Change::Limits { limits } => Some(*limits),
        _ => None,
    })
}

/// What stands: `recorded` with `changes` (the standing ones, oldest first) applied to it, and the recordings named by
/// [`Change::Merge`] in `others`. Without a change it is what was recorded. [`Change::Split`] does not change the whole
/// (its parts count instead, see [`split`]) and [`Change::Limits`] belongs to cleaning, which comes after this.
///
/// Merged recordings lie on one clock; between them is a pause, and where they overlap each channel is that of the richer
/// recording ([`crate::same::richness`]) that has it. Left out samples are gone from the version, not zero.
#[must_use]
pub fn apply(recorded: &Recording, changes: &[Change], others: &[Recording]) -> Version {
    let mut recording = if others.is_empty() { recorded.clone() } else { join::joined(recorded, others) };
    let whole_start = recording.start;
    let shift_s = (whole_start - recorded.start).num_milliseconds() as f64 / 1000.0;
    let end = recording.end_ms();
    let span = |from_s: f64, to_s: f64| Span { from_ms: ms(from_s - shift_s), to_ms: ms(to_s - shift_s) };
    let mut kept = Span { from_ms: 0, to_ms: end };
    let mut excluded = Vec::new();
    for change in changes {
        match change {
            Change::Trim { from_s, to_s } => {
                let trim = span(*from_s, *to_s);
                kept = Span { from_ms: kept.from_ms.max(trim.from_ms), to_ms: kept.to_ms.min(trim.to_ms) };
            }
            Change::Exclude { channel, from_s, to_s } => {
                excluded.extend(exclude(&mut recording, *channel, span(*from_s, *to_s)));
            }
            Change::Sport { sport } => {
                recording.sport = *sport;
                recording.sport_detail = None;
            }
            Change::Comment { comment } => recording.comment.clone_from(comment),
            Change::Split { .. } | Change::Merge { .. } | Change::Limits { .. } => {}
        }
    }
    let recording = part(&recording, kept);
    let moved_s = (recording.start - whole_start).num_milliseconds() as f64 / 1000.0;
    for repair in &mut excluded {
        repair.at_s = repair.at_s.map(|at| (at - moved_s).max(0.0));
    }
    Version { recording, excluded, offset_s: shift_s + moved_s }
}

/// The parts of a recording cut at moments, seconds since its own start, ascending. Every sample is in exactly one of them.
#[must_use]
pub fn split(whole: &Recording, at_s: &[f64]) -> Vec<Recording> {
    let end = whole.end_ms();
    let mut edges: Vec<u32> = at_s.iter().map(|at| ms(*at).min(end)).collect();
    edges.insert(0, 0);
    edges.push(end);
    edges.windows(2).map(|edge| part(whole, Span { from_ms: edge[0], to_ms: edge[1] })).collect()
}

/// One stretch as a recording of its own. The device's timer may have stood still without saying when: a stretch has its
/// share of that, so that the times of parts add up to the whole's. Sets without a time go with the beginning, and what was
/// felt and said was felt and said of every part.
fn part(whole: &Recording, span: Span) -> Recording {
    let end = whole.end_ms();
    if span.from_ms == 0 && span.to_ms >= end {
        return whole.clone();
    }
    let mut part = whole.part(&[span]);
    let running = (f64::from(end) / 1000.0 - whole.pauses.iter().map(|pause| pause.seconds()).sum::<f64>()).max(0.0);
    if running > 0.0 {
        part.timer = Seconds(part.timer.0 * whole.timer.0 / running);
    }
    if span.from_ms == 0 {
        part.sets.extend(whole.sets.iter().filter(|set| set.span.is_none()).cloned());
    }
    if let (None, Some(pool)) = (part.distance, part.pool) {
        let swum = part.lengths.iter().filter(|length| length.active).count();
        part.distance = (!part.lengths.is_empty()).then_some(Meters(pool.0 * swum as f64));
    }
    part.channels.retain(|channel| !channel.ms.is_empty());
    part.totals.rpe = whole.totals.rpe;
    part.comment.clone_from(&whole.comment);
    part
}

/// Takes the samples of a stretch away, and says how many they were.
fn exclude(recording: &mut Recording, channel: ChannelKind, span: Span) -> Vec<Repair> {
    let mut repairs = Vec::new();
    for kind in along(channel) {
        let Some(channel) = recording.channels.iter_mut().find(|channel| channel.kind == kind) else { continue };
        let keep: Vec<bool> = channel.ms.iter().map(|ms| !span.contains(*ms)).collect();
        let samples = keep.iter().filter(|keep| !**keep).count() as u32;
        if samples == 0 {
            continue;
        }
        let first = keep.iter().position(|keep| !keep).map(|at| f64::from(channel.ms[at]) / 1000.0);
        let mut kept = keep.iter();
        channel.ms.retain(|_| kept.next().is_some_and(|keep| *keep));
        let mut kept = keep.iter();
        channel.values.retain(|_| kept.next().is_some_and(|keep| *keep));
        repairs.push(Repair { kind: RepairKind::Excluded, channel: Some(kind), at_s: first, samples });
    }
    recording.channels.retain(|channel| !channel.ms.is_empty());
    repairs
}

/// What one sensor measures together: half a position is none, and a strap's beats are those of its heart rate.
fn along(kind: ChannelKind) -> Vec<ChannelKind> {
    match kind {
        ChannelKind::Latitude | ChannelKind::Longitude => vec![ChannelKind::Latitude, ChannelKind::Longitude],
        ChannelKind::HeartRate | ChannelKind::RrInterval => vec![ChannelKind::HeartRate, ChannelKind::RrInterval],
        other => vec![other],
    }
}

/// Whole milliseconds of a moment, none before the start.
fn ms(seconds: f64) -> u32 {
    (seconds * 1000.0).round().clamp(0.0, f64::from(u32::MAX)) as u32
}
