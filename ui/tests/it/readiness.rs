//! Today on the athlete page: readiness, both HRV rules, sleep, answers, and what stands beside the score.

use chrono::Duration;
use contract::Call;
use contract::athlete::{AthletePage as AskAthlete, AthleteView};
use domain::mark::MarkKind;
use domain::readiness::{Contributor, HrvRules, HrvVerdict, ItemZ, Readiness, ReadinessDay, Signal, SleepDebt};
use domain::reading::{Missing, Reading};
use domain::wellness::WellnessField;
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::{ParamSegment, StaticSegment};
use ui::pages::athlete::AthletePage;
use ui::words::{t, t_with};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, mount, visit};
use crate::scene::{Heard, club, host, json, today};

pub(crate) fn morning() -> ReadinessDay {
    let contributor = |signal, value| Contributor { signal, value, band: None, z: None };
    ReadinessDay {
        date: today(),
        readiness: Reading::Known {
            value: Readiness { score: 58.0, low: 44.0, high: 71.0, coverage: 0.8 },
            on: today(),
        },
        contributors: vec![
            contributor(Signal::Hrv, Reading::Known { value: 62.0, on: today() }),
            contributor(Signal::RestingHr, Reading::Stale { value: 48.0, on: today() - Duration::days(5), days: 5 }),
            contributor(Signal::Sleep, Reading::Missing { why: Missing::NeverRecorded }),
            contributor(Signal::Form, Reading::Missing { why: Missing::TooFewDays }),
        ],
        ill: false,
        pain: None,
        injured: false,
        fever: false,
        marks: vec![],
        hrv: HrvRules {
            week: HrvVerdict::Usual,
            single_day: HrvVerdict::Below,
            single_day_limit: Some(51.2),
            variation: Some(6.4),
            set_aside: 0,
        },
        sleep_debt: Reading::Known {
            value: SleepDebt { hours: 3.25, need: 8.0, nights: 6, guessed: true },
            on: today(),
        },
        items: vec![
            ItemZ { field: WellnessField::Soreness, value: 2.0, z: Some(-1.6) },
            ItemZ { field: WellnessField::Mood, value: 4.0, z: None },
        ],
        hooper: Some(14.0),
    }
}

pub(crate) fn athlete(readiness: ReadinessDay) -> AthleteView {
    let row = club().rows.remove(0);
    AthleteView {
        athlete: row.athlete,
        squad: None,
        on: today(),
        flags: vec![],
        readiness,
        trend: row.trend,
        settings: vec![],
        availability: vec![],
        exceptions: vec![],
        races: vec![],
        phases: vec![],
        devices: vec![],
        notes: vec![],
        planned: None,
    }
}

/// The athlete's page; `more` answers the calls besides the page's own.
pub(crate) fn scene(view: AthleteView, more: impl Fn(&str) -> Option<String> + 'static) -> Heard {
    host(move |name, _| if name == AskAthlete::NAME { Some(Ok(json(&view))) } else { more(name).map(Ok) })
}

pub(crate) async fn opened() -> Page {
    let page = opened_at("today");
    page.until("today", |page| !page.all(".today").is_empty()).await;
    page
}

/// One part of the page.
pub(crate) fn opened_at(tab: &str) -> Page {
    visit(&format!("/athlete/00000000-0000-0000-0000-000000000001?tab={tab}"));
    mount(|| {
        view! {
            <Routes fallback=|| "nowhere">
                <Route path=(StaticSegment("athlete"), ParamSegment("id")) view=AthletePage />
            </Routes>
        }
    })
}

async fn shown(readiness: ReadinessDay) -> Page {
    scene(athlete(readiness), |_| None);
    opened().await
}

#[wasm_bindgen_test]
async fn illness_injury_fever_and_pain_stand_beside_the_score_and_leave_it_as_it_is() {
    let page = shown(morning()).await;
    let score = page.texts(".today-score");
    assert!(page.all("[data-testid='red-flags']").is_empty());
    drop(page);
    let page = shown(ReadinessDay { ill: true, injured: true, fever: true, pain: Some(4.0), ..morning() }).await;
    let flags = page.texts("[data-testid='red-flags'] li");
    assert_eq!(flags.len(), 4, "{flags:?}");
    for (flag, key) in flags.iter().zip(["screen-ill-today", "screen-injured-today", "screen-fever-today"]) {
        assert!(flag.contains(&t(key)), "{flags:?}");
    }
    assert!(flags[3].contains('4'), "{flags:?}");
    assert_eq!(page.texts(".today-score"), score);
    assert!(page.all(".today [data-testid='red-flags']").is_empty(), "beside the score, not in it");
    visit("/");
}

#[wasm_bindgen_test]
async fn the_two_hrv_rules_stand_under_their_own_names_with_their_own_verdicts() {
    let page = shown(morning()).await;
    let rules = page.texts("[data-testid='hrv-rules'] .facts > div");
    assert!(rules[0].contains(&t("screen-hrv-week-by")) && rules[0].contains(&t("screen-hrv-usual")), "{rules:?}");
    assert!(rules[1].contains(&t("screen-hrv-day-by")) && rules[1].contains(&t("screen-hrv-below")), "{rules:?}");
    assert!(rules[1].contains("51"), "its limit: {rules:?}");
    assert!(!rules[0].contains("51"), "one rule's limit is not the other's: {rules:?}");
    assert!(page.all("[data-testid='set-aside']").is_empty());
    drop(page);
    let hrv = HrvRules {
        week: HrvVerdict::Unknown { why: Missing::SetAside },
        single_day: HrvVerdict::Above,
        single_day_limit: None,
        variation: None,
        set_aside: 3,
    };
    let page = shown(ReadinessDay { hrv, marks: vec![MarkKind::Travel, MarkKind::Heat], ..morning() }).await;
    let rules = page.texts("[data-testid='hrv-rules'] .facts > div");
    assert!(rules[0].contains(&t("missing-set-aside")), "{rules:?}");
    assert!(rules[1].contains(&t("screen-hrv-above")), "{rules:?}");
    assert!(page.texts("[data-testid='set-aside']")[0].contains('3'));
    assert_eq!(page.texts("[data-testid='marks'] .badge"), [t("mark-travel"), t("mark-heat")]);
    visit("/");
}

#[wasm_bindgen_test]
async fn old_never_recorded_and_too_little_look_different() {
    let page = shown(morning()).await;
    let row = |signal: Signal| {
        page.all(".today ~ .contributors tbody tr")
            .into_iter()
            .find(|row| row.text_content().unwrap_or_default().contains(&t(&format!("signal-{}", signal.code()))))
            .expect("a row")
    };
    let has = |signal, selector: &str| row(signal).query_selector(selector).expect("a selector").is_some();
    assert!(has(Signal::RestingHr, ".stale .stale-age") && !has(Signal::RestingHr, ".missing"));
    assert!(has(Signal::Sleep, ".missing-never") && !has(Signal::Sleep, ".missing-now"));
    assert!(has(Signal::Form, ".missing-now") && !has(Signal::Form, ".missing-never"));
    assert!(!has(Signal::Hrv, ".missing") && !has(Signal::Hrv, ".stale"));
    visit("/");
}

#[wasm_bindgen_test]
async fn without_a_score_there_is_a_reason_and_what_to_do_and_no_number() {
    let never = Reading::Missing { why: Missing::NeverRecorded };
    let page = shown(ReadinessDay { readiness: never, ..morning() }).await;
    assert_eq!(page.texts(".today-score"), [t("screen-readiness-unknown")]);
    assert!(page.text().contains(&t("screen-readiness-never-hint")));
    drop(page);
    let few = Reading::Missing { why: Missing::TooFewDays };
    let page = shown(ReadinessDay { readiness: few, ..morning() }).await;
    assert!(page.text().contains(&t("screen-readiness-few-hint")));
    assert!(page.all(".today .range-bar").is_empty());
    visit("/");
}

#[wasm_bindgen_test]
async fn sleep_missed_names_its_need_and_whether_that_is_a_guess() {
    let page = shown(morning()).await;
    let text = page.texts("[data-testid='sleep-debt']").remove(0);
    assert!(text.contains("3.2") || text.contains("3.3"), "{text}");
    let guessed = t_with("screen-sleep-known-guessed", &[("nights", 6_u32.into()), ("need", "8.0".into())]);
    assert!(text.contains(&guessed), "{text}");
    drop(page);
    let debt = SleepDebt { hours: 0.0, need: 8.5, nights: 7, guessed: false };
    let page = shown(ReadinessDay { sleep_debt: Reading::Known { value: debt, on: today() }, ..morning() }).await;
    let text = page.texts("[data-testid='sleep-debt']").remove(0);
    let own = t_with("screen-sleep-known", &[("nights", 7_u32.into()), ("need", "8.5".into())]);
    assert!(text.contains(&own), "{text}");
    visit("/");
}

#[wasm_bindgen_test]
async fn answers_stand_with_their_distance_from_the_athletes_own() {
    let page = shown(morning()).await;
    let items = page.texts("[data-testid='items'] tbody tr");
    assert!(items[0].contains(&t("wellness-soreness")) && items[0].contains("\u{2212}1.6"), "{items:?}");
    assert!(items[1].contains(&t("missing-too-few-days")), "no distance is made up: {items:?}");
    assert!(page.texts("[data-testid='hooper']")[0].contains("14"));
    visit("/");
}
