//! What is done for many athletes at once, and what became of it.

use contract::board::{ApproveGreen, DraftAll, DraftLine, DraftOutcome};
use contract::roster::PlanStatus;
use domain::id::SquadId;
use domain::week::Week;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::filter::Filter;
use super::row::short;
use super::sheet::Sheet;
use crate::parts::{Button, ButtonKind, Icon, IconButton};
use crate::state::{Deed, Ended, State};
use crate::words::{t, t_with};

/// The buttons for the first week shown.
#[component]
pub(super) fn Bulk(
    /// The board.
    sheet: Sheet,
    /// The squad it is for.
    squad: Memo<Option<SquadId>>,
    /// What the last drafting came to.
    drafted: RwSignal<Option<Vec<DraftLine>>>,
) -> impl IntoView {
    let busy = RwSignal::new(false);
    let week = move || sheet.span.get().map(|(week, _)| short(week)).unwrap_or_default();
    let idle = Signal::derive(move || busy.get() || sheet.lines.with(Vec::is_empty));
    view! {
        <span data-testid="draft-all">
            <Button kind=ButtonKind::Primary disabled=idle on_press=move || draft_all(sheet, squad, busy, drafted)>
                {move || t_with("board-draft-all", &[("week", week().into())])}
            </Button>
        </span>
        <span data-testid="approve-green" title=t("board-approve-green-hint")>
            <Button disabled=idle on_press=move || approve_green(sheet, squad, busy)>
                {move || t_with("board-approve-green", &[("week", week().into())])}
            </Button>
        </span>
    }
}

fn draft_all(
    sheet: Sheet,
    squad: Memo<Option<SquadId>>,
    busy: RwSignal<bool>,
    drafted: RwSignal<Option<Vec<DraftLine>>>,
) {
    let Some((week, _)) = sheet.span.get_untracked() else { return };
    let total = u32::try_from(sheet.lines.with_untracked(Vec::len)).ok();
    busy.set(true);
    spawn_local(async move {
        let lines = drafted_all(sheet.state, week, squad.get_untracked(), total).await;
        busy.try_set(false);
        // The rows follow from what moved.
        if let Some(lines) = lines {
            drafted.try_set(Some(lines));
        }
    });
}

/// Drafts a week of many athletes as a task that can be stopped. A fault is said, and gives nothing.
pub(crate) async fn drafted_all(
    state: State,
    week: Week,
    squad: Option<SquadId>,
    total: Option<u32>,
) -> Option<Vec<DraftLine>> {
    let task = state.begin_task(t_with("board-drafting", &[("week", week.to_string().into())]), total);
    let written = state.write(&DraftAll { week, squad, missing_only: false, task: Some(task) }).await;
    let ended = Ended::of(&written, |lines| {
        let stopped = lines.iter().any(|line| line.outcome == DraftOutcome::NotReached);
        let ended = if stopped { Ended::stopped(outcomes(lines)) } else { Ended::done(outcomes(lines)) };
        ended.at(format!("/board?week={week}"), t("screen-nav-board"))
    });
    state.end_task(task, ended);
    written.inspect_err(|fault| state.say_fault(fault)).ok()
}

/// How many weeks came to what, in words.
pub(crate) fn outcomes(lines: &[DraftLine]) -> String {
    let count = |outcome: DraftOutcome| lines.iter().filter(|line| line.outcome == outcome).count();
    let outcomes = [
        (DraftOutcome::Drafted, "board-drafted"),
        (DraftOutcome::Same, "board-drafted-same"),
        (DraftOutcome::Approved, "board-drafted-approved"),
        (DraftOutcome::Kept, "board-drafted-kept"),
        (DraftOutcome::Failed, "board-drafted-failed"),
        (DraftOutcome::NotReached, "board-drafted-not-reached"),
    ];
    let said: Vec<String> = outcomes
        .into_iter()
        .map(|(outcome, key)| (count(outcome), key))
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| t_with(key, &[("count", count.into())]))
        .collect();
    said.join(" \u{b7} ")
}

fn approve_green(sheet: Sheet, squad: Memo<Option<SquadId>>, busy: RwSignal<bool>) {
    let Some((week, _)) = sheet.span.get_untracked() else { return };
    busy.set(true);
    spawn_local(async move {
        approved_green(sheet.state, week, squad.get_untracked()).await;
        busy.try_set(false);
    });
}

/// Approves every week that asks for no look, and says how many.
pub(crate) async fn approved_green(state: State, week: Week, squad: Option<SquadId>) {
    match state.write(&ApproveGreen { week, squad }).await {
        Ok(approved) => {
            let said = t_with("board-approved-green", &[("count", approved.len().into())]);
            if approved.is_empty() {
                return state.say(said);
            }
            let values = [("count", approved.len().into()), ("week", week.to_string().into())];
            state.did(said, Deed::approval(t_with("undo-approved-green", &values), approved, week, false));
        }
        Err(fault) => state.say_fault(&fault),
    }
}

/// What the last drafting came to, until it is put away.
#[component]
pub(super) fn Drafted(
    /// The board.
    sheet: Sheet,
    /// What it came to.
    drafted: RwSignal<Option<Vec<DraftLine>>>,
) -> impl IntoView {
    let shown = move |lines: Vec<DraftLine>| {
        let failed: Vec<String> =
            lines.iter().filter(|l| l.outcome == DraftOutcome::Failed).map(|l| l.name.clone()).collect();
        let review = lines.iter().filter(|line| line.status == PlanStatus::NeedsReview).count();
        let look = (review > 0).then(|| {
            view! {
                <Button kind=ButtonKind::Quiet on_press=move || sheet.filter.set(Filter::NeedsReview)>
                    {t_with("board-look", &[("count", review.into())])}
                </Button>
            }
        });
        let failed = (!failed.is_empty()).then(|| {
            view! { <span class="sheet-failed">{t_with("board-failed-who", &[("names", failed.join(", ").into())])}</span> }
        });
        view! {
            <div class="sheet-strip" role="status" data-testid="board-drafted">
                <span>{outcomes(&lines)}</span>
                {failed}
                {look}
                <IconButton icon=Icon::Close label=t("screen-close") on_press=move || drafted.set(None) />
            </div>
        }
    };
    move || drafted.get().map(shown)
}
