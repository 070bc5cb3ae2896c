//! Part of a recording as a recording of its own: a lap, an interval, a span somebody marked, or several of them together.

use chrono::TimeDelta;

use super::{Channel, ChannelKind, DeviceTotals, Recording, Span, Way};
use crate::unit::{Meters, Seconds};

impl Recording {
    /// What lies in `spans`, given in any order. Times and the way covered count from where the first span begins, and
    /// what lies between two spans is a pause, so that nothing computed of the part reaches across. Time is that of the
    /// spans without the pauses in them; the distance is what the distance channel says was covered in them, unknown
    /// without one. What the device said of the whole ([`DeviceTotals`], the comment) is not said of a part. Spans that
    /// together hold everything give the recording itself back.
    #[must_use]
    pub fn part(&self, spans: &[Span]) -> Recording {
        let end = self.end_ms();
        let spans = joined(spans, end);
        if matches!(spans.as_slice(), [all] if all.from_ms == 0 && all.to_ms == end) {
            return self.clone();
        }
        let (start, stop) = spans.first().zip(spans.last()).map_or((0, 0), |(first, last)| (first.from_ms, last.to_ms));
        let shifted = |span: Span| Span { from_ms: span.from_ms - start, to_ms: span.to_ms - start };
        let paused: Vec<Span> =
            spans.iter().flat_map(|span| self.pauses.iter().filter_map(|pause| shared(*span, *pause))).collect();
        let between = spans.windows(2).map(|pair| Span { from_ms: pair[0].to_ms, to_ms: pair[1].from_ms });
        let mut pauses: Vec<Span> = paused.iter().copied().chain(between).map(shifted).collect();
        pauses.sort_by_key(|pause| pause.from_ms);
        let seconds = |spans: &[Span]| spans.iter().map(|span| span.seconds()).sum::<f64>();
        let way = Way::of(self);
        let covered = |way: &Way| spans.iter().map(|span| way.at(span.to_ms) - way.at(span.from_ms)).sum();
        let base = way.as_ref().map_or(0.0, |way| way.at(start));
        let channels: Vec<Channel> = self.channels.iter().map(|all| cut(all, &spans, end, base)).collect();
        let holds = |span: Span| {
            let middle = span.from_ms + span.to_ms.saturating_sub(span.from_ms) / 2;
            spans.iter().any(|one| one.contains(middle))
        };
        let mut lengths: Vec<_> = self.lengths.iter().filter(|length| holds(length.span)).cloned().collect();
        lengths.iter_mut().for_each(|length| length.span = moved(length.span, start));
        let mut sets: Vec<_> = self.sets.iter().filter(|set| set.span.is_some_and(holds)).cloned().collect();
        sets.iter_mut().for_each(|set| set.span = set.span.map(|span| moved(span, start)));
        let mut laps: Vec<_> = self.laps.iter().filter(|lap| holds(lap.span)).cloned().collect();
        laps.iter_mut().for_each(|lap| lap.span = moved(lap.span, start));
        Recording {
            start: self.start + TimeDelta::milliseconds(i64::from(start)),
            timer: Seconds((seconds(&spans) - seconds(&paused)).max(0.0)),
            elapsed: Seconds(f64::from(stop - start) / 1000.0),
            distance: way.as_ref().map(covered).map(Meters),
            records: channels.iter().map(|channel| channel.ms.len()).max().map_or(0, |most| most as u32),
            laps,
            pauses,
            channels,
            totals: DeviceTotals::default(),
            lengths,
            sets,
            comment: None,
            sport: self.sport,
            sport_detail: self.sport_detail.clone(),
            device: self.device.clone(),
            pool: self.pool,
            utc_offset_s: self.utc_offset_s,
            local_clock: self.local_clock,
        }
    }

    /// Its last millisecond: of the elapsed time, or of the last sample where that is later.
    #[must_use]
    pub fn end_ms(&self) -> u32 {
        let elapsed = (self.elapsed.0.max(0.0) * 1000.0).round() as u32;
        self.channels.iter().filter_map(|channel| channel.ms.last().copied()).fold(elapsed, u32::max)
    }
}

/// In order, within the recording, overlapping and touching ones as one, empty ones left out.
fn joined(spans: &[Span], end: u32) -> Vec<Span> {
    let mut spans: Vec<Span> =
        spans.iter().map(|span| Span { from_ms: span.from_ms, to_ms: span.to_ms.min(end) }).collect();
    spans.retain(|span| span.from_ms < span.to_ms);
    spans.sort_by_key(|span| span.from_ms);
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.from_ms <= last.to_ms => last.to_ms = last.to_ms.max(span.to_ms),
            _ => joined.push(span),
        }
    }
    joined
}

fn shared(a: Span, b: Span) -> Option<Span> {
    let span = Span { from_ms: a.from_ms.max(b.from_ms), to_ms: a.to_ms.min(b.to_ms) };
    (span.from_ms < span.to_ms).then_some(span)
}

fn moved(span: Span, start: u32) -> Span {
    Span { from_ms: span.from_ms.saturating_sub(start), to_ms: span.to_ms.saturating_sub(start) }
}

/// The samples in the spans; a span that reaches the end holds the last sample too.
fn cut(channel: &Channel, spans: &[Span], end: u32, base: f64) -> Channel {
    let start = spans.first().map_or(0, |first| first.from_ms);
    let base = if channel.kind == ChannelKind::Distance { base } else { 0.0 };
    let mut part = Channel { kind: channel.kind, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    for span in spans {
        let first = channel.ms.partition_point(|ms| *ms < span.from_ms);
        let last = channel.ms.partition_point(|ms| *ms < span.to_ms || (*ms == end && span.to_ms == end));
        part.ms.extend(channel.ms[first..last].iter().map(|ms| ms - start));
        part.values.extend(channel.values[first..last].iter().map(|value| value - base));
        let suspect = channel.suspect.iter().filter_map(|suspect| shared(*suspect, *span));
        part.suspect.extend(suspect.map(|suspect| moved(suspect, start)));
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recording::{Lap, Length};
    use crate::sport::Sport;

    const fn span(from_s: u32, to_s: u32) -> Span {
        Span { from_ms: from_s * 1000, to_ms: to_s * 1000 }
    }

    /// Ten minutes at 4 m/s with a heart that counts the seconds, paused from 100 to 160 s.
    fn run() -> Recording {
        let seconds = (0..=600_u32).filter(|s| !(100..160).contains(s));
        let made = |kind, value: fn(u32) -> f64| {
            let (ms, values) = seconds.clone().map(|s| (s * 1000, value(s))).unzip();
            Channel { kind, ms, values, suspect: Vec::new() }
        };
        Recording {
            sport: Sport::Run,
            timer: Seconds(540.0),
            elapsed: Seconds(600.0),
            distance: Some(Meters(2160.0)),
            pauses: vec![span(100, 160)],
            channels: vec![
                made(ChannelKind::HeartRate, f64::from),
                made(ChannelKind::Distance, |s| 4.0 * f64::from(if s < 100 { s } else { s - 60 })),
            ],
            laps: vec![Lap { span: span(200, 300), timer: Seconds(100.0), distance: None }],
            ..Recording::default()
        }
    }

    #[test]
    fn a_part_has_its_own_time_way_and_samples() {
        let part = run().part(&[span(90, 200)]);
        assert_eq!((part.timer, part.elapsed), (Seconds(50.0), Seconds(110.0)));
        assert_eq!(part.distance, Some(Meters(200.0)));
        assert_eq!(part.pauses, [span(10, 70)]);
        let heart = part.channel(ChannelKind::HeartRate).unwrap();
        assert_eq!((heart.ms.first(), heart.values.first()), (Some(&0), Some(&90.0)));
        assert_eq!(heart.values.last(), Some(&199.0), "half open");
        assert_eq!(part.channel(ChannelKind::Distance).unwrap().values.first(), Some(&0.0));
    }

    #[test]
    fn spans_together_are_one_part_with_pauses_between_them() {
        let part = run().part(&[span(400, 450), span(200, 300), span(290, 310)]);
        assert_eq!(part.timer, Seconds(160.0));
        assert_eq!(part.distance, Some(Meters(640.0)));
        assert_eq!(part.pauses, [span(110, 200)]);
        assert_eq!(part.laps[0].span, span(0, 100));
        assert_eq!(part.channel(ChannelKind::HeartRate).unwrap().ms.len(), 160);
    }

    #[test]
    fn the_whole_is_the_recording_itself_and_the_end_keeps_its_last_sample() {
        let run = run();
        assert_eq!(run.part(&[span(0, 600)]), run);
        assert_eq!(run.part(&[span(300, 9_000), span(0, 300)]), run);
        let tail = run.part(&[span(590, 700)]);
        assert_eq!(tail.channel(ChannelKind::HeartRate).unwrap().values.last(), Some(&600.0));
        assert_eq!(tail.timer, Seconds(10.0));
    }

    #[test]
    fn marks_of_suspect_samples_go_with_their_part_and_lengths_by_their_middle() {
        let mut run = run();
        run.channels[0].suspect = vec![span(180, 220)];
        run.lengths = [(150, 205), (205, 240)]
            .map(|(from, to)| Length { span: span(from, to), active: true, stroke: None, strokes: None })
            .to_vec();
        let part = run.part(&[span(200, 300)]);
        assert_eq!(part.channels[0].suspect, [span(0, 20)]);
        assert_eq!(part.lengths.len(), 1);
        assert_eq!(part.lengths[0].span, span(5, 40));
    }

    #[test]
    fn nothing_marked_is_an_empty_part() {
        let part = run().part(&[span(900, 950), span(5, 5)]);
        assert_eq!((part.timer, part.elapsed), (Seconds(0.0), Seconds(0.0)));
        assert!(part.channels.iter().all(|channel| channel.ms.is_empty()));
    }
}
