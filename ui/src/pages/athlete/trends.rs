//! The two trends, over a range that the coach chooses.

use chrono::Duration;
use contract::measure::{LoadTrend, LoadTrendView, ModelCard, ModelCardView, ReadinessTrend, ReadinessTrendView};
use domain::id::AthleteId;
use leptos::prelude::*;

use super::DONE;
use crate::parts::chart::{LoadChart, ReadinessChart};
use crate::parts::{Card, Empty, Segments, Shown};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

/// How far back the trends go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Span {
    SixWeeks,
    HalfYear,
    Year,
}

impl Span {
    const fn days(self) -> i64 {
        match self {
            Span::SixWeeks => 42,
            Span::HalfYear => 182,
            Span::Year => 365,
        }
    }
}

/// Both charts under one range switch.
#[component]
pub(super) fn Trends(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let state = State::here();
    let span = RwSignal::new(Span::HalfYear);
    // Without today there is nothing to count back from yet.
    let from = Memo::new(move |_| state.today().map(|today| today - Duration::days(span.get().days() - 1)));
    let load = ask(of(id, DONE), move || Some(LoadTrend { athlete: id, from: Some(from.get()?), to: None }));
    let readiness = ask(of(id, DONE), move || Some(ReadinessTrend { athlete: id, from: Some(from.get()?), to: None }));
    let card = ask(of(id, DONE), move || Some(ModelCard { athlete: id }));
    let options = vec![
        (Span::SixWeeks, t("screen-span-six-weeks")),
        (Span::HalfYear, t("screen-span-half-year")),
        (Span::Year, t("screen-span-year")),
    ];
    view! {
        <Card
            title=t("screen-trends")
            actions=move || view! { <Segments label=t("screen-span") value=span options=options /> }
        >
            <figure class="chart-figure">
                <figcaption>{t("screen-load-caption")}</figcaption>
                <Shown
                    ask=load
                    lines=6
                    then=|view: LoadTrendView| {
                        if view.points.is_empty() {
                            view! { <Empty title=t("screen-load-none") hint=t("screen-load-none-hint") /> }.into_any()
                        } else {
                            view! { <LoadChart view=view /> }.into_any()
                        }
                    }
                />
            </figure>
            <figure class="chart-figure">
                <figcaption>{t("screen-readiness-caption")}</figcaption>
                <Shown
                    ask=readiness
                    lines=6
                    then=|view: ReadinessTrendView| view! { <ReadinessChart view=view /> }.into_any()
                />
            </figure>
            <Shown ask=card lines=1 then=|card: ModelCardView| view! { <CardLine card=card /> }.into_any() />
        </Card>
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
