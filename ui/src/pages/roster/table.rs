//! The table: only the rows in sight are on the page, however many athletes there are.

use domain::attention::Severity;
use domain::id::AthleteId;
use leptos::html;
use leptos::prelude::*;

use super::desk::Desk;
use super::order::{Column, Group, Item};
use super::row::Row;
use crate::parts::{ColumnHead, Empty, Icon, Mark};
use crate::words::{sentence, t, t_with};

/// Height of the head, pixels; the style sheet has the same.
const HEAD: f64 = 34.0;
/// Columns in all, hidden ones included.
const COLUMNS: &str = "12";

/// What tells one line of the table from the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    Head(Group),
    Row(AthleteId),
}

/// The table.
#[component]
pub(super) fn Table(
    /// What it shows.
    desk: Desk,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let scrolled = RwSignal::new(desk.place.scrolled.get_value());
    let height = RwSignal::new(600.0_f64);
    let measure = move || {
        if let Some(table) = node.try_get_untracked().flatten() {
            let now = f64::from(table.scroll_top());
            desk.place.scrolled.try_set_value(now);
            scrolled.set(now);
            height.set((f64::from(table.client_height()) - HEAD).max(HEAD));
        }
    };
    // Back at the place it was left at, as soon as there is something to scroll.
    Effect::new(move |back: Option<bool>| {
        let ready = node.get().is_some() && !desk.items.with(Vec::is_empty);
        if ready && back != Some(true) {
            let left_at = desk.place.scrolled.get_value();
            request_animation_frame(move || {
                if let Some(table) = node.try_get_untracked().flatten() {
                    table.set_scroll_top(left_at as i32);
                    measure();
                }
            });
        }
        back == Some(true) || ready
    });
    let resized = window_event_listener(leptos::ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());
    Effect::new(move |earlier: Option<Option<AthleteId>>| {
        let chosen = desk.place.chosen.get();
        let at = chosen.and_then(|chosen| desk.places.with_untracked(|places| places.get(&chosen).copied()));
        if let (Some(table), Some(at)) = (node.get_untracked(), at.filter(|_| earlier.is_some())) {
            let from = f64::from(table.scroll_top());
            if let Some(to) = desk.strip.with_untracked(|strip| strip.reveal(at, from, height.get_untracked())) {
                table.set_scroll_top(to.round() as i32);
            }
        }
        chosen
    });
    let range = Memo::new(move |_| desk.strip.with(|strip| strip.seen(scrolled.get(), height.get())));
    let visible = move || {
        let (first, last) = range.get();
        desk.items.with(|items| {
            desk.rows.with(|rows| {
                let key = |item: &Item| match item {
                    Item::Head(group, ..) => Some(Key::Head(*group)),
                    Item::Row(at) => rows.all.get(*at).map(|line| Key::Row(line.row.athlete.id)),
                };
                items.get(first..last.min(items.len())).unwrap_or_default().iter().filter_map(key).collect::<Vec<_>>()
            })
        })
    };
    let above = move || desk.strip.with(|strip| strip.top(range.get().0));
    let sort = desk.place.sort;
    view! {
        <div
            node_ref=node
            class="triage-scroll"
            data-tour="roster"
            role="region"
            tabindex="0"
            aria-label=t("screen-nav-roster")
            on:scroll=move |_| measure()
        >
            <div
                class="triage-room"
                style:height=move || format!("{}px", HEAD + desk.strip.with(super::strip::Strip::height))
                style:padding-top=move || format!("{}px", above())
            >
                <table class="triage" aria-rowcount=move || (desk.items.with(Vec::len) + 1).to_string()>
                    <caption class="only-read">{t("screen-triage-caption")}</caption>
                    <thead>
                        <tr aria-rowindex="1">
                            <ColumnHead column=Column::Name sort=sort label=t("screen-col-athlete") />
                            <ColumnHead column=Column::Why sort=sort label=t("screen-col-why") />
                            <ColumnHead column=Column::Readiness sort=sort label=t("screen-col-readiness") />
                            <ColumnHead column=Column::Fitness sort=sort right=true down_first=true label=t("screen-col-fitness") />
                            <ColumnHead column=Column::Fatigue sort=sort right=true down_first=true label=t("screen-col-fatigue") />
                            <ColumnHead column=Column::Form sort=sort right=true label=t("screen-col-form") />
                            <ColumnHead column=Column::Week sort=sort down_first=true label=t("triage-col-load") />
                            <ColumnHead column=Column::Last sort=sort down_first=true label=t("screen-col-last") />
                            <ColumnHead column=Column::Done sort=sort label=t("triage-col-done") />
                            <ColumnHead column=Column::Next sort=sort label=t("triage-col-next") />
                            <ColumnHead column=Column::Plan sort=sort label=t("screen-col-plan") />
                            <ColumnHead column=Column::Note sort=sort down_first=true label=t("triage-col-note") />
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=visible
                            key=|key| *key
                            children=move |key| match key {
                                Key::Head(group) => view! { <Head desk=desk group=group /> }.into_any(),
                                Key::Row(athlete) => view! { <Row desk=desk athlete=athlete /> }.into_any(),
                            }
                        />
                    </tbody>
                </table>
            </div>
            <Show when=move || desk.items.with(Vec::is_empty)>
                <Empty title=t("screen-filter-nothing") />
            </Show>
        </div>
        <p class="only-read" role="status">{move || said(desk)}</p>
    }
}

/// The chosen row in words, for those who hear it.
fn said(desk: Desk) -> String {
    let line = desk.place.chosen.get().and_then(|chosen| desk.line(chosen));
    line.map_or_else(String::new, |line| {
        let reasons = line.row.flags.iter().map(|flag| sentence(&flag.reason));
        std::iter::once(line.row.athlete.name.clone()).chain(reasons).collect::<Vec<_>>().join(". ")
    })
}

/// The heading of a group: a press opens or closes it.
#[component]
fn Head(desk: Desk, group: Group) -> impl IntoView {
    let item = Memo::new(move |_| {
        desk.items.with(|items| {
            let mine = |(at, item): (usize, &Item)| match item {
                Item::Head(one, count, open) if *one == group => Some((at, *count, *open)),
                _ => None,
            };
            items.iter().enumerate().find_map(mine)
        })
    });
    view! {
        <tr class="triage-group" aria-rowindex=move || item.get().map(|(at, ..)| (at + 2).to_string())>
            <td colspan=COLUMNS>
                <button
                    type="button"
                    aria-expanded=move || item.get().map(|(_, _, open)| if open { "true" } else { "false" })
                    on:click=move |_| desk.turn(group)
                >
                    <span class="triage-turn">{Icon::Down.view()}</span>
                    {heading(desk, group)}
                    <span class="quiet">{move || item.get().map(|(_, count, _)| count)}</span>
                </button>
            </td>
        </tr>
    }
}

fn heading(desk: Desk, group: Group) -> AnyView {
    let words = |words: String| view! { <span class="mark-word">{words}</span> }.into_any();
    match group {
        Group::Flagged(Severity::Stale) | Group::NoFreshData => view! {
            <Mark severity=Some(Severity::Stale) />
            <span class="mark-word">{t("triage-no-fresh-data")}</span>
        }
        .into_any(),
        Group::Flagged(severity) => view! { <Mark severity=Some(severity) worded=true /> }.into_any(),
        Group::Clear => view! { <Mark severity=None worded=true /> }.into_any(),
        Group::Squad(_, squad) => words(squad.map_or_else(|| t("triage-no-squad"), |squad| squad_name(desk, squad))),
        Group::Reviewed => words(t("triage-reviewed")),
        Group::Snoozed => words(t("triage-snoozed")),
    }
}

/// The name of a squad; empty for one that is not there any more.
pub(super) fn squad_name(desk: Desk, squad: domain::id::SquadId) -> String {
    desk.squads
        .with_untracked(|all| all.iter().find(|(id, _)| *id == squad).map(|(_, name)| name.clone()))
        .unwrap_or_default()
}

/// How many need a look and how many are done, in words.
pub(super) fn under(desk: Desk) -> String {
    let (open, reviewed) = desk.counts();
    let flagged = desk.rows.with(|rows| {
        // A note is good to know, not a reason to look.
        let asks = |line: &&std::sync::Arc<super::order::Line>| {
            line.row.marks.shelf() == domain::triage::Shelf::Open
                && line.row.flags.iter().any(|flag| flag.severity != Severity::Note)
        };
        rows.all.iter().filter(asks).count()
    });
    let count = desk.rows.with(|rows| rows.all.len());
    let words = t_with(
        "screen-triage-under",
        &[
            ("day", crate::format::day_of_year(desk.today.get()).into()),
            ("count", count.into()),
            ("flagged", flagged.into()),
        ],
    );
    if reviewed == 0 {
        words
    } else {
        format!("{words}  ·  {}", t_with("triage-progress", &[("done", reviewed.into()), ("left", open.into())]))
    }
}
