//! Long work: what runs, with its way to stop it, and what came of what ended.

use leptos::prelude::*;
use leptos_router::components::A;

use super::history::moment;
use crate::parts::{Badge, Button, ButtonKind, CopyPath, Drawer, Empty, Look, ProgressBar};
use crate::state::{Outcome, State, Task};
use crate::words::{t, t_with};

/// The list, while it is open; and, always, a polite word to screen readers when something ended.
#[component]
pub fn Notices(
    /// Whether it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let state = State::here();
    let ids = |runs: bool| {
        Memo::new(move |_| {
            state.tasks.with(|tasks| {
                tasks.iter().rev().filter(|task| task.runs() == runs).map(|task| task.id).collect::<Vec<_>>()
            })
        })
    };
    let (running, ended) = (ids(true), ids(false));
    let told = Memo::new(move |_| {
        state.tasks.with(|tasks| {
            let newest = tasks.iter().filter_map(|task| task.ended.as_ref().map(|(ended, at)| (task, ended, *at)));
            let newest = newest.max_by(|a, b| a.2.total_cmp(&b.2));
            newest.map(|(task, ended, _)| format!("{}: {}", task.title, ended.said)).unwrap_or_default()
        })
    });
    let close = move || open.set(false);
    view! {
        <p class="only-read" role="status" data-testid="notice-told">
            {told}
        </p>
        <Drawer open=open title=t("action-notices")>
            <section class="notices" data-testid="notices-running">
                <h3>{t("notices-running")}</h3>
                <Show
                    when=move || !running.with(Vec::is_empty)
                    fallback=|| view! { <p class="quiet">{t("notices-none-running")}</p> }
                >
                    <ul>
                        <For each=move || running.get() key=|id| *id let(id)>
                            <Running state=state id=id />
                        </For>
                    </ul>
                </Show>
            </section>
            <section class="notices" data-testid="notices-ended">
                <h3>{t("notices-ended")}</h3>
                <Show
                    when=move || !ended.with(Vec::is_empty)
                    fallback=|| view! { <Empty title=t("notices-none") hint=t("notices-none-hint") /> }
                >
                    <ul>
                        <For each=move || ended.get() key=|id| *id let(id)>
                            {state
                                .tasks
                                .with_untracked(|tasks| tasks.iter().find(|task| task.id == id).cloned())
                                .map(|task| over(state, task, close))}
                        </For>
                    </ul>
                    <Button on_press=move || state.forget_ended()>{t("notices-clear")}</Button>
                </Show>
            </section>
        </Drawer>
    }
}

#[component]
fn Running(state: State, id: domain::id::TaskId) -> impl IntoView {
    let task = Memo::new(move |_| state.tasks.with(|tasks| tasks.iter().find(|task| task.id == id).cloned()));
    let title = Signal::derive(move || task.with(|t| t.as_ref().map(|t| t.title.clone()).unwrap_or_default()));
    let steps = Signal::derive(move || task.with(|task| task.as_ref().and_then(Task::steps)));
    let stopping = Signal::derive(move || task.with(|task| task.as_ref().is_some_and(|task| task.cancelled)));
    let at = move || {
        task.with(|task| {
            task.as_ref().and_then(|task| task.progress.as_ref()).map(|p| p.at.clone()).unwrap_or_default()
        })
    };
    view! {
        <li class="notice-line">
            <p>
                <strong>{title}</strong>
                " "
                <span class="quiet">{move || steps.get().map(steps_said)}</span>
            </p>
            <ProgressBar label=title steps=steps />
            <p class="quiet notice-at">{at}</p>
            <Button kind=ButtonKind::Quiet disabled=stopping on_press=move || state.cancel_task(id)>
                {move || t(if stopping.get() { "screen-stopping" } else { "screen-cancel" })}
            </Button>
        </li>
    }
}

/// Steps done of steps in all.
pub(crate) fn steps_said((done, total): (u32, u32)) -> String {
    t_with("screen-steps", &[("done", done.into()), ("total", total.into())])
}

fn over(state: State, task: Task, close: impl Fn() + Copy + Send + 'static) -> impl IntoView {
    let id = task.id;
    let (ended, at) = task.ended?;
    let look = match ended.outcome {
        Outcome::Done => Look::Filled,
        Outcome::Stopped => Look::Plain,
        Outcome::Failed => Look::Warn,
    };
    let link = ended.link.map(|(path, words)| {
        view! {
            <A href=path attr:class="button" on:click=move |_| close()>
                {words}
            </A>
        }
    });
    Some(view! {
        <li class="notice-line">
            <p>
                <strong>{task.title}</strong>
                " "
                <Badge look=look>{t(&format!("notice-{}", ended.outcome.code()))}</Badge>
            </p>
            <p>{ended.said}</p>
            {ended.file.clone().map(|file| view! { <p><code>{file}</code></p> })}
            <p class="quiet">{moment(at)}</p>
            <div class="actions">
                {link} {ended.file.map(|path| view! { <CopyPath path=path /> })}
                <Button kind=ButtonKind::Quiet on_press=move || state.forget_task(id)>
                    {t("notices-dismiss")}
                </Button>
            </div>
        </li>
    })
}
