//! What became of the planned session this activity belongs to.

use contract::afterwards::ShowAdherence;
use domain::activity::Activity;
use domain::adherence::Fate;
use domain::week::Week;
use leptos::prelude::*;

use crate::parts::{Badge, Look};
use crate::state::ask;
use crate::words::{t, t_with};

/// Done as planned, on another day, or something else; nothing where no plan was in force.
#[component]
pub(super) fn DeedBadge(
    /// The activity.
    activity: Activity,
    /// Whether what is more urgent has been answered.
    ready: Signal<bool>,
) -> impl IntoView {
    let (id, athlete, week) = (activity.id, activity.athlete, Week::of(activity.day()));
    let adherence = ask(|_| false, move || ready.get().then_some(ShowAdherence { athlete, week, weeks: 1 }));
    move || {
        let weeks = adherence.value()?.weeks;
        let joined = weeks.into_iter().flat_map(|week| week.joined);
        let fate = joined.into_iter().find(|one| one.done.as_ref().is_some_and(|done| done.activity == id))?.fate;
        let words = match fate {
            Fate::Shifted { days } => {
                let key = if days < 0 { "fate-earlier" } else { "fate-later" };
                t_with(key, &[("days", (days.unsigned_abs() as f64).into())])
            }
            fate => t(&format!("fate-{}", fate.code())),
        };
        let look = if matches!(fate, Fate::Done | Fate::Shifted { .. }) { Look::Filled } else { Look::Plain };
        Some(view! { <Badge look=look title=t("activity-adherence")>{words}</Badge> })
    }
}
