//! A folder whose new files are imported by themselves. Off until somebody asks for it.

use contract::Fault;
use contract::import::{SetWatch, ShowWatch, WatchView};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::ipc::{self, Choose};
use crate::parts::{Badge, Button, Card, Dialog, FaultView, Look, Mark, Shown, TextField};
use crate::state::{Ask, State, ask};
use crate::words::t;

/// The card.
#[component]
pub(super) fn WatchCard() -> impl IntoView {
    let watch = ask(|_| false, || Some(ShowWatch {}));
    let typing = RwSignal::new(false);
    view! {
        <Card title=t("screen-watch") under=t("screen-watch-under")>
            <Shown ask=watch lines=2 then=move |view| view! { <Watched view=view watch=watch typing=typing /> }.into_any() />
            <Dialog open=typing title=t("screen-watch-choose")>
                <PathForm watch=watch open=typing />
            </Dialog>
        </Card>
    }
}

#[component]
fn Watched(view: WatchView, watch: Ask<WatchView>, typing: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let choose = move || {
        if !ipc::in_window() {
            typing.set(true);
            return;
        }
        spawn_local(async move {
            if let Some(folder) = ipc::choose(Choose::Folder).await.into_iter().next()
                && let Err(fault) = set(watch, Some(folder)).await
            {
                state.say_fault(&fault);
            }
        });
    };
    let stop = move || {
        spawn_local(async move {
            if let Err(fault) = set(watch, None).await {
                state.say_fault(&fault);
            }
        });
    };
    let Some(folder) = view.folder else {
        return view! {
            <p class="quiet">{t("screen-watch-off")}</p>
            <div class="actions">
                <Button on_press=choose>{t("screen-watch-choose")}</Button>
            </div>
        }
        .into_any();
    };
    let badge = if view.running {
        view! { <Badge look=Look::Filled>{t("screen-watch-running")}</Badge> }.into_any()
    } else {
        view! { <Badge look=Look::Warn>{t("screen-watch-stopped")}</Badge> }.into_any()
    };
    view! {
        <p>
            {badge} " " <code>{folder.clone()}</code>
        </p>
        {view
            .problem
            .map(|problem| {
                view! {
                    <p class="watch-problem" role="status">
                        <Mark severity=Some(domain::attention::Severity::Watch) />
                        {problem}
                    </p>
                }
            })}
        <div class="actions">
            <Button on_press=choose>{t("screen-watch-other")}</Button>
            <Button on_press=stop>{t("screen-watch-stop")}</Button>
        </div>
    }
    .into_any()
}

async fn set(watch: Ask<WatchView>, folder: Option<String>) -> Result<(), Fault> {
    watch.put(ipc::call(&SetWatch { folder }).await?);
    Ok(())
}

/// A browser has no dialog that gives a path: it is typed.
#[component]
fn PathForm(watch: Ask<WatchView>, open: RwSignal<bool>) -> impl IntoView {
    let path = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let folder = path.get_untracked().trim().to_owned();
        if folder.is_empty() {
            return;
        }
        spawn_local(async move {
            match set(watch, Some(folder)).await {
                Ok(()) => open.set(false),
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <TextField label=t("screen-watch-path") value=path required=true hint=t("screen-watch-path-hint") />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=crate::parts::ButtonKind::Primary submit=true on_press=|| {}>
                    {t("screen-watch-start")}
                </Button>
            </div>
        </form>
    }
}
