//! What stands beside readiness and never inside it: illness, injury, fever and pain, and the marks on the day.

use domain::attention::Severity;
use domain::mark::MarkKind;
use domain::readiness::ReadinessDay;
use leptos::prelude::*;

use crate::parts::{Badge, Look, Mark};
use crate::words::{t, t_with};

/// Red flags of the day; nothing on a day without.
#[component]
pub(super) fn RedFlags(
    /// The day.
    day: ReadinessDay,
) -> impl IntoView {
    let flags = [
        day.ill.then(|| t("screen-ill-today")),
        day.injured.then(|| t("screen-injured-today")),
        day.fever.then(|| t("screen-fever-today")),
        day.pain.filter(|pain| *pain > 0.0).map(|pain| t_with("screen-pain-today", &[("pain", pain.round().into())])),
    ];
    let lines: Vec<_> = flags
        .into_iter()
        .flatten()
        .map(|words| {
            view! {
                <li>
                    <Mark severity=Some(Severity::Act) />
                    {words}
                </li>
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        view! {
            <section class="red-flags" aria-label=t("screen-red-flags") data-testid="red-flags">
                <ul>{lines}</ul>
                <p class="quiet">{t("screen-red-flags-note")}</p>
            </section>
        }
    })
}

/// Marks that cover the day, as chips.
#[component]
pub(super) fn MarkChips(
    /// Their kinds.
    marks: Vec<MarkKind>,
) -> impl IntoView {
    (!marks.is_empty()).then(|| {
        let chips = marks
            .into_iter()
            .map(|kind| view! { <Badge look=Look::Solid>{t(&format!("mark-{}", kind.code()))}</Badge> })
            .collect_view();
        view! {
            <p class="mark-chips" data-testid="marks">
                {chips} <span class="quiet">{t("screen-marks-note")}</span>
            </p>
        }
    })
}
