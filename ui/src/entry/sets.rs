//! Strength sets as rows of fields.

use domain::recording::StrengthSet;
use domain::unit::Kilograms;
use leptos::prelude::*;

use crate::format::{self, Quantity};
use crate::parts::{Button, Icon, IconButton};
use crate::words::{t, t_with};

/// One set as typed.
#[derive(Debug, Clone, Copy)]
pub(super) struct SetFields {
    /// Tells it from the others.
    id: u32,
    exercise: RwSignal<String>,
    reps: RwSignal<String>,
    weight: RwSignal<String>,
}

impl SetFields {
    /// A set like the one before it: exercise and weight mostly stay.
    fn after(before: Option<&SetFields>) -> SetFields {
        let same = |of: fn(&SetFields) -> RwSignal<String>| {
            RwSignal::new(before.map(|set| of(set).get_untracked()).unwrap_or_default())
        };
        SetFields {
            id: before.map_or(0, |set| set.id + 1),
            exercise: same(|set| set.exercise),
            reps: same(|set| set.reps),
            weight: same(|set| set.weight),
        }
    }
}

/// Heavier sets are a slip of the finger, kilograms.
const HEAVIEST: f64 = 1_000.0;

fn weight_label() -> String {
    t_with("screen-weight-in", &[("unit", format::unit(Quantity::Mass).into())])
}

/// What was typed, read; rows with nothing in them are left out. The first thing that is no number is named.
pub(super) fn read(rows: &[SetFields]) -> Result<Vec<StrengthSet>, String> {
    let mut sets = Vec::new();
    for row in rows {
        let exercise = Some(row.exercise.get_untracked().trim().to_owned()).filter(|name| !name.is_empty());
        let number = |field: RwSignal<String>| {
            format::parse_number(&field.get_untracked())
                .map_err(|text| t_with("screen-not-a-number", &[("text", text.into())]))
        };
        let reps = number(row.reps)?;
        let weight = number(row.weight)?.map(|typed| format::kept(Quantity::Mass, typed));
        let reps = match reps {
            Some(reps) if !(1.0..=10_000.0).contains(&reps) || reps.fract() != 0.0 => {
                return Err(t("screen-set-reps-range"));
            }
            reps => reps.map(|reps| reps as u32),
        };
        if weight.is_some_and(|kg| !(0.0..=HEAVIEST).contains(&kg)) {
            return Err(t_with(
                "screen-set-weight-range",
                &[("most", format::quantity(Quantity::Mass, HEAVIEST, 0).into())],
            ));
        }
        if exercise.is_some() || reps.is_some() || weight.is_some() {
            sets.push(StrengthSet {
                span: None,
                active: true,
                exercise,
                reps,
                weight: weight.map(Kilograms),
                velocity: Vec::new(),
            });
        }
    }
    Ok(sets)
}

/// The rows, and a button for one more.
#[component]
pub(super) fn SetRows(
    /// The sets.
    rows: RwSignal<Vec<SetFields>>,
) -> impl IntoView {
    let field = |label: String, value: RwSignal<String>, numeric: bool| {
        view! {
            <input
                type="text"
                inputmode=numeric.then_some("decimal")
                aria-label=label
                autocomplete="off"
                prop:value=move || value.get()
                on:input=move |event| value.set(event_target_value(&event))
            />
        }
    };
    view! {
        <fieldset class="set-rows">
            <legend>{t("screen-sets")}</legend>
            <Show when=move || rows.with(|rows| !rows.is_empty())>
                <div class="set-row set-head" aria-hidden="true">
                    <span>{t("screen-exercise")}</span>
                    <span>{t("screen-reps")}</span>
                    <span>{weight_label()}</span>
                </div>
            </Show>
            <For each=move || rows.get() key=|row| row.id let(row)>
                <div class="set-row">
                    {field(t("screen-exercise"), row.exercise, false)}
                    {field(t("screen-reps"), row.reps, true)}
                    {field(weight_label(), row.weight, true)}
                    <IconButton icon=Icon::Close label=t("screen-set-remove") on_press=move || rows.update(|rows| rows.retain(|one| one.id != row.id)) />
                </div>
            </For>
            <Button on_press=move || {
                rows.update(|rows| {
                    let next = SetFields::after(rows.last());
                    rows.push(next);
                });
            }>{t("screen-set-add")}</Button>
        </fieldset>
    }
}
