//! What this coach does again and again, in words, with a switch each.

use chrono::Weekday;
use contract::planning::{HabitLine, PlanningView, SetHabit};
use domain::habit::{Habit, HabitSeen};
use domain::session::SessionKind;
use domain::words::inside;
use leptos::prelude::*;

use super::{Switch, show};
use crate::pages::availability::usual::DAYS;
use crate::parts::{Badge, Empty, Look};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// The list.
#[component]
pub(super) fn Habits(planning: Ask<PlanningView>) -> impl IntoView {
    let state = State::here();
    move || {
        let habits = planning.value()?.habits;
        if habits.is_empty() {
            let empty = view! { <Empty title=t("planning-no-habits") hint=t("planning-no-habits-hint") /> };
            return Some(empty.into_any());
        }
        let lines = habits.into_iter().map(|line| view! { <Line line=line state=state planning=planning /> });
        Some(view! { <ul class="rules">{lines.collect_view()}</ul> }.into_any())
    }
}

#[component]
fn Line(line: HabitLine, state: State, planning: Ask<PlanningView>) -> impl IntoView {
    let said = sentence(&line.seen);
    let habit = line.seen.habit;
    let press = UnsyncCallback::new(move |on| show(state, planning, SetHabit { habit: habit.clone(), on }));
    let (look, word) = match (line.frequent, line.on) {
        (true, true) => (Look::Solid, "planning-habit-followed"),
        (true, false) => (Look::Plain, "planning-habit-off"),
        (false, _) => (Look::Dashed, "planning-habit-rare"),
    };
    view! {
        <li class="rule" class:rule-off=!line.on data-testid="habit">
            <div class="rule-words">
                <p>{said.clone()}</p>
                <Badge look=look>{t(word)}</Badge>
            </div>
            <div class="rule-switch">
                <Switch label=said on=line.on on_press=press />
            </div>
        </li>
    }
}

/// `Moved the long session to Sat 5 of 6 times.`
fn sentence(seen: &HabitSeen) -> String {
    let kind = |kind: SessionKind| inside(t(&format!("kind-{}", kind.code())));
    let day = |day: Weekday| t(DAYS[day.num_days_from_monday() as usize]);
    let (key, which) = match &seen.habit {
        Habit::MovesTo { kind: of, day: to } => ("habit-moves-to", vec![("kind", kind(*of)), ("day", day(*to))]),
        Habit::RemovesOn { kind: of, day: on } => ("habit-removes-on", vec![("kind", kind(*of)), ("day", day(*on))]),
        Habit::Scales { kind: of, percent } => {
            ("habit-scales", vec![("kind", kind(*of)), ("percent", percent.to_string())])
        }
        Habit::Replaces { kind: of, by } => ("habit-replaces", vec![("kind", kind(*of)), ("by", kind(*by))]),
    };
    let mut facts = vec![("times", seen.times.into()), ("of", seen.of.into())];
    facts.extend(which.into_iter().map(|(name, word)| (name, word.into())));
    t_with(key, &facts)
}
