//! The wall: months over phases over races over weeks, one column a week.

use chrono::{Duration, NaiveDate};
use contract::season::{SeasonLine, SeasonView};
use domain::season::{PhaseKind, Priority, Race};
use domain::week::Week;
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::state::race_path;
use crate::words::{t, t_with};

/// From so many days without time on, a week is marked.
const FEW_DAYS_OFF: u32 = 3;

/// The wall. Its columns stand over those of the chart below.
#[component]
pub(super) fn Wall(
    /// The desk.
    desk: Desk,
    /// What to show.
    view: SeasonView,
    /// Today.
    today: NaiveDate,
) -> impl IntoView {
    let columns = format!("repeat({}, minmax(0, 1fr))", view.weeks.len());
    let months = runs(&view.weeks, |line| Some(month(line.week)))
        .into_iter()
        .map(|(at, count, (_, name))| {
            view! {
                <span class="season-month" style:grid-column=format!("{} / span {count}", at + 1)>
                    {name}
                </span>
            }
        })
        .collect_view();
    let flags = flags(&view);
    let lines = StoredValue::new(view.weeks.clone());
    // A phase that was changed and not saved shows at once.
    let phases = move || {
        let edited = desk.edited.get();
        let lines = lines.get_value();
        let phase = |line: &SeasonLine| edited.get(&line.week).map(|line| line.phase).or(line.phase);
        runs(&lines, phase).into_iter().map(|(at, count, phase)| band(at, count, phase)).collect_view()
    };
    let weeks = view.weeks.into_iter().map(|line| view! { <Cell desk=desk line=line today=today /> }).collect_view();
    view! {
        <div class="season-wall" role="group" aria-label=t("season-weeks")>
            <div class="season-row" style:grid-template-columns=columns.clone()>{months}</div>
            <div class="season-row season-phases" style:grid-template-columns=columns.clone()>{phases}</div>
            <div class="season-row season-races" style:grid-template-columns=columns.clone()>{flags}</div>
            <div class="season-row" style:grid-template-columns=columns>{weeks}</div>
            <p class="season-legend quiet" aria-hidden="true">
                <span>{Shape::Lighter.view()} {t("season-lighter")}</span>
                <span>{Shape::Test.view()} {t("season-test")}</span>
                <span>{Shape::Flag.view()} {t("season-race")}</span>
                <span>{Shape::Off.view()} {t("season-off")}</span>
            </p>
        </div>
    }
}

/// Stretches of weeks that have the same of something: first place, count, what.
fn runs<T: PartialEq>(lines: &[SeasonLine], of: impl Fn(&SeasonLine) -> Option<T>) -> Vec<(usize, usize, T)> {
    let mut runs: Vec<(usize, usize, T)> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(what) = of(line) else { continue };
        match runs.last_mut() {
            Some((from, count, last)) if *last == what && *from + *count == at => *count += 1,
            _ => runs.push((at, 1, what)),
        }
    }
    runs
}

/// The month that holds most of a week: its first day, and its name (with the year in January).
fn month(week: Week) -> (String, String) {
    let middle = week.monday() + Duration::days(3);
    (middle.format("%Y-%m").to_string(), crate::format::month(middle))
}

fn band(at: usize, count: usize, phase: PhaseKind) -> impl IntoView {
    let name = t(&format!("phase-{}", phase.code()));
    let title = t_with("season-phase-weeks", &[("phase", name.clone().into()), ("weeks", count.into())]);
    view! {
        <span
            class=format!("season-phase season-phase-{}", phase.code())
            style:grid-column=format!("{} / span {count}", at + 1)
            title=title
        >
            {Shape::of(phase).view()}
            <span>{name}</span>
        </span>
    }
}

fn flags(view: &SeasonView) -> impl IntoView + use<> {
    let place = |race: &Race| view.weeks.iter().position(|line| line.week.contains(race.date));
    view.races
        .iter()
        .filter_map(|race| {
            let at = place(race)?;
            // Only what the season is built for has room for its name.
            let name = (race.priority == Priority::A).then(|| race.name.clone());
            // Near the right edge it is written to the left.
            let last = at + 4 > view.weeks.len();
            Some(view! {
                <a
                    href=race_path(race.athlete, race.id)
                    class="season-flag"
                    class:season-flag-last=last
                    class:season-flag-a={race.priority == Priority::A}
                    style:grid-column=format!("{}", at + 1)
                    title=format!("{:?} {} \u{2013} {}", race.priority, race.name, format::day(race.date))
                >
                    {Shape::Flag.view()}
                    <b>{format!("{:?}", race.priority)}</b>
                    {name}
                </a>
            })
        })
        .collect_view()
}

#[component]
fn Cell(desk: Desk, line: SeasonLine, today: NaiveDate) -> impl IntoView {
    let week = line.week;
    let saved = line.line.clone().map(|(_, line)| line);
    let now = Memo::new(move |_| desk.edited.with(|edited| edited.get(&week).cloned()).or_else(|| saved.clone()));
    let changed = move || desk.edited.with(|edited| edited.contains_key(&week));
    let chosen = move || desk.selected.get() == Some(week);
    let label = move || {
        let mut words = vec![t_with("season-week-of", &[("day", format::short_day(week.monday()).into())])];
        if let Some(line) = now.get() {
            words.push(t(&format!("phase-{}", line.phase.code())));
            words.push(format::percent(line.share));
            words.extend(line.deload.then(|| t("season-lighter")));
            words.extend(line.test.then(|| t("season-test")));
        }
        if line.unavailable > 0 {
            words.push(t_with("season-days-off", &[("days", line.unavailable.into())]));
        }
        words.extend(changed().then(|| t("season-not-saved")));
        words.join(", ")
    };
    view! {
        <button
            type="button"
            class="season-week"
            class:season-week-now=week.contains(today)
            class:season-week-over={week.sunday() < today}
            class:season-week-changed=changed
            data-week=week.to_string()
            aria-pressed=move || if chosen() { "true" } else { "false" }
            aria-current=week.contains(today).then_some("date")
            title=label
            on:click=move |_| desk.selected.set(Some(week))
        >
            // What is seen is short; what is said is the whole.
            <span class="only-read">{label}</span>
            <span class="season-day" aria-hidden="true">{week.monday().format("%-d").to_string()}</span>
            <span class="season-share" aria-hidden="true">
                {move || now.get().map(|line| crate::format::percent(line.share))}
            </span>
            <span class="season-marks" aria-hidden="true">
                {move || now.get().is_some_and(|line| line.deload).then(|| Shape::Lighter.view())}
                {move || now.get().is_some_and(|line| line.test).then(|| Shape::Test.view())}
                // One or two days off are every week's; from three on the week is another one.
                {(line.unavailable >= FEW_DAYS_OFF).then(|| Shape::Off.view())}
            </span>
        </button>
    }
}

/// Small drawings, each beside its word or under a label.
#[derive(Debug, Clone, Copy)]
enum Shape {
    Flat,
    Rising,
    Peak,
    Falling,
    Flag,
    Ring,
    Lighter,
    Test,
    Off,
}

impl Shape {
    const fn of(phase: PhaseKind) -> Shape {
        match phase {
            PhaseKind::Base => Shape::Flat,
            PhaseKind::Build => Shape::Rising,
            PhaseKind::Sharpen => Shape::Peak,
            PhaseKind::Taper => Shape::Falling,
            PhaseKind::Race => Shape::Flag,
            PhaseKind::Transition => Shape::Ring,
        }
    }

    fn view(self) -> impl IntoView + use<> {
        let (path, filled) = match self {
            Shape::Flat => ("M1 4h8v4H1z", true),
            Shape::Rising => ("M1 9h8V1z", true),
            Shape::Peak => ("M5 1l4 8H1z", true),
            Shape::Falling => ("M1 1v8h8z", true),
            Shape::Flag => ("M2 9.500V1l6.500 2.500L2 6z", true),
            Shape::Ring => ("M5 1.500a3.500 3.500 0 1 0 0 7a3.500 3.500 0 0 0 0-7z", false),
            Shape::Lighter => ("M1 2h8L5 8.500z", false),
            Shape::Test => ("M5 1l4 4-4 4-4-4z", false),
            Shape::Off => ("M1.500 1.500l7 7M8.500 1.500l-7 7", false),
        };
        let (fill, stroke) = if filled { ("currentColor", "none") } else { ("none", "currentColor") };
        view! {
            <svg class="season-shape" viewBox="0 0 10 10" width="9" height="9" aria-hidden="true">
                <path d=path fill=fill stroke=stroke stroke-width="1.300" stroke-linejoin="round" />
            </svg>
        }
    }
}
