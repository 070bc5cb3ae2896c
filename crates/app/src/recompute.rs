//! Keeping numbers true: they are computed again when a threshold, a scale learned from the athlete's own sessions, a limit
//! of cleaning or the method itself changes, and only then.
//!
//! Up to [`SMALL`] activities are computed while the call that changed something waits, so that its reply already stands on
//! the new settings. More go on in the background: the call returns at once, [`ShowStale`] and progress events name the
//! task, and every screen that still holds old numbers says how many. What a run has done stays when it is cancelled or the
//! program ends; opening the roster goes on.
//!
//! Each batch is one short transaction with a journal line of what stood there before. An activity that somebody else
//! changed meanwhile is left alone and looked at again.

mod audit;
mod background;
mod engine;
mod standing;
#[cfg(test)]
mod tests;

use contract::measure::{Recompute, Recomputed, ShowStale, StaleView};
use contract::{Done, Topic, Touched, Work};
use domain::athlete::Athlete;
use store::Roster;

pub(crate) use self::background::{Recomputing, resume};
pub(crate) use self::engine::{Settled, settle};
pub(crate) use self::standing::Standing;
use crate::{Answer, App, AppFault};

/// Activities a call waits for: about a third of a second of work.
pub(crate) const SMALL: usize = 200;

/// Why numbers are computed again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reason {
    /// Thresholds or body values were set.
    Settings,
    /// A felt effort was set.
    Effort,
    /// Limits of cleaning were set.
    Limits,
    /// Activities came, went or were given to somebody.
    Import,
    /// Somebody changed an activity, or took a change back.
    Revised,
    /// The roster was opened and something waited: another version of the program, or a run that was cut.
    Opened,
    /// Somebody asked for it.
    Asked,
}

impl Reason {
    /// The stable name in the journal.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Reason::Settings => "settings",
            Reason::Effort => "effort",
            Reason::Limits => "limits",
            Reason::Import => "import",
            Reason::Revised => "revised",
            Reason::Opened => "opened",
            Reason::Asked => "asked",
        }
    }
}

/// Computes again what settings that were just written make out of date: at once if that is little, else in the background.
pub(crate) async fn after_change(app: &App, roster: &Roster, athlete: &Athlete) -> Result<Settled, AppFault> {
    after(app, roster, athlete, Reason::Settings).await
}

/// The same after another change.
pub(crate) async fn after(app: &App, roster: &Roster, athlete: &Athlete, reason: Reason) -> Result<Settled, AppFault> {
    after_at_most(app, roster, athlete, reason, SMALL).await
}

async fn after_at_most(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    reason: Reason,
    most: usize,
) -> Result<Settled, AppFault> {
    let settled = engine::settle_at_most(app, roster, athlete, reason, most).await?;
    if settled.waiting > 0 {
        background::start(app, roster, athlete.id, reason);
    }
    Ok(settled)
}

/// One athlete, or everybody, the stand-in included.
async fn whom(app: &App, roster: &Roster, one: Option<domain::id::AthleteId>) -> Result<Vec<Athlete>, AppFault> {
    match one {
        Some(id) => Ok(vec![app.athlete(roster, id).await?]),
        None => Ok(roster.athletes().await?),
    }
}

impl Answer for Recompute {
    async fn answer(self, app: &App) -> Result<Done<Recomputed>, AppFault> {
        let roster = app.roster().await?;
        let athletes = whom(app, &roster, self.athlete).await?;
        let mut running = app.begin(self.task, Work::Recompute, 0);
        // One run at a time: two would only compute the same twice.
        let _turn = app.0.recomputing.turn.lock().await;
        let mut total = 0;
        for athlete in &athletes {
            total += app.standing(&roster, athlete).await?.stale.len();
        }
        running.of(total);
        let mut done = Recomputed { activities: 0, changed: 0, waiting: 0 };
        let mut moved = Vec::new();
        for athlete in &athletes {
            let settled = engine::settle_under(app, &roster, athlete, Reason::Asked, &mut running).await?;
            done.activities += settled.activities;
            done.changed += settled.changed;
            done.waiting += settled.waiting;
            if settled.activities > 0 {
                moved.push(Touched { athlete: Some(athlete.id), topic: Topic::Activities });
            }
        }
        Ok(app.done(done, moved))
    }
}

impl Answer for ShowStale {
    async fn answer(self, app: &App) -> Result<StaleView, AppFault> {
        let roster = app.roster().await?;
        let mut waiting = 0;
        for athlete in whom(app, &roster, self.athlete).await? {
            waiting += app.standing(&roster, &athlete).await?.waiting();
        }
        let task = app.0.recomputing.task_for(self.athlete);
        Ok(StaleView { waiting, task, audit: audit::lines(&roster, self.athlete).await? })
    }
}
