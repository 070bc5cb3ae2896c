//! Where the baseline stands: what a new athlete has done of it, and what is missing.

use domain::threshold::{Baseline, BaselineItem};
use leptos::prelude::*;

use crate::format;
use crate::words::{t, t_with};

const fn key(item: BaselineItem) -> &'static str {
    match item {
        BaselineItem::Easy => "baseline-easy",
        BaselineItem::Test => "baseline-test",
        BaselineItem::Long => "baseline-long",
        BaselineItem::Strength => "baseline-strength",
        BaselineItem::Mornings => "baseline-mornings",
    }
}

/// The list.
#[component]
pub(super) fn BaselineView(
    /// Where it stands.
    baseline: Baseline,
) -> impl IntoView {
    let days = t_with(
        "screen-baseline-days",
        &[("from", format::short_day(baseline.from).into()), ("to", format::short_day(baseline.to).into())],
    );
    let items = baseline
        .items
        .into_iter()
        .map(|(item, there, needed, _)| {
            let done = there >= needed;
            view! {
                <li class:baseline-done=done>
                    <span class="baseline-mark" aria-hidden="true">{if done { "\u{2713}" } else { "\u{25cb}" }}</span>
                    <span>{t(key(item))}</span>
                    <span class="right">
                        {t_with("screen-baseline-of", &[("there", there.min(needed).into()), ("needed", needed.into())])}
                    </span>
                </li>
            }
        })
        .collect_view();
    view! {
        <p class="quiet">{t(if baseline.complete { "screen-baseline-complete" } else { "screen-baseline-hint" })}</p>
        <ul class="baseline">{items}</ul>
        <p class="quiet">{days}</p>
    }
}
