//! One channel as it was recorded, under what is used of it.

use contract::Topic;
use contract::revision::{RawChannel, RawChannelView};
use domain::id::ActivityId;
use domain::recording::ChannelKind;
use leptos::prelude::*;

use crate::format;
use crate::parts::Shown;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall};
use crate::state::ask;
use crate::words::{t, t_with};

/// Points a line has at most.
const WIDTH: u32 = 900;

/// The picture.
#[component]
pub(super) fn RawView(
    /// Which activity.
    id: ActivityId,
    /// Stable name of the channel.
    channel: RwSignal<String>,
) -> impl IntoView {
    let raw = ask(
        |moved| moved.topic == Topic::Activities,
        move || {
            let channel = channel.with(|code| ChannelKind::from_code(code))?;
            Some(RawChannel { id, channel, width: WIDTH })
        },
    );
    view! { <Shown ask=raw lines=5 then=|view| drawn(view).into_any() /> }
}

fn drawn(view: RawChannelView) -> impl IntoView {
    let name = t(&format!("channel-{}", view.channel.code()));
    let count = |samples: u32| format::whole(f64::from(samples));
    let title = t_with(
        "raw-shown",
        &[("channel", name.into()), ("kept", count(view.kept).into()), ("recorded", count(view.recorded).into())],
    );
    let under = title.clone();
    let breaks = view.marked.iter().map(|span| (f64::from(span.from_ms) / 1000.0, None));
    let mut used: Vec<(f64, Option<f64>)> =
        view.used.into_iter().map(|(at, value)| (at, Some(value))).chain(breaks).collect();
    used.sort_by(|a, b| a.0.total_cmp(&b.0));
    let raw = view.raw.into_iter().map(|(at, value)| (at, Some(value))).collect();
    let lines = Lines {
        title,
        across: Across::Seconds,
        panels: vec![Panel {
            height: 180,
            tall: Tall::Number { decimals: 0, zero: false },
            unit: String::new(),
            series: vec![
                Series { name: t("raw-raw"), look: Stroke::Warm, points: raw },
                Series { name: t("raw-used"), look: Stroke::Strong, points: used },
            ],
        }],
        marks: Vec::new(),
    };
    view! {
        <div data-testid="raw-channel">
            <LinesChart lines=lines />
            <p class="quiet">{under}</p>
        </div>
    }
}
