//! The load chart as text: what lies under a pointer, its rows, and what is marked on it.

use chrono::NaiveDate;
use contract::history::{Happened, HistoryEvent, HistoryView};
use contract::measure::LoadTrendView;
use domain::trend::TrendPoint;
use domain::words::Words;

use super::layout::{Layout, sides};
use super::{Drawn, history, whole};
use crate::hit::Hit;
use crate::number::{signed, whole as number};
use crate::plot::{Across, Mark, Plot};
use crate::table::{Table, head};
use crate::view::{self, View};
use crate::{ChartFault, Theme, summary};

/// The day of a trend nearest to the pixel `x`, drawn whole at `size`.
#[must_use]
pub fn hit(view: &LoadTrendView, size: (u32, u32), x: f64, words: &Words) -> Option<Hit> {
    let drawn = Drawn::trend(view)?;
    let at = drawn.shown.at(sides(f64::from(size.0)), x);
    read(&drawn, size, at, words)
}

/// What is read at a place: a day that was done, or one ahead.
fn read(drawn: &Drawn<'_>, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
    let layout = Layout::of(drawn, (f64::from(size.0), f64::from(size.1)));
    let date = view::date(at.clamp(drawn.shown.from, (drawn.shown.to - 1e-6).max(drawn.shown.from)));
    let last = drawn.trend.points.last().map(|point| point.date);
    let planned = drawn.ahead.iter().find(|day| day.date == date);
    let (date, mut values, dots) = match planned {
        Some(day) => {
            let load = day.planned.map_or_else(|| words.say("chart-nothing-planned"), number);
            let values = vec![
                (words.say("chart-planned-load"), load),
                (words.say("chart-expected-fitness"), number(day.ctl)),
                (words.say("chart-expected-fatigue"), number(day.atl)),
                (words.say("chart-expected-form"), signed(day.form_morning)),
            ];
            (date, values, vec![layout.lines.px(day.ctl), layout.lines.px(day.atl), layout.form.px(day.form_morning)])
        }
        // Beyond the plan only the season says something, a week at a time.
        None if last.is_none_or(|last| last < date) => {
            let week = drawn.expected.iter().find(|week| date <= week.date);
            match week {
                Some(week) => {
                    let range = [("low", number(week.band.0).into()), ("high", number(week.band.1).into())];
                    let values = vec![
                        (words.say("chart-season-expected"), number(week.ctl)),
                        (words.say("chart-season-possible"), words.say_with("chart-range", &range)),
                    ];
                    (week.date, values, vec![layout.lines.px(week.ctl)])
                }
                None => done(drawn, &layout, nearest(drawn, date)?, words),
            }
        }
        None => done(drawn, &layout, nearest(drawn, date)?, words),
    };
    values.extend(happened(drawn, date, words));
    Some(Hit {
        at: view::day(date) + 0.5,
        x: layout.days.px(date),
        span: (layout.top, layout.bottom),
        label: domain::locale::here().full_day(date),
        values,
        dots,
    })
}

fn nearest<'a>(drawn: &Drawn<'a>, date: NaiveDate) -> Option<&'a TrendPoint> {
    let points = &drawn.trend.points;
    let after = points.partition_point(|point| point.date < date);
    let around = &points[after.saturating_sub(1)..points.len().min(after + 1)];
    around.iter().min_by_key(|point| (point.date - date).num_days().abs())
}

type Read = (NaiveDate, Vec<(String, String)>, Vec<f64>);

fn done(drawn: &Drawn<'_>, layout: &Layout, point: &TrendPoint, words: &Words) -> Read {
    let load = point.load.map_or_else(|| words.say("chart-unknown"), number);
    let mut values = vec![
        (words.say("chart-load"), load),
        (words.say("chart-fitness"), number(point.ctl)),
        (words.say("chart-fatigue"), number(point.atl)),
        (words.say("chart-form"), signed(point.form_morning)),
    ];
    if drawn.trend.settings_changed.contains(&point.date) {
        values.push((words.say("chart-settings"), words.say("chart-changed")));
    }
    let dots = vec![layout.lines.px(point.ctl), layout.lines.px(point.atl), layout.form.px(point.form_morning)];
    (point.date, values, dots)
}

/// Races, the phase and what happened on a day.
fn happened(drawn: &Drawn<'_>, date: NaiveDate, words: &Words) -> Vec<(String, String)> {
    let races = drawn.trend.races.iter().filter(|race| race.date == date);
    let races = races.map(|race| (words.say("chart-race"), race.name.clone()));
    let phases = drawn.trend.phases.iter().filter(|phase| phase.contains(date));
    let phases = phases.map(|p| (words.say("chart-phase"), words.say(&format!("phase-{}", p.kind.code()))));
    let events = drawn.events.iter().filter(|event| (event.from..=event.to).contains(&date));
    races.chain(phases).chain(events.map(|event| said(event, words))).collect()
}

/// An event as a name and what is said of it.
fn said(event: &HistoryEvent, words: &Words) -> (String, String) {
    let marks = || words.say("chart-marks");
    match &event.what {
        Happened::Ill => (marks(), words.say("chart-ill-plain")),
        Happened::Injured => (marks(), words.say("chart-injured")),
        Happened::Marked { kind } => (marks(), words.say(&format!("mark-{}", kind.code()))),
        Happened::Noted { text } => (words.say("chart-note"), text.clone()),
    }
}

/// One row a day, newest first.
#[must_use]
pub fn table(view: &LoadTrendView, words: &Words) -> Table {
    let row = |p: &TrendPoint| {
        let load = p.load.map_or_else(|| words.say("chart-unknown"), number);
        vec![p.date.to_string(), load, number(p.ctl), number(p.atl), signed(p.form_morning)]
    };
    Table {
        head: head(&["chart-day", "chart-load", "chart-fitness", "chart-fatigue", "chart-form"], words),
        rows: view.points.iter().rev().map(row).collect(),
    }
}

impl Plot for HistoryView {
    fn name(&self) -> &'static str {
        "load"
    }

    fn across(&self) -> Option<Across> {
        Some(Across { whole: whole(self)?, least: 7.0 })
    }

    fn sides(&self, size: (u32, u32)) -> (f64, f64) {
        sides(f64::from(size.0))
    }

    fn svg(&self, shown: View, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
        history(self, shown, size, theme, words)
    }

    fn hit(&self, shown: View, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
        whole(self)?;
        read(&Drawn::history(self, shown), size, at, words)
    }

    /// One row a day, newest first; what is planned and not done has a column of its own.
    fn table(&self, words: &Words) -> Table {
        let keys = [
            "chart-day",
            "chart-load",
            "chart-planned-load",
            "chart-fitness",
            "chart-fatigue",
            "chart-form",
            "chart-marks",
        ];
        let drawn = Drawn::history(self, whole(self).unwrap_or(View::new(0.0, 0.0)));
        let dash = || "\u{2013}".to_owned();
        let told = |date: NaiveDate| {
            let all = happened(&drawn, date, words).into_iter().map(|(_, what)| what);
            all.collect::<Vec<_>>().join(", ")
        };
        let ahead = self.ahead.iter().rev().map(|day| {
            let planned = day.planned.map_or_else(dash, number);
            let (ctl, atl, form) = (number(day.ctl), number(day.atl), signed(day.form_morning));
            vec![day.date.to_string(), dash(), planned, ctl, atl, form, told(day.date)]
        });
        let done = self.trend.points.iter().rev().map(|p| {
            let load = p.load.map_or_else(|| words.say("chart-unknown"), number);
            vec![p.date.to_string(), load, dash(), number(p.ctl), number(p.atl), signed(p.form_morning), told(p.date)]
        });
        Table { head: head(&keys, words), rows: ahead.chain(done).collect() }
    }

    fn summary(&self, shown: View, words: &Words) -> String {
        summary::load_points(Drawn::history(self, shown).points(), words)
    }

    fn marks(&self, words: &Words) -> Vec<Mark> {
        let mark = |date: NaiveDate, what: String| {
            let day = domain::locale::here().day_of_year(date);
            let label = words.say_with("chart-mark", &[("day", day.into()), ("what", what.into())]);
            Mark { at: view::day(date) + 0.5, label }
        };
        let races = self.trend.races.iter().map(|race| mark(race.date, race.name.clone()));
        let phases = self.trend.phases.iter().map(|phase| {
            let kind = words.say(&format!("phase-{}", phase.kind.code()));
            mark(phase.from, words.say_with("chart-phase-begins", &[("phase", kind.into())]))
        });
        let changed = |date: &NaiveDate| mark(*date, words.say("chart-settings-changed"));
        let events = self.events.iter().map(|event| mark(event.from, said(event, words).1));
        let mut marks: Vec<Mark> =
            races.chain(phases).chain(self.trend.settings_changed.iter().map(changed)).chain(events).collect();
        marks.sort_by(|a, b| a.at.total_cmp(&b.at));
        marks
    }
}
