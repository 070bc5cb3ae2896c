//! The athlete's data as data: everything taken away in one file, past which limits samples are doubted, and which signals
//! there are.

use contract::Fault;
use contract::entry::{ExportAthlete, RepairLimitsView, SetRepairLimits, ShowRepairLimits};
use domain::clean::RepairLimits;
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::DONE;
use super::own_file::OwnFile;
use super::signals::Signals;
use crate::format;
use crate::ipc;
use crate::parts::{Button, ButtonKind, Card, Dialog, ExportedNote, FaultView, Shown, TextField};
use crate::state::{Ask, Ended, State, ask, of};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn DataCard(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let state = State::here();
    let limits = ask(of(id, DONE), move || Some(ShowRepairLimits { athlete: id }));
    let changing = RwSignal::new(false);
    let written = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let export = move || {
        busy.set(true);
        spawn_local(async move {
            let task = state.begin_task(t("screen-export-all-running"), None);
            let came = ipc::call(&ExportAthlete { athlete: id, folder: None, task: Some(task) }).await;
            state.end_task(task, Ended::of(&came, |file| Ended::done(t("screen-exported")).file(file.path.clone())));
            busy.try_set(false);
            written.try_set(Some(came));
        });
    };
    view! {
        <Card title=t("screen-data")>
            <Signals id=id />
            <div class="limits">
                <h3>{t("screen-limits")}</h3>
                <Shown ask=limits lines=2 then=|view| view! { <Limits view=view /> }.into_any() />
                <Button on_press=move || changing.set(true)>{t("screen-limits-change")}</Button>
            </div>
            <div class="export-all">
                <h3>{t("screen-export-all")}</h3>
                <p class="quiet">{t("screen-export-all-hint")}</p>
                <Button disabled=busy on_press=export>
                    {t("screen-export-all-do")}
                </Button>
                <ExportedNote written=written />
            </div>
            {move || (!state.is_own()).then(|| view! { <OwnFile id=id /> })}
            <Dialog open=changing title=t("screen-limits")>
                <Form id=id open=changing limits=limits />
            </Dialog>
        </Card>
    }
}

/// A limit: words, unit, the one it is, and the other way round.
struct Kind {
    key: &'static str,
    unit: &'static str,
    range: (f64, f64),
    of: fn(&RepairLimits) -> f64,
    put: fn(&mut RepairLimits, f64),
}

const KINDS: [Kind; 6] = [
    Kind { key: "screen-limit-hr-min", unit: "bpm", range: (10.0, 120.0), of: |l| l.hr_min, put: |l, v| l.hr_min = v },
    Kind { key: "screen-limit-hr-max", unit: "bpm", range: (120.0, 260.0), of: |l| l.hr_max, put: |l, v| l.hr_max = v },
    Kind {
        key: "screen-limit-hr-step",
        unit: "bpm/s",
        range: (1.0, 100.0),
        of: |l| l.hr_step,
        put: |l, v| l.hr_step = v,
    },
    Kind {
        key: "screen-limit-power",
        unit: "W",
        range: (200.0, 5000.0),
        of: |l| l.power_max,
        put: |l, v| l.power_max = v,
    },
    Kind {
        key: "screen-limit-speed",
        unit: "m/s",
        range: (2.0, 20.0),
        of: |l| l.run_speed_max,
        put: |l, v| l.run_speed_max = v,
    },
    Kind {
        key: "screen-limit-climb",
        unit: "m/s",
        range: (1.0, 100.0),
        of: |l| l.climb_max,
        put: |l, v| l.climb_max = v,
    },
];

#[component]
fn Limits(view: RepairLimitsView) -> impl IntoView {
    let lines = KINDS
        .iter()
        .map(|kind| {
            let value = (kind.of)(&view.limits);
            view! {
                <dt>{t(kind.key)}</dt>
                <dd>
                    {format::number(value, usize::from(value.fract() != 0.0))} <span class="unit">{kind.unit}</span>
                </dd>
            }
        })
        .collect_view();
    view! {
        <p class="quiet">{t(if view.own { "screen-limits-own" } else { "screen-limits-usual" })}</p>
        <dl class="facts">{lines}</dl>
    }
}

#[component]
fn Form(id: AthleteId, open: RwSignal<bool>, limits: Ask<RepairLimitsView>) -> impl IntoView {
    let state = State::here();
    let now = untrack(move || limits.value());
    let (now, own) = now.map_or((RepairLimits::default(), false), |view| (view.limits, view.own));
    let fields = KINDS.each_ref().map(|kind| RwSignal::new(format::typed((kind.of)(&now))));
    let wrong = RwSignal::new(None::<(usize, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let write = move |limits: Option<RepairLimits>| {
        busy.set(true);
        spawn_local(async move {
            let task = state.begin_task(t("screen-limits-running"), None);
            let changed = state.write(&SetRepairLimits { athlete: id, limits, task: Some(task) }).await;
            let done = |count: &u32| Ended::done(t_with("screen-limits-done", &[("count", (*count).into())]));
            state.end_task(task, Ended::of(&changed, done));
            busy.try_set(false);
            match changed {
                Ok(count) => {
                    state.say(t_with("screen-limits-done", &[("count", count.into())]));
                    open.set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let mut asked = now;
        for (place, (kind, field)) in KINDS.iter().zip(fields).enumerate() {
            let (low, high) = kind.range;
            match format::parse_number(&field.get_untracked()) {
                Ok(Some(value)) if (low..=high).contains(&value) => (kind.put)(&mut asked, value),
                Ok(_) => {
                    let words = t_with("screen-between", &[("low", low.into()), ("high", high.into())]);
                    return wrong.set(Some((place, words)));
                }
                Err(text) => {
                    return wrong.set(Some((place, t_with("screen-not-a-number", &[("text", text.into())]))));
                }
            }
        }
        wrong.set(None);
        write(Some(asked));
    };
    let inputs = KINDS
        .iter()
        .zip(fields)
        .enumerate()
        .map(|(place, (kind, field))| {
            let error =
                Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == place).map(|w| w.1.clone())));
            view! { <TextField label=t(kind.key) value=field kind="number" unit=kind.unit error=error /> }
        })
        .collect_view();
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("screen-limits-hint")}</p>
            <div class="wellness-fields">{inputs}</div>
            {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
            <div class="dialog-foot">
                {own
                    .then(|| {
                        view! {
                            <Button disabled=busy on_press=move || write(None)>
                                {t("screen-limits-back")}
                            </Button>
                        }
                    })}
                <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
                <Button kind=ButtonKind::Primary submit=true disabled=busy on_press=|| {}>
                    {t("screen-limits-save")}
                </Button>
            </div>
        </form>
    }
}
