//! Laps as the device closed them, and splits by distance or time: each can be marked, alone or with others.

use contract::Topic;
use contract::span::{ActivitySplits, Split, SplitBy, SplitsView};
use domain::id::ActivityId;
use domain::locale::here;
use domain::sport::Sport;
use domain::unit::MetersPerSecond;
use leptos::prelude::*;

use super::desk::{Desk, span_words};
use crate::format::{self, Quantity};
use crate::parts::{Card, Figure, Segments, Shown, missing_words};
use crate::state::ask;
use crate::words::{t, t_with};

/// Seconds of a split by time.
const EVERY_S: f64 = 300.0;

/// How the table is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    Laps,
    Distance,
    Time,
    Halves,
}

impl Cut {
    fn asked(self) -> SplitBy {
        match self {
            Cut::Laps => SplitBy::Laps,
            Cut::Distance => SplitBy::Distance { meters: here().kept(Quantity::Distance, 1.0) },
            Cut::Time => SplitBy::Time { seconds: EVERY_S },
            Cut::Halves => SplitBy::Halves,
        }
    }
}

/// The card.
#[component]
pub(super) fn Splits(
    /// Which activity.
    id: ActivityId,
    /// What was done: it decides how speed is written.
    sport: Sport,
    /// Whether the device closed laps, else the table begins with distance.
    laps: bool,
    /// What the page shares.
    desk: Desk,
) -> impl IntoView {
    let cut = RwSignal::new(if laps { Cut::Laps } else { Cut::Distance });
    let splits = ask(
        |moved| matches!(moved.topic, Topic::Activities | Topic::Athlete),
        move || Some(ActivitySplits { id, by: cut.get().asked() }),
    );
    let options = vec![
        (Cut::Laps, t("activity-laps")),
        (Cut::Distance, t_with("activity-splits-distance", &[("unit", format::unit(Quantity::Distance).into())])),
        (Cut::Time, t("activity-splits-time")),
        (Cut::Halves, t("activity-splits-halves")),
    ];
    view! {
        <Card
            title=t("activity-splits")
            actions=move || view! { <Segments label=t("activity-splits-by") value=cut options=options /> }
        >
            <Shown
                ask=splits
                lines=6
                then=move |view| view! { <Table view=view cut=cut.get_untracked() sport=sport desk=desk /> }.into_any()
            />
        </Card>
    }
}

/// A number of a split: what stands over its column, and how it is written.
type Column = (String, fn(&Split, Sport) -> Option<String>);

fn columns(sport: Sport) -> Vec<Column> {
    vec![
        (format::unit(Quantity::Distance).to_owned(), |split, _| split.distance.map(format::km)),
        (format::speed(sport, MetersPerSecond(1.0)).1, |split, sport| {
            split.speed.map(|speed| format::speed(sport, speed).0)
        }),
        (t("activity-split-hr"), |split, _| split.avg_hr.map(|value| format::whole(value.0))),
        (t("activity-split-max-hr"), |split, _| split.max_hr.map(|value| format::whole(value.0))),
        (t("activity-split-power"), |split, _| split.avg_power.map(|value| format::whole(value.0))),
        (t("activity-split-np"), |split, _| split.normalized_power.map(|value| format::whole(value.0))),
        (format!("{}, {}", t("activity-split-ascent"), format::unit(Quantity::Height)), |split, _| {
            split.ascent.map(|value| format::whole(here().shown(Quantity::Height, value.0)))
        }),
    ]
}

#[component]
fn Table(view: SplitsView, cut: Cut, sport: Sport, desk: Desk) -> impl IntoView {
    if view.splits.is_empty() {
        let why = match (cut, view.why) {
            (Cut::Laps, _) | (_, None) => t("activity-no-laps"),
            (_, Some(why)) => t_with("activity-splits-none", &[("why", missing_words(why).into())]),
        };
        return view! { <p class="quiet">{why}</p> }.into_any();
    }
    // A number that no split has is not a column.
    let columns: Vec<Column> = columns(sport)
        .into_iter()
        .filter(|(_, written)| view.splits.iter().any(|split| written(split, sport).is_some()))
        .collect();
    let heads =
        columns.iter().map(|(head, _)| view! { <th scope="col" class="right">{head.clone()}</th> }).collect_view();
    let rows = view
        .splits
        .into_iter()
        .enumerate()
        .map(|(i, split)| view! { <Row number=i + 1 split=split columns=columns.clone() sport=sport desk=desk /> })
        .collect_view();
    view! {
        <div class="activity-scroll">
            <table class="grid-table splits" data-testid="splits">
                <thead>
                    <tr>
                        <th scope="col">{t("activity-lap")}</th>
                        <th scope="col" class="right">{t("activity-time")}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A row: its box marks it beside others, a press anywhere else marks it alone.
#[component]
fn Row(number: usize, split: Split, columns: Vec<Column>, sport: Sport, desk: Desk) -> impl IntoView {
    let span = split.span;
    let cells = columns
        .iter()
        .map(|(_, written)| {
            view! { <td class="right"><Figure value=written(&split, sport).unwrap_or_default() /></td> }
        })
        .collect_view();
    let rest = split.rest.then(|| view! { <span class="quiet">" " {t("activity-splits-rest")}</span> });
    let name = t_with("activity-splits-select", &[("number", number.into())]);
    view! {
        <tr class:chosen=move || desk.marks(span) on:click=move |_| desk.spans.set(vec![span])>
            <th scope="row">
                <label title=span_words(span) on:click=move |event| event.stop_propagation()>
                    <input
                        type="checkbox"
                        aria-label=name
                        prop:checked=move || desk.marks(span)
                        on:change=move |_| desk.toggle(span)
                    />
                    {number}
                </label>
                {rest}
            </th>
            <td class="right">{format::clock(split.timer)}</td>
            {cells}
        </tr>
    }
}
