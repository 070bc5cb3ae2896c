//! The import that waits for a decision: what was previewed, and what the coach chose so far. It outlives the page, so that
//! a look at an athlete in between loses nothing.

use std::collections::BTreeMap;
use std::sync::Arc;

use contract::import::{Choice, Origin, Preview};
use domain::id::AthleteId;
use leptos::prelude::*;

/// What is under way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Doing {
    /// Nothing; a preview may wait.
    #[default]
    Nothing,
    /// Files are read for a preview.
    Reading,
    /// The previewed files come in.
    Importing,
}

/// Where the files of a preview are, and whose they all were said to be.
pub type Brought = (Origin, Option<AthleteId>);

/// The preview that waits. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Review {
    /// What would become of the files; `None` while nothing waits.
    pub preview: RwSignal<Option<Arc<Preview>>>,
    /// What was chosen, by row; rows left as previewed are not in it.
    pub choices: RwSignal<BTreeMap<u32, Choice>>,
    /// What is under way.
    pub doing: RwSignal<Doing>,
    /// Where the files are; unknown after the page was loaded again.
    pub brought: StoredValue<Option<Brought>>,
}

/// A row left as it was previewed.
#[must_use]
pub const fn untouched(row: u32) -> Choice {
    Choice { row, skip: false, athlete: None, remember_device: false, link: None }
}

impl Review {
    pub(super) fn new() -> Review {
        Review {
            preview: RwSignal::new(None),
            choices: RwSignal::new(BTreeMap::new()),
            doing: RwSignal::new(Doing::Nothing),
            brought: StoredValue::new(None),
        }
    }

    /// Shows a preview. Choices made on an earlier one stay with their files.
    pub fn show(self, preview: Preview) {
        let kept = untrack(|| match self.preview.get() {
            Some(before) => moved(&before, &preview, &self.choices.get()),
            None => BTreeMap::new(),
        });
        self.choices.try_set(kept);
        self.preview.try_set(Some(Arc::new(preview)));
    }

    /// Nothing waits any more.
    pub fn clear(self) {
        self.preview.try_set(None);
        self.choices.try_set(BTreeMap::new());
        self.brought.try_set_value(None);
    }

    /// What was chosen for a row; follows it.
    #[must_use]
    pub fn choice(self, row: u32) -> Choice {
        self.choices.with(|all| all.get(&row).cloned().unwrap_or_else(|| untouched(row)))
    }

    /// Chooses for one row.
    pub fn choose(self, row: u32, edit: impl FnOnce(&mut Choice)) {
        self.choices.try_update(|all| {
            let mut choice = all.remove(&row).unwrap_or_else(|| untouched(row));
            edit(&mut choice);
            if choice != untouched(row) {
                all.insert(row, choice);
            }
        });
    }
}

/// The choices of one preview, at the rows their files have in another.
fn moved(before: &Preview, after: &Preview, choices: &BTreeMap<u32, Choice>) -> BTreeMap<u32, Choice> {
    let path_of: BTreeMap<u32, &str> = before.rows.iter().map(|row| (row.row, row.path.as_str())).collect();
    let row_of: BTreeMap<&str, u32> = after.rows.iter().map(|row| (row.path.as_str(), row.row)).collect();
    choices
        .values()
        .filter_map(|choice| {
            let row = *row_of.get(path_of.get(&choice.row)?)?;
            Some((row, Choice { row, ..choice.clone() }))
        })
        .collect()
}
