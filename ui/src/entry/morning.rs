//! A squad's morning, one line an athlete: typed fast, read back at once, kept when it is right.

use std::time::Duration;

use chrono::NaiveDate;
use contract::Fault;
use contract::entry::{MorningLine, SquadMorning, SquadMorningView};
use domain::attention::Severity;
use domain::wellness::{WellnessField, WellnessValue};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::ipc;
use crate::parts::{Button, ButtonKind, Dialog, FaultView, Mark, TextArea, TextField};
use crate::state::State;
use crate::words::{t, t_with};

/// A pause in typing after which the lines are read.
const PAUSE: Duration = Duration::from_millis(250);

/// The dialog.
#[component]
pub fn SquadMorningDialog(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <Dialog open=open title=t("screen-morning") wide=true>
            <Form open=open />
        </Dialog>
    }
}

#[component]
fn Form(open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let today = untrack(move || state.today());
    let day = RwSignal::new(today.map(|day| day.to_string()).unwrap_or_default());
    let text = RwSignal::new(String::new());
    let read = RwSignal::new(None::<Result<SquadMorningView, Fault>>);
    // The answer belongs to what stands in the field now.
    let fresh = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let turn = StoredValue::new(0_u32);
    let request = move |keep: bool| {
        let day = day.get_untracked().parse::<NaiveDate>().ok()?;
        Some(SquadMorning { day, text: text.get_untracked(), keep })
    };
    Effect::new(move |_| {
        day.track();
        let empty = text.with(|text| text.trim().is_empty());
        fresh.set(false);
        let Some(now) = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        }) else {
            return;
        };
        if empty {
            return read.set(None);
        }
        set_timeout(
            move || {
                if turn.try_get_value() != Some(now) {
                    return;
                }
                let Some(request) = request(false) else { return };
                spawn_local(async move {
                    let answer = ipc::call(&request).await.map(|done| done.value);
                    if turn.try_get_value() == Some(now) {
                        read.try_set(Some(answer));
                        fresh.try_set(true);
                    }
                });
            },
            PAUSE,
        );
    });
    let not_a_day =
        Signal::derive(move || day.with(|day| day.parse::<NaiveDate>().is_err()).then(|| t("screen-not-a-day")));
    let ready = Signal::derive(move || {
        fresh.get()
            && !busy.get()
            && read.with(|read| match read {
                Some(Ok(view)) => !view.lines.is_empty() && view.lines.iter().all(|line| line.problem.is_none()),
                _ => false,
            })
    });
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(request) = request(true).filter(|_| ready.get_untracked()) else { return };
        busy.set(true);
        spawn_local(async move {
            let kept = state.write(&request).await;
            busy.try_set(false);
            match kept {
                Ok(view) => {
                    state.say(t_with("screen-wellness-kept", &[("count", view.kept.into())]));
                    open.set(false);
                }
                Err(fault) => {
                    read.try_set(Some(Err(fault)));
                }
            }
        });
    };
    let back = move || match read.get() {
        None => view! { <Teach /> }.into_any(),
        Some(Err(fault)) => view! { <FaultView fault=fault /> }.into_any(),
        Some(Ok(view)) => view! { <ReadBack view=view /> }.into_any(),
    };
    view! {
        <form class="form morning" on:submit=send data-testid="squad-morning">
            <TextField label=t("screen-col-day") value=day kind="date" required=true error=not_a_day />
            <div data-focus="">
                <TextArea label=t("screen-morning-lines") value=text rows=7 example=t("screen-morning-example") />
            </div>
            {back}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    disabled=Signal::derive(move || !ready.get())
                    on_press=|| {}
                >
                    {t("screen-morning-keep")}
                </Button>
            </div>
        </form>
    }
}

/// What can be typed, before anything is.
#[component]
fn Teach() -> impl IntoView {
    view! {
        <div class="morning-teach quiet">
            <p>{t("screen-morning-hint")}</p>
            <p>{t("screen-morning-words")}</p>
        </div>
    }
}

/// What was understood, line by line.
#[component]
fn ReadBack(view: SquadMorningView) -> impl IntoView {
    let problems = view.lines.iter().filter(|line| line.problem.is_some()).count();
    let rows = view.lines.into_iter().map(|line| view! { <Line line=line /> }).collect_view();
    let told = if problems == 0 {
        t("screen-morning-clear")
    } else {
        t_with("screen-morning-problems", &[("count", problems.into())])
    };
    view! {
        <p class="quiet" role="status">
            {told}
        </p>
        <div class="table-scroll morning-scroll">
            <table class="grid-table morning-table">
                <thead>
                    <tr>
                        <th scope="col">{t("screen-morning-line")}</th>
                        <th scope="col">{t("screen-col-athlete")}</th>
                        <th scope="col">{t("screen-morning-read")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

#[component]
fn Line(line: MorningLine) -> impl IntoView {
    let wrong = line.problem.is_some();
    let values = line.values.iter().map(told).collect::<Vec<_>>().join("  \u{b7}  ");
    view! {
        <tr class:morning-wrong=wrong>
            <td class="quiet">{line.line}</td>
            <td>{line.athlete.map(|(_, name)| name)}</td>
            <td>
                {match line.problem {
                    Some(problem) => {
                        view! {
                            <Mark severity=Some(Severity::Act) />
                            " "
                            {problem}
                        }
                            .into_any()
                    }
                    None => values.into_any(),
                }}
            </td>
        </tr>
    }
}

/// `Sleep 7.5 h`.
fn told(value: &WellnessValue) -> String {
    let name = t(&format!("wellness-{}", value.field.code()));
    if value.field == WellnessField::Illness {
        return t_with("screen-morning-ill", &[("name", name.into()), ("ill", value.value.into())]);
    }
    let (number, unit) = format::wellness(value.field, value.value);
    format!("{name} {number} {unit}").trim_end().to_owned()
}
