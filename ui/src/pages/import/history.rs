//! Imports so far: when, who, from where, what became of them, and the way back.

use contract::Fault;
use contract::import::{BatchMoved, BatchSource, BatchState, BatchView, RedoImport, UndoImport};
use domain::id::BatchId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::format;
use crate::import::{go_to, resume};
use crate::parts::{Badge, Button, Look};
use crate::state::{Deed, State, import_path};
use crate::words::{t, t_with};

/// The table.
#[component]
pub(super) fn Batches(
    /// Newest first.
    batches: Vec<BatchView>,
) -> impl IntoView {
    let rows = batches.into_iter().map(|batch| view! { <BatchLine batch=batch /> }).collect_view();
    view! {
        <div class="table-scroll">
            <table class="grid-table batches">
                <thead>
                    <tr>
                        <th scope="col">{t("screen-col-when")}</th>
                        <th scope="col">{t("screen-col-who")}</th>
                        <th scope="col">{t("screen-batch-source")}</th>
                        <th scope="col">{t("screen-batch-state")}</th>
                        <th scope="col">{t("screen-batch-outcomes")}</th>
                        <th scope="col" class="right">{t("screen-col-activities")}</th>
                        <th scope="col">
                            <span class="only-read">{t("screen-batch-actions")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn BatchLine(batch: BatchView) -> impl IntoView {
    let outcomes: Vec<String> = batch
        .outcomes
        .iter()
        .map(|(outcome, files)| {
            t_with(&format!("screen-outcome-told-{}", outcome.code()), &[("files", (*files).into())])
        })
        .collect();
    let outcomes = if outcomes.is_empty() {
        t_with("screen-batch-files", &[("count", batch.files.into())])
    } else {
        outcomes.join(", ")
    };
    view! {
        <tr class:batch-undone=batch.state == BatchState::Undone data-batch=batch.id.to_string()>
            <th scope="row">
                <A href=import_path(batch.id)>{format::moment(batch.at)}</A>
            </th>
            <td>{batch.author.clone()}</td>
            <td>{t(source_key(batch.source))}</td>
            <td>
                <StateBadge state=batch.state />
            </td>
            <td>{outcomes}</td>
            <td class="right">{format::whole(f64::from(batch.activities))}</td>
            <td>
                <div class="batch-actions">
                    <A href=import_path(batch.id) attr:class="link">
                        {t("screen-batch-report")}
                    </A>
                    <BatchActions id=batch.id state=batch.state />
                </div>
            </td>
        </tr>
    }
}

/// How a batch stands, in a word.
#[component]
pub(super) fn StateBadge(
    /// How it stands.
    state: BatchState,
) -> impl IntoView {
    let (look, key) = match state {
        BatchState::Running => (Look::Dashed, "screen-batch-running"),
        BatchState::Interrupted => (Look::Warn, "screen-batch-interrupted"),
        BatchState::Done => (Look::Filled, "screen-batch-done"),
        BatchState::Cancelled => (Look::Plain, "screen-batch-cancelled"),
        BatchState::Undone => (Look::Plain, "screen-batch-undone"),
    };
    view! { <Badge look=look>{t(key)}</Badge> }
}

const fn source_key(source: BatchSource) -> &'static str {
    match source {
        BatchSource::Files => "screen-source-files",
        BatchSource::Uploads => "screen-source-uploads",
        BatchSource::Watch => "screen-source-watch",
        BatchSource::Hand => "screen-source-hand",
    }
}

/// What can be done with a batch: take it back, bring it again, go on with it.
#[component]
pub(super) fn BatchActions(
    /// Which.
    id: BatchId,
    /// How it stands.
    state: BatchState,
) -> impl IntoView {
    let shared = State::here();
    let busy = RwSignal::new(false);
    let undo = move || {
        busy.set(true);
        spawn_local(async move {
            let moved = shared.write(&UndoImport { batch: id }).await;
            busy.try_set(false);
            told(shared, moved, "screen-batch-taken-back", Deed::import(t("undo-import-taken-back"), id, true));
        });
    };
    let redo = move || {
        busy.set(true);
        spawn_local(async move {
            let moved = shared.write(&RedoImport { batch: id }).await;
            busy.try_set(false);
            told(shared, moved, "screen-batch-brought-again", Deed::import(t("undo-import-again"), id, false));
        });
    };
    let go = StoredValue::new(go_to());
    let undo = move || view! { <Button disabled=busy on_press=undo>{t("screen-batch-undo")}</Button> };
    match state {
        BatchState::Running => ().into_any(),
        BatchState::Interrupted => view! {
            <Button on_press=move || resume(shared, go.get_value(), id)>{t("screen-batch-continue")}</Button>
            {undo()}
        }
        .into_any(),
        BatchState::Done | BatchState::Cancelled => undo().into_any(),
        BatchState::Undone => {
            view! { <Button disabled=busy on_press=redo>{t("screen-batch-redo")}</Button> }.into_any()
        }
    }
}

fn told(state: State, moved: Result<BatchMoved, Fault>, key: &str, deed: Deed) {
    match moved {
        Ok(moved) => state.did(t_with(key, &[("what", what(&moved).into())]), deed),
        Err(fault) => state.say_fault(&fault),
    }
}

/// What moved, in words; what there was none of is left out.
fn what(moved: &BatchMoved) -> String {
    let parts: Vec<String> = [
        ("screen-moved-activities", moved.activities),
        ("screen-moved-wellness", moved.wellness),
        ("screen-moved-templates", moved.templates),
        ("screen-moved-devices", moved.devices),
        ("screen-moved-links", moved.links),
        ("screen-moved-notes", moved.notes),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| t_with(key, &[("count", count.into())]))
    .collect();
    if parts.is_empty() { t("screen-moved-nothing") } else { parts.join(", ") }
}
