//! What lies across and up: scales, and round places for their ticks.

use charts::view;
use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::unit::Seconds;

use super::clock;
use crate::format;

/// What lies across.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Across {
    /// Days, as [`day_number`] counts them.
    Days,
    /// Seconds from a start.
    Seconds,
    /// Durations in seconds, each decade as wide as the next.
    Durations,
}

/// How the values of a panel are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tall {
    /// Numbers with so many decimals.
    Number {
        /// Decimals.
        decimals: u8,
        /// Whether the scale begins at zero.
        zero: bool,
    },
    /// Metres per second, written as the time for so many metres.
    Pace {
        /// Metres.
        meters: u16,
    },
}

/// The place of a day across a chart: the middle of its slot, so that lines stand under the days of any other chart.
#[must_use]
pub fn day_number(date: NaiveDate) -> f64 {
    view::day(date) + 0.5
}

impl Across {
    /// The words key of the table's first column.
    pub(super) const fn heading(self) -> &'static str {
        match self {
            Across::Days => "screen-col-day",
            Across::Seconds => "screen-col-time",
            Across::Durations => "screen-duration",
        }
    }

    /// A place in words.
    pub(super) fn said(self, place: f64) -> String {
        match self {
            Across::Days => format::full_day(view::date(place)),
            Across::Seconds => clock(place),
            Across::Durations => format::span(place.max(0.0).round() as u32),
        }
    }

    /// Places on the scale that lie as far apart as they are drawn.
    pub(super) fn even(self, place: f64) -> f64 {
        match self {
            Across::Durations => place.max(0.1).ln(),
            Across::Days | Across::Seconds => place,
        }
    }

    /// A place of the even scale as it is given.
    pub(super) fn odd(self, even: f64) -> f64 {
        match self {
            Across::Durations => even.exp(),
            Across::Days | Across::Seconds => even,
        }
    }

    /// The least span worth showing, on the even scale.
    pub(super) const fn least(self) -> f64 {
        match self {
            Across::Days => 7.0,
            Across::Seconds => 30.0,
            Across::Durations => 1.0,
        }
    }

    /// Places worth a tick between two, so that labels have room.
    pub(super) fn ticks(self, (from, to): (f64, f64), pixels: f64) -> Vec<(f64, String)> {
        match self {
            Across::Days => mondays((from, to), pixels),
            Across::Seconds => {
                let steps = [10.0, 30.0, 60.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 14_400.0, 43_200.0];
                let room = (pixels / 64.0).max(1.0);
                let step = steps.into_iter().find(|step| (to - from) / step <= room).unwrap_or((to - from) / room);
                let first = (from / step).ceil();
                let count = ((to / step).floor() - first).clamp(0.0, 100.0) as u32;
                (0..=count).map(|i| (first + f64::from(i)) * step).map(|at| (at, clock(at))).collect()
            }
            Across::Durations => {
                let all = [1, 5, 15, 60, 300, 1200, 3600, 7200, 14_400, 28_800, 57_600];
                let held = all.into_iter().filter(|at| (from..=to).contains(&f64::from(*at)));
                held.map(|at| (f64::from(at), format::span(at))).collect()
            }
        }
    }
}

/// Every so many Mondays.
fn mondays((from, to): (f64, f64), pixels: f64) -> Vec<(f64, String)> {
    let room = (pixels / 60.0).max(1.0);
    let every = ((to - from) / 7.0 / room).ceil().clamp(1.0, 520.0) as u64;
    let first = view::date(from.ceil());
    let ahead = (7 - first.weekday().days_since(Weekday::Mon)) % 7;
    let monday = first.checked_add_days(Days::new(u64::from(ahead)));
    std::iter::successors(monday, |monday| monday.checked_add_days(Days::new(7 * every)))
        .map(|monday| (day_number(monday), format::short_day(monday)))
        .take_while(|(at, _)| *at <= to)
        .take(60)
        .collect()
}

impl Tall {
    /// A value as it is written.
    pub(super) fn write(self, value: f64) -> String {
        match self {
            Tall::Number { decimals, .. } => format::number(value, usize::from(decimals)),
            Tall::Pace { meters } if value > 0.05 => format::clock(Seconds(f64::from(meters) / value)),
            Tall::Pace { .. } => String::new(),
        }
    }

    /// A domain that holds all values, widened to round ones, and its ticks.
    pub(super) fn domain(self, values: impl Iterator<Item = f64>, wanted: u32) -> Option<((f64, f64), Vec<f64>)> {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            let value = value.clamp(-1e9, 1e9);
            (low, high) = (low.min(value), high.max(value));
        }
        if low > high {
            return None;
        }
        Some(match self {
            Tall::Number { zero, .. } => {
                if zero {
                    (low, high) = (low.min(0.0), high.max(0.0));
                }
                if high - low < 1e-6 {
                    (low, high) = (low - 0.5, high + 0.5);
                }
                rounded((low, high), round_step((high - low) / f64::from(wanted.max(1))))
            }
            Tall::Pace { meters } => paces((low, high), f64::from(meters), wanted),
        })
    }
}

fn rounded((low, high): (f64, f64), step: f64) -> ((f64, f64), Vec<f64>) {
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let count = (last - first).clamp(1.0, 40.0) as u32;
    ((first * step, last * step), (0..=count).map(|i| (first + f64::from(i)) * step).collect())
}

fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let share = rough / power;
    [1.0, 2.0, 5.0].into_iter().find(|step| share <= *step).unwrap_or(10.0) * power
}

/// Round paces lie unevenly in speed: they are chosen as paces. Slower than half an hour is a standstill.
fn paces((low, high): (f64, f64), meters: f64, wanted: u32) -> ((f64, f64), Vec<f64>) {
    let slow = (meters / low.max(meters / 1800.0)).max(1.0);
    let fast = (meters / high.max(meters / 1800.0)).max(0.5).min(slow);
    let steps = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 300.0];
    let step = steps.into_iter().find(|step| (slow - fast) / step <= f64::from(wanted.max(1))).unwrap_or(600.0);
    let first = (fast / step).floor().max(1.0);
    let last = (slow / step).ceil().max(first + 1.0);
    let count = (last - first).clamp(1.0, 40.0) as u32;
    let ticks = (0..=count).map(|i| meters / ((first + f64::from(i)) * step)).collect();
    ((meters / (last * step), (meters / (first * step)).max(high)), ticks)
}
