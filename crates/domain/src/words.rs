//! Words for people, from `assets/words/<language>.ftl`. Reasons, faults and labels are rendered here so that screen,
//! command line and exported files say the same thing. A sentence holds no number that is not in its data.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::metric::Metric;
use crate::reason::{Reason, Rule};
use crate::saying::Saying;

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
        let mut values = values_of(reason);
        let label = match (reason.rule, &reason.name) {
            (Rule::ThresholdOffered, Some(code)) => Some(format!("metric-{code}")),
            (Rule::WellnessLow, Some(code)) => Some(format!("wellness-{code}")),
            _ => None,
        };
        if let Some((label, name)) = label.zip(values.iter_mut().find(|(name, _)| *name == "name")) {
            name.1 = Value::Text(self.say(&label));
        }
        if reason.rule == Rule::Preference {
            let habit = self.habit(reason.name.as_deref().unwrap_or_default(), &values);
            values.push(("habit", Value::Text(habit)));
        }
        self.say_with(&format!("reason-{}", code_of(reason)), &values)
    }

    /// A habit by its code (`moves-to long sat`) and how often it was seen, as its own sentence (`habit-moves-to`).
    fn habit(&self, code: &str, seen: &[(&str, Value)]) -> String {
        let mut parts = code.split(' ');
        let (what, kind, how) = (parts.next(), parts.next(), parts.next());
        let (what, kind, how) = (what.unwrap_or_default(), kind.unwrap_or_default(), how.unwrap_or_default());
        let label = |kind: &str| Value::Text(self.say(&format!("kind-{kind}")).to_lowercase());
        let day = || how.parse().map_or_else(|_| how.to_owned(), |day: chrono::Weekday| day.to_string());
        let mut values = seen.to_vec();
        values.push(("kind", label(kind)));
        values.push(match what {
            "replaces" => ("by", label(how)),
            "scales" => ("percent", Value::Text(how.to_owned())),
            _ => ("day", Value::Text(day())),
        });
        self.say_with(&format!("habit-{what}"), &values)
    }

    /// A sentence for an athlete (`say-<key>`): its facts as they are written, and `name`, the metric's own.
    #[must_use]
    pub fn saying(&self, saying: &Saying) -> String {
        let mut values: Vec<(&str, Value)> =
            saying.facts.iter().map(|(name, fact)| (name.as_str(), told(saying.metric, name, *fact))).collect();
        values.push(("name", Value::Text(self.say(&saying.metric.label()))));
        self.say_with(&format!("say-{}", saying.key), &values)
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

/// A number of a metric as it is written, with its unit (`243 W`, `4:35 /km`, `78 %`).
#[must_use]
pub fn written(metric: Metric, value: f64) -> String {
    let fact = metric.fact();
    format!("{} {}", fact.text(value), fact.unit_shown()).trim_end().to_owned()
}

/// A fact of a sentence: counts and percentages as whole numbers, everything else as its metric is written. Points go
/// without a unit: the sentences say the word.
fn told(metric: Metric, name: &str, fact: f64) -> Value {
    match name {
        "percent" | "days" | "nights" | "sessions" => Value::Number(fact.round()),
        "km" | "kmh" => Value::Number((fact * 10.0).round() / 10.0),
        "hundred" => Value::Text(Metric::Duration.fact().text(fact)),
        _ if metric.fact().unit.starts_with("pts") => Value::Text(metric.fact().text(fact)),
        _ => Value::Text(written(metric, fact)),
    }
}

/// The values a reason's sentence may use: every fact by its name (`share`, `coverage` and `intensity` as percent, small
/// numbers with one decimal, the rest rounded), `limit` (one decimal below 100), `date` and `name`.
#[must_use]
pub fn values_of(reason: &Reason) -> Vec<(&str, Value)> {
    let tenths = |value: f64| Value::Number((value * 10.0).round() / 10.0);
    let by_distance = reason.rule == Rule::RecentSpike && reason.name.as_deref() == Some("distance");
    let mut values: Vec<(&str, Value)> = reason
        .facts
        .iter()
        .map(|(name, value)| {
            let shown = match (reason.rule, name.as_str()) {
                (Rule::ThresholdOffered, _) => match reason.name.as_deref().and_then(Metric::from_code) {
                    Some(metric) => Value::Text(written(metric, *value)),
                    None => tenths(*value),
                },
                (Rule::AsymmetryChange, _) | (_, "ramp" | "z" | "monotony" | "debt" | "need" | "km") => tenths(*value),
                (_, "longest") if by_distance => tenths(*value),
                (_, "share" | "coverage" | "intensity" | "usual-share" | "confidence") => {
                    Value::Number((value * 100.0).round())
                }
                _ => Value::Number(value.round()),
            };
            (name.as_str(), shown)
        })
        .collect();
    if reason.rule == Rule::ThresholdOffered && !reason.facts.contains_key("current") {
        values.push(("current", Value::Text("none".to_owned())));
    }
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
