//! Which athlete stands where: groups by the most severe flag, an order inside them.

use std::cmp::Ordering;

use contract::roster::TriageRow;
use domain::attention::Severity;

use crate::parts::Sort;

/// A column the table can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Name.
    Name,
    /// Readiness score.
    Readiness,
    /// Chronic load.
    Fitness,
    /// Acute load.
    Fatigue,
    /// Form in the morning.
    Form,
    /// Load of the last 7 days.
    Week,
    /// Newest activity.
    Last,
    /// Next race.
    Race,
}

/// A group of the table: the most severe flag of its athletes. Stale data is a group of its own, not a bad score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Somebody has to look.
    Flagged(Severity),
    /// Nothing to say.
    Clear,
}

impl Group {
    const ALL: [Group; 5] = [
        Group::Flagged(Severity::Act),
        Group::Flagged(Severity::Watch),
        Group::Flagged(Severity::Stale),
        Group::Flagged(Severity::Note),
        Group::Clear,
    ];

    fn of(row: &TriageRow) -> Group {
        row.flags.iter().map(|flag| flag.severity).min().map_or(Group::Clear, Group::Flagged)
    }

    /// Its severity, if it has one.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Group::Flagged(severity) => Some(severity),
            Group::Clear => None,
        }
    }
}

/// The rows of each group that is not empty, as places in `rows`: those whose name, reasons or race contain `filter`, in
/// the order given or sorted. Unknown values stand last either way.
#[must_use]
pub fn grouped(rows: &[TriageRow], filter: &str, sort: Option<Sort<Column>>) -> Vec<(Group, Vec<usize>)> {
    let filter = filter.trim().to_lowercase();
    let fits = |row: &TriageRow| {
        filter.is_empty()
            || row.athlete.name.to_lowercase().contains(&filter)
            || row.flags.iter().any(|flag| crate::words::sentence(&flag.reason).to_lowercase().contains(&filter))
            || row.next_race.as_ref().is_some_and(|race| race.name.to_lowercase().contains(&filter))
    };
    Group::ALL
        .into_iter()
        .filter_map(|group| {
            let mut places: Vec<usize> = rows
                .iter()
                .enumerate()
                .filter(|(_, row)| Group::of(row) == group && fits(row))
                .map(|(i, _)| i)
                .collect();
            if let Some(sort) = sort {
                places.sort_by(|a, b| compare(&rows[*a], &rows[*b], sort));
            }
            (!places.is_empty()).then_some((group, places))
        })
        .collect()
}

fn compare(a: &TriageRow, b: &TriageRow, sort: Sort<Column>) -> Ordering {
    let number = |of: &dyn Fn(&TriageRow) -> Option<f64>| known_first(of(a), of(b), sort.down, f64::total_cmp);
    match sort.by {
        Column::Name => {
            known_first(Some(a.athlete.name.to_lowercase()), Some(b.athlete.name.to_lowercase()), sort.down, Ord::cmp)
        }
        Column::Readiness => number(&|row| row.readiness.any().map(|r| r.score)),
        Column::Fitness => number(&|row| row.trend.map(|t| t.ctl)),
        Column::Fatigue => number(&|row| row.trend.map(|t| t.atl)),
        Column::Form => number(&|row| row.trend.map(|t| t.form_morning)),
        Column::Week => number(&|row| Some(row.load_7d)),
        Column::Last => known_first(
            a.last_activity.as_ref().map(|l| l.0),
            b.last_activity.as_ref().map(|l| l.0),
            sort.down,
            Ord::cmp,
        ),
        Column::Race => {
            known_first(a.next_race.as_ref().map(|r| r.date), b.next_race.as_ref().map(|r| r.date), sort.down, Ord::cmp)
        }
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
