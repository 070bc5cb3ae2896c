//! The triage table as it stands: its rows, what of them is shown, and where the keyboard is.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use contract::roster::{TriageRow, TriageView};
use domain::id::{AthleteId, SquadId};
use domain::triage::{SavedFilter, Shelf};
use leptos::prelude::*;

use super::order::{Group, Item, Line, grouped, items};
use super::place::Place;
use super::strip::Strip;
use crate::keys::step;
use crate::state::State;

/// Height of a row at rest and of a group's heading, pixels; the style sheet has the same.
const ROW: f64 = 46.0;
const GROUP: f64 = 30.0;
/// Height of each reason of the chosen row, and the room around them.
const REASON: f64 = 37.0;
const AROUND: f64 = 12.0;

/// What is open above the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    /// A note about the chosen athlete.
    Note,
    /// Until when the chosen row is put off.
    Snooze,
    /// The name of a filter to keep.
    Filter,
    /// The call list.
    Calls,
}

/// All rows, and where each athlete's is.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) all: Vec<Arc<Line>>,
    at: HashMap<AthleteId, usize>,
}

impl Rows {
    fn of(rows: Vec<TriageRow>) -> Rows {
        let at = rows.iter().enumerate().map(|(at, row)| (row.athlete.id, at)).collect();
        Rows { all: rows.into_iter().map(Line::new).collect(), at }
    }

    pub(super) fn get(&self, athlete: AthleteId) -> Option<&Arc<Line>> {
        self.all.get(*self.at.get(&athlete)?)
    }
}

/// The table. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) place: Place,
    pub(super) rows: RwSignal<Rows>,
    pub(super) today: RwSignal<NaiveDate>,
    /// What the tallest bar stands for: the same in all rows.
    pub(super) top: RwSignal<f64>,
    pub(super) squads: RwSignal<Vec<(SquadId, String)>>,
    pub(super) saved: RwSignal<Vec<SavedFilter>>,
    pub(super) items: Memo<Vec<Item>>,
    /// Where in `items` each athlete stands.
    pub(super) places: Memo<HashMap<AthleteId, usize>>,
    pub(super) strip: Memo<Strip>,
    pub(super) asking: RwSignal<Option<Asking>>,
}

impl Desk {
    pub(super) fn new(state: State) -> Desk {
        let place = state.triage;
        let rows = RwSignal::new(Rows::default());
        let squads = RwSignal::new(Vec::new());
        let groups = Memo::new(move |_| {
            let (sort, by) = (place.sort.get(), place.by.get());
            place.filter.with(|filter| {
                rows.with(|rows: &Rows| squads.with(|squads: &Vec<_>| grouped(&rows.all, filter, sort, by, squads)))
            })
        });
        let shown =
            Memo::new(move |_| groups.with(|groups: &Vec<_>| place.turned.with(|turned| items(groups, turned))));
        let places = Memo::new(move |_| {
            rows.with(|rows| {
                let athlete = |at: usize| rows.all.get(at).map(|line| line.row.athlete.id);
                shown.with(|items: &Vec<Item>| {
                    let place = |(place, item): (usize, &Item)| match item {
                        Item::Row(at) => Some((athlete(*at)?, place)),
                        Item::Head(..) => None,
                    };
                    items.iter().enumerate().filter_map(place).collect::<HashMap<_, _>>()
                })
            })
        });
        let strip = Memo::new(move |_| {
            let chosen = place.chosen.get();
            rows.with(|rows| {
                let height = |item: &Item| match item {
                    Item::Head(..) => GROUP,
                    Item::Row(at) => rows.all.get(*at).map_or(ROW, |line| height(&line.row, chosen)),
                };
                shown.with(|items: &Vec<Item>| Strip::new(items.iter().map(height)))
            })
        });
        Desk {
            state,
            place,
            rows,
            today: RwSignal::new(NaiveDate::default()),
            top: RwSignal::new(0.0),
            squads,
            saved: RwSignal::new(Vec::new()),
            items: shown,
            places,
            strip,
            asking: RwSignal::new(None),
        }
    }

    /// Takes a whole answer over.
    pub(super) fn show(self, view: TriageView) {
        self.today.set(view.on);
        self.top.set(view.rows.iter().flat_map(|row| row.spark.iter().flatten()).copied().fold(0.0, f64::max));
        self.squads.set(view.squads);
        self.saved.set(view.filters);
        self.rows.set(Rows::of(view.rows));
    }

    /// Puts a newer row in the place of an athlete's; the others stay.
    pub(super) fn put(self, row: TriageRow) {
        self.rows.try_update(|rows| {
            if let Some(line) = rows.at.get(&row.athlete.id).and_then(|at| rows.all.get_mut(*at)) {
                *line = Line::new(row);
            }
        });
    }

    /// The row of an athlete; follows it.
    pub(super) fn line(self, athlete: AthleteId) -> Option<Arc<Line>> {
        self.rows.with(|rows| rows.get(athlete).cloned())
    }

    /// The chosen row, if it is shown.
    pub(super) fn here(self) -> Option<Arc<Line>> {
        let chosen = self.place.chosen.get_untracked()?;
        let shown = self.places.with_untracked(|places| places.contains_key(&chosen));
        if shown { untrack(|| self.line(chosen)) } else { None }
    }

    /// Height of an athlete's row, pixels; follows it.
    pub(super) fn height(self, row: &TriageRow) -> f64 {
        height(row, self.place.chosen.get())
    }

    /// Athletes shown, from top to bottom.
    fn order(self) -> Vec<AthleteId> {
        untrack(|| {
            self.rows.with(|rows| {
                self.items.with(|items| {
                    let row = |item: &Item| match item {
                        Item::Row(at) => rows.all.get(*at).map(|line| line.row.athlete.id),
                        Item::Head(..) => None,
                    };
                    items.iter().filter_map(row).collect()
                })
            })
        })
    }

    /// Moves the keyboard so many rows; to the first where it is nowhere.
    pub(super) fn go(self, by: isize) {
        let order = self.order();
        let chosen = self.place.chosen.get_untracked();
        let here = chosen.and_then(|chosen| order.iter().position(|one| *one == chosen));
        if let Some(next) = step(here, by, order.len()) {
            self.place.chosen.set(order.get(next).copied());
        }
    }

    /// Moves the keyboard to the next row, or to the one before at the end, because the chosen one leaves its place.
    pub(super) fn leave(self) {
        let before = self.place.chosen.get_untracked();
        self.go(1);
        if self.place.chosen.get_untracked() == before {
            self.go(-1);
        }
    }

    /// Opens or closes a group.
    pub(super) fn turn(self, group: Group) {
        self.place.turned.update(|turned| {
            if !turned.remove(&group) {
                turned.insert(group);
            }
        });
    }

    /// Athletes on the call list, in the order of all rows.
    pub(super) fn called(self) -> Vec<Arc<Line>> {
        self.rows.with(|rows| rows.all.iter().filter(|line| line.row.marks.call.is_some()).cloned().collect())
    }

    /// Rows in the queue, and those looked at this week; follows them.
    pub(super) fn counts(self) -> (usize, usize) {
        let on = |shelf: Shelf| self.rows.with(|rows| rows.all.iter().filter(|l| l.row.marks.shelf() == shelf).count());
        (on(Shelf::Open), on(Shelf::Reviewed))
    }
}

/// The chosen row shows every reason.
fn height(row: &TriageRow, chosen: Option<AthleteId>) -> f64 {
    let reasons = row.flags.len() as f64;
    if chosen == Some(row.athlete.id) { (AROUND + REASON * reasons).max(ROW) } else { ROW }
}
