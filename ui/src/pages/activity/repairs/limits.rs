//! Past which values samples are suspect: for this activity or for every one of the athlete, with what that would mark.

use contract::Fault;
use contract::entry::{SetRepairLimits, ShowRepairLimits};
use contract::revision::{ListRevisions, PreviewRevision};
use domain::clean::RepairLimits;
use domain::id::{ActivityId, AthleteId};
use domain::revision::Change;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::edit::Save;
use crate::format;
use crate::parts::{Button, ButtonKind, FaultView, Segments, Shown, TextField};
use crate::state::{State, ask};
use crate::words::{t, t_with};

/// A limit as a field: its words and its unit, in the order of [`typed`].
const FIELDS: [(&str, &str); 6] = [
    ("raw-hr-min", "bpm"),
    ("raw-hr-max", "bpm"),
    ("raw-hr-step", "bpm/s"),
    ("raw-power-max", "W"),
    ("raw-run-speed-max", "m/s"),
    ("raw-climb-max", "m/s"),
];

fn typed(limits: &RepairLimits) -> [f64; 6] {
    let RepairLimits { hr_min, hr_max, hr_step, power_max, run_speed_max, climb_max } = *limits;
    [hr_min, hr_max, hr_step, power_max, run_speed_max, climb_max]
}

/// The limits that are typed, if all are numbers.
fn read(fields: &[RwSignal<String>; 6]) -> Option<RepairLimits> {
    let value = |at: usize| fields[at].with(|text| format::parse_number(text)).ok().flatten();
    Some(RepairLimits {
        hr_min: value(0)?,
        hr_max: value(1)?,
        hr_step: value(2)?,
        power_max: value(3)?,
        run_speed_max: value(4)?,
        climb_max: value(5)?,
    })
}

/// The form; it begins with the limits in force.
#[component]
pub(super) fn LimitsForm(
    /// The activity that is looked at.
    id: ActivityId,
    /// Whose.
    athlete: AthleteId,
    /// Whether the dialog around is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let general = ask(|_| false, move || Some(ShowRepairLimits { athlete }));
    let own = ask(|_| false, move || Some(ListRevisions { activity: id }));
    view! {
        <p class="quiet">{t("raw-limits-hint")}</p>
        <Shown
            ask=general
            lines=3
            then=move |general| {
                view! {
                    <Shown
                        ask=own
                        lines=3
                        then=move |own| {
                            let standing: Vec<Change> = own
                                .revisions
                                .into_iter()
                                .filter(|revision| revision.undone.is_none())
                                .map(|revision| revision.change)
                                .collect();
                            let limits = domain::revision::limits(&standing).unwrap_or(general.limits);
                            view! { <Fields id=id athlete=athlete open=open limits=limits /> }.into_any()
                        }
                    />
                }
                    .into_any()
            }
        />
    }
}

#[component]
fn Fields(id: ActivityId, athlete: AthleteId, open: RwSignal<bool>, limits: RepairLimits) -> impl IntoView {
    let fields = typed(&limits).map(|value| RwSignal::new(format::typed(value)));
    let all = RwSignal::new(false);
    let change =
        Signal::derive(move || read(&fields).filter(|typed| *typed != limits).map(|limits| Change::Limits { limits }));
    let inputs = fields
        .into_iter()
        .zip(FIELDS)
        .map(|(value, (key, unit))| view! { <TextField label=t(key) value=value kind="number" unit=unit /> })
        .collect_view();
    let scopes = vec![(false, t("raw-limits-this")), (true, t("raw-limits-all"))];
    view! {
        <div class="limit-fields">{inputs}</div>
        <Segments label=t("raw-limits-for") value=all options=scopes />
        {move || {
            if all.get() {
                view! { <Everywhere id=id athlete=athlete change=change open=open /> }.into_any()
            } else {
                view! { <Save id=id change=change open=open /> }.into_any()
            }
        }}
    }
}

/// Sets the limits for all of the athlete's activities; what that means for this one is shown before.
#[component]
fn Everywhere(
    id: ActivityId,
    athlete: AthleteId,
    change: Signal<Option<Change>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let busy = RwSignal::new(false);
    let fault = RwSignal::new(None::<Fault>);
    let preview = ask(|_| false, move || change.get().map(|change| PreviewRevision { activity: id, change }));
    let marked = |versions: &[contract::revision::VersionNumbers]| versions.iter().map(|one| one.marked).sum::<u32>();
    let would = move || {
        change.with(Option::is_some).then(|| match preview.get() {
            Some(Ok(seen)) => t_with(
                "raw-limits-would",
                &[("before", marked(&seen.before).into()), ("after", marked(&seen.after).into())],
            ),
            Some(Err(_)) => t("raw-limits-same"),
            None => String::new(),
        })
    };
    let save = move || {
        let Some(Change::Limits { limits }) = change.get_untracked() else { return };
        busy.set(true);
        fault.set(None);
        spawn_local(async move {
            let said = state.write(&SetRepairLimits { athlete, limits: Some(limits), task: None }).await;
            busy.try_set(false);
            match said {
                Ok(count) => {
                    state.say(t_with("raw-limits-said", &[("count", count.into())]));
                    open.try_set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    let off = Signal::derive(move || change.with(Option::is_none));
    view! {
        <p aria-live="polite">{would}</p>
        {move || fault.get().map(|fault| view! { <FaultView fault=fault /> })}
        <div class="dialog-foot">
            <Button on_press=move || open.set(false)>{t("screen-cancel")}</Button>
            <Button kind=ButtonKind::Primary busy=busy disabled=off on_press=save>
                {t("raw-limits-save")}
            </Button>
        </div>
    }
}
