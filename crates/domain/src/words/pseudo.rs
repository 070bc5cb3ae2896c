//! The test language: English that can still be read, with accents that show a font that lacks them, and about a third
//! longer, which shows a frame that does not grow. What a message fills in stays as it is.

use std::borrow::Cow;

/// Vowels of words are doubled, which makes English text about 35 % longer; letters get accents.
pub(crate) fn accented(text: &str) -> Cow<'_, str> {
    let mut longer = String::with_capacity(text.len() * 2);
    for letter in text.chars() {
        let accent = accent(letter);
        longer.push(accent);
        if matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y') {
            longer.push(accent);
        }
    }
    Cow::Owned(longer)
}

const fn accent(letter: char) -> char {
    match letter {
        'a' => 'á',
        'c' => 'ç',
        'd' => 'ď',
        'e' => 'ê',
        'g' => 'ğ',
        'i' => 'ï',
        'l' => 'ĺ',
        'n' => 'ñ',
        'o' => 'ö',
        'r' => 'ŕ',
        's' => 'š',
        't' => 'ť',
        'u' => 'ü',
        'y' => 'ý',
        'z' => 'ž',
        'A' => 'Å',
        'E' => 'É',
        'I' => 'Î',
        'O' => 'Ø',
        'S' => 'Š',
        'U' => 'Û',
        other => other,
    }
}
