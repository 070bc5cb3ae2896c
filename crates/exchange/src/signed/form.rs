//! A look over the text before anything is built from it: depth, numbers and control characters. One pass, no memory.

use super::SignedFault;

/// The deepest level of lists and objects. A plan needs 9.
const DEPTH: u32 = 32;

/// The longest number written, characters: ECMAScript never needs more.
const DIGITS: usize = 32;

/// The largest size of a number. Beyond it a double no longer holds every whole number.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// Refuses nesting deeper than [`DEPTH`], numbers beyond [`LARGEST`] and control characters other than tab and line ends.
/// Says nothing about whether the text is JSON at all: the reader after it does.
pub(super) fn check(text: &str) -> Result<(), SignedFault> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_u32);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'"' => at = string(bytes, at)?,
            b'[' | b'{' => {
                depth += 1;
                if depth > DEPTH {
                    return Err(SignedFault::TooDeep { at_byte: at as u64, limit: DEPTH });
                }
                at += 1;
            }
            b']' | b'}' => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            b'-' | b'0'..=b'9' => at = number(text, at)?,
            _ => at += 1,
        }
    }
    Ok(())
}

/// The place after a string that begins here.
fn string(bytes: &[u8], begin: usize) -> Result<usize, SignedFault> {
    let mut at = begin + 1;
    while let Some(&byte) = bytes.get(at) {
        let refused = || Err(SignedFault::ControlCharacter { at_byte: at as u64 });
        match byte {
            b'"' => return Ok(at + 1),
            b'\\' => {
                match bytes.get(at + 1) {
                    Some(b'b' | b'f') => return refused(),
                    // All below 0x20 that has no short form, and what nobody needs to escape: 0x00.. and 0x7f..0x9f.
                    Some(b'u') if escaped_control(bytes.get(at + 2..at + 6)) => return refused(),
                    _ => {}
                }
                at += 2;
            }
            0x00..0x20 | 0x7f => return refused(),
            // C1 controls, as UTF-8 writes them: some terminals obey them.
            0xc2 if matches!(bytes.get(at + 1), Some(0x80..=0x9f)) => return refused(),
            _ => at += 1,
        }
    }
    Ok(at)
}

fn escaped_control(digits: Option<&[u8]>) -> bool {
    let code = digits.and_then(|digits| std::str::from_utf8(digits).ok()).and_then(|s| u32::from_str_radix(s, 16).ok());
    code.is_some_and(|code| code < 0x20 || (0x7f..0xa0).contains(&code))
}

/// The place after a number that begins here.
fn number(text: &str, begin: usize) -> Result<usize, SignedFault> {
    let rest = &text[begin..];
    let length = rest.bytes().take_while(|byte| matches!(byte, b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9')).count();
    let sound = length <= DIGITS && rest[..length].parse::<f64>().is_ok_and(|value| value.abs() <= LARGEST);
    // What is no number at all is left to the reader, which says so better.
    let plain = length > DIGITS || rest[..length].parse::<f64>().is_ok();
    if plain && !sound { Err(SignedFault::HugeNumber { at_byte: begin as u64 }) } else { Ok(begin + length) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_file_of_ours_holds_is_refused_where_it_stands() {
        let deep = "[".repeat(33);
        let cases: [(&str, SignedFault); 9] = [
            (&deep, SignedFault::TooDeep { at_byte: 32, limit: 32 }),
            ("[1e999]", SignedFault::HugeNumber { at_byte: 1 }),
            ("[-1e17]", SignedFault::HugeNumber { at_byte: 1 }),
            ("[9007199254740993000]", SignedFault::HugeNumber { at_byte: 1 }),
            ("[0.0000000000000000000000000000000001]", SignedFault::HugeNumber { at_byte: 1 }),
            ("[\"a\u{1}\"]", SignedFault::ControlCharacter { at_byte: 3 }),
            (r#"["\u001b[31m"]"#, SignedFault::ControlCharacter { at_byte: 2 }),
            (r#"["\b"]"#, SignedFault::ControlCharacter { at_byte: 2 }),
            ("[\"\u{9b}\"]", SignedFault::ControlCharacter { at_byte: 2 }),
        ];
        for (text, fault) in cases {
            assert_eq!(check(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn what_people_write_is_let_through_and_so_is_what_the_reader_refuses_better() {
        for text in [
            r#"{"a":"line one\nline two\tand a \"quote\" \\","b":[-1.5e-7,9007199254740992]}"#,
            "[\"\u{202f}3 × 10 min — schwül, Übelkeit 🏃\"]",
            "\"never closed",
            "\"\\",
            "[1-2]",
            "",
        ] {
            assert_eq!(check(text), Ok(()), "{text:?}");
        }
    }
}
