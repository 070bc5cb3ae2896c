//! What is not shown of an athlete, and why: said at the head of the page, so that a gap is not taken for a zero.

use contract::consent::ShowWithheld;
use domain::consent::{DataCategory, Why};
use domain::id::AthleteId;
use domain::words::Words;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::state::{ask, consent_path};
use crate::words::t;

/// The notice; nothing where nothing is withheld. That nobody agreed to data on the cycle is the usual, and not said here.
#[component]
pub(super) fn WithheldNote(id: AthleteId) -> impl IntoView {
    let kept = ask(move |moved| moved.athlete.is_none_or(|who| who == id), move || Some(ShowWithheld { athlete: id }));
    move || {
        let mut withheld = kept.value().unwrap_or_default();
        withheld.retain(|one| one.category != DataCategory::Cycle || one.why != Why::NeverGiven);
        (!withheld.is_empty()).then(|| {
            let lines = withheld.iter().map(|one| view! { <li>{one.say(Words::here())}</li> }).collect_view();
            view! {
                <section class="notice notice-plain" aria-label=t("withheld-title")>
                    <strong>{t("withheld-title")}</strong>
                    <ul>{lines}</ul>
                    <A href=consent_path(id) attr:class="button">
                        {t("consent-title")}
                    </A>
                </section>
            }
        })
    }
}
