//! What happened and what is to come, on the axis of days: phases, races, changed settings, illness, injury, marks, notes.

use chrono::NaiveDate;
use contract::history::Happened;
use domain::words::Words;
use plotters::prelude::DrawingBackend;

use super::Drawn;
use super::layout::{Layout, RIGHT};
use crate::canvas::{Canvas, Hang, Ink, fit, width};
use crate::{ChartFault, Theme, view};

/// Signs nearer than this cannot be told apart, pixels.
const APART: f64 = 5.0;

pub(super) fn phases<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    for (i, phase) in drawn.trend.phases.iter().enumerate() {
        let from = layout.days.edge(phase.from);
        let to = layout.days.edge(phase.to.succ_opt().unwrap_or(phase.to));
        if to - from < 1.0 {
            continue;
        }
        if i % 2 == 0 {
            canvas.rect((from, layout.top), (to, layout.bottom), theme.band)?;
        }
        let label = fit(&words.say(&format!("phase-{}", phase.kind.code())), to - from - 8.0);
        canvas.text(&label, (from + 4.0, layout.top + 8.0), Hang::Left, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

/// A row of signs under the upper panel: a diamond where settings changed, a cross for illness, a triangle for injury, a
/// square for a mark, a short stroke for a note; stretches of days as a bar below their sign.
pub(super) fn events<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let y = layout.panels[0].1;
    let row = y + 7.0;
    let mut free = [f64::NEG_INFINITY; 4];
    for event in drawn.events {
        let shown = view::day(event.from) <= drawn.shown.to && drawn.shown.from <= view::day(event.to) + 1.0;
        let (x, end) = (layout.days.px(event.from), layout.days.edge(event.to.succ_opt().unwrap_or(event.to)));
        let kind = match event.what {
            Happened::Ill => 0,
            Happened::Injured => 1,
            Happened::Marked { .. } => 2,
            Happened::Noted { .. } => 3,
        };
        if !shown || x < free[kind] {
            continue;
        }
        free[kind] = x + APART;
        let x = x.clamp(super::layout::LEFT, layout.right);
        if event.from < event.to {
            canvas.rect((layout.days.edge(event.from), row + 4.0), (end, row + 5.5), theme.quiet)?;
        }
        match event.what {
            Happened::Ill => {
                canvas.rect((x - 3.5, row - 1.25), (x + 3.5, row + 1.25), theme.warm)?;
                canvas.rect((x - 1.25, row - 3.5), (x + 1.25, row + 3.5), theme.warm)?;
            }
            Happened::Injured => {
                canvas.area(&[(x - 3.75, row + 3.0), (x, row - 3.5), (x + 3.75, row + 3.0)], theme.warm)?;
            }
            Happened::Marked { .. } => canvas.hollow((x - 3.0, row - 3.0), (x + 3.0, row + 3.0), theme.quiet)?,
            Happened::Noted { .. } => canvas.line(&[(x, row - 3.5), (x, row + 3.5)], 1.5, theme.quiet)?,
        }
    }
    settings(canvas, drawn, layout, theme, words)
}

fn settings<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let y = layout.panels[0].1;
    let shown = drawn.trend.settings_changed.iter().copied().filter(|d| layout.days.holds(*d));
    let mut last: Option<NaiveDate> = None;
    for date in shown {
        let x = layout.days.px(date);
        canvas.area(&[(x, y - 4.0), (x + 4.0, y), (x, y + 4.0), (x - 4.0, y)], theme.ink)?;
        last = last.max(Some(date));
    }
    // The words need the row that events stand in.
    if let Some(date) = last.filter(|_| drawn.events.is_empty()) {
        let label = words.say("chart-settings-changed");
        let x = layout.days.px(date);
        let (x, hang) =
            if x + 8.0 + width(&label) < layout.right { (x + 7.0, Hang::Left) } else { (x - 7.0, Hang::Right) };
        canvas.text(&label, (x, y + 9.0), hang, Ink::plain(theme.quiet))?;
    }
    Ok(())
}

pub(super) fn races<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let mut free = f64::NEG_INFINITY;
    let mut races: Vec<_> = drawn.trend.races.iter().filter(|r| layout.days.holds(r.date)).collect();
    races.sort_by_key(|r| r.date);
    for race in races {
        let x = layout.days.px(race.date);
        canvas.dashes((x, layout.top), (x, layout.bottom), 3.0, theme.ink)?;
        canvas.area(&[(x, 5.0), (x + 8.0, 9.5), (x, 14.0)], theme.ink)?;
        canvas.line(&[(x, 5.0), (x, layout.top)], 1.0, theme.ink)?;
        let label = format!("{:?} {}", race.priority, race.name);
        let label = fit(&label, (layout.right + RIGHT - 8.0 - x - 12.0).min(160.0));
        if x >= free {
            canvas.text(&label, (x + 12.0, 9.5), Hang::Left, Ink::plain(theme.ink))?;
            free = x + 24.0 + width(&label);
        }
    }
    Ok(())
}

/// Today, where days lie ahead of it.
pub(super) fn today<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    drawn: &Drawn<'_>,
    layout: &Layout,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let ahead = !drawn.ahead.is_empty() || !drawn.expected.is_empty();
    let Some(today) = drawn.today.filter(|today| ahead && layout.days.holds(*today)) else { return Ok(()) };
    let x = layout.days.px(today);
    canvas.line(&[(x, layout.top), (x, layout.bottom)], 1.25, theme.warm)?;
    canvas.text(&words.say("chart-today"), (x + 4.0, layout.top + 20.0), Hang::Left, Ink::plain(theme.warm))
}
