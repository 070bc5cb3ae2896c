//! The activity page: copies, pool lengths, strength sets, and the way out.

use chrono::{DateTime, NaiveDate};
use contract::Call;
use contract::call::Done;
use contract::entry::{ActivityFormat, ExportActivity, Exported};
use contract::import::LinkActivity;
use contract::measure::{ActivityCopy, ActivityDetail, ActivityTrace, ActivityView, Trace, TraceLine};
use contract::span::{ActivitySplits, ChannelRange, SpanNumbers, SpanView, Split, SplitBy, SplitsView};
use contract::track::{ActivityTrack, TrackBy, TrackMark, TrackValues, TrackView};
use domain::activity::Activity;
use domain::id::{ActivityId, BatchId, ContentHash};
use domain::measures::Measured;
use domain::metric::Metric;
use domain::reading::Missing;
use domain::recording::{ChannelKind, DeviceTotals, Length, Repair, RepairKind, Span, StrengthSet, Stroke};
use domain::sport::Sport;
use domain::summary::Summary;
use domain::unit::{Bpm, Kilograms, Meters, MetersPerSecond, Seconds};
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{ParamSegment, StaticSegment};
use ui::pages::activity::ActivityPage;
use ui::words::t;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::{Page, key_on, mount, visit};
use crate::scene::{Heard, club, host, json};

pub(crate) fn id(number: u128) -> ActivityId {
    ActivityId(Uuid::from_u128(number))
}

fn summary() -> Summary {
    Summary {
        avg_hr: None,
        max_hr: None,
        avg_power: None,
        max_power: None,
        normalized_power: None,
        intensity_factor: None,
        trimp: None,
        avg_speed: None,
        ascent: None,
        load: None,
        load_missing: Some(Missing::NoChannel),
        method: 1,
        basis: String::new(),
    }
}

pub(crate) fn swim() -> ActivityView {
    let athlete = club().rows[2].athlete.clone();
    let span = |from: u32, to: u32| Span { from_ms: from * 1000, to_ms: to * 1000 };
    let swum =
        |from, to, stroke| Length { span: span(from, to), active: true, stroke: Some(stroke), strokes: Some(14) };
    let set = |active, exercise: Option<&str>| StrengthSet {
        span: None,
        active,
        exercise: exercise.map(str::to_owned),
        reps: active.then_some(8),
        weight: active.then_some(Kilograms(42.5)),
        velocity: Vec::new(),
    };
    ActivityView {
        activity: Activity {
            id: id(40),
            athlete: athlete.id,
            batch: BatchId(Uuid::from_u128(1)),
            source: ContentHash("ab".to_owned()),
            part: 0,
            sport: Sport::Swim,
            sport_detail: None,
            start: DateTime::UNIX_EPOCH,
            start_local: NaiveDate::from_ymd_opt(2026, 11, 21).and_then(|d| d.and_hms_opt(9, 30, 0)).expect("a moment"),
            timer: Seconds(100.0),
            elapsed: Seconds(120.0),
            distance: Some(Meters(50.0)),
            laps: vec![],
            pauses: vec![],
            device: None,
            totals: DeviceTotals::default(),
            records: 3,
            repairs: vec![Repair {
                kind: RepairKind::Spike,
                channel: Some(ChannelKind::HeartRate),
                at_s: None,
                samples: 7,
            }],
            lengths: vec![
                swum(0, 30, Stroke::Freestyle),
                Length { span: span(30, 50), active: false, stroke: None, strokes: None },
                swum(50, 85, Stroke::Breaststroke),
            ],
            pool: Some(Meters(25.0)),
            sets: vec![set(true, Some("bench_press")), set(false, None)],
            utc_offset_s: None,
            comment: Some("Shoulder felt stiff.".to_owned()),
            place: None,
            session: None,
            rpe: None,
            summary: summary(),
        },
        athlete,
        file: "swim.fit".to_owned(),
        channels: vec![ChannelKind::HeartRate],
        notes: vec![],
        session: Some("Technique".to_owned()),
        copies: vec![ActivityCopy {
            id: id(41),
            file: "swim.tcx".to_owned(),
            score: Some(0.97),
            why: "Starts 1 s apart.".to_owned(),
        }],
        copy_of: None,
    }
}

fn scene(view: ActivityView) -> Heard {
    host(move |name, _| match name {
        name if name == ActivityDetail::NAME => Some(Ok(json(&view))),
        name if name == ActivityTrace::NAME => {
            let lines = vec![TraceLine {
                kind: ChannelKind::HeartRate,
                points: (0..=120).map(|s| (f64::from(s), Some(120.0 + f64::from(s) / 10.0))).collect(),
                range: (120.0, 126.0, 132.0),
            }];
            let along = vec![(0.0, 0.0), (120.0, 240.0)];
            let trace = Trace {
                id: id(40),
                elapsed_s: 120.0,
                lines,
                pauses: vec![],
                laps: vec![60.0],
                span: (0.0, 120.0),
                along,
            };
            Some(Ok(json(&trace)))
        }
        name if name == ActivitySplits::NAME => Some(Ok(json(&splits()))),
        name if name == SpanNumbers::NAME => Some(Ok(json(&numbers()))),
        name if name == ActivityTrack::NAME => Some(Ok(json(&track()))),
        name if name == LinkActivity::NAME => Some(Ok(json(&Done { value: true, touched: vec![] }))),
        name if name == ExportActivity::NAME => Some(Ok(json(&Exported {
            path: "exports/swim.fit".to_owned(),
            bytes: 48_211,
            left_out: vec!["Muscle oxygen has no field there.".to_owned()],
        }))),
        _ => None,
    })
}

fn splits() -> SplitsView {
    let split = |from: u32, hr| Split {
        span: Span { from_ms: from * 1000, to_ms: (from + 60) * 1000 },
        rest: false,
        timer: Seconds(60.0),
        distance: Some(Meters(120.0)),
        speed: Some(MetersPerSecond(2.0)),
        avg_hr: Some(Bpm(hr)),
        max_hr: None,
        avg_power: None,
        normalized_power: None,
        ascent: None,
    };
    SplitsView { id: id(40), splits: vec![split(0, 123.0), split(60, 129.0)], why: None }
}

fn numbers() -> SpanView {
    let known = |value| Measured::Known { value, doubts: vec![] };
    SpanView {
        id: id(40),
        timer: Seconds(60.0),
        elapsed: Seconds(60.0),
        values: [
            (Metric::AvgHr, known(129.0)),
            (Metric::Distance, known(120.0)),
            (Metric::Decoupling, Measured::Missing { why: Missing::TooShort }),
        ]
        .into(),
        zones: vec![],
        channels: vec![ChannelRange {
            kind: ChannelKind::HeartRate,
            range: (126.0, 129.0, 132.0),
            seconds: 30.0,
            left_out: 3,
        }],
    }
}

/// Eastward, 240 m.
fn track() -> TrackView {
    let points: Vec<(f64, f64, f64)> = (0..=120).map(|s| (f64::from(s), f64::from(s) * 2.0 - 120.0, 0.0)).collect();
    let values = points.iter().map(|point| Some(120.0 + point.0 / 10.0)).collect();
    TrackView {
        id: id(40),
        sport: Sport::Swim,
        withheld: false,
        points,
        breaks: vec![],
        values: vec![TrackValues { by: TrackBy::HeartRate, edges: vec![125.0], values }],
        marks: vec![TrackMark { number: 1, at_s: 60.0, place: (0.0, 0.0) }],
    }
}

pub(crate) async fn opened() -> Page {
    visit("/activity/00000000-0000-0000-0000-000000000028");
    let page = mount(|| {
        view! {
            <Routes fallback=|| "nowhere">
                <Route path=(StaticSegment("activity"), ParamSegment("id")) view=ActivityPage />
            </Routes>
        }
    });
    page.until("the activity", |page| !page.all(".activity-numbers").is_empty()).await;
    page
}

pub(crate) fn asked<C: Call>(heard: &Heard) -> Vec<C> {
    let all =
        heard.borrow().iter().filter(|(name, _)| name == C::NAME).map(|(_, args)| args.clone()).collect::<Vec<_>>();
    all.iter().map(|args| serde_json::from_str(args).expect("a request")).collect()
}

#[wasm_bindgen_test]
async fn lengths_sets_repairs_and_the_planned_session_are_told() {
    scene(swim());
    let page = opened().await;
    let lengths = page.texts("[data-testid='lengths'] tbody tr");
    assert_eq!(lengths.len(), 3);
    assert!(lengths[0].contains("2:00") && lengths[0].contains("14"), "30 s for 25 m is 2:00 a hundred: {lengths:?}");
    assert!(lengths[1].contains(&t("screen-rest")), "{lengths:?}");
    assert!(lengths[2].starts_with('2') && lengths[2].contains(&t("screen-stroke-breaststroke")), "{lengths:?}");
    let sets = page.texts("[data-testid='sets'] tbody tr");
    for part in ["bench press", "8", "42.5"] {
        assert!(sets[0].contains(part), "{sets:?} lacks {part:?}");
    }
    let text = page.text();
    for part in ["Technique", "Shoulder felt stiff.", "7 values"] {
        assert!(text.contains(part), "{text:?} lacks {part:?}");
    }
    visit("/");
}

#[wasm_bindgen_test]
async fn a_copy_is_named_and_can_be_kept_apart_from_either_side() {
    let heard = scene(swim());
    let page = opened().await;
    let copies = page.texts("[data-testid='copies'] li");
    assert!(copies[0].contains("swim.tcx") && copies[0].contains("97 %"), "{copies:?}");
    page.press(&t("screen-copy-apart"));
    page.until("the word", |_| !asked::<LinkActivity>(&heard).is_empty()).await;
    assert_eq!(asked::<LinkActivity>(&heard)[0], LinkActivity { activity: id(41), of: id(40), same: false });
    drop(page);

    let heard = scene(ActivityView { copies: vec![], copy_of: Some(id(39)), ..swim() });
    let page = opened().await;
    assert_eq!(page.all("[data-testid='copy-of']").len(), 1);
    page.press(&t("screen-copy-apart"));
    page.until("the word", |_| !asked::<LinkActivity>(&heard).is_empty()).await;
    assert_eq!(asked::<LinkActivity>(&heard)[0], LinkActivity { activity: id(40), of: id(39), same: false });
    visit("/");
}

#[wasm_bindgen_test]
async fn an_export_tells_where_it_went_and_what_is_not_in_it() {
    let heard = scene(swim());
    let page = opened().await;
    let button = |format: &str| -> HtmlElement {
        page.all(&format!("[data-testid='export-{format}']")).remove(0).unchecked_into()
    };
    assert!(button("gpx").has_attribute("disabled"), "a pool has no track");
    button("fit").click();
    page.until("the note", |page| !page.all("[data-testid='exported']").is_empty()).await;
    assert_eq!(
        asked::<ExportActivity>(&heard)[0],
        ExportActivity { id: id(40), format: ActivityFormat::Fit, folder: None }
    );
    let note = page.texts("[data-testid='exported']").remove(0);
    for part in ["exports/swim.fit", "48.2", "Muscle oxygen"] {
        assert!(note.contains(part), "{note:?} lacks {part:?}");
    }
    visit("/");
}

#[wasm_bindgen_test]
async fn marking_a_split_shows_its_numbers_and_unmarking_takes_them_away() {
    let heard = scene(swim());
    let page = opened().await;
    page.until("the splits", |page| page.all("[data-testid='splits'] tbody tr").len() == 2).await;
    assert_eq!(asked::<ActivitySplits>(&heard)[0].by, SplitBy::Distance { meters: 1000.0 }, "no laps were closed");
    let boxes = page.all("[data-testid='splits'] input");
    boxes[1].unchecked_ref::<HtmlElement>().click();
    page.until("the numbers", |page| !page.all("[data-testid='span-numbers'] dl").is_empty()).await;
    let second = Span { from_ms: 60_000, to_ms: 120_000 };
    assert_eq!(asked::<SpanNumbers>(&heard).last(), Some(&SpanNumbers { id: id(40), spans: vec![second] }));
    let said = page.texts("[data-testid='span-numbers']").remove(0);
    let not_drifting = t("missing-too-short");
    for part in ["129", "126", "132", "50", "3 suspect", not_drifting.as_str()] {
        assert!(said.contains(part), "{said:?} lacks {part:?}");
    }
    assert!(!page.all(".plot-chosen").is_empty(), "the recording shows what is marked");
    boxes[0].unchecked_ref::<HtmlElement>().click();
    page.until("both", |_| asked::<SpanNumbers>(&heard).last().is_some_and(|asked| asked.spans.len() == 2)).await;
    page.press(&t("activity-span-clear"));
    page.until("nothing", |page| page.all("[data-testid='span-numbers']").is_empty()).await;
    visit("/");
}

#[wasm_bindgen_test]
async fn the_crosshair_of_the_recording_stands_on_the_map_too_and_back() {
    scene(swim());
    let page = opened().await;
    page.until("the map", |page| !page.all(".map-box svg").is_empty()).await;
    let chart = page.all("[data-testid='chart'] .plot-box").remove(0);
    for _ in 0..3 {
        key_on(&chart, "ArrowRight", false);
    }
    page.until("the dot", |page| !page.all(".map-dot").is_empty()).await;
    let map = page.all(".map-box").remove(0);
    let rect = map.get_bounding_client_rect();
    let init = web_sys::MouseEventInit::new();
    init.set_bubbles(true);
    init.set_client_x((rect.left() + rect.width() / 2.0) as i32);
    init.set_client_y((rect.top() + rect.height() / 2.0) as i32);
    let over = web_sys::MouseEvent::new_with_mouse_event_init_dict("pointermove", &init).expect("an event");
    map.dispatch_event(&over).expect("a dispatch");
    let minute = |page: &Page| page.texts("[data-testid='chart'] .plot-read").iter().any(|read| read.contains("1:00"));
    page.until("the middle of the track", minute).await;
    page.press(&t("activity-map-by-heart-rate"));
    page.until("the key", |page| page.all("[data-testid='map-key'] li").len() == 2).await;
    visit("/");
}

#[wasm_bindgen_test]
async fn what_nobody_recorded_or_may_not_be_shown_is_said() {
    let mut by_hand = swim();
    by_hand.activity.records = 0;
    scene(by_hand);
    let page = opened().await;
    page.until("the words", |page| page.text().contains(&t("activity-by-hand"))).await;
    assert!(page.all("[data-testid='splits']").is_empty() && page.all("[data-testid='map']").is_empty());
    drop(page);

    let view = swim();
    host(move |name, _| match name {
        name if name == ActivityDetail::NAME => Some(Ok(json(&view))),
        name if name == ActivityTrack::NAME => {
            Some(Ok(json(&TrackView { withheld: true, points: vec![], values: vec![], marks: vec![], ..track() })))
        }
        _ => None,
    });
    let page = opened().await;
    page.until("the words", |page| page.text().contains(&t("activity-map-withheld"))).await;
    assert!(page.all(".map-box").is_empty());
    visit("/");
}
