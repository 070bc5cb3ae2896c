//! Today's answer: readiness with its range and what it came from, fitness, fatigue and form, and the rules behind them.

mod hrv;
mod morning;
mod reported;

use contract::athlete::AthleteView;
use domain::readiness::{Contributor, Readiness, Signal as Sign};
use domain::reading::{Missing, Reading};
use domain::saying;
use leptos::prelude::*;

use crate::format;
use crate::parts::{Card, Figure, MissingView, RangeBar, ReadingView, Sayings};
use crate::words::{t, t_with};

use hrv::Hrv;
use morning::{Items, Sleep};
use reported::{MarkChips, RedFlags};

/// The card at the top.
#[component]
pub(super) fn Today(
    /// The athlete.
    view: AthleteView,
) -> impl IntoView {
    let day = view.readiness.clone();
    let trend = view.trend.map(|point| {
        view! {
            <dl class="numbers">
                <div>
                    <dt>{t("screen-col-fitness")}</dt>
                    <dd>
                        <Figure value=format::whole(point.ctl) />
                    </dd>
                    <dd class="quiet">{t("screen-ctl")}</dd>
                </div>
                <div>
                    <dt>{t("screen-col-fatigue")}</dt>
                    <dd>
                        <Figure value=format::whole(point.atl) />
                    </dd>
                    <dd class="quiet">{t("screen-atl")}</dd>
                </div>
                <div>
                    <dt>{t("screen-col-form")}</dt>
                    <dd>
                        <Figure value=format::signed(point.form_morning, 0) />
                    </dd>
                    <dd class="quiet">{t("screen-tsb")}</dd>
                </div>
                <div>
                    <dt>{t("screen-ramp")}</dt>
                    <dd>
                        <Figure value=point.ramp.map(|r| format::signed(r, 1)).unwrap_or_default() />
                    </dd>
                    <dd class="quiet">{t("screen-ramp-unit")}</dd>
                </div>
            </dl>
        }
    });
    view! {
        <Card title=t("screen-today-heading") under=format::day_of_year(view.on)>
            <div class="today">
                <div class="today-answer">
                    {answer(&day.readiness)}
                </div>
                {trend}
            </div>
            <RedFlags day=day.clone() />
            <Sayings sayings=saying::of_readiness(&day) open=2 />
            <MarkChips marks=day.marks />
            <Contributors contributors=day.contributors />
            <div class="signs">
                <Hrv rules=day.hrv />
                <Sleep debt=day.sleep_debt />
                <Items items=day.items hooper=day.hooper />
            </div>
        </Card>
    }
}

fn answer(reading: &Reading<Readiness>) -> AnyView {
    let (value, stale) = match reading {
        Reading::Known { value, .. } => (value, None),
        Reading::Stale { value, days, .. } => (value, Some(*days)),
        Reading::Missing { why } => {
            return view! {
                <p class="today-score">{t("screen-readiness-unknown")}</p>
                <p>
                    <MissingView why=*why />
                </p>
                <p class="quiet">{t(unknown_hint(*why))}</p>
            }
            .into_any();
        }
    };
    let key = match (value.low, value.high) {
        (_, high) if high < 50.0 => "screen-readiness-below",
        (low, _) if low > 50.0 => "screen-readiness-above",
        _ => "screen-readiness-usual",
    };
    view! {
        <p class="today-score">
            {format::whole(value.score)}
            <span class="today-range">
                {t_with("screen-range", &[("low", value.low.round().into()), ("high", value.high.round().into())])}
            </span>
        </p>
        <RangeBar score=value.score low=value.low high=value.high stale=stale.is_some() />
        <p>{t(key)}</p>
        <p class="quiet">
            {t_with("screen-coverage", &[("share", (value.coverage * 100.0).round().into())])}
            {stale.map(|days| view! { <span class="stale-age">{format::age(days)}</span> })}
        </p>
    }
    .into_any()
}

/// What would give a score: what was never recorded needs a source, what is too little needs days.
const fn unknown_hint(why: Missing) -> &'static str {
    match why {
        Missing::NeverRecorded | Missing::NoChannel => "screen-readiness-never-hint",
        Missing::SetAside => "screen-readiness-aside-hint",
        _ => "screen-readiness-few-hint",
    }
}

#[component]
fn Contributors(contributors: Vec<Contributor>) -> impl IntoView {
    let rows = contributors
        .into_iter()
        .map(|c| {
            let (decimals, unit) = scale_of(c.signal);
            let band = c
                .band
                .map(|(low, high)| {
                    format!("{} \u{2013} {}", format::number(low, decimals), format::number(high, decimals))
                })
                .unwrap_or_default();
            let unit = if unit.is_empty() { String::new() } else { t(unit) };
            view! {
                <tr>
                    <th scope="row">{t(&format!("signal-{}", c.signal.code()))}</th>
                    <td class="right">
                        <ReadingView reading=c.value unit=unit show=move |v| format::number(*v, decimals) />
                    </td>
                    <td class="right quiet">
                        <Figure value=band />
                    </td>
                    <td class="effect-cell">
                        <EffectBar z=c.z />
                    </td>
                    <td class="right">
                        <Figure value=c.z.map(|z| format::signed(z, 1)).unwrap_or_default() />
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table contributors">
            <caption class="only-read">{t("screen-contributors")}</caption>
            <thead>
                <tr>
                    <th scope="col">{t("screen-col-signal")}</th>
                    <th scope="col" class="right">{t("screen-col-today")}</th>
                    <th scope="col" class="right">{t("screen-col-usual")}</th>
                    <th scope="col">{t("screen-col-effect")}</th>
                    <th scope="col" class="right" title=t("screen-z-hint")>{t("screen-col-z")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Decimals and the words key of the unit.
const fn scale_of(signal: Sign) -> (usize, &'static str) {
    match signal {
        Sign::Hrv => (0, "screen-unit-ms"),
        Sign::RestingHr => (0, "screen-unit-bpm"),
        Sign::Sleep => (1, "screen-unit-h"),
        Sign::Subjective => (1, "screen-unit-of-five"),
        Sign::Form => (0, ""),
    }
}

/// Distance from usual as a bar from the middle: right is better. The number stands beside it.
#[component]
fn EffectBar(z: Option<f64>) -> impl IntoView {
    const HALF: f64 = 40.0;
    let bar = z.map(|z| {
        let length = (z.abs().min(2.5) / 2.5 * HALF).max(1.0);
        let x = if z < 0.0 { HALF - length } else { HALF };
        let class = if z <= -1.0 { "effect effect-low" } else { "effect" };
        view! { <rect class=class x=x.to_string() y="3" width=length.to_string() height="6" /> }
    });
    view! {
        <svg class="effect-bar" viewBox="0 0 80 12" width="80" height="12" aria-hidden="true">
            <rect class="range-track" x="0" y="5.5" width="80" height="1" />
            {bar}
            <rect class="range-usual" x="39.5" y="1" width="1" height="10" />
        </svg>
    }
}
