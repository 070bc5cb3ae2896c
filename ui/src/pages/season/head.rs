//! The season that holds: its name, its base, its goal and whether that can be reached, and what can be done with it.

use contract::season::SeasonView;
use domain::season::plan::{Goal, SeasonPlan};
use leptos::prelude::*;

use super::desk::Desk;
use crate::format;
use crate::parts::{Badge, Button, ButtonKind, Look};
use crate::words::{t, t_with};

/// The head of the card.
#[component]
pub(super) fn SeasonHead(
    /// The desk.
    desk: Desk,
    /// What to show.
    view: SeasonView,
) -> impl IntoView {
    let Some(season) = view.seasons.last().cloned() else { return ().into_any() };
    let others = view.seasons.len() - 1;
    let reach = reach(&view, &season);
    let fits = view.toward.is_some();
    let about = about(&season, view.usual);
    let sure = RwSignal::new(false);
    let taken = season.clone();
    let withdraw = move || if sure.get_untracked() { desk.withdraw(&taken) } else { sure.set(true) };
    let unsaved = move || {
        let count = desk.edited.with(std::collections::BTreeMap::len);
        (count > 0).then(|| {
            view! {
                <div class="season-unsaved" role="status">
                    <span>{t_with("season-unsaved", &[("weeks", count.into())])}</span>
                    <Button kind=ButtonKind::Primary disabled=desk.busy on_press=move || desk.save()>
                        {t("screen-save")}
                    </Button>
                    <Button on_press=move || desk.discard()>{t("season-discard")}</Button>
                </div>
            }
        })
    };
    view! {
        <header class="season-head">
            <div class="season-head-words">
                <h2>{season.name}</h2>
                <p class="quiet">{about}</p>
                {reach}
                {(others > 0).then(|| view! { <p class="quiet">{t_with("season-others", &[("count", others.into())])}</p> })}
            </div>
            <div class="card-actions">
                {fits.then(|| view! { <Button on_press=move || desk.fit()>{t("season-fit")}</Button> })}
                <Button on_press=move || desk.aiming.set(true)>{t("season-goal-set")}</Button>
                <Button on_press=move || desk.copying.set(true)>{t("season-copy")}</Button>
                <Button kind=ButtonKind::Quiet on_press=withdraw>
                    {move || t(if sure.get() { "season-withdraw-sure" } else { "season-withdraw" })}
                </Button>
            </div>
        </header>
        {unsaved}
    }
    .into_any()
}

fn about(season: &SeasonPlan, usual: Option<f64>) -> String {
    let span = [
        ("weeks", season.weeks.len().into()),
        ("from", format::short_day(season.start.monday()).into()),
        ("to", format::day_of_year(season.last().sunday()).into()),
    ];
    let base = match (season.base, usual) {
        (Some(base), _) => t_with("season-base-is", &[("points", format::whole(base).into())]),
        (None, Some(usual)) => t_with("season-base-usual", &[("points", format::whole(usual).into())]),
        (None, None) => t("season-base-unknown"),
    };
    format!("{} {base}", t_with("season-span-is", &span))
}

/// Whether the goal is within reach, as a word with a shape and a sentence with the numbers.
fn reach(view: &SeasonView, season: &SeasonPlan) -> Option<impl IntoView + use<>> {
    let key = match season.goal {
        Goal::Weeks => return None,
        Goal::PeakLoad { .. } => "peak",
        Goal::Fitness { .. } => "fitness",
    };
    let Some(reach) = view.reach else {
        return Some(view! { <p class="quiet">{t("season-reach-unknown")}</p> }.into_any());
    };
    let on = if let Goal::Fitness { on, .. } = season.goal { format::day_of_year(on) } else { String::new() };
    let met = reach.planned + 0.5 >= reach.asked;
    let verdict = match (reach.within, met) {
        (true, true) => "met",
        (true, false) => "within",
        (false, _) => "beyond",
    };
    let values = [
        ("asked", format::whole(reach.asked).into()),
        ("planned", format::whole(reach.planned).into()),
        ("most", format::whole(reach.most).into()),
        ("on", on.into()),
    ];
    let look = if reach.within { Look::Solid } else { Look::Warn };
    Some(
        view! {
            <p class="season-reach">
                <Badge look=look>{t(&format!("season-reach-{verdict}"))}</Badge>
                " "
                {t_with(&format!("season-reach-{key}"), &values)}
            </p>
        }
        .into_any(),
    )
}
