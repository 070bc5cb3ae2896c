//! What a file is: by its content first, then by the end of its name.

/// A format told apart here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Device file, binary.
    Fit,
    /// Comma-, semicolon- or tab-separated table.
    Csv,
    /// Known, but not read yet; the usual extension.
    Later(&'static str),
}

/// Root elements of XML formats, as they follow `<`, with the usual extension.
const ROOTS: [(&str, &str); 7] = [
    ("TrainingCenterDatabase", "tcx"),
    ("gpx", "gpx"),
    ("pwx", "pwx"),
    ("sml", "sml"),
    ("workout_file", "zwo"),
    ("HealthData", "xml"),
    ("?xml", "xml"),
];

/// Extensions of formats that are known but not read yet.
const LATER: [&str; 11] = ["tcx", "gpx", "hrm", "pwx", "sml", "zwo", "xml", "zip", "gz", "erg", "mrc"];

/// The format of a file; `None` if neither content nor name say.
pub(crate) fn format(name: &str, bytes: &[u8]) -> Option<Format> {
    by_content(bytes).or_else(|| by_name(name, bytes))
}

fn by_content(bytes: &[u8]) -> Option<Format> {
    if bytes.get(8..12) == Some(b".FIT".as_slice()) {
        return Some(Format::Fit);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(Format::Later("zip"));
    }
    if bytes.starts_with(&[0x1f, 0x8b]) {
        return Some(Format::Later("gz"));
    }
    let text = text_start(bytes);
    if text.starts_with("[Params]") {
        return Some(Format::Later("hrm"));
    }
    if text.starts_with('<') {
        let found = ROOTS[..ROOTS.len() - 1].iter().find(|(root, _)| {
            text.match_indices(root).any(|(at, _)| {
                let before = text[..at].chars().next_back();
                let after = text[at + root.len()..].chars().next();
                matches!(before, Some('<' | ':')) && !after.is_some_and(char::is_alphanumeric)
            })
        });
        return found.map(|(_, format)| Format::Later(format));
    }
    None
}

fn by_name(name: &str, bytes: &[u8]) -> Option<Format> {
    let extension = name.rsplit(['/', '\\']).next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    match extension.as_str() {
        // A device file cut before its mark is still one; the decoder says how far it got.
        "fit" => Some(Format::Fit),
        "csv" | "tsv" if !bytes.contains(&0) => Some(Format::Csv),
        other => LATER.iter().find(|known| **known == other).map(|known| Format::Later(known)),
    }
}

/// The first characters of a text, without mark and white space.
fn text_start(bytes: &[u8]) -> String {
    let head = &bytes[..bytes.len().min(2048)];
    String::from_utf8_lossy(head).trim_start_matches('\u{feff}').trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_before_the_name() {
        let fit = b"\x0e\x20\x00\x00\x00\x00\x00\x00.FIT\x00\x00";
        let cases: [(&str, &[u8], Option<Format>); 11] = [
            ("ride.gpx", fit, Some(Format::Fit)),
            ("a/b.fit", b"short", Some(Format::Fit)),
            ("x.csv", b"date,rmssd\n", Some(Format::Csv)),
            ("x.txt", b"<?xml version=\"1.0\"?><gpx version=\"1.1\">", Some(Format::Later("gpx"))),
            ("x.xml", b"\xef\xbb\xbf <ns:TrainingCenterDatabase xmlns:ns=\"u\">", Some(Format::Later("tcx"))),
            ("x.bin", b"PK\x03\x04rest", Some(Format::Later("zip"))),
            ("x.hrm", b"[Params]\n", Some(Format::Later("hrm"))),
            ("export.xml", b"<?xml version=\"1.0\"?><other/>", Some(Format::Later("xml"))),
            ("x.jpg", b"\xff\xd8", None),
            ("noname", b"plain", None),
            ("x.csv", b"a\0b", None),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(format(name, bytes), expected, "{name}");
        }
    }
}
