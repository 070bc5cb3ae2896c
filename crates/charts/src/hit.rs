//! What lies under a pointer: plain arithmetic over the same layout the pictures use, tested without a browser.

use contract::measure::ReadinessTrendView;
use domain::readiness::ReadinessDay;
use domain::reading::Reading;
use domain::words::Words;

use crate::number::whole;
use crate::readiness;
use crate::view::{self, View};

/// The nearest point to a pointer, ready to be shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// Where on the across axis, in its unit.
    pub at: f64,
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

/// The day of the readiness trend nearest to a place of the axis of days, of which `shown` is drawn.
#[must_use]
pub fn readiness(view: &ReadinessTrendView, shown: View, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
    let layout = readiness::Layout::of(shown, size_of(size));
    let date = view::date(at.clamp(shown.from, (shown.to - 1e-6).max(shown.from)));
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
        at: view::day(day.date) + 0.5,
        x: layout.days.px(day.date),
        span: (layout.top, layout.bottom),
        label: domain::locale::here().full_day(day.date),
        values,
        dots: day.readiness.any().map(|r| layout.score.px(r.score)).into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::load::hit as load;
    use crate::plot::Plot as _;

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
    fn a_missing_day_says_why() {
        let words = Words::english();
        let view = examples::readiness(10);
        let day = view.days.iter().position(|d| d.readiness.any().is_none()).expect("a missing day");
        let shown = view.across().expect("days").whole;
        let at = view::day(view.days[day].date) + 0.5;
        let hit = readiness(&view, shown, (640, 200), at, words).expect("a hit");
        assert!(hit.dots.is_empty());
        assert_eq!(hit.values.len(), 1);
    }
}
