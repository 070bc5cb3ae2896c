//! What a column of a foreign table means: told once by a person, remembered by its headings.

use serde::{Deserialize, Serialize};

use crate::wellness::WellnessField;

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnUse {
    /// Left out.
    Ignore,
    /// The day, with the order in which it is written.
    Day(DayOrder),
    /// The athlete's name.
    Athlete,
    /// A wellness value, and how its numbers come to the field's unit.
    Wellness(WellnessField, Scale),
}

/// The order of year, month and day in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DayOrder {
    /// 2026-11-22, with any separator; a time after it is left.
    YearMonthDay,
    /// 22.11.2026.
    DayMonthYear,
    /// 11/22/2026.
    MonthDayYear,
    /// 2026-22-11, as one app writes it.
    YearDayMonth,
}

/// How a column's numbers come to the field's unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// As they stand.
    AsIs,
    /// Seconds to hours.
    SecondsToHours,
    /// Minutes to hours.
    MinutesToHours,
    /// Natural logarithm to the value itself (ln rMSSD).
    Exponential,
    /// Pounds to kilograms.
    PoundsToKilograms,
    /// 1 to 10 to 1 to 5.
    TenToFive,
    /// 1 to 10, ten is worst, to 1 to 5, five is best.
    TenToFiveReversed,
    /// 1 to 5, five is worst, to five is best.
    FiveReversed,
    /// A share of one to percent.
    ShareToPercent,
}

impl Scale {
    /// Every scale, in the order of menus.
    pub const ALL: [Scale; 9] = [
        Scale::AsIs,
        Scale::SecondsToHours,
        Scale::MinutesToHours,
        Scale::Exponential,
        Scale::PoundsToKilograms,
        Scale::TenToFive,
        Scale::TenToFiveReversed,
        Scale::FiveReversed,
        Scale::ShareToPercent,
    ];

    /// The stable name used in the words file (`scale-as-is`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Scale::AsIs => "as-is",
            Scale::SecondsToHours => "seconds-to-hours",
            Scale::MinutesToHours => "minutes-to-hours",
            Scale::Exponential => "exponential",
            Scale::PoundsToKilograms => "pounds-to-kilograms",
            Scale::TenToFive => "ten-to-five",
            Scale::TenToFiveReversed => "ten-to-five-reversed",
            Scale::FiveReversed => "five-reversed",
            Scale::ShareToPercent => "share-to-percent",
        }
    }

    /// The value in the field's unit.
    #[must_use]
    pub fn apply(self, value: f64) -> f64 {
        match self {
            Scale::AsIs => value,
            Scale::SecondsToHours => value / 3600.0,
            Scale::MinutesToHours => value / 60.0,
            Scale::Exponential => value.exp(),
            Scale::PoundsToKilograms => value * 0.453_592_37,
            Scale::TenToFive => 1.0 + (value - 1.0) * 4.0 / 9.0,
            Scale::TenToFiveReversed => 5.0 - (value - 1.0) * 4.0 / 9.0,
            Scale::FiveReversed => 6.0 - value,
            Scale::ShareToPercent => value * 100.0,
        }
    }
}

/// What the columns of tables with these headings mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnMap {
    /// Headings as they stand in the file, trimmed.
    pub headings: Vec<String>,
    /// One for each heading.
    pub uses: Vec<ColumnUse>,
}

#[cfg(test)]
mod tests;
