//! What is said of a decided file: the report's words and a preview's, from one place so that both say the same.

use contract::import::{FileReport, Outcome};
use domain::athlete::Athlete;
use domain::id::ActivityId;
use domain::recording::Repair;
use domain::words::Words;
use exchange::ExchangeFault;
use store::SourceSeen;

use super::club::Club;
use super::decide::{Fate, Keep, Same, Taken};
use super::request::Item;
use super::words::{notes, sentences, unread, why_same, why_whose};
use crate::AppFault;
use crate::fault::exchange_words;

/// What becomes of a file of which something is kept.
pub(crate) fn outcome(kept: &Keep) -> Outcome {
    let linked = |taken: &Taken| taken.same.as_ref().is_some_and(|same| same.link == Some(true));
    if kept.taken.iter().any(linked) {
        Outcome::Linked
    } else if kept.taken.is_empty() && kept.values.is_empty() && kept.contents.templates.is_empty() {
        Outcome::Routed
    } else {
        Outcome::Imported
    }
}

/// The one athlete a file belongs to; `None` when it belongs to several or to nobody.
pub(crate) fn only(kept: &Keep) -> Option<&Athlete> {
    match (kept.taken.as_slice(), kept.values.as_slice()) {
        ([_, ..], values) if values.iter().all(|(athlete, _)| athlete.id == kept.owner.athlete.id) => {
            Some(&kept.owner.athlete)
        }
        ([], [(athlete, _)]) => Some(athlete),
        _ => None,
    }
}

/// Whose, by name; several are told side by side.
pub(crate) fn athlete(kept: &Keep) -> Option<String> {
    let mut names: Vec<&str> = Vec::new();
    if !kept.taken.is_empty() {
        names.push(&kept.owner.athlete.name);
    }
    for (athlete, _) in &kept.values {
        if !names.contains(&athlete.name.as_str()) {
            names.push(&athlete.name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Why it went to whom it went.
pub(crate) fn whose(kept: &Keep, club: &Club) -> String {
    why_whose(&kept.owner.guesses, |guess| club.name(guess.athlete))
}

/// The code of what a file is that adds no training.
pub(crate) fn routed(kept: &Keep) -> &'static str {
    kept.contents.routed.map_or("other", exchange::RoutedKind::code)
}

/// Every repair once: those of the whole file stand in each of its activities.
pub(crate) fn repairs(kept: &Keep) -> Vec<Repair> {
    let mut all: Vec<Repair> = Vec::new();
    let of_activities = kept.contents.recordings.iter().flat_map(|ready| &ready.repairs);
    for repair in of_activities.chain(kept.contents.repairs.iter().filter(|_| kept.taken.is_empty())) {
        if !all.contains(repair) {
            all.push(repair.clone());
        }
    }
    all
}

/// What a kept file brought, in words.
pub(crate) fn message(kept: &Keep, wellness: u32) -> String {
    let words = Words::here();
    let contents = &kept.contents;
    let mut said = Vec::new();
    if !kept.taken.is_empty() {
        let facts = [("activities", kept.taken.len().into()), ("repairs", repairs(kept).len().into())];
        said.push(words.say_with("import-imported", &facts));
    }
    // The legs of a race that is here from another file are told once.
    let mut told: Vec<&Same> = Vec::new();
    for other in kept.taken.iter().filter_map(|taken| taken.same.as_ref()) {
        let alike = |one: &&Same| (&one.file, one.link, one.richer) == (&other.file, other.link, other.richer);
        if !told.iter().any(alike) {
            told.push(other);
        }
    }
    said.extend(told.into_iter().map(same));
    if !kept.values.is_empty() {
        said.push(
            words.say_with("import-wellness", &[("values", wellness.into()), ("notes", contents.notes.len().into())]),
        );
        said.push(notes(&contents.notes));
    }
    if !kept.nobody.is_empty() {
        said.push(words.say_with("import-wellness-left", &[("names", kept.nobody.join(", ").into())]));
    }
    if !contents.templates.is_empty() {
        said.push(words.say_with("import-templates", &[("sessions", contents.templates.len().into())]));
    }
    if said.is_empty() {
        let what = words.say(&format!("routed-{}", routed(kept)));
        said.push(words.say_with("import-routed", &[("what", what.into())]));
    }
    if contents.seen.as_ref().is_some_and(|seen| seen.undone) {
        said.push(words.say("import-brought-back"));
    }
    if contents.outside {
        said.push(words.say("import-outside"));
    }
    sentences(said)
}

/// That it is, or may be, another recording of an activity that is here.
fn same(same: &Same) -> String {
    let key = match (same.link, same.richer) {
        (Some(true), true) => "import-linked-richer",
        (Some(true), false) => "import-linked",
        (Some(false), _) => "import-kept-apart",
        (None, _) => "import-maybe-same",
    };
    let why = why_same(&same.found.likeness.evidence);
    Words::here().say_with(key, &[("file", same.file.as_str().into()), ("why", why.into())])
}

/// What is said of a file of which nothing is kept.
pub(crate) fn nothing(fate: &Fate, path: &str) -> String {
    let words = Words::here();
    match fate {
        Fate::Skipped => words.say("import-skipped"),
        Fate::Unread(why) => unread(why),
        Fate::Changed => words.say("import-changed"),
        Fate::Refused(fault) => refused(fault, path),
        Fate::Nobody { names, .. } => words.say_with("import-wellness-nobody", &[("detail", names.join(", ").into())]),
        Fate::Duplicate(seen) => {
            let day = seen.at.format("%Y-%m-%d").to_string();
            words.say_with("import-duplicate", &[("first", seen.name.as_str().into()), ("day", day.into())])
        }
        Fate::Twice(first) => words.say_with("import-twice", &[("first", first.as_str().into())]),
        Fate::Keep(_) => String::new(),
    }
}

fn refused(fault: &ExchangeFault, path: &str) -> String {
    let is = |ending: &str| path.rsplit_once('.').is_some_and(|(_, one)| one.eq_ignore_ascii_case(ending));
    if is(exchange::plan_file::EXTENSION) {
        Words::here().say("import-plan-file")
    } else if is(exchange::return_file::EXTENSION) {
        Words::here().say("import-return-file")
    } else {
        exchange_words(fault)
    }
}

/// The report of a file of which nothing is kept.
pub(crate) async fn unkept(
    roster: &store::Roster,
    item: &Item,
    hash: Option<domain::id::ContentHash>,
    fate: &Fate,
) -> Result<FileReport, AppFault> {
    let message = nothing(fate, &item.found.path);
    let (outcome, seen): (_, Option<&SourceSeen>) = match fate {
        Fate::Skipped => (Outcome::Skipped, None),
        Fate::Duplicate(seen) => (Outcome::Duplicate, Some(seen)),
        Fate::Twice(_) => (Outcome::Duplicate, None),
        _ => (Outcome::Refused, None),
    };
    let owner = match seen.and_then(|seen| seen.athlete) {
        Some(id) => roster.athlete(id).await?.map(|athlete| athlete.name),
        None => None,
    };
    let activities: Vec<ActivityId> = seen.map(|seen| seen.activities.clone()).unwrap_or_default();
    Ok(FileReport {
        path: item.found.path.clone(),
        hash,
        outcome,
        activities,
        wellness: 0,
        templates: 0,
        athlete: owner,
        guess: None,
        sessions: Vec::new(),
        repairs: Vec::new(),
        message,
    })
}
