//! How well words fit what was typed: the start of a word best, then the middle, then letters in order. Accents and case do
//! not count. Plain numbers, so that the order can be tested without a screen.

/// A whole word fits.
const WORD: u32 = 100;
/// A word begins so.
const START: u32 = 80;
/// It stands inside a word.
const INSIDE: u32 = 50;
/// Its letters stand in this order.
const LETTERS: u32 = 20;

/// Lower case without accents.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match letter {
            'à'..='å' | 'ā' | 'ă' | 'ą' => plain.push('a'),
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => plain.push('c'),
            'ď' | 'đ' | 'ð' => plain.push('d'),
            'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => plain.push('e'),
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => plain.push('g'),
            'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => plain.push('i'),
            'ķ' => plain.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => plain.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => plain.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => plain.push('o'),
            'ŕ' | 'ŗ' | 'ř' => plain.push('r'),
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => plain.push('s'),
            'ţ' | 'ť' | 'ț' => plain.push('t'),
            'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => plain.push('u'),
            'ý' | 'ÿ' => plain.push('y'),
            'ź' | 'ż' | 'ž' => plain.push('z'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            // Accents that stand by themselves after their letter.
            '\u{300}'..='\u{36f}' => {}
            other => plain.push(other),
        }
    }
    plain
}

/// How well folded words fit a folded query, higher is better; `None` if a part of the query fits nowhere. The parts of the
/// query may come in any order.
#[must_use]
pub fn fit(words: &str, query: &str) -> Option<u32> {
    let mut sum = 0;
    for part in query.split_whitespace() {
        sum += fit_part(words, part)?;
    }
    // Of two that fit alike the shorter one is nearer to what was typed.
    Some((sum * 100).saturating_sub(u32::try_from(words.len().min(99)).unwrap_or(99)))
}

fn fit_part(words: &str, part: &str) -> Option<u32> {
    let mut best = None;
    for (place, word) in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).enumerate() {
        let fits = if word == part {
            WORD
        } else if word.starts_with(part) {
            START
        } else {
            continue;
        };
        // Earlier words say more: a first name before a squad.
        best = best.max(Some(fits - u32::try_from(place.min(9)).unwrap_or(9)));
    }
    best.or_else(|| words.contains(part).then_some(INSIDE)).or_else(|| in_order(words, part).then_some(LETTERS))
}

/// Whether the letters of a part stand in the words in this order, the first at the start of a word.
fn in_order(words: &str, part: &str) -> bool {
    let starts = words
        .char_indices()
        .filter(|(at, _)| *at == 0 || words[..*at].chars().next_back().is_some_and(|before| !before.is_alphanumeric()));
    starts.map(|(at, _)| &words[at..]).any(|rest| {
        let mut letters = rest.chars();
        rest.starts_with(|first| part.starts_with(first))
            && part.chars().all(|wanted| letters.any(|letter| letter == wanted))
    })
}

/// The places of those that fit, best first; equals keep their order.
#[must_use]
pub fn ranked<'a>(all: impl Iterator<Item = &'a str>, query: &str) -> Vec<usize> {
    let query = folded(query);
    let mut fits: Vec<(u32, usize)> =
        all.enumerate().filter_map(|(place, words)| Some((fit(words, &query)?, place))).collect();
    fits.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    fits.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(words: &[&'a str], query: &str) -> Vec<&'a str> {
        let plain: Vec<String> = words.iter().map(|one| folded(one)).collect();
        ranked(plain.iter().map(String::as_str), query).into_iter().map(|place| words[place]).collect()
    }

    #[test]
    fn a_whole_word_comes_before_a_start_and_a_start_before_the_middle() {
        let names = ["Sandra Holm", "Anders Berg", "Anna And", "Brandt"];
        assert_eq!(found(&names, "and"), ["Anna And", "Anders Berg", "Brandt", "Sandra Holm"]);
    }

    #[test]
    fn accents_and_case_do_not_count() {
        let names = ["Zoë Ångström", "Łukasz Żak", "Søren Weiß"];
        assert_eq!(found(&names, "zoe ang"), ["Zoë Ångström"]);
        assert_eq!(found(&names, "LUKASZ zak"), ["Łukasz Żak"]);
        assert_eq!(found(&names, "soren weiss"), ["Søren Weiß"]);
        assert_eq!(found(&names, "Zoe\u{308}"), ["Zoë Ångström"]);
    }

    #[test]
    fn parts_may_come_in_any_order_and_all_must_fit() {
        let words = ["Ada Fell", "Ada Fell: season", "Season"];
        assert_eq!(found(&words, "season ada"), ["Ada Fell: season"]);
        assert!(found(&words, "season bo").is_empty());
    }

    #[test]
    fn the_shorter_of_two_alike_comes_first() {
        assert_eq!(found(&["Ada Fell: week", "Ada Fell"], "ada"), ["Ada Fell", "Ada Fell: week"]);
    }

    #[test]
    fn letters_in_order_find_a_thing_by_its_initials() {
        assert_eq!(found(&["Open the plan board", "Settings"], "opb"), ["Open the plan board"]);
        assert!(found(&["Settings"], "gnt").is_empty(), "the first letter begins a word");
    }

    #[test]
    fn nothing_typed_keeps_everything_in_its_order() {
        assert_eq!(found(&["B", "A"], " "), ["B", "A"]);
    }
}
