//! Who uses a roster: names with roles. A change of name or role, and leaving, is a later entry; all stay.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::consent::Role;
use crate::id::StaffId;

/// One word on who somebody is here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffEntry {
    /// Who: the same in every word about them.
    pub id: StaffId,
    /// Name, as it stands beside what they write.
    pub name: String,
    /// What they are here.
    pub role: Role,
    /// They left.
    pub gone: bool,
    /// Who said so.
    pub by: String,
    /// When.
    pub at: DateTime<Utc>,
}

/// Those who are here now, by role and name. `entries`: oldest first.
#[must_use]
pub fn present(entries: &[StaffEntry]) -> Vec<&StaffEntry> {
    let newest: BTreeMap<StaffId, &StaffEntry> = entries.iter().map(|entry| (entry.id, entry)).collect();
    let mut here: Vec<&StaffEntry> = newest.into_values().filter(|entry| !entry.gone).collect();
    here.sort_by(|a, b| (a.role, &a.name).cmp(&(b.role, &b.name)));
    here
}
