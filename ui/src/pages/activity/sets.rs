//! Pool lengths and strength sets.

use domain::activity::Activity;
use domain::recording::Stroke;
use domain::unit::{MetersPerSecond, Seconds};
use leptos::prelude::*;

use crate::format;
use crate::parts::{Card, Figure};
use crate::words::{t, t_with};

/// The card of pool lengths; nothing outside of a pool.
#[component]
pub(super) fn Lengths(
    /// The activity.
    activity: Activity,
) -> impl IntoView {
    if activity.lengths.is_empty() {
        return None;
    }
    let pool = activity.pool;
    let swum = activity.lengths.iter().filter(|length| length.active).count();
    let under = match pool {
        Some(pool) => {
            t_with("screen-lengths-in", &[("count", swum.into()), ("pool", format::number(pool.0, 0).into())])
        }
        None => t_with("screen-lengths-count", &[("count", swum.into())]),
    };
    let mut number = 0;
    let rows = activity
        .lengths
        .iter()
        .map(|length| {
            let time = Seconds(length.span.seconds());
            if !length.active {
                return view! {
                    <tr class="rest-row">
                        <td></td>
                        <td class="right">{format::clock(time)}</td>
                        <td colspan="3">{t("screen-rest")}</td>
                    </tr>
                }
                .into_any();
            }
            number += 1;
            let pace = pool
                .filter(|_| time.0 > 0.0)
                .and_then(|pool| format::pace_100(MetersPerSecond(pool.0 / time.0)))
                .unwrap_or_default();
            view! {
                <tr>
                    <td class="quiet">{number}</td>
                    <td class="right">{format::clock(time)}</td>
                    <td class="right">
                        <Figure value=pace />
                    </td>
                    <td class="right">
                        <Figure value=length.strokes.map(|n| n.to_string()).unwrap_or_default() />
                    </td>
                    <td>{length.stroke.map(|stroke| t(stroke_key(stroke)))}</td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    Some(view! {
        <Card title=t("screen-lengths") under=under>
            <div class="activity-scroll" data-testid="lengths">
                <table class="grid-table">
                    <thead>
                        <tr>
                            <th scope="col">{t("screen-length")}</th>
                            <th scope="col" class="right">{t("activity-time")}</th>
                            <th scope="col" class="right">{format::pool_unit()}</th>
                            <th scope="col" class="right">{t("screen-strokes")}</th>
                            <th scope="col">{t("screen-stroke")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Card>
    })
}

const fn stroke_key(stroke: Stroke) -> &'static str {
    match stroke {
        Stroke::Freestyle => "screen-stroke-freestyle",
        Stroke::Backstroke => "screen-stroke-backstroke",
        Stroke::Breaststroke => "screen-stroke-breaststroke",
        Stroke::Butterfly => "screen-stroke-butterfly",
        Stroke::Drill => "screen-stroke-drill",
        Stroke::Mixed => "screen-stroke-mixed",
    }
}

/// The card of strength sets; nothing where there are none.
#[component]
pub(super) fn Sets(
    /// The activity.
    activity: Activity,
) -> impl IntoView {
    if activity.sets.is_empty() {
        return None;
    }
    let worked = activity.sets.iter().filter(|set| set.active).count();
    let mut number = 0;
    let rows = activity
        .sets
        .iter()
        .map(|set| {
            let time = set.span.map(|span| format::clock(Seconds(span.seconds()))).unwrap_or_default();
            if !set.active {
                return view! {
                    <tr class="rest-row">
                        <td></td>
                        <td colspan="3">{t("screen-rest")}</td>
                        <td class="right">
                            <Figure value=time />
                        </td>
                    </tr>
                }
                .into_any();
            }
            number += 1;
            let exercise =
                set.exercise.as_ref().map_or_else(|| t("screen-exercise-unknown"), |name| name.replace('_', " "));
            let weight =
                set.weight.filter(|kg| kg.0 > 0.0).map(|kg| format::typed_quantity(format::Quantity::Mass, kg.0));
            view! {
                <tr>
                    <td class="quiet">{number}</td>
                    <td>{exercise}</td>
                    <td class="right">
                        <Figure value=set.reps.map(|n| n.to_string()).unwrap_or_default() />
                    </td>
                    <td class="right">
                        <Figure value=weight.unwrap_or_default() unit=format::unit(format::Quantity::Mass) />
                    </td>
                    <td class="right">
                        <Figure value=time />
                    </td>
                </tr>
            }
            .into_any()
        })
        .collect_view();
    Some(view! {
        <Card title=t("screen-sets") under=t_with("screen-sets-count", &[("count", worked.into())])>
            <div class="activity-scroll" data-testid="sets">
                <table class="grid-table">
                    <thead>
                        <tr>
                            <th scope="col">{t("screen-set")}</th>
                            <th scope="col">{t("screen-exercise")}</th>
                            <th scope="col" class="right">{t("screen-reps")}</th>
                            <th scope="col" class="right">{t("screen-weight")}</th>
                            <th scope="col" class="right">{t("activity-time")}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Card>
    })
}
