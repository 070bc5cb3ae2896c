//! A chart told instead of drawn: a sentence, its numbers, and the list of what is marked on it.

use charts::plot::Mark;
use charts::view::View;
use leptos::prelude::*;

use super::hands::Hands;
use crate::words::{t, t_with, words};

/// Rows of a table on a page; all of them are in the file.
const ROWS: usize = 366;

fn is_open(event: &web_sys::Event) -> bool {
    event_target::<web_sys::Element>(event).has_attribute("open")
}

/// The sentence and the numbers behind a picture; made only when somebody opens them.
#[component]
pub(super) fn Numbers(hands: Hands, shown: Signal<View>) -> impl IntoView {
    let open = RwSignal::new(false);
    let told = move || {
        open.get().then(|| {
            let summary = move || hands.plot.with_value(|plot| plot.summary(shown.get(), words()));
            view! {
                <p class="plot-summary">{summary}</p>
                {table(hands)}
            }
        })
    };
    view! {
        <details class="plot-numbers" on:toggle=move |event| open.set(is_open(&event))>
            <summary>{t("chart-as-table")}</summary>
            {told}
        </details>
    }
}

fn table(hands: Hands) -> AnyView {
    let table = hands.plot.with_value(|plot| plot.table(words()));
    let more = (table.rows.len() > ROWS).then(|| {
        let rows = [("shown", ROWS.into()), ("all", table.rows.len().into())];
        view! { <p class="quiet">{t_with("chart-rows-shown", &rows)}</p> }
    });
    let head = table.head.into_iter().enumerate();
    let head = head.map(|(i, words)| view! { <th scope="col" class:right={i > 0}>{words}</th> }).collect_view();
    let row = |row: Vec<String>| {
        let cells = row.into_iter().enumerate();
        let cells = cells.map(|(i, text)| view! { <td class:right={i > 0}>{text}</td> }).collect_view();
        view! { <tr>{cells}</tr> }
    };
    let rows = table.rows.into_iter().take(ROWS).map(row).collect_view();
    view! {
        <div class="plot-table" tabindex="0" role="region" aria-label=t("chart-as-table")>
            <table class="grid-table">
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {more}
    }
    .into_any()
}

/// What is marked in the part shown, each with a button that goes there; nothing for a chart without marks.
#[component]
pub(super) fn Marks(hands: Hands, shown: Signal<View>) -> impl IntoView {
    let all = hands.marks();
    (!all.is_empty()).then(|| {
        let all = StoredValue::new(all);
        let open = RwSignal::new(false);
        let here = move || all.with_value(|all| all.iter().filter(|mark| shown.get().contains(mark.at)).count());
        let list = move || {
            open.get().then(|| {
                let view = shown.get();
                let held: Vec<Mark> = all
                    .with_value(|all| all.iter().filter(|mark| view.contains(mark.at)).take(ROWS).cloned().collect());
                let lines = held.into_iter().map(|mark| {
                    view! {
                        <li>
                            <button type="button" class="link" on:click=move |_| hands.go(mark.at)>
                                {mark.label}
                            </button>
                        </li>
                    }
                });
                view! { <ol class="plot-mark-list">{lines.collect_view()}</ol> }
            })
        };
        view! {
            <details class="plot-numbers" on:toggle=move |event| open.set(is_open(&event))>
                <summary>{move || t_with("chart-marks-here", &[("count", here().into())])}</summary>
                {list}
            </details>
        }
    })
}
