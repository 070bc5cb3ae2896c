//! What is entered by hand: a squad's morning, and an activity nobody recorded.

use chrono::NaiveDate;
use contract::Call;
use contract::call::Done;
use contract::entry::{AddActivity, MorningLine, SquadMorning, SquadMorningView};
use contract::roster::Triage;
use domain::id::AthleteId;
use domain::sport::Sport;
use domain::wellness::{WellnessField, WellnessValue};
use leptos::prelude::*;
use ui::entry::{AddActivityDialog, SquadMorningDialog};
use ui::words::t;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::{Page, fill, mount};
use crate::scene::{Heard, club, fault, host, json, today};

fn dora() -> AthleteId {
    AthleteId(Uuid::from_u128(3))
}

/// Understands lines that begin with Dora.
fn read(asked: &SquadMorning) -> SquadMorningView {
    let lines = asked.text.lines().zip(1..).map(|(line, number)| {
        let known = line.starts_with("Dora");
        let value =
            WellnessValue { date: asked.day, field: WellnessField::Sleep, value: 7.5, source: "coach".to_owned() };
        MorningLine {
            line: number,
            athlete: known.then(|| (dora(), "Dora Act".to_owned())),
            values: if known { vec![value] } else { vec![] },
            problem: (!known).then(|| "Nobody is called Zoe.".to_owned()),
        }
    });
    SquadMorningView { lines: lines.collect(), kept: u32::from(asked.keep) }
}

fn scene() -> Heard {
    host(|name, args| match name {
        name if name == Triage::NAME => Some(Ok(json(&club()))),
        name if name == SquadMorning::NAME => {
            let asked: SquadMorning = serde_json::from_str(args).expect("a request");
            Some(Ok(json(&Done { value: read(&asked), touched: vec![] })))
        }
        name if name == AddActivity::NAME => Some(Err(fault("Not today.", "0193"))),
        _ => None,
    })
}

fn submit(page: &Page) -> HtmlElement {
    page.all("dialog[open] button[type='submit']").remove(0).unchecked_into()
}

fn asked<C: Call>(heard: &Heard) -> Vec<C> {
    let all =
        heard.borrow().iter().filter(|(name, _)| name == C::NAME).map(|(_, args)| args.clone()).collect::<Vec<_>>();
    all.iter().map(|args| serde_json::from_str(args).expect("a request")).collect()
}

#[wasm_bindgen_test]
async fn a_squads_morning_is_read_back_while_it_is_typed_and_kept_only_without_problems() {
    let heard = scene();
    let page = mount(|| view! { <SquadMorningDialog open=RwSignal::new(true) /> });
    page.until("the form", |page| !page.all("dialog[open] textarea").is_empty()).await;
    let area = page.all("dialog[open] textarea").remove(0);
    fill(&page.all("dialog[open] input[type='date']")[0], &today().to_string());
    fill(&area, "Do");
    fill(&area, "Dora: sleep 7.5\nZoe: sleep 8");
    page.until("both lines", |page| page.all(".morning-table tbody tr").len() == 2).await;
    let lines = page.texts(".morning-table tbody tr");
    assert!(lines[0].contains("Dora Act") && lines[0].contains("7.5"), "{lines:?}");
    assert!(lines[1].contains("Nobody is called Zoe."), "{lines:?}");
    assert!(submit(&page).has_attribute("disabled"), "a line with a problem keeps the rest from being kept");
    assert_eq!(asked::<SquadMorning>(&heard).len(), 1, "typing is not sent letter by letter");

    fill(&area, "Dora: sleep 7.5");
    page.until("a clear reading", |page| !submit(page).has_attribute("disabled")).await;
    submit(&page).click();
    page.until("it is kept", |page| page.all("dialog[open]").is_empty()).await;
    let last = asked::<SquadMorning>(&heard).pop().expect("a call");
    assert!(last.keep);
    assert_eq!((last.day, last.text.as_str()), (today(), "Dora: sleep 7.5"));
}

#[wasm_bindgen_test]
async fn an_activity_by_hand_needs_minutes_and_carries_its_sets() {
    let heard = scene();
    let page = mount(|| view! { <AddActivityDialog open=RwSignal::new(true) athlete=dora() /> });
    page.until("the form", |page| !page.all("dialog[open] form").is_empty()).await;
    let select = |page: &Page, place: usize| page.all("dialog[open] select").remove(place);
    let texts = |page: &Page| page.all("dialog[open] input[type='text']");
    fill(&select(&page, 0), "strength");
    fill(&page.all("dialog[open] input[type='date']")[0], "2026-11-20");
    fill(&page.all("dialog[open] input[type='time']")[0], "18:30");
    page.until("the sets", |page| page.texts("dialog[open] button").contains(&t("screen-set-add"))).await;
    page.press(&t("screen-set-add"));
    page.until("the fields of a set", |page| texts(page).len() == 5).await;
    let fields = texts(&page);
    fill(&fields[2], "Squat");
    fill(&fields[3], "5");
    fill(&fields[4], "82,5");
    fill(&fields[0], "5000");
    submit(&page).click();
    page.until("what is wrong", |page| page.text().contains(&t("screen-minutes-range"))).await;
    assert!(asked::<AddActivity>(&heard).is_empty());

    fill(&texts(&page)[0], "50");
    fill(&select(&page, 1), "7");
    submit(&page).click();
    page.until("the refusal", |page| page.text().contains("Not today.")).await;
    let sent = asked::<AddActivity>(&heard).pop().expect("the call");
    assert_eq!(sent.athlete, dora());
    let entered = sent.entered;
    let start = NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(18, 30, 0)).expect("a moment");
    assert_eq!((entered.sport, entered.start_local, entered.minutes), (Sport::Strength, start, 50.0));
    assert_eq!(entered.rpe.map(|rpe| rpe.0), Some(7.0));
    let set = &entered.sets[0];
    assert_eq!((set.exercise.as_deref(), set.reps, set.weight.map(|kg| kg.0)), (Some("Squat"), Some(5), Some(82.5)));
    assert_eq!(page.all("dialog[open]").len(), 1, "what was typed is not lost");
}
