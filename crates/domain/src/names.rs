//! Names of people as they stand in paths, files and hasty notes: letters and digits count, in lower case; whatever separates
//! them does not.

use crate::athlete::Athlete;

/// A part of a name shorter than this says nothing alone.
const SHORTEST_PART: usize = 3;

/// Letters and digits in lower case, everything else one space.
pub(crate) fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text names a person: all parts of the name stand side by side in it, first name or last name first.
pub(crate) fn is_in(text: &str, name: &str) -> bool {
    let text = format!(" {} ", plain(text));
    let name = plain(name);
    let reversed = name.split_once(' ').map(|(first, rest)| format!("{rest} {first}"));
    !name.is_empty() && [Some(name), reversed].iter().flatten().any(|name| text.contains(&format!(" {name} ")))
}

/// The parts of a name that stand in a text as words of their own.
pub(crate) fn parts_in(text: &str, name: &str) -> impl Iterator<Item = String> {
    let words: Vec<String> = plain(text).split(' ').map(str::to_owned).collect();
    let parts: Vec<String> = plain(name).split(' ').map(str::to_owned).collect();
    parts.into_iter().filter(move |part| part.chars().count() >= SHORTEST_PART && words.contains(part))
}

/// Whether nobody else in the club has this part in their name.
pub(crate) fn alone_with<'a>(part: &str, athlete: &Athlete, club: impl Iterator<Item = &'a Athlete>) -> bool {
    club.filter(|other| other.id != athlete.id).all(|other| plain(&other.name).split(' ').all(|word| word != part))
}

/// Whether hasty words may mean this name: each is the beginning of a part, in the order of the parts, side by side.
pub(crate) fn begins(words: &[String], name: &str) -> bool {
    fits(words, name, |part, word| part.starts_with(word))
}

/// Whether words stand in this name as they are.
pub(crate) fn holds(words: &[String], name: &str) -> bool {
    fits(words, name, |part, word| part == word)
}

fn fits(words: &[String], name: &str, fit: impl Fn(&str, &str) -> bool) -> bool {
    let name = plain(name);
    let parts: Vec<&str> = name.split(' ').collect();
    !words.is_empty()
        && parts.windows(words.len()).any(|parts| parts.iter().zip(words).all(|(part, word)| fit(part, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_a_folder_or_file_is_found_whatever_separates_its_parts() {
        for path in ["/club/Ada Fell/ride.fit", "ada_fell-2026-06-01.fit", "C:\\club\\Fell, Ada\\x.fit"] {
            assert!(is_in(path, "Ada Fell"), "{path}");
        }
        assert!(is_in("/Vereinsläufe/ØRJAN_ÅSBØ.fit", "Ørjan Åsbø"));
        assert!(is_in("/データ/山田 太郎/1.fit", "山田 太郎"));
    }

    #[test]
    fn a_name_inside_another_word_is_not_a_name() {
        assert!(!is_in("/club/Canada Fellows/ride.fit", "Ada Fell"));
        assert!(!is_in("/club/Ada/Fellow.fit", "Ada Fell"));
        assert!(!is_in("/club/ride.fit", ""));
    }

    #[test]
    fn parts_are_whole_words_of_three_letters_or_more() {
        let parts = |text: &str| parts_in(text, "Ada Li Fell").collect::<Vec<_>>();
        assert_eq!(parts("ada_li_ride.fit"), ["ada"]);
        assert_eq!(parts("fell-adamant.fit"), ["fell"]);
    }
}
