//! Roster files: a small club, changed byte by byte and page by page, opened, checked and read whole.
//!
//! Under a passphrase each page is authenticated, and beside a roster that was closed in order stands a note of its hash: of
//! either, nothing that was changed may be taken for genuine. A plain roster that comes without its note is no signed file.
//! What is promised of a changed one is that the program does not crash, and that it says so where something keeps watch:
//! SQLite over its structure, the schema over what a column may hold, the chain over the journal. What nothing watches is
//! counted as accepted, and shown.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::{App, AppFault, Clock, Place};
use chrono::{DateTime, Days, TimeZone, Utc};
use chrono_tz::Tz;
use contract::Call;
use contract::athlete::{AddAthlete, AddSettings, SetAvailability};
use contract::import::ImportFiles;
use contract::plan::{Annotate, DraftWeek, OverrideSession};
use domain::annotation::Subject;
use domain::availability::Availability;
use domain::overrides::{Change, ReasonTag};
use domain::settings::Settings;
use domain::unit::Watts;
use domain::week::Week;
use domain::words::Words;
use store::{Head, Roster, RosterKey, StoreFault};
use testkit::{clock, recorded};
use uuid::Uuid;

use super::guard::Watch;
use super::{Dice, Fault, Outcome, Tally, bytes, values};

/// A roster as anybody can read it, where the program left it.
pub const PLAIN: &str = "roster";
/// The same without the note of how it was left: after a power cut, or copied from elsewhere.
pub const BARE: &str = "roster, no note";
/// One under a passphrase, as an athlete's own file is.
pub const SEALED: &str = "sealed roster";
/// What the note's name ends in.
const NOTE: &str = ".left";
/// What a page of a roster has, bytes.
const PAGE: usize = 4096;
/// What of a file's begin is its header, bytes.
const HEADER: usize = 100;

/// Always the same moment; ids as ever.
#[derive(Debug)]
struct Still;

impl Clock for Still {
    fn now(&self) -> DateTime<Utc> {
        clock::now()
    }

    fn id(&self) -> Uuid {
        app::SystemClock.id()
    }

    fn zone(&self) -> Tz {
        Tz::Europe__Berlin
    }
}

/// A club as the program left it.
struct Club {
    _folder: tempfile::TempDir,
    path: PathBuf,
    /// What opens it, if anything is needed.
    key: Option<RosterKey>,
    bytes: Vec<u8>,
    /// How the program left it, as it noted beside the file.
    note: Option<Vec<u8>>,
    /// Everything that is read of it.
    says: String,
    head: Vec<Head>,
}

/// What came of looking at one.
enum Looked {
    Refused(StoreFault),
    Noticed(String),
    Says(String),
}

/// Changes the club's file so many times: a third as it was left, a third without the note, the rest under a passphrase.
pub(super) async fn run(times: u64, dice: &mut Dice, watch: &Watch, tally: &mut Tally) -> Result<(), Fault> {
    let third = times / 3;
    let plain = run_one(PLAIN, third, made().await?, dice, watch, tally).await?;
    let bare = run_one(BARE, third, Club { note: None, ..plain }, dice, watch, tally).await?;
    run_one(SEALED, times - 2 * third, sealed(bare).await?, dice, watch, tally).await.map(drop)
}

/// Changes one file so many times, and gives it back as it was.
async fn run_one(
    kind: &'static str,
    times: u64,
    club: Club,
    dice: &mut Dice,
    watch: &Watch,
    tally: &mut Tally,
) -> Result<Club, Fault> {
    for _ in 0..times {
        let (way, changed) = loop {
            let (way, changed) = change(dice, &club.bytes);
            if changed != club.bytes {
                break (way, changed);
            }
        };
        club.put(&changed)?;
        let (path, key, head) = (club.path.clone(), club.key.clone(), club.head.clone());
        let looking = tokio::spawn(async move { look(&path, key, &head).await });
        let (looked, took) = watch.time_of(looking).await;
        let outcome = match looked {
            Ok(Looked::Refused(fault)) => {
                let code = name(&fault);
                tally.said(kind, &code, || words(fault));
                Outcome::Refused
            }
            Ok(Looked::Noticed(said)) => {
                tally.said(kind, "noticed", || said);
                Outcome::Noticed
            }
            Ok(Looked::Says(says)) if says == club.says => Outcome::SameMeaning,
            Ok(Looked::Says(says)) => {
                tally.describe(format!("{kind}, {way}: {}", difference(&club.says, &says)));
                Outcome::Accepted
            }
            Err(panic) => {
                tally.describe(format!("{kind}, {way}: {panic}"));
                Outcome::Crashed
            }
        };
        tally.count(kind, way, outcome, took);
    }
    club.put(&club.bytes)?;
    Ok(club)
}

fn change(dice: &mut Dice, file: &[u8]) -> (&'static str, Vec<u8>) {
    let mut changed = file.to_vec();
    let pages = file.len() / PAGE;
    let page = |number: usize| number * PAGE..(number + 1) * PAGE;
    let way = match dice.below(10) {
        0 => {
            let from = page(dice.below(pages));
            let to = dice.below(pages) * PAGE;
            changed.copy_within(from, to);
            "a page over another"
        }
        1 => {
            changed[page(dice.below(pages))].fill(0);
            "a page zeroed"
        }
        2 => {
            changed[dice.below(HEADER)] = dice.byte();
            "the header changed"
        }
        3 => {
            let script = values::SCRIPT.as_bytes();
            over(
                dice,
                &mut changed,
                |byte| byte.is_ascii_alphabetic() || byte == b' ',
                8,
                |at, _| script[at % script.len()],
            );
            "a text made a script"
        }
        4 => {
            over(dice, &mut changed, |byte| byte.is_ascii_digit(), 2, |_, byte| b'0' + (byte - b'0' + 7) % 10);
            "a number changed"
        }
        _ => return bytes::change(dice, file, file),
    };
    (way, changed)
}

/// Writes over a run of bytes of one sort, somewhere.
fn over(dice: &mut Dice, file: &mut [u8], fits: fn(u8) -> bool, least: usize, with: impl Fn(usize, u8) -> u8) {
    for _ in 0..10_000 {
        let from = dice.below(file.len());
        let run = file[from..].iter().take_while(|byte| fits(**byte)).count();
        if run >= least {
            for (at, byte) in file[from..from + run].iter_mut().enumerate() {
                *byte = with(at, *byte);
            }
            return;
        }
    }
}

impl Club {
    /// A file under the roster's name, with the note and without what SQLite kept beside the one before.
    fn put(&self, bytes: &[u8]) -> Result<(), Fault> {
        for ending in ["-wal", "-shm", "-journal", NOTE] {
            let beside = beside(&self.path, ending);
            if beside.exists() {
                std::fs::remove_file(&beside)?;
            }
        }
        if let Some(note) = &self.note {
            std::fs::write(beside(&self.path, NOTE), note)?;
        }
        Ok(std::fs::write(&self.path, bytes)?)
    }
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut beside = path.as_os_str().to_owned();
    beside.push(ending);
    beside.into()
}

async fn look(path: &Path, key: Option<RosterKey>, head: &[Head]) -> Looked {
    let roster = match Roster::open_with(path, key.clone(), clock::now()).await {
        Ok(roster) => roster,
        Err(fault) => return Looked::Refused(fault),
    };
    let looked = noticed(&roster, head).await;
    roster.close().await;
    match looked {
        Ok(Some(said)) => Looked::Noticed(said),
        Ok(None) => match says_of(path, key).await {
            Ok(says) => Looked::Says(says),
            Err(fault) => Looked::Noticed(words(fault)),
        },
        Err(fault) => Looked::Noticed(words(fault)),
    }
}

/// What the checks of the program say of an open roster, in the sentences of its screen.
async fn noticed(roster: &Roster, head: &[Head]) -> Result<Option<String>, StoreFault> {
    let words = Words::here();
    if roster.was_changed() {
        return Ok(Some(words.say_with("safety-changed", &[("day", clock::today().to_string().into())])));
    }
    if let Some(said) = roster.integrity().await?.into_iter().next() {
        let facts = [("detail", said.as_str().into()), ("backup", words.say("safety-no-backup").into())];
        return Ok(Some(words.say_with("safety-damaged", &facts)));
    }
    let breaks = roster.verify_chain(head).await?.breaks.len();
    Ok((breaks > 0).then(|| words.say_with("safety-chain-broken", &[("count", breaks.into())])))
}

async fn says_of(path: &Path, key: Option<RosterKey>) -> Result<String, StoreFault> {
    let roster = Roster::open_with(path, key, clock::now()).await?;
    let says = says(&roster).await;
    roster.close().await;
    says
}

/// Everything in a roster that a screen shows.
async fn says(roster: &Roster) -> Result<String, StoreFault> {
    let athletes = roster.athletes().await?;
    let mut said = format!("{:?}\n{:?}\n{athletes:?}\n", roster.counts().await?, roster.journal(u32::MAX).await?);
    let now = Week::of(clock::today());
    said.push_str(&format!("{:?}\n", roster.plan_weeks_of_all(now, now.next().next()).await?));
    for athlete in athletes {
        let activities = roster.activities(athlete.id, None, None, None).await?;
        for activity in &activities {
            let kinds = roster.channel_kinds(activity.id).await?;
            said.push_str(&format!("{:?}\n", roster.channels(activity.id, &kinds).await?));
        }
        let (settings, notes) = (roster.settings(athlete.id).await?, roster.annotations(athlete.id).await?);
        said.push_str(&format!("{settings:?}\n{notes:?}\n{activities:?}\n"));
    }
    Ok(said)
}

/// An athlete with rides, a drafted week, a change and a note; made by the program itself.
async fn made() -> Result<Club, Fault> {
    let folder = tempfile::tempdir()?;
    let app = App::new(Place::in_folder(&folder.path().join("program")), Arc::new(Still));
    let path = folder.path().join("Club.trackside");
    app.open_or_create(&path).await?;
    let today = clock::today();
    for (number, name) in (0..).zip(["Runa Hollis", "Tamsin Dale"]) {
        let request = AddAthlete { name: name.to_owned(), sex: None, born: None, zone: None, squad: None };
        let athlete = ask(&app, &request).await?.value;
        let from = today - Days::new(100);
        let settings = Settings { from, ftp: Some(Watts(231.0)), ..Settings::default() };
        ask(&app, &AddSettings { athlete: athlete.id, settings }).await?;
        let availability = Availability { from, minutes: [Some(90); 7], sports: Default::default() };
        ask(&app, &SetAvailability { athlete: athlete.id, availability }).await?;
        let mut paths = Vec::new();
        for day in 1..20_u16 {
            let file = folder.path().join(format!("{number}-{day}.fit"));
            let start = Utc
                .from_utc_datetime(&(today - Days::new(u64::from(day) * 2)).and_hms_opt(8, 0, 0).unwrap_or_default());
            std::fs::write(&file, recorded::ride_file(start, 20, 150 + day + 30 * number))?;
            paths.push(file.to_string_lossy().into_owned());
        }
        ask(&app, &ImportFiles { paths, athlete: Some(athlete.id), task: None }).await?;
        let week = Week::of(today).next();
        let view = ask(&app, &DraftWeek { athlete: athlete.id, week, fresh: false }).await?.value;
        if let Some(session) = view.effective.sessions.first() {
            let request = OverrideSession {
                athlete: athlete.id,
                week,
                session: Some(session.id),
                change: Change::Scale { percent: 80 },
                tag: ReasonTag::Fatigue,
                text: Some("Slept badly before the race".to_owned()),
                insist: true,
            };
            ask(&app, &request).await?;
        }
        let text = "Ask about the knee on Friday".to_owned();
        ask(&app, &Annotate { athlete: athlete.id, subject: Subject::Day { date: today }, text, shared: false })
            .await?;
    }
    app.close().await;
    let roster = Roster::open(&path, clock::now()).await?;
    let (says, head) = (says(&roster).await?, roster.chain_head().await?);
    roster.close().await;
    let (bytes, note) = (std::fs::read(&path)?, Some(std::fs::read(beside(&path, NOTE))?));
    Ok(Club { bytes, note, says, head: head.into_iter().collect(), path, key: None, _folder: folder })
}

/// The same club under a passphrase.
async fn sealed(club: Club) -> Result<Club, Fault> {
    let key = RosterKey::new("three herons by the weir", Uuid::nil().into_bytes()[..12].try_into()?);
    store::rewrite(&club.path, None, Some(key.clone())).await?;
    Ok(Club { bytes: std::fs::read(&club.path)?, key: Some(key), ..club })
}

async fn ask<C: Call>(app: &App, request: &C) -> Result<C::Reply, Fault> {
    let reply = app::dispatch(app, C::NAME, &serde_json::to_string(request)?).await?;
    Ok(serde_json::from_str(&reply)?)
}

/// The fault's own name.
fn name(fault: &StoreFault) -> String {
    format!("{fault:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// What a person reads.
fn words(fault: StoreFault) -> String {
    let told = AppFault::from(fault).told("mutate", &Uuid::nil());
    format!("{} {}", told.what, told.next)
}

/// Where two texts begin to differ.
fn difference(before: &str, after: &str) -> String {
    let at = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
    let part = |text: &str| {
        let from = text.floor_char_boundary(at.saturating_sub(60).min(text.len()));
        text[from..].chars().take(100).collect::<String>()
    };
    format!("`{}` became `{}`", part(before), part(after))
}
