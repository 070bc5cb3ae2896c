//! Load by week on the athlete page: the table, the projection, the ratios, and numbers that wait.

use chrono::{Duration, NaiveDate};
use contract::Call;
use contract::call::Done;
use contract::measure::{LoadWeeks, LoadWeeksView, Recompute, Recomputed};
use domain::daily::{DayMeasures, Distribution, Projected, SportShare, WeekMeasures};
use domain::measures::Quantity;
use domain::reading::Missing;
use domain::sport::Sport;
use domain::trend::TrendPoint;
use domain::unit::Seconds;
use domain::week::Week;
use ui::words::{t, t_with};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::activity::asked;
use crate::page::{Page, visit};
use crate::readiness::{athlete, morning, opened_at, scene};
use crate::scene::{Heard, club, json, today};

fn week(back: i64) -> WeekMeasures {
    WeekMeasures {
        week: Week::of(today() - Duration::days(7 * back)),
        load: 412.0,
        unknown_days: 1,
        time: Seconds(6.5 * 3600.0),
        usual: Some(380.0),
        sports: vec![
            SportShare { sport: Sport::Run, time: Seconds(4.0 * 3600.0), distance: None, load: 300.0, sessions: 4 },
            SportShare { sport: Sport::Ride, time: Seconds(2.5 * 3600.0), distance: None, load: 112.0, sessions: 1 },
        ],
        distribution: Some(Distribution {
            quantity: Quantity::HeartRate,
            shares: [0.78, 0.13, 0.09],
            index: Some(1.7),
            time: Seconds(5.0 * 3600.0),
            coverage: 0.8,
            sessions: [4, 0, 1],
        }),
        tonnage: Some(5_400.0),
        longest_share: Some(0.38),
        planned: Some(450.0),
        adherence: Some(0.92),
        adherence_sd: Some(14.0),
        monotony: Some(46.3),
        strain: Some(520.0),
    }
}

fn bare(back: i64) -> WeekMeasures {
    WeekMeasures {
        usual: None,
        sports: vec![],
        distribution: None,
        tonnage: None,
        longest_share: None,
        planned: None,
        adherence: None,
        adherence_sd: None,
        monotony: None,
        strain: None,
        unknown_days: 0,
        ..week(back)
    }
}

fn day(date: NaiveDate, ratio: Option<f64>) -> DayMeasures {
    DayMeasures {
        date,
        trend: TrendPoint {
            date,
            load: Some(50.0),
            ctl: 60.0,
            atl: 65.0,
            form_morning: -5.0,
            form_evening: -5.0,
            ramp: Some(1.5),
        },
        sessions: 1,
        time: Seconds(3600.0),
        acwr_coupled: ratio,
        acwr_uncoupled: ratio,
        acwr_ewma: ratio,
        monotony: None,
        acwr_missing: ratio.is_none().then_some(Missing::TooFewDays),
        spike: None,
        days_since_hard: None,
        density: 5,
    }
}

fn ahead() -> Vec<Projected> {
    (-2..=3)
        .map(|i| {
            let done = i <= 0;
            Projected {
                date: today() + Duration::days(i),
                actual: done.then_some(50.0),
                planned: (i != 2).then_some(60.0),
                expected: if done {
                    50.0
                } else if i == 2 {
                    0.0
                } else {
                    60.0
                },
                assumed: i == 2,
                ctl: 60.0 + i as f64,
                atl: 70.0 + i as f64,
                form_morning: -10.0,
            }
        })
        .collect()
}

fn view() -> LoadWeeksView {
    LoadWeeksView {
        athlete: club().rows[0].athlete.id,
        days: (0..10).rev().map(|back| day(today() - Duration::days(back), Some(1.1))).collect(),
        weeks: vec![bare(1), week(0)],
        projection: ahead(),
        sayings: vec![],
        waiting: 0,
    }
}

async fn shown(view: LoadWeeksView) -> (Page, Heard) {
    let heard = scene(athlete(morning()), move |name| match name {
        name if name == LoadWeeks::NAME => Some(json(&view)),
        name if name == Recompute::NAME => {
            Some(json(&Done { value: Recomputed { activities: 2, changed: 1, waiting: 5 }, touched: vec![] }))
        }
        _ => None,
    });
    let page = opened_at("load");
    page.until("the weeks", |page| !page.all("[data-testid='weeks'] tbody tr").is_empty()).await;
    (page, heard)
}

#[wasm_bindgen_test]
async fn a_week_tells_its_load_sports_intensity_and_how_it_went_by_plan() {
    let (page, _) = shown(view()).await;
    let rows = page.texts("[data-testid='weeks'] tbody tr");
    assert_eq!(rows.len(), 2);
    let newest = &rows[0];
    for part in
        ["412", "380", "6:30", "Run", "4:00", "Ride", "78 \u{b7} 13 \u{b7} 9", "92", "450", "520", "38", "5,400"]
    {
        assert!(newest.contains(part), "{newest:?} lacks {part:?}");
    }
    assert!(newest.contains(&t("screen-weeks-now")), "the newest stands first and is not over: {newest:?}");
    assert!(newest.contains(&t_with("screen-weeks-coverage", &[("share", "80".into())])), "{newest:?}");
    assert!(newest.contains(&t_with("chart-unknown-days", &[("days", 1_u32.into())])), "{newest:?}");
    visit("/");
}

#[wasm_bindgen_test]
async fn a_monotony_that_explodes_is_cut_and_what_is_unknown_is_a_dash() {
    let (page, _) = shown(view()).await;
    let rows = page.texts("[data-testid='weeks'] tbody tr");
    assert!(rows[0].contains(&t_with("screen-weeks-more-than", &[("value", "10".into())])), "{rows:?}");
    assert!(!rows[0].contains("46"), "{rows:?}");
    let dashes = page.all("[data-testid='weeks'] tbody tr:nth-child(2) .none").len();
    assert_eq!(dashes, 7, "usual, intensity, adherence, monotony, strain, longest and lifted: {rows:?}");
    visit("/");
}

#[wasm_bindgen_test]
async fn the_projection_is_dashed_and_keeps_done_planned_and_expected_apart() {
    let (page, _) = shown(view()).await;
    page.until("the picture", |page| !page.all("[data-testid='ahead'] polyline").is_empty()).await;
    assert_eq!(page.all("[data-testid='ahead'] polyline.line-dashed").len(), 3, "fitness, fatigue and form ahead");
    assert_eq!(page.all("[data-testid='ahead'] polyline:not(.line-dashed)").len(), 3, "and as they are");
    assert_eq!(page.all("[data-testid='ahead'] rect.line-bar").len(), 3, "done: two days back and today");
    assert_eq!(page.all("[data-testid='ahead'] rect.line-hollow").len(), 5, "planned, one day of rest left out");
    let note = t_with("screen-ahead-assumed", &[("days", 1_u32.into())]);
    assert!(page.texts("[data-testid='ahead']")[0].contains(&note), "rest that is only assumed is said");
    page.all("[data-testid='ahead'] summary").remove(0).unchecked_into::<HtmlElement>().click();
    page.until("the table", |page| !page.all("[data-testid='ahead'] tbody tr").is_empty()).await;
    let head = page.texts("[data-testid='ahead'] thead th").join(" | ");
    for key in ["screen-ahead-done", "screen-ahead-planned", "screen-ahead-expected"] {
        assert!(head.contains(&t(key)), "{head}");
    }
    visit("/");
}

#[wasm_bindgen_test]
async fn the_ratios_are_closed_and_say_that_they_predict_nothing() {
    let (page, _) = shown(view()).await;
    let ratios = page.all("[data-testid='ratios']").remove(0);
    assert!(!ratios.has_attribute("open"));
    let text = ratios.text_content().unwrap_or_default();
    assert!(text.contains(&t("screen-ratio-caution")) && text.contains("not an injury predictor"), "{text}");
    drop(page);
    let days = vec![day(today(), None)];
    let (page, _) = shown(LoadWeeksView { days, ..view() }).await;
    let text = page.texts("[data-testid='ratios']").remove(0);
    assert!(text.contains(&t("missing-too-few-days")), "{text}");
    assert!(page.all("[data-testid='ratios'] .plot").is_empty(), "no empty picture");
    visit("/");
}

#[wasm_bindgen_test]
async fn numbers_that_mix_two_settings_say_so_and_go_on_when_they_were_stopped() {
    let (page, _) = shown(view()).await;
    assert!(page.all("[data-testid='stale-notice']").is_empty());
    drop(page);
    let (page, heard) = shown(LoadWeeksView { waiting: 7, ..view() }).await;
    assert!(page.texts("[data-testid='stale-notice']")[0].contains('7'));
    page.press(&t("screen-recompute"));
    page.until("the work", |_| !asked::<Recompute>(&heard).is_empty()).await;
    let request = asked::<Recompute>(&heard).remove(0);
    assert_eq!(request.athlete, Some(club().rows[0].athlete.id));
    assert!(request.task.is_some());
    page.until("the button again", |page| {
        page.all("[data-testid='stale-notice'] button").iter().all(|button| !button.has_attribute("disabled"))
    })
    .await;
    page.press(&t("screen-recompute"));
    page.until("the second time", |_| asked::<Recompute>(&heard).len() == 2).await;
    visit("/");
}

#[wasm_bindgen_test]
async fn an_athlete_without_load_is_told_how_it_comes() {
    let heard = scene(athlete(morning()), |name| {
        let empty = LoadWeeksView { weeks: vec![], days: vec![], projection: vec![], ..view() };
        (name == LoadWeeks::NAME).then(|| json(&empty))
    });
    let page = opened_at("load");
    page.until("the answer", |_| !asked::<LoadWeeks>(&heard).is_empty()).await;
    page.until("the hint", |page| page.text().contains(&t("screen-load-none-hint"))).await;
    assert!(page.all("[data-testid='weeks']").is_empty());
    visit("/");
}
