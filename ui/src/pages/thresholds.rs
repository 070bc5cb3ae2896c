//! Thresholds of one athlete: what is set, what their own efforts say, zones, results, and what a race may take.

mod accept;
mod audit;
mod baseline;
mod predict;
pub(crate) mod results;
mod table;
mod zones;

use contract::Topic;
use contract::threshold::ShowThresholds;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_params_map;

use crate::parts::{Card, Empty, PageHead, Shown};
use crate::state::{ask, of};
use crate::words::t;

use audit::AuditCard;
use baseline::BaselineView;
use predict::PredictCard;
use results::ResultsCard;
use table::Table;
use zones::ZonesView;

/// Topics that change what efforts say.
const MOVED: &[Topic] = &[Topic::Activities, Topic::Wellness, Topic::Athlete];

/// The page of the athlete named in the address.
#[component]
pub fn ThresholdsPage() -> impl IntoView {
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|p| p.get("id")).and_then(|id| id.parse::<AthleteId>().ok()));
    move || match id.get() {
        Some(id) => view! { <OneAthlete id=id /> }.into_any(),
        None => view! { <Empty title=t("screen-no-page") /> }.into_any(),
    }
}

#[component]
fn OneAthlete(id: AthleteId) -> impl IntoView {
    let page = ask(of(id, MOVED), move || Some(ShowThresholds { athlete: id, on: None }));
    let whose = ask(of(id, &[Topic::Athlete]), move || {
        Some(contract::athlete::AthletePage { athlete: id, on: None, eyes: contract::athlete::Eyes::Coach })
    });
    let title = Signal::derive(move || whose.value().map(|view| view.athlete.name).unwrap_or_default());
    let under = Signal::stored(t("screen-thresholds-under"));
    view! {
        <div class="page thresholds">
            <PageHead title=title under=under>
                <A href=format!("/athlete/{id}") attr:class="button">
                    {t("screen-back-to-athlete")}
                </A>
            </PageHead>
            <div class="athlete-columns">
                <div class="athlete-main">
                    <Card title=t("screen-thresholds")>
                        <Shown ask=page lines=8 then=move |view| view! { <Table id=id view=view /> }.into_any() />
                    </Card>
                    <Card title=t("screen-zones")>
                        <Shown ask=page lines=5 then=|view| view! { <ZonesView view=view /> }.into_any() />
                    </Card>
                </div>
                <div class="athlete-side">
                    <ResultsCard id=id page=page />
                    <PredictCard id=id />
                    <Card title=t("screen-baseline")>
                        <Shown ask=page lines=5 then=|view| view! { <BaselineView baseline=view.baseline /> }.into_any() />
                    </Card>
                    <AuditCard id=id />
                </div>
            </div>
        </div>
    }
}
