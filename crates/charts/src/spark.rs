//! A row of small bars: the load of the last days. An unknown day is hollow, a rest day a dot on the line.

use domain::words::{Value, Words};
use plotters::prelude::DrawingBackend;

use crate::canvas::Canvas;
use crate::scale::Linear;
use crate::{ChartFault, Theme, document, number};

/// The bars as an SVG document of `size` pixels; oldest first.
///
/// # Errors
/// [`ChartFault::Size`] for a size that cannot be drawn.
pub fn svg(values: &[Option<f64>], size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
    document::svg("spark", size, &title(values, words), theme, |canvas| draw(canvas, values, theme, words))
}

/// What the bars say, in words.
#[must_use]
pub fn title(values: &[Option<f64>], words: &Words) -> String {
    let known: Vec<f64> = values.iter().flatten().copied().filter(|v| v.is_finite()).collect();
    if known.is_empty() {
        return words.say("chart-spark-empty");
    }
    words.say_with(
        "chart-spark-title",
        &[
            ("days", values.len().into()),
            ("load", Value::Text(number::whole(known.iter().sum()))),
            ("unknown", (values.len() - known.len()).into()),
        ],
    )
}

/// Draws the bars on any canvas.
///
/// # Errors
/// [`ChartFault::Backend`] when the backend refuses.
pub fn draw<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    values: &[Option<f64>],
    theme: &Theme,
    _words: &Words,
) -> Result<(), ChartFault> {
    let (w, h) = canvas.size();
    if values.is_empty() {
        return Ok(());
    }
    let highest = values.iter().flatten().copied().filter(|v| v.is_finite()).fold(1.0, f64::max);
    let scale = Linear::new((0.0, highest), (h - 1.5, 1.0));
    let slot = w / values.len() as f64;
    let half = (slot * 0.36).max(0.4);
    let zero = h - 1.5;
    for (i, value) in values.iter().enumerate() {
        let x = (i as f64 + 0.5) * slot;
        match value.filter(|v| v.is_finite()) {
            Some(value) if value > 0.0 => {
                let color = if i + 1 == values.len() { theme.accent } else { theme.bar };
                canvas.rect((x - half, scale.px(value).min(zero - 1.5)), (x + half, zero), color)?;
            }
            Some(_) => canvas.rect((x - half, zero - 0.75), (x + half, zero), theme.faint)?,
            None => canvas.hollow((x - half, zero - (h * 0.3).min(6.0)), (x + half, zero - 0.5), theme.faint)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAYS: [Option<f64>; 6] = [Some(40.0), None, Some(0.0), Some(90.0), None, Some(62.0)];

    #[test]
    fn the_spark_is_as_it_was() {
        insta::assert_snapshot!(svg(&DAYS, (84, 20), &Theme::light(), Words::english()).expect("a picture"));
    }

    #[test]
    fn unknown_days_are_hollow_and_told() {
        let text = svg(&DAYS, (84, 20), &Theme::light(), Words::english()).expect("a picture");
        assert_eq!(text.matches("<polyline").count(), 2, "one outline for each unknown day");
        assert!(text.contains("2 unknown"));
    }

    #[test]
    fn no_days_draw_nothing_but_say_so() {
        let text = svg(&[], (84, 20), &Theme::light(), Words::english()).expect("a picture");
        assert!(text.contains(&Words::english().say("chart-spark-empty")));
    }
}
