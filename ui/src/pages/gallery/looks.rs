//! Colours and type.

use leptos::prelude::*;

use crate::words::t;

/// Surfaces and lines, by their names in the style sheet.
const SURFACES: [&str; 8] = ["ground", "surface", "sunken", "hover", "selected", "line", "line-strong", "edge"];

/// Colours that text and signs are written in.
const INKS: [&str; 12] =
    ["ink", "ink-2", "ink-3", "accent", "act", "watch", "note", "clear", "stale", "coach", "warm", "focus"];

/// Colours that bars, bands and soft grounds are filled with.
const FILLS: [&str; 8] = ["planned", "done", "proposed", "bar", "band", "accent-soft", "act-soft", "watch-soft"];

/// Sizes of type, by their names in the style sheet.
const SIZES: [&str; 7] = ["tiny", "small", "text", "lead", "title", "head", "big"];

pub(super) fn colors() -> impl IntoView {
    let filled = |names: &'static [&'static str]| {
        names
            .iter()
            .map(|name| {
                view! {
                    <li class="swatch">
                        <span class="swatch-fill" style:background-color=format!("var(--{name})")></span>
                        <code>{*name}</code>
                    </li>
                }
            })
            .collect_view()
    };
    let written = INKS
        .iter()
        .map(|name| {
            view! {
                <li class="swatch" style:color=format!("var(--{name})")>
                    {t("gallery-sample")}
                    " "
                    <code>{*name}</code>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="swatches">{filled(&SURFACES)}</ul>
        <ul class="swatches">{filled(&FILLS)}</ul>
        <ul class="swatches">{written}</ul>
    }
}

pub(super) fn sizes() -> impl IntoView {
    let lines = SIZES
        .iter()
        .map(|name| {
            view! {
                <li>
                    <span class="numbers" style:font-size=format!("var(--{name})")>
                        {t("gallery-sample")}
                    </span>
                    " "
                    <code>{*name}</code>
                </li>
            }
        })
        .collect_view();
    view! { <ul class="gallery-sizes">{lines}</ul> }
}
