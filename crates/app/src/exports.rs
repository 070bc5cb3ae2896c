//! Plan files out and in: signed, written whole or not at all, verified on reading.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use contract::incoming::{ChangeText, PlanTexts, PlanTextsView, Seal};
use contract::keyring::FileFrom;
use contract::plan::{ExportPlan, ExportedPlan, VerifiedPlan, VerifyPlan, VerifyPlanBytes};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::consent::{DataCategory, Purpose, Reading};
use domain::id::{AthleteId, OverrideId};
use domain::overrides::Override;
use domain::plan::PlanWeek;
use domain::week::Week;
use domain::words::Words;
use exchange::plan_file::{self, EXTENSION, PlanFile, Texts};
use exchange::plan_page;
use exchange::sealed::{self, SecretString, To};
use serde_json::json;
use store::Roster;
use tempfile::NamedTempFile;

use crate::given::given;
use crate::incoming::LARGEST;
use crate::key::KeyFault;
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault};

impl Answer for ExportPlan {
    async fn answer(self, app: &App) -> Result<Done<ExportedPlan>, AppFault> {
        let for_team = self.for_team;
        let roster = reader(app, for_team).await?;
        let written = export(self, app, &roster).await;
        if for_team {
            roster.end_reading().await;
        }
        written
    }
}

/// The roster as whoever gets a plan file may read it: the athlete whose plan it is, or another coach.
async fn reader(app: &App, for_team: bool) -> Result<Roster, AppFault> {
    match for_team {
        true => Ok(app.whole().await?.reading(Reading::for_purpose(Purpose::TeamShare)).await?),
        false => app.roster().await,
    }
}

/// The athlete and the plan of a file; for another coach only if the athlete shares training with other coaches.
async fn planned(
    app: &App,
    roster: &Roster,
    (athlete, week): (AthleteId, Week),
    for_team: bool,
) -> Result<(Athlete, PlanWeek), AppFault> {
    let athlete = app.athlete(roster, athlete).await?;
    if for_team && !roster.may(athlete.id, DataCategory::Training, week.monday()).await? {
        return Err(Refusal::NotForTheTeam { athlete: athlete.name }.into());
    }
    let plan = app.plan(roster, &athlete, week).await?;
    Ok((athlete, plan))
}

async fn export(asked: ExportPlan, app: &App, roster: &Roster) -> Result<Done<ExportedPlan>, AppFault> {
    let (athlete, plan) = planned(app, roster, (asked.athlete, asked.week), asked.for_team).await?;
    let key = app.key().await?;
    let now = app.0.clock.now();
    let texts = told(&plan, &asked.texts)?;
    let taken = roster.provenance(plan.id).await?;
    let (file, withheld) = PlanFile::of(&plan, &athlete, &app.author(), now, &texts, &taken);
    let fingerprint = key.fingerprint();
    // A page that anybody can read beside an encrypted file would give it away.
    let page = asked.seal.is_none().then(|| plan_page::html(&file, &fingerprint, Words::here()));
    let folder = asked.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
    // The athlete's own file of this week, which may hold more, stays beside it.
    let whom = if asked.for_team { format!(" {}", Words::here().say("plan-file-team")) } else { String::new() };
    let stem = format!("{} {}{whom}", file_name(&athlete.name), asked.week);
    let path = folder.join(format!("{stem}.{EXTENSION}"));
    let html = page.as_ref().map(|_| folder.join(format!("{stem}.html")));
    let (to, to_page, seal) = (path.clone(), html.clone(), asked.seal);
    tokio::task::spawn_blocking(move || {
        let bytes = plan_file::write(&file, &key.signing)?;
        write_whole(&to, &seal.map_or_else(|| Ok(bytes.clone()), |seal| sealed_for(&bytes, seal))?)?;
        to_page.zip(page).map_or(Ok(()), |(to, page)| write_whole(&to, page.as_bytes()))
    })
    .await
    .map_err(|source| AppFault::Panicked { said: source.to_string() })??;
    let path = path.to_string_lossy().into_owned();
    let mut write = roster.write().await?;
    // What another coach got, the athlete has not got.
    if !asked.for_team {
        write.mark_exported(plan.id, now, &path, &fingerprint).await?;
    }
    let before = json!({ "exported_at": plan.exported_at });
    write.commit(app.entry("export-plan", Some(athlete.id), Some(path.clone()), before)).await?;
    let exported = ExportedPlan {
        path,
        html: html.map(|html| html.to_string_lossy().into_owned()),
        fingerprint,
        withheld_notes: withheld.notes,
        withheld_texts: withheld.texts,
    };
    Ok(app.done(exported, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
}

/// A name as part of a file name on every system.
pub(crate) fn file_name(name: &str) -> String {
    let safe: String =
        name.chars().map(|c| if c.is_alphanumeric() || c == ' ' || c == '-' { c } else { '_' }).collect();
    let safe = safe.trim();
    if safe.is_empty() { "athlete".to_owned() } else { safe.to_owned() }
}

/// Temporary file beside the target, fsync, rename: a reader sees the old file or the new one, never half of it.
fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), AppFault> {
    let unwritable = |source| AppFault::Unwritable { path: path.to_owned(), source };
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    let mut file = begin_file(folder)?;
    file.write_all(bytes).map_err(unwritable)?;
    seal(&file).map_err(unwritable)?;
    file.persist(path).map_err(|error| unwritable(error.error))?;
    settle_folder(folder).map_err(unwritable)
}

/// A temporary file in a folder, which is made if it is not there. Dropped, it leaves nothing.
pub(crate) fn begin_file(folder: &Path) -> Result<NamedTempFile, AppFault> {
    let unwritable = |source| AppFault::Unwritable { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(unwritable)?;
    tempfile::Builder::new().prefix(".trackside-").tempfile_in(folder).map_err(unwritable)
}

/// Gives a temporary file its name, whole or not at all, and never in place of another file: `name.csv`, then
/// `name 2.csv`. Returns the path it got.
pub(crate) fn end_file(file: NamedTempFile, folder: &Path, stem: &str, ending: &str) -> Result<PathBuf, AppFault> {
    let mut path = folder.join(format!("{stem}.{ending}"));
    let unwritable = |path: &Path, source| AppFault::Unwritable { path: path.to_owned(), source };
    seal(&file).map_err(|source| unwritable(&path, source))?;
    let mut file = file;
    for number in 2_u32.. {
        match file.persist_noclobber(&path) {
            Ok(_) => break,
            Err(taken) if taken.error.kind() == ErrorKind::AlreadyExists => {
                file = taken.file;
                path = folder.join(format!("{stem} {number}.{ending}"));
            }
            Err(other) => return Err(unwritable(&path, other.error)),
        }
    }
    settle_folder(folder).map_err(|source| unwritable(&path, source))?;
    Ok(path)
}

/// Writes a new file, see [`end_file`].
pub(crate) fn write_new(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, AppFault> {
    let mut file = begin_file(folder)?;
    file.write_all(bytes).map_err(|source| AppFault::Unwritable { path: folder.to_owned(), source })?;
    end_file(file, folder, stem, ending)
}

pub(crate) fn seal(file: &NamedTempFile) -> io::Result<()> {
    file.as_file().sync_all()?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // A temporary file is private; an export is for handing on, so it takes the usual permissions.
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))?;
    }
    Ok(())
}

/// A rename lasts through a power cut only once the folder is on the disk.
pub(crate) fn settle_folder(folder: &Path) -> io::Result<()> {
    #[cfg(unix)]
    std::fs::File::open(folder).and_then(|folder| folder.sync_all())?;
    #[cfg(not(unix))]
    let _ = folder;
    Ok(())
}

/// The texts a person chose to tell, all of which must be texts of this week.
fn told(plan: &PlanWeek, chosen: &[OverrideId]) -> Result<Texts, AppFault> {
    let has_text = |id: &OverrideId| plan.overrides.iter().any(|made| made.id == *id && made.text.is_some());
    if chosen.iter().all(has_text) {
        Ok(Texts::Of(chosen.iter().copied().collect()))
    } else {
        Err(KeyFault::NoSuchText.into())
    }
}

fn sealed_for(bytes: &[u8], seal: Seal) -> Result<Vec<u8>, AppFault> {
    Ok(match seal {
        Seal::Passphrase { passphrase } => sealed::seal(bytes, &To::Passphrase(&SecretString::from(passphrase.0)))?,
        Seal::Recipients { recipients } => {
            let keys = recipients.iter().map(|text| sealed::recipient(text)).collect::<Result<Vec<_>, _>>()?;
            sealed::seal(bytes, &To::Recipients(&keys))?
        }
    })
}

impl Answer for PlanTexts {
    async fn answer(self, app: &App) -> Result<PlanTextsView, AppFault> {
        let roster = reader(app, self.for_team).await?;
        let found = planned(app, &roster, (self.athlete, self.week), self.for_team).await;
        if self.for_team {
            roster.end_reading().await;
        }
        let (athlete, plan) = found?;
        let (file, withheld) =
            PlanFile::of(&plan, &athlete, &app.author(), app.0.clock.now(), &Texts::none(), &BTreeMap::new());
        let text = |made: &Override| Some(ChangeText { id: made.id, tag: made.tag, text: made.text.clone()? });
        Ok(PlanTextsView {
            texts: plan.overrides.iter().filter_map(text).collect(),
            private_notes: withheld.notes,
            shared_notes: u32::try_from(file.notes.len()).unwrap_or(u32::MAX),
        })
    }
}

impl Answer for VerifyPlan {
    async fn answer(self, app: &App) -> Result<VerifiedPlan, AppFault> {
        verified(app, &FileFrom::Path { path: self.path }).await
    }
}

impl Answer for VerifyPlanBytes {
    async fn answer(self, app: &App) -> Result<VerifiedPlan, AppFault> {
        verified(app, &FileFrom::Bytes { base64: self.base64 }).await
    }
}

async fn verified(app: &App, from: &FileFrom) -> Result<VerifiedPlan, AppFault> {
    let opened = app.open_plan(given(from, LARGEST)?, None).await?;
    // Whether it is our own key is only worth saying where we have one; verifying never makes a key.
    let own = app.own_public().await?.is_some_and(|own| own == opened.key());
    let fingerprint = opened.read.fingerprint();
    let file = opened.read.payload;
    Ok(VerifiedPlan {
        author: file.author,
        fingerprint,
        own,
        written_at: file.written_at,
        athlete: file.athlete.name,
        monday: file.week.monday(),
        week: file.week,
        effective: file.effective,
        notes: file.notes.into_iter().map(|note| note.text).collect(),
    })
}
