//! How easy and how hard the training of a span was: time in three zones by week, and in words what that makes together.

use charts::view::{self, View};
use contract::measure::{LoadWeeks, LoadWeeksView};
use domain::daily::{Distribution, Shape, Spread, spread};
use domain::id::AthleteId;
use leptos::prelude::*;

use super::DONE;
use crate::format;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall, day_number};
use crate::parts::{Empty, ShareBar, Shown};
use crate::state::{State, ask, of};
use crate::words::{t, t_with};

/// Beyond this a week is too narrow to be seen, days.
const LONGEST: f64 = 1100.0;

/// The section.
#[component]
pub(super) fn Intensity(
    /// Whose.
    id: AthleteId,
    /// The span: days, as the load trend counts them.
    shown: RwSignal<View>,
) -> impl IntoView {
    let state = State::here();
    // Asked for when the span has come to rest, not while it is dragged.
    let settled = settled(shown);
    let span = Memo::new(move |_| {
        let today = state.today()?;
        let view = settled.get();
        let to = view::date(view.to - 1.0).min(today);
        let from = view::date(view.from.max(view::day(to) - LONGEST));
        (from <= to).then_some((from, to))
    });
    let weeks = ask(of(id, DONE), move || {
        let (from, to) = span.get()?;
        Some(LoadWeeks { athlete: id, from: Some(from), to: Some(to) })
    });
    view! {
        <section class="intensity" aria-label=t("screen-intensity") data-testid="intensity">
            <h3>{t("screen-intensity")}</h3>
            <Shown ask=weeks lines=3 then=|view: LoadWeeksView| view! { <Weeks view=view /> }.into_any() />
        </section>
    }
}

/// A view that has not moved for a moment.
fn settled(view: RwSignal<View>) -> Signal<View> {
    const REST: std::time::Duration = std::time::Duration::from_millis(250);
    let settled = RwSignal::new(view.get_untracked());
    Effect::new(move |_| {
        let now = view.get();
        set_timeout(
            move || {
                if view.try_get_untracked() == Some(now) {
                    settled.try_set(now);
                }
            },
            REST,
        );
    });
    settled.into()
}

#[component]
fn Weeks(view: LoadWeeksView) -> impl IntoView {
    let known: Vec<(f64, &Distribution)> = view
        .weeks
        .iter()
        .filter_map(|week| Some((day_number(week.week.monday()), week.distribution.as_ref()?)))
        .collect();
    let Some(sum) = spread(known.iter().map(|week| week.1)) else {
        return view! { <Empty title=t("screen-intensity-none") hint=t("screen-intensity-none-hint") /> }.into_any();
    };
    let (key, shares) = said(&sum);
    let zones = [
        ("screen-intensity-easy", Stroke::Bars),
        ("screen-intensity-middle", Stroke::Quiet),
        ("screen-intensity-hard", Stroke::Strong),
    ];
    let series = zones.iter().enumerate().map(|(zone, (name, look))| Series {
        name: t(name),
        look: *look,
        points: known.iter().map(|(at, week)| (*at, Some(week.shares[zone] * 100.0))).collect(),
    });
    let lines = Lines {
        title: t_with(key, &shares),
        across: Across::Days,
        panels: vec![Panel {
            height: 96,
            tall: Tall::Number { decimals: 0, zero: true },
            unit: "%".to_owned(),
            series: series.collect(),
        }],
        marks: Vec::new(),
    };
    let drawn = (known.len() > 1).then(|| view! { <LinesChart lines=lines /> });
    let parts = zones.iter().zip(sum.shares).map(|((name, _), share)| (t(name), share)).collect();
    view! {
        <p>{t_with(key, &shares)}</p>
        <div class="intensity-bar"><ShareBar parts=parts /></div>
        {drawn}
    }
    .into_any()
}

/// The words for a distribution with its shares.
fn said(sum: &Spread) -> (&'static str, [(&'static str, domain::words::Value); 5]) {
    let key = match sum.shape {
        Shape::Polarised => "screen-intensity-polarised",
        Shape::Pyramidal => "screen-intensity-pyramidal",
        Shape::Threshold => "screen-intensity-threshold",
        Shape::Mixed => "screen-intensity-mixed",
    };
    let percent = |share: f64| format::percent(share).into();
    let values = [
        ("easy", percent(sum.shares[0])),
        ("middle", percent(sum.shares[1])),
        ("hard", percent(sum.shares[2])),
        ("hours", format::number(sum.time.0 / 3600.0, 0).into()),
        ("coverage", percent(sum.coverage)),
    ];
    (key, values)
}
