//! The season's page: empty it teaches; a template is counted back from a race; a week is changed in place and saved as a new
//! version, not before somebody says so.

use chrono::Duration;
use contract::Call;
use contract::athlete::{AthletePage, AthleteView};
use contract::call::Done;
use contract::season::{ListSeasonTemplates, SeasonLine, SeasonView, SetSeason, ShowSeason, WithdrawRace};
use domain::id::{AthleteId, RaceId, SeasonId};
use domain::season::path::Reach;
use domain::season::plan::{Goal, SeasonPlan};
use domain::season::template::builtin;
use domain::season::{Priority, Race};
use domain::sport::Sport;
use domain::week::Week;
use ui::pages::season::SeasonPage;
use ui::words::t;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::page::{Page, fill, key, mount, pause, visit};
use crate::scene::{Heard, host, json, today};

fn ada() -> AthleteId {
    AthleteId(uuid::Uuid::from_u128(7))
}

fn weeks_on(weeks: i64) -> Week {
    Week::of(today() + Duration::weeks(weeks))
}

fn race() -> Race {
    Race {
        id: RaceId(uuid::Uuid::from_u128(70)),
        athlete: ada(),
        name: "Lake Run".to_owned(),
        date: weeks_on(14).sunday(),
        sport: Sport::Run,
        distance: None,
        priority: Priority::A,
    }
}

fn planned() -> SeasonPlan {
    SeasonPlan {
        id: SeasonId(uuid::Uuid::from_u128(71)),
        athlete: ada(),
        name: "Towards the lake".to_owned(),
        template: Some("runner-12".to_owned()),
        start: weeks_on(-1),
        base: Some(300.0),
        goal: Goal::PeakLoad { points: 400.0 },
        weeks: builtin()[0].weeks.clone(),
        supersedes: None,
        withdrawn: false,
        author: "Ada".to_owned(),
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn shown(season: Option<SeasonPlan>) -> SeasonView {
    let line = |number: i64| {
        let week = weeks_on(number - 4);
        let line = season.as_ref().and_then(|season| season.week(week)).map(|(at, line)| (at, line.clone()));
        SeasonLine {
            week,
            phase: line.as_ref().map(|(_, line)| line.phase),
            target: line.as_ref().map(|(_, line)| 300.0 * line.share),
            line,
            limit: None,
            drafted: None,
            done: (number < 4).then_some(290.0),
            fitness: (number < 14).then_some(42.0 + number as f64),
            measured: number < 4,
            band: (4..14).contains(&number).then_some((30.0, 70.0)),
            unavailable: u32::from(number == 6),
        }
    };
    let toward = season.as_ref().map(|season| season.weeks.iter().map(|line| line.share * 1.1).collect());
    SeasonView {
        weeks: (0..26).map(line).collect(),
        phases: vec![],
        races: vec![race()],
        reach: season.as_ref().map(|_| Reach { asked: 400.0, planned: 360.0, most: 430.0, within: true }),
        toward,
        usual: Some(300.0),
        seasons: season.into_iter().collect(),
    }
}

fn scene(season: Option<SeasonPlan>) -> (Page, Heard) {
    visit(&format!("/season/{}", ada()));
    let heard = host(move |name, args| match name {
        name if name == ShowSeason::NAME => Some(Ok(json(&shown(season.clone())))),
        name if name == ListSeasonTemplates::NAME => Some(Ok(json(&builtin()))),
        name if name == AthletePage::NAME => {
            let view = AthleteView { races: vec![race()], ..crate::readiness::athlete(crate::readiness::morning()) };
            Some(Ok(json(&view)))
        }
        name if name == SetSeason::NAME => {
            let sent: SetSeason = serde_json::from_str(args).expect("a request");
            Some(Ok(json(&Done { value: SeasonPlan { weeks: sent.weeks, ..planned() }, touched: vec![] })))
        }
        name if name == WithdrawRace::NAME => Some(Ok(json(&Done { value: true, touched: vec![] }))),
        _ => None,
    });
    let page = mount(|| {
        use leptos::prelude::*;
        use leptos_router::components::{Route, Routes};
        use leptos_router::{ParamSegment, StaticSegment};
        view! {
            <Routes fallback=|| "nowhere">
                <Route path=(StaticSegment("season"), ParamSegment("id")) view=SeasonPage />
            </Routes>
        }
    });
    (page, heard)
}

fn sent(heard: &Heard) -> Vec<SetSeason> {
    let heard = heard.borrow();
    let calls = heard.iter().filter(|(name, _)| name == SetSeason::NAME);
    calls.map(|(_, args)| serde_json::from_str(args).expect("a request")).collect()
}

fn click(element: web_sys::Element) {
    element.unchecked_into::<HtmlElement>().click();
}

#[wasm_bindgen_test]
async fn an_empty_season_teaches_and_a_template_is_counted_back_from_the_race() {
    let (page, heard) = scene(None);
    page.until("the empty season", |page| page.text().contains(&t("season-none-hint"))).await;
    page.press(&t("season-begin"));
    page.until("the form", |page| page.text().contains(&builtin()[0].about)).await;
    assert!(page.text().contains(&builtin()[0].source), "where its numbers come from");
    click(page.all("dialog[open] button[type='submit']").remove(0));
    page.until("the season", |_| !sent(&heard).is_empty()).await;
    let season = sent(&heard).remove(0);
    assert_eq!((season.athlete, season.base, season.weeks.len()), (ada(), Some(300.0), 12));
    assert_eq!(season.start, weeks_on(3), "the race is in week fourteen, which is the last of twelve");
    assert_eq!((season.goal, season.supersedes), (Goal::Weeks, None));
}

#[wasm_bindgen_test]
async fn a_week_is_chosen_by_key_changed_in_place_and_saved_as_a_new_version() {
    let (page, heard) = scene(Some(planned()));
    page.until("the wall", |page| page.all(".season-week").len() == 26).await;
    assert!(
        page.texts(".season-phase").contains(&t("phase-taper")),
        "phases have words: {:?}",
        page.texts(".season-phase")
    );
    assert_eq!(page.all("[aria-current='date']").len(), 1);
    assert!(page.text().contains(&t("season-reach-within")), "{}", page.text());
    key("ArrowRight");
    page.until("the first week", |page| page.text().contains("Week 1 of the season")).await;
    assert!(page.all(".season-panel form").is_empty(), "a week that is over is only read");
    for _ in 0..3 {
        key("ArrowRight");
    }
    page.until("the form", |page| page.all(".season-panel input").len() >= 6).await;
    assert!(page.text().contains("Week 4 of the season"), "{}", page.text());
    fill(&page.all(".season-panel input")[0], "98");
    page.until("the change", |page| page.all(".season-week-changed").len() == 1).await;
    pause(60).await;
    assert!(sent(&heard).is_empty(), "nothing is saved by typing");
    if let Some(field) = web_sys::window().and_then(|w| w.document()).and_then(|d| d.active_element()) {
        // The keyboard was never in a field: keys are still the page's.
        assert_ne!(field.tag_name(), "INPUT");
    }
    key("s");
    page.until("the new version", |_| !sent(&heard).is_empty()).await;
    let season = sent(&heard).remove(0);
    assert_eq!(season.supersedes, Some(planned().id));
    let mut weeks = planned().weeks;
    weeks[3].share = 0.98;
    assert_eq!(season.weeks, weeks, "the one week and no other");
    page.until("the desk is clear", |page| page.all(".season-week-changed").is_empty()).await;
}

#[wasm_bindgen_test]
async fn fitting_to_the_goal_is_a_draft_that_can_be_thrown_away() {
    let (page, heard) = scene(Some(planned()));
    page.until("the wall", |page| page.all(".season-week").len() == 26).await;
    page.press(&t("season-fit"));
    page.until("the draft", |page| page.all(".season-week-changed").len() == 12).await;
    page.press(&t("season-discard"));
    page.until("nothing changed", |page| page.all(".season-week-changed").is_empty()).await;
    assert!(sent(&heard).is_empty());
}

#[wasm_bindgen_test]
async fn a_race_is_taken_back_at_the_second_press() {
    let (page, heard) = scene(None);
    page.until("the race", |page| !page.all(".season-side .races li").is_empty()).await;
    let taken = || heard.borrow().iter().any(|(name, _)| name == WithdrawRace::NAME);
    page.press(&t("season-take-back"));
    page.until("the question", |page| page.text().contains(&t("season-withdraw-sure"))).await;
    assert!(!taken());
    page.press(&t("season-withdraw-sure"));
    page.until("the call", |_| taken()).await;
}
