//! Pacing by the profile of the course: even effort from leg to leg.

use contract::race::{Expected, RaceView};
use contract::threshold::{PaceCourse, PacedLeg};
use domain::sport::Sport;
use domain::unit::{MetersPerSecond, Seconds};
use leptos::prelude::*;

use super::MOVED;
use crate::format;
use crate::parts::{Card, Empty, Scrolls, Shown};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn PacingCard(view: RaceView) -> impl IntoView {
    let sheet = view.sheets.first();
    let words = sheet.and_then(|sheet| sheet.pacing.clone());
    let aim =
        sheet.and_then(|sheet| sheet.target).or_else(|| view.prediction.as_ref().map(|one| Expected::of(one).time));
    let course = sheet.and_then(|sheet| sheet.course);
    let body = match (view.race.sport, course, aim) {
        (Sport::Run, Some(activity), Some(time)) => {
            let legs = ask(of(view.race.athlete, MOVED), move || Some(PaceCourse { activity, time, leg: None }));
            view! {
                <p>{t_with("race-pacing-for", &[("time", format::clock(time).into())])}</p>
                <Shown ask=legs lines=6 then=|legs| table(legs) />
            }
            .into_any()
        }
        (Sport::Run, ..) => even(&view, aim),
        _ => view! { <p class="quiet">{t("race-no-formula")}</p> }.into_any(),
    };
    view! {
        <Card title=t("race-pacing")>
            {body} {words.map(|words| view! { <p class="race-text">{words}</p> })}
        </Card>
    }
}

/// Without a profile: the one pace of the aim.
fn even(view: &RaceView, aim: Option<Seconds>) -> AnyView {
    let pace = aim.zip(view.race.distance).and_then(|(time, distance)| {
        let pace = format::pace(MetersPerSecond(distance.0 / time.0))?;
        Some(t_with(
            "race-even",
            &[("pace", format!("{pace} {}", format::pace_unit()).into()), ("time", format::clock(time).into())],
        ))
    });
    match pace {
        Some(words) => view! {
            <p>{words}</p>
            <p class="quiet on-screen">{t("race-no-course")}</p>
        }
        .into_any(),
        None => view! { <Empty title=t("race-no-aim") hint=t("race-no-aim-hint") /> }.into_any(),
    }
}

fn table(legs: Vec<PacedLeg>) -> AnyView {
    let rows = legs
        .into_iter()
        .map(|leg| {
            view! {
                <tr>
                    <th scope="row" class="right">{format::km(leg.to)}</th>
                    <td class="right">{format::signed(100.0 * leg.slope, 1)} " %"</td>
                    <td class="right">{format::pace(MetersPerSecond(leg.speed))}</td>
                    <td class="right">{format::clock(leg.at)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <Scrolls label=t("race-pacing")>
            <table class="grid-table race-legs" data-testid="race-legs">
                <thead>
                    <tr>
                        <th scope="col" class="right">{format::unit(format::Quantity::Distance)}</th>
                        <th scope="col" class="right">{t("race-slope")}</th>
                        <th scope="col" class="right">{format::pace_unit()}</th>
                        <th scope="col" class="right">{t("race-at")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
    }
    .into_any()
}
