//! Roster triage: who needs attention, and why.

mod add;
mod assign;
mod order;
mod row;

use contract::Topic;
use contract::roster::{Triage, TriageView};
use domain::attention::{Flag, Severity};
use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use crate::entry::{AddActivityDialog, SquadMorningDialog};
use crate::format;
use crate::import::{ImportButtons, go_to, open_sample};
use crate::keys::{active, blur, is_chord, is_typing, on_control, step};
use crate::parts::{Button, ButtonKind, Card, ColumnHead, Empty, Mark, PageHead, Shown, Sort};
use crate::state::{State, ask, athlete_path, week_path};
use crate::words::{t, t_with};

use add::AddAthleteDialog;
pub(crate) use add::own_zone;
use assign::{AssignDialog, UnassignedNotice};
pub use order::{Column, Group, grouped};
use row::TriageLine;

/// Triage of the whole club.
#[component]
pub fn RosterPage() -> impl IntoView {
    let state = State::here();
    let triage = ask(|moved| moved.topic != Topic::Roster, || Some(Triage { on: None }));
    let adding = RwSignal::new(false);
    let assigning = RwSignal::new(false);
    let recording = RwSignal::new(false);
    let morning = RwSignal::new(false);
    let anybody = move || triage.with(|answer| matches!(answer, Some(Ok(view)) if !view.rows.is_empty()));
    let under = Signal::derive(move || {
        triage.value().map_or_else(String::new, |view| {
            // A note is good to know, not a reason to look.
            let asks = |flag: &Flag| flag.severity != Severity::Note;
            let flagged = view.rows.iter().filter(|row| row.flags.iter().any(asks)).count();
            t_with(
                "screen-triage-under",
                &[
                    ("day", format::day_of_year(view.on).into()),
                    ("count", view.rows.len().into()),
                    ("flagged", flagged.into()),
                ],
            )
        })
    });
    view! {
        <div class="page">
            <PageHead title=t("screen-nav-roster") under=under>
                <Button on_press=move || adding.set(true)>{t("screen-add-athlete")}</Button>
                <Show when=anybody>
                    <Button on_press=move || recording.set(true)>{t("screen-add-activity")}</Button>
                    <Button on_press=move || morning.set(true)>{t("screen-morning")}</Button>
                </Show>
                <ImportButtons primary=true />
            </PageHead>
            <UnassignedNotice triage=triage open=assigning />
            <Shown
                ask=triage
                lines=12
                then=move |view: TriageView| {
                    if view.rows.is_empty() {
                        view! { <NobodyYet adding=adding /> }.into_any()
                    } else {
                        view! { <TriageTable view=view /> }.into_any()
                    }
                }
            />
            <AddAthleteDialog open=adding />
            <AddActivityDialog open=recording />
            <SquadMorningDialog open=morning />
            <AssignDialog open=assigning triage=triage state=state />
        </div>
    }
}

/// An empty roster, and the three ways to fill it.
#[component]
fn NobodyYet(adding: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let go = go_to();
    view! {
        <Card title=t("screen-empty-roster-heading")>
            <Empty title=t("screen-empty-roster") hint=t("screen-empty-roster-hint")>
                <Button kind=ButtonKind::Primary on_press=move || adding.set(true)>
                    {t("screen-add-athlete")}
                </Button>
                <ImportButtons />
                <Button on_press=move || open_sample(state, go.clone())>{t("screen-open-sample")}</Button>
            </Empty>
        </Card>
    }
}

/// The table, grouped by severity; the order inside the groups can be changed.
#[component]
fn TriageTable(
    /// What to show.
    view: TriageView,
) -> impl IntoView {
    let filter = RwSignal::new(String::new());
    let sort = RwSignal::new(None::<Sort<Column>>);
    let chosen = RwSignal::new(None::<usize>);
    let field = NodeRef::<html::Input>::new();
    let today = view.on;
    // All bars of the table stand for the same loads.
    let top = view.rows.iter().flat_map(|row| row.spark.iter().flatten()).copied().fold(0.0, f64::max);
    let rows = StoredValue::new(view.rows);
    let groups = Memo::new(move |_| rows.with_value(|rows| grouped(rows, &filter.get(), sort.get())));
    let order = Memo::new(move |_| groups.get().into_iter().flat_map(|(_, rows)| rows).collect::<Vec<usize>>());
    Effect::new(move |_| {
        order.track();
        chosen.set(None);
    });
    let go = go_to();
    let keys = window_event_listener(ev::keydown, move |event| {
        if is_typing() || is_chord(&event) {
            if event.key() == "Escape" && field.get_untracked().is_some_and(|f| is_focused(&f)) {
                filter.set(String::new());
                blur();
            }
            return;
        }
        let order = order.get_untracked();
        let here = chosen.get_untracked().and_then(|i| order.get(i)).copied();
        match event.key().as_str() {
            "j" | "J" => chosen.set(step(chosen.get_untracked(), 1, order.len())),
            "k" | "K" => chosen.set(step(chosen.get_untracked(), -1, order.len())),
            "/" => {
                event.prevent_default();
                if let Some(field) = field.get_untracked() {
                    // Focus is refused only by elements that are not on the page.
                    let _ = field.focus();
                }
            }
            "p" | "P" => {
                if let Some(i) = here {
                    rows.with_value(|rows| go(&week_path(rows[i].athlete.id, rows[i].plan_week)));
                }
            }
            // A link or button in focus opens itself.
            "Enter" if !on_control() => {
                if let Some(i) = here {
                    rows.with_value(|rows| go(&athlete_path(rows[i].athlete.id)));
                }
            }
            _ => {}
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <div class="triage-tools">
            <input
                node_ref=field
                type="search"
                class="triage-filter"
                aria-label=t("screen-filter")
                placeholder=t("screen-filter")
                prop:value=move || filter.get()
                on:input=move |event| filter.set(event_target_value(&event))
            />
            <p class="key-hints" aria-hidden="true">
                <kbd>"J"</kbd>
                <kbd>"K"</kbd>
                {t("screen-key-move")}
                <kbd>"Enter"</kbd>
                {t("screen-key-open")}
                <kbd>"P"</kbd>
                {t("screen-key-plan")}
                <kbd>"/"</kbd>
                {t("screen-key-filter")}
            </p>
        </div>
        <div class="card card-flush triage-card">
            <table class="grid-table triage">
                <caption class="only-read">{t("screen-triage-caption")}</caption>
                <thead>
                    <tr>
                        <ColumnHead column=Column::Name sort=sort label=t("screen-col-athlete") />
                        <th scope="col">{t("screen-col-why")}</th>
                        <ColumnHead column=Column::Readiness sort=sort label=t("screen-col-readiness") />
                        <ColumnHead column=Column::Fitness sort=sort right=true down_first=true label=t("screen-col-fitness") />
                        <ColumnHead column=Column::Fatigue sort=sort right=true down_first=true label=t("screen-col-fatigue") />
                        <ColumnHead column=Column::Form sort=sort right=true label=t("screen-col-form") />
                        <ColumnHead column=Column::Week sort=sort down_first=true label=t("screen-col-week") />
                        <ColumnHead column=Column::Last sort=sort down_first=true label=t("screen-col-last") />
                        <ColumnHead column=Column::Race sort=sort label=t("screen-col-race") />
                        <th scope="col">{t("screen-col-plan")}</th>
                    </tr>
                </thead>
                {move || {
                    let mut place = 0;
                    groups
                        .get()
                        .into_iter()
                        .map(|(group, members)| {
                            let count = members.len();
                            let lines = members
                                .into_iter()
                                .map(|i| {
                                    let at = place;
                                    place += 1;
                                    let row = rows.with_value(|rows| rows[i].clone());
                                    view! { <TriageLine row=row at=at chosen=chosen today=today top=top /> }
                                })
                                .collect_view();
                            view! {
                                <tbody>
                                    <tr class="triage-group">
                                        <th colspan="10" scope="rowgroup">
                                            <Mark severity=group.severity() worded=true />
                                            <span class="quiet">{count}</span>
                                        </th>
                                    </tr>
                                    {lines}
                                </tbody>
                            }
                        })
                        .collect_view()
                }}
            </table>
            <Show when=move || order.with(Vec::is_empty)>
                <Empty title=t("screen-filter-nothing") />
            </Show>
        </div>
    }
}

fn is_focused(element: &web_sys::HtmlInputElement) -> bool {
    active().is_some_and(|active| active.is_same_node(Some(element)))
}
