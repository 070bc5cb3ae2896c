//! Zones that hold today, by sport.

use contract::threshold::ThresholdsView;
use domain::sport::Sport;
use domain::zones::Zones;
use leptos::prelude::*;

use crate::pages::activity::zones::edges;
use crate::parts::Empty;
use crate::parts::lines::written_in;
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

#[component]
fn One(sport: Sport, zones: Zones) -> impl IntoView {
    let quantity = zones.quantity;
    let unit = written_in(quantity, Some(sport), 1.0).1;
    let lower = zones.lower;
    let rows = (0..lower.len())
        .map(|i| {
            view! {
                <tr>
                    <th scope="row">{t_with("activity-zone", &[("number", (i + 1).into())])}</th>
                    <td class="right">{edges(&lower, i, quantity, sport)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table">
            <caption>
                {t(&format!("sport-{}", sport.code()))} " \u{b7} " {t(&format!("quantity-{}", quantity.code()))} ", " {unit}
                <span class="under">{t(&format!("scheme-{}", zones.scheme.code()))}</span>
            </caption>
            <tbody>{rows}</tbody>
        </table>
    }
}
