//! Looking at an import before anything is written: every file is read and decided as the import would, and only the small
//! facts are kept until a person decides.

use std::sync::Arc;

use contract::Work;
use contract::import::{DiscardPreview, Preview, PreviewImport, ShowPreview};
use domain::id::{AthleteId, BatchId, ContentHash, PreviewId};
use futures::StreamExt;

use super::club::Club;
use super::decide::{Decided, Decider, Fate};
use super::gather::Found;
use super::look::Looking;
use super::neighbours::Known;
use super::request::{Whence, items};
use super::row::row;
use super::stage;
use crate::tasks::Running;
use crate::{Answer, App, AppFault};

/// A preview that waits for a decision: its rows, and where the files of those rows are.
pub(crate) struct Waiting {
    pub(crate) preview: Preview,
    pub(crate) from: Whence,
    pub(crate) athlete: Option<AthleteId>,
    /// The file of each row with the identity of what was read.
    pub(crate) files: Vec<(Found, Option<ContentHash>)>,
}

impl Answer for PreviewImport {
    async fn answer(self, app: &App) -> Result<Preview, AppFault> {
        let from = Whence::from(self.origin);
        // The new one takes the place of the old, also when it does not come to an end.
        if let Some(old) = app.0.importing.preview.lock().await.take() {
            old.leave(app, Some(&from));
        }
        let running = app.begin(self.task, Work::Preview, 0);
        let waiting = look(app, from, self.athlete, app.id(PreviewId), running).await?;
        let preview = waiting.preview.clone();
        if let Some(other) = app.0.importing.preview.lock().await.replace(waiting) {
            other.leave(app, None);
        }
        Ok(preview)
    }
}

impl Answer for ShowPreview {
    async fn answer(self, app: &App) -> Result<Option<Preview>, AppFault> {
        Ok(app.0.importing.preview.lock().await.as_ref().map(|waiting| waiting.preview.clone()))
    }
}

impl Answer for DiscardPreview {
    async fn answer(self, app: &App) -> Result<bool, AppFault> {
        let mut place = app.0.importing.preview.lock().await;
        let left = place.take_if(|waiting| waiting.preview.id == self.preview);
        if let Some(waiting) = &left {
            waiting.leave(app, None);
        }
        Ok(left.is_some())
    }
}

impl Waiting {
    /// Takes its uploads away, unless another preview is made of them.
    fn leave(&self, app: &App, next: Option<&Whence>) {
        if let Whence::Staged(stage) = self.from
            && next != Some(&self.from)
        {
            stage::clear(&app.0.place, stage);
        }
    }
}

/// Reads everything and decides as an import would.
pub(crate) async fn look(
    app: &App,
    from: Whence,
    athlete: Option<AthleteId>,
    id: PreviewId,
    mut running: Running<'_>,
) -> Result<Waiting, AppFault> {
    let roster = app.whole().await?;
    if let Some(named) = athlete {
        app.athlete(&roster, named).await?;
    }
    let found = from.clone().gather(app, running.go_on()).await?;
    running.of(found.len());
    let shelves: Vec<Found> = found.iter().filter(|found| found.is_packed()).cloned().collect();
    let club = Arc::new(Club::of(app, &roster, app.id(BatchId)).await?);
    let mut decider = Decider::of(&roster, &club, athlete, false);
    let looking = Looking { roster, club: Arc::clone(&club), named: athlete, preview: true, cancelled: running.flag() };
    let mut looked = Box::pin(looking.ahead(items(found, None, &[])));
    let (mut rows, mut files, mut cancelled) = (Vec::new(), Vec::new(), false);
    while let Some(one) = looked.next().await {
        if running.is_cancelled() {
            cancelled = true;
            break;
        }
        let (one, _room) = one?;
        let decided = decider.decide(one).await?;
        rows.push(row(&decided, &club));
        remember(&mut decider, &decided)?;
        running.step(&decided.item.found.path);
        files.push((decided.item.found, decided.hash));
    }
    drop(looked);
    shelves.iter().for_each(Found::close);
    Ok(Waiting { preview: Preview { id, rows, cancelled }, from, athlete, files })
}

/// Notes what an import would have written, for the files that follow.
fn remember(decider: &mut Decider, decided: &Decided) -> Result<(), AppFault> {
    let Fate::Keep(kept) = &decided.fate else { return Ok(()) };
    for (ready, taken) in kept.contents.recordings.iter().zip(&kept.taken) {
        let linked = taken.same.as_ref().filter(|same| same.link == Some(true));
        if linked.is_none_or(|same| same.richer) {
            let felt = linked.and_then(|same| same.found.known.rpe);
            let session = taken.session.as_ref().map(|(id, _)| *id);
            let (row, path) = (decided.item.position, &decided.item.found.path);
            decider.near.add(Known::seen(ready, row, path, felt, session)?, linked.map(|same| &same.found.known));
        }
    }
    if let Some(stamp) = &kept.device {
        decider.club.remembered(stamp.clone(), kept.owner.athlete.id);
    }
    Ok(())
}
