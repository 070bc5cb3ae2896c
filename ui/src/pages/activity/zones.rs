//! Time in zones, by each scheme that holds.

use domain::measures::{Quantity, ZoneTime};
use domain::sport::Sport;
use domain::unit::Seconds;
use leptos::prelude::*;

use crate::format;
use crate::parts::lines::written_in;
use crate::parts::{Card, Empty, Figure, Segments};
use crate::words::{t, t_with};

/// The card: a table of zones, and a switch where several schemes hold.
#[component]
pub(super) fn ZoneTimes(
    /// Time in the zones of each scheme.
    zones: Vec<ZoneTime>,
    /// What was done: it decides how speed is written.
    sport: Sport,
) -> impl IntoView {
    if zones.is_empty() {
        return view! {
            <Card title=t("activity-zones")>
                <Empty title=t("activity-zones-none") hint=t("activity-zones-none-hint") />
            </Card>
        }
        .into_any();
    }
    let chosen = RwSignal::new(0_usize);
    let options: Vec<(usize, String)> = zones.iter().enumerate().map(|(i, one)| (i, short(one, &zones))).collect();
    let labels: Vec<String> = zones.iter().map(label).collect();
    let under = Signal::derive(move || labels.get(chosen.get()).cloned().unwrap_or_default());
    let several = options.len() > 1;
    let actions = move || {
        several.then(|| view! { <Segments label=t("activity-zones-scheme") value=chosen options=options /> }).into_any()
    };
    view! {
        <Card title=t("activity-zones") under=under actions=actions>
            {move || zones.get(chosen.get()).cloned().map(|zones| view! { <Table zones=zones sport=sport /> })}
        </Card>
    }
    .into_any()
}

/// `Heart rate`, or `Heart rate, Friel` where several schemes cut the same quantity.
fn short(zones: &ZoneTime, all: &[ZoneTime]) -> String {
    let quantity = t(&format!("quantity-{}", zones.quantity.code()));
    if all.iter().filter(|other| other.quantity == zones.quantity).count() < 2 {
        return quantity;
    }
    let scheme = t(&format!("scheme-short-{}", zones.scheme.code()));
    t_with("activity-zones-of", &[("quantity", quantity.into()), ("scheme", scheme.into())])
}

/// `Heart rate, Friel for running`.
fn label(zones: &ZoneTime) -> String {
    let quantity = t(&format!("quantity-{}", zones.quantity.code()));
    t_with(
        "activity-zones-of",
        &[("quantity", quantity.into()), ("scheme", t(&format!("scheme-{}", zones.scheme.code())).into())],
    )
}

#[component]
pub(super) fn Table(zones: ZoneTime, sport: Sport) -> impl IntoView {
    let total: f64 = zones.seconds.iter().sum();
    let longest = zones.seconds.iter().copied().fold(0.0, f64::max);
    let unit = written_in(zones.quantity, Some(sport), 1.0).1;
    let rows = zones
        .seconds
        .iter()
        .enumerate()
        .map(|(i, seconds)| {
            let edges = edges(&zones.lower, i, zones.quantity, sport);
            let share = if total > 0.0 { format::percent(seconds / total) } else { String::new() };
            let bar = if longest > 0.0 { seconds / longest * 100.0 } else { 0.0 };
            view! {
                <tr>
                    <th scope="row">{t_with("activity-zone", &[("number", (i + 1).into())])}</th>
                    <td class="right quiet">{edges}</td>
                    <td class="right">{format::clock(Seconds(*seconds))}</td>
                    <td class="right">
                        <Figure value=share unit="%" />
                    </td>
                    <td class="zone-cell">
                        <svg class="zone-bar" viewBox="0 0 100 8" height="8" preserveAspectRatio="none" aria-hidden="true">
                            <rect class="range-track" x="0" y="3.5" width="100" height="1" />
                            <rect class="zone-fill" x="0" y="0" width=bar.to_string() height="8" />
                        </svg>
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table zones" data-testid="zones">
            <thead>
                <tr>
                    <th scope="col">{t("screen-col-zone")}</th>
                    <th scope="col" class="right">{unit}</th>
                    <th scope="col" class="right">{t("screen-col-time")}</th>
                    <th scope="col" class="right">{t("screen-col-share")}</th>
                    <th scope="col">
                        <span class="only-read">{t("screen-col-share")}</span>
                    </th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// From where to where a zone goes; the lowest and the highest are open. Below a pace means slower.
pub(crate) fn edges(lower: &[f64], zone: usize, quantity: Quantity, sport: Sport) -> String {
    let edge = |i: usize| lower.get(i).map(|edge| written_in(quantity, Some(sport), *edge).0);
    let low = lower.get(zone).filter(|low| **low > 0.0).and_then(|_| edge(zone));
    let paced = quantity == Quantity::Speed && matches!(sport, Sport::Run | Sport::Walk | Sport::Swim);
    let (below, from) = if paced {
        ("activity-zone-slower", "activity-zone-faster")
    } else {
        ("activity-zone-below", "activity-zone-from")
    };
    match (low, edge(zone + 1)) {
        (Some(low), Some(high)) => format!("{low} \u{2013} {high}"),
        (None, Some(high)) => t_with(below, &[("edge", high.into())]),
        (Some(low), None) => t_with(from, &[("edge", low.into())]),
        (None, None) => String::new(),
    }
}
