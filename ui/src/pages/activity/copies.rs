//! The same activity from other files: which one counts, and keeping them apart.

use contract::import::LinkActivity;
use contract::measure::{ActivityCopy, ActivityView};
use domain::attention::Severity;
use domain::id::ActivityId;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::A;

use crate::format;
use crate::parts::{Button, Mark};
use crate::state::State;
use crate::words::{t, t_with};

/// A line for each copy, and one when this is a copy itself.
#[component]
pub(super) fn Copies(
    /// The activity with its copies.
    view: ActivityView,
) -> impl IntoView {
    let id = view.activity.id;
    let banner = view.copy_of.map(|of| {
        view! {
            <div class="notice copy-of" role="status" data-testid="copy-of">
                <Mark severity=Some(Severity::Note) />
                <p>
                    {t("screen-copy-of")} " "
                    <A href=format!("/activity/{of}") attr:class="link">
                        {t("screen-copy-of-open")}
                    </A>
                </p>
                <Apart activity=id of=of />
            </div>
        }
    });
    let copies = (!view.copies.is_empty()).then(|| {
        let lines = view.copies.into_iter().map(|copy| view! { <Line copy=copy of=id /> }).collect_view();
        view! {
            <section class="copies" aria-label=t("screen-copies") data-testid="copies">
                <p>
                    <Mark severity=Some(Severity::Note) />
                    {t("screen-copies")}
                </p>
                <ul>{lines}</ul>
            </section>
        }
    });
    view! {
        {banner}
        {copies}
    }
}

#[component]
fn Line(copy: ActivityCopy, of: ActivityId) -> impl IntoView {
    let how = match copy.score {
        Some(score) => {
            t_with("screen-copy-why", &[("percent", format::percent(score).into()), ("why", copy.why.as_str().into())])
        }
        None => copy.why.clone(),
    };
    view! {
        <li>
            <span class="copy-file">
                <A href=format!("/activity/{}", copy.id) attr:class="link">
                    {copy.file}
                </A>
                <span class="quiet">{how}</span>
            </span>
            <Apart activity=copy.id of=of />
        </li>
    }
}

/// Says that the two are not one activity.
#[component]
fn Apart(activity: ActivityId, of: ActivityId) -> impl IntoView {
    let state = State::here();
    let busy = RwSignal::new(false);
    let press = move || {
        busy.set(true);
        spawn_local(async move {
            let said = state.write(&LinkActivity { activity, of, same: false }).await;
            busy.try_set(false);
            match said {
                Ok(_) => state.say(t("screen-copy-apart-done")),
                Err(fault) => state.say_fault(&fault),
            }
        });
    };
    view! {
        <Button disabled=busy on_press=press>
            {t("screen-copy-apart")}
        </Button>
    }
}
