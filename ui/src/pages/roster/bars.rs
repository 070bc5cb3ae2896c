//! Planned is hollow, done is filled.

use contract::roster::DoneOfPlanned;
use contract::triage::BesideDay;
use leptos::prelude::*;

use crate::format;
use crate::words::{t, t_with};

/// Minutes done in an outline of minutes planned, and sessions counted.
#[component]
pub(super) fn PlannedBar(
    /// What was done and planned.
    done: DoneOfPlanned,
    /// The same in words.
    label: String,
) -> impl IntoView {
    const WIDE: f64 = 72.0;
    let most = done.planned_minutes.max(done.done_minutes).max(1.0);
    let width = |minutes: f64| (minutes / most * (WIDE - 1.0)).to_string();
    let sessions = done.sessions;
    let did = sessions.done + sessions.different;
    let title = label.clone();
    view! {
        <svg class="planned-bar" viewBox="0 0 72 9" width="72" height="9" role="img" aria-label=label>
            <title>{title}</title>
            <rect class="bar-done" x="0.5" y="2" width=width(done.done_minutes) height="5" />
            <rect class="bar-planned" x="0.5" y="0.5" width=width(done.planned_minutes) height="8" />
        </svg>
        <span class="under">
            {t_with("triage-done", &[("done", did.into()), ("planned", sessions.counted().into())])}
        </span>
    }
}

/// Load of each of the last days: done in an outline of planned. A ring marks a day on which the athlete could not
/// train.
#[component]
pub(super) fn DayBars(
    /// The days, oldest first.
    days: Vec<BesideDay>,
) -> impl IntoView {
    const STEP: f64 = 22.0;
    const TALL: f64 = 64.0;
    let top = days.iter().flat_map(|day| [day.planned, day.done]).flatten().fold(1.0, f64::max);
    let tall = move |load: f64| load / top * (TALL - 2.0);
    let sum = |of: fn(&BesideDay) -> Option<f64>| format::whole(days.iter().filter_map(of).sum::<f64>());
    let label =
        t_with("triage-days", &[("done", sum(|day| day.done).into()), ("planned", sum(|day| day.planned).into())]);
    let (title, width) = (label.clone(), days.len() as f64 * STEP);
    let bars = days
        .iter()
        .enumerate()
        .map(|(i, day)| {
            let x = i as f64 * STEP;
            let bar = move |class: &'static str, load: f64, wide: f64| {
                let high = tall(load).max(1.0);
                view! {
                    <rect
                        class=class
                        x=(x + (STEP - wide) / 2.0).to_string()
                        y=(TALL - high).to_string()
                        width=wide.to_string()
                        height=high.to_string()
                    />
                }
            };
            let name = day.date.format("%-d").to_string();
            let (middle, low) = ((x + STEP / 2.0).to_string(), (TALL - 5.0).to_string());
            let excused = day.excused.then(|| view! { <circle class="bar-excused" cx=middle cy=low r="3" /> });
            view! {
                <g>
                    {day.done.filter(|load| *load > 0.0).map(|load| bar("bar-done", load, 10.0))}
                    {day.planned.filter(|load| *load > 0.0).map(|load| bar("bar-planned", load, 14.0))}
                    {excused}
                    <text class="bar-day" x=(x + STEP / 2.0).to_string() y=(TALL + 13.0).to_string()>{name}</text>
                </g>
            }
        })
        .collect_view();
    view! {
        <svg class="day-bars" viewBox=format!("0 0 {width} {}", TALL + 18.0) role="img" aria-label=label>
            <title>{title}</title>
            <rect class="spark-base" x="0" y=TALL.to_string() width=width.to_string() height="0.5" />
            {bars}
        </svg>
        <p class="bar-key" aria-hidden="true">
            <span class="bar-key-planned">{t("triage-planned")}</span>
            <span class="bar-key-done">{t("triage-done-word")}</span>
            <span class="bar-key-excused">{t("triage-excused")}</span>
        </p>
    }
}
