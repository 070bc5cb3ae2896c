//! The session library, and a session typed in one line.

use contract::library::{LibraryLine, ReadWorkout, WorkoutView};
use domain::effort::{expected_rpe, zone_minutes};
use domain::id::AthleteId;
use domain::library::{Template, builtin};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use leptos::prelude::*;
use ui::pages::library::LibraryPage;
use ui::pages::library::filter::{Filter, groups};
use ui::parts::{WorkoutDraft, WorkoutEntry};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::page::{Page, fill, mount};
use crate::scene::{club, fault, host, json};

fn line(template: Template, own: bool) -> LibraryLine {
    let session = template.session(template.sport, template.min_minutes);
    LibraryLine { own, athlete: None, load: session.load, rpe: expected_rpe(&session), template }
}

fn library() -> Vec<LibraryLine> {
    let workout = "12min @ 65%, 2x(4x1min @ 110%, r1min), r4min, 8min @ 60%".parse().expect("a workout");
    let title = "Own short ones".to_owned();
    let own = Template::of_workout("own-1".into(), SessionKind::Interval, Sport::Run, title, workout, None);
    builtin().iter().map(|t| line(t.clone(), false)).chain([line(own, true)]).collect()
}

/// What the host does with a line.
fn read(args: &str) -> WorkoutView {
    let asked: ReadWorkout = serde_json::from_str(args).expect("a request");
    let workout = asked.text.parse().expect("only lines that read are asked about");
    let session = Session::of_workout(asked.kind, asked.sport, asked.title, workout, None);
    let lines = vec!["15 min at 130 W (65 % of FTP)".to_owned()];
    WorkoutView { text: asked.text, rpe: expected_rpe(&session), zones: zone_minutes(&session), session, lines }
}

fn has(page: &Page, testid: &str) -> bool {
    !page.all(&format!("[data-testid='{testid}']")).is_empty()
}

#[wasm_bindgen_test]
async fn a_line_is_drawn_while_it_is_typed_and_a_mistake_is_marked_where_it_is() {
    host(|name, args| (name == "ReadWorkout").then(|| Ok(json(&read(args)))));
    let page = mount(|| {
        let kind = Signal::stored(SessionKind::Threshold);
        let athlete = Signal::stored(Some(AthleteId(uuid::Uuid::from_u128(7))));
        let draft = WorkoutDraft::new(kind, Signal::stored(Sport::Ride), athlete);
        let said = move || draft.session().map(|session| format!("made {} min", session.minutes));
        view! { <WorkoutEntry draft=draft /> <p>{said}</p> }
    });
    let field = page.all("[data-testid='workout-entry'] input").pop().expect("the field");
    fill(&field, "15min @ 65%, 3x10min @ 95%, r3m");
    page.until("three metres are too little", |page| page.text().contains("Character 30")).await;
    assert!(has(&page, "workout-wrong") && !has(&page, "workout-summary"));
    let mark = page.all("[data-testid='workout-wrong'] mark").pop().and_then(|mark| mark.text_content());
    assert_eq!(mark.as_deref(), Some("3m"));

    fill(&field, "15min @ 65%, 3x10min @ 95%, r3min");
    page.until("the session", |page| page.text().contains("made 54 min")).await;
    assert!(has(&page, "workout-summary") && !has(&page, "workout-wrong"));
    assert_eq!(page.all(".workout-profile rect").len(), 7, "a warm-up, three times work and recovery");
    page.until("the athlete's own numbers", |page| page.text().contains("130 W")).await;
}

#[wasm_bindgen_test]
async fn the_page_lists_by_sport_adds_what_reads_and_says_when_nothing_fits() {
    let heard = host(|name, _| match name {
        "ShowLibrary" => Some(Ok(json(&library()))),
        "Triage" => Some(Ok(json(&club()))),
        "AddTemplate" => Some(Err(fault("not today", name))),
        _ => None,
    });
    let page = mount(|| view! { <LibraryPage /> });
    page.until("the library", |page| page.all("[data-testid='library-line']").len() == library().len()).await;
    assert!(page.text().contains("Own short ones"));

    let save = || page.all("[data-testid='library-save']").pop().expect("the button");
    assert!(save().has_attribute("disabled"), "a title and a line are missing");
    let fields = page.all("[data-testid='library-add'] input");
    fill(&fields[0], "3x10min @ 95%, r3min");
    fill(&fields[1], "Cruise");
    page.until("it can be added", |_| !save().has_attribute("disabled")).await;
    wasm_bindgen::JsCast::unchecked_into::<web_sys::HtmlElement>(save()).click();
    page.until("the request", |_| heard.borrow().iter().any(|(name, _)| name == "AddTemplate")).await;

    let search = page.all(".library-filter input").pop().expect("the search");
    fill(&search, "no such session");
    page.until("an empty place", |page| !page.all(".empty").is_empty()).await;
}

#[wasm_bindgen_test]
fn words_of_title_kind_and_workout_find_sessions_and_own_ones_come_first() {
    let all = library();
    let found = |sport: &str, search: &str| groups(&all, &Filter { sport: sport.into(), search: search.into() });
    let [(Sport::Run, lines)] = &found("run", "interval 110%")[..] else { panic!("one sport") };
    assert_eq!(lines.iter().map(|line| line.template.id.as_str()).collect::<Vec<_>>(), ["own-1"]);
    let run = &found("run", "")[0].1;
    assert!(run[0].own && run[1..].is_sorted_by_key(|line| line.template.kind));
    assert_eq!(
        found("", "squat").iter().map(|(sport, _)| *sport).collect::<Vec<_>>(),
        [Sport::Strength, Sport::Mobility]
    );
}
