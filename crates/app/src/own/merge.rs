//! The coach's side: what a return file would bring, and merging what is new in it. What is here stays as it is; a merge is
//! an import like any other and is taken back like one.

use std::collections::BTreeMap;

use chrono::Days;
use contract::import::{FileReport, Outcome};
use contract::keyring::FileFrom;
use contract::own::{LookAtReturn, MergeReturn, Merged, ReturnFate, ReturnKey, ReturnPreview, ReturnRow};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::id::{BatchId, ContentHash, WordId};
use domain::own::{OwnWord, Said};
use domain::words::Words;
use exchange::return_file::{self, ReturnFile};
use exchange::sealed::{self, Identity, SealedFault, With};
use exchange::signed::{Payload as _, Verified, fingerprint_words, key_text};
use serde_json::{Value as Json, json};
use store::{NewBatch, NewReturn, Roster};

use super::OwnRefusal;
use super::beside::beside;
use super::say::morning;
use crate::given::given;
use crate::recompute::{self, Reason};
use crate::{Answer, App, AppFault, afterwards};

/// A return file that was opened and verified.
struct Opened {
    name: String,
    hash: ContentHash,
    verified: Verified<ReturnFile>,
}

/// Opens and verifies. What comes in is a stranger's until its signature holds.
async fn open(roster: &Roster, file: FileFrom) -> Result<Opened, AppFault> {
    // Sealed, it is a little larger than what is in it.
    let bytes = given(&file, ReturnFile::MAX_BYTES + 1024 * 1024)?;
    let signed = if sealed::is_sealed(&bytes) { unseal(roster, &bytes).await? } else { bytes };
    let verified = return_file::read(&signed)?;
    let name = match file {
        FileFrom::Path { path } => path,
        FileFrom::Bytes { .. } => verified.payload.name.clone(),
    };
    Ok(Opened { name, hash: exchange::identity(&signed), verified })
}

/// Opens it with the key of the own file it comes from; which one that is only shows by trying.
async fn unseal(roster: &Roster, bytes: &[u8]) -> Result<Vec<u8>, AppFault> {
    for identity in roster.return_identities().await? {
        let identity: Identity = identity.parse().map_err(|_| SealedFault::BadRecipient)?;
        match sealed::open(bytes, &With::Identity(&identity), ReturnFile::MAX_BYTES as u64) {
            Err(SealedFault::WrongSecret) => {}
            opened => return Ok(opened?),
        }
    }
    Err(OwnRefusal::SealedElsewhere.into())
}

async fn look(roster: &Roster, app: &App, opened: &Opened) -> Result<(Athlete, ReturnPreview), AppFault> {
    let file = &opened.verified.payload;
    let elsewhere = || AppFault::from(OwnRefusal::ReturnElsewhere { name: file.name.clone() });
    let (athlete, given_at) = roster.handed_out(file.own).await?.ok_or_else(elsewhere)?;
    if athlete != file.athlete {
        return Err(elsewhere());
    }
    let athlete = app.athlete(roster, athlete).await?;
    let known = roster.words_known(athlete.id).await?;
    let keys = roster.return_keys(athlete.id).await?;
    let key = match keys.contains(&key_text(&opened.verified.key)) {
        true => ReturnKey::Known,
        false if keys.is_empty() => ReturnKey::First,
        false => ReturnKey::Other,
    };
    // Theirs may be a day ahead, on the other side of the date line. What they say of a clock further ahead waits.
    let latest = app.today_of(&athlete) + Days::new(1);
    let mut rows = Vec::with_capacity(file.words.len());
    for word in &file.words {
        let mut row = row(roster, &athlete, &known, word).await?;
        if row.fate == ReturnFate::New && matches!(word.said, Said::Morning { day, .. } if day > latest) {
            row.fate = ReturnFate::DayToCome;
        }
        rows.push(row);
    }
    let new = rows.iter().filter(|row| row.fate == ReturnFate::New).count();
    let preview = ReturnPreview {
        hash: opened.hash.clone(),
        athlete: athlete.id,
        name: athlete.name.clone(),
        written_at: file.written_at,
        given_at,
        words_of_key: fingerprint_words(&opened.verified.key),
        key,
        rows,
        new: count(new),
    };
    Ok((athlete, preview))
}

async fn row(
    roster: &Roster,
    athlete: &Athlete,
    known: &BTreeMap<WordId, bool>,
    word: &OwnWord,
) -> Result<ReturnRow, AppFault> {
    let mut activity = None;
    if let Some(id) = word.said.activity() {
        activity = roster.activity(id).await?.filter(|activity| activity.athlete == athlete.id);
    }
    let fate = match known.get(&word.id) {
        Some(false) => ReturnFate::Here,
        Some(true) => ReturnFate::TakenBack,
        None if word.said.activity().is_some() && activity.is_none() => ReturnFate::NoActivity,
        None => ReturnFate::New,
    };
    let beside = beside(roster, athlete, activity.as_ref(), word).await?;
    let about = activity.map(|activity| (activity.day(), activity.sport));
    Ok(ReturnRow { word: word.clone(), fate, about, beside })
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

impl Answer for LookAtReturn {
    async fn answer(self, app: &App) -> Result<ReturnPreview, AppFault> {
        let roster = app.roster().await?;
        let opened = open(&roster, self.file).await?;
        Ok(look(&roster, app, &opened).await?.1)
    }
}

impl Answer for MergeReturn {
    async fn answer(self, app: &App) -> Result<Done<Merged>, AppFault> {
        let roster = app.roster().await?;
        let opened = open(&roster, self.file).await?;
        if opened.hash != self.hash {
            return Err(OwnRefusal::OtherReturn.into());
        }
        let (athlete, preview) = look(&roster, app, &opened).await?;
        if preview.key == ReturnKey::Other && !self.other_key {
            return Err(OwnRefusal::OtherKey.into());
        }
        let here = preview.rows.iter().filter(|row| row.fate == ReturnFate::Here).count();
        let new: Vec<&OwnWord> =
            preview.rows.iter().filter(|row| row.fate == ReturnFate::New).map(|row| &row.word).collect();
        let mornings = new.iter().filter(|word| word.said.activity().is_none()).count();
        let mut merged =
            Merged { batch: None, mornings: count(mornings), words: count(new.len() - mornings), here: count(here) };
        if new.is_empty() {
            return Ok(Done { value: merged, touched: Vec::new() });
        }
        let batch = app.id(BatchId);
        merged.batch = Some(batch);
        write(app, &roster, &athlete, &opened, &merged, batch, &new).await?;
        recompute::after(app, &roster, &athlete, Reason::Import).await?;
        afterwards::follow_up_quietly(app, &roster, Some([athlete.id].into()));
        let moved = [Topic::Wellness, Topic::Activities];
        Ok(app.done(merged, moved.map(|topic| Touched { athlete: Some(athlete.id), topic }).to_vec()))
    }
}

/// All of it in one transaction, as a batch with its report.
async fn write(
    app: &App,
    roster: &Roster,
    athlete: &Athlete,
    opened: &Opened,
    merged: &Merged,
    batch: BatchId,
    new: &[&OwnWord],
) -> Result<(), AppFault> {
    let now = app.0.clock.now();
    let key = key_text(&opened.verified.key);
    let mut write = roster.write().await?;
    let author = app.author();
    write.insert_batch(&NewBatch { id: batch, at: now, author, source: "files", request: Json::Null }).await?;
    for word in new {
        match morning(athlete, word, Some(batch)) {
            Some(mut entry) => {
                // A clock that runs ahead must not outvote what the coach writes tomorrow.
                entry.recorded_at = entry.recorded_at.min(now);
                write.insert_wellness(&entry).await?;
            }
            None => write.insert_word(athlete.id, word, Some((batch, &key))).await?,
        }
    }
    let own = opened.verified.payload.own;
    write.insert_return(&NewReturn { hash: &opened.hash, batch, own, athlete: athlete.id, key: &key, at: now }).await?;
    let facts = [("mornings", merged.mornings.into()), ("words", merged.words.into())];
    let report = FileReport {
        path: opened.name.clone(),
        hash: Some(opened.hash.clone()),
        outcome: Outcome::Imported,
        activities: Vec::new(),
        wellness: merged.mornings,
        templates: 0,
        athlete: Some(athlete.name.clone()),
        guess: None,
        sessions: Vec::new(),
        repairs: Vec::new(),
        message: Words::here().say_with("own-merged-report", &facts),
    };
    let outcome = report.outcome.code();
    write.insert_batch_file(batch, 0, &report.path, report.hash.as_ref(), outcome, &json!(report)).await?;
    write.end_batch(batch, "done").await?;
    let before = json!({ "file": opened.hash, "key": key });
    write.commit(app.entry("merge-return", Some(athlete.id), Some(batch.to_string()), before)).await?;
    Ok(())
}
