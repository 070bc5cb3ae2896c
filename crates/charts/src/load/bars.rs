//! Load as bars: a day each, or the mean day of a week or a month where days are narrower than a line.

use chrono::{Datelike, NaiveDate};
use plotters::prelude::DrawingBackend;

use super::Drawn;
use super::layout::Layout;
use crate::axis::Days;
use crate::canvas::Canvas;
use crate::{ChartFault, Theme, view};

/// What one bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Grain {
    Day,
    Week,
    Month,
}

impl Grain {
    /// The finest that can be seen when a day is `slot` pixels wide.
    pub(super) fn of(slot: f64) -> Grain {
        if slot >= 2.0 {
            Grain::Day
        } else if slot * 7.0 >= 3.0 {
            Grain::Week
        } else {
            Grain::Month
        }
    }

    /// The words key of what a bar is.
    pub(super) const fn key(self) -> &'static str {
        match self {
            Grain::Day => "chart-load-daily",
            Grain::Week => "chart-load-weekly",
            Grain::Month => "chart-load-monthly",
        }
    }

    /// Days with the same number share a bar. Counted from fixed days, so that bars keep their days while the view moves.
    fn number(self, date: NaiveDate) -> i64 {
        match self {
            Grain::Day => view::day(date) as i64,
            // 1 January 1970 was a Thursday.
            Grain::Week => (view::day(date) as i64 + 3).div_euclid(7),
            Grain::Month => i64::from(date.year()) * 12 + i64::from(date.month0()),
        }
    }
}

/// One bar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bar {
    /// Left and right edge, pixels.
    span: (f64, f64),
    /// Mean load of its known days; `None` where none is known.
    pub(super) load: Option<f64>,
}

/// Bars of what was done and of what is planned after today.
pub(super) fn of(drawn: &Drawn<'_>, days: Days, grain: Grain) -> (Vec<Bar>, Vec<Bar>) {
    // Whole bars: one at the edge says the same while it is half outside.
    let first = grain.number(view::date(drawn.shown.from));
    let last = grain.number(view::date(drawn.shown.to));
    let points = &drawn.trend.points;
    let from = points.partition_point(|point| grain.number(point.date) < first);
    let end = points.partition_point(|point| grain.number(point.date) <= last).max(from);
    let done: Vec<_> = points[from..end].iter().map(|point| (point.date, point.load)).collect();
    let shown = |date: NaiveDate| (first..=last).contains(&grain.number(date));
    let planned = drawn.ahead.iter().filter(|day| shown(day.date));
    // Between planned days a day without a session is rest.
    let planned: Vec<_> = planned.map(|day| (day.date, Some(day.planned.unwrap_or(0.0)))).collect();
    (grouped(&done, days, grain), grouped(&planned, days, grain))
}

fn grouped(loads: &[(NaiveDate, Option<f64>)], days: Days, grain: Grain) -> Vec<Bar> {
    let groups = loads.chunk_by(|a, b| grain.number(a.0) == grain.number(b.0));
    let bar = |group: &[(NaiveDate, Option<f64>)]| {
        let known: Vec<f64> = group.iter().filter_map(|day| day.1).filter(|load| load.is_finite()).collect();
        let mean = known.iter().sum::<f64>() / known.len() as f64;
        let (first, last) = (group.first()?.0, group.last()?.0);
        let (from, to) = (days.edge(first), days.edge(last.succ_opt().unwrap_or(last)));
        Some(Bar { span: (from, to), load: (!known.is_empty()).then_some(mean) })
    };
    groups.filter_map(bar).filter(|bar| bar.span.1 > bar.span.0).collect()
}

pub(super) fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let zero = layout.bars.px(0.0);
    let inner = |bar: &Bar| {
        let (from, to) = bar.span;
        let wide = to - from;
        let inset = match layout.grain {
            Grain::Day => ((wide - 18.0) / 2.0).max(wide * 0.15),
            Grain::Week | Grain::Month => (wide * 0.15).min(1.0),
        };
        (from + inset, to - inset)
    };
    for bar in &layout.done {
        let (from, to) = inner(bar);
        match (bar.load, layout.grain) {
            (Some(load), _) if load > 0.0 => canvas.rect((from, layout.bars.px(load)), (to, zero), theme.bar)?,
            (Some(_), _) => {}
            (None, Grain::Day) => canvas.hollow((from, zero - 5.0), (to, zero - 0.5), theme.faint)?,
            (None, _) => canvas.line(&[(bar.span.0, zero - 1.5), (bar.span.1, zero - 1.5)], 1.0, theme.faint)?,
        }
    }
    for bar in &layout.planned {
        let (from, to) = inner(bar);
        if let Some(load) = bar.load.filter(|load| *load > 0.0) {
            canvas.hollow((from, layout.bars.px(load)), (to, zero), theme.quiet)?;
        }
    }
    Ok(())
}
