//! One activity: a panel for each channel over one axis of time or of the way covered, with pauses shaded, laps as lines,
//! and the lowest, mean and highest value of what is shown beside each panel.

mod along;
mod draw;
mod layout;
mod read;
#[cfg(test)]
mod tests;

use contract::measure::Trace;
use domain::locale;
use domain::recording::{ChannelKind, Span};
use domain::words::Words;
use plotters::prelude::DrawingBackend;

use crate::canvas::Canvas;
use crate::plot::Across;
use crate::view::View;
use crate::{ChartFault, Theme, document, summary};

pub use along::Along;
pub(crate) use layout::Layout;
pub use layout::sides;

/// Channels that are drawn, top to bottom: everything but where it was and how far it got.
pub const SHOWN: [ChannelKind; 21] = [
    ChannelKind::HeartRate,
    ChannelKind::Power,
    ChannelKind::Speed,
    ChannelKind::Altitude,
    ChannelKind::Cadence,
    ChannelKind::Respiration,
    ChannelKind::CoreTemperature,
    ChannelKind::SkinTemperature,
    ChannelKind::Temperature,
    ChannelKind::Spo2,
    ChannelKind::MuscleOxygen,
    ChannelKind::LeftBalance,
    ChannelKind::GroundContact,
    ChannelKind::GroundContactBalance,
    ChannelKind::VerticalOscillation,
    ChannelKind::VerticalRatio,
    ChannelKind::StepLength,
    ChannelKind::LegStiffness,
    ChannelKind::FormPower,
    ChannelKind::AirPower,
    ChannelKind::RrInterval,
];

/// Least of an activity that is worth showing: seconds, metres.
const LEAST_S: f64 = 10.0;
const LEAST_M: f64 = 50.0;

/// What lies across.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum By {
    /// Seconds since the start.
    #[default]
    Time,
    /// Metres covered.
    Distance,
}

/// A part of an activity as it is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Drawn<'a> {
    /// All of it: it decides the scales, so that they stand still while a reader zooms and pans.
    pub whole: &'a Trace,
    /// Finer samples of a span, used where they hold all that is shown.
    pub fine: Option<&'a Trace>,
    /// What lies across.
    pub by: By,
    /// What is shown, in the unit of the axis.
    pub view: View,
    /// What is marked.
    pub marked: &'a [Span],
}

impl<'a> Drawn<'a> {
    /// All of an activity by time.
    #[must_use]
    pub fn whole(whole: &'a Trace) -> Drawn<'a> {
        Drawn { whole, fine: None, by: By::Time, view: View::new(0.0, latest(whole)), marked: &[] }
    }

    /// The samples to draw.
    pub(crate) fn lines(&self) -> &'a Trace {
        let shown = self.seconds();
        let holds = |fine: &&Trace| fine.span.0 <= shown.from + 1e-6 && shown.to - 1e-6 <= fine.span.1;
        self.fine.filter(holds).unwrap_or(self.whole)
    }

    /// What is shown, in seconds.
    #[must_use]
    pub fn seconds(&self) -> View {
        match self.by {
            By::Time => self.view,
            By::Distance => {
                let along = Along(&self.whole.along);
                View::new(along.seconds(self.view.from), along.seconds(self.view.to))
            }
        }
    }

    /// The chart as an SVG document of `size` pixels.
    ///
    /// # Errors
    /// [`ChartFault::Size`] for a size that cannot be drawn.
    pub fn svg(&self, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
        let title = summary::trace(self.lines(), words);
        document::svg("trace", size, &title, theme, |canvas| draw::draw(canvas, self, theme, words))
    }
}

/// The last moment of an activity, seconds since its start.
fn latest(view: &Trace) -> f64 {
    let points = view.lines.iter().flat_map(|line| line.points.iter().map(|point| point.0));
    let elapsed = if view.elapsed_s.is_finite() { view.elapsed_s } else { 0.0 };
    points.filter(|at| at.is_finite()).fold(elapsed, f64::max).max(1.0)
}

/// The axis of an activity; `None` by distance where none was recorded.
#[must_use]
pub fn across(whole: &Trace, by: By) -> Option<Across> {
    match by {
        By::Time => Some(Across { whole: View::new(0.0, latest(whole)), least: LEAST_S }),
        By::Distance => {
            let (first, last) = (whole.along.first()?, whole.along.last()?);
            (last.1 > first.1).then(|| Across { whole: View::new(first.1, last.1), least: LEAST_M })
        }
    }
}

/// A channel's value in the unit shown.
pub(crate) fn shown(kind: ChannelKind, value: f64) -> f64 {
    locale::of_channel(kind).map_or(value, |quantity| locale::here().shown(quantity, value))
}

/// A channel's value as text, in the unit shown.
#[must_use]
pub fn written(kind: ChannelKind, value: f64) -> String {
    let decimals = match kind {
        ChannelKind::Speed
        | ChannelKind::CoreTemperature
        | ChannelKind::SkinTemperature
        | ChannelKind::LeftBalance
        | ChannelKind::GroundContactBalance
        | ChannelKind::VerticalRatio
        | ChannelKind::LegStiffness => 1,
        _ => 0,
    };
    locale::here().number(shown(kind, value), decimals)
}

/// All of an activity by time as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(view: &Trace, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
    Drawn::whole(view).svg(size, theme, words)
}

/// How many channels of an activity are drawn, so that a page can give each panel room.
#[must_use]
pub fn panels(view: &Trace) -> usize {
    Layout::of(&Drawn::whole(view), (600.0, 400.0)).map_or(0, |layout| layout.panels.len())
}

/// Draws all of an activity by time on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    view: &Trace,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    draw::draw(canvas, &Drawn::whole(view), theme, words)
}
