//! Whatever a view holds, a picture comes out: no panic, no lost number, a document that is closed.

use charts::plot::Plot as _;
use charts::view::View;
use charts::{Theme, hit, load, readiness, spark, summary, table, trace};
use chrono::{Days, NaiveDate};
use contract::measure::{LoadTrendView, ReadinessTrendView, Trace, TraceLine};
use domain::id::{ActivityId, AthleteId};
use domain::readiness::{Readiness, ReadinessDay};
use domain::reading::{Missing, Reading};
use domain::recording::{ChannelKind, Span};
use domain::trend::TrendPoint;
use domain::words::Words;
use proptest::prelude::*;
use uuid::Uuid;

fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => -500.0..1_500.0,
        1 => proptest::num::f64::ANY,
        1 => Just(0.0),
        1 => Just(f64::NAN),
        1 => Just(f64::MAX),
        1 => Just(f64::NEG_INFINITY),
    ]
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (0_u64..6_000).prop_map(|days| NaiveDate::from_ymd_opt(2015, 1, 1).expect("a date") + Days::new(days))
}

fn any_load() -> impl Strategy<Value = LoadTrendView> {
    let point = (any_date(), proptest::option::of(any_number()), any_number(), any_number(), any_number());
    (proptest::collection::vec(point, 0..40), proptest::collection::vec(any_date(), 0..4)).prop_map(
        |(points, changed)| {
            let points = points
                .into_iter()
                .map(|(date, load, ctl, atl, form)| TrendPoint {
                    date,
                    load,
                    ctl,
                    atl,
                    form_morning: form,
                    form_evening: form,
                    ramp: None,
                })
                .collect();
            LoadTrendView {
                athlete: AthleteId(Uuid::from_u128(1)),
                points,
                races: Vec::new(),
                phases: Vec::new(),
                settings_changed: changed,
            }
        },
    )
}

fn any_readiness() -> impl Strategy<Value = ReadinessTrendView> {
    let day = (any_date(), 0_u8..3, any_number(), any_number(), any_number(), any::<bool>(), any_number());
    proptest::collection::vec(day, 0..40).prop_map(|days| {
        let days = days
            .into_iter()
            .map(|(date, state, score, low, high, ill, pain)| {
                let value = Readiness { score, low, high, coverage: 0.6 };
                let readiness = match state {
                    0 => Reading::Known { value, on: date },
                    1 => Reading::Stale { value, on: date, days: 3 },
                    _ => Reading::Missing { why: Missing::TooFewDays },
                };
                let blank = domain::readiness::silent(date);
                ReadinessDay { readiness, contributors: Vec::new(), ill, pain: Some(pain), ..blank }
            })
            .collect();
        ReadinessTrendView { athlete: AthleteId(Uuid::from_u128(1)), days }
    })
}

fn any_trace() -> impl Strategy<Value = Trace> {
    let point = (any_number(), proptest::option::of(any_number()));
    let line = (
        0..ChannelKind::ALL.len(),
        proptest::collection::vec(point, 0..30),
        (any_number(), any_number(), any_number()),
    );
    let spans = proptest::collection::vec((any::<u32>(), any::<u32>()), 0..4);
    (proptest::collection::vec(line, 0..6), any_number(), spans, proptest::collection::vec(any_number(), 0..6))
        .prop_map(|(lines, elapsed_s, spans, laps)| Trace {
            id: ActivityId(Uuid::from_u128(1)),
            elapsed_s,
            lines: lines
                .into_iter()
                .map(|(kind, points, range)| TraceLine { kind: ChannelKind::ALL[kind], points, range })
                .collect(),
            pauses: spans.into_iter().map(|(from_ms, to_ms)| Span { from_ms, to_ms }).collect(),
            span: (laps.first().copied().unwrap_or(0.0), elapsed_s),
            along: laps.iter().map(|at| (*at, elapsed_s)).collect(),
            laps,
        })
}

fn whole(svg: &str) {
    assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"), "the document is not closed");
    assert!(!svg.contains("NaN") && !svg.contains("inf"), "a number was lost: {svg}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_load_trend_is_drawn(view in any_load(), w in 1_u32..1200, h in 1_u32..500, x in any_number()) {
        let words = Words::english();
        whole(&load::svg(&view, (w, h), &Theme::light(), words).expect("a picture"));
        prop_assert!(!summary::load(&view, words).contains("NaN"));
        prop_assert_eq!(load::hit(&view, (w, h), x, words).is_some(), !view.points.is_empty());
        prop_assert_eq!(load::table(&view, words).rows.len(), view.points.len());
    }

    #[test]
    fn any_readiness_trend_is_drawn(view in any_readiness(), w in 1_u32..1200, h in 1_u32..500, x in any_number()) {
        let words = Words::english();
        whole(&readiness::svg(&view, (w, h), &Theme::dark(), words).expect("a picture"));
        prop_assert!(!summary::readiness(&view, words).contains("NaN"));
        let shown = view.across().map_or(View::new(0.0, 0.0), |across| across.whole);
        whole(&view.svg(shown.zoomed(x, 4.0, shown, 1.0), (w, h), &Theme::light(), words).expect("a part of it"));
        prop_assert_eq!(hit::readiness(&view, shown, (w, h), x, words).is_some(), !view.days.is_empty());
        prop_assert_eq!(table::readiness(&view, words).rows.len(), view.days.len());
    }

    #[test]
    fn any_trace_is_drawn(view in any_trace(), w in 1_u32..1200, h in 1_u32..500, x in any_number()) {
        let words = Words::english();
        whole(&trace::svg(&view, (w, h), &Theme::light(), words).expect("a picture"));
        prop_assert!(!summary::trace(&view, words).contains("NaN"));
        prop_assert_eq!(trace::Drawn::whole(&view).hit((w, h), x, words).is_some(), trace::panels(&view) > 0);
    }

    #[test]
    fn any_spark_is_drawn(values in proptest::collection::vec(proptest::option::of(any_number()), 0..30)) {
        whole(&spark::svg(&values, (84, 20), &Theme::light(), Words::english()).expect("a picture"));
    }
}
