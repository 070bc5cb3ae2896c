//! How values stand in the roster's columns: ids as hyphenated text, times with nine decimals so that text order is time
//! order, choices by their stable names, nested shapes as JSON.

use std::borrow::Cow;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, SecondsFormat, Utc};
use domain::id::AthleteId;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer, Serialize};

use crate::fault::StoreFault;

const LOCAL: &str = "%Y-%m-%dT%H:%M:%S%.9f";
/// After every day and time in text order: the open end of a range.
pub(crate) const AFTER_ALL: &str = "~";

/// Ids of one athlete or, for `None`, of all, as the two ends of a range: the same query asks for either by its index.
pub(crate) fn whose(athlete: Option<AthleteId>) -> (String, String) {
    match athlete {
        Some(id) => (id.to_string(), id.to_string()),
        None => (String::new(), AFTER_ALL.to_owned()),
    }
}

pub(crate) fn damaged(table: &'static str, what: &(impl ToString + ?Sized)) -> StoreFault {
    StoreFault::Damaged { table, what: what.to_string() }
}

pub(crate) fn time(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Nanos, true)
}

pub(crate) fn read_time(table: &'static str, text: &str) -> Result<DateTime<Utc>, StoreFault> {
    DateTime::parse_from_rfc3339(text).map(|at| at.with_timezone(&Utc)).map_err(|e| damaged(table, &e))
}

pub(crate) fn local(at: NaiveDateTime) -> String {
    at.format(LOCAL).to_string()
}

pub(crate) fn read_local(table: &'static str, text: &str) -> Result<NaiveDateTime, StoreFault> {
    text.parse().map_err(|e: chrono::ParseError| damaged(table, &e))
}

pub(crate) fn day(date: NaiveDate) -> String {
    date.to_string()
}

/// Reads what can be written as plain text: ids, days, weeks.
pub(crate) fn read<T: FromStr<Err: ToString>>(table: &'static str, text: &str) -> Result<T, StoreFault> {
    text.parse().map_err(|e: T::Err| damaged(table, &e))
}

pub(crate) fn read_opt<T: FromStr<Err: ToString>>(
    table: &'static str,
    text: Option<&str>,
) -> Result<Option<T>, StoreFault> {
    text.map(|text| read(table, text)).transpose()
}

/// A choice's stable name, the same as on the wire.
pub(crate) fn code<T: Serialize>(table: &'static str, choice: &T) -> Result<String, StoreFault> {
    match serde_json::to_value(choice) {
        Ok(serde_json::Value::String(code)) => Ok(code),
        Ok(other) => Err(StoreFault::Unwritable { table, what: other.to_string() }),
        Err(e) => Err(StoreFault::Unwritable { table, what: e.to_string() }),
    }
}

pub(crate) fn read_code<T: DeserializeOwned>(table: &'static str, code: String) -> Result<T, StoreFault> {
    serde_json::from_value(serde_json::Value::String(code)).map_err(|e| damaged(table, &e))
}

/// A nested shape as JSON. What could not be read back is refused now, not found out when the whole list fails to load.
pub(crate) fn json<T: Serialize + DeserializeOwned>(table: &'static str, value: &T) -> Result<String, StoreFault> {
    let unwritable = |e: serde_json::Error| StoreFault::Unwritable { table, what: e.to_string() };
    let text = serde_json::to_string(value).map_err(unwritable)?;
    serde_json::from_str::<T>(&text).map_err(unwritable)?;
    Ok(text)
}

pub(crate) fn read_json<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T, StoreFault> {
    serde_json::from_str(text).map_err(|e| damaged(table, &e))
}

/// Many rows that SQLite gathered into one JSON array, each an array in the order of the fields of `T`: to hand thousands
/// of rows over one by one takes longer than to read them. JSON of SQLite cuts numbers to 15 digits, so numbers come as
/// text of 20 (`format('%!.20g', x)`), which [`real`] and [`real_opt`] read without loss.
pub(crate) fn read_rows<T: DeserializeOwned>(table: &'static str, gathered: &str) -> Result<Vec<T>, StoreFault> {
    read_json(table, gathered)
}

/// For a field of a gathered row.
pub(crate) fn real<'de, D: Deserializer<'de>>(text: D) -> Result<f64, D::Error> {
    let text = <Cow<'de, str>>::deserialize(text)?;
    text.parse().map_err(D::Error::custom)
}

/// For a field of a gathered row that may be `NULL`.
pub(crate) fn real_opt<'de, D: Deserializer<'de>>(text: D) -> Result<Option<f64>, D::Error> {
    let text = <Option<Cow<'de, str>>>::deserialize(text)?;
    text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
}

pub(crate) fn count(table: &'static str, number: i64) -> Result<u32, StoreFault> {
    u32::try_from(number).map_err(|e| damaged(table, &e))
}

pub(crate) fn finite(what: &'static str, value: f64) -> Result<f64, StoreFault> {
    if value.is_finite() { Ok(value) } else { Err(StoreFault::NotFinite { what }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_order_is_time_order() {
        let times: Vec<DateTime<Utc>> = ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:01Z"]
            .iter()
            .map(|t| t.parse().expect("a time"))
            .collect();
        let texts: Vec<String> = times.iter().map(|t| time(*t)).collect();
        assert!(texts.is_sorted());
        for (text, at) in texts.iter().zip(&times) {
            assert_eq!(read_time("test", text).expect("reads"), *at);
            assert!(text.as_str() < AFTER_ALL);
        }
    }

    #[test]
    fn a_number_json_cannot_hold_is_refused() {
        let refused = json("test", &vec![1.0, f64::NAN]);
        assert!(matches!(refused, Err(StoreFault::Unwritable { table: "test", .. })), "{refused:?}");
    }
}
