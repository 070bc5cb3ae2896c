//! Records in columns, in the order of the file: one column for each quantity that occurs, one place for each record.

use domain::recording::ChannelKind;

use super::message::record;

/// How many quantities there are.
const KINDS: usize = ChannelKind::ALL.len();

/// Degrees per semicircle.
const DEGREES: f64 = 180.0 / 2_147_483_648.0;

/// One record while it is read.
#[derive(Debug, Clone)]
pub(super) struct Row {
    time: Option<i64>,
    /// By kind; NaN where nothing was measured.
    values: [f64; KINDS],
    cadence_fraction: f64,
    /// The packed speed and distance of old foot pods.
    packed: Option<[u8; 3]>,
    /// A balance that does not say whose side it is.
    no_side: bool,
}

impl Row {
    pub(super) const EMPTY: Row =
        Row { time: None, values: [f64::NAN; KINDS], cadence_fraction: 0.0, packed: None, no_side: false };

    fn set(&mut self, kind: ChannelKind, value: f64) {
        self.values[kind as usize] = value;
    }

    /// Sets what no better source has set.
    pub(super) fn fill(&mut self, kind: ChannelKind, value: f64) {
        if self.values[kind as usize].is_nan() {
            self.set(kind, value);
        }
    }

    /// The record's own time, seconds of the device's clock.
    pub(super) const fn at(&mut self, time: i64) {
        self.time = Some(time);
    }

    /// Three bytes of packed speed and distance.
    pub(super) const fn packed(&mut self, bytes: [u8; 3]) {
        self.packed = Some(bytes);
    }

    /// A field of the format's own profile, unscaled. Zeros of what cannot be zero are how devices write "nothing".
    pub(super) fn field(&mut self, field: u8, raw: f64) {
        use ChannelKind as K;
        match field {
            record::LATITUDE => self.set(K::Latitude, raw * DEGREES),
            record::LONGITUDE => self.set(K::Longitude, raw * DEGREES),
            record::ALTITUDE => self.fill(K::Altitude, raw / 5.0 - 500.0),
            record::ENHANCED_ALTITUDE => self.set(K::Altitude, raw / 5.0 - 500.0),
            record::HEART_RATE if raw > 0.0 => self.set(K::HeartRate, raw),
            record::CADENCE => self.set(K::Cadence, raw),
            record::CADENCE_256 => self.fill(K::Cadence, raw / 256.0),
            record::CADENCE_FRACTION => self.cadence_fraction = raw / 128.0,
            record::DISTANCE => self.set(K::Distance, raw / 100.0),
            record::SPEED => self.fill(K::Speed, raw / 1000.0),
            record::ENHANCED_SPEED => self.set(K::Speed, raw / 1000.0),
            record::POWER => self.set(K::Power, raw),
            record::TEMPERATURE => self.set(K::Temperature, raw),
            record::BALANCE => self.balance(raw as u8),
            record::VERTICAL_OSCILLATION => self.set(K::VerticalOscillation, raw / 10.0),
            record::STANCE_TIME if raw > 0.0 => self.set(K::GroundContact, raw / 10.0),
            record::STANCE_BALANCE if raw > 0.0 => self.set(K::GroundContactBalance, raw / 100.0),
            record::VERTICAL_RATIO => self.set(K::VerticalRatio, raw / 100.0),
            record::STEP_LENGTH => self.set(K::StepLength, raw / 10.0),
            record::MUSCLE_OXYGEN if raw > 0.0 => self.set(K::MuscleOxygen, raw / 10.0),
            record::RESPIRATION if raw > 0.0 => self.fill(K::Respiration, raw),
            record::ENHANCED_RESPIRATION if raw > 0.0 => self.set(K::Respiration, raw / 100.0),
            record::CORE_TEMPERATURE if raw > 0.0 => self.set(K::CoreTemperature, raw / 100.0),
            _ => {}
        }
    }

    /// Seven bits of percent, and a bit that says they are the right leg's. Without that bit nobody knows whose they are.
    fn balance(&mut self, raw: u8) {
        let share = raw & 0x7f;
        if raw & 0x80 == 0 {
            self.no_side = true;
        } else if share <= 100 {
            self.set(ChannelKind::LeftBalance, f64::from(100 - share));
        }
    }
}

/// Records in columns.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Records {
    /// Seconds of the device's clock.
    times: Vec<i64>,
    /// Whether a record holds any value.
    measured: Vec<bool>,
    /// By kind: empty where nothing was ever measured, else one value for each record; NaN where it has none.
    columns: [Vec<f64>; KINDS],
    packed: PackedDistance,
    /// Records without a time: they cannot be placed.
    pub(super) timeless: u32,
    /// Balances that do not say whose side they are: left out.
    pub(super) no_side: u32,
}

impl Records {
    /// How many records have a time.
    pub(super) const fn len(&self) -> usize {
        self.times.len()
    }

    /// Their times.
    pub(super) fn times(&self) -> &[i64] {
        &self.times
    }

    /// Whether a record holds any value.
    pub(super) fn measured(&self, row: usize) -> bool {
        self.measured[row]
    }

    /// A quantity's values, one for each record and NaN where there is none; `None` if it never occurs.
    pub(super) fn column(&self, kind: ChannelKind) -> Option<&[f64]> {
        Some(self.columns[kind as usize].as_slice()).filter(|column| !column.is_empty())
    }

    /// Adds a record.
    pub(super) fn push(&mut self, mut row: Row) {
        let Some(time) = row.time else {
            self.timeless += 1;
            return;
        };
        if let Some((speed, distance)) = row.packed.and_then(|bytes| self.packed.next(bytes)) {
            row.fill(ChannelKind::Speed, speed);
            row.fill(ChannelKind::Distance, distance);
        }
        // A sum with NaN stays NaN.
        row.values[ChannelKind::Cadence as usize] += row.cadence_fraction;
        self.no_side += u32::from(row.no_side);
        let before = self.times.len();
        let mut measured = row.no_side;
        for (column, value) in self.columns.iter_mut().zip(row.values) {
            if !value.is_nan() {
                measured = true;
                if column.is_empty() {
                    column.resize(before, f64::NAN);
                }
                column.push(value);
            } else if !column.is_empty() {
                column.push(value);
            }
        }
        self.times.push(time);
        self.measured.push(measured);
    }

    /// Adds the records of a later part of the file.
    pub(super) fn append(&mut self, other: Records) {
        if self.times.is_empty() {
            let (timeless, no_side) = (self.timeless, self.no_side);
            *self = other;
            self.timeless += timeless;
            self.no_side += no_side;
            return;
        }
        let (mine, theirs) = (self.times.len(), other.times.len());
        for (column, more) in self.columns.iter_mut().zip(other.columns) {
            if column.is_empty() && more.is_empty() {
                continue;
            }
            column.resize(mine, f64::NAN);
            column.extend(more);
            column.resize(mine + theirs, f64::NAN);
        }
        self.times.extend(other.times);
        self.measured.extend(other.measured);
        self.timeless += other.timeless;
        self.no_side += other.no_side;
    }
}

/// Speed (1/100 m/s) and distance (1/16 m, counting round every 256 m) packed into three bytes by old foot pods.
#[derive(Debug, Clone, Default, PartialEq)]
struct PackedDistance {
    last: Option<i64>,
    total: i64,
}

impl PackedDistance {
    /// Speed in m/s and distance so far in metres.
    fn next(&mut self, bytes: [u8; 3]) -> Option<(f64, f64)> {
        if bytes == [255; 3] {
            return None;
        }
        let [a, b, c] = bytes.map(i64::from);
        let sixteenths = b >> 4 | c << 4;
        self.total += self.last.map_or(sixteenths, |last| (sixteenths - last).rem_euclid(0x1000));
        self.last = Some(sixteenths);
        Some(((a | (b & 0x0f) << 8) as f64 / 100.0, self.total as f64 / 16.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(time: i64, fields: &[(u8, f64)]) -> Row {
        let mut row = Row::EMPTY;
        row.at(time);
        for (field, raw) in fields {
            row.field(*field, *raw);
        }
        row
    }

    fn column(records: &Records, kind: ChannelKind) -> Vec<Option<f64>> {
        let column = records.column(kind).unwrap_or_default();
        column.iter().map(|value| Some(*value).filter(|value| !value.is_nan())).collect()
    }

    #[test]
    fn a_quantity_that_begins_late_has_a_place_for_every_record() {
        let mut records = Records::default();
        records.push(row(1, &[(record::HEART_RATE, 120.0)]));
        records.push(row(2, &[(record::POWER, 0.0), (record::HEART_RATE, 0.0)]));
        let mut more = Records::default();
        more.push(row(3, &[(record::CADENCE, 80.0), (record::CADENCE_FRACTION, 64.0)]));
        more.push(Row::EMPTY);
        records.append(more);
        assert_eq!(column(&records, ChannelKind::HeartRate), vec![Some(120.0), None, None], "0 bpm is nothing");
        assert_eq!(column(&records, ChannelKind::Power), vec![None, Some(0.0), None], "0 W is a value");
        assert_eq!(column(&records, ChannelKind::Cadence), vec![None, None, Some(80.5)]);
        assert_eq!((records.times(), records.timeless), ([1, 2, 3].as_slice(), 1));
    }

    #[test]
    fn the_better_field_counts_in_either_order() {
        let mut records = Records::default();
        records.push(row(1, &[(record::ENHANCED_SPEED, 3000.0), (record::SPEED, 2900.0)]));
        records.push(row(2, &[(record::SPEED, 2900.0), (record::ENHANCED_SPEED, 3000.0)]));
        assert_eq!(column(&records, ChannelKind::Speed), vec![Some(3.0), Some(3.0)]);
    }

    #[test]
    fn a_balance_counts_only_where_it_says_whose_it_is() {
        let mut records = Records::default();
        records.push(row(1, &[(record::BALANCE, f64::from(0x80_u8 | 48))]));
        records.push(row(2, &[(record::BALANCE, 48.0)]));
        assert_eq!(column(&records, ChannelKind::LeftBalance), vec![Some(52.0), None]);
        assert_eq!(records.no_side, 1);
    }

    #[test]
    fn packed_distance_counts_on_after_256_metres() {
        let packed = |time: i64, speed: i64, sixteenths: i64| {
            let mut row = Row::EMPTY;
            row.at(time);
            row.packed([speed & 0xff, speed >> 8 | (sixteenths & 0x0f) << 4, sixteenths >> 4].map(|byte| byte as u8));
            row
        };
        let mut records = Records::default();
        records.push(packed(0, 312, 4000));
        records.push(packed(5, 300, 4000 + 160 - 4096));
        assert_eq!(column(&records, ChannelKind::Speed), vec![Some(3.12), Some(3.0)]);
        assert_eq!(column(&records, ChannelKind::Distance), vec![Some(250.0), Some(260.0)]);
    }
}
