//! Where the program keeps its files, and who sits before it.

use std::path::{Path, PathBuf};

use crate::AppFault;

/// Folders and names the program works with. Tests make one over a temporary folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The data folder: default rosters, sample club, key file.
    pub home: PathBuf,
    /// Where exports go when nobody says.
    pub documents: PathBuf,
    /// Name that goes with what is written and signed.
    pub author: String,
    /// Name of this copy of the program, written into the journal.
    pub origin: String,
    /// Whether the operating system's keychain may be asked.
    pub keychain: bool,
}

impl Place {
    /// The user's own place. `TRACKSIDE_HOME` moves everything into one folder and keeps out of the keychain;
    /// with `TRACKSIDE_HERMETIC` set, the user's own folders are refused, so that no test can touch them.
    ///
    /// # Errors
    /// [`AppFault::NoHome`] when the machine names no data folder; [`AppFault::Hermetic`] in a hermetic run.
    pub fn of_user() -> Result<Place, AppFault> {
        if let Some(home) = std::env::var_os("TRACKSIDE_HOME") {
            return Ok(Place::in_folder(Path::new(&home)));
        }
        if std::env::var_os("TRACKSIDE_HERMETIC").is_some() {
            return Err(AppFault::Hermetic);
        }
        let folders = directories::ProjectDirs::from("org", "Trackside", "Trackside").ok_or(AppFault::NoHome)?;
        let home = folders.data_dir().to_owned();
        let documents = directories::UserDirs::new().and_then(|user| user.document_dir().map(Path::to_owned));
        Ok(Place {
            documents: documents.unwrap_or_else(|| home.clone()).join("Trackside"),
            home,
            author: user_name(),
            origin: machine_name(),
            keychain: true,
        })
    }

    /// Everything in one folder, without the keychain.
    #[must_use]
    pub fn in_folder(home: &Path) -> Place {
        Place {
            home: home.to_owned(),
            documents: home.join("exports"),
            author: user_name(),
            origin: machine_name(),
            keychain: false,
        }
    }

    /// The roster a first start makes.
    #[must_use]
    pub fn default_roster(&self) -> PathBuf {
        self.home.join("My club.trackside")
    }

    /// The sample club's roster.
    #[must_use]
    pub fn sample_roster(&self) -> PathBuf {
        self.home.join("sample").join("Sample club.trackside")
    }

    /// Where the program keeps backups of a roster: apart from the roster, so that a folder that is lost, wiped or carried
    /// about by a sync service does not take them along. Two rosters of one name have two folders.
    pub(crate) fn backups_of(&self, roster: &Path) -> PathBuf {
        // A roster that is gone still has its backups: then its folder says which it was.
        let folder = roster.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let gone = || Some(std::fs::canonicalize(folder).ok()?.join(roster.file_name()?));
        let whole = std::fs::canonicalize(roster).ok().or_else(gone).unwrap_or_else(|| roster.to_owned());
        let mark = blake3::hash(whole.to_string_lossy().as_bytes()).to_hex();
        let stem = roster.file_stem().unwrap_or_default().to_string_lossy();
        self.home.join("backups").join(format!("{stem} {}", &mark[..8]))
    }

    /// What belongs to the person at this computer, whichever roster is open.
    pub(crate) fn preferences_file(&self) -> PathBuf {
        self.home.join("preferences.json")
    }

    /// Where uploaded files wait for an import.
    pub(crate) fn staging(&self) -> PathBuf {
        self.home.join("staging")
    }

    /// Where the files of one waiting place are.
    pub(crate) fn stage(&self, stage: domain::id::StageId) -> PathBuf {
        self.staging().join(stage.to_string())
    }

    /// The roster that was open last, whether it is still there or not.
    pub(crate) fn last_roster(&self) -> Option<PathBuf> {
        let text = std::fs::read_to_string(self.home.join("last-roster")).ok()?;
        Some(text.trim_end()).filter(|path| !path.is_empty()).map(PathBuf::from)
    }

    pub(crate) fn remember_roster(&self, path: &Path) {
        let note = self.home.join("last-roster");
        let kept =
            std::fs::create_dir_all(&self.home).and_then(|()| std::fs::write(&note, path.to_string_lossy().as_bytes()));
        if let Err(error) = kept {
            // Only a convenience for the next start: worth a line in the log, not a fault.
            tracing::warn!(%error, path = %note.display(), "could not remember the open roster");
        }
    }
}

fn user_name() -> String {
    ["TRACKSIDE_AUTHOR", "USER", "USERNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "coach".to_owned())
}

fn machine_name() -> String {
    ["HOSTNAME", "COMPUTERNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "this laptop".to_owned())
}
