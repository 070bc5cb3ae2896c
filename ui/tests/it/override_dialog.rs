//! The override dialog in a browser, with a host that is a script: a refused change is told with its limits and done only
//! when the coach insists.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate};
use contract::call::Done;
use contract::library::LibraryLine;
use contract::plan::{OverrideOutcome, OverrideSession, ShowWeek, WeekAnswer, WeekView};
use contract::roster::PlanStatus;
use domain::effective::effective;
use domain::id::{AthleteId, OverrideId, PlanWeekId, ProposalId, SessionId};
use domain::library::Template;
use domain::overrides::{Change, Override, ReasonTag};
use domain::plan::{Confidence, PlanWeek, Proposal, ProposedSession};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::week::Week;
use leptos::prelude::*;
use ui::pages::week::change_form::Kind;
use ui::pages::week::desk::{Desk, Start};
use ui::pages::week::override_dialog::OverrideDialog;
use ui::state::State;
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, EventInit, HtmlElement, HtmlSelectElement};

use crate::page::{Page, mount};
use crate::scene::{host, json};

fn athlete() -> AthleteId {
    AthleteId(Uuid::from_u128(1))
}

fn session() -> SessionId {
    SessionId(Uuid::from_u128(2))
}

fn week() -> Week {
    "2026-W48".parse().expect("a week")
}

fn saturday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 28).expect("a date")
}

fn broken() -> Reason {
    Reason::new(Rule::AvailableMinutes, Effect::Refused, Grade::D).on(saturday()).fact("minutes", 120.0).limit(45.0)
}

fn view(overrides: Vec<Override>) -> WeekView {
    let long = Session {
        kind: SessionKind::Long,
        sport: Sport::Run,
        title: "Long run".into(),
        minutes: 120,
        load: 110.0,
        steps: Vec::new(),
        workout: None,
    };
    let proposal = Proposal {
        id: ProposalId(Uuid::from_u128(3)),
        engine: "guardrails-template/1".into(),
        inputs: String::new(),
        made_at: DateTime::UNIX_EPOCH,
        target_load: Some(300.0),
        sessions: vec![ProposedSession {
            id: session(),
            date: week().sunday(),
            session: long,
            reasons: Vec::new(),
            block: None,
        }],
        reasons: Vec::new(),
        confidence: Confidence { value: 0.8, lowered_by: Vec::new() },
        abstained: false,
    };
    WeekView {
        effective: effective(&proposal, &overrides),
        active: overrides.iter().map(|o| o.id).collect(),
        plan: PlanWeek {
            id: PlanWeekId(Uuid::from_u128(4)),
            athlete: athlete(),
            week: week(),
            proposal,
            versions: 1,
            overrides,
            annotations: Vec::new(),
            exported_at: None,
            approvals: Vec::new(),
        },
        status: PlanStatus::Draft,
        rooms: Default::default(),
        review: Vec::new(),
        races: Vec::new(),
        flags: Vec::new(),
        recent_weeks: Vec::new(),
    }
}

/// What the host does: refuses until the coach insists, then keeps the override with the limits it breaks.
fn answer(asked: &OverrideSession) -> OverrideOutcome {
    if !asked.insist {
        return OverrideOutcome::Refused { broken: vec![broken()] };
    }
    let made = Override {
        id: OverrideId(Uuid::from_u128(5)),
        session: session(),
        change: asked.change.clone(),
        before: None,
        tag: asked.tag,
        text: asked.text.clone(),
        insisted: vec![broken()],
        author: "A coach".into(),
        at: DateTime::UNIX_EPOCH,
    };
    OverrideOutcome::Applied { week: Box::new(view(vec![made.clone()])), made: Box::new(made) }
}

/// The library as it ships.
fn shipped() -> Vec<LibraryLine> {
    let line = |template: &Template| LibraryLine {
        template: template.clone(),
        own: false,
        athlete: None,
        load: 40.0,
        rpe: None,
    };
    domain::library::builtin().iter().map(line).collect()
}

fn script(asked: &Rc<RefCell<Vec<OverrideSession>>>) {
    let asked = asked.clone();
    host(move |name, args| {
        Some(Ok(match name {
            "ShowWeek" => {
                let _: ShowWeek = serde_json::from_str(args).expect("a request");
                json(&WeekAnswer { week: Some(view(Vec::new())) })
            }
            "ShowLibrary" => json(&shipped()),
            "OverrideSession" => {
                let request: OverrideSession = serde_json::from_str(args).expect("a request");
                let done = Done { value: answer(&request), touched: Vec::new() };
                asked.borrow_mut().push(request);
                json(&done)
            }
            _ => return None,
        }))
    });
}

/// The dialog on a page, its desk, and what was asked of the host.
struct Scene {
    page: Page,
    desk: Desk,
    asked: Rc<RefCell<Vec<OverrideSession>>>,
}

impl Scene {
    async fn open(start: Start) -> Scene {
        let asked = Rc::default();
        script(&asked);
        let place = Arc::new(Mutex::new(None));
        let desk_of = place.clone();
        let page = mount(move || {
            let desk = Desk::new(State::here(), Memo::new(|_| Some(athlete())), Memo::new(|_| Some(week())));
            *desk_of.lock().expect("one thread") = Some(desk);
            view! { <OverrideDialog desk=desk /> }
        });
        let desk: Desk = place.lock().expect("one thread").take().expect("a desk");
        page.until("the week", |_| desk.answer.with(Option::is_some)).await;
        desk.open(start);
        let scene = Scene { page, desk, asked };
        scene.until("override-form", true).await;
        scene
    }

    fn find(&self, testid: &str) -> Option<HtmlElement> {
        self.page.all(&format!("[data-testid='{testid}']")).pop().map(JsCast::unchecked_into)
    }

    fn press(&self, testid: &str) {
        self.find(testid).unwrap_or_else(|| panic!("{testid} is not on: {}", self.page.text())).click();
    }

    async fn until(&self, testid: &str, there: bool) {
        self.page.until(testid, |_| self.find(testid).is_some() == there).await;
    }

    async fn until_ready(&self) {
        self.page.until("a change that can be saved", |_| !self.save_disabled()).await;
    }

    fn save_disabled(&self) -> bool {
        self.find("override-save").is_none_or(|button| button.has_attribute("disabled"))
    }
}

#[wasm_bindgen_test]
async fn a_change_that_breaks_limits_is_refused_and_then_done_because_the_coach_insists() {
    let start = Start { session: Some(session()), kind: Kind::Move, day: Some(saturday()) };
    let scene = Scene::open(start).await;
    assert!(scene.save_disabled(), "a reason is asked for first");

    scene.press("tag-travel");
    scene.until_ready().await;
    scene.press("override-save");
    scene.until("override-refused", true).await;
    let refused = scene.find("override-refused").and_then(|e| e.text_content()).unwrap_or_default();
    assert!(refused.contains(&ui::words::sentence(&broken())), "the broken limit is said in words: {refused}");
    assert!(scene.desk.overriding.get_untracked(), "the dialog stays open");

    scene.press("override-insist");
    scene.until("override-form", false).await;
    let asked = scene.asked.borrow();
    assert_eq!(asked.iter().map(|a| a.insist).collect::<Vec<_>>(), [false, true]);
    for one in asked.iter() {
        assert_eq!(one.change, Change::Move { to: saturday() });
        assert_eq!(one.tag, ReasonTag::Travel);
        assert_eq!(one.session, Some(session()));
    }
    let moved = scene.desk.session(session()).expect("the session");
    assert_eq!(moved.date, saturday(), "the week on screen is the one replied");
}

#[wasm_bindgen_test]
async fn a_refusal_goes_away_when_the_change_is_another() {
    let start = Start { session: Some(session()), kind: Kind::Move, day: Some(saturday()) };
    let scene = Scene::open(start).await;
    scene.press("tag-illness");
    scene.until_ready().await;
    scene.press("override-save");
    scene.until("override-refused", true).await;

    scene.press("kind-remove");
    scene.until("override-refused", false).await;
    assert!(scene.find("override-insist").is_none(), "the limits belonged to the move");
    assert_eq!(scene.asked.borrow().len(), 1, "nothing was asked again");
}

#[wasm_bindgen_test]
async fn an_added_session_needs_a_template_before_it_can_be_saved() {
    let start = Start { session: None, kind: Kind::Add, day: Some(saturday()) };
    let scene = Scene::open(start).await;
    let template = &domain::library::builtin()[0];
    scene.press("tag-group-session");
    scene.page.until("the library", |page| page.text().contains(&template.title)).await;
    assert!(scene.save_disabled());

    let select: HtmlSelectElement =
        scene.page.all("[data-testid='override-template'] select").pop().expect("the field").unchecked_into();
    select.set_value(&template.id);
    let event = EventInit::new();
    event.set_bubbles(true);
    select.dispatch_event(&Event::new_with_event_init_dict("change", &event).expect("an event")).expect("a dispatch");
    scene.until_ready().await;
    scene.press("override-save");
    scene.page.until("the request", |_| !scene.asked.borrow().is_empty()).await;
    let asked = scene.asked.borrow();
    let Change::Add { date, session } = &asked[0].change else { panic!("{:?}", asked[0].change) };
    assert_eq!((*date, &session.title, session.minutes), (saturday(), &template.title, template.min_minutes));
    assert_eq!(asked[0].session, None);
}
