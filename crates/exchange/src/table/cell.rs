//! Cells of wellness tables: numbers with their units, durations, words for yes and no.

use domain::table::Scale;
use domain::wellness::WellnessField;

use crate::NoteKind;
use crate::text::{clock, number};

/// How a column's numbers come to the field's unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Reading {
    /// As a person may tell.
    Scale(Scale),
    /// A slider from 0 to 10, ten is best, to 1 to 5.
    Slider,
}

/// The value of a cell in the field's unit.
pub(super) fn value(field: WellnessField, reading: Reading, cell: &str) -> Result<f64, NoteKind> {
    let value = match field {
        WellnessField::Illness => yes_or_no(cell),
        WellnessField::Sleep => duration(cell),
        _ => None,
    };
    let value = match (value, reading) {
        (Some(value), _) => value,
        (None, Reading::Scale(scale)) => scale.apply(with_unit(field, cell).ok_or(NoteKind::NotANumber)?),
        (None, Reading::Slider) => 1.0 + 0.4 * with_unit(field, cell).ok_or(NoteKind::NotANumber)?,
    };
    if !value.is_finite() {
        return Err(NoteKind::NotANumber);
    }
    let (low, high) = field.range();
    if (low..=high).contains(&value) { Ok(value) } else { Err(NoteKind::OutOfRange) }
}

fn yes_or_no(cell: &str) -> Option<f64> {
    let word = cell.trim().to_lowercase();
    if ["yes", "true", "sick", "ill", "y"].contains(&word.as_str()) {
        Some(1.0)
    } else if ["no", "false", "not sick", "not ill", "healthy", "n"].contains(&word.as_str()) {
        Some(0.0)
    } else {
        None
    }
}

/// Hours of `7:32`, `7:32:10`, `7h 32min`, `452 min`; `None` for a plain number, which the column's scale is for.
fn duration(cell: &str) -> Option<f64> {
    if cell.contains(':') {
        return clock(cell, true).map(|seconds| seconds / 3600.0);
    }
    let lower = cell.to_lowercase();
    let (hours, rest) = match lower.split_once('h') {
        Some((hours, rest)) => {
            (number(hours)?, rest.trim_start_matches(|c: char| c.is_alphabetic() || c == '.').trim())
        }
        None => (0.0, lower.trim()),
    };
    if rest.is_empty() {
        return lower.contains('h').then_some(hours);
    }
    let (minutes, unit) = split(rest)?;
    unit.starts_with('m').then_some(hours + minutes / 60.0)
}

/// A number with or without its unit: `52 ms`, `97%`, `154 lbs`.
fn with_unit(field: WellnessField, cell: &str) -> Option<f64> {
    if let Some(plain) = number(cell) {
        return Some(plain);
    }
    let (value, unit) = split(cell)?;
    match (field, unit.to_lowercase().as_str()) {
        (WellnessField::BodyMass, "lb" | "lbs") => Some(Scale::PoundsToKilograms.apply(value)),
        (_, "ms" | "bpm" | "%" | "kg" | "brpm" | "rpm" | "br/min" | "steps" | "/10" | "/5" | "/100") => Some(value),
        _ => None,
    }
}

fn split(cell: &str) -> Option<(f64, &str)> {
    let cell = cell.trim();
    let at = cell.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+')))?;
    Some((number(&cell[..at])?, cell[at..].trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AS_IS: Reading = Reading::Scale(Scale::AsIs);

    #[test]
    fn cells_are_read_with_the_units_people_write() {
        for (field, reading, cell, expected) in [
            (WellnessField::Rmssd, AS_IS, "61,5", Ok(61.5)),
            (WellnessField::Rmssd, AS_IS, "52 ms", Ok(52.0)),
            (WellnessField::Spo2, AS_IS, "97%", Ok(97.0)),
            (WellnessField::BodyMass, AS_IS, "100 lbs", Ok(45.359_237)),
            (WellnessField::Sleep, AS_IS, "7.5", Ok(7.5)),
            (WellnessField::Sleep, AS_IS, "07:30", Ok(7.5)),
            (WellnessField::Sleep, AS_IS, "7h 30min", Ok(7.5)),
            (WellnessField::Sleep, AS_IS, "7 h", Ok(7.0)),
            (WellnessField::Sleep, AS_IS, "450 min", Ok(7.5)),
            (WellnessField::Sleep, Reading::Scale(Scale::SecondsToHours), "27000", Ok(7.5)),
            (WellnessField::SleepQuality, Reading::Slider, "5.0", Ok(3.0)),
            (WellnessField::Illness, AS_IS, "not sick", Ok(0.0)),
            (WellnessField::Illness, AS_IS, "Yes", Ok(1.0)),
            (WellnessField::Illness, AS_IS, "1", Ok(1.0)),
            (WellnessField::Rmssd, AS_IS, "many", Err(NoteKind::NotANumber)),
            (WellnessField::Rmssd, AS_IS, "60 cm", Err(NoteKind::NotANumber)),
            (WellnessField::Rmssd, AS_IS, "900", Err(NoteKind::OutOfRange)),
            (WellnessField::Rmssd, Reading::Scale(Scale::Exponential), "999", Err(NoteKind::NotANumber)),
        ] {
            assert_eq!(value(field, reading, cell), expected, "{cell:?}");
        }
    }
}
