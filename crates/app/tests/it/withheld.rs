//! What is withheld from whoever changes a row stays in the row.

use contract::club::{AddException, ShowAvailability};
use contract::threshold::{AddMark, ListMarks, WithdrawMark};
use domain::availability::ExceptionKind;
use domain::consent::DataCategory;
use domain::mark::MarkKind;
use domain::week::Week;
use testkit::clock;

use crate::club::Club;

#[tokio::test(flavor = "multi_thread")]
async fn a_mark_whose_words_are_withheld_keeps_them_when_it_is_ended() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await.id;
    let note = Some("at her sister's".to_owned());
    let from = clock::days_ago(6);
    let open =
        AddMark { athlete: ada, kind: MarkKind::Other, from, to: None, size: None, note: note.clone(), replaces: None };
    let made = club.ask(&open).await.expect("marked").value;

    club.consent(1, ada, DataCategory::Notes, false).await;
    let seen = club.ask(&ListMarks { athlete: ada }).await.expect("listed").marks;
    assert_eq!(seen.iter().map(|mark| mark.note.as_deref()).collect::<Vec<_>>(), [None], "the mark without its words");
    let ended = AddMark { to: Some(clock::days_ago(1)), note: None, replaces: Some(made.id), ..open.clone() };
    let ended = club.ask(&ended).await.expect("ended").value;
    assert_eq!(ended.note, None, "nor are they in the answer");

    club.consent(2, ada, DataCategory::Notes, true).await;
    let seen = club.ask(&ListMarks { athlete: ada }).await.expect("listed").marks;
    assert_eq!((seen.len(), &seen[0].note, seen[0].to), (1, &note, Some(clock::days_ago(1))));
    let bare = AddMark { replaces: Some(ended.id), note: None, ..open };
    let bare = club.ask(&bare).await.expect("replaced").value;
    let seen = club.ask(&ListMarks { athlete: ada }).await.expect("listed").marks;
    assert_eq!(seen[0].note, None, "who sees them may take them away");
    assert!(club.ask(&WithdrawMark { mark: bare.id }).await.expect("taken back").value);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_illness_that_is_withheld_stays_one_when_its_days_are_moved() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await.id;
    let (from, to) = (clock::days_ago(2), clock::days_ago(1));
    let ill = AddException {
        athletes: vec![ada],
        kind: ExceptionKind::Illness,
        from,
        to,
        minutes: 0,
        note: Some("fever in the night".to_owned()),
        supersedes: None,
    };
    let made = club.ask(&ill).await.expect("entered").value.remove(0);
    club.consent(1, ada, DataCategory::Injury, false).await;
    let moved = AddException {
        kind: ExceptionKind::Other,
        to: clock::today(),
        note: None,
        supersedes: Some(made.id),
        ..ill.clone()
    };
    club.ask(&moved).await.expect("moved");
    club.consent(2, ada, DataCategory::Injury, true).await;
    let grid = ShowAvailability { week: Week::of(from), squad: None };
    let row = club.ask(&grid).await.expect("shown").rows.remove(0);
    assert_eq!(row.exceptions.len(), 1);
    let now = &row.exceptions[0];
    assert_eq!((now.kind, now.to, now.note.clone()), (ExceptionKind::Illness, clock::today(), ill.note));
}
