//! Everything about one athlete as one archive: theirs to take away. One file at a time is in memory.

pub(crate) mod archive;
mod inventory;
mod measured;
mod planned;
pub(crate) mod tables;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;
use contract::Work;
use contract::entry::{ActivityFormat, ExportAthlete, Exported};
use domain::athlete::Athlete;
use domain::id::{BatchId, ContentHash};
use domain::journal::JournalLine;
use domain::week::Week;
use domain::wellness::WellnessEntry;
use domain::words::{Value, Words};
use exchange::plan_file::{PlanFile, Texts};
use serde_json::{Value as Json, json};
use store::{Roster, StoreFault};

use crate::athlete::standing_notes;
use crate::export_activity::{Leaving, original, parts_of, stem_of, written};
use crate::exports::file_name;
use crate::tasks::Running;
use crate::{Answer, App, AppFault};
use archive::Archive;
use tables::Row;

const ORIGINALS: &str = "originals";
const ANEW: &str = "activities";
/// Tables and documents beside the activities' files.
const OTHERS: usize = 40;

impl Answer for ExportAthlete {
    async fn answer(self, app: &App) -> Result<Exported, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let folder = self.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
        let rows = rows(&roster, &athlete).await?;
        let running = app.begin(self.task, Work::Export, rows.len() + OTHERS);
        let now = app.0.clock.now();
        let archive = Archive::begin(&folder, now)?;
        let taking = Taking { app, roster, athlete, running, archive, left_out: Vec::new() };
        let taking = taking.activities(&rows).await?.measured(&rows).await?.wellness().await?.person().await?;
        let taking = taking.notes().await?.plans().await?.inventory().await?;
        taking.end().await
    }
}

/// Every activity of an athlete, oldest first, each followed by its copies.
async fn rows(roster: &Roster, athlete: &Athlete) -> Result<Vec<Row>, AppFault> {
    let mut rows = Vec::new();
    let mut activities = roster.activities(athlete.id, None, None, None).await?;
    activities.reverse();
    for activity in activities {
        let id = activity.id;
        let file = roster.file_name(&activity.source).await?.unwrap_or_default();
        rows.push(Row { activity, copy_of: None, file });
        for link in roster.copies(id).await? {
            let Some(activity) = roster.activity(link.activity).await? else { continue };
            let file = roster.file_name(&activity.source).await?.unwrap_or_default();
            rows.push(Row { activity, copy_of: Some(id), file });
        }
    }
    // A copy may be another's, brought by somebody who rode along.
    rows.retain(|row| row.activity.athlete == athlete.id);
    Ok(rows)
}

struct Taking<'a> {
    app: &'a App,
    roster: Roster,
    athlete: Athlete,
    running: Running<'a>,
    archive: Archive,
    left_out: Vec<String>,
}

impl Taking<'_> {
    /// Adds a file, unless the person who asked does not want it any more.
    async fn put(mut self, folder: &str, name: (&str, &str), bytes: Vec<u8>) -> Result<Self, AppFault> {
        if self.running.is_cancelled() {
            return Err(AppFault::Cancelled);
        }
        self.archive = self.archive.put(folder, name, bytes).await?;
        self.running.step(name.0);
        Ok(self)
    }

    /// A table or document at the top of the archive.
    async fn put_top(self, name: &str, bytes: Vec<u8>) -> Result<Self, AppFault> {
        let (stem, ending) = name.split_once('.').unwrap_or((name, "txt"));
        self.put("", (stem, ending), bytes).await
    }

    fn leave_out(&mut self, key: &str, facts: &[(&str, Value)]) {
        self.left_out.push(Words::here().say_with(key, facts));
    }

    /// The original file of every activity, each once; written anew where the original is not here or may not go out.
    async fn activities(self, rows: &[Row]) -> Result<Self, AppFault> {
        let mut me = self;
        let mut taken: BTreeSet<ContentHash> = BTreeSet::new();
        for row in rows {
            let activity = &row.activity;
            if taken.contains(&activity.source) {
                continue;
            }
            if me.is_shared(&activity.source).await? {
                me.leave_out("export-left-shared", &[("file", row.file.clone().into())]);
            } else {
                match original(&me.roster, &me.athlete, activity).await {
                    Ok(Leaving { stem, ending, bytes, .. }) => {
                        taken.insert(activity.source.clone());
                        me = me.put(ORIGINALS, (&stem, &ending), bytes).await?;
                        continue;
                    }
                    Err(AppFault::OriginalElsewhere { name }) => {
                        me.leave_out("export-left-elsewhere", &[("file", name.into())]);
                    }
                    Err(AppFault::Store(StoreFault::Withheld { name })) => {
                        me.leave_out("export-left-withheld", &[("file", name.into())]);
                    }
                    Err(AppFault::PlaceWithheld { .. }) => {
                        me.leave_out("export-left-original", &[("file", row.file.clone().into())]);
                    }
                    Err(other) => return Err(other),
                }
            }
            let anew = written(&me.roster, &me.athlete, activity, ActivityFormat::Fit).await?;
            let stem = stem_of(&me.athlete, activity);
            me = me.put(ANEW, (&stem, &anew.ending), anew.bytes).await?;
        }
        // A file told once is enough, however many activities it brought.
        let mut told = BTreeSet::new();
        me.left_out.retain(|line| told.insert(line.clone()));
        let table = tables::activities(rows)?;
        me.put_top("activities.csv", table).await
    }

    /// Everything that was computed, and the results and marks that were entered.
    async fn measured(self, rows: &[Row]) -> Result<Self, AppFault> {
        let me = self;
        let (roster, id) = (me.roster.clone(), me.athlete.id);
        let mut measures = Vec::with_capacity(rows.len());
        let mut curves = Vec::new();
        let mut counted = Vec::with_capacity(rows.len());
        for row in rows {
            let (activity, day) = (row.activity.id, row.activity.day());
            measures.extend(roster.measures(activity).await?.map(|measures| (activity, day, measures)));
            curves.extend(roster.curves(activity).await?.into_iter().map(|curve| (activity, day, curve)));
            if row.copy_of.is_none() {
                counted.push(row.activity.clone());
            }
        }
        let today = me.app.today_of(&me.athlete);
        let me = me.put_top("measures.csv", measured::measures(&measures)?).await?;
        let me = me.put_top("curves.csv", measured::curves(&curves)?).await?;
        let me = me.put_top("days.csv", measured::days(&counted, today)?).await?;
        let me = me.put_top("results.csv", measured::results(&roster.results(id).await?)?).await?;
        me.put_top("marks.csv", measured::marks(&roster.marks(id).await?)?).await
    }

    /// Whether a file also brought somebody else's activities.
    async fn is_shared(&self, source: &ContentHash) -> Result<bool, AppFault> {
        let Some(seen) = self.roster.source(source).await? else { return Ok(false) };
        if seen.activities.len() < 2 {
            return Ok(false);
        }
        for id in seen.activities {
            if self.roster.activity(id).await?.is_some_and(|activity| activity.athlete != self.athlete.id) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Every wellness value, and the tables they came in where they are only this athlete's.
    async fn wellness(self) -> Result<Self, AppFault> {
        let mut me = self;
        let entries: Vec<WellnessEntry> = me.roster.wellness(me.athlete.id, None, None).await?;
        let batches: BTreeSet<BatchId> = entries.iter().filter_map(|entry| entry.batch).collect();
        for batch in batches {
            for report in me.roster.batch_files(batch).await? {
                let Some(hash) = table_of(&report) else { continue };
                let Some(seen) = me.roster.source(&hash).await? else { continue };
                if seen.athlete != Some(me.athlete.id) || !seen.activities.is_empty() {
                    continue;
                }
                let (stem, ending) = parts_of(&seen.name);
                match me.roster.raw(&hash).await {
                    Ok(Some(bytes)) => me = me.put(ORIGINALS, (&stem, &ending), bytes).await?,
                    Err(StoreFault::Withheld { name }) => {
                        me.leave_out("export-left-withheld", &[("file", name.into())]);
                    }
                    Ok(None) | Err(StoreFault::LeftOutside { .. }) => {
                        me.leave_out("export-left-elsewhere", &[("file", seen.name.into())]);
                    }
                    Err(other) => return Err(other.into()),
                }
            }
        }
        let table = tables::wellness(&entries)?;
        me.put_top("wellness.csv", table).await
    }

    /// Who they are, and what holds for them.
    async fn person(self) -> Result<Self, AppFault> {
        let mut me = self;
        let id = me.athlete.id;
        let squads = me.roster.squads().await?;
        let squad = squads.into_iter().find(|squad| Some(squad.id) == me.athlete.squad).map(|squad| squad.name);
        let person = json!({
            "athlete": me.athlete,
            "squad": squad,
            "devices": me.roster.devices(id).await?,
            "repair_limits": me.roster.repair_limits(id).await?,
        });
        let races = json!({ "races": me.roster.races(id).await?, "phases": me.roster.phases(id).await? });
        let consents = me.roster.consents(id).await?;
        for one in me.roster.withheld(id, me.app.today_of(&me.athlete)).await? {
            me.left_out.push(one.say(Words::here()));
        }
        let settings = me.roster.settings(id).await?;
        let availability = me.roster.availability(id).await?;
        let me = me.put_top("athlete.json", tables::document(&person)?).await?;
        let me = me.put_top("settings.json", tables::document(&settings)?).await?;
        let me = me.put_top("availability.json", tables::document(&availability)?).await?;
        let me = me.put_top("races.json", tables::document(&races)?).await?;
        me.put_top("consents.json", tables::document(&consents)?).await
    }

    /// The notes meant for the athlete. Those the coach keeps are counted, not shown.
    async fn notes(self) -> Result<Self, AppFault> {
        let mut me = self;
        let (shared, private): (Vec<_>, Vec<_>) =
            standing_notes(me.roster.annotations(me.athlete.id).await?).into_iter().partition(|note| note.shared);
        if !private.is_empty() {
            me.leave_out("export-left-notes", &[("notes", private.len().into())]);
        }
        me.put_top("notes.json", tables::document(&shared)?).await
    }

    /// Every planned week as a plan file holds it, what was planned and decided around it, and the journal.
    async fn plans(self) -> Result<Self, AppFault> {
        let me = self;
        let mut lines: Vec<JournalLine> = me.roster.journal(u32::MAX).await?;
        lines.retain(|line| line.athlete == Some(me.athlete.id));
        lines.reverse();
        let id = me.athlete.id;
        let mut plans = Vec::new();
        let mut decided = Vec::new();
        for week in me.roster.planned_weeks(id, Week::of(NaiveDate::default())).await? {
            plans.extend(me.roster.plan_week(id, week).await?);
            decided.extend(me.roster.adaptations(id, week).await?);
        }
        let now = me.app.0.clock.now();
        let mut files: Vec<Json> = Vec::with_capacity(plans.len());
        for plan in &plans {
            let taken = me.roster.provenance(plan.id).await?;
            files.push(json!(PlanFile::of(plan, &me.athlete, &me.app.author(), now, &Texts::All, &taken).0));
        }
        let seasons = planned::seasons(&me.roster.season_plans(id).await?)?;
        let exceptions = planned::exceptions(&me.roster.exceptions(id).await?)?;
        let follow_ups = planned::follow_ups(&me.roster.follow_ups(Some(id), u32::MAX).await?)?;
        let me = me.put_top("seasons.csv", seasons).await?;
        let me = me.put_top("exceptions.csv", exceptions).await?;
        let me = me.put_top("approvals.csv", planned::approvals(&plans)?).await?;
        let me = me.put_top("adaptations.csv", planned::adaptations(&decided)?).await?;
        let me = me.put_top("follow-ups.csv", follow_ups).await?;
        let me = me.put_top("plans.json", tables::document(&files)?).await?;
        me.put_top("journal.csv", tables::journal(&lines)?).await
    }

    /// The page that says what each file is, the archive's own name, and a line in the journal.
    async fn end(self) -> Result<Exported, AppFault> {
        let (day, name) = (self.app.today().to_string(), self.athlete.name.clone());
        let readme = readme(&name, &day, &self.left_out);
        let me = self.put_top("README.txt", readme.into_bytes()).await?;
        let Taking { app, roster, athlete, archive, left_out, .. } = me;
        let stem = format!("{} Trackside {day}", file_name(&name));
        let (path, bytes) = archive.end(stem).await?;
        let path = path.to_string_lossy().into_owned();
        let write = roster.write().await?;
        write.commit(app.entry("export-athlete", Some(athlete.id), Some(path.clone()), Json::Null)).await?;
        Ok(Exported { path, bytes, left_out })
    }
}

/// The hash of a table that brought wellness values, from its line in an import's report.
fn table_of(report: &Json) -> Option<ContentHash> {
    let brought = report.get("wellness").and_then(Json::as_u64).unwrap_or_default();
    let hash = report.get("hash").and_then(Json::as_str)?;
    (brought > 0).then(|| ContentHash(hash.to_owned()))
}

/// What each file of the archive is, and what is not in it.
fn readme(name: &str, day: &str, left_out: &[String]) -> String {
    let words = Words::here();
    let mut lines =
        vec![words.say_with("archive-title", &[("athlete", name.into()), ("day", day.into())]), String::new()];
    for (file, key) in [
        ("originals/", "originals"),
        ("activities/", "anew"),
        ("activities.csv", "activities"),
        ("measures.csv", "measures"),
        ("curves.csv", "curves"),
        ("days.csv", "days"),
        ("results.csv", "results"),
        ("marks.csv", "marks"),
        ("wellness.csv", "wellness"),
        ("athlete.json", "athlete"),
        ("settings.json", "settings"),
        ("availability.json", "availability"),
        ("races.json", "races"),
        ("notes.json", "notes"),
        ("plans.json", "plans"),
        ("seasons.csv", "seasons"),
        ("exceptions.csv", "exceptions"),
        ("approvals.csv", "approvals"),
        ("adaptations.csv", "adaptations"),
        ("follow-ups.csv", "follow-ups"),
        ("consents.json", "consents"),
        ("journal.csv", "journal"),
        ("rows/", "rows"),
        ("manifest.json", "manifest"),
    ] {
        lines.push(format!("{file:<18} {}", words.say(&format!("archive-{key}"))));
    }
    if !left_out.is_empty() {
        lines.extend([String::new(), words.say("archive-left-out")]);
        lines.extend(left_out.iter().map(|line| format!("- {line}")));
    }
    lines.push(String::new());
    lines.join("\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_of_the_archive_names_every_file_and_what_is_missing() {
        let page = readme("Ada Fell", "2026-11-22", &["One thing.".to_owned()]);
        assert!(page.contains("Ada Fell") && page.contains("- One thing."), "{page}");
        assert!(!page.contains("archive-") && !page.contains('{'), "{page}");
    }

    #[test]
    fn only_a_line_that_brought_values_names_a_table() {
        let brought = json!({ "hash": "ab", "wellness": 3 });
        assert_eq!(table_of(&brought), Some(ContentHash("ab".to_owned())));
        assert_eq!(table_of(&json!({ "hash": "ab", "wellness": 0 })), None);
        assert_eq!(table_of(&json!({ "wellness": 3 })), None);
    }
}
