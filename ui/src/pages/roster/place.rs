//! What the triage page remembers while another page is shown: the chosen row, how far it was scrolled, filter and
//! order.

use std::collections::BTreeSet;

use contract::roster::TriageRow;
use domain::id::AthleteId;
use domain::triage::TriageFilter;
use leptos::prelude::*;

use super::order::{Column, Group, Grouping};
use crate::parts::Sort;

/// Where the coach is. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The row the keyboard is at.
    pub chosen: RwSignal<Option<AthleteId>>,
    /// How far the table is scrolled, pixels.
    pub scrolled: StoredValue<f64>,
    /// Which rows are shown.
    pub filter: RwSignal<TriageFilter>,
    /// The order inside the groups; `None` is that of urgency.
    pub sort: RwSignal<Option<Sort<Column>>>,
    /// What makes a group.
    pub by: RwSignal<Grouping>,
    /// Groups that are not as they are at first: reviewed and snoozed opened, others closed.
    pub turned: RwSignal<BTreeSet<Group>>,
    /// An athlete stands beside the table.
    pub beside: RwSignal<bool>,
    /// A row that a write gave back, until the table took it over.
    pub fresh: RwSignal<Option<TriageRow>>,
}

impl Place {
    /// The beginning.
    #[must_use]
    pub fn new() -> Place {
        Place {
            chosen: RwSignal::new(None),
            scrolled: StoredValue::new(0.0),
            filter: RwSignal::new(TriageFilter::default()),
            sort: RwSignal::new(None),
            by: RwSignal::new(Grouping::Severity),
            turned: RwSignal::new(BTreeSet::new()),
            beside: RwSignal::new(false),
            fresh: RwSignal::new(None),
        }
    }
}

impl Default for Place {
    fn default() -> Place {
        Place::new()
    }
}
