//! Sleep missed, and each answer of the morning against the athlete's own.

use domain::readiness::{ItemZ, SleepDebt};
use domain::reading::Reading;
use leptos::prelude::*;

use super::EffectBar;
use crate::format;
use crate::parts::{Figure, ReadingView};
use crate::words::{t, t_with};

/// Sleep missed in seven nights: against which need, from how many nights, and whether the need is a guess.
#[component]
pub(super) fn Sleep(
    /// The debt, or why it is unknown.
    debt: Reading<SleepDebt>,
) -> impl IntoView {
    let under = debt.any().map(|debt| {
        let key = if debt.guessed { "screen-sleep-known-guessed" } else { "screen-sleep-known" };
        let words = t_with(key, &[("need", format::number(debt.need, 1).into()), ("nights", debt.nights.into())]);
        view! { <p class="quiet">{words}</p> }
    });
    view! {
        <section class="sign" aria-label=t("screen-sleep-debt") data-testid="sleep-debt">
            <h3>{t("screen-sleep-debt")}</h3>
            <p>
                <ReadingView reading=debt unit=t("screen-unit-h") show=|debt| format::number(debt.hours, 1) />
            </p>
            {under}
        </section>
    }
}

/// The answers with their distance from the athlete's own, and the sum that coaches know as the Hooper index.
#[component]
pub(super) fn Items(
    /// Answers of the day.
    items: Vec<ItemZ>,
    /// The index, if all four of its answers were given.
    hooper: Option<f64>,
) -> impl IntoView {
    if items.is_empty() {
        return None;
    }
    let rows = items
        .into_iter()
        .map(|item| {
            let code = item.field.code();
            let (number, unit) = format::wellness(item.field, item.value);
            let z = match item.z {
                Some(z) => view! { <Figure value=format::signed(z, 1) /> }.into_any(),
                None => view! { <span class="missing">{t("missing-too-few-days")}</span> }.into_any(),
            };
            view! {
                <tr>
                    <th scope="row">{t(&format!("wellness-{code}"))}</th>
                    <td class="right">
                        <Figure value=number unit=unit />
                    </td>
                    <td class="effect-cell">
                        <EffectBar z=item.z />
                    </td>
                    <td class="right">{z}</td>
                </tr>
            }
        })
        .collect_view();
    let hooper = hooper.map(|index| {
        view! {
            <p class="quiet" data-testid="hooper">
                {t_with("screen-hooper", &[("index", format::whole(index).into())])}
            </p>
        }
    });
    Some(view! {
        <section class="sign" aria-label=t("screen-items") data-testid="items">
            <h3>{t("screen-items")}</h3>
            <table class="grid-table contributors">
                <thead class="only-read">
                    <tr>
                        <th scope="col">{t("screen-col-signal")}</th>
                        <th scope="col" class="right">{t("screen-col-today")}</th>
                        <th scope="col">{t("screen-col-effect")}</th>
                        <th scope="col" class="right">{t("screen-col-z")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
            {hooper}
        </section>
    })
}
