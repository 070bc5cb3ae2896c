//! Import: the files that wait for a decision, or the imports so far and the folder that is watched.

mod changed;
mod columns;
mod desk;
mod history;
pub mod order;
mod picker;
mod report;
mod review;
mod row;
mod verdict;
mod watch;

use contract::Topic;
use contract::import::{BatchView, ListBatches};
use leptos::prelude::*;

use crate::import::{ImportButtons, reopen};
use crate::parts::{Card, Empty, PageHead, Shown};
use crate::state::{Ask, Doing, State, ask};
use crate::words::t;

use history::Batches;
pub use report::ReportPage;
use review::{Review, Underway};
use watch::WatchCard;

/// The page.
#[component]
pub fn ImportPage() -> impl IntoView {
    let state = State::here();
    reopen(state);
    let shown = move || match (state.review.doing.get(), state.review.preview.get()) {
        (Doing::Reading, _) => {
            view! { <Underway title=t("screen-review-reading") hint=t("screen-review-reading-hint") /> }.into_any()
        }
        (Doing::Importing, _) => {
            view! { <Underway title=t("screen-importing") hint=t("screen-importing-hint") /> }.into_any()
        }
        (Doing::Nothing, Some(preview)) => view! { <Review preview=preview /> }.into_any(),
        (Doing::Nothing, None) => view! { <Earlier /> }.into_any(),
    };
    // While a preview waits its own button is the one a person most likely wants.
    let waits = Memo::new(move |_| state.review.preview.with(Option::is_some));
    view! {
        <div class="page">
            <PageHead title=t("screen-nav-import") under=t("screen-import-under")>
                <div class="actions" data-tour="import">{move || view! { <ImportButtons primary=!waits.get() /> }}</div>
            </PageHead>
            {shown}
        </div>
    }
}

/// The imports so far, and the folder that is watched.
#[component]
fn Earlier() -> impl IntoView {
    let batches = list_batches();
    let draw = |batches: Vec<BatchView>| {
        if batches.is_empty() {
            view! {
                <Empty title=t("screen-batches-none") hint=t("screen-batches-none-hint")>
                    <ImportButtons />
                </Empty>
            }
            .into_any()
        } else {
            view! { <Batches batches=batches /> }.into_any()
        }
    };
    view! {
        <Card title=t("screen-batches") under=t("screen-batches-under")>
            <Shown
                ask=batches
                then=draw
            />
        </Card>
        <WatchCard />
    }
}

fn list_batches() -> Ask<Vec<BatchView>> {
    ask(|moved| moved.topic != Topic::Plan, || Some(ListBatches {}))
}
