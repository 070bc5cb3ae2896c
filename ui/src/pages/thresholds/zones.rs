//! Zones that hold today, by sport.

use contract::threshold::ThresholdsView;
use domain::measures::Quantity;
use domain::metric::Written;
use domain::sport::Sport;
use domain::zones::Zones;
use leptos::prelude::*;

use crate::format;
use crate::parts::Empty;
use crate::words::{t, t_with};

/// The tables.
#[component]
pub(super) fn ZonesView(
    /// What is known.
    view: ThresholdsView,
) -> impl IntoView {
    if view.zones.iter().all(|(_, zones)| zones.is_empty()) {
        return view! { <Empty title=t("screen-zones-none") hint=t("screen-zones-none-hint") /> }.into_any();
    }
    let tables = view
        .zones
        .into_iter()
        .flat_map(|(sport, zones)| zones.into_iter().map(move |zones| (sport, zones)))
        .map(|(sport, zones)| view! { <One sport=sport zones=zones /> })
        .collect_view();
    view! {
        <p class="quiet">{t("screen-zones-hint")}</p>
        <div class="zone-tables">{tables}</div>
    }
    .into_any()
}

/// An edge as a person reads it.
fn edge(sport: Sport, quantity: Quantity, value: f64) -> String {
    let (how, unit) = match (quantity, sport) {
        (Quantity::Power, _) => (Written::Decimals(0), "W"),
        (Quantity::HeartRate, _) => (Written::Decimals(0), "bpm"),
        (Quantity::Speed, Sport::Swim) => (Written::Pace100m, "m/s"),
        (Quantity::Speed, _) => (Written::PaceKm, "m/s"),
    };
    let (number, unit) = format::written(value, how, unit);
    format!("{number} {unit}")
}

#[component]
fn One(sport: Sport, zones: Zones) -> impl IntoView {
    let quantity = zones.quantity;
    let edges = zones.lower;
    let rows = (0..edges.len())
        .map(|i| {
            let text = match (edges[i], edges.get(i + 1)) {
                (low, Some(&high)) if low > 0.0 => {
                    format!("{} \u{2013} {}", edge(sport, quantity, low), edge(sport, quantity, high))
                }
                (_, Some(&high)) => t_with("screen-zone-below", &[("edge", edge(sport, quantity, high).into())]),
                (low, None) => t_with("screen-zone-from", &[("edge", edge(sport, quantity, low).into())]),
            };
            view! {
                <tr>
                    <th scope="row">{t_with("screen-zone", &[("number", (i + 1).into())])}</th>
                    <td class="right">{text}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table">
            <caption>
                {t(&format!("sport-{}", sport.code()))} " \u{b7} " {t(&format!("quantity-{}", quantity.code()))}
                <span class="under">{t(&format!("scheme-{}", zones.scheme.code()))}</span>
            </caption>
            <tbody>{rows}</tbody>
        </table>
    }
}
