//! What names, texts and moments of every signed file keep: a signature proves who wrote them, not that they can be.

use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use super::SignedFault;

/// The longest name, characters.
const NAME: usize = 200;

/// The longest text, characters: more than any field of the program takes.
pub(crate) const TEXT: usize = 20_000;

/// Characters nobody sees, or that turn the text around them: with them one name passes for another.
const UNSEEN: [char; 19] = [
    '\u{ad}', '\u{61c}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
    '\u{202e}', '\u{2060}', '\u{2061}', '\u{2062}', '\u{2063}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
    '\u{feff}',
];

/// A name of one line, of characters that are seen.
pub(crate) fn name(field: &str, text: &str) -> Result<(), SignedFault> {
    let odd = |c: char| matches!(c, '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}') || UNSEEN.contains(&c);
    if text.contains(odd) { Err(bad(field)) } else { length(field, text, NAME) }
}

/// A text of at most so many characters.
pub(crate) fn length(field: &str, text: &str, most: usize) -> Result<(), SignedFault> {
    if text.chars().count() > most { Err(bad(field)) } else { Ok(()) }
}

/// A day somebody can have lived: far from where calendars end, so that days can be counted from it.
pub(crate) fn day(field: &str, day: NaiveDate) -> Result<(), SignedFault> {
    if (1900..=2200).contains(&day.year()) { Ok(()) } else { Err(bad(field)) }
}

/// A moment of such a day.
pub(crate) fn moment(field: &str, at: DateTime<Utc>) -> Result<(), SignedFault> {
    day(field, at.date_naive())
}

/// The fault that names a field.
pub(crate) fn bad(field: &str) -> SignedFault {
    SignedFault::BadField { field: field.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_would_look_like_another_is_none() {
        for sound in ["Robin Teasdale", "Zoë O’Brien-Łukasz", "محمد علی", "李 小龙"] {
            assert_eq!(name("author", sound), Ok(()), "{sound}");
        }
        for odd in ["Robin\u{200b}", "\u{202e}niboR", "Robin\nHart", "Robin\u{2028}Hart", &"x".repeat(201)] {
            assert_eq!(name("author", odd), Err(bad("author")), "{odd:?}");
        }
    }

    #[test]
    fn days_at_the_ends_of_the_calendar_are_nobodys() {
        assert_eq!(moment("at", DateTime::UNIX_EPOCH), Ok(()));
        for end in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            assert_eq!(moment("at", end), Err(bad("at")));
        }
    }
}
