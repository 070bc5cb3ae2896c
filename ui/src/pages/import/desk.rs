//! What the parts of the review share, and what keys and buttons do.

use std::sync::Arc;

use contract::import::{Choice, Preview, PreviewRow};
use contract::roster::TriageView;
use domain::id::AthleteId;
use leptos::prelude::*;

use super::order::{Group, Stand, alike, can_be_left, can_be_linked, order, takes_athlete};
use crate::keys::step;
use crate::state::{Ask, Review, State};
use crate::words::{t, t_with};

/// Rows drawn at once.
pub(super) const WINDOW: usize = 200;

/// A dialog over the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    /// Whose is this row?
    Athlete,
    /// Whose are this row and those of its device or folder?
    AthleteOfAll,
    /// What do its columns mean?
    Columns,
    /// Really leave it?
    Discard,
    /// Which keys are there?
    Keys,
}

/// One preview on screen. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) state: State,
    pub(super) review: Review,
    pub(super) preview: StoredValue<Arc<Preview>>,
    people: Ask<TriageView>,
    /// The group shown, or all.
    pub(super) show: RwSignal<Option<Group>>,
    /// Places of the rows shown, in the order of the table.
    pub(super) order: Memo<Vec<usize>>,
    /// The place in that order the keyboard is at.
    pub(super) cursor: RwSignal<Option<usize>>,
    /// The keyboard went there by itself: focus follows it.
    pub(super) follow: RwSignal<bool>,
    /// The first row drawn.
    pub(super) first: RwSignal<usize>,
    /// The dialog that is open.
    pub(super) over: RwSignal<Option<Over>>,
}

impl Desk {
    pub(super) fn new(state: State, preview: Arc<Preview>, people: Ask<TriageView>) -> Desk {
        let preview = StoredValue::new(preview);
        let show = RwSignal::new(None);
        let order = Memo::new(move |_| preview.with_value(|preview| order(&preview.rows, show.get())));
        let desk = Desk {
            state,
            review: state.review,
            preview,
            people,
            show,
            order,
            cursor: RwSignal::new(None),
            follow: RwSignal::new(false),
            first: RwSignal::new(0),
            over: RwSignal::new(None),
        };
        Effect::new(move |_| {
            order.track();
            desk.cursor.set(None);
            desk.first.set(0);
        });
        desk
    }

    /// A row by its place in the preview.
    pub(super) fn row(self, place: usize) -> Option<PreviewRow> {
        self.preview.with_value(|preview| preview.rows.get(place).cloned())
    }

    /// The row the keyboard is at.
    pub(super) fn here(self) -> Option<PreviewRow> {
        let at = self.cursor.get_untracked()?;
        self.order.with_untracked(|order| order.get(at).copied()).and_then(|place| self.row(place))
    }

    /// Goes to a place of the order.
    pub(super) fn go(self, at: usize, follow: bool) {
        let first = at / WINDOW * WINDOW;
        // Rows that stay are not drawn anew.
        if self.first.get_untracked() != first {
            self.first.set(first);
        }
        self.follow.set(follow);
        self.cursor.set(Some(at));
    }

    /// Goes up or down.
    pub(super) fn step(self, by: isize) {
        let len = self.order.with_untracked(Vec::len);
        if let Some(at) = step(self.cursor.get_untracked(), by, len) {
            self.go(at, true);
        }
    }

    /// Goes to the next row somebody still has to decide, from the top again after the last.
    pub(super) fn next_open(self) {
        let order = self.order.get_untracked();
        let from = self.cursor.get_untracked().map_or(0, |at| at + 1);
        let found = (from..order.len()).chain(0..from.min(order.len())).find(|at| {
            self.row(order[*at]).is_some_and(|row| Stand::of(&row, &untrack(|| self.review.choice(row.row))).is_open())
        });
        match found {
            Some(at) => self.go(at, true),
            None => self.state.say(t("screen-review-all-decided")),
        }
    }

    /// Changes what was chosen for the row the keyboard is at, where that makes sense for it.
    pub(super) fn edit(self, fits: impl Fn(&PreviewRow) -> bool, edit: impl FnOnce(&mut Choice)) {
        if let Some(row) = self.here().filter(fits) {
            self.review.choose(row.row, edit);
        }
    }

    /// Leaves a row out, or takes it in again.
    pub(super) fn skip(self, row: &PreviewRow) {
        if can_be_left(row.verdict) {
            self.review.choose(row.row, |choice| choice.skip = !choice.skip);
        }
    }

    /// Links a row or keeps it apart; the same word again takes it back.
    pub(super) fn link(self, row: &PreviewRow, same: bool) {
        if can_be_linked(row.verdict) {
            self.review.choose(row.row, |choice| {
                choice.link = if choice.link == Some(same) { None } else { Some(same) };
            });
        }
    }

    /// Opens a dialog about the row the keyboard is at, where that makes sense for it.
    pub(super) fn open(self, over: Over) {
        let fits = match over {
            Over::Athlete | Over::AthleteOfAll => self.here().is_some_and(|row| takes_athlete(&row)),
            Over::Columns => self.here().is_some_and(|row| row.columns.is_some()),
            Over::Discard | Over::Keys => true,
        };
        if fits {
            self.over.set(Some(over));
        }
    }

    /// The rows a dialog is about.
    pub(super) fn meant(self, over: Over) -> Vec<u32> {
        let Some(row) = self.here() else { return Vec::new() };
        if over != Over::AthleteOfAll {
            return vec![row.row];
        }
        self.preview.with_value(|preview| {
            let place = preview.rows.iter().position(|one| one.row == row.row).unwrap_or_default();
            alike(&preview.rows, place)
        })
    }

    /// Gives rows to somebody.
    pub(super) fn give(self, rows: &[u32], athlete: AthleteId) {
        for row in rows {
            self.review.choose(*row, |choice| choice.athlete = Some(athlete));
        }
        if rows.len() > 1 {
            self.state.say(t_with("screen-review-given", &[("files", rows.len().into())]));
        }
    }

    /// Everybody in the roster, by name.
    pub(super) fn people(self) -> Vec<(AthleteId, String)> {
        let mut people: Vec<(AthleteId, String)> = self.people.with(|answer| match answer {
            Some(Ok(view)) => view.rows.iter().map(|row| (row.athlete.id, row.athlete.name.clone())).collect(),
            _ => Vec::new(),
        });
        people.sort_by_key(|(_, name)| name.to_lowercase());
        people
    }

    /// The name of somebody who was chosen.
    pub(super) fn name(self, athlete: AthleteId) -> String {
        self.people
            .with(|answer| match answer {
                Some(Ok(view)) => {
                    view.rows.iter().find(|row| row.athlete.id == athlete).map(|row| row.athlete.name.clone())
                }
                _ => None,
            })
            .unwrap_or_default()
    }

    /// How many files are kept when the import is accepted now, and how many still ask for somebody.
    pub(super) fn counts(self) -> (usize, usize) {
        self.review.choices.track();
        self.preview.with_value(|preview| {
            let stands = preview.rows.iter().map(|row| Stand::of(row, &untrack(|| self.review.choice(row.row))));
            stands.fold((0, 0), |(come, ask), stand| {
                (come + usize::from(stand.comes_in()), ask + usize::from(stand.is_open()))
            })
        })
    }
}
