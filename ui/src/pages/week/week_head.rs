//! What holds for the week as a whole: target, planned, the weeks before, how sure the proposal is, and how it stands.

use contract::plan::WeekView;
use contract::roster::PlanStatus;
use leptos::prelude::*;

use crate::format;
use crate::parts::{Badge, Look, Mark};
use crate::words::{sentence, t, t_with};

/// The pill that says how the plan stands.
fn status(view: &WeekView) -> impl IntoView + use<> {
    let (look, key) = match view.status {
        PlanStatus::None => (Look::Plain, "week-status-none"),
        PlanStatus::Draft => (Look::Dashed, "week-status-draft"),
        PlanStatus::NeedsReview => (Look::Dashed, "week-status-needs-review"),
        PlanStatus::Edited => (Look::Solid, "week-status-edited"),
        PlanStatus::Approved => (Look::Solid, "week-status-approved"),
        PlanStatus::Exported => (Look::Filled, "week-status-exported"),
    };
    let exported = view.plan.exported_at.map(|at| t_with("week-exported-at", &[("when", format::moment(at).into())]));
    view! {
        <span data-testid="plan-status" data-status=key>
            <Badge look=look title=exported.unwrap_or_default()>{t(key)}</Badge>
        </span>
    }
}

/// Load of the last weeks, filled, and of this one, hollow.
fn weeks(view: &WeekView) -> impl IntoView + use<> {
    let planned = view.effective.load();
    let highest = view.recent_weeks.iter().map(|w| w.1).fold(planned, f64::max).max(1.0);
    let bar = move |name: String, load: f64, hollow: bool| {
        view! {
            <li class:week-bar-hollow=hollow>
                <span class="week-bar-load">{format::whole(load)}</span>
                <span
                    class="week-bar"
                    style:height=format!("{:.0}px", 3.0 + 41.0 * (load / highest).clamp(0.0, 1.0))
                ></span>
                <span class="week-bar-name">{name}</span>
            </li>
        }
    };
    let before =
        view.recent_weeks.iter().map(|(week, load)| bar(short(&week.to_string()), *load, false)).collect_view();
    view! {
        <ol class="week-bars" aria-label=t("week-recent")>
            {before} {bar(short(&view.plan.week.to_string()), planned, true)}
        </ol>
    }
}

/// `W48` of `2026-W48`.
fn short(week: &str) -> String {
    week.split_once('-').map_or_else(|| week.to_owned(), |(_, week)| week.to_owned())
}

/// The week's numbers.
#[component]
pub(super) fn WeekHead(
    /// The week.
    view: WeekView,
) -> impl IntoView {
    let review = (!view.review.is_empty() && view.plan.approved().is_none()).then(|| {
        view! {
            <div class="week-review" data-testid="week-review">
                <p>{t("week-review")}</p>
                <ul>{view.review.iter().map(|reason| view! { <li>{sentence(reason)}</li> }).collect_view()}</ul>
            </div>
        }
    });
    let approved = view.plan.approved().map(|approval| {
        let values = [("who", approval.author.clone().into()), ("when", format::moment(approval.at).into())];
        view! { <p class="quiet" data-testid="approved-by">{t_with("week-approved-by", &values)}</p> }
    });
    let proposal = &view.plan.proposal;
    let target = match proposal.target_load {
        Some(target) => view! {
            {format::whole(target)}
            <span class="unit">{t("week-unit-points")}</span>
        }
        .into_any(),
        None => view! { <span class="missing">{t("week-no-target")}</span> }.into_any(),
    };
    let confidence = &proposal.confidence;
    let lowered = confidence.lowered_by.iter().map(|r| view! { <li>{sentence(r)}</li> }).collect_view();
    let doubts = confidence.lowered_by.len();
    let abstained = proposal.abstained.then(|| {
        view! {
            <div class="week-abstained" role="status" data-testid="abstained">
                <Mark severity=Some(domain::attention::Severity::Stale) />
                <p>{t("week-abstained")}</p>
            </div>
        }
    });
    let versions = if view.plan.versions > 1 {
        t_with("week-versions", &[("count", view.plan.versions.into())])
    } else {
        String::new()
    };
    view! {
        {abstained}
        <section class="card week-head" aria-label=t("week-overview")>
            <dl class="week-numbers">
                <div>
                    <dt>{t("week-target")}</dt>
                    <dd>{target}</dd>
                </div>
                <div>
                    <dt>{t("week-planned")}</dt>
                    <dd data-testid="planned-load">
                        {format::whole(view.effective.load())} <span class="unit">{t("week-unit-points")}</span>
                    </dd>
                </div>
                <div>
                    <dt>{t("week-time")}</dt>
                    <dd>{format::minutes(view.effective.minutes())} <span class="unit">"h"</span></dd>
                </div>
            </dl>
            {weeks(&view)}
            <div class="week-sure">
                <p class="week-sure-head">
                    {t("week-confidence")} <strong>{format::percent(confidence.value)}" %"</strong> {status(&view)}
                </p>
                <ul>{lowered}</ul>
                {(doubts == 0).then(|| view! { <p class="quiet">{t("week-confidence-full")}</p> })}
                {review}
                {approved}
                <p class="quiet">{versions}</p>
            </div>
        </section>
    }
}
