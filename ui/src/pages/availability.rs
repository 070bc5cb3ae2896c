//! Who has how much time: athletes by days, typed like a sheet, with the days on which the usual does not hold.

mod desk;
pub mod edit;
pub mod exception;
mod grid;
pub(crate) mod usual;

use contract::club::AvailabilityGrid;
use leptos::prelude::*;
use leptos_router::components::A;

use crate::format;
use crate::parts::{Button, ButtonKind, Choice, Dialog, Empty, PageHead, Shown, WeekStep, week_span};
use crate::state::State;
use crate::words::{t, t_with};

use desk::Desk;
use exception::ExceptionForm;
use grid::Grid;
use usual::UsualForm;

/// The page.
#[component]
pub fn AvailabilityPage() -> impl IntoView {
    let desk = Desk::new(State::here());
    let under = Signal::derive(move || {
        let open = desk
            .with(|grid| grid.rows.iter().filter(|row| row.rooms.iter().any(|room| room.minutes.is_none())).count());
        let span = desk.week.get().map(week_span).unwrap_or_default();
        match open {
            Some(open) if open > 0 => format!("{span}. {}", t_with("availability-open", &[("count", open.into())])),
            _ => span,
        }
    });
    let squads = Signal::derive(move || {
        let squads = desk.with(|grid| grid.squads.clone()).unwrap_or_default();
        std::iter::once((String::new(), t("availability-everybody")))
            .chain(squads.into_iter().map(|(id, name)| (id.to_string(), name)))
            .collect::<Vec<_>>()
    });
    // The grid stays on the page while newer answers come in: only what changed is drawn again.
    let here = Memo::new(move |_| desk.with(|grid| grid.rows.is_empty()));
    let until = move || view! { <Shown ask=desk.grid lines=10 then=|_: AvailabilityGrid| ().into_any() /> };
    let body = move || match here.get() {
        None => until().into_any(),
        Some(true) => view! {
            <Empty title=t("availability-nobody") hint=t("availability-nobody-hint")>
                <A href="/" attr:class="button button-primary">
                    {t("screen-nav-roster")}
                </A>
            </Empty>
        }
        .into_any(),
        Some(false) => view! { <Sheet desk=desk /> }.into_any(),
    };
    view! {
        <div class="page" data-testid="availability-page">
            <PageHead title=t("availability-title") under=under>
                <WeekStep value=desk.week />
                <div class="page-filter">
                    <Choice label=t("screen-squad") value=desk.squad options=squads />
                </div>
                <Button kind=ButtonKind::Primary on_press=move || desk.excepting.set(true)>
                    {t("availability-add-exception")}
                </Button>
            </PageHead>
            {body}
            <Dialog open=desk.excepting title=t("availability-add-exception")>
                {move || {
                    let day = untrack(|| Some(desk.week.get()?.days()[desk.at.get()?.1]));
                    let athletes = untrack(|| desk.whom());
                    view! { <ExceptionForm athletes=athletes day=day open=desk.excepting /> }
                }}
            </Dialog>
            <UsualDialog desk=desk />
        </div>
    }
}

#[component]
fn Sheet(desk: Desk) -> impl IntoView {
    let key = |name: &'static str, words: &str| view! { <kbd>{name}</kbd> {t(words)} };
    view! {
        <div class="time-tools">
            <p class="key-hints" aria-hidden="true">
                <kbd>"\u{2190}"</kbd>
                {key("\u{2192}", "availability-key-move")}
                {key("0\u{2013}9", "availability-key-type")}
                {key("Space", "availability-key-choose")}
                {key("E", "availability-key-exception")}
                {key("X", "availability-key-withdraw")}
                {key("S", "availability-key-usual")}
            </p>
            <Looked desk=desk />
        </div>
        <Grid desk=desk />
    }
}

/// What is known about the cell looked at, in words.
#[component]
fn Looked(desk: Desk) -> impl IntoView {
    let words = move || {
        let (id, day) = desk.at.get()?;
        let (week, row) = desk.row(id)?;
        let date = week.days()[day];
        let cell = edit::cell(&row, week, day);
        let more = match edit::exception_on(&row, date) {
            Some(one) => {
                let note = one.note.clone().map(|note| format!(" \u{201c}{note}\u{201d}")).unwrap_or_default();
                format!("{}{note}", exception::days(one))
            }
            None => domain::availability::on(&row.usual, date).map_or_else(
                || t("availability-never-answered"),
                |usual| t_with("screen-holds-from", &[("day", format::day_of_year(usual.from).into())]),
            ),
        };
        Some(view! {
            <strong>{row.name}</strong>
            " "
            {cell.said}
            " "
            <span class="quiet">{more}</span>
        })
    };
    let chosen = move || {
        let count = desk.chosen.with(std::collections::BTreeSet::len);
        (count > 0).then(|| {
            view! {
                <Button kind=ButtonKind::Quiet on_press=move || desk.chosen.update(std::collections::BTreeSet::clear)>
                    {t_with("availability-chosen", &[("count", count.into())])}
                </Button>
            }
        })
    };
    view! {
        <p class="time-looked" aria-live="polite">
            {words}
        </p>
        {chosen}
    }
}

/// The usual week of the athlete looked at.
#[component]
fn UsualDialog(desk: Desk) -> impl IntoView {
    let title = Signal::derive(move || {
        let name = desk.at.get().and_then(|(id, _)| desk.row(id)).map(|(_, row)| row.name).unwrap_or_default();
        t_with("availability-usual-of", &[("name", name.into())])
    });
    view! {
        <Dialog open=desk.answering title=title wide=true>
            {move || {
                let (id, day) = desk.at.get_untracked()?;
                let (week, row) = untrack(|| desk.row(id))?;
                let now = domain::availability::to_change(&row.usual, week.days()[day], week.monday());
                Some(view! { <UsualForm id=id now=now open=desk.answering /> })
            }}
        </Dialog>
    }
}
