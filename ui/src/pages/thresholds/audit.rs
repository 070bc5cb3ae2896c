//! Numbers that changed after they had been shown.

use contract::measure::{AuditLine, ShowStale, StaleView};
use domain::id::AthleteId;
use leptos::prelude::*;

use super::MOVED;
use crate::format;
use crate::parts::{Card, Shown, StaleNotice};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn AuditCard(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let stale = ask(of(id, MOVED), move || Some(ShowStale { athlete: Some(id) }));
    view! {
        <Card title=t("screen-audit")>
            <Shown ask=stale lines=2 then=move |view| view! { <Lines id=id view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Lines(id: AthleteId, view: StaleView) -> impl IntoView {
    let waiting = (view.waiting > 0).then(|| {
        let words = t_with("screen-weeks-waiting", &[("waiting", view.waiting.into())]);
        view! { <StaleNotice words=words athlete=id /> }
    });
    let hint = t(if view.audit.is_empty() { "screen-audit-none" } else { "screen-audit-hint" });
    let lines = view.audit.into_iter().map(|line| view! { <li>{words(&line)}</li> }).collect_view();
    view! {
        {waiting}
        <p class="quiet">{hint}</p>
        <ul class="audit">{lines}</ul>
    }
}

fn words(line: &AuditLine) -> String {
    let days = line.days.map_or_else(String::new, |(from, to)| {
        if from == to {
            format::day_of_year(from)
        } else {
            format!("{} \u{2013} {}", format::short_day(from), format::day_of_year(to))
        }
    });
    t_with(
        "screen-audit-line",
        &[
            ("at", format::moment(line.at).into()),
            ("author", line.author.as_str().into()),
            ("changed", line.changed.into()),
            ("days", days.into()),
        ],
    )
}
