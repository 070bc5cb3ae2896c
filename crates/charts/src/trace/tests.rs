use super::*;
use crate::examples;
use crate::number::clock;

fn drawn(view: &Trace, by: By, from: f64, to: f64) -> Drawn<'_> {
    Drawn { view: View::new(from, to), by, ..Drawn::whole(view) }
}

#[test]
fn the_trace_picture_is_as_it_was() {
    let svg = svg(&examples::trace(24), (420, 260), &Theme::light(), Words::english()).expect("a picture");
    insta::assert_snapshot!(svg);
}

#[test]
fn each_channel_has_its_panel_with_unit_and_range() {
    let view = examples::trace(60);
    let svg = svg(&view, (640, 420), &Theme::light(), Words::english()).expect("a picture");
    assert_eq!(panels(&view), 3);
    for text in ["Heart rate, bpm", "Power, W", "Altitude, m", "max 175", "mean 151", "min 98"] {
        assert!(svg.contains(text), "{text} is missing");
    }
}

#[test]
fn every_channel_is_drawn_under_its_name_but_place_and_distance() {
    let hidden = [ChannelKind::Latitude, ChannelKind::Longitude, ChannelKind::Distance];
    for kind in ChannelKind::ALL.iter().copied().filter(|kind| !hidden.contains(kind)) {
        assert!(SHOWN.contains(&kind), "{kind:?} is never drawn");
        let mut view = examples::trace(60);
        view.lines.truncate(1);
        view.lines[0].kind = kind;
        let svg = svg(&view, (640, 200), &Theme::light(), Words::english()).expect("a picture");
        assert!(!svg.contains("chart-channel-"), "{kind:?} has no words");
    }
}

#[test]
fn a_gap_breaks_the_line() {
    let mut view = examples::trace(60);
    view.lines.truncate(1);
    let whole = svg(&view, (640, 200), &Theme::light(), Words::english()).expect("a picture");
    view.lines[0].points[30].1 = None;
    let broken = svg(&view, (640, 200), &Theme::light(), Words::english()).expect("a picture");
    let lines = |svg: &str| svg.matches("stroke-width=\"5\"").count();
    assert_eq!(lines(&broken), lines(&whole) + 1);
}

#[test]
fn an_activity_without_channels_is_a_sentence() {
    let mut view = examples::trace(10);
    view.lines.clear();
    let svg = svg(&view, (400, 160), &Theme::light(), Words::english()).expect("a picture");
    assert!(svg.contains(&Words::english().say("chart-trace-empty")));
}

#[test]
fn an_unknown_value_is_said_and_not_zero() {
    let words = Words::english();
    let mut view = examples::trace(60);
    for line in &mut view.lines {
        line.points.iter_mut().for_each(|p| p.1 = p.1.filter(|_| p.0 < 30.0));
    }
    let hit = Drawn::whole(&view).hit((640, 320), 50.0, words).expect("a hit");
    assert!(hit.values.iter().all(|v| v.1 == words.say("chart-unknown")), "{hit:?}");
    assert!(hit.dots.is_empty());
}

#[test]
fn the_crosshair_reads_one_moment_by_time_and_by_distance() {
    let view = examples::trace(60);
    let words = Words::english();
    let by_time = Drawn::whole(&view).hit((640, 320), 30.0, words).expect("a hit");
    let whole = across(&view, By::Distance).expect("a way").whole;
    assert_eq!((whole.from, whole.to), (0.0, 236.0));
    let by_distance = drawn(&view, By::Distance, whole.from, whole.to).hit((640, 320), 120.0, words).expect("a hit");
    assert_eq!(by_time.values, by_distance.values, "120 m at 4 m/s are 30 s");
    assert_eq!(by_time.label, format!("{} \u{b7} 0.12 km", clock(30.0)));
    assert!((by_time.x - by_distance.x).abs() < 2.0);
}

#[test]
fn a_standstill_takes_time_and_no_distance() {
    let along = [(0.0, 0.0), (10.0, 40.0), (70.0, 40.0), (80.0, 80.0)];
    let along = Along(&along);
    assert_eq!((along.meters(5.0), along.meters(40.0), along.meters(99.0)), (20.0, 40.0, 80.0));
    assert_eq!((along.seconds(20.0), along.seconds(60.0), along.seconds(-1.0)), (5.0, 75.0, 0.0));
    assert_eq!(along.seconds(40.0), 10.0, "the first moment");
    assert_eq!(Along(&[]).meters(5.0), 0.0);
}

#[test]
fn zoomed_in_the_finer_samples_are_drawn_on_the_same_scales() {
    let mut whole = examples::trace(600);
    whole.lines.truncate(1);
    let mut fine = whole.clone();
    fine.span = (100.0, 160.0);
    fine.lines[0].points.retain(|p| (100.0..=160.0).contains(&p.0));
    fine.lines[0].range = (111.0, 122.0, 133.0);
    let with = |from, to| Drawn { fine: Some(&fine), ..drawn(&whole, By::Time, from, to) };
    let draw = |drawn: Drawn<'_>| drawn.svg((640, 200), &Theme::light(), Words::english()).expect("a picture");
    assert!(draw(with(110.0, 150.0)).contains("max 133"), "the range of what is shown");
    assert!(draw(with(110.0, 190.0)).contains("max 175"), "the span does not hold it: the whole is drawn");
    let scale = |drawn: Drawn<'_>| Layout::of(&drawn, (640.0, 200.0)).expect("a layout").panels[0].ticks.clone();
    assert_eq!(scale(with(110.0, 150.0)), scale(with(0.0, 600.0)), "the scale stands still");
}

#[test]
fn what_is_marked_is_shaded_where_it_is_seen() {
    let view = examples::trace(60);
    let marked = [Span { from_ms: 10_000, to_ms: 20_000 }, Span { from_ms: 50_000, to_ms: 55_000 }];
    let rects = |marked| {
        let drawn = Drawn { marked, ..drawn(&view, By::Time, 0.0, 40.0) };
        drawn.svg((640, 420), &Theme::light(), Words::english()).expect("a picture").matches("<rect").count()
    };
    assert_eq!(rects(&marked) - rects(&[]), panels(&view), "the one that is seen, in each panel");
}

#[test]
fn laps_are_marks_a_reader_can_go_to() {
    let view = examples::trace(61);
    let marks = drawn(&view, By::Distance, 0.0, 240.0).marks(Words::english());
    assert_eq!(marks.iter().map(|mark| mark.at).collect::<Vec<_>>(), [122.0, 240.0]);
    assert!(marks[0].label.contains('1') && marks[0].label.contains("0:31"), "{:?}", marks[0]);
}
