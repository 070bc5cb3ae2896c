//! The coach's own limits, and the medical hold.

use contract::planning::{BoundsLine, PlanningView, SetBounds};
use domain::bounds::{Bounds, Scope};
use leptos::prelude::*;

use super::show;
use crate::format;
use crate::parts::{Button, ButtonKind, Choice, Empty, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// A limit as a field: its words, its unit, and the least and most it can be as it is typed.
const FIELDS: [(&str, &str, f64, f64); 7] = [
    ("planning-day", "min", 10.0, 1440.0),
    ("planning-week", "min", 10.0, 10_080.0),
    ("planning-load", "planning-points", 1.0, 5000.0),
    ("planning-quality", "", 0.0, 7.0),
    ("planning-spacing", "h", 24.0, 168.0),
    ("planning-rest", "d", 1.0, 6.0),
    ("planning-ramp", "%", 0.0, 30.0),
];

/// What stands in the fields for these limits, in their order.
#[must_use]
pub fn typed(bounds: &Bounds) -> [String; 7] {
    let whole = |value: Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let number =
        |value: Option<f64>| value.map(|value| format::typed((value * 10.0).round() / 10.0)).unwrap_or_default();
    [
        whole(bounds.day_minutes),
        whole(bounds.week_minutes),
        number(bounds.week_load),
        whole(bounds.quality),
        whole(bounds.spacing_hours),
        whole(bounds.rest_days),
        number(bounds.ramp.map(|ramp| ramp * 100.0)),
    ]
}

/// The limits that are typed; a hold is not among the fields and stays as it is.
///
/// # Errors
/// The place of the field that holds no such number, and what it may hold.
pub fn read(fields: &[String; 7], hold: bool) -> Result<Bounds, (usize, String)> {
    let number = |place: usize| -> Result<Option<f64>, (usize, String)> {
        let (_, _, low, high) = FIELDS[place];
        let range = || t_with("planning-between", &[("low", low.into()), ("high", high.into())]);
        match format::parse_number(&fields[place]) {
            Ok(None) => Ok(None),
            Ok(Some(value)) if (low..=high).contains(&value) => Ok(Some(value)),
            _ => Err((place, range())),
        }
    };
    let whole = |place: usize| -> Result<Option<u32>, (usize, String)> {
        match number(place)? {
            Some(value) if value.fract() != 0.0 => Err((place, t("planning-whole"))),
            value => Ok(value.map(|value| value as u32)),
        }
    };
    Ok(Bounds {
        day_minutes: whole(0)?,
        week_minutes: whole(1)?,
        week_load: number(2)?,
        quality: whole(3)?,
        spacing_hours: whole(4)?,
        rest_days: whole(5)?,
        ramp: number(6)?.map(|percent| percent / 100.0),
        hold,
    })
}

/// The scope with this name in a menu: `club`, `squad <id>` or `athlete <id>`.
fn scope(name: &str) -> Option<Scope> {
    match name.split_once(' ') {
        None => Some(Scope::Club),
        Some(("squad", id)) => Some(Scope::Squad { squad: id.parse().ok()? }),
        Some((_, id)) => Some(Scope::Athlete { athlete: id.parse().ok()? }),
    }
}

fn name(scope: Scope) -> String {
    match scope {
        Scope::Club => "club".to_owned(),
        Scope::Squad { squad } => format!("squad {squad}"),
        Scope::Athlete { athlete } => format!("athlete {athlete}"),
    }
}

/// Whom limits can be set for: the club, its squads, its athletes.
fn scopes(planning: Ask<PlanningView>) -> Signal<Vec<(String, String)>> {
    Signal::derive(move || {
        let view = planning.value();
        let (squads, athletes) = view.map(|view| (view.squads, view.athletes)).unwrap_or_default();
        let squads = squads
            .into_iter()
            .map(|(squad, words)| (name(Scope::Squad { squad }), t_with("planning-squad", &[("name", words.into())])));
        let athletes = athletes.into_iter().map(|(athlete, words)| (name(Scope::Athlete { athlete }), words));
        std::iter::once((name(Scope::Club), t("planning-club"))).chain(squads).chain(athletes).collect::<Vec<_>>()
    })
}

/// What is set for a scope itself; follows the answer.
fn set_for(planning: Ask<PlanningView>, scope: Scope) -> Bounds {
    planning.with(|answer| {
        let view = answer.as_ref().and_then(|answer| answer.as_ref().ok());
        let line = view.and_then(|view| view.bounds.iter().find(|line| line.scope == scope));
        line.map(|line| line.bounds).unwrap_or_default()
    })
}

/// The form.
#[component]
pub(super) fn Limits(planning: Ask<PlanningView>) -> impl IntoView {
    let state = State::here();
    let whom = RwSignal::new(name(Scope::Club));
    let fields: [RwSignal<String>; 7] = std::array::from_fn(|_| RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<(usize, String)>);
    let chosen = Memo::new(move |_| scope(&whom.get()));
    // What is set for whoever is chosen, and again when that moved elsewhere.
    let set = Memo::new(move |_| chosen.get().map(|scope| set_for(planning, scope)).unwrap_or_default());
    Effect::new(move |_| {
        chosen.track();
        for (field, text) in fields.iter().zip(typed(&set.get())) {
            field.set(text);
        }
        wrong.set(None);
    });
    let keep = move |bounds: Bounds| {
        if let Some(scope) = chosen.get_untracked() {
            show(state, planning, SetBounds { scope, bounds });
        }
    };
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match read(&fields.map(|field| field.get_untracked()), set.get_untracked().hold) {
            Ok(bounds) => {
                wrong.set(None);
                keep(bounds);
            }
            Err(refused) => wrong.set(Some(refused)),
        }
    };
    let field = move |(place, value): (usize, RwSignal<String>)| {
        let (key, unit, _, _) = FIELDS[place];
        let unit = if unit.starts_with("planning-") { t(unit) } else { unit.to_owned() };
        let error = Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == place).map(|w| w.1.clone())));
        view! {
            <TextField label=t(key) value=value kind="number" unit=unit example=t("planning-own") error=error />
        }
    };
    let back = move || {
        let hold = set.get_untracked().hold;
        keep(Bounds { hold, ..Bounds::default() });
    };
    view! {
        <form class="form" on:submit=submit data-testid="limits-form">
            <Choice label=t("planning-whom") value=whom options=scopes(planning) />
            <div class="limit-fields">{fields.into_iter().enumerate().map(field).collect_view()}</div>
            <div class="dialog-foot">
                <Button kind=ButtonKind::Quiet on_press=back>
                    {t("planning-back")}
                </Button>
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                    {t("screen-save")}
                </Button>
            </div>
        </form>
    }
}

/// The name of a scope in a list.
fn whose(line: &BoundsLine) -> String {
    match line.scope {
        Scope::Club => t("planning-club"),
        Scope::Squad { .. } => t_with("planning-squad", &[("name", line.name.as_str().into())]),
        Scope::Athlete { .. } => line.name.clone(),
    }
}

/// What is set so far, in words.
#[component]
pub(super) fn Standing(planning: Ask<PlanningView>) -> impl IntoView {
    move || {
        let lines: Vec<_> =
            planning.value()?.bounds.iter().filter_map(|line| Some((whose(line), said(line)?))).collect();
        if lines.is_empty() {
            return Some(view! { <Empty title=t("planning-none") hint=t("planning-none-hint") /> }.into_any());
        }
        let line = |(whose, said): (String, String)| {
            view! {
                <li data-testid="limits">
                    <strong>{whose}</strong>
                    <span>{said}</span>
                </li>
            }
        };
        Some(view! { <ul class="limit-lines">{lines.into_iter().map(line).collect_view()}</ul> }.into_any())
    }
}

/// The limits of a line; `None` where there is only a hold.
fn said(line: &BoundsLine) -> Option<String> {
    let fields = typed(&line.bounds);
    let parts: Vec<String> = FIELDS
        .iter()
        .zip(fields)
        .filter(|(_, text)| !text.is_empty())
        .map(|((key, _, _, _), text)| t_with(&format!("{key}-said"), &[("value", text.into())]))
        .collect();
    (!parts.is_empty()).then(|| parts.join(" \u{b7} "))
}

/// Medical holds: who is held, and holding somebody else.
#[component]
pub(super) fn Holds(planning: Ask<PlanningView>) -> impl IntoView {
    let state = State::here();
    let whom = RwSignal::new(String::new());
    let options = Signal::derive(move || {
        let all = scopes(planning).get();
        // The club as a whole comes last: holding everybody is seldom meant.
        let (club, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|(code, _)| *code == name(Scope::Club));
        std::iter::once((String::new(), t("planning-hold-choose"))).chain(others).chain(club).collect::<Vec<_>>()
    });
    let hold = move || {
        let code = whom.get_untracked();
        if let Some(scope) = scope(&code).filter(|_| !code.is_empty()) {
            let bounds = Bounds { hold: true, ..untrack(|| set_for(planning, scope)) };
            show(state, planning, SetBounds { scope, bounds });
            whom.set(String::new());
        }
    };
    let held = move || {
        let lines: Vec<BoundsLine> = planning.value()?.bounds.into_iter().filter(|line| line.bounds.hold).collect();
        if lines.is_empty() {
            return Some(view! { <p class="quiet">{t("planning-no-holds")}</p> }.into_any());
        }
        let line = |line: BoundsLine| {
            let lift = move || {
                let bounds = Bounds { hold: false, ..line.bounds };
                show(state, planning, SetBounds { scope: line.scope, bounds });
            };
            view! {
                <li data-testid="hold">
                    <strong>{whose(&line)}</strong>
                    <span>{t("planning-held")}</span>
                    <Button on_press=lift>{t("planning-lift")}</Button>
                </li>
            }
        };
        Some(view! { <ul class="limit-lines">{lines.into_iter().map(line).collect_view()}</ul> }.into_any())
    };
    view! {
        <p class="quiet">{t("planning-holds-hint")}</p>
        {held}
        <div class="hold-form">
            <Choice label=t("planning-hold-whom") value=whom options=options />
            <Button kind=ButtonKind::Danger disabled=Signal::derive(move || whom.with(String::is_empty)) on_press=hold>
                {t("planning-hold")}
            </Button>
        </div>
    }
}
