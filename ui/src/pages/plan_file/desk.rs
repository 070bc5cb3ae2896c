//! One plan file under reading: what was asked, what was answered, and what was chosen.

use std::collections::BTreeSet;

use contract::incoming::{FoundBy, PlanRead, ReadPlan, TakeOutcome, TakePlan, UntakePlan};
use contract::keyring::{FileFrom, JudgeKey, Secret};
use contract::{Fault, FaultCode};
use domain::id::{AthleteId, SessionId};
use domain::incoming::Would;
use domain::keyring::{KeyState, Standing};
use domain::reason::Reason;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc;
use crate::state::State;
use crate::words::{t, t_with};

/// The state of one file on the page. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    state: State,
    file: StoredValue<FileFrom>,
    /// What it is encrypted with.
    pub(super) passphrase: RwSignal<String>,
    /// For whom here, as an id; empty: as found by the file.
    pub(super) athlete: RwSignal<String>,
    /// What to call an author whose key is not known.
    pub(super) name: RwSignal<String>,
    /// What the file says.
    pub(super) answer: RwSignal<Option<Result<PlanRead, Fault>>>,
    /// It is encrypted and not open yet.
    pub(super) closed: RwSignal<bool>,
    /// The sessions to be taken.
    pub(super) chosen: RwSignal<BTreeSet<SessionId>>,
    /// Limits that taking them would break.
    pub(super) broken: RwSignal<Vec<Reason>>,
    /// A call is under way.
    pub(super) busy: RwSignal<bool>,
}

impl Desk {
    pub(super) fn new(state: State, file: FileFrom) -> Desk {
        let desk = Desk {
            state,
            file: StoredValue::new(file),
            passphrase: RwSignal::new(String::new()),
            athlete: RwSignal::new(String::new()),
            name: RwSignal::new(String::new()),
            answer: RwSignal::new(None),
            closed: RwSignal::new(false),
            chosen: RwSignal::new(BTreeSet::new()),
            broken: RwSignal::new(Vec::new()),
            busy: RwSignal::new(false),
        };
        // Another athlete, another comparison.
        Effect::new(move |before: Option<String>| {
            let now = desk.athlete.get();
            if before.is_some_and(|before| before != now) {
                desk.read();
            }
            now
        });
        desk
    }

    fn secret(self) -> Option<Secret> {
        Some(self.passphrase.get_untracked()).filter(|said| !said.is_empty()).map(Secret)
    }

    /// Reads the file, and offers what goes against nothing.
    pub(super) fn read(self) {
        let athlete: Option<AthleteId> = self.athlete.get_untracked().parse().ok();
        let request = ReadPlan { file: self.file.get_value(), passphrase: self.secret(), athlete };
        self.busy.set(true);
        spawn_local(async move {
            let answer = ipc::call(&request).await;
            if let Ok(read) = &answer {
                let free = read.sessions.iter().filter(|one| one.would != Would::Nothing && one.collides.is_empty());
                self.chosen.try_set(free.map(|one| one.theirs.id).collect());
                // The name of somebody who is known already is not offered: two of one name could not be told apart.
                let fresh = read.by.standing == Standing::Stranger;
                if fresh && self.name.try_get_untracked().is_some_and(|name| name.is_empty()) {
                    self.name.try_set(read.by.author.clone());
                }
            }
            self.closed.try_set(matches!(&answer, Err(fault) if fault.code == FaultCode::Key));
            self.broken.try_set(Vec::new());
            self.answer.try_set(Some(answer));
            self.busy.try_set(false);
        });
    }

    /// For whom sessions can be taken as they were read: a plan stands here, whose it is is sure, and something is chosen.
    pub(super) fn ready(self) -> Option<AthleteId> {
        let nothing = self.chosen.with(BTreeSet::is_empty);
        self.answer.with(|answer| {
            let read = answer.as_ref()?.as_ref().ok()?;
            let here = read.here.as_ref().filter(|here| here.by != FoundBy::Name)?;
            let stands = read.drafted && read.by.standing != Standing::Revoked && !nothing;
            stands.then_some(here.athlete)
        })
    }

    /// Takes what was chosen.
    pub(super) fn take(self, athlete: AthleteId, insist: bool) {
        spawn_local(async move {
            let made = self.bring(athlete, insist).await;
            if made > 0 {
                self.state.say(t_with("plan-read-taken", &[("count", made.into())]));
            }
        });
    }

    /// Takes what was chosen, and says how many changes were made of it.
    pub(super) async fn bring(self, athlete: AthleteId, insist: bool) -> usize {
        let Some(Some(Ok(read))) = self.answer.try_get_untracked() else { return 0 };
        let request = TakePlan {
            file: self.file.get_value(),
            passphrase: self.secret(),
            read: read.file,
            athlete,
            sessions: self.chosen.get_untracked().into_iter().collect(),
            name: Some(self.name.get_untracked()).filter(|name| !name.trim().is_empty()),
            insist,
        };
        self.busy.try_set(true);
        let made = match self.state.write(&request).await {
            Ok(TakeOutcome::Taken { made, .. }) => {
                self.read();
                made.len()
            }
            Ok(TakeOutcome::Refused { broken }) => {
                self.broken.try_set(broken);
                0
            }
            Err(fault) => {
                self.state.say_fault(&fault);
                0
            }
        };
        self.busy.try_set(false);
        made
    }

    /// Takes back everything that was taken from the file.
    pub(super) fn untake(self, request: UntakePlan) {
        self.busy.set(true);
        spawn_local(async move {
            match self.state.write(&request).await {
                Ok(_) => {
                    self.state.say(t("plan-read-untaken"));
                    self.read();
                }
                Err(fault) => self.state.say_fault(&fault),
            }
            self.busy.try_set(false);
        });
    }

    /// Says that the words were compared with the author.
    pub(super) fn trust(self, key: String) {
        let name = Some(self.name.get_untracked()).filter(|name| !name.trim().is_empty());
        spawn_local(async move {
            match self.state.write(&JudgeKey { key, name, state: KeyState::Trusted, why: None }).await {
                Ok(_) => self.read(),
                Err(fault) => self.state.say_fault(&fault),
            }
        });
    }
}
