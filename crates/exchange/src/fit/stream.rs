//! The fast way in: `rustyfit`'s stream of borrowed messages, records straight into columns.

use rustyfit::proto::{Message, MessageDefinition, Value};
use rustyfit::{Decoder, DecoderError, DecoderEvent, StreamingIterator};

use super::decode::{Decoded, End};
use super::gathered::Gathered;
use super::message::{Cell, TIMESTAMP, kept, num, record};
use super::records::Row;

/// Decodes one segment: header, data, checksum. The checksum itself is not looked at here.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let mut rest = bytes;
    let mut decoder = Decoder::builder().checksum(false).expand_components(false).build();
    let mut out = Decoded::nothing(End::Whole);
    let mut layouts: [Layout; 16] = std::array::from_fn(|_| Layout::default());
    let mut stream = decoder.stream(&mut rest);
    let mut unread = None;
    out.end = loop {
        match stream.next() {
            None => break End::Short,
            Some(Ok(DecoderEvent::Message(message))) => {
                out.count += 1;
                let layout = &layouts[usize::from(local(message.header))];
                if layout.used {
                    out.mistyped |= take(message, layout, &mut out.gathered);
                }
            }
            Some(Ok(DecoderEvent::MessageDefinition(definition))) => {
                layouts[usize::from(local(definition.header))].set(definition);
            }
            Some(Ok(DecoderEvent::FileHeader(_))) => {}
            Some(Ok(DecoderEvent::Crc(_))) => break End::Whole,
            Some(Err(DecoderError::UnexpectedEof)) => break End::Short,
            Some(Err(error)) => {
                // The first byte of a message nobody defined was taken.
                unread = Some(usize::from(matches!(error, DecoderError::MissingMessageDefinition { .. })));
                break End::Short;
            }
        }
    };
    if let Some(unread) = unread {
        out.end = End::Broken { at: bytes.len() - rest.len() - unread };
    }
    out
}

/// The local number a header byte names.
const fn local(header: u8) -> u8 {
    if header & 0x80 != 0 { header >> 5 & 0x03 } else { header & 0x0f }
}

/// How a local message is laid out.
#[derive(Debug, Default)]
struct Layout {
    used: bool,
    fields: Vec<Slot>,
}

/// One field of a layout.
#[derive(Debug, Clone, Copy)]
struct Slot {
    used: bool,
    base: Base,
}

impl Layout {
    fn set(&mut self, definition: &MessageDefinition) {
        let kept = kept(definition.mesg_num.0);
        self.used = kept.is_some();
        self.fields.clear();
        let kept = kept.unwrap_or_default();
        self.fields.extend(
            definition
                .field_definitions
                .iter()
                .map(|field| Slot { used: kept.binary_search(&field.num).is_ok(), base: Base(field.base_type.0) }),
        );
    }
}

/// Takes over what is used of a message; `true` if something used could not be read.
fn take(message: &Message, layout: &Layout, out: &mut Gathered) -> bool {
    // A time in the message's header stands before the fields of the layout.
    let before = message.fields.len() - layout.fields.len().min(message.fields.len());
    let in_header = message.fields[..before].first().and_then(|field| match field.value {
        Value::Uint32(seconds) => Some(seconds),
        _ => None,
    });
    let fields = message.fields[before..].iter().zip(&layout.fields).filter(|(_, slot)| slot.used);
    let mut mistyped = false;
    if message.num.0 == num::RECORD {
        let mut row = Row::EMPTY;
        let mut time = in_header.map(i64::from);
        for (field, slot) in fields {
            if field.num == record::SPEED_AND_DISTANCE {
                if let Value::ArrayUint8(bytes) = &field.value
                    && let Ok(bytes) = <[u8; 3]>::try_from(&bytes[..])
                {
                    row.packed(bytes);
                }
                continue;
            }
            match slot.base.number(&field.value) {
                Ok(Some(seconds)) if field.num == TIMESTAMP => time = Some(seconds as i64),
                Ok(Some(raw)) => row.field(field.num, raw),
                Ok(None) => {}
                Err(Mistyped) => mistyped = true,
            }
        }
        if !out.described.is_empty() {
            for field in &message.developer_fields {
                let Some(meaning) = out.described.meaning((field.developer_data_index, field.num)) else { continue };
                if let Ok(Some(raw)) = Base(meaning.base_type).number(&field.value)
                    && let Some((kind, value)) = meaning.value(raw)
                {
                    row.fill(kind, value);
                }
            }
        }
        out.record(time, row);
        return mistyped;
    }
    let mut cells: Vec<(u8, Cell)> = Vec::new();
    cells.extend(in_header.map(|seconds| (TIMESTAMP, Cell::Number(f64::from(seconds)))));
    for (field, slot) in fields {
        match slot.base.cell(&field.value) {
            Ok(Some(cell)) => cells.push((field.num, cell)),
            Ok(None) => {}
            Err(Mistyped) => mistyped = true,
        }
    }
    out.message(message.num.0, cells);
    mistyped
}

/// The type a field was written in, by the format's number. The decoder reads by the profile's type instead: where the two
/// differ in width or sign, the value is brought back to what was written; where that cannot be done, it is [`Mistyped`].
#[derive(Debug, Clone, Copy)]
struct Base(u8);

/// The value was written in a type that cannot be brought back.
#[derive(Debug)]
struct Mistyped;

impl Base {
    /// The number as written; `None` where it is the type's mark for "none".
    fn number(self, value: &Value) -> Result<Option<f64>, Mistyped> {
        match value {
            Value::Uint8(v) => self.whole(u64::from(*v), 1),
            Value::Int8(v) => self.whole(u64::from(*v as u8), 1),
            Value::Uint16(v) => self.whole(u64::from(*v), 2),
            Value::Int16(v) => self.whole(u64::from(*v as u16), 2),
            Value::Uint32(v) => self.whole(u64::from(*v), 4),
            Value::Int32(v) => self.whole(u64::from(*v as u32), 4),
            Value::Uint64(v) => self.whole(*v, 8),
            Value::Int64(v) => self.whole(*v as u64, 8),
            Value::Float32(v) if self.is(8) => Ok(Some(f64::from(*v)).filter(|v| v.is_finite())),
            Value::Float64(v) if self.is(9) => Ok(Some(*v).filter(|v| v.is_finite())),
            Value::Float32(_) | Value::Float64(_) => Err(Mistyped),
            Value::Invalid => Ok(None),
            _ => match self.cell(value)? {
                Some(Cell::List(values)) => Ok(values.into_iter().flatten().next()),
                Some(Cell::Number(value)) => Ok(Some(value)),
                _ => Ok(None),
            },
        }
    }

    fn cell(self, value: &Value) -> Result<Option<Cell>, Mistyped> {
        let list = |bits: &mut dyn Iterator<Item = u64>, width: u8| {
            let values = bits.map(|bits| self.whole(bits, width)).collect::<Result<Vec<_>, _>>()?;
            Ok(Some(match values.as_slice() {
                [one] => return Ok(one.map(Cell::Number)),
                none if none.iter().all(Option::is_none) => return Ok(None),
                _ => Cell::List(values),
            }))
        };
        match value {
            Value::String(text) => Ok(Some(Cell::Text(text.to_string()))),
            Value::ArrayString(texts) => Ok(texts.first().map(|text| Cell::Text(text.to_string()))),
            Value::ArrayUint8(vs) => list(&mut vs.iter().map(|v| u64::from(*v)), 1),
            Value::ArrayInt8(vs) => list(&mut vs.iter().map(|v| u64::from(*v as u8)), 1),
            Value::ArrayUint16(vs) => list(&mut vs.iter().map(|v| u64::from(*v)), 2),
            Value::ArrayInt16(vs) => list(&mut vs.iter().map(|v| u64::from(*v as u16)), 2),
            Value::ArrayUint32(vs) => list(&mut vs.iter().map(|v| u64::from(*v)), 4),
            Value::ArrayInt32(vs) => list(&mut vs.iter().map(|v| u64::from(*v as u32)), 4),
            Value::ArrayUint64(vs) => list(&mut vs.iter().copied(), 8),
            Value::ArrayInt64(vs) => list(&mut vs.iter().map(|v| *v as u64), 8),
            Value::ArrayFloat32(vs) => Ok(Some(Cell::List(vs.iter().map(|v| finite(f64::from(*v))).collect()))),
            Value::ArrayFloat64(vs) => Ok(Some(Cell::List(vs.iter().map(|v| finite(*v)).collect()))),
            one => Ok(self.number(one)?.map(Cell::Number)),
        }
    }

    const fn is(self, number: u8) -> bool {
        self.0 & 0x1f == number
    }

    /// A whole number whose low bits were read into `width` bytes.
    fn whole(self, bits: u64, width: u8) -> Result<Option<f64>, Mistyped> {
        let (size, signed, none) = match self.0 & 0x1f {
            0 | 2 => (1, false, Some(u64::from(u8::MAX))),
            1 => (1, true, Some(i8::MAX as u64)),
            3 => (2, true, Some(i16::MAX as u64)),
            4 => (2, false, Some(u64::from(u16::MAX))),
            5 => (4, true, Some(i32::MAX as u64)),
            6 => (4, false, Some(u64::from(u32::MAX))),
            10 => (1, false, Some(0)),
            11 => (2, false, Some(0)),
            12 => (4, false, Some(0)),
            13 => (1, false, None),
            14 => (8, true, Some(i64::MAX as u64)),
            15 => (8, false, Some(u64::MAX)),
            16 => (8, false, Some(0)),
            _ => return Err(Mistyped),
        };
        if size > width {
            return Err(Mistyped);
        }
        let unused = 64 - 8 * u32::from(size);
        let bits = bits << unused >> unused;
        if Some(bits) == none {
            return Ok(None);
        }
        Ok(Some(if signed { ((bits << unused) as i64 >> unused) as f64 } else { bits as f64 }))
    }
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_was_written_and_not_what_the_profile_expects() {
        let cases = [
            (2, Value::Uint8(255), Ok(None)),
            (2, Value::Uint16(255), Ok(None)),
            (132, Value::Uint16(255), Ok(Some(255.0))),
            (1, Value::Int16(0x00f0), Ok(Some(-16.0))),
            (131, Value::Uint16(0xfff0), Ok(Some(-16.0))),
            (10, Value::Uint8(0), Ok(None)),
            (13, Value::Uint8(255), Ok(Some(255.0))),
            (134, Value::Uint16(7), Err(())),
            (136, Value::Uint32(7), Err(())),
            (136, Value::Float32(f32::NAN), Ok(None)),
            (132, Value::Float32(1.0), Err(())),
        ];
        for (base, value, expected) in cases {
            assert_eq!(Base(base).number(&value).map_err(|Mistyped| ()), expected, "{base} {value:?}");
        }
    }
}
