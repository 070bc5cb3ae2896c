//! Device files (FIT). How they are decoded stands in [`decode`]; what the values mean is decided here.

mod beats;
mod channels;
mod clock;
mod decode;
mod developer;
mod gathered;
mod heart;
mod message;
mod names;
mod parts;
mod recording;
mod records;
mod reference;
mod segment;
mod stream;
#[cfg(test)]
mod tests;
mod timer;
mod wellness;

use domain::recording::{ChannelKind, Repair, RepairKind};

use crate::{Content, ExchangeFault, Format, Parsed, RoutedKind};
use decode::{Decoded, End};
use gathered::Gathered;
use message::{file_id, num};
use recording::whole_file;
use segment::Segment;

/// Reads every part of a device file: activities give recordings, days and nights give wellness, others are routed.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    read_by(decode::segment, bytes)
}

/// As [`read`], by this way of decoding.
fn read_by(decode: impl Fn(&Segment<'_>) -> Decoded, bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let (segments, rest) = segment::segments(bytes);
    let mut parsed = Parsed { format: Format::Fit, contents: Vec::new(), repairs: Vec::new(), notes: Vec::new() };
    let mut activity = Gathered::default();
    let mut count = 0_u32;
    let (mut stopped_at, mut panicked, mut is_activity) = (None, false, false);
    let mut at_byte = 0_u64;
    for segment in &segments {
        let decoded = decode(segment);
        count += decoded.count;
        if decoded.count > 0 && segment.checksum_wrong() {
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
        match kind(&decoded.gathered) {
            Some(FileKind::Activity) => {
                is_activity = true;
                activity.append(decoded.gathered);
            }
            Some(FileKind::Other(kind)) => other(&decoded.gathered, kind, &mut parsed)?,
            // A part that does not name itself goes on with the one before.
            None => activity.append(decoded.gathered),
        }
    }
    if rest > 0 && !segments.is_empty() {
        parsed.repairs.push(truncated(rest));
    }
    if activity.records.no_side > 0 {
        let told = whole_file(RepairKind::ValueLeftOut, activity.records.no_side);
        parsed.repairs.push(Repair { channel: Some(ChannelKind::LeftBalance), ..told });
    }
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

/// A part that is no activity: what it says of days and nights, or else what it is.
fn other(part: &Gathered, kind: RoutedKind, parsed: &mut Parsed) -> Result<(), ExchangeFault> {
    let found = wellness::of(&part.messages)?;
    if found.left_out > 0 {
        parsed.repairs.push(whole_file(RepairKind::ValueLeftOut, found.left_out));
    }
    if found.people.is_empty() {
        parsed.contents.push(Content::Routed { kind });
    }
    for (athlete, values) in found.people {
        parsed.contents.push(Content::Wellness { athlete, values });
    }
    Ok(())
}

fn truncated(bytes: usize) -> Repair {
    whole_file(RepairKind::TruncatedTail, u32::try_from(bytes).unwrap_or(u32::MAX))
}

enum FileKind {
    Activity,
    Other(RoutedKind),
}

/// What a part says it is; a part that says nothing but holds records is an activity.
fn kind(part: &Gathered) -> Option<FileKind> {
    let told = part.messages.iter().find(|m| m.num == num::FILE_ID).and_then(|m| m.number(file_id::TYPE));
    let Some(told) = told else {
        let measured =
            part.records.len() > 0 || part.records.timeless > 0 || part.messages.iter().any(|m| m.num == num::SESSION);
        return measured.then_some(FileKind::Activity);
    };
    Some(match told as u8 {
        4 => FileKind::Activity,
        5 | 7 => FileKind::Other(RoutedKind::Workout),
        6 | 34 | 35 => FileKind::Other(RoutedKind::Course),
        9 | 14 | 15 | 28 | 32 | 49 | 68 => FileKind::Other(RoutedKind::Monitoring),
        1 | 2 | 3 | 11 | 40 => FileKind::Other(RoutedKind::Settings),
        10 | 20 => FileKind::Other(RoutedKind::Totals),
        _ => FileKind::Other(RoutedKind::Other),
    })
}
