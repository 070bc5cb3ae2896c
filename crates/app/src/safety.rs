//! Backups by hand, the way back from one, the check of the whole file, and what a person should know about its place.

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate, Utc};
use contract::safety::{
    AuditView, BackupLine, ChainBreak, ChainView, CheckRoster, Checked, KeepBackups, MakeBackup, ReadAudit, SafetyView,
    SetBackups, ShowSafety, VerifiedBackup, VerifyAudit, VerifyBackup,
};
use contract::{Done, Topic, Touched};
use domain::words::{Value, Words};
use serde_json::json;
use store::{AuditFilter, Break, ChainState, Keep, Kept, Roster, StoreFault};

use crate::{Answer, App, AppFault};

/// A backup in a folder of somebody's own: an erasure has to find it.
pub(crate) const MADE_ELSEWHERE: &str = "make-backup";
/// Where a roster says how many backups stay.
const KEEP: &str = "keep-backups";
/// What the check of the whole file is called in the journal; its findings are what the line says.
pub(crate) const CHECKED: &str = "check-roster";
/// The line that says that the file was not as the program had left it.
const CHANGED: &str = "find-changed";
/// For how long that is said where backups are shown.
const CHANGED_SAID: chrono::Duration = chrono::Duration::days(14);
/// A clock that is behind by less is a clock like any other.
const SLACK: chrono::Duration = chrono::Duration::minutes(5);
const WHOLE: [Touched; 1] = [Touched { athlete: None, topic: Topic::Roster }];

/// Work with files, off the threads that answer.
pub(crate) async fn off<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, StoreFault> + Send + 'static,
) -> Result<T, AppFault> {
    let done = tokio::task::spawn_blocking(work).await;
    Ok(done.map_err(|source| AppFault::Panicked { said: source.to_string() })??)
}

impl App {
    /// The folder of a roster's backups.
    pub(crate) fn backups_of(&self, roster: &Roster) -> PathBuf {
        self.0.place.backups_of(roster.path())
    }

    /// Makes a verified copy of the roster in its folder of backups before something that cannot be taken back, or not
    /// easily (`before-erase`, `before-undo`).
    pub(crate) async fn snapshot_before(&self, roster: &Roster, reason: &'static str) -> Result<Kept, AppFault> {
        self.back_up(roster, self.backups_of(roster), reason).await
    }

    pub(crate) async fn back_up(
        &self,
        roster: &Roster,
        folder: PathBuf,
        reason: &'static str,
    ) -> Result<Kept, AppFault> {
        let (path, key, now) = (roster.path().to_owned(), roster.key().cloned(), self.0.clock.now());
        off(move || store::make_backup(&path, key.as_ref(), &folder, reason, now)).await
    }

    /// Checks the whole file and the chain, and writes down what was found.
    pub(crate) async fn check_whole(&self, roster: &Roster) -> Result<Checked, AppFault> {
        let (path, key) = (roster.path().to_owned(), roster.key().cloned());
        let findings = off(move || store::check(&path, key.as_ref(), true)).await?;
        let chain = self.chain(roster).await?;
        let checked = Checked { at: self.0.clock.now(), findings, chain };
        if !roster.is_read_only() {
            let before = json!(checked);
            roster.write().await?.commit(self.entry(CHECKED, None, None, before)).await?;
        }
        Ok(checked)
    }

    /// Writes down that the file was not as this program had left it, unless it is too damaged to be written to: then it is
    /// noticed again by every opening until it was restored.
    pub(crate) async fn write_down_change(&self, roster: &Roster) {
        if !roster.was_changed() || roster.is_read_only() {
            return;
        }
        let (path, key) = (roster.path().to_owned(), roster.key().cloned());
        let writing = async {
            if off(move || store::check(&path, key.as_ref(), false)).await?.is_empty() {
                roster.write().await?.commit(self.entry(CHANGED, None, None, json!(null))).await?;
            }
            Ok::<_, AppFault>(())
        };
        if let Err(fault) = writing.await {
            tracing::warn!(%fault, "that the roster was changed by something else is not written down");
        }
    }

    /// The day on which the file was found to be another than the one this program had left, lately.
    async fn changed_on(&self, roster: &Roster) -> Result<Option<NaiveDate>, AppFault> {
        let now = self.0.clock.now();
        let found = roster.journal_of(CHANGED, None, 1).await?.first().map(|line| line.at);
        let lately = found.filter(|at| now - *at <= CHANGED_SAID);
        let at = lately.or_else(|| roster.was_changed().then_some(now));
        Ok(at.map(|at| at.with_timezone(&self.0.clock.zone()).date_naive()))
    }

    /// What somebody who just opened the roster should know before anything else.
    ///
    /// # Errors
    /// When no roster is open, or it cannot be read.
    pub async fn said_at_opening(&self) -> Result<Option<String>, AppFault> {
        let roster = self.roster().await?;
        if !roster.was_changed() {
            return Ok(None);
        }
        let day = self.changed_on(&roster).await?;
        Ok(day.map(|day| Words::here().say_with("safety-changed", &[("day", day.to_string().into())])))
    }

    /// Goes through the chain, with the heads that the backups know.
    async fn chain(&self, roster: &Roster) -> Result<ChainView, AppFault> {
        let folder = self.backups_of(roster);
        let heads = off(move || {
            let mut heads = Vec::new();
            for kept in store::list_backups(&folder)? {
                match kept.record() {
                    Ok(record) => heads.extend(record.and_then(|record| record.head)),
                    // It is the backup that is not sound; looking at it says so.
                    Err(fault) => tracing::warn!(%fault, "a backup's record cannot be read"),
                }
            }
            Ok(heads)
        })
        .await?;
        let known = u32::try_from(heads.len()).unwrap_or(u32::MAX);
        Ok(chain_view(roster.verify_chain(&heads).await?, known))
    }

    async fn safety(&self, roster: &Roster) -> Result<SafetyView, AppFault> {
        let folder = self.backups_of(roster);
        let listed = folder.clone();
        let backups = off(move || store::list_backups(&listed)).await?;
        let keep = keep(roster).await?;
        let checked = roster.journal_of(CHECKED, None, 1).await?.into_iter().next();
        let checked = checked.and_then(|line| serde_json::from_value::<Checked>(line.before).ok());
        let warnings = self.warnings(roster, checked.as_ref(), backups.first()).await?;
        Ok(SafetyView {
            folder: folder.to_string_lossy().into_owned(),
            backups: backups.iter().map(line).collect(),
            keep: KeepBackups { daily: keep.daily, weekly: keep.weekly, monthly: keep.monthly },
            checked,
            warnings,
        })
    }

    /// What a person should know about the roster's place and state, in words.
    async fn warnings(
        &self,
        roster: &Roster,
        checked: Option<&Checked>,
        newest: Option<&Kept>,
    ) -> Result<Vec<String>, AppFault> {
        let words = Words::here();
        let mut said = Vec::new();
        let newest = newest.map_or_else(|| words.say("safety-no-backup"), Kept::name);
        let found = checked.map_or(&[][..], |checked| checked.findings.as_slice());
        if let Some(first) = found.iter().chain(&self.0.upkeep.findings()).next() {
            said.push(
                words.say_with("safety-damaged", &[("detail", first.as_str().into()), ("backup", newest.into())]),
            );
        }
        if let Some(broken) = checked.map(|checked| checked.chain.breaks.len()).filter(|breaks| *breaks > 0) {
            said.push(words.say_with("safety-chain-broken", &[("count", broken.into())]));
        }
        if let Some(trouble) = self.0.upkeep.trouble() {
            said.push(words.say_with("safety-no-upkeep", &[("detail", trouble.into())]));
        }
        if roster.is_read_only() {
            said.push(words.say("safety-read-only"));
        }
        if roster.was_cut() {
            said.push(words.say("safety-was-cut"));
        }
        if let Some(day) = self.changed_on(roster).await? {
            said.push(words.say_with("safety-changed", &[("day", day.to_string().into())]));
        }
        if let Some(service) = crate::sync_folder::service_of(roster.path()) {
            said.push(words.say_with("safety-sync-folder", &[("service", service.into())]));
        }
        if let Some(ahead) = ahead(roster, self.0.clock.now()).await? {
            said.push(words.say_with("safety-clock-back", &[("minutes", Value::Number(ahead.num_minutes() as f64))]));
        }
        Ok(said)
    }
}

/// By how much the newest line of the roster is ahead of this computer's clock, if it is.
async fn ahead(roster: &Roster, now: DateTime<Utc>) -> Result<Option<chrono::Duration>, AppFault> {
    let newest = roster.newest_clock().await?;
    let ms = newest.split_once('.').and_then(|(ms, _)| ms.parse::<i64>().ok()).unwrap_or_default();
    let ahead = DateTime::from_timestamp_millis(ms).map(|last| last - now);
    Ok(ahead.filter(|ahead| *ahead > SLACK))
}

pub(crate) async fn keep(roster: &Roster) -> Result<Keep, AppFault> {
    let kept = roster.meta(KEEP).await?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// A backup as it is shown.
pub(crate) fn line(kept: &Kept) -> BackupLine {
    BackupLine {
        name: kept.name(),
        path: kept.path.to_string_lossy().into_owned(),
        at: kept.at,
        reason: kept.reason.clone(),
        bytes: kept.bytes,
    }
}

fn chain_view(state: ChainState, known: u32) -> ChainView {
    let broken = |found: Break| {
        let (kind, clock) = match found {
            Break::Changed { clock } => ("changed", clock),
            Break::Missing { clock } => ("missing", clock),
            Break::SlippedIn { clock } => ("slipped-in", clock),
            Break::Unbound { clock } => ("unbound", clock),
            Break::ErasedByNobody { clock } => ("erased-by-nobody", clock),
            Break::HeadGone { clock } => ("head-gone", clock),
        };
        ChainBreak { kind: kind.to_owned(), clock }
    };
    ChainView {
        lines: state.lines,
        erased: state.erased,
        head: state.head.map(|head| head.chain),
        known,
        breaks: state.breaks.into_iter().map(broken).collect(),
    }
}

async fn looked_at(roster: &Roster, kept: Kept) -> Result<VerifiedBackup, AppFault> {
    let key = roster.key().cloned();
    let backup = line(&kept);
    match off(move || store::verify(&kept, key.as_ref())).await {
        Ok(found) => Ok(VerifiedBackup { backup, wrong: None, rows: found.rows.values().sum() }),
        Err(AppFault::Store(StoreFault::UnsoundCopy { said, .. })) => {
            Ok(VerifiedBackup { backup, wrong: Some(said), rows: 0 })
        }
        Err(fault) => Err(fault),
    }
}

impl Answer for ShowSafety {
    async fn answer(self, app: &App) -> Result<SafetyView, AppFault> {
        app.safety(&app.whole().await?).await
    }
}

impl Answer for MakeBackup {
    async fn answer(self, app: &App) -> Result<VerifiedBackup, AppFault> {
        let roster = app.whole().await?;
        let Some(folder) = self.folder.map(PathBuf::from) else {
            let kept = app.back_up(&roster, app.backups_of(&roster), "by-hand").await?;
            return looked_at(&roster, kept).await;
        };
        let kept = app.back_up(&roster, folder, "by-hand").await?;
        if !roster.is_read_only() {
            let path = std::path::absolute(&kept.path).unwrap_or_else(|_| kept.path.clone());
            let line = app.entry(MADE_ELSEWHERE, None, Some(path.to_string_lossy().into_owned()), json!(null));
            roster.write().await?.commit(line).await?;
        }
        looked_at(&roster, kept).await
    }
}

impl Answer for VerifyBackup {
    async fn answer(self, app: &App) -> Result<VerifiedBackup, AppFault> {
        let roster = app.whole().await?;
        let kept = app.backup_named(&app.backups_of(&roster), &self.name)?;
        looked_at(&roster, kept).await
    }
}

impl Answer for SetBackups {
    async fn answer(self, app: &App) -> Result<Done<SafetyView>, AppFault> {
        let roster = app.whole().await?;
        let KeepBackups { daily, weekly, monthly } = self.keep;
        for count in [daily, weekly, monthly] {
            if count > 366 {
                return Err(AppFault::OutOfRange { what: "backups", value: count.into(), low: 0.0, high: 366.0 });
            }
        }
        let before = json!(keep(&roster).await?);
        let mut write = roster.write().await?;
        write.set_meta(KEEP, &json!(Keep { daily, weekly, monthly }).to_string()).await?;
        write.commit(app.entry("set-backups", None, None, before)).await?;
        Ok(app.done(app.safety(&roster).await?, WHOLE.to_vec()))
    }
}

impl Answer for CheckRoster {
    async fn answer(self, app: &App) -> Result<Checked, AppFault> {
        app.check_whole(&app.whole().await?).await
    }
}

impl Answer for VerifyAudit {
    async fn answer(self, app: &App) -> Result<ChainView, AppFault> {
        app.chain(&app.whole().await?).await
    }
}

impl Answer for ReadAudit {
    async fn answer(self, app: &App) -> Result<AuditView, AppFault> {
        let roster = app.roster().await?;
        let midnight = |day: NaiveDate| day.and_time(chrono::NaiveTime::MIN).and_utc();
        let filter = AuditFilter {
            athlete: self.athlete,
            author: self.author,
            action: self.action,
            from: self.from.map(midnight),
            until: self.to.and_then(|day| day.succ_opt()).map(midnight),
            before: self.before,
        };
        let limit = self.limit.clamp(1, 1000);
        let mut lines = roster.audit(&filter, limit + 1).await?;
        let more = lines.len() > limit as usize;
        lines.truncate(limit as usize);
        let (authors, actions) = roster.audit_names().await?;
        Ok(AuditView { lines, more, authors, actions })
    }
}
