//! Even effort over the course of this activity: which pace for each stretch makes a time.

use contract::Fault;
use contract::threshold::{PaceCourse, PacedLeg};
use domain::id::ActivityId;
use domain::unit::{Meters, MetersPerSecond, Seconds};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::ipc;
use crate::parts::{Button, Card, FaultView, TextField};
use crate::words::{t, t_with};

/// The card: closed until somebody wants it.
#[component]
pub(super) fn CourseCard(
    /// The activity that has the profile.
    id: ActivityId,
    /// Its time, to begin with.
    time: Seconds,
) -> impl IntoView {
    let aim = RwSignal::new(format::clock(time));
    let wrong = RwSignal::new(None::<String>);
    let answer = RwSignal::new_local(None::<Result<Vec<PacedLeg>, Fault>>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let typed = aim.get_untracked();
        let Some(time) = format::parse_time(&typed) else {
            return wrong.set(Some(t_with("screen-not-a-race-time", &[("text", typed.into())])));
        };
        wrong.set(None);
        spawn_local(async move {
            let came = ipc::call(&PaceCourse { activity: id, time, leg: None }).await;
            answer.try_set(Some(came));
        });
    };
    view! {
        <Card title=t("screen-course")>
            <details>
                <summary>{t("screen-course-hint")}</summary>
                <form class="number-form" on:submit=send>
                    <TextField label=t("screen-course-time") value=aim error=wrong required=true />
                    <Button submit=true on_press=|| {}>
                        {t("screen-course-do")}
                    </Button>
                </form>
                {move || match answer.get() {
                    None => ().into_any(),
                    Some(Err(fault)) => view! { <FaultView fault=fault /> }.into_any(),
                    Some(Ok(legs)) => view! { <Legs legs=legs /> }.into_any(),
                }}
            </details>
        </Card>
    }
}

#[component]
fn Legs(legs: Vec<PacedLeg>) -> impl IntoView {
    let rows = legs
        .into_iter()
        .map(|leg| {
            view! {
                <tr>
                    <th scope="row">{format::distance(Meters(leg.to.0))}</th>
                    <td class="right">{format::signed(leg.slope * 100.0, 1)} " %"</td>
                    <td class="right">{format::pace(MetersPerSecond(leg.speed)).unwrap_or_default()} " " {format::pace_unit()}</td>
                    <td class="right">{format::clock(leg.at)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table">
            <thead>
                <tr>
                    <th scope="col">{t("screen-course-to")}</th>
                    <th scope="col" class="right">{t("screen-course-slope")}</th>
                    <th scope="col" class="right">{t("screen-course-pace")}</th>
                    <th scope="col" class="right">{t("screen-course-at")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
        <p class="quiet">{t("screen-course-caution")}</p>
    }
}
