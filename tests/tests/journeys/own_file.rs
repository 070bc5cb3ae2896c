//! An athlete's own file, all the way: handed out under a passphrase, opened elsewhere, spoken in, sent back, merged, merged
//! again, taken back. And what is refused on the way.

use std::sync::Arc;

use app::{App, Clock, Place};
use chrono::Duration;
use contract::athlete::{AddRace, AthletePage, Eyes};
use contract::club::AddException;
use contract::entry::Exported;
use contract::import::{ListBatches, RedoImport, UndoImport};
use contract::keyring::{FileFrom, Secret};
use contract::measure::{ActivityDetail, ActivityTrace, ListActivities};
use contract::need::{Need, need};
use contract::own::{
    ActivityWords, GiveOwnFile, LookAtReturn, MergeReturn, ReturnFate, ReturnKey, SayOwn, SendBack, ShowOwn,
};
use contract::people::ListAthletes;
use contract::plan::{Annotate, DraftWeek, OverrideSession, ShowWeek};
use contract::protect::UnlockRoster;
use contract::roster::{OpenRoster, ReadJournal};
use contract::threshold::{AddMark, ListMarks};
use contract::{Fault, FaultCode};
use domain::annotation::Subject;
use domain::athlete::Athlete;
use domain::availability::ExceptionKind;
use domain::id::ActivityId;
use domain::mark::MarkKind;
use domain::overrides::{Change, ReasonTag};
use domain::own::Said;
use domain::session::SessionKind;
use domain::sport::Sport;
use domain::unit::Rpe;
use domain::week::Week;
use domain::wellness::WellnessField;

use crate::club::{Club, StoryClock, monday, november};

const PASSPHRASE: &str = "three herons by the weir";
const PRIVATE: &str = "QXPRIVATEMARKERQX";
const SHARED: &str = "QXSHAREDMARKERQX";
const OTHER: &str = "QXOTHERATHLETEQX";

/// The athlete's own computer.
async fn elsewhere(club: &Club) -> Club {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Place { author: "ada".to_owned(), ..Place::in_folder(folder.path()) };
    let clock: Arc<dyn Clock> = Arc::<StoryClock>::clone(&club.clock);
    Club { folder, app: App::new(place, clock), clock: club.clock.clone() }
}

/// A club with two athletes; Ada has a ride, notes of both kinds, a plan and a race.
async fn story() -> (Club, Athlete, ActivityId) {
    let club = Club::new().await;
    let (ada, bo) = (club.athlete("Ada Fell").await, club.athlete("Bo Marsh").await);
    let rides = [
        ("Ada Fell/ride.fit", sample::ride(monday() - Duration::days(3), 3600, Some(180))),
        ("Bo Marsh/ride.fit", sample::ride(monday() - Duration::days(2), 1800, Some(220))),
    ];
    let files: Vec<(&str, &[u8])> = rides.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    let ride = club.upload(&files).await.files[0].activities[0];
    let week = Week::of(november(23));
    for (athlete, text, shared) in [(&ada, PRIVATE, false), (&ada, SHARED, true), (&bo, OTHER, true)] {
        let subject = Subject::Week { week };
        let note = Annotate { athlete: athlete.id, subject, text: text.to_owned(), shared };
        club.ask(&note).await.expect("noted");
    }
    club.ask(&DraftWeek { athlete: ada.id, week, fresh: false }).await.expect("drafted");
    // What the coach wrote beside other things, shared with nobody.
    let (day, private) = (november(24), || Some(PRIVATE.to_owned()));
    let beside = OverrideSession {
        athlete: ada.id,
        week,
        session: None,
        change: Change::Add {
            date: day,
            session: testkit::plan::session(SessionKind::Easy, Sport::Run, "Run", 30, 20.0),
        },
        tag: ReasonTag::GroupSession,
        text: private(),
        insist: true,
    };
    club.ask(&beside).await.expect("changed");
    let (athlete, from, note) = (ada.id, day, private());
    let mark = AddMark { athlete, kind: MarkKind::Other, from, to: Some(day), size: None, note, replaces: None };
    club.ask(&mark).await.expect("marked");
    let (athletes, kind, note) = (vec![ada.id], ExceptionKind::Other, private());
    let off = AddException { athletes, kind, from, to: day, minutes: 0, note, supersedes: None };
    club.ask(&off).await.expect("a day off");
    let race = AddRace {
        athlete: ada.id,
        name: "Lake ride".to_owned(),
        date: november(29),
        sport: Sport::Ride,
        distance: None,
        priority: domain::season::Priority::A,
    };
    club.ask(&race).await.expect("a race");
    (club, ada, ride)
}

async fn give(club: &Club, athlete: &Athlete) -> Exported {
    let folder = club.folder.path().join("out").to_string_lossy().into_owned();
    let passphrase = Secret(PASSPHRASE.to_owned());
    club.ask(&GiveOwnFile { athlete: athlete.id, passphrase, folder: Some(folder) }).await.expect("handed out")
}

/// Opens the file as far as it opens without its passphrase.
async fn knock(own: &Club, path: &str) {
    let fault = own.ask(&OpenRoster { path: path.to_owned() }).await.expect_err("it is under a passphrase");
    assert_eq!(fault.code, FaultCode::Locked, "{fault:?}");
}

async fn unlock(own: &Club, path: &str) {
    knock(own, path).await;
    own.ask(&UnlockRoster { passphrase: Secret(PASSPHRASE.to_owned()), keep: false }).await.expect("opened");
}

fn file(path: &str) -> FileFrom {
    FileFrom::Path { path: path.to_owned() }
}

fn said(ride: ActivityId) -> Vec<Said> {
    vec![
        Said::Morning { day: november(16), field: WellnessField::Sleep, value: 6.5 },
        Said::Effort { activity: ride, rpe: Rpe(8.0) },
        Said::Comment { activity: ride, text: "Headwind all the way.".to_owned() },
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_file_goes_out_is_spoken_in_comes_back_and_is_merged_once() {
    let (club, ada, ride) = story().await;
    let given = give(&club, &ada).await;
    assert!(given.left_out.iter().any(|line| line.contains("note")), "{:?}", given.left_out);
    let bytes = std::fs::read(&given.path).expect("there");
    for marker in [PRIVATE, SHARED, OTHER, "Ada Fell", "Bo Marsh", "SQLite format 3"] {
        let found = bytes.windows(marker.len()).any(|window| window == marker.as_bytes());
        assert!(!found, "{marker} stands in the clear");
    }

    let own = elsewhere(&club).await;
    knock(&own, &given.path).await;
    let wrong = UnlockRoster { passphrase: Secret("three herons by the bridge".to_owned()), keep: false };
    let refused = own.ask(&wrong).await.expect_err("not the passphrase");
    assert!(!refused.what.is_empty() && !refused.next.is_empty(), "{refused:?}");
    unlock(&own, &given.path).await;

    // Her history, her plan, what was shared: and nobody else's.
    let people = own.ask(&ListAthletes {}).await.expect("people");
    assert_eq!(people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ada Fell"]);
    let page = AthletePage { athlete: ada.id, on: None, eyes: Eyes::Athlete };
    assert_eq!(own.ask(&page).await.expect("page").races[0].name, "Lake ride");
    let (here, there) = (ActivityDetail { id: ride }, ActivityDetail { id: ride });
    let (here, there) =
        (own.ask(&here).await.expect("shown").activity, club.ask(&there).await.expect("shown").activity);
    assert_eq!((here.summary, here.totals, here.laps), (there.summary, there.totals, there.laps));
    let trace = ActivityTrace { id: ride, width: 200, channels: Vec::new(), from: None, to: None };
    assert!(!own.ask(&trace).await.expect("traced").lines.is_empty());
    let week = ShowWeek { athlete: ada.id, week: Week::of(november(23)) };
    let told = serde_json::to_string(&own.ask(&week).await.expect("the week")).expect("JSON");
    assert!(told.contains(SHARED) && told.contains("group-session") && !told.contains(PRIVATE), "{told}");
    let whole = AthletePage { athlete: ada.id, on: None, eyes: Eyes::Coach };
    let page = own.ask(&whole).await.expect("page");
    let marks = own.ask(&ListMarks { athlete: ada.id }).await.expect("marks");
    assert_eq!((page.exceptions.len(), marks.marks.len()), (1, 1));
    let told = serde_json::to_string(&(page, marks)).expect("JSON");
    assert!(!told.contains(PRIVATE), "{told}");

    let view = own.ask(&ShowOwn {}).await.expect("shown").expect("an own file");
    assert_eq!((view.name.as_str(), view.activities[0].id, view.unsent), ("Ada Fell", ride, 0));
    let empty = own.ask(&SendBack { folder: None }).await.expect_err("nothing was said");
    assert_eq!(empty.code, FaultCode::Impossible);
    own.ask(&SayOwn { said: said(ride) }).await.expect("kept");
    let view = own.ask(&ShowOwn {}).await.expect("shown").expect("an own file");
    assert_eq!((view.said.len(), view.unsent, view.activities[0].rpe), (3, 3, Some(8.0)));
    let sent = own.ask(&SendBack { folder: None }).await.expect("written");
    assert_eq!(own.ask(&ShowOwn {}).await.expect("shown").expect("an own file").unsent, 0);

    // What the coach wrote stays; both are seen side by side.
    let mine = contract::athlete::AddWellness {
        athlete: ada.id,
        values: vec![domain::wellness::WellnessValue {
            date: november(16),
            field: WellnessField::Sleep,
            value: 8.0,
            source: "coach".to_owned(),
        }],
    };
    club.ask(&mine).await.expect("kept");
    let preview = club.ask(&LookAtReturn { file: file(&sent.path) }).await.expect("looked at");
    assert_eq!((preview.new, preview.key, preview.words_of_key), (3, ReturnKey::First, sent.words_of_key));
    let beside = preview.rows[0].beside.as_deref().expect("the coach wrote about that morning too");
    assert!(beside.contains("coach") && beside.contains('8'), "{beside}");
    let merge = MergeReturn { file: file(&sent.path), hash: preview.hash, other_key: false };
    let merged = club.ask(&merge).await.expect("merged").value;
    assert_eq!((merged.mornings, merged.words, merged.here), (1, 2, 0));
    let words = club.ask(&ActivityWords { activity: ride }).await.expect("words");
    assert_eq!(words.iter().map(|word| word.said.clone()).collect::<Vec<_>>(), said(ride)[1..]);
    let counted = club.ask(&ActivityDetail { id: ride }).await.expect("shown").activity;
    assert_eq!((counted.rpe, counted.comment), (None, None), "nothing of the coach's moved");

    let again = club.ask(&merge).await.expect("nothing new").value;
    assert_eq!((again.batch, again.mornings, again.words, again.here), (None, 0, 0, 3));

    let batch = merged.batch.expect("a batch");
    assert_eq!(club.ask(&ListBatches {}).await.expect("batches")[0].id, batch);
    assert_eq!(club.ask(&UndoImport { batch }).await.expect("undone").value.wellness, 1);
    assert!(club.ask(&ActivityWords { activity: ride }).await.expect("words").is_empty());
    let preview = club.ask(&LookAtReturn { file: file(&sent.path) }).await.expect("looked at");
    assert!(preview.rows.iter().all(|row| row.fate == ReturnFate::TakenBack), "{:?}", preview.rows);
    club.ask(&RedoImport { batch }).await.expect("brought again");
    assert_eq!(club.ask(&ActivityWords { activity: ride }).await.expect("words").len(), 2);

    // A second return holds the first; only what is new is merged, and the key is known by now.
    let more = Said::Comment { activity: ride, text: "Knee is fine.".to_owned() };
    own.ask(&SayOwn { said: vec![more] }).await.expect("kept");
    let sent = own.ask(&SendBack { folder: None }).await.expect("written");
    let preview = club.ask(&LookAtReturn { file: file(&sent.path) }).await.expect("looked at");
    assert_eq!((preview.new, preview.key, preview.rows.len()), (1, ReturnKey::Known, 4));
    let lines = club.ask(&ReadJournal { limit: 50 }).await.expect("the journal");
    assert!(lines.iter().any(|line| line.action == "merge-return" && line.athlete == Some(ada.id)));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_own_file_takes_nothing_but_what_the_athlete_says() {
    let (club, ada, ride) = story().await;
    let own = elsewhere(&club).await;
    unlock(&own, &give(&club, &ada).await.path).await;
    let refused = |answer: Result<String, Fault>| {
        let fault = answer.expect_err("an own file only reads");
        assert_eq!(fault.code, FaultCode::Impossible, "{fault:?}");
        assert!(fault.what.contains("own file") && !fault.next.is_empty(), "{fault:?}");
    };
    let before = own.ask(&ReadJournal { limit: 500 }).await.expect("the journal").len();
    // Refused by name, whatever the arguments: only what looks, and what is named as the athlete's, is let in.
    let theirs = ["CreateRoster", "KeepKey", "ProtectRoster", "SaveChart", "SayOwn", "SendBack", "SetIdleLock"];
    let writes = |name: &&&str| need(name) != Need::Look && !theirs.contains(name);
    for name in contract::call::NAMES.iter().filter(writes) {
        refused(app::dispatch(&own.app, name, "{}").await);
    }
    let effort = serde_json::json!({ "activity": ride, "rpe": 3.0 }).to_string();
    refused(app::dispatch(&own.app, "SetEffort", &effort).await);
    assert_eq!(own.ask(&ReadJournal { limit: 500 }).await.expect("the journal").len(), before, "nothing was written");

    // And of what is the athlete's, only what a person can have said, all of it or none.
    let mut words = said(ride);
    words.push(Said::Effort { activity: ride, rpe: Rpe(11.0) });
    own.ask(&SayOwn { said: words }).await.expect_err("nobody feels eleven of ten");
    assert!(own.ask(&ShowOwn {}).await.expect("shown").expect("an own file").said.is_empty());
    let nobody = club.ask(&SayOwn { said: said(ride) }).await.expect_err("a coach's roster is nobody's own file");
    assert_eq!(nobody.code, FaultCode::Impossible);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_is_believed_only_signed_whole_and_from_a_file_handed_out_here() {
    let (club, ada, ride) = story().await;
    let own = elsewhere(&club).await;
    unlock(&own, &give(&club, &ada).await.path).await;
    own.ask(&SayOwn { said: said(ride) }).await.expect("kept");
    let sent = own.ask(&SendBack { folder: None }).await.expect("written");
    let whole = std::fs::read(&sent.path).expect("there");
    assert!(!whole.windows(8).any(|window| window == b"Headwind"), "only the coach can read it");

    let changed = club.folder.path().join("changed.tsreturn");
    for (at, step) in [(whole.len() / 3, 1), (whole.len() - 5, 0x80)] {
        let mut bytes = whole.clone();
        bytes[at] ^= step;
        std::fs::write(&changed, bytes).expect("written");
        let fault = club.ask(&LookAtReturn { file: file(&changed.to_string_lossy()) }).await.expect_err("changed");
        assert!(!fault.what.is_empty() && !fault.next.is_empty(), "{fault:?}");
    }
    std::fs::write(&changed, br#"{"words":[]}"#).expect("written");
    club.ask(&LookAtReturn { file: file(&changed.to_string_lossy()) }).await.expect_err("not signed");

    let stranger = Club::new().await;
    let fault = stranger.ask(&LookAtReturn { file: file(&sent.path) }).await.expect_err("another club's");
    assert_eq!(fault.code, FaultCode::NotFound, "{fault:?}");

    // Another key than before is told, and merged only when a person says that it is theirs.
    // What has no end is not read to it.
    #[cfg(unix)]
    {
        let fault = club.ask(&LookAtReturn { file: file("/dev/zero") }).await.expect_err("larger than any return");
        assert_eq!(fault.code, FaultCode::PlanFile, "{fault:?}");
    }
    let merge = |seen: contract::own::ReturnPreview, path: &str, other_key| MergeReturn {
        file: file(path),
        hash: seen.hash,
        other_key,
    };
    let seen = club.ask(&LookAtReturn { file: file(&sent.path) }).await.expect("looked at");
    club.ask(&merge(seen, &sent.path, false)).await.expect("merged");
    let other = elsewhere(&club).await;
    unlock(&other, &give(&club, &ada).await.path).await;
    let more = Said::Morning { day: november(15), field: WellnessField::Mood, value: 4.0 };
    other.ask(&SayOwn { said: vec![more] }).await.expect("kept");
    let again = other.ask(&SendBack { folder: None }).await.expect("written");
    let seen = club.ask(&LookAtReturn { file: file(&again.path) }).await.expect("looked at");
    assert_eq!(seen.key, ReturnKey::Other);
    let fault = club.ask(&merge(seen.clone(), &again.path, false)).await.expect_err("another key");
    assert_eq!(fault.code, FaultCode::Key, "{fault:?}");
    assert_eq!(club.ask(&merge(seen, &again.path, true)).await.expect("merged").value.mornings, 1);

    // The newer file holds what had come back; what was said in the older one since is not lost, but comes from there.
    let view = other.ask(&ShowOwn {}).await.expect("shown").expect("an own file");
    let newest = &view.activities[0];
    assert_eq!((newest.rpe, newest.comment.as_deref()), (Some(8.0), Some("Headwind all the way.")));
    let late = Said::Comment { activity: ride, text: "And cold.".to_owned() };
    own.ask(&SayOwn { said: vec![late] }).await.expect("the older file still takes it");
    let sent = own.ask(&SendBack { folder: None }).await.expect("written");
    let seen = club.ask(&LookAtReturn { file: file(&sent.path) }).await.expect("looked at");
    assert_eq!((seen.new, seen.key), (1, ReturnKey::Known));
    assert_eq!(club.ask(&merge(seen, &sent.path, false)).await.expect("merged").value.words, 1);
    let list = ListActivities { athlete: ada.id, from: None, to: None, limit: None };
    assert_eq!(club.ask(&list).await.expect("listed").len(), 1);
}
