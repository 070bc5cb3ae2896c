//! Recordings of one activity: one of them shows, and its load counts once, whatever is said or taken back.

use domain::activity::Activity;
use domain::id::{ActivityId, BatchId, LinkId};
use domain::same::Evidence;
use store::{NewLink, Roster, StoreFault};

use crate::scene::{ADA, BATCH, BO, NOBODY, Scene, activity, batch, commit, import, now, summary, uuid};

const LATER: BatchId = BatchId(uuid::Uuid::from_u128(0xBA7D));
const LAST: BatchId = BatchId(uuid::Uuid::from_u128(0xBA7E));

fn id(number: u128) -> ActivityId {
    ActivityId(uuid(0xAC00 + number))
}

/// A recording of the same morning that came with a batch; the higher its number, the fewer its records.
fn recording(number: u128, batch: BatchId) -> Activity {
    Activity { batch, records: 4000 - u32::try_from(number).expect("small"), ..activity(number, ADA, "2026-11-02") }
}

fn word(number: u128, copy: u128, of: u128, same: bool, batch: Option<BatchId>) -> NewLink {
    NewLink {
        id: LinkId(uuid(0x1100 + number)),
        athlete: ADA,
        activity: id(copy),
        of: id(of),
        same,
        score: batch.map(|_| 0.93),
        evidence: vec![Evidence::Start { seconds: 2.0 }, Evidence::OtherSport],
        batch,
        author: "coach".to_owned(),
        at: now(),
    }
}

/// Recordings 1, 2 and 3 of one morning, each from a batch of its own.
async fn three_recordings() -> Scene {
    let scene = Scene::club().await;
    let mut w = scene.roster.write().await.expect("begins");
    for (number, of) in [(1, BATCH), (2, LATER), (3, LAST)] {
        if of != BATCH {
            w.insert_batch(&batch(of)).await.expect("inserted");
        }
        import(&mut w, &recording(number, of)).await.expect("written");
    }
    commit(w, 2, "import-files").await.expect("committed");
    scene
}

async fn say(scene: &Scene, number: u128, link: &NewLink) {
    let mut w = scene.roster.write().await.expect("begins");
    w.insert_link(link).await.expect("said");
    commit(w, 100 + number, "link").await.expect("committed");
}

async fn undo(scene: &Scene, number: u128, batch: BatchId) {
    let mut w = scene.roster.write().await.expect("begins");
    w.undo_batch(batch, now()).await.expect("undone");
    commit(w, 200 + number, "undo-import").await.expect("committed");
}

async fn redo(scene: &Scene, number: u128, batch: BatchId) {
    let mut w = scene.roster.write().await.expect("begins");
    w.redo_batch(batch).await.expect("brought again");
    commit(w, 300 + number, "redo-import").await.expect("committed");
}

/// The numbers of Ada's recordings that show.
async fn shown(roster: &Roster) -> Vec<u128> {
    let mut shown: Vec<u128> = roster
        .activities(ADA, None, None, None)
        .await
        .expect("reads")
        .iter()
        .map(|activity| activity.id.0.as_u128() - 0xAC00)
        .collect();
    shown.sort_unstable();
    shown
}

async fn copies(roster: &Roster, of: u128) -> Vec<u128> {
    roster.copies(id(of)).await.expect("reads").iter().map(|link| link.activity.0.as_u128() - 0xAC00).collect()
}

#[tokio::test]
async fn a_copy_is_left_out_of_lists_and_counts_and_can_still_be_read() {
    let scene = three_recordings().await;
    let link = word(1, 2, 1, true, Some(LATER));
    say(&scene, 1, &link).await;
    let roster = &scene.roster;
    assert_eq!(shown(roster).await, [1, 3]);
    assert_eq!(roster.activity_count().await.expect("counts"), 2);
    let day = recording(1, BATCH).start;
    let near = roster.near(day, day + chrono::Duration::hours(1)).await.expect("reads");
    assert_eq!(near.iter().map(|run| run.id).collect::<Vec<_>>(), [id(1), id(3)]);
    assert!(roster.near(day - chrono::Duration::hours(1), day).await.expect("reads").is_empty(), "the end is open");
    assert_eq!(roster.activity(id(2)).await.expect("reads"), Some(recording(2, LATER)));
    assert_eq!(roster.channels(id(2), &[]).await.expect("reads").len(), 3);

    let told = roster.copy_of(id(2)).await.expect("reads").expect("is a copy");
    assert_eq!((told.activity, told.of, told.score), (id(2), id(1), Some(0.93)));
    assert_eq!((told.evidence.clone(), told.author.as_str(), told.at), (link.evidence, "coach", now()));
    assert_eq!(roster.copies(id(1)).await.expect("reads"), [told]);
    assert_eq!(roster.copy_of(id(1)).await.expect("reads"), None);
    assert_eq!(copies(roster, 3).await, [0; 0]);
}

#[tokio::test]
async fn the_newest_word_about_two_recordings_counts_whichever_way_round() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 2, 1, true, Some(LATER))).await;
    say(&scene, 2, &word(2, 1, 2, false, None)).await;
    assert_eq!(shown(&scene.roster).await, [1, 2, 3], "a person says they are two");
    say(&scene, 3, &word(3, 1, 2, true, None)).await;
    assert_eq!(shown(&scene.roster).await, [2, 3], "the other one is the copy now");
    assert_eq!(scene.roster.copy_of(id(1)).await.expect("reads").expect("a copy").score, None);
    say(&scene, 4, &word(4, 2, 1, true, None)).await;
    assert_eq!(shown(&scene.roster).await, [1, 3]);
}

#[tokio::test]
async fn what_a_word_with_a_batch_replaced_counts_again_when_the_batch_is_taken_back() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 2, 1, true, None)).await;
    say(&scene, 2, &word(2, 2, 1, false, Some(LAST))).await;
    assert_eq!(shown(&scene.roster).await, [1, 2, 3]);
    undo(&scene, 1, LAST).await;
    assert_eq!(shown(&scene.roster).await, [1]);
    redo(&scene, 1, LAST).await;
    assert_eq!(shown(&scene.roster).await, [1, 2, 3]);
}

#[tokio::test]
async fn a_copy_whose_original_is_taken_back_shows_until_it_comes_again() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 2, 1, true, Some(LATER))).await;
    undo(&scene, 1, BATCH).await;
    assert_eq!(shown(&scene.roster).await, [2, 3]);
    assert_eq!(scene.roster.copy_of(id(2)).await.expect("reads"), None);
    redo(&scene, 1, BATCH).await;
    assert_eq!(shown(&scene.roster).await, [1, 3]);
    undo(&scene, 2, LATER).await;
    assert_eq!(shown(&scene.roster).await, [1, 3]);
    assert_eq!(copies(&scene.roster, 1).await, [0; 0], "the copy went with its batch");
}

#[tokio::test]
async fn of_two_copies_whose_common_original_is_taken_back_one_shows() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 2, 1, true, Some(LATER))).await;
    say(&scene, 2, &word(2, 3, 1, true, Some(LAST))).await;
    assert_eq!((shown(&scene.roster).await, copies(&scene.roster, 1).await), (vec![1], vec![2, 3]));
    undo(&scene, 1, BATCH).await;
    assert_eq!(shown(&scene.roster).await, [2], "the one with more records");
    let told = scene.roster.copy_of(id(3)).await.expect("reads").expect("a copy");
    assert_eq!((told.of, told.score), (id(2), Some(0.93)));
    say(&scene, 3, &word(3, 3, 2, false, None)).await;
    assert_eq!(shown(&scene.roster).await, [2, 3], "a person keeps them apart");
}

#[tokio::test]
async fn a_chain_of_copies_shows_its_last_original_even_without_the_one_between() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 3, 2, true, Some(LATER))).await;
    say(&scene, 2, &word(2, 2, 1, true, None)).await;
    assert_eq!((shown(&scene.roster).await, copies(&scene.roster, 1).await), (vec![1], vec![2, 3]));
    undo(&scene, 1, LATER).await;
    assert_eq!(shown(&scene.roster).await, [1, 3], "the word went with the batch");
    redo(&scene, 1, LATER).await;
    assert_eq!(shown(&scene.roster).await, [1]);
}

#[tokio::test]
async fn nothing_becomes_a_copy_of_its_own_copy() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 3, 2, true, None)).await;
    say(&scene, 2, &word(2, 2, 1, true, None)).await;
    let mut w = scene.roster.write().await.expect("begins");
    let refused = w.insert_link(&word(3, 1, 3, true, None)).await;
    assert!(matches!(refused, Err(StoreFault::CopyOfItself { activity, of }) if (activity, of) == (id(1), id(3))));
    let refused = w.insert_link(&word(4, 1, 1, true, None)).await;
    assert!(matches!(refused, Err(StoreFault::CopyOfItself { .. })), "{refused:?}");
    w.insert_link(&word(5, 1, 3, false, None)).await.expect("that they differ can be said");
    w.insert_link(&word(6, 1, 9, true, None)).await.expect_err("no such recording");
    drop(w);
    assert_eq!(shown(&scene.roster).await, [1]);
}

#[tokio::test]
async fn a_circle_that_an_undo_closes_still_shows_one() {
    // 1 of 2 came with a batch and was denied with a later one; meanwhile 2 of 3 and 3 of 1 were said.
    let scene = three_recordings().await;
    let mut w = scene.roster.write().await.expect("begins");
    let denying = BatchId(uuid(0xBA7F));
    w.insert_batch(&batch(denying)).await.expect("inserted");
    commit(w, 3, "import-files").await.expect("committed");
    say(&scene, 1, &word(1, 1, 2, true, None)).await;
    say(&scene, 2, &word(2, 1, 2, false, Some(denying))).await;
    say(&scene, 3, &word(3, 2, 3, true, None)).await;
    say(&scene, 4, &word(4, 3, 1, true, None)).await;
    assert_eq!(shown(&scene.roster).await, [1, 2], "these two are denied");
    undo(&scene, 1, denying).await;
    assert_eq!(shown(&scene.roster).await, [1], "the one with most records of the three");
}

#[tokio::test]
async fn a_recording_given_to_somebody_else_shows_there() {
    let scene = three_recordings().await;
    say(&scene, 1, &word(1, 2, 1, true, None)).await;
    let mut w = scene.roster.write().await.expect("begins");
    let start = recording(2, LATER).start_local;
    w.assign_activity(id(2), BO, start, &summary(44.0)).await.expect("assigned");
    commit(w, 4, "assign-activities").await.expect("committed");
    let bos = scene.roster.activities(BO, None, None, None).await.expect("reads");
    assert_eq!(bos.iter().map(|run| run.id).collect::<Vec<_>>(), [id(2)], "it is Bo's own, not a copy");
    assert_eq!(shown(&scene.roster).await, [1, 3]);

    let mut w = scene.roster.write().await.expect("begins");
    w.assign_activity(id(2), NOBODY, start, &summary(44.0)).await.expect("assigned");
    commit(w, 5, "assign-activities").await.expect("committed");
    assert_eq!(scene.roster.counts().await.expect("counts").unassigned, 0, "nobody's copy of hers waits for nobody");
}
