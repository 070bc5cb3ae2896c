//! Who uses the program: the people of a roster, who of them it is now, and what that lets them do and read.
//!
//! Between honest people on one laptop. Whoever has the file, and its passphrase where it has one, can read all of it with
//! other tools; becoming somebody with a wider role asks for that passphrase.

use std::sync::{PoisonError, RwLock};

use contract::consent::{ActAs, SetStaff, ShowStaff, StaffView};
use contract::need::need;
use contract::{Done, Topic, Touched};
use domain::consent::{Reading, Role};
use domain::id::StaffId;
use domain::staff::{StaffEntry, present};
use serde_json::json;
use store::Roster;

use crate::entry::text;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

/// Characters of a name.
const LONGEST_NAME: u32 = 200;
/// Who used the roster last, as a fact about it: they use it again at the next start.
const ACTING: &str = "acting";

/// Who uses the program now; nobody named is the head coach whose computer it is.
#[derive(Debug, Default)]
pub(crate) struct Acting(RwLock<Option<(StaffEntry, Roster)>>);

impl Acting {
    fn get(&self) -> Option<(StaffEntry, Roster)> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn set(&self, now: Option<(StaffEntry, Roster)>) -> Option<(StaffEntry, Roster)> {
        std::mem::replace(&mut *self.0.write().unwrap_or_else(PoisonError::into_inner), now)
    }
}

impl App {
    /// The open roster as whoever uses the program now may read it.
    pub(crate) async fn roster(&self) -> Result<Roster, AppFault> {
        let open = self.whole().await?;
        Ok(match self.0.acting.get() {
            Some((_, theirs)) if theirs.path() == open.path() => theirs,
            _ => open,
        })
    }

    /// The open roster as the head coach reads it: for what the program computes and keeps, whoever asked, and for finding
    /// what is here already. Nothing read through it goes into an answer.
    pub(crate) async fn whole(&self) -> Result<Roster, AppFault> {
        self.0.roster.read().await.clone().ok_or_else(|| self.none_open())
    }

    /// The same for a roster that was handed on: as the head coach reads it, while it is the open one.
    pub(crate) async fn computing(&self, roster: &Roster) -> Roster {
        let open = self.0.roster.read().await;
        open.as_ref().filter(|open| open.path() == roster.path()).unwrap_or(roster).clone()
    }

    /// Whose name goes with what is written.
    pub(crate) fn author(&self) -> String {
        self.0.acting.get().map_or_else(|| self.0.place.author.clone(), |(person, _)| person.name)
    }

    /// What whoever uses the program now is here.
    pub(crate) fn role(&self) -> Role {
        self.0.acting.get().map_or(Role::HeadCoach, |(person, _)| person.role)
    }

    /// Refuses a call that the role of whoever asks does not have.
    pub(crate) fn admit(&self, call: &str) -> Result<(), AppFault> {
        let role = self.role();
        if need(call).allows(role) { Ok(()) } else { Err(Refusal::NotForRole { role }.into()) }
    }

    /// Begins to read as whoever used this roster last.
    pub(crate) async fn take_seat(&self, roster: &Roster) -> Result<(), AppFault> {
        let last: Option<StaffId> = roster.meta(ACTING).await?.and_then(|id| id.parse().ok());
        let staff = roster.staff().await?;
        let person = last.and_then(|id| present(&staff).into_iter().find(|one| one.id == id).cloned());
        self.seat(roster, person).await
    }

    async fn seat(&self, roster: &Roster, person: Option<StaffEntry>) -> Result<(), AppFault> {
        let now = match person {
            Some(person) => {
                let theirs = roster.reading(Reading::of(person.role)).await?;
                Some((person, theirs))
            }
            None => None,
        };
        if let Some((_, before)) = self.0.acting.set(now) {
            before.end_reading().await;
        }
        Ok(())
    }

    /// Ends the readers of whoever used the program.
    pub(crate) async fn leave_seat(&self) {
        if let Some((_, before)) = self.0.acting.set(None) {
            before.end_reading().await;
        }
    }

    async fn staff_view(&self) -> Result<StaffView, AppFault> {
        let roster = self.whole().await?;
        let staff = roster.staff().await?;
        Ok(StaffView {
            acting: self.0.acting.get().map(|(person, _)| person.id),
            name: self.author(),
            role: self.role(),
            people: present(&staff).into_iter().cloned().collect(),
            guarded: roster.key().is_some(),
            consent_age: roster.consent_age().await?,
        })
    }
}

impl Answer for ShowStaff {
    async fn answer(self, app: &App) -> Result<StaffView, AppFault> {
        app.staff_view().await
    }
}

impl Answer for SetStaff {
    async fn answer(self, app: &App) -> Result<Done<StaffView>, AppFault> {
        let roster = app.whole().await?;
        let staff = roster.staff().await?;
        let before = self.id.and_then(|id| present(&staff).into_iter().find(|one| one.id == id));
        if let (Some(id), None) = (self.id, before) {
            return Err(Refusal::NoSuchPerson { asked: id.to_string() }.into());
        }
        let name = text("name", Some(self.name), LONGEST_NAME)?.ok_or(Refusal::PersonWithoutName)?;
        let entry = StaffEntry {
            id: self.id.unwrap_or_else(|| app.id(StaffId)),
            name,
            role: self.role,
            gone: self.gone,
            by: app.author(),
            at: app.0.clock.now(),
        };
        let mut write = roster.write().await?;
        write.insert_staff(&entry).await?;
        write.commit(app.entry("set-staff", None, Some(entry.id.to_string()), json!(before))).await?;
        if app.0.acting.get().is_some_and(|(person, _)| person.id == entry.id) {
            app.seat(&roster, (!entry.gone).then_some(entry)).await?;
        }
        Ok(app.done(app.staff_view().await?, vec![Touched { athlete: None, topic: Topic::Roster }]))
    }
}

impl Answer for ActAs {
    async fn answer(self, app: &App) -> Result<Done<StaffView>, AppFault> {
        let roster = app.whole().await?;
        let staff = roster.staff().await?;
        let person = match self.id {
            None => None,
            Some(id) => {
                let found = present(&staff).into_iter().find(|one| one.id == id).cloned();
                Some(found.ok_or_else(|| Refusal::NoSuchPerson { asked: id.to_string() })?)
            }
        };
        let (from, to) = (app.role(), person.as_ref().map_or(Role::HeadCoach, |person| person.role));
        if to.is_wider_than(from) && roster.key().is_some() {
            let told = self.passphrase.ok_or(Refusal::WiderRole { role: to })?;
            let locked = roster.clone();
            // Making a key of a passphrase takes a moment on purpose.
            let fits = tokio::task::spawn_blocking(move || locked.key().is_none_or(|key| key.fits(&told.0)));
            if !fits.await.map_err(|source| AppFault::Panicked { said: source.to_string() })? {
                return Err(Refusal::WiderRole { role: to }.into());
            }
        }
        let before = app.author();
        let subject = person.as_ref().map(|person| person.id.to_string()).unwrap_or_default();
        let mut write = roster.write().await?;
        write.set_meta(ACTING, &subject).await?;
        // Before the seat changes: the line says who handed over, and to whom.
        write.commit(app.entry("act-as", None, Some(subject), json!(before))).await?;
        app.seat(&roster, person).await?;
        Ok(app.done(app.staff_view().await?, vec![Touched { athlete: None, topic: Topic::Roster }]))
    }
}
