//! Work above critical power left, second by second.

use leptos::prelude::*;

use crate::format;
use crate::parts::Card;
use crate::parts::chart::LinesChart;
use crate::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall};
use crate::words::{t, t_with};

/// The card; nothing without critical power and the work above it.
#[component]
pub(super) fn Balance(
    /// Seconds since the start and joules; `None` breaks the line.
    points: Vec<(f64, Option<f64>)>,
) -> impl IntoView {
    let lowest = points.iter().filter_map(|point| point.1).min_by(f64::total_cmp)?;
    let kilojoules = |joules: f64| joules / 1000.0;
    let lines = Lines {
        title: t_with("screen-balance-title", &[("lowest", format::number(kilojoules(lowest), 1).into())]),
        across: Across::Seconds,
        panels: vec![Panel {
            height: 150,
            tall: Tall::Number { decimals: 1, zero: true },
            unit: "kJ".to_owned(),
            series: vec![Series {
                name: t("screen-balance-left"),
                look: Stroke::Strong,
                points: points.into_iter().map(|(at, left)| (at, left.map(kilojoules))).collect(),
            }],
        }],
        marks: Vec::new(),
    };
    Some(view! {
        <Card title=t("screen-balance") under=t("screen-balance-under")>
            <div data-testid="w-balance">
                <LinesChart lines=lines />
            </div>
        </Card>
    })
}
