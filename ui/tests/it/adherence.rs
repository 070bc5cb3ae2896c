//! Plan and deed on the athlete page: shapes and words for what each session became, and effort meant and felt.

use chrono::{Duration, NaiveDate};
use contract::Call;
use contract::afterwards::{AdherenceView, AdherenceWeek, ShowAdherence};
use domain::adherence::{Deed, EffortLine, Excuse, Fate, Joined, count};
use domain::availability::ExceptionKind;
use domain::effective::{EffectiveSession, Source};
use domain::id::{ActivityId, SessionId};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;
use domain::week::Week;
use ui::words::{t, t_with};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::activity::asked;
use crate::page::{Page, visit};
use crate::readiness::{athlete, morning, opened_at, scene};
use crate::scene::{Heard, json, today};

fn day(number: i64) -> NaiveDate {
    Week::of(today()).monday() + Duration::days(number)
}

fn planned(number: u128, date: i64, title: &str) -> EffectiveSession {
    EffectiveSession {
        id: SessionId(uuid::Uuid::from_u128(number)),
        date: day(date),
        session: Session {
            kind: SessionKind::Easy,
            sport: Sport::Run,
            title: title.to_owned(),
            minutes: 60,
            load: 45.0,
            steps: vec![],
            workout: None,
        },
        source: Source::Proposed,
        locked: false,
        removed: false,
        block: None,
    }
}

fn joined(number: u128, at: Option<(i64, &str)>, done: Option<(i64, Sport)>, fate: Fate) -> Joined {
    Joined {
        planned: at.map(|(date, title)| planned(number, date, title)),
        done: done.map(|(date, sport)| Deed {
            activity: ActivityId(uuid::Uuid::from_u128(number)),
            date: day(date),
            sport,
            minutes: 45.0,
            load: None,
            rpe: None,
            session: None,
        }),
        fate,
        expected_rpe: None,
    }
}

fn view() -> AdherenceView {
    let away = Excuse::Exception { kind: ExceptionKind::Travel };
    let all = vec![
        joined(1, Some((0, "Easy run")), Some((0, Sport::Run)), Fate::Done),
        joined(2, Some((1, "Hill run")), Some((2, Sport::Run)), Fate::Shifted { days: 1 }),
        joined(3, Some((2, "Steady run")), Some((2, Sport::Swim)), Fate::Different),
        joined(4, Some((3, "Long run")), None, Fate::NotDone),
        joined(5, Some((4, "Travel run")), None, Fate::Excused { why: away }),
        joined(6, Some((6, "Sunday run")), None, Fate::Ahead),
        joined(7, None, Some((4, Sport::Ride)), Fate::Unplanned),
    ];
    let adherence = count(&all);
    let week = AdherenceWeek { week: Week::of(today()), joined: all, adherence };
    let line = |kind, expected, felt| EffortLine { kind, sessions: 4, expected, felt };
    AdherenceView {
        weeks: vec![week],
        total: adherence,
        effort: vec![line(SessionKind::Easy, 3.0, 5.0), line(SessionKind::Interval, 7.0, 8.5)],
    }
}

async fn shown(view: AdherenceView) -> (Page, Heard) {
    let heard = scene(athlete(morning()), move |name| (name == ShowAdherence::NAME).then(|| json(&view)));
    let page = opened_at("load");
    page.until("the answer", |_| !asked::<ShowAdherence>(&heard).is_empty()).await;
    (page, heard)
}

#[wasm_bindgen_test]
async fn hollow_dots_are_planned_filled_shapes_are_done_and_lines_join_them() {
    let (page, heard) = shown(view()).await;
    page.until("the week", |page| !page.all("[data-testid='deed-week']").is_empty()).await;
    let many = |selector: &str| page.all(&format!(".deed-dots {selector}")).len();
    assert_eq!(many("circle.deed-planned"), 6, "one a planned session");
    assert_eq!(many(".deed-done"), 4, "one a deed");
    assert_eq!(
        (many("rect.deed-done"), many("path.deed-done")),
        (1, 1),
        "different and unplanned have their own shape"
    );
    assert_eq!(many("line.deed-line"), 3, "only what belongs together is joined");
    assert_eq!(page.texts(".deed-dots .deed-shift"), ["+1"]);
    let label = page.all(".deed-dots")[0].get_attribute("aria-label").unwrap_or_default();
    for word in ["Easy run", &t("fate-done"), &t("fate-ahead"), &t("fate-unplanned")] {
        assert!(label.contains(word), "{word} in {label}");
    }
    let request = asked::<ShowAdherence>(&heard).remove(0);
    assert_eq!((request.week, request.weeks), (Week::of(today()), 6));
    visit("/");
}

#[wasm_bindgen_test]
async fn what_did_not_go_as_planned_stands_in_words_and_nobody_failed() {
    let (page, _) = shown(view()).await;
    page.until("the notes", |page| !page.all(".deed-notes li").is_empty()).await;
    let notes = page.texts(".deed-notes li");
    let later = t_with("fate-later", &[("days", 1.0.into())]);
    let away = t_with("fate-excused", &[("why", t("exception-travel").into())]);
    let expected = [later, t("fate-different"), t("fate-not-done"), away, t("fate-unplanned")];
    assert_eq!(notes.len(), expected.len(), "done and still ahead need no words: {notes:?}");
    for (note, words) in notes.iter().zip(&expected) {
        assert!(note.contains(words), "{words} in {note}");
    }
    assert!(notes[1].contains(&t("sport-swim")) && notes[1].contains("Steady run"), "{notes:?}");
    let share = &page.texts(".deed-share")[0];
    // Two done and half of a different one, of four.
    assert!(
        share.contains("62 %") && share.contains(&t_with("adherence-left-out", &[("sessions", 1_u32.into())])),
        "{share}"
    );
    assert!(!page.text().to_lowercase().contains("failed"));
    visit("/");
}

#[wasm_bindgen_test]
async fn easy_sessions_felt_hard_are_said_and_hard_ones_are_not() {
    let (page, _) = shown(view()).await;
    page.until("the effort", |page| !page.all("[data-testid='felt'] tbody tr").is_empty()).await;
    assert_eq!(page.all("[data-testid='felt'] tbody tr").len(), 2);
    let said = page.texts("[data-testid='felt'] li");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains(&t("kind-easy")) && said[0].contains('2') && said[0].contains('4'), "{said:?}");
    visit("/");
}

#[wasm_bindgen_test]
async fn without_a_plan_the_card_says_how_it_comes() {
    let none = AdherenceView { weeks: vec![], total: domain::adherence::Adherence::default(), effort: vec![] };
    let (page, _) = shown(none).await;
    page.until("the hint", |page| page.text().contains(&t("adherence-none-hint"))).await;
    assert!(page.all(".deed-dots").is_empty());
    visit("/");
}
