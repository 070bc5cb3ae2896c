//! Done, planned and expected: what the plan would do to fitness, fatigue and form. Nothing planned enters what was done.

use chrono::NaiveDate;
use domain::daily::Projected;
use leptos::prelude::*;

use crate::format;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall, day_number};
use crate::words::{t, t_with};

/// The picture; nothing while nothing can be projected.
#[component]
pub(super) fn Ahead(
    /// Days in order, past ones first.
    days: Vec<Projected>,
    /// Today, if known: dashed from here on.
    today: Option<NaiveDate>,
) -> impl IntoView {
    let last = days.last()?.clone();
    let today = today.unwrap_or(last.date);
    let planned = days.iter().any(|day| day.planned.is_some() && day.date > today);
    let assumed = days.iter().filter(|day| day.assumed).count();
    let note = match (planned, assumed) {
        (false, _) => t("screen-ahead-no-plan"),
        (true, 0) => t("screen-ahead-note"),
        (true, days) => t_with("screen-ahead-assumed", &[("days", days.into())]),
    };
    let lines = picture(&days, &last, today);
    Some(view! {
        <figure class="chart-figure" data-testid="ahead">
            <figcaption>{t("screen-ahead")}</figcaption>
            <LinesChart lines=lines />
            <p class="quiet chart-note">{note}</p>
        </figure>
    })
}

fn picture(days: &[Projected], last: &Projected, today: NaiveDate) -> Lines {
    // Today belongs to both, so that the dashes begin where the line ends.
    let line = |key: &str, look, held: &dyn Fn(NaiveDate) -> bool, value: &dyn Fn(&Projected) -> Option<f64>| {
        let points = days.iter().filter(|day| held(day.date)).map(|day| (day_number(day.date), value(day)));
        Series { name: t(key), look, points: points.collect() }
    };
    let past = |date: NaiveDate| date <= today;
    let ahead = |date: NaiveDate| date >= today;
    let all = |_: NaiveDate| true;
    // A line that ends today says its value at its end; the dashed one where it leads to.
    let more = last.date > today;
    let pair = |(done, expected): (&str, &str),
                (solid, dashed): (Stroke, Stroke),
                value: &dyn Fn(&Projected) -> Option<f64>| {
        let mut both = vec![line(done, solid, &past, value)];
        if more {
            both.push(line(expected, dashed, &ahead, value));
        }
        both
    };
    let number = |zero| Tall::Number { decimals: 0, zero };
    let mut upper =
        pair(("chart-fatigue", "screen-ahead-fatigue"), (Stroke::Warm, Stroke::WarmDashed), &|day| Some(day.atl));
    upper.extend(pair(("chart-fitness", "screen-ahead-fitness"), (Stroke::Strong, Stroke::StrongDashed), &|day| {
        Some(day.ctl)
    }));
    let form =
        pair(("chart-form", "screen-ahead-form"), (Stroke::Quiet, Stroke::QuietDashed), &|day| Some(day.form_morning));
    let loads = vec![
        line("screen-ahead-done", Stroke::Bars, &all, &|day| day.actual),
        line("screen-ahead-planned", Stroke::Hollow, &all, &|day| day.planned),
        line("screen-ahead-expected", Stroke::Ticks, &ahead, &|day| Some(day.expected)),
    ];
    Lines {
        title: t_with(
            "screen-ahead-title",
            &[
                ("day", format::day_of_year(last.date).into()),
                ("fitness", format::whole(last.ctl).into()),
                ("form", format::signed(last.form_morning, 0).into()),
            ],
        ),
        across: Across::Days,
        panels: vec![
            Panel { height: 130, tall: number(true), unit: String::new(), series: upper },
            Panel { height: 72, tall: number(true), unit: t("activity-unit-points"), series: loads },
            Panel { height: 72, tall: number(true), unit: String::new(), series: form },
        ],
        marks: vec![(day_number(today), t("screen-today"))],
    }
}
