//! Thresholds in time: what holds now, what held before, and a form for what holds from a day on.

mod form;

use contract::athlete::AthleteView;
use domain::id::AthleteId;
use domain::settings::Settings;
use leptos::prelude::*;
use leptos_router::components::A;

use super::Section;
use crate::format;
use crate::parts::{Button, Card, Dialog, Empty, Figure};
use crate::state::Ask;
use crate::words::{t, t_with};

use form::Form;

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
            actions=move || {
                view! {
                    <A href=format!("/athlete/{id}/thresholds") attr:class="button">
                        {t("screen-thresholds-open")}
                    </A>
                    <Button on_press=move || open.set(true)>{t("screen-add")}</Button>
                }
            }
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
                s.body_mass.map(|v| format::quantity(format::Quantity::Mass, v.0, 1)),
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
