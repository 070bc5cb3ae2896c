//! Numbers, spans and dates as they stand on the screen, in the language, units and clock of the person
//! ([`domain::locale`]). Units are set apart by the parts that show them.

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, NaiveTime, Utc};
pub use domain::locale::Quantity;
use domain::locale::{Tempo, here};
use domain::metric::{Metric, Written};
use domain::sport::Sport;
use domain::unit::{Meters, MetersPerSecond, Seconds};
use domain::week::Week;
use domain::wellness::WellnessField;

use crate::words::{t, t_with};

/// A number with so many decimals, thousands set apart, and a real minus.
#[must_use]
pub fn number(value: f64, decimals: usize) -> String {
    here().number(value, decimals)
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

/// Kilometres or miles with one decimal; two under ten. Their unit is [`unit`] of a distance.
#[must_use]
pub fn km(distance: Meters) -> String {
    let shown = here().shown(Quantity::Distance, distance.0);
    number(shown, if shown < 10.0 { 2 } else { 1 })
}

/// A way with its unit, `12.3 km`.
#[must_use]
pub fn distance(way: Meters) -> String {
    here().distance(way)
}

/// A quantity in the person's unit, with so many decimals and its unit: `812 m`, `2,664 ft`.
#[must_use]
pub fn quantity(quantity: Quantity, kept: f64, decimals: usize) -> String {
    here().quantity(quantity, kept, decimals)
}

/// The person's unit of a quantity: `kg` or `lb`.
#[must_use]
pub fn unit(quantity: Quantity) -> &'static str {
    here().unit(quantity)
}

/// Minutes and seconds per kilometre or mile, `4:32`; `None` for a standstill. Its unit is [`pace_unit`].
#[must_use]
pub fn pace(speed: MetersPerSecond) -> Option<String> {
    (speed.0 > 0.1).then(|| clock(Seconds(here().pace(speed))))
}

/// `/km` or `/mi`.
#[must_use]
pub fn pace_unit() -> &'static str {
    here().pace_unit()
}

/// Kilometres or miles per hour with one decimal. Their unit is [`unit`] of a speed.
#[must_use]
pub fn kmh(speed: MetersPerSecond) -> String {
    number(here().shown(Quantity::Speed, speed.0), 1)
}

/// Minutes and seconds per hundred metres or yards, `1:38`; `None` for a standstill. Its unit is [`pool_unit`].
#[must_use]
pub fn pace_100(speed: MetersPerSecond) -> Option<String> {
    (speed.0 > 0.1).then(|| clock(Seconds(here().pool_pace(speed))))
}

/// `/100 m` or `/100 yd`.
#[must_use]
pub fn pool_unit() -> &'static str {
    here().pool_unit()
}

/// How fast, as the person wants it for the sport: the number and its unit. A standstill has no pace: its number is empty.
#[must_use]
pub fn speed(sport: Sport, speed: MetersPerSecond) -> (String, String) {
    let (number, unit) = match (sport, here().tempo(sport)) {
        (Sport::Swim, _) => (pace_100(speed).unwrap_or_default(), pool_unit()),
        (_, Tempo::Pace) => (pace(speed).unwrap_or_default(), pace_unit()),
        (_, Tempo::Speed) => (kmh(speed), unit(Quantity::Speed)),
    };
    (number, unit.to_owned())
}

/// A value as its metric wants it written: the number, and the unit that stands behind it (empty for a ratio or a clock),
/// both as the person reads them. A standstill has no pace: its number is empty.
#[must_use]
pub fn written(value: f64, how: Written, of: &str) -> (String, String) {
    let measured = |quantity, decimals: u8| {
        (number(here().shown(quantity, value), usize::from(decimals)), unit(quantity).to_owned())
    };
    match (how, of) {
        (Written::Decimals(decimals), "m") => measured(Quantity::Height, decimals),
        (Written::Decimals(decimals), "kg") => measured(Quantity::Mass, decimals),
        (Written::Decimals(decimals), "°C") => measured(Quantity::Temperature, decimals),
        (Written::Decimals(decimals), _) => (number(value, usize::from(decimals)), of.to_owned()),
        (Written::Percent(decimals), _) => (number(value * 100.0, usize::from(decimals)), "%".to_owned()),
        (Written::Clock, _) => (clock(Seconds(value)), String::new()),
        (Written::PaceKm, _) => (pace(MetersPerSecond(value)).unwrap_or_default(), pace_unit().to_owned()),
        (Written::Pace100m, _) => (pace_100(MetersPerSecond(value)).unwrap_or_default(), pool_unit().to_owned()),
    }
}

/// A metric's value and unit; a distance in kilometres or miles.
#[must_use]
pub fn metric(metric: Metric, value: f64) -> (String, String) {
    if metric == Metric::Distance {
        return (km(Meters(value)), unit(Quantity::Distance).to_owned());
    }
    let fact = metric.fact();
    written(value, fact.written, fact.unit)
}

/// A value of a morning: the number, with a decimal if it has one, and its unit.
#[must_use]
pub fn wellness(field: WellnessField, value: f64) -> (String, String) {
    let decimals = usize::from(value.fract() != 0.0);
    if field == WellnessField::BodyMass {
        return (number(here().shown(Quantity::Mass, value), decimals), unit(Quantity::Mass).to_owned());
    }
    (number(value, decimals), t(&format!("wellness-{}-unit", field.code())))
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

/// `Sat`.
#[must_use]
pub fn weekday_short(date: NaiveDate) -> String {
    here().weekday_short(date.weekday())
}

/// `Saturday`.
#[must_use]
pub fn weekday(date: NaiveDate) -> String {
    here().weekday(date.weekday())
}

/// `Sat 21 Nov`.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    here().day(date)
}

/// `Saturday 21 November`.
#[must_use]
pub fn long_day(date: NaiveDate) -> String {
    here().long_day(date)
}

/// `21 Nov`.
#[must_use]
pub fn short_day(date: NaiveDate) -> String {
    here().short_day(date)
}

/// `21 Nov 2026`.
#[must_use]
pub fn day_of_year(date: NaiveDate) -> String {
    here().day_of_year(date)
}

/// `Sat 21 Nov 2026`.
#[must_use]
pub fn full_day(date: NaiveDate) -> String {
    here().full_day(date)
}

/// `Nov`, and `Jan 2027` where a year begins.
#[must_use]
pub fn month(date: NaiveDate) -> String {
    if date.month() == 1 { here().month_of_year(date) } else { here().month(date) }
}

/// The days from one week to another, `16 Nov to 6 Dec 2026`.
#[must_use]
pub fn weeks(from: Week, to: Week) -> String {
    let days = [("from", short_day(from.monday()).into()), ("to", day_of_year(to.sunday()).into())];
    t_with("week-span", &days)
}

/// `Sat 21 Nov`, with the year when it is not the year of `today`.
#[must_use]
pub fn day_near(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() { day(date) } else { full_day(date) }
}

/// `17:20` or `5:20 pm`.
#[must_use]
pub fn time(time: NaiveTime) -> String {
    here().time(time)
}

/// `Sat 21 Nov, 17:20`, on the athlete's clock.
#[must_use]
pub fn day_time(moment: NaiveDateTime) -> String {
    here().at(&day(moment.date()), moment)
}

/// `Saturday 21 November 2026, 17:20`, on the athlete's clock.
#[must_use]
pub fn long_day_time(moment: NaiveDateTime) -> String {
    here().at(&here().long_day_of_year(moment.date()), moment)
}

/// A moment on this laptop's clock, `21 Nov 2026, 17:20`.
#[must_use]
pub fn moment(at: DateTime<Utc>) -> String {
    let local = js_sys::Date::new(&wasm_bindgen::JsValue::from_f64(at.timestamp_millis() as f64));
    let offset = Duration::minutes(local.get_timezone_offset() as i64);
    let local = at.naive_utc() - offset;
    here().at(&day_of_year(local.date()), local)
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

/// `3 d old` for an old value, `today` for one of today.
#[must_use]
pub fn age(days: u32) -> String {
    if days == 0 { t("screen-today") } else { t_with("screen-days-old", &[("days", days.into())]) }
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

/// A number typed into a field, with the marks of the language or without: `Ok(None)` when empty.
///
/// # Errors
/// The text, when it is not a number.
pub fn parse_number(text: &str) -> Result<Option<f64>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    here().read_number(text).map(Some).ok_or_else(|| text.to_owned())
}

/// A number as it stands in a field to be typed over: the decimals it has, and nothing between thousands.
#[must_use]
pub fn typed(value: f64) -> String {
    let (point, _) = here().marks();
    value.to_string().replace('.', point.encode_utf8(&mut [0; 4]))
}

/// A quantity in the person's unit as it stands in a field to be typed over, with at most two decimals.
#[must_use]
pub fn typed_quantity(quantity: Quantity, kept: f64) -> String {
    typed((here().shown(quantity, kept) * 100.0).round() / 100.0)
}

/// A quantity typed in the person's unit, as it is kept.
#[must_use]
pub fn kept(quantity: Quantity, typed: f64) -> f64 {
    here().kept(quantity, typed)
}
