//! What an import says in words: why somebody is guessed, why two are alike, what was left out.

use domain::guess::{Guess, GuessReason, SURE};
use domain::recording::Repair;
use domain::same::Evidence;
use domain::words::{Value, Words};
use exchange::Note;

use super::gather::Unread;
use crate::fault::exchange_words;

/// How many of a table's unread cells the message names; their number is always told.
const NOTES_TOLD: usize = 5;

fn percent(share: f64) -> Value {
    Value::Number((share * 100.0).round())
}

/// Why somebody is guessed, a sentence a reason.
pub(crate) fn why_guessed(guess: &Guess) -> String {
    sentences(guess.reasons.iter().map(guess_reason))
}

/// Why a file went to whom it went: the reasons, or who it may be and why that is not enough.
pub(crate) fn why_whose(guesses: &[Guess], name: impl Fn(&Guess) -> String) -> String {
    let words = Words::here();
    match guesses {
        [best, ..] if best.confidence >= SURE => why_guessed(best),
        [best, ..] => {
            let facts =
                [("name", name(best).into()), ("percent", percent(best.confidence)), ("why", why_guessed(best).into())];
            words.say_with("guess-perhaps", &facts)
        }
        [] => words.say("guess-nobody"),
    }
}

fn guess_reason(reason: &GuessReason) -> String {
    let words = Words::here();
    let say = |code: &str| words.say(&format!("guess-reason-{code}"));
    let say_with = |code: &str, name, value: Value| words.say_with(&format!("guess-reason-{code}"), &[(name, value)]);
    match reason {
        GuessReason::Named => say("named"),
        // As a text: a number would be printed with separators in some languages.
        GuessReason::Device { serial } => say_with("device", "serial", serial.to_string().into()),
        GuessReason::NameInFile => say("name-in-file"),
        GuessReason::NameInPath => say("name-in-path"),
        GuessReason::PartOfName => say("part-of-name"),
        GuessReason::SameActivity { score } => say_with("same-activity", "score", percent(*score)),
        GuessReason::Place { share } => say_with("place", "share", percent(*share)),
        GuessReason::Pace { deviations } => {
            say_with("pace", "deviations", ((deviations.abs() * 10.0).round() / 10.0).into())
        }
        GuessReason::OnlyOne => say("only-one"),
        GuessReason::Planned => say("planned"),
    }
}

/// Why two activities are taken for one, a sentence each.
pub(crate) fn why_same(evidence: &[Evidence]) -> String {
    sentences(evidence.iter().map(same_evidence))
}

fn same_evidence(evidence: &Evidence) -> String {
    let words = Words::here();
    let say = |code: &str, facts: &[(&str, Value)]| words.say_with(&format!("same-evidence-{code}"), facts);
    let tenth = |share: f64| Value::Number((share * 1000.0).round() / 10.0);
    match evidence {
        Evidence::Start { seconds } => say("start", &[("seconds", seconds.abs().round().into())]),
        Evidence::ZoneShift { minutes } => {
            say("zone-shift", &[("minutes", Value::Number(minutes.unsigned_abs() as f64))])
        }
        Evidence::Duration { share } => say("duration", &[("share", tenth(*share))]),
        Evidence::Distance { share } => say("distance", &[("share", tenth(*share))]),
        Evidence::HeartRate { correlation, seconds } => {
            let minutes = (f64::from(*seconds) / 60.0).round();
            let correlation = (correlation * 100.0).round() / 100.0;
            say("heart-rate", &[("correlation", correlation.into()), ("minutes", minutes.into())])
        }
        Evidence::Place { same } => say("place", &[("same", if *same { "yes" } else { "no" }.into())]),
        Evidence::OtherSport => say("other-sport", &[]),
    }
}

/// Why a file could not be read.
pub(crate) fn unread(why: &Unread) -> String {
    match why {
        Unread::Said(said) => Words::here().say_with("import-cannot-open", &[("detail", said.as_str().into())]),
        Unread::Exchange(fault) => exchange_words(fault),
    }
}

/// The cells of a table that were left out, the first few by name.
pub(crate) fn notes(notes: &[Note]) -> String {
    let words = Words::here();
    sentences(notes.iter().take(NOTES_TOLD).map(|note| {
        let facts =
            [("line", note.line.into()), ("column", note.column.as_str().into()), ("cell", note.cell.as_str().into())];
        words.say_with(&format!("note-{}", note.kind.code()), &facts)
    }))
}

/// A repair in words.
pub(crate) fn repair(repair: &Repair) -> String {
    let words = Words::here();
    let said = words.say_with(&format!("repair-{}", repair.kind.code()), &[("samples", repair.samples.into())]);
    match repair.channel {
        Some(kind) => format!("{}: {said}", words.say(&format!("channel-{}", kind.code()))),
        None => said,
    }
}

/// Sentences side by side, empty ones left out.
pub(crate) fn sentences(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use domain::id::AthleteId;

    use super::*;

    #[test]
    fn every_reason_and_every_evidence_has_words() {
        let reasons = [
            GuessReason::Named,
            GuessReason::Device { serial: 1 },
            GuessReason::NameInFile,
            GuessReason::NameInPath,
            GuessReason::PartOfName,
            GuessReason::SameActivity { score: 0.9 },
            GuessReason::Place { share: 0.5 },
            GuessReason::Pace { deviations: -0.44 },
            GuessReason::OnlyOne,
            GuessReason::Planned,
        ];
        let evidence = [
            Evidence::Start { seconds: 12.4 },
            Evidence::ZoneShift { minutes: -330 },
            Evidence::Duration { share: 0.012 },
            Evidence::Distance { share: 0.0 },
            Evidence::HeartRate { correlation: 0.987, seconds: 3600 },
            Evidence::Place { same: true },
            Evidence::Place { same: false },
            Evidence::OtherSport,
        ];
        for said in reasons.iter().map(guess_reason).chain(evidence.iter().map(same_evidence)) {
            assert!(said.ends_with('.') && said.contains(' ') && !said.contains('{'), "{said}");
        }
        assert!(same_evidence(&evidence[1]).contains("330"), "{}", same_evidence(&evidence[1]));
    }

    #[test]
    fn a_file_of_nobody_says_who_it_may_be() {
        let guess = Guess { athlete: AthleteId(testkit::id(1)), confidence: 0.55, reasons: vec![GuessReason::OnlyOne] };
        let said = why_whose(&[guess], |_| "Ada Fell".to_owned());
        assert!(said.contains("Ada Fell") && said.contains("55"), "{said}");
        assert_eq!(why_whose(&[], |_| String::new()), Words::here().say("guess-nobody"));
    }
}
