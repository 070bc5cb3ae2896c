//! What the parts of the board share: the rows, which of them are shown, where the keyboard stands, and the one week that
//! something is done to.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use contract::Topic;
use contract::board::{BoardRow, BoardSession, BoardView, BoardWeek, ShowBoard};
use contract::plan::{ShowWeek, WeekView};
use domain::id::{AthleteId, SessionId};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::filter::{Filter, named};
use super::place::{Extent, Place};
use crate::ipc;
use crate::pages::week::desk::Desk;
use crate::state::{Ask, State, ask};

/// News about so many athletes at once are worth asking for the whole board again.
const MANY: usize = 8;

/// One athlete's row; it can change without the others being drawn again.
#[derive(Debug, Clone)]
pub struct Line {
    /// Who.
    pub athlete: AthleteId,
    /// The row as it stands.
    pub row: ArcRwSignal<BoardRow>,
}

/// A session on its way to another day of its week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Carried {
    /// Whose.
    pub athlete: AthleteId,
    /// The week it must stay in.
    pub week: Week,
    /// Which.
    pub session: SessionId,
    /// Where it stands.
    pub from: NaiveDate,
    /// Where it would go.
    pub to: NaiveDate,
    /// It changes places with a session there.
    pub swap: bool,
}

/// The plan board on screen. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// What all screens share.
    pub state: State,
    /// First week and how many; `None` until today is known.
    pub span: Memo<Option<(Week, u32)>>,
    /// The whole board as last answered.
    pub answer: Ask<BoardView>,
    /// All rows, in the order of the answer.
    pub lines: RwSignal<Vec<Line>>,
    /// Counts up whenever a row changed.
    pub changes: RwSignal<u32>,
    /// How the plans shown stand.
    pub filter: RwSignal<Filter>,
    /// Part of the names shown.
    pub search: RwSignal<String>,
    /// The rows shown. A row stays while it is worked on, though it may no longer belong to the filter.
    pub shown: Memo<Vec<usize>>,
    /// Where the keyboard stands.
    pub at: RwSignal<Place>,
    /// Rows that fit on the screen.
    pub page: RwSignal<usize>,
    /// What is on its way to another day.
    pub carried: RwSignal<Option<Carried>>,
    /// The two sessions that are asked to change places.
    pub swapping: RwSignal<Option<Carried>>,
    /// Whether the side panel is open.
    pub panel: RwSignal<bool>,
    /// The week that something is done to.
    pub hand: RwSignal<Option<(AthleteId, Week)>>,
    /// The same week as its own page would show it: changes go through it.
    pub desk: Desk,
}

impl Sheet {
    /// A board over the weeks given; asks for it at once.
    #[must_use]
    pub fn new(state: State, span: Memo<Option<(Week, u32)>>, squad: Memo<Option<domain::id::SquadId>>) -> Sheet {
        let answer = ask(
            |moved| match moved.topic {
                Topic::Plan => moved.athlete.is_none(),
                _ => true,
            },
            move || span.get().map(|(week, weeks)| ShowBoard { week, weeks, squad: squad.get() }),
        );
        let (lines, filter) = (RwSignal::new(Vec::<Line>::new()), RwSignal::new(Filter::All));
        let search = RwSignal::new(String::new());
        let shown = Memo::new(move |_| {
            let (filter, search) = (filter.get(), search.get());
            lines.with(|lines| {
                let fits = |line: &Line| line.row.with_untracked(|row| filter.holds(row) && named(row, &search));
                (0..lines.len()).filter(|at| fits(&lines[*at])).collect()
            })
        });
        let hand = RwSignal::new(None);
        let desk = Desk::new(
            state,
            Memo::new(move |_| hand.get().map(|(athlete, _)| athlete)),
            Memo::new(move |_| hand.get().map(|(_, week)| week)),
        );
        let sheet = Sheet {
            state,
            span,
            answer,
            lines,
            changes: RwSignal::new(0),
            filter,
            search,
            shown,
            at: RwSignal::new(Place::default()),
            page: RwSignal::new(10),
            carried: RwSignal::new(None),
            swapping: RwSignal::new(None),
            panel: RwSignal::new(false),
            hand,
            desk,
        };
        sheet.follow();
        sheet
    }

    fn follow(self) {
        Effect::new(move |_| {
            self.answer.with(|answer| {
                untrack(|| match answer {
                    Some(Ok(board)) => self.lay_out(board),
                    // Without rows the page itself says it.
                    Some(Err(fault)) if !self.lines.with(Vec::is_empty) => self.state.say_fault(fault),
                    _ => {}
                });
            });
        });
        Effect::new(move |_| {
            let rows = self.shown.with(Vec::len);
            self.at.update(|at| *at = Place { row: at.row.min(rows.saturating_sub(1)), slot: 0, ..*at });
            self.carried.set(None);
        });
        // Whatever is done through the desk comes back as a week, and belongs into its row.
        Effect::new(move |_| {
            if let Some(view) = self.desk.view() {
                untrack(|| self.renew(&view));
            }
        });
        Effect::new(move |earlier: Option<()>| {
            let mut moved: Vec<AthleteId> = self
                .state
                .touched
                .with(|all| all.iter().filter(|one| one.topic == Topic::Plan).filter_map(|one| one.athlete).collect());
            moved.sort_unstable();
            moved.dedup();
            // The news that were here before this page are not news to it.
            if earlier.is_some() && !moved.is_empty() {
                untrack(|| self.ask_for(&moved));
            }
        });
    }

    /// Puts a whole board on screen; rows that were there keep their place in the page.
    fn lay_out(self, board: &BoardView) {
        let mut kept: BTreeMap<AthleteId, Line> =
            self.lines.with(|lines| lines.iter().map(|line| (line.athlete, line.clone())).collect());
        let lines = board.rows.iter().map(|row| match kept.remove(&row.athlete) {
            Some(line) => {
                if line.row.with(|old| old != row) {
                    line.row.set(row.clone());
                }
                line
            }
            None => Line { athlete: row.athlete, row: ArcRwSignal::new(row.clone()) },
        });
        let lines = lines.collect();
        self.lines.set(lines);
        self.changes.update(|changes| *changes += 1);
    }

    /// Asks for what moved of a few athletes, or for all when it was many.
    fn ask_for(self, moved: &[AthleteId]) {
        if moved.len() > MANY {
            self.answer.again();
            return;
        }
        let weeks: Vec<Week> = self.weeks();
        let in_hand = self.hand.get();
        let here = |athlete: &&AthleteId| self.lines.with(|lines| lines.iter().any(|line| line.athlete == **athlete));
        for &athlete in moved.iter().filter(here) {
            // The desk asks for the week in hand by itself.
            for &week in weeks.iter().filter(|week| in_hand != Some((athlete, **week))) {
                spawn_local(async move {
                    match ipc::call(&ShowWeek { athlete, week }).await {
                        Ok(answer) => answer.week.iter().for_each(|view| self.renew(view)),
                        Err(fault) => self.state.say_fault(&fault),
                    }
                });
            }
        }
    }

    /// Puts one week of one athlete in its row; the others are not drawn again.
    pub fn renew(self, view: &WeekView) {
        let fresh = BoardWeek::from(view);
        let Some(line) = self.lines.try_with_untracked(|lines| find(lines, view.plan.athlete)).flatten() else {
            return;
        };
        let old = line.row.with_untracked(|row| row.weeks.iter().position(|week| week.week == fresh.week));
        let Some(old) = old.filter(|old| line.row.with_untracked(|row| row.weeks[*old] != fresh)) else { return };
        line.row.update(|row| row.weeks[old] = fresh);
        self.changes.update(|changes| *changes += 1);
    }

    /// The weeks shown; follows them.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        let Some((first, weeks)) = self.span.get() else { return Vec::new() };
        std::iter::successors(Some(first), |week| Some(week.next())).take(weeks as usize).collect()
    }

    /// The days shown; follows them.
    #[must_use]
    pub fn days(self) -> Vec<NaiveDate> {
        self.weeks().into_iter().flat_map(Week::days).collect()
    }

    /// How large the board is now.
    #[must_use]
    pub fn extent(self) -> Extent {
        untrack(|| Extent { rows: self.shown.with(Vec::len), days: self.days().len(), page: self.page.get() })
    }

    /// The line shown in a row, without following it.
    #[must_use]
    pub fn line(self, row: usize) -> Option<Line> {
        let at = self.shown.with_untracked(|shown| shown.get(row).copied())?;
        self.lines.with_untracked(|lines| lines.get(at).cloned())
    }

    /// The sessions of one day of one row, as they stand on the board.
    #[must_use]
    pub fn sessions(self, row: usize, day: usize) -> Vec<BoardSession> {
        let date = untrack(|| self.days()).get(day).copied();
        let Some((line, date)) = self.line(row).zip(date) else { return Vec::new() };
        line.row.with_untracked(|row| on(row, date).cloned().collect())
    }

    /// Where the keyboard stands: whose row, which week, which day, which session.
    #[must_use]
    pub fn here(self) -> Option<Here> {
        let at = self.at.get_untracked();
        let line = self.line(at.row)?;
        let date = untrack(|| self.days()).get(at.day).copied()?;
        let week = Week::of(date);
        let session = self.sessions(at.row, at.day).into_iter().nth(at.slot);
        let status = line.row.with_untracked(|row| row.weeks.iter().find(|one| one.week == week).map(|one| one.status));
        Some(Here { athlete: line.athlete, week, date, session, status: status? })
    }
}

/// Where the keyboard stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Here {
    /// Whose row.
    pub athlete: AthleteId,
    /// Which week.
    pub week: Week,
    /// Which day.
    pub date: NaiveDate,
    /// Which session, if one stands there.
    pub session: Option<BoardSession>,
    /// How the plan of the week stands.
    pub status: contract::roster::PlanStatus,
}

/// The sessions of one day of a row.
pub fn on(row: &BoardRow, date: NaiveDate) -> impl Iterator<Item = &BoardSession> {
    row.weeks.iter().flat_map(|week| &week.sessions).filter(move |session| session.date == date)
}

fn find(lines: &[Line], athlete: AthleteId) -> Option<Line> {
    lines.iter().find(|line| line.athlete == athlete).cloned()
}
