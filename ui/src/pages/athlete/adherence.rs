//! Plan and deed: the last weeks day by day, what each planned session became, and how hard it was felt.

mod effort;
mod week;

use contract::afterwards::{AdherenceView, ShowAdherence};
use domain::adherence::Adherence;
use domain::id::AthleteId;
use domain::week::Week;
use leptos::prelude::*;

use super::PLANNED;
use crate::format;
use crate::parts::{Card, Empty, Segments, Shown};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

use effort::Efforts;
use week::{Heads, Legend, OneWeek};

/// Weeks shown at first.
const WEEKS: u32 = 6;

/// The card.
#[component]
pub(super) fn AdherenceCard(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let state = State::here();
    let weeks = RwSignal::new(WEEKS);
    let this = Memo::new(move |_| state.today().map(Week::of));
    let adherence =
        ask(of(id, PLANNED), move || Some(ShowAdherence { athlete: id, week: this.get()?, weeks: weeks.get() }));
    let options = vec![
        (WEEKS, t("screen-span-six-weeks")),
        (12, t("screen-span-twelve-weeks")),
        (26, t("screen-span-half-year")),
    ];
    let under = Signal::derive(move || adherence.value().map(|view| share_words(view.total)).unwrap_or_default());
    view! {
        <Card
            title=t("adherence-title")
            under=under
            actions=move || view! { <Segments label=t("screen-span") value=weeks options=options /> }
        >
            <Shown ask=adherence lines=8 then=|view| view! { <Everything view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Everything(view: AdherenceView) -> impl IntoView {
    if view.weeks.is_empty() {
        return view! { <Empty title=t("adherence-none") hint=t("adherence-none-hint") /> }.into_any();
    }
    let rows = view.weeks.into_iter().rev().map(|week| view! { <OneWeek week=week /> }).collect_view();
    view! {
        <div class="deeds" data-testid="adherence">
            <Heads />
            <ol class="deed-weeks">{rows}</ol>
            <Legend />
        </div>
        <Efforts lines=view.effort />
    }
    .into_any()
}

/// How much was done of what counts, and what left the count.
fn share_words(of: Adherence) -> String {
    let share = of.share().map(|share| {
        t_with(
            "adherence-share",
            &[
                ("share", format::percent(share).into()),
                ("done", of.done.into()),
                ("different", of.different.into()),
                ("counted", of.counted().into()),
            ],
        )
    });
    let mut parts = vec![share.unwrap_or_else(|| t("adherence-share-none"))];
    if of.excused > 0 {
        parts.push(t_with("adherence-left-out", &[("sessions", of.excused.into())]));
    }
    if of.unplanned > 0 {
        parts.push(t_with("adherence-unplanned", &[("sessions", of.unplanned.into())]));
    }
    parts.join("  \u{b7}  ")
}
