//! Reads a page in Markdown into blocks.

use std::collections::BTreeMap;
use std::iter::Peekable;

use contract::help::{HelpBlock, HelpRow, HelpSpan};
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The title of a page and its blocks. `known` says which pages there are: links to anything else are told as words.
pub(super) fn read(text: &str, known: impl Fn(&str) -> bool) -> (String, Vec<HelpBlock>) {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES);
    let mut reader = Reader { events: events.peekable(), known, taken: BTreeMap::new(), title: String::new() };
    let blocks = reader.blocks();
    (reader.title, blocks)
}

struct Reader<'a, K> {
    events: Peekable<Parser<'a>>,
    known: K,
    /// Places already given, with how often.
    taken: BTreeMap<String, u32>,
    title: String,
}

impl<K: Fn(&str) -> bool> Reader<'_, K> {
    /// Blocks up to the end of what holds them.
    fn blocks(&mut self) -> Vec<HelpBlock> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.peek() {
            match event {
                Event::Start(_) => {
                    let Some(Event::Start(tag)) = self.events.next() else { break };
                    blocks.extend(self.block(&tag));
                }
                Event::End(_) => break,
                // The words of a tight item stand in no paragraph of their own.
                Event::Text(_) | Event::Code(_) | Event::SoftBreak => {
                    let text = self.spans();
                    blocks.push(HelpBlock::Paragraph { text });
                }
                // Comments of the file, and lines across the page.
                _ => {
                    self.events.next();
                }
            }
        }
        blocks
    }

    fn block(&mut self, tag: &Tag<'_>) -> Vec<HelpBlock> {
        match tag {
            Tag::Heading { level, .. } => {
                let text = self.spans();
                self.events.next();
                if *level == HeadingLevel::H1 {
                    self.title = text.iter().map(HelpSpan::text).collect();
                    return Vec::new();
                }
                let anchor = self.place(&slug(&text));
                vec![HelpBlock::Heading { level: *level as u8, anchor, text }]
            }
            Tag::List(first) => {
                let mut items = Vec::new();
                while let Some(Event::Start(Tag::Item)) = self.events.next() {
                    items.push(self.blocks());
                    self.events.next();
                }
                vec![HelpBlock::List { first: *first, items }]
            }
            Tag::Table(_) => vec![self.table()],
            Tag::CodeBlock(_) => {
                let mut text = String::new();
                while let Some(Event::Text(line)) = self.events.next() {
                    text.push_str(&line);
                }
                vec![HelpBlock::Code { text: text.trim_end().to_owned() }]
            }
            Tag::Paragraph => {
                let text = self.spans();
                self.events.next();
                vec![HelpBlock::Paragraph { text }]
            }
            // A tight item may begin with a link or with strong words.
            Tag::Strong | Tag::Emphasis | Tag::Link { .. } => {
                let mut text = self.span(tag).into_iter().collect::<Vec<_>>();
                text.extend(self.spans());
                vec![HelpBlock::Paragraph { text }]
            }
            // What holds other blocks, and comments: the blocks inside.
            _ => {
                let inside = self.blocks();
                self.events.next();
                inside
            }
        }
    }

    fn table(&mut self) -> HelpBlock {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let mut row = Vec::new();
        for_each_until(self, TagEnd::Table, |reader, event| match event {
            Event::Start(Tag::TableCell) => row.push(reader.spans()),
            Event::End(TagEnd::TableHead) => head = std::mem::take(&mut row),
            Event::End(TagEnd::TableRow) => {
                let cells = std::mem::take(&mut row);
                let anchor = named(&head, &cells).map(|name| reader.place(&name));
                rows.push(HelpRow { anchor, cells });
            }
            _ => {}
        });
        HelpBlock::Table { head, rows }
    }

    /// Words up to the end of what holds them, or to the next block.
    fn spans(&mut self) -> Vec<HelpSpan> {
        let mut spans: Vec<HelpSpan> = Vec::new();
        loop {
            let span = match self.events.peek() {
                Some(Event::Text(_) | Event::SoftBreak | Event::HardBreak | Event::Code(_) | Event::InlineHtml(_)) => {
                    match self.events.next() {
                        Some(Event::Text(text)) => Some(HelpSpan::Plain { text: text.into_string() }),
                        Some(Event::Code(text)) => Some(HelpSpan::Code { text: text.into_string() }),
                        Some(Event::SoftBreak | Event::HardBreak) => Some(HelpSpan::Plain { text: " ".to_owned() }),
                        _ => None,
                    }
                }
                Some(Event::Start(Tag::Strong | Tag::Emphasis | Tag::Link { .. })) => match self.events.next() {
                    Some(Event::Start(tag)) => self.span(&tag),
                    _ => None,
                },
                _ => return spans,
            };
            // Plain words that follow each other are one.
            match (spans.last_mut(), span) {
                (Some(HelpSpan::Plain { text: before }), Some(HelpSpan::Plain { text })) => before.push_str(&text),
                (_, Some(span)) => spans.push(span),
                (_, None) => {}
            }
        }
    }

    /// Words inside of strong, stressed or linking marks.
    fn span(&mut self, tag: &Tag<'_>) -> Option<HelpSpan> {
        let text: String = self.spans().iter().map(HelpSpan::text).collect();
        self.events.next();
        match tag {
            Tag::Strong => Some(HelpSpan::Strong { text }),
            Tag::Emphasis => Some(HelpSpan::Emphasis { text }),
            Tag::Link { dest_url, .. } => Some(self.link(text, dest_url)),
            _ => None,
        }
    }

    fn link(&self, text: String, to: &str) -> HelpSpan {
        if to.contains("://") {
            return HelpSpan::Address { text, address: to.to_owned() };
        }
        let (file, anchor) = to.split_once('#').map_or((to, None), |(file, anchor)| (file, Some(anchor.to_owned())));
        let page = file.strip_suffix(".md").unwrap_or(file);
        // A page of the repository that is no help stays words.
        if (self.known)(page) {
            HelpSpan::Link { text, page: page.to_owned(), anchor }
        } else {
            HelpSpan::Plain { text }
        }
    }

    /// A place of its own in the page.
    fn place(&mut self, name: &str) -> String {
        let times = self.taken.entry(name.to_owned()).or_default();
        *times += 1;
        if *times == 1 { name.to_owned() } else { format!("{name}-{times}") }
    }
}

/// Hands over every event up to an end, which is taken too.
fn for_each_until<'a, K: Fn(&str) -> bool>(
    reader: &mut Reader<'a, K>,
    end: TagEnd,
    mut each: impl FnMut(&mut Reader<'a, K>, Event<'a>),
) {
    while let Some(event) = reader.events.next() {
        if event == Event::End(end) {
            return;
        }
        each(reader, event);
    }
}

/// The place of a row, where its table is of metrics, signals or rules and says their stable names.
fn named(head: &[Vec<HelpSpan>], cells: &[Vec<HelpSpan>]) -> Option<String> {
    let said = |cell: &Vec<HelpSpan>| cell.iter().map(HelpSpan::text).collect::<String>();
    let kind = head.first().map(said).filter(|first| matches!(first.as_str(), "metric" | "signal" | "rule"))?;
    let column = head.iter().position(|cell| said(cell) == "name in files").unwrap_or(0);
    let code = cells.get(column)?.iter().find_map(|span| matches!(span, HelpSpan::Code { .. }).then(|| span.text()))?;
    Some(format!("{kind}-{code}"))
}

/// A heading as a place: letters and numbers in lower case, hyphens between words.
fn slug(text: &[HelpSpan]) -> String {
    let text: String = text.iter().map(HelpSpan::text).collect();
    let kept =
        text.to_lowercase().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-')).collect::<String>();
    kept.split_whitespace().collect::<Vec<_>>().join("-")
}
