//! Times to aim at: the range, and what of the weather is in it.

use contract::race::{Expected, RaceView};
use domain::sport::Sport;
use domain::threshold::Prediction;
use leptos::prelude::*;

use crate::format::{self, Quantity};
use crate::parts::{Card, Empty};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn ExpectedCard(view: RaceView) -> impl IntoView {
    let run = view.race.sport == Sport::Run && view.race.distance.is_some();
    let conditions = view.sheets.first().map(|sheet| sheet.conditions).unwrap_or_default();
    let weather = view.sheets.first().and_then(|sheet| sheet.weather.clone());
    let shown = [
        conditions
            .temperature
            .map(|celsius| ("screen-temperature", format::quantity(Quantity::Temperature, celsius.0, 0))),
        conditions.humidity.map(|percent| ("screen-humidity", format!("{} %", format::whole(percent)))),
        conditions.altitude.map(|metres| ("screen-altitude", format::quantity(Quantity::Height, metres.0, 0))),
        weather.map(|text| ("race-weather", text)),
    ];
    let lines = shown
        .into_iter()
        .flatten()
        .map(|(key, value)| {
            view! {
                <dt>{t(key)}</dt>
                <dd>{value}</dd>
            }
        })
        .collect_view();
    let body = match view.prediction {
        Some(prediction) => times(&prediction, lines),
        None if run => view! {
            <Empty title=t("screen-predict-none") hint=t("screen-predict-none-hint") />
            <dl class="facts">{lines}</dl>
        }
        .into_any(),
        None => view! {
            <p class="quiet">{t("race-no-formula")}</p>
            <dl class="facts">{lines}</dl>
        }
        .into_any(),
    };
    view! { <Card title=t("race-targets")>{body}</Card> }
}

/// A range in words.
pub(super) fn between(expected: &Expected) -> String {
    t_with(
        "screen-predict-between",
        &[("low", format::clock(expected.low).into()), ("high", format::clock(expected.high).into())],
    )
}

fn times(prediction: &Prediction, lines: impl IntoView + 'static) -> AnyView {
    let expected = Expected::of(prediction);
    let counted = |key: &str, slower: Option<(f64, f64, f64)>| {
        slower.map(|(middle, low, high)| {
            let values = [("percent", middle), ("low", low), ("high", high)];
            let values = values.map(|(name, value)| (name, format::number(value, 1).into()));
            view! { <li>{t_with(key, &values)}</li> }
        })
    };
    view! {
        <p class="race-target">
            <strong>{format::clock(expected.time)}</strong>
            " "
            <span>{between(&expected)}</span>
        </p>
        <dl class="facts">{lines}</dl>
        <ul class="quiet">
            {counted("screen-predict-heat", prediction.heat)}
            {counted("screen-predict-high", prediction.altitude)}
            <li>{t("race-weather-uncounted")}</li>
        </ul>
    }
    .into_any()
}
