//! Words for people, from `assets/words/<language>.ftl`. Reasons, faults and labels are rendered here so that screen,
//! command line and exported files say the same thing. A sentence holds no number that is not in its data.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::reason::Reason;

const ENGLISH: &str = include_str!("../../../assets/words/en.ftl");

/// One language's words.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").field("locales", &self.bundle.locales).finish()
    }
}

impl Words {
    /// English.
    pub fn english() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Words::of("en", ENGLISH))
    }

    fn of(language: &str, text: &str) -> Words {
        // The words ship inside the program and a test reads them whole; a broken message is left out, and shows as its key.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut bundle = FluentBundle::new_concurrent(language.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        Words { bundle }
    }

    /// Whether there are words for a key.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.get_message(key).and_then(|message| message.value()).is_some()
    }

    /// The words for a key. A missing key shows as itself, so that it is seen and not lost.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The words for a key with values filled in: numbers keep the decimals the words file gives them.
    #[must_use]
    pub fn say_with(&self, key: &str, values: &[(&str, Value)]) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in values {
            match value {
                Value::Number(number) => args.set(*name, FluentValue::from(*number)),
                Value::Text(text) => args.set(*name, FluentValue::from(text.as_str())),
            }
        }
        let mut errors = Vec::new();
        self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }

    /// A reason as a sentence (`reason-<rule>`): its values as [`values_of`] gives them.
    #[must_use]
    pub fn reason(&self, reason: &Reason) -> String {
        self.say_with(&format!("reason-{}", code_of(reason)), &values_of(reason))
    }
}

/// A value put into words.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number, printed as it is.
    Number(f64),
    /// A text.
    Text(String),
}

impl From<f64> for Value {
    fn from(number: f64) -> Value {
        Value::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Number(f64::from(number))
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Value {
        Value::Number(number as f64)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

/// The rule's stable name, as in JSON.
#[must_use]
pub fn code_of(reason: &Reason) -> String {
    match serde_json::to_value(reason.rule) {
        Ok(serde_json::Value::String(code)) => code,
        _ => String::new(),
    }
}

/// The values a reason's sentence may use: every fact by its name (`share`, `coverage` and `intensity` as percent, `ramp`
/// with one decimal, the rest rounded), `limit` (one decimal below 100), `date` and `name`.
#[must_use]
pub fn values_of(reason: &Reason) -> Vec<(&str, Value)> {
    let mut values: Vec<(&str, Value)> = reason
        .facts
        .iter()
        .map(|(name, value)| {
            let shown = match name.as_str() {
                "share" | "coverage" | "intensity" => (value * 100.0).round(),
                "ramp" => (value * 10.0).round() / 10.0,
                _ => value.round(),
            };
            (name.as_str(), Value::Number(shown))
        })
        .collect();
    if let Some(limit) = reason.limit {
        let shown = if limit.abs() < 100.0 { (limit * 10.0).round() / 10.0 } else { limit.round() };
        values.push(("limit", Value::Number(shown)));
    }
    if let Some(date) = reason.date {
        values.push(("date", Value::Text(date.format("%a %-d %b").to_string())));
    }
    if let Some(name) = &reason.name {
        values.push(("name", Value::Text(name.clone())));
    }
    values
}

#[cfg(test)]
mod tests;
