//! Erasing one athlete: what would go, their name typed, and what a search of the bytes found afterwards.

use contract::Fault;
use contract::privacy::{EraseAthlete, ErasurePreview, ErasureReport, PreviewErasure};
use domain::erasure::ErasureReason;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::ipc;
use crate::parts::{Button, ButtonKind, Choice, Dialog, FaultView, TextField, Toggle};
use crate::state::State;
use crate::words::{t, t_with};

/// Longer lists begin closed, with their number.
const SHOWN: usize = 5;

/// Opens the dialog for the chosen athlete.
#[component]
pub(super) fn EraseButton(
    /// Who, if somebody is chosen.
    id: Signal<Option<AthleteId>>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let came = RwSignal::new(None::<Result<ErasurePreview, Fault>>);
    let report = RwSignal::new(None::<ErasureReport>);
    let look = move || {
        let Some(athlete) = id.get_untracked() else { return };
        report.set(None);
        came.set(None);
        open.set(true);
        spawn_local(async move {
            let preview = ipc::call(&PreviewErasure { athlete }).await;
            came.try_set(Some(preview));
        });
    };
    let nobody = Signal::derive(move || id.get().is_none());
    view! {
        <div>
            <Button kind=ButtonKind::Danger disabled=nobody on_press=look>
                {t("privacy-erase")}
            </Button>
        </div>
        {move || report.get().map(|report| view! { <Report report=report /> })}
        <Dialog open=open title=t("privacy-erase")>
            {move || match came.get() {
                None => view! { <p role="status">{t("privacy-looking")}</p> }.into_any(),
                Some(Err(fault)) => view! { <FaultView fault=fault /> }.into_any(),
                Some(Ok(preview)) => view! { <Erase preview=preview open=open report=report /> }.into_any(),
            }}
        </Dialog>
    }
}

#[component]
fn Erase(preview: ErasurePreview, open: RwSignal<bool>, report: RwSignal<Option<ErasureReport>>) -> impl IntoView {
    let state = State::here();
    let athlete = preview.athlete;
    let typed = RwSignal::new(String::new());
    let reason = RwSignal::new(ErasureReason::Asked.code().to_owned());
    let exports = RwSignal::new(true);
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<Fault>);
    let reasons: Vec<(String, String)> = ErasureReason::ALL
        .into_iter()
        .map(|reason| (reason.code().to_owned(), t(&format!("erasure-reason-{}", reason.code()))))
        .collect();
    let name = preview.name.clone();
    let cannot = Signal::derive(move || busy.get() || typed.with(|typed| typed.trim() != name.trim()));
    let erase = move || {
        let chosen = ErasureReason::ALL.into_iter().find(|one| one.code() == reason.get_untracked());
        let request = EraseAthlete {
            athlete,
            name: typed.get_untracked(),
            reason: chosen.unwrap_or(ErasureReason::Asked),
            exports: exports.get_untracked(),
        };
        busy.set(true);
        spawn_local(async move {
            match state.write(&request).await {
                Ok(done) => {
                    report.try_set(Some(done));
                    open.try_set(false);
                }
                Err(came) => {
                    fault.try_set(Some(came));
                }
            }
            busy.try_set(false);
        });
    };
    let rows: u64 = preview.rows.iter().map(|(_, rows)| rows).sum();
    let tables: Vec<_> = preview
        .rows
        .iter()
        .map(|(table, rows)| view! { <li><code>{table.clone()}</code> " " {rows.to_string()}</li> })
        .collect();
    let copies = preview.copies.iter().map(|(path, _)| path.clone()).collect();
    view! {
        <div class="stack">
            <p>{t_with("privacy-would-go", &[("athlete", preview.name.clone().into())])}</p>
            <details>
                <summary>{t_with("privacy-rows", &[("rows", (rows as f64).into())])}</summary>
                <ul>{tables}</ul>
            </details>
            <Lines title="privacy-files" lines=preview.files />
            <Lines title="privacy-shared" lines=preview.shared />
            <Lines title="privacy-copies" lines=copies />
            <Lines title="privacy-exports" lines=preview.exports />
            <Lines title="privacy-models" lines=preview.models />
            <Choice label=t("privacy-why") value=reason options=reasons />
            <Toggle label=t("privacy-remove-exports") value=exports />
            <TextField
                label=t_with("privacy-type-name", &[("athlete", preview.name.into())])
                value=typed
            />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div>
                <Button kind=ButtonKind::Danger disabled=cannot on_press=erase>
                    {t("privacy-erase-now")}
                </Button>
            </div>
        </div>
    }
}

#[component]
fn Lines(title: &'static str, lines: Vec<String>) -> impl IntoView {
    (!lines.is_empty()).then(|| {
        let count = lines.len();
        let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
        if count > SHOWN {
            view! {
                <details>
                    <summary>{t(title)} ": " {format::whole(count as f64)}</summary>
                    <ul>{lines}</ul>
                </details>
            }
            .into_any()
        } else {
            view! {
                <div>
                    <h3>{t(title)}</h3>
                    <ul>{lines}</ul>
                </div>
            }
            .into_any()
        }
    })
}

#[component]
fn Report(report: ErasureReport) -> impl IntoView {
    let copies: Vec<String> = report
        .copies
        .iter()
        .map(|(path, became)| format!("{path}: {}", t(&format!("erase-copy-{}", became.code()))))
        .collect();
    let found: Vec<String> = report
        .found
        .iter()
        .map(|(place, sought, times)| format!("{place}: {} ({times})", t(&format!("erase-sought-{}", sought.code()))))
        .collect();
    let nothing = found.is_empty().then(|| view! { <p>{t("privacy-found-nothing")}</p> });
    view! {
        <div class="stack" role="status" data-testid="erased">
            <p>{super::said(&report.tombstone)}</p>
            <p>{t_with("privacy-searched", &[("files", report.searched.len().into())])}</p>
            {nothing}
            <Lines title="privacy-found" lines=found />
            <Lines title="privacy-copies" lines=copies />
            <Lines title="privacy-models" lines=report.tombstone.models />
        </div>
    }
}
