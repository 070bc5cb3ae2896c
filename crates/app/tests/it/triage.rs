//! The triage table: what the coach decides about a row holds until there is something new, and nothing of it is overwritten.

use chrono::Duration;
use contract::FaultCode;
use contract::entry::SquadMorning;
use contract::plan::Annotate;
use contract::roster::{ReadJournal, Triage, TriageRow};
use contract::triage::{DropFilter, MarkAthlete, SaveFilter, ShowBeside, ShowTriageRow, UnmarkAthlete};
use domain::adherence::Adherence;
use domain::annotation::Subject;
use domain::athlete::Athlete;
use domain::attention::Severity;
use domain::sport::Sport;
use domain::triage::{Decision, DecisionKind, Shelf, Stands, TriageFilter};

use crate::afterwards::{rode, story};
use crate::club::Club;

async fn row(club: &Club, athlete: &Athlete) -> TriageRow {
    let view = club.ask(&Triage { on: None }).await.expect("shown");
    let row = view.rows.into_iter().find(|row| row.athlete.id == athlete.id).expect("a row");
    let alone = club.ask(&ShowTriageRow { athlete: athlete.id }).await.expect("shown");
    assert_eq!(row, alone, "a row asked for by itself is the row of the table");
    row
}

async fn decide(club: &Club, athlete: &Athlete, decision: Decision) -> TriageRow {
    club.ask(&MarkAthlete { athlete: athlete.id, decision }).await.expect("kept").value
}

/// Monday of the next week, with one athlete about whom little is known.
async fn monday() -> (Club, Athlete) {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    club.wait(2);
    (club, ada)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_holds_until_data_come_in_and_each_word_is_a_line_of_the_journal() {
    let (club, ada) = monday().await;
    let marked = decide(&club, &ada, Decision::Reviewed).await;
    assert_eq!(marked.marks.shelf(), Shelf::Reviewed);
    assert_eq!(row(&club, &ada).await, marked, "the reply is the row as it stands");

    rode(&club, &ada, testkit::clock::today(), 60.0).await;
    let changed = row(&club, &ada).await;
    assert_eq!(changed.marks.reviewed.as_ref().map(|review| review.stands), Some(Stands::ChangedSince));
    assert_eq!(changed.marks.shelf(), Shelf::Open);

    decide(&club, &ada, Decision::Reviewed).await;
    let back = UnmarkAthlete { athlete: ada.id, kind: DecisionKind::Reviewed };
    let taken = club.ask(&back).await.expect("taken back");
    assert_eq!(taken.value.marks.reviewed, None);
    let again = club.ask(&back).await.expect("answered");
    assert!(again.touched.is_empty(), "there is nothing more to take back, and nothing is written");
    let journal = club.ask(&ReadJournal { limit: 20 }).await.expect("read");
    let lines: Vec<&str> = journal
        .iter()
        .rev()
        .map(|line| line.action.as_str())
        .filter(|action| action.ends_with("mark-athlete"))
        .collect();
    assert_eq!(lines, ["mark-athlete", "mark-athlete", "unmark-athlete"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snoozed_athlete_comes_back_when_reasons_get_worse_or_its_day_comes() {
    let (club, ada) = monday().await;
    let today = testkit::clock::today() + Duration::days(2);
    for days in [0, 61] {
        let until = today + Duration::days(days);
        let refused = club.ask(&MarkAthlete { athlete: ada.id, decision: Decision::Snoozed { until } }).await;
        assert_eq!(refused.expect_err("refused").code, FaultCode::BadValue, "{days} days");
    }
    let until = today + Duration::days(3);
    assert_eq!(decide(&club, &ada, Decision::Snoozed { until }).await.marks.shelf(), Shelf::Snoozed);
    let ill = SquadMorning { day: today, text: "Ada: ill".to_owned(), keep: true };
    assert_eq!(club.ask(&ill).await.expect("read").value.kept, 1);
    let woken = row(&club, &ada).await;
    assert!(woken.flags.iter().any(|flag| flag.severity == Severity::Act), "{:?}", woken.flags);
    assert_eq!(woken.marks.shelf(), Shelf::Open);
    assert!(woken.marks.snoozed.as_ref().is_some_and(|snooze| snooze.woken));

    // With the illness before the coach's eyes it is put off again, and then its day comes.
    assert_eq!(decide(&club, &ada, Decision::Snoozed { until }).await.marks.shelf(), Shelf::Snoozed);
    club.wait(3);
    assert_eq!(row(&club, &ada).await.marks.snoozed, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_call_list_keeps_its_line_and_a_note_shows_in_the_row() {
    let (club, ada) = monday().await;
    let line = Some("  How is the knee? ".to_owned());
    let row_now = decide(&club, &ada, Decision::CallList { line }).await;
    assert_eq!(row_now.marks.call.and_then(|call| call.line).as_deref(), Some("How is the knee?"));
    let subject = Subject::Day { date: testkit::clock::today() };
    let long = format!("Called.\n{}", "word ".repeat(60));
    club.ask(&Annotate { athlete: ada.id, subject, text: long, shared: false }).await.expect("noted");
    let note = row(&club, &ada).await.last_note.expect("a note");
    assert!(note.text.starts_with("Called. word") && note.text.ends_with('\u{2026}') && !note.shared, "{note:?}");
    let beside = club.ask(&ShowBeside { athlete: ada.id }).await.expect("shown");
    assert_eq!((beside.days.len(), beside.notes.len()), (14, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn days_without_training_for_a_reason_leave_what_was_planned() {
    let club = Club::new().await;
    let (ada, _) = story(&club).await;
    let done = row(&club, &ada).await.done.expect("something was planned");
    assert_eq!(done.sessions, Adherence { done: 3, not_done: 1, excused: 1, ..Adherence::default() });
    assert_eq!((done.planned_minutes, done.done_minutes), (60.0 + 40.0 + 60.0 + 120.0, 58.0 + 42.0 + 115.0));
    let beside = club.ask(&ShowBeside { athlete: ada.id }).await.expect("shown");
    assert_eq!(beside.days.iter().filter(|day| day.excused).count(), 1);
    assert_eq!(beside.days.iter().filter(|day| day.planned.is_some()).count(), 5);
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_are_kept_by_name_for_the_roster() {
    let (club, _) = monday().await;
    let filter = TriageFilter { sport: Some(Sport::Run), ..TriageFilter::default() };
    let save = |name: &str| SaveFilter { name: name.to_owned(), filter: filter.clone() };
    assert!(club.ask(&save("  ")).await.is_err(), "a filter needs a name");
    let saved = club.ask(&save(" Runners ")).await.expect("saved");
    assert_eq!(saved.value.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Runners"]);
    assert!(club.ask(&save("Runners")).await.expect("said again").touched.is_empty(), "the same twice is written once");
    assert_eq!(club.ask(&Triage { on: None }).await.expect("shown").filters, saved.value);
    let left = club.ask(&DropFilter { name: "Runners".to_owned() }).await.expect("dropped");
    assert!(left.value.is_empty());
}
