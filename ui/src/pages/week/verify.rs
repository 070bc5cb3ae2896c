//! Checks a plan file somebody handed over: who signed it, and that nobody altered it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::Fault;
use contract::plan::{VerifiedPlan, VerifyPlanBytes};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use crate::format;
use crate::ipc;
use crate::parts::{Badge, Button, Dialog, FaultView, Look};
use crate::words::{t, t_with};

/// A button that takes a plan file, and the dialog that says what it is worth.
#[component]
pub(super) fn VerifyButton() -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let open = RwSignal::new(false);
    let result = RwSignal::new(None::<Result<VerifiedPlan, Fault>>);
    let taken = move |event: ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|list| list.get(0));
        let Some(file) = file else { return };
        spawn_local(async move {
            let bytes = match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => js_sys::Uint8Array::new(&buffer).to_vec(),
                // What cannot be read has no bytes; the host says what that means for a plan file.
                Err(_) => Vec::new(),
            };
            // The same file may be chosen again.
            input.set_value("");
            let verified = ipc::call(&VerifyPlanBytes { base64: STANDARD.encode(bytes) }).await;
            result.try_set(Some(verified));
            open.set(true);
        });
    };
    view! {
        <Button on_press=move || {
            if let Some(input) = input.get_untracked() {
                input.click();
            }
        }>{t("week-verify")}</Button>
        <input
            node_ref=input
            type="file"
            accept=".tsplan,application/json"
            hidden=true
            aria-hidden="true"
            data-testid="verify-input"
            on:change=taken
        />
        <Dialog open=open title=t("week-verify-title")>
            {move || {
                result
                    .get()
                    .map(|result| match result {
                        Ok(plan) => view! { <Verified plan=plan /> }.into_any(),
                        Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                    })
            }}
        </Dialog>
    }
}

/// What a plan file that holds says.
#[component]
fn Verified(
    /// The file.
    plan: VerifiedPlan,
) -> impl IntoView {
    let sessions = plan
        .effective
        .standing()
        .map(|s| {
            view! {
                <tr>
                    <td>{format::day(s.date)}</td>
                    <td>{s.session.title.clone()}</td>
                    <td class="right">{format::minutes(s.session.minutes)}</td>
                    <td class="right">{format::whole(s.session.load)}</td>
                </tr>
            }
        })
        .collect_view();
    let notes = plan.notes.into_iter().map(|note| view! { <li>{note}</li> }).collect_view();
    let (look, key) = if plan.own { (Look::Filled, "week-key-own") } else { (Look::Plain, "week-key-other") };
    view! {
        <div class="verified" data-testid="verified">
            <p>
                <strong>{t("week-verified")}</strong>
                " "
                <Badge look=look>{t(key)}</Badge>
            </p>
            <p>
                {t_with(
                    "week-verified-who",
                    &[
                        ("author", plan.author.into()),
                        ("athlete", plan.athlete.into()),
                        ("week", plan.week.to_string().into()),
                        ("when", format::moment(plan.written_at).into()),
                    ],
                )}
            </p>
            <p class="fault-trace">{plan.fingerprint}</p>
            <table class="grid-table">
                <tbody>{sessions}</tbody>
            </table>
            <ul class="annotations">{notes}</ul>
        </div>
    }
}
