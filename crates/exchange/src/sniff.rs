//! What a file is: by its content first, then by the end of its name.

use crate::{Format, entered, table};

/// Root elements of XML formats, as they follow `<`.
const ROOTS: [(&str, Format); 6] = [
    ("TrainingCenterDatabase", Format::Tcx),
    ("gpx", Format::Gpx),
    ("pwx", Format::Pwx),
    ("sml", Format::Sml),
    ("workout_file", Format::Zwo),
    ("HealthData", Format::AppleHealth),
];

/// Formats by the ending of a name, for content that does not say (damaged, or without a mark of its own).
const ENDINGS: [(&str, Format); 8] = [
    // A device file cut before its mark is still one; the decoder says how far it got.
    ("fit", Format::Fit),
    ("tcx", Format::Tcx),
    ("gpx", Format::Gpx),
    ("pwx", Format::Pwx),
    ("sml", Format::Sml),
    ("zwo", Format::Zwo),
    ("hrm", Format::Hrm),
    (entered::ENDING, Format::Entered),
];

/// How much of a file is looked at, bytes; an Apple Health export begins with a long document type.
const HEAD: usize = 64 * 1024;

/// The format of a file; `None` if neither content nor name say. A table is told as a wellness table here: only reading it
/// shows which table it is.
pub(crate) fn format(name: &str, bytes: &[u8]) -> Option<Format> {
    by_content(bytes).or_else(|| by_name(name, bytes))
}

fn by_content(bytes: &[u8]) -> Option<Format> {
    if bytes.get(8..12) == Some(b".FIT".as_slice()) {
        return Some(Format::Fit);
    }
    let text = text_start(bytes);
    if text.starts_with('<') {
        return root(&text);
    }
    if text.starts_with('{') {
        let mark = format!("\"{}\"", entered::MARK);
        return bytes.windows(mark.len()).any(|found| found == mark.as_bytes()).then_some(Format::Entered);
    }
    let upper: String = text.chars().take(2048).collect::<String>().to_ascii_uppercase();
    if upper.starts_with("[PARAMS]") {
        return Some(Format::Hrm);
    }
    if upper.starts_with("[COURSE HEADER]") || upper.starts_with("[COURSE DATA]") {
        return Some(Format::Erg);
    }
    None
}

/// The format of the outermost element.
fn root(text: &str) -> Option<Format> {
    // Its document type alone may be longer than the head of a file.
    if text.contains("<!DOCTYPE HealthData") {
        return Some(Format::AppleHealth);
    }
    let found = ROOTS.iter().filter_map(|(root, format)| {
        let at = text.match_indices(root).map(|(at, _)| at).find(|at| {
            let (before, after) = (text[..*at].chars().next_back(), text[at + root.len()..].chars().next());
            // `<sml` or `<ns:sml`, and not `xmlns:sml`.
            let opens = match before {
                Some(':') => text[..at - 1].chars().rev().take(40).find(|c| !c.is_alphanumeric()) == Some('<'),
                before => before == Some('<'),
            };
            opens && !after.is_some_and(char::is_alphanumeric)
        });
        at.map(|at| (at, *format))
    });
    found.min_by_key(|(at, _)| *at).map(|(_, format)| format)
}

fn by_name(name: &str, bytes: &[u8]) -> Option<Format> {
    let extension = name.rsplit(['/', '\\']).next()?.rsplit_once('.').map(|(_, end)| end.to_ascii_lowercase());
    match extension.as_deref() {
        Some("csv" | "tsv") if !is_binary(bytes) => Some(Format::WellnessTable),
        Some("erg" | "mrc") if !is_binary(bytes) => Some(Format::Erg),
        Some("txt" | "rr" | "ibi" | "dat") | None if table::looks_like_one(bytes) => Some(Format::WellnessTable),
        Some(end) => ENDINGS.iter().find(|(known, _)| *known == end).map(|(_, format)| *format),
        None => None,
    }
}

/// Whether a file holds zero bytes where no text has them.
fn is_binary(bytes: &[u8]) -> bool {
    let marked = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    !marked && bytes[..bytes.len().min(HEAD)].contains(&0)
}

/// The first characters of a text, without mark and white space.
fn text_start(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(HEAD)];
    let text = match encoding_rs::Encoding::for_bom(head) {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&head[mark..]).0,
        None => String::from_utf8_lossy(head),
    };
    text.trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_before_the_name() {
        let fit = b"\x0e\x20\x00\x00\x00\x00\x00\x00.FIT\x00\x00";
        let cases: [(&str, &[u8], Option<Format>); 20] = [
            ("ride.gpx", fit, Some(Format::Fit)),
            ("a/b.fit", b"short", Some(Format::Fit)),
            ("x.csv", b"date,rmssd\n", Some(Format::WellnessTable)),
            ("x.txt", b"<?xml version=\"1.0\"?><gpx version=\"1.1\">", Some(Format::Gpx)),
            ("x.xml", b"\xef\xbb\xbf <ns:TrainingCenterDatabase xmlns:ns=\"u\">", Some(Format::Tcx)),
            ("x.xml", b"<gpx xmlns:pwx=\"u\"><sml/></gpx>", Some(Format::Gpx)),
            ("", b"<!DOCTYPE HealthData [ <!ELEMENT HealthData (a)> ]><HealthData>", Some(Format::AppleHealth)),
            ("x.bin", b"PK\x03\x04rest", None),
            ("x.bin", b"[Params]\n", Some(Format::Hrm)),
            ("x.bin", b"[COURSE HEADER]\r\nFTP=250", Some(Format::Erg)),
            ("x.bin", b"{\"a\":1,\"trackside-activity\":1}", Some(Format::Entered)),
            ("x.json", b"{\"a\":1}", None),
            ("export.xml", b"<?xml version=\"1.0\"?><other/>", None),
            ("cut.gpx", b"<gp", Some(Format::Gpx)),
            ("x.jpg", b"\xff\xd8", None),
            ("noname", b"plain", None),
            ("rr.txt", b"812\n790\n801\n", Some(Format::WellnessTable)),
            ("letter.txt", b"Dear coach,\nI ran.\n", None),
            ("x.csv", b"a\0b", None),
            ("x.csv", b"\xff\xfed\0a\0t\0e\0", Some(Format::WellnessTable)),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(format(name, bytes), expected, "{name} {:?}", String::from_utf8_lossy(bytes));
        }
    }
}
