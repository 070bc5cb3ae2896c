//! A walk through the program for who sees it first: a few words beside the real thing on the real screen. It takes
//! nothing away from the page under it, can be left at any step and is offered once.

use contract::people::ListAthletes;
use contract::preferences::{SetPreferences, ShowPreferences};
use domain::id::AthleteId;
use domain::locale::Preferences;
use domain::week::Week;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use crate::import::go_to;
use crate::ipc;
use crate::parts::{Button, ButtonKind, fresh_id};
use crate::state::{State, week_path};
use crate::words::{t, t_with};

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// The roster.
    Roster,
    /// This week of somebody.
    Week,
    /// Imports.
    Import,
}

/// The steps: what they are called in the words file (`tour-<name>`, `tour-<name>-text`), where, and beside what.
const STEPS: [(&str, Place, &str); 7] = [
    ("roster", Place::Roster, "[data-tour='roster']"),
    ("reasons", Place::Roster, "[data-tour='reasons']"),
    ("week", Place::Week, "[data-tour='why']"),
    ("override", Place::Week, "[data-tour='override']"),
    ("export", Place::Week, "[data-tour='export']"),
    ("import", Place::Import, "[data-tour='import']"),
    ("keys", Place::Import, "[data-testid='open-palette']"),
];

/// How often what a step is about is looked for, and how many times: its page has to be drawn first.
const LOOK_AGAIN: std::time::Duration = std::time::Duration::from_millis(100);
const LOOKS: u32 = 30;

/// Space between the words and what they are about, and the edges of the window, pixels.
const GAP: f64 = 12.0;

/// The tour, while it runs.
#[component]
pub fn Tour() -> impl IntoView {
    let state = State::here();
    view! {
        {move || state.stage.tour.get().filter(|step| *step < STEPS.len()).map(|step| view! { <Step step=step /> })}
    }
}

/// Begins the tour.
pub(crate) fn begin(state: State) {
    state.stage.tour.set(Some(0));
}

/// Ends the tour, and remembers that it was seen or skipped.
pub(crate) fn end(state: State) {
    state.stage.tour.set(None);
    spawn_local(async move {
        let kept = async {
            let view = ipc::call(&ShowPreferences {}).await?;
            if !view.preferences.tour_seen {
                let preferences = Preferences { tour_seen: true, ..view.preferences };
                ipc::call(&SetPreferences { preferences }).await?;
            }
            Ok(())
        };
        if let Err(fault) = kept.await {
            state.say_fault(&fault);
        }
    });
}

#[component]
fn Step(step: usize) -> impl IntoView {
    let state = State::here();
    let (name, place, anchor) = STEPS[step];
    let go = StoredValue::new(go_to());
    let node = NodeRef::<html::Div>::new();
    let at = RwSignal::new(None::<(f64, f64)>);
    spawn_local(async move {
        if let Some(path) = path_of(state, place).await {
            let here = window().location();
            let now = format!("{}{}", here.pathname().unwrap_or_default(), here.search().unwrap_or_default());
            if now != path {
                go.with_value(|go| go(&path));
            }
        }
        look(anchor, node, at, LOOKS);
    });
    // The words get the keyboard, so that a screen reader says them and the next key turns the page.
    Effect::new(move |_| {
        if let Some(node) = node.get() {
            // Refused by nothing that can have focus.
            let _ = node.focus();
        }
    });
    on_cleanup(unmark);
    let turn = move |by: isize| {
        let next = step.saturating_add_signed(by);
        if next < STEPS.len() { state.stage.tour.set(Some(next)) } else { end(state) }
    };
    let pressed = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "Escape" => end(state),
            "ArrowRight" => turn(1),
            "ArrowLeft" => turn(-1),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let heading = fresh_id("tour");
    let text = fresh_id("tour");
    let count = t_with("tour-step", &[("step", (step + 1).into()), ("of", STEPS.len().into())]);
    let last = step + 1 == STEPS.len();
    let (labelled, described) = (heading.clone(), text.clone());
    view! {
        <div
            node_ref=node
            class="tour"
            class:tour-free=move || at.get().is_none()
            role="dialog"
            aria-modal="false"
            aria-labelledby=labelled
            aria-describedby=described
            tabindex="-1"
            data-testid="tour"
            style:left=move || at.get().map(|(x, _)| format!("{x}px"))
            style:top=move || at.get().map(|(_, y)| format!("{y}px"))
            on:keydown=pressed
        >
            <p class="quiet">{count}</p>
            <h2 id=heading>{t(&format!("tour-{name}"))}</h2>
            <p id=text>{t(&format!("tour-{name}-text"))}</p>
            <div class="tour-foot">
                <Button kind=ButtonKind::Quiet on_press=move || end(state)>{t("tour-skip")}</Button>
                <Button disabled=step == 0 on_press=move || turn(-1)>{t("tour-back")}</Button>
                <Button kind=ButtonKind::Primary on_press=move || turn(1)>
                    {t(if last { "tour-done" } else { "tour-next" })}
                </Button>
            </div>
        </div>
    }
}

/// The page of a step. Nobody in the roster: the roster itself.
async fn path_of(state: State, place: Place) -> Option<String> {
    match place {
        Place::Roster => Some("/".to_owned()),
        Place::Import => Some("/import".to_owned()),
        Place::Week => {
            let week = untrack(move || state.today()).map(Week::of)?;
            let people = ipc::call(&ListAthletes {}).await.ok()?;
            let first: AthleteId = people.first()?.id;
            Some(week_path(first, week))
        }
    }
}

/// Looks for what a step is about and puts the words beside it; without it they stay at the foot of the window.
fn look(anchor: &'static str, node: NodeRef<html::Div>, at: RwSignal<Option<(f64, f64)>>, left: u32) {
    // Gone: the step was left.
    let Some(words) = node.try_get_untracked() else { return };
    let found = document().query_selector(anchor).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok());
    match found.filter(|found| found.get_bounding_client_rect().width() > 0.0).zip(words) {
        Some((found, words)) => {
            found.scroll_into_view_with_bool(false);
            unmark();
            // A plain class name is always taken.
            drop(found.class_list().add_1("tour-target"));
            at.try_set(Some(beside(&found, &words)));
            // A page that puts the keyboard somewhere itself has done so by now. Refused by nothing that can have focus.
            let _ = words.focus();
        }
        None if left > 0 => set_timeout(move || look(anchor, node, at, left - 1), LOOK_AGAIN),
        None => {}
    }
}

/// Under it where there is room, else above, inside the window.
fn beside(target: &HtmlElement, words: &HtmlElement) -> (f64, f64) {
    let (target, words) = (target.get_bounding_client_rect(), words.get_bounding_client_rect());
    // Without what scroll bars take.
    let room = document().document_element();
    let room = room.map_or((0, 0), |room| (room.client_width(), room.client_height()));
    let (wide, high) = (f64::from(room.0), f64::from(room.1));
    let under = target.bottom() + GAP;
    let top = if under + words.height() + GAP <= high { under } else { target.top() - words.height() - GAP };
    let inside = |value: f64, most: f64| value.min(most).max(GAP);
    (inside(target.left(), wide - words.width() - GAP), inside(top, high - words.height() - GAP))
}

/// Takes the mark off what the last step was about.
fn unmark() {
    if let Some(marked) = document().query_selector(".tour-target").ok().flatten() {
        // A plain class name is always taken.
        drop(marked.class_list().remove_1("tour-target"));
    }
}
