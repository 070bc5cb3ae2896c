//! The plan board in a browser, with a host that is a script: few rows on the page however many athletes there are, and
//! whatever is done to one week asks for nothing else.

use std::cell::RefCell;
use std::rc::Rc;

use chrono::{DateTime, Datelike, NaiveDate};
use contract::board::{BoardRow, BoardView, BoardWeek, Insight, ShowBoard};
use contract::call::Done;
use contract::plan::{OverrideOutcome, OverrideSession, ShowWeek, WeekAnswer, WeekView};
use contract::roster::PlanStatus;
use domain::availability::Room;
use domain::effective::{EffectiveSession, Source, effective};
use domain::id::{AthleteId, OverrideId, PlanWeekId, ProposalId, SessionId};
use domain::overrides::{Change, Override, ReasonTag};
use domain::plan::{Confidence, PlanWeek, Proposal, ProposedSession};
use domain::reading::{Missing, Reading};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::week::Week;
use leptos::prelude::*;
use ui::pages::board::filter::Filter;
use ui::pages::board::place::{Extent, Place, window};
use ui::pages::board::{BoardPage, exchange};
use uuid::Uuid;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::page::{Page, fill, key, key_on, mount, pause, visit};
use crate::scene::{Heard, host, json};

fn week() -> Week {
    "2026-W48".parse().expect("a week")
}

fn athlete(number: u128) -> AthleteId {
    AthleteId(Uuid::from_u128(number))
}

/// The session of an athlete on one day of the week, Monday 0.
fn session(number: u128, day: u32) -> SessionId {
    SessionId(Uuid::from_u128(number * 100 + u128::from(day)))
}

fn date(day: u32) -> NaiveDate {
    week().days()[day as usize]
}

fn easy(title: &str, minutes: u32) -> Session {
    Session {
        kind: SessionKind::Easy,
        sport: Sport::Run,
        title: title.to_owned(),
        minutes,
        load: f64::from(minutes) * 0.8,
        steps: Vec::new(),
        workout: None,
    }
}

fn broken(on: NaiveDate) -> Reason {
    Reason::new(Rule::AvailableMinutes, Effect::Refused, Grade::D).on(on).fact("minutes", 60.0).limit(20.0)
}

/// A drafted week: an easy run on Tuesday and a longer one on Thursday.
fn view(number: u128, overrides: Vec<Override>) -> WeekView {
    let proposed = |day: u32, session_: Session| ProposedSession {
        id: session(number, day),
        date: date(day),
        session: session_,
        reasons: Vec::new(),
        block: None,
    };
    let proposal = Proposal {
        id: ProposalId(Uuid::from_u128(number)),
        engine: "guardrails-optimum/2".into(),
        inputs: String::new(),
        made_at: DateTime::UNIX_EPOCH,
        target_load: Some(300.0),
        sessions: vec![proposed(1, easy("Easy run", 40)), proposed(3, easy("Longer run", 60))],
        reasons: Vec::new(),
        confidence: Confidence { value: 0.8, lowered_by: Vec::new() },
        abstained: false,
    };
    WeekView {
        effective: effective(&proposal, &overrides),
        active: overrides.iter().map(|o| o.id).collect(),
        status: if overrides.is_empty() { PlanStatus::NeedsReview } else { PlanStatus::Edited },
        plan: PlanWeek {
            id: PlanWeekId(Uuid::from_u128(number)),
            athlete: athlete(number),
            week: week(),
            proposal,
            versions: 1,
            overrides,
            annotations: Vec::new(),
            exported_at: None,
            approvals: Vec::new(),
        },
        rooms: Default::default(),
        review: Vec::new(),
        races: Vec::new(),
        flags: Vec::new(),
        recent_weeks: Vec::new(),
    }
}

fn row(number: u128, weeks: u32) -> BoardRow {
    let mut first = BoardWeek::from(&view(number, Vec::new()));
    first.status =
        [PlanStatus::NeedsReview, PlanStatus::Draft, PlanStatus::Approved, PlanStatus::None][(number % 4) as usize];
    let empty = |week: Week| BoardWeek {
        week,
        status: PlanStatus::None,
        review: Vec::new(),
        target: None,
        load: 0.0,
        confidence: None,
        abstained: false,
        sessions: Vec::new(),
    };
    let shown = std::iter::successors(Some(first), |before| Some(empty(before.week.next()))).take(weeks as usize);
    let days = weeks as usize * 7;
    BoardRow {
        athlete: athlete(number),
        name: format!("Runner {number:03}"),
        squad: None,
        readiness: Reading::Missing { why: Missing::TooFewDays },
        weeks: shown.collect(),
        done: vec![None; days],
        rooms: vec![Room { minutes: Some(60), ..Room::default() }; days],
        races: Vec::new(),
    }
}

/// What was asked of the host about overrides.
type Asked = Rc<RefCell<Vec<OverrideSession>>>;

/// The overrides of one athlete.
fn of(all: &[Override], number: u128) -> Vec<Override> {
    all.iter().filter(|o| o.session.0.as_u128() / 100 == number).cloned().collect()
}

/// A host with so many athletes. It refuses what breaks limits until the coach insists: everything on Friday.
fn club(size: u128) -> (Heard, Asked) {
    let asked: Asked = Rc::default();
    let (told, made) = (asked.clone(), Rc::new(RefCell::new(Vec::<Override>::new())));
    let heard = host(move |name, args| {
        Some(Ok(match name {
            "ShowBoard" => {
                let request: ShowBoard = serde_json::from_str(args).expect("a request");
                assert_eq!(request.week, week(), "the coming week comes first");
                json(&BoardView {
                    week: request.week,
                    weeks: request.weeks,
                    today: crate::scene::today(),
                    squads: Vec::new(),
                    rows: (1..=size).map(|number| row(number, request.weeks)).collect(),
                    insights: vec![Insight { what: "scale".into(), title: "Tempo".into(), times: 12, of: 30 }],
                })
            }
            "ShowWeek" => {
                let request: ShowWeek = serde_json::from_str(args).expect("a request");
                let number = request.athlete.0.as_u128();
                json(&WeekAnswer { week: Some(view(number, of(&made.borrow(), number))) })
            }
            "ShowLibrary" => json(&Vec::<contract::library::LibraryLine>::new()),
            "OverrideSession" => {
                let request: OverrideSession = serde_json::from_str(args).expect("a request");
                told.borrow_mut().push(request.clone());
                let number = request.athlete.0.as_u128();
                let to = match request.change {
                    Change::Move { to } => Some(to),
                    _ => None,
                };
                let breaks = to.filter(|to| to.weekday() == chrono::Weekday::Fri);
                let value = match breaks {
                    Some(day) if !request.insist => OverrideOutcome::Refused { broken: vec![broken(day)] },
                    _ => {
                        let one = Override {
                            id: OverrideId(Uuid::from_u128(900 + made.borrow().len() as u128)),
                            session: request.session.expect("a session"),
                            change: request.change,
                            before: None,
                            tag: request.tag,
                            text: request.text,
                            insisted: breaks.map(broken).into_iter().collect(),
                            author: "Ada".into(),
                            at: DateTime::UNIX_EPOCH,
                        };
                        made.borrow_mut().push(one.clone());
                        let week = Box::new(view(number, of(&made.borrow(), number)));
                        OverrideOutcome::Applied { week, made: Box::new(one) }
                    }
                };
                json(&Done { value, touched: Vec::new() })
            }
            _ => return None,
        }))
    });
    (heard, asked)
}

fn board() -> Page {
    visit("/board");
    mount(|| {
        view! {
            <style>{include_str!("../../style/tokens.css")} {include_str!("../../style/board.css")}</style>
            <div style="height: 700px">
                <BoardPage />
            </div>
        }
    })
}

fn find(page: &Page, testid: &str) -> Option<Element> {
    page.all(&format!("[data-testid='{testid}']")).pop()
}

fn grid(page: &Page) -> Element {
    find(page, "board-grid").expect("the grid")
}

fn press(page: &Page, testid: &str) {
    let element = find(page, testid).unwrap_or_else(|| panic!("{testid} is not on: {}", page.text()));
    element.unchecked_into::<HtmlElement>().click();
}

async fn rows(page: &Page) {
    page.until("rows", |page| !page.all("[data-testid='board-row']").is_empty()).await;
    // The grid measures itself once it stands.
    pause(60).await;
}

/// The card of a session with the date it stands on.
fn stands_on(page: &Page, id: SessionId) -> Option<(Element, String)> {
    let card = page.all(&format!("[data-session='{id}']")).pop()?;
    let date = card.closest("[data-date]").ok().flatten()?.get_attribute("data-date")?;
    Some((card, date))
}

fn times(heard: &Heard, name: &str) -> usize {
    heard.borrow().iter().filter(|(heard, _)| heard == name).count()
}

#[wasm_bindgen_test]
async fn of_two_hundred_athletes_only_those_on_the_screen_are_on_the_page() {
    let (heard, _) = club(200);
    let page = board();
    rows(&page).await;
    let there = page.all("[data-testid='board-row']").len();
    assert!((8..=25).contains(&there), "{there} rows are on the page");
    assert!(page.text().contains("Runner 001"));
    assert!(page.text().contains("12 of 30 had"), "the insight is told");

    let grid = grid(&page);
    grid.set_scroll_top(120 * 62);
    page.until("the rows there", |page| page.text().contains("Runner 121")).await;
    assert!(!page.text().contains("Runner 001"), "what is far away left the page");
    let there = page.all("[data-testid='board-row']").len();
    assert!((8..=25).contains(&there), "{there} rows are on the page");

    key_on(&grid, "End", false);
    assert_eq!(page.all(".sheet-row-at").len(), 0, "the keyboard stands where it stood");
    key_on(&grid, "ArrowDown", false);
    page.until("the row of the keyboard", |page| page.texts(".sheet-row-at a") == ["Runner 002"]).await;
    assert_eq!(times(&heard, "ShowBoard"), 1, "scrolling asks for nothing");
}

#[wasm_bindgen_test]
async fn a_session_is_moved_by_keyboard_and_against_a_limit_only_when_the_coach_insists() {
    let (heard, asked) = club(4);
    let page = board();
    rows(&page).await;
    let grid = grid(&page);
    for name in ["ArrowRight", "m", "ArrowRight", "ArrowRight", "ArrowRight"] {
        key_on(&grid, name, false);
    }
    page.until("the place it would go to", |page| page.all(".sheet-day-target").len() == 1).await;
    key_on(&grid, "Enter", false);
    page.until("the question why", |page| find(page, "override-form").is_some()).await;
    key("1");
    page.until("a reason", |page| find(page, "override-save").is_some_and(|button| !button.has_attribute("disabled")))
        .await;
    press(&page, "override-save");
    page.until("the refusal", |page| find(page, "override-refused").is_some()).await;
    let refused = find(&page, "override-refused").and_then(|e| e.text_content()).unwrap_or_default();
    assert!(refused.contains(&ui::words::sentence(&broken(date(4)))), "the limit is said in words: {refused}");
    press(&page, "override-insist");

    let moved = session(1, 1);
    let friday = date(4).to_string();
    page.until("the session on Friday", |page| stands_on(page, moved).is_some_and(|(_, day)| day == friday)).await;
    let (card, _) = stands_on(&page, moved).expect("the card");
    assert!(card.class_list().contains("sheet-card-broken"), "the broken limit is outlined");
    let title = card.get_attribute("title").unwrap_or_default();
    assert!(title.contains(&ui::words::sentence(&broken(date(4)))), "and says which: {title}");
    let asked = asked.borrow();
    assert_eq!(
        asked.iter().map(|a| (a.insist, a.tag)).collect::<Vec<_>>(),
        [(false, ReasonTag::Fatigue), (true, ReasonTag::Fatigue)]
    );
    assert!(asked.iter().all(|a| a.change == Change::Move { to: date(4) } && a.session == Some(moved)));
    assert_eq!(times(&heard, "ShowBoard"), 1, "one week changed: the board was not asked for again");
}

#[wasm_bindgen_test]
async fn a_card_dragged_to_another_day_asks_the_same_question() {
    let (_, asked) = club(4);
    let page = board();
    rows(&page).await;
    let (card, _) = stands_on(&page, session(2, 3)).expect("the card");
    let own = page.all(&format!("[data-athlete='{}'] [data-date='{}']", athlete(2), date(5))).pop().expect("a day");
    let other = page.all(&format!("[data-athlete='{}'] [data-date='{}']", athlete(3), date(5))).pop().expect("a day");
    let send = |kind: &str, target: &Element| {
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::Event::new_with_event_init_dict(kind, &init).expect("an event");
        target.dispatch_event(&event).expect("a dispatch");
        event.default_prevented()
    };
    send("dragstart", &card);
    assert!(!send("dragover", &other), "nothing can be put down with somebody else");
    assert!(send("dragover", &own));
    send("drop", &own);
    page.until("the question why", |page| find(page, "override-form").is_some()).await;
    press(&page, "tag-travel");
    page.until("a reason", |page| find(page, "override-save").is_some_and(|button| !button.has_attribute("disabled")))
        .await;
    press(&page, "override-save");
    let saturday = date(5).to_string();
    page.until("the session there", |page| stands_on(page, session(2, 3)).is_some_and(|(_, day)| day == saturday))
        .await;
    assert_eq!(asked.borrow().len(), 1);
}

#[wasm_bindgen_test]
async fn two_sessions_change_places_by_two_overrides_with_one_reason() {
    let (_, asked) = club(4);
    let page = board();
    rows(&page).await;
    let grid = grid(&page);
    for name in ["ArrowRight", "x", "ArrowRight", "ArrowRight", "Enter"] {
        key_on(&grid, name, false);
    }
    page.until("the question why", |page| find(page, "swap-form").is_some()).await;
    press(&page, "tag-group-session");
    page.until("a reason", |page| find(page, "swap-save").is_some_and(|b| !b.has_attribute("disabled"))).await;
    press(&page, "swap-save");
    page.until("both", |_| asked.borrow().len() == 2).await;
    page.until("the end", |page| find(page, "swap-form").is_none()).await;
    let titles = |day: u32| stands_on(&page, session(1, day)).and_then(|(card, _)| card.text_content());
    page.until("the other's place", |_| titles(1).is_some_and(|title| title.contains("Longer run"))).await;
    assert!(titles(3).is_some_and(|title| title.contains("Easy run")));
    assert!(asked.borrow().iter().all(|a| a.tag == ReasonTag::GroupSession));
}

#[wasm_bindgen_test]
async fn filters_count_and_a_row_stays_while_it_is_worked_on() {
    let (_, _) = club(8);
    let page = board();
    rows(&page).await;
    let counts = || page.texts("[data-testid^='filter-'] .sheet-count");
    assert_eq!(counts(), ["8", "2", "2", "0", "2", "2"]);
    press(&page, "filter-needs-review");
    page.until("those that need review", |page| page.texts(".sheet-name a") == ["Runner 004", "Runner 008"]).await;

    // A lock makes the week the coach's; the row is still there, and the counts say what it is now.
    let grid = grid(&page);
    key_on(&grid, "Home", false);
    key_on(&grid, "ArrowRight", false);
    key_on(&grid, "l", false);
    page.until("the count", |_| counts() == ["8", "1", "2", "1", "2", "2"]).await;
    assert_eq!(page.texts(".sheet-name a"), ["Runner 004", "Runner 008"]);
    press(&page, "filter-all");
    let search = find(&page, "board-search").expect("the field");
    fill(&search, "007");
    page.until("the one", |page| page.texts(".sheet-name a") == ["Runner 007"]).await;
}

#[wasm_bindgen_test]
fn keys_lead_from_place_to_place_and_never_off_the_board() {
    let extent = Extent { rows: 30, days: 14, page: 8 };
    let two_on_monday = |_: usize, day: usize| if day == 0 { 2 } else { 1 };
    let start = Place::default();
    let after = |place: Place, key: &str| place.after(key, extent, two_on_monday).expect("a place");
    assert_eq!(after(start, "ArrowUp"), start);
    assert_eq!(after(start, "ArrowDown"), Place { slot: 1, ..start });
    assert_eq!(after(Place { slot: 1, ..start }, "ArrowDown"), Place { row: 1, ..start });
    assert_eq!(after(Place { row: 1, ..start }, "ArrowUp"), Place { slot: 1, ..start });
    assert_eq!(after(start, "End"), Place { day: 13, ..start });
    assert_eq!(after(Place { row: 27, ..start }, "PageDown"), Place { row: 29, ..start });
    assert_eq!(start.after("q", extent, two_on_monday), None);
    let nobody = Extent { rows: 0, ..extent };
    assert_eq!(start.after("ArrowDown", nobody, two_on_monday), None);
    assert_eq!(window(0.0, 620.0, 62.0, 200), (0, 12));
    assert_eq!(window(620.0, 620.0, 62.0, 200), (8, 22));
    assert_eq!(window(62_000.0, 620.0, 62.0, 200), (200, 200));
}

#[wasm_bindgen_test]
fn each_row_belongs_to_all_and_to_one_more() {
    let rows: Vec<BoardRow> = (1..=8).map(|number| row(number, 2)).collect();
    let counts = Filter::counts(rows.iter());
    assert_eq!(counts[0], 8);
    assert_eq!(counts[1..].iter().sum::<usize>(), 8);
}

#[wasm_bindgen_test]
fn in_an_exchange_the_lighter_session_goes_first() {
    let of = |number: u128, kind: SessionKind, load: f64| EffectiveSession {
        id: SessionId(Uuid::from_u128(number)),
        date: date(0),
        session: Session { kind, load, ..easy("One", 40) },
        source: Source::Proposed,
        locked: false,
        removed: false,
        block: None,
    };
    let (hard, long) = (of(1, SessionKind::Interval, 50.0), of(2, SessionKind::Long, 90.0));
    for changes in [exchange(&hard, &long), exchange(&long, &hard)] {
        assert_eq!(
            changes[0],
            (hard.id, Change::Replace { session: long.session.clone() }),
            "no two hard ones between"
        );
        assert_eq!(changes[1], (long.id, Change::Replace { session: hard.session.clone() }));
    }
}
