//! What floats above a page, and what stands where something is still to come.

use contract::{Fault, FaultCode};
use leptos::prelude::*;

use super::state_of;
use crate::parts::{Button, Dialog, Drawer, Empty, FaultView, FormFoot, ProgressBar, Skeleton, TextField};
use crate::state::State;
use crate::words::t;

/// A fault as the host would send one.
fn fault() -> Fault {
    Fault {
        code: FaultCode::Internal,
        what: t("gallery-wrong"),
        next: t("gallery-hint"),
        trace: "0000-gallery".to_owned(),
    }
}

pub(super) fn layers() -> impl IntoView {
    let state = State::here();
    let (dialog, wide, drawer) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let name = RwSignal::new(String::new());
    let failed = RwSignal::new(None);
    view! {
        <div class="actions">
            <Button on_press=move || dialog.set(true)>{t("gallery-dialog")}</Button>
            <Button on_press=move || wide.set(true)>{t("gallery-dialog-wide")}</Button>
            <Button on_press=move || drawer.set(true)>{t("gallery-drawer")}</Button>
            <Button on_press=move || state.say(t("gallery-said"))>{t("gallery-toast")}</Button>
            <Button on_press=move || state.say_fault(&fault())>{t("gallery-toast-fault")}</Button>
        </div>
        <Dialog open=dialog title=t("gallery-dialog")>
            <form class="form" on:submit=move |event| {
                event.prevent_default();
                failed.set(Some(fault()));
            }>
                <TextField label=t("gallery-text") value=name hint=t("gallery-hint") />
                <FormFoot open=dialog fault=failed save="screen-add" />
            </form>
        </Dialog>
        <Dialog open=wide title=t("gallery-dialog-wide") wide=true>
            <p>{t("gallery-sample")}</p>
        </Dialog>
        <Drawer open=drawer title=t("gallery-drawer")>
            <p>{t("gallery-sample")}</p>
        </Drawer>
    }
}

pub(super) fn waiting() -> impl IntoView {
    view! {
        {state_of("gallery-progress", view! {
            <ProgressBar label=t("gallery-progress") steps=Signal::stored(Some((3, 8))) />
        })}
        {state_of("gallery-progress-unknown", view! {
            <ProgressBar label=t("gallery-progress-unknown") steps=Signal::stored(None) />
        })}
        {state_of("gallery-skeleton", view! { <Skeleton lines=3 /> })}
        {state_of("gallery-empty", view! {
            <Empty title=t("gallery-empty") hint=t("gallery-hint")>
                <Button on_press=|| {}>{t("screen-add")}</Button>
            </Empty>
        })}
        {state_of("gallery-fault", view! {
            <FaultView fault=fault() retry=UnsyncCallback::new(|()| {}) />
        })}
    }
}
