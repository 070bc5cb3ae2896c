//! One week: hollow dots as planned above, filled dots as done below, a line where the two belong together; what did not go
//! as planned in words under it.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use contract::afterwards::AdherenceWeek;
use domain::adherence::{Deed, Excuse, Fate, Joined};
use domain::unit::Seconds;
use domain::week::Week;
use leptos::prelude::*;

use super::share_words;
use crate::format;
use crate::words::{t, t_with};

/// Width of a day, and between two dots of one day.
const DAY: f64 = 46.0;
const BESIDE: f64 = 12.0;
/// Heights of the planned and the done dots, and of the picture.
const PLANNED_Y: f64 = 10.0;
const DONE_Y: f64 = 36.0;
const HIGH: f64 = 46.0;
/// Radius of a dot.
const DOT: f64 = 4.5;

/// The days above all weeks.
#[component]
pub(super) fn Heads() -> impl IntoView {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    view! {
        <div class="deed-days" aria-hidden="true">
            <div class="deed-day-names">
                {days.map(|day| view! { <span>{t(&format!("adherence-{day}"))}</span> }).collect_view()}
            </div>
        </div>
    }
}

/// The week.
#[component]
pub(super) fn OneWeek(
    /// Which, with its sessions and deeds.
    week: AdherenceWeek,
) -> impl IntoView {
    let monday = format::short_day(week.week.monday());
    let notes: Vec<_> = week.joined.iter().filter(|one| !matches!(one.fate, Fate::Done | Fate::Ahead)).collect();
    let notes = notes
        .into_iter()
        .map(|one| {
            let code = one.fate.code();
            view! {
                <li class=format!("deed-note fate-{code}")>
                    <Shape fate=one.fate />
                    <span>{title(one)}</span>
                    <strong>{fate_words(one.fate)}</strong>
                </li>
            }
        })
        .collect_view();
    view! {
        <li class="deed-week" data-testid="deed-week">
            <div class="deed-head">
                <span class="deed-name">{week.week.to_string()}</span>
                <span class="under">{monday}</span>
            </div>
            <Dots week=week.week joined=week.joined.clone() />
            <p class="deed-share">{share_words(week.adherence)}</p>
            <ul class="deed-notes">{notes}</ul>
        </li>
    }
}

/// Where each dot of a row stands: several of one day beside each other.
fn places(week: Week, days: &[NaiveDate]) -> Vec<f64> {
    let mut of_day: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    days.iter().for_each(|day| *of_day.entry(*day).or_default() += 1);
    let mut before: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    days.iter()
        .map(|day| {
            let place = before.entry(*day).or_default();
            let aside = f64::from(*place) - f64::from(of_day[day] - 1) / 2.0;
            *place += 1;
            let days_in = (*day - week.monday()).num_days();
            DAY * (days_in as f64 + 0.5) + BESIDE * aside
        })
        .collect()
}

/// The picture. Its words are those of every session and deed.
#[component]
fn Dots(week: Week, joined: Vec<Joined>) -> impl IntoView {
    let planned: Vec<NaiveDate> = joined.iter().filter_map(|one| Some(one.planned.as_ref()?.date)).collect();
    let done: Vec<NaiveDate> = joined.iter().filter_map(|one| Some(one.done.as_ref()?.date)).collect();
    let (mut above, mut below) = (places(week, &planned).into_iter(), places(week, &done).into_iter());
    let label = joined
        .iter()
        .map(|one| t_with("adherence-line", &[("what", title(one).into()), ("fate", fate_words(one.fate).into())]))
        .collect::<Vec<_>>()
        .join("; ");
    let marks = joined
        .iter()
        .map(|one| {
            let x = one.planned.as_ref().and_then(|_| above.next());
            let y = one.done.as_ref().and_then(|_| below.next());
            view! { <Joint one=one.clone() planned=x done=y /> }
        })
        .collect_view();
    let wide = 7.0 * DAY;
    view! {
        <svg
            class="deed-dots"
            viewBox=format!("0 0 {wide} {HIGH}")
            width=wide.to_string()
            height=HIGH.to_string()
            role="img"
            aria-label=label
        >
            {marks}
        </svg>
    }
}

/// A planned session, a deed, or both with the line between.
#[component]
fn Joint(one: Joined, planned: Option<f64>, done: Option<f64>) -> impl IntoView {
    let code = one.fate.code();
    let line = planned.zip(done).map(|(from, to)| {
        view! {
            <line
                class="deed-line"
                x1=from.to_string()
                y1=(PLANNED_Y + DOT).to_string()
                x2=to.to_string()
                y2=(DONE_Y - DOT).to_string()
            />
        }
    });
    let days = match (one.fate, planned.zip(done)) {
        (Fate::Shifted { days }, Some((from, to))) => Some(view! {
            <text class="deed-shift" x=(from.midpoint(to) + 6.0).to_string() y=(PLANNED_Y.midpoint(DONE_Y) + 3.0).to_string()>
                {format::signed(days as f64, 0)}
            </text>
        }),
        _ => None,
    };
    let hollow = planned.map(|x| {
        let excused = matches!(one.fate, Fate::Excused { .. });
        let missed = matches!(one.fate, Fate::NotDone);
        view! {
            <circle class="deed-planned" cx=x.to_string() cy=PLANNED_Y.to_string() r=DOT.to_string() />
            {excused
                .then(|| view! { <path class="deed-stroke" d=format!("M{} {}h{}", x - 7.0, PLANNED_Y, 14.0) /> })}
            {missed.then(|| view! { <path class="deed-stroke" d=format!("M{} {}v6", x, PLANNED_Y + 8.0) /> })}
        }
    });
    let filled = done.map(|x| match one.fate {
        Fate::Different => view! {
            <rect
                class="deed-done"
                x=(x - DOT).to_string()
                y=(DONE_Y - DOT).to_string()
                width=(2.0 * DOT).to_string()
                height=(2.0 * DOT).to_string()
            />
        }
        .into_any(),
        Fate::Unplanned => {
            view! { <path class="deed-done" d=format!("M{x} {}l5.500 5.500-5.500 5.500-5.500-5.500Z", DONE_Y - 5.5) /> }
                .into_any()
        }
        _ => view! { <circle class="deed-done" cx=x.to_string() cy=DONE_Y.to_string() r=DOT.to_string() /> }.into_any(),
    });
    view! {
        <g class=format!("deed fate-{code}")>
            <title>{title(&one)} " \u{b7} " {fate_words(one.fate)}</title>
            {line}
            {hollow}
            {filled}
            {days}
        </g>
    }
}

/// The shape of a fate, as in the picture.
#[component]
fn Shape(fate: Fate) -> impl IntoView {
    let shape = match fate {
        Fate::Done | Fate::Shifted { .. } => view! {
            <path class="deed-line" d="M3.500 3 8.500 9" />
            <circle class="deed-planned" cx="3.500" cy="2.800" r="2.200" />
            <circle class="deed-done" cx="8.500" cy="9.200" r="2.200" />
        }
        .into_any(),
        Fate::Different => view! { <rect class="deed-done" x="2" y="2" width="8" height="8" /> }.into_any(),
        Fate::NotDone => view! {
            <circle class="deed-planned" cx="6" cy="4" r="3" />
            <path class="deed-stroke" d="M6 9v3" />
        }
        .into_any(),
        Fate::Excused { .. } => view! {
            <circle class="deed-planned" cx="6" cy="6" r="3.500" />
            <path class="deed-stroke" d="M0 6h12" />
        }
        .into_any(),
        Fate::Unplanned => view! { <path class="deed-done" d="M6 1l5 5-5 5-5-5Z" /> }.into_any(),
        Fate::Ahead => view! { <circle class="deed-planned" cx="6" cy="6" r="3.500" /> }.into_any(),
    };
    view! {
        <svg class="deed-shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            {shape}
        </svg>
    }
}

/// What the shapes mean.
#[component]
pub(super) fn Legend() -> impl IntoView {
    let fates = [
        (Fate::Done, "adherence-legend-done"),
        (Fate::Different, "fate-different"),
        (Fate::NotDone, "fate-not-done"),
        (Fate::Excused { why: Excuse::TakenOut }, "adherence-legend-excused"),
        (Fate::Unplanned, "fate-unplanned"),
        (Fate::Ahead, "fate-ahead"),
    ];
    view! {
        <ul class="deed-legend">
            {fates
                .into_iter()
                .map(|(fate, key)| {
                    view! {
                        <li>
                            <Shape fate=fate />
                            <span>{t(key)}</span>
                        </li>
                    }
                })
                .collect_view()}
        </ul>
    }
}

/// `Tue 17 Nov, Threshold 3 x 10 min (1:05): Run 0:40` as far as there is a plan and a deed.
fn title(one: &Joined) -> String {
    let planned = one.planned.as_ref().map(|planned| {
        t_with(
            "adherence-planned",
            &[
                ("day", format::day(planned.date).into()),
                ("title", planned.session.title.as_str().into()),
                ("time", format::minutes(planned.session.minutes).into()),
            ],
        )
    });
    match (planned, &one.done) {
        (Some(planned), Some(done)) if one.fate == Fate::Different => {
            t_with("adherence-instead", &[("planned", planned.into()), ("done", deed(done).into())])
        }
        (Some(planned), _) => planned,
        (None, Some(done)) => {
            t_with("adherence-done", &[("day", format::day(done.date).into()), ("done", deed(done).into())])
        }
        (None, None) => String::new(),
    }
}

fn deed(done: &Deed) -> String {
    let sport = t(&format!("sport-{}", done.sport.code()));
    format!("{sport} {}", format::hours(Seconds(done.minutes * 60.0)))
}

fn fate_words(fate: Fate) -> String {
    match fate {
        Fate::Shifted { days } => {
            let key = if days < 0 { "fate-earlier" } else { "fate-later" };
            t_with(key, &[("days", (days.unsigned_abs() as f64).into())])
        }
        Fate::Excused { why: Excuse::Exception { kind } } => {
            t_with("fate-excused", &[("why", t(&format!("exception-{}", kind.code())).into())])
        }
        Fate::Excused { why } => {
            let code = match why {
                Excuse::Ill => "excuse-ill",
                Excuse::Injured => "excuse-injured",
                Excuse::TakenOut | Excuse::Exception { .. } => "excuse-taken-out",
            };
            t_with("fate-excused", &[("why", t(code).into())])
        }
        _ => t(&format!("fate-{}", fate.code())),
    }
}
