//! The plan board: athletes by days, for planning a club by exception. Rows are few on the page and many behind it.

pub(crate) mod bulk;
mod card;
mod commands;
pub mod filter;
mod grid;
mod hands;
mod panel;
pub mod place;
mod row;
pub mod sheet;
mod swap;

use contract::board::{DraftLine, Insight};
use contract::roster::PlanStatus;
use domain::id::SquadId;
use domain::week::Week;
use leptos::prelude::*;
use leptos::{ev, html};
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::format;
use crate::import::go_to;
use crate::keys;
use crate::pages::week::override_dialog::OverrideDialog;
use crate::parts::{Empty, FaultView, Icon, PageHead, Skeleton};
use crate::shell::{PresentButton, hints};
use crate::state::{Command, State};
use crate::words::{t, t_with};

use bulk::{Bulk, Drafted};
use filter::Filter;
use grid::Grid;
use hands::Hands;
use panel::Panel;
use sheet::Sheet;
use swap::SwapDialog;
pub use swap::exchange;

/// Weeks that can stand beside each other.
const SPANS: [u32; 3] = [1, 2, 4];

/// The plan board. First week, weeks and squad stand in the address; without them it is two weeks from the coming one.
#[component]
pub fn BoardPage() -> impl IntoView {
    let state = State::here();
    let query = use_query_map();
    let asked = move |name: &str| query.with(|query| query.get(name));
    let span = Memo::new(move |_| {
        let week = asked("week").and_then(|week| week.parse::<Week>().ok());
        let weeks = asked("weeks").and_then(|weeks| weeks.parse::<u32>().ok()).filter(|weeks| SPANS.contains(weeks));
        let week = week.or_else(|| state.today().map(|today| Week::of(today).next()))?;
        Some((week, weeks.unwrap_or(2)))
    });
    let squad = Memo::new(move |_| asked("squad").and_then(|squad| squad.parse::<SquadId>().ok()));
    let sheet = Sheet::new(state, span, squad);
    let hands = Hands::new(sheet);
    let commands = commands::of(hands);
    state.offer("screen-nav-board", commands.clone());
    let commands = StoredValue::new(commands);
    let drafted = RwSignal::new(None::<Vec<DraftLine>>);
    let under = Signal::derive(move || {
        let weeks = sheet.weeks();
        let ends = weeks.first().zip(weeks.last());
        let words = |(from, to): (&Week, &Week)| format::weeks(*from, *to);
        ends.map(words).unwrap_or_default()
    });
    view! {
        <div class="page page-board" data-testid="board-page">
            <PageHead title=t("board-title") under=under>
                <Steps span=span squad=squad />
                <A href="/availability" attr:class="button">{t("screen-nav-availability")}</A>
                <A href="/blocks" attr:class="button">{t("screen-nav-blocks")}</A>
                <PresentButton />
                <Bulk sheet=sheet squad=squad drafted=drafted />
            </PageHead>
            <Tools sheet=sheet squad=squad commands=commands />
            <Drafted sheet=sheet drafted=drafted />
            <Insights sheet=sheet />
            <Body hands=hands commands=commands />
            <Panel sheet=sheet />
            <OverrideDialog desk=sheet.desk />
            <SwapDialog hands=hands />
        </div>
    }
}

/// The address of a board.
fn path(week: Week, weeks: u32, squad: Option<SquadId>) -> String {
    let squad = squad.map(|squad| format!("&squad={squad}")).unwrap_or_default();
    format!("/board?week={week}&weeks={weeks}{squad}")
}

/// Earlier, later, and how many weeks.
#[component]
fn Steps(span: Memo<Option<(Week, u32)>>, squad: Memo<Option<SquadId>>) -> impl IntoView {
    let step = move |to: fn(Week) -> Week, key: &'static str, icon: Icon| {
        move || {
            let (week, weeks) = span.get()?;
            Some(view! {
                <A href=path(to(week), weeks, squad.get()) attr:class="button button-icon" attr:aria-label=t(key)>
                    {icon.view()}
                </A>
            })
        }
    };
    let spans = move || {
        span.get().map(|(week, now)| {
            SPANS
                .into_iter()
                .map(|weeks| {
                    let current = (weeks == now).then_some("true");
                    // A link of the router's own would mark itself by the path alone.
                    view! {
                        <a href=path(week, weeks, squad.get()) aria-current=current>
                            {t_with("board-weeks", &[("count", weeks.into())])}
                        </a>
                    }
                })
                .collect_view()
        })
    };
    view! {
        {step(Week::previous, "week-previous", Icon::Back)}
        {step(Week::next, "week-next", Icon::Forward)}
        <nav class="segments" aria-label=t("board-span")>
            {spans}
        </nav>
    }
}

/// Who is shown: by how the plan stands, by name, by squad; and the keys.
#[component]
fn Tools(sheet: Sheet, squad: Memo<Option<SquadId>>, commands: StoredValue<Vec<Command>>) -> impl IntoView {
    let field = NodeRef::<html::Input>::new();
    let keys = window_event_listener(ev::keydown, move |event| {
        if event.key() == "/" && !keys::is_typing() && !keys::is_chord(&event) {
            event.prevent_default();
            if let Some(field) = field.get_untracked() {
                // Focus is refused only by elements that are not on the page.
                let _ = field.focus();
            }
        }
    });
    on_cleanup(move || keys.remove());
    let counts = Memo::new(move |_| {
        sheet.changes.track();
        sheet.lines.with(|lines| {
            let rows: Vec<_> = lines.iter().map(|line| line.row.read_untracked()).collect();
            Filter::counts(rows.iter().map(|row| &**row))
        })
    });
    let filters = Filter::ALL
        .into_iter()
        .enumerate()
        .map(|(at, one)| {
            view! {
                <button
                    type="button"
                    data-testid=format!("filter-{}", one.code())
                    aria-pressed=move || if sheet.filter.get() == one { "true" } else { "false" }
                    on:click=move |_| sheet.filter.set(one)
                >
                    {t(&format!("board-filter-{}", one.code()))}
                    <span class="sheet-count">{move || counts.get()[at]}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div class="sheet-tools">
            <div class="segments" role="group" aria-label=t("board-filter")>
                {filters}
            </div>
            <Squads sheet=sheet squad=squad />
            <input
                node_ref=field
                type="search"
                class="sheet-search"
                data-testid="board-search"
                aria-label=t("board-search")
                placeholder=t("board-search")
                prop:value=move || sheet.search.get()
                on:input=move |event| sheet.search.set(event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        sheet.search.set(String::new());
                        keys::blur();
                    }
                }
            />
        </div>
        <div hidden=move || sheet.carried.with(Option::is_some)>{commands.with_value(|commands| hints(commands))}</div>
        <p class="sheet-carried" role="status" data-testid="board-carried">
            {move || sheet.carried.get().map(|one| t(if one.swap { "board-swapping" } else { "board-carrying" }))}
        </p>
    }
}

/// One squad, or the whole club.
#[component]
fn Squads(sheet: Sheet, squad: Memo<Option<SquadId>>) -> impl IntoView {
    let go = go_to();
    let squads = Memo::new(move |_| sheet.answer.value().map(|board| board.squads).unwrap_or_default());
    let pick = move |event: ev::Event| {
        if let Some((week, weeks)) = sheet.span.get_untracked() {
            go(&path(week, weeks, event_target_value(&event).parse().ok()));
        }
    };
    let options = move || {
        squads
            .get()
            .into_iter()
            .map(|(id, name)| {
                view! { <option value=id.to_string() selected=move || squad.get() == Some(id)>{name}</option> }
            })
            .collect_view()
    };
    let hidden = move || squads.with(Vec::is_empty);
    view! {
        <select aria-label=t("board-squad") data-testid="board-squad" hidden=hidden on:change=pick>
            <option value="" selected=move || squad.get().is_none()>{t("board-everybody")}</option>
            {options}
        </select>
    }
}

/// What many did alike: quiet, for information.
#[component]
fn Insights(sheet: Sheet) -> impl IntoView {
    let insights = Memo::new(move |_| sheet.answer.value().map(|board| board.insights).unwrap_or_default());
    let said = |insight: Insight| {
        let values = [("times", insight.times.into()), ("of", insight.of.into()), ("title", insight.title.into())];
        view! { <li>{t_with(&format!("board-insight-{}", insight.what), &values)}</li> }
    };
    view! {
        <Show when=move || !insights.with(Vec::is_empty)>
            <ul class="sheet-insights quiet" aria-label=t("board-insights") data-testid="board-insights">
                {move || insights.get().into_iter().map(said).collect_view()}
            </ul>
        </Show>
    }
}

/// What stands below the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Waiting,
    Fault,
    Nobody,
    Nothing,
    Rows,
}

/// The grid, or why there is none.
#[component]
fn Body(hands: Hands, commands: StoredValue<Vec<Command>>) -> impl IntoView {
    let sheet = hands.sheet;
    let stage = Memo::new(move |_| {
        if !sheet.lines.with(Vec::is_empty) {
            return if sheet.shown.with(Vec::is_empty) { Stage::Nothing } else { Stage::Rows };
        }
        sheet.answer.with(|answer| match answer {
            None => Stage::Waiting,
            Some(Err(_)) => Stage::Fault,
            Some(Ok(board)) if board.rows.is_empty() => Stage::Nobody,
            Some(Ok(_)) => Stage::Waiting,
        })
    });
    let undrafted = Memo::new(move |_| {
        sheet.changes.track();
        let none = |line: &sheet::Line| {
            line.row.with_untracked(|row| row.weeks.iter().all(|week| week.status == PlanStatus::None))
        };
        sheet.lines.with(|lines| lines.iter().all(none))
    });
    let all = move || {
        sheet.filter.set(Filter::All);
        sheet.search.set(String::new());
    };
    move || match stage.get() {
        Stage::Waiting => view! { <Skeleton lines=12 /> }.into_any(),
        Stage::Fault => {
            let fault = sheet.answer.get().and_then(Result::err);
            let retry = UnsyncCallback::new(move |()| sheet.answer.again());
            fault.map(|fault| view! { <FaultView fault=fault retry=retry /> }).into_any()
        }
        Stage::Nobody => view! {
            <Empty title=t("screen-empty-roster") hint=t("board-nobody-hint")>
                <A href="/" attr:class="button button-primary">{t("screen-nav-roster")}</A>
            </Empty>
        }
        .into_any(),
        Stage::Nothing => view! {
            <Empty title=t("board-nobody-fits")>
                <button type="button" class="button" on:click=move |_| all()>{t("board-show-all")}</button>
            </Empty>
        }
        .into_any(),
        Stage::Rows => view! {
            <Show when=move || undrafted.get()>
                <p class="sheet-strip" role="status" data-testid="board-undrafted">{t("board-undrafted")}</p>
            </Show>
            <Grid hands=hands commands=commands />
        }
        .into_any(),
    }
}
