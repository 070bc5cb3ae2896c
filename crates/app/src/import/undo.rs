//! Taking a whole import back, and bringing it again. Nothing is removed: what people wrote since is kept with it.

use std::collections::BTreeSet;

use contract::import::{BatchMoved, RedoImport, UndoImport};
use contract::{Done, Topic, Touched};
use domain::id::{AthleteId, BatchId};
use serde_json::json;
use store::{BatchContents, Roster};

use super::resume::batch;
use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault, afterwards};

impl Answer for UndoImport {
    async fn answer(self, app: &App) -> Result<Done<BatchMoved>, AppFault> {
        let roster = app.whole().await?;
        if batch(&roster, self.batch).await?.undone {
            return Err(AppFault::BatchUndone);
        }
        turn(app, &roster, self.batch, true).await
    }
}

impl Answer for RedoImport {
    async fn answer(self, app: &App) -> Result<Done<BatchMoved>, AppFault> {
        let roster = app.whole().await?;
        if !batch(&roster, self.batch).await?.undone {
            return Err(AppFault::BatchHere);
        }
        turn(app, &roster, self.batch, false).await
    }
}

async fn turn(app: &App, roster: &Roster, id: BatchId, back: bool) -> Result<Done<BatchMoved>, AppFault> {
    if app.0.importing.runs(id) {
        return Err(AppFault::BatchRuns);
    }
    let mut met: BTreeSet<AthleteId> = roster.batch_athletes(id).await?.into_iter().collect();
    let before = roster.batch_contents(id).await?;
    if back && crate::upkeep::is_large(before.activities as usize) {
        app.snapshot_before(roster, "before-undo").await?;
    }
    let mut write = roster.write().await?;
    if back {
        write.undo_batch(id, app.0.clock.now()).await?;
    } else {
        write.redo_batch(id).await?;
    }
    let action = if back { "undo-import" } else { "redo-import" };
    write.commit(app.entry(action, None, Some(id.to_string()), json!({ "undone": !back }))).await?;
    met.extend(crate::revising::batch_moved(app, roster, id).await?.into_iter().map(|athlete| athlete.id));
    // A redo may bring activities that a later import had taken over.
    met.extend(roster.batch_athletes(id).await?);
    let after = roster.batch_contents(id).await?;
    let mut moved = vec![Touched { athlete: None, topic: Topic::Plan }];
    for id in &met {
        let athlete = app.athlete(roster, *id).await?;
        recompute::after(app, roster, &athlete, Reason::Import).await?;
        for topic in [Topic::Athlete, Topic::Activities, Topic::Wellness] {
            moved.push(Touched { athlete: Some(*id), topic });
        }
    }
    afterwards::follow_up_quietly(app, roster, Some(met));
    Ok(app.done(told(if back { before } else { after }), moved))
}

const fn told(contents: BatchContents) -> BatchMoved {
    let BatchContents { activities, wellness, devices, templates, links, notes } = contents;
    BatchMoved { activities, wellness, devices, templates, links, notes }
}
