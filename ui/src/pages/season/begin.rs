//! A new season from a template: from a week on, or counted back from a race.

use chrono::{Duration, NaiveDate};
use contract::Fault;
use contract::season::{ListSeasonTemplates, SetSeason};
use domain::season::plan::{Goal, SeasonWeek};
use domain::season::template::SeasonTemplate;
use domain::season::{PhaseKind, Race};
use domain::week::Week;
use leptos::prelude::*;

use super::desk::Desk;
use super::goal::{GoalFields, GoalTyped};
use crate::format;
use crate::parts::{Button, ButtonKind, Choice, FaultView, Shown, TextField};
use crate::state::{ask, send_added};
use crate::words::{t, t_with};

/// What a choice says that is no race.
const FROM_A_WEEK: &str = "week";

/// The form.
#[component]
pub(super) fn BeginForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let templates = ask(|_| false, || Some(ListSeasonTemplates {}));
    // Races beyond the weeks shown count as well.
    let whose = ask(
        |_| false,
        move || {
            Some(contract::athlete::AthletePage {
                athlete: desk.athlete,
                on: None,
                eyes: contract::athlete::Eyes::Coach,
            })
        },
    );
    view! {
        <Shown
            ask=templates
            lines=6
            then=move |templates| {
                let today = desk.state.today().unwrap_or_default();
                view! {
                    <Shown
                        ask=whose
                        lines=6
                        then=move |view| {
                            let mut races = view.races;
                            races.retain(|race| race.date >= today);
                            view! { <Form desk=desk templates=templates.clone() races=races today=today /> }.into_any()
                        }
                    />
                }
                    .into_any()
            }
        />
    }
}

/// The first week of a season of so many weeks: the week of the race is its last, or it begins in the week of a day.
fn first_week(race: Option<&Race>, day: Option<NaiveDate>, weeks: usize) -> Option<Week> {
    let back = i64::try_from(weeks).ok()?.max(1) - 1;
    match race {
        Some(race) => Some(Week::of(race.date - Duration::weeks(back))),
        None => day.map(Week::of),
    }
}

/// `2 Base · 6 Build · 2 Sharpen`.
fn outline(weeks: &[SeasonWeek]) -> String {
    let of = |kind: PhaseKind| weeks.iter().filter(|week| week.phase == kind).count();
    let parts = PhaseKind::ALL.into_iter().map(|kind| (of(kind), kind)).filter(|(count, _)| *count > 0);
    let named = parts.map(|(count, kind)| format!("{count} {}", t(&format!("phase-{}", kind.code()))));
    named.collect::<Vec<_>>().join(" \u{b7} ")
}

#[component]
fn Form(desk: Desk, templates: Vec<SeasonTemplate>, races: Vec<Race>, today: NaiveDate) -> impl IntoView {
    let usual = untrack(|| desk.answer.value()).and_then(|view| view.usual);
    let options: Vec<_> = templates.iter().map(|one| (one.id.clone(), one.name.clone())).collect();
    let chosen = RwSignal::new(options.first().map(|(id, _)| id.clone()).unwrap_or_default());
    let templates = StoredValue::new(templates);
    let template = move || templates.with_value(|all| all.iter().find(|one| chosen.with(|id| one.id == *id)).cloned());
    let mut begins = vec![(FROM_A_WEEK.to_owned(), t("season-begin-week"))];
    begins.extend(races.iter().map(|race| {
        let facts = [
            ("priority", format!("{:?}", race.priority).into()),
            ("name", race.name.clone().into()),
            ("day", format::day_near(race.date, today).into()),
        ];
        (race.id.to_string(), t_with("season-begin-race", &facts))
    }));
    // With a race ahead the season most likely leads to it.
    let begin = RwSignal::new(begins.get(1).unwrap_or(&begins[0]).0.clone());
    let day = RwSignal::new(Week::of(today).next().monday().to_string());
    let name = RwSignal::new(String::new());
    let typed = GoalTyped::of(usual, Goal::Weeks);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let races = StoredValue::new(races);
    let first = move |weeks: usize| {
        races.with_value(|races| {
            let race = begin.with(|begin| races.iter().find(|race| race.id.to_string() == *begin));
            first_week(race, day.with(|day| day.parse().ok()), weeks)
        })
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(template) = untrack(template) else { return };
        let Some(start) = untrack(|| first(template.weeks.len())) else {
            return wrong.set(Some(t("screen-not-a-day")));
        };
        let (base, goal) = match typed.read() {
            Ok(read) => read,
            Err(words) => return wrong.set(Some(words)),
        };
        wrong.set(None);
        let typed_name = name.get_untracked().trim().to_owned();
        let request = SetSeason {
            athlete: desk.athlete,
            name: if typed_name.is_empty() { template.name } else { typed_name },
            template: Some(template.id),
            start,
            base,
            goal,
            weeks: template.weeks,
            supersedes: None,
        };
        desk.selected.set(Some(start));
        let what = request.name.clone();
        send_added(desk.state, request, what, desk.beginning, fault);
    };
    let about = move || {
        template().map(|template| {
            let weeks = template.weeks.len();
            let span = first(weeks).map(|first| {
                let last = Week::of(first.monday() + Duration::weeks(i64::try_from(weeks).unwrap_or(1) - 1));
                let late = (first < Week::of(today)).then(|| format!(" {}", t("season-begin-late")));
                let days = [
                    ("weeks", weeks.into()),
                    ("from", format::short_day(first.monday()).into()),
                    ("to", format::day_of_year(last.sunday()).into()),
                ];
                format!("{}{}", t_with("season-span-is", &days), late.unwrap_or_default())
            });
            view! {
                <div class="season-template">
                    <p>{template.about}</p>
                    <p class="numbers">{outline(&template.weeks)}</p>
                    <p class="quiet">{template.source}</p>
                    <p role="status">{span}</p>
                </div>
            }
        })
    };
    let from_week = move || {
        let free = begin.with(|begin| begin == FROM_A_WEEK);
        free.then(|| view! { <TextField label=t("screen-first-day") value=day kind="date" /> })
    };
    view! {
        <form class="form" on:submit=submit>
            <Choice label=t("season-template") value=chosen options=options />
            <div class="form-row">
                <Choice label=t("season-begins") value=begin options=begins /> {from_week}
            </div>
            {about}
            <TextField label=t("screen-name") value=name hint=t("season-name-hint") />
            <GoalFields typed=typed usual=usual />
            {move || wrong.get().map(|words| view! { <p class="field-note field-error">{words}</p> })}
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || desk.beginning.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                    {t("season-begin")}
                </Button>
            </div>
        </form>
    }
}
