//! The coach's words for the day: weather, course, food and kit. Each change is a version of its own.

use contract::Fault;
use contract::race::{Course, RaceView, SetRaceSheet};
use domain::race_sheet::RaceSheet;
use domain::result::Conditions;
use domain::unit::{Celsius, Meters};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format::{self, Quantity};
use crate::parts::{Button, Card, Choice, Dialog, Empty, FormFoot, TextArea, TextField};
use crate::state::{Deed, State, Turn};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn SheetCard(view: RaceView) -> impl IntoView {
    let open = RwSignal::new(false);
    let body = match view.sheets.first() {
        None => view! { <Empty title=t("race-sheet-none") hint=t("race-sheet-none-hint") /> }.into_any(),
        Some(sheet) => {
            let texts = [("race-fuel", &sheet.fuel), ("race-kit", &sheet.kit)]
                .into_iter()
                .filter_map(|(key, text)| {
                    let text = text.clone()?;
                    Some(view! {
                        <h3>{t(key)}</h3>
                        <p class="race-text">{text}</p>
                    })
                })
                .collect_view();
            view! {
                {texts}
                <p class="quiet on-screen">{version(sheet)}</p>
            }
            .into_any()
        }
    };
    let earlier = (view.sheets.len() > 1).then(|| {
        let lines = view.sheets[1..].iter().map(|sheet| view! { <li>{told(sheet)}</li> }).collect_view();
        view! {
            <details class="on-screen">
                <summary>{t("race-sheet-earlier")}</summary>
                <ol class="race-versions">{lines}</ol>
            </details>
        }
    });
    let form = StoredValue::new(view);
    view! {
        <Card
            title=t("race-sheet")
            actions=move || view! { <Button on_press=move || open.set(true)>{t("race-sheet-edit")}</Button> }
        >
            {body}
            {earlier}
            <Dialog open=open title=t("race-sheet-edit")>
                <SheetForm view=form.get_value() open=open />
            </Dialog>
        </Card>
    }
}

fn version(sheet: &RaceSheet) -> String {
    t_with(
        "race-sheet-version",
        &[
            ("version", sheet.version.into()),
            ("author", sheet.author.as_str().into()),
            ("at", format::moment(sheet.at).into()),
        ],
    )
}

/// An earlier version in a line.
fn told(sheet: &RaceSheet) -> String {
    let texts = [&sheet.weather, &sheet.pacing, &sheet.fuel, &sheet.kit];
    let said: Vec<&str> = texts.into_iter().flatten().map(String::as_str).collect();
    format!("{}: {}", version(sheet), said.join(" \u{b7} "))
}

#[derive(Clone, Copy)]
struct Fields {
    celsius: RwSignal<String>,
    humidity: RwSignal<String>,
    altitude: RwSignal<String>,
    weather: RwSignal<String>,
    course: RwSignal<String>,
    target: RwSignal<String>,
    pacing: RwSignal<String>,
    fuel: RwSignal<String>,
    kit: RwSignal<String>,
}

impl Fields {
    fn of(sheet: Option<&RaceSheet>) -> Fields {
        let text = |of: fn(&RaceSheet) -> Option<String>| RwSignal::new(sheet.and_then(of).unwrap_or_default());
        Fields {
            celsius: text(|s| s.conditions.temperature.map(|c| format::typed_quantity(Quantity::Temperature, c.0))),
            humidity: text(|s| s.conditions.humidity.map(format::typed)),
            altitude: text(|s| s.conditions.altitude.map(|m| format::typed_quantity(Quantity::Height, m.0))),
            weather: text(|s| s.weather.clone()),
            course: text(|s| s.course.map(|id| id.to_string())),
            target: text(|s| s.target.map(format::clock)),
            pacing: text(|s| s.pacing.clone()),
            fuel: text(|s| s.fuel.clone()),
            kit: text(|s| s.kit.clone()),
        }
    }

    fn read(self, view: &RaceView) -> Result<SetRaceSheet, String> {
        let number = |field: RwSignal<String>| {
            format::parse_number(&field.get_untracked())
                .map_err(|text| t_with("screen-not-a-number", &[("text", text.into())]))
        };
        let words =
            |field: RwSignal<String>| Some(field.get_untracked().trim().to_owned()).filter(|text| !text.is_empty());
        let target = match words(self.target) {
            None => None,
            Some(typed) => Some(
                format::parse_time(&typed)
                    .ok_or_else(|| t_with("screen-not-a-race-time", &[("text", typed.clone().into())]))?,
            ),
        };
        Ok(SetRaceSheet {
            athlete: view.race.athlete,
            race: view.race.id,
            conditions: Conditions {
                temperature: number(self.celsius)?.map(|typed| Celsius(format::kept(Quantity::Temperature, typed))),
                humidity: number(self.humidity)?,
                altitude: number(self.altitude)?.map(|typed| Meters(format::kept(Quantity::Height, typed))),
            },
            weather: words(self.weather),
            course: self.course.get_untracked().parse().ok(),
            target,
            pacing: words(self.pacing),
            fuel: words(self.fuel),
            kit: words(self.kit),
        })
    }
}

#[component]
fn SheetForm(view: RaceView, open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let fields = Fields::of(view.sheets.first());
    let courses = courses(&view.courses, fields.course);
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match fields.read(&view) {
            Ok(request) => {
                wrong.set(None);
                keep(state, again(&view), request, open, fault);
            }
            Err(words) => wrong.set(Some(words)),
        }
    };
    view! {
        <form class="form" on:submit=submit>
            <div class="form-row">
                <TextField
                    label=t("screen-temperature")
                    value=fields.celsius
                    kind="number"
                    unit=format::unit(Quantity::Temperature)
                />
                <TextField label=t("screen-humidity") value=fields.humidity kind="number" unit="%" />
                <TextField
                    label=t("screen-altitude")
                    value=fields.altitude
                    kind="number"
                    unit=format::unit(Quantity::Height)
                />
            </div>
            <TextField label=t("race-weather") value=fields.weather hint=t("race-weather-hint") />
            <div class="form-row">
                <TextField label=t("race-target") value=fields.target example="42:10" hint=t("race-target-hint") />
                <Choice label=t("race-course") value=fields.course options=courses hint=t("race-course-hint") />
            </div>
            <TextArea label=t("race-pacing") value=fields.pacing rows=2 />
            <TextArea label=t("race-fuel") value=fields.fuel example=t("race-fuel-example") />
            <TextArea label=t("race-kit") value=fields.kit example=t("race-kit-example") />
            {move || wrong.get().map(|words| view! { <p class="field-error" role="alert">{words}</p> })}
            <FormFoot open=open fault=fault save="race-sheet-save" />
        </form>
    }
}

/// The sheet as it stands, to be written once more; an empty one before the first.
fn again(view: &RaceView) -> SetRaceSheet {
    let sheet = view.sheets.first().cloned();
    SetRaceSheet {
        athlete: view.race.athlete,
        race: view.race.id,
        conditions: sheet.as_ref().map(|sheet| sheet.conditions).unwrap_or_default(),
        weather: sheet.as_ref().and_then(|sheet| sheet.weather.clone()),
        course: sheet.as_ref().and_then(|sheet| sheet.course),
        target: sheet.as_ref().and_then(|sheet| sheet.target),
        pacing: sheet.as_ref().and_then(|sheet| sheet.pacing.clone()),
        fuel: sheet.as_ref().and_then(|sheet| sheet.fuel.clone()),
        kit: sheet.and_then(|sheet| sheet.kit),
    }
}

/// Writes a version. The way back is one more version with what stood before.
fn keep(
    state: State,
    before: SetRaceSheet,
    request: SetRaceSheet,
    open: RwSignal<bool>,
    fault: RwSignal<Option<Fault>>,
) {
    spawn_local(async move {
        match state.write(&request).await {
            Ok(_) => {
                open.try_set(false);
                let said = t_with("undo-changed", &[("what", t("race-sheet").into())]);
                let deed = Deed::new(said.clone(), move |state, turn| {
                    let request = if turn == Turn::Back { before.clone() } else { request.clone() };
                    async move { Ok(state.write(&request).await.map(|_| ())?) }
                });
                state.did(said, deed);
            }
            Err(refused) => {
                fault.try_set(Some(refused));
            }
        }
    });
}

/// Recordings that may have the course, and the one chosen before even where it no longer fits.
fn courses(offered: &[Course], chosen: RwSignal<String>) -> Vec<(String, String)> {
    let mut options = vec![(String::new(), t("race-course-none"))];
    options.extend(offered.iter().map(|course| {
        let values =
            [("day", format::full_day(course.date).into()), ("distance", format::distance(course.distance).into())];
        (course.activity.to_string(), t_with("race-course-one", &values))
    }));
    let chosen = chosen.get_untracked();
    if options.iter().all(|(id, _)| *id != chosen) {
        options.push((chosen, t("race-course-kept")));
    }
    options
}
