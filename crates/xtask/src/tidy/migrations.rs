//! How the roster file may change: forward, in STRICT tables, by files named `YYYYMMDDHHMMSS_verb_noun.sql`.

use std::path::Path;

use super::files::Text;

/// A sentence for each migration that breaks a rule.
pub(super) fn broken(files: &[Text]) -> Vec<String> {
    let migrations = files.iter().filter(|file| file.path.starts_with(Path::new("migrations")));
    migrations.flat_map(|file| of_migration(&file.path.to_string_lossy().replace('\\', "/"), &file.text)).collect()
}

fn of_migration(path: &str, text: &str) -> Vec<String> {
    let mut broken = Vec::new();
    if !well_named(path.trim_start_matches("migrations/")) {
        broken.push(format!("{path} is not named YYYYMMDDHHMMSS_verb_noun.sql"));
    }
    if text.contains('\r') {
        broken.push(format!("{path} has Windows line endings; its checksum would differ from machine to machine"));
    }
    broken.extend(loose_tables(text).into_iter().map(|table| format!("{path}: table {table} is not STRICT")));
    broken
}

fn well_named(name: &str) -> bool {
    let Some((stamp, rest)) = name.strip_suffix(".sql").and_then(|name| name.split_once('_')) else { return false };
    let words: Vec<&str> = rest.split('_').collect();
    stamp.len() == 14
        && stamp.bytes().all(|byte| byte.is_ascii_digit())
        && words.len() >= 2
        && words
            .iter()
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Names of the tables whose CREATE statement does not end with STRICT.
fn loose_tables(text: &str) -> Vec<String> {
    let bare: String =
        text.lines().map(|line| line.split("--").next().unwrap_or_default()).collect::<Vec<_>>().join("\n");
    let mut loose = Vec::new();
    for statement in bare.split(';') {
        let words: Vec<&str> = statement.split_whitespace().collect();
        let upper: Vec<String> = words.iter().map(|word| word.to_uppercase()).collect();
        let Some(at) = upper.windows(2).position(|pair| pair == ["CREATE", "TABLE"]) else { continue };
        let name = words
            .get(at + 2..)
            .unwrap_or_default()
            .iter()
            .find(|word| !["IF", "NOT", "EXISTS"].contains(&word.to_uppercase().as_str()));
        let options = statement.rsplit(')').next().unwrap_or_default().to_uppercase();
        if !options.split(|c: char| !c.is_alphanumeric()).any(|word| word == "STRICT") {
            loose.push(
                name.map_or_else(|| "?".to_owned(), |name| name.split('(').next().unwrap_or_default().to_owned()),
            );
        }
    }
    loose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_time_a_verb_and_a_noun() {
        assert!(well_named("20261101120000_create_athlete.sql"));
        assert!(well_named("20261101120000_add_hrv_to_wellness.sql"));
        for wrong in [
            "create_athlete.sql",
            "20261101_create_athlete.sql",
            "20261101120000_athlete.sql",
            "20261101120000_Create_it.sql",
        ] {
            assert!(!well_named(wrong), "{wrong}");
        }
    }

    #[test]
    fn a_table_that_is_not_strict_is_named() {
        let text = "-- CREATE TABLE never (a)\nCREATE TABLE good (id BLOB PRIMARY KEY, n INTEGER CHECK (n > 0)) STRICT;\n\
                    create table if not exists loose(id TEXT);\nCREATE TABLE fine (a TEXT) WITHOUT ROWID, STRICT;\n\
                    CREATE INDEX by_n ON good (n);";
        assert_eq!(loose_tables(text), ["loose"]);
    }
}
