//! How long things are kept: rules that are off until somebody sets them, what each would remove, and applying one.

use contract::privacy::{ApplyRetention, RetentionLine, RetentionView, SetRetention, ShowRetention};
use contract::{Fault, Topic};
use domain::erasure::RetentionKind;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::{Button, ButtonKind, Card, Dialog, FaultView, Shown, TextField};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn RetentionCard() -> impl IntoView {
    let rules = ask(|moved| matches!(moved.topic, Topic::Roster | Topic::Activities), || Some(ShowRetention {}));
    // Outlives the lines, which are made anew once a rule was applied.
    let done = RwSignal::new(None::<String>);
    view! {
        <Card title=t("privacy-retention")>
            <p class="quiet">{t("privacy-retention-hint")}</p>
            <Shown
                ask=rules
                lines=3
                then=move |view: RetentionView| {
                    let lines = view.lines.into_iter();
                    let lines: Vec<_> = lines.map(|line| view! { <Line line=line rules=rules done=done /> }).collect();
                    view! { <ul class="rules">{lines}</ul> }.into_any()
                }
            />
            {move || done.get().map(|done| view! { <p role="status">{done}</p> })}
        </Card>
    }
}

#[component]
fn Line(line: RetentionLine, rules: Ask<RetentionView>, done: RwSignal<Option<String>>) -> impl IntoView {
    let state = State::here();
    let kind = line.kind;
    let months = RwSignal::new(line.months.map(|months| months.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = months.get_untracked();
        let months = match text.trim() {
            "" => None,
            text => match text.parse::<u32>() {
                Ok(months) => Some(months),
                Err(_) => {
                    wrong.set(Some(t_with("screen-not-a-number", &[("text", text.to_owned().into())])));
                    return;
                }
            },
        };
        spawn_local(async move {
            match state.write(&SetRetention { kind, months }).await {
                Ok(view) => {
                    wrong.try_set(None);
                    rules.put(view);
                }
                Err(fault) => {
                    wrong.try_set(Some(format!("{} {}", fault.what, fault.next)));
                }
            }
        });
    };
    let before = line.before;
    let sure = RwSignal::new(false);
    let apply = move || {
        let Some(before) = before else { return };
        sure.set(false);
        spawn_local(async move {
            match state.write(&ApplyRetention { kind, before }).await {
                Ok(report) => {
                    let facts = [
                        ("activities", report.activities.into()),
                        ("files", report.files.into()),
                        ("copies", report.copies.into()),
                    ];
                    fault.try_set(None);
                    done.try_set(Some(t_with("privacy-retention-done", &facts)));
                    rules.again();
                }
                Err(came) => {
                    fault.try_set(Some(came));
                }
            }
        });
    };
    let met: Vec<String> = line
        .meets
        .iter()
        .map(|met| {
            let facts = [
                ("athlete", met.name.clone().into()),
                ("activities", met.activities.into()),
                ("files", met.files.into()),
                ("day", met.newest.map_or_else(String::new, |day| day.to_string()).into()),
            ];
            t_with("privacy-retention-meets", &facts)
        })
        .collect();
    let some = !met.is_empty();
    let name = t(&format!("retention-{}", kind.code()));
    let heading = name.clone();
    view! {
        <li class="rule rule-keep" class:rule-off=line.months.is_none()>
            <div class="rule-words">
                <h3>{name.clone()}</h3>
                {line.months.is_none().then(|| view! { <p class="quiet">{t("privacy-retention-off")}</p> })}
                {(line.months.is_some() && !some).then(|| view! { <p>{t("privacy-retention-nothing")}</p> })}
                <Met lines=met.clone() />
                {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            </div>
            <form class="number-form" on:submit=keep>
                <TextField
                    label=t_with("privacy-retention-for", &[("what", name.into())])
                    value=months
                    kind="number"
                    hint=t_with("privacy-retention-least", &[("least", line.least.into())])
                    error=wrong
                />
                <Button submit=true on_press=|| {}>
                    {t("screen-save")}
                </Button>
            </form>
            {(some && kind != RetentionKind::Left)
                .then(|| {
                    view! {
                        <Button kind=ButtonKind::Danger on_press=move || sure.set(true)>
                            {t("privacy-retention-apply")}
                        </Button>
                        <Dialog open=sure title=heading.clone()>
                            <div class="stack">
                                <p>{t("privacy-retention-sure")}</p>
                                <Met lines=met.clone() />
                                <div>
                                    <Button kind=ButtonKind::Danger on_press=apply>
                                        {t("privacy-retention-apply-now")}
                                    </Button>
                                </div>
                            </div>
                        </Dialog>
                    }
                })}
            {(some && kind == RetentionKind::Left).then(|| view! { <p class="quiet">{t("privacy-retention-by-name")}</p> })}
        </li>
    }
}

/// Whom a rule meets, and with how much.
#[component]
fn Met(lines: Vec<String>) -> impl IntoView {
    let lines: Vec<_> = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect();
    view! { <ul>{lines}</ul> }
}
