//! Minutes per weekday. A day nobody answered stays open, it is not zero.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::{AthleteView, SetAvailability};
use domain::availability::Availability;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Section;
use crate::format;
use crate::parts::{Button, ButtonKind, Card, Dialog, Empty, FaultView, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// Words keys of the weekdays, Monday first.
const DAYS: [&str; 7] = [
    "screen-monday",
    "screen-tuesday",
    "screen-wednesday",
    "screen-thursday",
    "screen-friday",
    "screen-saturday",
    "screen-sunday",
];

/// The card.
#[component]
pub(super) fn AvailabilityCard(
    /// Whose.
    id: AthleteId,
    /// The page's answer.
    page: Ask<AthleteView>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Card
            title=t("screen-availability")
            actions=move || view! { <Button on_press=move || open.set(true)>{t("screen-change")}</Button> }
        >
            <Section page=page part=|view| view! { <Grid view=view /> }.into_any() />
            <Dialog open=open title=t("screen-availability")>
                <Form id=id open=open page=page />
            </Dialog>
        </Card>
    }
}

#[component]
fn Grid(view: AthleteView) -> impl IntoView {
    let Some(now) = domain::availability::on(&view.availability, view.on).cloned() else {
        return view! { <Empty title=t("screen-availability-none") hint=t("screen-availability-none-hint") /> }
            .into_any();
    };
    let cells = DAYS
        .iter()
        .zip(now.minutes)
        .map(|(day, minutes)| {
            let value = match minutes {
                Some(0) => view! { <dd class="quiet">{t("screen-no-time")}</dd> }.into_any(),
                Some(minutes) => view! { <dd>{format::minutes(minutes)}</dd> }.into_any(),
                None => view! { <dd class="missing">{t("screen-unanswered")}</dd> }.into_any(),
            };
            view! {
                <div class:unanswered=minutes.is_none()>
                    <dt>{t(day)}</dt>
                    {value}
                </div>
            }
        })
        .collect_view();
    view! {
        <dl class="week-grid">{cells}</dl>
        <p class="under">{t_with("screen-holds-from", &[("day", format::day_of_year(now.from).into())])}</p>
    }
    .into_any()
}

#[component]
fn Form(id: AthleteId, open: RwSignal<bool>, page: Ask<AthleteView>) -> impl IntoView {
    let state = State::here();
    let view = untrack(move || page.value());
    let now = view.as_ref().and_then(|view| domain::availability::on(&view.availability, view.on));
    let fields: [RwSignal<String>; 7] = std::array::from_fn(|i| {
        RwSignal::new(now.and_then(|a| a.minutes[i]).map(|m| m.to_string()).unwrap_or_default())
    });
    let from = RwSignal::new(view.as_ref().map(|view| view.on.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(None::<(usize, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let error =
        move |i: usize| Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == i).map(|w| w.1.clone())));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(from) = from.get_untracked().parse::<NaiveDate>() else {
            return wrong.set(Some((7, t("screen-not-a-day"))));
        };
        let mut minutes = [None; 7];
        for (i, field) in fields.iter().enumerate() {
            let text = field.get_untracked();
            if text.trim().is_empty() {
                continue;
            }
            match text.trim().parse::<u32>().ok().filter(|m| *m <= 1440) {
                Some(m) => minutes[i] = Some(m),
                None => return wrong.set(Some((i, t("screen-not-minutes")))),
            }
        }
        wrong.set(None);
        busy.set(true);
        spawn_local(async move {
            let request = SetAvailability { athlete: id, availability: Availability { from, minutes } };
            let kept = state.write(&request).await;
            busy.try_set(false);
            match kept {
                Ok(_) => open.set(false),
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("screen-availability-hint")}</p>
            <div class="form-week">
                {fields
                    .into_iter()
                    .enumerate()
                    .map(|(i, value)| {
                        view! { <TextField label=t(DAYS[i]) value=value kind="number" error=error(i) /> }
                    })
                    .collect_view()}
            </div>
            <TextField label=t("screen-from") value=from kind="date" error=error(7) required=true />
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true disabled=busy on_press=|| {}>
                    {t("screen-save")}
                </Button>
            </div>
        </form>
    }
}
