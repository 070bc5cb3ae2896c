//! The best means of an activity beside the athlete's own of the 90 days before.

use contract::measure::{CurveLine, CurvePoint};
use domain::id::ActivityId;
use domain::measures::Quantity;
use domain::sport::Sport;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::format;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Stroke, best_panel, written_in};
use crate::parts::{Badge, Card, Empty, Figure, Look, Segments};
use crate::words::{t, t_with};

/// Durations a coach asks for.
const USUAL: [u32; 5] = [5, 60, 300, 1200, 3600];

/// The card: a picture, a table of usual durations, and a switch where several quantities were recorded.
#[component]
pub(super) fn Curves(
    /// Which activity.
    activity: ActivityId,
    /// What was done: it decides how speed is written.
    sport: Sport,
    /// Its own curves.
    curves: Vec<CurveLine>,
    /// The athlete's best of the 90 days up to it.
    usual: Vec<CurveLine>,
) -> impl IntoView {
    let curves: Vec<CurveLine> = curves.into_iter().filter(|curve| !curve.points.is_empty()).collect();
    let Some(first) = curves.first().map(|curve| curve.quantity) else {
        return view! {
            <Card title=t("screen-curves")>
                <Empty title=t("screen-curves-none") hint=t("screen-curves-none-hint") />
            </Card>
        }
        .into_any();
    };
    let chosen = RwSignal::new(first);
    let options: Vec<(Quantity, String)> =
        curves.iter().map(|curve| (curve.quantity, t(&format!("quantity-{}", curve.quantity.code())))).collect();
    let several = options.len() > 1;
    let actions = move || {
        several.then(|| view! { <Segments label=t("screen-curves-of") value=chosen options=options /> }).into_any()
    };
    let shown = move || {
        let quantity = chosen.get();
        let points_of = |lines: &[CurveLine]| {
            lines.iter().find(|line| line.quantity == quantity).map(|line| line.points.clone()).unwrap_or_default()
        };
        let (own, best) = (points_of(&curves), points_of(&usual));
        let lines = picture(quantity, sport, &own, &best);
        view! {
            <LinesChart lines=lines />
            <Table activity=activity sport=sport quantity=quantity own=own best=best />
        }
    };
    view! {
        <Card title=t("screen-curves") under=t("screen-curves-under") actions=actions>
            {shown}
        </Card>
    }
    .into_any()
}

fn picture(quantity: Quantity, sport: Sport, own: &[CurvePoint], best: &[CurvePoint]) -> Lines {
    Lines {
        title: t_with("screen-curves-title", &[("quantity", t(&format!("quantity-{}", quantity.code())).into())]),
        across: Across::Durations,
        panels: vec![best_panel(
            quantity,
            Some(sport),
            200,
            &[("screen-curves-best", Stroke::Quiet, best), ("screen-curves-here", Stroke::Strong, own)],
        )],
        marks: Vec::new(),
    }
}

#[component]
fn Table(
    activity: ActivityId,
    sport: Sport,
    quantity: Quantity,
    own: Vec<CurvePoint>,
    best: Vec<CurvePoint>,
) -> impl IntoView {
    let unit = written_in(quantity, Some(sport), 1.0).1;
    let at = |points: &[CurvePoint], seconds: u32| points.iter().find(|point| point.seconds == seconds).copied();
    let rows = USUAL
        .into_iter()
        .filter_map(|seconds| {
            let (here, top) = (at(&own, seconds), at(&best, seconds));
            if here.is_none() && top.is_none() {
                return None;
            }
            let figure = |point: Option<CurvePoint>| {
                let value = point.map(|point| written_in(quantity, Some(sport), point.value).0).unwrap_or_default();
                view! { <Figure value=value /> }
            };
            let from = top.and_then(|point| point.from).map(|(from, day)| {
                if from == activity {
                    view! { <Badge look=Look::Filled>{t("screen-curves-this-one")}</Badge> }.into_any()
                } else {
                    view! {
                        <A href=format!("/activity/{from}") attr:class="link">
                            {format::day_of_year(day)}
                        </A>
                    }
                    .into_any()
                }
            });
            let share = here.zip(top).filter(|(_, top)| top.value > 0.0).map(|(here, top)| here.value / top.value);
            Some(view! {
                <tr>
                    <th scope="row">{format::span(seconds)}</th>
                    <td class="right">{figure(here)}</td>
                    <td class="right">{figure(top)}</td>
                    <td class="right">
                        <Figure value=share.map(format::percent).unwrap_or_default() unit="%" />
                    </td>
                    <td>{from}</td>
                </tr>
            })
        })
        .collect_view();
    view! {
        <table class="grid-table curves" data-testid="curves">
            <thead>
                <tr>
                    <th scope="col">{t("screen-duration")}</th>
                    <th scope="col" class="right">{format!("{}, {unit}", t("screen-curves-here"))}</th>
                    <th scope="col" class="right">{t("screen-curves-best")}</th>
                    <th scope="col" class="right">{t("screen-curves-share")}</th>
                    <th scope="col">{t("screen-curves-from")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}
