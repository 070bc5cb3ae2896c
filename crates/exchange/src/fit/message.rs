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

/// One message.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Message {
    /// Global message number.
    pub(super) num: u16,
    /// Fields by number.
    pub(super) fields: Vec<(u8, Cell)>,
    /// Developer fields by (developer index, field number); numbers only.
    pub(super) developer: Vec<((u8, u8), f64)>,
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

    /// The message's time, seconds since the format's epoch (or since power-on, see [`super::clock`]).
    pub(super) fn time(&self) -> Option<i64> {
        self.number(TIMESTAMP).map(|seconds| seconds as i64)
    }
}

/// Field 253 of every message.
pub(super) const TIMESTAMP: u8 = 253;

/// Global message numbers read here. Everything else is counted and left.
pub(super) mod num {
    pub(crate) const FILE_ID: u16 = 0;
    pub(crate) const SESSION: u16 = 18;
    pub(crate) const LAP: u16 = 19;
    pub(crate) const RECORD: u16 = 20;
    pub(crate) const EVENT: u16 = 21;
    pub(crate) const DEVICE_INFO: u16 = 23;
    pub(crate) const ACTIVITY: u16 = 34;
    pub(crate) const HR: u16 = 132;
    pub(crate) const FIELD_DESCRIPTION: u16 = 206;

    /// Whether the importer looks at messages of this number.
    pub(crate) const fn is_used(number: u16) -> bool {
        matches!(number, FILE_ID | SESSION | LAP | RECORD | EVENT | DEVICE_INFO | ACTIVITY | HR | FIELD_DESCRIPTION)
    }
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
    pub(crate) const CADENCE_FRACTION: u8 = 53;
    pub(crate) const ENHANCED_SPEED: u8 = 73;
    pub(crate) const ENHANCED_ALTITUDE: u8 = 78;
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

/// Field numbers of `hr`.
pub(super) mod hr {
    pub(crate) const FRACTION: u8 = 0;
    pub(crate) const BPM: u8 = 6;
    pub(crate) const EVENT_TIME: u8 = 9;
    pub(crate) const EVENT_TIME_12: u8 = 10;
}

/// Field numbers of `field_description`.
pub(super) mod field_description {
    pub(crate) const DEVELOPER: u8 = 0;
    pub(crate) const NUMBER: u8 = 1;
    pub(crate) const NAME: u8 = 3;
    pub(crate) const UNITS: u8 = 8;
    pub(crate) const NATIVE_FIELD: u8 = 15;
}
