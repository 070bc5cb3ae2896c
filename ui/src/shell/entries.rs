//! What the palette finds: commands of the page and of the frame, and everybody with their pages.

use contract::people::Person;
use domain::week::Week;

use super::rank::{folded, ranked};
use crate::state::{Command, Offered, athlete_path, season_path, week_path};
use crate::words::{t, t_with};

/// Lines shown at once: more than a person reads, and few enough to be drawn at every key.
pub const SHOWN: usize = 40;

/// What was used last that is remembered.
pub const REMEMBERED: usize = 8;

/// What choosing a line does.
#[derive(Debug, Clone)]
pub enum Act {
    /// Goes to a page.
    Go(String),
    /// Runs a command.
    Run(Command),
}

/// One line that can be found.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Tells it from the others, and stays the same between starts.
    pub id: String,
    /// The group it stands in.
    pub group: String,
    /// Its words.
    pub words: String,
    /// What stands beside them: a squad.
    pub beside: String,
    /// Its keys.
    pub keys: &'static str,
    /// What it does.
    pub act: Act,
    /// Shown while nothing is typed.
    pub at_once: bool,
    plain: String,
}

impl Entry {
    fn new(id: String, group: &str, words: String, beside: String, act: Act) -> Entry {
        let plain = folded(&if beside.is_empty() { words.clone() } else { format!("{words} {beside}") });
        Entry { id, group: group.to_owned(), words, beside, keys: "", act, at_once: true, plain }
    }
}

/// Commands as lines: those of the page first. Where a page offers its own of a name, it stands for the one of everywhere.
#[must_use]
pub fn commands(offered: &[Offered]) -> Vec<Entry> {
    let mut all: Vec<&Offered> = offered.iter().collect();
    all.sort_by_key(|one| !one.page);
    let mut lines: Vec<Entry> = Vec::new();
    for one in all {
        let group = t(one.title);
        for command in &one.commands {
            if lines.iter().all(|line| line.id != command.id) {
                let id = command.id.to_owned();
                let line = Entry::new(id, &group, t(command.words), String::new(), Act::Run(*command));
                lines.push(Entry { keys: command.keys, ..line });
            }
        }
    }
    lines
}

/// Everybody as lines: their page, and (once something is typed) their season and their week.
#[must_use]
pub fn people(people: &[Person], week: Option<Week>) -> Vec<Entry> {
    let group = t("palette-athletes");
    let mut lines = Vec::with_capacity(people.len() * 3);
    for person in people {
        let beside = person.squad.clone().unwrap_or_default();
        let name = || [("name", person.name.as_str().into())];
        let line = |what: &str, words: String, path: String| {
            Entry::new(format!("{what}-{}", person.id), &group, words, beside.clone(), Act::Go(path))
        };
        lines.push(line("athlete", person.name.clone(), athlete_path(person.id)));
        let season = line("season", t_with("palette-season-of", &name()), season_path(person.id));
        lines.push(Entry { at_once: false, ..season });
        if let Some(week) = week {
            let of = line("week", t_with("palette-week-of", &name()), week_path(person.id, week));
            lines.push(Entry { at_once: false, ..of });
        }
    }
    lines
}

/// The lines to show, in groups: while nothing is typed what was used last and then everything in its order, else what fits
/// best, each group where its best line is.
#[must_use]
pub fn found(entries: &[Entry], query: &str, recent: &[String]) -> Vec<Entry> {
    if query.trim().is_empty() {
        let used = recent.iter().filter_map(|id| entries.iter().find(|entry| entry.id == *id));
        let group = t("palette-recent");
        let used = used.map(|entry| Entry { group: group.clone(), ..entry.clone() });
        let rest = entries.iter().filter(|entry| entry.at_once && !recent.contains(&entry.id)).cloned();
        return used.chain(rest).take(SHOWN).collect();
    }
    let best = ranked(entries.iter().map(|entry| entry.plain.as_str()), query);
    let mut lines: Vec<Entry> = best.into_iter().take(SHOWN).map(|place| entries[place].clone()).collect();
    let mut groups: Vec<String> = Vec::new();
    for line in &lines {
        if !groups.contains(&line.group) {
            groups.push(line.group.clone());
        }
    }
    lines.sort_by_key(|line| groups.iter().position(|group| *group == line.group));
    lines
}

/// What was used last, newest first.
#[must_use]
pub fn remembered(mut recent: Vec<String>, id: &str) -> Vec<String> {
    recent.retain(|one| one != id);
    recent.insert(0, id.to_owned());
    recent.truncate(REMEMBERED);
    recent
}

#[cfg(test)]
mod tests {
    use domain::id::AthleteId;
    use uuid::Uuid;

    use super::*;

    fn club(count: u128) -> Vec<Entry> {
        let person = |number: u128| Person {
            id: AthleteId(Uuid::from_u128(number)),
            name: format!("Runner {number:04}"),
            squad: Some(if number.is_multiple_of(2) { "Harbour" } else { "Hill" }.to_owned()),
        };
        people(&(0..count).map(person).collect::<Vec<_>>(), "2026-W48".parse().ok())
    }

    fn words(entries: &[Entry], query: &str, recent: &[String]) -> Vec<String> {
        found(entries, query, recent).into_iter().map(|entry| entry.words).collect()
    }

    #[test]
    fn an_athlete_comes_before_their_season_and_week() {
        let found = words(&club(3), "runner 0002", &[]);
        assert_eq!(found[0], "Runner 0002");
        assert_eq!(found.len(), 3, "{found:?}");
    }

    #[test]
    fn a_squad_finds_its_athletes() {
        let found = words(&club(4), "hill runner", &[]);
        assert!(found.iter().all(|words| words.contains("0001") || words.contains("0003")), "{found:?}");
    }

    #[test]
    fn while_nothing_is_typed_what_was_used_last_comes_first_and_seasons_wait() {
        let all = club(3);
        let recent = vec![all[7].id.clone(), "gone".to_owned(), all[3].id.clone()];
        let found = words(&all, "", &recent);
        assert_eq!(found[0], all[7].words);
        assert_eq!(found[1], "Runner 0001");
        assert_eq!(found.len(), 4, "{found:?}");
    }

    #[test]
    fn of_a_thousand_athletes_a_screenful_is_shown() {
        let all = club(1000);
        assert_eq!(found(&all, "", &[]).len(), SHOWN);
        assert_eq!(words(&all, "0777", &[])[0], "Runner 0777");
    }

    #[test]
    fn what_is_used_again_moves_to_the_front() {
        let recent = remembered(vec!["a".to_owned(), "b".to_owned()], "b");
        assert_eq!(recent, ["b", "a"]);
        let many = (0..20).fold(Vec::new(), |recent, id| remembered(recent, &id.to_string()));
        assert_eq!((many.len(), many[0].as_str()), (REMEMBERED, "19"));
    }
}
