//! The last actions, each with the way back.

use chrono::DateTime;
use leptos::prelude::*;

use crate::format;
use crate::parts::{Badge, Button, Drawer, Empty, Look};
use crate::state::{Deed, Line, Standing, State, Turn};
use crate::veil;
use crate::words::t;

/// Milliseconds since 1970 as a person says them.
pub(super) fn moment(at: f64) -> String {
    DateTime::from_timestamp_millis(at as i64).map(format::moment).unwrap_or_default()
}

/// The last actions, while they are open.
#[component]
pub fn LastActions(
    /// Whether they are open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let lines = move || {
        let (back, again) = state
            .undo
            .with(|history| (history.next_undo().map(|line| line.id), history.next_redo().map(|line| line.id)));
        let lines: Vec<Line<Deed>> = state.undo.with(|history| history.newest_first().cloned().collect());
        if lines.is_empty() {
            return view! { <Empty title=t("history-none") hint=t("history-none-hint") /> }.into_any();
        }
        let lines = lines.into_iter().map(|line| one(state, line, back, again)).collect_view();
        view! { <ol class="history" data-testid="history">{lines}</ol> }.into_any()
    };
    view! {
        <Drawer open=open title=t("action-history")>
            <p class="quiet">{t("history-hint")}</p>
            {lines}
        </Drawer>
    }
}

fn one(state: State, line: Line<Deed>, back: Option<u32>, again: Option<u32>) -> impl IntoView {
    let id = line.id;
    let (look, key) = match (line.standing, line.refused.is_some()) {
        (_, true) => (Look::Warn, "history-refused"),
        (Standing::Done, _) => (Look::Filled, "history-done"),
        (Standing::Undone | Standing::Gone, _) => (Look::Plain, "history-undone"),
    };
    // What was refused can be tried again once the reason is gone; else one step at a time.
    let turn = match line.standing {
        Standing::Done if back == Some(id) || line.refused.is_some() => Some((Turn::Back, "undo")),
        Standing::Undone if again == Some(id) || line.refused.is_some() => Some((Turn::Again, "redo")),
        _ => None,
    };
    view! {
        <li class="history-line" class:history-undone=line.standing != Standing::Done>
            <div>
                <p>{veil::shown(&line.deed.what)}</p>
                <p class="quiet">{moment(line.deed.at)}</p>
                {line.refused.map(|why| view! { <p class="history-why">{why}</p> })}
            </div>
            <Badge look=look>{t(key)}</Badge>
            {turn.map(|(turn, key)| view! { <Button on_press=move || state.turn(id, turn)>{t(key)}</Button> })}
        </li>
    }
}
