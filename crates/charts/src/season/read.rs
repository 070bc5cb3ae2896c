//! A season read: what lies under a pointer, its numbers as a table, and a sentence for a screen reader.

use chrono::NaiveDate;
use contract::season::{SeasonLine, SeasonView};
use domain::words::Words;

use super::{LEFT, Layout, RIGHT};
use crate::axis::day_month;
use crate::hit::Hit;
use crate::number::whole;
use crate::plot::{Across, Plot};
use crate::table::Table;
use crate::view::{self, View};
use crate::{ChartFault, Theme, axis};

/// The week at `x`, drawn at `size`.
#[must_use]
pub fn hit(view: &SeasonView, size: (u32, u32), x: f64, words: &Words) -> Option<Hit> {
    let layout = Layout::of(view, (f64::from(size.0), f64::from(size.1)))?;
    let date = layout.days.date(x);
    let line = view.weeks.iter().find(|line| line.week.contains(date))?;
    let mut values = Vec::new();
    if let Some(phase) = line.phase {
        values.push((words.say("chart-phase"), words.say(&format!("phase-{}", phase.code()))));
    }
    let loads = [
        ("chart-season-planned", line.target),
        ("chart-season-limit", line.limit),
        ("chart-season-drafted", line.drafted),
        ("chart-season-done", line.done),
    ];
    values.extend(loads.into_iter().filter_map(|(key, load)| Some((words.say(key), whole(load?)))));
    if let Some(fitness) = line.fitness {
        let key = if line.measured { "chart-fitness" } else { "chart-season-expected" };
        values.push((words.say(key), whole(fitness)));
    }
    if let Some(band) = line.band {
        values.push((words.say("chart-season-possible"), range(band, words)));
    }
    values.extend(
        view.races
            .iter()
            .filter(|race| line.week.contains(race.date))
            .map(|race| (words.say("chart-race"), format!("{:?} {}", race.priority, race.name))),
    );
    Some(Hit {
        at: view::day(line.week.monday()) + 3.5,
        x: layout.end(line.week),
        span: layout.span,
        label: format!("{} \u{2013} {}", day_month(line.week.monday()), day_month(line.week.sunday())),
        values,
        dots: line.fitness.map(|fitness| layout.fitness.px(fitness)).into_iter().collect(),
    })
}

/// A season as of a day, to be shown. It is shown whole: what a page draws above its weeks stays above them.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonPlot {
    /// The season.
    pub view: SeasonView,
    /// Today.
    pub today: NaiveDate,
}

impl Plot for SeasonPlot {
    fn name(&self) -> &'static str {
        "season"
    }

    fn across(&self) -> Option<Across> {
        let days = self.view.weeks.iter().flat_map(|line| [line.week.monday(), line.week.sunday()]);
        let whole = axis::whole_of(days)?;
        Some(Across { whole, least: whole.span() })
    }

    fn sides(&self, size: (u32, u32)) -> (f64, f64) {
        (LEFT, (f64::from(size.0) - RIGHT).max(LEFT + 1.0))
    }

    fn svg(&self, _: View, size: (u32, u32), theme: &Theme, words: &Words) -> Result<String, ChartFault> {
        super::svg(&self.view, self.today, size, theme, words)
    }

    fn hit(&self, shown: View, size: (u32, u32), at: f64, words: &Words) -> Option<Hit> {
        hit(&self.view, size, shown.px(self.sides(size), at), words)
    }

    fn table(&self, words: &Words) -> Table {
        table(&self.view, words)
    }

    fn summary(&self, _: View, words: &Words) -> String {
        title(&self.view, words)
    }
}

/// One row a week.
#[must_use]
pub fn table(view: &SeasonView, words: &Words) -> Table {
    let keys = [
        "chart-season-week",
        "chart-phase",
        "chart-season-planned",
        "chart-season-drafted",
        "chart-season-done",
        "chart-fitness",
        "chart-season-possible",
    ];
    let or_dash = |value: Option<String>| value.unwrap_or_else(|| "\u{2013}".to_owned());
    let row = |line: &SeasonLine| {
        vec![
            line.week.monday().to_string(),
            or_dash(line.phase.map(|phase| words.say(&format!("phase-{}", phase.code())))),
            or_dash(line.target.map(whole)),
            or_dash(line.drafted.map(whole)),
            or_dash(line.done.map(whole)),
            or_dash(line.fitness.map(whole)),
            or_dash(line.band.map(|band| range(band, words))),
        ]
    };
    Table { head: keys.iter().map(|key| words.say(key)).collect(), rows: view.weeks.iter().map(row).collect() }
}

/// The season in words: its weeks, fitness at its beginning and end, and the highest week.
#[must_use]
pub fn title(view: &SeasonView, words: &Words) -> String {
    let fitness: Vec<f64> = view.weeks.iter().filter_map(|line| line.fitness).collect();
    let (Some(first), Some(last)) = (view.weeks.first(), view.weeks.last()) else {
        return words.say("chart-season-empty");
    };
    let (Some(before), Some(after)) = (fitness.first(), fitness.last()) else {
        return words.say("chart-season-empty");
    };
    let highest = view.weeks.iter().filter_map(|line| line.target).fold(0.0, f64::max);
    words.say_with(
        "chart-season-title",
        &[
            ("from", domain::locale::here().day_of_year(first.week.monday()).into()),
            ("to", domain::locale::here().day_of_year(last.week.sunday()).into()),
            ("before", whole(*before).into()),
            ("after", whole(*after).into()),
            ("highest", whole(highest).into()),
            ("races", view.races.len().into()),
        ],
    )
}

fn range((low, high): (f64, f64), words: &Words) -> String {
    words.say_with("chart-range", &[("low", whole(low).into()), ("high", whole(high).into())])
}
