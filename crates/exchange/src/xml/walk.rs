//! One way through an XML file, event by event: names by their local part, only the five predefined entities, no more depth
//! and no more text than devices write, and what is whole kept where the end is missing.

use std::borrow::Cow;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::input::{Input, encoding_of_whole};
use crate::ExchangeFault;

/// Deepest nesting read. Devices write about twelve levels.
const DEEPEST: usize = 64;

/// The most text of one element, bytes.
const MOST_TEXT: usize = 16 * 1024 * 1024;

/// What a format does with elements.
pub(super) trait Visit {
    /// An element begins.
    fn open(&mut self, path: &Path, element: &Element<'_>);
    /// An element ends; `text` is what stands in it after its last child, trimmed.
    fn close(&mut self, path: &Path, text: &str);
}

/// How the way through a file went.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Walked {
    /// Where reading stopped, if before the end of the outermost element.
    pub(super) cut_at: Option<u64>,
    /// How often bytes were not what the encoding allows.
    pub(super) odd_bytes: u32,
    /// Entities nobody knows, and text too long to keep.
    pub(super) left_out: u32,
    /// Elements seen.
    pub(super) elements: u32,
}

/// Local names from the outermost element to the one at hand.
#[derive(Debug, Default)]
pub(super) struct Path {
    names: String,
    starts: Vec<usize>,
}

impl Path {
    fn push(&mut self, name: &str) {
        self.starts.push(self.names.len());
        self.names.push_str(name);
    }

    fn pop(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.names.truncate(start);
        }
    }

    /// The name so many levels up; 0 is the element at hand. Empty above the outermost.
    pub(super) fn up(&self, levels: usize) -> &str {
        let Some(at) = self.starts.len().checked_sub(levels + 1) else { return "" };
        let end = self.starts.get(at + 1).copied().unwrap_or(self.names.len());
        &self.names[self.starts[at]..end]
    }

    /// The element at hand.
    pub(super) fn leaf(&self) -> &str {
        self.up(0)
    }

    /// Whether it stands within an element of that name.
    pub(super) fn within(&self, name: &str) -> bool {
        (1..self.starts.len()).any(|levels| self.up(levels) == name)
    }
}

/// An element's attributes.
pub(super) struct Element<'a>(&'a BytesStart<'a>);

impl Element<'_> {
    /// The value of an attribute by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = self.0.attributes().with_checks(false).flatten().find(|a| a.key.local_name().as_ref() == name)?;
        // A value with a lone `&` is taken as it stands.
        Some(found.normalized_value(XmlVersion::Implicit1_0).unwrap_or(found.value))
    }
}

/// Goes through a whole file at hand.
///
/// # Errors
/// [`ExchangeFault::EntitiesRefused`], [`ExchangeFault::TooDeep`].
pub(super) fn walk_whole(bytes: &[u8], visitor: &mut impl Visit) -> Result<Walked, ExchangeFault> {
    walk_input(Input::new(bytes, Some(encoding_of_whole(bytes)))?, visitor)
}

/// Goes through a stream.
///
/// # Errors
/// As [`walk_whole`].
pub(super) fn walk_stream(reader: impl BufRead, visitor: &mut impl Visit) -> Result<Walked, ExchangeFault> {
    walk_input(Input::new(reader, None)?, visitor)
}

fn walk_input<R: BufRead>(input: Input<R>, visitor: &mut impl Visit) -> Result<Walked, ExchangeFault> {
    let mut reader = Reader::from_reader(input);
    reader.config_mut().allow_dangling_amp = true;
    let mut walked = Walked::default();
    let (mut path, mut text, mut buffer) = (Path::default(), String::new(), Vec::new());
    let mut whole = false;
    loop {
        reader.get_mut().allow_more();
        buffer.clear();
        let event = reader.read_event_into(&mut buffer);
        match event {
            // What follows the outermost element belongs to nothing.
            Ok(Event::Start(_) | Event::Empty(_)) if whole => {
                whole = false;
                break;
            }
            Ok(Event::Start(start)) => {
                enter(&mut path, &start, &mut walked)?;
                text.clear();
                visitor.open(&path, &Element(&start));
            }
            Ok(Event::Empty(start)) => {
                enter(&mut path, &start, &mut walked)?;
                text.clear();
                visitor.open(&path, &Element(&start));
                visitor.close(&path, "");
                path.pop();
                whole = path.starts.is_empty();
            }
            Ok(Event::End(_)) => {
                visitor.close(&path, text.trim());
                path.pop();
                text.clear();
                whole = path.starts.is_empty();
            }
            Ok(Event::Text(piece)) if whole => {
                if piece.chars().any(|c| !c.is_whitespace() && c != '\0') {
                    whole = false;
                    break;
                }
            }
            Ok(Event::Text(piece)) => add(&mut text, &piece.xml10_content(), &mut walked),
            Ok(Event::CData(piece)) => add(&mut text, &piece.xml10_content(), &mut walked),
            Ok(Event::GeneralRef(name)) => {
                match (name.resolve_char_ref(), quick_xml::escape::resolve_xml_entity(&name)) {
                    (Ok(Some(c)), _) => add(&mut text, c.encode_utf8(&mut [0; 4]), &mut walked),
                    (_, Some(known)) => add(&mut text, known, &mut walked),
                    _ => walked.left_out += 1,
                }
            }
            // The first one was taken out before; another one has no business here, least of all with entities.
            Ok(Event::DocType(text)) if text.to_ascii_uppercase().contains("<!ENTITY") => {
                return Err(ExchangeFault::EntitiesRefused);
            }
            Ok(Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_)) => {}
            Ok(Event::Eof) => break,
            // Zeros or half a tag behind the outermost element are no part of it.
            Err(_) => {
                whole = false;
                break;
            }
        }
    }
    walked.cut_at = (!whole).then(|| reader.buffer_position());
    walked.odd_bytes = reader.get_ref().odd_bytes();
    Ok(walked)
}

fn enter(path: &mut Path, start: &BytesStart<'_>, walked: &mut Walked) -> Result<(), ExchangeFault> {
    walked.elements = walked.elements.saturating_add(1);
    path.push(start.local_name().as_ref());
    if path.starts.len() > DEEPEST {
        return Err(ExchangeFault::TooDeep { depth: path.starts.len() as u32 });
    }
    Ok(())
}

fn add(text: &mut String, piece: &str, walked: &mut Walked) {
    if text.len() + piece.len() > MOST_TEXT {
        walked.left_out = walked.left_out.saturating_add(1);
    } else {
        text.push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Log(Vec<String>);

    impl Visit for Log {
        fn open(&mut self, path: &Path, element: &Element<'_>) {
            self.0.push(format!("<{} {:?}", path.leaf(), element.attribute("x").as_deref()));
        }

        fn close(&mut self, path: &Path, text: &str) {
            self.0.push(format!("{}<{} {text}", path.leaf(), path.up(1)));
        }
    }

    fn walked(text: &str) -> (Vec<String>, Walked) {
        let mut log = Log::default();
        let walked = walk_whole(text.as_bytes(), &mut log).expect("no fault");
        (log.0, walked)
    }

    #[test]
    fn names_lose_their_prefix_and_texts_their_entities() {
        let (log, end) = walked("<n:a n:x='1 &amp; 2'>\n <b>a &lt; &#66;<![CDATA[ & c]]></b><c x=\"4\"/></n:a>\n\0\0");
        let expected = ["<a Some(\"1 & 2\")", "<b None", "b<a a < B & c", "<c Some(\"4\")", "c<a ", "a< "];
        assert_eq!(log, expected);
        assert_eq!(end, Walked { elements: 3, ..Walked::default() });
    }

    #[test]
    fn an_unknown_entity_is_left_out_and_told() {
        let (log, end) = walked("<a>x&nbsp;y & z</a>");
        assert_eq!(log[1], "a< xy & z");
        assert_eq!(end.left_out, 1);
    }

    #[test]
    fn what_is_whole_before_a_cut_is_seen() {
        for text in ["<a><b>1</b><b>2</", "<a><b>1</b><b>2", "<a><b>1</b></c>", "<a><b>1</b><b x='"] {
            let (log, end) = walked(text);
            assert_eq!(log[..3], ["<a None", "<b None", "b<a 1"], "{text}");
            assert!(end.cut_at.is_some(), "{text}");
        }
        let (_, end) = walked("<a/><a/>");
        assert!(end.cut_at.is_some(), "two documents in one");
    }
}
