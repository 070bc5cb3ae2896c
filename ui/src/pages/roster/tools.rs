//! What is above the table: filters, groups, filters kept by name, and the way to the call list.

use std::collections::BTreeSet;

use contract::roster::PlanStatus;
use contract::triage::{DropFilter, SaveFilter};
use domain::reason::Rule;
use domain::sport::Sport;
use domain::triage::{SavedFilter, TriageFilter};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Asking, Desk};
use super::order::Grouping;
use crate::parts::{Button, ButtonKind, Dialog, Icon, IconButton, Segments, TextField};
use crate::words::{sentence, t, t_with};

/// The line above the table.
#[component]
pub(super) fn Tools(
    /// The table.
    desk: Desk,
    /// The field that is searched in.
    field: NodeRef<html::Input>,
) -> impl IntoView {
    let filter = desk.place.filter;
    let by = vec![(Grouping::Severity, t("triage-by-severity")), (Grouping::Squad, t("triage-by-squad"))];
    let calls = Memo::new(move |_| desk.called().len());
    view! {
        <div class="triage-tools">
            <input
                node_ref=field
                type="search"
                class="triage-filter"
                aria-label=t("screen-filter")
                placeholder=t("screen-filter")
                prop:value=move || filter.with(|filter| filter.text.clone())
                on:input=move |event| filter.update(|filter| filter.text = event_target_value(&event))
            />
            <Show when=move || desk.squads.with(|all| all.len() > 1)>
                <Pick
                    label="screen-squad"
                    options=Signal::derive(move || squads(desk))
                    value=Signal::derive(move || filter.with(|filter| filter.squad.map(|squad| squad.to_string())))
                    choose=move |code| filter.update(|filter| filter.squad = code.parse().ok())
                />
            </Show>
            <Pick
                label="triage-filter-reason"
                options=Signal::derive(move || reasons(desk))
                value=Signal::derive(move || filter.with(|filter| filter.rule.map(code)))
                choose=move |code| filter.update(|filter| filter.rule = named(&code))
            />
            <Pick
                label="screen-col-plan"
                options=Signal::derive(plans)
                value=Signal::derive(move || filter.with(|filter| filter.plan.map(|plan| plan.code().to_owned())))
                choose=move |code| filter.update(|filter| filter.plan = status_named(&code))
            />
            <Pick
                label="triage-filter-sport"
                options=Signal::derive(move || sports(desk))
                value=Signal::derive(move || filter.with(|filter| filter.sport.map(|sport| sport.code().to_owned())))
                choose=move |code| filter.update(|filter| filter.sport = sport_named(&code))
            />
            <Segments label=t("triage-by") value=desk.place.by options=by />
            <span class="triage-calls">
                <Button on_press=move || desk.asking.set(Some(Asking::Calls))>
                    {t("triage-calls")} " " <span class="quiet">{calls}</span>
                </Button>
            </span>
        </div>
        <Saved desk=desk />
    }
}

/// One of several or any, without a label of its own above it.
#[component]
fn Pick(
    label: &'static str,
    options: Signal<Vec<(String, String)>>,
    value: Signal<Option<String>>,
    choose: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <select
            aria-label=t(label)
            class:picked=move || value.with(Option::is_some)
            on:change=move |event| choose(event_target_value(&event))
        >
            <option value="" selected=move || value.with(Option::is_none)>
                {t_with("triage-any", &[("what", t(label).into())])}
            </option>
            {move || {
                options
                    .get()
                    .into_iter()
                    .map(|(code, words)| {
                        let mine = code.clone();
                        view! {
                            <option value=code selected=move || value.with(|value| value.as_ref() == Some(&mine))>
                                {words}
                            </option>
                        }
                    })
                    .collect_view()
            }}
        </select>
    }
}

fn squads(desk: Desk) -> Vec<(String, String)> {
    desk.squads.get().into_iter().map(|(id, name)| (id.to_string(), name)).collect()
}

fn plans() -> Vec<(String, String)> {
    PlanStatus::ALL.map(|plan| (plan.code().to_owned(), t(&format!("screen-plan-{}", plan.code())))).to_vec()
}

fn status_named(code: &str) -> Option<PlanStatus> {
    PlanStatus::ALL.into_iter().find(|plan| plan.code() == code)
}

fn sport_named(code: &str) -> Option<Sport> {
    Sport::ALL.into_iter().find(|sport| sport.code() == code)
}

/// Reasons that somebody has, by their words.
fn reasons(desk: Desk) -> Vec<(String, String)> {
    let mut seen = BTreeSet::new();
    let mut all: Vec<(String, String)> = desk.rows.with(|rows| {
        let flags = rows.all.iter().flat_map(|line| &line.row.flags);
        flags
            .filter(|flag| seen.insert(flag.reason.rule))
            .map(|flag| (code(flag.reason.rule), rule_words(flag)))
            .collect()
    });
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}

/// The name of a rule; one without a name of its own is told by what it says.
fn rule_words(flag: &domain::attention::Flag) -> String {
    match flag.reason.rule {
        Rule::RaceSoon => t("triage-race-soon"),
        rule => {
            let key = format!("rule-{}", code(rule));
            if crate::words::words().has(&key) { t(&key) } else { sentence(&flag.reason) }
        }
    }
}

fn sports(desk: Desk) -> Vec<(String, String)> {
    desk.rows.with(|rows| {
        let of = |sport: &Sport| {
            rows.all.iter().any(|line| {
                line.row.last_activity.is_some_and(|last| last.1 == *sport)
                    || line.row.next_session.as_ref().is_some_and(|next| next.sport == *sport)
            })
        };
        let told = |sport: Sport| (sport.code().to_owned(), t(&format!("sport-{}", sport.code())));
        Sport::ALL.into_iter().filter(of).map(told).collect()
    })
}

/// The stable name of a rule.
fn code(rule: Rule) -> String {
    match serde_json::to_value(rule) {
        Ok(serde_json::Value::String(code)) => code,
        other => format!("{other:?}"),
    }
}

fn named(code: &str) -> Option<Rule> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

/// Filters kept by name, and the ways to keep this one or to show everybody again.
#[component]
fn Saved(desk: Desk) -> impl IntoView {
    let filter = desk.place.filter;
    let any = Memo::new(move |_| filter.with(|filter| *filter != TriageFilter::default()));
    let chips =
        move || desk.saved.get().into_iter().map(|saved| view! { <Chip desk=desk saved=saved /> }).collect_view();
    view! {
        <div class="triage-saved" hidden=move || !any.get() && desk.saved.with(Vec::is_empty)>
            {chips}
            <Show when=move || any.get()>
                <Button kind=ButtonKind::Quiet on_press=move || desk.asking.set(Some(Asking::Filter))>
                    {t("triage-filter-save")}
                </Button>
                <Button kind=ButtonKind::Quiet on_press=move || filter.set(TriageFilter::default())>
                    {t("triage-filter-clear")}
                </Button>
            </Show>
        </div>
    }
}

#[component]
fn Chip(desk: Desk, saved: SavedFilter) -> impl IntoView {
    let filter = desk.place.filter;
    let SavedFilter { name, filter: mine } = saved;
    let (held, put) = (mine.clone(), mine);
    let holds = Memo::new(move |_| filter.with(|filter| *filter == held));
    let gone = name.clone();
    let drop_it = move || {
        let request = DropFilter { name: gone.clone() };
        spawn_local(async move {
            match desk.state.write(&request).await {
                Ok(all) => {
                    desk.saved.try_set(all);
                }
                Err(fault) => desk.state.say_fault(&fault),
            }
        });
    };
    view! {
        <span class="triage-chip">
            <button
                type="button"
                aria-pressed=move || if holds.get() { "true" } else { "false" }
                on:click=move |_| filter.set(if holds.get_untracked() { TriageFilter::default() } else { put.clone() })
            >
                {name.clone()}
            </button>
            <IconButton icon=Icon::Close label=t_with("triage-filter-drop", &[("name", name.into())]) on_press=drop_it />
        </span>
    }
}

/// Asks for the name under which a filter is kept.
#[component]
pub(super) fn FilterDialog(
    /// The table.
    desk: Desk,
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("triage-filter-save")>
            <FilterForm desk=desk open=open />
        </Dialog>
    }
}

#[component]
fn FilterForm(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let name = RwSignal::new(String::new());
    let fault = RwSignal::new(None::<contract::Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let request = SaveFilter { name: name.get_untracked(), filter: desk.place.filter.get_untracked() };
        spawn_local(async move {
            match desk.state.write(&request).await {
                Ok(all) => {
                    desk.saved.try_set(all);
                    open.set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <TextField label=t("triage-filter-name") value=name required=true />
            {move || fault.get().map(|fault| view! { <crate::parts::FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>{t("screen-save")}</Button>
            </div>
        </form>
    }
}
