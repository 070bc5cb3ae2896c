//! Headings of wellness tables that say by themselves what stands below them.

use domain::table::Scale;
use domain::wellness::WellnessField;

use super::cell::Reading;
use super::columns::Column;

/// Headings of the day.
const DAYS: [&str; 12] = [
    "date",
    "day",
    "datum",
    "calendar-date",
    "measurement-date",
    "timestamp",
    "timestamp-measurement",
    "datetime",
    "date-time",
    "effective-time-frame",
    "local-date",
    "date-local",
];

/// Headings of the athlete's name.
const ATHLETES: [&str; 9] =
    ["athlete", "name", "member", "player", "athlete-name", "player-name", "player-id", "athlete-id", "full-name"];

/// Other spellings of fields, in lower case with every separator as `-`. The codes of the fields are known as well.
const SPELLINGS: [(&str, WellnessField); 45] = [
    ("resting-heart-rate", WellnessField::RestingHr),
    ("resting-heart-rate-bpm", WellnessField::RestingHr),
    ("resting-hr-bpm", WellnessField::RestingHr),
    ("restinghr", WellnessField::RestingHr),
    ("rhr", WellnessField::RestingHr),
    ("rmssd-ms", WellnessField::Rmssd),
    ("hrv", WellnessField::Rmssd),
    ("hrv-rmssd", WellnessField::Rmssd),
    ("hrv-ms", WellnessField::Rmssd),
    ("overnight-hrv", WellnessField::Rmssd),
    ("sdnn-ms", WellnessField::Sdnn),
    ("hrv-sdnn", WellnessField::Sdnn),
    ("sleep-h", WellnessField::Sleep),
    ("sleep-hours", WellnessField::Sleep),
    ("sleephours", WellnessField::Sleep),
    ("hours-of-sleep", WellnessField::Sleep),
    ("sleepquality", WellnessField::SleepQuality),
    ("freshness", WellnessField::Fatigue),
    ("muscle-soreness", WellnessField::Soreness),
    ("body-mass-kg", WellnessField::BodyMass),
    ("bodymass", WellnessField::BodyMass),
    ("weight", WellnessField::BodyMass),
    ("weight-kg", WellnessField::BodyMass),
    ("body-weight", WellnessField::BodyMass),
    ("mass-kg", WellnessField::BodyMass),
    ("ill", WellnessField::Illness),
    ("sick", WellnessField::Illness),
    ("injury", WellnessField::Pain),
    ("injury-pain", WellnessField::Pain),
    ("pain-0-10", WellnessField::Pain),
    ("stress-level", WellnessField::Stress),
    ("mood-level", WellnessField::Mood),
    ("fatigue-level", WellnessField::Fatigue),
    ("overall-sleep-score", WellnessField::SleepScore),
    ("readiness-score", WellnessField::DeviceReadiness),
    ("recovery-score", WellnessField::DeviceReadiness),
    ("training-readiness", WellnessField::DeviceReadiness),
    ("blood-oxygen", WellnessField::Spo2),
    ("pulse-ox", WellnessField::Spo2),
    ("average-spo2", WellnessField::Spo2),
    ("respiratory-rate", WellnessField::Respiration),
    ("respiratory-rate-rpm", WellnessField::Respiration),
    ("total-steps", WellnessField::Steps),
    ("body-fat-percent", WellnessField::BodyFat),
    ("fat-percent", WellnessField::BodyFat),
];

/// Headings that only hint at a field: offered to a person, never taken by themselves.
const LIKELY: [(&str, WellnessField); 16] = [
    ("hr", WellnessField::RestingHr),
    ("heart-rate", WellnessField::RestingHr),
    ("pulse", WellnessField::RestingHr),
    ("morning-hr", WellnessField::RestingHr),
    ("lnrmssd", WellnessField::Rmssd),
    ("ln-rmssd", WellnessField::Rmssd),
    ("sleep-duration", WellnessField::Sleep),
    ("sleep-duration-h", WellnessField::Sleep),
    ("total-sleep-duration", WellnessField::Sleep),
    ("sleep-time", WellnessField::Sleep),
    ("time-asleep", WellnessField::Sleep),
    ("score", WellnessField::SleepScore),
    ("readiness", WellnessField::DeviceReadiness),
    ("recovery", WellnessField::DeviceReadiness),
    ("tiredness", WellnessField::Fatigue),
    ("doms", WellnessField::Soreness),
];

/// What a heading says by itself.
pub(super) fn column(plain: &str) -> Column {
    if DAYS.contains(&plain) {
        return Column::Day;
    }
    if ATHLETES.contains(&plain) {
        return Column::Athlete;
    }
    if plain == "source" {
        return Column::Source;
    }
    let field = WellnessField::from_code(plain).or_else(|| find(&SPELLINGS, plain));
    field.map_or(Column::Unknown, |field| Column::Field(field, Reading::Scale(Scale::AsIs)))
}

/// What a heading may mean.
pub(super) fn likely(plain: &str) -> Option<WellnessField> {
    find(&LIKELY, plain)
}

fn find(list: &[(&str, WellnessField)], plain: &str) -> Option<WellnessField> {
    list.iter().find(|(spelling, _)| *spelling == plain).map(|(_, field)| *field)
}
