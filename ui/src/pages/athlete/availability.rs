//! The time an athlete has: the usual week with its sports, and days on which it does not hold.

use contract::athlete::AthleteView;
use domain::availability;
use domain::id::AthleteId;
use leptos::prelude::*;

use super::Section;
use crate::format;
use crate::pages::availability::edit;
use crate::pages::availability::exception::{ExceptionForm, Exceptions};
use crate::pages::availability::usual::{DAYS, UsualForm};
use crate::parts::{Button, Card, Dialog, Empty};
use crate::state::Ask;
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn AvailabilityCard(
    /// Whose.
    id: AthleteId,
    /// The page's answer.
    page: Ask<AthleteView>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let excepting = RwSignal::new(false);
    view! {
        <Card
            title=t("screen-availability")
            actions=move || {
                view! {
                    <Button on_press=move || excepting.set(true)>{t("availability-add-exception")}</Button>
                    <Button on_press=move || open.set(true)>{t("screen-change")}</Button>
                }
            }
        >
            <Section
                page=page
                part=|view| {
                    let exceptions = view.exceptions.clone();
                    view! {
                        <Grid view=view />
                        <Exceptions exceptions=exceptions />
                    }
                        .into_any()
                }
            />
            <Dialog open=open title=t("screen-availability") wide=true>
                {move || {
                    let view = untrack(|| page.value())?;
                    let now = availability::to_change(&view.availability, view.on, view.on);
                    Some(view! { <UsualForm id=id now=now open=open /> })
                }}
            </Dialog>
            <Dialog open=excepting title=t("availability-add-exception")>
                {move || {
                    let view = untrack(|| page.value())?;
                    let athletes = vec![(id, view.athlete.name)];
                    Some(view! { <ExceptionForm athletes=athletes day=Some(view.on) open=excepting /> })
                }}
            </Dialog>
        </Card>
    }
}

#[component]
fn Grid(view: AthleteView) -> impl IntoView {
    let Some(now) = availability::on(&view.availability, view.on).cloned() else {
        return view! { <Empty title=t("screen-availability-none") hint=t("screen-availability-none-hint") /> }
            .into_any();
    };
    let cells = DAYS
        .iter()
        .zip(now.minutes)
        .zip(now.sports)
        .map(|((day, minutes), sports)| {
            let value = match minutes {
                Some(0) => view! { <dd class="quiet">{t("screen-no-time")}</dd> }.into_any(),
                Some(minutes) => view! { <dd>{format::minutes(minutes)}</dd> }.into_any(),
                None => view! { <dd class="missing">{t("screen-unanswered")}</dd> }.into_any(),
            };
            let only = edit::sports(&sports);
            view! {
                <div class:unanswered=minutes.is_none()>
                    <dt>{t(day)}</dt>
                    {value}
                    {(!only.is_empty()).then(|| view! { <dd class="day-sports" title=only.clone()>{only.clone()}</dd> })}
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
