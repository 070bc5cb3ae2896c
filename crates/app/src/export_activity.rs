//! One activity as a file: the bytes as they came in, or written anew from what is kept, and what the format cannot carry.

use std::path::{Path, PathBuf};

use contract::entry::{ActivityFormat, ExportActivity, Exported};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::consent::DataCategory;
use domain::recording::{ChannelKind, Recording};
use domain::words::{Value, Words};
use exchange::Content;
use serde_json::Value as Json;
use store::{Roster, StoreFault};

use crate::exports::{file_name, write_new};
use crate::{Answer, App, AppFault};

impl Answer for ExportActivity {
    async fn answer(self, app: &App) -> Result<Exported, AppFault> {
        let roster = app.roster().await?;
        let activity = app.activity(&roster, self.id).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        let folder = self.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
        let leaving = match self.format {
            ActivityFormat::Original => original(&roster, &athlete, &activity).await?,
            format => written(&roster, &athlete, &activity, format).await?,
        };
        let bytes = leaving.bytes.len() as u64;
        let path = tokio::task::spawn_blocking(move || {
            write_new(&folder, &leaving.stem, &leaving.ending, &leaving.bytes).map(|path| (path, leaving.left_out))
        });
        let (path, left_out) = path.await.map_err(|source| AppFault::Panicked { said: source.to_string() })??;
        let path = path.to_string_lossy().into_owned();
        // What leaves the laptop is written down, as every change is.
        let write = roster.write().await?;
        write.commit(app.entry("export-activity", Some(athlete.id), Some(path.clone()), Json::Null)).await?;
        Ok(Exported { path, bytes, left_out })
    }
}

/// A file about to be written.
#[derive(Debug)]
pub(crate) struct Leaving {
    pub(crate) stem: String,
    pub(crate) ending: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) left_out: Vec<String>,
}

/// The bytes as they were imported, under the name they had.
///
/// # Errors
/// [`AppFault::OriginalElsewhere`] for a file too large to have been copied, [`AppFault::PlaceWithheld`] when it tells
/// where the athlete was and the athlete does not let that be used.
pub(crate) async fn original(roster: &Roster, athlete: &Athlete, activity: &Activity) -> Result<Leaving, AppFault> {
    let name = roster.file_name(&activity.source).await?.unwrap_or_default();
    let bytes = match roster.raw(&activity.source).await {
        Ok(Some(bytes)) => bytes,
        Ok(None) | Err(StoreFault::LeftOutside { .. }) => return Err(AppFault::OriginalElsewhere { name }),
        Err(other) => return Err(other.into()),
    };
    let (stem, ending) = parts_of(&name);
    if positions_allowed(roster, athlete, activity).await? {
        return Ok(Leaving { stem, ending, bytes, left_out: Vec::new() });
    }
    let (name, athlete) = (name.clone(), athlete.name.clone());
    let looked = tokio::task::spawn_blocking(move || if tells_a_place(&name, &bytes) { None } else { Some(bytes) });
    let bytes = looked.await.map_err(|source| AppFault::Panicked { said: source.to_string() })?;
    let bytes = bytes.ok_or(AppFault::PlaceWithheld { athlete })?;
    Ok(Leaving { stem, ending, bytes, left_out: Vec::new() })
}

/// Written anew from what is kept.
///
/// # Errors
/// [`AppFault::NoPositions`] for GPX without positions.
pub(crate) async fn written(
    roster: &Roster,
    athlete: &Athlete,
    activity: &Activity,
    format: ActivityFormat,
) -> Result<Leaving, AppFault> {
    let withheld = !positions_allowed(roster, athlete, activity).await?;
    let mut held_back = roster.withheld(athlete.id, activity.day()).await?;
    // Places have a sentence of their own, and the rest of these is never in an activity's file.
    held_back.retain(|one| matches!(one.category, DataCategory::Heart | DataCategory::Hrv | DataCategory::Notes));
    let mut recording = activity.recording(roster.channels(activity.id, &[]).await?);
    // What a person said since counts before what stood in the file.
    recording.totals.rpe = activity.rpe.or(recording.totals.rpe);
    let name = athlete.name.clone();
    let stem = stem_of(athlete, activity);
    tokio::task::spawn_blocking(move || {
        let bytes = match format {
            ActivityFormat::Tcx => exchange::out::tcx(&recording),
            ActivityFormat::Gpx => exchange::out::gpx(&recording).ok_or(AppFault::NoPositions)?,
            ActivityFormat::Csv => exchange::out::csv(&recording),
            ActivityFormat::Fit | ActivityFormat::Original => exchange::out::fit(&recording),
        };
        let ending = format.code().to_owned();
        let mut left_out = missing(&recording, carried(format, &bytes).as_ref(), format);
        if withheld {
            left_out.push(Words::here().say_with("export-left-place", &[("athlete", name.into())]));
        }
        left_out.extend(held_back.iter().map(|one| one.say(Words::here())));
        Ok(Leaving { stem, ending, bytes, left_out })
    })
    .await
    .map_err(|source| AppFault::Panicked { said: source.to_string() })?
}

/// `Ada Fell 2026-11-22 18.30 ride`.
pub(crate) fn stem_of(athlete: &Athlete, activity: &Activity) -> String {
    let (start, sport) = (activity.start_local.format("%Y-%m-%d %H.%M"), activity.sport.code());
    format!("{} {start} {sport}", file_name(&athlete.name))
}

/// Stem and ending of the last part of a path, which may be one of another system or inside an archive; safe as a name here.
pub(crate) fn parts_of(path: &str) -> (String, String) {
    let last = path.rsplit(['/', '\\']).find(|part| !part.is_empty()).unwrap_or_default();
    let last = Path::new(last);
    let text = |part: Option<&std::ffi::OsStr>| part.map(|part| part.to_string_lossy().into_owned());
    let ending: String =
        text(last.extension()).unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).collect();
    let ending = if ending.is_empty() { "bin".to_owned() } else { ending };
    (file_name(&text(last.file_stem()).unwrap_or_default()), ending)
}

/// Whether the athlete lets be used where they were on that day.
pub(crate) async fn positions_allowed(
    roster: &Roster,
    athlete: &Athlete,
    activity: &Activity,
) -> Result<bool, AppFault> {
    Ok(roster.may(athlete.id, DataCategory::Location, activity.day()).await?)
}

/// Whether a file says where it was recorded. One that cannot be read here might.
fn tells_a_place(name: &str, bytes: &[u8]) -> bool {
    let Ok(parsed) = exchange::read(name, bytes) else { return true };
    parsed.contents.iter().any(|content| match content {
        Content::Activity { recording, .. } => recording.channels.iter().any(|channel| is_place(channel.kind)),
        _ => false,
    })
}

const fn is_place(kind: ChannelKind) -> bool {
    matches!(kind, ChannelKind::Latitude | ChannelKind::Longitude)
}

/// What the written bytes hold, by reading them again: the one answer that cannot be wrong. A table holds every channel
/// and nothing else.
fn carried(format: ActivityFormat, bytes: &[u8]) -> Option<Recording> {
    if format == ActivityFormat::Csv {
        return None;
    }
    let parsed = exchange::read(&format!("export.{}", format.code()), bytes).ok()?;
    parsed.contents.into_iter().find_map(|content| match content {
        Content::Activity { recording, .. } => Some(recording),
        _ => None,
    })
}

/// What of a recording is not in the bytes written of it, in words.
fn missing(recording: &Recording, carried: Option<&Recording>, format: ActivityFormat) -> Vec<String> {
    let words = Words::here();
    let name = format.code().to_uppercase();
    let say = |key: &str, facts: &[(&str, Value)]| {
        let mut all = vec![("format", Value::from(name.as_str()))];
        all.extend_from_slice(facts);
        words.say_with(key, &all)
    };
    let mut left = Vec::new();
    let has = |kind| match carried {
        Some(carried) => carried.channel(kind).is_some(),
        None => format == ActivityFormat::Csv,
    };
    let channels: Vec<String> = recording
        .channels
        .iter()
        .filter(|channel| !has(channel.kind))
        .map(|channel| words.say(&format!("channel-{}", channel.kind.code())))
        .collect();
    if !channels.is_empty() {
        left.push(say("export-left-channels", &[("channels", channels.join(", ").into())]));
    }
    let gone = |here: bool, kept: fn(&Recording) -> bool| here && !carried.is_some_and(kept);
    for (key, lost) in [
        ("export-left-laps", gone(recording.laps.len() > 1, |r| r.laps.len() > 1)),
        ("export-left-pauses", gone(!recording.pauses.is_empty(), |r| !r.pauses.is_empty())),
        ("export-left-lengths", gone(!recording.lengths.is_empty(), |r| !r.lengths.is_empty())),
        ("export-left-sets", gone(!recording.sets.is_empty(), |r| !r.sets.is_empty())),
        ("export-left-rpe", gone(recording.totals.rpe.is_some(), |r| r.totals.rpe.is_some())),
        ("export-left-comment", gone(recording.comment.is_some(), |r| r.comment.is_some())),
    ] {
        if lost {
            left.push(say(key, &[]));
        }
    }
    if recording.channels.iter().any(|channel| !channel.suspect.is_empty()) {
        left.push(say("export-left-marks", &[]));
    }
    left
}

#[cfg(test)]
mod tests {
    use domain::recording::{Channel, Span, StrengthSet};

    use super::*;

    #[test]
    fn a_name_from_anywhere_becomes_a_safe_one_with_its_ending() {
        let parts = |path| {
            let (stem, ending) = parts_of(path);
            format!("{stem}|{ending}")
        };
        assert_eq!(parts("club.zip/Ada Fell/ride.fit"), "ride|fit");
        assert_eq!(parts("C:\\club\\evil:name?.TCX"), "evil_name_|TCX");
        assert_eq!(parts("../../etc/passwd"), "passwd|bin");
        assert_eq!(parts(""), "athlete|bin");
    }

    #[test]
    fn what_is_not_in_the_bytes_is_named_and_what_is_there_is_not() {
        let channel = |kind| Channel { kind, ms: vec![0, 1000], values: vec![1.0, 2.0], suspect: Vec::new() };
        let mut whole = Recording {
            channels: vec![channel(ChannelKind::HeartRate), channel(ChannelKind::MuscleOxygen)],
            sets: vec![StrengthSet {
                span: None,
                active: true,
                exercise: None,
                reps: Some(5),
                weight: None,
                velocity: Vec::new(),
            }],
            ..Recording::default()
        };
        whole.channels[0].suspect = vec![Span { from_ms: 0, to_ms: 1 }];
        let back = Recording { channels: vec![channel(ChannelKind::HeartRate)], ..Recording::default() };
        let left = missing(&whole, Some(&back), ActivityFormat::Tcx);
        assert_eq!(left.len(), 3, "{left:?}");
        assert!(left[0].contains("TCX") && left[0].contains("Muscle") && !left[0].contains("Heart"), "{left:?}");
        assert!(left.iter().all(|line| !line.contains("export-left") && !line.contains('{')), "{left:?}");
        assert!(missing(&back, Some(&back), ActivityFormat::Fit).is_empty());
        let table = missing(&whole, None, ActivityFormat::Csv);
        assert!(!table.iter().any(|line| line.contains("Muscle")), "a table holds every channel: {table:?}");
    }
}
