//! Which rows are looked at: by how the plan of the first week stands, and by name.

use contract::board::BoardRow;
use contract::roster::PlanStatus;

/// How the plan of the first week stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Everybody.
    #[default]
    All,
    /// Something asks for a look.
    NeedsReview,
    /// Drafted, and nothing asks for a look.
    Draft,
    /// Changed by the coach.
    Edited,
    /// Approved, exported or not.
    Approved,
    /// Nothing drafted.
    Missing,
}

impl Filter {
    /// Every filter, in the order of the switch.
    pub const ALL: [Filter; 6] =
        [Filter::All, Filter::NeedsReview, Filter::Draft, Filter::Edited, Filter::Approved, Filter::Missing];

    /// The stable name used in the words file (`board-filter-draft`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Filter::All => "all",
            Filter::NeedsReview => "needs-review",
            Filter::Draft => "draft",
            Filter::Edited => "edited",
            Filter::Approved => "approved",
            Filter::Missing => "missing",
        }
    }

    /// Whether a row belongs to it.
    #[must_use]
    pub fn holds(self, row: &BoardRow) -> bool {
        let status = row.weeks.first().map_or(PlanStatus::None, |week| week.status);
        match self {
            Filter::All => true,
            Filter::NeedsReview => status == PlanStatus::NeedsReview,
            Filter::Draft => status == PlanStatus::Draft,
            Filter::Edited => status == PlanStatus::Edited,
            Filter::Approved => matches!(status, PlanStatus::Approved | PlanStatus::Exported),
            Filter::Missing => status == PlanStatus::None,
        }
    }

    /// How many rows belong to each filter, in the order of [`Filter::ALL`].
    #[must_use]
    pub fn counts<'a>(rows: impl Iterator<Item = &'a BoardRow>) -> [usize; 6] {
        rows.fold([0; 6], |counts, row| std::array::from_fn(|i| counts[i] + usize::from(Filter::ALL[i].holds(row))))
    }
}

/// Whether a name contains what is looked for, whatever its case.
#[must_use]
pub fn named(row: &BoardRow, wanted: &str) -> bool {
    row.name.to_lowercase().contains(&wanted.trim().to_lowercase())
}
