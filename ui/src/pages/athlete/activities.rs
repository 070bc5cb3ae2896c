//! What was trained, newest first.

use contract::measure::ListActivities;
use domain::activity::Activity;
use domain::id::AthleteId;
use domain::summary::Load;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::import::ImportButtons;

use super::DONE;
use crate::format;
use crate::parts::{Badge, Button, Card, Empty, Figure, Look, Shown, missing_words};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

/// Rows asked for at first, and with each "more".
const PAGE: u32 = 40;

/// The list.
#[component]
pub(super) fn ActivityList(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let limit = RwSignal::new(PAGE);
    let list =
        ask(of(id, DONE), move || Some(ListActivities { athlete: id, from: None, to: None, limit: Some(limit.get()) }));
    let full = move || list.with(|a| matches!(a, Some(Ok(list)) if list.len() >= limit.get() as usize));
    let draw = move |list: Vec<Activity>| {
        if list.is_empty() {
            view! {
                <Empty title=t("screen-activities-none") hint=t("screen-activities-none-hint")>
                    <ImportButtons athlete=Signal::stored(Some(id)) />
                </Empty>
            }
            .into_any()
        } else {
            view! { <Rows list=list /> }.into_any()
        }
    };
    view! {
        <Card title=t("screen-col-activities")>
            <Shown
                ask=list
                lines=8
                then=draw
            />
            <Show when=full>
                <div class="actions">
                    <Button on_press=move || limit.update(|n| *n += PAGE)>{t("screen-show-more")}</Button>
                </div>
            </Show>
        </Card>
    }
}

#[component]
fn Rows(list: Vec<Activity>) -> impl IntoView {
    let state = State::here();
    let today = untrack(move || state.today());
    let rows = list
        .into_iter()
        .map(|activity| {
            let s = &activity.summary;
            let day = match today {
                Some(today) => format::day_near(activity.day(), today),
                None => format::day_of_year(activity.day()),
            };
            let sport = t(&format!("sport-{}", activity.sport.code()));
            let load = match (&s.load, s.load_missing) {
                (Some(load), _) => view! { <LoadCell load=*load /> }.into_any(),
                (None, Some(why)) => view! { <span class="missing">{missing_words(why)}</span> }.into_any(),
                (None, None) => view! { <Figure value="" /> }.into_any(),
            };
            let repairs = activity.repairs.len();
            let kinds: Vec<String> = activity
                .repairs
                .iter()
                .map(|r| t_with(&format!("repair-{}", r.kind.code()), &[("samples", r.samples.into())]))
                .collect();
            view! {
                <tr>
                    <th scope="row">
                        <A href=format!("/activity/{}", activity.id) attr:title=format::day_time(activity.start_local)>
                            {day}
                        </A>
                    </th>
                    <td>
                        {sport} {activity.sport_detail.clone().map(|d| view! { <span class="detail">{d}</span> })}
                    </td>
                    <td class="right">{format::hours(activity.timer)}</td>
                    <td class="right">
                        <Figure value=activity.distance.filter(|d| d.0 > 0.0).map(format::km).unwrap_or_default() />
                    </td>
                    <td class="right">
                        <Figure value=s.avg_hr.map(|v| format::whole(v.0)).unwrap_or_default() />
                    </td>
                    <td class="right">
                        <Figure value=s.normalized_power.map(|v| format::whole(v.0)).unwrap_or_default() />
                    </td>
                    <td class="right">
                        <Figure value=activity.rpe.map(|v| format::whole(v.0)).unwrap_or_default() />
                    </td>
                    <td class="right">{load}</td>
                    <td>
                        {(repairs > 0)
                            .then(|| {
                                view! {
                                    <Badge look=Look::Warn title=kinds.join("\n")>
                                        {t_with("screen-repairs", &[("count", repairs.into())])}
                                    </Badge>
                                }
                            })}
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <div class="table-scroll">
            <table class="grid-table activities">
                <thead>
                    <tr>
                        <th scope="col">{t("screen-col-day")}</th>
                        <th scope="col">{t("screen-col-sport")}</th>
                        <th scope="col" class="right">{t("screen-col-time")}</th>
                        <th scope="col" class="right">{crate::format::unit(crate::format::Quantity::Distance)}</th>
                        <th scope="col" class="right" title=t("screen-avg-hr-hint")>{t("screen-col-hr")}</th>
                        <th scope="col" class="right" title=t("screen-np-hint")>{t("screen-col-np")}</th>
                        <th scope="col" class="right" title=t("screen-rpe-hint")>{t("screen-col-rpe")}</th>
                        <th scope="col" class="right">{t("screen-col-load")}</th>
                        <th scope="col">
                            <span class="only-read">{t("screen-col-repairs")}</span>
                        </th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A load with what it was computed from.
#[component]
fn LoadCell(load: Load) -> impl IntoView {
    let code = load.source.code();
    view! {
        <span class="load-cell">
            <Badge title=t(&format!("load-{code}"))>{t(&format!("screen-load-short-{code}"))}</Badge>
            <Figure value=format::whole(load.points) />
        </span>
    }
}
