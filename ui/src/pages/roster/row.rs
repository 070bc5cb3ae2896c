//! One athlete in the triage table.

use chrono::NaiveDate;
use contract::roster::{DoneOfPlanned, PlanStatus, TriageRow};
use domain::id::AthleteId;
use domain::readiness::Readiness;
use domain::reading::Reading;
use domain::triage::{Band, Standing, Stands};
use leptos::prelude::*;
use leptos_router::components::A;

use super::bars::PlannedBar;
use super::desk::Desk;
use super::table::squad_name;
use crate::format;
use crate::parts::{Badge, Figure, Look, Mark, RangeBar, SparkBars, missing_words};
use crate::state::{athlete_path, week_path};
use crate::words::{sentence, t, t_with};

/// A row; it is drawn again only when its own athlete's row changes.
#[component]
pub(super) fn Row(
    /// What it belongs to.
    desk: Desk,
    /// Whose it is.
    athlete: AthleteId,
) -> impl IntoView {
    let chosen = Memo::new(move |_| desk.place.chosen.get() == Some(athlete));
    let line = Memo::new(move |_| desk.line(athlete));
    let index = move || desk.places.with(|places| places.get(&athlete).map(|at| (at + 2).to_string()));
    let height = move || line.get().map(|line| format!("{}px", desk.height(&line.row)));
    view! {
        <tr
            class="triage-row"
            class:chosen=move || chosen.get()
            aria-current=move || chosen.get().then_some("true")
            aria-rowindex=index
            data-athlete=athlete.to_string()
            style:height=height
            on:click=move |_| desk.place.chosen.set(Some(athlete))
            on:dblclick=move |_| desk.place.beside.set(true)
        >
            {move || line.get().map(|line| cells(desk, &line.row))}
        </tr>
    }
}

fn cells(desk: Desk, row: &TriageRow) -> AnyView {
    let today = desk.today.get_untracked();
    let (name, plan, trend) = (row.athlete.name.clone(), row.plan, row.trend);
    let open_week = t_with("screen-open-week", &[("week", row.plan_week.to_string().into())]);
    let number = move |of: fn(&domain::trend::TrendPoint) -> String| {
        view! { <Figure value=trend.as_ref().map(of).unwrap_or_default() /> }
    };
    view! {
        <th scope="row" class="triage-name">
            <A href=athlete_path(row.athlete.id)>{name}</A>
            {under_name(desk, row)}
        </th>
        <td class="triage-why" data-tour="reasons">{why(row)}</td>
        <td>{readiness(&row.readiness, row.data_age)}</td>
        <td class="right">{number(|p| format::whole(p.ctl))}</td>
        <td class="right">{number(|p| format::whole(p.atl))}</td>
        <td class="right">{number(|p| format::signed(p.form_morning, 0))}</td>
        <td>{load(row, desk.top.get_untracked())}</td>
        <td>{last(row, today)}</td>
        <td>{done(row)}</td>
        <td>{next(row, today)}</td>
        <td>
            <A href=week_path(row.athlete.id, row.plan_week) attr:title=open_week>
                <PlanBadge status=plan />
            </A>
        </td>
        <td class="triage-note">{note(row, today)}</td>
    }
    .into_any()
}

/// The squad, and what the coach decided.
fn under_name(desk: Desk, row: &TriageRow) -> impl IntoView + use<> {
    let squad = row.athlete.squad.map(|squad| squad_name(desk, squad));
    let words: Vec<String> = squad.into_iter().chain(decided(&row.marks)).collect();
    let words = words.join(" · ");
    view! { <span class="under" title=words.clone()>{words.clone()}</span> }
}

/// What the coach decided, in words.
pub(super) fn decided(marks: &Standing) -> Vec<String> {
    let on = |day: NaiveDate| [("day", format::short_day(day).into())];
    let reviewed = marks.reviewed.as_ref().map(|review| match review.stands {
        Stands::Holds => t_with("triage-reviewed-on", &on(review.on)),
        Stands::ChangedSince => t("triage-changed-since"),
        Stands::Earlier => t_with("triage-reviewed-earlier", &on(review.on)),
    });
    let snoozed = marks
        .snoozed
        .as_ref()
        .map(|snooze| if snooze.woken { t("triage-woken") } else { t_with("triage-snoozed-until", &on(snooze.until)) });
    let call = marks.call.as_ref().map(|_| t("triage-on-call-list"));
    [call, snoozed, reviewed].into_iter().flatten().collect()
}

fn why(row: &TriageRow) -> AnyView {
    if row.flags.is_empty() {
        // Nothing to say is said, with how the morning lies against the usual.
        let band = row.readiness.known().map(|readiness| t(&format!("triage-band-{}", Band::of(readiness).code())));
        return view! { <span class="none">{band.unwrap_or_else(|| t("screen-nothing-flagged"))}</span> }.into_any();
    }
    view! { <ul>{reasons(row, true)}</ul> }.into_any()
}

/// Every reason; a row at rest shows the first and counts the others.
pub(super) fn reasons(row: &TriageRow, counted: bool) -> impl IntoView + use<> {
    let more = row.flags.len().saturating_sub(1);
    row.flags
        .iter()
        .enumerate()
        .map(|(i, flag)| {
            let others = (counted && i == 0 && more > 0)
                .then(|| view! { <span class="triage-more">{t_with("screen-more", &[("count", more.into())])}</span> });
            view! {
                <li>
                    <Mark severity=Some(flag.severity) />
                    <span class="triage-reason">{sentence(&flag.reason)}</span>
                    {others}
                </li>
            }
        })
        .collect_view()
}

fn load(row: &TriageRow, top: f64) -> impl IntoView + use<> {
    let change = row.load_change.and_then(|change| change.share);
    let change = change.map(|share| t_with("triage-change", &[("percent", format::signed(share * 100.0, 0).into())]));
    view! {
        <SparkBars days=row.spark.clone() top=top />
        <span class="triage-week" title=t("triage-load-hint")>
            <Figure value=format::whole(row.load_7d) />
            " "
            <span class="quiet">{change}</span>
        </span>
    }
}

fn done(row: &TriageRow) -> AnyView {
    let Some(done) = row.done else { return view! { <Figure value="" /> }.into_any() };
    view! { <PlannedBar done=done label=done_words(&done) /> }.into_any()
}

fn last(row: &TriageRow, today: NaiveDate) -> AnyView {
    let Some((start, sport)) = row.last_activity else { return view! { <Figure value="" /> }.into_any() };
    view! {
        <span title=format::day_time(start)>{format::away(start.date(), today)}</span>
        <span class="under">{t(&format!("sport-{}", sport.code()))}</span>
    }
    .into_any()
}

fn next(row: &TriageRow, today: NaiveDate) -> AnyView {
    let Some(next) = &row.next_session else { return view! { <Figure value="" /> }.into_any() };
    let source = t(&format!("triage-source-{}", source_code(next.source)));
    view! {
        <span title=source>{format::away(next.date, today)}</span>
        <span class="under" title=next.title.clone()>{next.title.clone()}</span>
    }
    .into_any()
}

/// The stable name of whose a session is.
pub(super) const fn source_code(source: domain::effective::Source) -> &'static str {
    match source {
        domain::effective::Source::Proposed => "proposed",
        domain::effective::Source::Coach => "coach",
        domain::effective::Source::Club => "club",
    }
}

fn note(row: &TriageRow, today: NaiveDate) -> AnyView {
    let Some(note) = &row.last_note else { return view! { <Figure value="" /> }.into_any() };
    view! {
        <span class="triage-note-text" title=note.text.clone()>{note.text.clone()}</span>
        <span class="under">{format::away(note.at.date_naive(), today)}</span>
    }
    .into_any()
}

/// What a bar of done and planned says.
pub(super) fn done_words(done: &DoneOfPlanned) -> String {
    t_with(
        "triage-done-words",
        &[
            ("done", (done.sessions.done + done.sessions.different).into()),
            ("planned", done.sessions.counted().into()),
            ("minutes", format::whole(done.done_minutes).into()),
            ("of", format::whole(done.planned_minutes).into()),
        ],
    )
}

/// Score, range and age of what it rests on.
pub(super) fn readiness(reading: &Reading<Readiness>, age: Option<u32>) -> AnyView {
    let (value, stale) = match reading {
        Reading::Known { value, .. } => (value, None),
        Reading::Stale { value, days, .. } => (value, Some(*days)),
        Reading::Missing { why } => {
            let age = age.map(|days| {
                view! { <span class="under">{t_with("triage-data-age", &[("age", format::age(days).into())])}</span> }
            });
            return view! {
                <span class="missing">{missing_words(*why)}</span>
                {age}
            }
            .into_any();
        }
    };
    view! {
        <div class="readiness" class:stale=stale.is_some()>
            <span class="readiness-score">{format::whole(value.score)}</span>
            <RangeBar score=value.score low=value.low high=value.high stale=stale.is_some() />
            {stale.map(|days| view! { <span class="stale-age">{format::age(days)}</span> })}
        </div>
    }
    .into_any()
}

/// How a plan stands: dashed while it may change, solid once a person changed it, filled once it went out.
#[component]
pub fn PlanBadge(
    /// How it stands.
    status: PlanStatus,
) -> impl IntoView {
    let look = match status {
        PlanStatus::None => return view! { <span class="none">{t("screen-plan-none")}</span> }.into_any(),
        PlanStatus::Draft | PlanStatus::NeedsReview => Look::Dashed,
        PlanStatus::Approved | PlanStatus::Edited => Look::Solid,
        PlanStatus::Exported => Look::Filled,
    };
    view! { <Badge look=look>{t(&format!("screen-plan-{}", status.code()))}</Badge> }.into_any()
}
