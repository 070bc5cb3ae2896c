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
use domain::recording::{Channel, ChannelKind, Span};
use domain::settings::Settings;
use domain::trend;
use domain::week::Week;
use domain::words::Words;
use science::downsample::lttb;
use store::Roster;

use crate::athlete::standing_notes;
use crate::derive::{PersonOn, counting, days_of, readiness_of};
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
        let why = link.score.map_or_else(|| Words::english().say("copy-said"), |_| why_same(&link.evidence));
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
        let mut channels = roster.channels(activity.id, wanted).await?;
        channels.sort_by_key(|channel| wanted.iter().position(|kind| *kind == channel.kind));
        Ok(Trace {
            id: activity.id,
            elapsed_s: activity.elapsed.0,
            lines: channels.iter().filter_map(|channel| line(channel, &activity.pauses, width)).collect(),
            laps: activity.laps.iter().map(|lap| f64::from(lap.span.to_ms) / 1000.0).collect(),
            pauses: activity.pauses,
        })
    }
}

/// One channel as a line: each unbroken stretch is thinned by its share of the samples.
fn line(channel: &Channel, pauses: &[Span], width: usize) -> Option<TraceLine> {
    let samples: Vec<(u32, f64)> = channel.usable().collect();
    let values = samples.iter().map(|(_, value)| *value);
    let low = values.clone().reduce(f64::min)?;
    let high = values.clone().reduce(f64::max)?;
    let mean = values.sum::<f64>() / samples.len() as f64;
    let stretches = samples.chunk_by(|(a, _), (b, _)| {
        b - a <= GAP_MS && !pauses.iter().any(|pause| *a <= pause.from_ms && pause.to_ms <= *b)
    });
    let mut points: Vec<(f64, Option<f64>)> = Vec::new();
    for stretch in stretches {
        if let Some((last, _)) = points.last() {
            points.push((*last, None));
        }
        let seconds: Vec<(f64, f64)> = stretch.iter().map(|(ms, value)| (f64::from(*ms) / 1000.0, *value)).collect();
        let share = (width * seconds.len()).div_ceil(samples.len()).max(2);
        points.extend(lttb(&seconds, share).into_iter().map(|(at, value)| (at, Some(value))));
    }
    Some(TraceLine { kind: channel.kind, points, range: (low, mean, high) })
}

impl Answer for LoadTrend {
    async fn answer(self, app: &App) -> Result<LoadTrendView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let to = self.to.unwrap_or_else(|| app.today_of(&athlete));
        let from = self.from.unwrap_or_else(|| to - Duration::weeks(26));
        let activities = roster.activities(athlete.id, None, Some(to), None).await?;
        // The averages need the whole history; only the range is shown.
        let mut points = trend::trend(&days_of(&activities, to));
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
        let activities = roster.activities(athlete.id, None, Some(to), None).await?;
        let trend = trend::trend(&days_of(&activities, to));
        let wellness = roster.wellness(athlete.id, Some(from - Duration::days(35)), Some(to)).await?;
        let settings = roster.settings(athlete.id).await?;
        let marks = counting(&roster.marks(athlete.id).await?);
        let own = PersonOn { athlete: &athlete, settings: &settings, marks };
        Ok(ReadinessTrendView { athlete: athlete.id, days: readiness_of(from, to, &wellness, &trend, &own) })
    }
}
