//! Readiness over time: the score with its range, and under it the rows it is made of, each against the athlete's own.

use charts::plot::Plot;
use chrono::Duration;
use contract::measure::{ReadinessTrend, ReadinessTrendView};
use domain::id::AthleteId;
use domain::readiness::{Contributor, Signal as Sign};
use domain::reading::Reading;
use leptos::prelude::*;

use super::DONE;
use crate::parts::chart::{Chart, Linked, ReadinessChart};
use crate::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall, day_number};
use crate::parts::{Card, Empty, Segments, Shown};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

/// The rows under the score: signal, decimals, the words key of the unit.
const ROWS: [(Sign, u8, &str); 4] = [
    (Sign::Hrv, 0, "screen-unit-ms"),
    (Sign::Subjective, 1, "screen-unit-of-five"),
    (Sign::RestingHr, 0, "screen-unit-bpm"),
    (Sign::Sleep, 1, "screen-unit-h"),
];

/// The card.
#[component]
pub(super) fn ReadinessOverTime(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let state = State::here();
    let days = RwSignal::new(182_i64);
    let from = Memo::new(move |_| state.today().map(|today| today - Duration::days(days.get() - 1)));
    let trend = ask(of(id, DONE), move || Some(ReadinessTrend { athlete: id, from: Some(from.get()?), to: None }));
    let options =
        vec![(42, t("screen-span-six-weeks")), (182, t("screen-span-half-year")), (365, t("screen-span-year"))];
    view! {
        <Card
            title=t("athlete-readiness")
            actions=move || view! { <Segments label=t("screen-span") value=days options=options /> }
        >
            <Shown ask=trend lines=8 then=|view: ReadinessTrendView| view! { <Everything view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Everything(view: ReadinessTrendView) -> impl IntoView {
    let any =
        view.days.iter().any(|day| day.readiness.any().is_some() || day.contributors.iter().any(|c| c.z.is_some()));
    let Some(across) = view.across().filter(|_| any) else {
        return view! { <Empty title=t("athlete-readiness-none") hint=t("athlete-readiness-none-hint") /> }.into_any();
    };
    let linked = Linked::of(across.whole);
    let rows = ROWS
        .into_iter()
        .filter_map(|(sign, decimals, unit)| {
            let lines = row(&view, sign, decimals, unit)?;
            let name = t(&format!("signal-{}", sign.code()));
            let height = lines.height();
            Some(view! {
                <figure class="chart-figure" data-testid=format!("row-{}", sign.code())>
                    <figcaption>{name.clone()}</figcaption>
                    <Chart plot=lines height=height label=name linked=Some(linked) />
                </figure>
            })
        })
        .collect_view();
    view! {
        <figure class="chart-figure">
            <figcaption>{t("screen-readiness-caption")}</figcaption>
            <ReadinessChart view=view linked=Some(linked) />
        </figure>
        {rows}
        <p class="quiet">{t("athlete-readiness-rows-hint")}</p>
    }
    .into_any()
}

/// One signal day by day: dots for the days, a line through seven of them, and the athlete's own band around.
fn row(view: &ReadinessTrendView, sign: Sign, decimals: u8, unit: &str) -> Option<Lines> {
    let found: Vec<(f64, Option<&Contributor>)> = view
        .days
        .iter()
        // As the score above them, days stand in the middle of their slot.
        .map(|day| (day_number(day.date), day.contributors.iter().find(|c| c.signal == sign)))
        .collect();
    let known = |c: &Contributor| match c.value {
        Reading::Known { value, .. } => Some(value),
        Reading::Stale { .. } | Reading::Missing { .. } => None,
    };
    let values: Vec<(f64, Option<f64>)> = found.iter().map(|(at, c)| (*at, c.and_then(known))).collect();
    let count = values.iter().filter(|point| point.1.is_some()).count();
    if count == 0 {
        return None;
    }
    let edge = |keep: fn((f64, f64)) -> f64| found.iter().map(move |(at, c)| (*at, c.and_then(|c| c.band).map(keep)));
    let week = |i: usize| {
        let seven: Vec<f64> = values[i.saturating_sub(6)..=i].iter().filter_map(|point| point.1).collect();
        (seven.len() >= 3).then(|| seven.iter().sum::<f64>() / seven.len() as f64)
    };
    let series = |name: &str, look, points: Vec<(f64, Option<f64>)>| Series { name: t(name), look, points };
    let newest = values.iter().rev().find_map(|point| point.1)?;
    let name = t(&format!("signal-{}", sign.code()));
    Some(Lines {
        title: t_with(
            "athlete-row-title",
            &[
                ("signal", name.into()),
                ("days", count.into()),
                ("value", crate::format::number(newest, usize::from(decimals)).into()),
                ("unit", t(unit).into()),
            ],
        ),
        across: Across::Days,
        panels: vec![Panel {
            height: 74,
            tall: Tall::Number { decimals, zero: false },
            unit: t(unit),
            series: vec![
                series("athlete-row-low", Stroke::QuietDashed, edge(|band| band.0).collect()),
                series("athlete-row-high", Stroke::QuietDashed, edge(|band| band.1).collect()),
                series("athlete-row-day", Stroke::Ticks, values.clone()),
                series("athlete-row-week", Stroke::Strong, (0..values.len()).map(|i| (values[i].0, week(i))).collect()),
            ],
        }],
        marks: Vec::new(),
    })
}
