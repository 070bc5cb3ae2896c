//! What people change about activities: previewed, kept with who, when and why, taken back by a word of its own. The version
//! in force goes the way of an import (cleaned, measured, packed), so that load, trend, curves, plans and exports see it.

mod desk;
mod raw;
mod show;

use std::collections::BTreeSet;

use contract::revision::{ReviseActivity, RevisionsView, UndoRevision};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::id::{BatchId, RevisionId};
use domain::revision::{Change, Revision, Role, Undone};
use serde_json::json;
use store::Roster;

use self::desk::{Desk, Made};
use crate::entry::text;
use crate::limits::look_again;
use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault, afterwards};

/// Characters of a reason.
const LONGEST_REASON: u32 = 500;

impl Answer for ReviseActivity {
    async fn answer(self, app: &App) -> Result<Done<RevisionsView>, AppFault> {
        let reason = reason(self.reason)?;
        let roster = app.roster().await?;
        let desk = Desk::of(app, &roster, self.activity).await?;
        let change = desk.checked(self.change).await?;
        let made = desk.proposed(&change).await?;
        let members = desk.members(&change, &made);
        let revision = Revision {
            id: app.id(RevisionId),
            activity: self.activity,
            change,
            reason,
            author: app.author(),
            at: app.0.clock.now(),
            undone: None,
        };
        let mut write = roster.write().await?;
        write.keep_recorded(self.activity).await?;
        if matches!(revision.change, Change::Split { .. }) {
            for part in &made {
                write.insert_activity(&part.activity, &part.channels).await?;
                write.replace_measures(part.activity.id, &part.measured).await?;
            }
        } else {
            for one in &made {
                one.put(&mut write).await?;
            }
        }
        if let Change::Merge { of } = &revision.change {
            for id in of {
                write.keep_recorded(*id).await?;
            }
        }
        if let Change::Merge { of } = &revision.change
            && desk.activity.session.is_none()
            && let Some(session) = desk.session_of(of).await?
        {
            write.set_session(self.activity, Some(session)).await?;
        }
        // Members name activities that must be there.
        write.insert_revision(desk.athlete.id, &revision, &members).await?;
        let before =
            json!({ "revision": revision.id, "load": desk.activity.summary.load, "timer": desk.activity.timer });
        let line = app.entry("revise-activity", Some(desk.athlete.id), Some(self.activity.to_string()), before);
        write.commit(line).await?;
        ended(app, &roster, &desk).await
    }
}

impl Answer for UndoRevision {
    async fn answer(self, app: &App) -> Result<Done<RevisionsView>, AppFault> {
        let reason = reason(self.reason)?;
        let roster = app.roster().await?;
        let found = roster.revision(self.revision).await?;
        let revision = found.ok_or_else(|| AppFault::NoSuchRevision { asked: self.revision.to_string() })?;
        if revision.undone.is_some() {
            return Err(AppFault::RevisionUndone);
        }
        let desk = Desk::of(app, &roster, revision.activity).await?;
        let members = roster.members(revision.id).await?;
        // What was built on the change has to be taken back first, else something would count twice or not at all.
        let built_on = match revision.change {
            Change::Split { .. } => {
                members.iter().filter(|member| member.role == Role::Part).map(|m| m.activity).collect()
            }
            _ => vec![revision.activity],
        };
        for id in built_on {
            if roster.replaced(id).await?.is_some() {
                return Err(AppFault::RevisionBuiltOn);
            }
        }
        let changes: Vec<Change> = desk.standing_but(Some(revision.id));
        let made = desk.version(&changes).await?;
        let undone = Undone { reason, author: app.author(), at: app.0.clock.now() };
        let mut write = roster.write().await?;
        made.put(&mut write).await?;
        if let Change::Merge { of } = &revision.change
            && desk.activity.session.is_some()
            && desk.session_of(of).await? == desk.activity.session
        {
            write.set_session(revision.activity, None).await?;
        }
        write.undo_revision(app.id(RevisionId), desk.athlete.id, &revision, &undone).await?;
        let before =
            json!({ "revision": revision.id, "load": desk.activity.summary.load, "timer": desk.activity.timer });
        let line = app.entry("undo-revision", Some(desk.athlete.id), Some(revision.activity.to_string()), before);
        write.commit(line).await?;
        // What was merged stood still meanwhile: limits may have changed.
        for member in members.iter().filter(|member| member.role == Role::Merged) {
            let Some(activity) = roster.activity(member.activity).await? else { continue };
            look_again(app, &roster, &desk.athlete, &activity, &desk.limits, &desk.grounds).await?;
        }
        ended(app, &roster, &desk).await
    }
}

/// A reason in a person's own words; there must be one.
fn reason(said: String) -> Result<String, AppFault> {
    let unfit = AppFault::BadText { what: "reason", longest: LONGEST_REASON };
    text("reason", Some(said), LONGEST_REASON)?.ok_or(unfit)
}

/// What depends on an activity is computed again and told.
async fn ended(app: &App, roster: &Roster, desk: &Desk) -> Result<Done<RevisionsView>, AppFault> {
    recompute::after(app, roster, &desk.athlete, Reason::Revised).await?;
    afterwards::follow_up_quietly(app, roster, Some(BTreeSet::from([desk.athlete.id])));
    let view = show::view(app, roster, desk.activity.id).await?;
    let moved = [Topic::Athlete, Topic::Activities, Topic::Plan];
    Ok(app.done(view, moved.map(|topic| Touched { athlete: Some(desk.athlete.id), topic }).to_vec()))
}

/// Puts the version of an activity in force again, by the limits and the merged recordings there are now; `None` where
/// nobody changed it, else whether anything is another now.
pub(crate) async fn again(app: &App, roster: &Roster, activity: &Activity) -> Result<Option<bool>, AppFault> {
    if roster.recorded(activity.id).await?.is_none() {
        return Ok(None);
    }
    let desk = Desk::of(app, roster, activity.id).await?;
    let made = desk.version(&desk.standing_but(None)).await?;
    let same = |made: &Made| {
        let (now, was) = (&made.activity, &desk.activity);
        let key = |activity: &Activity| (activity.elapsed, activity.timer, activity.distance, activity.records);
        now.repairs == was.repairs && key(now) == key(was)
    };
    if same(&made) {
        return Ok(Some(false));
    }
    let before = json!({ "repairs": desk.activity.repairs, "load": desk.activity.summary.load });
    let mut write = roster.write().await?;
    made.put(&mut write).await?;
    write.commit(app.entry("mark-again", Some(desk.athlete.id), Some(activity.id.to_string()), before)).await?;
    Ok(Some(true))
}

/// After an import went or came back: what it brought to activities of other imports goes and comes with it.
pub(crate) async fn batch_moved(app: &App, roster: &Roster, batch: BatchId) -> Result<Vec<Athlete>, AppFault> {
    let mut met = Vec::new();
    for id in roster.merged_from(batch).await? {
        let Some(activity) = roster.activity(id).await? else { continue };
        again(app, roster, &activity).await?;
        met.push(app.athlete(roster, activity.athlete).await?);
    }
    Ok(met)
}
