//! Giving the athlete their own file, and the way to what they sent back.

use contract::Fault;
use contract::entry::Exported;
use contract::keyring::Secret;
use contract::own::GiveOwnFile;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::ipc;
use crate::parts::{Button, Dialog, ExportedNote, FormFoot, TextField};
use crate::words::t;

/// The part of the data card.
#[component]
pub(super) fn OwnFile(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let written = RwSignal::new(None);
    view! {
        <div class="export-all">
            <h3>{t("own-give")}</h3>
            <p class="quiet">{t("own-give-hint")}</p>
            <Button on_press=move || open.set(true)>{t("own-give-do")}</Button>
            " "
            <A href="/returned" attr:class="button">
                {t("own-give-returned")}
            </A>
            <ExportedNote written=written />
            <Dialog open=open title=t("own-give")>
                <Form id=id open=open written=written />
            </Dialog>
        </div>
    }
}

#[component]
fn Form(id: AthleteId, open: RwSignal<bool>, written: RwSignal<Option<Result<Exported, Fault>>>) -> impl IntoView {
    let passphrase = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let secret = passphrase.get_untracked();
        if secret != again.get_untracked() {
            return wrong.set(Some(t("own-give-differ")));
        }
        wrong.set(None);
        spawn_local(async move {
            match ipc::call(&GiveOwnFile { athlete: id, passphrase: Secret(secret), folder: None }).await {
                Ok(file) => {
                    written.try_set(Some(Ok(file)));
                    open.try_set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("own-give-passphrase-hint")}</p>
            <TextField label=t("own-give-passphrase") value=passphrase kind="password" required=true />
            <TextField label=t("own-give-again") value=again kind="password" required=true error=wrong />
            <FormFoot open=open fault=fault save="own-give-do" />
        </form>
    }
}
