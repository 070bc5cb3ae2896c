//! The careful way in: `fitparser`, which reads every field in the type it was written in. It is the reference the fast way
//! is checked against, and reads what that cannot.

use fitparser::de::{FitDataMessage, FitObject, FitStreamProcessor};
use fitparser::{ErrorKind, Value};

use super::decode::{Decoded, End};
use super::message::{Cell, TIMESTAMP, kept, num, record};
use super::records::Row;

/// Decodes one segment: header, data, checksum. The checksum itself is not looked at here.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let mut out = Decoded::nothing(End::Whole);
    let mut processor = FitStreamProcessor::new();
    let mut rest = bytes;
    let mut clock: i64 = 0;
    out.end = loop {
        if rest.is_empty() {
            break End::Short;
        }
        match processor.deserialize_next(rest) {
            Ok((after, object)) => {
                rest = after;
                match object {
                    FitObject::DataMessage(message) => {
                        out.count += 1;
                        if message.global_message_number() == num::FIELD_DESCRIPTION {
                            // The processor learns developer fields only from messages it decodes itself. A description
                            // that it cannot use shows later, as fields it cannot read.
                            let _ = processor.decode_message(message.clone());
                        }
                        take(message, &mut clock, &mut out);
                    }
                    FitObject::Crc(_) => break End::Whole,
                    FitObject::Header(_) | FitObject::DefinitionMessage(_) => {}
                }
            }
            Err(error) => match *error {
                ErrorKind::InvalidCrc((after, object, _, _)) => {
                    if matches!(object, FitObject::Crc(_)) {
                        break End::Whole;
                    }
                    rest = &bytes[bytes.len() - after.len()..];
                }
                ErrorKind::UnexpectedEof(_) => break End::Short,
                _ => break End::Broken { at: bytes.len() - rest.len() },
            },
        }
    };
    out
}

fn take(message: FitDataMessage, clock: &mut i64, out: &mut Decoded) {
    let number = message.global_message_number();
    let mut in_header = None;
    if let Some(Value::UInt32(seconds)) = message.fields.get(&TIMESTAMP) {
        *clock = i64::from(*seconds);
    } else if let Some(offset) = message.time_offset() {
        // Five low bits that count on from the last whole time.
        *clock += (i64::from(offset) - (*clock & 31)).rem_euclid(32);
        in_header = Some(*clock);
    }
    let Some(kept) = kept(number) else { return };
    let fields = message.fields.into_iter().filter(|(field, _)| kept.binary_search(field).is_ok());
    if number == num::RECORD {
        let mut row = Row::EMPTY;
        let mut time = in_header;
        for (field, value) in fields {
            match (field, cell(value)) {
                (record::SPEED_AND_DISTANCE, Some(Cell::List(bytes))) => {
                    let bytes: Option<Vec<u8>> = bytes.into_iter().map(|byte| byte.map(|byte| byte as u8)).collect();
                    if let Some(bytes) = bytes.and_then(|bytes| <[u8; 3]>::try_from(bytes).ok()) {
                        row.packed(bytes);
                    }
                }
                (record::SPEED_AND_DISTANCE, _) => {}
                (TIMESTAMP, Some(Cell::Number(seconds))) => time = Some(seconds as i64),
                (_, Some(Cell::Number(raw))) => row.field(field, raw),
                (_, Some(Cell::List(values))) => {
                    if let Some(raw) = values.into_iter().flatten().next() {
                        row.field(field, raw);
                    }
                }
                _ => {}
            }
        }
        let mut developer: Vec<_> = message.developer_fields.into_iter().collect();
        developer.sort_by_key(|(key, _)| *key);
        for (key, value) in developer {
            if let Some((kind, value)) =
                self::number(&value).and_then(|raw| out.gathered.described.meaning(key)?.value(raw))
            {
                row.fill(kind, value);
            }
        }
        out.gathered.record(time, row);
        return;
    }
    let mut cells: Vec<(u8, Cell)> =
        in_header.map(|seconds| (TIMESTAMP, Cell::Number(seconds as f64))).into_iter().collect();
    cells.extend(fields.filter_map(|(field, value)| cell(value).map(|cell| (field, cell))));
    out.gathered.message(number, cells);
}

fn cell(value: Value) -> Option<Cell> {
    match value {
        Value::String(text) => Some(Cell::Text(text)),
        Value::Array(values) => Some(Cell::List(values.iter().map(number).collect())),
        other => number(&other).map(Cell::Number),
    }
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Byte(v) | Value::Enum(v) | Value::UInt8(v) | Value::UInt8z(v) => Some(f64::from(*v)),
        Value::SInt8(v) => Some(f64::from(*v)),
        Value::SInt16(v) => Some(f64::from(*v)),
        Value::UInt16(v) | Value::UInt16z(v) => Some(f64::from(*v)),
        Value::SInt32(v) => Some(f64::from(*v)),
        Value::UInt32(v) | Value::UInt32z(v) => Some(f64::from(*v)),
        Value::Float32(v) => Some(f64::from(*v)).filter(|v| v.is_finite()),
        Value::Float64(v) => Some(*v).filter(|v| v.is_finite()),
        Value::SInt64(v) => Some(*v as f64),
        Value::UInt64(v) | Value::UInt64z(v) => Some(*v as f64),
        Value::Timestamp(at) => Some(at.timestamp() as f64),
        Value::String(_) | Value::Array(_) | Value::Invalid => None,
    }
}
