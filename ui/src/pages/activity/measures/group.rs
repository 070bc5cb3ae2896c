//! Numbers that are read together. Which there are, and how each is written, comes from the registry.

use domain::measures::{Measured, Measures};
use domain::metric::{Metric, Scope};
use domain::reading::Missing;
use domain::saying::Saying;
use domain::sport::Sport;
use domain::summary::Load;
use leptos::prelude::*;

use super::super::facts::source;
use super::line::{Line, needs};
use crate::parts::missing_words;
use crate::words::{t, t_with};

/// A group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Group {
    Load,
    Power,
    Pace,
    Heart,
    Movement,
    Strength,
}

impl Group {
    pub(super) const ALL: [Group; 6] =
        [Group::Load, Group::Power, Group::Pace, Group::Heart, Group::Movement, Group::Strength];

    const fn key(self) -> &'static str {
        match self {
            Group::Load => "screen-measures-load",
            Group::Power => "screen-measures-power",
            Group::Pace => "screen-measures-pace",
            Group::Heart => "screen-measures-heart",
            Group::Movement => "screen-measures-movement",
            Group::Strength => "screen-measures-strength",
        }
    }

    /// Where a metric stands. A metric that is new to the registry stands with the load until it has a place of its own.
    const fn holding(metric: Metric) -> Group {
        match metric {
            Metric::AvgPower
            | Metric::MaxPower
            | Metric::NormalizedPower
            | Metric::IntensityFactor
            | Metric::XPower
            | Metric::RelativeIntensity
            | Metric::VariabilityIndex
            | Metric::WBalanceLowest => Group::Power,
            Metric::AvgSpeed | Metric::GradedSpeed | Metric::NormalizedGradedSpeed => Group::Pace,
            Metric::AvgHr
            | Metric::MaxHr
            | Metric::Trimp
            | Metric::TrimpEdwards
            | Metric::TrimpLucia
            | Metric::TrimpIndividual
            | Metric::EfficiencyFactor
            | Metric::Decoupling
            | Metric::Durability
            | Metric::PolarisationIndex
            | Metric::RestingRmssd => Group::Heart,
            Metric::Cadence
            | Metric::GroundContact
            | Metric::StepLength
            | Metric::VerticalOscillation
            | Metric::VerticalRatio
            | Metric::DutyFactor
            | Metric::ContactBalance
            | Metric::Asymmetry
            | Metric::LegStiffness
            | Metric::Temperature => Group::Movement,
            Metric::Tonnage | Metric::EstimatedMax | Metric::VelocityLoss => Group::Strength,
            _ => Group::Load,
        }
    }

    /// Its metrics of an activity, in the order of the registry.
    pub(super) fn of(self, measures: &Measures) -> Vec<(Metric, Measured)> {
        Metric::ALL
            .iter()
            .copied()
            .filter(|metric| metric.fact().scope == Scope::Activity && Group::holding(*metric) == self)
            .filter_map(|metric| Some((metric, measures.values.get(&metric)?.clone())))
            .collect()
    }
}

/// A group: what is known as lines, what is not in one sentence for each reason.
#[component]
pub(super) fn GroupView(
    /// Which.
    group: Group,
    /// Its metrics.
    metrics: Vec<(Metric, Measured)>,
    /// The load that counts, in the group of the load.
    load: Option<Load>,
    /// What was done: it decides how speed is written.
    sport: Sport,
    /// What can be said about the numbers.
    sayings: Vec<Saying>,
) -> impl IntoView {
    let mut missing: Vec<(Missing, Vec<Metric>)> = Vec::new();
    let mut lines = Vec::new();
    for (metric, measured) in metrics {
        match measured {
            Measured::Known { value, doubts } => {
                let under = load.filter(|_| metric == Metric::Load).map(source).unwrap_or_default();
                let saying = sayings.iter().find(|saying| saying.metric == metric).cloned();
                lines.push(view! {
                    <Line metric=metric value=value sport=sport doubts=doubts under=under saying=saying />
                });
            }
            Measured::Missing { why } => match missing.iter_mut().find(|(known, _)| *known == why) {
                Some((_, names)) => names.push(metric),
                None => missing.push((why, vec![metric])),
            },
        }
    }
    let missing = missing.into_iter().map(|(why, metrics)| view! { <Absent why=why metrics=metrics /> }).collect_view();
    view! {
        <section class="measure-group" aria-label=t(group.key())>
            <h3>{t(group.key())}</h3>
            {lines}
            <ul class="measure-missing">{missing}</ul>
        </section>
    }
}

/// Metrics that are missing for one reason.
#[component]
fn Absent(why: Missing, metrics: Vec<Metric>) -> impl IntoView {
    let last = metrics.len().saturating_sub(1);
    let names = metrics
        .into_iter()
        .enumerate()
        .map(|(i, metric)| {
            let needs = t_with("screen-measure-needs", &[("needs", needs(metric).into())]);
            view! {
                <span title=needs data-metric=metric.code()>
                    {t(&metric.label())}
                </span>
                {if i < last { ", " } else { "" }}
            }
        })
        .collect_view();
    view! {
        <li>
            <span class="missing">{missing_words(why)} ":"</span>
            " "
            {names}
        </li>
    }
}
