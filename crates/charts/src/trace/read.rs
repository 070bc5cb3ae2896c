//! What lies under a pointer, and the marks a reader can go to.

use contract::measure::Trace;
use domain::locale::{self, Quantity};
use domain::recording::ChannelKind;
use domain::unit::MetersPerSecond;
use domain::words::Words;

use super::{Along, By, Drawn, Layout, shown, written};
use crate::hit::Hit;
use crate::number::clock;
use crate::plot::Mark;

/// Slower than this nobody tells a pace, metres per second.
const STANDING: f64 = 0.3;

impl Drawn<'_> {
    /// What was read at a place of the axis: each channel's nearest point.
    #[must_use]
    pub fn hit(&self, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
        let layout = Layout::of(self, (f64::from(size.0), f64::from(size.1)))?;
        let at = at.clamp(self.view.from, self.view.to);
        let seconds = layout.wide.seconds(at);
        let mut values = Vec::new();
        let mut dots = Vec::new();
        for panel in &layout.panels {
            let kind = panel.line.kind;
            let points = &panel.line.points;
            // Points are in time order: look on both sides of the place where this moment would stand.
            let after = points.partition_point(|point| point.0 < seconds);
            let near = points[after.saturating_sub(1)..points.len().min(after + 1)]
                .iter()
                .min_by(|a, b| (a.0 - seconds).abs().total_cmp(&(b.0 - seconds).abs()));
            let value = near.and_then(|point| point.1).filter(|value| value.is_finite());
            values.push((
                words.channel(kind),
                value.map_or_else(|| words.say("chart-unknown"), |v| read(kind, v, words)),
            ));
            dots.extend(value.map(|value| panel.scale.px(shown(kind, value))));
        }
        Some(Hit {
            at,
            x: layout.wide.px(at),
            span: (layout.top, layout.bottom),
            label: label(self.lines(), seconds),
            values,
            dots,
        })
    }

    /// Where laps end, in the unit of the axis.
    #[must_use]
    pub fn marks(&self, words: &Words) -> Vec<Mark> {
        let along = Along(&self.whole.along);
        let ends = self.whole.laps.iter().copied().filter(|end| end.is_finite()).enumerate();
        ends.map(|(i, end)| Mark {
            at: match self.by {
                By::Time => end,
                By::Distance => along.meters(end),
            },
            label: words.say_with("chart-lap-end", &[("lap", (i + 1).into()), ("at", label(self.whole, end).into())]),
        })
        .collect()
    }
}

/// The time, and the way covered where it is known.
fn label(trace: &Trace, seconds: f64) -> String {
    let time = clock(seconds);
    if trace.along.is_empty() {
        return time;
    }
    let far = locale::here().quantity(Quantity::Distance, Along(&trace.along).meters(seconds), 2);
    format!("{time} \u{b7} {far}")
}

fn read(kind: ChannelKind, value: f64, words: &Words) -> String {
    if kind != ChannelKind::Speed || value < STANDING {
        return written(kind, value);
    }
    let locale = locale::here();
    let pace = format!("{} {}", clock(locale.pace(MetersPerSecond(value))), locale.pace_unit());
    words.say_with("chart-speed-and-pace", &[("speed", written(kind, value).into()), ("pace", pace.into())])
}
