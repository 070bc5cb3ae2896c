//! Everything measured on one activity: numbers by group with what they stand on, time in zones, best means and the work
//! left above critical power.

mod group;
mod line;

use contract::Topic;
use contract::measure::{ActivityView, MeasuresView, ShowMeasures};
use domain::id::{ActivityId, AthleteId};
use domain::measures::Measures;
use domain::saying::Saying;
use domain::sport::Sport;
use domain::summary::Load;
use leptos::prelude::*;

use super::balance::Balance;
use super::curves::Curves;
use super::zones::ZoneTimes;
use crate::parts::{Card, Empty, Sayings, Shown, StaleNotice};
use crate::state::ask;
use crate::words::t;

use group::{Group, GroupView};

/// Points asked for a line: as many as a wide window has pixels.
const WIDTH: u32 = 1400;

/// The sentence that says a number and nothing else: it stands behind its number, not above all of them.
const BARE: &str = "number";

/// What the page knows of the activity besides its measures.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Of {
    athlete: AthleteId,
    sport: Sport,
    load: Option<Load>,
}

/// The section.
#[component]
pub(super) fn MeasuresSection(
    /// Which activity.
    id: Memo<Option<ActivityId>>,
    /// The page's answer.
    view: Signal<Option<ActivityView>>,
) -> impl IntoView {
    let measures = ask(
        |moved| matches!(moved.topic, Topic::Activities | Topic::Athlete),
        move || id.get().map(|activity| ShowMeasures { activity, width: WIDTH }),
    );
    let of = Memo::new(move |_| {
        view.with(|view| {
            view.as_ref().map(|v| Of { athlete: v.athlete.id, sport: v.activity.sport, load: v.activity.summary.load })
        })
    });
    move || {
        of.get().map(|of| {
            view! {
                <Shown ask=measures lines=8 then=move |view| view! { <Everything view=view of=of /> }.into_any() />
            }
        })
    }
}

#[component]
fn Everything(view: MeasuresView, of: Of) -> impl IntoView {
    let telling = view.sayings.iter().filter(|saying| saying.key != BARE).cloned().collect::<Vec<_>>();
    let stale = view.stale.then(|| view! { <StaleNotice words=t("screen-measures-stale") athlete=of.athlete /> });
    let id = view.activity;
    let zones = view.measures.as_ref().map(|m| m.zones.clone()).unwrap_or_default();
    let numbers = match view.measures {
        Some(measures) => view! { <Numbers measures=measures of=of sayings=view.sayings /> }.into_any(),
        None => view! { <Empty title=t("screen-measures-none") hint=t("screen-measures-none-hint") /> }.into_any(),
    };
    view! {
        {stale}
        <Card title=t("screen-measures") under=t("screen-measures-under")>
            <Sayings sayings=telling />
            {numbers}
        </Card>
        <div class="measure-pictures">
            <ZoneTimes zones=zones sport=of.sport />
            <Curves activity=id sport=of.sport curves=view.curves usual=view.usual />
        </div>
        <Balance points=view.w_balance />
    }
}

#[component]
fn Numbers(measures: Measures, of: Of, sayings: Vec<Saying>) -> impl IntoView {
    let groups = Group::ALL
        .into_iter()
        .filter_map(|group| {
            let metrics = group.of(&measures);
            (!metrics.is_empty()).then(|| {
                let load = of.load.filter(|_| group == Group::Load);
                view! { <GroupView group=group metrics=metrics load=load sport=of.sport sayings=sayings.clone() /> }
            })
        })
        .collect_view();
    view! {
        <div class="measures" data-testid="measures">
            {groups}
        </div>
    }
}
