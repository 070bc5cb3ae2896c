//! Running an import: files are looked at ahead on every core, decided and written in order by one. It can stop between any
//! two files, by a person or by a power cut, and go on later.

use std::collections::{BTreeSet, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use contract::import::{BatchSource, FileReport, ImportReport};
use contract::{Done, Topic, Touched};
use domain::id::{AthleteId, BatchId};
use futures::StreamExt;
use store::Roster;

use super::changed::Changes;
use super::club::Club;
use super::decide::{Decider, Fate};
use super::keep::keep;
use super::ledger::Ledger;
use super::look::Looking;
use super::request::{Item, Request};
use super::said;
use crate::recompute::{self, Reason};
use crate::tasks::Running;
use crate::{App, AppFault, afterwards};

/// Files after which screens are told what moved so far, so that a large import fills them as it goes.
const SHOWN_EVERY: usize = 100;

/// What imports of one program share.
#[derive(Default)]
pub(crate) struct Importing {
    /// One import writes at a time.
    turn: tokio::sync::Mutex<()>,
    /// Files come into waiting places one call after the other.
    pub(crate) stage: tokio::sync::Mutex<()>,
    /// The preview that waits for a decision.
    pub(crate) preview: tokio::sync::Mutex<Option<super::preview::Waiting>>,
    pub(crate) watch: super::watch::Watch,
    running: Mutex<HashSet<BatchId>>,
}

impl Importing {
    fn with<T>(&self, work: impl FnOnce(&mut HashSet<BatchId>) -> T) -> T {
        work(&mut self.running.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether this program runs a batch now.
    pub(crate) fn runs(&self, batch: BatchId) -> bool {
        self.with(|running| running.contains(&batch))
    }
}

/// Stands in the list of running batches until it is dropped, however the import ends.
struct Listed<'a>(&'a Importing, BatchId);

impl Drop for Listed<'_> {
    fn drop(&mut self) {
        self.0.with(|running| running.remove(&self.1));
    }
}

/// An import to run.
pub(crate) struct Job {
    pub(crate) batch: BatchId,
    pub(crate) source: BatchSource,
    pub(crate) request: Request,
    pub(crate) items: Vec<Item>,
    /// What an earlier run of the batch reported, in order.
    pub(crate) before: Option<Vec<FileReport>>,
    /// Leave no trace when nothing new comes of it.
    pub(crate) quiet: bool,
}

/// Runs it.
pub(crate) async fn run(
    app: &App,
    roster: &Roster,
    job: Job,
    mut running: Running<'_>,
) -> Result<Done<ImportReport>, AppFault> {
    let Job { batch, source, request, items, before, quiet } = job;
    app.0.importing.with(|running| running.insert(batch));
    let _listed = Listed(&app.0.importing, batch);
    // What a person enters by hand does not wait behind a long import.
    let _turn = match source {
        BatchSource::Hand => None,
        _ => Some(app.0.importing.turn.lock().await),
    };
    if let Some(named) = request.athlete {
        app.athlete(roster, named).await?;
    }
    let named = request.athlete;
    let shelves: Vec<_> = items.iter().filter(|item| item.found.is_packed()).map(|item| item.found.clone()).collect();
    let mut ledger = Ledger::of(app, roster, batch, source, request, before.is_some());
    if source != BatchSource::Watch && !items.is_empty() {
        ledger.begin().await?;
    }
    let club = Arc::new(Club::of(app, roster, batch).await?);
    let mut decider = Decider::of(roster, &club, named, source == BatchSource::Watch);
    let mut files = before.unwrap_or_default();
    let mut met: BTreeSet<AthleteId> = roster.batch_athletes(batch).await?.into_iter().collect();
    let mut changes = Changes::of(app, roster);
    let mut moved = BTreeSet::new();
    let looking =
        Looking { roster: roster.clone(), club: Arc::clone(&club), named, preview: false, cancelled: running.flag() };
    let mut looked = Box::pin(looking.ahead(items));
    let mut cancelled = false;
    while let Some(one) = looked.next().await {
        if running.is_cancelled() {
            cancelled = true;
            break;
        }
        let (one, _room) = one?;
        let decided = decider.decide(one).await?;
        let position = decided.item.position;
        let report = if let Fate::Keep(kept) = &decided.fate {
            changes.before(&kept.owner.athlete).await?;
            for (athlete, _) in &kept.values {
                changes.before(athlete).await?;
            }
            let kept = keep(app, &mut ledger, &mut decider, decided, &mut moved).await?;
            met.extend(kept.brought.iter().map(|(athlete, _)| *athlete));
            changes.add(kept.brought);
            kept.report
        } else {
            if let Fate::Duplicate(seen) = &decided.fate {
                // An import that was cut before it was settled is made whole by running it again.
                met.extend(seen.athlete);
            }
            let report = said::unkept(roster, &decided.item, decided.hash, &decided.fate).await?;
            ledger.later(position, &report);
            report
        };
        running.step(&report.path);
        files.push(report);
        if files.len().is_multiple_of(SHOWN_EVERY) {
            app.tell(&moved);
        }
    }
    drop(looked);
    shelves.iter().for_each(super::gather::Found::close);
    for id in &met {
        let athlete = app.athlete(roster, *id).await?;
        if recompute::settle(app, roster, &athlete, Reason::Import).await?.activities > 0 {
            moved.insert(Touched { athlete: Some(*id), topic: Topic::Activities });
        }
    }
    afterwards::follow_up_quietly(app, roster, Some(met));
    ledger.end(if cancelled { "cancelled" } else { "done" }, quiet).await?;
    crate::upkeep::after_import(app, roster, files.len());
    let changed = changes.after().await?;
    Ok(app.done(ImportReport { batch, files, cancelled, changed }, moved.into_iter().collect()))
}
