//! A roster is as it was left, or it is said that it is not.

use std::path::Path;

use store::{Roster, StoreFault};

use crate::scene::{Scene, commit, now};

const NOTE: &str = "club.trackside.left";

async fn set(roster: &Roster, number: u128) {
    let mut w = roster.write().await.expect("begins");
    w.set_meta("step", &number.to_string()).await.expect("written");
    commit(w, number, "set-rule").await.expect("committed");
}

/// Turns the first place where the file holds `from` into `to`, as no program of ours would.
fn change(path: &Path, from: &[u8], to: &[u8]) {
    let mut bytes = std::fs::read(path).expect("reads");
    let at = bytes.windows(from.len()).position(|window| window == from).expect("it stands somewhere");
    bytes[at..at + to.len()].copy_from_slice(to);
    std::fs::write(path, bytes).expect("written");
}

#[tokio::test]
async fn a_digit_that_something_else_changed_shows_at_the_next_opening() {
    let scene = Scene::club().await;
    set(&scene.roster, 4711).await;
    let scene = scene.reopened().await;
    assert!(!scene.roster.was_changed(), "it is as it was left");
    let path = scene.roster.path().to_owned();
    scene.roster.clone().close().await;

    change(&path, b"4711", b"4712");
    let roster = Roster::open(&path, now()).await.expect("it opens all the same");
    assert!(roster.was_changed());
    assert!(roster.integrity().await.expect("checked").is_empty(), "SQLite sees nothing wrong");
    roster.close().await;
    let roster = Roster::open(&path, now()).await.expect("opens");
    assert!(roster.was_changed(), "it shows until something is written");
    set(&roster, 5000).await;
    roster.close().await;
    assert!(!Roster::open(&path, now()).await.expect("opens").was_changed());
}

#[tokio::test]
async fn the_note_goes_before_the_first_write_and_comes_when_the_last_one_closes() {
    let scene = Scene::club().await;
    let path = scene.roster.path().to_owned();
    let scene = scene.reopened().await;
    assert!(scene.files().contains(&NOTE.to_owned()), "{:?}", scene.files());
    let other = Roster::open(&path, now()).await.expect("opens beside it");
    set(&other, 7).await;
    assert!(!scene.files().contains(&NOTE.to_owned()), "{:?}", scene.files());
    other.close().await;
    assert!(!scene.files().contains(&NOTE.to_owned()), "another still has it open: {:?}", scene.files());
    let scene = scene.reopened().await;
    assert!(scene.files().contains(&NOTE.to_owned()) && !scene.roster.was_changed());
}

#[tokio::test]
async fn a_program_that_was_killed_leaves_no_note_that_could_be_wrong() {
    let scene = Scene::club().await;
    let scene = scene.reopened().await;
    set(&scene.roster, 7).await;
    // As after a kill: the file and its log as they stand now, under another name.
    let copy = scene.at("copy.trackside");
    for ending in ["", "-wal", ".left"] {
        let from = scene.at(&format!("club.trackside{ending}"));
        if from.exists() {
            std::fs::copy(from, scene.at(&format!("copy.trackside{ending}"))).expect("copied");
        }
    }
    let roster = Roster::open(&copy, now()).await.expect("opens");
    assert!(roster.was_cut() && !roster.was_changed());
    roster.close().await;
    assert!(!Roster::open(&copy, now()).await.expect("opens").was_changed());
}

#[tokio::test]
async fn a_note_that_cannot_be_removed_is_in_the_way_of_a_write() {
    let scene = Scene::club().await;
    let scene = scene.reopened().await;
    let note = scene.at(NOTE);
    std::fs::remove_file(&note).expect("removed");
    std::fs::create_dir(&note).expect("something else stands there");
    assert!(matches!(scene.roster.write().await.err(), Some(StoreFault::Io { .. })));
}
