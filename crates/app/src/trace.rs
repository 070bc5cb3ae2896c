//! Activities and their traces, thinned for a picture; trends over time.

use chrono::Duration;
use contract::measure::{
    ActivityCopy, ActivityDetail, ActivityTrace, ActivityView, ListActivities, LoadTrend, LoadTrendView,
    ReadinessTrend, ReadinessTrendView, Trace, TraceLine,
};
use domain::activity::Activity;
use domain::annotation::Subject;
use domain::athlete::DeviceStamp;
use domain::effective::effective;
use domain::id::ActivityId;
use domain::recording::{Channel, ChannelKind, Span, Way};
use domain::settings::Settings;
use domain::trend;
use domain::week::Week;
use domain::words::Words;
use science::downsample::min_max;
use store::Roster;

use crate::athlete::standing_notes;
use crate::derive::{PersonOn, counting, days_until, readiness_of};
use crate::import::why_same;
use crate::{Answer, App, AppFault};

/// A silence this long breaks the line (SCIENCE 0: longer than 30 s is a segment break).
const GAP_MS: u32 = 30_000;

impl App {
    /// The activity with this id.
    pub(crate) async fn activity(&self, roster: &store::Roster, id: ActivityId) -> Result<Activity, AppFault> {
        roster.activity(id).await?.ok_or(AppFault::NoSuchActivity { asked: id.to_string() })
    }
}

impl Answer for ListActivities {
    async fn answer(self, app: &App) -> Result<Vec<Activity>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        Ok(roster.activities(athlete.id, self.from, self.to, self.limit).await?)
    }
}

impl Answer for ActivityDetail {
    async fn answer(self, app: &App) -> Result<ActivityView, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.id).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        let copies = copies(&roster, activity.id).await?;
        let mut notes = standing_notes(roster.annotations(athlete.id).await?);
        // What was written on a copy is not lost when the copy gives way to a richer recording.
        let is_here = |id| id == activity.id || copies.iter().any(|copy| copy.id == id);
        notes.retain(|note| matches!(note.subject, Subject::Activity { activity } if is_here(activity)));
        Ok(ActivityView {
            file: roster.file_name(&activity.source).await?.unwrap_or_default(),
            channels: roster.channel_kinds(activity.id).await?,
            notes,
            session: session_title(&roster, &activity).await?,
            copies,
            copy_of: roster.copy_of(activity.id).await?.map(|link| link.of),
            athlete,
            activity,
        })
    }
}

/// The same activity from other files.
async fn copies(roster: &Roster, of: ActivityId) -> Result<Vec<ActivityCopy>, AppFault> {
    let mut copies = Vec::new();
    for link in roster.copies(of).await? {
        let Some(copy) = roster.activity(link.activity).await? else { continue };
        let file = roster.file_name(&copy.source).await?.unwrap_or_default();
        // Without a score it was a person who said so, and nothing else is claimed.
        let why = link.score.map_or_else(|| Words::here().say("copy-said"), |_| why_same(&link.evidence));
        copies.push(ActivityCopy { id: copy.id, file, score: link.score, why });
    }
    Ok(copies)
}

/// The title of the planned session an activity was matched to, as the week stands now; the coach may have removed it.
async fn session_title(roster: &Roster, activity: &Activity) -> Result<Option<String>, AppFault> {
    let Some(session) = activity.session else { return Ok(None) };
    let Some(plan) = roster.plan_week(activity.athlete, Week::of(activity.day())).await? else { return Ok(None) };
    let standing = effective(&plan.proposal, &plan.overrides);
    Ok(standing.sessions.into_iter().find(|other| other.id == session).map(|found| found.session.title))
}

/// Maker and product as a person reads them; `None` where the file names neither.
pub(crate) fn device_words(stamp: &DeviceStamp) -> Option<String> {
    let named: Vec<&str> = [&stamp.maker, &stamp.product].into_iter().flatten().map(String::as_str).collect();
    (!named.is_empty()).then(|| named.join(" "))
}

impl Answer for ActivityTrace {
    async fn answer(self, app: &App) -> Result<Trace, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.id).await?;
        let wanted: &[ChannelKind] = if self.channels.is_empty() { &charts::trace::SHOWN } else { &self.channels };
        let width = self.width.clamp(50, 4000) as usize;
        let with_way = [wanted, &[ChannelKind::Distance]].concat();
        let mut channels = roster.channels(activity.id, &with_way).await?;
        channels.sort_by_key(|channel| with_way.iter().position(|kind| *kind == channel.kind));
        let recording = activity.recording(channels);
        let end = f64::from(recording.end_ms()) / 1000.0;
        let from = self.from.filter(|from| from.is_finite()).map_or(0.0, |from| from.clamp(0.0, end));
        let to = self.to.filter(|to| to.is_finite()).map_or(end, |to| to.clamp(from, end));
        let span = Span { from_ms: (from * 1000.0).floor() as u32, to_ms: (to * 1000.0).ceil() as u32 };
        let asked = recording.channels.iter().filter(|channel| wanted.contains(&channel.kind));
        Ok(Trace {
            id: activity.id,
            elapsed_s: activity.elapsed.0,
            lines: asked.filter_map(|channel| line(channel, &activity.pauses, span, width)).collect(),
            laps: activity.laps.iter().map(|lap| f64::from(lap.span.to_ms) / 1000.0).collect(),
            pauses: activity.pauses,
            span: (from, to),
            along: Way::of(&recording).map_or_else(Vec::new, |way| along(&way, span, width)),
        })
    }
}

/// One channel as a line over a span, with one sample more on each side, so that it runs to the edges: each unbroken
/// stretch is thinned by its share of the samples. `None` without a usable sample in the span.
fn line(channel: &Channel, pauses: &[Span], span: Span, width: usize) -> Option<TraceLine> {
    let samples: Vec<(u32, f64)> = channel.usable().filter(|(_, value)| value.is_finite()).collect();
    let (first, last) =
        (samples.partition_point(|s| s.0 < span.from_ms), samples.partition_point(|s| s.0 <= span.to_ms));
    let inside = &samples[first..last];
    let values = inside.iter().map(|(_, value)| *value);
    let (low, high) = (values.clone().reduce(f64::min)?, values.clone().reduce(f64::max)?);
    let mean = values.sum::<f64>() / inside.len() as f64;
    let shown = &samples[first.saturating_sub(1)..samples.len().min(last + 1)];
    let mut points: Vec<(f64, Option<f64>)> = Vec::new();
    for stretch in unbroken(shown, pauses) {
        if let Some((last, _)) = points.last() {
            points.push((*last, None));
        }
        let seconds: Vec<(f64, f64)> = stretch.iter().map(|(ms, value)| (f64::from(*ms) / 1000.0, *value)).collect();
        let share = (width * seconds.len()).div_ceil(shown.len()).max(2);
        points.extend(min_max(&seconds, share).into_iter().map(|(at, value)| (at, Some(written(value)))));
    }
    Some(TraceLine { kind: channel.kind, points, range: (low, mean, high) })
}

/// Samples cut where a pause begins, ends or lies between two, and at a long silence.
pub(crate) fn unbroken<'a, T>(samples: &'a [(u32, T)], pauses: &'a [Span]) -> impl Iterator<Item = &'a [(u32, T)]> {
    let parted = |a: u32, b: u32| {
        pauses.iter().any(|pause| {
            let inside = |ms: u32| pause.from_ms < ms && ms < pause.to_ms;
            inside(a) != inside(b) || (a <= pause.from_ms && pause.to_ms <= b)
        })
    };
    samples.chunk_by(move |(a, _), (b, _)| b - a <= GAP_MS && !parted(*a, *b))
}

/// The way covered over a span, one sample more on each side.
fn along(way: &Way, span: Span, width: usize) -> Vec<(f64, f64)> {
    let all: Vec<(u32, f64)> = way.samples().collect();
    let (first, last) = (all.partition_point(|s| s.0 < span.from_ms), all.partition_point(|s| s.0 <= span.to_ms));
    let shown = &all[first.saturating_sub(1)..all.len().min(last + 1)];
    let seconds: Vec<(f64, f64)> =
        shown.iter().map(|(ms, meters)| (f64::from(*ms) / 1000.0, written(*meters))).collect();
    min_max(&seconds, width)
}

/// A thousandth: finer is not seen, and every digit crosses the wire.
fn written(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}

impl Answer for LoadTrend {
    async fn answer(self, app: &App) -> Result<LoadTrendView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let to = self.to.unwrap_or_else(|| app.today_of(&athlete));
        let from = self.from.unwrap_or_else(|| to - Duration::weeks(26));
        // The averages need the whole history; only the range is shown.
        let mut points = trend::trend(&days_until(&roster, athlete.id, to).await?);
        points.retain(|point| from <= point.date);
        let mut races = roster.races(athlete.id).await?;
        races.retain(|race| from <= race.date && race.date <= to);
        let mut phases = roster.phases(athlete.id).await?;
        phases.retain(|phase| phase.from <= to && from <= phase.to);
        let mut settings_changed: Vec<_> =
            roster.settings(athlete.id).await?.iter().map(|s: &Settings| s.from).collect();
        settings_changed.retain(|day| from <= *day && *day <= to);
        Ok(LoadTrendView { athlete: athlete.id, points, races, phases, settings_changed })
    }
}

impl Answer for ReadinessTrend {
    async fn answer(self, app: &App) -> Result<ReadinessTrendView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let to = self.to.unwrap_or_else(|| app.today_of(&athlete));
        let from = self.from.unwrap_or_else(|| to - Duration::weeks(8));
        if to < from {
            return Err(AppFault::EndsBeforeStart { from, to });
        }
        let trend = trend::trend(&days_until(&roster, athlete.id, to).await?);
        let wellness = roster.wellness(athlete.id, Some(from - Duration::days(35)), Some(to)).await?;
        let settings = roster.settings(athlete.id).await?;
        let marks = counting(&roster.marks(athlete.id).await?);
        let own = PersonOn { athlete: &athlete, settings: &settings, marks };
        Ok(ReadinessTrendView { athlete: athlete.id, days: readiness_of(from, to, &wellness, &trend, &own) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Six hours at one sample a second, one spike of a second.
    fn ride() -> Channel {
        let seconds = 0..21_600_u32;
        let value = |s: u32| if s == 12_345 { 1_100.0 } else { 200.0 + f64::from(s % 7) };
        Channel {
            kind: ChannelKind::Power,
            ms: seconds.clone().map(|s| s * 1000).collect(),
            values: seconds.map(value).collect(),
            suspect: Vec::new(),
        }
    }

    #[test]
    fn a_spike_of_one_second_is_seen_in_six_hours_and_a_narrow_span_shows_every_sample() {
        let all = line(&ride(), &[], Span { from_ms: 0, to_ms: 21_600_000 }, 1000).expect("a line");
        assert!(all.points.len() <= 1000 && all.points.contains(&(12_345.0, Some(1_100.0))), "{}", all.points.len());
        let near = line(&ride(), &[], Span { from_ms: 12_300_000, to_ms: 12_400_000 }, 1000).expect("a line");
        assert_eq!(near.points.len(), 103, "every second, and one on each side");
        assert_eq!(near.range.2, 1_100.0);
        let beside = line(&ride(), &[], Span { from_ms: 0, to_ms: 60_000 }, 1000).expect("a line");
        assert_eq!(beside.range.2, 206.0, "the range is that of the span");
        assert_eq!(line(&ride(), &[], Span { from_ms: 30_000_000, to_ms: 31_000_000 }, 1000), None);
    }

    #[test]
    fn a_pause_breaks_a_line() {
        let pause = Span { from_ms: 99_000, to_ms: 100_000 };
        let broken = line(&ride(), &[pause], Span { from_ms: 90_000, to_ms: 110_000 }, 400).expect("a line");
        assert_eq!(broken.points.iter().filter(|point| point.1.is_none()).count(), 1);
    }
}
