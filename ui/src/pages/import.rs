//! What became of the last import, and the imports before it.

use contract::Topic;
use contract::import::{BatchView, FileReport, ImportReport, ListBatches, Outcome};
use leptos::prelude::*;
use leptos_router::components::A;

use crate::format;
use crate::import::{ImportButtons, count, told};
use crate::parts::{Badge, Card, Empty, Figure, Look, PageHead, Segments, Shown};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// Files shown before a person asks for all.
const FIRST: usize = 300;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let state = State::here();
    let batches = ask(|moved| moved.topic != Topic::Plan, || Some(ListBatches {}));
    let draw = |batches: Vec<BatchView>| {
        if batches.is_empty() {
            view! { <Empty title=t("screen-batches-none") hint=t("screen-batches-none-hint") /> }.into_any()
        } else {
            view! { <Batches batches=batches /> }.into_any()
        }
    };
    view! {
        <div class="page">
            <PageHead title=t("screen-nav-import") under=t("screen-import-under")>
                <ImportButtons primary=true />
            </PageHead>
            {move || state.report.get().map(|report| view! { <Report report=report /> })}
            <Card title=t("screen-batches") under=t("screen-batches-under")>
                <Shown
                    ask=batches
                    then=draw
                />
            </Card>
        </div>
    }
}

#[component]
fn Report(report: ImportReport) -> impl IntoView {
    let show = RwSignal::new(None::<Outcome>);
    let everything = RwSignal::new(false);
    let mut options = vec![(None, t_with("screen-outcome-all", &[("count", report.files.len().into())]))];
    for outcome in [Outcome::Imported, Outcome::Duplicate, Outcome::Routed, Outcome::Refused] {
        let n = count(&report, outcome);
        if n > 0 {
            options.push((Some(outcome), t_with(outcome_key(outcome, true), &[("count", n.into())])));
        }
    }
    let under = told(&report);
    let files = StoredValue::new(report.files);
    let rows = move || {
        let limit = if everything.get() { usize::MAX } else { FIRST };
        files.with_value(|files| {
            files
                .iter()
                .filter(|file| show.get().is_none_or(|outcome| file.outcome == outcome))
                .take(limit)
                .cloned()
                .map(|file| view! { <FileLine file=file /> })
                .collect_view()
        })
    };
    let hidden = move || {
        files.with_value(|files| files.iter().filter(|f| show.get().is_none_or(|o| f.outcome == o)).count()) > FIRST
            && !everything.get()
    };
    view! {
        <Card title=t("screen-report") under=under>
            <Segments label=t("screen-report-show") value=show options=options />
            <div class="table-scroll">
                <table class="grid-table report">
                    <thead>
                        <tr>
                            <th scope="col">{t("screen-col-outcome")}</th>
                            <th scope="col">{t("screen-col-file")}</th>
                            <th scope="col">{t("screen-col-athlete")}</th>
                            <th scope="col">{t("screen-col-what")}</th>
                            <th scope="col" class="right">{t("screen-col-repairs")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Show when=hidden>
                <button type="button" class="button" on:click=move |_| everything.set(true)>
                    {t("screen-show-all")}
                </button>
            </Show>
        </Card>
    }
}

#[component]
fn FileLine(file: FileReport) -> impl IntoView {
    let look = match file.outcome {
        Outcome::Imported => Look::Filled,
        Outcome::Duplicate | Outcome::Routed => Look::Plain,
        Outcome::Refused => Look::Warn,
    };
    let count = file.activities.len();
    let links = file
        .activities
        .into_iter()
        .enumerate()
        .map(|(i, id)| {
            view! {
                " "
                <A href=format!("/activity/{id}") attr:class="link">
                    {t_with("screen-report-activity", &[("number", (i + 1).into()), ("count", count.into())])}
                </A>
            }
        })
        .collect_view();
    let repairs: u32 = u32::try_from(file.repairs.len()).unwrap_or(u32::MAX);
    let kinds: Vec<String> = file.repairs.iter().map(|repair| t(&format!("repair-{}", repair.kind.code()))).collect();
    let (folder, name) = match file.path.rsplit_once(['/', '\\']) {
        Some((folder, name)) => (Some(folder.to_owned()), name.to_owned()),
        None => (None, file.path.clone()),
    };
    view! {
        <tr>
            <td>
                <Badge look=look>{t(outcome_key(file.outcome, false))}</Badge>
            </td>
            <td class="report-file" title=file.path.clone()>
                {name} {folder.map(|folder| view! { <span class="under">{folder}</span> })}
            </td>
            <td>
                {file.athlete.clone().unwrap_or_default()}
                {file.guess.clone().map(|guess| view! { <span class="under">{guess}</span> })}
            </td>
            <td>{file.message.clone()} {links}</td>
            <td class="right" title=kinds.join("\n")>
                <Figure value=if repairs == 0 { String::new() } else { repairs.to_string() } />
            </td>
        </tr>
    }
}

const fn outcome_key(outcome: Outcome, counted: bool) -> &'static str {
    match (outcome, counted) {
        (Outcome::Imported, false) => "screen-outcome-imported",
        (Outcome::Duplicate, false) => "screen-outcome-duplicate",
        (Outcome::Routed, false) => "screen-outcome-routed",
        (Outcome::Refused, false) => "screen-outcome-refused",
        (Outcome::Imported, true) => "screen-outcome-imported-count",
        (Outcome::Duplicate, true) => "screen-outcome-duplicate-count",
        (Outcome::Routed, true) => "screen-outcome-routed-count",
        (Outcome::Refused, true) => "screen-outcome-refused-count",
    }
}

#[component]
fn Batches(batches: Vec<BatchView>) -> impl IntoView {
    let rows = batches
        .into_iter()
        .map(|batch| {
            view! {
                <tr>
                    <td>{format::moment(batch.at)}</td>
                    <td>{batch.author}</td>
                    <td class="right">{format::whole(f64::from(batch.files))}</td>
                    <td class="right">{format::whole(f64::from(batch.activities))}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll">
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{t("screen-col-when")}</th>
                        <th scope="col">{t("screen-col-who")}</th>
                        <th scope="col" class="right">{t("screen-col-files")}</th>
                        <th scope="col" class="right">{t("screen-col-activities")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
