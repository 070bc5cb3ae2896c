//! What the athlete says and measures each morning. Each field is a history of its own; a later value never erases an earlier one.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::consent::DataCategory;
use crate::id::{AthleteId, BatchId, WellnessId};

/// A kind of wellness value, with its unit or scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WellnessField {
    /// Resting heart rate, bpm.
    RestingHr,
    /// rMSSD, milliseconds.
    Rmssd,
    /// Sleep, hours.
    Sleep,
    /// Sleep quality, 1 (bad) to 5 (good).
    SleepQuality,
    /// Freshness, 1 (very tired) to 5 (fresh).
    Fatigue,
    /// Muscle soreness, 1 (very sore) to 5 (none).
    Soreness,
    /// Stress, 1 (very stressed) to 5 (relaxed).
    Stress,
    /// Mood, 1 (bad) to 5 (good).
    Mood,
    /// Body mass, kg.
    BodyMass,
    /// Ill today: 0 no, 1 yes.
    Illness,
    /// Injury or pain, 0 to 10.
    Pain,
    /// SDNN as some watches give it, milliseconds: another quantity than rMSSD, never in one baseline with it.
    Sdnn,
    /// Sleep score of a device, 0 to 100: context.
    SleepScore,
    /// Mean stress of the day as a device sees it, 0 to 100: context.
    DeviceStress,
    /// Recovery or readiness as a device sees it, 0 to 100: context.
    DeviceReadiness,
    /// Blood oxygen saturation at rest, percent.
    Spo2,
    /// Breaths per minute at rest or asleep.
    Respiration,
    /// Steps of the day.
    Steps,
    /// Body fat, percent.
    BodyFat,
    /// Injured today: 0 no, 1 yes.
    #[serde(rename = "injured")]
    Injury,
    /// Fever today: 0 no, 1 yes.
    Fever,
}

impl WellnessField {
    /// Every field, in the order of forms.
    pub const ALL: [WellnessField; 21] = [
        WellnessField::RestingHr,
        WellnessField::Rmssd,
        WellnessField::Sleep,
        WellnessField::SleepQuality,
        WellnessField::Fatigue,
        WellnessField::Soreness,
        WellnessField::Stress,
        WellnessField::Mood,
        WellnessField::BodyMass,
        WellnessField::Illness,
        WellnessField::Pain,
        WellnessField::Sdnn,
        WellnessField::SleepScore,
        WellnessField::DeviceStress,
        WellnessField::DeviceReadiness,
        WellnessField::Spo2,
        WellnessField::Respiration,
        WellnessField::Steps,
        WellnessField::BodyFat,
        WellnessField::Injury,
        WellnessField::Fever,
    ];

    /// The stable name, also the heading in CSV files and in the words file (`wellness-rmssd`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            WellnessField::RestingHr => "resting-hr",
            WellnessField::Rmssd => "rmssd",
            WellnessField::Sleep => "sleep",
            WellnessField::SleepQuality => "sleep-quality",
            WellnessField::Fatigue => "fatigue",
            WellnessField::Soreness => "soreness",
            WellnessField::Stress => "stress",
            WellnessField::Mood => "mood",
            WellnessField::BodyMass => "body-mass",
            WellnessField::Illness => "illness",
            WellnessField::Pain => "pain",
            WellnessField::Sdnn => "sdnn",
            WellnessField::SleepScore => "sleep-score",
            WellnessField::DeviceStress => "device-stress",
            WellnessField::DeviceReadiness => "device-readiness",
            WellnessField::Spo2 => "spo2",
            WellnessField::Respiration => "respiration",
            WellnessField::Steps => "steps",
            WellnessField::BodyFat => "body-fat",
            WellnessField::Injury => "injured",
            WellnessField::Fever => "fever",
        }
    }

    /// The consents its values need, all of them. Resting heart rate is both of the heart and of the morning.
    #[must_use]
    pub const fn categories(self) -> &'static [DataCategory] {
        use WellnessField as F;
        match self {
            F::RestingHr => &[DataCategory::Heart, DataCategory::Wellness],
            F::Rmssd | F::Sdnn | F::DeviceStress | F::DeviceReadiness => &[DataCategory::Hrv],
            F::Sleep | F::SleepQuality | F::SleepScore => &[DataCategory::Sleep],
            F::Illness | F::Pain | F::Injury | F::Fever => &[DataCategory::Injury],
            F::Fatigue
            | F::Soreness
            | F::Stress
            | F::Mood
            | F::BodyMass
            | F::Spo2
            | F::Respiration
            | F::Steps
            | F::BodyFat => &[DataCategory::Wellness],
        }
    }

    /// The field with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<WellnessField> {
        Self::ALL.into_iter().find(|field| field.code() == code)
    }

    /// The values a person can have: lowest and highest. Outside is refused with words.
    #[must_use]
    pub const fn range(self) -> (f64, f64) {
        match self {
            WellnessField::RestingHr => (25.0, 150.0),
            WellnessField::Rmssd => (2.0, 300.0),
            WellnessField::Sleep => (0.0, 24.0),
            WellnessField::SleepQuality
            | WellnessField::Fatigue
            | WellnessField::Soreness
            | WellnessField::Stress
            | WellnessField::Mood => (1.0, 5.0),
            WellnessField::BodyMass => (20.0, 300.0),
            WellnessField::Illness | WellnessField::Injury | WellnessField::Fever => (0.0, 1.0),
            WellnessField::Pain => (0.0, 10.0),
            WellnessField::Sdnn => (2.0, 500.0),
            WellnessField::SleepScore | WellnessField::DeviceStress | WellnessField::DeviceReadiness => (0.0, 100.0),
            WellnessField::Spo2 => (50.0, 100.0),
            WellnessField::Respiration => (4.0, 60.0),
            WellnessField::Steps => (0.0, 200_000.0),
            WellnessField::BodyFat => (2.0, 75.0),
        }
    }
}

/// One value of one field on one day, as read from a file or entered (not yet anybody's).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WellnessValue {
    /// The athlete's day.
    pub date: NaiveDate,
    /// What.
    pub field: WellnessField,
    /// Value in the field's unit or scale.
    pub value: f64,
    /// App or device that says so; baselines never mix sources.
    pub source: String,
}

/// A wellness value as kept in the roster.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WellnessEntry {
    /// Identity.
    pub id: WellnessId,
    /// Whose.
    pub athlete: AthleteId,
    /// The import that brought it; `None` when entered by hand.
    pub batch: Option<BatchId>,
    /// The value.
    #[serde(flatten)]
    pub value: WellnessValue,
    /// When it was recorded here. The newest entry of a day and field counts; older ones stay.
    pub recorded_at: DateTime<Utc>,
}
