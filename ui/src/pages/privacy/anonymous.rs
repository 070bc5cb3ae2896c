//! Tables without names: how many must be alike, how coarse that makes them, and writing them.

use contract::Fault;
use contract::entry::Exported;
use contract::privacy::{AnonymousView, ExportAnonymous, PreviewAnonymous};
use domain::anonymous::USUAL_K;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc;
use crate::parts::{Button, Card, ExportedNote, FaultView, TextField, Toggle};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn AnonymousCard() -> impl IntoView {
    let typed = RwSignal::new(USUAL_K.to_string());
    let lasting = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let came = RwSignal::new(None::<Result<AnonymousView, Fault>>);
    let written = RwSignal::new(None::<Result<Exported, Fault>>);
    let k = move || {
        let text = typed.get_untracked();
        let k = text.trim().parse::<u32>().ok();
        wrong.set(k.is_none().then(|| t_with("screen-not-a-number", &[("text", text.into())])));
        k
    };
    let look = move || {
        let Some(k) = k() else { return };
        written.set(None);
        spawn_local(async move {
            let preview = ipc::call(&PreviewAnonymous { k }).await;
            came.try_set(Some(preview));
        });
    };
    let write = move || {
        let Some(k) = k() else { return };
        let lasting = lasting.get_untracked();
        spawn_local(async move {
            let done = ipc::call(&ExportAnonymous { k, lasting, folder: None }).await;
            if let Ok(done) = &done {
                came.try_set(Some(Ok(done.view.clone())));
            }
            written.try_set(Some(done.map(|done| Exported {
                path: done.path,
                bytes: done.bytes,
                left_out: Vec::new(),
            })));
        });
    };
    view! {
        <Card title=t("privacy-anonymous")>
            <p class="quiet">{t("privacy-anonymous-hint")}</p>
            <TextField label=t("privacy-anonymous-k") value=typed kind="number" error=wrong />
            <Toggle label=t("privacy-anonymous-lasting") value=lasting />
            <div class="actions">
                <Button on_press=look>{t("privacy-anonymous-look")}</Button>
                <Button on_press=write>{t("privacy-anonymous-write")}</Button>
            </div>
            {move || {
                came.get().map(|came| match came {
                    Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                    Ok(view) => view! { <Seen view=view /> }.into_any(),
                })
            }}
            <ExportedNote written=written />
        </Card>
    }
}

#[component]
fn Seen(view: AnonymousView) -> impl IntoView {
    let facts = [
        ("people", view.people.into()),
        ("groups", view.groups.into()),
        ("smallest", view.smallest.into()),
        ("k", view.k.into()),
    ];
    let coarse: Vec<_> = view.coarseness.keys().into_iter().map(|key| view! { <li>{t(key)}</li> }).collect();
    view! {
        <div role="status">
            <p>{t_with("privacy-anonymous-is", &facts)}</p>
            <ul>{coarse}</ul>
            <p>
                {t_with("privacy-anonymous-out", &[("left", view.left_out.into()), ("not", view.not_agreed.into())])}
            </p>
        </div>
    }
}
