//! Marking what cannot be true in a recording: the values stay, and stretches that must not be used are named.

use serde::{Deserialize, Serialize};

use crate::recording::{Channel, Recording, Repair, RepairKind, Span};
use crate::sport::Sport;

mod bounds;
mod excursion;
mod frozen;
#[cfg(test)]
mod tests;
mod track;

/// Past which values, and changes of value, samples are marked as suspect. One athlete may have other limits than the usual:
/// a sprinter's power, a child's heart.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RepairLimits {
    /// Lowest heart rate, bpm.
    pub hr_min: f64,
    /// Highest heart rate, bpm.
    pub hr_max: f64,
    /// Fastest change of heart rate, bpm per second.
    pub hr_step: f64,
    /// Highest power, watts.
    pub power_max: f64,
    /// Highest running speed, m/s; riding and skiing have their own fixed bounds.
    pub run_speed_max: f64,
    /// Fastest change of altitude, metres per second.
    pub climb_max: f64,
}

impl Default for RepairLimits {
    /// SCIENCE 0: heart rate 30 to 230 bpm, at most 15 bpm per second, power up to 2500 W, running up to 12 m/s; altitude
    /// changes up to 30 m/s are a design choice.
    fn default() -> RepairLimits {
        RepairLimits {
            hr_min: 30.0,
            hr_max: 230.0,
            hr_step: 15.0,
            power_max: 2500.0,
            run_speed_max: 12.0,
            climb_max: 30.0,
        }
    }
}

impl RepairLimits {
    /// Whether the limits can be used: each pair in order, every step and bound above nothing, and all of them numbers.
    #[must_use]
    pub fn sound(&self) -> bool {
        let positive = [self.hr_step, self.power_max, self.run_speed_max, self.climb_max];
        self.hr_min >= 0.0
            && self.hr_min < self.hr_max
            && self.hr_max.is_finite()
            && positive.iter().all(|limit| limit.is_finite() && *limit > 0.0)
    }
}

/// Marks suspect stretches anew (earlier marks are taken away first) and says what was marked: one repair for each kind and
/// channel, in the order of channels.
///
/// Marked are, in this order, and only what no earlier rule has marked:
/// 1. values that cannot be: not a number, or outside what the limits and the channel's own bounds allow
///    ([`RepairKind::ImpossibleValues`]); a position of exactly 0, 0 is one;
/// 2. heart rates that leave by a jump and come back ([`RepairKind::Spike`]), altitudes that do ([`RepairKind::AltitudeGlitch`])
///    and positions that do, latitude and longitude alike ([`RepairKind::PositionJump`]). A level that changes and stays is
///    kept: which of the two levels is the true one nobody can tell from here. Only where an altitude or a position jumps
///    within the first half minute and stays, the short beginning is marked: a device that shows its last place before it
///    finds itself;
/// 3. heart rate that stands still for more than two minutes while the effort does not, and power that stands still above
///    zero while nobody pedals ([`RepairKind::Dropout`]).
///
/// Zero power is data (SCIENCE 0) and is never marked. Limits that are not [`RepairLimits::sound`] give way to the usual ones.
pub fn clean(recording: &mut Recording, limits: &RepairLimits) -> Vec<Repair> {
    let usual = RepairLimits::default();
    let limits = if limits.sound() { limits } else { &usual };
    let sport = recording.sport;
    let mut marks: Vec<Marks> = recording.channels.iter().map(|channel| Marks::of(channel, sport, limits)).collect();
    track::mark(&recording.channels, &mut marks, sport, limits);
    for (channel, marks) in recording.channels.iter().zip(&mut marks) {
        excursion::mark(channel, marks, limits);
    }
    frozen::mark(&recording.channels, &mut marks);
    let mut repairs = Vec::new();
    for (channel, marks) in recording.channels.iter_mut().zip(&marks) {
        channel.suspect = marks.spans(&channel.ms);
        repairs.extend(marks.repairs(channel));
    }
    repairs
}

/// What is wrong with each sample of a channel.
struct Marks(Vec<Option<RepairKind>>);

impl Marks {
    /// The samples that cannot be.
    fn of(channel: &Channel, sport: Sport, limits: &RepairLimits) -> Marks {
        let (low, high) = bounds::of(channel.kind, sport, limits);
        let wrong = |value: &f64| (!(low..=high).contains(value)).then_some(RepairKind::ImpossibleValues);
        Marks(channel.values.iter().map(wrong).collect())
    }

    fn add(&mut self, at: usize, kind: RepairKind) {
        if let Some(mark) = self.0.get_mut(at) {
            mark.get_or_insert(kind);
        }
    }

    fn free(&self, at: usize) -> bool {
        self.0.get(at).is_some_and(Option::is_none)
    }

    /// Samples that nothing is wrong with: index, seconds, value.
    fn left<'a>(&'a self, channel: &'a Channel) -> impl Iterator<Item = Sample> + 'a {
        let all = channel.ms.iter().zip(&channel.values).enumerate();
        all.filter(|(at, _)| self.free(*at)).map(|(at, (ms, value))| Sample {
            at,
            seconds: f64::from(*ms) / 1000.0,
            value: *value,
        })
    }

    /// Marked samples that follow one another, as stretches.
    fn spans(&self, ms: &[u32]) -> Vec<Span> {
        let mut spans: Vec<Span> = Vec::new();
        let mut last_was_marked = false;
        for (mark, ms) in self.0.iter().zip(ms) {
            let to_ms = ms.saturating_add(1);
            match (mark, spans.last_mut()) {
                (Some(_), Some(span)) if last_was_marked => span.to_ms = to_ms,
                (Some(_), _) => spans.push(Span { from_ms: *ms, to_ms }),
                (None, _) => {}
            }
            last_was_marked = mark.is_some();
        }
        spans
    }

    fn repairs(&self, channel: &Channel) -> Vec<Repair> {
        let mut repairs: Vec<Repair> = Vec::new();
        for (mark, ms) in self.0.iter().zip(&channel.ms) {
            let Some(kind) = *mark else { continue };
            match repairs.iter_mut().find(|repair| repair.kind == kind) {
                Some(repair) => repair.samples += 1,
                None => repairs.push(Repair {
                    kind,
                    channel: Some(channel.kind),
                    at_s: Some(f64::from(*ms) / 1000.0),
                    samples: 1,
                }),
            }
        }
        repairs.sort_by_key(|repair| repair.kind);
        repairs
    }
}

/// A sample still in question.
#[derive(Clone, Copy)]
struct Sample {
    /// Its index in the channel.
    at: usize,
    seconds: f64,
    value: f64,
}
