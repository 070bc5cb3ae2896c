//! What becomes of a file: whose it is, what it is the same as, which planned session it was. Decided file by file in the
//! order found, for a preview and for an import alike; nothing is written here.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;
use domain::athlete::{Athlete, DeviceStamp};
use domain::guess::{self, Clues, Guess, GuessReason, SURE};
use domain::id::{AthleteId, ContentHash, SessionId};
use domain::same;
use domain::wellness::{WellnessField, WellnessValue};
use exchange::{ExchangeFault, Format};
use store::{Roster, SourceSeen};

use super::club::Club;
use super::gather::Unread;
use super::look::{Contents, Looked, What, blocking};
use super::neighbours::{Match, Neighbours};
use super::prepared::Prepared;
use super::request::{Chosen, Item};
use crate::AppFault;

/// A file with what becomes of it.
pub(crate) struct Decided {
    pub(crate) item: Item,
    pub(crate) hash: Option<ContentHash>,
    pub(crate) fate: Fate,
}

/// What becomes of a file.
pub(crate) enum Fate {
    Skipped,
    Unread(Unread),
    Changed,
    Refused(ExchangeFault),
    /// A table in which nobody here is named.
    Nobody {
        names: Vec<String>,
        format: Format,
        wellness: u32,
        days: Option<(NaiveDate, NaiveDate)>,
    },
    /// The same bytes are here.
    Duplicate(SourceSeen),
    /// The same bytes are those of an earlier file of this list.
    Twice(String),
    Keep(Box<Keep>),
}

/// What is kept of a file.
pub(crate) struct Keep {
    pub(crate) contents: Contents,
    pub(crate) owner: Owner,
    /// One for each of the recordings.
    pub(crate) taken: Vec<Taken>,
    /// Values that are new, by athlete.
    pub(crate) values: Vec<(Athlete, Vec<WellnessValue>)>,
    /// Names in a table that are nobody's here.
    pub(crate) nobody: Vec<String>,
    /// The device to remember.
    pub(crate) device: Option<DeviceStamp>,
}

/// Whose a file is.
#[derive(Debug, Clone)]
pub(crate) struct Owner {
    /// The stand-in where it is not sure.
    pub(crate) athlete: Athlete,
    pub(crate) guesses: Vec<Guess>,
}

/// What was found out about one recording.
#[derive(Debug, Clone, Default)]
pub(crate) struct Taken {
    /// What it is or may be the same as.
    pub(crate) same: Option<Same>,
    /// The planned session it was, with its title.
    pub(crate) session: Option<(SessionId, String)>,
}

/// Another recording of the same activity.
#[derive(Debug, Clone)]
pub(crate) struct Same {
    pub(crate) found: Match,
    /// Name of the other's file.
    pub(crate) file: String,
    /// The one in hand measured more.
    pub(crate) richer: bool,
    /// `Some(true)`: they are one. `Some(false)`: a person says they are not. `None`: it stays open.
    pub(crate) link: Option<bool>,
}

/// Decides, and remembers what was decided before.
pub(crate) struct Decider {
    pub(crate) roster: Roster,
    pub(crate) club: Arc<Club>,
    pub(crate) near: Neighbours,
    named: Option<AthleteId>,
    /// Files that were taken back stay away: the watched folder must not bring them again at every start.
    keep_away: bool,
    hashes: HashMap<ContentHash, String>,
    /// Sessions that were matched, for a preview, where the roster does not know it.
    sessions: HashSet<SessionId>,
}

impl Decider {
    pub(crate) fn of(roster: &Roster, club: &Arc<Club>, named: Option<AthleteId>, keep_away: bool) -> Decider {
        Decider {
            roster: roster.clone(),
            club: Arc::clone(club),
            near: Neighbours::of(roster),
            named,
            keep_away,
            hashes: HashMap::new(),
            sessions: HashSet::new(),
        }
    }

    pub(crate) async fn decide(&mut self, looked: Looked) -> Result<Decided, AppFault> {
        let Looked { item, hash, what } = looked;
        let twice = hash.as_ref().filter(|_| !item.chosen.skip).and_then(|hash| self.hashes.get(hash).cloned());
        let fate = match (what, twice) {
            (What::Skipped, _) => Fate::Skipped,
            (What::Unread(why), _) => Fate::Unread(why),
            (What::Changed, _) => Fate::Changed,
            (_, Some(first)) => self.twice(hash.as_ref(), first).await?,
            (What::Known(seen), None) => Fate::Duplicate(seen),
            (What::Refused(fault), None) => Fate::Refused(fault),
            (What::Read(contents), None) => self.keep(&item, *contents).await?,
        };
        if let (Fate::Keep(_), Some(hash)) = (&fate, &hash) {
            self.hashes.insert(hash.clone(), item.found.path.clone());
        }
        Ok(Decided { item, hash, fate })
    }

    /// The same bytes stood earlier in this list.
    async fn twice(&self, hash: Option<&ContentHash>, first: String) -> Result<Fate, AppFault> {
        let seen = match hash {
            Some(hash) => self.roster.source(hash).await?,
            None => None,
        };
        Ok(seen.filter(|seen| !seen.undone).map_or(Fate::Twice(first), Fate::Duplicate))
    }

    async fn keep(&mut self, item: &Item, mut contents: Contents) -> Result<Fate, AppFault> {
        if let Some(seen) = contents.seen.take_if(|seen| seen.undone && self.keep_away) {
            return Ok(Fate::Duplicate(seen));
        }
        let owner = self.owner(item, &contents).await?;
        let mut keep =
            Keep { device: None, taken: Vec::new(), values: Vec::new(), nobody: Vec::new(), owner, contents };
        self.activities(&mut keep, &item.chosen).await?;
        self.tables(&mut keep, item).await?;
        let holds = &keep.contents;
        let only_tables = holds.recordings.is_empty()
            && holds.templates.is_empty()
            && holds.routed.is_none()
            && !holds.tables.is_empty();
        if only_tables && keep.values.is_empty() {
            let values = || keep.contents.tables.iter().flat_map(|(_, values)| values);
            return Ok(Fate::Nobody {
                wellness: u32::try_from(values().count()).unwrap_or(u32::MAX),
                days: values().map(|value| (value.date, value.date)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))),
                format: keep.contents.format,
                names: keep.nobody,
            });
        }
        // A table that is here and names nobody new brings nothing.
        let fresh = keep.values.iter().any(|(_, values)| !values.is_empty());
        match keep.contents.seen.take_if(|seen| !seen.undone && !fresh) {
            Some(seen) => Ok(Fate::Duplicate(seen)),
            None => Ok(Fate::Keep(Box::new(keep))),
        }
    }

    /// Whose the file is: what a person says, else what speaks for somebody. Names and devices are asked first; history and
    /// plans only where those leave it open.
    async fn owner(&mut self, item: &Item, contents: &Contents) -> Result<Owner, AppFault> {
        let club = Arc::clone(&self.club);
        if let Some(named) = item.chosen.athlete.or(self.named) {
            let athlete = club.athlete(named).cloned();
            let athlete = athlete.ok_or_else(|| AppFault::NoSuchAthlete { asked: named.to_string() })?;
            let guesses = vec![Guess { athlete: named, confidence: 1.0, reasons: vec![GuessReason::Named] }];
            return Ok(Owner { athlete, guesses });
        }
        // The same bytes were somebody's before their import was taken back.
        let before = contents.seen.as_ref().filter(|seen| seen.undone).and_then(|seen| seen.athlete);
        if let Some(athlete) = before.and_then(|id| club.athlete(id)).filter(|athlete| !athlete.unassigned) {
            let reasons = vec![GuessReason::SameActivity { score: 1.0 }];
            let guesses = vec![Guess { athlete: athlete.id, confidence: 1.0, reasons }];
            return Ok(Owner { athlete: athlete.clone(), guesses });
        }
        let device = match &contents.device {
            Some(stamp) => club.owner_of(stamp).await?.zip(stamp.serial),
            None => None,
        };
        // One table of one person may name them; a table of several is decided name by name.
        let written = match contents.tables.as_slice() {
            [(Some(name), _)] => Some(name.as_str()),
            _ => None,
        };
        let clues = Clues { device, path: &item.found.path, written, ..Clues::default() };
        let quick = guess::guess(&clues, &club.bare);
        let main = contents.recordings.iter().max_by(|a, b| a.recording.timer.0.total_cmp(&b.recording.timer.0));
        let guesses = match main {
            Some(main) if !sure(&quick) => {
                let outline = main.outline();
                let same = self.near.best(main, &|athlete| athlete != club.stand_in.id).await?;
                let planned = club.planned(main.recording.sport, main.start_local.date()).await?;
                let clues = Clues {
                    outline: Some(&outline),
                    same: same.map(|best| (best.known.athlete, best.likeness.score)),
                    planned: &planned,
                    ..clues
                };
                guess::guess(&clues, club.habits().await?)
            }
            _ => quick,
        };
        let athlete = guesses.first().filter(|_| sure(&guesses)).and_then(|best| club.athlete(best.athlete));
        Ok(Owner { athlete: athlete.unwrap_or(&club.stand_in).clone(), guesses })
    }

    async fn activities(&mut self, keep: &mut Keep, chosen: &Chosen) -> Result<(), AppFault> {
        let owner = keep.owner.athlete.clone();
        let member = self.club.member(&owner).await?;
        for ready in std::mem::take(&mut keep.contents.recordings) {
            let mut ready = if ready.whose == owner.id {
                ready
            } else {
                let member = Arc::clone(&member);
                blocking(move || ready.again(&member)).await??
            };
            let same = self.same(&ready, owner.id, chosen).await?;
            let linked = same.as_ref().filter(|same| same.link == Some(true));
            let session = match linked {
                // The session goes with the recording that counts.
                Some(same) if !same.richer => None,
                Some(Same { found, .. }) if found.known.session.is_some() => {
                    let day = ready.start_local.date();
                    let all = self.club.sessions(owner.id, day).await?;
                    let held = all.into_iter().find(|session| Some(session.id) == found.known.session);
                    held.map(|session| (session.id, session.session.title))
                }
                _ => self.session(&ready, owner.id).await?,
            };
            let felt = linked.filter(|same| same.richer).and_then(|same| same.found.known.rpe);
            if felt.is_some() {
                ready.sum(&member, felt)?;
            }
            keep.taken.push(Taken { same, session });
            keep.contents.recordings.push(ready);
        }
        keep.device = self.device(keep, chosen).await?;
        Ok(())
    }

    async fn same(&mut self, ready: &Prepared, owner: AthleteId, chosen: &Chosen) -> Result<Option<Same>, AppFault> {
        let Some(found) = self.near.best(ready, &|athlete| athlete == owner).await? else { return Ok(None) };
        let alike = found.likeness.score >= same::SAME;
        Ok(Some(Same {
            richer: self.near.richer(ready, &found.known).await?,
            file: self.near.file(&found.known).await?,
            link: chosen.link.or(alike.then_some(true)),
            found,
        }))
    }

    async fn session(&mut self, ready: &Prepared, owner: AthleteId) -> Result<Option<(SessionId, String)>, AppFault> {
        let day = ready.start_local.date();
        let sessions = self.club.sessions(owner, day).await?;
        if sessions.is_empty() {
            return Ok(None);
        }
        let mut taken = self.club.taken(owner, day).await?;
        taken.extend(self.sessions.iter().copied());
        let recording = &ready.recording;
        let fits = domain::matching::planned(day, recording.sport, recording.timer.0 / 60.0, &sessions, &taken);
        let Some(id) = fits else { return Ok(None) };
        self.sessions.insert(id);
        let title = sessions.into_iter().find(|session| session.id == id).map(|session| session.session.title);
        Ok(Some((id, title.unwrap_or_default())))
    }

    /// The device to remember: one that is nobody's yet and whose file is surely somebody's, or as a person says.
    async fn device(&self, keep: &Keep, chosen: &Chosen) -> Result<Option<DeviceStamp>, AppFault> {
        let Some(stamp) = keep.contents.device.as_ref().filter(|stamp| stamp.serial.is_some()) else { return Ok(None) };
        if keep.owner.athlete.unassigned {
            return Ok(None);
        }
        let owner = self.club.owner_of(stamp).await?;
        let wanted = owner.is_none() || (chosen.remember_device && owner != Some(keep.owner.athlete.id));
        Ok(wanted.then(|| stamp.clone()))
    }

    /// Whose the values of tables are, and which of them are new.
    async fn tables(&self, keep: &mut Keep, item: &Item) -> Result<(), AppFault> {
        let several = keep.contents.tables.len() > 1;
        let fill = keep.contents.seen.as_ref().is_some_and(|seen| !seen.undone);
        for (name, values) in &keep.contents.tables {
            let athlete = match name {
                Some(name) if several => {
                    let clues = Clues { written: Some(name), ..Clues::default() };
                    let guesses = guess::guess(&clues, &self.club.bare);
                    guesses.first().filter(|_| sure(&guesses)).and_then(|best| self.club.athlete(best.athlete)).cloned()
                }
                _ => Some(keep.owner.athlete.clone()).filter(|athlete| !athlete.unassigned),
            };
            let Some(athlete) = athlete else {
                keep.nobody.push(name.clone().unwrap_or_else(|| item.found.path.clone()));
                continue;
            };
            let known = newest(&self.roster, athlete.id, values).await?;
            let fresh = |value: &&WellnessValue| match known.get(&(value.date, value.field, value.source.clone())) {
                None => true,
                // Where the table itself is here, its old values must not take the place of later ones.
                Some(old) => !fill && (old - value.value).abs() > 1e-9,
            };
            let values = values.iter().filter(fresh).cloned().collect();
            keep.values.push((athlete, values));
        }
        Ok(())
    }
}

fn sure(guesses: &[Guess]) -> bool {
    guesses.first().is_some_and(|best| best.confidence >= SURE)
}

/// The newest value of each day, field and source that the roster already has in the range of `values`.
async fn newest(
    roster: &Roster,
    athlete: AthleteId,
    values: &[WellnessValue],
) -> Result<BTreeMap<(NaiveDate, WellnessField, String), f64>, AppFault> {
    let from = values.iter().map(|value| value.date).min();
    let to = values.iter().map(|value| value.date).max();
    let entries = roster.wellness(athlete, from, to).await?;
    // Ordered by when they were recorded, so that the last one of a key stays.
    Ok(entries.into_iter().map(|e| ((e.value.date, e.value.field, e.value.source), e.value.value)).collect())
}
