//! Help inside the program: the pages of `docs`, their contents, and a search over all of them.

mod blocks;

use contract::help::{HelpBlock, HelpPlace, HelpSpan, HelpView, SearchHelp, ShowHelp};
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::{use_location, use_params_map};

use crate::parts::{Button, Empty, PageHead, Shown, TextField, help_path};
use crate::shell::begin_tour;
use crate::state::{State, ask};
use crate::words::{t, t_with};

use blocks::blocks;

/// Letters from which on a search begins.
const LEAST: usize = 2;

/// The page named in the address, or the first.
#[component]
pub fn HelpPage() -> impl IntoView {
    let state = State::here();
    let params = use_params_map();
    let page = Memo::new(move |_| params.with(|params| params.get("page")));
    let answer = ask(|_| false, move || Some(ShowHelp { page: page.get() }));
    let wanted = RwSignal::new(String::new());
    let found = ask(
        |_| false,
        move || {
            let text = wanted.get();
            (text.trim().chars().count() >= LEAST).then_some(SearchHelp { text })
        },
    );
    // A place found is gone to: the search is over.
    let hash = use_location().hash;
    Effect::new(move |earlier: Option<()>| {
        page.track();
        hash.track();
        if earlier.is_some() {
            wanted.set(String::new());
        }
    });
    let title = Signal::derive(move || answer.value().map_or_else(|| t("action-help"), |view| view.title));
    view! {
        <div class="page help">
            <PageHead title=title under=t("help-under")>
                <Button on_press=move || begin_tour(state)>{t("action-tour")}</Button>
            </PageHead>
            <div class="help-columns">
                <div class="help-side on-screen">
                    <TextField label=t("help-search") value=wanted kind="search" hint=t("help-search-hint") />
                    {move || answer.value().map(|view| view! { <Contents view=view /> })}
                </div>
                <article class="help-text" lang="en" dir="ltr">
                    {move || match found.value() {
                        Some(places) if wanted.with(|text| !text.trim().is_empty()) => {
                            view! { <Found places=places /> }.into_any()
                        }
                        _ => {
                            view! { <Shown ask=answer lines=12 then=|view| view! { <Text view=view /> }.into_any() /> }
                                .into_any()
                        }
                    }}
                </article>
            </div>
        </div>
    }
}

/// Pages, and the headings of the one that is open.
#[component]
fn Contents(view: HelpView) -> impl IntoView {
    let headings = view
        .blocks
        .iter()
        .filter_map(|block| match block {
            HelpBlock::Heading { level: 2, anchor, text } => {
                let words: String = text.iter().map(HelpSpan::text).collect();
                Some(view! {
                    <li>
                        <A href=help_path(&view.page, Some(anchor))>{words}</A>
                    </li>
                })
            }
            _ => None,
        })
        .collect_view();
    let mut headings = Some(headings);
    let pages = view
        .pages
        .into_iter()
        .map(|page| {
            let here = page.page == view.page;
            let inside = here.then(|| headings.take()).flatten().map(|inside| view! { <ul>{inside}</ul> });
            view! {
                <li>
                    <a href=help_path(&page.page, None) aria-current=here.then_some("page")>
                        {page.title}
                    </a>
                    {inside}
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="help-contents" aria-label=t("help-contents") lang="en" dir="ltr">
            <ul>{pages}</ul>
        </nav>
    }
}

/// What a search found.
#[component]
fn Found(places: Vec<HelpPlace>) -> impl IntoView {
    if places.is_empty() {
        return view! { <Empty title=t("help-none") hint=t("help-none-hint") /> }.into_any();
    }
    let count = t_with("help-found", &[("count", places.len().into())]);
    let places = places
        .into_iter()
        .map(|place| {
            view! {
                <li>
                    <A href=help_path(&place.page, place.anchor.as_deref())>{place.title}</A>
                    <p>{place.excerpt}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="quiet" role="status" lang=domain::locale::here().language.tag()>
            {count}
        </p>
        <ol class="help-found">{places}</ol>
    }
    .into_any()
}

/// The page, scrolled to the place in the address.
#[component]
fn Text(view: HelpView) -> impl IntoView {
    let hash = use_location().hash;
    Effect::new(move |_| {
        let place = hash.get().trim_start_matches('#').to_owned();
        if !place.is_empty() {
            // On the next frame: the page has been drawn by then.
            request_animation_frame(move || blocks::arrive(&place));
        }
    });
    let german = domain::locale::here().language.tag();
    let note = (german != "en").then(|| view! { <p class="quiet" lang=german>{t("help-in-english")}</p> });
    view! { {note} {blocks(view.blocks)} }
}
