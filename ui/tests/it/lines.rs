//! Charts of lines and bars: what is drawn, read and told.

use charts::Theme;
use charts::hit::Hit;
use charts::plot::Plot;
use chrono::NaiveDate;
use domain::words::Words;
use ui::parts::lines::{Across, Lines, Panel, Series, Stroke, Tall, day_number};
use ui::words::t;
use wasm_bindgen_test::wasm_bindgen_test;

fn chart(across: Across, tall: Tall, look: Stroke, points: Vec<(f64, Option<f64>)>) -> Lines {
    Lines {
        title: "Left & right".to_owned(),
        across,
        panels: vec![Panel {
            height: 120,
            tall,
            unit: "W".to_owned(),
            series: vec![Series { name: "here".to_owned(), look, points }],
        }],
        marks: vec![],
    }
}

fn drawn(lines: &Lines) -> String {
    Plot::svg(lines, lines.whole(), (600, lines.height()), &Theme::light(), Words::english()).expect("a picture")
}

/// What lies under a pixel of the whole picture.
fn read(lines: &Lines, x: f64) -> Option<Hit> {
    let size = (600, lines.height());
    let at = lines.whole().at(lines.sides(size), x);
    lines.hit(lines.whole(), size, at, Words::english())
}

const WHOLE: Tall = Tall::Number { decimals: 0, zero: true };

#[wasm_bindgen_test]
fn an_unknown_value_breaks_the_line_and_never_becomes_a_number() {
    let points = vec![
        (0.0, Some(1.0)),
        (1.0, Some(2.0)),
        (2.0, None),
        (3.0, Some(f64::NAN)),
        (4.0, Some(3.0)),
        (5.0, Some(4.0)),
    ];
    let lines = chart(Across::Seconds, WHOLE, Stroke::Strong, points);
    let svg = drawn(&lines);
    assert_eq!(svg.matches("<polyline").count(), 2, "{svg}");
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
    assert!(svg.contains("Left &amp; right") && !svg.contains("Left & right"), "words are escaped: {svg}");
    let unknown = lines.table().rows.into_iter().find(|row| row[0] == "0:02").expect("a row");
    assert_eq!(unknown[1], "\u{2013}");
}

#[wasm_bindgen_test]
fn a_pointer_reads_the_nearest_point_where_it_was_drawn() {
    let lines = chart(
        Across::Durations,
        WHOLE,
        Stroke::Strong,
        vec![(1.0, Some(900.0)), (60.0, Some(400.0)), (3600.0, Some(250.0))],
    );
    let middle = read(&lines, 300.0).expect("a reading");
    assert_eq!(middle.label, "1 min", "each decade is as wide as the next");
    assert_eq!(middle.values, [("here".to_owned(), "400 W".to_owned())]);
    let last = read(&lines, 10_000.0).expect("a reading");
    assert_eq!(last.label, "1 h");
    assert_eq!(read(&lines, last.x).map(|hit| hit.label), Some("1 h".to_owned()));
}

#[wasm_bindgen_test]
fn faster_stands_higher_and_paces_are_round() {
    let tall = Tall::Pace { meters: 1000 };
    let lines = chart(Across::Durations, tall, Stroke::Strong, vec![(60.0, Some(5.0)), (3600.0, Some(3.6))]);
    let (fast, slow) = (read(&lines, 0.0).expect("fast"), read(&lines, 600.0).expect("slow"));
    assert!(fast.dots[0] < slow.dots[0], "{fast:?} {slow:?}");
    assert_eq!(fast.values[0].1, "3:20 W");
    let svg = drawn(&lines);
    assert!(svg.contains(">4:00<"), "a round pace is a tick: {svg}");
}

#[wasm_bindgen_test]
fn bars_stand_on_zero_and_days_are_told_newest_first() {
    let day = |d| day_number(NaiveDate::from_ymd_opt(2026, 11, d).expect("a day"));
    let points = vec![(day(19), Some(50.0)), (day(20), Some(0.0)), (day(21), Some(80.0))];
    let lines = chart(Across::Days, WHOLE, Stroke::Bars, points);
    assert_eq!(drawn(&lines).matches("<rect class=\"line-bar\"").count(), 2, "a day of rest has no bar");
    let days: Vec<String> = lines.table().rows.into_iter().map(|row| row[0].clone()).collect();
    assert!(days[0].contains("21 Nov") && days[2].contains("19 Nov"), "{days:?}");
}

#[wasm_bindgen_test]
fn nothing_to_draw_is_a_sentence() {
    let lines = chart(Across::Seconds, WHOLE, Stroke::Strong, vec![(0.0, None)]);
    assert!(lines.is_empty());
    assert!(drawn(&lines).contains(&t("screen-chart-empty")));
    assert_eq!(read(&lines, 100.0), None);
}
