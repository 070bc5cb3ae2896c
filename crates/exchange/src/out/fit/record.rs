//! What was measured in one second, as a record of the device format.

use domain::recording::ChannelKind;
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::{DeveloperField, Field, Message, Value};

use crate::out::rows::Row;

/// Semicircles per degree.
const SEMICIRCLES: f64 = 2_147_483_648.0 / 180.0;

/// How a channel stands in a record of the profile: field, type, scale and offset.
const fn native(kind: ChannelKind) -> Option<(u8, Kind, f64, f64)> {
    use ChannelKind as K;
    use mesgdef::Record as R;
    Some(match kind {
        K::Latitude => (R::POSITION_LAT, Kind::Signed32, SEMICIRCLES, 0.0),
        K::Longitude => (R::POSITION_LONG, Kind::Signed32, SEMICIRCLES, 0.0),
        K::Altitude => (R::ALTITUDE, Kind::Two, 5.0, 500.0),
        K::HeartRate => (R::HEART_RATE, Kind::One, 1.0, 0.0),
        K::Cadence => (R::CADENCE, Kind::One, 1.0, 0.0),
        K::Distance => (R::DISTANCE, Kind::Four, 100.0, 0.0),
        K::Speed => (R::SPEED, Kind::Two, 1000.0, 0.0),
        K::Power => (R::POWER, Kind::Two, 1.0, 0.0),
        K::Temperature => (R::TEMPERATURE, Kind::Signed8, 1.0, 0.0),
        K::VerticalOscillation => (R::VERTICAL_OSCILLATION, Kind::Two, 10.0, 0.0),
        K::GroundContact => (R::STANCE_TIME, Kind::Two, 10.0, 0.0),
        K::GroundContactBalance => (R::STANCE_TIME_BALANCE, Kind::Two, 100.0, 0.0),
        K::VerticalRatio => (R::VERTICAL_RATIO, Kind::Two, 100.0, 0.0),
        K::StepLength => (R::STEP_LENGTH, Kind::Two, 10.0, 0.0),
        K::MuscleOxygen => (R::SATURATED_HEMOGLOBIN_PERCENT, Kind::Two, 10.0, 0.0),
        K::Respiration => (R::ENHANCED_RESPIRATION_RATE, Kind::Two, 100.0, 0.0),
        K::CoreTemperature => (R::CORE_TEMPERATURE, Kind::Two, 100.0, 0.0),
        K::LeftBalance
        | K::RrInterval
        | K::LegStiffness
        | K::FormPower
        | K::AirPower
        | K::SkinTemperature
        | K::Spo2 => return None,
    })
}

/// Types of the format.
#[derive(Clone, Copy)]
enum Kind {
    One,
    Two,
    Four,
    Signed8,
    Signed32,
}

impl Kind {
    /// A number as this type, if it has room for it; the highest number of each type means "nothing".
    fn value(self, raw: f64) -> Option<(typedef::FitBaseType, Value)> {
        use typedef::FitBaseType as B;
        let raw = raw.round();
        let (low, high) = match self {
            Kind::One => (0.0, f64::from(u8::MAX)),
            Kind::Two => (0.0, f64::from(u16::MAX)),
            Kind::Four => (0.0, f64::from(u32::MAX)),
            Kind::Signed8 => (f64::from(i8::MIN), f64::from(i8::MAX)),
            Kind::Signed32 => (f64::from(i32::MIN), f64::from(i32::MAX)),
        };
        (low <= raw && raw < high).then_some(match self {
            Kind::One => (B::UINT8, Value::Uint8(raw as u8)),
            Kind::Two => (B::UINT16, Value::Uint16(raw as u16)),
            Kind::Four => (B::UINT32, Value::Uint32(raw as u32)),
            Kind::Signed8 => (B::SINT8, Value::Int8(raw as i8)),
            Kind::Signed32 => (B::SINT32, Value::Int32(raw as i32)),
        })
    }
}

/// Fields the profile has no place for, as a foot pod and a temperature sensor describe their own: name and unit.
pub(super) const DESCRIBED: [(ChannelKind, &str, &str); 4] = [
    (ChannelKind::FormPower, "Form Power", "Watts"),
    (ChannelKind::AirPower, "Air Power", "Watts"),
    (ChannelKind::LegStiffness, "Leg Spring Stiffness", "kN/m"),
    (ChannelKind::SkinTemperature, "skin_temperature", "°C"),
];

/// Whether a channel is written into records.
pub(super) fn carried(kind: ChannelKind) -> bool {
    kind == ChannelKind::LeftBalance
        || native(kind).is_some()
        || DESCRIBED.iter().any(|(described, ..)| *described == kind)
}

/// The record of a row at a device time.
pub(super) fn of(at: u32, row: &Row) -> Message {
    use typedef::FitBaseType as B;
    let mut message = Message { num: typedef::MesgNum::RECORD, ..Message::default() };
    let mut put = |num: u8, (base_type, value): (B, Value)| {
        message.fields.push(Field { num, base_type, value, is_expanded: false });
    };
    put(mesgdef::Record::TIMESTAMP, (B::UINT32, Value::Uint32(at)));
    for (kind, value) in &row.values {
        if let Some((field, type_, scale, offset)) = native(*kind) {
            // Whole turns and a fraction of one in a field of its own.
            let whole = if *kind == ChannelKind::Cadence { value.floor() } else { *value };
            let Some(raw) = type_.value((whole + offset) * scale) else { continue };
            put(field, raw);
            let fraction = ((value - whole) * 128.0).round();
            if fraction > 0.0 {
                put(mesgdef::Record::FRACTIONAL_CADENCE, (B::UINT8, Value::Uint8(fraction as u8)));
            }
        } else if *kind == ChannelKind::LeftBalance && (0.0..=100.0).contains(value) {
            // The right leg's share, and the bit that says so.
            let right = (100.0 - value).round() as u8 | 0x80;
            put(mesgdef::Record::LEFT_RIGHT_BALANCE, (B::UINT8, Value::Uint8(right)));
        }
    }
    message.developer_fields = DESCRIBED
        .iter()
        .zip(0..)
        .filter_map(|((kind, ..), num)| {
            let value = Value::Float32(row.value(*kind)? as f32);
            Some(DeveloperField { num, developer_data_index: 0, value })
        })
        .collect();
    message
}
