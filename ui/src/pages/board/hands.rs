//! What the coach does on the board. Whatever needs a question or the proposal behind a session goes through the same desk
//! as on the week's own page.

use contract::board::BoardSession;
use contract::roster::PlanStatus;
use domain::id::{AthleteId, SessionId};
use domain::overrides::{Change, ReasonTag};
use domain::week::Week;
use leptos::prelude::*;

use super::sheet::{Carried, Here, Sheet};
use crate::pages::week::change_form::Kind;
use crate::pages::week::desk::Start;
use crate::words::{t, t_with};

/// What waits for the week to be in hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// The override dialog.
    Open(Start),
    /// Taking the newest change of a session back.
    Undo(SessionId),
    /// Changing places.
    Swap(Carried),
}

/// Something to do, and the week it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wish {
    athlete: AthleteId,
    week: Week,
    then: Then,
}

/// The coach's hands on the board. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hands {
    /// The board.
    pub(super) sheet: Sheet,
    wish: RwSignal<Option<Wish>>,
}

impl Hands {
    pub(super) fn new(sheet: Sheet) -> Hands {
        let hands = Hands { sheet, wish: RwSignal::new(None) };
        Effect::new(move |_| hands.grant());
        // The panel shows what the keyboard stands on.
        Effect::new(move |_| {
            sheet.at.track();
            sheet.shown.track();
            if sheet.panel.get()
                && let Some(here) = sheet.here()
            {
                hands.take(&here);
            }
        });
        hands
    }

    /// Does what waits once the week is there.
    fn grant(self) {
        let Some(wish) = self.wish.get() else { return };
        let desk = self.sheet.desk;
        let there = desk.answer.with(|answer| match answer {
            Some(Ok(answer)) => {
                let of = |plan: &domain::plan::PlanWeek| plan.athlete == wish.athlete && plan.week == wish.week;
                answer.week.as_ref().is_some_and(|view| of(&view.plan))
            }
            _ => false,
        });
        let failed = !desk.answer.busy().get() && desk.answer.with(|answer| matches!(answer, Some(Err(_))));
        if !there && !failed {
            return;
        }
        self.wish.set(None);
        untrack(|| match wish.then {
            _ if failed => {
                if let Some(Err(fault)) = desk.answer.get() {
                    self.sheet.state.say_fault(&fault);
                }
                desk.answer.again();
            }
            Then::Open(start) => desk.open(start),
            Then::Undo(session) => desk.undo_last(session),
            Then::Swap(carried) => self.sheet.swapping.set(Some(carried)),
        });
    }

    /// Takes the week the keyboard stands in into the hand.
    fn take(self, here: &Here) {
        if self.sheet.hand.get_untracked() != Some((here.athlete, here.week)) {
            self.sheet.hand.set(Some((here.athlete, here.week)));
        }
        self.sheet.desk.selected.set(here.session.as_ref().map(|session| session.id));
    }

    fn wish(self, here: &Here, then: Then) {
        if here.status == PlanStatus::None {
            self.sheet.state.say(t("board-nothing-here"));
            return;
        }
        self.take(here);
        self.wish.set(Some(Wish { athlete: here.athlete, week: here.week, then }));
    }

    /// Opens the dialog for the session the keyboard stands on.
    pub(super) fn ask(self, kind: Kind) {
        if let Some((here, session)) = self.standing() {
            self.wish(&here, Then::Open(Start { session: Some(session.id), kind, day: None }));
        }
    }

    /// Opens the dialog that adds a session on the day the keyboard stands on.
    pub(super) fn add(self) {
        if let Some(here) = self.sheet.here() {
            self.wish(&here, Then::Open(Start { session: None, kind: Kind::Add, day: Some(here.date) }));
        }
    }

    /// Takes the newest change of the session back.
    pub(super) fn undo(self) {
        if let Some((here, session)) = self.chosen() {
            self.wish(&here, Then::Undo(session.id));
        }
    }

    /// Locks the session, or unlocks it.
    pub(super) fn toggle_lock(self) {
        if let Some((here, session)) = self.standing() {
            self.take(&here);
            let change = if session.locked { Change::Unlock } else { Change::Lock };
            self.sheet.desk.change_now(session.id, change, ReasonTag::CoachsEye);
        }
    }

    /// Puts the session back to what was proposed.
    pub(super) fn revert(self) {
        if let Some((here, session)) = self.chosen() {
            self.take(&here);
            self.sheet.desk.revert(session.id);
        }
    }

    /// Approves the week, or takes the approval back.
    pub(super) fn approve(self) {
        let Some(here) = self.sheet.here() else { return };
        if here.status == PlanStatus::None {
            self.sheet.state.say(t("board-nothing-here"));
            return;
        }
        self.take(&here);
        self.sheet.desk.approve(here.status == PlanStatus::Approved);
    }

    /// Drafts the week of the row (again).
    pub(super) fn draft(self) {
        if let Some(here) = self.sheet.here() {
            self.take(&here);
            self.sheet.desk.propose();
        }
    }

    /// Opens or closes the panel.
    pub(super) fn toggle_panel(self) {
        self.sheet.panel.update(|open| *open = !*open);
    }

    /// Opens the panel and puts the keyboard into its note.
    pub(super) fn note(self) {
        self.sheet.panel.set(true);
        if let Some(here) = self.sheet.here() {
            self.take(&here);
        }
        super::panel::focus_note();
    }

    /// Picks the session up: the arrows carry it, Enter puts it down.
    pub(super) fn pick_up(self, swap: bool) {
        let Some((here, session)) = self.standing() else { return };
        self.sheet.carried.set(Some(Carried {
            athlete: here.athlete,
            week: here.week,
            session: session.id,
            from: here.date,
            to: here.date,
            swap,
        }));
    }

    /// Carries what was picked up so many days on, within its week.
    pub(super) fn carry(self, days: i64) {
        self.sheet.carried.update(|carried| {
            if let Some(carried) = carried {
                let to = carried.to + chrono::Duration::days(days);
                if carried.week.contains(to) {
                    carried.to = to;
                }
            }
        });
    }

    /// Puts down what was carried: asks why, then it moves.
    pub(super) fn put_down(self) {
        let Some(carried) = self.sheet.carried.get_untracked() else { return };
        self.sheet.carried.set(None);
        if carried.to == carried.from {
            return;
        }
        let Some(here) = self.sheet.here().filter(|here| here.athlete == carried.athlete) else { return };
        let start = Start { session: Some(carried.session), kind: Kind::Move, day: Some(carried.to) };
        if !carried.swap {
            self.wish(&here, Then::Open(start));
        } else if self.other_side(carried).is_some() {
            self.wish(&here, Then::Swap(carried));
        } else {
            let day = crate::format::day(carried.to);
            self.sheet.state.say(t_with("board-nothing-to-swap", &[("day", day.into())]));
        }
    }

    /// The session that a carried one changes places with.
    pub(super) fn other_side(self, carried: Carried) -> Option<SessionId> {
        let at = self.sheet.at.get_untracked();
        let day = untrack(|| self.sheet.days()).iter().position(|date| *date == carried.to)?;
        let there = self.sheet.sessions(at.row, day);
        there.into_iter().find(|session| !session.removed).map(|session| session.id)
    }

    /// The session the keyboard stands on.
    fn chosen(self) -> Option<(Here, BoardSession)> {
        let here = self.sheet.here()?;
        let session = here.session.clone()?;
        Some((here, session))
    }

    /// The same, unless it was taken out.
    fn standing(self) -> Option<(Here, BoardSession)> {
        self.chosen().filter(|(_, session)| !session.removed)
    }
}
