//! One athlete in the triage table.

use chrono::NaiveDate;
use contract::roster::{PlanStatus, TriageRow};
use domain::reading::Reading;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::format;
use crate::parts::{Badge, Figure, Look, Mark, RangeBar, SparkBars, missing_words};
use crate::state::{athlete_path, week_path};
use crate::words::{sentence, t, t_with};

/// A row.
#[component]
pub(super) fn TriageLine(
    /// What to show.
    row: TriageRow,
    /// Its place on screen.
    at: usize,
    /// The place the keyboard is at.
    chosen: RwSignal<Option<usize>>,
    /// Today.
    today: NaiveDate,
    /// What the tallest bar stands for.
    top: f64,
) -> impl IntoView {
    let node = NodeRef::<leptos::html::Tr>::new();
    let is_chosen = Memo::new(move |_| chosen.get() == Some(at));
    Effect::new(move |_| {
        if is_chosen.get()
            && let Some(line) = node.get_untracked()
        {
            line.scroll_into_view_with_bool(false);
        }
    });
    let id = row.athlete.id;
    let more = row.flags.len().saturating_sub(1);
    let flags = row
        .flags
        .iter()
        .enumerate()
        .map(|(i, flag)| {
            // A row at rest shows the first reason and counts the others; the row the keyboard is at shows them all.
            let others = (i == 0 && more > 0)
                .then(|| view! { <span class="triage-more">{t_with("screen-more", &[("count", more.into())])}</span> });
            view! {
                <li>
                    <Mark severity=Some(flag.severity) />
                    <span class="triage-reason">
                        {sentence(&flag.reason)}" "{others}
                    </span>
                </li>
            }
        })
        .collect_view();
    let trend = row.trend;
    let number = move |of: fn(&domain::trend::TrendPoint) -> String| {
        view! { <Figure value=trend.as_ref().map(of).unwrap_or_default() /> }
    };
    let last = row.last_activity.map(|(start, sport)| {
        let day = start.date();
        view! {
            <span title=format::day_time(start)>{format::away(day, today)}</span>
            <span class="under">{t(&format!("sport-{}", sport.code()))}</span>
        }
    });
    let race = row.next_race.clone().map(|race| {
        view! {
            <span title=format::day_of_year(race.date)>{format::away(race.date, today)}</span>
            <span class="under" title=race.name.clone()>
                {t_with("screen-race-short", &[("name", race.name.as_str().into()), ("priority", format!("{:?}", race.priority).into())])}
            </span>
        }
    });
    view! {
        <tr node_ref=node class="triage-row" class:chosen=move || is_chosen.get() data-athlete=id.to_string() on:click=move |_| chosen.set(Some(at))>
            <th scope="row" class="triage-name">
                <A href=athlete_path(id)>{row.athlete.name.clone()}</A>
            </th>
            <td class="triage-why">
                {if row.flags.is_empty() {
                    view! { <span class="none">{t("screen-nothing-flagged")}</span> }.into_any()
                } else {
                    view! {
                        <ul>{flags}</ul>
                    }
                        .into_any()
                }}
            </td>
            <td>{readiness(&row.readiness)}</td>
            <td class="right">{number(|p| format::whole(p.ctl))}</td>
            <td class="right">{number(|p| format::whole(p.atl))}</td>
            <td class="right">{number(|p| format::signed(p.form_morning, 0))}</td>
            <td>
                <SparkBars days=row.spark.clone() top=top />
                <span class="triage-week" title=t("screen-week-hint")>
                    <Figure value=format::whole(row.load_7d) />
                    " "
                    {row
                        .load_usual
                        .map(|usual| {
                            view! { <span class="quiet">{t_with("screen-usual", &[("load", format::whole(usual).into())])}</span> }
                        })}
                </span>
            </td>
            <td>{last.map_or_else(|| view! { <Figure value="" /> }.into_any(), IntoAny::into_any)}</td>
            <td class="triage-race">{race.map_or_else(|| view! { <Figure value="" /> }.into_any(), IntoAny::into_any)}</td>
            <td>
                <A href=week_path(id, row.plan_week) attr:title=t_with("screen-open-week", &[("week", row.plan_week.to_string().into())])>
                    <PlanBadge status=row.plan />
                </A>
            </td>
        </tr>
    }
}

fn readiness(reading: &Reading<domain::readiness::Readiness>) -> AnyView {
    let (stale, age) = match reading {
        Reading::Stale { days, .. } => (true, Some(*days)),
        _ => (false, None),
    };
    match reading {
        Reading::Known { value, .. } | Reading::Stale { value, .. } => view! {
            <div class="readiness" class:stale=stale>
                <span class="readiness-score">{format::whole(value.score)}</span>
                <RangeBar score=value.score low=value.low high=value.high stale=stale />
                {age.map(|days| view! { <span class="stale-age">{format::age(days)}</span> })}
            </div>
        }
        .into_any(),
        Reading::Missing { why } => view! { <span class="missing">{missing_words(*why)}</span> }.into_any(),
    }
}

/// How a plan stands: dashed while it may change, solid once a person changed it, filled once it went out.
#[component]
pub fn PlanBadge(
    /// How it stands.
    status: PlanStatus,
) -> impl IntoView {
    match status {
        PlanStatus::None => view! { <span class="none">{t("screen-plan-none")}</span> }.into_any(),
        PlanStatus::Draft => view! { <Badge look=Look::Dashed>{t("screen-plan-draft")}</Badge> }.into_any(),
        PlanStatus::NeedsReview => {
            view! { <Badge look=Look::Dashed>{t("screen-plan-needs-review")}</Badge> }.into_any()
        }
        PlanStatus::Approved => view! { <Badge look=Look::Solid>{t("screen-plan-approved")}</Badge> }.into_any(),
        PlanStatus::Edited => view! { <Badge look=Look::Solid>{t("screen-plan-edited")}</Badge> }.into_any(),
        PlanStatus::Exported => view! { <Badge look=Look::Filled>{t("screen-plan-exported")}</Badge> }.into_any(),
    }
}
