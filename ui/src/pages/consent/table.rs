//! Kinds of data by purposes: yes or no in words, and whether anybody said so.

use contract::consent::ConsentCell;
use domain::consent::{DataCategory, Purpose};
use leptos::prelude::*;

use crate::format;
use crate::words::{t, t_with};

/// The table.
#[component]
pub(super) fn Table(cells: Vec<ConsentCell>) -> impl IntoView {
    let heads = Purpose::ALL
        .iter()
        .map(|purpose| view! { <th scope="col">{t(&format!("purpose-{}", purpose.code()))}</th> })
        .collect_view();
    let row = |category: &DataCategory| {
        let its = cells.iter().filter(|cell| cell.category == *category);
        let its = its.map(|cell| view! { <td class:quiet=cell.said.is_none()>{standing(cell)}</td> }).collect_view();
        view! {
            <tr>
                <th scope="row">{t(&format!("category-{}", category.code()))}</th>
                {its}
            </tr>
        }
    };
    let rows = DataCategory::ALL.iter().map(row).collect_view();
    view! {
        <div class="table-scroll" role="region" tabindex="0" aria-label=t("consent-table")>
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{t("consent-category")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// How a cell stands, in words.
fn standing(cell: &ConsentCell) -> String {
    let until = cell.said.as_ref().and_then(|said| said.to);
    match (cell.allowed, until, cell.said.is_some()) {
        (true, Some(day), _) => t_with("consent-until", &[("day", format::day_of_year(day).into())]),
        (true, None, true) => t("consent-allowed"),
        (false, _, true) => t("consent-refused"),
        (true, None, false) => t("consent-unsaid-allowed"),
        (false, _, false) => t("consent-unsaid-refused"),
    }
}
