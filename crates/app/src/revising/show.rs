//! The history of an activity, and what a change would do.

use contract::revision::{ListRevisions, PreviewRevision, RevisionPreview, RevisionsView};
use domain::consent::DataCategory;
use domain::id::ActivityId;
use domain::revision::{Change, Revision, Role};
use domain::summary::LoadSource;
use store::Roster;

use super::desk::{Desk, Made, numbers};
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
        let mut before = vec![numbers(&app.activity(&roster, self.activity).await?)];
        if let Change::Merge { of } = &change {
            for id in of {
                before.push(numbers(&app.activity(&roster, *id).await?));
            }
        }
        let after = desk.proposed(&change).await?;
        // A proposal is computed from all that was recorded and stands in no table: what is withheld is taken out here.
        let heart = roster.may(desk.athlete.id, DataCategory::Heart, desk.activity.day()).await?;
        let shown = |made: &Made| {
            let mut numbers = numbers(&made.activity);
            if !heart {
                (numbers.avg_hr, numbers.max_hr) = (None, None);
                let of_heart = made.activity.summary.load.is_some_and(|load| load.source == LoadSource::HeartRate);
                numbers.load = numbers.load.filter(|_| !of_heart);
            }
            numbers
        };
        Ok(RevisionPreview { before, after: after.iter().map(shown).collect() })
    }
}

/// Everything about the changes of an activity.
pub(super) async fn view(app: &App, roster: &Roster, id: ActivityId) -> Result<RevisionsView, AppFault> {
    let activity = app.activity(roster, id).await?;
    let recorded = roster.recorded_shown(id).await?.unwrap_or_else(|| activity.clone());
    let revisions = roster.revisions_shown(id).await?;
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
