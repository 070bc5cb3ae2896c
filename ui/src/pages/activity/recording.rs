//! The recording: a panel for each channel over time or distance, with the samples of what is shown fetched as finely as
//! the picture can show them.

use std::time::Duration;

use charts::hit::Hit;
use charts::plot::{Across, Mark, Plot};
use charts::table::Table;
use charts::trace::{self, Along, By, Drawn};
use charts::view::View;
use charts::{ChartFault, Theme, summary, table};
use contract::Topic;
use contract::measure::{ActivityTrace, ActivityView, Trace};
use domain::id::ActivityId;
use domain::recording::{ChannelKind, Span};
use domain::words::Words;
use leptos::prelude::*;

use super::desk::Desk;
use crate::parts::chart::{Chart, Linked};
use crate::parts::{Card, Empty, Segments, Shown};
use crate::state::{Ask, ask};
use crate::words::t;

/// Points asked for each channel: as many as a wide window has pixels.
const WIDTH: u32 = 1400;
/// Channels shown at first.
const FIRST: [ChannelKind; 6] = [
    ChannelKind::Power,
    ChannelKind::HeartRate,
    ChannelKind::Speed,
    ChannelKind::Altitude,
    ChannelKind::Cadence,
    ChannelKind::Temperature,
];
/// Height of one panel, and around them all, pixels.
const PANEL: u32 = 96;
const AROUND: u32 = 44;
/// A zoom or pan rests so long before its samples are fetched.
const REST: Duration = Duration::from_millis(150);
/// From this share of the whole on, the whole is fine enough.
const NEARLY_ALL: f64 = 0.7;
/// Samples fetched for a span this many times as wide as what is shown are too coarse.
const TOO_COARSE: f64 = 3.0;

/// The card.
#[component]
pub(super) fn Recording(
    /// Which activity.
    id: Memo<Option<ActivityId>>,
    /// The page's answer: it tells which channels there are.
    known: Signal<Option<ActivityView>>,
    /// What the page shares.
    desk: Desk,
    /// Told once the first picture is there: what is less urgent may be asked for.
    ready: RwSignal<bool>,
) -> impl IntoView {
    let by = RwSignal::new(By::Time);
    let more = RwSignal::new(Vec::<ChannelKind>::new());
    let channels = Memo::new(move |_| more.with(|more| [&FIRST[..], more].concat()));
    let whole = ask(
        |moved| moved.topic == Topic::Activities,
        move || {
            let (id, channels) = (id.get()?, channels.get());
            Some(ActivityTrace { id, width: WIDTH, channels, from: None, to: None })
        },
    );
    Effect::new(move |_| {
        if whole.with(Option::is_some) {
            // The frame after the one that paints it.
            request_animation_frame(move || {
                request_animation_frame(move || {
                    ready.try_set(true);
                });
            });
        }
    });
    let options = move || vec![(By::Time, t("activity-across-time")), (By::Distance, t("activity-across-distance"))];
    let has_way = Memo::new(move |_| {
        whole.with(|answer| answer.as_ref().and_then(|a| a.as_ref().ok()).is_some_and(|trace| !trace.along.is_empty()))
    });
    let actions = move || {
        view! {
            <More known=known more=more />
            <Show when=move || has_way.get()>
                <Segments label=t("activity-across") value=by options=options() />
            </Show>
        }
    };
    view! {
        <Card title=t("activity-trace") actions=actions>
            <Shown
                ask=whole
                lines=8
                then=move |trace| {
                    view! { <Traces whole=trace by=by.read_only() channels=channels desk=desk /> }.into_any()
                }
            />
        </Card>
    }
}

/// Channels beyond the usual ones, to be switched on.
#[component]
fn More(known: Signal<Option<ActivityView>>, more: RwSignal<Vec<ChannelKind>>) -> impl IntoView {
    let others = Memo::new(move |_| {
        let has = known.with(|view| view.as_ref().map(|view| view.channels.clone()).unwrap_or_default());
        trace::SHOWN.iter().copied().filter(|kind| has.contains(kind) && !FIRST.contains(kind)).collect::<Vec<_>>()
    });
    move || {
        let others = others.get();
        (!others.is_empty()).then(|| {
            let boxes = others
                .into_iter()
                .map(|kind| {
                    let flip = move |_| {
                        more.update(|more| match more.iter().position(|other| *other == kind) {
                            Some(here) => {
                                more.remove(here);
                            }
                            None => more.push(kind),
                        });
                    };
                    view! {
                        <label>
                            <input
                                type="checkbox"
                                prop:checked=move || more.with(|more| more.contains(&kind))
                                on:change=flip
                            />
                            {t(&format!("channel-{}", kind.code()))}
                        </label>
                    }
                })
                .collect_view();
            view! {
                <details class="activity-more" data-testid="more-channels">
                    <summary>{t("activity-more-channels")}</summary>
                    <div>{boxes}</div>
                </details>
            }
        })
    }
}

#[component]
fn Traces(whole: Trace, by: ReadSignal<By>, channels: Memo<Vec<ChannelKind>>, desk: Desk) -> impl IntoView {
    let panels = u32::try_from(trace::panels(&whole)).unwrap_or(1).max(1);
    let whole = StoredValue::new(whole);
    // What is shown outlives a change of the axis.
    let seconds = StoredValue::new(None::<View>);
    move || {
        let by = by.get();
        let Some(across) = whole.with_value(|whole| trace::across(whole, by)) else {
            return view! { <Empty title=t("chart-trace-empty") /> }.into_any();
        };
        if whole.with_value(|whole| trace::panels(whole) == 0) {
            return view! { <Empty title=t("chart-trace-empty") /> }.into_any();
        }
        let axis = Axis { whole, by };
        let linked = Linked::of(across.whole);
        if let Some(shown) = seconds.get_value() {
            linked.view.set(axis.view(shown));
        }
        Effect::new(move |_| seconds.set_value(Some(axis.seconds(linked.view.get()))));
        link(axis, linked, desk);
        let fine = finer(axis, linked, channels);
        let live = Live { axis, fine, across, spans: desk.spans };
        let height = AROUND + PANEL * panels;
        view! { <Chart plot=live height=height label=t("chart-trace") linked=Some(linked) chooses=true /> }.into_any()
    }
}

/// The axis of a trace: moments as places and back.
#[derive(Debug, Clone, Copy)]
struct Axis {
    whole: StoredValue<Trace>,
    by: By,
}

impl Axis {
    fn place(self, seconds: f64) -> f64 {
        match self.by {
            By::Time => seconds,
            By::Distance => self.whole.with_value(|whole| Along(&whole.along).meters(seconds)),
        }
    }

    fn moment(self, place: f64) -> f64 {
        match self.by {
            By::Time => place,
            By::Distance => self.whole.with_value(|whole| Along(&whole.along).seconds(place)),
        }
    }

    fn view(self, seconds: View) -> View {
        View::new(self.place(seconds.from), self.place(seconds.to))
    }

    fn seconds(self, view: View) -> View {
        View::new(self.moment(view.from), self.moment(view.to))
    }

    fn marked(self, spans: &[Span]) -> Option<View> {
        // The chart itself shows one marked span; several are part of the picture.
        let [span] = spans else { return None };
        Some(self.view(View::new(f64::from(span.from_ms) / 1000.0, f64::from(span.to_ms) / 1000.0)))
    }
}

/// Ties a chart's crosshair and mark to the page's, both ways.
fn link(axis: Axis, linked: Linked, desk: Desk) {
    Effect::new(move |_| {
        let at = linked.at.get().map(|place| axis.moment(place));
        if desk.at.get_untracked() != at {
            desk.at.set(at);
        }
    });
    Effect::new(move |_| {
        let at = desk.at.get();
        if linked.at.get_untracked().map(|place| axis.moment(place)) != at {
            linked.at.set(at.map(|seconds| axis.place(seconds)));
        }
    });
    Effect::new(move |before: Option<()>| {
        let chosen = linked.chosen.get();
        let marked = desk.spans.with_untracked(|spans| axis.marked(spans));
        // At the beginning the page knows more than the chart.
        if before.is_none() || chosen == marked {
            return;
        }
        match chosen.map(|view| axis.seconds(view)) {
            Some(view) => {
                let ms = |seconds: f64| (seconds * 1000.0).round() as u32;
                desk.spans.set(vec![Span { from_ms: ms(view.from), to_ms: ms(view.to) }]);
            }
            None if marked.is_some() => desk.spans.set(Vec::new()),
            None => {}
        }
    });
    Effect::new(move |_| {
        let marked = desk.spans.with(|spans| axis.marked(spans));
        if linked.chosen.get_untracked() != marked {
            linked.chosen.set(marked);
        }
    });
}

/// Asks for the samples of what is shown once it rests, with some room on both sides to pan into.
fn finer(axis: Axis, linked: Linked, channels: Memo<Vec<ChannelKind>>) -> Ask<Trace> {
    let wanted = RwSignal::new(None::<(f64, f64)>);
    let newest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let shown = axis.seconds(linked.view.get());
        let all = axis.whole.with_value(|whole| whole.elapsed_s);
        newest.update_value(|turn| *turn += 1);
        if shown.span() > NEARLY_ALL * all {
            return wanted.set(None);
        }
        let holds =
            |(from, to): (f64, f64)| from <= shown.from && shown.to <= to && to - from <= TOO_COARSE * shown.span();
        if wanted.get_untracked().is_some_and(holds) {
            return;
        }
        let turn = newest.get_value();
        set_timeout(
            move || {
                if newest.try_get_value() == Some(turn) {
                    let room = shown.span() / 2.0;
                    wanted.try_set(Some(((shown.from - room).max(0.0), (shown.to + room).min(all))));
                }
            },
            REST,
        );
    });
    ask(
        |_| false,
        move || {
            let (from, to) = wanted.get()?;
            let id = axis.whole.with_value(|whole| whole.id);
            Some(ActivityTrace { id, width: WIDTH, channels: channels.get_untracked(), from: Some(from), to: Some(to) })
        },
    )
}

/// The chart: the whole, and the finer samples of a part as soon as they are there.
struct Live {
    axis: Axis,
    fine: Ask<Trace>,
    across: Across,
    spans: RwSignal<Vec<Span>>,
}

impl Live {
    fn drawn<T>(&self, view: View, read: impl FnOnce(Drawn<'_>) -> T) -> T {
        self.axis.whole.with_value(|whole| {
            self.fine.with(|fine| {
                let fine = fine.as_ref().and_then(|answer| answer.as_ref().ok());
                self.spans.with(|spans| {
                    let marked = if spans.len() > 1 { spans.as_slice() } else { &[] };
                    read(Drawn { whole, fine, by: self.axis.by, view, marked })
                })
            })
        })
    }
}

impl Plot for Live {
    fn name(&self) -> &'static str {
        "trace"
    }

    fn across(&self) -> Option<Across> {
        Some(self.across)
    }

    fn sides(&self, size: (u32, u32)) -> (f64, f64) {
        trace::sides(f64::from(size.0))
    }

    fn svg(&self, view: View, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
        self.drawn(view, |drawn| drawn.svg(size, theme, words))
    }

    fn hit(&self, view: View, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
        self.drawn(view, |drawn| drawn.hit(size, at, words))
    }

    fn table(&self, words: &Words) -> Table {
        self.axis.whole.with_value(|whole| table::trace(whole, words))
    }

    fn summary(&self, _: View, words: &Words) -> String {
        self.axis.whole.with_value(|whole| summary::trace(whole, words))
    }

    fn marks(&self, words: &Words) -> Vec<Mark> {
        self.drawn(self.across.whole, |drawn| drawn.marks(words))
    }
}
