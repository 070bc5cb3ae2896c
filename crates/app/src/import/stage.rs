//! The waiting place of files that come with the call, because a browser knows no paths: a private folder under the data
//! folder, gone after the import, after the preview is left, or a day later.

use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, Duration, Utc};
use contract::import::{StageFiles, StageView, Upload};
use domain::id::StageId;
use serde::{Deserialize, Serialize};

use super::gather::{self, Found, Unread};
use crate::{Answer, App, AppFault, Place};

/// The list of what waits, one line of JSON each: names of foreign files never become paths here.
const LIST: &str = "list.jsonl";
/// Hours a waiting place nobody came back to is kept.
const KEPT_HOURS: i64 = 24;

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    /// The first line: when it began.
    Begun(DateTime<Utc>),
    /// The file `<number>` under its own name.
    File { number: u32, name: String },
    /// A file that did not arrive, with the reason.
    Unreadable { name: String, reason: String },
}

impl Answer for StageFiles {
    async fn answer(self, app: &App) -> Result<StageView, AppFault> {
        // Several calls may bring files to one place at a time.
        let _turn = app.0.importing.stage.lock().await;
        let (place, now) = (app.0.place.clone(), app.0.clock.now());
        let stage = self.stage.unwrap_or_else(|| app.id(StageId));
        let fresh = self.stage.is_none();
        tokio::task::spawn_blocking(move || {
            let folder = place.stage(stage);
            let unwritable = |source| AppFault::Unwritable { path: folder.clone(), source };
            if fresh {
                make(&folder, now).map_err(unwritable)?;
            } else if !folder.is_dir() {
                return Err(AppFault::NoSuchStage { asked: stage.to_string() });
            }
            let files = add(&folder, self.files, self.unreadable).map_err(unwritable)?;
            Ok(StageView { stage, files })
        })
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })?
    }
}

fn make(folder: &Path, now: DateTime<Utc>) -> io::Result<()> {
    let mut make = std::fs::DirBuilder::new();
    make.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut make, 0o700);
    make.create(folder)?;
    append(folder, &[Line::Begun(now)])
}

/// Adds files and tells how many wait now.
fn add(folder: &Path, files: Vec<Upload>, unreadable: Vec<(String, String)>) -> io::Result<u32> {
    let waiting = list(folder)?.iter().filter(|line| !matches!(line, Line::Begun(_))).count();
    let mut number = u32::try_from(waiting).unwrap_or(u32::MAX);
    let mut lines = Vec::new();
    for file in files {
        match STANDARD.decode(&file.base64) {
            Ok(bytes) => {
                std::fs::write(folder.join(number.to_string()), bytes)?;
                lines.push(Line::File { number, name: file.name });
            }
            Err(error) => lines.push(Line::Unreadable { name: file.name, reason: error.to_string() }),
        }
        number += 1;
    }
    lines.extend(unreadable.into_iter().map(|(name, reason)| {
        number += 1;
        Line::Unreadable { name, reason }
    }));
    append(folder, &lines)?;
    Ok(number)
}

fn append(folder: &Path, lines: &[Line]) -> io::Result<()> {
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(line)?);
        text.push('\n');
    }
    std::fs::OpenOptions::new().create(true).append(true).open(folder.join(LIST))?.write_all(text.as_bytes())
}

fn list(folder: &Path) -> io::Result<Vec<Line>> {
    let text = std::fs::read_to_string(folder.join(LIST))?;
    text.lines().map(|line| serde_json::from_str(line).map_err(io::Error::from)).collect()
}

/// What waits in a place, in the order it came; archives are opened.
pub(crate) fn staged(place: &Place, stage: StageId, go_on: &dyn Fn() -> bool) -> Result<Vec<Found>, AppFault> {
    let folder = place.stage(stage);
    let lines = list(&folder).map_err(|_| AppFault::NoSuchStage { asked: stage.to_string() })?;
    let mut found = Vec::new();
    for line in lines {
        match line {
            Line::Begun(_) => {}
            Line::File { number, name } if go_on() => {
                gather::on_disk(name, &folder.join(number.to_string()), &mut found);
            }
            Line::File { .. } => break,
            Line::Unreadable { name, reason } => found.push(Found::unread(name, Unread::Said(reason))),
        }
    }
    Ok(found)
}

/// Takes a waiting place away.
pub(crate) fn clear(place: &Place, stage: StageId) {
    remove(&place.stage(stage));
}

/// Takes away every place nobody came back to within a day.
pub(crate) fn sweep(place: &Place, now: DateTime<Utc>) {
    let Ok(entries) = std::fs::read_dir(place.staging()) else { return };
    for folder in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let begun = list(&folder).ok().and_then(|lines| match lines.first() {
            Some(Line::Begun(at)) => Some(*at),
            _ => None,
        });
        // One without a list was cut while it was made.
        if begun.is_none_or(|at| now - at > Duration::hours(KEPT_HOURS)) {
            remove(&folder);
        }
    }
}

fn remove(folder: &PathBuf) {
    if let Err(error) = std::fs::remove_dir_all(folder)
        && error.kind() != io::ErrorKind::NotFound
    {
        // The next start tries again.
        tracing::warn!(%error, folder = %folder.display(), "a waiting place could not be taken away");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_wait_under_numbers_in_the_order_they_came_and_leave_after_a_day() {
        let home = tempfile::tempdir().expect("a folder");
        let place = Place::in_folder(home.path());
        let (stage, now) = (StageId(testkit::id(1)), testkit::clock::now());
        let folder = place.stage(stage);
        make(&folder, now).expect("made");
        let upload = |name: &str| Upload { name: name.to_owned(), base64: STANDARD.encode(name) };
        assert_eq!(add(&folder, vec![upload("../a.fit"), upload("b.fit")], Vec::new()).expect("added"), 2);
        let broken = Upload { name: "c.fit".to_owned(), base64: "%".to_owned() };
        let lost = vec![("d.fit".to_owned(), "gone".to_owned())];
        assert_eq!(add(&folder, vec![broken], lost).expect("added"), 4);
        let found = staged(&place, stage, &|| true).expect("listed");
        let names: Vec<&str> = found.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(names, ["../a.fit", "b.fit", "c.fit", "d.fit"]);
        assert!(matches!(found[0].open(), Ok(gather::Opened::Whole(bytes)) if bytes == b"../a.fit"));
        assert!(found[2].open().is_err() && found[3].open().is_err(), "what did not arrive is told");
        assert!(!home.path().join("a.fit").exists() && !folder.join("..").join("a.fit").exists());
        sweep(&place, now + Duration::hours(1));
        assert!(folder.exists());
        sweep(&place, now + Duration::hours(25));
        assert!(!folder.exists());
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_may_look_into_a_waiting_place() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().expect("a folder");
        let folder = Place::in_folder(home.path()).stage(StageId(testkit::id(2)));
        make(&folder, testkit::clock::now()).expect("made");
        let mode = std::fs::metadata(&folder).expect("there").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}
