use contract::track::TrackMark;
use domain::id::ActivityId;
use domain::locale::{Locale, Units};
use domain::sport::Sport;
use uuid::Uuid;

use super::*;

const SIZE: (u32, u32) = (600, 400);

/// An oval of 400 m, run `rounds` times at 4 m/s, a point every second.
fn oval(rounds: u32) -> TrackView {
    let points: Vec<(f64, f64, f64)> = (0..=rounds * 100)
        .map(|s| (f64::from(s), (f64::from(s) * 3.6).to_radians()))
        .map(|(at, angle)| (at, 80.0 * angle.sin(), 45.0 * angle.cos()))
        .collect();
    let marks = (1..=rounds * 2 / 5)
        .map(|n| TrackMark {
            number: n,
            at_s: f64::from(n) * 250.0,
            place: (0.0, if n % 2 == 0 { 45.0 } else { -45.0 }),
        })
        .collect();
    let values = vec![TrackValues {
        by: TrackBy::HeartRate,
        edges: vec![120.0, 140.0],
        values: points.iter().map(|point| (point.0 >= 10.0).then_some(100.0 + point.0 / 10.0)).collect(),
    }];
    TrackView {
        id: ActivityId(Uuid::nil()),
        sport: Sport::Run,
        withheld: false,
        points,
        breaks: Vec::new(),
        values,
        marks,
    }
}

fn draw(track: &TrackView, by: Option<TrackBy>) -> String {
    let look = Look { by, chosen: Vec::new() };
    svg(track, Sheet::whole(track, SIZE), &look, SIZE, &Theme::light(), Words::english()).expect("a picture")
}

#[test]
fn a_tiny_track_fills_the_sheet_and_north_is_up() {
    let track = oval(1);
    let sheet = Sheet::whole(&track, SIZE);
    let (x, y) = sheet.px(SIZE, (0.0, 45.0));
    assert!((x - 300.0).abs() < 1.0 && y < 200.0, "{x} {y}");
    for point in &track.points {
        let (x, y) = sheet.px(SIZE, (point.1, point.2));
        assert!((20.0..580.0).contains(&x) && (20.0..380.0).contains(&y), "{x} {y}");
        let back = sheet.place(SIZE, (x, y));
        assert!((back.0 - point.1).abs() < 1e-6 && (back.1 - point.2).abs() < 1e-6);
    }
    let wide = sheet.px(SIZE, (80.0, 0.0)).0 - sheet.px(SIZE, (-80.0, 0.0)).0;
    assert!((160.0 / wide - sheet.scale).abs() < 1e-9, "one scale both ways");
    let mut still = oval(1);
    still.points.iter_mut().for_each(|point| (point.1, point.2) = (0.0, 0.0));
    assert!(Sheet::whole(&still, SIZE).scale > 0.1, "somebody who stood still is not blown up");
}

#[test]
fn the_scale_bar_is_round_and_as_long_as_it_says() {
    let bar = |scale| Sheet { middle: (0.0, 0.0), scale }.bar(110.0);
    assert_eq!(bar(0.5), (50.0, "50 m".to_owned()));
    assert_eq!(bar(2.0), (200.0, "200 m".to_owned()));
    assert_eq!(bar(30.0), (2000.0, "2 km".to_owned()));
    let imperial = Locale { units: Units::Imperial, ..Locale::USUAL };
    let (meters, text) = imperial.during(|| bar(2.0));
    assert!(text == "500 ft" && (meters - 152.4).abs() < 1e-9, "{meters} {text}");
    assert_eq!(imperial.during(|| bar(30.0)).1, "2 mi");
}

#[test]
fn zoom_keeps_the_place_under_the_pointer_and_the_sheet_stays_on_the_whole() {
    let track = oval(1);
    let whole = Sheet::whole(&track, SIZE);
    let pointer = (450.0, 120.0);
    let place = whole.place(SIZE, pointer);
    let near = whole.zoomed(SIZE, pointer, 2.0, whole);
    let at = near.px(SIZE, place);
    assert!((at.0 - pointer.0).abs() < 1e-6 && (at.1 - pointer.1).abs() < 1e-6);
    assert_eq!(near.scale, whole.scale / 2.0);
    assert_eq!(near.zoomed(SIZE, pointer, 0.1, whole), whole, "never farther than the whole");
    let far = near.panned(SIZE, (-1e6, 0.0), whole);
    assert!(far.px(SIZE, (whole.place(SIZE, (600.0, 0.0)).0, 0.0)).0 >= 600.0 - 1e-6);
    assert!(whole.zoomed(SIZE, pointer, 1e9, whole).scale > 0.0);
}

#[test]
fn the_crosshair_goes_both_ways_and_not_into_a_gap() {
    let mut track = oval(1);
    let sheet = Sheet::whole(&track, SIZE);
    let place = place_at(&track, 33.5).expect("a place");
    let at = nearest(&track, sheet, SIZE, sheet.px(SIZE, place), 5.0).expect("a moment");
    assert!((at - 33.5).abs() < 0.01, "{at}");
    assert_eq!(nearest(&track, sheet, SIZE, (300.0, 200.0), 20.0), None, "the middle of the oval is far from it");
    track.points.drain(20..60);
    track.breaks.push(20);
    assert_eq!(place_at(&track, 40.0), None);
    assert!(place_at(&track, 19.4).is_some() && place_at(&track, 500.0).is_none());
}

#[test]
fn a_gap_is_not_drawn_over_and_classes_are_told_by_colour_and_width() {
    let mut track = oval(1);
    let lines = |svg: &str| svg.matches("<polyline").count();
    let plain = draw(&track, None);
    track.breaks.push(50);
    assert_eq!(lines(&draw(&track, None)), lines(&plain) + 1);
    track.breaks.clear();
    track.values[0].edges = vec![103.0, 106.0];
    let coloured = draw(&track, Some(TrackBy::HeartRate));
    // Unknown, and three classes.
    assert_eq!(lines(&coloured), lines(&plain) + 3);
    assert_eq!(draw(&track, Some(TrackBy::Slope)), plain, "what is not known is plain");
    assert_eq!(classes(&track.values[0], track.sport, Words::english()).len(), 3);
}

#[test]
fn marks_stand_apart_and_round_steps_are_taken() {
    let at = |apart: f64| -> Vec<(u32, (f64, f64))> { (1..9).map(|n| (n, (f64::from(n) * apart, 0.0))).collect() };
    assert_eq!([40.0, 18.0, 7.5, 1.0].map(|apart| draw::step(&at(apart))), [1, 2, 5, 50]);
    // Twenty rounds pass the same two places: each is marked once.
    let texts = draw(&oval(20), None).matches("<text").count();
    assert!(texts <= 6, "{texts} texts");
}

#[test]
fn a_track_is_told_in_words_and_in_a_table() {
    let track = oval(5);
    let said = summary(&track, Words::english());
    assert!(said.contains("0.16 km") && said.contains("0.09 km"), "{said}");
    let table = table(&track, Words::english());
    assert_eq!(table.rows[1], ["2", "8:20", "150 bpm"]);
    let empty = TrackView { points: Vec::new(), marks: Vec::new(), values: Vec::new(), ..track };
    assert!(draw(&empty, None).contains(&Words::english().say("activity-map-empty")));
}
