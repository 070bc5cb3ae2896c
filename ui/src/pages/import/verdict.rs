//! How a row stands, as shape and word, and how sure a guess is.

use domain::guess::SURE;
use leptos::prelude::*;

use super::order::Stand;
use crate::format;
use crate::words::{t, t_with};

/// From here on a guess is called likely.
const LIKELY: f64 = 0.5;

/// Shape and word of how a row stands.
#[component]
pub(super) fn StandMark(
    /// How it stands.
    stand: Stand,
) -> impl IntoView {
    let (tone, shape) = match stand {
        Stand::New => ("clear", view! { <path d="M6 1.500v9M1.500 6h9" fill="none" stroke="currentColor" stroke-width="1.700" stroke-linecap="round" /> }.into_any()),
        Stand::Unknown | Stand::NeedsColumns => {
            ("watch", view! { <path d="M6 .5 11.500 6 6 11.500.5 6Z" fill="currentColor" /> }.into_any())
        }
        Stand::MaybeSame => (
            "watch",
            view! {
                <circle cx="4.200" cy="6" r="3.400" fill="none" stroke="currentColor" stroke-width="1.300" stroke-dasharray="1.800 1.300" />
                <circle cx="7.800" cy="6" r="3.400" fill="none" stroke="currentColor" stroke-width="1.300" stroke-dasharray="1.800 1.300" />
            }
            .into_any(),
        ),
        Stand::Linked => (
            "note",
            view! {
                <circle cx="4.200" cy="6" r="3.400" fill="none" stroke="currentColor" stroke-width="1.300" />
                <circle cx="7.800" cy="6" r="3.400" fill="none" stroke="currentColor" stroke-width="1.300" />
            }
            .into_any(),
        ),
        Stand::Apart => (
            "clear",
            view! {
                <circle cx="2.700" cy="6" r="2.100" fill="currentColor" />
                <circle cx="9.300" cy="6" r="2.100" fill="currentColor" />
            }
            .into_any(),
        ),
        Stand::Duplicate => (
            "stale",
            view! { <path d="M2 4.200h8M2 7.800h8" fill="none" stroke="currentColor" stroke-width="1.600" stroke-linecap="round" /> }
                .into_any(),
        ),
        Stand::Routed => (
            "stale",
            view! { <path d="M1.500 6h8M6.500 3l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.500" stroke-linecap="round" stroke-linejoin="round" /> }
                .into_any(),
        ),
        Stand::Left => (
            "stale",
            view! { <path d="M2 6h8" fill="none" stroke="currentColor" stroke-width="1.600" stroke-linecap="round" /> }
                .into_any(),
        ),
        Stand::Refused => (
            "act",
            view! { <path d="M2.500 2.500l7 7M9.500 2.500l-7 7" fill="none" stroke="currentColor" stroke-width="1.700" stroke-linecap="round" /> }
                .into_any(),
        ),
    };
    view! {
        <span class=format!("mark mark-{tone}")>
            <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                {shape}
            </svg>
            <span class="mark-word">{t(&format!("screen-stand-{}", stand.code()))}</span>
        </span>
    }
}

/// How sure a guess is: a bar, the percent and the word.
#[component]
pub(super) fn Confidence(
    /// 0 to 1.
    share: f64,
) -> impl IntoView {
    let word = if share >= SURE {
        "screen-guess-sure"
    } else if share >= LIKELY {
        "screen-guess-likely"
    } else {
        "screen-guess-unsure"
    };
    let width = (share.clamp(0.0, 1.0) * 36.0).round();
    view! {
        <span class="confidence">
            <svg viewBox="0 0 36 4" width="36" height="4" aria-hidden="true">
                <rect class="confidence-track" width="36" height="4" rx="2" />
                <rect class="confidence-bar" class:confidence-low=share < SURE width=width.to_string() height="4" rx="2" />
            </svg>
            {t_with(word, &[("percent", format::percent(share).into())])}
        </span>
    }
}
