//! What athletes agreed to: the table, the history, the texts, and recording.

use chrono::NaiveDate;
use contract::consent::{
    ConsentCell, ConsentText, ConsentView, RecordConsent, SetConsentAge, ShowConsent, ShowWithheld,
};
use contract::{Done, Topic, Touched};
use domain::athlete::Athlete;
use domain::consent::{
    AGES, AgreedText, Consent, DataCategory, Guardian, Purpose, Withheld, allowed, check, needs_guardian,
};
use domain::id::ConsentId;
use serde_json::json;
use store::Roster;

use crate::entry::{text, within};
use crate::refusal::Refusal;
use crate::{Answer, App, AppFault, recompute};

/// Characters of a name.
const LONGEST_NAME: u32 = 200;

/// The texts that ship with the program: version, language, words. A version is never edited once it was in a release; its
/// hash stands beside each consent.
const TEXTS: [(&str, &str, &str); 2] = [
    ("2026-11", "en", include_str!("../../../assets/consent/2026-11.en.txt")),
    ("2026-11", "de", include_str!("../../../assets/consent/2026-11.de.txt")),
];

fn texts() -> Vec<ConsentText> {
    let text = |(version, language, words): (&str, &str, &str)| ConsentText {
        agreed: AgreedText {
            version: version.to_owned(),
            language: language.to_owned(),
            hash: blake3::hash(words.as_bytes()).to_hex().to_string(),
        },
        words: words.to_owned(),
    };
    TEXTS.into_iter().map(text).collect()
}

impl Answer for ShowConsent {
    async fn answer(self, app: &App) -> Result<ConsentView, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let on = self.on.unwrap_or_else(|| app.today_of(&athlete));
        view(&roster, &athlete, on).await
    }
}

impl Answer for ShowWithheld {
    async fn answer(self, app: &App) -> Result<Vec<Withheld>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        Ok(roster.withheld(athlete.id, app.today_of(&athlete)).await?)
    }
}

async fn view(roster: &Roster, athlete: &Athlete, on: NaiveDate) -> Result<ConsentView, AppFault> {
    let mut consents = roster.consents(athlete.id).await?;
    let age = roster.consent_age().await?;
    let cell = |category: DataCategory, purpose: Purpose| {
        let about = |one: &&Consent| one.category == category && one.purpose == purpose && one.from <= on;
        ConsentCell {
            category,
            purpose,
            allowed: allowed(&consents, category, purpose, on),
            said: consents.iter().rfind(about).cloned(),
        }
    };
    let pairs =
        DataCategory::ALL.iter().flat_map(|category| Purpose::ALL.iter().map(move |purpose| (*category, *purpose)));
    let table = pairs.map(|(category, purpose)| cell(category, purpose)).collect();
    let withheld = roster.withheld(athlete.id, on).await?;
    consents.reverse();
    Ok(ConsentView {
        athlete: athlete.id,
        name: athlete.name.clone(),
        on,
        age,
        needs_guardian: athlete.born.map(|born| needs_guardian(Some(born), on, age)),
        table,
        history: consents,
        withheld,
        texts: texts(),
    })
}

impl Answer for RecordConsent {
    async fn answer(self, app: &App) -> Result<Done<ConsentView>, AppFault> {
        let roster = app.roster().await?;
        let athlete = app.athlete(&roster, self.athlete).await?;
        let today = app.today_of(&athlete);
        if self.categories.is_empty() || self.purposes.is_empty() {
            return Err(Refusal::ConsentToNothing.into());
        }
        let guardian = guardian(self.guardian)?;
        let agreed = if self.given { Some(agreed(self.version, self.language, app)?) } else { None };
        let (age, now) = (roster.consent_age().await?, app.0.clock.now());
        let mut entries = Vec::new();
        for category in &self.categories {
            for purpose in &self.purposes {
                let entry = Consent {
                    id: app.id(ConsentId),
                    athlete: athlete.id,
                    category: *category,
                    purpose: *purpose,
                    given: self.given,
                    from: self.from.unwrap_or_default(),
                    to: self.to,
                    guardian: guardian.clone(),
                    text: agreed.clone(),
                    by: app.author(),
                    at: now,
                };
                check(&entry, athlete.born, age).map_err(|why| Refusal::NotAConsent {
                    why,
                    athlete: athlete.name.clone(),
                    age,
                })?;
                entries.push(entry);
            }
        }
        let before = json!(roster.withheld(athlete.id, today).await?);
        let mut write = roster.write().await?;
        for entry in &entries {
            write.insert_consent(entry).await?;
        }
        let ids: Vec<String> = entries.iter().map(|entry| entry.id.to_string()).collect();
        let action = if self.given { "give-consent" } else { "withdraw-consent" };
        write.commit(app.entry(action, Some(athlete.id), Some(ids.join(" ")), before)).await?;
        // What is computed for coaching is computed from what may be read for it.
        if self.purposes.contains(&Purpose::Coach) {
            recompute::after_change(app, &roster, &athlete).await?;
        }
        let shown = view(&roster, &athlete, today).await?;
        let moved = [Topic::Athlete, Topic::Activities, Topic::Wellness, Topic::Plan];
        let moved = moved.map(|topic| Touched { athlete: Some(athlete.id), topic });
        Ok(app.done(shown, moved.to_vec()))
    }
}

/// Who speaks for the athlete, if anybody; half a guardian is none.
fn guardian(told: Option<Guardian>) -> Result<Option<Guardian>, AppFault> {
    let Some(told) = told else { return Ok(None) };
    let name = text("name", Some(told.name), LONGEST_NAME)?;
    let relation = text("guardian-relation", Some(told.relation), LONGEST_NAME)?;
    match (name, relation) {
        (None, None) => Ok(None),
        (Some(name), Some(relation)) => Ok(Some(Guardian { name, relation })),
        _ => Err(Refusal::HalfAGuardian.into()),
    }
}

/// The text that was agreed to.
fn agreed(version: Option<String>, language: Option<String>, app: &App) -> Result<AgreedText, AppFault> {
    let texts = texts();
    let here = app.locale().language.code();
    // A language without a text of its own is answered in English, as its reader was.
    let shown = texts.iter().map(|text| text.agreed.language.as_str()).find(|one| *one == here).unwrap_or("en");
    let language = language.unwrap_or_else(|| shown.to_owned());
    let fits = |text: &AgreedText| text.language == language && version.as_ref().is_none_or(|one| *one == text.version);
    let found = texts.iter().map(|text| &text.agreed).find(|text| fits(text)).cloned();
    found.ok_or_else(|| {
        let asked = format!("{} {language}", version.unwrap_or_default());
        Refusal::NoSuchConsentText { asked: asked.trim().to_owned() }.into()
    })
}

impl Answer for SetConsentAge {
    async fn answer(self, app: &App) -> Result<Done<u8>, AppFault> {
        within("consent-age", f64::from(self.age), f64::from(*AGES.start()), f64::from(*AGES.end()))?;
        let roster = app.roster().await?;
        let before = roster.consent_age().await?;
        let mut write = roster.write().await?;
        write.set_consent_age(self.age).await?;
        write.commit(app.entry("set-consent-age", None, Some(self.age.to_string()), json!(before))).await?;
        Ok(app.done(self.age, vec![Touched { athlete: None, topic: Topic::Roster }]))
    }
}
