//! The numbers of what is marked, computed from its samples.

use contract::Topic;
use contract::span::{ChannelRange, SpanNumbers, SpanView};
use domain::id::ActivityId;
use domain::measures::Measured;
use domain::metric::Metric;
use domain::recording::ChannelKind;
use domain::sport::Sport;
use domain::unit::MetersPerSecond;
use leptos::prelude::*;

use super::desk::{Desk, span_words};
use super::zones;
use crate::format;
use crate::parts::{Button, ButtonKind, Card, Empty, Shown, missing_words};
use crate::state::ask;
use crate::words::{t, t_with};

/// What is told of a part, in this order; what a sport does not have is left out.
const TOLD: [Metric; 18] = [
    Metric::Distance,
    Metric::AvgSpeed,
    Metric::GradedSpeed,
    Metric::Ascent,
    Metric::AvgHr,
    Metric::AvgPower,
    Metric::NormalizedPower,
    Metric::IntensityFactor,
    Metric::Work,
    Metric::Cadence,
    Metric::Load,
    Metric::Decoupling,
    Metric::StepLength,
    Metric::GroundContact,
    Metric::VerticalOscillation,
    Metric::VerticalRatio,
    Metric::ContactBalance,
    Metric::Temperature,
];

/// The card.
#[component]
pub(super) fn Selection(
    /// Which activity.
    id: ActivityId,
    /// What was done: it decides how speed is written.
    sport: Sport,
    /// What the page shares.
    desk: Desk,
) -> impl IntoView {
    let numbers = ask(
        |moved| matches!(moved.topic, Topic::Activities | Topic::Athlete),
        move || {
            let spans = desk.spans.get();
            (!spans.is_empty()).then_some(SpanNumbers { id, spans })
        },
    );
    let some = Memo::new(move |_| desk.spans.with(|spans| !spans.is_empty()));
    let under = Signal::derive(move || {
        desk.spans.with(|spans| match spans.as_slice() {
            [] => String::new(),
            [one] => span_words(*one),
            several => t_with("activity-span-several", &[("count", several.len().into())]),
        })
    });
    let actions = move || {
        view! {
            <Show when=move || some.get()>
                <Button kind=ButtonKind::Quiet on_press=move || desk.spans.set(Vec::new())>
                    {t("activity-span-clear")}
                </Button>
            </Show>
        }
    };
    view! {
        <Card title=t("activity-span") under=under actions=actions>
            <Show
                when=move || some.get()
                fallback=|| view! { <Empty title=t("activity-span-none") hint=t("activity-span-none-hint") /> }
            >
                <div aria-live="polite" data-testid="span-numbers">
                    <Shown
                        ask=numbers
                        lines=6
                        then=move |view| view! { <Numbers view=view sport=sport /> }.into_any()
                    />
                </div>
            </Show>
        </Card>
    }
}

#[component]
fn Numbers(view: SpanView, sport: Sport) -> impl IntoView {
    let paused = view.elapsed.0 - view.timer.0 > 1.0;
    let under_time = paused
        .then(|| t_with("activity-span-elapsed", &[("time", format::clock(view.elapsed).into())]))
        .into_iter()
        .collect();
    let mut lines = vec![line(t("activity-time"), (format::clock(view.timer), String::new()), under_time)];
    for metric in TOLD {
        let channel = of(metric).and_then(|kind| view.channels.iter().find(|channel| channel.kind == kind));
        match view.values.get(&metric) {
            Some(Measured::Known { value, .. }) => {
                let written = match metric {
                    Metric::AvgSpeed | Metric::GradedSpeed => format::speed(sport, MetersPerSecond(*value)),
                    _ => format::metric(metric, *value),
                };
                let notes = channel.map(|channel| notes(channel, view.timer.0)).unwrap_or_default();
                lines.push(line(t(&metric.label()), written, notes));
            }
            // Whether it drifted is asked of every part: why it cannot be told is an answer.
            Some(Measured::Missing { why }) if metric == Metric::Decoupling => {
                lines.push(line(t(&metric.label()), Default::default(), vec![missing_words(*why)]));
            }
            _ => {}
        }
    }
    let zones = view.zones.into_iter().next();
    view! {
        <dl class="activity-span">{lines}</dl>
        {zones.map(|zones| view! { <zones::Table zones=zones sport=sport /> })}
    }
}

/// The channel whose range and gaps belong beside a number.
const fn of(metric: Metric) -> Option<ChannelKind> {
    match metric {
        Metric::AvgHr => Some(ChannelKind::HeartRate),
        Metric::AvgPower => Some(ChannelKind::Power),
        Metric::Cadence => Some(ChannelKind::Cadence),
        Metric::Temperature => Some(ChannelKind::Temperature),
        _ => None,
    }
}

/// Lowest and highest, and how much of the time had no value that may be used.
fn notes(channel: &ChannelRange, timer_s: f64) -> Vec<String> {
    let (low, _, high) = channel.range;
    let written = |value| charts::trace::written(channel.kind, value);
    let mut notes =
        vec![t_with("activity-span-range", &[("low", written(low).into()), ("high", written(high).into())])];
    let share = channel.seconds / timer_s;
    if share < 0.95 {
        notes.push(t_with("activity-span-partly", &[("share", format::percent(share).into())]));
    }
    if channel.left_out > 0 {
        notes.push(t_with("activity-span-left-out", &[("count", channel.left_out.into())]));
    }
    notes
}

fn line(name: String, (value, unit): (String, String), notes: Vec<String>) -> impl IntoView + use<> {
    let value = (!value.is_empty()).then(|| view! { {value} " " <span class="unit">{unit}</span> });
    let notes = notes.into_iter().map(|note| view! { <small>{note}</small> }).collect_view();
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value} {notes}</dd>
        </div>
    }
}
