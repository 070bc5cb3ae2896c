//! Plan files out and in: signed, written whole or not at all, verified on reading.

use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::plan::{ExportPlan, ExportedPlan, VerifiedPlan, VerifyPlan, VerifyPlanBytes};
use contract::{Done, Topic, Touched};
use domain::words::Words;
use exchange::plan_file::{self, EXTENSION, PlanFile};
use exchange::plan_page;
use serde_json::json;
use tempfile::NamedTempFile;

use crate::{Answer, App, AppFault};

impl Answer for ExportPlan {
    async fn answer(self, app: &App) -> Result<Done<ExportedPlan>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let plan = app.plan(&roster, &athlete, self.week).await?;
        let key = app.key().await?;
        let now = app.0.clock.now();
        let (file, withheld_notes) = PlanFile::of(&plan, &athlete, &app.0.place.author, now);
        let bytes = plan_file::write(&file, &key.signing)?;
        let fingerprint = key.fingerprint();
        let page = plan_page::html(&file, &fingerprint, Words::here());
        let folder = self.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
        let stem = format!("{} {}", file_name(&athlete.name), self.week);
        let (path, html) = (folder.join(format!("{stem}.{EXTENSION}")), folder.join(format!("{stem}.html")));
        let (to, to_page) = (path.clone(), html.clone());
        tokio::task::spawn_blocking(move || {
            write_whole(&to, &bytes)?;
            write_whole(&to_page, page.as_bytes())
        })
        .await
        .map_err(|source| AppFault::Panicked { said: source.to_string() })??;
        let path = path.to_string_lossy().into_owned();
        let mut write = roster.write().await?;
        write.mark_exported(plan.id, now, &path, &fingerprint).await?;
        let before = json!({ "exported_at": plan.exported_at });
        write.commit(app.entry("export-plan", Some(athlete.id), Some(path.clone()), before)).await?;
        let exported = ExportedPlan { path, html: html.to_string_lossy().into_owned(), fingerprint, withheld_notes };
        Ok(app.done(exported, vec![Touched { athlete: Some(athlete.id), topic: Topic::Plan }]))
    }
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

impl Answer for VerifyPlan {
    async fn answer(self, app: &App) -> Result<VerifiedPlan, AppFault> {
        let path = PathBuf::from(&self.path);
        let unreadable = |source| AppFault::Unreadable { path: path.clone(), source };
        let bytes = std::fs::metadata(&path).map_err(unreadable)?.len();
        let limit = plan_file::MAX_BYTES as u64;
        if bytes > limit {
            return Err(AppFault::PlanFile(plan_file::PlanFileFault::TooLarge { bytes, limit }));
        }
        verified(app, &std::fs::read(&path).map_err(unreadable)?).await
    }
}

impl Answer for VerifyPlanBytes {
    async fn answer(self, app: &App) -> Result<VerifiedPlan, AppFault> {
        let bytes = STANDARD.decode(&self.base64).map_err(|source| AppFault::NotBase64 { source })?;
        verified(app, &bytes).await
    }
}

async fn verified(app: &App, bytes: &[u8]) -> Result<VerifiedPlan, AppFault> {
    let read = plan_file::read(bytes)?;
    let fingerprint = read.fingerprint();
    // Whether it is our own key is only worth saying where we have one; verifying never makes a key.
    let own = app.own_fingerprint().await.is_some_and(|own| own == fingerprint);
    let file = read.file;
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

impl App {
    async fn own_fingerprint(&self) -> Option<String> {
        let place = &self.0.place;
        if !place.key_file().exists() && !place.keychain_marker().exists() {
            return None;
        }
        self.key().await.ok().map(crate::Key::fingerprint)
    }
}
