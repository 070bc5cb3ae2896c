//! What both XML formats share: elements one in another, texts escaped.

use std::fmt::Display;

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// XML in memory.
pub(super) struct Xml(Writer<Vec<u8>>);

impl Xml {
    /// A document that begins with its declaration.
    pub(super) fn new() -> Xml {
        let mut xml = Xml(Writer::new_with_indent(Vec::new(), b' ', 1));
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    fn put(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("memory takes every byte");
    }

    /// An element with what `inside` writes.
    pub(super) fn within(&mut self, name: &str, attributes: &[(&str, &str)], inside: impl FnOnce(&mut Xml)) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.put(Event::Start(start));
        inside(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with a text, without the characters XML has no place for.
    pub(super) fn text(&mut self, name: &str, text: impl Display) {
        let text: String = text.to_string().chars().filter(|c| allowed(*c)).collect();
        self.put(Event::Start(BytesStart::new(name)));
        self.put(Event::Text(BytesText::new(&text)));
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with a text, if there is one.
    pub(super) fn maybe(&mut self, name: &str, text: Option<impl Display>) {
        if let Some(text) = text {
            self.text(name, text);
        }
    }

    /// The document.
    pub(super) fn bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}

/// Characters XML 1.0 can hold.
fn allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A moment of a recording, in milliseconds where it has any.
pub(super) fn time(start: DateTime<Utc>, ms: u32) -> String {
    (start + Duration::milliseconds(i64::from(ms))).to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// A value in whole numbers where the format knows no others; `None` below nothing.
pub(super) fn whole(value: Option<f64>) -> Option<i64> {
    value.filter(|value| *value >= 0.0).map(|value| value.round() as i64)
}
