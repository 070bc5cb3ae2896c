//! Keeping one decided file: everything it brings, its raw bytes, its report and its journal line, in one transaction.

use std::collections::BTreeSet;

use contract::import::{FileReport, Outcome};
use contract::{Topic, Touched};
use domain::activity::{Activity, Identity};
use domain::athlete::Device;
use domain::id::{ActivityId, AthleteId, ContentHash, DeviceId, LinkId, WellnessId};
use domain::wellness::WellnessEntry;
use store::{Encoded, NewLink, Write};

use super::assign::give;
use super::decide::{Decided, Decider, Fate, Keep, Same, Taken};
use super::ledger::{Ledger, note};
use super::neighbours::Known;
use super::prepared::Prepared;
use super::said;
use crate::{App, AppFault};

/// What became of a file, and for whom.
pub(crate) struct Kept {
    pub(crate) report: FileReport,
    /// Activities that count now, by athlete: (counted, values).
    pub(crate) brought: Vec<(AthleteId, Brought)>,
}

/// What a file brought to one athlete.
#[derive(Debug, Clone, Default)]
pub(crate) struct Brought {
    pub(crate) activities: u32,
    pub(crate) wellness: u32,
    pub(crate) sessions: Vec<String>,
}

/// Writes a decided file, or notes what else became of it.
pub(crate) async fn keep(
    app: &App,
    ledger: &mut Ledger,
    decider: &mut Decider,
    decided: Decided,
    moved: &mut BTreeSet<Touched>,
) -> Result<Kept, AppFault> {
    let Decided { item, hash, fate } = decided;
    let (Fate::Keep(kept), Some(hash)) = (fate, hash.clone()) else {
        // Taken apart above: only a file that was read is kept.
        return Err(AppFault::Panicked { said: "a file without a hash cannot be kept".to_owned() });
    };
    let mut kept = *kept;
    if kept.owner.athlete.unassigned && !kept.taken.is_empty() {
        decider.club.need_stand_in().await?;
    }
    let mut writing = Writing { app, batch: ledger.batch, hash, write: ledger.open().await? };
    let activities = writing.activities(&mut kept).await?;
    let wellness = writing.wellness(&kept).await?;
    writing.others(&kept, &activities).await?;
    let report = FileReport {
        path: item.found.path.clone(),
        hash: Some(writing.hash.clone()),
        outcome: said::outcome(&kept),
        activities: activities.iter().map(|activity| activity.id).collect(),
        wellness,
        templates: count(kept.contents.templates.len()),
        athlete: said::athlete(&kept),
        guess: (!kept.taken.is_empty()).then(|| said::whose(&kept, &decider.club)),
        sessions: kept.taken.iter().filter_map(|taken| Some(taken.session.as_ref()?.1.clone())).collect(),
        repairs: said::repairs(&kept),
        message: said::message(&kept, wellness),
    };
    let mut write = writing.write;
    note(&mut write, ledger.batch, item.position, &report).await?;
    let athlete = said::only(&kept).map(|athlete| athlete.id);
    ledger.close(write, "import-file", athlete, item.found.path).await?;
    // What came back belongs to whom it belonged, unless a person now says otherwise.
    if kept.contents.seen.as_ref().is_some_and(|seen| seen.undone && seen.athlete != Some(kept.owner.athlete.id)) {
        for id in &report.activities {
            give(app, &decider.roster, *id, &kept.owner.athlete, false).await?;
        }
    }
    Ok(Kept { brought: remember(decider, &kept, &activities, moved), report })
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Notes what was written, for the files that follow.
fn remember(
    decider: &mut Decider,
    kept: &Keep,
    activities: &[Activity],
    moved: &mut BTreeSet<Touched>,
) -> Vec<(AthleteId, Brought)> {
    let owner = kept.owner.athlete.id;
    let mut own = Brought::default();
    for ((activity, taken), ready) in activities.iter().zip(&kept.taken).zip(&kept.contents.recordings) {
        let linked = taken.same.as_ref().filter(|same| same.link == Some(true));
        if linked.is_none_or(|same| same.richer) {
            let known = Known::kept(activity, ready.outline().local_clock);
            decider.near.add(known, linked.map(|same| &same.found.known));
            own.activities += 1;
        }
        own.sessions.extend(taken.session.iter().map(|(_, title)| title.clone()));
    }
    if let Some(stamp) = &kept.device {
        decider.club.remembered(stamp.clone(), owner);
    }
    let mut brought = Vec::new();
    if !activities.is_empty() {
        moved.insert(Touched { athlete: Some(owner), topic: Topic::Activities });
        brought.push((owner, own));
    }
    for (athlete, values) in &kept.values {
        moved.insert(Touched { athlete: Some(athlete.id), topic: Topic::Wellness });
        let wellness = count(values.len());
        match brought.iter_mut().find(|(id, _)| *id == athlete.id) {
            Some((_, brought)) => brought.wellness += wellness,
            None => brought.push((athlete.id, Brought { wellness, ..Brought::default() })),
        }
    }
    if !kept.contents.templates.is_empty() {
        moved.insert(Touched { athlete: None, topic: Topic::Plan });
    }
    brought
}

/// One file's transaction.
struct Writing<'a> {
    app: &'a App,
    batch: domain::id::BatchId,
    hash: ContentHash,
    write: Write,
}

impl Writing<'_> {
    /// Source and activities with their links. Bytes whose import was taken back bring their activities back with them.
    async fn activities(&mut self, kept: &mut Keep) -> Result<Vec<Activity>, AppFault> {
        let now = self.app.0.clock.now();
        let before = kept.contents.seen.take();
        match (&before, kept.contents.raw.take()) {
            (Some(seen), _) if seen.undone => drop(self.write.adopt_source(&self.hash, self.batch).await?),
            (Some(_), _) => {}
            (None, raw) => {
                let raw = raw.ok_or_else(|| AppFault::Panicked { said: "bytes that were not packed".to_owned() })?;
                let athlete = said::only(kept).map(|athlete| athlete.id);
                let routed = (said::outcome(kept) == Outcome::Routed).then(|| said::routed(kept));
                self.write.insert_source(&raw, self.batch, now, athlete, routed).await?;
            }
        }
        let here = before.as_ref().map_or(&[][..], |seen| &seen.activities);
        let mut activities = Vec::new();
        for (part, (ready, taken)) in kept.contents.recordings.iter_mut().zip(&kept.taken).enumerate() {
            let packed = ready.packed.take().map_or_else(|| Encoded::of(&ready.recording.channels), Ok)?;
            let again = here.get(part).copied();
            let activity = self.activity(again.unwrap_or_else(|| self.app.id(ActivityId)), count(part), ready, taken);
            if again.is_none() {
                self.write.insert_activity(&activity, &packed).await?;
            }
            // What came back has what was measured on it still.
            if let Some(measured) = ready.measured.take().filter(|_| again.is_none()) {
                self.write.replace_measures(activity.id, &measured).await?;
            }
            if let Some(same) = &taken.same {
                self.link(&activity, same).await?;
            }
            activities.push(activity);
        }
        kept.contents.seen = before;
        Ok(activities)
    }

    /// Says which of two recordings is a copy of the other, or that a person keeps them apart.
    async fn link(&mut self, activity: &Activity, same: &Same) -> Result<(), AppFault> {
        let (Some(link), Some(other)) = (same.link, same.found.known.id) else { return Ok(()) };
        let (copy, of) = if link && same.richer { (other, activity.id) } else { (activity.id, other) };
        let link = NewLink {
            id: self.app.id(LinkId),
            athlete: activity.athlete,
            activity: copy,
            of,
            same: link,
            score: Some(same.found.likeness.score),
            evidence: same.found.likeness.evidence.clone(),
            batch: Some(self.batch),
            author: self.app.author(),
            at: self.app.0.clock.now(),
        };
        Ok(self.write.insert_link(&link).await?)
    }

    fn activity(&self, id: ActivityId, part: u32, ready: &Prepared, taken: &Taken) -> Activity {
        let richer = taken.same.as_ref().filter(|same| same.link == Some(true) && same.richer);
        let identity = Identity { id, athlete: ready.whose, batch: self.batch, source: self.hash.clone(), part };
        Activity {
            start_local: ready.start_local,
            repairs: ready.repairs.clone(),
            place: ready.place,
            session: taken.session.as_ref().map(|(id, _)| *id),
            rpe: richer.and_then(|same| same.found.known.rpe),
            ..Activity::of(identity, &ready.recording, ready.summary.clone())
        }
    }

    async fn wellness(&mut self, kept: &Keep) -> Result<u32, AppFault> {
        let mut count = 0;
        for (athlete, values) in &kept.values {
            for value in values {
                let entry = WellnessEntry {
                    id: self.app.id(WellnessId),
                    athlete: athlete.id,
                    batch: Some(self.batch),
                    value: value.clone(),
                    recorded_at: self.app.0.clock.now(),
                };
                self.write.insert_wellness(&entry).await?;
                count += 1;
            }
        }
        Ok(count)
    }

    async fn others(&mut self, kept: &Keep, activities: &[Activity]) -> Result<(), AppFault> {
        if let Some(stamp) = &kept.device {
            let first_seen = activities.first().map_or_else(|| self.app.0.clock.now(), |activity| activity.start);
            let athlete = kept.owner.athlete.id;
            let device = Device { id: self.app.id(DeviceId), athlete, stamp: stamp.clone(), first_seen };
            self.write.insert_device(&device, Some(self.batch)).await?;
        }
        for template in &kept.contents.templates {
            // Everybody's: a workout file says nothing of whom it was made for.
            self.write.insert_template(template, None, Some(self.batch)).await?;
        }
        Ok(())
    }
}
