//! One session on the board: hollow because it is planned, dashed while it is only proposed, solid once it is the coach's.

use domain::effective::{EffectiveSession, Source};
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::parts::{Badge, Icon, Look};
use crate::words::{t, t_with};

/// What a card says to those who do not see it.
fn spoken(session: &EffectiveSession) -> String {
    let mut parts = vec![
        session.session.title.clone(),
        format::day(session.date),
        t_with("week-minutes", &[("minutes", session.session.minutes.into())]),
        t(source_key(session.source)),
    ];
    if session.locked {
        parts.push(t("week-locked"));
    }
    if session.removed {
        parts.push(t("week-removed"));
    }
    parts.join(", ")
}

/// The words for where a session comes from.
pub(crate) const fn source_key(source: Source) -> &'static str {
    match source {
        Source::Proposed => "week-source-proposed",
        Source::Coach => "week-source-coach",
        Source::Club => "week-source-club",
    }
}

/// The badge for where a session comes from.
pub(super) fn source_badge(source: Source) -> impl IntoView {
    let look = match source {
        Source::Proposed => Look::Dashed,
        Source::Coach => Look::Solid,
        Source::Club => Look::Filled,
    };
    view! { <Badge look=look title=t(&format!("{}-hint", source_key(source)))>{t(source_key(source))}</Badge> }
}

/// One session.
#[component]
pub(super) fn SessionCard(
    /// The session as it counts now.
    session: EffectiveSession,
    /// The week it stands in.
    desk: Desk,
    /// How many notes it has.
    notes: usize,
) -> impl IntoView {
    let id = session.id;
    let words = spoken(&session);
    let chosen = move || desk.selected.get() == Some(id);
    let s = session.session;
    let numbers = (s.minutes > 0).then(|| {
        view! {
            <p class="session-numbers">
                <span>
                    {format::minutes(s.minutes)} <span class="unit">"h"</span>
                </span>
                <span>
                    {format::whole(s.load)} <span class="unit">{t("week-unit-points")}</span>
                </span>
            </p>
        }
    });
    view! {
        <div
            id=format!("session-{id}")
            class=format!("session session-{}", s.kind.code())
            class:session-coach=session.source == Source::Coach
            class:session-locked=session.locked
            class:session-removed=session.removed
            class:session-quality=s.kind.is_quality()
            class:session-dragged=move || desk.dragged.get() == Some(id)
            data-testid="session-card"
            data-tour="override"
            data-session=id.to_string()
            class:session-club=session.source == Source::Club
            data-source=match session.source {
                Source::Coach => "coach",
                Source::Club => "club",
                Source::Proposed => "proposed",
            }
            role="button"
            tabindex="0"
            draggable=if session.removed { "false" } else { "true" }
            aria-label=words
            aria-pressed=move || if chosen() { "true" } else { "false" }
            on:click=move |_| desk.selected.set(Some(id))
            on:keydown=move |event| {
                if matches!(event.key().as_str(), "Enter" | " ") {
                    event.prevent_default();
                    desk.selected.set(Some(id));
                }
            }
            on:dragstart=move |event| {
                if let Some(data) = event.data_transfer() {
                    // Refused only for names that are not types.
                    let _ = data.set_data("text/plain", &id.to_string());
                    data.set_effect_allowed("move");
                }
                desk.dragged.set(Some(id));
            }
            on:dragend=move |_| desk.dragged.set(None)
        >
            <p class="session-kind">
                <span class="session-shape" aria-hidden="true"></span>
                {t(&format!("kind-{}", s.kind.code()))}
                {session.locked.then(|| view! { <span class="session-lock" title=t("week-locked")>{Icon::Lock.view()}</span> })}
                {(notes > 0).then(|| view! { <span class="session-lock" title=t("week-has-notes")>{Icon::Note.view()}</span> })}
            </p>
            <p class="session-title">{s.title}</p>
            {numbers}
            <p class="session-foot">
                {if session.removed {
                    view! { <Badge look=Look::Warn>{t("week-removed")}</Badge> }.into_any()
                } else {
                    source_badge(session.source).into_any()
                }}
            </p>
        </div>
    }
}
