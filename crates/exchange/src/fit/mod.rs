//! Device files (FIT). Decoding by `fitparser`, see [`decode`]; what the values mean is decided here.

mod channels;
mod clock;
mod decode;
mod heart;
mod message;
mod names;
mod recording;
mod timer;

use std::collections::BTreeSet;

use domain::recording::{Repair, RepairKind};

use crate::{Content, ExchangeFault, Parsed, RoutedKind};
use decode::End;
use message::{Cell, Message, field_description, file_id, num, record};
use recording::whole_file;

/// Reads every part of a device file. Parts that are activities give recordings, others are routed.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let (segments, rest) = decode::segments(bytes);
    let mut parsed = Parsed { contents: Vec::new(), repairs: Vec::new(), notes: Vec::new() };
    let mut activity: Vec<Message> = Vec::new();
    let mut count = 0_u32;
    let (mut stopped_at, mut panicked, mut is_activity) = (None, false, false);
    let mut at_byte = 0_u64;
    for segment in &segments {
        let decoded = decode::segment(segment);
        count += decoded.count;
        if decoded.checksum_wrong {
            parsed.repairs.push(whole_file(RepairKind::ChecksumMismatch, 1));
        }
        match decoded.end {
            End::Whole => {}
            End::Short => parsed.repairs.push(truncated(segment.missing().max(1))),
            End::Broken { at } => {
                stopped_at.get_or_insert(at_byte + at as u64);
                parsed.repairs.push(truncated(segment.bytes.len() - at));
            }
            End::Panicked => panicked = true,
        }
        at_byte += segment.bytes.len() as u64;
        match kind(&decoded.messages) {
            Some(FileKind::Activity) => {
                is_activity = true;
                activity.extend(decoded.messages);
            }
            Some(FileKind::Routed(kind)) => parsed.contents.push(Content::Routed { kind }),
            // A part that does not name itself goes on with the one before.
            None => activity.extend(decoded.messages),
        }
    }
    if rest > 0 && !segments.is_empty() {
        parsed.repairs.push(truncated(rest));
    }
    adopt_developer_power(&mut activity);
    let recordings = recording::all(&activity);
    let found = !recordings.is_empty();
    let contents = recordings.into_iter().map(|(recording, repairs)| Content::Activity { recording, repairs });
    parsed.contents.splice(0..0, contents);
    if !found && (is_activity || parsed.contents.is_empty()) {
        return Err(match (panicked, stopped_at) {
            (true, _) => ExchangeFault::DecoderPanicked { messages: count },
            (false, None) if is_activity => ExchangeFault::NoActivity { messages: count },
            (false, at) => {
                ExchangeFault::Unreadable { at_byte: at.unwrap_or(bytes.len() as u64 - rest as u64), messages: count }
            }
        });
    }
    if panicked {
        parsed.repairs.push(truncated(1));
    }
    Ok(parsed)
}

fn truncated(bytes: usize) -> Repair {
    whole_file(RepairKind::TruncatedTail, u32::try_from(bytes).unwrap_or(u32::MAX))
}

enum FileKind {
    Activity,
    Routed(RoutedKind),
}

/// What a part says it is; a part that says nothing but holds records is an activity.
fn kind(messages: &[Message]) -> Option<FileKind> {
    let told = messages.iter().find(|m| m.num == num::FILE_ID).and_then(|m| m.number(file_id::TYPE));
    let Some(told) = told else {
        let measured = messages.iter().any(|m| m.num == num::RECORD || m.num == num::SESSION);
        return measured.then_some(FileKind::Activity);
    };
    Some(match told as u8 {
        4 => FileKind::Activity,
        5 | 7 => FileKind::Routed(RoutedKind::Workout),
        6 | 34 | 35 => FileKind::Routed(RoutedKind::Course),
        9 | 14 | 15 | 28 | 32 | 49 => FileKind::Routed(RoutedKind::Monitoring),
        1 | 2 | 3 | 11 | 40 => FileKind::Routed(RoutedKind::Settings),
        10 | 20 => FileKind::Routed(RoutedKind::Totals),
        _ => FileKind::Routed(RoutedKind::Other),
    })
}

/// Running power may exist only as a developer field: it becomes the record's power where the record has none.
fn adopt_developer_power(messages: &mut [Message]) {
    let mut power: BTreeSet<(u8, u8)> = BTreeSet::new();
    for message in messages {
        if message.num == num::FIELD_DESCRIPTION {
            let key = (message.number(field_description::DEVELOPER), message.number(field_description::NUMBER));
            let (Some(developer), Some(number)) = key else { continue };
            let key = (developer as u8, number as u8);
            if describes_power(message) {
                power.insert(key);
            } else {
                power.remove(&key);
            }
        } else if message.num == num::RECORD && message.number(record::POWER).is_none() {
            let found = message.developer.iter().find(|(key, _)| power.contains(key)).map(|(_, watts)| *watts);
            if let Some(watts) = found {
                message.fields.push((record::POWER, Cell::Number(watts)));
            }
        }
    }
}

fn describes_power(description: &Message) -> bool {
    let native = description.number(field_description::NATIVE_FIELD) == Some(f64::from(record::POWER));
    let is = |field: u8, names: &[&str]| {
        description.text(field).is_some_and(|text| names.iter().any(|name| text.eq_ignore_ascii_case(name)))
    };
    let watts = is(field_description::UNITS, &["w", "watt", "watts"]);
    watts && (native || is(field_description::NAME, &["power", "rp_power", "running power"]))
}
