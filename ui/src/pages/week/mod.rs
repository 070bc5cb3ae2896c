//! The week of one athlete: what is proposed and why, and everything the coach does about it.

pub(crate) mod adapt;
mod board;
pub mod change_form;
pub mod desk;
mod explain;
mod export_dialog;
mod history;
mod notes;
pub mod override_dialog;
pub(crate) mod reason;
mod session_card;
mod verify;
mod week_head;
pub(crate) mod why_panel;

use contract::Topic;
use contract::plan::{WeekAnswer, WeekView};
use contract::roster::Triage;
use domain::id::{AthleteId, SessionId};
use domain::week::Week;
use leptos::ev;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;
use wasm_bindgen::JsCast;

use crate::import::go_to;
use crate::parts::{Empty, Icon, PageHead, Shown, week_span};
use crate::shell::hints;
use crate::state::{Command, State, ask, athlete_path, press, week_path};
use crate::words::{t, t_with};

use adapt::AdaptCard;
use board::Board;
use change_form::Kind;
use desk::{Desk, Start};
use export_dialog::ExportDialog;
pub use notes::Notes;
use override_dialog::OverrideDialog;
pub(crate) use session_card::source_key;
use verify::VerifyButton;
use week_head::WeekHead;
use why_panel::WhyPanel;

/// The week board. Athlete and week stand in the address; without a week it is the coming one.
#[component]
pub fn WeekPage() -> impl IntoView {
    let state = State::here();
    let query = use_query_map();
    let athlete = Memo::new(move |_| query.with(|q| q.get("athlete")).and_then(|id| id.parse::<AthleteId>().ok()));
    let asked = Memo::new(move |_| query.with(|q| q.get("week")).and_then(|week| week.parse::<Week>().ok()));
    let week = Memo::new(move |_| asked.get().or_else(|| state.today().map(|today| Week::of(today).next())));
    let desk = Desk::new(state, athlete, week);
    // Another week or athlete has other sessions.
    Effect::new(move |_| {
        athlete.track();
        week.track();
        desk.selected.set(None);
        desk.overriding.set(false);
    });
    listen_to_keys(desk);
    let under = Signal::derive(move || week.get().map(week_span).unwrap_or_default());
    let title = Signal::derive(move || {
        week.get().map_or_else(String::new, |w| t_with("week-title", &[("week", w.to_string().into())]))
    });
    view! {
        <div class="page" data-testid="week-page">
            <PageHead title=title under=under>
                <Pickers desk=desk />
                <VerifyButton />
            </PageHead>
            <Show
                when=move || athlete.get().is_some()
                fallback=|| view! {
                    <Empty title=t("week-choose-athlete") hint=t("week-choose-athlete-hint")>
                        <A href="/" attr:class="button">
                            {t("screen-nav-roster")}
                        </A>
                    </Empty>
                }
            >
                <Shown ask=desk.answer lines=8 then=move |answer| shown(answer, desk) />
            </Show>
            <OverrideDialog desk=desk />
            <ExportDialog desk=desk />
        </div>
    }
}

fn shown(answer: WeekAnswer, desk: Desk) -> AnyView {
    match answer.week {
        None => view! {
            <Empty title=t("week-none") hint=t("week-none-hint")>
                <Propose desk=desk again=false />
            </Empty>
        }
        .into_any(),
        Some(week) => view! { <Drafted week=week desk=desk /> }.into_any(),
    }
}

#[component]
fn Drafted(week: WeekView, desk: Desk) -> impl IntoView {
    let running = desk.state.today().is_some_and(|today| week.plan.week.contains(today));
    let approved = week.plan.approved().is_some();
    view! {
        <WeekHead view=week.clone() />
        {running.then(|| view! { <AdaptCard athlete=desk.athlete /> })}
        <div class="week-tools">
            {hints(&commands(desk))}
            {(!approved).then(|| view! { <Propose desk=desk again=true /> })}
            <button
                type="button"
                class="button"
                class:button-primary=!approved
                data-testid="approve-week"
                disabled=move || desk.busy.get()
                on:click=move |_| desk.approve(approved)
            >
                {t(if approved { "week-approve-withdraw" } else { "week-approve" })}
            </button>
            <button
                type="button"
                class="button"
                class:button-primary=approved
                data-testid="export-plan"
                data-tour="export"
                disabled=move || desk.busy.get()
                on:click=move |_| desk.export()
            >
                {t("week-export")}
            </button>
        </div>
        <div class="week-desk">
            <Board view=week.clone() desk=desk />
            <WhyPanel view=week desk=desk />
        </div>
    }
}

#[component]
fn Propose(desk: Desk, again: bool) -> impl IntoView {
    let hint = again.then(|| t("week-propose-again-hint"));
    view! {
        <button
            type="button"
            class="button"
            class:button-primary=!again
            data-testid="draft-week"
            title=hint
            disabled=move || desk.busy.get()
            on:click=move |_| desk.propose()
        >
            {t(if again { "week-propose-again" } else { "week-propose" })}
        </button>
    }
}

/// Who and when.
#[component]
fn Pickers(desk: Desk) -> impl IntoView {
    let go = go_to();
    let triage = ask(|moved| moved.topic == Topic::Athlete, || Some(Triage { on: None }));
    let people = Memo::new(move |_| {
        let mut people: Vec<(String, String)> = triage
            .value()
            .map(|view| view.rows.into_iter().map(|r| (r.athlete.id.to_string(), r.athlete.name)).collect())
            .unwrap_or_default();
        people.sort_by_key(|(_, name)| name.to_lowercase());
        people
    });
    let chosen = move || desk.athlete.get().map(|id| id.to_string()).unwrap_or_default();
    let options = move || {
        people
            .get()
            .into_iter()
            .map(|(id, name)| {
                let here = chosen() == id;
                view! { <option value=id selected=here>{name}</option> }
            })
            .collect_view()
    };
    let pick = move |event: ev::Event| {
        let chosen = event_target_value(&event).parse::<AthleteId>();
        if let (Ok(athlete), Some(week)) = (chosen, desk.week.get_untracked()) {
            go(&week_path(athlete, week));
        }
    };
    let step = move |to: fn(Week) -> Week, key: &'static str, icon: Icon| {
        move || {
            let href = Some(week_path(desk.athlete.get()?, to(desk.week.get()?)))?;
            Some(view! {
                <A href=href attr:class="button button-icon" attr:aria-label=t(key)>
                    {icon.view()}
                </A>
            })
        }
    };
    view! {
        <select class="week-who" aria-label=t("week-athlete") data-testid="athlete-picker" on:change=pick>
            <option value="" selected=move || desk.athlete.get().is_none()>{t("week-choose-athlete")}</option>
            {options}
        </select>
        {step(Week::previous, "week-previous", Icon::Back)}
        {step(Week::next, "week-next", Icon::Forward)}
        {move || {
            desk.athlete
                .get()
                .map(|id| view! { <A href=athlete_path(id) attr:class="button">{t("week-to-athlete")}</A> })
        }}
    }
}

/// Everything that has one key: for the keyboard, the line of hints, the palette and the sheet of keys.
fn commands(desk: Desk) -> Vec<Command> {
    let chosen = move || desk.selected.get_untracked();
    let open = move |kind| {
        let standing = chosen().and_then(|id| untrack(|| desk.session(id))).filter(|s| !s.removed);
        if let Some(session) = standing {
            desk.open(Start { session: Some(session.id), kind, day: None });
        }
    };
    let drafted = move || untrack(|| desk.view());
    vec![
        Command::new("week-choose", "week-key-choose", "\u{2190} \u{2192}", move || move_choice(desk, 1)),
        Command::new("week-override", "week-key-override", "o", move || open(Kind::Replace)),
        Command::new("week-move", "week-key-move", "m", move || open(Kind::Move)),
        Command::new("week-lock", "week-key-lock", "l", move || {
            chosen().into_iter().for_each(|id| desk.toggle_lock(id));
        }),
        Command::new("week-note", "week-key-note", "n", || focus("[data-testid='note-form'] textarea")),
        Command::new("week-undo", "week-key-undo", "u", move || chosen().into_iter().for_each(|id| desk.undo_last(id))),
        Command::new("week-revert", "week-key-revert", "v", move || {
            chosen().into_iter().for_each(|id| desk.revert(id));
        }),
        Command::new("week-approve", "week-key-approve", "y", move || {
            if let Some(view) = drafted() {
                desk.approve(view.plan.approved().is_some());
            }
        }),
        // Named like the action of everywhere: here it is the real one.
        Command::new("export", "week-key-export", "e", move || match drafted() {
            Some(_) => desk.export(),
            None => desk.state.say(t("week-none")),
        }),
    ]
}

/// Listens for the page; never while somebody types.
fn listen_to_keys(desk: Desk) {
    let commands = commands(desk);
    desk.state.offer("screen-nav-week", commands.clone());
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.ctrl_key()
            || event.meta_key()
            || event.alt_key()
            || desk.overriding.get_untracked()
            || desk.exporting.get_untracked()
            || is_typing()
        {
            return;
        }
        match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => move_choice(desk, 1),
            "ArrowLeft" | "ArrowUp" => move_choice(desk, -1),
            "Escape" => desk.selected.set(None),
            key if press(&commands, key) => {}
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || keys.remove());
}

/// Chooses the session before or after, in the order of the board.
fn move_choice(desk: Desk, step: isize) {
    let Some(view) = untrack(|| desk.view()) else { return };
    let ids: Vec<SessionId> = view.effective.sessions.iter().map(|s| s.id).collect();
    let Some(last) = ids.len().checked_sub(1) else { return };
    let here = desk.selected.get_untracked().and_then(|id| ids.iter().position(|i| *i == id));
    let to = match here {
        None if step > 0 => 0,
        None => last,
        Some(i) => i.saturating_add_signed(step).min(last),
    };
    desk.selected.set(Some(ids[to]));
    focus(&format!("[id='session-{}']", ids[to]));
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Focus is refused only by elements that are not on the page.
        let _ = element.focus();
    }
}

fn is_typing() -> bool {
    document().active_element().is_some_and(|e| {
        matches!(e.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") || e.closest(".plot").ok().flatten().is_some()
    })
}
