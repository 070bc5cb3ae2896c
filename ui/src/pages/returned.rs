//! What an athlete sent back from their own file: who signed it, what it would bring, and merging what is new.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::Fault;
use contract::keyring::FileFrom;
use contract::own::{LookAtReturn, MergeReturn, Merged, ReturnFate, ReturnKey, ReturnPreview, ReturnRow};
use domain::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::{ev, html};
use leptos_router::components::A;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlInputElement;

use crate::format;
use crate::ipc;
use crate::parts::{Badge, Button, ButtonKind, Card, FaultView, Look, PageHead, Toggle};
use crate::state::{State, import_path};
use crate::words::{t, t_with};

/// A file that was looked at.
type Seen = Option<Result<(FileFrom, ReturnPreview), Fault>>;

/// The page.
#[component]
pub fn ReturnedPage() -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let seen = RwSignal::new(Seen::None);
    let taken = move |event: ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        let file = input.files().and_then(|list| list.get(0));
        let Some(file) = file else { return };
        spawn_local(async move {
            let bytes = match JsFuture::from(file.array_buffer()).await {
                Ok(buffer) => js_sys::Uint8Array::new(&buffer).to_vec(),
                // What cannot be read has no bytes; the host says what that means.
                Err(_) => Vec::new(),
            };
            // The same file may be chosen again.
            input.set_value("");
            let file = FileFrom::Bytes { base64: STANDARD.encode(bytes) };
            let looked = ipc::call(&LookAtReturn { file: file.clone() }).await;
            seen.try_set(Some(looked.map(|preview| (file, preview))));
        });
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t("returned") under=t("returned-under") />
            <Card title=t("returned-file")>
                <p class="quiet">{t("returned-hint")}</p>
                <div>
                    <Button
                        kind=ButtonKind::Primary
                        on_press=move || {
                            if let Some(input) = input.get_untracked() {
                                input.click();
                            }
                        }
                    >
                        {t("returned-choose")}
                    </Button>
                </div>
                <input
                    node_ref=input
                    type="file"
                    accept=".tsreturn"
                    hidden=true
                    aria-hidden="true"
                    data-testid="returned-input"
                    on:change=taken
                />
            </Card>
            {move || {
                seen.get()
                    .map(|looked| match looked {
                        Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                        Ok((file, preview)) => view! { <Looked file=file preview=preview /> }.into_any(),
                    })
            }}
        </div>
    }
}

#[component]
fn Looked(file: FileFrom, preview: ReturnPreview) -> impl IntoView {
    let state = State::here();
    let theirs = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let came = RwSignal::new(None::<Result<Merged, Fault>>);
    let other = preview.key == ReturnKey::Other;
    let (new, hash) = (preview.new, preview.hash.clone());
    let merge = move || {
        busy.set(true);
        let request = MergeReturn { file: file.clone(), hash: hash.clone(), other_key: theirs.get_untracked() };
        spawn_local(async move {
            let merged = state.write(&request).await;
            busy.try_set(false);
            came.try_set(Some(merged));
        });
    };
    let key = match preview.key {
        ReturnKey::First => "own-key-first",
        ReturnKey::Known => "own-key-known",
        ReturnKey::Other => "own-key-other",
    };
    let rows = preview.rows.into_iter().map(|row| view! { <Row row=row /> }).collect_view();
    let facts = [
        ("athlete", preview.name.as_str().into()),
        ("written", format::moment(preview.written_at).into()),
        ("given", format::day(preview.given_at.date_naive()).into()),
    ];
    view! {
        <Card title=preview.name.clone()>
            <p>{t_with("returned-who", &facts)}</p>
            <p data-testid="returned-key">{t_with(key, &[("words", preview.words_of_key.as_str().into())])}</p>
            <ul class="annotations" data-testid="returned-rows">{rows}</ul>
            {other.then(|| view! { <Toggle label=t("returned-theirs") value=theirs /> })}
            <div>
                <Button
                    kind=ButtonKind::Primary
                    busy=busy
                    disabled=Signal::derive(move || new == 0 || (other && !theirs.get()) || came.with(Option::is_some))
                    on_press=merge
                >
                    {t_with("returned-merge", &[("count", new.into())])}
                </Button>
            </div>
            {move || {
                came.get()
                    .map(|came| match came {
                        Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                        Ok(merged) => view! { <Done merged=merged /> }.into_any(),
                    })
            }}
        </Card>
    }
}

#[component]
fn Row(row: ReturnRow) -> impl IntoView {
    let look = if row.fate == ReturnFate::New { Look::Solid } else { Look::Plain };
    let about =
        row.about.map(|(day, sport)| format!("{}  {}", format::day(day), t(&format!("sport-{}", sport.code()))));
    view! {
        <li>
            <Badge look=look>{t(row.fate.key())}</Badge>
            " "
            {Words::here().said(&row.word.said)}
            {about.map(|about| view! { <span class="quiet">" " {about}</span> })}
            {row.beside.map(|beside| view! { <p class="quiet">{beside}</p> })}
        </li>
    }
}

#[component]
fn Done(merged: Merged) -> impl IntoView {
    let facts = [("mornings", merged.mornings.into()), ("words", merged.words.into()), ("here", merged.here.into())];
    view! {
        <p role="status" data-testid="returned-done">
            {t_with("own-merged", &facts)}
            " "
            {merged.batch.map(|batch| view! { <A href=import_path(batch)>{t("returned-import")}</A> })}
        </p>
    }
}
