//! What lies on the season's desk: the week chosen, and changes that are not saved yet.

use std::collections::BTreeMap;

use contract::season::{SeasonView, SetSeason, WithdrawSeason};
use domain::id::AthleteId;
use domain::season::plan::{SeasonPlan, SeasonWeek, covering};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::keys;
use crate::state::{Ask, State};
use crate::words::t;

/// Shared by everything on the page. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) athlete: AthleteId,
    pub(super) answer: Ask<SeasonView>,
    pub(super) selected: RwSignal<Option<Week>>,
    /// Lines that were changed and not saved.
    pub(super) edited: RwSignal<BTreeMap<Week, SeasonWeek>>,
    /// Counts what puts other values into the fields.
    pub(super) round: RwSignal<u32>,
    pub(super) busy: RwSignal<bool>,
    pub(super) beginning: RwSignal<bool>,
    pub(super) aiming: RwSignal<bool>,
    pub(super) copying: RwSignal<bool>,
    pub(super) racing: RwSignal<bool>,
}

impl Desk {
    pub(super) fn new(athlete: AthleteId, answer: Ask<SeasonView>) -> Desk {
        Desk {
            state: State::here(),
            athlete,
            answer,
            selected: RwSignal::new(None),
            edited: RwSignal::new(BTreeMap::new()),
            round: RwSignal::new(0),
            busy: RwSignal::new(false),
            beginning: RwSignal::new(false),
            aiming: RwSignal::new(false),
            copying: RwSignal::new(false),
            racing: RwSignal::new(false),
        }
    }

    /// The season that holds last: the one a goal, a copy and taking back are about.
    pub(super) fn holding(self) -> Option<SeasonPlan> {
        untrack(|| self.answer.value())?.seasons.pop()
    }

    /// Puts the keyboard into the line of the week that has it, or of the one chosen. Whether there is one: Enter on any
    /// other control is that control's own.
    pub(super) fn change(self) -> bool {
        let here = keys::active().and_then(|e| e.get_attribute("data-week")).and_then(|week| week.parse().ok());
        if here.is_none() && (keys::on_control() || self.selected.get_untracked().is_none()) {
            return false;
        }
        if here.is_some() {
            self.selected.set(here);
        }
        // The fields of a week chosen just now are on the page a moment later.
        request_animation_frame(|| focus(".season-panel [data-focus] :is(input, select)"));
        true
    }

    /// Chooses the week before or after; without one the first with a line, or the first.
    pub(super) fn step(self, by: isize) {
        let Some(view) = untrack(|| self.answer.value()) else { return };
        let weeks: Vec<Week> = view.weeks.iter().map(|line| line.week).collect();
        let now = self.selected.get_untracked().and_then(|chosen| weeks.iter().position(|week| *week == chosen));
        let to = match now {
            Some(_) => keys::step(now, by, weeks.len()),
            None => {
                view.weeks.iter().position(|line| line.line.is_some()).or_else(|| keys::step(None, by, weeks.len()))
            }
        };
        if let Some(week) = to.and_then(|to| weeks.get(to)) {
            self.selected.set(Some(*week));
            focus(&format!("[data-week='{week}']"));
        }
    }

    /// Puts a changed line on the desk; one as it was is no change.
    pub(super) fn edit(self, week: Week, line: SeasonWeek, was: &SeasonWeek) {
        let changed = line != *was;
        if self.edited.with_untracked(|edited| edited.get(&week).cloned()) == changed.then(|| line.clone()) {
            return;
        }
        self.edited.update(|edited| {
            if changed {
                edited.insert(week, line);
            } else {
                edited.remove(&week);
            }
        });
    }

    pub(super) fn discard(self) {
        self.edited.update(BTreeMap::clear);
        self.round.update(|round| *round += 1);
    }

    /// Puts the shares that bring the season to its goal on the desk. Nothing is saved.
    pub(super) fn fit(self) {
        let Some(view) = untrack(|| self.answer.value()) else { return };
        let (Some(shares), Some(season)) = (view.toward, view.seasons.last()) else { return };
        let weeks = std::iter::successors(Some(season.start), |week| Some(week.next()));
        for ((week, was), share) in weeks.zip(&season.weeks).zip(shares) {
            let now = self.edited.with_untracked(|edited| edited.get(&week).cloned()).unwrap_or_else(|| was.clone());
            // A difference nobody would write down is none.
            let share = if (share - was.share).abs() < 0.0005 { was.share } else { share };
            self.edit(week, SeasonWeek { share, ..now }, was);
        }
        self.round.update(|round| *round += 1);
    }

    /// Saves what was changed: a new version of each season concerned.
    pub(super) fn save(self) {
        let edited = self.edited.get_untracked();
        let Some(view) = untrack(|| self.answer.value()) else { return };
        if edited.is_empty() || self.busy.get_untracked() {
            return;
        }
        let changed = |season: &SeasonPlan| {
            let mut request = version(season);
            let mut any = false;
            let weeks = std::iter::successors(Some(season.start), |week| Some(week.next()));
            for (week, line) in weeks.zip(&mut request.weeks) {
                let theirs = covering(&view.seasons, week).is_some_and(|holding| holding.id == season.id);
                if let Some(edited) = edited.get(&week).filter(|_| theirs) {
                    *line = edited.clone();
                    any = true;
                }
            }
            any.then_some(request)
        };
        let requests: Vec<SetSeason> = view.seasons.iter().filter_map(changed).collect();
        self.busy.set(true);
        spawn_local(async move {
            for request in requests {
                if let Err(fault) = self.state.write(&request).await {
                    self.state.say_fault(&fault);
                    self.busy.try_set(false);
                    return;
                }
            }
            self.busy.try_set(false);
            self.edited.try_update(BTreeMap::clear);
            self.state.say(t("season-saved"));
        });
    }

    pub(super) fn withdraw(self, season: &SeasonPlan) {
        let back = WithdrawSeason { athlete: self.athlete, season: season.id };
        let again = SetSeason { supersedes: None, ..version(season) };
        self.state.take_back(back, again, &season.name, t("season-withdrawn"));
        self.edited.update(BTreeMap::clear);
    }
}

/// A new version of a season, as it stands.
pub(super) fn version(season: &SeasonPlan) -> SetSeason {
    SetSeason {
        athlete: season.athlete,
        name: season.name.clone(),
        template: season.template.clone(),
        start: season.start,
        base: season.base,
        goal: season.goal,
        weeks: season.weeks.clone(),
        supersedes: Some(season.id),
    }
}

/// Puts the keyboard on an element.
pub(super) fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus is refused only by elements that are not on the page.
        let _ = element.focus();
    }
}
