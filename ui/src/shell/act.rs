//! What each action of the one list does.

use contract::action::{Action, Area};
use contract::roster::{CreateRoster, OpenRoster};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::lock;
use super::side::theme_options;
use super::tour;
use crate::import::{GoTo, Pickers, open_roster, open_sample};
use crate::ipc::{self, Choose};
use crate::pages::board::bulk;
use crate::state::{Command, State, Theme};
use crate::words::{t, t_with};

/// What is open above the page. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Doors {
    /// The palette.
    pub(crate) palette: RwSignal<bool>,
    /// The sheet of keys.
    pub(crate) sheet: RwSignal<bool>,
    /// The last actions.
    pub(crate) history: RwSignal<bool>,
    /// Long work.
    pub(crate) notices: RwSignal<bool>,
    /// Which program this is.
    pub(crate) about: RwSignal<bool>,
    /// Adding an athlete.
    pub(crate) adding: RwSignal<bool>,
    /// Adding an activity.
    pub(crate) recording: RwSignal<bool>,
    /// A squad's morning.
    pub(crate) morning: RwSignal<bool>,
    /// Opening a roster by its path, in a browser.
    pub(crate) opening: RwSignal<bool>,
    /// Making a roster at a path, in a browser.
    pub(crate) making: RwSignal<bool>,
    /// Choosing files.
    pub(crate) pickers: Pickers,
}

impl Doors {
    /// All closed.
    pub(crate) fn new() -> Doors {
        let shut = || RwSignal::new(false);
        Doors {
            palette: shut(),
            sheet: shut(),
            history: shut(),
            notices: shut(),
            about: shut(),
            adding: shut(),
            recording: shut(),
            morning: shut(),
            opening: shut(),
            making: shut(),
            pickers: Pickers::new(),
        }
    }
}

/// Offers every action, by area.
pub(super) fn offer(state: State, doors: Doors, go: &GoTo) {
    for area in Area::ALL {
        let of = Action::ALL.into_iter().filter(|action| action.area() == area);
        state.offer_everywhere(area.words(), of.map(|action| command(state, doors, go.clone(), action)).collect());
    }
}

fn command(state: State, doors: Doors, go: GoTo, action: Action) -> Command {
    let run = move || run(state, doors, &go, action);
    Command::new(action.code(), action.words(), action.keys(), run)
}

fn run(state: State, doors: Doors, go: &GoTo, action: Action) {
    match action {
        Action::NewRoster => {
            ask_path(go, Choose::NewRoster, doors.making, move |go, path| {
                open_roster(state, go, CreateRoster { path });
            });
        }
        Action::OpenRoster => {
            ask_path(go, Choose::Roster, doors.opening, move |go, path| open_roster(state, go, OpenRoster { path }));
        }
        Action::OpenSample => open_sample(state, go.clone()),
        Action::LockRoster => lock::lock_now(state),
        Action::ImportFiles => doors.pickers.ask(state, go.clone(), Choose::Files, None),
        Action::ImportFolder => doors.pickers.ask(state, go.clone(), Choose::Folder, None),
        // The page of a week offers the real one; anywhere else this leads there.
        Action::Export => {
            go("/week");
            state.say(t("action-export-where"));
        }
        Action::Undo => state.undo_last(),
        Action::Redo => state.redo_last(),
        Action::History => doors.history.set(true),
        Action::AddAthlete => doors.adding.set(true),
        Action::AddActivity => doors.recording.set(true),
        Action::SquadMorning => doors.morning.set(true),
        Action::DraftAll => {
            if let Some(week) = coming(state) {
                spawn_local(async move {
                    if let Some(lines) = bulk::drafted_all(state, week, None, None).await {
                        state.say(bulk::outcomes(&lines));
                    }
                });
            }
        }
        Action::ApproveGreen => {
            if let Some(week) = coming(state) {
                spawn_local(bulk::approved_green(state, week, None));
            }
        }
        Action::Palette => doors.palette.set(true),
        Action::GoRoster => go("/"),
        Action::GoBoard => go("/board"),
        Action::GoWeek => go("/week"),
        Action::GoAvailability => go("/availability"),
        Action::GoBlocks => go("/blocks"),
        Action::GoLibrary => go("/library"),
        Action::GoImport => go("/import"),
        Action::GoSettings => go("/settings"),
        Action::GoPlanning => go("/planning"),
        Action::GoRules => go("/rules"),
        Action::GoPlanFile => go("/plan-file"),
        Action::GoPrivacy => go("/privacy"),
        Action::GoJournal => go("/audit"),
        Action::NextTheme => next_theme(state),
        Action::Notices => doors.notices.set(true),
        Action::Presentation => state.present(!state.stage.presenting.get_untracked()),
        Action::CoverNames => state.cover_names(!state.stage.covered.get_untracked()),
        Action::Help => go("/help"),
        Action::Tour => tour::begin(state),
        Action::Shortcuts => doors.sheet.set(true),
        Action::Gallery => go("/gallery"),
        Action::About => doors.about.set(true),
    }
}

/// The week that is planned next; none while no roster is open, which is said.
fn coming(state: State) -> Option<Week> {
    let week = untrack(move || state.today()).map(|today| Week::of(today).next());
    if week.is_none() {
        state.say(t("screen-no-roster"));
    }
    week
}

/// The appearance after the one now, said in words.
fn next_theme(state: State) {
    let now = state.theme.get_untracked();
    let place = Theme::ALL.iter().position(|theme| *theme == now).unwrap_or(0);
    let next = Theme::ALL[(place + 1) % Theme::ALL.len()];
    state.theme.set(next);
    let words = theme_options().into_iter().find(|(theme, _)| *theme == next).map(|(_, words)| words);
    state.say(t_with("action-theme-is", &[("theme", words.unwrap_or_default().into())]));
}

/// The window asks the operating system for a path; a browser has none to give, so the person types it.
fn ask_path(go: &GoTo, what: Choose, typed: RwSignal<bool>, then: impl FnOnce(GoTo, String) + 'static) {
    if !ipc::in_window() {
        typed.set(true);
        return;
    }
    let go = go.clone();
    spawn_local(async move {
        if let Some(path) = ipc::choose(what).await.pop() {
            then(go, path);
        }
    });
}
