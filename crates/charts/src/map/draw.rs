//! The picture.

use contract::track::{TrackValues, TrackView};
use domain::words::Words;
use plotters::prelude::DrawingBackend;
use plotters::style::{Color, RGBColor};

use super::{Look, Sheet, bounds, class};
use crate::canvas::{Canvas, Hang, Ink, width};
use crate::{ChartFault, Theme};

/// Pixels from one arrow to the next, and from one mark to the next.
const ARROWS: f64 = 110.0;
const MARKS: f64 = 34.0;
/// Longest bar of the scale, pixels.
const BAR: f64 = 110.0;
/// Start and finish nearer than this are one place, pixels.
const ONE_PLACE: f64 = 14.0;

type Px = (f64, f64);

pub(super) fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    track: &TrackView,
    sheet: Sheet,
    look: &Look,
    theme: &Theme,
    words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    if bounds(track).is_none() {
        let text = words.say("activity-map-empty");
        return canvas.text(&text, (w / 2.0, h / 2.0), Hang::Middle, Ink::plain(theme.quiet));
    }
    let size = (w as u32, h as u32);
    let px: Vec<Px> = track.points.iter().map(|point| sheet.px(size, (point.1, point.2))).collect();
    let seen = Seen { track, px: &px, size: (w, h) };
    chosen(canvas, &seen, look, theme)?;
    let values = look.by.and_then(|by| track.values.iter().find(|values| values.by == by));
    line(canvas, &seen, values, theme)?;
    arrows(canvas, &seen, theme)?;
    let ends = ends(canvas, &seen, theme, words)?;
    marks(canvas, track, sheet, size, &ends, theme)?;
    scale(canvas, sheet, h, theme)?;
    north(canvas, w, theme, words)
}

/// The track in pixels.
struct Seen<'a> {
    track: &'a TrackView,
    px: &'a [Px],
    size: Px,
}

impl Seen<'_> {
    /// Pieces of the line from a point to the next that can be seen, with the index of their first point.
    fn pieces(&self) -> impl Iterator<Item = (usize, Px, Px)> + '_ {
        let (w, h) = self.size;
        let beside = |a: f64, b: f64, most: f64| a.max(b) < -20.0 || a.min(b) > most + 20.0;
        self.px.windows(2).enumerate().map(|(i, pair)| (i, pair[0], pair[1])).filter(move |(i, a, b)| {
            !self.track.breaks.contains(&(i + 1)) && !beside(a.0, b.0, w) && !beside(a.1, b.1, h)
        })
    }

    /// Runs of touching pieces that are alike, each as one line.
    fn runs<T: PartialEq>(&self, kind: impl Fn(usize) -> Option<T>) -> Vec<(T, Vec<Px>)> {
        let mut runs: Vec<(T, Vec<Px>)> = Vec::new();
        let mut end = None;
        for (i, from, to) in self.pieces() {
            let Some(here) = kind(i) else { continue };
            match runs.last_mut() {
                Some((last, line)) if *last == here && end == Some(i) => line.push(to),
                _ => runs.push((here, vec![from, to])),
            }
            end = Some(i + 1);
        }
        runs
    }
}

/// What is marked lies under the line, broader than it.
fn chosen<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    seen: &Seen<'_>,
    look: &Look,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let inside = |i: usize| {
        let (from, to) = (seen.track.points[i].0, seen.track.points[i + 1].0);
        look.chosen.iter().any(|span| span.from < to && from < span.to).then_some(())
    };
    for ((), points) in seen.runs(inside) {
        canvas.line(&points, 9.0, theme.accent.mix(0.25))?;
    }
    Ok(())
}

/// The line: plain, or from cool and thin to warm and broad by class. Where the value is not known it is thin and grey.
fn line<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    seen: &Seen<'_>,
    values: Option<&TrackValues>,
    theme: &Theme,
) -> Result<(), ChartFault> {
    let Some(values) = values else {
        for ((), points) in seen.runs(|_| Some(())) {
            canvas.line(&points, 2.0, theme.accent)?;
        }
        return Ok(());
    };
    for (class, points) in seen.runs(|i| Some(class(values, i))) {
        match class {
            None => canvas.line(&points, 1.0, theme.faint)?,
            Some(class) => {
                let (color, broad) = stroke(class, values.edges.len(), theme);
                canvas.line(&points, broad, color)?;
            }
        }
    }
    Ok(())
}

/// Colour and width of a class, of `edges + 1` classes.
fn stroke(class: usize, edges: usize, theme: &Theme) -> (RGBColor, f64) {
    let share = class as f64 / edges.max(1) as f64;
    let mix = |a: u8, b: u8| (f64::from(a) + share * (f64::from(b) - f64::from(a))).round() as u8;
    let (cool, warm) = (theme.accent, theme.warm);
    (RGBColor(mix(cool.0, warm.0), mix(cool.1, warm.1), mix(cool.2, warm.2)), 1.25 + 3.25 * share)
}

/// Small arrows along the line: which way it went.
fn arrows<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, seen: &Seen<'_>, theme: &Theme) -> Result<(), ChartFault> {
    let mut since = ARROWS / 2.0;
    for (_, from, to) in seen.pieces() {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        since += length;
        if since < ARROWS || length < 1e-6 {
            continue;
        }
        since = 0.0;
        let (ux, uy) = (dx / length, dy / length);
        let side = |back: f64, aside: f64| (to.0 - ux * back - uy * aside, to.1 - uy * back + ux * aside);
        canvas.area(&[side(-4.5, 0.0), side(3.5, 4.0), side(3.5, -4.0)], theme.ink)?;
    }
    Ok(())
}

/// A ring where it began and a square where it ended, with their words; what they take is kept free.
fn ends<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    seen: &Seen<'_>,
    theme: &Theme,
    words: &Words,
) -> Result<Vec<Px>, ChartFault> {
    let (Some(first), Some(last)) = (seen.px.first().copied(), seen.px.last().copied()) else { return Ok(Vec::new()) };
    let one = (first.0 - last.0).hypot(first.1 - last.1) < ONE_PLACE;
    let label = |key: &str, at: Px| {
        let text = words.say(key);
        let (x, hang) =
            if at.0 + width(&text) + 14.0 > seen.size.0 { (at.0 - 9.0, Hang::Right) } else { (at.0 + 9.0, Hang::Left) };
        canvas.text(&text, (x, at.1 - 9.0), hang, Ink::bold(theme.ink))
    };
    let square = |(x, y): Px, by: f64, color: RGBColor| canvas.rect((x - by, y - by), (x + by, y + by), color);
    square(last, 5.0, theme.paper)?;
    square(last, 3.5, theme.ink)?;
    canvas.dot(first, 5.5, theme.paper)?;
    canvas.ring(first, 4.5, theme.ink)?;
    if one {
        label("activity-map-start-finish", first)?;
    } else {
        label("activity-map-start", first)?;
        label("activity-map-finish", last)?;
    }
    Ok(vec![first, last])
}

/// Every kilometre or mile there is room for.
fn marks<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    track: &TrackView,
    sheet: Sheet,
    size: (u32, u32),
    taken: &[Px],
    theme: &Theme,
) -> Result<(), ChartFault> {
    let places: Vec<(u32, Px)> = track.marks.iter().map(|mark| (mark.number, sheet.px(size, mark.place))).collect();
    let mut free: Vec<Px> = taken.to_vec();
    let every = step(&places);
    for (number, at) in places {
        let inside = (4.0..f64::from(size.0) - 4.0).contains(&at.0) && (4.0..f64::from(size.1) - 4.0).contains(&at.1);
        let near = |other: &Px| (other.0 - at.0).hypot(other.1 - at.1) < MARKS * 0.6;
        if !inside || !number.is_multiple_of(every) || free.iter().any(near) {
            continue;
        }
        free.push(at);
        let text = number.to_string();
        let half = width(&text) / 2.0 + 3.0;
        canvas.rect((at.0 - half, at.1 - 7.0), (at.0 + half, at.1 + 7.0), theme.paper)?;
        canvas.hollow((at.0 - half, at.1 - 7.0), (at.0 + half, at.1 + 7.0), theme.faint)?;
        canvas.text(&text, at, Hang::Middle, Ink::plain(theme.ink))?;
    }
    Ok(())
}

/// The round step at which neighbouring marks have room: 1, 2, 5, 10...
pub(super) fn step(places: &[(u32, Px)]) -> u32 {
    let mut legs: Vec<f64> =
        places.windows(2).map(|pair| (pair[1].1.0 - pair[0].1.0).hypot(pair[1].1.1 - pair[0].1.1)).collect();
    legs.sort_by(f64::total_cmp);
    let usual = legs.get(legs.len() / 2).copied().unwrap_or(MARKS);
    [1, 2, 5, 10, 20, 50, 100].into_iter().find(|step| f64::from(*step) * usual >= MARKS).unwrap_or(200)
}

fn scale<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, sheet: Sheet, h: f64, theme: &Theme) -> Result<(), ChartFault> {
    let (meters, text) = sheet.bar(BAR);
    let (x, y, long) = (12.0, h - 12.0, meters / sheet.scale);
    canvas.rect((x - 6.0, y - 20.0), (x + long.max(width(&text)) + 6.0, y + 6.0), theme.paper)?;
    canvas.line(&[(x, y - 5.0), (x, y), (x + long, y), (x + long, y - 5.0)], 1.5, theme.ink)?;
    canvas.text(&text, (x, y - 12.0), Hang::Left, Ink::plain(theme.quiet))
}

fn north<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, w: f64, theme: &Theme, words: &Words) -> Result<(), ChartFault> {
    let (x, y) = (w - 16.0, 16.0);
    canvas.area(&[(x, y - 9.0), (x - 4.0, y + 1.0), (x + 4.0, y + 1.0)], theme.quiet)?;
    canvas.text(&words.say("activity-map-north"), (x, y + 10.0), Hang::Middle, Ink::plain(theme.quiet))
}

/// What a class looks like in the key, as hexadecimal colour and width in pixels.
#[must_use]
pub fn key(class: usize, edges: usize, theme: &Theme) -> (String, f64) {
    let (RGBColor(r, g, b), broad) = stroke(class, edges, theme);
    (format!("#{r:02x}{g:02x}{b:02x}"), broad)
}
