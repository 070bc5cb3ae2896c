//! After the race: the result, beside what was expected, and how earlier expectations held.

use contract::race::{Expected, PastRace, RaceView};
use domain::result::Outcome;
use leptos::prelude::*;
use leptos_router::components::A;

use super::expected::between;
use super::taper::name;
use crate::format;
use crate::pages::thresholds::results::ResultForm;
use crate::parts::{Badge, Button, ButtonKind, Card, Dialog, Empty, Look, Scrolls};
use crate::words::{t, t_with};

/// The cards.
#[component]
pub(super) fn Afterwards(view: RaceView) -> impl IntoView {
    let open = RwSignal::new(false);
    let race = StoredValue::new(view.race.clone());
    let athlete = view.race.athlete;
    let expected = view.prediction.as_ref().map(Expected::of);
    let body = match &view.outcome {
        Some(outcome) => result(outcome, expected),
        None if view.race.date > view.today => {
            view! { <Empty title=t("race-not-yet") hint=t("race-not-yet-hint") /> }.into_any()
        }
        None => view! {
            <Empty title=t("race-no-result") hint=t("race-no-result-hint")>
                <Button kind=ButtonKind::Primary on_press=move || open.set(true)>{t("race-enter-result")}</Button>
            </Empty>
        }
        .into_any(),
    };
    view! {
        <Card title=t("race-result")>
            {body}
            <Dialog open=open title=t("race-enter-result")>
                <ResultForm id=athlete open=open race=Some(race.get_value()) />
            </Dialog>
        </Card>
        <Card title=t("race-held")>{held(&view.past)}</Card>
    }
}

fn result(outcome: &Outcome, expected: Option<Expected>) -> AnyView {
    let said = expected.map(|expected| {
        view! {
            <dt>{t("race-expected")}</dt>
            <dd>
                {format::clock(expected.time)}
                " "
                <span class="quiet">{between(&expected)}</span>
                " "
                {verdict(&expected, outcome)}
            </dd>
        }
    });
    let note = outcome.note.clone().map(|note| view! { <p class="race-text">{note}</p> });
    view! {
        <dl class="facts">
            <dt>{t("race-time")}</dt>
            <dd>
                <strong>{format::clock(outcome.time)}</strong>
            </dd>
            {said}
        </dl>
        {note}
        <p>
            <A href=format!("/athlete/{}/thresholds", outcome.athlete) attr:class="link">
                {t("race-change-result")}
            </A>
        </p>
    }
    .into_any()
}

/// Within, or on which side of the range.
fn verdict(expected: &Expected, outcome: &Outcome) -> impl IntoView + use<> {
    let (look, key) = if expected.holds(outcome.time) {
        (Look::Plain, "race-within")
    } else if outcome.time < expected.low {
        (Look::Solid, "race-faster")
    } else {
        (Look::Solid, "race-slower")
    };
    view! { <Badge look=look>{t(key)}</Badge> }
}

/// Earlier races with what would have been expected of them: the range is worth what it held.
fn held(past: &[PastRace]) -> AnyView {
    let known: Vec<_> = past.iter().filter_map(|past| Some((past, past.expected?))).collect();
    if known.is_empty() {
        return view! { <Empty title=t("race-held-none") hint=t("race-held-none-hint") /> }.into_any();
    }
    let within = known.iter().filter(|(past, expected)| expected.holds(past.outcome.time)).count();
    let sum = t_with("race-held-sum", &[("within", within.into()), ("of", known.len().into())]);
    let rows = known
        .into_iter()
        .map(|(past, expected)| {
            view! {
                <tr>
                    <th scope="row">{name(past)}</th>
                    <td class="right">{past.outcome.distance.map(format::distance)}</td>
                    <td>{format::clock(expected.time)} " " <span class="quiet">{between(&expected)}</span></td>
                    <td class="right">{format::clock(past.outcome.time)}</td>
                    <td>{verdict(&expected, &past.outcome)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p>{sum}</p>
        <Scrolls label=t("race-held")>
            <table class="grid-table" data-testid="race-held">
                <thead>
                    <tr>
                        <th scope="col">{t("race-race")}</th>
                        <th scope="col" class="right">{t("screen-distance")}</th>
                        <th scope="col">{t("race-expected")}</th>
                        <th scope="col" class="right">{t("race-time")}</th>
                        <th scope="col">{t("race-range")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
        <p class="quiet">{t("race-held-hint")}</p>
    }
    .into_any()
}
