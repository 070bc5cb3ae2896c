//! Bytes to messages. `fitparser` reads through its raw-message interface; where it stops early or cannot read a segment
//! (developer fields whose sizes do not fit, fields never described, a missing end), `rustyfit` reads the same segment and
//! the longer result counts. Both crates index and subtract on bytes from the file, so each call is made behind
//! `catch_unwind`: a bug there becomes a fault here and not the end of the program.

use std::panic::{AssertUnwindSafe, catch_unwind};

use fitparser::de::{FitDataMessage, FitObject, FitStreamProcessor};
use fitparser::{ErrorKind, Value as Parsed};
use rustyfit::proto::Value as Raw;
use rustyfit::{DecoderEvent, StreamingIterator};

use super::message::{Cell, Message, TIMESTAMP, num};

/// How the decoding of a segment ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// At its checksum.
    Whole,
    /// The bytes stop before the segment's end.
    Short,
    /// Bytes that make no sense at this place of the segment.
    Broken {
        /// Bytes decoded before.
        at: usize,
    },
    /// The decoder panicked.
    Panicked,
}

/// What was read of one segment.
#[derive(Debug, Clone)]
pub(super) struct Decoded {
    /// Messages of the kinds used, in file order.
    pub(super) messages: Vec<Message>,
    /// All messages read.
    pub(super) count: u32,
    /// The checksum of header or data does not match.
    pub(super) checksum_wrong: bool,
    /// How it ended.
    pub(super) end: End,
}

impl Decoded {
    const fn nothing() -> Decoded {
        Decoded { messages: Vec::new(), count: 0, checksum_wrong: false, end: End::Whole }
    }
}

/// One part of a chained file, from its header to its checksum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Segment<'a> {
    /// Header, data and checksum, as far as present.
    pub(super) bytes: &'a [u8],
    /// Header length: 12 or 14.
    header: usize,
    /// Data length as the header says.
    data: usize,
}

impl Segment<'_> {
    /// Bytes the header promises and the file does not hold.
    pub(super) const fn missing(&self) -> usize {
        (self.header + self.data + 2).saturating_sub(self.bytes.len())
    }

    /// The header was never completed: it promises no data although more follows.
    const fn unfinished(&self) -> bool {
        self.data == 0 && self.bytes.len() > self.header + 2
    }
}

/// Cuts a file into its segments. Bytes after the last segment that start no other one are returned as a count.
pub(super) fn segments(mut bytes: &[u8]) -> (Vec<Segment<'_>>, usize) {
    let mut found = Vec::new();
    while let Some((header, data)) = header(bytes) {
        let wanted = header + data + 2;
        let unfinished = data == 0 && self::header(bytes.get(wanted..).unwrap_or_default()).is_none();
        let length = if unfinished { bytes.len() } else { wanted.min(bytes.len()) };
        let (segment, rest) = bytes.split_at(length);
        found.push(Segment { bytes: segment, header, data });
        bytes = rest;
    }
    let rest = if bytes.iter().all(|byte| *byte == 0) { 0 } else { bytes.len() };
    (found, rest)
}

/// Header and data length, if a header stands here.
fn header(bytes: &[u8]) -> Option<(usize, usize)> {
    let length = usize::from(*bytes.first()?);
    let is_one = (length == 12 || length == 14) && bytes.len() >= length && bytes.get(8..12)? == b".FIT";
    let data = u32::from_le_bytes(bytes.get(4..8)?.try_into().ok()?);
    is_one.then_some((length, data as usize))
}

/// Decodes one segment with the first decoder, and with the second where the first does not reach the end.
pub(super) fn segment(segment: &Segment<'_>) -> Decoded {
    let patched;
    let bytes = if segment.unfinished() {
        // Give the unfinished header the length that is really there, without a checksum of its own.
        let mut copy = segment.bytes.to_vec();
        let data = (copy.len() - segment.header) as u32;
        copy[4..8].copy_from_slice(&data.to_le_bytes());
        if segment.header == 14 {
            copy[12..14].fill(0);
        }
        patched = copy;
        patched.as_slice()
    } else {
        segment.bytes
    };
    let first = guarded(|| with_fitparser(bytes));
    if first.end == End::Whole {
        return first;
    }
    let second = guarded(|| with_rustyfit(bytes));
    let better = match (first.end, second.end) {
        (_, End::Whole) => true,
        (End::Panicked, _) => true,
        (_, End::Panicked) => false,
        _ => second.count > first.count,
    };
    match (better, first.end, second.end) {
        (false, ..) => first,
        // Only the first decoder says where it stopped.
        (true, End::Broken { at }, End::Broken { .. }) => Decoded { end: End::Broken { at }, ..second },
        (true, ..) => second,
    }
}

fn guarded(decode: impl FnOnce() -> Decoded) -> Decoded {
    // The closure owns all it changes; after a panic nothing of it is seen again.
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or(Decoded { end: End::Panicked, ..Decoded::nothing() })
}

fn with_fitparser(bytes: &[u8]) -> Decoded {
    let mut out = Decoded::nothing();
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
                        keep_parsed(message, &mut clock, &mut out.messages);
                    }
                    FitObject::Crc(_) => break End::Whole,
                    FitObject::Header(_) | FitObject::DefinitionMessage(_) => {}
                }
            }
            Err(error) => match *error {
                ErrorKind::InvalidCrc((after, object, _, _)) => {
                    out.checksum_wrong = true;
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

fn keep_parsed(message: FitDataMessage, clock: &mut i64, messages: &mut Vec<Message>) {
    let number = message.global_message_number();
    let mut fields: Vec<(u8, Cell)> = Vec::new();
    if let Some(Parsed::UInt32(seconds)) = message.fields.get(&TIMESTAMP) {
        *clock = i64::from(*seconds);
    } else if let Some(offset) = message.time_offset() {
        // Five low bits that count on from the last whole time.
        *clock += (i64::from(offset) - (*clock & 31)).rem_euclid(32);
        fields.push((TIMESTAMP, Cell::Number(*clock as f64)));
    }
    if !num::is_used(number) {
        return;
    }
    let developer =
        message.developer_fields.iter().filter_map(|(key, value)| parsed_number(value).map(|v| (*key, v))).collect();
    fields.extend(message.fields.into_iter().filter_map(|(field, value)| parsed_cell(value).map(|cell| (field, cell))));
    messages.push(Message { num: number, fields, developer });
}

fn parsed_cell(value: Parsed) -> Option<Cell> {
    match value {
        Parsed::String(text) => Some(Cell::Text(text)),
        Parsed::Array(values) => Some(Cell::List(values.iter().map(parsed_number).collect())),
        other => parsed_number(&other).map(Cell::Number),
    }
}

fn parsed_number(value: &Parsed) -> Option<f64> {
    match value {
        Parsed::Byte(v) | Parsed::Enum(v) | Parsed::UInt8(v) | Parsed::UInt8z(v) => Some(f64::from(*v)),
        Parsed::SInt8(v) => Some(f64::from(*v)),
        Parsed::SInt16(v) => Some(f64::from(*v)),
        Parsed::UInt16(v) | Parsed::UInt16z(v) => Some(f64::from(*v)),
        Parsed::SInt32(v) => Some(f64::from(*v)),
        Parsed::UInt32(v) | Parsed::UInt32z(v) => Some(f64::from(*v)),
        Parsed::Float32(v) => Some(f64::from(*v)),
        Parsed::Float64(v) => Some(*v),
        Parsed::SInt64(v) => Some(*v as f64),
        Parsed::UInt64(v) | Parsed::UInt64z(v) => Some(*v as f64),
        Parsed::Timestamp(at) => Some(at.timestamp() as f64),
        Parsed::String(_) | Parsed::Array(_) | Parsed::Invalid => None,
    }
}

fn with_rustyfit(bytes: &[u8]) -> Decoded {
    let mut out = Decoded::nothing();
    let mut decoder = rustyfit::Decoder::builder().expand_components(false).build();
    let mut stream = decoder.stream(bytes);
    out.end = loop {
        match stream.next() {
            None => break End::Short,
            Some(Ok(DecoderEvent::Message(message))) => {
                out.count += 1;
                if num::is_used(message.num.0) {
                    out.messages.push(raw_message(message));
                }
            }
            Some(Ok(DecoderEvent::Crc(_))) => break End::Whole,
            Some(Ok(DecoderEvent::FileHeader(_) | DecoderEvent::MessageDefinition(_))) => {}
            Some(Err(rustyfit::DecoderError::ChecksumMismatch { .. })) if out.count > 0 => {
                out.checksum_wrong = true;
                break End::Whole;
            }
            Some(Err(rustyfit::DecoderError::UnexpectedEof)) => break End::Short,
            Some(Err(_)) => break End::Broken { at: 0 },
        }
    };
    out
}

fn raw_message(message: &rustyfit::proto::Message) -> Message {
    let fields =
        message.fields.iter().filter_map(|f| raw_cell(&f.value, f.base_type.0).map(|cell| (f.num, cell))).collect();
    let developer = message
        .developer_fields
        .iter()
        .filter_map(|f| match raw_cell(&f.value, 0)? {
            Cell::Number(value) => Some(((f.developer_data_index, f.num), value)),
            _ => None,
        })
        .collect();
    Message { num: message.num.0, fields, developer }
}

/// A value of the second decoder; the base type says which value stands for "none" (zero for the `z` types).
fn raw_cell(value: &Raw, base_type: u8) -> Option<Cell> {
    const ZERO_IS_NONE: [u8; 4] = [10, 139, 140, 144];
    const BYTE: u8 = 13;
    let zero = ZERO_IS_NONE.contains(&base_type);
    let uint = |v: u64, max: u64| (base_type == BYTE || v != if zero { 0 } else { max }).then_some(v as f64);
    let int = |v: i64, max: i64| (v != max).then_some(v as f64);
    let float = |v: f64| v.is_finite().then_some(v);
    let number = |v: Option<f64>| v.map(Cell::Number);
    match value {
        Raw::Invalid => None,
        Raw::Uint8(v) => number(uint(u64::from(*v), u64::from(u8::MAX))),
        Raw::Uint16(v) => number(uint(u64::from(*v), u64::from(u16::MAX))),
        Raw::Uint32(v) => number(uint(u64::from(*v), u64::from(u32::MAX))),
        Raw::Uint64(v) => number(uint(*v, u64::MAX)),
        Raw::Int8(v) => number(int(i64::from(*v), i64::from(i8::MAX))),
        Raw::Int16(v) => number(int(i64::from(*v), i64::from(i16::MAX))),
        Raw::Int32(v) => number(int(i64::from(*v), i64::from(i32::MAX))),
        Raw::Int64(v) => number(int(*v, i64::MAX)),
        Raw::Float32(v) => number(float(f64::from(*v))),
        Raw::Float64(v) => number(float(*v)),
        Raw::String(text) => Some(Cell::Text(text.to_string())),
        Raw::ArrayString(texts) => texts.first().map(|text| Cell::Text(text.to_string())),
        Raw::ArrayUint8(vs) => Some(Cell::List(vs.iter().map(|v| uint(u64::from(*v), u64::from(u8::MAX))).collect())),
        Raw::ArrayUint16(vs) => Some(Cell::List(vs.iter().map(|v| uint(u64::from(*v), u64::from(u16::MAX))).collect())),
        Raw::ArrayUint32(vs) => Some(Cell::List(vs.iter().map(|v| uint(u64::from(*v), u64::from(u32::MAX))).collect())),
        Raw::ArrayUint64(vs) => Some(Cell::List(vs.iter().map(|v| uint(*v, u64::MAX)).collect())),
        Raw::ArrayInt8(vs) => Some(Cell::List(vs.iter().map(|v| int(i64::from(*v), i64::from(i8::MAX))).collect())),
        Raw::ArrayInt16(vs) => Some(Cell::List(vs.iter().map(|v| int(i64::from(*v), i64::from(i16::MAX))).collect())),
        Raw::ArrayInt32(vs) => Some(Cell::List(vs.iter().map(|v| int(i64::from(*v), i64::from(i32::MAX))).collect())),
        Raw::ArrayInt64(vs) => Some(Cell::List(vs.iter().map(|v| int(*v, i64::MAX)).collect())),
        Raw::ArrayFloat32(vs) => Some(Cell::List(vs.iter().map(|v| float(f64::from(*v))).collect())),
        Raw::ArrayFloat64(vs) => Some(Cell::List(vs.iter().map(|v| float(*v)).collect())),
    }
}
