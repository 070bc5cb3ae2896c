//! Time and fixed things: the availability grid, blocks put into weeks, and the planner's setup.

use chrono::{Duration, NaiveDate};
use contract::athlete::SetAvailability;
use contract::call::Done;
use contract::club::{
    AddException, ApplyBlock, AvailabilityGrid, AvailabilityRow, BlockLine, BlocksView, ListBlocks, ShowAvailability,
};
use contract::planning::{BoundsLine, HabitLine, PlanningView, SetBounds, SetCorrection, SetHabit, ShowPlanning};
use contract::{Call, Topic, Touched};
use domain::availability::{Availability, Exception, ExceptionKind, rooms};
use domain::bounds::{Bounds, Scope};
use domain::club::{BlockKind, ClubBlock, Fit};
use domain::habit::{Habit, HabitSeen};
use domain::id::{AthleteId, BlockId, ExceptionId, SquadId};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::week::Week;
use serde::de::DeserializeOwned;
use ui::pages::availability::AvailabilityPage;
use ui::pages::availability::edit;
use ui::pages::blocks::BlocksPage;
use ui::pages::planning::PlanningPage;
use ui::pages::planning::limits;
use ui::words::{t, t_with};
use uuid::Uuid;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::page::{Page, fill, key_on, mount, pause};
use crate::scene::{Heard, host, json, today};

fn who(number: u128) -> AthleteId {
    AthleteId(Uuid::from_u128(number))
}

fn week() -> Week {
    Week::of(today())
}

fn answered(from: NaiveDate) -> Availability {
    let minutes = [Some(60), Some(45), Some(60), Some(0), Some(60), None, None];
    let mut sports: [Vec<Sport>; 7] = Default::default();
    sports[1] = vec![Sport::Run, Sport::Swim];
    Availability { from, minutes, sports }
}

fn travel(athlete: AthleteId) -> Exception {
    Exception {
        id: ExceptionId(Uuid::from_u128(50)),
        athlete,
        kind: ExceptionKind::Travel,
        from: week().days()[2],
        to: week().days()[4],
        minutes: 20,
        note: Some("To the north".to_owned()),
        supersedes: None,
        withdrawn: false,
        author: "Ada".to_owned(),
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

/// Someone who answered long ago and travels, and somebody who never answered.
fn grid(week: Week) -> AvailabilityGrid {
    let usual = vec![answered(week.monday() - Duration::days(70))];
    let exceptions = vec![travel(who(1))];
    AvailabilityGrid {
        week,
        rows: vec![
            AvailabilityRow {
                athlete: who(1),
                name: "Berit Clear".to_owned(),
                squad: None,
                rooms: rooms(&usual, &exceptions, week),
                exceptions,
                usual,
            },
            AvailabilityRow {
                athlete: who(2),
                name: "Cleo Stale".to_owned(),
                squad: None,
                rooms: Default::default(),
                exceptions: vec![],
                usual: vec![],
            },
        ],
        squads: vec![(SquadId(Uuid::from_u128(9)), "Juniors".to_owned())],
    }
}

fn sent<C: Call + DeserializeOwned>(heard: &Heard) -> Vec<C> {
    let heard = heard.borrow();
    let calls = heard.iter().filter(|(name, _)| name == C::NAME);
    calls.map(|(_, args)| serde_json::from_str(args).expect("a request")).collect()
}

fn cell(page: &Page, athlete: AthleteId, day: usize) -> Element {
    page.all(&format!("[data-cell='{athlete}/{day}']")).remove(0)
}

fn focused() -> Option<String> {
    web_sys::window()?.document()?.active_element()?.get_attribute("data-cell")
}

fn click(element: Element) {
    wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(element).click();
}

#[wasm_bindgen_test]
fn a_cell_says_what_is_answered_what_is_assumed_and_why_it_differs() {
    let grid = grid(week());
    let shown = |row: usize, day: usize| edit::cell(&grid.rows[row], grid.week, day);
    assert_eq!((shown(0, 0).minutes, shown(0, 0).look), (60, "answered"));
    assert_eq!(shown(0, 1).under, format!("{}, {}", t("sport-run"), t("sport-swim")));
    assert_eq!((shown(0, 2).minutes, shown(0, 2).look, shown(0, 2).under), (20, "exception", t("exception-travel")));
    assert_eq!((shown(0, 5).minutes, shown(0, 5).look), (90, "unanswered"), "the weekend");
    assert_eq!((shown(1, 3).minutes, shown(1, 3).look), (60, "unanswered"), "a weekday");
    assert!(shown(1, 3).said.contains("not answered") && shown(1, 3).said.contains("60"), "{}", shown(1, 3).said);
}

#[wasm_bindgen_test]
fn a_changed_day_leaves_the_other_days_and_sports_and_holds_from_this_week_on() {
    let grid = grid(week());
    let changed = edit::edited(&grid.rows[0], grid.week, 3, Some(75));
    let mut expected = answered(grid.week.monday());
    expected.minutes[3] = Some(75);
    assert_eq!(changed, expected);
    assert_eq!(edit::edited(&grid.rows[1], grid.week, 0, Some(30)).minutes[1..], [None; 6], "unknown stays unknown");
    assert_eq!(edit::minutes(" 90 "), Ok(Some(90)));
    assert_eq!(edit::minutes(""), Ok(None));
    assert!(edit::minutes("1441").is_err() && edit::minutes("an hour").is_err());
}

#[wasm_bindgen_test]
async fn the_grid_is_moved_over_and_typed_into_by_keyboard_and_keeps_the_keyboard_when_answers_come() {
    let changed = std::rc::Rc::new(std::cell::Cell::new(false));
    let after = changed.clone();
    let heard = host(move |name, args| match name {
        name if name == ShowAvailability::NAME => {
            let asked: ShowAvailability = serde_json::from_str(args).expect("a request");
            let mut grid = grid(asked.week);
            if changed.get() {
                grid.rows[1].rooms[1].minutes = Some(35);
            }
            Some(Ok(json(&grid)))
        }
        name if name == SetAvailability::NAME => {
            after.set(true);
            let touched = vec![Touched { athlete: Some(who(2)), topic: Topic::Athlete }];
            Some(Ok(json(&Done { value: answered(today()), touched })))
        }
        _ => None,
    });
    let page = mount(AvailabilityPage);
    page.until("the rows", |page| page.all("[data-cell]").len() == 14).await;
    assert!(page.text().contains(&t_with("availability-open", &[("count", 2_u32.into())])), "{}", page.text());
    wasm_bindgen::JsCast::unchecked_ref::<HtmlElement>(&cell(&page, who(1), 0)).focus().expect("focus");
    key_on(&cell(&page, who(1), 0), "ArrowRight", false);
    key_on(&cell(&page, who(1), 1), "ArrowDown", false);
    assert_eq!(focused(), Some(format!("{}/1", who(2))));
    key_on(&cell(&page, who(2), 1), "3", false);
    page.until("the field", |page| page.all(".time-field").len() == 1).await;
    let field = page.all(".time-field").remove(0);
    fill(&field, "3x");
    key_on(&field, "Enter", false);
    page.until("the refusal", |page| !page.all(".time-field[aria-invalid='true']").is_empty()).await;
    assert!(sent::<SetAvailability>(&heard).is_empty(), "nothing wrong is sent");
    fill(&field, "35");
    key_on(&field, "Tab", false);
    page.until("the call", |_| !sent::<SetAvailability>(&heard).is_empty()).await;
    let made = sent::<SetAvailability>(&heard).remove(0);
    assert_eq!((made.athlete, made.availability.from), (who(2), week().monday()));
    assert_eq!(made.availability.minutes, [None, Some(35), None, None, None, None, None]);
    page.until("the new answer", |page| cell(page, who(2), 1).text_content().unwrap_or_default().starts_with("35"))
        .await;
    assert_eq!(focused(), Some(format!("{}/2", who(2))), "Tab went on, and the new answer left the keyboard there");

    // On a day with an exception nothing is typed: the usual week would not show.
    key_on(&cell(&page, who(2), 2), "ArrowUp", false);
    key_on(&cell(&page, who(1), 2), "5", false);
    pause(60).await;
    assert!(page.all(".time-field").is_empty());
    assert_eq!(sent::<SetAvailability>(&heard).len(), 1);
}

#[wasm_bindgen_test]
async fn an_exception_is_for_everybody_who_was_chosen() {
    let heard = host(|name, args| match name {
        name if name == ShowAvailability::NAME => {
            let asked: ShowAvailability = serde_json::from_str(args).expect("a request");
            Some(Ok(json(&grid(asked.week))))
        }
        name if name == AddException::NAME => Some(Ok(json(&Done { value: vec![travel(who(1))], touched: vec![] }))),
        _ => None,
    });
    let page = mount(AvailabilityPage);
    page.until("the rows", |page| page.all("[data-cell]").len() == 14).await;
    for number in [1, 2] {
        let first = cell(&page, who(number), 3);
        wasm_bindgen::JsCast::unchecked_ref::<HtmlElement>(&first).focus().expect("focus");
        key_on(&first, " ", false);
    }
    page.until("two chosen rows", |page| page.all(".time-row.chosen").len() == 2).await;
    key_on(&cell(&page, who(2), 3), "e", false);
    page.until("the form", |page| !page.all("[data-testid='exception-form']").is_empty()).await;
    assert!(page.text().contains("Berit Clear, Cleo Stale"), "{}", page.text());
    let dates = page.all("[data-testid='exception-form'] input[type='date']");
    fill(&dates[1], &week().days()[5].to_string());
    fill(&page.all("[data-testid='exception-form'] select").remove(0), "school");
    click(page.all("[data-testid='exception-form'] button[type='submit']").remove(0));
    page.until("the call", |_| !sent::<AddException>(&heard).is_empty()).await;
    let made = sent::<AddException>(&heard).remove(0);
    assert_eq!((made.athletes, made.kind, made.minutes), (vec![who(1), who(2)], ExceptionKind::School, 0));
    assert_eq!((made.from, made.to), (week().days()[3], week().days()[5]), "from the day looked at");
}

fn track() -> ClubBlock {
    ClubBlock {
        id: BlockId(Uuid::from_u128(70)),
        squad: None,
        kind: BlockKind::GroupSession,
        name: "Tuesday track".to_owned(),
        from: today() - Duration::days(40),
        to: today() + Duration::days(40),
        weekdays: [false, true, false, false, false, false, false],
        starts: chrono::NaiveTime::from_hms_opt(18, 0, 0),
        session: session(SessionKind::Interval, "Track 8 x 400 m", 75),
        supersedes: None,
        withdrawn: false,
        author: "Ada".to_owned(),
        at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn session(kind: SessionKind, title: &str, minutes: u32) -> Session {
    Session {
        kind,
        sport: Sport::Run,
        title: title.to_owned(),
        minutes,
        load: f64::from(minutes),
        steps: vec![],
        workout: None,
    }
}

fn lines() -> Vec<BlockLine> {
    let day = week().days()[1];
    let short =
        Reason::new(Rule::AvailableMinutes, Effect::Lowered, Grade::D).on(day).fact("minutes", 75.0).limit(40.0);
    let held = Reason::new(Rule::MedicalHold, Effect::Refused, Grade::D).fact("days", 7.0);
    let line = |number, name: &str, fit| BlockLine { athlete: who(number), name: name.to_owned(), fit };
    vec![
        line(1, "Berit Clear", Some(Fit::Done)),
        line(
            2,
            "Cleo Stale",
            Some(Fit::Variant { sessions: vec![(day, session(SessionKind::Easy, "Easy run", 40))], why: vec![short] }),
        ),
        line(3, "Dora Act", Some(Fit::Refused { why: vec![held] })),
        line(4, "Edda Watch", None),
    ]
}

#[wasm_bindgen_test]
async fn a_block_is_tried_first_with_the_reasons_in_words_and_then_put_into_the_weeks_that_take_it() {
    let heard = host(|name, _| match name {
        name if name == ListBlocks::NAME => Some(Ok(json(&BlocksView { blocks: vec![track()], squads: vec![] }))),
        name if name == ApplyBlock::NAME => Some(Ok(json(&Done { value: lines(), touched: vec![] }))),
        _ => None,
    });
    let page = mount(BlocksPage);
    page.until("the block", |page| page.text().contains("Tuesday track")).await;
    page.press(&t("blocks-apply"));
    page.until("the table", |page| page.all("[data-testid='block-lines'] tbody tr").len() == 4).await;
    assert_eq!(sent::<ApplyBlock>(&heard).iter().map(|call| call.write).collect::<Vec<_>>(), [false], "only tried");
    let outcomes: Vec<_> =
        page.all("[data-outcome]").iter().filter_map(|row| row.get_attribute("data-outcome")).collect();
    assert_eq!(outcomes, ["done", "variant", "refused", "approved"]);
    let rows = page.texts("[data-outcome]");
    assert!(rows[1].contains("Easy run, 40 min") && rows[1].contains("75 min asked"), "{}", rows[1]);
    assert!(rows[2].contains("Medical hold"), "{}", rows[2]);
    assert!(rows[3].contains(&t("blocks-approved-hint")), "{}", rows[3]);
    page.press(&t_with("blocks-apply-now", &[("count", 2_u32.into())]));
    page.until("the write", |_| sent::<ApplyBlock>(&heard).iter().any(|call| call.write)).await;
    let written = sent::<ApplyBlock>(&heard).pop().expect("a call");
    assert_eq!((written.block, written.week), (track().id, week().next()), "this week's Tuesday is over");
    page.until("what it did", |page| page.text().contains("Done: as it is for 1")).await;
}

#[wasm_bindgen_test]
fn the_form_of_a_block_says_what_is_missing_and_builds_its_session_from_the_library() {
    use ui::pages::blocks::form::{Entries, block};
    let library = domain::library::builtin();
    let template =
        library.iter().find(|one| one.kind == SessionKind::Threshold && one.sport == Sport::Run).expect("one");
    let mut entries = Entries {
        name: " Track ".to_owned(),
        kind: "camp".to_owned(),
        from: "2026-12-01".to_owned(),
        to: "2026-12-07".to_owned(),
        starts: "18:30".to_owned(),
        sport: "run".to_owned(),
        template: template.id.clone(),
        minutes: template.min_minutes.to_string(),
        ..Entries::default()
    };
    assert_eq!(block(&entries, library, None).expect_err("no weekday"), "blocks-no-weekday");
    entries.weekdays[1] = true;
    let made = block(&entries, library, None).expect("whole");
    assert_eq!((made.name.as_str(), made.kind, made.squad), ("Track", BlockKind::Camp, None));
    assert_eq!(made.session, template.session(Sport::Run, template.min_minutes));
    assert_eq!(
        block(&Entries { starts: "late".to_owned(), ..entries.clone() }, library, None),
        Err("blocks-not-a-time")
    );
    let unchosen = Entries { template: String::new(), ..entries.clone() };
    assert_eq!(block(&unchosen, library, None), Err("blocks-no-session"));
    let before = track();
    let kept = block(&Entries { minutes: "75".to_owned(), ..unchosen }, library, Some(&before)).expect("as it is");
    assert_eq!((kept.session, kept.supersedes), (before.session, Some(before.id)));
}

fn planning() -> PlanningView {
    let moved = Habit::MovesTo { kind: SessionKind::Long, day: chrono::Weekday::Sat };
    let held = Bounds { hold: true, quality: Some(1), ..Bounds::default() };
    PlanningView {
        bounds: vec![BoundsLine {
            scope: Scope::Athlete { athlete: who(3) },
            name: "Dora Act".to_owned(),
            bounds: held,
        }],
        squads: vec![],
        athletes: vec![(who(1), "Berit Clear".to_owned()), (who(3), "Dora Act".to_owned())],
        habits: vec![HabitLine { seen: HabitSeen { habit: moved, times: 5, of: 6 }, frequent: true, on: true }],
        correction: false,
        model: None,
        correction_bound: 0.1,
    }
}

#[wasm_bindgen_test]
async fn limits_holds_habits_and_the_correction_are_set_by_hand_and_say_what_they_do() {
    let heard = host(|name, _| match name {
        name if name == ShowPlanning::NAME => Some(Ok(json(&planning()))),
        name if [SetBounds::NAME, SetHabit::NAME, SetCorrection::NAME].contains(&name) => {
            Some(Ok(json(&Done { value: planning(), touched: vec![] })))
        }
        _ => None,
    });
    let page = mount(PlanningPage);
    page.until("the setup", |page| !page.all("[data-testid='habit']").is_empty()).await;
    assert!(page.texts("[data-testid='habit']")[0].contains("5 of 6 times"), "{}", page.text());
    assert!(page.text().contains(&t("planning-correction-none")), "no model, and it says so");

    page.press(&t("planning-lift"));
    page.until("the lift", |_| sent::<SetBounds>(&heard).len() == 1).await;
    let lifted = sent::<SetBounds>(&heard).remove(0);
    assert_eq!(lifted.scope, Scope::Athlete { athlete: who(3) });
    assert_eq!((lifted.bounds.hold, lifted.bounds.quality), (false, Some(1)), "the other limits stay");

    let fields = page.all("[data-testid='limits-form'] input");
    fill(&fields[6], "5");
    click(page.all("[data-testid='limits-form'] button[type='submit']").remove(0));
    page.until("the limits", |_| sent::<SetBounds>(&heard).len() == 2).await;
    let set = sent::<SetBounds>(&heard).remove(1);
    assert_eq!((set.scope, set.bounds), (Scope::Club, Bounds { ramp: Some(0.05), ..Bounds::default() }));

    for switch in page.all("[role='switch']") {
        click(switch);
    }
    page.until("both switches", |_| sent::<SetHabit>(&heard).len() == 1 && sent::<SetCorrection>(&heard).len() == 1)
        .await;
    assert!(!sent::<SetHabit>(&heard)[0].on && sent::<SetCorrection>(&heard)[0].on);
}

#[wasm_bindgen_test]
fn limits_are_read_as_they_are_written_and_refused_by_field() {
    let bounds = Bounds {
        day_minutes: Some(90),
        week_load: Some(412.5),
        quality: Some(0),
        ramp: Some(0.08),
        hold: true,
        ..Bounds::default()
    };
    let typed = limits::typed(&bounds);
    assert_eq!(limits::read(&typed, true), Ok(bounds));
    let mut wrong = typed.clone();
    wrong[3] = "1.5".to_owned();
    assert_eq!(limits::read(&wrong, true).expect_err("no half sessions").0, 3);
    let mut wrong = typed;
    wrong[6] = "90".to_owned();
    assert_eq!(limits::read(&wrong, true).expect_err("no rise like that").0, 6);
}
