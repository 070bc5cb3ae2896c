//! Today's answer in a sentence or two: how ready, why, what is planned, and what needs the coach.

use contract::athlete::{AthleteView, Eyes, PlannedToday};
use domain::readiness::{Contributor, ReadinessDay};
use domain::reading::Reading;
use leptos::prelude::*;

use crate::format;
use crate::parts::{Mark, missing_words};
use crate::words::{sentence, t, t_with};

/// The sentences under the name.
#[component]
pub(super) fn Answer(
    /// The athlete.
    view: AthleteView,
    /// Through whose eyes.
    eyes: Eyes,
) -> impl IntoView {
    let needs = (eyes == Eyes::Coach).then(|| match view.flags.first() {
        None => view! { <p class="answer-needs quiet">{t("athlete-answer-nothing")}</p> }.into_any(),
        Some(flag) => {
            let more = view.flags.len() - 1;
            view! {
                <p class="answer-needs">
                    <Mark severity=Some(flag.severity) worded=true />
                    " "
                    {sentence(&flag.reason)}
                    {(more > 0).then(|| t_with("athlete-answer-more", &[("count", more.into())]))}
                </p>
            }
            .into_any()
        }
    });
    view! {
        <section class="answer" aria-label=t("athlete-answer") data-testid="answer">
            <p class="answer-ready">{ready(&view.readiness, eyes)} " " {because(&view.readiness)}</p>
            <p>{today(view.planned.as_deref())}</p>
            {needs}
        </section>
    }
}

/// How ready, with the range; red flags first, for no score says anything beside them.
fn ready(day: &ReadinessDay, eyes: Eyes) -> String {
    if day.ill || day.fever {
        return t("athlete-answer-ill");
    }
    if day.injured {
        return t("athlete-answer-injured");
    }
    let (value, stale) = match &day.readiness {
        Reading::Known { value, .. } => (value, None),
        Reading::Stale { value, days, .. } => (value, Some(*days)),
        Reading::Missing { why } => {
            return t_with("athlete-answer-unknown", &[("why", missing_words(*why).into())]);
        }
    };
    let key = match (value.low, value.high, eyes) {
        (_, high, Eyes::Coach) if high < 50.0 => "athlete-answer-below",
        (low, _, Eyes::Coach) if low > 50.0 => "athlete-answer-above",
        (_, _, Eyes::Coach) => "athlete-answer-usual",
        (_, high, Eyes::Athlete) if high < 50.0 => "athlete-answer-below-own",
        (low, _, Eyes::Athlete) if low > 50.0 => "athlete-answer-above-own",
        (_, _, Eyes::Athlete) => "athlete-answer-usual-own",
    };
    let range = [
        ("score", format::whole(value.score).into()),
        ("low", format::whole(value.low).into()),
        ("high", format::whole(value.high).into()),
    ];
    let said = t_with(key, &range);
    match stale {
        Some(days) => format!("{said} {}", t_with("athlete-answer-stale", &[("age", format::age(days).into())])),
        None => said,
    }
}

/// The signal farthest from usual, if one is.
fn because(day: &ReadinessDay) -> Option<String> {
    /// Nearer to usual than this is usual, SDs.
    const USUAL: f64 = 1.0;
    let farthest =
        |a: &&Contributor, b: &&Contributor| a.z.unwrap_or_default().abs().total_cmp(&b.z.unwrap_or_default().abs());
    let most = day.contributors.iter().max_by(farthest)?;
    let z = most.z.filter(|z| z.abs() >= USUAL)?;
    let key = if z < 0.0 { "athlete-answer-because-worse" } else { "athlete-answer-because-better" };
    let signal = t(&format!("signal-{}", most.signal.code()));
    Some(t_with(key, &[("signal", signal.into())]))
}

/// What is planned.
fn today(planned: Option<&[PlannedToday]>) -> String {
    let Some(sessions) = planned else { return t("athlete-answer-no-plan") };
    let told = sessions.iter().map(|one| {
        let (title, load) = (one.session.title.as_str().into(), format::whole(one.session.load).into());
        let minutes = format::minutes(one.session.minutes).into();
        let key = if one.done { "athlete-answer-done" } else { "athlete-answer-session" };
        t_with(key, &[("title", title), ("minutes", minutes), ("load", load)])
    });
    let told: Vec<String> = told.collect();
    if told.is_empty() {
        return t("athlete-answer-free");
    }
    t_with("athlete-answer-planned", &[("sessions", told.join(", ").into())])
}
