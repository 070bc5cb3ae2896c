//! What athletes sent back from their own files: who signed each, what it would bring, and merging what is new.

use contract::Fault;
use contract::keyring::FileFrom;
use contract::own::{LookAtReturn, MergeReturn, Merged, ReturnFate, ReturnKey, ReturnPreview, ReturnRow};
use domain::words::Words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::format;
use crate::import::{HandedChooser, Kind};
use crate::ipc;
use crate::parts::{Badge, Button, ButtonKind, Card, FaultView, Look, PageHead, Toggle};
use crate::state::{State, import_path};
use crate::words::{t, t_with};

/// The page.
#[component]
pub fn ReturnedPage() -> impl IntoView {
    let state = State::here();
    let files = move || {
        state
            .returns
            .get()
            .into_iter()
            .map(|(name, file)| match file {
                Ok(file) => view! { <OneFile name=name file=file /> }.into_any(),
                Err(fault) => view! { <Card title=name><FaultView fault=fault /></Card> }.into_any(),
            })
            .collect_view()
    };
    view! {
        <div class="page page-narrow">
            <PageHead title=t("returned") under=t("returned-under") />
            <Card title=t("returned-file")>
                <p class="quiet">{t("returned-hint")}</p>
                <div>
                    <HandedChooser kind=Kind::Return label=t("returned-choose") testid="returned-input" />
                </div>
            </Card>
            {files}
        </div>
    }
}

/// One file: looked at as soon as it is handed over.
#[component]
fn OneFile(name: String, file: FileFrom) -> impl IntoView {
    let seen = RwSignal::new(None::<Result<ReturnPreview, Fault>>);
    let asked = LookAtReturn { file: file.clone() };
    spawn_local(async move {
        let looked = ipc::call(&asked).await;
        seen.try_set(Some(looked));
    });
    let file = StoredValue::new(file);
    view! {
        <Card title=name>
            <div aria-live="polite">
                {move || {
                    seen.get()
                        .map(|looked| match looked {
                            Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                            Ok(preview) => view! { <Looked file=file.get_value() preview=preview /> }.into_any(),
                        })
                }}
            </div>
        </Card>
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
