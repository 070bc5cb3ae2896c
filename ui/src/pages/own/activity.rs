//! The newest activities, and what the athlete says of each.

use contract::Fault;
use contract::own::{OwnActivity, OwnView};
use domain::own::Said;
use domain::unit::Rpe;
use leptos::prelude::*;

use super::say;
use crate::format;
use crate::parts::{Button, ButtonKind, Dialog, FaultView, TextArea, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// A line each, with a button that opens the form.
#[component]
pub(super) fn Activities(
    /// The newest first.
    activities: Vec<OwnActivity>,
    /// The page's answer.
    page: Ask<Option<OwnView>>,
) -> impl IntoView {
    let asked = RwSignal::new(None::<OwnActivity>);
    let open = RwSignal::new(false);
    let lines = activities
        .into_iter()
        .map(|activity| {
            let name = named(&activity);
            let felt = activity.rpe.map(|rpe| t_with("own-said-effort", &[("value", rpe.into())]));
            let comment = activity.comment.clone();
            view! {
                <li>
                    <div>
                        <strong>{name.clone()}</strong>
                        <span class="under">{felt} " " {comment}</span>
                    </div>
                    <button
                        type="button"
                        class="button button-quiet"
                        aria-label=t_with("own-say-of", &[("activity", name.into())])
                        on:click=move |_| {
                            asked.set(Some(activity.clone()));
                            open.set(true);
                        }
                    >
                        {t("own-say")}
                    </button>
                </li>
            }
        })
        .collect_view();
    view! {
        <ul class="people" data-testid="own-activities">{lines}</ul>
        <Dialog open=open title=Signal::derive(move || asked.with(|a| a.as_ref().map(named).unwrap_or_default()))>
            {move || asked.get().map(|activity| view! { <Form activity=activity page=page open=open /> })}
        </Dialog>
    }
}

fn named(activity: &OwnActivity) -> String {
    let sport = t(&format!("sport-{}", activity.sport.code()));
    format!("{}  {sport}  {}", format::day(activity.day), format::minutes(activity.minutes.round() as u32))
}

#[component]
fn Form(activity: OwnActivity, page: Ask<Option<OwnView>>, open: RwSignal<bool>) -> impl IntoView {
    let state = State::here();
    let id = activity.id;
    let rpe = RwSignal::new(activity.rpe.map(format::typed).unwrap_or_default());
    let before = activity.comment.clone().unwrap_or_default();
    let text = RwSignal::new(before.clone());
    let wrong = RwSignal::new(None::<String>);
    let fault = RwSignal::new(None::<Fault>);
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let felt = match format::parse_number(&rpe.get_untracked()) {
            Ok(felt) => felt,
            Err(text) => return wrong.set(Some(t_with("screen-not-a-number", &[("text", text.into())]))),
        };
        if felt.is_some_and(|felt| !(0.0..=10.0).contains(&felt)) {
            return wrong.set(Some(t_with("screen-between", &[("low", 0.0.into()), ("high", 10.0.into())])));
        }
        wrong.set(None);
        let felt = felt.filter(|felt| Some(*felt) != activity.rpe);
        let comment = Some(text.get_untracked().trim().to_owned()).filter(|text| !text.is_empty() && *text != before);
        let said: Vec<Said> = [
            felt.map(|felt| Said::Effort { activity: id, rpe: Rpe(felt) }),
            comment.map(|text| Said::Comment { activity: id, text }),
        ]
        .into_iter()
        .flatten()
        .collect();
        say(state, page, said, fault, move || open.set(false));
    };
    view! {
        <form class="form" on:submit=send>
            <TextField label=t("own-effort") value=rpe kind="number" hint=t("own-effort-hint") error=wrong />
            <TextArea label=t("own-comment") value=text />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true on_press=|| {}>
                    {t("own-add")}
                </Button>
            </div>
        </form>
    }
}
