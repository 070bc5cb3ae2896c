//! The return file (`*.tsreturn`): what an athlete said in their own file, signed by their own key. The form is that of
//! every signed file, see [`crate::signed`]; `docs/own-file.md` describes the payload for other programs.

use chrono::{DateTime, Utc};
use domain::id::{AthleteId, OwnFileId};
use domain::own::{OwnWord, Said, Unsayable};
use serde::{Deserialize, Serialize};

use crate::signed::sound::{day, moment, name};
use crate::signed::{Payload, SignedFault, Verified, read as read_signed};

/// The file's extension.
pub const EXTENSION: &str = "tsreturn";

/// The most words in one file: twenty values a day for a year.
pub const MOST_WORDS: usize = 7500;

/// What a return file says. It holds everything said in the own file so far, so that one that was lost loses nothing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnFile {
    /// The own file it comes from.
    pub own: OwnFileId,
    /// Whose.
    pub athlete: AthleteId,
    /// Their name, for whoever looks at the file.
    pub name: String,
    /// When it was written.
    pub written_at: DateTime<Utc>,
    /// What was said, oldest first.
    pub words: Vec<OwnWord>,
}

impl Payload for ReturnFile {
    const FORMAT: &'static str = "trackside-return";
    const VERSION: u32 = 1;
    const MAX_BYTES: usize = 64 * 1024 * 1024;
}

/// Reads and verifies a return file, and looks at everything it says: one value nobody can have and none of it is taken.
///
/// # Errors
/// [`SignedFault`].
pub fn read(bytes: &[u8]) -> Result<Verified<ReturnFile>, SignedFault> {
    let verified = read_signed::<ReturnFile>(bytes)?;
    let file = &verified.payload;
    let bad = |field: String| Err(SignedFault::BadField { field });
    name("name", &file.name)?;
    moment("written_at", file.written_at)?;
    if file.words.len() > MOST_WORDS {
        return bad(format!("words: more than {MOST_WORDS}"));
    }
    let mut seen = std::collections::BTreeSet::new();
    // A day ahead of the clock here is the other side of the date line; a year ahead is not.
    let latest = (file.written_at + chrono::Duration::days(1)).date_naive();
    for (place, word) in file.words.iter().enumerate() {
        name("words.author", &word.author)?;
        moment("words.at", word.at)?;
        if let Said::Morning { day: morning, .. } = &word.said {
            day("words.said.day", *morning)?;
        }
        if !seen.insert(word.id) {
            return bad(format!("words[{place}]: the same id twice"));
        }
        match word.said.check(latest) {
            Ok(()) => {}
            Err(Unsayable::OutOfRange { what, .. }) => return bad(format!("words[{place}]: {what}")),
            Err(Unsayable::BadText) => return bad(format!("words[{place}]: text")),
            Err(Unsayable::DayToCome { .. }) => return bad(format!("words[{place}]: day")),
        }
    }
    Ok(verified)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use domain::id::{ActivityId, WordId};
    use domain::unit::Rpe;
    use domain::wellness::WellnessField;
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::signed;

    fn word(n: u128, said: Said) -> OwnWord {
        OwnWord { id: WordId(uuid(n)), said, author: "Ada Fell".to_owned(), at: DateTime::UNIX_EPOCH }
    }

    fn uuid(n: u128) -> uuid::Uuid {
        uuid::Uuid::from_u128(n)
    }

    fn file() -> ReturnFile {
        let activity = ActivityId(uuid(7));
        let day = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day");
        ReturnFile {
            own: OwnFileId(uuid(1)),
            athlete: AthleteId(uuid(2)),
            name: "Ada Fell".to_owned(),
            written_at: DateTime::UNIX_EPOCH,
            words: vec![
                word(3, Said::Morning { day, field: WellnessField::Sleep, value: 7.5 }),
                word(4, Said::Effort { activity, rpe: Rpe(6.5) }),
                word(5, Said::Comment { activity, text: "Windy.\n<b>Wet.</b>".to_owned() }),
            ],
        }
    }

    #[test]
    fn what_was_said_comes_back_as_it_was_and_under_its_key() {
        let key = SigningKey::from_bytes(&[9; 32]);
        let bytes = signed::write(&file(), &key).expect("written");
        let verified = read(&bytes).expect("read");
        assert_eq!((verified.payload, verified.key), (file(), key.verifying_key()));
    }

    #[test]
    fn no_changed_byte_and_no_unsigned_word_is_taken() {
        let key = SigningKey::from_bytes(&[9; 32]);
        let bytes = signed::write(&file(), &key).expect("written");
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            assert!(read(&changed).is_err(), "byte {at}");
            assert!(read(&bytes[..at]).is_err(), "cut at {at}");
        }
        let unsigned = serde_json::to_vec(&file()).expect("JSON");
        assert!(matches!(read(&unsigned), Err(SignedFault::NotOfThisKind { .. })));
    }

    #[test]
    fn a_signature_does_not_make_nonsense_true() {
        let key = SigningKey::from_bytes(&[9; 32]);
        type Spoil = fn(&mut ReturnFile);
        let spoils: [Spoil; 8] = [
            |file| file.words[0].id = file.words[1].id,
            |file| file.words[1].said = Said::Effort { activity: ActivityId(uuid(7)), rpe: Rpe(40.0) },
            |file| file.words[2].said = Said::Comment { activity: ActivityId(uuid(7)), text: " ".to_owned() },
            |file| {
                let day = NaiveDate::from_ymd_opt(2070, 1, 1).expect("a day");
                file.words[0].said = Said::Morning { day, field: WellnessField::Sleep, value: 7.5 };
            },
            |file| {
                let day = NaiveDate::from_ymd_opt(-4000, 1, 1).expect("a day");
                file.words[0].said = Said::Morning { day, field: WellnessField::Sleep, value: 7.5 };
            },
            // The last moment there is: no day can be counted from it.
            |file| file.written_at = DateTime::<Utc>::MAX_UTC,
            |file| file.words[2].at = DateTime::<Utc>::MIN_UTC,
            |file| file.words[1].author = "Ada\u{202e}Fell".to_owned(),
        ];
        for spoil in spoils {
            let mut wrong = file();
            spoil(&mut wrong);
            let bytes = signed::write(&wrong, &key).expect("written");
            assert!(matches!(read(&bytes), Err(SignedFault::BadField { .. })));
        }
    }
}
