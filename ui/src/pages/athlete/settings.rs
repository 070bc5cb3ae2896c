//! Thresholds in time: what holds now, what held before, and a form for what holds from a day on.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::{AddSettings, AthleteView};
use domain::id::AthleteId;
use domain::settings::Settings;
use domain::unit::{Bpm, Kilograms, MetersPerSecond, Watts};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Section;
use crate::format;
use crate::parts::{Button, ButtonKind, Card, Dialog, Empty, FaultView, Figure, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn SettingsCard(
    /// Whose.
    id: AthleteId,
    /// The page's answer.
    page: Ask<AthleteView>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <Card
            title=t("screen-settings-heading")
            actions=move || view! { <Button on_press=move || open.set(true)>{t("screen-add")}</Button> }
        >
            <Section page=page part=|view| view! { <Table settings=view.settings /> }.into_any() />
            <Dialog open=open title=t("screen-settings-add")>
                <Form id=id open=open page=page />
            </Dialog>
        </Card>
    }
}

#[component]
fn Table(settings: Vec<Settings>) -> impl IntoView {
    if settings.is_empty() {
        return view! { <Empty title=t("screen-settings-none") hint=t("screen-settings-none-hint") /> }.into_any();
    }
    let whole = |value: Option<f64>| value.map(format::whole).unwrap_or_default();
    let rows = settings
        .into_iter()
        .rev()
        .map(|s| {
            let pace = s.threshold_speed.and_then(format::pace).unwrap_or_default();
            let quiet = [
                s.hr_max.map(|v| t_with("screen-hr-max-of", &[("value", v.0.round().into())])),
                s.hr_rest.map(|v| t_with("screen-hr-rest-of", &[("value", v.0.round().into())])),
                s.body_mass.map(|v| t_with("screen-mass-of", &[("value", ((v.0 * 10.0).round() / 10.0).into())])),
                s.note.clone(),
            ];
            let quiet: Vec<String> = quiet.into_iter().flatten().collect();
            view! {
                <tr>
                    <th scope="row">
                        {format::day_of_year(s.from)}
                        <span class="under">{quiet.join("  \u{b7}  ")}</span>
                    </th>
                    <td class="right">
                        <Figure value=whole(s.ftp.map(|v| v.0)) />
                    </td>
                    <td class="right">
                        <Figure value=whole(s.lthr.map(|v| v.0)) />
                    </td>
                    <td class="right">
                        <Figure value=pace />
                    </td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table class="grid-table">
            <thead>
                <tr>
                    <th scope="col">{t("screen-from")}</th>
                    <th scope="col" class="right" title=t("screen-ftp-hint")>{t("screen-ftp")}</th>
                    <th scope="col" class="right" title=t("screen-lthr-hint")>{t("screen-lthr")}</th>
                    <th scope="col" class="right" title=t("screen-pace-hint")>{t("screen-pace")}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

/// What was typed, read; the first field that is no number is named.
fn read(fields: &Fields, from: NaiveDate) -> Result<Settings, (usize, String)> {
    let number = |i: usize, field: RwSignal<String>| {
        format::parse_number(&field.get_untracked())
            .map_err(|text| (i, t_with("screen-not-a-number", &[("text", text.into())])))
    };
    let pace = fields.pace.get_untracked();
    let threshold_speed = if pace.trim().is_empty() {
        None
    } else {
        let seconds = format::parse_clock(&pace).filter(|s| s.0 > 0.0);
        Some(seconds.map(|s| MetersPerSecond(1000.0 / s.0)).ok_or_else(|| (4, t("screen-not-a-pace")))?)
    };
    Ok(Settings {
        from,
        ftp: number(0, fields.ftp)?.map(Watts),
        lthr: number(1, fields.lthr)?.map(Bpm),
        hr_max: number(2, fields.hr_max)?.map(Bpm),
        hr_rest: number(3, fields.hr_rest)?.map(Bpm),
        threshold_speed,
        body_mass: number(5, fields.mass)?.map(Kilograms),
        note: Some(fields.note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty()),
    })
}

#[derive(Clone, Copy)]
struct Fields {
    ftp: RwSignal<String>,
    lthr: RwSignal<String>,
    hr_max: RwSignal<String>,
    hr_rest: RwSignal<String>,
    pace: RwSignal<String>,
    mass: RwSignal<String>,
    note: RwSignal<String>,
}

impl Fields {
    /// What holds now, so that a new threshold does not drop the others.
    fn of(now: Option<&Settings>) -> Fields {
        let whole = |value: Option<f64>| RwSignal::new(value.map(|v| v.to_string()).unwrap_or_default());
        Fields {
            ftp: whole(now.and_then(|s| s.ftp).map(|v| v.0)),
            lthr: whole(now.and_then(|s| s.lthr).map(|v| v.0)),
            hr_max: whole(now.and_then(|s| s.hr_max).map(|v| v.0)),
            hr_rest: whole(now.and_then(|s| s.hr_rest).map(|v| v.0)),
            pace: RwSignal::new(now.and_then(|s| s.threshold_speed).and_then(format::pace).unwrap_or_default()),
            mass: whole(now.and_then(|s| s.body_mass).map(|v| v.0)),
            note: RwSignal::new(String::new()),
        }
    }
}

#[component]
fn Form(id: AthleteId, open: RwSignal<bool>, page: Ask<AthleteView>) -> impl IntoView {
    let state = State::here();
    let view = untrack(move || page.value());
    let now = view.as_ref().and_then(|view| domain::settings::on(&view.settings, view.on));
    let fields = Fields::of(now);
    let from = RwSignal::new(view.as_ref().map(|view| view.on.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(None::<(usize, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let error =
        move |i: usize| Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == i).map(|w| w.1.clone())));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let read = from
            .get_untracked()
            .parse::<NaiveDate>()
            .map_err(|_| (6, t("screen-not-a-day")))
            .and_then(|from| read(&fields, from));
        let settings = match read {
            Ok(settings) => settings,
            Err(what) => return wrong.set(Some(what)),
        };
        wrong.set(None);
        busy.set(true);
        spawn_local(async move {
            let kept = state.write(&AddSettings { athlete: id, settings }).await;
            busy.try_set(false);
            match kept {
                Ok(_) => {
                    state.say(t("screen-settings-kept"));
                    open.set(false);
                }
                Err(refused) => {
                    fault.try_set(Some(refused));
                }
            }
        });
    };
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("screen-settings-hint")}</p>
            <TextField label=t("screen-from") value=from kind="date" error=error(6) required=true />
            <div class="form-row">
                <TextField label=t("screen-ftp-hint") value=fields.ftp kind="number" unit="W" error=error(0) />
                <TextField label=t("screen-pace-hint") value=fields.pace example="4:32" unit="/km" error=error(4) />
            </div>
            <div class="form-row">
                <TextField label=t("screen-lthr-hint") value=fields.lthr kind="number" unit="bpm" error=error(1) />
                <TextField label=t("screen-hr-max") value=fields.hr_max kind="number" unit="bpm" error=error(2) />
                <TextField label=t("screen-hr-rest") value=fields.hr_rest kind="number" unit="bpm" error=error(3) />
            </div>
            <div class="form-row">
                <TextField label=t("wellness-body-mass") value=fields.mass kind="number" unit="kg" error=error(5) />
                <TextField label=t("screen-settings-note") value=fields.note example=t("screen-settings-note-example") />
            </div>
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
