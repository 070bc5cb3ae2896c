//! Changing an activity: what can be changed, what it would do, why, and the way back.

mod form;
mod history;
mod numbers;
mod span;
mod standing;

use charts::view::View as Stretch;
use contract::measure::ActivityView;
use leptos::prelude::*;

pub(super) use self::form::Save;
pub(super) use self::numbers::Numbers;
pub(super) use self::standing::Standing;

use self::form::ChangeForm;
use self::history::History;
use crate::parts::{Dialog, Menu, MenuItem};
use crate::words::t;

/// What a person may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Trim,
    Split,
    Merge,
    Sport,
    Comment,
    Exclude,
}

impl Kind {
    const ALL: [Kind; 6] = [Kind::Trim, Kind::Split, Kind::Merge, Kind::Sport, Kind::Comment, Kind::Exclude];

    /// The key of its words; with `-hint` those of a line below.
    const fn key(self) -> &'static str {
        match self {
            Kind::Trim => "edit-trim",
            Kind::Split => "edit-split",
            Kind::Merge => "edit-merge",
            Kind::Sport => "edit-sport",
            Kind::Comment => "edit-comment",
            Kind::Exclude => "edit-exclude",
        }
    }
}

/// A menu of what can be changed, with its dialog.
#[component]
pub(super) fn EditMenu(
    /// The activity.
    view: ActivityView,
    /// What is marked on its recording, seconds since its start: where a trim or an exclusion begins.
    chosen: Signal<Option<Stretch>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    // Nothing to change: the history.
    let kind = RwSignal::new(None::<Kind>);
    // Without samples there is nothing to cut.
    let recorded = view.activity.elapsed.0 > 2.0 && !view.channels.is_empty();
    let counts = view.copy_of.is_none();
    let items = Signal::derive(move || {
        let item = |one: Option<Kind>, off: bool| {
            let choose = move || {
                kind.set(one);
                open.set(true);
            };
            MenuItem::new(t(one.map_or("edit-history", Kind::key)), choose).disabled(off)
        };
        let changes = Kind::ALL.into_iter().map(|one| {
            let cuts = matches!(one, Kind::Trim | Kind::Split | Kind::Exclude);
            item(Some(one), !counts || (cuts && !recorded))
        });
        changes.chain([item(None, false)]).collect::<Vec<_>>()
    });
    let title = Signal::derive(move || t(kind.get().map_or("edit-history", Kind::key)));
    let view = StoredValue::new(view);
    view! {
        <Menu label=t("edit-menu") items=items />
        <Dialog open=open title=title wide=true>
            {move || match kind.get() {
                None => view! { <History id=view.with_value(|v| v.activity.id) /> }.into_any(),
                Some(kind) => view! { <ChangeForm view=view.get_value() kind=kind chosen=chosen open=open /> }.into_any(),
            }}
        </Dialog>
    }
}
