//! Shares of a whole as one bar.

use leptos::prelude::*;

use crate::format;

/// The parts of a whole side by side, each with its words for the pointer. The parts differ in shade and pattern, and the
/// bar's label says all of them.
#[component]
pub fn ShareBar(
    /// Words and share (0 to 1) of each part, at most three.
    parts: Vec<(String, f64)>,
) -> impl IntoView {
    let label = parts
        .iter()
        .map(|(name, share)| format!("{name} {} %", format::percent(*share)))
        .collect::<Vec<_>>()
        .join(", ");
    let title = label.clone();
    let mut from = 0.0;
    let rects = parts
        .into_iter()
        .enumerate()
        .map(|(i, (_, share))| {
            let wide = if share.is_finite() { share.clamp(0.0, 1.0) * 100.0 } else { 0.0 };
            let x = from;
            from += wide;
            view! {
                <rect class=format!("share-{i}") x=x.to_string() y="0" width=wide.to_string() height="10" />
            }
        })
        .collect_view();
    view! {
        <svg class="share-bar" viewBox="0 0 100 10" width="84" height="10" preserveAspectRatio="none" role="img" aria-label=label>
            <title>{title}</title>
            {rects}
        </svg>
    }
}
