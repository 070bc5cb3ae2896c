//! The athlete's side: what they say in their own file, and the signed file they send back.

use chrono::{DateTime, Utc};
use contract::own::{OwnActivity, OwnView, SayOwn, SendBack, SentBack, ShowOwn};
use contract::{Done, Topic, Touched};
use domain::activity::Activity;
use domain::athlete::Athlete;
use domain::id::{WellnessId, WordId};
use domain::own::{BY_ATHLETE, OwnFile, OwnWord, Said, Unsayable};
use domain::wellness::{WellnessEntry, WellnessValue};
use exchange::return_file::{EXTENSION, MOST_WORDS, ReturnFile};
use exchange::sealed::{self, To};
use exchange::signed::{self, fingerprint_words};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};
use std::path::PathBuf;
use store::Roster;

use super::OwnRefusal;
use crate::exports::{file_name, write_new};
use crate::{Answer, App, AppFault};

/// Where an own file notes when it was last sent back.
const SENT: &str = "own-sent";
/// Activities shown to say something about.
const SHOWN: u32 = 30;

/// The last time an own file was sent back.
#[derive(Serialize, Deserialize)]
struct Sent {
    at: DateTime<Utc>,
    words: usize,
}

/// The open roster as an own file, with its athlete.
async fn opened(app: &App) -> Result<(Roster, OwnFile, Athlete), AppFault> {
    let roster = app.roster().await?;
    let own = roster.own().await?.ok_or(OwnRefusal::NotOwn)?;
    let athlete = app.athlete(&roster, own.athlete).await?;
    Ok((roster, own, athlete))
}

/// When it was last sent back.
async fn sent(roster: &Roster) -> Result<Option<Sent>, AppFault> {
    roster.meta(SENT).await?.map(|text| serde_json::from_str(&text).map_err(AppFault::report)).transpose()
}

impl Answer for ShowOwn {
    async fn answer(self, app: &App) -> Result<Option<OwnView>, AppFault> {
        if app.roster().await?.own().await?.is_none() {
            return Ok(None);
        }
        let (roster, own, athlete) = opened(app).await?;
        let mut said = roster.own_words().await?;
        let mut activities = Vec::new();
        for activity in roster.activities(athlete.id, None, None, Some(SHOWN)).await? {
            activities.push(shown(&roster, &activity).await?);
        }
        let sent = sent(&roster).await?;
        let unsent = said.len().saturating_sub(sent.as_ref().map_or(0, |sent| sent.words));
        said.reverse();
        Ok(Some(OwnView {
            own,
            name: athlete.name.clone(),
            today: app.today_of(&athlete),
            said,
            activities,
            sent: sent.map(|sent| sent.at),
            unsent: u32::try_from(unsent).unwrap_or(u32::MAX),
            words_of_key: fingerprint_words(&app.key().await?.signing.verifying_key()),
        }))
    }
}

async fn shown(roster: &Roster, activity: &Activity) -> Result<OwnActivity, AppFault> {
    let (mut rpe, mut comment) = (None, None);
    for kept in roster.words_of(activity.id).await? {
        match kept.word.said {
            Said::Effort { rpe: said, .. } => rpe = Some(said.0),
            Said::Comment { text, .. } => comment = Some(text),
            Said::Morning { .. } => {}
        }
    }
    Ok(OwnActivity {
        id: activity.id,
        day: activity.day(),
        sport: activity.sport,
        minutes: activity.timer.0 / 60.0,
        rpe,
        comment,
    })
}

impl Answer for SayOwn {
    async fn answer(self, app: &App) -> Result<Done<Vec<OwnWord>>, AppFault> {
        let (roster, _, athlete) = opened(app).await?;
        let today = app.today_of(&athlete);
        for said in &self.said {
            said.check(today).map_err(|why| unsayable(why, today))?;
            if let Some(activity) = said.activity() {
                app.activity(&roster, activity).await?;
            }
        }
        if self.said.is_empty() {
            return Ok(Done { value: Vec::new(), touched: Vec::new() });
        }
        if roster.own_words().await?.len() + self.said.len() > MOST_WORDS {
            return Err(OwnRefusal::Full.into());
        }
        let at = app.0.clock.now();
        let author = athlete.name.clone();
        let word = |said| OwnWord { id: app.id(WordId), said, author: author.clone(), at };
        let words: Vec<OwnWord> = self.said.into_iter().map(word).collect();
        let mut write = roster.write().await?;
        for word in &words {
            write.insert_word(athlete.id, word, None).await?;
            if let Some(entry) = morning(&athlete, word, None) {
                write.insert_wellness(&entry).await?;
            }
        }
        write.commit(app.entry("say-own", Some(athlete.id), None, Json::Null)).await?;
        let moved = [Topic::Wellness, Topic::Activities];
        Ok(app.done(words, moved.map(|topic| Touched { athlete: Some(athlete.id), topic }).to_vec()))
    }
}

/// A word of a morning as a value of the roster; it keeps its identity.
pub(super) fn morning(athlete: &Athlete, word: &OwnWord, batch: Option<domain::id::BatchId>) -> Option<WellnessEntry> {
    let Said::Morning { day, field, value } = word.said else { return None };
    Some(WellnessEntry {
        id: WellnessId(word.id.0),
        athlete: athlete.id,
        batch,
        value: WellnessValue { date: day, field, value, source: BY_ATHLETE.to_owned() },
        recorded_at: word.at,
    })
}

fn unsayable(why: Unsayable, today: chrono::NaiveDate) -> AppFault {
    match why {
        Unsayable::OutOfRange { what, value, low, high } => AppFault::OutOfRange { what, value, low, high },
        Unsayable::BadText => {
            let longest = u32::try_from(domain::own::LONGEST_TEXT).unwrap_or(u32::MAX);
            AppFault::BadText { what: "comment", longest }
        }
        Unsayable::DayToCome { day } => AppFault::DayToCome { day, today },
    }
}

impl Answer for SendBack {
    async fn answer(self, app: &App) -> Result<SentBack, AppFault> {
        let (roster, own, athlete) = opened(app).await?;
        let words = roster.own_words().await?;
        if words.is_empty() {
            return Err(OwnRefusal::NothingSaid.into());
        }
        let said = words.len();
        let at = app.0.clock.now();
        let file = ReturnFile { own: own.id, athlete: athlete.id, name: athlete.name.clone(), written_at: at, words };
        let key = app.key().await?;
        let signed = signed::write(&file, &key.signing)?;
        let recipient = sealed::recipient(&own.recipient)?;
        let sealed = sealed::seal(&signed, &To::Recipients(&[recipient]))?;
        let folder = self.folder.map_or_else(|| app.0.place.documents.clone(), PathBuf::from);
        let stem = format!("{} {}", file_name(&athlete.name), app.today_of(&athlete));
        let bytes = sealed.len() as u64;
        let path = tokio::task::spawn_blocking(move || write_new(&folder, &stem, EXTENSION, &sealed))
            .await
            .map_err(|source| AppFault::Panicked { said: source.to_string() })??;
        let path = path.to_string_lossy().into_owned();
        let mut write = roster.write().await?;
        write.set_meta(SENT, &json!(Sent { at, words: said }).to_string()).await?;
        write.commit(app.entry("send-back", Some(athlete.id), Some(path.clone()), Json::Null)).await?;
        let words_of_key = fingerprint_words(&key.signing.verifying_key());
        Ok(SentBack { path, bytes, said: u32::try_from(said).unwrap_or(u32::MAX), words_of_key })
    }
}
