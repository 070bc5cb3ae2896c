//! What binds the week, which other weeks were possible and at which price, and what would be without a limit. Asked for when
//! somebody opens it: the answer plans the week several times over.

use chrono::NaiveDate;
use contract::Topic;
use contract::explain::{ExplainWeek, ReplayProposal, Replayed};
use contract::plan::WeekView;
use domain::explanation::{Alternative, Counterfactual, Explanation};
use domain::session::Session;
use domain::words::Value;
use leptos::prelude::*;

use super::desk::Desk;
use super::why_panel::reasons;
use crate::format;
use crate::parts::Shown;
use crate::state::ask;
use crate::words::{sentence, t, t_with};

/// The part of the panel that explains the week further.
#[component]
pub(super) fn Explain(
    /// The week.
    view: WeekView,
    /// What it belongs to.
    desk: Desk,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let week = view.plan.week;
    let request = move || Some(ExplainWeek { athlete: desk.athlete.get()?, week }).filter(|_| open.get());
    let answer = ask(|moved| moved.topic == Topic::Plan, request);
    let again =
        move || Some(ReplayProposal { athlete: desk.athlete.get()?, week, version: None }).filter(|_| open.get());
    let replayed = ask(|moved| moved.topic == Topic::Plan, again);
    view! {
        <details class="explain" data-testid="explain" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{t("week-explain")}</summary>
            <Show when=move || open.get()>
                <Shown ask=answer lines=6 then=explained />
                {move || replayed.value().map(|replayed| made_again(&replayed))}
            </Show>
        </details>
    }
}

fn explained(explanation: Explanation) -> AnyView {
    let Explanation { binding, alternatives, counterfactuals } = explanation;
    let bound = if binding.is_empty() {
        view! { <p class="quiet">{t("week-nothing-binds")}</p> }.into_any()
    } else {
        reasons(&binding).into_any()
    };
    let others = (!alternatives.is_empty()).then(|| {
        view! {
            <h3>{t("week-alternatives")}</h3>
            <ul class="others">{alternatives.iter().map(alternative).collect_view()}</ul>
        }
    });
    let without = (!counterfactuals.is_empty()).then(|| {
        view! {
            <h3>{t("week-counterfactuals")}</h3>
            <ul class="others">{counterfactuals.iter().map(counterfactual).collect_view()}</ul>
        }
    });
    view! {
        <h3>{t("week-binding")}</h3>
        {bound}
        {others}
        {without}
    }
    .into_any()
}

/// Another week with its price, and its sessions by day.
fn alternative(other: &Alternative) -> impl IntoView + use<> {
    let price = t_with(
        "week-alternative-price",
        &[
            ("load", format::signed(other.load_change, 0).into()),
            ("changed", Value::from(other.changed)),
            ("quality", format::signed(f64::from(other.quality_change), 0).into()),
        ],
    );
    let days = other.sessions.iter().map(|(date, session)| day(*date, Some(session))).collect_view();
    view! {
        <li data-testid="alternative">
            <details>
                <summary>
                    {t(&format!("alternative-{}", other.other.code()))}
                    <span class="quiet">" "{price}</span>
                </summary>
                <ul class="other-days">{days}</ul>
            </details>
        </li>
    }
}

/// What would be without one limit.
fn counterfactual(other: &Counterfactual) -> impl IntoView + use<> {
    let days = other.days.iter().map(|(date, session)| day(*date, session.as_ref())).collect_view();
    let price = t_with("week-counterfactual-price", &[("load", format::signed(other.load_change, 0).into())]);
    view! {
        <li data-testid="counterfactual">
            <p>
                {t("week-without")} " " <q>{sentence(&other.without)}</q>
            </p>
            <ul class="other-days">{days}</ul>
            <p class="quiet">{price}</p>
        </li>
    }
}

fn day(date: NaiveDate, session: Option<&Session>) -> impl IntoView + use<> {
    let what = session.map_or_else(
        || t("kind-rest"),
        |session| {
            t_with(
                "week-other-session",
                &[
                    ("title", session.title.clone().into()),
                    ("time", format::minutes(session.minutes).into()),
                    ("load", format::whole(session.load).into()),
                ],
            )
        },
    );
    view! {
        <li>
            <span class="other-date">{format::day(date)}</span>
            {what}
        </li>
    }
}

/// Whether the proposal came out the same when it was made once more.
fn made_again(replayed: &Replayed) -> impl IntoView + use<> {
    let key = match (replayed.inputs_hold, replayed.same) {
        (true, true) => "week-replay-same",
        (true, false) => "week-replay-different",
        (false, _) => "week-replay-lost",
    };
    let days = replayed.different.iter().map(|date| format::day(*date)).collect::<Vec<_>>().join(", ");
    let values = [
        ("engine", Value::from(replayed.engine.clone())),
        ("now", replayed.engine_now.clone().into()),
        ("digest", replayed.inputs.chars().take(12).collect::<String>().into()),
        ("days", days.into()),
    ];
    view! {
        <p class="quiet" data-testid="replayed" data-same=replayed.same.to_string()>
            {t_with(key, &values)}
        </p>
    }
}
