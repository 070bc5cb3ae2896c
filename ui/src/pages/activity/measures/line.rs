//! One number: its value with what lowers confidence in it, and behind it how it is made and how well it is supported.

use domain::measures::Doubt;
use domain::metric::{Metric, Written};
use domain::saying::Saying;
use domain::signal::Tier;
use domain::sport::Sport;
use domain::unit::{MetersPerSecond, Seconds};
use leptos::prelude::*;

use crate::format::{self, speed};
use crate::parts::{Evidence, Figure, HelpLink, meaning};
use crate::words::{said, t, t_with, words};

/// The line; opened it tells what the number stands on.
#[component]
pub(super) fn Line(
    /// Which number.
    metric: Metric,
    /// The value, in the registry's unit.
    value: f64,
    /// What was done: it decides how speed is written.
    sport: Sport,
    /// What lowers confidence in it.
    doubts: Vec<Doubt>,
    /// A quiet line below the name; none if empty.
    under: String,
    /// The number as a sentence.
    saying: Option<Saying>,
) -> impl IntoView {
    let fact = metric.fact();
    let (text, unit) = match fact.written {
        Written::PaceKm | Written::Pace100m => speed(sport, MetersPerSecond(value)),
        _ => format::metric(metric, value),
    };
    // A symbol such as NP helps; "load" beside "Load" does not.
    let symbol = fact.symbol.chars().any(char::is_uppercase).then_some(fact.symbol);
    let about_key = format!("{}-about", metric.label());
    let about = words().has(&about_key).then(|| t(&about_key));
    let doubts = (!doubts.is_empty()).then(|| {
        let lines = doubts.into_iter().map(|doubt| view! { <li>{doubt_words(doubt)}</li> }).collect_view();
        view! { <ul class="measure-doubts">{lines}</ul> }
    });
    view! {
        <details class="measure" data-metric=metric.code()>
            <summary title=about.clone()>
                <span class="measure-name">
                    {t(&metric.label())}
                    <abbr>{symbol}</abbr>
                </span>
                <span class="measure-value">
                    <Figure value=text unit=unit />
                </span>
                <Evidence grade=fact.evidence />
                {(!under.is_empty()).then(|| view! { <span class="under measure-under">{under}</span> })}
                {doubts}
            </summary>
            <div class="measure-behind">
                {saying.map(|saying| view! { <p class="measure-said">{said(&saying)}</p> })}
                {about.map(|about| view! { <p>{about}</p> })}
                <dl class="facts">
                    <div>
                        <dt>{t("screen-measure-source")}</dt>
                        <dd>{fact.source}</dd>
                    </div>
                    <div>
                        <dt>{t("screen-measure-inputs")}</dt>
                        <dd>{needs(metric)}</dd>
                    </div>
                    <div>
                        <dt>
                            {t("screen-measure-evidence")} " "
                            <HelpLink about=t(&metric.label()) page="metrics" anchor=format!("metric-{}", metric.code()) />
                        </dt>
                        <dd>
                            {t_with(
                                "screen-evidence-of",
                                &[
                                    ("grade", u32::from(fact.evidence).into()),
                                    ("means", meaning(fact.evidence).into()),
                                ],
                            )}
                        </dd>
                    </div>
                    <div>
                        <dt>{t("screen-measure-tier")}</dt>
                        <dd>{t(tier_key(fact.tier))}</dd>
                    </div>
                    <div>
                        <dt>{t("screen-measure-method")}</dt>
                        <dd>{t_with("screen-measure-version", &[("version", fact.method.into())])}</dd>
                    </div>
                </dl>
            </div>
        </details>
    }
}

const fn tier_key(tier: Tier) -> &'static str {
    match tier {
        Tier::Direct => "screen-tier-direct",
        Tier::Context => "screen-tier-context",
        Tier::Experimental => "screen-tier-experimental",
    }
}

/// What a metric needs, by the names a coach knows: other metrics, channels, settings.
pub(super) fn needs(metric: Metric) -> String {
    let named = metric.fact().needs.iter().map(|need| {
        let keys = [format!("metric-{need}"), format!("channel-{need}"), format!("value-{need}")];
        keys.into_iter().find(|key| words().has(key)).map_or_else(|| need.replace('-', " "), |key| t(&key))
    });
    named.collect::<Vec<_>>().join(", ")
}

/// A doubt as a sentence.
fn doubt_words(doubt: Doubt) -> String {
    match doubt {
        Doubt::ScaledUp { share } => t_with("doubt-scaled-up", &[("share", format::percent(share).into())]),
        Doubt::Short { seconds } => t_with("doubt-short", &[("time", format::clock(Seconds(seconds)).into())]),
        Doubt::SexUnknown => t("doubt-sex-unknown"),
        Doubt::Bridged { scale, sessions } => {
            t_with("doubt-bridged", &[("scale", format::number(scale, 2).into()), ("sessions", sessions.into())])
        }
        Doubt::Unbridged => t("doubt-unbridged"),
        Doubt::RoughHeight => t("doubt-rough-height"),
        Doubt::TakenAsFlat => t("doubt-taken-as-flat"),
        Doubt::ThresholdTooLow => t("doubt-threshold-too-low"),
        Doubt::Warmer { celsius } => {
            t_with("doubt-warmer", &[("difference", format::quantity(format::Quantity::Warming, celsius, 1).into())])
        }
    }
}
