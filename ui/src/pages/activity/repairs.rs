//! What was repaired and why, the raw values beside those that are used, and the limits past which values are suspect.

mod limits;
mod raw;

use contract::measure::ActivityView;
use domain::recording::ChannelKind;
use leptos::prelude::*;

use self::limits::LimitsForm;
use self::raw::RawView;
use super::facts::Repairs;
use crate::parts::{Button, Card, Choice, Dialog};
use crate::words::{t, t_with};

/// The card.
#[component]
pub(super) fn Repaired(
    /// The page's answer.
    view: ActivityView,
) -> impl IntoView {
    let marked = |kind: ChannelKind| -> u32 {
        view.activity.repairs.iter().filter(|repair| repair.channel == Some(kind)).map(|repair| repair.samples).sum()
    };
    // A position is two channels and no line; the map shows it.
    let drawn = |kind: &&ChannelKind| !matches!(kind, ChannelKind::Latitude | ChannelKind::Longitude);
    let mut channels: Vec<(ChannelKind, u32)> =
        view.channels.iter().filter(drawn).map(|kind| (*kind, marked(*kind))).collect();
    // What was repaired most is asked about first.
    channels.sort_by_key(|(_, marked)| std::cmp::Reverse(*marked));
    let options: Vec<(String, String)> = channels
        .iter()
        .map(|(kind, marked)| {
            let channel = t(&format!("channel-{}", kind.code()));
            let words = match marked {
                0 => channel,
                _ => t_with("raw-of-channel", &[("channel", channel.into()), ("count", (*marked).into())]),
            };
            (kind.code().to_owned(), words)
        })
        .collect();
    let channel = RwSignal::new(options.first().map(|(code, _)| code.clone()).unwrap_or_default());
    let shown = RwSignal::new(false);
    let limits = RwSignal::new(false);
    let (id, athlete) = (view.activity.id, view.athlete.id);
    let look = (!options.is_empty()).then(|| {
        view! {
            <div class="repairs-raw">
                <Choice label=t("edit-channel") value=channel options=options />
                <Button on_press=move || shown.update(|shown| *shown = !*shown)>
                    {move || t(if shown.get() { "raw-hide" } else { "raw-show" })}
                </Button>
                <Button on_press=move || limits.set(true)>{t("raw-limits")}</Button>
            </div>
            <Show when=move || shown.get()>
                <RawView id=id channel=channel />
            </Show>
            <Dialog open=limits title=t("raw-limits") wide=true>
                <LimitsForm id=id athlete=athlete open=limits />
            </Dialog>
        }
    });
    view! {
        <Card title=t("raw-title")>
            <Repairs repairs=view.activity.repairs.clone() />
            {look}
        </Card>
    }
}
