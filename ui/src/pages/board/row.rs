//! One athlete's row: who, how they are today, how each week stands, and its days.

use chrono::NaiveDate;
use contract::board::{BoardRow, BoardWeek};
use contract::roster::PlanStatus;
use domain::readiness::Readiness;
use domain::reading::Reading;
use domain::week::Week;
use leptos::prelude::*;

use super::card::{Day, day};
use super::sheet::{Line, Sheet};
use crate::format;
use crate::parts::missing_words;
use crate::state::week_path;
use crate::words::{sentence, t, t_with};

/// What of the keyboard and of carried sessions concerns one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Marks {
    /// Day and session the keyboard stands on.
    at: Option<(usize, usize)>,
    /// Where something would be put down.
    target: Option<NaiveDate>,
}

/// One row; it is drawn again only when its own athlete's weeks or its marks change.
#[component]
pub(super) fn Row(
    /// What it belongs to.
    sheet: Sheet,
    /// Its place among those shown.
    at: usize,
    /// Whose it is.
    line: Line,
) -> impl IntoView {
    let athlete = line.athlete;
    let marks = Memo::new(move |_| Marks {
        at: Some(sheet.at.get()).filter(|place| place.row == at).map(|place| (place.day, place.slot)),
        target: sheet.carried.get().filter(|carried| carried.athlete == athlete).map(|carried| carried.to),
    });
    let (who, row) = (line.row.clone(), line.row);
    let class = move || if marks.with(|m| m.at.is_some()) { "sheet-row sheet-row-at" } else { "sheet-row" };
    view! {
        <div
            class=class
            role="row"
            aria-rowindex=(at + 2).to_string()
            data-testid="board-row"
            data-row=at.to_string()
            data-athlete=athlete.to_string()
        >
            {move || who.with(name)}
            {move || row.with(|row| weeks(sheet, row, marks.get()))}
        </div>
    }
}

fn name(row: &BoardRow) -> impl IntoView + use<> {
    let (code, words) = readiness(&row.readiness);
    let path = row.weeks.first().map(|week| week_path(row.athlete, week.week));
    view! {
        <div class="sheet-name" role="rowheader">
            <a href=path tabindex="-1">{row.name.clone()}</a>
            <span class=format!("sheet-ready sheet-ready-{code}") title=words>
                <svg viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">{shape(code)}</svg>
                {t(&format!("board-ready-{code}"))}
            </span>
        </div>
    }
}

/// Below, within or above the athlete's own usual, as far as the range of the score says so; and the whole of it in words.
fn readiness(reading: &Reading<Readiness>) -> (&'static str, String) {
    let (value, age) = match reading {
        Reading::Known { value, .. } => (value, None),
        Reading::Stale { value, days, .. } => (value, Some(format::age(*days))),
        Reading::Missing { why } => return ("unknown", missing_words(*why)),
    };
    let words = t_with(
        "screen-score-range",
        &[
            ("score", value.score.round().into()),
            ("low", value.low.round().into()),
            ("high", value.high.round().into()),
        ],
    );
    match age {
        Some(age) => ("stale", format!("{words}, {age}")),
        None if value.high < 50.0 => ("below", words),
        None if value.low > 50.0 => ("above", words),
        None => ("usual", words),
    }
}

fn shape(code: &str) -> AnyView {
    match code {
        "below" => view! { <path d="M1 2h8L5 9Z" fill="currentColor" /> }.into_any(),
        "above" => view! { <path d="M5 1l4 7H1Z" fill="currentColor" /> }.into_any(),
        "usual" => view! { <circle cx="5" cy="5" r="3.200" fill="currentColor" /> }.into_any(),
        "stale" => view! {
            <circle cx="5" cy="5" r="3.600" fill="none" stroke="currentColor" stroke-width="1.300" stroke-dasharray="1.800 1.500" />
        }
        .into_any(),
        _ => view! { <circle cx="5" cy="5" r="3.600" fill="none" stroke="currentColor" stroke-width="1.300" /> }.into_any(),
    }
}

fn weeks(sheet: Sheet, row: &BoardRow, marks: Marks) -> impl IntoView + use<> {
    let today = sheet.state.roster.with(|answer| answer.as_ref().and_then(|a| a.as_ref().ok()).map(|r| r.today));
    let mut at = 0;
    let mut cells = Vec::with_capacity(row.weeks.len());
    for week in &row.weeks {
        let days: Vec<_> = week
            .week
            .days()
            .into_iter()
            .map(|date| {
                let one = Day {
                    at,
                    date,
                    today,
                    slot: marks.at.filter(|(day, _)| *day == at).map(|(_, slot)| slot),
                    target: marks.target == Some(date),
                };
                at += 1;
                day(row, &one)
            })
            .collect();
        cells.push((head(week), days));
    }
    cells
}

/// How the plan of a week stands: the shape says as much as the colour.
fn pill(status: PlanStatus) -> impl IntoView {
    let (code, key) = standing(status);
    let shape = match status {
        PlanStatus::None => view! { <path d="M2 5h6" stroke="currentColor" stroke-width="1.400" /> }.into_any(),
        PlanStatus::Draft => view! {
            <circle cx="5" cy="5" r="3.600" fill="none" stroke="currentColor" stroke-width="1.400" stroke-dasharray="1.900 1.300" />
        }
        .into_any(),
        PlanStatus::NeedsReview => view! { <path d="M5 .8 9.200 5 5 9.200.8 5Z" fill="currentColor" /> }.into_any(),
        PlanStatus::Edited => view! {
            <circle cx="5" cy="5" r="3.600" fill="none" stroke="currentColor" stroke-width="1.600" />
        }
        .into_any(),
        PlanStatus::Approved => view! {
            <path d="M1.300 5.400 4 8l4.700-6" fill="none" stroke="currentColor" stroke-width="1.600" />
        }
        .into_any(),
        PlanStatus::Exported => view! { <circle cx="5" cy="5" r="3.800" fill="currentColor" /> }.into_any(),
    };
    view! {
        <span class=format!("sheet-pill sheet-pill-{code}") data-status=code>
            <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">{shape}</svg>
            {t(key)}
        </span>
    }
}

const fn standing(status: PlanStatus) -> (&'static str, &'static str) {
    match status {
        PlanStatus::None => ("none", "board-status-none"),
        PlanStatus::Draft => ("draft", "board-status-draft"),
        PlanStatus::NeedsReview => ("needs-review", "board-status-needs-review"),
        PlanStatus::Edited => ("edited", "board-status-edited"),
        PlanStatus::Approved => ("approved", "board-status-approved"),
        PlanStatus::Exported => ("exported", "board-status-exported"),
    }
}

fn head(week: &BoardWeek) -> impl IntoView + use<> {
    let mut words: Vec<String> = week.review.iter().map(sentence).collect();
    if week.abstained {
        words.push(t("week-abstained"));
    }
    let planned = (week.status != PlanStatus::None).then(|| {
        let target = week.target.map_or_else(|| "\u{2013}".to_owned(), format::whole);
        let words =
            t_with("board-load", &[("load", format::whole(week.load).into()), ("target", target.clone().into())]);
        let title = words.clone();
        view! {
            <span class="sheet-load" title=title aria-label=words>
                <b>{format::whole(week.load)}</b>
                {format!("/{target}")}
            </span>
        }
    });
    view! {
        <div
            class="sheet-week"
            role="gridcell"
            data-testid="board-week"
            data-week=week.week.to_string()
            title=(!words.is_empty()).then(|| words.join("\n"))
        >
            {pill(week.status)}
            {planned}
        </div>
    }
}

/// `W48` of `2026-W48`.
pub(super) fn short(week: Week) -> String {
    let whole = week.to_string();
    whole.split_once('-').map(|(_, week)| week.to_owned()).unwrap_or(whole)
}
