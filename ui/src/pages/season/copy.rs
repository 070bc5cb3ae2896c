//! Copying a season to others, each with a first week of their own.

use chrono::NaiveDate;
use contract::Fault;
use contract::roster::Triage;
use contract::season::{CopyLine, CopySeason};
use contract::threshold::ShowRules;
use domain::id::{AthleteId, SquadId};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use crate::parts::{Button, ButtonKind, Choice, FaultView, Mark, Shown, TextField, Toggle};
use crate::state::ask;
use crate::words::{t, t_with};

/// One athlete of the list.
#[derive(Debug, Clone)]
struct Person {
    id: AthleteId,
    name: String,
    squad: Option<SquadId>,
    chosen: RwSignal<bool>,
    /// A day of their first week.
    from: RwSignal<String>,
}

/// The form.
#[component]
pub(super) fn CopyForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let club = ask(|_| false, || Some(Triage { on: None }));
    let rules = ask(|_| false, || Some(ShowRules { squad: None }));
    let squads = Signal::derive(move || {
        let mut options = vec![(String::new(), t("season-copy-everybody"))];
        options.extend(rules.value().into_iter().flat_map(|view| view.squads).map(|(id, name)| (id.to_string(), name)));
        options
    });
    view! {
        <Shown
            ask=club
            lines=6
            then=move |view| {
                let start = desk.holding().map(|season| season.start.monday().to_string()).unwrap_or_default();
                let mut people: Vec<Person> = view
                    .rows
                    .into_iter()
                    .filter(|row| row.athlete.id != desk.athlete)
                    .map(|row| Person {
                        id: row.athlete.id,
                        name: row.athlete.name,
                        squad: row.athlete.squad,
                        chosen: RwSignal::new(false),
                        from: RwSignal::new(start.clone()),
                    })
                    .collect();
                people.sort_by_key(|person| person.name.to_lowercase());
                view! { <People desk=desk people=people squads=squads /> }.into_any()
            }
        />
    }
}

#[component]
fn People(desk: Desk, people: Vec<Person>, squads: Signal<Vec<(String, String)>>) -> impl IntoView {
    let squad = RwSignal::new(String::new());
    let outcome = RwSignal::new(None::<Vec<CopyLine>>);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let people = StoredValue::new(people);
    let shown = move || {
        let squad = squad.get();
        let mut people = people.get_value();
        people.retain(|person| squad.is_empty() || person.squad.is_some_and(|id| id.to_string() == squad));
        people
    };
    let rows = move || {
        let row = |person: Person| {
            let chosen = person.chosen;
            view! {
                <li>
                    <Toggle label=person.name value=chosen />
                    <Show when=move || chosen.get()>
                        <TextField label=t("screen-first-day") value=person.from kind="date" />
                    </Show>
                </li>
            }
        };
        shown().into_iter().map(row).collect_view()
    };
    let all = move || shown().iter().for_each(|person| person.chosen.set(true));
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(season) = desk.holding() else { return };
        let chosen = people.get_value().into_iter().filter(|person| person.chosen.get_untracked());
        let to: Result<Vec<(AthleteId, Week)>, _> = chosen
            .map(|person| person.from.get_untracked().parse::<NaiveDate>().map(|day| (person.id, Week::of(day))))
            .collect();
        let to = match to {
            Ok(to) if to.is_empty() => return wrong.set(Some(t("season-copy-nobody"))),
            Ok(to) => to,
            Err(_) => return wrong.set(Some(t("screen-not-a-day"))),
        };
        wrong.set(None);
        let request = CopySeason { athlete: desk.athlete, season: season.id, to };
        spawn_local(async move {
            match desk.state.write(&request).await {
                Ok(lines) => {
                    outcome.try_set(Some(lines));
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    move || match outcome.get() {
        Some(lines) => view! {
            <ul class="season-copied">{lines.into_iter().map(copied).collect_view()}</ul>
            <div class="dialog-foot">
                <Button kind=ButtonKind::Primary on_press=move || desk.copying.set(false)>
                    {t("screen-close")}
                </Button>
            </div>
        }
        .into_any(),
        None => view! {
            <form class="form" on:submit=submit>
                <p class="quiet">{t("season-copy-hint")}</p>
                <div class="season-copy-head">
                    <Choice label=t("screen-squad") value=squad options=squads />
                    <Button on_press=all>{t("season-copy-all")}</Button>
                </div>
                <ul class="season-people">{rows}</ul>
                {move || wrong.get().map(|words| view! { <p class="field-note field-error">{words}</p> })}
                {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
                <div class="dialog-foot">
                    <Button on_press=move || desk.copying.set(false)>{t("screen-cancel")}</Button>
                    <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                        {t("season-copy-do")}
                    </Button>
                </div>
            </form>
        }
        .into_any(),
    }
}

/// What became of one copy.
fn copied(line: CopyLine) -> impl IntoView {
    let (severity, words) = match line.in_the_way {
        None => (None, t("season-copied")),
        Some(other) => {
            (Some(domain::attention::Severity::Note), t_with("season-copy-in-the-way", &[("season", other.into())]))
        }
    };
    view! {
        <li>
            <Mark severity=severity />
            <strong>{line.name}</strong>
            <span class="quiet">{words}</span>
        </li>
    }
}
