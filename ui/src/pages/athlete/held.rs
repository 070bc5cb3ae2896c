//! Settings in time: what held from when, who entered it and why.

use contract::athlete::Eyes;
use contract::history::{SettingsHistory, SettingsLine};
use domain::id::AthleteId;
use domain::settings::Settings;
use domain::unit::MetersPerSecond;
use leptos::prelude::*;

use super::DONE;
use crate::format;
use crate::parts::{Badge, Card, Empty, Look, Shown};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn Held(
    /// Whose.
    id: AthleteId,
    /// Through whose eyes.
    eyes: Signal<Eyes>,
) -> impl IntoView {
    let lines = ask(of(id, DONE), move || Some(SettingsHistory { athlete: id, eyes: eyes.get() }));
    view! {
        <Card title=t("athlete-held")>
            <Shown ask=lines lines=4 then=|lines| view! { <List lines=lines /> }.into_any() />
        </Card>
    }
}

#[component]
fn List(lines: Vec<SettingsLine>) -> impl IntoView {
    if lines.is_empty() {
        return view! { <Empty title=t("screen-settings-none") hint=t("screen-settings-none-hint") /> }.into_any();
    }
    // What changed against the line before it in time; lines stand newest first.
    let before: Vec<Option<Settings>> = (0..lines.len())
        .map(|i| lines[i + 1..].iter().find(|line| !line.replaced).map(|line| line.settings.clone()))
        .collect();
    let items = lines
        .into_iter()
        .zip(before)
        .map(|(line, before)| {
            let what = changes(&line.settings, before.as_ref());
            let what = if what.is_empty() { t("athlete-held-same") } else { what.join(", ") };
            let who = line.entered.map(|(author, at)| {
                t_with("athlete-held-by", &[("author", author.into()), ("at", format::moment(at).into())])
            });
            let why = line.settings.note.clone();
            let under: Vec<String> = why.into_iter().chain(who).collect();
            view! {
                <li class:superseded=line.replaced>
                    <span class="quiet">
                        {t_with("screen-holds-from", &[("day", format::day_of_year(line.settings.from).into())])}
                    </span>
                    <span>
                        {what} " "
                        {line.replaced.then(|| view! { <Badge look=Look::Plain>{t("athlete-held-replaced")}</Badge> })}
                    </span>
                    <span class="under">{under.join("  \u{b7}  ")}</span>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="held" data-testid="settings-in-time">{items}</ol> }.into_any()
}

/// Values that are not as they were, in words.
fn changes(now: &Settings, before: Option<&Settings>) -> Vec<String> {
    let unknown = Settings::default();
    let before = before.unwrap_or(&unknown);
    let whole = |value: Option<f64>, unit: &str| value.map(|value| format!("{} {unit}", format::whole(value)));
    let pace = |speed: Option<MetersPerSecond>| {
        speed.and_then(format::pace).map(|pace| format!("{pace} {}", format::pace_unit()))
    };
    let fields: [(&str, Option<String>, Option<String>); 10] = [
        ("screen-ftp", whole(now.ftp.map(|v| v.0), "W"), whole(before.ftp.map(|v| v.0), "W")),
        ("screen-lthr", whole(now.lthr.map(|v| v.0), "bpm"), whole(before.lthr.map(|v| v.0), "bpm")),
        ("screen-pace", pace(now.threshold_speed), pace(before.threshold_speed)),
        ("athlete-held-hr-max", whole(now.hr_max.map(|v| v.0), "bpm"), whole(before.hr_max.map(|v| v.0), "bpm")),
        ("athlete-held-hr-rest", whole(now.hr_rest.map(|v| v.0), "bpm"), whole(before.hr_rest.map(|v| v.0), "bpm")),
        (
            "athlete-held-cp",
            whole(now.critical_power.map(|v| v.0), "W"),
            whole(before.critical_power.map(|v| v.0), "W"),
        ),
        ("athlete-held-vt1", whole(now.vt1.map(|v| v.0), "bpm"), whole(before.vt1.map(|v| v.0), "bpm")),
        ("athlete-held-vt2", whole(now.vt2.map(|v| v.0), "bpm"), whole(before.vt2.map(|v| v.0), "bpm")),
        ("athlete-held-mass", whole(now.body_mass.map(|v| v.0), "kg"), whole(before.body_mass.map(|v| v.0), "kg")),
        ("athlete-held-sleep", whole(now.sleep_need_h, "h"), whole(before.sleep_need_h, "h")),
    ];
    fields
        .into_iter()
        .filter(|(_, now, before)| now != before)
        .map(|(key, now, before)| {
            let unknown = || t("chart-unknown");
            let values = [("name", t(key).into()), ("now", now.unwrap_or_else(unknown).into())];
            match before {
                None => t_with("athlete-held-set", &values),
                Some(before) => {
                    let [name, now] = values;
                    t_with("athlete-held-changed", &[name, now, ("before", before.into())])
                }
            }
        })
        .collect()
}
