//! Which rules ask for a coach's attention, for the whole club or one squad: switched on or off, and from which number on.

use contract::Topic;
use contract::threshold::{RuleLine, RulesView, SetRule, ShowRules};
use domain::id::SquadId;
use domain::reason::Rule;
use domain::tuning::RuleSetting;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Card, Choice, Look, PageHead, Shown, TextField};
use crate::state::{Ask, State, ask};
use crate::words::{t, t_with};

/// The page.
#[component]
pub fn RulesPage() -> impl IntoView {
    let squad = RwSignal::new(String::new());
    let chosen = move || squad.get().parse::<SquadId>().ok();
    let rules = ask(|moved| moved.topic == Topic::Athlete, move || Some(ShowRules { squad: chosen() }));
    let options = Signal::derive(move || {
        let squads = rules.value().map(|view| view.squads).unwrap_or_default();
        std::iter::once((String::new(), t("screen-rules-club")))
            .chain(squads.into_iter().map(|(id, name)| (id.to_string(), name)))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="page page-narrow">
            <PageHead title=t("screen-rules") under=t("screen-rules-under") />
            <Card title=t("screen-rules-whose")>
                <Choice label=t("screen-rules-squad") value=squad options=options />
                <p class="quiet">{t("screen-rules-hint")}</p>
            </Card>
            <Card title=t("screen-rules-list")>
                <Shown
                    ask=rules
                    lines=8
                    then=move |view: RulesView| {
                        let whose = squad.get_untracked().parse::<SquadId>().ok();
                        let lines = view
                            .rules
                            .into_iter()
                            .map(|line| {
                                view! { <Line line=line squad=whose rules=rules /> }
                            })
                            .collect_view();
                        view! { <ul class="rules">{lines}</ul> }.into_any()
                    }
                />
            </Card>
        </div>
    }
}

/// The stable name of a rule.
fn code(rule: Rule) -> String {
    match serde_json::to_value(rule) {
        Ok(serde_json::Value::String(code)) => code,
        other => format!("{other:?}"),
    }
}

#[component]
fn Line(line: RuleLine, squad: Option<SquadId>, rules: Ask<RulesView>) -> impl IntoView {
    let state = State::here();
    let rule = line.tunable.rule;
    let code = code(rule);
    let bounds = line.tunable.limit;
    let holds = line.holds;
    let limit = RwSignal::new(
        holds
            .limit
            .or(bounds.map(|(usual, _, _)| usual))
            .map(|value| format::number(value, decimals(value)))
            .unwrap_or_default(),
    );
    let wrong = RwSignal::new(None::<String>);
    let write = move |setting: Option<RuleSetting>| {
        spawn_local(async move {
            match state.write(&SetRule { squad, rule, setting }).await {
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
    let press = move |_| write(Some(RuleSetting { on: !holds.on, limit: holds.limit }));
    let keep = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        match format::parse_number(&limit.get_untracked()) {
            Ok(value) => write(Some(RuleSetting { on: holds.on, limit: value })),
            Err(text) => wrong.set(Some(t_with("screen-not-a-number", &[("text", text.into())]))),
        }
    };
    let limit_words = format!("rule-{code}-limit");
    let name = t(&format!("rule-{code}"));
    let flagged = (line.flagged > 0).then(
        || view! { <Badge look=Look::Plain>{t_with("screen-rule-flagged", &[("count", line.flagged.into())])}</Badge> },
    );
    view! {
        <li class="rule" class:rule-off=!holds.on>
            <div class="rule-words">
                <h3>{name.clone()} " " {flagged}</h3>
            </div>
            {bounds
                .map(|(usual, low, high)| {
                    let hint = t_with(
                        "screen-rule-usual",
                        &[
                            ("usual", format::number(usual, decimals(usual)).into()),
                            ("low", format::number(low, decimals(low)).into()),
                            ("high", format::number(high, decimals(high)).into()),
                        ],
                    );
                    view! {
                        <form class="number-form" on:submit=keep>
                            <TextField label=t(&limit_words) value=limit kind="number" hint=hint error=wrong />
                            <Button submit=true on_press=|| {}>
                                {t("screen-save")}
                            </Button>
                        </form>
                    }
                })}
            <div class="rule-switch">
                {if line.tunable.may_rest {
                    view! {
                        <button type="button" role="switch" class="button" aria-checked=if holds.on { "true" } else { "false" } aria-label=name on:click=press>
                            {t(if holds.on { "screen-rule-on" } else { "screen-rule-off" })}
                        </button>
                    }
                        .into_any()
                } else {
                    view! { <span class="quiet">{t("screen-rule-always")}</span> }.into_any()
                }}
                {line
                    .own
                    .is_some()
                    .then(|| {
                        view! {
                            <Button kind=ButtonKind::Quiet on_press=move || write(None)>
                                {t("screen-rule-back")}
                            </Button>
                        }
                    })}
            </div>
        </li>
    }
}

/// As many decimals as a value needs, two at most.
fn decimals(value: f64) -> usize {
    match (value * 100.0).round() {
        hundredths if hundredths % 100.0 == 0.0 => 0,
        hundredths if hundredths % 10.0 == 0.0 => 1,
        _ => 2,
    }
}
