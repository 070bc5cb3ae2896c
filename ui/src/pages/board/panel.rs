//! The side panel: what asks for a look, and the why, the proposal and the history of the session the keyboard stands on.

use contract::board::BoardWeek;
use contract::plan::WeekAnswer;
use leptos::prelude::*;
use leptos_router::components::A;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::sheet::Sheet;
use crate::format;
use crate::pages::week::why_panel::{WhyPanel, reasons};
use crate::parts::{Empty, FaultView, Icon, IconButton, Skeleton};
use crate::state::week_path;
use crate::words::{t, t_with};

/// The panel, while it is open.
#[component]
pub(super) fn Panel(
    /// The board beside it.
    sheet: Sheet,
) -> impl IntoView {
    let here = move || {
        sheet.changes.track();
        let (athlete, week) = sheet.hand.get()?;
        let lines = sheet.lines.get();
        let line = lines.iter().find(|line| line.athlete == athlete)?;
        line.row.with(|row| Some((row.name.clone(), row.weeks.iter().find(|one| one.week == week)?.clone())))
    };
    let head = move || {
        here().map(|(name, week)| {
            let path = sheet.hand.get().map(|(athlete, week)| week_path(athlete, week)).unwrap_or_default();
            view! {
                <header class="sheet-panel-head">
                    <div>
                        <h2>{name}</h2>
                        <p class="quiet">{t_with("week-title", &[("week", week.week.to_string().into())])}</p>
                    </div>
                    <A href=path attr:class="button" attr:data-testid="board-to-week">{t("board-open-week")}</A>
                    <IconButton icon=Icon::Close label=t("screen-close") on_press=move || sheet.panel.set(false) />
                </header>
                {standing(&week)}
            }
        })
    };
    // Only the answer of the week in hand is shown; the one before it stays away while the next is under way.
    let why = move || {
        let hand = sheet.hand.get();
        let busy = sheet.desk.answer.busy().get();
        match sheet.desk.answer.get() {
            Some(Err(fault)) => view! { <FaultView fault=fault /> }.into_any(),
            Some(Ok(WeekAnswer { week: Some(view) })) if Some((view.plan.athlete, view.plan.week)) == hand => {
                view! { <WhyPanel view=view desk=sheet.desk /> }.into_any()
            }
            Some(Ok(WeekAnswer { week: None })) if !busy => {
                view! { <Empty title=t("week-none") hint=t("board-nothing-here") /> }.into_any()
            }
            _ => view! { <Skeleton lines=8 /> }.into_any(),
        }
    };
    view! {
        <Show when=move || sheet.panel.get()>
            <aside class="sheet-panel" aria-label=t("board-panel") data-testid="board-panel">
                {head}
                {why}
            </aside>
        </Show>
    }
}

fn standing(week: &BoardWeek) -> impl IntoView + use<> {
    let sure = week.confidence.map(|share| t_with("board-confidence", &[("percent", format::percent(share).into())]));
    let review = (!week.review.is_empty()).then(|| {
        view! {
            <h3>{t("week-review")}</h3>
            {reasons(&week.review)}
        }
    });
    let broken: Vec<_> = week
        .sessions
        .iter()
        .filter(|session| !session.broken.is_empty())
        .map(|session| {
            view! {
                <p class="sheet-panel-limit">{format!("{}, {}", format::day(session.date), session.title)}</p>
                {reasons(&session.broken)}
            }
        })
        .collect();
    let insisted = (!broken.is_empty()).then(|| {
        view! {
            <h3>{t("board-insisted")}</h3>
            {broken}
        }
    });
    view! {
        <section class="sheet-panel-week" data-testid="board-review">
            {sure.map(|words| view! { <p class="quiet">{words}</p> })}
            {review}
            {insisted}
        </section>
    }
}

/// Puts the keyboard into the note, as soon as the panel has one.
pub(super) fn focus_note() {
    look_for_note(20);
}

fn look_for_note(tries: u32) {
    let found = document().query_selector("[data-testid='board-panel'] [data-testid='note-form'] textarea");
    match found.ok().flatten().and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // Refused by nothing that can have focus.
        Some(field) => drop(field.focus()),
        None if tries > 0 => {
            set_timeout(move || look_for_note(tries - 1), std::time::Duration::from_millis(50));
        }
        None => {}
    }
}
