//! From a preview to a batch: mapping columns, importing, discarding, and going on with an import that was cut.

use contract::Fault;
use contract::import::{CommitImport, DiscardPreview, ImportReport, MapColumns, Outcome, ResumeImport, ShowPreview};
use domain::id::{BatchId, TaskId};
use domain::table::ColumnUse;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::GoTo;
use crate::ipc;
use crate::state::{Deed, Doing, Ended, State, import_path};
use crate::words::{t, t_with};

/// Finds the preview that waits in the host, after the page was loaded again.
pub fn reopen(state: State) {
    let here =
        untrack(|| state.review.preview.with(Option::is_some)) || state.review.doing.get_untracked() != Doing::Nothing;
    if here {
        return;
    }
    spawn_local(async move {
        match ipc::call(&ShowPreview {}).await {
            Ok(Some(preview)) if state.review.doing.try_get_untracked() == Some(Doing::Nothing) => {
                state.review.show(preview);
            }
            Ok(_) => {}
            Err(fault) => state.say_fault(&fault),
        }
    });
}

/// Brings the previewed files in, as chosen, and shows the report.
pub fn commit(state: State, go: GoTo) {
    let Some(preview) = untrack(|| state.review.preview.get()) else { return };
    if state.review.doing.get_untracked() != Doing::Nothing {
        return;
    }
    let choices = state.review.choices.with_untracked(|all| all.values().cloned().collect());
    state.review.doing.set(Doing::Importing);
    spawn_local(async move {
        let task = state.begin_task(t("screen-importing"), None);
        let done = state.write(&CommitImport { preview: preview.id, choices, task: Some(task) }).await;
        state.review.doing.try_set(Doing::Nothing);
        if done.is_ok() {
            state.review.clear();
        }
        finish(state, &go, task, done);
    });
}

/// Goes on with an import that ended in the middle, and shows its report.
pub fn resume(state: State, go: GoTo, batch: BatchId) {
    spawn_local(async move {
        let task = state.begin_task(t("screen-importing"), None);
        let done = state.write(&ResumeImport { batch, task: Some(task) }).await;
        finish(state, &go, task, done);
    });
}

/// Leaves the preview; the roster is as it was.
pub fn discard(state: State) {
    let Some(preview) = untrack(|| state.review.preview.get()) else { return };
    spawn_local(async move {
        match ipc::call(&DiscardPreview { preview: preview.id }).await {
            // Gone already is gone as well.
            Ok(_) => {
                state.review.clear();
                state.say(t("screen-review-discarded"));
            }
            Err(fault) => state.say_fault(&fault),
        }
    });
}

/// Says what the columns of a table mean, and shows the preview read again.
///
/// # Errors
/// The host's fault.
pub async fn map_columns(state: State, headings: Vec<String>, uses: Vec<ColumnUse>) -> Result<(), Fault> {
    let task = state.begin_task(t("screen-review-reading"), None);
    let read = state.write(&MapColumns { headings, uses, task: Some(task) }).await;
    state.forget_task(task);
    if let Some(preview) = read? {
        state.review.show(preview);
    }
    Ok(())
}

fn finish(state: State, go: &GoTo, task: TaskId, done: Result<ImportReport, Fault>) {
    let ended = Ended::of(&done, |report| {
        let ended = if report.cancelled { Ended::stopped(told(report)) } else { Ended::done(told(report)) };
        ended.at(import_path(report.batch), t("screen-report"))
    });
    state.end_task(task, ended);
    match done {
        Ok(report) => {
            let what = t_with("undo-import", &[("files", report.files.len().into())]);
            state.did(told(&report), Deed::import(what, report.batch, false));
            let path = import_path(report.batch);
            state.report.set(Some(report));
            go(&path);
        }
        Err(fault) => state.say_fault(&fault),
    }
}

/// How many files of a report ended in an outcome.
pub(crate) fn count(report: &ImportReport, outcome: Outcome) -> usize {
    report.files.iter().filter(|file| file.outcome == outcome).count()
}

/// A report in one sentence: outcomes that did not happen are left out.
pub(crate) fn told(report: &ImportReport) -> String {
    let parts: Vec<String> = Outcome::ALL
        .into_iter()
        .map(|outcome| (outcome, count(report, outcome)))
        .filter(|(_, files)| *files > 0)
        .map(|(outcome, files)| t_with(&format!("screen-outcome-told-{}", outcome.code()), &[("files", files.into())]))
        .collect();
    let key = match (parts.is_empty(), report.cancelled) {
        (true, _) => "screen-import-told-nothing",
        (false, true) => "screen-import-told-cancelled",
        (false, false) => "screen-import-told",
    };
    t_with(key, &[("outcomes", parts.join(", ").into())])
}
