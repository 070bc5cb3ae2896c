//! A roster in a folder of its own, the program run on it as its own process, and the look at what is left.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{TimeZone, Utc};
use flate2::read::GzDecoder;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Fault, Tally, Verb};

/// A roster as the release before the journal had a chain wrote it: six athletes, 1507 lines in its journal.
const EARLIER: &[u8] = include_bytes!("../../fixtures/rosters/20261123140000.trackside.gz");
const EARLIER_LINES: u64 = 1507;
/// The week that is planned.
const WEEK: &str = "2027-W20";
/// Files of one import.
const FILES: i64 = 6;

/// How a run came to its end.
#[derive(Debug)]
pub(super) enum Ended {
    /// By itself, and said what it did.
    Acknowledged,
    /// By the kill.
    Killed {
        /// All it had to say stood there.
        acknowledged: bool,
    },
    /// By itself, with a fault.
    Refused(String),
}

/// Everything there is, and what must be in it.
pub(super) struct Scene {
    folder: TempDir,
    program: PathBuf,
    athlete: String,
    /// Of each kind, how often it was begun.
    runs: u32,
    activities: usize,
    overrides: usize,
    exports: usize,
    backups: usize,
    /// Whom the present erasure is about.
    erased: String,
}

impl Scene {
    /// A new roster with an athlete whose week is drafted.
    pub(super) fn begin(program: &Path) -> Result<Scene, Fault> {
        let folder = tempfile::tempdir()?;
        let mut scene = Scene {
            folder,
            program: program.to_owned(),
            athlete: String::new(),
            runs: 0,
            activities: 0,
            overrides: 0,
            exports: 0,
            backups: 0,
            erased: String::new(),
        };
        scene.athlete = scene.add_athlete("Ada Fell")?;
        let draft = json!({ "athlete": scene.athlete, "week": WEEK, "fresh": false }).to_string();
        scene.ask(&scene.roster(), &["call", "DraftWeek", &draft])?;
        Ok(scene)
    }

    fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn roster(&self) -> PathBuf {
        self.at("club.trackside")
    }

    fn command(&self, roster: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command
            .env("TRACKSIDE_HOME", self.folder.path())
            .env("TRACKSIDE_HERMETIC", "1")
            .env("TRACKSIDE_AUTHOR", "coach");
        command.arg("--json").arg("--roster").arg(roster).args(args).stdin(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs it in peace; a fault is one here too.
    fn ask(&self, roster: &Path, args: &[&str]) -> Result<Value, Fault> {
        let output = self.command(roster, args).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        if output.status.success() { Ok(serde_json::from_str(&said)?) } else { Err(format!("{args:?}: {said}").into()) }
    }

    fn add_athlete(&self, name: &str) -> Result<String, Fault> {
        let asked =
            json!({ "name": name, "sex": "female", "born": "1999-05-01", "zone": null, "squad": null }).to_string();
        let added = self.ask(&self.roster(), &["call", "AddAthlete", &asked])?;
        added["value"]["id"].as_str().map(str::to_owned).ok_or_else(|| format!("no id in {added}").into())
    }

    /// Does one thing, and kills it after `moment`; `None` lets it end. Also says how long it ran.
    pub(super) fn run(&mut self, verb: Verb, moment: Option<Duration>) -> Result<(Ended, Duration), Fault> {
        self.runs += 1;
        let (roster, args) = self.prepare(verb)?;
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let said = self.at("said");
        let mut running = self.command(&roster, &args).stdout(File::create(&said)?).spawn()?;
        let begun = Instant::now();
        if let Some(moment) = moment {
            while begun.elapsed() < moment && running.try_wait()?.is_none() {
                std::thread::sleep(Duration::from_micros(500).min(moment - begun.elapsed().min(moment)));
            }
        }
        let killed = moment.is_some() && running.try_wait()?.is_none();
        if killed {
            // SIGKILL on Unix, TerminateProcess on Windows.
            running.kill()?;
        }
        let status = running.wait()?;
        let ran = begun.elapsed();
        let said = std::fs::read_to_string(&said)?;
        let reply = serde_json::from_str::<Value>(&said).ok();
        let acknowledged = reply.is_some_and(|reply| reply.get("fault").is_none());
        let ended = match (killed, status.success() && acknowledged) {
            // It may have ended between the look and the kill.
            (true, _) => Ended::Killed { acknowledged },
            (false, true) => Ended::Acknowledged,
            (false, false) => Ended::Refused(said),
        };
        Ok((ended, ran))
    }

    /// What the program is asked, with whatever that needs.
    fn prepare(&mut self, verb: Verb) -> Result<(PathBuf, Vec<String>), Fault> {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let roster = self.roster();
        let path = |path: PathBuf| path.to_string_lossy().into_owned();
        Ok(match verb {
            Verb::Import => {
                let folder = self.at("files");
                if folder.exists() {
                    std::fs::remove_dir_all(&folder)?;
                }
                std::fs::create_dir(&folder)?;
                let first = Utc.timestamp_opt(1_325_376_000, 0).single().ok_or("no such moment")?;
                for file in 0..FILES {
                    // A ride a day: the same ride some hours later would be taken for a copy on another zone's clock.
                    let start = first + chrono::Duration::days(i64::from(self.runs) * FILES + file);
                    std::fs::write(folder.join(format!("{file}.fit")), sample::ride(start, 600, Some(150)))?;
                }
                (roster, words(&["import", &path(folder), "--athlete", "Ada Fell"]))
            }
            Verb::Recompute => (roster, words(&["measures", "recompute"])),
            Verb::Override => {
                let session = json!({ "kind": "easy", "sport": "run", "title": format!("Run {}", self.runs), "minutes": 20,
                                      "load": 10.0, "steps": [] });
                let asked = json!({ "athlete": self.athlete, "week": WEEK, "session": null, "insist": true,
                                    "change": { "do": "add", "date": "2027-05-18", "session": session },
                                    "tag": "group-session", "text": format!("run {}", self.runs) });
                (roster, words(&["call", "OverrideSession", &asked.to_string()]))
            }
            Verb::Export => {
                (roster, words(&["plan", "export", "Ada Fell", "--week", WEEK, "--out", &path(self.at("out"))]))
            }
            Verb::Backup => (roster, words(&["backup", "now", "--out", &path(self.at("kept"))])),
            Verb::Migration => {
                let old = self.at("earlier");
                if old.exists() {
                    std::fs::remove_dir_all(&old)?;
                }
                std::fs::create_dir(&old)?;
                let old = old.join("club.trackside");
                std::io::copy(&mut GzDecoder::new(EARLIER), &mut File::create(&old)?)?;
                (old, words(&["athletes"]))
            }
            Verb::Erase => {
                let name = format!("Eve {}", self.runs);
                self.erased = self.add_athlete(&name)?;
                (roster, words(&["privacy", "erase", &self.erased, "--name", &name]))
            }
        })
    }

    /// Looks at what is left. `acknowledged` says that the last run had said what it did.
    pub(super) fn check(&mut self, verb: Verb, acknowledged: bool, tally: &mut Tally) -> Result<(), Fault> {
        let roster = if verb == Verb::Migration { self.at("earlier/club.trackside") } else { self.roster() };
        // Opens the roster as the next start would, checks every page and index, and goes through the chain.
        let output = self.command(&roster, &["audit", "--verify"]).output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let lost = &mut tally.lost;
        if !output.status.success() {
            let said: String = said.chars().take(400).collect();
            let said: String = said.chars().take(400).collect();
            lost.push(format!("the roster does not open, or is not sound: {said}"));
            return Ok(());
        }
        let done = usize::from(acknowledged);
        match verb {
            Verb::Import => {
                self.activities += done * usize::try_from(FILES)?;
                let here = self.count(&["activities", "Ada Fell"])?;
                lacking(lost, "activities", self.activities, here);
                // What came of an unfinished import is as good as what came of a finished one.
                self.activities = self.activities.max(here);
            }
            Verb::Recompute => {}
            Verb::Override => {
                self.overrides += done;
                let here = self.lines("override-session")?;
                lacking(lost, "overrides", self.overrides, here);
                self.overrides = self.overrides.max(here);
            }
            Verb::Export => {
                self.exports += done;
                let here = self.lines("export-plan")?;
                lacking(lost, "exports in the journal", self.exports, here);
                self.exports = self.exports.max(here);
            }
            // Those of earlier runs were looked at and removed.
            Verb::Backup => self.backups = done,
            Verb::Migration => {
                let lines = serde_json::from_str::<Value>(&said)?["chain"]["lines"].as_u64().unwrap_or_default();
                if lines < EARLIER_LINES {
                    lost.push(format!("{lines} of {EARLIER_LINES} lines are in the chain after the migration"));
                }
            }
            Verb::Erase => {
                let list = self.ask(&self.roster(), &["call", "ListAthletes", "{}"])?;
                if acknowledged && list.to_string().contains(&self.erased) {
                    lost.push(format!("{} was said to be erased and is here", self.erased));
                }
            }
        }
        let scraps = self.files_are_whole(verb, &mut tally.lost)?;
        tally.counts.entry(verb.name()).or_default().scraps += scraps;
        Ok(())
    }

    /// Every file that stands under the name of a whole one is whole; how many do not.
    fn files_are_whole(&self, verb: Verb, lost: &mut Vec<String>) -> Result<u32, Fault> {
        let folder = match verb {
            Verb::Export => self.at("out"),
            Verb::Backup => self.at("kept"),
            Verb::Migration => self.at("earlier"),
            _ => return Ok(0),
        };
        let mut scraps = 0;
        let entries: Vec<_> = if folder.is_dir() { std::fs::read_dir(&folder)?.collect() } else { Vec::new() };
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let named = path.to_string_lossy().into_owned();
            if name.starts_with('.') || name.ends_with(".part") || name.ends_with("-journal") {
                std::fs::remove_file(&path)?;
                scraps += 1;
                continue;
            }
            let whole = if name.ends_with(".tsplan") {
                self.ask(&self.roster(), &["plan", "verify", &named]).is_ok()
            } else if name.ends_with(".html") {
                let mut page = String::new();
                File::open(&path)?.read_to_string(&mut page)?;
                page.trim_end().ends_with("</html>")
            } else if name.contains(".before-") || (verb == Verb::Backup && name.ends_with(".trackside")) {
                self.ask(&self.roster(), &["backup", "verify", &named]).is_ok()
            } else {
                true
            };
            if !whole {
                lost.push(format!("{name} is half there"));
            }
        }
        if verb == Verb::Backup && folder.is_dir() {
            let here = backups(&folder)?;
            lacking(lost, "backups", self.backups, here.len());
            // The next look need not read them again.
            for path in here {
                std::fs::remove_file(path)?;
            }
        }
        Ok(scraps)
    }

    /// What was done once must be there at the end, whatever was killed later.
    pub(super) fn check_all(&self, tally: &mut Tally) -> Result<(), Fault> {
        lacking(&mut tally.lost, "activities", self.activities, self.count(&["activities", "Ada Fell"])?);
        lacking(&mut tally.lost, "overrides", self.overrides, self.lines("override-session")?);
        lacking(&mut tally.lost, "exports in the journal", self.exports, self.lines("export-plan")?);
        Ok(())
    }

    fn count(&self, args: &[&str]) -> Result<usize, Fault> {
        let list = self.ask(&self.roster(), args)?;
        list.as_array().map(Vec::len).ok_or_else(|| format!("{args:?} is no list: {list}").into())
    }

    fn lines(&self, action: &str) -> Result<usize, Fault> {
        let view = self.ask(&self.roster(), &["audit", "--action", action, "--limit", "1000"])?;
        view["lines"].as_array().map(Vec::len).ok_or_else(|| format!("no lines in {view}").into())
    }
}

fn backups(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "trackside") {
            found.push(path);
        }
    }
    Ok(found)
}

fn lacking(lost: &mut Vec<String>, what: &str, acknowledged: usize, here: usize) {
    if here < acknowledged {
        lost.push(format!("{here} {what} are here, {acknowledged} were said to be"));
    }
}
