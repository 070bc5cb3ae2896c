use chrono::Duration;
use contract::season::SeasonLine;
use domain::id::{AthleteId, RaceId, SeasonId};
use domain::season::path::Reach;
use domain::season::plan::{SeasonPlan, SeasonWeek};
use domain::season::{PhaseKind, Priority, Race};
use domain::sport::Sport;
use uuid::Uuid;

use super::*;

fn monday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day")
}

/// Twelve weeks, four of them over.
fn view() -> SeasonView {
    let week = |number: i64| Week::of(monday() + Duration::weeks(number));
    let line = SeasonWeek {
        phase: PhaseKind::Build,
        share: 1.0,
        quality: 2,
        long_share: 0.3,
        strength: 1,
        deload: false,
        test: false,
        content: String::new(),
    };
    let lines = (0..12).map(|number| {
        let ahead = (number - 3) as f64;
        SeasonLine {
            week: week(number),
            phase: Some(PhaseKind::Build),
            line: Some((number as u32 + 1, line.clone())),
            target: Some(300.0 + 10.0 * number as f64),
            limit: (number == 9).then_some(350.0),
            drafted: (number == 4).then_some(333.0),
            done: (number < 4).then_some(295.0),
            fitness: Some(45.0 + number as f64),
            measured: number < 4,
            band: (number >= 4).then_some((48.0 - 5.0 * ahead, 48.0 + 7.0 * ahead)),
            unavailable: 0,
        }
    });
    let athlete = AthleteId(Uuid::from_u128(1));
    let season = SeasonPlan {
        id: SeasonId(Uuid::from_u128(2)),
        athlete,
        name: "Spring".to_owned(),
        template: None,
        start: week(0),
        base: Some(300.0),
        goal: Goal::Fitness { ctl: 60.0, on: week(11).sunday() },
        weeks: vec![line.clone(); 12],
        supersedes: None,
        withdrawn: false,
        author: "Coach".to_owned(),
        at: chrono::DateTime::UNIX_EPOCH,
    };
    let race = Race {
        id: RaceId(Uuid::from_u128(3)),
        athlete,
        name: "Lake Run".to_owned(),
        date: week(11).sunday(),
        sport: Sport::Run,
        distance: None,
        priority: Priority::A,
    };
    SeasonView {
        seasons: vec![season],
        phases: Vec::new(),
        races: vec![race],
        weeks: lines.collect(),
        reach: Some(Reach { asked: 60.0, planned: 56.0, most: 80.0, within: true }),
        toward: None,
        usual: Some(300.0),
    }
}

fn picture(view: &SeasonView) -> String {
    svg(view, monday() + Duration::days(30), (720, 300), &Theme::light(), Words::english()).expect("a picture")
}

#[test]
fn the_season_says_what_it_draws() {
    let svg = picture(&view());
    for text in ["Fitness", "Today", "role=\"img\"", "<title>", "56"] {
        assert!(svg.contains(text), "{text} is missing");
    }
    assert!(!svg.contains("NaN"), "a number was lost");
}

#[test]
fn planned_is_hollow_done_is_filled_and_expected_is_dashed() {
    let mut view = view();
    let hollow = |view: &SeasonView| picture(view).matches("<polyline").count();
    let all = hollow(&view);
    view.weeks[0].target = None;
    assert_eq!(hollow(&view), all - 1, "one outline for a planned week");
    let bars = |view: &SeasonView| picture(view).matches("<rect").count();
    let filled = bars(&view);
    view.weeks[0].done = None;
    assert_eq!(bars(&view), filled - 1, "one bar for a week that was done");
    let lines = picture(&view).matches("stroke-width=\"9\"").count();
    assert_eq!(lines, 3, "only what was measured is drawn through");
}

#[test]
fn a_pointer_reads_the_week_it_stands_in() {
    let view = view();
    let layout = Layout::of(&view, (720.0, 300.0)).expect("a layout");
    let x = layout.days.px(monday() + Duration::days(4 * 7 + 2));
    let read = hit(&view, (720, 300), x, Words::english()).expect("a week");
    assert!(read.label.starts_with("30 Nov"), "{}", read.label);
    let values: Vec<&str> = read.values.iter().map(|(_, value)| value.as_str()).collect();
    assert!(values.contains(&"340") && values.contains(&"333") && values.contains(&"49"), "{values:?}");
    assert_eq!(table(&view, Words::english()).rows.len(), 12);
}

#[test]
fn a_season_without_anything_known_is_a_sentence() {
    let mut view = view();
    for line in &mut view.weeks {
        *line = SeasonLine { target: None, drafted: None, done: None, fitness: None, band: None, ..line.clone() };
    }
    assert!(picture(&view).contains(&Words::english().say("chart-season-empty")));
}

#[test]
fn the_season_picture_is_as_it_was() {
    insta::assert_snapshot!(picture(&view()));
}
