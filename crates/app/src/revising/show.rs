//! The history of an activity, and what a change would do.

use contract::revision::{ListRevisions, PreviewRevision, RevisionPreview, RevisionsView};
use domain::id::ActivityId;
use domain::revision::{Change, Revision, Role};
use store::Roster;

use super::desk::{Desk, numbers};
use crate::{Answer, App, AppFault};

impl Answer for ListRevisions {
    async fn answer(self, app: &App) -> Result<RevisionsView, AppFault> {
        view(app, &app.roster().await?, self.activity).await
    }
}

impl Answer for PreviewRevision {
    async fn answer(self, app: &App) -> Result<RevisionPreview, AppFault> {
        let roster = app.roster().await?;
        let desk = Desk::of(app, &roster, self.activity).await?;
        let change = desk.checked(self.change).await?;
        let mut before = vec![numbers(&desk.activity)];
        if let Change::Merge { of } = &change {
            for id in of {
                before.push(numbers(&app.activity(&roster, *id).await?));
            }
        }
        let after = desk.proposed(&change).await?;
        Ok(RevisionPreview { before, after: after.iter().map(|made| numbers(&made.activity)).collect() })
    }
}

/// Everything about the changes of an activity.
pub(super) async fn view(app: &App, roster: &Roster, id: ActivityId) -> Result<RevisionsView, AppFault> {
    let activity = app.activity(roster, id).await?;
    let recorded = roster.recorded(id).await?.map_or_else(|| activity.clone(), |(recorded, _)| recorded);
    let revisions = roster.revisions(id).await?;
    let split = |revision: &&Revision| revision.undone.is_none() && matches!(revision.change, Change::Split { .. });
    let parts = match revisions.iter().find(split) {
        Some(split) => roster.members(split.id).await?,
        None => Vec::new(),
    };
    let roles = roster.roles(id).await?;
    Ok(RevisionsView {
        activity: id,
        offset_s: (activity.start - recorded.start).num_milliseconds() as f64 / 1000.0,
        recorded: numbers(&recorded),
        now: numbers(&activity),
        revisions,
        counts: roster.activity_counts(id).await?,
        replaced: roster.replaced(id).await?,
        parts: parts.into_iter().filter(|member| member.role == Role::Part).map(|member| member.activity).collect(),
        part_of: roles.into_iter().find(|member| member.role == Role::Part).map(|member| member.of),
    })
}
