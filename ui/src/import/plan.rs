//! Plan files that were dropped among others: they are checked and shown, never imported.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::plan::{VerifyPlan, VerifyPlanBytes};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Picked;
use super::run::bytes;
use crate::ipc;
use crate::pages::week::Verified;
use crate::parts::{Dialog, FaultView};
use crate::state::State;
use crate::words::{own_fault, t};

/// Whether a name is a plan file's.
pub(crate) fn is_plan(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("tsplan"))
}

/// Checks plan files by path and shows them.
pub(crate) fn check_paths(state: State, paths: Vec<String>) {
    if paths.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut checked = Vec::new();
        for path in paths {
            checked.push((path.clone(), ipc::call(&VerifyPlan { path }).await));
        }
        state.plans.try_set(checked);
    });
}

/// Checks plan files whose bytes are here and shows them.
pub(super) fn check_files(state: State, files: Vec<Picked>) {
    if files.is_empty() {
        return;
    }
    spawn_local(async move {
        let mut checked = Vec::new();
        for (name, file) in files {
            let verified = match bytes(&file).await {
                Ok(bytes) => ipc::call(&VerifyPlanBytes { base64: STANDARD.encode(bytes) }).await,
                Err(reason) => Err(own_fault(contract::FaultCode::BadCall, "screen-fault-unreadable", &reason)),
            };
            checked.push((name, verified));
        }
        state.plans.try_set(checked);
    });
}

/// Shows what dropped plan files are worth.
#[component]
pub fn PlanDialog() -> impl IntoView {
    let state = State::here();
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        if state.plans.with(|plans| !plans.is_empty()) {
            open.set(true);
        }
    });
    Effect::new(move |before: Option<bool>| {
        let now = open.get();
        if before == Some(true) && !now {
            state.plans.set(Vec::new());
        }
        now
    });
    let plans = move || {
        state
            .plans
            .get()
            .into_iter()
            .map(|(name, plan)| {
                view! {
                    <section class="plan-file">
                        <h3>{name}</h3>
                        {match plan {
                            Ok(plan) => view! { <Verified plan=plan /> }.into_any(),
                            Err(fault) => view! { <FaultView fault=fault /> }.into_any(),
                        }}
                    </section>
                }
            })
            .collect_view()
    };
    view! {
        <Dialog open=open title=t("week-verify-title")>
            {plans}
        </Dialog>
    }
}
