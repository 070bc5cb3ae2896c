//! What an athlete agreed to: how each kind of data stands for each purpose, a form for a new word, the text that is agreed
//! to, and everything that was said before.

mod record;
mod table;

use contract::Topic;
use contract::consent::{ConsentText, ConsentView, ShowConsent};
use domain::consent::Consent;
use domain::id::AthleteId;
use domain::words::Words;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::format;
use crate::parts::{Button, Card, Empty, PageHead, Shown};
use crate::state::{Ask, ask, athlete_path};
use crate::words::{t, t_with};

use record::Record;
use table::Table;

/// The page of the athlete named in the address.
#[component]
pub fn ConsentPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("id")).and_then(|id| id.parse::<AthleteId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OfAthlete id=id /> }.into_any(),
        None => view! { <Empty title=t("screen-no-page") /> }.into_any(),
    }
}

#[component]
fn OfAthlete(id: AthleteId) -> impl IntoView {
    let kept = ask(
        move |moved| moved.topic == Topic::Roster || (moved.topic == Topic::Athlete && moved.athlete == Some(id)),
        move || Some(ShowConsent { athlete: id, on: None }),
    );
    let title = Signal::derive(move || {
        let name = kept.value().map(|view| view.name).unwrap_or_default();
        t_with("consent-page", &[("athlete", name.into())])
    });
    view! {
        <div class="page">
            <PageHead title=title under=Signal::stored(t("consent-lead"))>
                <A href=athlete_path(id) attr:class="button">
                    {move || kept.value().map(|view| view.name).unwrap_or_default()}
                </A>
                <Button on_press=|| {
                    // Where nothing can be printed, nothing happens.
                    drop(window().print());
                }>{t("consent-print")}</Button>
            </PageHead>
            <Shown ask=kept lines=12 then=move |view: ConsentView| view! { <Whole view=view kept=kept /> }.into_any() />
        </div>
    }
}

#[component]
fn Whole(view: ConsentView, kept: Ask<ConsentView>) -> impl IntoView {
    let age = [("age", u32::from(view.age).into())];
    let guardian = match view.needs_guardian {
        Some(true) => t_with("consent-guardian-needed", &age),
        Some(false) => t_with("consent-guardian-not-needed", &age),
        None => t("consent-guardian-unknown"),
    };
    let standing = t_with("consent-standing", &[("day", format::day_of_year(view.on).into())]);
    let (athlete, texts, history) = (view.athlete, view.texts, view.history);
    let named = texts.clone();
    view! {
        <Card title=standing>
            <Table cells=view.table />
        </Card>
        <Card title=t("consent-record")>
            <p>{guardian}</p>
            <Record athlete=athlete minor={view.needs_guardian != Some(false)} texts=named kept=kept />
        </Card>
        <Texts texts=texts />
        <History entries=history />
    }
}

#[component]
fn Texts(texts: Vec<ConsentText>) -> impl IntoView {
    let text = |text: ConsentText| {
        let facts = [("version", text.agreed.version.into()), ("language", text.agreed.language.clone().into())];
        let paragraphs = text.words.split("\n\n").map(|words| view! { <p>{words.to_owned()}</p> }).collect_view();
        view! {
            <details>
                <summary>{t_with("consent-text-version", &facts)}</summary>
                <div lang=text.agreed.language>{paragraphs}</div>
                <p class="quiet">{t_with("consent-text-hash", &[("hash", text.agreed.hash.into())])}</p>
            </details>
        }
    };
    view! { <Card title=t("consent-text")>{texts.into_iter().map(text).collect_view()}</Card> }
}

#[component]
fn History(entries: Vec<Consent>) -> impl IntoView {
    let line = |entry: Consent| {
        let words = Words::here();
        let day = format::day_of_year(entry.at.date_naive());
        view! {
            <li>
                <div>
                    {entry.say(words)} <span class="under">{entry.recorded(words, day)}</span>
                </div>
            </li>
        }
    };
    let body = if entries.is_empty() {
        view! { <p class="quiet">{t("consent-none")}</p> }.into_any()
    } else {
        view! { <ul class="races">{entries.into_iter().map(line).collect_view()}</ul> }.into_any()
    };
    view! { <Card title=t("consent-history")>{body}</Card> }
}
