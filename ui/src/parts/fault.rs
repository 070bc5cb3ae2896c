//! Answers on their way, answers that are there, and faults.

use contract::Fault;
use leptos::prelude::*;

use super::{Button, Skeleton};
use crate::focus;
use crate::state::Ask;
use crate::words::{t, t_with};

/// A fault: what happened, what to do next, and the id that finds the log line.
#[component]
pub fn FaultView(
    /// The fault.
    fault: Fault,
    /// Tries again, where that makes sense.
    #[prop(optional, into)]
    retry: Option<UnsyncCallback<()>>,
) -> impl IntoView {
    let trace = t_with("screen-fault-trace", &[("trace", fault.trace.as_str().into())]);
    view! {
        <div class="fault" role="alert">
            <p class="fault-what">{fault.what}</p>
            <p>{fault.next}</p>
            <p class="fault-trace">{trace}</p>
            {retry
                .map(|retry| {
                    view! { <Button on_press=move || retry.run(())>{t("screen-retry")}</Button> }
                })}
        </div>
    }
}

/// What an answer shows: grey lines until it comes, the fault with a way to try again, or `then`.
#[component]
pub fn Shown<T, F>(
    /// The question.
    ask: Ask<T>,
    /// Grey lines to show meanwhile.
    #[prop(default = 4)]
    lines: u32,
    /// Draws the value.
    then: F,
) -> impl IntoView
where
    T: Clone + 'static,
    F: Fn(T) -> AnyView + Send + 'static,
{
    move || {
        let answer = ask.get();
        // What had the keyboard in the old answer is gone in a moment.
        focus::hold();
        match answer {
            None => view! { <Skeleton lines=lines /> }.into_any(),
            Some(Err(fault)) => {
                view! { <FaultView fault=fault retry=UnsyncCallback::new(move |()| ask.again()) /> }.into_any()
            }
            Some(Ok(value)) => then(value),
        }
    }
}
