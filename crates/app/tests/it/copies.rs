//! One activity from two files: its load counts once, and nothing about either is lost.

use contract::entry::{ActivityFormat, ExportActivity};
use contract::import::Outcome;
use contract::measure::{ActivityDetail, ActivityTrace};
use contract::plan::Annotate;
use domain::annotation::Subject;
use domain::recording::ChannelKind;

use crate::club::{Club, ride};

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_is_shown_beside_the_activity_that_counts_with_its_notes_and_why() {
    let club = Club::new().await;
    let ada = club.athlete("Ada Fell").await;
    let id = club.bring("ride.fit", &ride(3), ada.id).await.files[0].activities[0];
    let request = ExportActivity { id, format: ActivityFormat::Tcx, folder: None };
    let tcx = club.ask(&request).await.expect("written").path;
    let bytes = std::fs::read(tcx).expect("there");
    let report = club.bring("same ride.tcx", &bytes, ada.id).await;
    assert_eq!(report.files[0].outcome, Outcome::Linked, "{report:?}");
    assert_eq!(club.activities(ada.id).await.len(), 1, "its load counts once");

    let shown = club.activities(ada.id).await[0].id;
    let detail = club.ask(&ActivityDetail { id: shown }).await.expect("shown");
    assert_eq!((detail.copies.len(), detail.copy_of), (1, None));
    let copy = &detail.copies[0];
    assert!(copy.score.is_some_and(|score| score > 0.8), "{copy:?}");
    assert!(copy.why.split_whitespace().count() > 3 && !copy.why.contains("evidence-"), "{}", copy.why);
    let note = |activity, text: &str| Annotate {
        athlete: ada.id,
        subject: Subject::Activity { activity },
        text: text.to_owned(),
        shared: false,
    };
    club.ask(&note(copy.id, "Written on the copy")).await.expect("noted");
    club.ask(&note(shown, "Written on the one that counts")).await.expect("noted");
    let detail = club.ask(&ActivityDetail { id: shown }).await.expect("shown");
    assert_eq!(detail.notes.len(), 2, "{:?}", detail.notes);
    let of_copy = club.ask(&ActivityDetail { id: copy.id }).await.expect("a copy can be looked at too");
    assert_eq!(of_copy.copy_of, Some(shown));
    let trace = ActivityTrace { id: shown, width: 400, channels: Vec::new(), from: None, to: None };
    let kinds: Vec<ChannelKind> =
        club.ask(&trace).await.expect("drawn").lines.into_iter().map(|line| line.kind).collect();
    assert!(kinds.starts_with(&[ChannelKind::HeartRate, ChannelKind::Power]), "{kinds:?}");
    assert!(!kinds.contains(&ChannelKind::Latitude) && !kinds.contains(&ChannelKind::Distance), "{kinds:?}");
}
