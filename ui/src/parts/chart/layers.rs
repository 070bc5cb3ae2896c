//! What lies over a picture: the crosshair with its values, and spans that are being marked or were chosen. Moving them
//! leaves the picture alone.

use charts::hit::Hit;
use charts::view::View;
use leptos::prelude::*;

/// Each property on its own: the page's content policy forbids a whole style attribute.
fn px(value: f64) -> String {
    format!("{value:.1}px")
}

/// The line, the dots and the values beside it.
pub(super) fn crosshair(hit: &Hit, width: u32) -> impl IntoView + use<> {
    let left = hit.x > f64::from(width) * 0.55;
    let (from_left, from_right) = if left {
        ("auto".to_owned(), px(f64::from(width) - hit.x + 10.0))
    } else {
        (px(hit.x + 10.0), "auto".to_owned())
    };
    let dots = hit
        .dots
        .iter()
        .map(|y| view! { <span class="plot-dot" style:left=px(hit.x) style:top=px(*y)></span> })
        .collect_view();
    let values = hit
        .values
        .iter()
        .map(|(name, value)| {
            view! {
                <div>
                    <dt>{name.clone()}</dt>
                    <dd>{value.clone()}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <span
            class="plot-line"
            style:left=px(hit.x)
            style:top=px(hit.span.0)
            style:height=px(hit.span.1 - hit.span.0)
        ></span>
        {dots}
        <div class="plot-read" style:left=from_left style:right=from_right style:top=px(hit.span.0) aria-hidden="true">
            <p>{hit.label.clone()}</p>
            <dl>{values}</dl>
        </div>
    }
}

/// A hit as it is spoken.
pub(super) fn spoken(hit: &Hit) -> String {
    let values = hit.values.iter().map(|(name, value)| format!("{name} {value}"));
    std::iter::once(hit.label.clone()).chain(values).collect::<Vec<_>>().join(", ")
}

/// A span as a band over the part of it that is shown.
pub(super) fn band(span: View, shown: View, sides: (f64, f64), class: &'static str) -> Option<impl IntoView + use<>> {
    let seen = span.shared(shown)?;
    let (from, to) = (shown.px(sides, seen.from), shown.px(sides, seen.to));
    Some(view! { <span class=class style:left=px(from) style:width=px((to - from).max(1.0))></span> })
}
