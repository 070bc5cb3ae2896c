//! A person's word on whether an activity is a copy of another.

use contract::import::LinkActivity;
use contract::{Done, Topic, Touched};
use domain::id::LinkId;
use serde_json::json;
use store::NewLink;

use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault};

impl Answer for LinkActivity {
    /// Replies whether it changed anything.
    async fn answer(self, app: &App) -> Result<Done<bool>, AppFault> {
        let roster = app.whole().await?;
        let activity = app.activity(&roster, self.activity).await?;
        let of = app.activity(&roster, self.of).await?;
        if activity.athlete != of.athlete {
            return Err(AppFault::TwoAthletes);
        }
        if activity.id == of.id {
            return Err(AppFault::OneActivity);
        }
        let before = roster.copy_of(activity.id).await?;
        let link = NewLink {
            id: app.id(LinkId),
            athlete: activity.athlete,
            activity: activity.id,
            of: of.id,
            same: self.same,
            score: None,
            evidence: Vec::new(),
            batch: None,
            author: app.author(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_link(&link).await?;
        let action = if self.same { "link-activity" } else { "unlink-activity" };
        let stood = json!({ "copy_of": before.as_ref().map(|link| link.of) });
        write.commit(app.entry(action, Some(activity.athlete), Some(activity.id.to_string()), stood)).await?;
        let athlete = app.athlete(&roster, activity.athlete).await?;
        recompute::after(app, &roster, &athlete, Reason::Import).await?;
        let changed = roster.copy_of(activity.id).await?.map(|link| link.of) != before.map(|link| link.of);
        Ok(app.done(changed, vec![Touched { athlete: Some(athlete.id), topic: Topic::Activities }]))
    }
}
