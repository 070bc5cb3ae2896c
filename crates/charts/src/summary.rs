//! What a picture says, as a sentence: the title a screen reader speaks.

use chrono::NaiveDate;
use contract::measure::{LoadTrendView, ReadinessTrendView, Trace};
use domain::trend::TrendPoint;
use domain::words::{Value, Words};

use crate::number::{clock, signed, whole};

fn day(date: NaiveDate) -> Value {
    Value::Text(domain::locale::here().day_of_year(date))
}

/// The load trend in words: the span, fitness then and now, fatigue, form, and how many days are unknown.
#[must_use]
pub fn load(view: &LoadTrendView, words: &Words) -> String {
    load_points(&view.points, words)
}

/// The same of a part of a trend.
pub(crate) fn load_points(points: &[TrendPoint], words: &Words) -> String {
    let (Some(first), Some(last)) = (points.first(), points.last()) else {
        return words.say("chart-load-empty");
    };
    words.say_with(
        "chart-load-title",
        &[
            ("from", day(first.date)),
            ("to", day(last.date)),
            ("before", whole(first.ctl).into()),
            ("fitness", whole(last.ctl).into()),
            ("fatigue", whole(last.atl).into()),
            ("form", signed(last.form_morning).into()),
            ("unknown", points.iter().filter(|p| p.load.is_none()).count().into()),
        ],
    )
}

/// The readiness trend in words: the newest score with its range, and what is missing or marked.
#[must_use]
pub fn readiness(view: &ReadinessTrendView, words: &Words) -> String {
    let newest = view.days.iter().rev().find_map(|d| d.readiness.any().map(|r| (d.date, r)));
    let (Some(first), Some(last), Some((on, score))) = (view.days.first(), view.days.last(), newest) else {
        return words.say("chart-readiness-empty");
    };
    words.say_with(
        "chart-readiness-title",
        &[
            ("from", day(first.date)),
            ("to", day(last.date)),
            ("on", day(on)),
            ("score", whole(score.score).into()),
            ("low", whole(score.low).into()),
            ("high", whole(score.high).into()),
            ("missing", view.days.iter().filter(|d| d.readiness.any().is_none()).count().into()),
            ("ill", view.days.iter().filter(|d| d.ill).count().into()),
        ],
    )
}

/// An activity's trace in words: its length, and the mean and highest of each channel.
#[must_use]
pub fn trace(view: &Trace, words: &Words) -> String {
    let Some(layout) = crate::trace::Layout::of(&crate::trace::Drawn::whole(view), (600.0, 400.0)) else {
        return words.say("chart-trace-empty");
    };
    let channels: Vec<String> = layout
        .panels
        .iter()
        .map(|panel| {
            let kind = panel.line.kind;
            words.say_with(
                "chart-trace-channel",
                &[
                    ("channel", words.channel(kind).into()),
                    ("mean", crate::trace::written(kind, panel.line.range.1).into()),
                    ("high", crate::trace::written(kind, panel.line.range.2).into()),
                ],
            )
        })
        .collect();
    words.say_with(
        "chart-trace-title",
        &[
            ("elapsed", clock(view.elapsed_s).into()),
            ("laps", view.laps.len().into()),
            ("channels", channels.join("; ").into()),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn a_picture_speaks_its_numbers() {
        let words = Words::english();
        let load = load(&examples::load(30), words);
        assert!(load.contains("Fitness") && load.contains("unknown"), "{load}");
        let readiness = readiness(&examples::readiness(10), words);
        assert!(readiness.contains("of 100"), "{readiness}");
        let trace = trace(&examples::trace(60), words);
        assert!(trace.contains("Heart rate, bpm") && trace.contains("0:59"), "{trace}");
        for text in [load, readiness, trace] {
            assert!(!text.contains('{') && !text.contains("NaN"), "{text}");
        }
    }
}
