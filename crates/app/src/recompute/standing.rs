//! What an athlete's numbers stand on against what they should stand on.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use domain::athlete::Athlete;
use domain::id::{ActivityId, AthleteId};
use domain::settings;
use domain::sport::Sport;
use domain::summary::{LoadSource, METHOD};
use store::{Footing, Roster};

use crate::effort::Grounds;
use crate::{App, AppFault};

/// One athlete's grounds as they are now, and the activities that stand on others.
#[derive(Debug)]
pub(crate) struct Standing {
    pub(crate) grounds: Grounds,
    /// Oldest first.
    pub(crate) stale: Vec<Footing>,
    ids: HashSet<ActivityId>,
}

impl Standing {
    pub(crate) async fn of(roster: &Roster, athlete: &Athlete) -> Result<Standing, AppFault> {
        let grounds = Grounds::of(roster, athlete).await?;
        let mut stale = roster.footings(athlete.id).await?;
        let mut prints = Prints { grounds: &grounds, athlete, known: HashMap::new() };
        stale.retain(|footing| !prints.hold(footing));
        let ids = stale.iter().map(|footing| footing.id).collect();
        Ok(Standing { grounds, stale, ids })
    }

    /// How many activities wait to be computed again.
    pub(crate) fn waiting(&self) -> u32 {
        u32::try_from(self.stale.len()).unwrap_or(u32::MAX)
    }

    /// Whether an activity does.
    pub(crate) fn is_stale(&self, id: ActivityId) -> bool {
        self.ids.contains(&id)
    }
}

/// Fingerprints in force, each written once: an athlete has few settings and many activities.
struct Prints<'a> {
    grounds: &'a Grounds,
    athlete: &'a Athlete,
    known: HashMap<(Option<NaiveDate>, Sport, Option<LoadSource>), String>,
}

impl Prints<'_> {
    fn hold(&mut self, footing: &Footing) -> bool {
        let Some(ground) = footing.ground.as_ref().filter(|ground| ground.method == METHOD) else { return false };
        let from = settings::on(&self.grounds.settings, footing.day).map(|settings| settings.from);
        let print = self
            .known
            .entry((from, ground.sport, ground.source))
            .or_insert_with(|| self.grounds.used(self.athlete, footing.day, ground.sport, ground.source).fingerprint());
        *print == ground.basis
    }
}

/// Standings that were looked at, good until the roster moves.
#[derive(Debug, Default)]
pub(super) struct Known(Mutex<HashMap<AthleteId, (String, Arc<Standing>)>>);

impl Known {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<AthleteId, (String, Arc<Standing>)>) -> T) -> T {
        // The map is whole after every step.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Another roster is open: nothing holds any more.
    pub(super) fn forget(&self) {
        self.with(HashMap::clear);
    }
}

impl App {
    /// How an athlete's numbers stand; looked at anew only when something was written since.
    pub(crate) async fn standing(&self, roster: &Roster, athlete: &Athlete) -> Result<Arc<Standing>, AppFault> {
        let roster = &self.computing(roster).await;
        let known = &self.0.recomputing.known;
        let clock = roster.newest_clock().await?;
        let held =
            known.with(|known| known.get(&athlete.id).filter(|(at, _)| *at == clock).map(|(_, s)| Arc::clone(s)));
        if let Some(held) = held {
            return Ok(held);
        }
        let standing = Arc::new(Standing::of(roster, athlete).await?);
        known.with(|known| known.insert(athlete.id, (clock, Arc::clone(&standing))));
        Ok(standing)
    }
}
