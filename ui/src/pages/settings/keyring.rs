//! One's own key: its words, on another computer, given up for a new one. And whose keys are known.

use contract::Topic;
use contract::keyring::{
    ExportKey, FileFrom, ImportKey, JudgeKey, KnownKey, ListKeys, ReadStatement, RenewKey, Secret,
};
use contract::plan::{KeyView, MyKey};
use domain::keyring::KeyState;
use domain::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::ipc::{self, Choose};
use crate::parts::{Badge, Button, ButtonKind, Card, Dialog, Look, Shown, TextField, Toggle};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// The section about one's own key.
#[component]
pub(super) fn KeyCard() -> impl IntoView {
    let state = State::here();
    let key = ask(|moved| moved.topic == Topic::Plan, || Some(MyKey {}));
    let (exporting, importing, renewing) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let saved = RwSignal::new(String::new());
    view! {
        <Card title=t("screen-key")>
            <p class="quiet">{t("screen-key-hint")}</p>
            <Shown
                ask=key
                lines=4
                then=|key: KeyView| {
                    view! {
                        <dl class="facts">
                            <dt>{t("screen-key-author")}</dt>
                            <dd>{key.author}</dd>
                            <dt>{t("keyring-words")}</dt>
                            <dd>
                                <code class="fingerprint">{key.words}</code>
                            </dd>
                            <dt>{t("screen-key-fingerprint")}</dt>
                            <dd>
                                <code class="fingerprint">{key.fingerprint}</code>
                            </dd>
                            <dt>{t("keyring-recipient")}</dt>
                            <dd>
                                <code class="fingerprint">{key.recipient}</code>
                            </dd>
                            <dt>{t("screen-key-kept")}</dt>
                            <dd>{key.kept}</dd>
                        </dl>
                    }
                        .into_any()
                }
            />
            // An own file does not change keys.
            <Show when=move || !state.is_own()>
                <div class="actions">
                    <Button on_press=move || exporting.set(true)>{t("keyring-export")}</Button>
                    <Button on_press=move || with_path(saved, importing)>{t("keyring-import")}</Button>
                    <Button on_press=move || renewing.set(true)>{t("keyring-renew")}</Button>
                </div>
                <ExportDialog open=exporting />
                <ImportDialog open=importing path=saved key=key />
                <RenewDialog open=renewing key=key />
            </Show>
        </Card>
    }
}

/// Opens a dialog that asks for a file. The window asks the operating system for its path; in a browser a person types it.
fn with_path(path: RwSignal<String>, open: RwSignal<bool>) {
    if !ipc::in_window() {
        return open.set(true);
    }
    spawn_local(async move {
        if let Some(chosen) = ipc::choose(Choose::Files).await.pop() {
            path.set(chosen);
            open.set(true);
        }
    });
}

/// A form in a dialog whose one button sends it.
#[component]
fn AskForm<F: Fn() + Copy + Send + Sync + 'static>(
    open: RwSignal<bool>,
    #[prop(into)] title: String,
    #[prop(into)] hint: String,
    send: F,
    children: ChildrenFn,
) -> impl IntoView {
    let (title, hint) = (Signal::stored(title), Signal::stored(hint));
    view! {
        <Dialog open=open title=title>
            <form
                class="form"
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                    open.set(false);
                }
            >
                <p class="quiet">{move || hint.get()}</p>
                {children()}
                <div class="dialog-foot">
                    <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                    <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                        {move || title.get()}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn ExportDialog(open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let passphrase = RwSignal::new(String::new());
    let send = move || {
        let request = ExportKey { passphrase: Secret(passphrase.get_untracked()), folder: None };
        passphrase.set(String::new());
        spawn_local(async move {
            match ipc::call(&request).await {
                Ok(written) => state.say(t_with("keyring-exported", &[("path", written.path.into())])),
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    view! {
        <AskForm open=open title=t("keyring-export") hint=t("keyring-export-hint") send=send>
            <TextField label=t("plan-read-passphrase") kind="password" value=passphrase required=true />
        </AskForm>
    }
}

#[component]
fn ImportDialog(open: RwSignal<bool>, path: RwSignal<String>, key: Ask<KeyView>) -> impl IntoView {
    let state = State::here();
    let passphrase = RwSignal::new(String::new());
    let send = move || {
        let file = FileFrom::Path { path: path.get_untracked().trim().to_owned() };
        let request = ImportKey { file, passphrase: Secret(passphrase.get_untracked()) };
        passphrase.set(String::new());
        spawn_local(async move {
            match ipc::call(&request).await {
                Ok(own) => key.put(own),
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    view! {
        <AskForm open=open title=t("keyring-import") hint=t("keyring-import-hint") send=send>
            <TextField label=t("screen-roster-path") value=path required=true />
            <TextField label=t("plan-read-passphrase") kind="password" value=passphrase required=true />
        </AskForm>
    }
}

#[component]
fn RenewDialog(open: RwSignal<bool>, key: Ask<KeyView>) -> impl IntoView {
    let state = State::here();
    let (lost, why) = (RwSignal::new(false), RwSignal::new(String::new()));
    let send = move || {
        let why = Some(why.get_untracked());
        let request = RenewKey { lost: lost.get_untracked(), why, folder: None };
        spawn_local(async move {
            match state.write(&request).await {
                Ok(renewed) => {
                    state.say(t_with("keyring-renewed", &[("path", renewed.statement.into())]));
                    key.put(renewed.own);
                }
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    view! {
        <AskForm open=open title=t("keyring-renew") hint=t("keyring-renew-hint") send=send>
            <Toggle label=t("keyring-lost") value=lost hint=t("keyring-lost-hint") />
            <TextField label=t("keyring-why") value=why />
        </AskForm>
    }
}

/// The section about other people's keys.
#[component]
pub(super) fn KeyringCard() -> impl IntoView {
    let state = State::here();
    let known = ask(|moved| moved.topic == Topic::Plan, || Some(ListKeys {}));
    let reading = RwSignal::new(false);
    let path = RwSignal::new(String::new());
    let read = move || {
        let request = ReadStatement { file: FileFrom::Path { path: path.get_untracked().trim().to_owned() } };
        spawn_local(async move {
            match state.write(&request).await {
                Ok(told) => {
                    state.say(told.told(Words::here()));
                }
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    view! {
        <Card title=t("keyring-title")>
            <p class="quiet">{t("keyring-hint")}</p>
            <Shown ask=known lines=3 then=known_lines />
            <div class="actions">
                <A href="/plan-file" attr:class="button">
                    {t("plan-read-title")}
                </A>
                <Button on_press=move || with_path(path, reading)>{t("keyring-statement")}</Button>
            </div>
            <AskForm open=reading title=t("keyring-statement") hint=t("keyring-statement-hint") send=read>
                <TextField label=t("screen-roster-path") value=path required=true />
            </AskForm>
        </Card>
    }
}

fn known_lines(keys: Vec<KnownKey>) -> AnyView {
    if keys.is_empty() {
        return view! { <p>{t("keyring-empty")}</p> }.into_any();
    }
    let keys = keys.into_iter().map(|key| view! { <KnownLine key=key /> }).collect_view();
    view! { <ul class="annotations">{keys}</ul> }.into_any()
}

#[component]
fn KnownLine(key: KnownKey) -> impl IntoView {
    let state = State::here();
    let look = match key.state {
        KeyState::Known => Look::Solid,
        KeyState::Trusted => Look::Filled,
        KeyState::Revoked => Look::Warn,
    };
    // Every word but the one that stands already.
    let judgements = [(KeyState::Trusted, "plan-signer-compared"), (KeyState::Revoked, "keyring-revoke")]
        .into_iter()
        .filter(|(judged, _)| *judged != key.state)
        .map(|(judged, words)| {
            let request = JudgeKey { key: key.key.clone(), name: None, state: judged, why: None };
            let judge = move || {
                let request = request.clone();
                spawn_local(async move {
                    if let Err(fault) = state.write(&request).await {
                        state.say_fault(&fault);
                    }
                });
            };
            view! { <Button on_press=judge>{t(words)}</Button> }
        })
        .collect_view();
    view! {
        <li>
            <p>
                <strong>
                    <bdi>{key.name}</bdi>
                </strong>
                " "
                <Badge look=look>{t(&format!("key-state-{}", key.state.code()))}</Badge>
            </p>
            <p>
                <code class="fingerprint">{key.words}</code>
            </p>
            {key.why.map(|why| view! { <p class="quiet"><bdi>{why}</bdi></p> })}
            <div class="actions">{judgements}</div>
        </li>
    }
}
