//! What is proposed for the rest of a running week: the difference first, then the coach's word. Nothing changes before it.

use contract::Topic;
use contract::adapt::{AdaptationOutcome, AdaptationView, DecideAdaptation, ProposeAdaptation};
use domain::adaptation::{Adaptation, AdaptedSession, DecidedAdaptation, Intervention};
use domain::effective::EffectiveSession;
use domain::id::AthleteId;
use domain::words::Value;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::why_panel::reasons;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Card, Look};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

/// The card of the running week; nothing where no plan runs.
#[component]
pub(crate) fn AdaptCard(
    /// Whose week.
    #[prop(into)]
    athlete: Signal<Option<AthleteId>>,
) -> impl IntoView {
    let state = State::here();
    let moved = move |moved: &contract::Touched| {
        athlete
            .get_untracked()
            .is_some_and(|who| of(who, &[Topic::Plan, Topic::Activities, Topic::Wellness, Topic::Athlete])(moved))
    };
    let answer = ask(moved, move || Some(ProposeAdaptation { athlete: athlete.get()? }));
    let busy = RwSignal::new(false);
    let decide = move |inputs: String, apply: bool| {
        let Some(athlete) = athlete.get_untracked() else { return };
        busy.set(true);
        spawn_local(async move {
            let outcome = state.write(&DecideAdaptation { athlete, inputs, apply, text: None }).await;
            busy.try_set(false);
            match outcome {
                Ok(AdaptationOutcome::Decided { .. }) => {
                    state.say(t(if apply { "adapt-applied" } else { "adapt-set-aside" }));
                    answer.again();
                }
                Ok(AdaptationOutcome::Moved { now }) => {
                    state.say(t("adapt-moved"));
                    answer.put(*now);
                }
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    move || {
        let view = answer.value()?;
        let adaptation = view.adaptation.clone()?;
        let quiet = adaptation.intervention == Intervention::Keep && view.decided.is_empty();
        (!quiet).then(|| shown(&view, adaptation, busy, decide))
    }
}

fn shown<F>(view: &AdaptationView, adaptation: Adaptation, busy: RwSignal<bool>, decide: F) -> impl IntoView + use<F>
where
    F: Fn(String, bool) + Copy + 'static,
{
    let changes = adaptation.changes.iter().map(|change| difference(view, change)).collect_view();
    let decided = view.decided.iter().map(line).collect_view();
    let inputs = StoredValue::new(adaptation.inputs.clone());
    let open = !adaptation.changes.is_empty() && !view.set_aside;
    let buttons = open.then(|| {
        view! {
            <div class="actions">
                <Button kind=ButtonKind::Primary disabled=busy on_press=move || decide(inputs.get_value(), true)>
                    <span data-testid="adapt-apply">{t("adapt-apply")}</span>
                </Button>
                <Button disabled=busy on_press=move || decide(inputs.get_value(), false)>
                    <span data-testid="adapt-leave">{t("adapt-leave")}</span>
                </Button>
            </div>
        }
    });
    let aside = view.set_aside.then(|| view! { <p class="quiet">{t("adapt-was-set-aside")}</p> });
    view! {
        <Card title=t("adapt-title") under=t(&format!("intervention-{}", adaptation.intervention.code()))>
            <div class="adapt" data-testid="adapt" data-intervention=adaptation.intervention.code()>
                {reasons(&adaptation.reasons)}
                <ul class="differences">{changes}</ul>
                {aside}
                {buttons}
                <ul class="decided">{decided}</ul>
            </div>
        </Card>
    }
}

/// A session as it stands and as it would stand.
fn difference(view: &AdaptationView, change: &AdaptedSession) -> impl IntoView + use<> {
    let find = |all: &[EffectiveSession]| all.iter().find(|s| s.id == change.session).cloned();
    let side = |session: Option<EffectiveSession>| match session.filter(|s| !s.removed) {
        Some(s) => t_with(
            "adapt-session",
            &[
                ("day", format::day(s.date).into()),
                ("title", s.session.title.clone().into()),
                ("time", format::minutes(s.session.minutes).into()),
                ("load", format::whole(s.session.load).into()),
            ],
        ),
        None => t("kind-rest"),
    };
    view! {
        <li data-testid="difference">
            <p class="difference-line">
                <span class="difference-now">{side(find(&view.now.sessions))}</span>
                <span aria-hidden="true">" \u{2192} "</span>
                <span class="only-read">{t("adapt-becomes")}</span>
                <strong>{side(find(&view.then.sessions))}</strong>
            </p>
            {reasons(&change.reasons)}
        </li>
    }
}

/// An earlier decision of the week.
fn line(decided: &DecidedAdaptation) -> impl IntoView + use<> {
    let applied = decided.applied;
    let key = if applied { "adapt-line-applied" } else { "adapt-line-set-aside" };
    let values = [
        ("what", Value::from(t(&format!("intervention-{}", decided.adaptation.intervention.code())))),
        ("who", decided.author.clone().into()),
        ("day", format::day(decided.day).into()),
    ];
    view! {
        <li class="quiet">
            <Badge look=if applied { Look::Solid } else { Look::Dashed }>
                {t(if applied { "adapt-badge-applied" } else { "adapt-badge-set-aside" })}
            </Badge>
            " "
            {t_with(key, &values)}
        </li>
    }
}
