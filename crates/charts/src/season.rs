//! A season: fitness measured and expected with the band that the limits leave, and below it the load of each week,
//! planned hollow and done filled. Weeks lie side by side, as wide as each other.

mod read;

use chrono::NaiveDate;
use contract::season::SeasonView;
use domain::season::plan::Goal;
use domain::week::Week;
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::Color;

use crate::axis::{self, Days};
use crate::canvas::{Canvas, Hang, Ink};
use crate::scale::{Linear, nice};
use crate::{ChartFault, Theme, document, number};

pub use read::{SeasonPlot, hit, table, title};

/// Room left of the weeks, pixels; a page that draws something above them leaves the same.
pub const LEFT: f64 = 40.0;
/// Room right of the weeks, pixels.
pub const RIGHT: f64 = 84.0;
const TOP: f64 = 10.0;
const BOTTOM: f64 = 22.0;
const GAP: f64 = 16.0;
/// How far beyond the fitness that is drawn the scale goes: the band may leave the picture above, the lines never do.
const ABOVE: f64 = 1.15;
const BELOW: f64 = 0.75;

/// Where everything lies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Layout {
    pub(crate) days: Days,
    pub(crate) fitness: Linear,
    pub(crate) load: Linear,
    pub(crate) right: f64,
    pub(crate) span: (f64, f64),
    panels: [(f64, f64); 2],
    ticks: [Vec<f64>; 2],
}

impl Layout {
    /// `None` when there is nothing to draw.
    pub(crate) fn of(view: &SeasonView, (w, h): (f64, f64)) -> Option<Layout> {
        let weeks = &view.weeks;
        let any =
            |week: &contract::season::SeasonLine| week.target.or(week.done).or(week.drafted).or(week.fitness).is_some();
        if !weeks.iter().any(any) {
            return None;
        }
        let right = (w - RIGHT).max(LEFT + 1.0);
        let dates = weeks.iter().flat_map(|line| [line.week.monday(), line.week.sunday()]);
        let days = Days::of(dates, (LEFT, right))?;
        let room = (h - TOP - BOTTOM - GAP).max(2.0);
        let panels = [(TOP, TOP + room * 0.58), (TOP + room * 0.58 + GAP, TOP + room + GAP)];
        let goal = goal(view);
        let asked = goal.and_then(|goal| if let Goal::Fitness { ctl, .. } = goal { Some(ctl) } else { None });
        let shown = weeks.iter().filter_map(|line| line.fitness).chain(asked);
        let (low, high) = shown.fold((f64::INFINITY, 0.0), |(low, high): (f64, f64), v| (low.min(v), high.max(v)));
        let ticks_for = |(top, bottom): (f64, f64)| ((bottom - top) / 32.0).clamp(1.0, 5.0) as u32;
        let around = if low.is_finite() { vec![low * BELOW, high * ABOVE] } else { Vec::new() };
        let (f0, f1, ft) = nice(around, false, ticks_for(panels[0]));
        let loads = weeks.iter().flat_map(|line| [line.target, line.drafted, line.done]).flatten();
        let peak = goal.and_then(|goal| if let Goal::PeakLoad { points } = goal { Some(points) } else { None });
        let (l0, l1, lt) = nice(loads.chain(peak), true, ticks_for(panels[1]).min(3));
        let down = |domain, (top, bottom): (f64, f64)| Linear::new(domain, (bottom, top));
        Some(Layout {
            days,
            fitness: down((f0, f1), panels[0]),
            load: down((l0, l1), panels[1]),
            right,
            span: (TOP, panels[1].1),
            panels,
            ticks: [ft, lt],
        })
    }

    /// Where a week begins and ends.
    fn week(&self, week: Week) -> (f64, f64) {
        (self.days.edge(week.monday()), self.days.edge(week.sunday()) + self.days.slot())
    }

    /// Where the last day of a week ends: fitness is that of its evening.
    pub(crate) fn end(&self, week: Week) -> f64 {
        self.week(week).1
    }
}

/// What the season that holds leads to, if anything.
fn goal(view: &SeasonView) -> Option<Goal> {
    view.reach.and(view.seasons.last()).map(|season| season.goal)
}

/// The chart as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(
    view: &SeasonView,
    today: NaiveDate,
    size: (u32, u32),
    theme: &Theme,
    words: &Words,
) -> Result<String, ChartFault> {
    document::svg("season", size, &title(view, words), theme, |canvas| draw(canvas, view, today, theme, words))
}

/// Draws the chart on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &SeasonView,
    today: NaiveDate,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    let Some(layout) = Layout::of(view, (w, h)) else {
        return canvas.text(
            &words.say("chart-season-empty"),
            (w / 2.0, h / 2.0),
            Hang::Middle,
            Ink::plain(theme.quiet),
        );
    };
    band(canvas, view, &layout, theme)?;
    layout.days.draw(canvas, layout.span, theme)?;
    for (scale, ticks) in [layout.fitness, layout.load].into_iter().zip(&layout.ticks) {
        axis::values(canvas, scale, ticks, (LEFT, layout.right), theme)?;
    }
    loads(canvas, view, &layout, theme)?;
    fitness(canvas, view, &layout, theme)?;
    marks(canvas, view, today, &layout, theme, words)?;
    labels(canvas, view, &layout, theme, words)
}

fn band<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &SeasonView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let ahead: Vec<_> = view.weeks.iter().filter_map(|line| Some((line.week, line.band?))).collect();
    let Some((first, _)) = ahead.first() else { return Ok(()) };
    // It opens at what was measured last.
    let start = view.weeks.iter().rev().find(|line| line.measured).and_then(|line| line.fitness);
    let start = start.map(|ctl| (layout.week(*first).0, layout.fitness.px(ctl)));
    let edge = |keep: fn((f64, f64)) -> f64| {
        ahead.iter().map(move |(week, band)| (layout.end(*week), layout.fitness.px(keep(*band))))
    };
    let (lows, highs): (Vec<_>, Vec<_>) = (edge(|b| b.0).collect(), edge(|b| b.1).collect());
    let shape: Vec<(f64, f64)> = start.into_iter().chain(highs).chain(lows.into_iter().rev()).collect();
    canvas.area(&shape, theme.accent.mix(0.12))
}

fn fitness<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &SeasonView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    for pair in view.weeks.windows(2) {
        let (Some(from), Some(to)) = (pair[0].fitness, pair[1].fitness) else { continue };
        let from = (layout.end(pair[0].week), layout.fitness.px(from));
        let to = (layout.end(pair[1].week), layout.fitness.px(to));
        if pair[1].measured {
            canvas.line(&[from, to], 2.25, theme.accent)?;
        } else {
            canvas.dashes(from, to, 3.5, theme.accent)?;
        }
    }
    Ok(())
}

fn loads<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &SeasonView,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let zero = layout.load.px(0.0);
    for line in &view.weeks {
        let (from, to) = layout.week(line.week);
        let inset = ((to - from) * 0.16).min(6.0);
        let (from, to) = (from + inset, to - inset);
        if let Some(done) = line.done.filter(|done| *done > 0.0) {
            canvas.rect((from + 1.5, layout.load.px(done)), (to - 1.5, zero), theme.bar)?;
        }
        if let Some(target) = line.target.filter(|target| *target > 0.0) {
            canvas.hollow((from, layout.load.px(target)), (to, zero), theme.ink)?;
        }
        if let Some(drafted) = line.drafted {
            let y = layout.load.px(drafted);
            canvas.line(&[(from - 2.0, y), (to + 2.0, y)], 2.0, theme.accent)?;
        }
        if let Some(limit) = line.limit {
            let y = layout.load.px(limit);
            canvas.dashes((from - 3.0, y), (to + 3.0, y), 2.0, theme.warm)?;
        }
    }
    Ok(())
}

fn marks<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &SeasonView,
    today: NaiveDate,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    for race in view.races.iter().filter(|race| layout.days.holds(race.date)) {
        let x = layout.days.px(race.date);
        canvas.dashes((x, layout.span.0), (x, layout.span.1), 3.0, theme.quiet)?;
    }
    if layout.days.holds(today) {
        let x = layout.days.px(today);
        canvas.line(&[(x, layout.span.0), (x, layout.span.1)], 1.25, theme.warm)?;
        canvas.text(&words.say("chart-today"), (x + 4.0, layout.span.0 + 5.0), Hang::Left, Ink::plain(theme.warm))?;
    }
    match goal(view) {
        Some(Goal::Fitness { ctl, on }) if layout.days.holds(on) => {
            canvas.ring((layout.days.px(on), layout.fitness.px(ctl)), 5.0, theme.ink)
        }
        Some(Goal::PeakLoad { points }) => {
            let y = layout.load.px(points);
            canvas.dashes((LEFT, y), (layout.right, y), 5.0, theme.ink)
        }
        _ => Ok(()),
    }
}

fn labels<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &SeasonView,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let x = layout.right + 8.0;
    if let Some(last) = view.weeks.iter().rev().find_map(|line| line.fitness) {
        let (top, bottom) = layout.panels[0];
        let y = layout.fitness.px(last).clamp(top + 12.0, bottom - 12.0);
        canvas.text(&number::whole(last), (x, y - 6.0), Hang::Left, Ink::bold(theme.accent))?;
        canvas.text(&words.say("chart-fitness"), (x, y + 6.5), Hang::Left, Ink::plain(theme.accent))?;
    }
    let middle = f64::midpoint(layout.panels[1].0, layout.panels[1].1);
    canvas.text(&words.say("chart-load"), (x, middle - 6.0), Hang::Left, Ink::plain(theme.quiet))?;
    canvas.text(&words.say("chart-season-a-week"), (x, middle + 6.5), Hang::Left, Ink::plain(theme.quiet))
}

#[cfg(test)]
mod tests;
