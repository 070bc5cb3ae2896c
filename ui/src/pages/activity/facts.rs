//! An activity's numbers: what is computed here, what the device says, laps and repairs.

use contract::measure::ActivityView;
use domain::activity::Activity;
use domain::locale::here;
use domain::recording::Repair;
use domain::summary::{Load, LoadSource};
use domain::unit::{Meters, Seconds};
use leptos::prelude::*;

use crate::format::{self, Quantity, speed};
use crate::parts::{Figure, Mark, missing_words};
use crate::words::{t, t_with};

/// A height in the unit of the person.
fn height(kept: Option<Meters>) -> Option<f64> {
    kept.map(|height| here().shown(Quantity::Height, height.0))
}

/// The numbers at the top.
#[component]
pub(super) fn Numbers(view: ActivityView) -> impl IntoView {
    let a = view.activity;
    let s = a.summary.clone();
    let paused = a.elapsed.0 - a.timer.0;
    let under_time = if paused > 1.0 {
        t_with("activity-paused", &[("time", format::clock(Seconds(paused)).into())])
    } else {
        String::new()
    };
    let pace = s.avg_speed.map(|v| speed(a.sport, v));
    let whole = |v: Option<f64>| v.map(format::whole);
    let items = [
        number("activity-time", Some(format::clock(a.timer)), "", under_time),
        number("activity-distance", a.distance.map(format::km), format::unit(Quantity::Distance), String::new()),
        match pace {
            Some((value, unit)) => number("activity-speed", Some(value), &unit, String::new()),
            None => number("activity-speed", None, "", String::new()),
        },
        number("activity-avg-hr", whole(s.avg_hr.map(|v| v.0)), "bpm", String::new()),
        number("activity-max-hr", whole(s.max_hr.map(|v| v.0)), "bpm", String::new()),
        number("activity-avg-power", whole(s.avg_power.map(|v| v.0)), "W", String::new()),
        number("activity-np", whole(s.normalized_power.map(|v| v.0)), "W", String::new()),
        number("activity-if", s.intensity_factor.map(|v| format::number(v, 2)), "", String::new()),
        number("activity-ascent", whole(height(s.ascent)), format::unit(Quantity::Height), String::new()),
    ];
    // What a sport does not have is left out; load always stands there, because its absence has a reason.
    let items = items.into_iter().flatten().collect_view();
    let load = match (s.load, s.load_missing) {
        (Some(load), _) => view! {
            <dd data-testid="activity-load">
                {format::whole(load.points)} <span class="unit">{t("activity-unit-points")}</span>
                <small>{source(load)}</small>
            </dd>
        }
        .into_any(),
        (None, why) => view! {
            <dd class="missing" data-testid="activity-load">
                {why.map_or_else(|| t("activity-load-none"), missing_words)}
            </dd>
        }
        .into_any(),
    };
    view! {
        <dl class="card activity-numbers">
            {items} <div>
                <dt>{t("activity-load")}</dt>
                {load}
            </div>
        </dl>
    }
}

fn number(key: &str, value: Option<String>, unit: &str, under: String) -> Option<impl IntoView + use<>> {
    let value = value.filter(|v| !v.is_empty())?;
    let (name, unit) = (t(key), unit.to_owned());
    Some(view! {
        <div>
            <dt>{name}</dt>
            <dd>
                {value} <span class="unit">{unit}</span>
                {(!under.is_empty()).then(|| view! { <small>{under}</small> })}
            </dd>
        </div>
    })
}

/// Where a load comes from, whether that is the athlete's usual source, and what it was multiplied by.
pub(super) fn source(load: Load) -> String {
    let source = t(&format!("load-{}", load.source.code()));
    let scale = load.scale.map(|scale| format::number(scale, 2));
    match (load.source, load.stands_in, scale) {
        (LoadSource::Perceived, _, Some(scale)) => {
            t_with("activity-load-scaled", &[("source", source.into()), ("scale", scale.into())])
        }
        (_, true, Some(scale)) => {
            t_with("screen-load-stands-in", &[("source", source.into()), ("scale", scale.into())])
        }
        (_, true, None) => t_with("screen-load-stands-in-unscaled", &[("source", source.into())]),
        (_, false, _) => source,
    }
}

/// The device's totals beside ours.
#[component]
pub(super) fn Totals(activity: Activity) -> impl IntoView {
    let (d, s) = (&activity.totals, &activity.summary);
    let rows = [
        ("activity-avg-hr", "bpm", d.avg_hr.map(|v| v.0), s.avg_hr.map(|v| v.0)),
        ("activity-max-hr", "bpm", d.max_hr.map(|v| v.0), s.max_hr.map(|v| v.0)),
        ("activity-avg-power", "W", d.avg_power.map(|v| v.0), s.avg_power.map(|v| v.0)),
        ("activity-np", "W", d.normalized_power.map(|v| v.0), s.normalized_power.map(|v| v.0)),
        ("activity-load", "", d.tss, s.load.map(|l| l.points)),
        ("activity-ascent", format::unit(Quantity::Height), height(d.ascent), height(s.ascent)),
        ("activity-energy", "kcal", d.kcal, None),
        ("activity-effort-device", "RPE", d.rpe.map(|v| v.0), activity.rpe.map(|v| v.0)),
    ];
    let rows = rows
        .into_iter()
        .filter(|(_, _, device, ours)| device.is_some() || ours.is_some())
        .map(|(key, unit, device, ours)| {
            let figure = |v: Option<f64>| {
                let value = v.map(format::whole).unwrap_or_default();
                view! { <Figure value=value unit=unit /> }
            };
            view! {
                <tr>
                    <td>{t(key)}</td>
                    <td class="right">{figure(ours)}</td>
                    <td class="right">{figure(device)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table">
            <thead>
                <tr>
                    <th scope="col">{t("activity-total")}</th>
                    <th scope="col" class="right">{t("activity-ours")}</th>
                    <th scope="col" class="right">{t("activity-device")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// What was repaired while reading, in words.
#[component]
pub(super) fn Repairs(repairs: Vec<Repair>) -> impl IntoView {
    if repairs.is_empty() {
        return view! { <p class="quiet">{t("activity-no-repairs")}</p> }.into_any();
    }
    let rows = repairs
        .into_iter()
        .map(|repair| {
            let mut details = Vec::new();
            if let Some(channel) = repair.channel {
                details.push(t(&format!("channel-{}", channel.code())));
            }
            details.push(t_with("activity-repair-count", &[("count", repair.samples.into())]));
            if let Some(at) = repair.at_s {
                details.push(t_with("activity-repair-at", &[("at", format::clock(Seconds(at)).into())]));
            }
            view! {
                <li>
                    <Mark severity=Some(domain::attention::Severity::Note) />
                    <div>
                        <p>{t_with(&format!("repair-{}", repair.kind.code()), &[("samples", repair.samples.into())])}</p>
                        <p class="quiet">{details.join(", ")}</p>
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="activity-repairs" data-testid="repairs">{rows}</ul> }.into_any()
}
