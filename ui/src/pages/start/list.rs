//! Many athletes from a list: pasted or opened, looked at line by line, then added at once.

use contract::Fault;
use contract::newcomers::{AddAthletes, NewcomerLine};
use domain::unit::Sex;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::format;
use crate::ipc;
use crate::pages::roster::add::own_zone;
use crate::parts::{Badge, Button, ButtonKind, Card, FaultView, Look, Scrolls, TextArea};
use crate::state::State;
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn NewcomersCard() -> impl IntoView {
    let state = State::here();
    let text = RwSignal::new(String::new());
    let lines = RwSignal::new(Vec::<NewcomerLine>::new());
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let turn = StoredValue::new(0_u32);
    // Each change is looked at by the host, which will also be the one to add: both read alike.
    Effect::new(move |_| {
        let text = text.get();
        let Some(mine) = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        }) else {
            return;
        };
        if text.trim().is_empty() {
            return lines.set(Vec::new());
        }
        spawn_local(async move {
            let looked = ipc::call(&AddAthletes { text, zone: None, look: true }).await;
            if turn.try_get_value() == Some(mine) {
                match looked {
                    Ok(done) => {
                        fault.try_set(None);
                        lines.try_set(done.value);
                    }
                    Err(refused) => {
                        fault.try_set(Some(refused));
                    }
                }
            }
        });
    });
    let coming = move || lines.with(|lines| lines.iter().filter(|line| line.refused.is_none()).count());
    let add = move || {
        let request = AddAthletes { text: text.get_untracked(), zone: own_zone(), look: false };
        busy.set(true);
        spawn_local(async move {
            let added = state.write(&request).await;
            busy.try_set(false);
            match added {
                Ok(all) => {
                    let count = all.iter().filter(|line| line.refused.is_none()).count();
                    state.say(t_with("newcomers-added", &[("count", count.into())]));
                    text.try_set(String::new());
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <Card title=t("newcomers-title")>
            <p class="quiet">{t("newcomers-text")}</p>
            <div class="form">
                <TextArea
                    label=t("newcomers-list")
                    value=text
                    rows=5
                    example=t("newcomers-example")
                    hint=t("newcomers-hint")
                />
                <Opened text=text />
                {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
                {move || lines.with(|lines| (!lines.is_empty()).then(|| preview(lines)))}
                <div class="actions">
                    <Button
                        kind=ButtonKind::Primary
                        disabled=Signal::derive(move || coming() == 0)
                        busy=busy
                        on_press=add
                    >
                        {move || t_with("newcomers-add", &[("count", coming().into())])}
                    </Button>
                </div>
            </div>
        </Card>
    }
}

/// Opens a file and puts what it says into the field, where it can be seen and changed.
#[component]
fn Opened(text: RwSignal<String>) -> impl IntoView {
    let state = State::here();
    let node = NodeRef::<html::Input>::new();
    let taken = move |event: web_sys::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        // The same file may be chosen again.
        input.set_value("");
        spawn_local(async move {
            match JsFuture::from(file.text()).await.ok().and_then(|read| read.as_string()) {
                Some(read) => {
                    text.try_set(read);
                }
                None => state.say(t_with("newcomers-unread", &[("name", file.name().into())])),
            }
        });
    };
    let choose = move || {
        if let Some(input) = node.get_untracked() {
            input.click();
        }
    };
    view! {
        <div class="actions">
            <input
                node_ref=node
                type="file"
                accept=".csv,.txt,.tsv,text/csv,text/plain"
                hidden=true
                aria-hidden="true"
                on:change=taken
            />
            <Button on_press=choose>{t("newcomers-open")}</Button>
        </div>
    }
}

fn preview(lines: &[NewcomerLine]) -> impl IntoView + use<> {
    let rows = lines
        .iter()
        .map(|line| {
            let sex = line.sex.map(|sex| t(if sex == Sex::Female { "screen-female" } else { "screen-male" }));
            let (look, said) = match &line.refused {
                Some(why) => (Look::Warn, why.clone()),
                None => (Look::Plain, t("newcomers-comes")),
            };
            view! {
                <tr class:newcomer-out=line.refused.is_some()>
                    <td class="right">{line.line}</td>
                    <th scope="row">{line.name.clone()}</th>
                    <td>{line.born.map(format::full_day)}</td>
                    <td>{sex}</td>
                    <td>{line.squad.clone()}</td>
                    <td>
                        <Badge look=look>{said}</Badge>
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Scrolls label=t("newcomers-preview") class="newcomers">
            <table class="grid-table" data-testid="newcomers">
                <thead>
                    <tr>
                        <th scope="col" class="right">{t("newcomers-line")}</th>
                        <th scope="col">{t("screen-name")}</th>
                        <th scope="col">{t("screen-born")}</th>
                        <th scope="col">{t("screen-sex")}</th>
                        <th scope="col">{t("screen-squad")}</th>
                        <th scope="col">{t("newcomers-becomes")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
    }
}
