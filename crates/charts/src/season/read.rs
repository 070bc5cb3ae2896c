//! A season read: what lies under a pointer, its numbers as a table, and a sentence for a screen reader.

use contract::season::{SeasonLine, SeasonView};
use domain::words::Words;

use super::Layout;
use crate::axis::day_month;
use crate::hit::Hit;
use crate::number::whole;
use crate::table::Table;

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
        x: layout.end(line.week),
        span: layout.span,
        label: format!("{} \u{2013} {}", day_month(line.week.monday()), day_month(line.week.sunday())),
        values,
        dots: line.fitness.map(|fitness| layout.fitness.px(fitness)).into_iter().collect(),
    })
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
            ("from", first.week.monday().format("%-d %b %Y").to_string().into()),
            ("to", last.week.sunday().format("%-d %b %Y").to_string().into()),
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
