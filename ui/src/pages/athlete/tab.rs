//! The parts of an athlete's page: which one is open stands in the address, so that it can be gone back to.

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};

/// One part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Tab {
    #[default]
    Today,
    Load,
    Readiness,
    Curve,
    History,
    Settings,
    Data,
}

impl Tab {
    pub(super) const ALL: [Tab; 7] =
        [Tab::Today, Tab::Load, Tab::Readiness, Tab::Curve, Tab::History, Tab::Settings, Tab::Data];

    /// Name in the address and in the words file (`athlete-tab-load`).
    pub(super) const fn code(self) -> &'static str {
        match self {
            Tab::Today => "today",
            Tab::Load => "load",
            Tab::Readiness => "readiness",
            Tab::Curve => "curve",
            Tab::History => "history",
            Tab::Settings => "settings",
            Tab::Data => "data",
        }
    }

    /// The words key.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Tab::Today => "athlete-tab-today",
            Tab::Load => "athlete-tab-load",
            Tab::Readiness => "athlete-tab-readiness",
            Tab::Curve => "athlete-tab-curve",
            Tab::History => "athlete-tab-history",
            Tab::Settings => "athlete-tab-settings",
            Tab::Data => "athlete-tab-data",
        }
    }
}

/// The open part, tied to the address both ways.
pub(super) fn tab_of_address() -> RwSignal<Tab> {
    let query = use_query_map();
    let named = move || {
        let name = query.with(|query| query.get("tab")).unwrap_or_default();
        Tab::ALL.into_iter().find(|tab| tab.code() == name).unwrap_or_default()
    };
    let tab = RwSignal::new(untrack(named));
    let path = use_location().pathname;
    let navigate = use_navigate();
    Effect::new(move |_| {
        let named = named();
        if tab.get_untracked() != named {
            tab.set(named);
        }
    });
    Effect::new(move |before: Option<Tab>| {
        let now = tab.get();
        if before.is_some_and(|before| before != now) && untrack(named) != now {
            let to = format!("{}?tab={}", path.get_untracked(), now.code());
            navigate(&to, NavigateOptions { scroll: false, ..NavigateOptions::default() });
        }
        now
    });
    tab
}
