//! One activity under the hands of a person: what was recorded, what stands, and what a change would make of it.

use std::sync::Arc;

use contract::revision::VersionNumbers;
use domain::activity::{Activity, Identity};
use domain::athlete::Athlete;
use domain::clean::{RepairLimits, clean};
use domain::id::{ActivityId, RevisionId, SessionId};
use domain::measures::Curves;
use domain::recording::{Channel, Recording, Repair, RepairKind};
use domain::revision::{self, Change, Revision, Role};
use store::{Encoded, EncodedMeasures, Roster, Write};

use crate::effort::Grounds;
use crate::entry::{text, within};
use crate::import::place;
use crate::limits::{is_mark, sane};
use crate::{App, AppFault};

/// Parts a person cuts an activity into are few.
const MOST_CUTS: f64 = 50.0;
/// Recordings of one session are few.
const MOST_MERGED: f64 = 20.0;
/// Hours between the first start and the last of one session.
const ONE_SESSION_H: f64 = 24.0;
/// Characters of a comment.
const LONGEST_COMMENT: u32 = 2000;
/// The shortest stretch that is an activity, seconds.
const SHORTEST_S: f64 = 1.0;

/// An activity with everything that its versions are made from. Read as the head coach reads, whoever asks, and with what is
/// withheld: a version is kept, and must not lose what only its reader may not see. What is shown is read anew.
pub(super) struct Desk {
    app: App,
    roster: Roster,
    /// As it stands.
    pub(super) activity: Activity,
    pub(super) athlete: Athlete,
    pub(super) grounds: Arc<Grounds>,
    /// The athlete's limits of repairs.
    pub(super) limits: RepairLimits,
    /// What was recorded.
    pub(super) recorded: Activity,
    recording: Recording,
    /// Every change, those taken back too.
    pub(super) revisions: Vec<Revision>,
}

/// A version ready to be kept, or only to be looked at.
pub(super) struct Made {
    pub(super) activity: Activity,
    pub(super) channels: Encoded,
    pub(super) measured: EncodedMeasures,
    /// Seconds from the recorded start.
    pub(super) offset_s: f64,
}

impl Made {
    /// Puts it in force.
    pub(super) async fn put(&self, write: &mut Write) -> Result<(), AppFault> {
        write.put_version(&self.activity, &self.channels).await?;
        Ok(write.replace_measures(self.activity.id, &self.measured).await?)
    }
}

impl Desk {
    pub(super) async fn of(app: &App, roster: &Roster, id: ActivityId) -> Result<Desk, AppFault> {
        // Whoever asks must see it.
        app.activity(roster, id).await?;
        let roster = &app.computing(roster).await;
        let (activity, channels) = whole(roster, id).await?;
        let athlete = app.athlete(roster, activity.athlete).await?;
        let (recorded, channels) = roster.recorded(id).await?.unwrap_or_else(|| (activity.clone(), channels));
        Ok(Desk {
            app: app.clone(),
            roster: roster.clone(),
            grounds: Arc::new(Grounds::of(roster, &athlete).await?),
            limits: roster.repair_limits(athlete.id).await?.unwrap_or_default(),
            recording: recorded.recording(channels),
            recorded,
            revisions: roster.revisions(id).await?,
            activity,
            athlete,
        })
    }

    /// The changes that stand, oldest first, without one of them.
    pub(super) fn standing_but(&self, one: Option<RevisionId>) -> Vec<Change> {
        let stands = |revision: &&Revision| revision.undone.is_none() && Some(revision.id) != one;
        self.revisions.iter().filter(stands).map(|revision| revision.change.clone()).collect()
    }

    /// Seconds from the start of what was recorded to the start of what stands.
    pub(super) fn offset_s(&self) -> f64 {
        (self.activity.start - self.recorded.start).num_milliseconds() as f64 / 1000.0
    }

    /// A change as a person asked for it, with moments of the version that is shown, as it is kept.
    pub(super) async fn checked(&self, change: Change) -> Result<Change, AppFault> {
        if !self.roster.activity_counts(self.activity.id).await? {
            return Err(AppFault::DoesNotCount);
        }
        let elapsed = self.activity.elapsed.0;
        let checked = match change {
            Change::Trim { from_s, to_s } => {
                let (from_s, to_s) = stretch(from_s, to_s, elapsed)?;
                Change::Trim { from_s, to_s }
            }
            Change::Exclude { channel, from_s, to_s } => {
                let (from_s, to_s) = stretch(from_s, to_s, elapsed)?;
                Change::Exclude { channel, from_s, to_s }
            }
            Change::Split { mut at_s } => {
                within("cuts", at_s.len() as f64, 1.0, MOST_CUTS)?;
                for at in &at_s {
                    within("cut", *at, SHORTEST_S, elapsed - SHORTEST_S)?;
                }
                at_s.sort_by(f64::total_cmp);
                at_s.dedup_by(|a, b| *a - *b < SHORTEST_S);
                Change::Split { at_s }
            }
            Change::Merge { of } => {
                within("merged", of.len() as f64, 1.0, MOST_MERGED)?;
                for id in &of {
                    self.mergeable(*id).await?;
                }
                Change::Merge { of }
            }
            Change::Comment { comment } => Change::Comment { comment: text("comment", comment, LONGEST_COMMENT)? },
            Change::Limits { limits } => {
                sane(&limits)?;
                Change::Limits { limits }
            }
            Change::Sport { sport } => Change::Sport { sport },
        };
        Ok(checked.moved(self.offset_s()))
    }

    async fn mergeable(&self, id: ActivityId) -> Result<(), AppFault> {
        let other = self.app.activity(&self.roster, id).await?;
        if id == self.activity.id {
            return Err(AppFault::OneActivity);
        }
        if other.athlete != self.athlete.id {
            return Err(AppFault::TwoAthletes);
        }
        if !self.roster.activity_counts(id).await? {
            return Err(AppFault::DoesNotCount);
        }
        let apart = (other.start - self.activity.start).num_seconds().abs() as f64 / 3600.0;
        within("merge-hours", apart, 0.0, ONE_SESSION_H)
    }

    /// What a checked change would put in force: the changed activity, or its parts.
    pub(super) async fn proposed(&self, change: &Change) -> Result<Vec<Made>, AppFault> {
        if let Change::Split { at_s } = change {
            return self.parts(at_s).await;
        }
        let mut changes = self.standing_but(None);
        changes.push(change.clone());
        let made = self.version(&changes).await?;
        let key = |activity: &Activity| {
            let Activity { sport, start, elapsed, repairs, comment, .. } = activity.clone();
            (sport, start, elapsed, repairs, comment)
        };
        if !matches!(change, Change::Merge { .. }) && key(&made.activity) == key(&self.activity) {
            return Err(AppFault::ChangesNothing);
        }
        Ok(vec![made])
    }

    /// What the recording is with these changes.
    pub(super) async fn version(&self, changes: &[Change]) -> Result<Made, AppFault> {
        let others = self.others(changes).await?;
        let version = revision::apply(&self.recording, changes, &others);
        let mut repairs: Vec<Repair> =
            self.recorded.repairs.iter().filter(|repair| !is_mark(repair.kind)).cloned().collect();
        repairs.extend(version.excluded);
        let limits = revision::limits(changes).unwrap_or(self.limits);
        let mut made = self.made(self.activity.clone(), version.recording, repairs, limits).await?;
        made.offset_s = version.offset_s;
        Ok(made)
    }

    /// Parts of the version in force, as new activities. Which planned session it was goes with the longest.
    async fn parts(&self, at_s: &[f64]) -> Result<Vec<Made>, AppFault> {
        let (activity, channels) = whole(&self.roster, self.activity.id).await?;
        let whole = activity.recording(channels);
        let at: Vec<f64> = at_s.iter().map(|at| at - self.offset_s()).collect();
        let limits = revision::limits(&self.standing_but(None)).unwrap_or(self.limits);
        let first = self.roster.next_part(&self.activity.source).await?;
        let kept = |repair: &&Repair| !is_mark(repair.kind) && repair.kind != RepairKind::Excluded;
        let repairs: Vec<Repair> = self.activity.repairs.iter().filter(kept).cloned().collect();
        let mut made = Vec::new();
        for (part, recording) in (first..).zip(revision::split(&whole, &at)) {
            let id = self.app.id(ActivityId);
            let row = Activity { id, part, session: None, ..self.activity.clone() };
            made.push(self.made(row, recording, repairs.clone(), limits).await?);
        }
        let longest = made.iter_mut().max_by(|a, b| a.activity.timer.0.total_cmp(&b.activity.timer.0));
        if let Some(longest) = longest {
            longest.activity.session = self.activity.session;
        }
        Ok(made)
    }

    /// The recordings merged in that are here: what an import brought goes with it.
    async fn others(&self, changes: &[Change]) -> Result<Vec<Recording>, AppFault> {
        let mut others = Vec::new();
        for change in changes {
            let Change::Merge { of } = change else { continue };
            for id in of {
                let Some((other, channels)) = self.roster.whole(*id).await? else { continue };
                let mut recording = other.recording(channels);
                recording.totals.rpe = other.rpe.or(recording.totals.rpe);
                others.push(recording);
            }
        }
        Ok(others)
    }

    /// Cleans, measures and packs a recording in place of `row`, on another thread.
    async fn made(
        &self,
        row: Activity,
        mut recording: Recording,
        mut repairs: Vec<Repair>,
        limits: RepairLimits,
    ) -> Result<Made, AppFault> {
        let (athlete, grounds) = (self.athlete.clone(), Arc::clone(&self.grounds));
        let made = tokio::task::spawn_blocking(move || -> Result<Made, AppFault> {
            repairs.extend(clean(&mut recording, &limits));
            let start_local = row.start_local + (recording.start - row.start);
            let computed = grounds.compute(&athlete, start_local.date(), &recording, row.rpe, Curves::Wanted);
            let measured = EncodedMeasures::of(&computed, Curves::Wanted)?;
            let identity =
                Identity { id: row.id, athlete: row.athlete, batch: row.batch, source: row.source, part: row.part };
            let activity = Activity {
                start_local,
                repairs,
                place: place(&recording),
                session: row.session,
                rpe: row.rpe,
                ..Activity::of(identity, &recording, computed.summary)
            };
            Ok(Made { activity, channels: Encoded::of(&recording.channels)?, measured, offset_s: 0.0 })
        });
        made.await.map_err(|source| AppFault::Panicked { said: source.to_string() })?
    }

    /// Who counts or does not because of a change.
    pub(super) fn members(&self, change: &Change, made: &[Made]) -> Vec<(ActivityId, Role)> {
        match change {
            Change::Split { .. } => {
                let parts = made.iter().map(|part| (part.activity.id, Role::Part));
                std::iter::once((self.activity.id, Role::Whole)).chain(parts).collect()
            }
            Change::Merge { of } => of.iter().map(|id| (*id, Role::Merged)).collect(),
            _ => Vec::new(),
        }
    }

    /// The planned session that one of several was matched to.
    pub(super) async fn session_of(&self, of: &[ActivityId]) -> Result<Option<SessionId>, AppFault> {
        for id in of {
            if let Some(session) = self.roster.activity(*id).await?.and_then(|other| other.session) {
                return Ok(Some(session));
            }
        }
        Ok(None)
    }
}

/// The version in force with all its channels.
async fn whole(roster: &Roster, id: ActivityId) -> Result<(Activity, Vec<Channel>), AppFault> {
    roster.whole(id).await?.ok_or(AppFault::NoSuchActivity { asked: id.to_string() })
}

/// Two moments of an activity, the later no later than its end.
fn stretch(from_s: f64, to_s: f64, elapsed: f64) -> Result<(f64, f64), AppFault> {
    within("from-moment", from_s, 0.0, (elapsed - SHORTEST_S).max(0.0))?;
    // Screens round the end to whole seconds.
    within("to-moment", to_s, from_s + SHORTEST_S, elapsed.ceil().max(from_s + SHORTEST_S))?;
    Ok((from_s, if to_s >= elapsed.floor() { elapsed.ceil() } else { to_s }))
}

/// What a screen compares of a version.
pub(super) fn numbers(activity: &Activity) -> VersionNumbers {
    VersionNumbers {
        sport: activity.sport,
        start_local: activity.start_local,
        elapsed: activity.elapsed,
        timer: activity.timer,
        distance: activity.distance,
        load: activity.summary.load.map(|load| load.points),
        avg_hr: activity.summary.avg_hr,
        max_hr: activity.summary.max_hr,
        marked: activity.repairs.iter().filter(|repair| is_mark(repair.kind)).map(|repair| repair.samples).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_lies_within_the_activity_and_the_rounded_end_is_the_end() {
        assert_eq!(stretch(10.0, 60.0, 100.5).ok(), Some((10.0, 60.0)));
        assert_eq!(stretch(10.0, 100.0, 100.5).ok(), Some((10.0, 101.0)), "the last half second is kept");
        assert_eq!(stretch(0.0, 101.0, 100.5).ok(), Some((0.0, 101.0)));
        for (from, to) in [(-1.0, 50.0), (50.0, 50.0), (60.0, 50.0), (0.0, 200.0), (f64::NAN, 5.0), (0.0, f64::NAN)] {
            assert!(matches!(stretch(from, to, 100.5), Err(AppFault::OutOfRange { .. })), "{from} {to}");
        }
    }
}
