//! Several recordings of one session on one clock.

use chrono::{DateTime, Utc};

use crate::recording::{Channel, ChannelKind, DeviceTotals, Recording, Span, Way};
use crate::same;
use crate::unit::{Meters, Seconds};

/// A recording and where it lies.
struct Placed<'a> {
    recording: &'a Recording,
    /// Milliseconds from the first start of all.
    offset: u32,
    span: Span,
}

impl Placed<'_> {
    /// A stretch on this recording's own clock.
    const fn own(&self, span: Span) -> Span {
        Span { from_ms: span.from_ms - self.offset, to_ms: span.to_ms - self.offset }
    }
}

/// One recording of `one` and `others`: `one` says sport, device and comment, the richer says what was measured where they
/// overlap, and what lies between them is a pause.
pub(super) fn joined(one: &Recording, others: &[Recording]) -> Recording {
    let start = others.iter().map(|other| other.start).fold(one.start, DateTime::min);
    let mut all: Vec<Placed<'_>> =
        std::iter::once(one).chain(others).map(|recording| placed(recording, start)).collect();
    all.sort_by(|a, b| richness(b.recording).total_cmp(&richness(a.recording)));
    let mut taken: Vec<Span> = Vec::new();
    let mut pieces: Vec<(&Placed<'_>, Span)> = Vec::new();
    for placed in &all {
        pieces.extend(without(placed.span, &taken).into_iter().map(|span| (placed, span)));
        taken.push(placed.span);
    }
    pieces.sort_by_key(|(_, span)| span.from_ms);
    let end = pieces.last().map_or(0, |(_, span)| span.to_ms);
    let mut whole = Recording {
        start,
        timer: Seconds(0.0),
        elapsed: Seconds(f64::from(end) / 1000.0),
        distance: None,
        laps: Vec::new(),
        pauses: gaps(&pieces),
        lengths: Vec::new(),
        sets: Vec::new(),
        pool: one.pool.or_else(|| others.iter().find_map(|other| other.pool)),
        comment: one.comment.clone().or_else(|| others.iter().find_map(|other| other.comment.clone())),
        totals: DeviceTotals {
            rpe: one.totals.rpe.or_else(|| others.iter().find_map(|other| other.totals.rpe)),
            ..DeviceTotals::default()
        },
        channels: ChannelKind::ALL.iter().filter_map(|kind| channel(*kind, &all)).collect(),
        ..one.clone()
    };
    for (placed, span) in pieces {
        let mut part = super::part(placed.recording, placed.own(span));
        whole.timer.0 += part.timer.0;
        whole.distance = match (whole.distance, part.distance) {
            (Some(far), Some(more)) => Some(Meters(far.0 + more.0)),
            (one, other) => one.or(other),
        };
        let moved = |own: Span| Span { from_ms: own.from_ms + span.from_ms, to_ms: own.to_ms + span.from_ms };
        let place = |own: &mut Span| *own = moved(*own);
        part.laps.iter_mut().for_each(|lap| place(&mut lap.span));
        part.pauses.iter_mut().for_each(&place);
        part.lengths.iter_mut().for_each(|length| place(&mut length.span));
        part.sets.iter_mut().filter_map(|set| set.span.as_mut()).for_each(&place);
        whole.laps.append(&mut part.laps);
        whole.pauses.append(&mut part.pauses);
        whole.lengths.append(&mut part.lengths);
        whole.sets.append(&mut part.sets);
    }
    whole.pauses.sort_by_key(|pause| pause.from_ms);
    whole.records = whole.channels.iter().map(|channel| channel.ms.len() as u32).max().unwrap_or(one.records);
    whole
}

fn placed(recording: &Recording, start: DateTime<Utc>) -> Placed<'_> {
    let offset = u32::try_from((recording.start - start).num_milliseconds()).unwrap_or(u32::MAX);
    let span = Span { from_ms: offset, to_ms: offset.saturating_add(recording.end_ms()) };
    Placed { recording, offset, span }
}

fn richness(recording: &Recording) -> f64 {
    let sizes: Vec<(ChannelKind, u32)> =
        recording.channels.iter().map(|channel| (channel.kind, channel.usable().count() as u32)).collect();
    same::richness(&sizes)
}

/// What is left of a span without others.
fn without(span: Span, others: &[Span]) -> Vec<Span> {
    let mut left = vec![span];
    for other in others {
        left = left
            .into_iter()
            .flat_map(|span| {
                let before = Span { from_ms: span.from_ms, to_ms: span.to_ms.min(other.from_ms) };
                let after = Span { from_ms: span.from_ms.max(other.to_ms), to_ms: span.to_ms };
                [before, after]
            })
            .filter(|span| span.from_ms < span.to_ms)
            .collect();
    }
    left
}

/// The time between pieces, in which nothing was recorded.
fn gaps(pieces: &[(&Placed<'_>, Span)]) -> Vec<Span> {
    let between = pieces.windows(2).map(|pair| Span { from_ms: pair[0].1.to_ms, to_ms: pair[1].1.from_ms });
    between.filter(|gap| gap.from_ms < gap.to_ms).collect()
}

/// One channel of all recordings that have it; `all` richest first.
fn channel(kind: ChannelKind, all: &[Placed<'_>]) -> Option<Channel> {
    let having: Vec<(&Placed<'_>, &Channel)> =
        all.iter().filter_map(|placed| Some((placed, placed.recording.channel(kind)?))).collect();
    let mut taken: Vec<Span> = Vec::new();
    let mut pieces: Vec<(&Placed<'_>, Option<&Channel>, Span)> = Vec::new();
    for (placed, channel) in &having {
        pieces.extend(without(placed.span, &taken).into_iter().map(|span| (*placed, Some(*channel), span)));
        taken.push(placed.span);
    }
    // Way that only a total tells of goes into the way of what comes after.
    let told = |placed: &&Placed<'_>| kind == ChannelKind::Distance && placed.recording.channel(kind).is_none();
    for placed in all.iter().filter(told) {
        if without(placed.span, &taken) == [placed.span] {
            pieces.push((placed, None, placed.span));
            taken.push(placed.span);
        }
    }
    pieces.sort_by_key(|(_, _, span)| span.from_ms);
    let mut whole = Channel { kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    let mut far = 0.0;
    for (placed, channel, span) in pieces {
        let Some(channel) = channel else {
            far += placed.recording.distance.map_or(0.0, |distance| distance.0);
            continue;
        };
        let own = placed.own(span);
        let last = span.to_ms == placed.span.to_ms;
        let add = if kind == ChannelKind::Distance {
            // The way goes on from where the piece before ended. One sample is no way, but a distance all the same; and
            // between the last sample and the end some way was covered, which only the total tells.
            let way = Way::of(placed.recording);
            let own_far = |ms| way.as_ref().map_or_else(|| channel.values.last().copied().unwrap_or(0.0), |w| w.at(ms));
            let total = placed.recording.distance.filter(|_| last).map_or(0.0, |total| total.0);
            let base = if own.from_ms == 0 { 0.0 } else { own_far(own.from_ms) };
            let begun = far;
            far += own_far(own.to_ms).max(total) - base;
            begun - base
        } else {
            0.0
        };
        for (ms, value) in channel.ms.iter().zip(&channel.values) {
            // The last sample of a recording lies on its end.
            if own.contains(*ms) || (last && *ms == own.to_ms) {
                let at = ms + placed.offset;
                if whole.ms.last().is_none_or(|before| *before < at) {
                    whole.ms.push(at);
                    whole.values.push(value + add);
                }
            }
        }
    }
    (!whole.ms.is_empty()).then_some(whole)
}
