//! What the season leads to, and whether it can be reached: one line above the races.

use contract::season::{SeasonView, ShowSeason};
use domain::id::AthleteId;
use domain::season::plan::Goal;
use domain::week::Week;
use leptos::prelude::*;
use leptos_router::components::A;

use super::PLANNED;
use crate::format;
use crate::parts::Shown;
use crate::state::{State, ask, of, season_path};
use crate::words::{t, t_with};

/// Weeks looked ahead.
const WEEKS: u32 = 60;

/// The line.
#[component]
pub(super) fn SeasonGoal(
    /// Whose.
    id: AthleteId,
) -> impl IntoView {
    let state = State::here();
    let season =
        ask(of(id, PLANNED), move || Some(ShowSeason { athlete: id, from: Week::of(state.today()?), weeks: WEEKS }));
    view! {
        <Shown ask=season lines=1 then=move |view: SeasonView| view! { <Line id=id view=view /> }.into_any() />
    }
}

#[component]
fn Line(id: AthleteId, view: SeasonView) -> impl IntoView {
    let now = view.weeks.first().and_then(|line| line.fitness);
    let goal = view.seasons.last().map(|season| (season.name.clone(), season.goal));
    let words = match (goal, view.reach) {
        (None, _) => t("athlete-goal-none"),
        (Some((name, Goal::Fitness { ctl, on })), Some(reach)) => {
            let key = if reach.within { "athlete-goal-fitness" } else { "athlete-goal-fitness-beyond" };
            t_with(
                key,
                &[
                    ("name", name.into()),
                    ("asked", format::whole(ctl).into()),
                    ("day", format::day_of_year(on).into()),
                    ("now", now.map_or_else(|| t("chart-unknown"), format::whole).into()),
                    ("planned", format::whole(reach.planned).into()),
                    ("most", format::whole(reach.most).into()),
                ],
            )
        }
        (Some((name, Goal::PeakLoad { points })), Some(reach)) => {
            let key = if reach.within { "athlete-goal-peak" } else { "athlete-goal-peak-beyond" };
            let values = [
                ("name", name.into()),
                ("asked", format::whole(points).into()),
                ("planned", format::whole(reach.planned).into()),
                ("most", format::whole(reach.most).into()),
            ];
            t_with(key, &values)
        }
        (Some((name, _)), _) => t_with("athlete-goal-weeks", &[("name", name.into())]),
    };
    view! {
        <p class="goal" data-testid="goal">
            {words} " "
            <A href=season_path(id) attr:class="link">
                {t("screen-season")}
            </A>
        </p>
    }
}
