//! Load of the last days as small bars.

use leptos::prelude::*;

use crate::words::t_with;

/// One bar a day, oldest first: filled when known, a hollow mark when nobody knows, nothing on a rest day.
#[component]
pub fn SparkBars(
    /// Load of each day.
    days: Vec<Option<f64>>,
    /// What the tallest bar stands for; the largest value if left out.
    #[prop(optional)]
    top: Option<f64>,
) -> impl IntoView {
    const STEP: f64 = 6.0;
    const TALL: f64 = 20.0;
    let top = top.unwrap_or_else(|| days.iter().flatten().copied().fold(0.0, f64::max)).max(1.0);
    let sum: f64 = days.iter().flatten().sum();
    let words = t_with(
        "screen-spark",
        &[
            ("days", days.len().into()),
            ("sum", sum.round().into()),
            ("unknown", days.iter().filter(|d| d.is_none()).count().into()),
        ],
    );
    let width = days.len() as f64 * STEP;
    let bars = days
        .into_iter()
        .enumerate()
        .map(|(i, load)| {
            let x = i as f64 * STEP;
            match load {
                None => view! {
                    <rect class="spark-unknown" x=(x + 1.0).to_string() y=(TALL - 3.0).to_string() width="3" height="3" />
                }
                .into_any(),
                Some(load) if load > 0.0 => {
                    let tall = (load / top).min(1.0) * (TALL - 1.0) + 1.0;
                    view! {
                        <rect
                            class="spark-bar"
                            x=(x + 0.5).to_string()
                            y=(TALL - tall).to_string()
                            width="4"
                            height=tall.to_string()
                        />
                    }
                    .into_any()
                }
                Some(_) => ().into_any(),
            }
        })
        .collect_view();
    let label = words.clone();
    view! {
        <svg
            class="spark"
            viewBox=format!("0 0 {width} {TALL}")
            width=width.to_string()
            height=TALL.to_string()
            role="img"
            aria-label=label
        >
            <title>{words}</title>
            <rect class="spark-base" x="0" y=(TALL - 0.5).to_string() width=width.to_string() height="0.5" />
            {bars}
        </svg>
    }
}
