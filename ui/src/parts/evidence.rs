//! How well a number is supported as a measure.

use leptos::prelude::*;

use crate::words::{t, t_with};

/// The best grade there is.
const BEST: u8 = 5;

/// The grade as small squares, filled up to it, and its meaning for the pointer and for those who cannot see it.
#[component]
pub fn Evidence(
    /// 0 (a design of this program) to 5 (several trials agree).
    grade: u8,
) -> impl IntoView {
    let words = t_with("screen-evidence-of", &[("grade", u32::from(grade).into()), ("means", meaning(grade).into())]);
    let label = words.clone();
    let squares = (0..BEST)
        .map(|i| {
            let class = if i < grade { "evidence-full" } else { "evidence-none" };
            view! { <rect class=class x=(f64::from(i) * 6.0 + 0.5).to_string() y="0.5" width="4" height="4" /> }
        })
        .collect_view();
    view! {
        <svg class="evidence" viewBox="0 0 30 5" width="30" height="5" role="img" aria-label=label>
            <title>{words}</title>
            {squares}
        </svg>
    }
}

/// What a grade means.
#[must_use]
pub fn meaning(grade: u8) -> String {
    t(&format!("evidence-{}", grade.min(BEST)))
}
