//! What a room does not need to see: while the veil is down, every name of an athlete and every private note is
//! covered where words cross the glass, so that no page, sentence or message can forget it. What goes to the host is
//! uncovered again.

use std::cell::RefCell;

use contract::Fault;
use contract::people::Person;
use domain::id::AthleteId;
use serde_json::Value as Json;

use crate::words::{t, t_with};

/// Names and what stands for them.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    /// Who has which number: given once, kept while the program runs.
    numbers: Vec<AthleteId>,
    /// Real name and cover, the longest names first.
    covers: Vec<(String, String)>,
    /// The other way, the longest covers first.
    back: Vec<(String, String)>,
}

impl Veil {
    /// Knows these people too. Numbers given before stay.
    pub fn learn(&mut self, people: &[Person]) {
        for person in people {
            let place = self.numbers.iter().position(|id| *id == person.id).unwrap_or_else(|| {
                self.numbers.push(person.id);
                self.numbers.len() - 1
            });
            let name = person.name.trim();
            if !name.is_empty() && self.covers.iter().all(|(known, _)| known != name) {
                let cover = t_with("present-athlete", &[("number", (place + 1).into())]);
                self.covers.push((name.to_owned(), cover));
            }
        }
        self.covers.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        self.back = self.covers.iter().map(|(name, cover)| (cover.clone(), name.clone())).collect();
        self.back.sort_by_key(|(cover, _)| std::cmp::Reverse(cover.len()));
    }

    /// A text with every known name covered.
    #[must_use]
    pub fn cover(&self, text: &str) -> String {
        replaced(text, &self.covers)
    }

    /// A text with every cover taken off again.
    #[must_use]
    pub fn uncover(&self, text: &str) -> String {
        replaced(text, &self.back)
    }

    /// An answer of the host as a room may see it. What is no JSON is left as it is.
    #[must_use]
    pub fn told(&self, answer: String) -> String {
        let Ok(mut value) = serde_json::from_str::<Json>(&answer) else { return answer };
        self.cover_all(&mut value);
        value.to_string()
    }

    /// A request as the host must have it.
    #[must_use]
    pub fn asked(&self, request: String) -> String {
        let Ok(mut value) = serde_json::from_str::<Json>(&request) else { return request };
        each_text(&mut value, &|text| self.uncover(text));
        value.to_string()
    }

    fn cover_all(&self, value: &mut Json) {
        match value {
            Json::String(text) => *text = self.cover(text),
            Json::Array(all) => all.iter_mut().for_each(|one| self.cover_all(one)),
            Json::Object(fields) => {
                // A note that is not shared, whatever carries it.
                if fields.get("shared") == Some(&Json::Bool(false))
                    && let Some(Json::String(text)) = fields.get_mut("text")
                {
                    *text = t("present-private");
                }
                fields.values_mut().for_each(|one| self.cover_all(one));
            }
            _ => {}
        }
    }
}

/// Changes every text of a value.
fn each_text(value: &mut Json, change: &impl Fn(&str) -> String) {
    match value {
        Json::String(text) => *text = change(text),
        Json::Array(all) => all.iter_mut().for_each(|one| each_text(one, change)),
        Json::Object(fields) => fields.values_mut().for_each(|one| each_text(one, change)),
        _ => {}
    }
}

/// A text with each of the first replaced by its second, where it is not a part of a longer word or number. One pass:
/// what was put in is not looked at again.
fn replaced(text: &str, pairs: &[(String, String)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut before = None;
    while let Some(first) = rest.chars().next() {
        let found = pairs.iter().find(|(from, _)| {
            let after = rest.strip_prefix(from.as_str()).map(|after| after.chars().next());
            after.is_some_and(|after| !joins(before, from.chars().next()) && !joins(from.chars().last(), after))
        });
        match found {
            Some((from, to)) => {
                out.push_str(to);
                before = from.chars().last();
                rest = &rest[from.len()..];
            }
            None => {
                out.push(first);
                before = Some(first);
                rest = &rest[first.len_utf8()..];
            }
        }
    }
    out
}

/// Whether two neighbours are of one word.
fn joins(one: Option<char>, other: Option<char>) -> bool {
    one.is_some_and(char::is_alphanumeric) && other.is_some_and(char::is_alphanumeric)
}

thread_local! {
    /// The veil that is down, if one is.
    static DOWN: RefCell<Option<Veil>> = const { RefCell::new(None) };
}

/// Whether names are covered now.
#[must_use]
pub fn is_down() -> bool {
    DOWN.with_borrow(Option::is_some)
}

/// Lets the veil down, with nobody known yet, or lifts it.
pub fn set(down: bool) {
    DOWN.with_borrow_mut(|veil| *veil = down.then(|| veil.take().unwrap_or_default()));
}

/// Teaches the veil who there is; nothing while it is up.
pub fn learn(people: &[Person]) {
    DOWN.with_borrow_mut(|veil| {
        if let Some(veil) = veil {
            veil.learn(people);
        }
    });
}

/// A text as it may be shown now.
#[must_use]
pub fn shown(text: &str) -> String {
    DOWN.with_borrow(|veil| veil.as_ref().map_or_else(|| text.to_owned(), |veil| veil.cover(text)))
}

/// A request as the host must have it now.
#[must_use]
pub(crate) fn asked(request: String) -> String {
    DOWN.with_borrow(|veil| match veil {
        Some(veil) => veil.asked(request),
        None => request,
    })
}

/// An answer of the host as it may be shown now.
pub(crate) fn told(answer: Result<String, Fault>) -> Result<String, Fault> {
    DOWN.with_borrow(|veil| match (veil, answer) {
        (None, answer) => answer,
        (Some(veil), Ok(text)) => Ok(veil.told(text)),
        (Some(veil), Err(fault)) => {
            Err(Fault { what: veil.cover(&fault.what), next: veil.cover(&fault.next), ..fault })
        }
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn people(names: &[&str]) -> Vec<Person> {
        let person = |(number, name): (usize, &&str)| Person {
            id: AthleteId(Uuid::from_u128(number as u128)),
            name: (*name).to_owned(),
            squad: None,
        };
        names.iter().enumerate().map(person).collect()
    }

    fn veil(names: &[&str]) -> Veil {
        let mut veil = Veil::default();
        veil.learn(&people(names));
        veil
    }

    #[test]
    fn names_are_covered_in_every_text_and_come_back_the_same() {
        let veil = veil(&["Ada Fell", "Ada Fellows", "Zoë"]);
        let said = r#"{"rows":[{"name":"Ada Fellows","why":"Ada Fell ran with Zoë."}],"title":"Zoëtrope"}"#;
        let told = veil.told(said.to_owned());
        for name in ["Fell", "Zoë "] {
            assert!(!told.contains(name), "{told}");
        }
        assert!(told.contains("Zoëtrope"), "a word that only begins so is no name: {told}");
        assert_eq!(serde_json::from_str::<Json>(&veil.asked(told)).ok(), serde_json::from_str::<Json>(said).ok());
    }

    #[test]
    fn the_twelfth_athlete_is_not_the_first_with_a_two_behind() {
        let names: Vec<String> = (0..12).map(|n| format!("Runner{n}")).collect();
        let veil = veil(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let (first, twelfth) = (veil.cover("Runner0"), veil.cover("Runner11"));
        assert_eq!(veil.uncover(&twelfth), "Runner11");
        assert_eq!(veil.uncover(&first), "Runner0");
        assert_eq!(veil.uncover(&format!("{first}50")), format!("{first}50"), "nobody has that number");
    }

    #[test]
    fn private_notes_are_covered_and_shared_ones_are_not() {
        let told = veil(&[]).told(r#"[{"shared":false,"text":"knee"},{"shared":true,"text":"well done"}]"#.to_owned());
        assert!(!told.contains("knee") && told.contains("well done"), "{told}");
    }

    #[test]
    fn a_number_stays_when_others_come_and_go() {
        let mut veil = veil(&["Bo", "Cai"]);
        let cai = veil.cover("Cai");
        veil.learn(&people(&["Bo", "Cai", "Ada"])[1..]);
        assert_eq!(veil.cover("Cai"), cai);
        assert_ne!(veil.cover("Ada"), "Ada");
    }
}
