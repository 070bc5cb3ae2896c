//! Each threshold with the setting in force and what the athlete's efforts say about it.

use contract::threshold::ThresholdsView;
use domain::id::AthleteId;
use domain::metric::Metric;
use domain::threshold::{Estimate, Source, ThresholdView};
use leptos::prelude::*;
use leptos_router::components::A;

use super::accept::{AcceptDialog, Offer};
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Dialog, Figure, Look, MissingView};
use crate::words::{t, t_with};

/// Sources named; the others are counted.
const SOURCES: usize = 3;

/// The table.
#[component]
pub(super) fn Table(
    /// Whose.
    id: AthleteId,
    /// What is known.
    view: ThresholdsView,
) -> impl IntoView {
    let offer = RwSignal::new(None::<Offer>);
    let open = RwSignal::new(false);
    let take = Callback::new(move |chosen: Offer| {
        offer.set(Some(chosen));
        open.set(true);
    });
    let today = view.on;
    let rows = view.thresholds.into_iter().map(|row| view! { <Row row=row take=take /> }).collect_view();
    view! {
        <p class="quiet">{t("screen-thresholds-hint")}</p>
        <ul class="threshold-list">{rows}</ul>
        <Dialog open=open title=t("screen-threshold-accept")>
            {move || offer.get().map(|offer| view! { <AcceptDialog id=id offer=offer today=today open=open /> })}
        </Dialog>
    }
}

#[component]
fn Row(row: ThresholdView, take: Callback<Offer>) -> impl IntoView {
    let metric = row.metric;
    let label = t(&metric.label());
    let current = match row.current {
        Some((value, from)) => {
            let (number, unit) = format::metric(metric, value);
            view! {
                <Figure value=number unit=unit />
                <span class="under">{t_with("screen-since", &[("day", format::day_of_year(from).into())])}</span>
            }
            .into_any()
        }
        None => view! { <span class="quiet">{t("screen-threshold-not-set")}</span> }.into_any(),
    };
    let estimates = if row.estimates.is_empty() {
        row.missing.map(|why| view! { <MissingView why=why /> }).into_any()
    } else {
        let lines =
            row.estimates.into_iter().map(|estimate| view! { <Line estimate=estimate take=take /> }).collect_view();
        view! { <ul class="estimate-list">{lines}</ul> }.into_any()
    };
    view! {
        <li class="threshold">
            <div class="threshold-name">
                <h3>{label}</h3>
                <p class="quiet">{t(&format!("{}-about", metric.label()))}</p>
            </div>
            <div class="threshold-now">{current}</div>
            <div class="threshold-said">{estimates}</div>
        </li>
    }
}

#[component]
fn Line(estimate: Estimate, take: Callback<Offer>) -> impl IntoView {
    let metric = estimate.metric;
    let (number, unit) = format::metric(metric, estimate.value);
    // A pace falls as speed rises: the slower end stands first all the same.
    let band = t_with(
        "screen-estimate-band",
        &[
            ("low", format::metric(metric, estimate.low).0.into()),
            ("high", format::metric(metric, estimate.high).0.into()),
        ],
    );
    let trust = t_with("screen-estimate-trust", &[("percent", format::percent(estimate.confidence).into())]);
    let more = estimate.sources.len().saturating_sub(SOURCES);
    let sources = estimate
        .sources
        .iter()
        .take(SOURCES)
        .map(|source| view! { <From metric=metric source=source.clone() /> })
        .collect_view();
    let more = (more > 0).then(|| t_with("screen-sources-more", &[("count", more.into())]));
    let offered = Offer { metric, value: estimate.value, current: estimate.current };
    view! {
        <li class="estimate" class:estimate-offered=estimate.proposed>
            <div>
                <Figure value=number unit=unit />
                " "
                <span class="quiet">{band}</span>
                " "
                {estimate.lower_bound.then(|| view! { <Badge look=Look::Plain>{t("screen-at-least")}</Badge> })}
                <span class="under">
                    {t(&format!("method-{}", estimate.method.code()))} " \u{b7} " {trust}
                </span>
                <span class="under">{sources} {more}</span>
            </div>
            {if estimate.proposed {
                view! {
                    <Button kind=ButtonKind::Primary on_press=move || take.run(offered)>
                        {t("screen-threshold-take")}
                    </Button>
                }
                    .into_any()
            } else {
                view! {
                    <Button kind=ButtonKind::Quiet on_press=move || take.run(offered)>
                        {t("screen-threshold-take")}
                    </Button>
                }
                    .into_any()
            }}
        </li>
    }
}

/// Where an estimate comes from: a day, and a way to the activity.
#[component]
fn From(metric: Metric, source: Source) -> impl IntoView {
    let day = format::day_of_year(source.date);
    let text = match source.effort {
        Some((seconds, value)) => {
            let span = format::span(seconds.round() as u32);
            let (number, unit) = format::metric(metric, value);
            // W' and D' rest on powers and speeds, not on values of their own unit.
            match metric {
                Metric::WPrime | Metric::DPrime => format!("{day}: {span}"),
                _ => format!("{day}: {span} {number} {unit}"),
            }
        }
        None => day,
    };
    match source.activity {
        Some(activity) => view! {
            <A href=format!("/activity/{activity}") attr:class="source-link">
                {text}
            </A>
        }
        .into_any(),
        None => view! { <span class="source-link">{text}</span> }.into_any(),
    }
}
