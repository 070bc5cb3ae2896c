//! Which athlete stands where: groups, an order inside them, and which are shown. Plain, so that it is tested without a
//! browser.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use contract::roster::TriageRow;
use domain::attention::Severity;
use domain::id::SquadId;
use domain::triage::{Shelf, TriageFilter};

use crate::parts::Sort;

/// A column the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Name.
    Name,
    /// The most urgent reason.
    Why,
    /// Readiness score.
    Readiness,
    /// Chronic load.
    Fitness,
    /// Acute load.
    Fatigue,
    /// Form in the morning.
    Form,
    /// Load of the last 7 days against a usual week.
    Week,
    /// Newest activity.
    Last,
    /// Done of planned.
    Done,
    /// Next session.
    Next,
    /// How the plan stands.
    Plan,
    /// Newest note.
    Note,
}

/// What makes a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// The most urgent reason.
    #[default]
    Severity,
    /// The squad.
    Squad,
}

/// A group of the table, in the order of the table. Stale data is a group of its own, not a bad score; what is done for
/// this week and what is put off stand at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Somebody has to look.
    Flagged(Severity),
    /// A squad, by its place in the list of squads; nobody's at the end.
    Squad(usize, Option<SquadId>),
    /// Nothing fresh to go by, among squads.
    NoFreshData,
    /// Nothing to say.
    Clear,
    /// Looked at.
    Reviewed,
    /// Put off.
    Snoozed,
}

impl Group {
    fn of(row: &TriageRow, by: Grouping, squads: &[(SquadId, String)]) -> Group {
        let worst = row.flags.iter().map(|flag| flag.severity).min();
        match (row.marks.shelf(), by, worst) {
            (Shelf::Reviewed, ..) => Group::Reviewed,
            (Shelf::Snoozed, ..) => Group::Snoozed,
            (Shelf::Open, Grouping::Severity, worst) => worst.map_or(Group::Clear, Group::Flagged),
            (Shelf::Open, Grouping::Squad, Some(Severity::Stale)) => Group::NoFreshData,
            (Shelf::Open, Grouping::Squad, _) => {
                let place = |squad| squads.iter().position(|(id, _)| *id == squad);
                Group::Squad(row.athlete.squad.and_then(place).unwrap_or(usize::MAX), row.athlete.squad)
            }
        }
    }

    /// Whether it is closed before anybody turns it.
    #[must_use]
    pub const fn rests(self) -> bool {
        matches!(self, Group::Reviewed | Group::Snoozed)
    }
}

/// A row with the words that are searched, made when they are first asked for.
#[derive(Debug)]
pub struct Line {
    /// The row.
    pub row: TriageRow,
    words: OnceLock<String>,
}

impl PartialEq for Line {
    fn eq(&self, other: &Line) -> bool {
        self.row == other.row
    }
}

impl Line {
    /// Of a row.
    #[must_use]
    pub fn new(row: TriageRow) -> Arc<Line> {
        Arc::new(Line { row, words: OnceLock::new() })
    }

    fn words(&self) -> &str {
        self.words.get_or_init(|| {
            let row = &self.row;
            let reasons = row.flags.iter().map(|flag| crate::words::sentence(&flag.reason));
            let others = [row.next_race.as_ref().map(|race| &race.name), row.last_note.as_ref().map(|note| &note.text)];
            let all: Vec<String> = std::iter::once(row.athlete.name.clone())
                .chain(reasons)
                .chain(others.into_iter().flatten().cloned())
                .collect();
            all.join("\n").to_lowercase()
        })
    }

    /// Whether a filter lets it through.
    #[must_use]
    pub fn fits(&self, filter: &TriageFilter) -> bool {
        let row = &self.row;
        let text = filter.text.trim().to_lowercase();
        let sports = [row.last_activity.map(|last| last.1), row.next_session.as_ref().map(|next| next.sport)];
        filter.squad.is_none_or(|squad| row.athlete.squad == Some(squad))
            && filter.rule.is_none_or(|rule| row.flags.iter().any(|flag| flag.reason.rule == rule))
            && filter.plan.is_none_or(|plan| row.plan == plan)
            && filter.sport.is_none_or(|sport| sports.contains(&Some(sport)))
            && (text.is_empty() || self.words().contains(&text))
    }
}

/// The rows of each group that is not empty, as places in `lines`: those that fit, in the order given or sorted.
/// Unknown values stand last either way.
#[must_use]
pub fn grouped(
    lines: &[Arc<Line>],
    filter: &TriageFilter,
    sort: Option<Sort<Column>>,
    by: Grouping,
    squads: &[(SquadId, String)],
) -> Vec<(Group, Vec<usize>)> {
    let mut placed: Vec<(Group, usize)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.fits(filter))
        .map(|(at, line)| (Group::of(&line.row, by, squads), at))
        .collect();
    placed.sort_by(|a, b| {
        let inside = || sort.map_or(Ordering::Equal, |sort| compare(&lines[a.1].row, &lines[b.1].row, sort));
        a.0.cmp(&b.0).then_with(inside)
    });
    let mut groups: Vec<(Group, Vec<usize>)> = Vec::new();
    for (group, at) in placed {
        match groups.last_mut() {
            Some((last, members)) if *last == group => members.push(at),
            _ => groups.push((group, vec![at])),
        }
    }
    groups
}

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Item {
    /// The heading of a group with so many rows, open or closed.
    Head(Group, usize, bool),
    /// A row, by its place among all.
    Row(usize),
}

/// Headings and the rows of open groups, from top to bottom. `turned`: groups that are not as they are at first.
#[must_use]
pub fn items(groups: &[(Group, Vec<usize>)], turned: &BTreeSet<Group>) -> Vec<Item> {
    let mut items = Vec::new();
    for (group, members) in groups {
        let open = group.rests() == turned.contains(group);
        items.push(Item::Head(*group, members.len(), open));
        if open {
            items.extend(members.iter().copied().map(Item::Row));
        }
    }
    items
}

fn compare(a: &TriageRow, b: &TriageRow, sort: Sort<Column>) -> Ordering {
    fn by<T>(
        a: &TriageRow,
        b: &TriageRow,
        down: bool,
        of: impl Fn(&TriageRow) -> Option<T>,
        order: impl Fn(&T, &T) -> Ordering,
    ) -> Ordering {
        known_first(of(a), of(b), down, order)
    }
    let number = |of: fn(&TriageRow) -> Option<f64>| by(a, b, sort.down, of, f64::total_cmp);
    match sort.by {
        Column::Name => by(a, b, sort.down, |row| Some(row.athlete.name.to_lowercase()), Ord::cmp),
        Column::Why => by(a, b, sort.down, |row| row.flags.iter().map(|f| (f.severity, f.reason.rule)).min(), Ord::cmp),
        Column::Readiness => number(|row| row.readiness.any().map(|r| r.score)),
        Column::Fitness => number(|row| row.trend.map(|t| t.ctl)),
        Column::Fatigue => number(|row| row.trend.map(|t| t.atl)),
        Column::Form => number(|row| row.trend.map(|t| t.form_morning)),
        Column::Week => number(|row| row.load_change.and_then(|change| change.share)),
        Column::Last => by(a, b, sort.down, |row| row.last_activity.map(|last| last.0), Ord::cmp),
        Column::Done => number(|row| row.done.and_then(|done| done.sessions.share())),
        Column::Next => by(a, b, sort.down, |row| row.next_session.as_ref().map(|next| next.date), Ord::cmp),
        Column::Plan => by(a, b, sort.down, |row| Some(row.plan), Ord::cmp),
        Column::Note => by(a, b, sort.down, |row| row.last_note.as_ref().map(|note| note.at), Ord::cmp),
    }
}

fn known_first<T>(a: Option<T>, b: Option<T>, down: bool, order: impl Fn(&T, &T) -> Ordering) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if down => order(&b, &a),
        (Some(a), Some(b)) => order(&a, &b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}

#[cfg(test)]
mod tests;
