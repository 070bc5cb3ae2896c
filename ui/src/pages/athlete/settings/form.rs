//! The form for what holds from a day on. It begins with what holds now, so that a new threshold drops none of the others.

use chrono::NaiveDate;
use contract::Fault;
use contract::athlete::{AddSettings, AthleteView};
use domain::id::AthleteId;
use domain::locale::here;
use domain::settings::CostModel;
use domain::settings::Settings;
use domain::unit::{Bpm, Joules, Kilograms, Meters, MetersPerSecond, Seconds, Watts};
use domain::zones::{Anchor, Scheme};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format::{self, Quantity};
use crate::parts::{Button, ButtonKind, Choice, FaultView, TextField};
use crate::state::{Ask, State};
use crate::words::{t, t_with};

/// How a setting is typed.
#[derive(Clone, Copy, PartialEq)]
enum Typed {
    /// A number, times this in the unit that is kept.
    Number(f64),
    /// A quantity in the person's own unit.
    Of(Quantity),
    /// Minutes and seconds for a kilometre or a mile; kept as a speed.
    Pace,
    /// Minutes and seconds for a hundred metres or yards; kept as a speed.
    PoolPace,
}

/// A setting: words, unit, how it is typed, and the way to it and back.
struct Kind {
    key: &'static str,
    /// As it is kept; empty where the person chose one.
    unit: &'static str,
    typed: Typed,
    of: fn(&Settings) -> Option<f64>,
    put: fn(&mut Settings, Option<f64>),
}

/// Those everybody sets, and the rest.
const USUAL: usize = 6;

const KINDS: [Kind; 15] = [
    Kind {
        key: "screen-ftp-hint",
        unit: "W",
        typed: Typed::Number(1.0),
        of: |s| s.ftp.map(|v| v.0),
        put: |s, v| s.ftp = v.map(Watts),
    },
    Kind {
        key: "screen-pace-hint",
        unit: "",
        typed: Typed::Pace,
        of: |s| s.threshold_speed.map(|v| v.0),
        put: |s, v| s.threshold_speed = v.map(MetersPerSecond),
    },
    Kind {
        key: "screen-lthr-hint",
        unit: "bpm",
        typed: Typed::Number(1.0),
        of: |s| s.lthr.map(|v| v.0),
        put: |s, v| s.lthr = v.map(Bpm),
    },
    Kind {
        key: "screen-hr-max",
        unit: "bpm",
        typed: Typed::Number(1.0),
        of: |s| s.hr_max.map(|v| v.0),
        put: |s, v| s.hr_max = v.map(Bpm),
    },
    Kind {
        key: "screen-hr-rest",
        unit: "bpm",
        typed: Typed::Number(1.0),
        of: |s| s.hr_rest.map(|v| v.0),
        put: |s, v| s.hr_rest = v.map(Bpm),
    },
    Kind {
        key: "wellness-body-mass",
        unit: "",
        typed: Typed::Of(Quantity::Mass),
        of: |s| s.body_mass.map(|v| v.0),
        put: |s, v| s.body_mass = v.map(Kilograms),
    },
    Kind {
        key: "metric-critical-power",
        unit: "W",
        typed: Typed::Number(1.0),
        of: |s| s.critical_power.map(|v| v.0),
        put: |s, v| s.critical_power = v.map(Watts),
    },
    Kind {
        key: "metric-w-prime",
        unit: "kJ",
        typed: Typed::Number(1000.0),
        of: |s| s.w_prime.map(|v| v.0),
        put: |s, v| s.w_prime = v.map(Joules),
    },
    Kind {
        key: "metric-critical-speed",
        unit: "",
        typed: Typed::Pace,
        of: |s| s.critical_speed.map(|v| v.0),
        put: |s, v| s.critical_speed = v.map(MetersPerSecond),
    },
    Kind {
        key: "metric-d-prime",
        unit: "",
        typed: Typed::Of(Quantity::Height),
        of: |s| s.d_prime.map(|v| v.0),
        put: |s, v| s.d_prime = v.map(Meters),
    },
    Kind {
        key: "metric-swim-speed",
        unit: "",
        typed: Typed::PoolPace,
        of: |s| s.swim_speed.map(|v| v.0),
        put: |s, v| s.swim_speed = v.map(MetersPerSecond),
    },
    Kind {
        key: "metric-vt1",
        unit: "bpm",
        typed: Typed::Number(1.0),
        of: |s| s.vt1.map(|v| v.0),
        put: |s, v| s.vt1 = v.map(Bpm),
    },
    Kind {
        key: "metric-vt2",
        unit: "bpm",
        typed: Typed::Number(1.0),
        of: |s| s.vt2.map(|v| v.0),
        put: |s, v| s.vt2 = v.map(Bpm),
    },
    Kind {
        key: "screen-height",
        unit: "cm",
        typed: Typed::Number(0.01),
        of: |s| s.height.map(|v| v.0),
        put: |s, v| s.height = v.map(Meters),
    },
    Kind {
        key: "screen-sleep-need",
        unit: "h",
        typed: Typed::Number(1.0),
        of: |s| s.sleep_need_h,
        put: |s, v| s.sleep_need_h = v,
    },
];

/// A pace that was typed, as a speed.
fn pace(text: &str, speed: impl Fn(f64) -> MetersPerSecond) -> Result<Option<f64>, String> {
    let seconds = format::parse_clock(text).filter(|span| span.0 > 0.0).ok_or_else(|| t("screen-not-a-pace"))?;
    Ok(Some(speed(seconds.0).0))
}

impl Kind {
    /// What stands behind the field.
    fn unit(&self) -> &'static str {
        match self.typed {
            Typed::Number(_) => self.unit,
            Typed::Of(quantity) => format::unit(quantity),
            Typed::Pace => format::pace_unit(),
            Typed::PoolPace => format::pool_unit(),
        }
    }

    /// What stands in the field now; digits enough to come back as they are.
    fn show(&self, now: Option<&Settings>) -> String {
        let Some(value) = now.and_then(|now| (self.of)(now)) else { return String::new() };
        match self.typed {
            Typed::Number(unit) => format::typed((value / unit * 1000.0).round() / 1000.0),
            Typed::Of(quantity) => format::typed_quantity(quantity, value),
            Typed::Pace => format::clock(Seconds(here().pace(MetersPerSecond(value)))),
            Typed::PoolPace => format::clock(Seconds(here().pool_pace(MetersPerSecond(value)))),
        }
    }

    fn read(&self, text: &str) -> Result<Option<f64>, String> {
        match self.typed {
            Typed::Number(unit) => format::parse_number(text)
                .map(|value| value.map(|value| value * unit))
                .map_err(|text| t_with("screen-not-a-number", &[("text", text.into())])),
            Typed::Of(quantity) => format::parse_number(text)
                .map(|value| value.map(|value| format::kept(quantity, value)))
                .map_err(|text| t_with("screen-not-a-number", &[("text", text.into())])),
            Typed::Pace | Typed::PoolPace if text.trim().is_empty() => Ok(None),
            Typed::Pace => pace(text, |seconds| here().speed_of_pace(seconds)),
            Typed::PoolPace => pace(text, |seconds| here().speed_of_pool_pace(seconds)),
        }
    }
}

/// Schemes that may be chosen, by what they cut; the empty one is the program's own for each sport.
fn schemes(anchors: &'static [Anchor]) -> Vec<(String, String)> {
    std::iter::once((String::new(), t("screen-scheme-usual")))
        .chain(
            Scheme::ALL
                .iter()
                .filter(|scheme| anchors.contains(&scheme.anchor()))
                .map(|scheme| (scheme.code().to_owned(), t(&format!("scheme-{}", scheme.code())))),
        )
        .collect()
}

/// The form.
#[component]
pub(super) fn Form(
    /// Whose.
    id: AthleteId,
    /// Closed when done.
    open: RwSignal<bool>,
    /// The page's answer.
    page: Ask<AthleteView>,
) -> impl IntoView {
    let state = State::here();
    let view = untrack(move || page.value());
    let now = view.as_ref().and_then(|view| domain::settings::on(&view.settings, view.on)).cloned();
    let shown = KINDS.each_ref().map(|kind| kind.show(now.as_ref()));
    let fields = shown.clone().map(RwSignal::new);
    let now = now.unwrap_or_default();
    let code =
        |scheme: Option<Scheme>| RwSignal::new(scheme.map(|scheme| scheme.code().to_owned()).unwrap_or_default());
    let (power, heart, speed) = (code(now.schemes.power), code(now.schemes.heart), code(now.schemes.speed));
    let minetti =
        RwSignal::new(if now.cost_model == Some(CostModel::Minetti) { "minetti" } else { "table" }.to_owned());
    let note = RwSignal::new(String::new());
    let from = RwSignal::new(view.as_ref().map(|view| view.on.to_string()).unwrap_or_default());
    let wrong = RwSignal::new(None::<(usize, String)>);
    let fault = RwSignal::new(None::<Fault>);
    let busy = RwSignal::new(false);
    let error =
        move |i: usize| Signal::derive(move || wrong.with(|w| w.as_ref().filter(|w| w.0 == i).map(|w| w.1.clone())));
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Ok(from) = from.get_untracked().parse::<NaiveDate>() else {
            return wrong.set(Some((KINDS.len(), t("screen-not-a-day"))));
        };
        let mut settings = Settings { from, ..now.clone() };
        for (i, (kind, field)) in KINDS.iter().zip(fields).enumerate() {
            let typed = field.get_untracked();
            // Untouched: kept to the last digit.
            if typed == shown[i] {
                continue;
            }
            match kind.read(&typed) {
                Ok(value) => (kind.put)(&mut settings, value),
                Err(words) => return wrong.set(Some((i, words))),
            }
        }
        settings.schemes.power = Scheme::from_code(&power.get_untracked());
        settings.schemes.heart = Scheme::from_code(&heart.get_untracked());
        settings.schemes.speed = Scheme::from_code(&speed.get_untracked());
        settings.cost_model = (minetti.get_untracked() == "minetti").then_some(CostModel::Minetti);
        settings.note = Some(note.get_untracked().trim().to_owned()).filter(|note| !note.is_empty());
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
    let input = move |i: usize| {
        let kind = &KINDS[i];
        let timed = matches!(kind.typed, Typed::Pace | Typed::PoolPace);
        let example = if timed { "4:32" } else { "" };
        let mode = if timed { "text" } else { "number" };
        view! { <TextField label=t(kind.key) value=fields[i] kind=mode unit=kind.unit() example=example error=error(i) /> }
    };
    let usual = (0..USUAL).map(input).collect_view();
    let rest = (USUAL..KINDS.len()).map(input).collect_view();
    let models = vec![("table".to_owned(), t("screen-cost-table")), ("minetti".to_owned(), t("screen-cost-minetti"))];
    view! {
        <form class="form" on:submit=send>
            <p class="quiet">{t("screen-settings-hint")}</p>
            <TextField label=t("screen-from") value=from kind="date" error=error(KINDS.len()) required=true />
            <div class="wellness-fields">{usual}</div>
            <details>
                <summary>{t("screen-settings-more")}</summary>
                <div class="wellness-fields">{rest}</div>
                <div class="form-row">
                    <Choice label=t("screen-scheme-power") value=power options=schemes(&[Anchor::Ftp]) />
                    <Choice
                        label=t("screen-scheme-heart")
                        value=heart
                        options=schemes(&[Anchor::Lthr, Anchor::HrMax, Anchor::Vt])
                    />
                    <Choice
                        label=t("screen-scheme-speed")
                        value=speed
                        options=schemes(&[Anchor::ThresholdSpeed, Anchor::SwimSpeed])
                    />
                </div>
                <Choice label=t("screen-cost-model") value=minetti options=models />
            </details>
            <TextField label=t("screen-settings-note") value=note example=t("screen-settings-note-example") />
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
