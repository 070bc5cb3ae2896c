//! The ways out when a roster is damaged or does not open: a backup in its place, or what can still be read in a new file.
//! Neither changes the file that is there.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use contract::keyring::Secret;
use contract::rescue::{SalvageRoster, SalvagedRoster, ShowWayOut, WayOut};
use contract::safety::{RestoreBackup, RestoredBackup};
use contract::{Done, Fault, Topic, Touched};
use domain::words::{Value, Words};
use serde_json::json;
use store::{Kept, Left, Roster, RosterKey, Salvaged, StoreFault, Unreadable};
use zeroize::Zeroizing;

use crate::safety::{line, off};
use crate::{Answer, App, AppFault};

const WHOLE: [Touched; 1] = [Touched { athlete: None, topic: Topic::Roster }];
/// What a file with what could be read is called, beside the roster.
const SALVAGED: &str = "salvaged";

/// The roster that was to be opened and did not, and why.
#[derive(Debug, Default)]
pub(crate) struct Unopened(Mutex<Option<(PathBuf, Fault)>>);

impl Unopened {
    pub(crate) fn get(&self) -> Option<(PathBuf, Fault)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn set(&self, unopened: Option<(PathBuf, Fault)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = unopened;
    }
}

impl App {
    /// A roster did not open: the screens say which, and what there is to do. Another one that is open, or waits for its
    /// passphrase, stays, unless the file is one of ours and damaged: then that is what is to be dealt with.
    pub(crate) async fn did_not_open(&self, path: &Path, fault: &AppFault) {
        let damaged = matches!(fault, AppFault::Store(StoreFault::Corrupt { .. } | StoreFault::Damaged { .. }));
        let open = self.0.roster.read().await.is_some();
        let other = open || self.0.guard.waiting().is_some() || self.0.unopened.get().is_some();
        if fault.needs_passphrase() || (other && !damaged) {
            return;
        }
        let told = self.locale().during(|| fault.told("open", &self.0.clock.id()));
        self.0.unopened.set(Some((path.to_owned(), told)));
        self.0.guard.wait(None);
        self.leave().await;
    }

    /// The open roster's file and key.
    async fn open_now(&self) -> Option<(PathBuf, Option<RosterKey>)> {
        self.0.roster.read().await.as_ref().map(|open| (open.path().to_owned(), open.key().cloned()))
    }

    /// The roster that is open, or did not open, or waits for its passphrase.
    async fn in_question(&self) -> Option<PathBuf> {
        let open = self.open_now().await.map(|(path, _)| path);
        open.or_else(|| self.0.unopened.get().map(|(path, _)| path)).or_else(|| self.0.guard.waiting())
    }

    async fn way_out(&self) -> Result<WayOut, AppFault> {
        let open = self.open_now().await.is_some();
        let path = self.in_question().await.unwrap_or_default();
        let why = self.0.unopened.get().filter(|_| !open).map(|(_, why)| why);
        let folder = self.0.place.backups_of(&path);
        let (listed, roster) = (folder.clone(), path.clone());
        let (backups, protected) = off(move || {
            let backups = store::list_backups(&listed)?;
            // Not a file that is open here, see `store::is_protected`; its key is known.
            let mut files = std::iter::once(&roster).chain(backups.iter().map(|kept| &kept.path));
            // One that is not there, or cannot be read, asks for no passphrase.
            let protected = !open && files.any(|file| store::is_protected(file).unwrap_or(false));
            Ok((backups, protected))
        })
        .await?;
        Ok(WayOut {
            name: path.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            path: path.to_string_lossy().into_owned(),
            why,
            protected,
            folder: folder.to_string_lossy().into_owned(),
            backups: backups.iter().map(line).collect(),
        })
    }

    /// A backup by its name in the roster's folder, or by its path.
    pub(crate) fn backup_named(&self, folder: &Path, name: &str) -> Result<Kept, AppFault> {
        let asked = PathBuf::from(name);
        // A plain name is one of the list; a path is a file the person chose.
        let path = if asked.components().count() == 1 { folder.join(asked) } else { asked };
        let parent = path.parent().unwrap_or(folder);
        let known = store::list_backups(parent)?.into_iter().find(|kept| kept.path == path);
        match known {
            Some(kept) => Ok(kept),
            None if path.is_file() => {
                let bytes = std::fs::metadata(&path)
                    .map_err(|source| AppFault::Unreadable { path: path.clone(), source })?
                    .len();
                Ok(Kept { path, at: self.0.clock.now(), reason: "file".to_owned(), bytes })
            }
            None => Err(StoreFault::Missing { path }.into()),
        }
    }

    /// Puts a backup in the place of the roster at `path`, which may be open here, or too damaged to be opened, or gone. A
    /// backup under another key than the open roster's asks for the passphrase of its day.
    ///
    /// # Errors
    /// [`StoreFault::UnsoundCopy`], [`StoreFault::InUse`] while another program has the roster open,
    /// [`StoreFault::NeedsPassphrase`], [`AppFault::WorkRuns`], or what the disk says. What was open is open again.
    pub async fn restore(
        &self,
        path: &Path,
        name: &str,
        passphrase: Option<Secret>,
    ) -> Result<RestoredBackup, AppFault> {
        if self.0.tasks.any() {
            return Err(AppFault::WorkRuns);
        }
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let kept = self.backup_named(&self.0.place.backups_of(&path), name)?;
        let open = self.open_now().await;
        let known = open.as_ref().and_then(|(_, key)| key.clone());
        let key = key_for(kept.path.clone(), known, passphrase).await?;
        let now = self.0.clock.now();
        self.close().await;
        let aside = match store::restore(&kept, key.as_ref(), &path, now).await {
            Ok(aside) => aside,
            Err(fault) => {
                if let Some((path, key)) = open
                    && let Err(fault) = self.open_again(&path, key).await
                {
                    self.did_not_open(&path, &fault).await;
                }
                return Err(fault.into());
            }
        };
        self.open_again(&path, key).await?;
        let aside = aside.map(|aside| aside.to_string_lossy().into_owned());
        let before = json!({ "aside": aside, "of": kept.at });
        let write = self.whole().await?.write().await?;
        write.commit(self.entry("restore-roster", None, Some(kept.name()), before)).await?;
        Ok(RestoredBackup { roster: self.view().await?, aside })
    }

    async fn open_again(&self, path: &Path, key: Option<RosterKey>) -> Result<(), AppFault> {
        let roster = Roster::open_with(path, key, self.0.clock.now()).await?;
        self.put(roster).await
    }

    async fn salvage(&self, asked: SalvageRoster) -> Result<SalvagedRoster, AppFault> {
        let named = asked.roster.map(|path| std::path::absolute(&path).unwrap_or_else(|_| PathBuf::from(path)));
        let path = match named {
            Some(path) => path,
            None => self.in_question().await.ok_or_else(|| self.none_open())?,
        };
        let open = self.open_now().await.filter(|(open, _)| is_same(open, &path));
        let key = match open {
            Some((_, key)) => key,
            None => key_for(path.clone(), None, asked.passphrase).await?,
        };
        let now = self.0.clock.now();
        let to = asked.to.map_or_else(
            || {
                let stem = path.file_stem().unwrap_or_default().to_string_lossy();
                store::free_name(path.parent().unwrap_or(Path::new(".")), &stem, now, SALVAGED).0
            },
            |to| crate::roster::with_ending(&to),
        );
        let salvaged = store::salvage(&path, key.clone(), &to, &self.0.place.origin).await?;
        let left: Vec<String> = salvaged.left.iter().map(|(table, left)| said(table, *left)).collect();
        // Its journal says where it comes from, and what is not in it.
        let made = Roster::open_with(&to, key, now).await?;
        let from = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let before = json!({ "rows": salvaged.kept, "left": left });
        made.write().await?.commit(self.entry("salvage-roster", None, Some(from), before)).await?;
        made.close().await;
        Ok(view(&to, &salvaged, left))
    }
}

/// The key of a file that is not open here.
async fn key_for(
    path: PathBuf,
    known: Option<RosterKey>,
    passphrase: Option<Secret>,
) -> Result<Option<RosterKey>, AppFault> {
    let passphrase = passphrase.map(|passphrase| Zeroizing::new(passphrase.0));
    // Making a key of a passphrase takes a moment on purpose.
    off(move || store::key_for(&path, known.as_ref(), passphrase.as_ref().map(|passphrase| passphrase.as_str()))).await
}

fn is_same(one: &Path, other: &Path) -> bool {
    one == other || matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

fn view(to: &Path, salvaged: &Salvaged, left: Vec<String>) -> SalvagedRoster {
    let whole = salvaged.kept.keys().filter(|table| !salvaged.left.contains_key(*table)).count();
    SalvagedRoster {
        path: to.to_string_lossy().into_owned(),
        rows: salvaged.kept.values().sum(),
        whole: u32::try_from(whole).unwrap_or(u32::MAX),
        left,
    }
}

/// What of a table stayed behind: "activity: 30 rows cannot be read; 2 rows belong to lost ones".
fn said(table: &str, left: Left) -> String {
    let words = Words::here();
    let count = |key: &str, rows: u64| words.say_with(key, &[("rows", Value::Number(rows as f64))]);
    let unreadable = match left.unreadable {
        Unreadable::None => None,
        Unreadable::Rows(rows) => Some(count("salvage-unreadable", rows)),
        Unreadable::Some => Some(words.say("salvage-unreadable-some")),
    };
    let refused = (left.refused > 0).then(|| count("salvage-refused", left.refused));
    let orphaned = (left.orphaned > 0).then(|| count("salvage-orphaned", left.orphaned));
    let parts: Vec<String> = [unreadable, refused, orphaned].into_iter().flatten().collect();
    format!("{table}: {}", parts.join("; "))
}

impl Answer for ShowWayOut {
    async fn answer(self, app: &App) -> Result<WayOut, AppFault> {
        app.way_out().await
    }
}

impl Answer for RestoreBackup {
    async fn answer(self, app: &App) -> Result<Done<RestoredBackup>, AppFault> {
        let path = app.in_question().await.ok_or_else(|| app.none_open())?;
        let restored = app.restore(&path, &self.name, self.passphrase).await?;
        app.0.place.remember_roster(&path);
        Ok(app.done(restored, WHOLE.to_vec()))
    }
}

impl Answer for SalvageRoster {
    async fn answer(self, app: &App) -> Result<SalvagedRoster, AppFault> {
        app.salvage(self).await
    }
}
