//! Words for people, from `assets/words/<language>.ftl`. Reasons, faults and labels are rendered here so that screen,
//! command line and exported files say the same thing. A sentence holds no number that is not in its data.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use crate::locale::{self, Language, Quantity};
use crate::metric::{Metric, Written};
use crate::reason::{Reason, Rule};
use crate::recording::ChannelKind;
use crate::saying::Saying;
use crate::unit::MetersPerSecond;

mod pseudo;
#[cfg(test)]
pub(crate) use pseudo::accented;

/// The words files inside the program. The front end that ships holds none: it fetches the one it needs and installs it.
#[cfg(any(debug_assertions, not(target_arch = "wasm32")))]
const FILES: &[(&str, &str)] =
    &[("en", include_str!("../../../assets/words/en.ftl")), ("de", include_str!("../../../assets/words/de.ftl"))];
#[cfg(not(any(debug_assertions, not(target_arch = "wasm32"))))]
const FILES: &[(&str, &str)] = &[];

static WORDS: [OnceLock<Words>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];

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
        Words::of(Language::English)
    }

    /// The words of the locale in force.
    pub fn here() -> &'static Words {
        Words::of(locale::here().language)
    }

    /// The words of a language; what it has no words for is said in English.
    pub fn of(language: Language) -> &'static Words {
        WORDS[language as usize].get_or_init(|| {
            let files = language.files().iter().filter_map(|name| FILES.iter().find(|(file, _)| file == name));
            Words::read(language, files.map(|(_, text)| *text))
        })
    }

    /// Gives a language the texts of its files ([`Language::files`], in that order). Of a language that has words already
    /// they are left out: sentences said before and after would not fit together.
    pub fn install<'a>(language: Language, texts: impl IntoIterator<Item = &'a str>) {
        // Losing the race to another installation is the case the comment above speaks of.
        drop(WORDS[language as usize].set(Words::read(language, texts)));
    }

    fn read<'a>(language: Language, texts: impl IntoIterator<Item = &'a str>) -> Words {
        let mut bundle = FluentBundle::new_concurrent(language.tag().parse().into_iter().collect());
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| match value {
            FluentValue::Number(number) => Some(locale::here().as_it_is(number.value)),
            _ => None,
        }));
        if language == Language::Pseudo {
            bundle.set_transform(Some(pseudo::accented));
        }
        for text in texts {
            // A test reads the files whole; a broken message is left out, and shows as its key.
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
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

    /// The words for a key with values filled in. Numbers are written with the decimals they have, and with the marks of the
    /// locale in force.
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
        let label = |kind: &str| Value::Text(inside(self.say(&format!("kind-{kind}"))));
        let day = || how.parse().map_or_else(|_| how.to_owned(), |day| locale::here().weekday_short(day));
        let mut values = seen.to_vec();
        values.push(("kind", label(kind)));
        values.push(match what {
            "replaces" => ("by", label(how)),
            "scales" => ("percent", Value::Text(how.to_owned())),
            _ => ("day", Value::Text(day())),
        });
        self.say_with(&format!("habit-{what}"), &values)
    }

    /// A channel's name with the unit its values are shown in (`chart-channel-<code>`).
    #[must_use]
    pub fn channel(&self, kind: ChannelKind) -> String {
        let unit = locale::of_channel(kind).map(|quantity| locale::here().unit(quantity)).unwrap_or_default();
        self.say_with(&format!("chart-channel-{}", kind.code()), &[("unit", unit.into())])
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

/// A label as it stands inside a sentence: small letters in English, as it is in languages whose nouns are capital.
#[must_use]
pub fn inside(label: String) -> String {
    if locale::here().language == Language::German { label } else { label.to_lowercase() }
}

/// A number of a metric and its unit, as the locale in force has them (`243` `W`, `4:35` `/km`, `78` `%`). What is no number,
/// or a pace of standing still, is a dash.
#[must_use]
pub fn parts(metric: Metric, value: f64) -> (String, &'static str) {
    let locale = locale::here();
    let fact = metric.fact();
    let scaled = |quantity, digits: u8| {
        (locale.number(locale.shown(quantity, value), usize::from(digits)), locale.unit(quantity))
    };
    match (fact.written, fact.unit) {
        (Written::Decimals(digits), "m") => scaled(Quantity::Height, digits),
        (Written::Decimals(digits), "kg") => scaled(Quantity::Mass, digits),
        (Written::Decimals(digits), "°C") => scaled(Quantity::Temperature, digits),
        (Written::Decimals(digits), unit) => (locale.number(value, usize::from(digits)), unit),
        (Written::Percent(digits), _) => (locale.number(value * 100.0, usize::from(digits)), "%"),
        (Written::Clock, _) => (fact.text(value), ""),
        (Written::PaceKm, _) => (paced(locale.pace(MetersPerSecond(value))), locale.pace_unit()),
        (Written::Pace100m, _) => (paced(locale.pool_pace(MetersPerSecond(value))), locale.pool_unit()),
    }
}

fn paced(seconds: f64) -> String {
    let pace = if seconds > 0.0 { seconds } else { f64::NAN };
    Metric::Duration.fact().text(pace)
}

/// A number of a metric as it is written, with its unit (`243 W`, `4:35 /km`, `78 %`).
#[must_use]
pub fn written(metric: Metric, value: f64) -> String {
    let (number, unit) = parts(metric, value);
    format!("{number} {unit}").trim_end().to_owned()
}

/// A fact of a sentence: counts and percentages as whole numbers, everything else as its metric is written. Points go
/// without a unit: the sentences say the word.
fn told(metric: Metric, name: &str, fact: f64) -> Value {
    match name {
        "percent" | "days" | "nights" | "sessions" => Value::Number(fact.round()),
        "km" => Value::Text(locale::here().quantity(Quantity::Distance, fact * 1000.0, 1)),
        "kmh" => Value::Text(locale::here().quantity(Quantity::Speed, fact / 3.6, 1)),
        "hundred" => Value::Text(format!(
            "{} {}",
            paced(locale::here().pool_pace(MetersPerSecond(100.0 / fact))),
            locale::here().pool_unit()
        )),
        _ if metric.fact().unit.starts_with("pts") => Value::Text(parts(metric, fact).0),
        _ => Value::Text(written(metric, fact)),
    }
}

/// The values a reason's sentence may use: every fact by its name (`share`, `coverage` and `intensity` as percent, small
/// numbers with one decimal, the rest rounded), `limit` (one decimal below 100), `date` and `name`.
#[must_use]
pub fn values_of(reason: &Reason) -> Vec<(&str, Value)> {
    let tenths = |value: f64| Value::Number((value * 10.0).round() / 10.0);
    let way = |km: f64| Value::Text(locale::here().quantity(Quantity::Distance, km * 1000.0, 1));
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
                (Rule::AsymmetryChange, _) | (_, "ramp" | "z" | "monotony" | "debt" | "need") => tenths(*value),
                (_, "km") => way(*value),
                (_, "longest") if by_distance => way(*value),
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
        values.push(("date", Value::Text(locale::here().day(date))));
    }
    if let Some(name) = &reason.name {
        values.push(("name", Value::Text(name.clone())));
    }
    values
}

#[cfg(test)]
mod tests;
