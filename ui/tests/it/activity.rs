//! The activity page: copies, pool lengths, strength sets, and the way out.

use chrono::{DateTime, NaiveDate};
use contract::Call;
use contract::call::Done;
use contract::entry::{ActivityFormat, ExportActivity, Exported};
use contract::import::LinkActivity;
use contract::measure::{ActivityCopy, ActivityDetail, ActivityTrace, ActivityView, Trace};
use domain::activity::Activity;
use domain::id::{ActivityId, BatchId, ContentHash};
use domain::reading::Missing;
use domain::recording::{ChannelKind, DeviceTotals, Length, Repair, RepairKind, Span, StrengthSet, Stroke};
use domain::sport::Sport;
use domain::summary::Summary;
use domain::unit::{Kilograms, Meters, Seconds};
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{ParamSegment, StaticSegment};
use ui::pages::activity::ActivityPage;
use ui::words::t;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::{Page, mount, visit};
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
            let trace = Trace { id: id(40), elapsed_s: 120.0, lines: vec![], pauses: vec![], laps: vec![] };
            Some(Ok(json(&trace)))
        }
        name if name == LinkActivity::NAME => Some(Ok(json(&Done { value: true, touched: vec![] }))),
        name if name == ExportActivity::NAME => Some(Ok(json(&Exported {
            path: "exports/swim.fit".to_owned(),
            bytes: 48_211,
            left_out: vec!["Muscle oxygen has no field there.".to_owned()],
        }))),
        _ => None,
    })
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
