//! Load over years or days: fitness, fatigue and form with what is planned and expected, and below it how easy and how hard
//! the training of the same span was.

use charts::plot::Plot;
use charts::view::{self, View};
use contract::athlete::Eyes;
use contract::history::{HistoryView, ShowHistory};
use contract::measure::{ModelCard, ModelCardView};
use domain::id::AthleteId;
use leptos::prelude::*;

use super::PLANNED;
use super::intensity::Intensity;
use crate::parts::chart::{Chart, Linked};
use crate::parts::{Card, Empty, Shown};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// Height of the chart, pixels.
const HEIGHT: u32 = 340;
/// Days shown after today where something is planned or expected.
const AHEAD: f64 = 28.0;

/// A range that a button shows, days back from today; `None` is everything.
const RANGES: [(&str, Option<f64>); 5] = [
    ("screen-span-six-weeks", Some(42.0)),
    ("screen-span-half-year", Some(182.0)),
    ("screen-span-year", Some(365.0)),
    ("screen-span-three-years", Some(1096.0)),
    ("screen-span-all", None),
];

/// The chart with its ranges.
#[component]
pub(super) fn Load(
    /// Whose.
    id: AthleteId,
    /// Through whose eyes.
    eyes: Signal<Eyes>,
) -> impl IntoView {
    let history = ask(of(id, PLANNED), move || Some(ShowHistory { athlete: id, eyes: eyes.get() }));
    let card = ask(of(id, PLANNED), move || Some(ModelCard { athlete: id }));
    // What is shown stays while the answer is asked again.
    let linked = StoredValue::new(None::<Linked>);
    let owner = StoredValue::new(Owner::current());
    view! {
        <Card title=t("screen-load-title")>
            <Shown
                ask=history
                lines=10
                then=move |view: HistoryView| {
                    let Some(across) = view.across().filter(|_| !view.trend.points.is_empty()) else {
                        return view! { <Empty title=t("screen-load-none") hint=t("screen-load-none-hint") /> }
                            .into_any();
                    };
                    let made = || {
                        let make = || Linked::of(ranged(&view, across.whole, RANGES[1].1));
                        owner.with_value(|owner| match owner {
                            Some(owner) => owner.with(make),
                            None => make(),
                        })
                    };
                    let shared = linked.get_value().unwrap_or_else(made);
                    linked.set_value(Some(shared));
                    view! { <Trend id=id view=view whole=across.whole linked=shared /> }.into_any()
                }
            />
            {move || {
                (eyes.get() == Eyes::Coach)
                    .then(|| {
                        view! {
                            <Shown ask=card lines=1 then=|card: ModelCardView| view! { <CardLine card=card /> }.into_any() />
                        }
                    })
            }}
        </Card>
    }
}

/// A range that ends a little after today, as far as there is anything.
fn ranged(history: &HistoryView, whole: View, days: Option<f64>) -> View {
    let Some(days) = days else { return whole };
    let today = view::day(history.today) + 1.0;
    let ahead = (days * 0.25).min(AHEAD).min((whole.to - today).max(0.0));
    View::new(today - days + ahead, today + ahead).inside(whole)
}

#[component]
fn Trend(id: AthleteId, view: HistoryView, whole: View, linked: Linked) -> impl IntoView {
    let planned = !view.ahead.is_empty() || !view.expected.is_empty();
    let buttons = RANGES
        .map(|(key, days)| {
            let range = ranged(&view, whole, days);
            view! {
                <button
                    type="button"
                    aria-pressed=move || if linked.view.get() == range { "true" } else { "false" }
                    on:click=move |_| linked.view.set(range)
                >
                    {t(key)}
                </button>
            }
        })
        .collect_view();
    let caption = if planned { "screen-load-caption-ahead" } else { "screen-load-caption" };
    view! {
        <div class="segments" role="group" aria-label=t("screen-span")>
            {buttons}
        </div>
        <figure class="chart-figure" data-testid="load-trend">
            <figcaption>{t(caption)}</figcaption>
            <Chart plot=view height=HEIGHT label=t("screen-load-title") linked=Some(linked) />
        </figure>
        <Intensity id=id shown=linked.view />
    }
}

/// What the learned scale from felt effort to load knows, in one line.
#[component]
fn CardLine(card: ModelCardView) -> impl IntoView {
    let round = |value: f64| (value * 1000.0).round() / 1000.0;
    let values = [
        ("sessions", card.sessions.into()),
        ("needed", card.needed.into()),
        ("scale", round(card.scale.unwrap_or(card.default_scale)).into()),
        ("low", round(card.range.map_or(0.0, |r| r.0)).into()),
        ("high", round(card.range.map_or(0.0, |r| r.1)).into()),
        ("default", round(card.default_scale).into()),
        ("error", card.error.unwrap_or(0.0).round().into()),
        ("usual", card.default_error.unwrap_or(0.0).round().into()),
    ];
    let words = match (card.scale, card.used) {
        (None, _) => t_with("screen-model-too-few", &values),
        (Some(_), true) => t_with("screen-model-used", &values),
        (Some(_), false) => t_with("screen-model-not-used", &values),
    };
    view! {
        <p class="model-line quiet" title=card.model>
            {words}
        </p>
    }
}
