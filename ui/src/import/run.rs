//! One import from here: progress, cancel, the report, and what is said at the end.

use contract::Fault;
use contract::import::{ImportFiles, ImportReport, ImportUploads, Outcome, Upload};
use domain::id::AthleteId;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::GoTo;
use crate::parts::{Button, ButtonKind, ProgressBar};
use crate::state::State;
use crate::words::{t, t_with};

/// Base64 letters that go in one call: a drop of ordinary size is one batch, a huge one does not fill the memory.
const CALL_LETTERS: usize = 48 << 20;

/// Imports files and folders by path.
pub fn import_paths(state: State, go: GoTo, paths: Vec<String>, athlete: Option<AthleteId>) {
    if paths.is_empty() {
        return;
    }
    spawn_local(async move {
        let task = state.begin_task(t("screen-importing"), None);
        let done = state.write(&ImportFiles { paths, athlete, task: Some(task) }).await;
        finish(state, &go, done);
    });
}

/// Imports files whose bytes are here.
pub fn import_uploads(state: State, go: GoTo, files: Vec<Upload>, athlete: Option<AthleteId>) {
    if files.is_empty() {
        state.say(t("screen-import-nothing"));
        return;
    }
    spawn_local(async move {
        let total = u32::try_from(files.len()).unwrap_or(u32::MAX);
        let task = state.begin_task(t("screen-importing"), Some(total));
        let mut all: Option<ImportReport> = None;
        for files in calls_of(files) {
            if state.task_cancelled() {
                all.iter_mut().for_each(|report| report.cancelled = true);
                break;
            }
            let steps = u32::try_from(files.len()).unwrap_or(u32::MAX);
            match state.write(&ImportUploads { files, athlete, task: Some(task) }).await {
                Ok(report) => {
                    state.advance_task(steps);
                    let cancelled = report.cancelled;
                    match &mut all {
                        Some(all) => {
                            all.files.extend(report.files);
                            all.cancelled |= cancelled;
                        }
                        None => all = Some(report),
                    }
                    if cancelled {
                        break;
                    }
                }
                Err(fault) => {
                    // What earlier calls brought is kept and shown; the fault is told beside it.
                    match all {
                        Some(report) => {
                            state.say_fault(&fault);
                            finish(state, &go, Ok(report));
                        }
                        None => finish(state, &go, Err(fault)),
                    }
                    return;
                }
            }
        }
        match all {
            Some(report) => finish(state, &go, Ok(report)),
            None => state.end_task(),
        }
    });
}

/// Splits files into calls of bearable size, in order.
fn calls_of(files: Vec<Upload>) -> Vec<Vec<Upload>> {
    let mut calls: Vec<Vec<Upload>> = Vec::new();
    let mut letters = 0;
    for file in files {
        letters += file.base64.len();
        match calls.last_mut() {
            Some(call) if letters <= CALL_LETTERS => call.push(file),
            _ => {
                letters = file.base64.len();
                calls.push(vec![file]);
            }
        }
    }
    calls
}

fn finish(state: State, go: &GoTo, done: Result<ImportReport, Fault>) {
    state.end_task();
    match done {
        Ok(report) => {
            state.say(told(&report));
            state.report.set(Some(report));
            go("/import");
        }
        Err(fault) => state.say_fault(&fault),
    }
}

/// How many files of a report ended in an outcome.
pub(crate) fn count(report: &ImportReport, outcome: Outcome) -> usize {
    report.files.iter().filter(|file| file.outcome == outcome).count()
}

/// A report in one sentence.
pub(crate) fn told(report: &ImportReport) -> String {
    let key = if report.cancelled { "screen-import-told-cancelled" } else { "screen-import-told" };
    t_with(
        key,
        &[
            ("imported", count(report, Outcome::Imported).into()),
            ("duplicate", count(report, Outcome::Duplicate).into()),
            ("routed", count(report, Outcome::Routed).into()),
            ("refused", count(report, Outcome::Refused).into()),
        ],
    )
}

/// The strip that shows how far the long work is, with a way to stop it.
#[component]
pub fn TaskStrip() -> impl IntoView {
    let state = State::here();
    let steps = Signal::derive(move || state.task.with(|task| task.as_ref().and_then(|task| task.steps())));
    let title = Signal::derive(move || state.task.with(|t| t.as_ref().map(|t| t.title.clone()).unwrap_or_default()));
    let at = move || {
        state.task.with(|task| {
            task.as_ref().and_then(|task| task.progress.as_ref()).map(|p| p.at.clone()).unwrap_or_default()
        })
    };
    let cancelled = Signal::derive(move || state.task.with(|task| task.as_ref().is_some_and(|task| task.cancelled)));
    view! {
        <Show when=move || state.task.with(Option::is_some)>
            <div class="task" role="status">
                <div class="task-words">
                    <strong>{move || title.get()}</strong>
                    <span class="quiet">
                        {move || {
                            steps
                                .get()
                                .map(|(done, total)| {
                                    t_with("screen-steps", &[("done", done.into()), ("total", total.into())])
                                })
                        }}
                    </span>
                    <Button kind=ButtonKind::Quiet disabled=cancelled on_press=move || state.cancel_task()>
                        {move || t(if cancelled.get() { "screen-stopping" } else { "screen-cancel" })}
                    </Button>
                </div>
                <ProgressBar label=title steps=steps />
                <p class="task-at quiet">{at}</p>
            </div>
        </Show>
    }
}
