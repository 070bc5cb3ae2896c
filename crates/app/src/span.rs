//! Numbers of a part of an activity: computed from its samples by the same measures as the whole.

use contract::span::{ActivitySplits, ChannelRange, SpanNumbers, SpanView, Split, SplitBy, SplitsView};
use domain::activity::Activity;
use domain::measures::{self, Curves, Measures};
use domain::metric::Metric;
use domain::reading::Missing;
use domain::recording::{Channel, Recording, Span, Way};
use domain::settings::Basis;
use domain::unit::{Bpm, Meters, MetersPerSecond, Seconds, Watts};

use crate::{Answer, App, AppFault};

/// An activity with its samples and the settings of its day.
struct Raw {
    activity: Activity,
    recording: Recording,
    basis: Basis,
}

impl Raw {
    async fn of(app: &App, id: domain::id::ActivityId) -> Result<Raw, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, id).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        let standing = app.standing(&roster, &athlete).await?;
        let basis = standing.grounds.basis(&athlete, activity.day(), activity.sport);
        let recording = activity.recording(roster.channels(id, &[]).await?);
        Ok(Raw { activity, recording, basis })
    }
}

impl Answer for SpanNumbers {
    async fn answer(self, app: &App) -> Result<SpanView, AppFault> {
        let Raw { activity, recording, basis } = Raw::of(app, self.id).await?;
        let part = recording.part(&self.spans);
        // How hard it felt was said of the whole.
        let rpe = activity.rpe.filter(|_| part == recording);
        let Measures { values, zones, .. } = measures::of(&part, &basis, rpe, Curves::Kept).measures;
        let channels = charts::trace::SHOWN.iter().filter_map(|kind| range(&part, part.channel(*kind)?)).collect();
        Ok(SpanView { id: self.id, timer: part.timer, elapsed: part.elapsed, values, zones, channels })
    }
}

/// The usable seconds of a channel, and what was left out of it.
fn range(part: &Recording, channel: &Channel) -> Option<ChannelRange> {
    let segments = part.one_hz(channel.kind);
    let values = || segments.iter().flat_map(|segment| segment.values.iter().copied());
    let seconds = values().count() as f64;
    let (low, high) = (values().reduce(f64::min)?, values().reduce(f64::max)?);
    let left_out = channel.ms.iter().filter(|ms| channel.is_suspect(**ms)).count();
    Some(ChannelRange {
        kind: channel.kind,
        range: (low, values().sum::<f64>() / seconds, high),
        seconds,
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
    })
}

impl Answer for ActivitySplits {
    async fn answer(self, app: &App) -> Result<SplitsView, AppFault> {
        let within = |what, value: f64, low: f64, high: f64| {
            let fits = (low..=high).contains(&value);
            if fits { Ok(()) } else { Err(AppFault::OutOfRange { what, value, low, high }) }
        };
        match self.by {
            SplitBy::Laps | SplitBy::Halves => {}
            SplitBy::Distance { meters } => within("split-distance", meters, 100.0, 100_000.0)?,
            SplitBy::Time { seconds } => within("split-time", seconds, 10.0, 86_400.0)?,
        }
        let raw = Raw::of(app, self.id).await?;
        let (splits, why) = match cut(&raw.recording, self.by) {
            Ok(spans) => (spans.into_iter().map(|cut| split(&raw, cut)).collect(), None),
            Err(why) => (Vec::new(), Some(why)),
        };
        Ok(SplitsView { id: self.id, splits, why })
    }
}

/// One cut: where it lies, whether it is the shorter rest, and what the device said of it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Cut {
    span: Span,
    rest: bool,
    timer: Option<Seconds>,
    distance: Option<Meters>,
}

/// Where a recording is cut.
fn cut(recording: &Recording, by: SplitBy) -> Result<Vec<Cut>, Missing> {
    let plain = |from_ms, to_ms, rest| Cut { span: Span { from_ms, to_ms }, rest, timer: None, distance: None };
    let end = recording.end_ms();
    match by {
        SplitBy::Laps if recording.laps.is_empty() => Err(Missing::NeverRecorded),
        SplitBy::Laps => Ok(recording
            .laps
            .iter()
            .map(|lap| Cut {
                span: lap.span,
                rest: false,
                timer: Some(lap.timer).filter(|timer| timer.0 > 0.0),
                distance: lap.distance,
            })
            .collect()),
        SplitBy::Time { .. } | SplitBy::Halves if end < 2 => Err(Missing::TooShort),
        SplitBy::Halves => Ok(vec![plain(0, end / 2, false), plain(end / 2, end, false)]),
        SplitBy::Time { seconds } => {
            let each = (seconds * 1000.0) as u32;
            let starts = (0..end).step_by(each as usize);
            Ok(starts.map(|from| plain(from, (from + each).min(end), end - from < each)).collect())
        }
        SplitBy::Distance { meters } => {
            let way = Way::of(recording).ok_or(Missing::NoChannel)?;
            let whole = (way.total() / meters).floor() as u32;
            let mut edges: Vec<u32> = (1..=whole).filter_map(|n| way.when(f64::from(n) * meters)).collect();
            edges.insert(0, 0);
            let mut cuts: Vec<Cut> = edges.windows(2).map(|pair| plain(pair[0], pair[1], false)).collect();
            let from = edges[edges.len() - 1];
            // A rest of less than 10 m is where somebody stopped the watch.
            if way.total() - f64::from(whole) * meters >= 10.0 && from < end {
                cuts.push(plain(from, end, true));
            }
            if cuts.is_empty() { Err(Missing::TooShort) } else { Ok(cuts) }
        }
    }
}

/// The numbers of one cut. What the device counted for a lap comes before our own sum.
fn split(raw: &Raw, cut: Cut) -> Split {
    let mut part = raw.recording.part(&[cut.span]);
    part.timer = cut.timer.unwrap_or(part.timer);
    part.distance = cut.distance.or(part.distance);
    let made = measures::of(&part, &raw.basis, None, Curves::Kept).measures;
    Split {
        span: cut.span,
        rest: cut.rest,
        timer: part.timer,
        distance: made.value(Metric::Distance).map(Meters),
        speed: made.value(Metric::AvgSpeed).map(MetersPerSecond),
        avg_hr: made.value(Metric::AvgHr).map(Bpm),
        max_hr: made.value(Metric::MaxHr).map(Bpm),
        avg_power: made.value(Metric::AvgPower).map(Watts),
        normalized_power: made.value(Metric::NormalizedPower).map(Watts),
        ascent: made.value(Metric::Ascent).map(Meters),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::recording::{ChannelKind, Lap};

    /// An hour at 2.5 m/s.
    fn walk() -> Recording {
        let channel = Channel {
            kind: ChannelKind::Distance,
            ms: (0..=3600).map(|s| s * 1000).collect(),
            values: (0..=3600).map(|s| f64::from(s) * 2.5).collect(),
            suspect: Vec::new(),
        };
        Recording { elapsed: Seconds(3600.0), timer: Seconds(3600.0), channels: vec![channel], ..Recording::default() }
    }

    #[test]
    fn splits_lie_where_the_distance_was_reached() {
        let cuts = cut(&walk(), SplitBy::Distance { meters: 1000.0 }).expect("cut");
        let edges: Vec<(u32, u32)> = cuts.iter().map(|cut| (cut.span.from_ms, cut.span.to_ms)).collect();
        assert_eq!(edges[..2], [(0, 400_000), (400_000, 800_000)]);
        assert_eq!((cuts.len(), cuts.iter().any(|cut| cut.rest)), (9, false), "9000 m are nine");
        let miles = cut(&walk(), SplitBy::Distance { meters: 1609.344 }).expect("cut");
        assert_eq!((miles.len(), miles[5].rest), (6, true));
        assert_eq!(miles[5].span.to_ms, 3_600_000);
    }

    #[test]
    fn five_minutes_are_five_minutes_and_what_cannot_be_cut_says_why() {
        let cuts = cut(&walk(), SplitBy::Time { seconds: 1000.0 }).expect("cut");
        assert_eq!(cuts.iter().map(|cut| cut.span.seconds()).collect::<Vec<_>>(), [1000.0, 1000.0, 1000.0, 600.0]);
        assert!(cuts[3].rest && !cuts[2].rest);
        let halves = cut(&walk(), SplitBy::Halves).expect("cut");
        assert_eq!(halves.iter().map(|cut| cut.span.seconds()).collect::<Vec<_>>(), [1800.0, 1800.0]);
        let bare = Recording::default();
        assert_eq!(cut(&bare, SplitBy::Laps), Err(Missing::NeverRecorded));
        assert_eq!(cut(&bare, SplitBy::Distance { meters: 1000.0 }), Err(Missing::NoChannel));
        assert_eq!(cut(&bare, SplitBy::Time { seconds: 300.0 }), Err(Missing::TooShort));
    }

    #[test]
    fn laps_keep_what_the_device_counted() {
        let span = Span { from_ms: 0, to_ms: 60_000 };
        let lap = Lap { span, timer: Seconds(58.0), distance: Some(Meters(151.0)) };
        let cuts = cut(&Recording { laps: vec![lap], ..walk() }, SplitBy::Laps).expect("cut");
        assert_eq!((cuts[0].timer, cuts[0].distance), (Some(Seconds(58.0)), Some(Meters(151.0))));
    }
}
