//! Plan files of other people: read and compared, taken session by session as one's own changes with their origin beside
//! them, and taken back.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use contract::Done;
use contract::incoming::{
    FoundBy, Here, PlanRead, PlanSources, ReadPlan, SignedChange, SourceLine, TakeOutcome, TakePlan, UntakePlan,
};
use contract::keyring::Secret;
use contract::plan::WeekView;
use domain::athlete::Athlete;
use domain::effective::{active, effective};
use domain::id::{OverrideId, SessionId};
use domain::incoming::{Collision, Incoming, Would, compare};
use domain::keyring::{KeyState, Standing};
use domain::overrides::{self, Change, Override, ReasonTag};
use domain::plan::PlanWeek;
use domain::provenance::{Origin, Provenance, Source, behind};
use exchange::plan_file::{self, PlanFile};
use exchange::sealed::{self, Lock, SecretString, With};
use exchange::signed::{Verified, key_text};
use serde_json::json;
use store::Roster;

use crate::given::given;
use crate::key::KeyFault;
use crate::keyring::Keyring;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// How much larger than the plan inside an encrypted file may be: its header and the marks of its pieces.
const SEALED_MORE: usize = 128 * 1024;

/// The largest file that is opened as a plan, bytes.
pub(crate) const LARGEST: usize = plan_file::MAX_BYTES + SEALED_MORE;

/// A plan file that holds.
pub(crate) struct Opened {
    pub(crate) read: Verified<PlanFile>,
    /// blake3 of the signed file, whether or not it came encrypted.
    file: String,
    sealed: bool,
}

impl Opened {
    /// The public key that signed, base64.
    pub(crate) fn key(&self) -> String {
        key_text(&self.read.key)
    }
}

/// How a file's week meets the one here.
struct Meeting {
    athlete: Athlete,
    by: FoundBy,
    plan: Option<PlanWeek>,
    taken: BTreeMap<OverrideId, Provenance>,
    sessions: Vec<Incoming>,
}

impl App {
    /// Decrypts where it must, then verifies.
    pub(crate) async fn open_plan(&self, bytes: Vec<u8>, passphrase: Option<Secret>) -> Result<Opened, AppFault> {
        let wants = if sealed::is_sealed(&bytes) { Some(sealed::lock(&bytes)?) } else { None };
        let key = if wants == Some(Lock::Identity) { Some(self.key().await?) } else { None };
        // A passphrase is tried for the better part of a second.
        let opened = tokio::task::spawn_blocking(move || -> Result<Opened, AppFault> {
            let limit = plan_file::MAX_BYTES as u64;
            let plain = match (wants, &key, passphrase) {
                (None, ..) => bytes,
                (Some(Lock::Identity), Some(key), _) => sealed::open(&bytes, &With::Identity(&key.reading), limit)?,
                (Some(_), _, Some(Secret(said))) => {
                    sealed::open(&bytes, &With::Passphrase(&SecretString::from(said)), limit)?
                }
                (Some(_), _, None) => return Err(KeyFault::PassphraseWanted.into()),
            };
            let read = plan_file::read(&plain)?;
            Ok(Opened { read, file: exchange::identity(&plain).0, sealed: wants.is_some() })
        });
        opened.await.map_err(|source| AppFault::Panicked { said: source.to_string() })?
    }

    /// Whom a file is about here: by identity, by the user's word, or by a name that only one has.
    async fn meant(
        &self,
        roster: &Roster,
        file: &PlanFile,
        said: Option<Athlete>,
    ) -> Result<Option<(Athlete, FoundBy)>, AppFault> {
        if let Some(athlete) = said {
            let by = if athlete.id == file.athlete.id { FoundBy::Identity } else { FoundBy::Choice };
            return Ok(Some((athlete, by)));
        }
        if let Some(athlete) = roster.athlete(file.athlete.id).await? {
            return Ok(Some((athlete, FoundBy::Identity)));
        }
        let wanted = file.athlete.name.trim().to_lowercase();
        let mut alike: Vec<Athlete> = roster.athletes().await?;
        alike.retain(|athlete| athlete.name.trim().to_lowercase() == wanted);
        Ok(if alike.len() == 1 { alike.pop().map(|athlete| (athlete, FoundBy::Name)) } else { None })
    }

    async fn meet(
        &self,
        roster: &Roster,
        file: &PlanFile,
        (athlete, by): (Athlete, FoundBy),
    ) -> Result<Meeting, AppFault> {
        let Some(plan) = roster.plan_week(athlete.id, file.week).await? else {
            return Ok(Meeting { athlete, by, plan: None, taken: BTreeMap::new(), sessions: Vec::new() });
        };
        let taken = roster.provenance(plan.id).await?;
        let linked: BTreeMap<SessionId, SessionId> = plan
            .overrides
            .iter()
            .filter_map(|made| Some((taken.get(&made.id)?.source.session, made.session)))
            .collect();
        let today = self.today_of(&athlete);
        let sessions = compare(&file.effective, &file.overrides, &plan, &linked, today);
        Ok(Meeting { athlete, by, plan: Some(plan), taken, sessions })
    }
}

/// The changes here that came from a file and still count.
fn counting(plan: &PlanWeek, taken: &BTreeMap<OverrideId, Provenance>, file: &str) -> Vec<OverrideId> {
    let counts = active(&plan.overrides);
    let from = |id: &OverrideId| counts.contains(id) && taken.get(id).is_some_and(|from| from.source.file == file);
    plan.overrides.iter().map(|made| made.id).filter(from).collect()
}

/// Signed changes as they are shown, oldest first.
fn shown<'a>(ring: &Keyring, origins: impl IntoIterator<Item = &'a Origin>) -> Result<Vec<SignedChange>, AppFault> {
    let mut changes = origins
        .into_iter()
        .map(|Origin { made, source, stamps, .. }| {
            Ok(SignedChange {
                id: made.id,
                by: ring.signer(&stamps.change.key, &made.author)?,
                at: made.at,
                change: made.change.clone(),
                tag: made.tag,
                text: made.text.clone(),
                from: source.as_ref().map(|source| source.overrides.clone()).unwrap_or_default(),
            })
        })
        .collect::<Result<Vec<SignedChange>, AppFault>>()?;
    changes.sort_by_key(|change| (change.at, change.id));
    Ok(changes)
}

impl Answer for ReadPlan {
    async fn answer(self, app: &App) -> Result<PlanRead, AppFault> {
        let roster = app.roster().await?;
        let opened = app.open_plan(given(&self.file, LARGEST)?, self.passphrase).await?;
        let said = match self.athlete {
            Some(id) => Some(app.athlete(&roster, id).await?),
            None => None,
        };
        let ring = app.keyring(&roster).await?;
        let file = &opened.read.payload;
        let mut met = match app.meant(&roster, file, said).await? {
            Some(meant) => Some(app.meet(&roster, file, meant).await?),
            None => None,
        };
        let signed = file.signed();
        for one in met.iter_mut().flat_map(|met| &mut met.sessions).filter(|one| one.would != Would::Nothing) {
            if behind(&one.behind, &signed).iter().any(|origin| ring.revoked(&origin.stamps.change.key)) {
                one.collides.push(Collision::Revoked);
            }
        }
        let taken = met.as_ref().and_then(|met| Some(counting(met.plan.as_ref()?, &met.taken, &opened.file).len()));
        Ok(PlanRead {
            by: ring.signer(&opened.key(), &file.author)?,
            sealed: opened.sealed,
            written_at: file.written_at,
            athlete: file.athlete.name.clone(),
            here: met.as_ref().map(|met| Here { athlete: met.athlete.id, name: met.athlete.name.clone(), by: met.by }),
            week: file.week,
            monday: file.week.monday(),
            drafted: met.as_ref().is_some_and(|met| met.plan.is_some()),
            effective: file.effective.clone(),
            sessions: met.map(|met| met.sessions).unwrap_or_default(),
            changes: shown(&ring, signed.values())?,
            notes: file.notes.iter().map(|note| note.text.clone()).collect(),
            taken: u32::try_from(taken.unwrap_or_default()).unwrap_or(u32::MAX),
            file: opened.file,
        })
    }
}

/// A change about to be made, and the session of the file it is for.
struct Planned<'a> {
    session: SessionId,
    change: Change,
    theirs: &'a Incoming,
}

impl Answer for TakePlan {
    async fn answer(self, app: &App) -> Result<Done<TakeOutcome>, AppFault> {
        let roster = app.roster().await?;
        let opened = app.open_plan(given(&self.file, LARGEST)?, self.passphrase).await?;
        if opened.file != self.read {
            return Err(KeyFault::OtherFile.into());
        }
        let athlete = app.athlete(&roster, self.athlete).await?;
        let file = &opened.read.payload;
        let ring = app.keyring(&roster).await?;
        let signer = ring.signer(&opened.key(), &file.author)?;
        if signer.standing == Standing::Revoked {
            return Err(KeyFault::Revoked { name: signer.name.unwrap_or(signer.author) }.into());
        }
        let met = app.meet(&roster, file, (athlete.clone(), FoundBy::Choice)).await?;
        let plan = met.plan.as_ref().ok_or(AppFault::NoPlan { week: file.week })?;
        let chosen = chosen(&met.sessions, &self.sessions)?;
        let planned: Vec<Planned<'_>> = chosen
            .into_iter()
            .flat_map(|theirs| theirs.changes.iter().map(move |change| (theirs, change)))
            .map(|(theirs, change)| Planned {
                session: match (change, &theirs.ours) {
                    (Change::Add { .. }, _) | (_, None) => app.id(SessionId),
                    (_, Some(ours)) => ours.id,
                },
                change: change.clone(),
                theirs,
            })
            .collect();
        let today = app.today_of(&athlete);
        for one in &planned {
            overrides::check(plan, one.session, &one.change, today)?;
        }
        let now = effective(&plan.proposal, &plan.overrides);
        let then = overrides::with(plan, planned.iter().map(|one| (one.session, one.change.clone())));
        let mut broken = overrides::rewritten(&now, &then, today);
        broken.extend(app.newly_broken(&roster, &athlete, file.week, &now, &then).await?);
        if !broken.is_empty() && !self.insist {
            return Ok(Done { value: TakeOutcome::Refused { broken }, touched: Vec::new() });
        }
        let first_met = match signer.standing {
            // Trust on first use: from now on this is the key of that name, until somebody says otherwise.
            Standing::Stranger | Standing::OtherKey => {
                let name = ring.free_name(self.name.as_deref().unwrap_or(&signer.author), &signer.key)?;
                Some(app.key_word(&signer.key, &name, KeyState::Known, None))
            }
            _ => None,
        };
        let signed = file.signed();
        let mut made = Vec::with_capacity(planned.len());
        let mut write = roster.write().await?;
        for one in &planned {
            let from = provenance(&opened, one.theirs, &signed);
            let last = one.theirs.behind.last().and_then(|id| file.overrides.iter().find(|their| their.id == *id));
            let new = Override {
                id: app.id(OverrideId),
                session: one.session,
                change: one.change.clone(),
                before: now.sessions.iter().find(|session| session.id == one.session).cloned(),
                tag: last.map_or(ReasonTag::Other, |their| their.tag),
                text: last.and_then(|their| their.text.clone()),
                insisted: broken.clone(),
                author: app.author(),
                at: app.0.clock.now(),
            };
            write.insert_override(plan.id, &new).await?;
            write.insert_provenance(new.id, &from).await?;
            made.push(new.id);
        }
        if let Some(word) = &first_met {
            write.insert_key_word(word).await?;
        }
        let before = json!({ "week": file.week, "sessions": now.sessions, "key": signer.key, "met": first_met });
        write.commit(app.entry("take-plan", Some(athlete.id), Some(opened.file.clone()), before)).await?;
        let Done { value, touched } = app.week_changed(&roster, &athlete, file.week).await?;
        Ok(Done { value: TakeOutcome::Taken { week: Box::new(value), made }, touched })
    }
}

/// The sessions a person chose, each once; all must be ones that would do something.
fn chosen<'a>(sessions: &'a [Incoming], wanted: &[SessionId]) -> Result<Vec<&'a Incoming>, AppFault> {
    let wanted: BTreeSet<SessionId> = wanted.iter().copied().collect();
    let found: Vec<&Incoming> =
        sessions.iter().filter(|one| wanted.contains(&one.theirs.id) && one.would != Would::Nothing).collect();
    let missing = wanted.iter().find(|id| !found.iter().any(|one| one.theirs.id == **id));
    match (missing, wanted.is_empty()) {
        (Some(id), _) => Err(KeyFault::NotInFile { session: id.to_string() }.into()),
        (None, true) => Err(KeyFault::NotInFile { session: String::new() }.into()),
        (None, false) => Ok(found),
    }
}

/// What is kept beside a change that a session of the file became.
fn provenance(opened: &Opened, theirs: &Incoming, signed: &BTreeMap<OverrideId, Origin>) -> Provenance {
    // Files from before version 3 sign no single change: there the file's own key is all there is to say.
    let overrides: Vec<OverrideId> = theirs.behind.iter().copied().filter(|id| signed.contains_key(id)).collect();
    let origins = behind(&overrides, signed);
    let source = Source {
        author: opened.read.payload.author.clone(),
        key: opened.key(),
        file: opened.file.clone(),
        session: theirs.theirs.id,
        overrides,
    };
    Provenance { source, origins }
}

impl Answer for UntakePlan {
    async fn answer(self, app: &App) -> Result<Done<WeekView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        let taken = roster.provenance(plan.id).await?;
        // The newest first, as a person would take them back.
        let undos: Vec<(SessionId, Change)> = counting(&plan, &taken, &self.file)
            .into_iter()
            .rev()
            .filter_map(|id| Some((plan.overrides.iter().find(|made| made.id == id)?.session, Change::Undo { of: id })))
            .collect();
        if undos.is_empty() {
            return Err(KeyFault::NothingTaken.into());
        }
        let now = effective(&plan.proposal, &plan.overrides);
        let then = overrides::with(&plan, undos.iter().cloned());
        let mut broken = overrides::rewritten(&now, &then, app.today_of(&athlete));
        broken.extend(app.newly_broken(&roster, &athlete, self.week, &now, &then).await?);
        if !broken.is_empty() {
            return Err(Refusal::RevertBreaks { broken }.into());
        }
        let at: DateTime<Utc> = app.0.clock.now();
        let mut write = roster.write().await?;
        for (session, change) in undos {
            let undo = Override {
                id: app.id(OverrideId),
                session,
                change,
                before: now.sessions.iter().find(|one| one.id == session).cloned(),
                tag: ReasonTag::Other,
                text: None,
                insisted: Vec::new(),
                author: app.author(),
                at,
            };
            write.insert_override(plan.id, &undo).await?;
        }
        let before = json!({ "week": self.week, "sessions": now.sessions });
        write.commit(app.entry("untake-plan", Some(athlete.id), Some(self.file), before)).await?;
        app.week_changed(&roster, &athlete, self.week).await
    }
}

impl Answer for PlanSources {
    async fn answer(self, app: &App) -> Result<Vec<SourceLine>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        let ring = app.keyring(&roster).await?;
        let taken = roster.provenance(plan.id).await?;
        plan.overrides
            .iter()
            .filter_map(|made| taken.get(&made.id).map(|from| (made.id, from)))
            .map(|(made, from)| {
                Ok(SourceLine {
                    made,
                    file: from.source.file.clone(),
                    by: ring.signer(&from.source.key, &from.source.author)?,
                    changes: shown(&ring, &from.origins)?,
                })
            })
            .collect()
    }
}
