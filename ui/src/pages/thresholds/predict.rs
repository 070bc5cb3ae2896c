//! What a running race may take, with its interval and what it rests on.

use contract::threshold::{PredictRace, PredictionView};
use domain::id::AthleteId;
use domain::result::Conditions;
use domain::threshold::Prediction;
use domain::unit::{Celsius, Meters, Seconds};
use leptos::prelude::*;

use super::MOVED;
use crate::format;
use crate::parts::{Card, Choice, Empty, Shown, TextField};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// Usual distances: stable name and metres.
const DISTANCES: [(&str, f64); 6] = [
    ("3k", 3000.0),
    ("5k", 5000.0),
    ("10k", 10_000.0),
    ("10mi", 16_093.44),
    ("half", 21_097.5),
    ("marathon", 42_195.0),
];

/// The card.
#[component]
pub(super) fn PredictCard(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let distance = RwSignal::new("10k".to_owned());
    let celsius = RwSignal::new(String::new());
    let altitude = RwSignal::new(String::new());
    let number = |field: RwSignal<String>| format::parse_number(&field.get()).ok().flatten();
    let answer = ask(of(id, MOVED), move || {
        let metres = DISTANCES.iter().find(|(code, _)| *code == distance.get()).map_or(10_000.0, |(_, metres)| *metres);
        let conditions = Conditions {
            temperature: number(celsius).map(|typed| Celsius(format::kept(format::Quantity::Temperature, typed))),
            humidity: None,
            altitude: number(altitude).map(|typed| Meters(format::kept(format::Quantity::Height, typed))),
        };
        Some(PredictRace { athlete: id, distance: Meters(metres), date: None, conditions })
    });
    let options: Vec<_> =
        DISTANCES.iter().map(|(code, _)| ((*code).to_owned(), t(&format!("distance-{code}")))).collect();
    view! {
        <Card title=t("screen-predict")>
            <div class="form-row">
                <Choice label=t("screen-distance") value=distance options=options />
                <TextField label=t("screen-temperature") value=celsius kind="number" unit=format::unit(format::Quantity::Temperature) />
                <TextField label=t("screen-altitude") value=altitude kind="number" unit=format::unit(format::Quantity::Height) />
            </div>
            <Shown ask=answer lines=4 then=|view| view! { <Answer view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Answer(view: PredictionView) -> impl IntoView {
    match view.prediction {
        None => view! { <Empty title=t("screen-predict-none") hint=t("screen-predict-none-hint") /> }.into_any(),
        Some(prediction) => view! { <Times prediction=prediction weekly=view.weekly /> }.into_any(),
    }
}

fn between((low, high): (Seconds, Seconds)) -> String {
    t_with("screen-predict-between", &[("low", format::clock(low).into()), ("high", format::clock(high).into())])
}

/// Slower by so much, and between what.
fn slower(key: &str, (middle, low, high): (f64, f64, f64)) -> String {
    t_with(
        key,
        &[
            ("percent", format::number(middle, 1).into()),
            ("low", format::number(low, 1).into()),
            ("high", format::number(high, 1).into()),
        ],
    )
}

#[component]
fn Times(prediction: Prediction, weekly: Option<Meters>) -> impl IntoView {
    let that_day = prediction.adjusted.map(|(time, low, high)| {
        view! {
            <dt>{t("screen-predict-that-day")}</dt>
            <dd>
                <strong>{format::clock(time)}</strong>
                " "
                <span class="quiet">{between((low, high))}</span>
            </dd>
        }
    });
    let parts = prediction
        .parts
        .iter()
        .map(|part| {
            view! {
                <tr>
                    <th scope="row">{t(&format!("predict-{}", part.method))}</th>
                    <td class="right">{format::clock(part.time)}</td>
                    <td class="right">{format::percent(part.weight)} " %"</td>
                </tr>
            }
        })
        .collect_view();
    let from: Vec<String> = prediction
        .from
        .iter()
        .map(|(date, distance, time)| {
            t_with(
                "screen-predict-from",
                &[
                    ("distance", format::distance(*distance).into()),
                    ("time", format::clock(*time).into()),
                    ("day", format::day_of_year(*date).into()),
                ],
            )
        })
        .collect();
    view! {
        <dl class="facts">
            <dt>{t("screen-predict-cool")}</dt>
            <dd>
                <strong>{format::clock(prediction.time)}</strong>
                " "
                <span class="quiet">{between((prediction.low, prediction.high))}</span>
            </dd>
            {that_day}
            {prediction
                .age_grade
                .map(|percent| {
                    view! {
                        <dt>{t("screen-age-grade")}</dt>
                        <dd>{format::number(percent, 1)} <span class="unit">"%"</span></dd>
                    }
                })}
            {weekly
                .map(|weekly| {
                    view! {
                        <dt>{t("screen-predict-weekly")}</dt>
                        <dd>{format::km(weekly)} <span class="unit">{format::unit(format::Quantity::Distance)}</span></dd>
                    }
                })}
        </dl>
        {prediction.heat.map(|heat| view! { <p class="quiet">{slower("screen-predict-heat", heat)}</p> })}
        {prediction.altitude.map(|high| view! { <p class="quiet">{slower("screen-predict-high", high)}</p> })}
        <details>
            <summary>{t("screen-predict-why")}</summary>
            <table class="grid-table">
                <tbody>{parts}</tbody>
            </table>
            <ul class="quiet">{from.into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
            <p class="quiet">{t("screen-predict-caution")}</p>
        </details>
    }
}
