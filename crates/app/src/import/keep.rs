//! Keeping one decoded file: everything it brought, its raw bytes and its journal line, in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use contract::import::{FileReport, Outcome};
use contract::{Topic, Touched};
use domain::activity::Activity;
use domain::athlete::{Athlete, Device};
use domain::id::{ActivityId, AthleteId, DeviceId, WellnessId};
use domain::recording::{Recording, Repair};
use domain::summary;
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use domain::words::Words;
use exchange::{Content, Note, Parsed};
use serde_json::Value as Json;
use store::{Encoded, Roster, Write};

use super::whose::{Whose, whose};
use super::{Batch, Decoded, duplicate, refused};
use crate::derive::local;
use crate::effort::Grounds;
use crate::fault::exchange_words;
use crate::{App, AppFault};

/// How many of a table's unread cells the message names; their number is always told.
const NOTES_TOLD: usize = 5;

/// Keeps a file, or says why not.
pub(crate) async fn keep(
    app: &App,
    roster: &Roster,
    batch: &mut Batch,
    file: Decoded,
    named: Option<AthleteId>,
    moved: &mut BTreeSet<Touched>,
) -> Result<FileReport, AppFault> {
    // The same bytes may stand twice among the files of one import.
    if let Some(seen) = roster.source(&file.hash).await? {
        return duplicate(roster, file.name, seen).await;
    }
    let parsed = match file.parsed {
        Ok(parsed) => parsed,
        Err(fault) => {
            if file.name.ends_with(&format!(".{}", exchange::plan_file::EXTENSION)) {
                return Ok(refused(file.name, "", "import-plan-file"));
            }
            let mut report = refused(file.name, "", "import-refused");
            report.message = exchange_words(&fault);
            return Ok(report);
        }
    };
    let raw = file.raw?;
    let kept = Kept { app, roster, batch, name: file.name, hash: file.hash, raw };
    kept.contents(parsed, named, moved).await
}

struct Kept<'a> {
    app: &'a App,
    roster: &'a Roster,
    batch: &'a mut Batch,
    name: String,
    hash: domain::id::ContentHash,
    raw: store::Raw,
}

impl Kept<'_> {
    async fn contents(
        self,
        parsed: Parsed,
        named: Option<AthleteId>,
        moved: &mut BTreeSet<Touched>,
    ) -> Result<FileReport, AppFault> {
        let mut recordings = Vec::new();
        let mut tables = Vec::new();
        let mut routed = None;
        let notes = parsed.notes;
        for content in parsed.contents {
            match content {
                Content::Activity { recording, mut repairs } => {
                    repairs.extend(parsed.repairs.iter().cloned());
                    recordings.push((recording, repairs));
                }
                Content::Wellness { athlete, values } => tables.push((athlete, values)),
                Content::Routed { kind } => routed = Some(kind),
            }
        }
        if !recordings.is_empty() {
            self.activities(recordings, named, moved).await
        } else if !tables.is_empty() {
            self.wellness(tables, &notes, named, moved).await
        } else {
            let kind = routed.map_or("other", |kind| kind.code());
            self.routed(kind, parsed.repairs).await
        }
    }

    async fn activities(
        mut self,
        recordings: Vec<(Recording, Vec<Repair>)>,
        named: Option<AthleteId>,
        moved: &mut BTreeSet<Touched>,
    ) -> Result<FileReport, AppFault> {
        let (app, roster) = (self.app, self.roster);
        let device = recordings.iter().find_map(|(recording, _)| recording.device.clone());
        let Whose { athlete, why, sure } = whose(app, roster, named, device.as_ref(), &self.name).await?;
        let grounds = Grounds::thresholds(roster, &athlete).await?;
        let mut prepared = Vec::new();
        for (part, (recording, repairs)) in recordings.into_iter().enumerate() {
            let part = u32::try_from(part).unwrap_or(u32::MAX);
            prepared.push(self.activity(part, recording, repairs, &athlete, &grounds)?);
        }
        let new_device = match device {
            Some(stamp) if sure && stamp.serial.is_some() && roster.device_owner(&stamp).await?.is_none() => {
                let first_seen = prepared.first().map_or_else(|| app.0.clock.now(), |(activity, _)| activity.start);
                Some(Device { id: app.id(DeviceId), athlete: athlete.id, stamp, first_seen })
            }
            _ => None,
        };
        let mut write = self.begin(Some(athlete.id), None).await?;
        for (activity, channels) in &prepared {
            write.insert_activity(activity, channels).await?;
        }
        if let Some(device) = &new_device {
            write.insert_device(device).await?;
        }
        self.end(write, Some(athlete.id)).await?;
        moved.insert(Touched { athlete: Some(athlete.id), topic: Topic::Activities });
        let repairs: Vec<Repair> = {
            let mut all: Vec<Repair> = prepared.iter().flat_map(|(activity, _)| activity.repairs.clone()).collect();
            all.dedup();
            all
        };
        let message = Words::english()
            .say_with("import-imported", &[("activities", prepared.len().into()), ("repairs", repairs.len().into())]);
        Ok(FileReport {
            path: self.name,
            outcome: Outcome::Imported,
            activities: prepared.iter().map(|(activity, _)| activity.id).collect(),
            wellness: 0,
            athlete: Some(athlete.name),
            guess: Some(why),
            repairs,
            message,
        })
    }

    fn activity(
        &self,
        part: u32,
        recording: Recording,
        repairs: Vec<Repair>,
        athlete: &Athlete,
        grounds: &Grounds,
    ) -> Result<(Activity, Encoded), AppFault> {
        let start_local = local(athlete, recording.start);
        let basis = grounds.basis(athlete, start_local.date());
        let summary = summary::of(&recording, &basis, None, grounds.rpe_scale);
        let channels = Encoded::of(&recording.channels)?;
        let activity = Activity {
            id: self.app.id(ActivityId),
            athlete: athlete.id,
            batch: self.batch.id,
            source: self.hash.clone(),
            part,
            sport: recording.sport,
            sport_detail: recording.sport_detail,
            start: recording.start,
            start_local,
            timer: recording.timer,
            elapsed: recording.elapsed,
            distance: recording.distance,
            laps: recording.laps,
            pauses: recording.pauses,
            device: recording.device,
            totals: recording.totals,
            records: recording.records,
            repairs,
            rpe: None,
            summary,
        };
        Ok((activity, channels))
    }

    async fn wellness(
        mut self,
        tables: Vec<(Option<String>, Vec<WellnessValue>)>,
        notes: &[Note],
        named: Option<AthleteId>,
        moved: &mut BTreeSet<Touched>,
    ) -> Result<FileReport, AppFault> {
        let (app, roster) = (self.app, self.roster);
        let mut kept: Vec<(Athlete, Vec<WellnessValue>)> = Vec::new();
        for (name, values) in tables {
            // A name in the table speaks as a folder of that name would.
            let path = name.unwrap_or_else(|| self.name.clone());
            let owner = whose(app, roster, named, None, &path).await?;
            if owner.athlete.unassigned {
                return Ok(refused(self.name, &path, "import-wellness-nobody"));
            }
            let known = newest(roster, owner.athlete.id, &values).await?;
            let fresh = |value: &WellnessValue| {
                known
                    .get(&(value.date, value.field, value.source.clone()))
                    .is_none_or(|old| (old - value.value).abs() > 1e-9)
            };
            kept.push((owner.athlete, values.into_iter().filter(fresh).collect()));
        }
        let only = match kept.as_slice() {
            [(athlete, _)] => Some(athlete.clone()),
            _ => None,
        };
        let mut write = self.begin(only.as_ref().map(|athlete| athlete.id), None).await?;
        let mut count = 0u32;
        for (athlete, values) in kept {
            moved.insert(Touched { athlete: Some(athlete.id), topic: Topic::Wellness });
            for value in values {
                let entry = WellnessEntry {
                    id: app.id(WellnessId),
                    athlete: athlete.id,
                    batch: Some(self.batch.id),
                    value,
                    recorded_at: app.0.clock.now(),
                };
                write.insert_wellness(&entry).await?;
                count += 1;
            }
        }
        self.end(write, only.as_ref().map(|athlete| athlete.id)).await?;
        let words = Words::english();
        let mut message = words.say_with("import-wellness", &[("values", count.into()), ("notes", notes.len().into())]);
        for note in notes.iter().take(NOTES_TOLD) {
            let facts = [
                ("line", note.line.into()),
                ("column", note.column.as_str().into()),
                ("cell", note.cell.as_str().into()),
            ];
            message.push(' ');
            message.push_str(&words.say_with(&format!("note-{}", note.kind.code()), &facts));
        }
        Ok(FileReport {
            path: self.name,
            outcome: Outcome::Imported,
            activities: Vec::new(),
            wellness: count,
            athlete: only.map(|athlete| athlete.name),
            guess: None,
            repairs: Vec::new(),
            message,
        })
    }

    async fn routed(mut self, kind: &str, repairs: Vec<Repair>) -> Result<FileReport, AppFault> {
        let write = self.begin(None, Some(kind)).await?;
        self.end(write, None).await?;
        let words = Words::english();
        let what = words.say(&format!("routed-{kind}"));
        let message = words.say_with("import-routed", &[("what", what.into())]);
        Ok(FileReport {
            path: self.name,
            outcome: Outcome::Routed,
            activities: Vec::new(),
            wellness: 0,
            athlete: None,
            guess: None,
            repairs,
            message,
        })
    }

    /// Opens the file's transaction: the batch if it is the first, and the raw bytes.
    async fn begin(&mut self, athlete: Option<AthleteId>, routed: Option<&str>) -> Result<Write, AppFault> {
        let now = self.app.0.clock.now();
        let mut write = self.roster.write().await?;
        if !self.batch.begun {
            write.insert_batch(self.batch.id, now, &self.app.0.place.author).await?;
        }
        write.insert_source(&self.raw, self.batch.id, now, athlete, routed).await?;
        Ok(write)
    }

    async fn end(&mut self, write: Write, athlete: Option<AthleteId>) -> Result<(), AppFault> {
        write.commit(self.app.entry("import-file", athlete, Some(self.name.clone()), Json::Null)).await?;
        self.batch.begun = true;
        Ok(())
    }
}

/// The newest value of each day, field and source that the roster already has in the range of `values`.
async fn newest(
    roster: &Roster,
    athlete: AthleteId,
    values: &[WellnessValue],
) -> Result<BTreeMap<(NaiveDate, WellnessField, String), f64>, AppFault> {
    let from = values.iter().map(|value| value.date).min();
    let to = values.iter().map(|value| value.date).max();
    let entries = roster.wellness(athlete, from, to).await?;
    // Ordered by when they were recorded, so that the last one of a key stays.
    Ok(entries.into_iter().map(|e| ((e.value.date, e.value.field, e.value.source), e.value.value)).collect())
}
