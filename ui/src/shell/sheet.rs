//! The sheet of keys: those of the page that is open first, then those that work everywhere.

use leptos::prelude::*;

use super::keyboard::key_caps;
use crate::parts::Dialog;
use crate::state::{Offered, State};
use crate::words::t;

/// The sheet, while it is open.
#[component]
pub fn KeySheet(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let groups = move || {
        let mut all = state.commands.get();
        all.retain(|one| one.commands.iter().any(|command| !command.keys.is_empty()));
        all.sort_by_key(|one| !one.page);
        all.into_iter().map(group).collect_view()
    };
    view! {
        <Dialog open=open title=t("action-shortcuts") wide=true>
            <p class="quiet">{t("keys-hint")}</p>
            <div class="key-sheet" data-testid="key-sheet">
                {groups}
            </div>
        </Dialog>
    }
}

fn group(offered: Offered) -> impl IntoView {
    let rows = offered
        .commands
        .iter()
        .filter(|command| !command.keys.is_empty())
        .map(|command| {
            view! {
                <dt>{key_caps(command.keys)}</dt>
                <dd>{t(command.words)}</dd>
            }
        })
        .collect_view();
    view! {
        <section class="key-group">
            <h3>{t(offered.title)}</h3>
            <dl class="facts key-list">{rows}</dl>
        </section>
    }
}
