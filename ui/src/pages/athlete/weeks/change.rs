//! How fast fitness rises, and the load ratios as what they are: a description that predicts nothing.

use domain::daily::DayMeasures;
use leptos::prelude::*;

use crate::format;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall, day_number};
use crate::parts::{Figure, MissingView};
use crate::words::{t, t_with};

/// What is worth knowing of the newest day, the ramp, and the ratios behind a disclosure.
#[component]
pub(super) fn Change(
    /// Days in order.
    days: Vec<DayMeasures>,
) -> impl IntoView {
    let newest = days.last()?.clone();
    let line = |name: &str, look, value: fn(&DayMeasures) -> Option<f64>| Series {
        name: t(name),
        look,
        points: days.iter().map(|day| (day_number(day.date), value(day))).collect(),
    };
    let ramp = Lines {
        title: t_with(
            "screen-ramp-title",
            &[("ramp", newest.trend.ramp.map_or_else(|| t("chart-unknown"), |ramp| format::signed(ramp, 1)).into())],
        ),
        across: Across::Days,
        panels: vec![Panel {
            height: 72,
            tall: Tall::Number { decimals: 1, zero: true },
            unit: String::new(),
            series: vec![line("screen-ramp", Stroke::Strong, |day| day.trend.ramp)],
        }],
        marks: Vec::new(),
    };
    let ratios = Lines {
        title: t("screen-ratio-title"),
        across: Across::Days,
        panels: vec![Panel {
            height: 110,
            tall: Tall::Number { decimals: 1, zero: true },
            unit: String::new(),
            series: vec![
                line("screen-ratio-uncoupled", Stroke::Quiet, |day| day.acwr_uncoupled),
                line("screen-ratio-ewma", Stroke::Warm, |day| day.acwr_ewma),
                line("screen-ratio-coupled", Stroke::Strong, |day| day.acwr_coupled),
            ],
        }],
        marks: Vec::new(),
    };
    let missing = newest.acwr_missing.map(|why| {
        view! {
            <p>
                {t("screen-ratio-missing")} " " <MissingView why=why />
            </p>
        }
    });
    let drawn = (!ratios.is_empty()).then(|| view! { <LinesChart lines=ratios /> });
    let ramped = (!ramp.is_empty()).then(|| {
        view! {
            <figure class="chart-figure" data-testid="ramp">
                <figcaption>{t("screen-ramp-caption")}</figcaption>
                <LinesChart lines=ramp />
            </figure>
        }
    });
    Some(view! {
        <Newest day=newest />
        {ramped}
        <details class="ratios" data-testid="ratios">
            <summary>{t("screen-ratio")}</summary>
            <p class="quiet">{t("screen-ratio-caution")}</p>
            {missing}
            {drawn}
        </details>
    })
}

/// The newest day in numbers: sessions in seven days, days since a hard one, and the longest session of the day against the
/// thirty before.
#[component]
fn Newest(day: DayMeasures) -> impl IntoView {
    let hard = match day.days_since_hard {
        Some(days) => view! { <Figure value=days.to_string() unit=t("screen-unit-d") /> }.into_any(),
        None => view! { <span class="missing">{t("screen-hard-none")}</span> }.into_any(),
    };
    let spike = day.spike.map(|spike| {
        let size = |size: f64| {
            if spike.by_distance {
                format::distance(domain::unit::Meters(size))
            } else {
                format::clock(domain::unit::Seconds(size))
            }
        };
        let words = t_with(
            "screen-spike",
            &[
                ("share", format::percent(spike.ratio).into()),
                ("size", size(spike.size).into()),
                ("longest", size(spike.longest).into()),
            ],
        );
        view! {
            <div>
                <dt>{t("screen-spike-name")}</dt>
                <dd>{words}</dd>
            </div>
        }
    });
    view! {
        <dl class="facts newest-day">
            <div>
                <dt>{t("screen-density")}</dt>
                <dd>{day.density.to_string()}</dd>
            </div>
            <div>
                <dt>{t("screen-since-hard")}</dt>
                <dd>{hard}</dd>
            </div>
            {spike}
        </dl>
    }
}
