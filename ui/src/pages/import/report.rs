//! The report of one import: what changed because of it, what became of each file, and the way back.

use contract::import::{BatchState, ExportReport, FileReport, ImportReport, Outcome, ShowImport};
use contract::{Fault, Topic};
use domain::id::BatchId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use super::changed::ChangedStrip;
use super::history::{BatchActions, StateBadge};
use super::list_batches;
use super::order::split;
use crate::format;
use crate::import::{count, told};
use crate::ipc;
use crate::parts::{Badge, Button, Card, Empty, ExportedNote, Figure, Look, PageHead, Segments, Shown};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// Files shown before a person asks for all.
const FIRST: usize = 200;

/// The report of the import named in the address.
#[component]
pub fn ReportPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("batch")).and_then(|id| id.parse::<BatchId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneReport id=id /> }.into_any(),
        None => view! { <Empty title=t("screen-no-page") /> }.into_any(),
    }
}

#[component]
fn OneReport(id: BatchId) -> impl IntoView {
    let state = State::here();
    // The one that just ended knows what changed; a kept one does not.
    let fresh = move || state.report.get().filter(|report| report.batch == id);
    let kept = ask(
        |moved| moved.topic == Topic::Activities,
        move || {
            state
                .report
                .with(|report| report.as_ref().is_none_or(|r| r.batch != id))
                .then_some(ShowImport { batch: id })
        },
    );
    let batches = list_batches();
    let batch = Memo::new(move |_| {
        batches.with(|answer| match answer {
            Some(Ok(all)) => all.iter().find(|batch| batch.id == id).cloned(),
            _ => None,
        })
    });
    let under = Signal::derive(move || {
        batch.get().map_or_else(String::new, |batch| {
            t_with("screen-report-by", &[("who", batch.author.into()), ("when", format::moment(batch.at).into())])
        })
    });
    let exported = RwSignal::new(None::<Result<contract::entry::Exported, Fault>>);
    let export = move || {
        spawn_local(async move {
            let written = ipc::call(&ExportReport { batch: id, folder: None }).await;
            exported.try_set(Some(written));
        });
    };
    let stands = Memo::new(move |_| batch.with(|batch| batch.as_ref().map(|batch| batch.state)));
    let changed = move || {
        let report = fresh().filter(|report| !report.changed.is_empty())?;
        (stands.get() != Some(BatchState::Undone)).then(|| view! { <ChangedStrip changed=report.changed /> })
    };
    let files = move || match fresh() {
        Some(report) => view! { <Files report=report /> }.into_any(),
        None => {
            view! { <Shown ask=kept lines=8 then=|report| view! { <Files report=report /> }.into_any() /> }.into_any()
        }
    };
    view! {
        <div class="page">
            <PageHead title=t("screen-report") under=under>
                {move || {
                    stands
                        .get()
                        .map(|state| {
                            view! {
                                <StateBadge state=state />
                                <BatchActions id=id state=state />
                            }
                        })
                }}
                <Button on_press=export>{t("screen-report-export")}</Button>
                <A href="/import" attr:class="button">
                    {t("screen-report-back")}
                </A>
            </PageHead>
            <ExportedNote written=exported />
            {changed}
            {files}
        </div>
    }
}

#[component]
fn Files(report: ImportReport) -> impl IntoView {
    let show = RwSignal::new(None::<Outcome>);
    let everything = RwSignal::new(false);
    let mut options = vec![(None, t_with("screen-outcome-all", &[("count", report.files.len().into())]))];
    for outcome in Outcome::ALL {
        let n = count(&report, outcome);
        if n > 0 {
            options.push((
                Some(outcome),
                t_with(&format!("screen-outcome-{}-count", outcome.code()), &[("count", n.into())]),
            ));
        }
    }
    let under = told(&report);
    let files = StoredValue::new(report.files);
    let fits = move |file: &FileReport| show.get().is_none_or(|outcome| file.outcome == outcome);
    let rows = move || {
        let limit = if everything.get() { usize::MAX } else { FIRST };
        files.with_value(|files| {
            files
                .iter()
                .filter(|file| fits(file))
                .take(limit)
                .cloned()
                .map(|file| view! { <FileLine file=file /> })
                .collect_view()
        })
    };
    let hidden =
        move || !everything.get() && files.with_value(|files| files.iter().filter(|file| fits(file)).count()) > FIRST;
    view! {
        <Card title=t("screen-report-files") under=under>
            <Segments label=t("screen-report-show") value=show options=options />
            <div class="table-scroll">
                <table class="grid-table report">
                    <thead>
                        <tr>
                            <th scope="col">{t("screen-col-outcome")}</th>
                            <th scope="col">{t("screen-col-file")}</th>
                            <th scope="col">{t("screen-col-athlete")}</th>
                            <th scope="col">{t("screen-col-what")}</th>
                            <th scope="col">{t("screen-review-session")}</th>
                            <th scope="col" class="right">{t("screen-col-repairs")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            <Show when=hidden>
                <Button on_press=move || everything.set(true)>{t("screen-show-all")}</Button>
            </Show>
        </Card>
    }
}

#[component]
fn FileLine(file: FileReport) -> impl IntoView {
    let look = match file.outcome {
        Outcome::Imported | Outcome::Linked => Look::Filled,
        Outcome::Duplicate | Outcome::Routed | Outcome::Skipped => Look::Plain,
        Outcome::Refused => Look::Warn,
    };
    let count = file.activities.len();
    let links = file
        .activities
        .iter()
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
    let repairs = file.repairs.len();
    let kinds: Vec<String> = file
        .repairs
        .iter()
        .map(|repair| t_with(&format!("repair-{}", repair.kind.code()), &[("samples", repair.samples.into())]))
        .collect();
    let (folder, name) = split(&file.path);
    let (folder, name) = (folder.map(str::to_owned), name.to_owned());
    view! {
        <tr>
            <td>
                <Badge look=look>{t(&format!("screen-outcome-{}", file.outcome.code()))}</Badge>
            </td>
            <td class="report-file" title=file.path.clone()>
                {name} {folder.map(|folder| view! { <span class="under">{folder}</span> })}
            </td>
            <td>
                {file.athlete.clone().unwrap_or_default()}
                {file.guess.clone().map(|guess| view! { <span class="under">{guess}</span> })}
            </td>
            <td>{file.message.clone()} {links}</td>
            <td>{file.sessions.join(", ")}</td>
            <td class="right" title=kinds.join("\n")>
                <Figure value=if repairs == 0 { String::new() } else { repairs.to_string() } />
            </td>
        </tr>
    }
}
