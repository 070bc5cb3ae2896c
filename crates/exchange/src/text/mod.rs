//! Text formats that are neither XML nor a table, and what they share with tables: encodings, numbers, clocks.

pub(crate) mod erg;
pub(crate) mod hrm;
pub(crate) mod workout;

use std::borrow::Cow;

use domain::recording::{Repair, RepairKind};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::ExchangeFault;

/// The largest text file read, bytes. A day of one-second rows with twenty columns is about 10 MB.
pub(crate) const MAX_TEXT: u64 = 64 * 1024 * 1024;

/// The text of a file and, if it was not what its first bytes claim, the repair. Text that is not UTF-8 is taken as
/// Windows-1252, in which every byte is a character.
///
/// # Errors
/// [`ExchangeFault::TooLarge`] above [`MAX_TEXT`].
pub(crate) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Option<Repair>), ExchangeFault> {
    let size = bytes.len() as u64;
    if size > MAX_TEXT {
        return Err(ExchangeFault::TooLarge { bytes: size, limit: MAX_TEXT });
    }
    let (claimed, body) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (UTF_8, bytes),
    };
    let (text, broken) = claimed.decode_without_bom_handling(body);
    if !broken {
        return Ok((text, None));
    }
    let odd = body.iter().filter(|byte| **byte >= 0x80).count();
    let repair = repair(RepairKind::TextEncoding, odd);
    let text = if claimed == UTF_8 { WINDOWS_1252.decode_without_bom_handling(body).0 } else { text };
    Ok((text, Some(repair)))
}

/// A repair of the whole file.
pub(crate) fn repair(kind: RepairKind, samples: usize) -> Repair {
    Repair { kind, channel: None, at_s: None, samples: u32::try_from(samples).unwrap_or(u32::MAX) }
}

/// A number as people and programs write it: `61.5`, `61,5`, with spaces around. Never infinite.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let cell = cell.trim();
    // Words such as `inf` and `nan` are numbers to the standard library.
    if !cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | ',')) {
        return None;
    }
    let value: f64 = match cell.parse() {
        Ok(value) => value,
        Err(_) if cell.matches(',').count() == 1 && !cell.contains('.') => cell.replace(',', ".").parse().ok()?,
        Err(_) => return None,
    };
    value.is_finite().then_some(value)
}

/// A time such as `1:01:37.4` or `07:32`, seconds; hours may be left out only where `hours_first` is false, and minutes
/// then come first. `None` for anything else and beyond 100 hours.
pub(crate) fn clock(text: &str, hours_first: bool) -> Option<f64> {
    let parts: Vec<f64> = text.trim().split(':').map(number).collect::<Option<_>>()?;
    let (hours, minutes, seconds) = match *parts.as_slice() {
        [hours, minutes, seconds] => (hours, minutes, seconds),
        [hours, minutes] if hours_first => (hours, minutes, 0.0),
        [minutes, seconds] => (0.0, minutes, seconds),
        _ => return None,
    };
    let sound = (0.0..100.0).contains(&hours) && (0.0..6000.0).contains(&minutes) && (0.0..60.0).contains(&seconds);
    sound.then_some(hours * 3600.0 + minutes * 60.0 + seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_any_encoding_is_read_and_only_a_wrong_one_is_told() {
        let cases: [(&[u8], &str, bool); 5] = [
            (b"plain", "plain", false),
            ("\u{feff}größe".as_bytes(), "größe", false),
            (b"gr\xf6\xdfe", "größe", true),
            (b"\xff\xfeg\x00\xf6\x00", "gö", false),
            (b"\xef\xbb\xbfg\xf6", "gö", true),
        ];
        for (bytes, expected, told) in cases {
            let (text, repair) = decode(bytes).expect("text");
            assert_eq!(text, expected);
            assert_eq!(repair.is_some(), told, "{expected}");
        }
    }

    #[test]
    fn numbers_are_read_as_people_write_them() {
        let cases = [
            ("61.5", Some(61.5)),
            ("61,5", Some(61.5)),
            (" -3 ", Some(-3.0)),
            ("1e3", Some(1000.0)),
            (".5", Some(0.5)),
            ("1,234,567", None),
            ("inf", None),
            ("NaN", None),
            ("1e999", None),
            ("", None),
            ("7 h", None),
        ];
        for (cell, expected) in cases {
            assert_eq!(number(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn clocks_are_seconds() {
        assert_eq!(clock("01:01:37.4", true).map(|s| (s * 10.0).round()), Some(36_974.0));
        assert_eq!(clock("07:32", true), Some(27_120.0));
        assert_eq!(clock("07:32", false), Some(452.0));
        for wrong in ["7", "1:2:3:4", "-1:00", "1:60:61", "a:b", "100:00:00"] {
            assert_eq!(clock(wrong, true), None, "{wrong}");
        }
    }
}
