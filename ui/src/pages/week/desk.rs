//! What the parts of the week page share, and what they can ask for.

use chrono::NaiveDate;
use contract::board::{ApproveWeek, RevertSession};
use contract::call::Done;
use contract::incoming::Seal;
use contract::plan::{DraftWeek, ExportPlan, OverrideOutcome, OverrideSession, ShowWeek, WeekAnswer, WeekView};
use contract::{Call, Fault, Topic};
use domain::effective::EffectiveSession;
use domain::id::{AthleteId, OverrideId, SessionId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::change_form::Kind;
use crate::format;
use crate::state::{Ask, Deed, Made, State, ask};
use crate::words::{t, t_with};

/// How the override dialog begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    /// Which session; none when adding.
    pub session: Option<SessionId>,
    /// What to do.
    pub kind: Kind,
    /// The day, where a card was dropped or a day's plus was pressed.
    pub day: Option<NaiveDate>,
}

/// One athlete's week on screen. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Desk {
    /// What all screens share.
    pub state: State,
    /// Whose week.
    pub athlete: Memo<Option<AthleteId>>,
    /// Which week.
    pub week: Memo<Option<Week>>,
    /// The week, if one was drafted.
    pub answer: Ask<WeekAnswer>,
    /// The session looked at.
    pub selected: RwSignal<Option<SessionId>>,
    /// The session that is dragged.
    pub dragged: RwSignal<Option<SessionId>>,
    /// Whether the override dialog is open.
    pub overriding: RwSignal<bool>,
    /// Whether the export dialog is open.
    pub exporting: RwSignal<bool>,
    /// How it began.
    pub start: RwSignal<Start>,
    /// A write is under way.
    pub busy: RwSignal<bool>,
}

/// The session a change is about: its title and day.
fn session_said(made: &Override) -> String {
    let said = |title: &str, date: NaiveDate| format!("{title}, {}", format::day(date));
    match (&made.before, &made.change) {
        (Some(before), _) => said(&before.session.title, before.date),
        (None, Change::Add { date, session }) => said(&session.title, *date),
        (None, _) => String::new(),
    }
}

fn ids(view: &WeekView) -> Vec<OverrideId> {
    view.plan.overrides.iter().map(|made| made.id).collect()
}

impl Desk {
    /// A desk for the athlete and week given; asks for the week at once and when it moved.
    #[must_use]
    pub fn new(state: State, athlete: Memo<Option<AthleteId>>, week: Memo<Option<Week>>) -> Desk {
        let answer = ask(
            move |moved| {
                moved.athlete.is_none_or(|who| Some(who) == athlete.get_untracked())
                    && matches!(moved.topic, Topic::Plan | Topic::Athlete | Topic::Activities)
            },
            move || Some(ShowWeek { athlete: athlete.get()?, week: week.get()? }),
        );
        Desk {
            state,
            athlete,
            week,
            answer,
            selected: RwSignal::new(None),
            dragged: RwSignal::new(None),
            overriding: RwSignal::new(false),
            exporting: RwSignal::new(false),
            start: RwSignal::new(Start::default()),
            busy: RwSignal::new(false),
        }
    }

    /// The week as drafted; follows it.
    #[must_use]
    pub fn view(self) -> Option<WeekView> {
        self.answer.value().and_then(|answer| answer.week)
    }

    /// A session of the week as it counts now; follows the week.
    #[must_use]
    pub fn session(self, id: SessionId) -> Option<EffectiveSession> {
        self.answer.with(|answer| {
            let week = answer.as_ref()?.as_ref().ok()?.week.as_ref()?;
            week.effective.sessions.iter().find(|s| s.id == id).cloned()
        })
    }

    /// The newest override of a session that still counts; follows the week.
    #[must_use]
    pub fn standing_override(self, id: SessionId) -> Option<Override> {
        let view = self.view()?;
        let counts =
            |o: &&Override| o.session == id && view.active.contains(&o.id) && !matches!(o.change, Change::Undo { .. });
        view.plan.overrides.iter().rev().find(counts).cloned()
    }

    /// Opens the override dialog.
    pub fn open(self, start: Start) {
        self.start.set(start);
        self.overriding.set(true);
    }

    /// Puts a week as replied on screen.
    pub fn show(self, week: WeekView) {
        self.answer.put(WeekAnswer { week: Some(week) });
    }

    /// Proposes the week (again).
    pub fn propose(self) {
        let (Some(athlete), Some(week)) = (self.athlete.get_untracked(), self.week.get_untracked()) else { return };
        self.run(DraftWeek { athlete, week, fresh: false }, move |view: WeekView| {
            let key = if view.plan.versions > 1 { "week-proposed-again" } else { "week-proposed" };
            self.state.say(t_with(key, &[("week", week.to_string().into())]));
            self.show(view);
        });
    }

    /// Approves the week, or takes the approval back.
    pub fn approve(self, withdraw: bool) {
        let (Some(athlete), Some(week)) = (self.athlete.get_untracked(), self.week.get_untracked()) else { return };
        self.run(ApproveWeek { athlete, week, withdraw }, move |view: WeekView| {
            let (key, what) = if withdraw {
                ("week-approval-withdrawn", "undo-approval-withdrawn")
            } else {
                ("week-approved", "undo-approved")
            };
            let of = || [("week", week.to_string().into())];
            let deed = Deed::approval(t_with(what, &of()), vec![athlete], week, withdraw);
            self.state.did(t_with(key, &of()), deed);
            self.show(view);
        });
    }

    /// Puts a session back to what was proposed.
    pub fn revert(self, session: SessionId) {
        let (Some(athlete), Some(week)) = (self.athlete.get_untracked(), self.week.get_untracked()) else { return };
        let before: Vec<OverrideId> = untrack(|| self.view()).map(|view| ids(&view)).unwrap_or_default();
        self.run(RevertSession { athlete, week, session }, move |view: WeekView| {
            let made = view.plan.overrides.iter().filter(|made| !before.contains(&made.id));
            let made: Vec<&Override> = made.collect();
            match made.first() {
                Some(first) => {
                    let what = t_with("undo-reverted", &[("session", session_said(first).into())]);
                    let made = made.iter().map(|made| Made::from(*made)).collect();
                    self.state.did(t("week-reverted"), Deed::overrides(what, athlete, week, made));
                }
                None => self.state.say(t("week-reverted")),
            }
            self.show(view);
        });
    }

    /// Asks what a plan file of the week may tell.
    pub fn export(self) {
        self.exporting.set(true);
    }

    /// Writes the signed plan file, with the texts of these changes.
    pub fn write_plan(self, texts: Vec<OverrideId>, seal: Option<Seal>, for_team: bool) {
        let (Some(athlete), Some(week)) = (self.athlete.get_untracked(), self.week.get_untracked()) else { return };
        self.run(ExportPlan { athlete, week, folder: None, texts, seal, for_team }, move |written| {
            self.state.say(t_with(
                "week-exported",
                &[
                    ("path", written.path.into()),
                    ("fingerprint", written.fingerprint.into()),
                    ("withheld", written.withheld_notes.into()),
                    ("texts", written.withheld_texts.into()),
                ],
            ));
        });
    }

    /// Changes a session at once, where no question is needed: lock, unlock, undo.
    pub fn change_now(self, session: SessionId, change: Change, tag: ReasonTag) {
        let (Some(athlete), Some(week)) = (self.athlete.get_untracked(), self.week.get_untracked()) else { return };
        let request = OverrideSession { athlete, week, session: Some(session), change, tag, text: None, insist: false };
        self.run(request, move |outcome| match outcome {
            OverrideOutcome::Applied { week, made } => self.applied(*week, &[*made]),
            OverrideOutcome::Refused { .. } => self.state.say(t("week-refused")),
        });
    }

    /// Puts a changed week on screen, says what was done and keeps the way back. Several changes are one deed.
    pub fn applied(self, week: WeekView, made: &[Override]) {
        if let Some(last) = made.last() {
            let (said, what) = match made.len() {
                1 => (t(&format!("week-done-{}", last.change.code())), "undo-override"),
                _ => (t("board-swapped"), "undo-swap"),
            };
            let values = [
                ("session", session_said(last).into()),
                ("change", t(&format!("change-{}", last.change.code())).into()),
            ];
            let made = made.iter().map(Made::from).collect();
            let deed = Deed::overrides(t_with(what, &values), week.plan.athlete, week.plan.week, made);
            self.state.did(said, deed);
        }
        self.show(week);
    }

    /// Takes the newest override of a session back.
    pub fn undo_last(self, session: SessionId) {
        let standing = untrack(|| self.standing_override(session));
        match standing {
            Some(o) => self.undo(session, o.id, o.tag),
            None => self.state.say(t("week-nothing-to-undo")),
        }
    }

    /// Takes one override back.
    pub fn undo(self, session: SessionId, of: OverrideId, tag: ReasonTag) {
        self.change_now(session, Change::Undo { of }, tag);
    }

    /// Locks a session, or unlocks a locked one.
    pub fn toggle_lock(self, session: SessionId) {
        let Some(now) = untrack(|| self.session(session)).filter(|s| !s.removed) else { return };
        self.change_now(session, if now.locked { Change::Unlock } else { Change::Lock }, ReasonTag::CoachsEye);
    }

    /// Asks for an override.
    ///
    /// # Errors
    /// The host's fault.
    pub async fn send(self, request: &OverrideSession) -> Result<OverrideOutcome, Fault> {
        self.state.write(request).await
    }

    fn run<C, T>(self, request: C, then: impl FnOnce(T) + 'static)
    where
        C: Call<Reply = Done<T>>,
        T: 'static,
    {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let written = self.state.write(&request).await;
            self.busy.try_set(false);
            match written {
                Ok(value) => then(value),
                Err(fault) => self.state.say_fault(&fault),
            }
        });
    }
}
