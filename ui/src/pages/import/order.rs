//! Which row stands where, what is still open, and which rows belong together.

use contract::import::{Choice, PreviewRow, Verdict};

/// A group of the table, those that ask for somebody first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Somebody must say something.
    NeedsYou,
    /// New and clear.
    New,
    /// Here already: the same activity, or the same bytes.
    Here,
    /// Set aside.
    Routed,
    /// Refused.
    Refused,
}

impl Group {
    /// Every group, in the order of the table.
    pub const ALL: [Group; 5] = [Group::NeedsYou, Group::New, Group::Here, Group::Routed, Group::Refused];

    /// The group a verdict belongs to. A row stays in its group when it is decided: it does not jump away from the hand.
    #[must_use]
    pub const fn of(verdict: Verdict) -> Group {
        match verdict {
            Verdict::Unknown | Verdict::NeedsColumns | Verdict::MaybeSame => Group::NeedsYou,
            Verdict::New => Group::New,
            Verdict::SameActivity | Verdict::Duplicate => Group::Here,
            Verdict::Routed => Group::Routed,
            Verdict::Refused => Group::Refused,
        }
    }

    /// The stable name used in the words file (`screen-review-group-needs-you`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Group::NeedsYou => "needs-you",
            Group::New => "new",
            Group::Here => "here",
            Group::Routed => "routed",
            Group::Refused => "refused",
        }
    }
}

/// How a row stands with what was chosen for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Comes in.
    New,
    /// Nobody was named yet.
    Unknown,
    /// Its columns have no meaning yet.
    NeedsColumns,
    /// It may be the same as another.
    MaybeSame,
    /// Comes in and is linked: its load counts once.
    Linked,
    /// Comes in beside the one it is like.
    Apart,
    /// Left out by the coach.
    Left,
    /// The same bytes are here.
    Duplicate,
    /// Set aside.
    Routed,
    /// Refused.
    Refused,
}

impl Stand {
    /// Of a row with its choice.
    #[must_use]
    pub fn of(row: &PreviewRow, choice: &Choice) -> Stand {
        match row.verdict {
            Verdict::Refused => Stand::Refused,
            Verdict::Duplicate => Stand::Duplicate,
            _ if choice.skip => Stand::Left,
            Verdict::Routed => Stand::Routed,
            Verdict::NeedsColumns => Stand::NeedsColumns,
            Verdict::Unknown if choice.athlete.is_none() => Stand::Unknown,
            Verdict::Unknown | Verdict::New => Stand::New,
            Verdict::MaybeSame | Verdict::SameActivity => match choice.link {
                Some(true) => Stand::Linked,
                Some(false) => Stand::Apart,
                None if row.verdict == Verdict::MaybeSame => Stand::MaybeSame,
                None => Stand::Linked,
            },
        }
    }

    /// Whether somebody still has to say something.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Stand::Unknown | Stand::NeedsColumns | Stand::MaybeSame)
    }

    /// Whether the file is kept when the import is accepted now.
    #[must_use]
    pub const fn comes_in(self) -> bool {
        !matches!(self, Stand::Refused | Stand::Duplicate | Stand::Left | Stand::NeedsColumns)
    }

    /// The stable name used in the words file (`screen-stand-new`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Stand::New => "new",
            Stand::Unknown => "unknown",
            Stand::NeedsColumns => "needs-columns",
            Stand::MaybeSame => "maybe-same",
            Stand::Linked => "linked",
            Stand::Apart => "apart",
            Stand::Left => "left",
            Stand::Duplicate => "duplicate",
            Stand::Routed => "routed",
            Stand::Refused => "refused",
        }
    }
}

/// Whether a row can be given to somebody.
#[must_use]
pub fn takes_athlete(row: &PreviewRow) -> bool {
    match row.verdict {
        Verdict::Unknown | Verdict::MaybeSame | Verdict::SameActivity | Verdict::NeedsColumns => true,
        Verdict::New => !row.activities.is_empty() || row.wellness > 0,
        Verdict::Duplicate | Verdict::Routed | Verdict::Refused => false,
    }
}

/// Whether a row can be left out.
#[must_use]
pub const fn can_be_left(verdict: Verdict) -> bool {
    !matches!(verdict, Verdict::Duplicate | Verdict::Refused)
}

/// Whether a row can be linked or kept apart.
#[must_use]
pub const fn can_be_linked(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::MaybeSame | Verdict::SameActivity)
}

/// The places of the rows of one group, or of all, in the order of the table: by group, unknown ones first, then as read.
#[must_use]
pub fn order(rows: &[PreviewRow], show: Option<Group>) -> Vec<usize> {
    let mut places: Vec<usize> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| show.is_none_or(|group| Group::of(row.verdict) == group))
        .map(|(place, _)| place)
        .collect();
    // Verdicts stand in the order in which they ask: new, unknown, columns, same, maybe same, duplicate.
    places.sort_by_key(|place| (Group::of(rows[*place].verdict), rows[*place].verdict));
    places
}

/// Folder and name of a path, whatever its slashes.
#[must_use]
pub fn split(path: &str) -> (Option<&str>, &str) {
    match path.rsplit_once(['/', '\\']) {
        Some((folder, name)) => (Some(folder), name),
        None => (None, path),
    }
}

/// The rows that can be given away together with one: those of its device; without a device those of its folder.
#[must_use]
pub fn alike(rows: &[PreviewRow], place: usize) -> Vec<u32> {
    let Some(one) = rows.get(place) else { return Vec::new() };
    let folder = split(&one.path).0;
    rows.iter()
        .filter(|row| takes_athlete(row))
        .filter(|row| match &one.device {
            Some(device) => row.device.as_ref() == Some(device),
            None => row.device.is_none() && split(&row.path).0 == folder,
        })
        .map(|row| row.row)
        .collect()
}
