//! Numbers, spans and dates as they stand on the screen. Units are set apart by the parts that show them.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, Utc};
use domain::metric::{Metric, Written};
use domain::unit::{Meters, MetersPerSecond, Seconds};

use crate::words::{t, t_with};

/// A number with so many decimals, thousands set apart, and a real minus.
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", value.abs());
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::with_capacity(text.len() + 4);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let zero = text.chars().all(|c| matches!(c, '0' | '.'));
    format!("{}{grouped}{rest}", if value < 0.0 && !zero { "\u{2212}" } else { "" })
}

/// A whole number.
#[must_use]
pub fn whole(value: f64) -> String {
    number(value, 0)
}

/// A number with its sign, zero without.
#[must_use]
pub fn signed(value: f64, decimals: usize) -> String {
    let text = number(value, decimals);
    if value > 0.0 && text.chars().any(|c| c.is_ascii_digit() && c != '0') { format!("+{text}") } else { text }
}

/// A share as percent, without the sign.
#[must_use]
pub fn percent(share: f64) -> String {
    whole(share * 100.0)
}

/// Hours and minutes, `1:05`.
#[must_use]
pub fn hours(span: Seconds) -> String {
    let minutes = (span.0.max(0.0) / 60.0).round() as u64;
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Hours, minutes and seconds, `1:05:09`, or `5:09` under an hour.
#[must_use]
pub fn clock(span: Seconds) -> String {
    let s = span.0.max(0.0).round() as u64;
    if s >= 3600 {
        format!("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60)
    } else {
        format!("{}:{:02}", s / 60, s % 60)
    }
}

/// Minutes as hours and minutes, `1:05`.
#[must_use]
pub fn minutes(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// Kilometres with one decimal; two under 10 km.
#[must_use]
pub fn km(distance: Meters) -> String {
    let km = distance.0 / 1000.0;
    number(km, if km < 10.0 { 2 } else { 1 })
}

/// Minutes and seconds per kilometre, `4:32`; `None` for a standstill.
#[must_use]
pub fn pace(speed: MetersPerSecond) -> Option<String> {
    (speed.0 > 0.1).then(|| clock(Seconds(1000.0 / speed.0)))
}

/// Kilometres per hour with one decimal.
#[must_use]
pub fn kmh(speed: MetersPerSecond) -> String {
    number(speed.0 * 3.6, 1)
}

/// Minutes and seconds per hundred metres, `1:38`; `None` for a standstill.
#[must_use]
pub fn pace_100(speed: MetersPerSecond) -> Option<String> {
    (speed.0 > 0.1).then(|| clock(Seconds(100.0 / speed.0)))
}

/// A value as its metric wants it written: the number, and the unit that stands behind it (empty for a ratio or a clock).
/// A standstill has no pace: its number is empty.
#[must_use]
pub fn written(value: f64, how: Written, unit: &str) -> (String, String) {
    match how {
        Written::Decimals(decimals) => (number(value, usize::from(decimals)), unit.to_owned()),
        Written::Percent(decimals) => (number(value * 100.0, usize::from(decimals)), "%".to_owned()),
        Written::Clock => (clock(Seconds(value)), String::new()),
        Written::PaceKm => (pace(MetersPerSecond(value)).unwrap_or_default(), t("activity-unit-pace")),
        Written::Pace100m => (pace_100(MetersPerSecond(value)).unwrap_or_default(), t("activity-unit-pace-swim")),
    }
}

/// A metric's value and unit; a distance in kilometres.
#[must_use]
pub fn metric(metric: Metric, value: f64) -> (String, String) {
    if metric == Metric::Distance {
        return (km(Meters(value)), "km".to_owned());
    }
    let fact = metric.fact();
    written(value, fact.written, fact.unit)
}

/// A stretch of time as a person says it: `5 s`, `20 min`, `1 h`, `1:30 h`.
#[must_use]
pub fn span(seconds: u32) -> String {
    let (key, text) = match seconds {
        0..60 => ("screen-span-s", seconds.to_string()),
        60..3600 if seconds.is_multiple_of(60) => ("screen-span-min", (seconds / 60).to_string()),
        60..3600 => ("screen-span-min", clock(Seconds(f64::from(seconds)))),
        _ if seconds.is_multiple_of(3600) => ("screen-span-h", (seconds / 3600).to_string()),
        _ => ("screen-span-h", hours(Seconds(f64::from(seconds)))),
    };
    t_with(key, &[("span", text.into())])
}

/// `Sat 21 Nov`.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    date.format("%a %-d %b").to_string()
}

/// `21 Nov`.
#[must_use]
pub fn short_day(date: NaiveDate) -> String {
    date.format("%-d %b").to_string()
}

/// `21 Nov 2026`.
#[must_use]
pub fn day_of_year(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// `Sat 21 Nov`, with the year when it is not the year of `today`.
#[must_use]
pub fn day_near(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day(date) } else { date.format("%a %-d %b %Y").to_string() }
}

/// `Sat 21 Nov, 17:20`, on the athlete's clock.
#[must_use]
pub fn day_time(moment: NaiveDateTime) -> String {
    moment.format("%a %-d %b, %H:%M").to_string()
}

/// A moment on this laptop's clock, `21 Nov 2026, 17:20`.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    let local = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.timestamp_millis() as f64));
    let offset = Duration::minutes(local.get_timezone_offset() as i64);
    (at.naive_utc() - offset).format("%-d %b %Y, %H:%M").to_string()
}

/// How long ago or ahead a day lies: `today`, `yesterday`, `3 d ago`, `in 12 d`.
#[must_use]
pub fn away(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => t("screen-today"),
        -1 => t("screen-yesterday"),
        1 => t("screen-tomorrow"),
        days if days < 0 => t_with("screen-days-ago", &[("days", (-days as f64).into())]),
        days => t_with("screen-days-ahead", &[("days", (days as f64).into())]),
    }
}

/// `since 3 d` for an old value.
#[must_use]
pub fn age(days: u32) -> String {
    t_with("screen-days-old", &[("days", days.into())])
}

/// A moment typed into a field: `4:32` as minutes and seconds; `None` if it is not one.
#[must_use]
pub fn parse_clock(text: &str) -> Option<Seconds> {
    let (minutes, seconds) = text.trim().split_once(':')?;
    let (minutes, seconds): (u32, u32) = (minutes.parse().ok()?, seconds.parse().ok()?);
    (seconds < 60).then(|| Seconds(f64::from(minutes * 60 + seconds)))
}

/// A race time typed into a field: `1:02:03` or `42:10`; `None` if it is not one.
#[must_use]
pub fn parse_time(text: &str) -> Option<Seconds> {
    match text.trim().split(':').collect::<Vec<_>>()[..] {
        [hours, minutes, seconds] => {
            let (hours, rest) = (hours.parse::<u32>().ok()?, parse_clock(&format!("{minutes}:{seconds}"))?);
            (rest.0 < 3600.0).then(|| Seconds(f64::from(hours) * 3600.0 + rest.0))
        }
        _ => parse_clock(text),
    }
}

/// A number typed into a field, comma or point: `Ok(None)` when empty.
///
/// # Errors
/// The text, when it is not a number.
pub fn parse_number(text: &str) -> Result<Option<f64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.replace(',', ".")
        .replace('\u{2212}', "-")
        .parse::<f64>()
        .ok()
        .filter(|n| n.is_finite())
        .map(Some)
        .ok_or_else(|| text.to_owned())
}
