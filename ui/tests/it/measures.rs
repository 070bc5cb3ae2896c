//! The measures of an activity: numbers with what they stand on, zones, best means, and numbers out of date.

use std::collections::BTreeMap;

use contract::Call;
use contract::call::Done;
use contract::measure::{
    ActivityDetail, ActivityTrace, ActivityView, CurveLine, CurvePoint, MeasuresView, Recompute, Recomputed,
    ShowMeasures, Trace,
};
use domain::measures::{Doubt, Measured, Measures, Quantity, ZoneTime};
use domain::metric::Metric;
use domain::reading::Missing;
use domain::saying::Saying;
use domain::sport::Sport;
use domain::summary::{Load, LoadSource};
use domain::zones::Scheme;
use ui::words::{t, t_with};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::activity::{asked, id, opened, swim};
use crate::page::{Page, visit};
use crate::scene::{Heard, host, json, today};

fn known(value: f64) -> Measured {
    Measured::Known { value, doubts: vec![] }
}

fn ride() -> ActivityView {
    let mut view = swim();
    view.activity.sport = Sport::Ride;
    view.activity.lengths.clear();
    view.activity.sets.clear();
    view.activity.summary.load =
        Some(Load { points: 61.0, source: LoadSource::HeartRate, scale: Some(0.82), stands_in: true });
    view.activity.summary.load_missing = None;
    view
}

fn measures() -> Measures {
    let doubts = vec![Doubt::ScaledUp { share: 0.91 }, Doubt::SexUnknown];
    Measures {
        values: BTreeMap::from([
            (Metric::Load, known(61.0)),
            (Metric::IntensityFactor, known(0.8125)),
            (Metric::NormalizedPower, known(203.4)),
            (Metric::Trimp, Measured::Known { value: 88.0, doubts }),
            (Metric::Decoupling, Measured::Missing { why: Missing::NotSteady }),
            (Metric::WBalanceLowest, Measured::Missing { why: Missing::NoThreshold }),
            (Metric::XPower, Measured::Missing { why: Missing::NoThreshold }),
        ]),
        zones: vec![
            ZoneTime {
                quantity: Quantity::Power,
                scheme: Scheme::CogganPower,
                lower: vec![0.0, 138.0, 188.0],
                seconds: vec![900.0, 2_250.0, 450.0],
            },
            ZoneTime {
                quantity: Quantity::HeartRate,
                scheme: Scheme::MaxHeart,
                lower: vec![95.0, 114.0],
                seconds: vec![1_800.0, 1_800.0],
            },
        ],
        method: 4,
        basis: "ftp=250".to_owned(),
    }
}

fn view() -> MeasuresView {
    let point = |seconds, value, from| CurvePoint { seconds, value, start_s: 10, from };
    let before = today() - chrono::Duration::days(20);
    let line = |points| vec![CurveLine { quantity: Quantity::Power, points }];
    MeasuresView {
        activity: id(40),
        measures: Some(measures()),
        stale: false,
        curves: line(vec![point(5, 640.0, None), point(60, 380.0, None), point(300, 300.0, None)]),
        usual: line(vec![
            point(5, 800.0, Some((id(38), before))),
            point(60, 380.0, Some((id(40), today()))),
            point(300, 310.0, Some((id(38), before))),
        ]),
        w_balance: vec![],
        sayings: vec![
            Saying {
                metric: Metric::NormalizedPower,
                key: "normalized-power".to_owned(),
                facts: BTreeMap::from([("value".to_owned(), 203.4)]),
            },
            Saying {
                metric: Metric::Trimp,
                key: "number".to_owned(),
                facts: BTreeMap::from([("value".to_owned(), 88.0)]),
            },
        ],
    }
}

fn scene(activity: ActivityView, measures: MeasuresView) -> Heard {
    host(move |name, _| match name {
        name if name == ActivityDetail::NAME => Some(Ok(json(&activity))),
        name if name == ShowMeasures::NAME => Some(Ok(json(&measures))),
        name if name == ActivityTrace::NAME => Some(Ok(json(&Trace {
            id: id(40),
            elapsed_s: 120.0,
            lines: vec![],
            pauses: vec![],
            laps: vec![],
            span: (0.0, 120.0),
            along: vec![],
        }))),
        name if name == Recompute::NAME => {
            Some(Ok(json(&Done { value: Recomputed { activities: 12, changed: 9, waiting: 0 }, touched: vec![] })))
        }
        _ => None,
    })
}

async fn shown(activity: ActivityView, measures: MeasuresView) -> (Page, Heard) {
    let heard = scene(activity, measures);
    let page = opened().await;
    page.until("the measures", |page| !page.all("[data-testid='measures']").is_empty()).await;
    (page, heard)
}

fn line(page: &Page, metric: Metric) -> String {
    page.texts(&format!("details[data-metric='{}']", metric.code())).remove(0)
}

#[wasm_bindgen_test]
async fn a_number_has_its_unit_its_evidence_and_behind_it_its_source() {
    let (page, _) = shown(ride(), view()).await;
    for (metric, value) in [(Metric::NormalizedPower, 203.4), (Metric::IntensityFactor, 0.8125)] {
        let (fact, line) = (metric.fact(), line(&page, metric));
        let (text, unit) = ui::format::metric(metric, value);
        for part in [t(&metric.label()).as_str(), &text, &unit, fact.source, &fact.method.to_string()] {
            assert!(line.contains(part), "{line:?} lacks {part:?}");
        }
        assert!(line.contains(&t(&format!("evidence-{}", fact.evidence))), "{line:?}");
        let full = page.all(&format!("details[data-metric='{}'] summary .evidence-full", metric.code())).len();
        assert_eq!(full, usize::from(fact.evidence));
    }
    visit("/");
}

#[wasm_bindgen_test]
async fn a_sentence_stands_behind_its_number_and_above_all_if_it_says_more() {
    let (page, _) = shown(ride(), view()).await;
    let said: Vec<String> = view().sayings.iter().map(ui::words::said).collect();
    assert!(said[0].contains("203") && !said[0].contains('{'), "{said:?}");
    assert_eq!(page.texts("[data-testid='sayings'] li"), [said[0].clone()]);
    for (saying, words) in view().sayings.iter().zip(&said) {
        assert!(line(&page, saying.metric).contains(words), "{words:?}");
    }
    visit("/");
}

#[wasm_bindgen_test]
async fn speed_is_written_as_its_sport_says_it() {
    let with_speed = || {
        let mut measures = measures();
        measures.values.insert(Metric::AvgSpeed, known(8.0));
        MeasuresView { measures: Some(measures), ..view() }
    };
    let (page, _) = shown(ride(), with_speed()).await;
    assert!(line(&page, Metric::AvgSpeed).contains("28.8"), "{}", line(&page, Metric::AvgSpeed));
    drop(page);
    let mut run = ride();
    run.activity.sport = Sport::Run;
    let (page, _) = shown(run, with_speed()).await;
    assert!(line(&page, Metric::AvgSpeed).contains("2:05"), "{}", line(&page, Metric::AvgSpeed));
    visit("/");
}

#[wasm_bindgen_test]
async fn doubts_stand_open_beside_the_number_in_words() {
    let (page, _) = shown(ride(), view()).await;
    let doubts = page.texts(&format!("details[data-metric='{}'] summary .measure-doubts li", Metric::Trimp.code()));
    assert_eq!(doubts, [t_with("doubt-scaled-up", &[("share", "91".into())]), t("doubt-sex-unknown")]);
    assert_eq!(page.all(".measure-doubts").len(), 1, "only where there is one");
    visit("/");
}

#[wasm_bindgen_test]
async fn what_is_missing_is_named_once_for_each_reason_and_never_as_zero() {
    let (page, _) = shown(ride(), view()).await;
    let missing = page.texts(".measure-missing li");
    assert_eq!(missing.len(), 2, "{missing:?}");
    let of = |why: &str| missing.iter().find(|line| line.contains(&t(why))).expect("the reason").clone();
    assert!(of("missing-not-steady").contains(&t(&Metric::Decoupling.label())));
    let thresholds = of("missing-no-threshold");
    for metric in [Metric::WBalanceLowest, Metric::XPower] {
        assert!(thresholds.contains(&t(&metric.label())), "{thresholds:?}");
        assert!(page.all(&format!("details[data-metric='{}']", metric.code())).is_empty());
    }
    visit("/");
}

#[wasm_bindgen_test]
async fn a_load_that_stands_in_says_for_what_and_by_how_much() {
    let (page, _) = shown(ride(), view()).await;
    let words = t_with("screen-load-stands-in", &[("source", t("load-heart-rate").into()), ("scale", "0.82".into())]);
    assert!(line(&page, Metric::Load).contains(&words));
    assert!(page.texts("[data-testid='activity-load']")[0].contains(&words));
    drop(page);

    let mut activity = ride();
    activity.activity.summary.load =
        Some(Load { points: 61.0, source: LoadSource::HeartRate, scale: None, stands_in: true });
    let (page, _) = shown(activity, view()).await;
    let words = t_with("screen-load-stands-in-unscaled", &[("source", t("load-heart-rate").into())]);
    assert!(line(&page, Metric::Load).contains(&words), "{}", line(&page, Metric::Load));
    visit("/");
}

#[wasm_bindgen_test]
async fn time_in_zones_has_edges_time_and_share_by_each_scheme() {
    let (page, _) = shown(ride(), view()).await;
    let zones = page.texts("[data-testid='zones'] tbody tr");
    assert_eq!(zones.len(), 3);
    for part in ["138 \u{2013} 188", "37:30", "62"] {
        assert!(zones[1].contains(part), "{zones:?} lacks {part:?}");
    }
    assert!(zones[0].contains(&t_with("activity-zone-below", &[("edge", "138".into())])), "{zones:?}");
    assert!(zones[2].contains(&t_with("activity-zone-from", &[("edge", "188".into())])), "{zones:?}");
    page.press(&t("quantity-heart-rate"));
    page.until("the other scheme", |page| page.all("[data-testid='zones'] tbody tr").len() == 2).await;
    assert!(page.texts("[data-testid='zones'] tbody tr")[0].contains("95 \u{2013} 114"), "its lowest edge is not zero");
    assert!(page.text().contains(&t("scheme-max-heart")), "the scheme is named");
    visit("/");
}

#[wasm_bindgen_test]
async fn below_a_pace_is_told_as_slower() {
    let mut run = ride();
    run.activity.sport = Sport::Run;
    let mut paces = measures();
    paces.zones = vec![ZoneTime {
        quantity: Quantity::Speed,
        scheme: Scheme::RunPace,
        lower: vec![0.0, 1000.0 / 300.0],
        seconds: vec![600.0, 60.0],
    }];
    let (page, _) = shown(run, MeasuresView { measures: Some(paces), ..view() }).await;
    let zones = page.texts("[data-testid='zones'] tbody tr");
    assert!(zones[0].contains(&t_with("activity-zone-slower", &[("edge", "5:00".into())])), "{zones:?}");
    assert!(zones[1].contains(&t_with("activity-zone-faster", &[("edge", "5:00".into())])), "{zones:?}");
    visit("/");
}

#[wasm_bindgen_test]
async fn a_best_mean_leads_to_the_activity_it_came_from() {
    let (page, _) = shown(ride(), view()).await;
    let rows = page.texts("[data-testid='curves'] tbody tr");
    assert_eq!(rows.len(), 3, "durations nobody held are left out: {rows:?}");
    assert!(rows[0].contains("5 s") && rows[0].contains("640") && rows[0].contains("800") && rows[0].contains("80"));
    let links: Vec<String> = page
        .all("[data-testid='curves'] a")
        .iter()
        .map(|link| link.get_attribute("href").unwrap_or_default())
        .collect();
    assert_eq!(links, [format!("/activity/{}", id(38)), format!("/activity/{}", id(38))]);
    assert!(rows[1].contains(&t("screen-curves-this-one")), "the best is this very activity: {rows:?}");
    visit("/");
}

#[wasm_bindgen_test]
async fn the_balance_is_drawn_only_where_there_is_one() {
    let (page, _) = shown(ride(), view()).await;
    assert!(page.all("[data-testid='w-balance']").is_empty());
    drop(page);
    let w_balance = vec![(0.0, Some(20_000.0)), (60.0, Some(7_400.0)), (120.0, None), (180.0, Some(12_000.0))];
    let (page, _) = shown(ride(), MeasuresView { w_balance, ..view() }).await;
    page.until("the picture", |page| !page.all("[data-testid='w-balance'] svg.lines").is_empty()).await;
    let label = page.all("[data-testid='w-balance'] svg.lines")[0].get_attribute("aria-label").unwrap_or_default();
    assert_eq!(label, t_with("screen-balance-title", &[("lowest", "7.4".into())]));
    visit("/");
}

#[wasm_bindgen_test]
async fn numbers_out_of_date_say_so_and_can_be_computed_now() {
    let (page, _) = shown(ride(), view()).await;
    assert!(page.all("[data-testid='stale-notice']").is_empty());
    drop(page);
    let (page, heard) = shown(ride(), MeasuresView { stale: true, ..view() }).await;
    assert!(page.texts("[data-testid='stale-notice']")[0].contains(&t("screen-measures-stale")));
    page.press(&t("screen-recompute"));
    page.until("the work", |_| !asked::<Recompute>(&heard).is_empty()).await;
    let request = asked::<Recompute>(&heard).remove(0);
    assert_eq!(request.athlete, Some(ride().athlete.id));
    assert!(request.task.is_some(), "it can be cancelled");
    visit("/");
}

#[wasm_bindgen_test]
async fn an_activity_not_computed_yet_is_no_row_of_zeros() {
    let heard = scene(ride(), MeasuresView { measures: None, curves: vec![], usual: vec![], ..view() });
    let page = opened().await;
    page.until("the answer", |_| !asked::<ShowMeasures>(&heard).is_empty()).await;
    page.until("the empty place", |page| page.text().contains(&t("screen-measures-none"))).await;
    assert!(page.all("details.measure").is_empty());
    visit("/");
}
