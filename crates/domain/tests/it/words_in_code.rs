//! Words and code fit: no text on a screen bypasses the words files, no key is missing, none stands there unused, and every
//! language says the same.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::locale::Language;
use domain::words::Words;

/// Texts on screens that are the same in every language, each with its reason.
const SAME_EVERYWHERE: [(&str, &[&str]); 5] = [
    ("unit symbols", &["km", "m", "cm", "kg", "W", "W/kg", "bpm", "kJ", "kcal", "min", "h", "s", "ms", "mm", "rpm"]),
    ("letters of keys on the keyboard", &["Esc", "Enter", "Tab", "Ctrl", "Shift", "Alt", "Cmd", "J", "K", "Z", "Y"]),
    ("a scale's own name", &["RPE"]),
    ("coordinates of pictures", &["M", "L", "Z"]),
    ("examples of what is typed, read by the program in every language", &["4:32", "42:10", "1:02:03"]),
];

/// Attributes whose text a person reads or hears.
const SPOKEN: [&str; 10] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "title",
    "placeholder",
    "alt",
    "label",
    "hint",
    "example",
    "under",
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder).expect("a folder of sources").map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Rust source as a person of words sees it.
#[derive(Debug, Clone, PartialEq)]
enum Piece {
    /// A string literal, without its quotes.
    Text(String),
    /// Any other character that is no blank.
    Code(char),
}

/// Literals and code, without comments and blanks.
fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let letters: Vec<char> = source.chars().collect();
    let at = |i: usize| letters.get(i).copied().unwrap_or('\0');
    let mut i = 0;
    while i < letters.len() {
        match (at(i), at(i + 1)) {
            ('/', '/') => {
                while i < letters.len() && at(i) != '\n' {
                    i += 1;
                }
            }
            // A letter in quotes; a lifetime has no closing one.
            ('\'', '\\') => {
                i += 3;
                while i < letters.len() && at(i) != '\'' {
                    i += 1;
                }
            }
            ('\'', _) if at(i + 2) == '\'' => i += 2,
            ('r', '#') if at(i + 2) == '"' => {
                let mut text = String::new();
                i += 3;
                while i < letters.len() && !(at(i) == '"' && at(i + 1) == '#') {
                    text.push(at(i));
                    i += 1;
                }
                i += 1;
                pieces.push(Piece::Text(text));
            }
            ('"', _) => {
                let mut text = String::new();
                i += 1;
                while i < letters.len() && at(i) != '"' {
                    if at(i) == '\\' {
                        i += 1;
                        // An escaped sign says nothing; an escaped line end is none.
                        if at(i) == 'u' {
                            while at(i) != '}' {
                                i += 1;
                            }
                        }
                    } else {
                        text.push(at(i));
                    }
                    i += 1;
                }
                pieces.push(Piece::Text(text));
            }
            (blank, _) if blank.is_whitespace() => {}
            (code, _) => pieces.push(Piece::Code(code)),
        }
        i += 1;
    }
    pieces
}

/// Whether the code before a place ends so.
fn before(pieces: &[Piece], place: usize, code: &str) -> bool {
    code.chars()
        .rev()
        .enumerate()
        .all(|(back, c)| place.checked_sub(back + 1).and_then(|at| pieces.get(at)) == Some(&Piece::Code(c)))
}

/// Whether a text is for a person: a single letter is a key on the keyboard, and a key of the words file becomes words.
fn says_something(text: &str, keys: &BTreeMap<String, String>) -> bool {
    text.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !keys.contains_key(text)
        && !SAME_EVERYWHERE.iter().any(|(_, same)| same.contains(&text.trim()))
}

/// Texts inside `view!` that stand between tags, or in an attribute that is read.
fn bypassing(source: &str, keys: &BTreeMap<String, String>) -> Vec<String> {
    let pieces = pieces(source);
    let before = |place, code: &str| before(&pieces, place, code);
    let mut found = Vec::new();
    let (mut depth, mut outer) = (0_usize, None);
    for (i, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Code('{') => {
                depth += 1;
                if outer.is_none() && before(i, "view!") {
                    outer = Some(depth);
                }
            }
            Piece::Code('}') => {
                if outer == Some(depth) {
                    outer = None;
                }
                depth = depth.saturating_sub(1);
            }
            Piece::Text(text) if outer.is_some() && says_something(text, keys) => {
                let next = pieces.get(i + 1);
                let after_tag = before(i, ">") && !before(i, "=>") && !before(i, "->");
                let after_block = before(i, "}") && matches!(next, Some(Piece::Code('<' | '{')));
                let in_block =
                    (before(i, ">{") || before(i, "}{")) && !before(i, "=>{") && next == Some(&Piece::Code('}'));
                let spoken = SPOKEN.iter().any(|name| before(i, &format!("{name}=")));
                if after_tag || after_block || in_block || spoken {
                    found.push(text.clone());
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn a_text_that_bypasses_the_words_is_found() {
    let source = r#"view! { <p title="Read me" class="quiet">"Hello " {name} " and bye" <b>{t("key")}</b> {"plain"} " %" </p> }"#;
    assert_eq!(bypassing(source, &BTreeMap::new()), ["Read me", "Hello ", " and bye", "plain"]);
    let fine = r#"let a = "not on a screen"; view! { <Figure value=x unit="kg" /> {match a { _ => "code" }} // "said"
    }"#;
    assert_eq!(bypassing(fine, &BTreeMap::new()), Vec::<String>::new());
}

#[test]
fn no_text_on_a_screen_bypasses_the_words() {
    let mut files = Vec::new();
    sources(&root().join("ui/src"), &mut files);
    assert!(files.len() > 100, "{}", files.len());
    let keys = messages("en");
    let mut found = Vec::new();
    for file in files {
        let source = std::fs::read_to_string(&file).expect("a source");
        found.extend(bypassing(&source, &keys).into_iter().map(|text| format!("{}: {text:?}", file.display())));
    }
    assert!(
        found.is_empty(),
        "put these into assets/words, or into the list of what is the same everywhere:\n{found:#?}"
    );
}

/// The messages of a words file: key and text with all its lines.
fn messages(language: &str) -> BTreeMap<String, String> {
    let path = root().join("assets/words").join(format!("{language}.ftl"));
    let text = std::fs::read_to_string(&path).expect("a words file");
    fluent_bundle::FluentResource::try_new(text.clone())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let (name, first) = line.split_once(" =").expect("a key");
            name.clone_into(&mut key);
            let twice = found.insert(key.clone(), first.to_owned());
            assert!(twice.is_none(), "{language}: {key} stands twice");
        } else if !line.starts_with('#') && !line.is_empty() {
            let text = found.get_mut(&key).expect("a line of a message");
            text.push('\n');
            text.push_str(line);
        }
    }
    found
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|part| &part[..part.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(part.len())])
        .collect()
}

#[test]
fn every_language_has_the_same_keys_and_fills_in_the_same_values() {
    let english = messages("en");
    let german = messages("de");
    let keys = |all: &BTreeMap<String, String>| all.keys().cloned().collect::<BTreeSet<_>>();
    let (en, de) = (keys(&english), keys(&german));
    assert_eq!(en.difference(&de).collect::<Vec<_>>(), Vec::<&String>::new(), "not in de.ftl");
    assert_eq!(de.difference(&en).collect::<Vec<_>>(), Vec::<&String>::new(), "only in de.ftl");
    for (key, text) in &english {
        assert_eq!(variables(text), variables(&german[key]), "{key}");
    }
}

#[test]
fn every_message_of_every_language_can_be_said() {
    let english = messages("en");
    for language in Language::ALL {
        let words = Words::of(*language);
        for (key, text) in &english {
            let values: Vec<_> = variables(text).into_iter().map(|name| (name, 2.0.into())).collect();
            let said = words.say_with(key, &values);
            assert!(said != *key && !said.contains("{$") && !said.contains("{ $"), "{language:?} {key}: {said}");
        }
    }
}

/// A key with what is filled in left out: `fault-{key}-what`.
fn family(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text
        .split('{')
        .enumerate()
        .map(|(i, p)| if i == 0 { p } else { p.split_once('}').map_or("", |p| p.1) })
        .collect();
    let kebab = parts.iter().all(|p| p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'));
    let letters: usize = parts.iter().map(|part| part.len()).sum();
    (parts.len() > 1 && kebab && letters >= 4 && text.contains('-')).then_some(parts)
}

fn of_family(key: &str, parts: &[&str]) -> bool {
    let Some(mut rest) = key.strip_prefix(parts[0]) else { return false };
    let (last, middle) = parts[1..].split_last().expect("two parts at least");
    for part in middle {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    rest.len() > last.len() && rest.ends_with(last)
}

/// Every source that may say something, with its pieces.
fn speaking() -> Vec<(PathBuf, Vec<Piece>)> {
    let mut files = Vec::new();
    for folder in ["crates", "ui/src", "src-tauri/src"] {
        sources(&root().join(folder), &mut files);
    }
    let read = |file: PathBuf| {
        let source = std::fs::read_to_string(&file).expect("a source");
        (file, pieces(&source))
    };
    files.into_iter().map(read).collect()
}

#[test]
fn no_key_is_missing() {
    let english = messages("en");
    let asks = |pieces: &[Piece], i: usize| {
        // `t(` is also the end of other names.
        let other = |c: &char| c.is_alphanumeric() || matches!(c, '_' | '.');
        let named = matches!(i.checked_sub(3).and_then(|at| pieces.get(at)), Some(Piece::Code(c)) if other(c));
        (before(pieces, i, "t(") && !named)
            || ["t_with(", "words.say(", "words().say(", "here().say(", ".say_with("]
                .iter()
                .any(|c| before(pieces, i, c))
    };
    let mut missing = Vec::new();
    for (file, pieces) in speaking().iter().filter(|(file, _)| !file.to_string_lossy().contains("tests")) {
        for (i, piece) in pieces.iter().enumerate() {
            if let Piece::Text(key) = piece
                && asks(pieces, i)
                && key.contains('-')
                && !key.contains(' ')
                && !english.contains_key(key)
            {
                missing.push(format!("{}: {key}", file.display()));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn no_key_stands_there_unused() {
    let speaking = speaking();
    let texts: BTreeSet<&str> = speaking
        .iter()
        .flat_map(|(_, pieces)| pieces)
        .filter_map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None })
        .collect();
    let families: BTreeSet<Vec<&str>> = texts.iter().filter_map(|text| family(text)).collect();
    let english = messages("en");
    let unused = |key: &&String| !texts.contains(key.as_str()) && !families.iter().any(|parts| of_family(key, parts));
    let unused: Vec<&String> = english.keys().filter(unused).collect();
    assert!(unused.is_empty(), "{unused:#?}");
}
