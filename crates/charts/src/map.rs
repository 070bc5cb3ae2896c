//! Where an activity went: its track on a plain sheet, north up, with a scale, kilometres or miles, where it began and ended,
//! and which way it went. Nothing is fetched: there is no ground under it.

mod draw;
mod sheet;
#[cfg(test)]
mod tests;

use contract::track::{TrackBy, TrackValues, TrackView};
use domain::locale::{self, Quantity, Tempo};
use domain::sport::Sport;
use domain::unit::{Meters, MetersPerSecond};
use domain::words::Words;

use crate::table::Table;
use crate::view::View;
use crate::{ChartFault, Theme, document, number};

pub use draw::key;
pub use sheet::Sheet;

/// What a map shows besides the track.
#[derive(Debug, Clone, Default)]
pub struct Look {
    /// What the track is coloured by; plain if nothing, or if that is not known.
    pub by: Option<TrackBy>,
    /// Spans that are marked, seconds since the start.
    pub chosen: Vec<View>,
}

/// The map as an SVG document of `size` pixels.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(
    track: &TrackView,
    sheet: Sheet,
    look: &Look,
    size: (u32, u32),
    theme: &Theme,
    words: &Words,
) -> Result<String, ChartFault> {
    document::svg("map", size, &summary(track, words), theme, |canvas| {
        draw::draw(canvas, track, sheet, look, theme, words)
    })
}

/// The map in words: how far from west to east and from south to north, and in how many pieces.
#[must_use]
pub fn summary(track: &TrackView, words: &Words) -> String {
    let Some((low, high)) = bounds(track) else { return words.say("activity-map-empty") };
    let length = |meters: f64| locale::here().distance(Meters(meters));
    words.say_with(
        "activity-map-title",
        &[
            ("wide", length(high.0 - low.0).into()),
            ("tall", length(high.1 - low.1).into()),
            ("pieces", (track.breaks.len() + 1).into()),
            ("marks", track.marks.len().into()),
        ],
    )
}

/// One row a kilometre or mile: when it was reached, and what was read there.
#[must_use]
pub fn table(track: &TrackView, words: &Words) -> Table {
    let unit = locale::here().unit(Quantity::Distance);
    let named = |by: TrackBy| words.say(&format!("activity-map-by-{}", by.code()));
    let head = [unit.to_owned(), words.say("chart-time")].into_iter();
    let rows = track.marks.iter().map(|mark| {
        let near = nearest_in_time(track, mark.at_s);
        let read = track.values.iter().map(|values| {
            let value = near.and_then(|i| values.values.get(i).copied().flatten());
            value.map_or_else(|| words.say("chart-unknown"), |value| written(values.by, track.sport, value))
        });
        [mark.number.to_string(), number::clock(mark.at_s)].into_iter().chain(read).collect()
    });
    Table { head: head.chain(track.values.iter().map(|values| named(values.by))).collect(), rows: rows.collect() }
}

/// A value as the map writes it, with its unit.
#[must_use]
pub fn written(by: TrackBy, sport: Sport, value: f64) -> String {
    let locale = locale::here();
    match by {
        TrackBy::HeartRate => format!("{} bpm", locale.number(value, 0)),
        TrackBy::Speed if locale.tempo(sport) == Tempo::Pace && value > 0.3 => {
            format!("{} {}", number::clock(locale.pace(MetersPerSecond(value))), locale.pace_unit())
        }
        TrackBy::Speed => locale.quantity(Quantity::Speed, value, 1),
        TrackBy::Slope => format!("{} %", locale.number(value * 100.0, 0)),
    }
}

/// Classes of values from the lowest, each as it is written: `below 120 bpm`, `120 bpm – 140 bpm`, `from 160 bpm`.
#[must_use]
pub fn classes(values: &TrackValues, sport: Sport, words: &Words) -> Vec<String> {
    let edge = |i: usize| values.edges.get(i).map(|edge| written(values.by, sport, *edge));
    (0..=values.edges.len())
        .filter_map(|i| match (i.checked_sub(1).and_then(edge), edge(i)) {
            (None, Some(to)) => Some(words.say_with("activity-map-below", &[("edge", to.into())])),
            (Some(from), Some(to)) => Some(format!("{from} \u{2013} {to}")),
            (Some(from), None) => Some(words.say_with("activity-map-from", &[("edge", from.into())])),
            (None, None) => None,
        })
        .collect()
}

/// Which class a value belongs to.
fn class(values: &TrackValues, i: usize) -> Option<usize> {
    let value = values.values.get(i).copied().flatten()?;
    Some(values.edges.iter().filter(|edge| **edge <= value).count())
}

/// South-west and north-east corner of what was covered, metres east and north.
fn bounds(track: &TrackView) -> Option<((f64, f64), (f64, f64))> {
    let known = track.points.iter().filter(|point| point.1.is_finite() && point.2.is_finite());
    known.fold(None, |bounds, (_, east, north)| {
        let (low, high) = bounds.unwrap_or(((*east, *north), (*east, *north)));
        Some(((low.0.min(*east), low.1.min(*north)), (high.0.max(*east), high.1.max(*north))))
    })
}

/// Where the athlete was at a moment, metres east and north, on the straight line between two points; `None` in a gap.
#[must_use]
pub fn place_at(track: &TrackView, seconds: f64) -> Option<(f64, f64)> {
    let after = track.points.partition_point(|point| point.0 < seconds);
    let to = track.points.get(after)?;
    match after.checked_sub(1).and_then(|before| track.points.get(before)) {
        Some(from) if !track.breaks.contains(&after) => {
            let share = (seconds - from.0) / (to.0 - from.0);
            Some((from.1 + share * (to.1 - from.1), from.2 + share * (to.2 - from.2)))
        }
        // In a gap, or before the first: only at its very edges.
        from => {
            let near = |point: &&(f64, f64, f64)| (point.0 - seconds).abs() < 1.0;
            [Some(to), from].into_iter().flatten().find(near).map(|point| (point.1, point.2))
        }
    }
}

/// The moment the athlete was nearest to a pixel, if that is within `reach` pixels.
#[must_use]
pub fn nearest(track: &TrackView, sheet: Sheet, size: (u32, u32), pointer: (f64, f64), reach: f64) -> Option<f64> {
    let px: Vec<(f64, f64)> = track.points.iter().map(|point| sheet.px(size, (point.1, point.2))).collect();
    let mut best: Option<(f64, f64)> = None;
    for (i, pair) in px.windows(2).enumerate() {
        if track.breaks.contains(&(i + 1)) {
            continue;
        }
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let length = dx * dx + dy * dy;
        let share = ((pointer.0 - pair[0].0) * dx + (pointer.1 - pair[0].1) * dy) / length;
        let share = if length > 0.0 { share.clamp(0.0, 1.0) } else { 0.0 };
        let off = (pointer.0 - pair[0].0 - share * dx).hypot(pointer.1 - pair[0].1 - share * dy);
        if best.is_none_or(|(nearest, _)| off < nearest) {
            let (from, to) = (track.points[i].0, track.points[i + 1].0);
            best = Some((off, from + share * (to - from)));
        }
    }
    best.filter(|(off, _)| *off <= reach).map(|(_, at)| at)
}

/// The point nearest in time.
fn nearest_in_time(track: &TrackView, seconds: f64) -> Option<usize> {
    let after = track.points.partition_point(|point| point.0 < seconds);
    [after.checked_sub(1), Some(after)]
        .into_iter()
        .flatten()
        .filter(|i| *i < track.points.len())
        .min_by(|a, b| (track.points[*a].0 - seconds).abs().total_cmp(&(track.points[*b].0 - seconds).abs()))
}
