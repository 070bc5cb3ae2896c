//! What happened, newest first: notes, illness, marks, races, changed settings, in one list by month.

use chrono::{Datelike, NaiveDate};
use contract::athlete::Eyes;
use contract::history::{Happened, HistoryView, ShowHistory};
use domain::id::AthleteId;
use leptos::prelude::*;

use super::PLANNED;
use crate::format;
use crate::parts::{Badge, Card, Empty, Look, Shown};
use crate::state::{ask, of};
use crate::words::{t, t_with};

/// Lines shown at first.
const FIRST: usize = 40;

/// One line: its days, what kind it is, and what is said of it.
#[derive(Debug, Clone)]
struct Line {
    from: NaiveDate,
    to: NaiveDate,
    kind: &'static str,
    text: String,
}

/// The card.
#[component]
pub(super) fn Past(
    /// Whose.
    id: AthleteId,
    /// Through whose eyes.
    eyes: Signal<Eyes>,
) -> impl IntoView {
    let history = ask(of(id, PLANNED), move || Some(ShowHistory { athlete: id, eyes: eyes.get() }));
    view! {
        <Card title=t("athlete-happened")>
            <Shown ask=history lines=8 then=|view: HistoryView| view! { <List view=view /> }.into_any() />
        </Card>
    }
}

fn lines(view: HistoryView) -> Vec<Line> {
    let today = view.today;
    let event = view.events.into_iter().map(|event| {
        let (kind, text) = match event.what {
            Happened::Ill => ("athlete-kind-ill", t("chart-ill-plain")),
            Happened::Injured => ("athlete-kind-ill", t("chart-injured")),
            Happened::Marked { kind } => ("athlete-kind-mark", t(&format!("mark-{}", kind.code()))),
            Happened::Noted { text } => ("athlete-kind-note", text),
        };
        Line { from: event.from, to: event.to, kind, text }
    });
    let races = view.trend.races.into_iter().filter(|race| race.date <= today);
    let races = races.map(|race| Line { from: race.date, to: race.date, kind: "athlete-kind-race", text: race.name });
    let changed = view.trend.settings_changed.into_iter().filter(|day| *day <= today);
    let changed = changed.map(|day| Line {
        from: day,
        to: day,
        kind: "athlete-kind-settings",
        text: t("chart-settings-changed"),
    });
    let mut lines: Vec<Line> = event.chain(races).chain(changed).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.from));
    lines
}

#[component]
fn List(view: HistoryView) -> impl IntoView {
    let lines = lines(view);
    if lines.is_empty() {
        return view! { <Empty title=t("athlete-happened-none") hint=t("athlete-happened-none-hint") /> }.into_any();
    }
    let everything = RwSignal::new(false);
    let more = lines.len() > FIRST;
    let shown = move || {
        let limit = if everything.get() { usize::MAX } else { FIRST };
        let held: Vec<Line> = lines.iter().take(limit).cloned().collect();
        let months = held.chunk_by(|a, b| (a.from.year(), a.from.month()) == (b.from.year(), b.from.month()));
        months
            .map(|month| {
                let heading =
                    month.first().map(|line| domain::locale::here().month_of_year(line.from)).unwrap_or_default();
                let items = month.iter().cloned().map(item).collect_view();
                view! {
                    <h3>{heading}</h3>
                    <ul class="happened">{items}</ul>
                }
            })
            .collect_view()
    };
    view! {
        <div data-testid="happened">{shown}</div>
        <Show when=move || more && !everything.get()>
            <button type="button" class="button button-quiet" on:click=move |_| everything.set(true)>
                {t("screen-show-all")}
            </button>
        </Show>
    }
    .into_any()
}

fn item(line: Line) -> impl IntoView {
    let days = if line.from == line.to {
        format::day(line.from)
    } else {
        t_with(
            "athlete-days",
            &[("from", format::short_day(line.from).into()), ("to", format::short_day(line.to).into())],
        )
    };
    view! {
        <li>
            <span class="quiet">{days}</span>
            <Badge look=Look::Plain>{t(line.kind)}</Badge>
            <span>{line.text}</span>
        </li>
    }
}
