use super::*;
use crate::examples;
use crate::plot::Plot;
use crate::view;

#[test]
fn the_picture_names_its_lines_its_race_and_its_phase() {
    let svg = svg(&examples::load(60), (640, 320), &Theme::light(), Words::english()).expect("a picture");
    let phase = Words::english().say("phase-build");
    for text in ["Fitness", "Fatigue", "Form", "A Lake Run", &phase, "Settings changed", "role=\"img\"", "<title>"] {
        assert!(svg.contains(text), "{text} is missing");
    }
    assert!(!svg.contains("NaN"), "a number was lost");
}

#[test]
fn an_unknown_day_is_drawn_hollow_and_counted() {
    let view = examples::load(30);
    let unknown = view.points.iter().filter(|p| p.load.is_none()).count();
    assert!(unknown > 0, "the example has unknown days");
    let svg = svg(&view, (640, 320), &Theme::light(), Words::english()).expect("a picture");
    assert!(svg.contains(&format!("{unknown} unknown")));
}

#[test]
fn nothing_to_draw_is_a_sentence() {
    let mut view = examples::load(1);
    view.points.clear();
    let svg = svg(&view, (400, 200), &Theme::light(), Words::english()).expect("a picture");
    assert!(svg.contains(&Words::english().say("chart-load-empty")));
}

#[test]
fn the_load_picture_is_as_it_was() {
    insta::assert_snapshot!(
        svg(&examples::load(14), (420, 240), &Theme::light(), Words::english()).expect("a picture")
    );
}

#[test]
fn a_history_with_a_plan_and_a_season_is_as_it_was() {
    let view = examples::history(14);
    let whole = view.across().expect("days").whole;
    insta::assert_snapshot!(view.svg(whole, (420, 240), &Theme::light(), Words::english()).expect("a picture"));
}

#[test]
fn a_size_that_cannot_be_drawn_is_refused() {
    let refused = svg(&examples::load(3), (0, 20), &Theme::light(), Words::english());
    assert_eq!(refused, Err(ChartFault::Size { width: 0, height: 20 }));
}

#[test]
fn ten_years_are_thinned_to_what_the_width_can_show() {
    let view = examples::history(3650);
    let words = Words::english();
    let whole = view.across().expect("days").whole;
    let size = (960, 340);
    let all = view.svg(whole, size, &Theme::light(), words).expect("a picture");
    let points = all.matches(',').count();
    assert!(points < 12 * size.0 as usize, "{points} points for {} pixels", size.0);
    let near = View::new(whole.from + 900.0, whole.from + 942.0);
    let six_weeks = view.svg(near, size, &Theme::light(), words).expect("a picture");
    assert!(six_weeks.len() < all.len(), "a part is no larger than the whole");
}

#[test]
fn a_zoomed_picture_reads_the_day_under_the_pointer() {
    let view = examples::history(400);
    let words = Words::english();
    let whole = view.across().expect("days").whole;
    let shown = View::new(whole.from + 100.0, whole.from + 142.0);
    let day = view.trend.points[120].date;
    let hit = view.hit(shown, (800, 340), view::day(day) + 0.3, words).expect("a hit");
    assert_eq!(hit.label, domain::locale::here().full_day(day));
    assert!((hit.x - shown.px(view.sides((800, 340)), hit.at)).abs() < 1e-6, "the crosshair stands on its day");
}

#[test]
fn a_day_ahead_reads_as_planned_and_a_week_beyond_as_expected() {
    let view = examples::history(30);
    let words = Words::english();
    let whole = view.across().expect("days").whole;
    let names = |at: f64| -> Vec<String> {
        let hit = view.hit(whole, (800, 340), at, words).expect("a hit");
        hit.values.into_iter().map(|value| value.0).collect()
    };
    let planned = view.ahead.first().expect("a plan").date;
    assert!(names(view::day(planned) + 0.5).contains(&words.say("chart-planned-load")));
    let beyond = view.expected.last().expect("a season").date;
    assert!(names(view::day(beyond) + 0.5).contains(&words.say("chart-season-expected")));
    assert!(names(whole.from + 0.5).contains(&words.say("chart-load")), "what was done reads as done");
}

#[test]
fn every_mark_is_listed_in_order_and_can_be_read() {
    let view = examples::history(60);
    let words = Words::english();
    let marks = view.marks(words);
    assert!(marks.is_sorted_by(|a, b| a.at <= b.at));
    let told: Vec<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
    for what in ["Lake Run", "ill", "new saddle", "Settings changed"] {
        assert!(told.iter().any(|label| label.contains(what)), "{what} is not among {told:?}");
    }
    let whole = view.across().expect("days").whole;
    let note = marks.iter().find(|mark| mark.label.contains("new saddle")).expect("the note");
    let hit = view.hit(whole, (800, 340), note.at, words).expect("a hit");
    assert!(hit.values.iter().any(|value| value.1.contains("new saddle")));
}
