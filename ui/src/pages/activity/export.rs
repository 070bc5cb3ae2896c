//! Out again: the original bytes, or the activity in a usual format.

use contract::Fault;
use contract::entry::{ActivityFormat, ExportActivity, Exported};
use contract::measure::ActivityView;
use domain::recording::ChannelKind;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc;
use crate::words::t;

/// What came of the newest export.
pub(super) type Written = RwSignal<Option<Result<Exported, Fault>>>;

/// The menu.
#[component]
pub(super) fn ExportMenu(
    /// Which activity.
    view: ActivityView,
    /// Told where the file went.
    written: Written,
) -> impl IntoView {
    let node = NodeRef::<html::Details>::new();
    let busy = RwSignal::new(false);
    let id = view.activity.id;
    let placed = view.channels.contains(&ChannelKind::Latitude);
    let close = move || {
        if let Some(menu) = node.get_untracked() {
            menu.set_open(false);
        }
    };
    let export = move |format: ActivityFormat| {
        close();
        busy.set(true);
        spawn_local(async move {
            let came = ipc::call(&ExportActivity { id, format, folder: None }).await;
            busy.try_set(false);
            written.try_set(Some(came));
        });
    };
    let lines = ActivityFormat::ALL
        .into_iter()
        .map(|format| {
            let off = format == ActivityFormat::Gpx && !placed;
            view! {
                <li>
                    <button
                        type="button"
                        data-testid=format!("export-{}", format.code())
                        disabled=move || off || busy.get()
                        title=off.then(|| t("screen-export-no-places"))
                        on:click=move |_| export(format)
                    >
                        {t(&format!("screen-export-{}", format.code()))}
                        <span class="under">
                            {t(&if off {
                                "screen-export-no-places".to_owned()
                            } else {
                                format!("screen-export-{}-hint", format.code())
                            })}
                        </span>
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <details
            node_ref=node
            class="menu"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    close();
                }
            }
        >
            <summary class="button" data-testid="export-menu">
                {t("screen-export")}
            </summary>
            <ul>{lines}</ul>
        </details>
    }
}
