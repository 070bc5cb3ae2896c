//! A score with its range on a line from 0 to 100.

use leptos::prelude::*;

use crate::format::whole;
use crate::words::t_with;

/// The range as a bar, the score as a tick in it, the athlete's usual (50) as a faint line.
#[component]
pub fn RangeBar(
    /// The score.
    score: f64,
    /// Lower end of the range.
    low: f64,
    /// Upper end of the range.
    high: f64,
    /// The value is old.
    #[prop(optional)]
    stale: bool,
) -> impl IntoView {
    let clamp = |v: f64| v.clamp(0.0, 100.0);
    let (low, high, score) = (clamp(low), clamp(high), clamp(score));
    let words = t_with(
        "screen-score-range",
        &[("score", score.round().into()), ("low", low.round().into()), ("high", high.round().into())],
    );
    let label = words.clone();
    view! {
        <svg
            class="range-bar"
            class:range-bar-stale=stale
            viewBox="0 0 100 12"
            width="72"
            height="12"
            preserveAspectRatio="none"
            role="img"
            aria-label=label
        >
            <title>{words}</title>
            <rect class="range-track" x="0" y="5" width="100" height="2" />
            <rect class="range-usual" x="49.5" y="2" width="1" height="8" />
            <rect class="range-band" x=low.to_string() y="3" width=(high - low).max(1.0).to_string() height="6" />
            <rect class="range-tick" x=(score - 1.25).max(0.0).to_string() y="0" width="2.5" height="12" data-score=whole(score) />
        </svg>
    }
}
