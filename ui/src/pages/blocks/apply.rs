//! A block put into a week: first what would become of it for each athlete, then the same done.

use chrono::NaiveDate;
use contract::Fault;
use contract::club::{ApplyBlock, BlockLine};
use domain::club::{ClubBlock, Fit};
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::format;
use crate::pages::week::why_panel::reasons;
use crate::parts::{Badge, Button, ButtonKind, FaultView, Look, Scrolls, Skeleton, WeekStep, week_span};
use crate::state::State;
use crate::words::{t, t_with};

/// A block lasts a year at most.
const DAYS: usize = 366;

/// What is on screen.
#[derive(Debug, Clone, PartialEq)]
enum Found {
    /// Under way.
    Asking,
    /// What would become of it.
    Would(Vec<BlockLine>),
    /// What became of it.
    Did(Vec<BlockLine>),
    /// Neither.
    Not(Fault),
}

/// The dialog's body.
#[component]
pub(super) fn Apply(
    /// Which block.
    block: ClubBlock,
    /// Closes the dialog.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let id = block.id;
    let week = RwSignal::new(untrack(|| state.today()).map(|today| next_week(&block, today)));
    let found = RwSignal::new(Found::Asking);
    let ask = move |asked: Week, write: bool| {
        found.set(Found::Asking);
        spawn_local(async move {
            let answer = state.write(&ApplyBlock { block: id, week: asked, write }).await;
            // The coach may look at another week by now.
            if week.try_get_untracked() == Some(Some(asked)) {
                found.try_set(match answer {
                    Ok(lines) if write => Found::Did(lines),
                    Ok(lines) => Found::Would(lines),
                    Err(fault) => Found::Not(fault),
                });
            }
        });
    };
    Effect::new(move |_| {
        if let Some(week) = week.get() {
            ask(week, false);
        }
    });
    let shown = move || match found.get() {
        Found::Asking => view! { <Skeleton lines=6 /> }.into_any(),
        Found::Not(fault) => view! { <FaultView fault=fault /> }.into_any(),
        Found::Would(lines) => view! { <Lines lines=lines done=false /> }.into_any(),
        Found::Did(lines) => view! { <Lines lines=lines done=true /> }.into_any(),
    };
    let foot = move || {
        let would = found.with(|found| if let Found::Would(lines) = found { fits(lines) } else { 0 });
        let go = move || week.get_untracked().into_iter().for_each(|week| ask(week, true));
        (would > 0).then(|| {
            view! {
                <Button kind=ButtonKind::Primary on_press=go>
                    {t_with("blocks-apply-now", &[("count", would.into())])}
                </Button>
            }
        })
    };
    view! {
        <div class="form" data-testid="apply-block">
            <div class="apply-week">
                <WeekStep value=week />
                <span class="quiet">{move || week.get().map(week_span)}</span>
            </div>
            {shown}
            <div class="dialog-foot">
                <Button on_press=move || open.set(false)>{t("screen-close")}</Button>
                {foot}
            </div>
        </div>
    }
}

/// The week of the first day from today on on which a block takes place; this week if there is none.
fn next_week(block: &ClubBlock, today: NaiveDate) -> Week {
    let first = today.max(block.from).iter_days().take(DAYS).find(|day| block.on(*day));
    Week::of(first.unwrap_or(today))
}

/// Weeks that take the block in one form or another.
fn fits(lines: &[BlockLine]) -> usize {
    lines.iter().filter(|line| matches!(line.fit, Some(Fit::Done | Fit::Variant { .. }))).count()
}

/// What becomes of a block, in one word: its code in the words file, and how it looks.
const fn outcome(fit: Option<&Fit>) -> (&'static str, Look) {
    match fit {
        Some(Fit::Done) => ("done", Look::Filled),
        Some(Fit::Variant { .. }) => ("variant", Look::Dashed),
        Some(Fit::Refused { .. }) => ("refused", Look::Warn),
        None => ("approved", Look::Plain),
    }
}

#[component]
fn Lines(lines: Vec<BlockLine>, done: bool) -> impl IntoView {
    let count = |code: &str| lines.iter().filter(|line| outcome(line.fit.as_ref()).0 == code).count();
    let counts = ["done", "variant", "refused", "approved"].map(|code| (code, count(code).into()));
    let summary = t_with(if done { "blocks-did" } else { "blocks-would" }, &counts);
    let rows = lines.iter().map(row).collect_view();
    view! {
        <p role="status">{summary}</p>
        <Scrolls label=t("availability-athlete") class="apply-lines">
            <table class="grid-table" data-testid="block-lines">
                <thead>
                    <tr>
                        <th scope="col">{t("availability-athlete")}</th>
                        <th scope="col">{t("blocks-outcome")}</th>
                        <th scope="col">{t("blocks-why")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </Scrolls>
    }
}

fn row(line: &BlockLine) -> impl IntoView + use<> {
    let (code, look) = outcome(line.fit.as_ref());
    let why = match &line.fit {
        Some(Fit::Variant { sessions, why }) => {
            let forms = sessions.iter().map(|(date, session)| {
                let facts = [
                    ("day", format::day(*date).into()),
                    ("title", session.title.as_str().into()),
                    ("minutes", session.minutes.into()),
                ];
                view! { <p>{t_with("blocks-variant-day", &facts)}</p> }
            });
            view! { {forms.collect_view()} {reasons(why)} }.into_any()
        }
        Some(Fit::Refused { why }) => reasons(why).into_any(),
        Some(Fit::Done) => ().into_any(),
        None => view! { <p class="quiet">{t("blocks-approved-hint")}</p> }.into_any(),
    };
    view! {
        <tr data-outcome=code>
            <th scope="row">{line.name.clone()}</th>
            <td>
                <Badge look=look>{t(&format!("blocks-outcome-{code}"))}</Badge>
            </td>
            <td>{why}</td>
        </tr>
    }
}
