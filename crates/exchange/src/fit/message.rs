//! One decoded device message with raw (unscaled) values, whichever decoder read it, and the numbers of the fields used.

/// A raw value. Values the format calls invalid are absent.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    /// A number, unscaled.
    Number(f64),
    /// A text.
    Text(String),
    /// Several numbers; `None` where one is invalid.
    List(Vec<Option<f64>>),
}

/// One message other than a record, with the fields that are used, by number.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Message {
    /// Global message number.
    pub(super) num: u16,
    /// Fields by number.
    pub(super) fields: Vec<(u8, Cell)>,
}

impl Message {
    fn cell(&self, field: u8) -> Option<&Cell> {
        self.fields.iter().find(|(number, _)| *number == field).map(|(_, cell)| cell)
    }

    /// A field's number (the first of several), unscaled.
    pub(super) fn number(&self, field: u8) -> Option<f64> {
        match self.cell(field)? {
            Cell::Number(value) => Some(*value),
            Cell::List(values) => values.iter().flatten().next().copied(),
            Cell::Text(_) => None,
        }
    }

    /// A field's number divided by its scale.
    pub(super) fn scaled(&self, field: u8, scale: f64) -> Option<f64> {
        self.number(field).map(|value| value / scale)
    }

    /// A field's text, if it holds one that is not empty.
    pub(super) fn text(&self, field: u8) -> Option<&str> {
        match self.cell(field)? {
            Cell::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    /// A field's numbers.
    pub(super) fn list(&self, field: u8) -> Vec<Option<f64>> {
        match self.cell(field) {
            Some(Cell::List(values)) => values.clone(),
            Some(Cell::Number(value)) => vec![Some(*value)],
            _ => Vec::new(),
        }
    }

    /// A field that holds a time: seconds since the format's epoch (or since power-on, see [`super::clock`]).
    pub(super) fn seconds(&self, field: u8) -> Option<i64> {
        self.number(field).map(|seconds| seconds as i64)
    }

    /// The message's own time.
    pub(super) fn time(&self) -> Option<i64> {
        self.seconds(TIMESTAMP)
    }
}

/// Field 253 of nearly every message.
pub(super) const TIMESTAMP: u8 = 253;

/// Field 254 of messages that are counted.
pub(super) const INDEX: u8 = 254;

/// Global message numbers read here. Everything else is counted and left.
pub(super) mod num {
    pub(crate) const FILE_ID: u16 = 0;
    pub(crate) const USER_PROFILE: u16 = 3;
    pub(crate) const SESSION: u16 = 18;
    pub(crate) const LAP: u16 = 19;
    pub(crate) const RECORD: u16 = 20;
    pub(crate) const EVENT: u16 = 21;
    pub(crate) const DEVICE_INFO: u16 = 23;
    pub(crate) const WEIGHT_SCALE: u16 = 30;
    pub(crate) const ACTIVITY: u16 = 34;
    pub(crate) const MONITORING: u16 = 55;
    pub(crate) const HRV: u16 = 78;
    pub(crate) const LENGTH: u16 = 101;
    pub(crate) const MONITORING_INFO: u16 = 103;
    pub(crate) const HR: u16 = 132;
    pub(crate) const FIELD_DESCRIPTION: u16 = 206;
    pub(crate) const MONITORING_HR: u16 = 211;
    pub(crate) const SET: u16 = 225;
    pub(crate) const STRESS_LEVEL: u16 = 227;
    pub(crate) const SPO2: u16 = 269;
    pub(crate) const SLEEP_INFO: u16 = 273;
    pub(crate) const SLEEP_LEVEL: u16 = 275;
    pub(crate) const RESPIRATION: u16 = 297;
    pub(crate) const SLEEP_ASSESSMENT: u16 = 346;
    pub(crate) const HRV_STATUS: u16 = 370;
}

/// The fields that are kept of a message, ascending; `None` for messages the importer does not look at.
pub(super) const fn kept(number: u16) -> Option<&'static [u8]> {
    Some(match number {
        num::FILE_ID => &[0, 1, 2, 3, 4, 8],
        num::USER_PROFILE => &[0, INDEX],
        num::SESSION => &[2, 5, 6, 7, 8, 9, 11, 16, 17, 20, 22, 34, 35, 44, 193, TIMESTAMP],
        num::LAP => &[2, 7, 8, 9, TIMESTAMP],
        num::RECORD => {
            &[0, 1, 2, 3, 4, 5, 6, 7, 8, 13, 30, 39, 41, 52, 53, 57, 73, 78, 83, 84, 85, 99, 108, 139, TIMESTAMP]
        }
        num::EVENT => &[0, 1, TIMESTAMP],
        num::DEVICE_INFO => &[0, 2, 3, 4, 27],
        num::WEIGHT_SCALE => &[0, 1, 12, TIMESTAMP],
        num::ACTIVITY => &[5, TIMESTAMP],
        num::MONITORING => &[3, 5, 24, 26, TIMESTAMP],
        num::HRV => &[0],
        num::LENGTH => &[2, 3, 5, 7, 12, TIMESTAMP],
        num::MONITORING_INFO | num::SPO2 | num::SLEEP_LEVEL | num::RESPIRATION => &[0, TIMESTAMP],
        num::HR => &[0, 6, 9, 10, TIMESTAMP],
        num::FIELD_DESCRIPTION => &[0, 1, 2, 3, 6, 7, 8, 15],
        num::MONITORING_HR | num::HRV_STATUS => &[1, TIMESTAMP],
        num::SET => &[0, 3, 4, 5, 6, 7, INDEX],
        num::STRESS_LEVEL => &[0, 1],
        num::SLEEP_INFO => &[1, 2, TIMESTAMP],
        num::SLEEP_ASSESSMENT => &[6],
        _ => return None,
    })
}

/// Field numbers of `file_id`.
pub(super) mod file_id {
    pub(crate) const TYPE: u8 = 0;
    pub(crate) const MANUFACTURER: u8 = 1;
    pub(crate) const PRODUCT: u8 = 2;
    pub(crate) const SERIAL: u8 = 3;
    pub(crate) const TIME_CREATED: u8 = 4;
    pub(crate) const PRODUCT_NAME: u8 = 8;
}

/// Field numbers of `session`; those up to `TOTAL_DISTANCE` are the same in `lap`.
pub(super) mod session {
    pub(crate) const START_TIME: u8 = 2;
    pub(crate) const SPORT: u8 = 5;
    pub(crate) const SUB_SPORT: u8 = 6;
    pub(crate) const ELAPSED: u8 = 7;
    pub(crate) const TIMER: u8 = 8;
    pub(crate) const TOTAL_DISTANCE: u8 = 9;
    pub(crate) const CALORIES: u8 = 11;
    pub(crate) const AVG_HR: u8 = 16;
    pub(crate) const MAX_HR: u8 = 17;
    pub(crate) const AVG_POWER: u8 = 20;
    pub(crate) const ASCENT: u8 = 22;
    pub(crate) const NORMALIZED_POWER: u8 = 34;
    pub(crate) const TRAINING_STRESS: u8 = 35;
    pub(crate) const POOL_LENGTH: u8 = 44;
    pub(crate) const RPE: u8 = 193;
}

/// Field numbers of `record`.
pub(super) mod record {
    pub(crate) const LATITUDE: u8 = 0;
    pub(crate) const LONGITUDE: u8 = 1;
    pub(crate) const ALTITUDE: u8 = 2;
    pub(crate) const HEART_RATE: u8 = 3;
    pub(crate) const CADENCE: u8 = 4;
    pub(crate) const DISTANCE: u8 = 5;
    pub(crate) const SPEED: u8 = 6;
    pub(crate) const POWER: u8 = 7;
    pub(crate) const SPEED_AND_DISTANCE: u8 = 8;
    pub(crate) const TEMPERATURE: u8 = 13;
    pub(crate) const BALANCE: u8 = 30;
    pub(crate) const VERTICAL_OSCILLATION: u8 = 39;
    pub(crate) const STANCE_TIME: u8 = 41;
    pub(crate) const CADENCE_256: u8 = 52;
    pub(crate) const CADENCE_FRACTION: u8 = 53;
    pub(crate) const MUSCLE_OXYGEN: u8 = 57;
    pub(crate) const ENHANCED_SPEED: u8 = 73;
    pub(crate) const ENHANCED_ALTITUDE: u8 = 78;
    pub(crate) const VERTICAL_RATIO: u8 = 83;
    pub(crate) const STANCE_BALANCE: u8 = 84;
    pub(crate) const STEP_LENGTH: u8 = 85;
    pub(crate) const RESPIRATION: u8 = 99;
    pub(crate) const ENHANCED_RESPIRATION: u8 = 108;
    pub(crate) const CORE_TEMPERATURE: u8 = 139;
}

/// Field numbers of `event` and the values used.
pub(super) mod event {
    pub(crate) const EVENT: u8 = 0;
    pub(crate) const TYPE: u8 = 1;
    pub(crate) const TIMER: f64 = 0.0;
}

/// Field numbers of `device_info`.
pub(super) mod device_info {
    pub(crate) const INDEX: u8 = 0;
    pub(crate) const MANUFACTURER: u8 = 2;
    pub(crate) const SERIAL: u8 = 3;
    pub(crate) const PRODUCT: u8 = 4;
    pub(crate) const PRODUCT_NAME: u8 = 27;
}

/// Field numbers of `activity`.
pub(super) mod activity {
    pub(crate) const LOCAL_TIMESTAMP: u8 = 5;
}

/// Field number of `hrv`.
pub(super) mod hrv {
    pub(crate) const TIME: u8 = 0;
}

/// Field numbers of `length`.
pub(super) mod length {
    pub(crate) const START_TIME: u8 = 2;
    pub(crate) const ELAPSED: u8 = 3;
    pub(crate) const STROKES: u8 = 5;
    pub(crate) const STROKE: u8 = 7;
    pub(crate) const TYPE: u8 = 12;
}

/// Field numbers of `hr`.
pub(super) mod hr {
    pub(crate) const FRACTION: u8 = 0;
    pub(crate) const BPM: u8 = 6;
    pub(crate) const EVENT_TIME: u8 = 9;
    pub(crate) const EVENT_TIME_12: u8 = 10;
}

/// Field numbers of `set`.
pub(super) mod set {
    pub(crate) const DURATION: u8 = 0;
    pub(crate) const REPETITIONS: u8 = 3;
    pub(crate) const WEIGHT: u8 = 4;
    pub(crate) const TYPE: u8 = 5;
    pub(crate) const START_TIME: u8 = 6;
    pub(crate) const CATEGORY: u8 = 7;
    pub(crate) const TIMESTAMP: u8 = 254;
}

/// Field numbers of `field_description`.
pub(super) mod field_description {
    pub(crate) const DEVELOPER: u8 = 0;
    pub(crate) const NUMBER: u8 = 1;
    pub(crate) const BASE_TYPE: u8 = 2;
    pub(crate) const NAME: u8 = 3;
    pub(crate) const SCALE: u8 = 6;
    pub(crate) const OFFSET: u8 = 7;
    pub(crate) const UNITS: u8 = 8;
    pub(crate) const NATIVE_FIELD: u8 = 15;
}

/// Field numbers of the messages of scales, nights and days.
pub(super) mod health {
    pub(crate) const PROFILE_NAME: u8 = 0;
    pub(crate) const SCALE_WEIGHT: u8 = 0;
    pub(crate) const SCALE_FAT: u8 = 1;
    pub(crate) const SCALE_USER: u8 = 12;
    pub(crate) const MONITORING_CYCLES: u8 = 3;
    pub(crate) const MONITORING_TYPE: u8 = 5;
    pub(crate) const MONITORING_TYPE_INTENSITY: u8 = 24;
    pub(crate) const MONITORING_TIME_16: u8 = 26;
    pub(crate) const MONITORING_LOCAL_TIME: u8 = 0;
    pub(crate) const RESTING_HR_TODAY: u8 = 1;
    pub(crate) const STRESS: u8 = 0;
    pub(crate) const STRESS_TIME: u8 = 1;
    pub(crate) const SPO2: u8 = 0;
    pub(crate) const RESPIRATION: u8 = 0;
    pub(crate) const SLEEP_SAMPLE_LENGTH: u8 = 1;
    pub(crate) const SLEEP_LOCAL_TIME: u8 = 2;
    pub(crate) const SLEEP_LEVEL: u8 = 0;
    pub(crate) const SLEEP_SCORE: u8 = 6;
    pub(crate) const HRV_LAST_NIGHT: u8 = 1;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_fields_are_in_order_so_that_they_can_be_searched() {
        for fields in (0..u16::MAX).filter_map(kept) {
            assert!(fields.is_sorted(), "{fields:?}");
        }
    }
}
