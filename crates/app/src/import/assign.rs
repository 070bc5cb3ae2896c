//! Giving activities to an athlete: for files nobody could be named for, or that went to the wrong one. The other
//! recordings of the same activity go along.

use std::collections::BTreeSet;
use std::sync::Arc;

use contract::import::AssignActivities;
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::{Athlete, Device};
use domain::effective::effective;
use domain::id::{ActivityId, DeviceId, SessionId};
use domain::measures::Curves;
use domain::recording::RepairKind;
use domain::week::Week;
use serde_json::json;
use store::{EncodedMeasures, Roster};

use crate::derive::local;
use crate::effort::{Grounds, again};
use crate::limits::look_again;
use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault};

impl Answer for AssignActivities {
    async fn answer(self, app: &App) -> Result<Done<u32>, AppFault> {
        let roster = app.whole().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let mut moved = BTreeSet::new();
        let mut count = 0;
        for id in self.activities {
            let mut all = vec![id];
            all.extend(roster.copy_of(id).await?.map(|link| link.of));
            for one in all.clone() {
                all.extend(roster.copies(one).await?.into_iter().map(|link| link.activity));
            }
            let mut given = BTreeSet::new();
            for one in all.into_iter().filter(|one| given.insert(*one)) {
                if let Some(before) = give(app, &roster, one, &athlete, self.remember_device).await? {
                    moved.insert(Touched { athlete: Some(before), topic: Topic::Activities });
                    count += u32::from(one == id);
                }
            }
        }
        recompute::after(app, &roster, &athlete, Reason::Import).await?;
        moved.insert(Touched { athlete: Some(athlete.id), topic: Topic::Activities });
        Ok(app.done(count, moved.into_iter().collect()))
    }
}

/// Gives one activity to an athlete, and says whose it was; `None` when it is theirs already.
pub(crate) async fn give(
    app: &App,
    roster: &Roster,
    id: ActivityId,
    athlete: &Athlete,
    remember_device: bool,
) -> Result<Option<domain::id::AthleteId>, AppFault> {
    let mut activity = app.activity(roster, id).await?;
    if activity.athlete == athlete.id {
        return Ok(None);
    }
    let grounds = Arc::new(Grounds::thresholds(roster, athlete).await?);
    let from = activity.athlete;
    let before = json!({ "athlete": from, "start_local": activity.start_local });
    // Where the file tells only what a wall clock showed, that is what it showed for whomever it was.
    if !activity.repairs.iter().any(|repair| repair.kind == RepairKind::LocalClock) {
        activity.start_local = local(athlete, activity.start);
    }
    let computed = again(roster, athlete, &activity, activity.rpe, &grounds).await?;
    let measured = EncodedMeasures::of(&computed, Curves::Wanted)?;
    let session = session(roster, athlete, &activity).await?;
    let device = activity.device.clone().filter(|stamp| remember_device && stamp.serial.is_some());
    let new_device = match device {
        Some(stamp) if roster.device_owner(&stamp).await?.is_none() => {
            Some(Device { id: app.id(DeviceId), athlete: athlete.id, stamp, first_seen: activity.start })
        }
        _ => None,
    };
    let mut write = roster.write().await?;
    write.assign_activity(id, athlete.id, activity.start_local, &computed.summary).await?;
    write.replace_measures(id, &measured).await?;
    write.set_session(id, session).await?;
    if let Some(device) = &new_device {
        write.insert_device(device, None).await?;
    }
    write.commit(app.entry("assign-activity", Some(athlete.id), Some(id.to_string()), before)).await?;
    let limits = roster.repair_limits(athlete.id).await?;
    if limits != roster.repair_limits(from).await? {
        let moved = app.activity(roster, id).await?;
        look_again(app, roster, athlete, &moved, &limits.unwrap_or_default(), &grounds).await?;
    }
    Ok(Some(from))
}

/// The planned session an activity is for its new athlete; a copy is none.
async fn session(roster: &Roster, athlete: &Athlete, activity: &Activity) -> Result<Option<SessionId>, AppFault> {
    let day = activity.day();
    let Some(plan) = roster.plan_week(athlete.id, Week::of(day)).await? else { return Ok(None) };
    if roster.copy_of(activity.id).await?.is_some() {
        return Ok(None);
    }
    let sessions: Vec<_> =
        effective(&plan.proposal, &plan.overrides).standing().filter(|session| session.date == day).cloned().collect();
    let others = roster.activities(athlete.id, Some(day), Some(day), None).await?;
    let taken: Vec<_> = others.iter().filter_map(|activity| activity.session).collect();
    Ok(domain::matching::planned(day, activity.sport, activity.timer.0 / 60.0, &sessions, &taken))
}
