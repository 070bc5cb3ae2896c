//! What lies under a pointer: plain arithmetic over the same layout the pictures use, tested without a browser.

use contract::measure::{LoadTrendView, ReadinessTrendView, Trace};
use domain::readiness::ReadinessDay;
use domain::reading::Reading;
use domain::recording::ChannelKind;
use domain::trend::TrendPoint;
use domain::words::Words;

use crate::number::{clock, pace, signed, whole};
use crate::{load, readiness, trace};

/// The nearest point to a pointer, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where the crosshair stands, pixels from the left.
    pub x: f64,
    /// Where it begins and ends, pixels from the top.
    pub span: (f64, f64),
    /// The day or the time.
    pub label: String,
    /// What was read there: name and value with unit.
    pub values: Vec<(String, String)>,
    /// Heights of the points read, pixels from the top.
    pub dots: Vec<f64>,
}

fn size_of((w, h): (u32, u32)) -> (f64, f64) {
    (f64::from(w), f64::from(h))
}

/// The day of the load trend nearest to `x`, drawn at `size`.
#[must_use]
pub fn load(view: &LoadTrendView, size: (u32, u32), x: f64, words: &Words) -> Option<Hit> {
    let layout = load::Layout::of(view, size_of(size))?;
    let date = layout.days.date(x);
    let point: &TrendPoint = view.points.iter().min_by_key(|p| (p.date - date).num_days().abs())?;
    let load = point.load.map_or_else(|| words.say("chart-unknown"), whole);
    let mut values = vec![
        (words.say("chart-load"), load),
        (words.say("chart-fitness"), whole(point.ctl)),
        (words.say("chart-fatigue"), whole(point.atl)),
        (words.say("chart-form"), signed(point.form_morning)),
    ];
    values
        .extend(view.races.iter().filter(|r| r.date == point.date).map(|r| (words.say("chart-race"), r.name.clone())));
    values.extend(
        view.phases
            .iter()
            .filter(|p| p.contains(point.date))
            .map(|p| (words.say("chart-phase"), words.say(&format!("phase-{}", p.kind.code())))),
    );
    if view.settings_changed.contains(&point.date) {
        values.push((words.say("chart-settings"), words.say("chart-changed")));
    }
    Some(Hit {
        x: layout.days.px(point.date),
        span: (layout.top, layout.bottom),
        label: point.date.format("%a %-d %b %Y").to_string(),
        values,
        dots: vec![layout.lines.px(point.ctl), layout.lines.px(point.atl), layout.form.px(point.form_morning)],
    })
}

/// The day of the readiness trend nearest to `x`.
#[must_use]
pub fn readiness(view: &ReadinessTrendView, size: (u32, u32), x: f64, words: &Words) -> Option<Hit> {
    let layout = readiness::Layout::of(view, size_of(size))?;
    let date = layout.days.date(x);
    let day: &ReadinessDay = view.days.iter().min_by_key(|d| (d.date - date).num_days().abs())?;
    let mut values = Vec::new();
    match &day.readiness {
        Reading::Missing { why } => {
            let why = format!("missing-{}", why.code());
            values.push((words.say("chart-readiness"), words.say(&why)));
        }
        Reading::Known { value, .. } | Reading::Stale { value, .. } => {
            let range =
                words.say_with("chart-range", &[("low", whole(value.low).into()), ("high", whole(value.high).into())]);
            values.push((words.say("chart-readiness"), format!("{} ({range})", whole(value.score))));
            values.push((words.say("chart-coverage"), format!("{} %", whole(value.coverage * 100.0))));
        }
    }
    if let Reading::Stale { days, .. } = day.readiness {
        values.push((words.say("chart-age"), words.say_with("chart-stale", &[("days", days.into())])));
    }
    if day.ill {
        values.push((words.say("chart-marks"), words.say("chart-ill-plain")));
    }
    if let Some(pain) = day.pain.filter(|p| *p > 0.0) {
        values.push((words.say("chart-pain-plain"), whole(pain)));
    }
    Some(Hit {
        x: layout.days.px(day.date),
        span: (layout.top, layout.bottom),
        label: day.date.format("%a %-d %b %Y").to_string(),
        values,
        dots: day.readiness.any().map(|r| layout.score.px(r.score)).into_iter().collect(),
    })
}

/// The moment of an activity at `x`: each channel's nearest point.
#[must_use]
pub fn trace(view: &Trace, size: (u32, u32), x: f64, words: &Words) -> Option<Hit> {
    let layout = trace::Layout::of(view, size_of(size))?;
    let at = layout.time.value(x);
    let mut values = Vec::new();
    let mut dots = Vec::new();
    for panel in &layout.panels {
        let kind = panel.line.kind;
        let points = &panel.line.points;
        // Points are in time order: look on both sides of the place where this moment would stand.
        let after = points.partition_point(|p| p.0 < at);
        let near = points[after.saturating_sub(1)..points.len().min(after + 1)]
            .iter()
            .min_by(|a, b| (a.0 - at).abs().total_cmp(&(b.0 - at).abs()));
        let value = near.and_then(|p| p.1).filter(|v| v.is_finite());
        let text = match value {
            None => words.say("chart-unknown"),
            Some(v) if kind == ChannelKind::Speed => match pace(v) {
                Some(pace) => words.say_with(
                    "chart-speed-and-pace",
                    &[("speed", trace::written(kind, v).into()), ("pace", pace.into())],
                ),
                None => trace::written(kind, v),
            },
            Some(v) => trace::written(kind, v),
        };
        values.push((words.say(&format!("chart-channel-{}", kind.code())), text));
        dots.extend(value.map(|v| panel.scale.px(trace::shown(kind, v))));
    }
    Some(Hit { x: layout.time.px(at), span: (layout.top, layout.bottom), label: clock(at), values, dots })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn the_pointer_reads_the_day_under_it() {
        let view = examples::load(30);
        let words = Words::english();
        let first = load(&view, (640, 320), 0.0, words).expect("a hit");
        let last = load(&view, (640, 320), 639.0, words).expect("a hit");
        assert_eq!(first.label, view.points[0].date.format("%a %-d %b %Y").to_string());
        assert_eq!(last.label, view.points[29].date.format("%a %-d %b %Y").to_string());
        assert!(first.x < last.x);
        assert!(last.values.contains(&(words.say("chart-fitness"), whole(view.points[29].ctl))));
        assert_eq!(
            load(&view, (640, 320), last.x, words).expect("a hit"),
            last,
            "the crosshair reads what it stands on"
        );
    }

    #[test]
    fn an_unknown_value_is_said_and_not_zero() {
        let words = Words::english();
        let mut view = examples::trace(60);
        for line in &mut view.lines {
            line.points.iter_mut().for_each(|p| p.1 = p.1.filter(|_| p.0 < 30.0));
        }
        let hit = trace(&view, (640, 320), 500.0, words).expect("a hit");
        assert!(hit.values.iter().all(|v| v.1 == words.say("chart-unknown")), "{hit:?}");
        assert!(hit.dots.is_empty());
    }

    #[test]
    fn a_missing_day_says_why() {
        let words = Words::english();
        let view = examples::readiness(10);
        let day = view.days.iter().position(|d| d.readiness.any().is_none()).expect("a missing day");
        let layout = readiness::Layout::of(&view, (640.0, 200.0)).expect("days");
        let hit = readiness(&view, (640, 200), layout.days.px(view.days[day].date), words).expect("a hit");
        assert!(hit.dots.is_empty());
        assert_eq!(hit.values.len(), 1);
    }
}
