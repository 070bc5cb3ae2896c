//! Computing again what is out of date: read and unpacked ahead, computed on up to two threads, written by one in batches.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::Work;
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::id::ActivityId;
use domain::measures::Curves;
use domain::recording::ChannelKind;
use domain::summary::{Load, METHOD, Summary};
use domain::unit::Rpe;
use futures::{StreamExt, stream};
use store::{EncodedMeasures, Footing, PackedChannel, Roster};
use uuid::Uuid;

use super::audit::Batch;
use super::{Reason, Standing};
use crate::effort::Grounds;
use crate::tasks::Running;
use crate::{App, AppFault};

/// Activities read with one question and computed by one thread in one go.
const CHUNK: usize = 16;
/// Chunks on their way at once: two computing, one read, one waiting to be written.
const AHEAD: usize = 4;
/// Activities of one transaction: it holds the writer for some milliseconds.
const BATCH: usize = 64;
/// Thresholds move loads, loads move the scales, and scales move the loads that use them: three passes settle that. More
/// are only needed while somebody else writes.
const PASSES: usize = 6;
/// Where something was is not measured.
const NOT_MEASURED: [ChannelKind; 2] = [ChannelKind::Latitude, ChannelKind::Longitude];

/// What a run did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Settled {
    /// Activities computed again.
    pub(crate) activities: u32,
    /// Those whose load is another now.
    pub(crate) changed: u32,
    /// Those still out of date.
    pub(crate) waiting: u32,
}

/// Computes again everything of an athlete that is out of date, and waits for it.
pub(crate) async fn settle(app: &App, roster: &Roster, athlete: &Athlete, reason: Reason) -> Result<Settled, AppFault> {
    settle_under(app, roster, athlete, reason, &mut app.begin(None, Work::Recompute, 0)).await
}

/// The same as long as no pass has more than so many activities; what is left then waits.
pub(super) async fn settle_at_most(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    reason: Reason,
    most: usize,
) -> Result<Settled, AppFault> {
    let roster = app.computing(roster).await;
    Run::of(app, &roster, athlete, reason).passes(&mut app.begin(None, Work::Recompute, 0), most).await
}

/// The same as a task that tells how far it is and can be cancelled.
pub(super) async fn settle_under(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    reason: Reason,
    running: &mut Running<'_>,
) -> Result<Settled, AppFault> {
    let roster = app.computing(roster).await;
    Run::of(app, &roster, athlete, reason).passes(running, usize::MAX).await
}

/// One run over one athlete.
struct Run<'a> {
    app: &'a App,
    roster: &'a Roster,
    athlete: Arc<Athlete>,
    reason: Reason,
    /// Given with the first batch.
    id: Option<Uuid>,
    /// Load before the run and now, of every activity computed.
    loads: BTreeMap<ActivityId, (Option<Load>, Option<Load>)>,
}

impl<'a> Run<'a> {
    fn of(app: &'a App, roster: &'a Roster, athlete: &Athlete, reason: Reason) -> Run<'a> {
        Run { app, roster, athlete: Arc::new(athlete.clone()), reason, id: None, loads: BTreeMap::new() }
    }

    async fn passes(mut self, running: &mut Running<'_>, most: usize) -> Result<Settled, AppFault> {
        for pass in 0..PASSES {
            let standing = self.app.standing(self.roster, &self.athlete).await?;
            let stale = standing.stale.len();
            if stale == 0 || stale > most || running.is_cancelled() {
                break;
            }
            if pass > 0 {
                running.more(stale);
            }
            if self.pass(&standing, running).await? == 0 {
                break;
            }
        }
        let waiting = self.app.standing(self.roster, &self.athlete).await?.waiting();
        let changed = self.loads.values().filter(|(before, now)| differ(*before, *now)).count();
        Ok(Settled { activities: count(self.loads.len()), changed: count(changed), waiting })
    }

    /// Every activity that is out of date now, once. How many were written.
    async fn pass(&mut self, standing: &Arc<Standing>, running: &mut Running<'_>) -> Result<usize, AppFault> {
        let (app, roster, athlete) = (self.app.clone(), self.roster.clone(), Arc::clone(&self.athlete));
        let chunks: Vec<Vec<Footing>> = standing.stale.chunks(CHUNK).map(<[Footing]>::to_vec).collect();
        let work = move |chunk| {
            let (app, roster, athlete) = (app.clone(), roster.clone(), Arc::clone(&athlete));
            let standing = Arc::clone(standing);
            // A task of its own: it goes on while a batch is written.
            tokio::spawn(async move { again(&app, &roster, athlete, standing, chunk).await })
        };
        let mut made = stream::iter(chunks).map(work).buffered(AHEAD);
        let mut batch = Vec::with_capacity(BATCH + CHUNK);
        let mut written = 0;
        while let Some(chunk) = made.next().await {
            batch.extend(chunk.map_err(|source| panicked(&source))??);
            if batch.len() >= BATCH {
                written += self.write(std::mem::take(&mut batch), running).await?;
            }
            if running.is_cancelled() {
                break;
            }
        }
        drop(made);
        written += self.write(batch, running).await?;
        Ok(written)
    }

    /// One transaction: what was computed and a line of what stood there before. How many were written; an activity that
    /// somebody changed meanwhile is not, and the next pass looks at it again.
    async fn write(&mut self, batch: Vec<Renewed>, running: &mut Running<'_>) -> Result<usize, AppFault> {
        if batch.is_empty() {
            return Ok(0);
        }
        let steps = batch.len();
        let run = *self.id.get_or_insert_with(|| self.app.0.clock.id());
        let mut said = Batch::of(self.reason);
        let mut write = self.roster.write().await?;
        for one in batch {
            if write.renew(self.athlete.id, &one.footing, one.rpe, &one.summary, &one.packed).await? {
                said.add(&one.footing, one.before, one.summary.load);
                let loads = self.loads.entry(one.footing.id).or_insert((one.before, None));
                loads.1 = one.summary.load;
            }
        }
        let written = said.activities();
        if written > 0 {
            let line = self.app.entry("recompute", Some(self.athlete.id), Some(run.to_string()), said.line());
            write.commit(line).await?;
        }
        running.steps(steps, &self.athlete.name);
        Ok(written)
    }
}

/// Whether two loads are another number or from another source; the last bits are nobody's business.
pub(super) fn differ(before: Option<Load>, now: Option<Load>) -> bool {
    match (before, now) {
        (None, None) => false,
        (Some(before), Some(now)) => before.source != now.source || (before.points - now.points).abs() > 1e-6,
        _ => true,
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn panicked(source: &tokio::task::JoinError) -> AppFault {
    AppFault::Panicked { said: source.to_string() }
}

/// One activity computed again, ready to be written.
struct Renewed {
    footing: Footing,
    rpe: Option<Rpe>,
    before: Option<Load>,
    summary: Summary,
    packed: EncodedMeasures,
}

/// Reads a chunk and computes it. An activity whose channels are damaged is left as it is, with a line in the log: it must
/// not keep all others from being true.
async fn again(
    app: &App,
    roster: &Roster,
    athlete: Arc<Athlete>,
    standing: Arc<Standing>,
    chunk: Vec<Footing>,
) -> Result<Vec<Renewed>, AppFault> {
    let ids: Vec<ActivityId> = chunk.iter().map(|footing| footing.id).collect();
    let read = {
        // One reader at a time: the others are for the screens.
        let _turn = app.0.recomputing.reading.lock().await;
        roster.packed_activities(&ids, &NOT_MEASURED).await?
    };
    let mut footings: BTreeMap<ActivityId, Footing> = chunk.into_iter().map(|footing| (footing.id, footing)).collect();
    let _thread = app.0.recomputing.threads.acquire().await.ok();
    let made = tokio::task::spawn_blocking(move || {
        let renewed = read.into_iter().filter_map(|(activity, channels)| {
            let footing = footings.remove(&activity.id)?;
            match renewed(&activity, &channels, footing, &athlete, &standing.grounds) {
                Ok(renewed) => Some(renewed),
                Err(fault) => {
                    tracing::warn!(%fault, "an activity was not computed again");
                    None
                }
            }
        });
        renewed.collect()
    });
    made.await.map_err(|source| panicked(&source))
}

fn renewed(
    activity: &Activity,
    channels: &[PackedChannel],
    footing: Footing,
    athlete: &Athlete,
    grounds: &Grounds,
) -> Result<Renewed, AppFault> {
    let curves = if has_its_curves(&footing) { Curves::Kept } else { Curves::Wanted };
    let channels = channels.iter().map(PackedChannel::unpack).collect::<Result<_, _>>()?;
    let recording = activity.recording(channels);
    let computed = grounds.compute(athlete, activity.day(), &recording, activity.rpe, curves);
    let packed = EncodedMeasures::of(&computed, curves)?;
    Ok(Renewed { footing, rpe: activity.rpe, before: activity.summary.load, summary: computed.summary, packed })
}

/// Whether the curves that are kept are still true: they hang on the recording and the method alone.
fn has_its_curves(footing: &Footing) -> bool {
    footing.ground.as_ref().is_some_and(|ground| ground.method == METHOD)
}
