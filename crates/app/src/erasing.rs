//! Erasing an athlete: what would go, the erasure, its copies, and a look through the bytes afterwards.
//! docs/privacy.md says what is done in which order, and why.

mod traces;

use std::collections::BTreeSet;
use std::path::PathBuf;

use contract::privacy::{
    CopyBecame, EraseAthlete, ErasurePreview, ErasureReport, ListErasures, PreviewErasure, Sought,
};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::erasure::{ErasureReason, Tombstone};
use domain::id::ErasureId;
use learn::effort_scale;
use serde_json::json;
use store::{Cleaned, Entry, NewErasure, Roster, RosterCopy};

use crate::refusal::Refusal;
use crate::safety::MADE_ELSEWHERE;
use crate::{Answer, App, AppFault};
use traces::Traces;

const MOVED: [Touched; 2] =
    [Touched { athlete: None, topic: Topic::Roster }, Touched { athlete: None, topic: Topic::Athlete }];

impl Answer for PreviewErasure {
    async fn answer(self, app: &App) -> Result<ErasurePreview, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let erasure = new_erasure(app, &roster, &athlete, ErasureReason::Asked).await?;
        let traces = Traces::of(app, &roster, &athlete).await?;
        // The erasure itself, taken back at its last step: it cannot say anything else than what would be done.
        let mut write = roster.write().await?;
        let erased = write.erase_athlete(&erasure).await?;
        drop(write);
        let copies = Copies::of(app, &roster).await?.there;
        Ok(ErasurePreview {
            athlete: athlete.id,
            name: athlete.name,
            rows: erased.rows.into_iter().collect(),
            files: erased.files,
            shared: erased.shared,
            copies: copies.into_iter().map(|copy| (copy.path.to_string_lossy().into_owned(), copy.bytes)).collect(),
            exports: traces.exports(),
            models: erasure.models,
        })
    }
}

impl Answer for EraseAthlete {
    async fn answer(self, app: &App) -> Result<Done<ErasureReport>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        if self.name.trim() != athlete.name.trim() {
            return Err(Refusal::OtherName { athlete: athlete.name }.into());
        }
        if app.0.tasks.any() {
            return Err(AppFault::WorkRuns);
        }
        let erasure = new_erasure(app, &roster, &athlete, self.reason).await?;
        let traces = Traces::of(app, &roster, &athlete).await?;
        // For everybody else, should the disk or the program fail in the middle; like every copy, it is cleaned afterwards.
        app.snapshot_before(&roster, "before-erase").await?;
        let mut write = roster.write().await?;
        let erased = write.erase_athlete(&erasure).await?;
        let before = json!({ "reason": self.reason, "removed": erased.rows });
        let line = app.entry("erase-athlete", None, Some(erasure.id.to_string()), before);
        write.commit(Entry { id: erasure.line(), ..line }).await?;
        let copies = finish(app, &roster, &erasure).await?;
        let exports = if self.exports { traces.remove_exports() } else { Vec::new() };
        let tombstone = roster.tombstones().await?.into_iter().find(|one| one.id == erasure.id);
        let tombstone = tombstone.ok_or_else(|| AppFault::Panicked { said: "no tombstone was left".to_owned() })?;
        let look = traces.search(app, roster).await?;
        let report = ErasureReport {
            tombstone,
            files: erased.files,
            shared: erased.shared,
            copies,
            exports,
            sought: look.sought,
            searched: look.searched,
            found: look.found,
        };
        Ok(app.done(report, MOVED.to_vec()))
    }
}

impl Answer for ListErasures {
    async fn answer(self, app: &App) -> Result<Vec<Tombstone>, AppFault> {
        Ok(app.roster().await?.tombstones().await?)
    }
}

/// Goes on with erasures that were cut off before the copies were clean. Says in the log what could not be done.
pub(crate) async fn resume(app: &App, roster: &Roster) {
    let resumed = async {
        for unfinished in roster.unfinished_erasures().await? {
            finish(app, roster, &unfinished.erasure).await?;
            tracing::info!(erasure = %unfinished.tombstone.id, "an erasure that was cut off went on");
        }
        Ok::<(), AppFault>(())
    };
    if let Err(fault) = resumed.await {
        tracing::warn!(%fault, "an erasure is still unfinished");
    }
}

async fn new_erasure(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    reason: ErasureReason,
) -> Result<NewErasure, AppFault> {
    if athlete.unassigned {
        return Err(Refusal::StandIn.into());
    }
    // The one model there is learns from one athlete's own sessions, each time anew; nothing of it is kept.
    let (activities, learned) = roster.activities_to_erase(athlete.id).await?;
    let models = if learned > 0 { vec![effort_scale::MODEL.to_owned()] } else { Vec::new() };
    Ok(NewErasure { id: app.id(ErasureId), athlete: athlete.id, day: app.today(), reason, models, activities })
}

/// Copies the program made of a roster.
struct Copies {
    there: Vec<RosterCopy>,
    /// Those that somebody had made in a folder of their own, and that are not there now.
    away: Vec<String>,
}

impl Copies {
    async fn of(app: &App, roster: &Roster) -> Result<Copies, AppFault> {
        let mut there = store::copies(roster.path(), &app.0.place.backups_of(roster.path()))?;
        let mut away = BTreeSet::new();
        for line in roster.journal_of(MADE_ELSEWHERE, None, u32::MAX).await? {
            let Some(path) = line.subject else { continue };
            match RosterCopy::elsewhere(roster.path(), PathBuf::from(&path)) {
                Some(copy) if there.iter().any(|known| known.path == copy.path) => {}
                Some(copy) => there.push(copy),
                None => drop(away.insert(path)),
            }
        }
        Ok(Copies { there, away: away.into_iter().collect() })
    }
}

/// Cleans the copies; when all are clean, takes the id out of the tombstone. Then packs the roster anew.
async fn finish(app: &App, roster: &Roster, erasure: &NewErasure) -> Result<Vec<(String, CopyBecame)>, AppFault> {
    let mut became = Vec::new();
    let Copies { there, away } = Copies::of(app, roster).await?;
    for copy in there {
        let result = match copy.erase(erasure, roster.key()).await {
            Ok(Cleaned::Untouched) => CopyBecame::Untouched,
            Ok(Cleaned::Erased) => CopyBecame::Erased,
            Ok(Cleaned::Removed) => CopyBecame::Removed,
            Err(fault) => {
                tracing::warn!(%fault, path = %copy.path.display(), "a copy could not be cleaned yet");
                if copy.ours { CopyBecame::Waits } else { CopyBecame::Elsewhere }
            }
        };
        became.push((copy.path.to_string_lossy().into_owned(), result));
    }
    became.extend(away.into_iter().map(|path| (path, CopyBecame::Elsewhere)));
    if became.iter().all(|(_, became)| *became != CopyBecame::Waits) {
        let mut write = roster.write().await?;
        write.finish_erasure(erasure.id).await?;
        write.commit(app.entry("finish-erasure", None, Some(erasure.id.to_string()), json!(null))).await?;
    }
    roster.scrub().await?;
    Ok(became)
}

/// A name that is short is part of too many words for a search to say anything.
const SHORTEST_NAME: usize = 5;

/// What is looked for afterwards, with its bytes.
fn needles(athlete: &Athlete) -> Vec<(Sought, Vec<u8>)> {
    let bytes = |sought| match sought {
        Sought::Name => athlete.name.trim().as_bytes().to_vec(),
        Sought::Id => athlete.id.to_string().into_bytes(),
        Sought::IdBytes => athlete.id.0.as_bytes().to_vec(),
    };
    Sought::ALL
        .into_iter()
        .map(|sought| (sought, bytes(sought)))
        .filter(|(sought, bytes)| *sought != Sought::Name || bytes.len() >= SHORTEST_NAME)
        .collect()
}
