//! How hard sessions were felt against how hard they were meant, by kind.

use domain::adherence::EffortLine;
use leptos::prelude::*;

use crate::format;
use crate::words::{t, t_with};

/// Width of a point of felt effort; the scale has ten.
const POINT: f64 = 16.0;
/// Room for half a dot at both ends.
const EDGE: f64 = 6.0;

/// The lines, and a sentence for easy sessions that are not easy.
#[component]
pub(super) fn Efforts(
    /// One a kind.
    lines: Vec<EffortLine>,
) -> impl IntoView {
    if lines.is_empty() {
        return view! { <p class="hint">{t("adherence-effort-none")}</p> }.into_any();
    }
    let said = lines
        .iter()
        .filter_map(|line| {
            let by = format::number(line.too_hard()?, 1);
            let kind = t(&format!("kind-{}", line.kind.code()));
            let facts = [("kind", kind.into()), ("by", by.into()), ("sessions", line.sessions.into())];
            Some(view! { <li>{t_with("adherence-too-hard", &facts)}</li> })
        })
        .collect_view();
    let rows = lines.iter().map(|line| view! { <Line line=line.clone() /> }).collect_view();
    view! {
        <section class="felt" data-testid="felt">
            <h3>{t("adherence-effort")}</h3>
            <ul class="sayings-lines">{said}</ul>
            <table class="grid-table">
                <thead>
                    <tr>
                        <th scope="col">{t("adherence-effort-kind")}</th>
                        <th scope="col">{t("adherence-effort-scale")}</th>
                        <th scope="col" class="right">{t("adherence-effort-meant")}</th>
                        <th scope="col" class="right">{t("adherence-effort-felt")}</th>
                        <th scope="col" class="right">{t("adherence-effort-sessions")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

#[component]
fn Line(line: EffortLine) -> impl IntoView {
    let (wide, middle) = (10.0 * POINT + 2.0 * EDGE, 7.0);
    let place = |effort: f64| (EDGE + POINT * effort.clamp(0.0, 10.0)).to_string();
    let (meant, felt) = (place(line.expected), place(line.felt));
    view! {
        <tr>
            <th scope="row">{t(&format!("kind-{}", line.kind.code()))}</th>
            <td>
                <svg class="felt-dots" viewBox=format!("0 0 {wide} 14") width=wide.to_string() height="14" aria-hidden="true">
                    <path class="felt-scale" d=format!("M{EDGE} {middle}h{}", 10.0 * POINT) />
                    <path class="deed-line" d=format!("M{meant} {middle}H{felt}") />
                    <circle class="deed-planned" cx=meant.clone() cy=middle.to_string() r="4" />
                    <circle class="deed-done" cx=felt.clone() cy=middle.to_string() r="4" />
                </svg>
            </td>
            <td class="right">{format::number(line.expected, 1)}</td>
            <td class="right">{format::number(line.felt, 1)}</td>
            <td class="right">{line.sessions}</td>
        </tr>
    }
}
