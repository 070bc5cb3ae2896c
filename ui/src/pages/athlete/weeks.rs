//! Load by week, what the plan would do to fitness and form, and how different this week is.

mod ahead;
mod change;
mod table;

use chrono::Duration;
use contract::measure::{LoadWeeks, LoadWeeksView};
use domain::id::AthleteId;
use domain::week::Week;
use leptos::prelude::*;

use super::PLANNED;
use crate::parts::{Card, Empty, Sayings, Segments, Shown, StaleNotice};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

use ahead::Ahead;
use change::Change;
use table::Table;

/// Weeks shown at first.
const WEEKS: i64 = 12;

/// The card.
#[component]
pub(super) fn Weeks(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let state = State::here();
    let weeks = RwSignal::new(WEEKS);
    // From a Monday on, so that the first week is whole.
    let from =
        Memo::new(move |_| state.today().map(|today| Week::of(today - Duration::days(7 * (weeks.get() - 1))).monday()));
    let load = ask(of(id, PLANNED), move || Some(LoadWeeks { athlete: id, from: Some(from.get()?), to: None }));
    let options =
        vec![(6, t("screen-span-six-weeks")), (WEEKS, t("screen-span-twelve-weeks")), (26, t("screen-span-half-year"))];
    view! {
        <Card
            title=t("screen-weeks")
            actions=move || view! { <Segments label=t("screen-span") value=weeks options=options /> }
        >
            <Shown ask=load lines=10 then=move |view| view! { <Everything id=id view=view /> }.into_any() />
        </Card>
    }
}

#[component]
fn Everything(id: AthleteId, view: LoadWeeksView) -> impl IntoView {
    let today = State::here().today();
    let waiting = (view.waiting > 0).then(|| {
        let words = t_with("screen-weeks-waiting", &[("waiting", view.waiting.into())]);
        view! { <StaleNotice words=words athlete=id /> }
    });
    if view.weeks.is_empty() {
        return view! {
            {waiting}
            <Empty title=t("screen-load-none") hint=t("screen-load-none-hint") />
        }
        .into_any();
    }
    view! {
        {waiting}
        <Sayings sayings=view.sayings />
        <Table weeks=view.weeks today=today />
        <Ahead days=view.projection today=today />
        <Change days=view.days />
    }
    .into_any()
}
