//! Files nobody was named for: the notice, and the dialog that gives them to somebody.

use std::collections::BTreeSet;

use contract::Topic;
use contract::import::AssignActivities;
use contract::measure::ListActivities;
use contract::roster::TriageView;
use domain::activity::Activity;
use domain::id::{ActivityId, AthleteId};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::parts::{Button, ButtonKind, Choice, Dialog, Mark, Shown, Toggle};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// A line above the table while files wait.
#[component]
pub(super) fn UnassignedNotice(
    /// The triage view.
    triage: Ask<TriageView>,
    /// Opens the dialog.
    open: RwSignal<bool>,
) -> impl IntoView {
    let waiting = Memo::new(move |_| triage.value().map_or(0, |view| view.unassigned));
    view! {
        <Show when=move || { waiting.get() > 0 }>
            <div class="notice" role="status">
                <Mark severity=Some(domain::attention::Severity::Watch) />
                <p>{move || t_with("screen-unassigned", &[("files", waiting.get().into())])}</p>
                <Button on_press=move || open.set(true)>{t("screen-assign")}</Button>
            </div>
        </Show>
    }
}

/// The dialog.
#[component]
pub(super) fn AssignDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// The triage view: who there is, and who holds what waits.
    triage: Ask<TriageView>,
    /// The state of all screens.
    state: State,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("screen-assign-title") wide=true>
            <AssignForm open=open triage=triage state=state />
        </Dialog>
    }
}

#[component]
fn AssignForm(open: RwSignal<bool>, triage: Ask<TriageView>, state: State) -> impl IntoView {
    let waiting = ask(
        |moved| moved.topic == Topic::Activities,
        move || {
            let athlete = triage.value()?.holder?;
            Some(ListActivities { athlete, from: None, to: None, limit: Some(200) })
        },
    );
    let chosen = RwSignal::new(BTreeSet::<ActivityId>::new());
    let athlete = RwSignal::new(String::new());
    let remember = RwSignal::new(true);
    let busy = RwSignal::new(false);
    let people = Signal::derive(move || {
        let mut people: Vec<(String, String)> = triage
            .value()
            .map(|view| view.rows.into_iter().map(|r| (r.athlete.id.to_string(), r.athlete.name)).collect())
            .unwrap_or_default();
        people.sort_by_key(|(_, name)| name.to_lowercase());
        people.insert(0, (String::new(), t("screen-choose-athlete")));
        people
    });
    let ready = Signal::derive(move || {
        !busy.get() && !chosen.with(BTreeSet::is_empty) && athlete.with(|a| a.parse::<AthleteId>().is_ok())
    });
    let give = move || {
        let Ok(athlete) = athlete.get_untracked().parse::<AthleteId>() else { return };
        let request = AssignActivities {
            activities: chosen.get_untracked().into_iter().collect(),
            athlete,
            remember_device: remember.get_untracked(),
        };
        busy.set(true);
        spawn_local(async move {
            let given = state.write(&request).await;
            busy.try_set(false);
            match given {
                Ok(count) => {
                    chosen.try_set(BTreeSet::new());
                    state.say(t_with("screen-assigned", &[("count", count.into())]));
                    open.set(false);
                }
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    let draw = move |list: Vec<Activity>| view! { <WaitingList list=list chosen=chosen /> }.into_any();
    view! {
        <div class="form">
            <Shown
                ask=waiting
                then=draw
            />
            <Choice label=t("screen-col-athlete") value=athlete options=people />
            <Toggle label=t("screen-remember-device") value=remember hint=t("screen-remember-device-hint") />
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button
                    kind=ButtonKind::Primary
                    disabled=Signal::derive(move || !ready.get())
                    on_press=give
                >
                    {move || t_with("screen-assign-count", &[("count", chosen.with(BTreeSet::len).into())])}
                </Button>
            </div>
        </div>
    }
}

#[component]
fn WaitingList(list: Vec<Activity>, chosen: RwSignal<BTreeSet<ActivityId>>) -> impl IntoView {
    let all: BTreeSet<ActivityId> = list.iter().map(|a| a.id).collect();
    let rows = list
        .into_iter()
        .map(|activity| {
            let id = activity.id;
            let sport = t(&format!("sport-{}", activity.sport.code()));
            let device = activity.device.as_ref().map(|d| {
                [d.maker.clone(), d.product.clone(), d.serial.map(|s| s.to_string())]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            });
            let day = format::day_time(activity.start_local);
            view! {
                <tr>
                    <td>
                        <input
                            type="checkbox"
                            aria-label=day.clone()
                            prop:checked=move || chosen.with(|c| c.contains(&id))
                            on:change=move |_| {
                                chosen.update(|c| if !c.remove(&id) { c.insert(id); });
                            }
                        />
                    </td>
                    <td>{day}</td>
                    <td>{sport}</td>
                    <td class="right">{format::hours(activity.timer)}</td>
                    <td class="right">{activity.distance.map(format::km)}</td>
                    <td class="quiet">{device}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll assign-list">
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">
                            <input
                                type="checkbox"
                                aria-label=t("screen-all")
                                on:change=move |event| {
                                    chosen.set(if event_target_checked(&event) { all.clone() } else { BTreeSet::new() });
                                }
                            />
                        </th>
                        <th scope="col">{t("screen-col-start")}</th>
                        <th scope="col">{t("screen-col-sport")}</th>
                        <th scope="col" class="right">{t("screen-col-time")}</th>
                        <th scope="col" class="right">{crate::format::unit(crate::format::Quantity::Distance)}</th>
                        <th scope="col">{t("screen-col-device")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
