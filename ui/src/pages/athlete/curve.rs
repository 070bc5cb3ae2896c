//! The best the athlete did by duration: lately against the same weeks a year ago and ever, and a table of bests in which
//! new ones are marked.

use contract::history::{BestLine, BestsView, ShowBests};
use contract::measure::CurvePoint;
use domain::id::AthleteId;
use domain::measures::Quantity;
use leptos::prelude::*;
use leptos_router::components::A;

use super::DONE;
use crate::format;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Stroke, best_panel, written_in};
use crate::parts::{Badge, Card, Empty, Figure, Look, Segments, Shown};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// Durations of the table, seconds.
const ROWS: [u32; 9] = [5, 15, 60, 180, 300, 600, 1200, 1800, 3600];

/// The card.
#[component]
pub(super) fn Curve(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let days = RwSignal::new(42_u32);
    let bests = ask(of(id, DONE), move || Some(ShowBests { athlete: id, days: days.get() }));
    let options = vec![(42, t("screen-span-six-weeks")), (91, t("screen-span-three-months"))];
    view! {
        <Card
            title=t("athlete-curve")
            actions=move || view! { <Segments label=t("athlete-curve-lately") value=days options=options /> }
        >
            <Shown ask=bests lines=10 then=|view: BestsView| view! { <Quantities view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Quantities(view: BestsView) -> impl IntoView {
    let Some(first) = view.lines.first().map(|line| line.quantity) else {
        return view! { <Empty title=t("athlete-curve-none") hint=t("athlete-curve-none-hint") /> }.into_any();
    };
    let chosen = RwSignal::new(first);
    let options: Vec<(Quantity, String)> =
        view.lines.iter().map(|line| (line.quantity, t(&format!("quantity-{}", line.quantity.code())))).collect();
    let several = options.len() > 1;
    let lines = StoredValue::new(view.lines);
    let shown = move || {
        let quantity = chosen.get();
        let line = lines.with_value(|lines| lines.iter().find(|line| line.quantity == quantity).cloned())?;
        let drawn = picture(&line);
        Some(view! {
            <LinesChart lines=drawn />
            <Table line=line />
        })
    };
    view! {
        {several.then(|| view! { <Segments label=t("screen-curves-of") value=chosen options=options /> })}
        {shown}
    }
    .into_any()
}

fn picture(line: &BestLine) -> Lines {
    Lines {
        title: t_with("screen-curves-title", &[("quantity", t(&format!("quantity-{}", line.quantity.code())).into())]),
        across: Across::Durations,
        panels: vec![best_panel(
            line.quantity,
            line.sport,
            240,
            &[
                ("athlete-curve-ever", Stroke::Quiet, &line.ever),
                ("athlete-curve-year-ago", Stroke::WarmDashed, &line.year_ago),
                ("athlete-curve-now", Stroke::Strong, &line.lately),
            ],
        )],
        marks: Vec::new(),
    }
}

#[component]
fn Table(line: BestLine) -> impl IntoView {
    let at = |points: &[CurvePoint], seconds: u32| points.iter().find(|point| point.seconds == seconds).copied();
    let unit = written_in(line.quantity, line.sport, 1.0).1;
    let rows = ROWS
        .into_iter()
        .filter_map(|seconds| {
            let ever = at(&line.ever, seconds)?;
            let now = at(&line.lately, seconds);
            let before = at(&line.year_ago, seconds);
            let figure = |point: Option<CurvePoint>| {
                view! { <Figure value=point.map(|point| written_in(line.quantity, line.sport, point.value).0).unwrap_or_default() /> }
            };
            // Lately the best ever: the two curves meet in the same activity.
            let new = now.is_some_and(|now| now.from == ever.from);
            let when = ever.from.map(|(activity, day)| {
                view! {
                    <A href=format!("/activity/{activity}") attr:class="link">
                        {format::day_of_year(day)}
                    </A>
                }
            });
            let change = now.zip(before).filter(|(_, before)| before.value > 0.0);
            let change = change.map(|(now, before)| format::signed((now.value / before.value - 1.0) * 100.0, 1));
            Some(view! {
                <tr>
                    <th scope="row">{format::span(seconds)}</th>
                    <td class="right">{figure(now)}</td>
                    <td class="right">{figure(before)}</td>
                    <td class="right">
                        <Figure value=change.unwrap_or_default() unit="%" />
                    </td>
                    <td class="right">{figure(Some(ever))}</td>
                    <td>
                        {when} " "
                        {new.then(|| view! { <Badge look=Look::Solid>{t("athlete-best-new")}</Badge> })}
                    </td>
                </tr>
            })
        })
        .collect_view();
    view! {
        <div class="table-scroll">
            <table class="grid-table" data-testid="bests">
                <caption class="only-read">{t("athlete-bests")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t("screen-duration")}</th>
                        <th scope="col" class="right">{t("athlete-curve-now")} " " <span class="unit">{unit}</span></th>
                        <th scope="col" class="right">{t("athlete-curve-year-ago")}</th>
                        <th scope="col" class="right">{t("athlete-curve-change")}</th>
                        <th scope="col" class="right">{t("athlete-curve-ever")}</th>
                        <th scope="col">{t("athlete-best-when")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
