use proptest::prelude::*;

use super::*;

const PLOT: (f64, f64) = (40.0, 540.0);

#[test]
fn zooming_keeps_what_lies_under_the_pointer() {
    let whole = View::new(0.0, 1000.0);
    let near = whole.zoomed(250.0, 2.0, whole, 1.0);
    assert_eq!(near, View::new(125.0, 625.0));
    assert!((near.px(PLOT, 250.0) - whole.px(PLOT, 250.0)).abs() < 1e-9);
    assert_eq!(near.zoomed(250.0, 0.5, whole, 1.0), whole, "and back again");
}

#[test]
fn at_the_edge_a_zoom_out_slides_instead_of_leaving() {
    let whole = View::new(0.0, 100.0);
    let near = View::new(0.0, 20.0);
    assert_eq!(near.zoomed(20.0, 0.5, whole, 1.0), View::new(0.0, 40.0));
    assert_eq!(near.panned(-5.0, whole), near);
    assert_eq!(near.panned(500.0, whole), View::new(80.0, 100.0));
}

#[test]
fn odd_numbers_move_nothing() {
    let whole = View::new(0.0, 100.0);
    let view = View::new(10.0, 20.0);
    assert_eq!(view.zoomed(f64::NAN, f64::NAN, whole, 1.0), view);
    assert_eq!(view.zoomed(15.0, -3.0, whole, 1.0), view);
    assert_eq!(view.panned(f64::INFINITY, whole), view);
    assert_eq!(View::new(f64::NAN, 3.0), View::new(0.0, 3.0));
    assert!((View::new(5.0, 5.0).at(PLOT, 100.0) - 5.0).abs() < f64::EPSILON, "a whole without width");
}

#[test]
fn a_click_marks_nothing_and_a_drag_marks_either_way() {
    let brush = Brush::begin(30.0);
    assert_eq!(brush.span(0.0), None);
    assert_eq!(brush.moved(31.0).span(2.0), None);
    assert_eq!(brush.moved(10.0).span(2.0), Some(View::new(10.0, 30.0)));
    assert_eq!(brush.moved(10.0).moved(50.0).span(2.0), Some(View::new(30.0, 50.0)));
}

#[test]
fn what_two_spans_share() {
    let view = View::new(10.0, 20.0);
    assert_eq!(view.shared(View::new(15.0, 40.0)), Some(View::new(15.0, 20.0)));
    assert_eq!(view.shared(View::new(21.0, 40.0)), None);
}

#[test]
fn a_cut_line_keeps_its_slope_at_the_edges() {
    let points = [(0.0, 0.0), (10.0, 10.0), (20.0, 0.0)];
    assert_eq!(clip(&points, View::new(5.0, 15.0)), [(5.0, 5.0), (10.0, 10.0), (15.0, 5.0)]);
    assert_eq!(clip(&points, View::new(2.0, 4.0)), [(2.0, 2.0), (4.0, 4.0)], "between two points");
    assert_eq!(clip(&points, View::new(-5.0, 40.0)), points, "nothing is added beside the line");
    assert!(clip(&points, View::new(30.0, 40.0)).is_empty());
    assert!(clip(&[], View::new(0.0, 1.0)).is_empty());
}

#[test]
fn a_day_and_back_is_the_same_day() {
    let first: NaiveDate = "1970-01-01".parse().expect("a day");
    assert!((day(first)).abs() < f64::EPSILON);
    let one: NaiveDate = "2026-02-28".parse().expect("a day");
    assert_eq!(date(day(one) + 0.99), one);
    assert_eq!(date(day(one) + 1.0), one.succ_opt().expect("a day"));
    assert_eq!((date(f64::INFINITY), date(-1e300)), (date(1e8), date(-1e8)), "far outside is an end of the calendar");
}

/// One gesture.
#[derive(Debug, Clone, Copy)]
enum Gesture {
    Zoom(f64, f64),
    Pan(f64),
}

fn gesture() -> impl Strategy<Value = Gesture> {
    prop_oneof![
        (-2e4..2e4_f64, 0.01..100.0_f64).prop_map(|(at, factor)| Gesture::Zoom(at, factor)),
        (-1e5..1e5_f64).prop_map(Gesture::Pan),
    ]
}

proptest! {
    #[test]
    fn no_gestures_leave_the_whole_or_go_under_the_least_span(
        from in -1e4..1e4_f64,
        wide in 0.0..1e4_f64,
        least in 0.1..50.0_f64,
        gestures in prop::collection::vec(gesture(), 1..60),
    ) {
        let whole = View::new(from, from + wide);
        let mut view = whole;
        for gesture in gestures {
            view = match gesture {
                Gesture::Zoom(at, factor) => view.zoomed(at, factor, whole, least),
                Gesture::Pan(by) => view.panned(by, whole),
            };
            prop_assert!(view.from >= whole.from && view.to <= whole.to, "{view:?} in {whole:?}");
            prop_assert!(view.span() >= least.min(whole.span()) - 1e-6, "{view:?} is narrower than {least}");
        }
    }

    #[test]
    fn a_pixel_and_back_is_the_same_pixel(px in 40.0..540.0_f64, from in -1e4..1e4_f64, wide in 0.01..1e4_f64) {
        let view = View::new(from, from + wide);
        prop_assert!((view.px(PLOT, view.at(PLOT, px)) - px).abs() < 1e-4);
    }

    #[test]
    fn a_pan_keeps_the_width(by in -1e5..1e5_f64, from in 0.0..900.0_f64, wide in 1.0..100.0_f64) {
        let whole = View::new(0.0, 1000.0);
        let view = View::new(from, from + wide);
        prop_assert!((view.panned(by, whole).span() - wide).abs() < 1e-6);
    }
}
