//! The review: every file of a drop in one table, what would become of it, and the keys that decide.

use std::sync::Arc;

use contract::Topic;
use contract::import::Preview;
use contract::roster::Triage;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::columns::ColumnsForm;
use super::desk::{Desk, Over, WINDOW};
use super::order::{Group, Stand};
use super::picker::Picker;
use super::row::ReviewLine;
use crate::format;
use crate::import::{commit, discard, go_to};
use crate::keys::{is_chord, is_typing, on_control};
use crate::parts::{Button, ButtonKind, Dialog, Empty, Segments};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// The whole review of one preview.
#[component]
pub(super) fn Review(
    /// What would become of the files.
    preview: Arc<Preview>,
) -> impl IntoView {
    let state = State::here();
    let people = ask(|moved| moved.topic == Topic::Athlete, || Some(Triage { on: None }));
    if preview.rows.is_empty() {
        return view! {
            <div class="card">
                <Empty title=t("screen-review-empty") hint=t("screen-review-empty-hint")>
                    <Button on_press=move || discard(state)>{t("screen-review-discard")}</Button>
                </Empty>
            </div>
        }
        .into_any();
    }
    let desk = Desk::new(state, preview.clone(), people);
    listen_to_keys(desk);
    view! {
        <section class="card card-flush review" aria-label=t("screen-review")>
            <Head preview=preview desk=desk />
            <Rows desk=desk />
        </section>
        <Dialogs desk=desk />
    }
    .into_any()
}

/// What was read, the groups as filters, and the way in or out.
#[component]
fn Head(preview: Arc<Preview>, desk: Desk) -> impl IntoView {
    let accept = NodeRef::<html::Button>::new();
    let go = StoredValue::new(go_to());
    Effect::new(move |_| {
        if let Some(button) = accept.get()
            && !is_typing()
        {
            // A clean drop is one Enter.
            let _ = button.focus();
        }
    });
    let mut options = vec![(None, t_with("screen-review-all", &[("count", preview.rows.len().into())]))];
    for group in Group::ALL {
        let count = preview.rows.iter().filter(|row| Group::of(row.verdict) == group).count();
        if count > 0 {
            let words = t_with(&format!("screen-review-count-{}", group.code()), &[("count", count.into())]);
            options.push((Some(group), words));
        }
    }
    let counts = Memo::new(move |_| desk.counts());
    let open = move || match counts.get().1 {
        0 => t("screen-review-all-decided"),
        open => t_with("screen-review-open", &[("count", open.into())]),
    };
    let cancelled = preview.cancelled.then(|| view! { <p class="review-note">{t("screen-review-cut")}</p> });
    view! {
        <header class="review-head">
            <div class="review-words">
                <h2>{t_with("screen-review-read", &[("count", preview.rows.len().into())])}</h2>
                <p class="quiet" role="status">
                    {open}
                </p>
                {cancelled}
            </div>
            <div class="actions">
                <Button kind=ButtonKind::Quiet on_press=move || leave(desk)>
                    {t("screen-review-discard")}
                    <kbd aria-hidden="true">"Esc"</kbd>
                </Button>
                <button
                    node_ref=accept
                    type="button"
                    class="button button-primary"
                    data-testid="review-accept"
                    disabled=move || counts.get().0 == 0
                    on:click=move |_| commit(desk.state, go.get_value())
                >
                    {move || t_with("screen-review-accept", &[("count", counts.get().0.into())])}
                    <kbd aria-hidden="true">"\u{21b5}"</kbd>
                </button>
            </div>
            <Segments label=t("screen-report-show") value=desk.show options=options />
            <p class="key-hints" aria-hidden="true">
                <kbd>"J"</kbd>
                <kbd>"K"</kbd>
                {t("screen-key-move")}
                <kbd>"N"</kbd>
                {t("screen-review-key-next")}
                <kbd>"A"</kbd>
                {t("screen-review-key-athlete")}
                <kbd>"X"</kbd>
                {t("screen-review-key-skip")}
                <kbd>"?"</kbd>
                {t("screen-review-key-all")}
            </p>
        </header>
    }
}

/// The table: a window of rows at a time, so that a thousand files scroll like twenty.
#[component]
fn Rows(desk: Desk) -> impl IntoView {
    let lines = move || {
        let (order, first) = (desk.order.get(), desk.first.get());
        let mut group = None;
        order
            .iter()
            .enumerate()
            .skip(first)
            .take(WINDOW)
            .filter_map(|(at, place)| Some((at, desk.row(*place)?)))
            .map(|(at, row)| {
                let own = Group::of(row.verdict);
                let head = (group != Some(own)).then(|| group_head(desk, own));
                group = Some(own);
                view! {
                    {head}
                    <ReviewLine row=row at=at desk=desk />
                }
            })
            .collect_view()
    };
    let len = move || desk.order.with(Vec::len);
    let turn = move |by: isize| {
        let first = desk.first.get_untracked().saturating_add_signed(by * WINDOW as isize);
        if first < desk.order.with_untracked(Vec::len) {
            desk.go(first, false);
        }
    };
    view! {
        <div class="table-scroll">
            <table class="grid-table review-table" role="grid" aria-rowcount=move || (len() + 1).to_string()>
                <caption class="only-read">{t("screen-review-caption")}</caption>
                <thead>
                    <tr role="row">
                        <th scope="col">{t("screen-review-verdict")}</th>
                        <th scope="col">{t("screen-col-file")}</th>
                        <th scope="col">{t("screen-col-athlete")}</th>
                        <th scope="col">{t("screen-col-sport")}</th>
                        <th scope="col">{t("screen-col-start")}</th>
                        <th scope="col" class="right">{t("screen-col-time")}</th>
                        <th scope="col" class="right">{crate::format::unit(crate::format::Quantity::Distance)}</th>
                        <th scope="col">{t("screen-review-session")}</th>
                        <th scope="col">{t("screen-review-notes")}</th>
                    </tr>
                </thead>
                <tbody>{lines}</tbody>
            </table>
        </div>
        <Show when=move || { len() > WINDOW }>
            <footer class="review-foot">
                <Button
                    disabled=Signal::derive(move || desk.first.get() == 0)
                    on_press=move || turn(-1)
                >
                    {t("screen-review-before")}
                </Button>
                <p class="quiet">
                    {move || {
                        let first = desk.first.get();
                        let last = (first + WINDOW).min(len());
                        t_with(
                            "screen-review-window",
                            &[("from", (first + 1).into()), ("to", last.into()), ("count", len().into())],
                        )
                    }}
                </p>
                <Button
                    disabled=Signal::derive(move || { desk.first.get() + WINDOW >= len() })
                    on_press=move || turn(1)
                >
                    {t("screen-review-after")}
                </Button>
            </footer>
        </Show>
    }
}

/// The heading of a group, with how many of it still ask for somebody.
fn group_head(desk: Desk, group: Group) -> impl IntoView {
    let (count, rows) = desk.preview.with_value(|preview| {
        let rows: Vec<_> = preview.rows.iter().filter(|row| Group::of(row.verdict) == group).cloned().collect();
        (rows.len(), rows)
    });
    // Only this group has rows that ask for somebody.
    let rows = if group == Group::NeedsYou { rows } else { Vec::new() };
    let open = move || {
        let open = rows.iter().filter(|row| Stand::of(row, &desk.review.choice(row.row)).is_open()).count();
        (open > 0).then(|| t_with("screen-review-group-open", &[("count", open.into())]))
    };
    view! {
        <tr class="triage-group" role="row">
            <th colspan="9" scope="rowgroup">
                {t(&format!("screen-review-group-{}", group.code()))}
                <span class="quiet">{count}</span>
                <span class="quiet">{open}</span>
            </th>
        </tr>
    }
}

/// Leaves the preview; asks first when something was chosen.
fn leave(desk: Desk) {
    if desk.review.choices.with_untracked(std::collections::BTreeMap::is_empty) {
        discard(desk.state);
    } else {
        desk.over.set(Some(Over::Discard));
    }
}

fn listen_to_keys(desk: Desk) {
    let go = StoredValue::new(go_to());
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing() || is_chord(&event) {
            return;
        }
        let key = event.key();
        match key.as_str() {
            "j" | "J" | "ArrowDown" => desk.step(1),
            "k" | "K" | "ArrowUp" => desk.step(-1),
            "n" | "N" => desk.next_open(),
            "a" | "A" if event.shift_key() => desk.open(Over::AthleteOfAll),
            "a" | "A" => desk.open(Over::Athlete),
            "c" | "C" => desk.open(Over::Columns),
            "r" | "R" => {
                desk.edit(|row| row.device.is_some(), |choice| choice.remember_device = !choice.remember_device);
            }
            "x" | "X" => desk.here().iter().for_each(|row| desk.skip(row)),
            "s" | "S" => desk.here().iter().for_each(|row| desk.link(row, true)),
            "d" | "D" => desk.here().iter().for_each(|row| desk.link(row, false)),
            "?" => desk.open(Over::Keys),
            // A link or button in focus acts itself.
            "Enter" if !on_control() && desk.counts().0 > 0 => commit(desk.state, go.get_value()),
            "Escape" => leave(desk),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}

#[component]
fn Dialogs(desk: Desk) -> impl IntoView {
    let dialog = move |over: fn(Over) -> bool| {
        let open = RwSignal::new(false);
        Effect::new(move |_| open.set(desk.over.get().is_some_and(over)));
        Effect::new(move |before: Option<bool>| {
            let now = open.get();
            if before == Some(true) && !now && desk.over.get_untracked().is_some_and(over) {
                desk.over.set(None);
            }
            now
        });
        open
    };
    let picking = dialog(|over| matches!(over, Over::Athlete | Over::AthleteOfAll));
    let mapping = dialog(|over| over == Over::Columns);
    let leaving = dialog(|over| over == Over::Discard);
    let helping = dialog(|over| over == Over::Keys);
    let picking_title = Signal::derive(move || {
        let rows = desk.over.get().map_or(0, |over| desk.meant(over).len());
        t_with("screen-review-whose", &[("files", rows.into())])
    });
    view! {
        <Dialog open=picking title=picking_title>
            <Picker desk=desk />
        </Dialog>
        <Dialog open=mapping title=t("screen-columns-title") wide=true>
            <ColumnsForm desk=desk />
        </Dialog>
        <Dialog open=leaving title=t("screen-review-discard-title")>
            <div class="form">
                <p>{t_with("screen-review-discard-text", &[("count", desk.review.choices.with(std::collections::BTreeMap::len).into())])}</p>
                <div class="dialog-foot">
                    <Button on_press=move || desk.over.set(None)>{t("screen-review-keep")}</Button>
                    <button
                        type="button"
                        class="button button-danger"
                        data-focus=""
                        on:click=move |_| {
                            desk.over.set(None);
                            discard(desk.state);
                        }
                    >
                        {t("screen-review-discard")}
                    </button>
                </div>
            </div>
        </Dialog>
        <Dialog open=helping title=t("screen-review-keys")>
            <Keys />
        </Dialog>
    }
}

/// Every key with what it does.
#[component]
fn Keys() -> impl IntoView {
    const KEYS: [(&str, &str); 12] = [
        ("J \u{2193}", "screen-review-does-down"),
        ("K \u{2191}", "screen-review-does-up"),
        ("N", "screen-review-does-next"),
        ("A", "screen-review-does-athlete"),
        ("\u{21e7} A", "screen-review-does-athlete-all"),
        ("R", "screen-review-does-remember"),
        ("X", "screen-review-does-skip"),
        ("S", "screen-review-does-same"),
        ("D", "screen-review-does-different"),
        ("C", "screen-review-does-columns"),
        ("\u{21b5}", "screen-review-does-accept"),
        ("Esc", "screen-review-does-discard"),
    ];
    let rows = KEYS
        .into_iter()
        .map(|(keys, does)| {
            let keys = keys.split(' ').map(|key| view! { <kbd>{key}</kbd> }).collect_view();
            view! {
                <dt>{keys}</dt>
                <dd>{t(does)}</dd>
            }
        })
        .collect_view();
    view! { <dl class="facts key-list">{rows}</dl> }
}

/// While files are read or come in.
#[component]
pub(super) fn Underway(
    /// What it is, in words.
    #[prop(into)]
    title: String,
    /// What that means.
    #[prop(into)]
    hint: String,
) -> impl IntoView {
    let state = State::here();
    let steps = Signal::derive(move || state.running().and_then(|task| task.steps()));
    let (label, name) = (title.clone(), title.clone());
    view! {
        <section class="card" aria-label=name aria-busy="true">
            <h2>{title}</h2>
            <p class="quiet">{hint}</p>
            <crate::parts::ProgressBar label=label steps=steps />
            <p class="quiet" role="status">
                {move || {
                    steps
                        .get()
                        .map(|(done, total)| {
                            t_with(
                                "screen-steps",
                                &[("done", format::whole(f64::from(done)).into()), ("total", format::whole(f64::from(total)).into())],
                            )
                        })
                }}
            </p>
        </section>
    }
}
