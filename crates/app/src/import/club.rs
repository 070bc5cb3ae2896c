//! What an import needs to know about the club, read once and kept while it runs; what the import itself writes is noted
//! here as well.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use domain::athlete::{Athlete, DeviceStamp};
use domain::clean::RepairLimits;
use domain::effective::{EffectiveSession, effective};
use domain::guess::Habits;
use domain::id::{AthleteId, BatchId, SessionId};
use domain::sport::Sport;
use domain::table::ColumnMap;
use domain::week::Week;
use domain::words::Words;
use serde_json::Value as Json;
use store::Roster;

use crate::effort::Grounds;
use crate::{App, AppFault};

/// Activities a habit is learned from: the newest so many of an athlete.
const HABIT: u32 = 200;

/// An athlete with what their recordings are read by.
#[derive(Debug)]
pub(crate) struct Member {
    pub(crate) athlete: Athlete,
    pub(crate) grounds: Grounds,
    pub(crate) limits: RepairLimits,
}

/// The club during one import.
pub(crate) struct Club {
    app: App,
    roster: Roster,
    /// The import, whose own activities are nobody's habit yet: it must not matter how far it had come when it was cut.
    batch: BatchId,
    /// Everybody but the stand-in, without their habits.
    pub(crate) bare: Vec<(Athlete, Habits)>,
    /// The holder of files that are nobody's; perhaps not in the roster yet.
    pub(crate) stand_in: Athlete,
    pub(crate) columns: Vec<ColumnMap>,
    has_stand_in: Mutex<bool>,
    members: Kept<AthleteId, Arc<Member>>,
    devices: Kept<DeviceStamp, Option<AthleteId>>,
    plans: Kept<(AthleteId, Week), Arc<Vec<EffectiveSession>>>,
    habits: tokio::sync::OnceCell<Vec<(Athlete, Habits)>>,
}

/// Values that were read before.
struct Kept<K, V>(Mutex<HashMap<K, V>>);

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    fn new() -> Kept<K, V> {
        Kept(Mutex::new(HashMap::new()))
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<K, V>) -> T) -> T {
        // The map is whole after every step.
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn get(&self, key: &K) -> Option<V> {
        self.with(|map| map.get(key).cloned())
    }

    /// Keeps what was read, unless a newer value was noted meanwhile.
    fn keep(&self, key: K, value: V) -> V {
        self.with(|map| map.entry(key).or_insert(value).clone())
    }
}

impl Club {
    pub(crate) async fn of(app: &App, roster: &Roster, batch: BatchId) -> Result<Club, AppFault> {
        let (holders, athletes): (Vec<_>, Vec<_>) =
            roster.athletes().await?.into_iter().partition(|athlete| athlete.unassigned);
        let holder = holders.into_iter().next();
        let nobody = || Habits { sports: Vec::new() };
        Ok(Club {
            app: app.clone(),
            roster: roster.clone(),
            batch,
            bare: athletes.into_iter().map(|athlete| (athlete, nobody())).collect(),
            has_stand_in: Mutex::new(holder.is_some()),
            stand_in: holder.unwrap_or_else(|| Athlete {
                id: app.id(AthleteId),
                name: Words::here().say("unassigned-name"),
                sex: None,
                born: None,
                zone: app.0.clock.zone().name().to_owned(),
                squad: None,
                unassigned: true,
            }),
            columns: roster.column_maps().await?,
            members: Kept::new(),
            devices: Kept::new(),
            plans: Kept::new(),
            habits: tokio::sync::OnceCell::new(),
        })
    }

    /// Somebody of the club, or the stand-in.
    pub(crate) fn athlete(&self, id: AthleteId) -> Option<&Athlete> {
        let mut all = self.bare.iter().map(|(athlete, _)| athlete).chain([&self.stand_in]);
        all.find(|athlete| athlete.id == id)
    }

    /// Their name; empty for somebody who is not here.
    pub(crate) fn name(&self, id: AthleteId) -> String {
        self.athlete(id).map_or_else(String::new, |athlete| athlete.name.clone())
    }

    /// Somebody with settings and limits.
    pub(crate) async fn member(&self, athlete: &Athlete) -> Result<Arc<Member>, AppFault> {
        if let Some(member) = self.members.get(&athlete.id) {
            return Ok(member);
        }
        let member = Member {
            grounds: Grounds::thresholds(&self.roster, athlete).await?,
            limits: self.roster.repair_limits(athlete.id).await?.unwrap_or_default(),
            athlete: athlete.clone(),
        };
        Ok(self.members.keep(athlete.id, Arc::new(member)))
    }

    /// Whose device this is.
    pub(crate) async fn owner_of(&self, stamp: &DeviceStamp) -> Result<Option<AthleteId>, AppFault> {
        if stamp.serial.is_none() {
            return Ok(None);
        }
        if let Some(owner) = self.devices.get(stamp) {
            return Ok(owner);
        }
        let owner = self.roster.device_owner(stamp).await?;
        Ok(self.devices.keep(stamp.clone(), owner))
    }

    /// Notes a device that was remembered.
    pub(crate) fn remembered(&self, stamp: DeviceStamp, owner: AthleteId) {
        self.devices.with(|map| map.insert(stamp, Some(owner)));
    }

    /// Everybody with what their history says; read at the first file that needs it.
    pub(crate) async fn habits(&self) -> Result<&[(Athlete, Habits)], AppFault> {
        let habits = self.habits.get_or_try_init(|| async {
            let mut club = Vec::with_capacity(self.bare.len());
            for (athlete, _) in &self.bare {
                let mut activities = self.roster.activities(athlete.id, None, None, Some(HABIT)).await?;
                activities.retain(|activity| activity.batch != self.batch);
                club.push((athlete.clone(), Habits::of(&activities)));
            }
            Ok::<_, AppFault>(club)
        });
        Ok(habits.await?)
    }

    /// The sessions that stand in somebody's plan on a day.
    pub(crate) async fn sessions(&self, athlete: AthleteId, day: NaiveDate) -> Result<Vec<EffectiveSession>, AppFault> {
        let key = (athlete, Week::of(day));
        let week = match self.plans.get(&key) {
            Some(week) => week,
            None => {
                let plan = self.roster.plan_week(athlete, key.1).await?;
                let sessions = plan.map_or_else(Vec::new, |plan| {
                    effective(&plan.proposal, &plan.overrides).standing().cloned().collect()
                });
                self.plans.keep(key, Arc::new(sessions))
            }
        };
        Ok(week.iter().filter(|session| session.date == day).cloned().collect())
    }

    /// Who has a session of a sport planned on a day.
    pub(crate) async fn planned(&self, sport: Sport, day: NaiveDate) -> Result<Vec<AthleteId>, AppFault> {
        let mut planned = Vec::new();
        for (athlete, _) in &self.bare {
            if self.sessions(athlete.id, day).await?.iter().any(|session| session.session.sport == sport) {
                planned.push(athlete.id);
            }
        }
        Ok(planned)
    }

    /// The planned sessions of a day that have an activity already.
    pub(crate) async fn taken(&self, athlete: AthleteId, day: NaiveDate) -> Result<Vec<SessionId>, AppFault> {
        let activities = self.roster.activities(athlete, Some(day), Some(day), None).await?;
        Ok(activities.iter().filter_map(|activity| activity.session).collect())
    }

    /// Makes the stand-in if there is none yet.
    pub(crate) async fn need_stand_in(&self) -> Result<(), AppFault> {
        if *self.has_stand_in.lock().unwrap_or_else(PoisonError::into_inner) {
            return Ok(());
        }
        let mut write = self.roster.write().await?;
        write.insert_athlete(&self.stand_in).await?;
        write.commit(self.app.entry("add-stand-in", Some(self.stand_in.id), None, Json::Null)).await?;
        *self.has_stand_in.lock().unwrap_or_else(PoisonError::into_inner) = true;
        Ok(())
    }
}
