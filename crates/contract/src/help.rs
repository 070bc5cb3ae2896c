//! Help inside the program: the pages of `docs`, as blocks a screen can draw, and where in them words are found.

use serde::{Deserialize, Serialize};

/// Show a page of the help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowHelp {
    /// Its stable name (`metrics`); the first page if left out.
    pub page: Option<String>,
}

/// Find words in all pages of the help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SearchHelp {
    /// What to find: every word of it, in any order and case.
    pub text: String,
}

/// A place of the help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpPlace {
    /// Stable name of its page.
    pub page: String,
    /// The place in the page; its beginning if left out.
    pub anchor: Option<String>,
    /// What it is called: the page, or the heading it stands under.
    pub title: String,
    /// The words there, cut short; empty in a list of pages.
    pub excerpt: String,
}

/// A page of the help.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpView {
    /// All pages, in the order to read them.
    pub pages: Vec<HelpPlace>,
    /// Stable name of this one.
    pub page: String,
    /// Its title.
    pub title: String,
    /// What it says, the title left out.
    pub blocks: Vec<HelpBlock>,
}

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum HelpBlock {
    /// A heading.
    Heading {
        /// 2 to 6.
        level: u8,
        /// Its place in the page.
        anchor: String,
        /// Its words.
        text: Vec<HelpSpan>,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: Vec<HelpSpan>,
    },
    /// A list.
    List {
        /// The first number of a numbered one.
        first: Option<u64>,
        /// The parts of each item.
        items: Vec<Vec<HelpBlock>>,
    },
    /// A table.
    Table {
        /// Heads of the columns.
        head: Vec<Vec<HelpSpan>>,
        /// Rows.
        rows: Vec<HelpRow>,
    },
    /// Lines as they would be typed.
    Code {
        /// The lines.
        text: String,
    },
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HelpRow {
    /// Its place in the page, where it has one: a metric (`metric-load`), a signal, a rule.
    pub anchor: Option<String>,
    /// Its cells.
    pub cells: Vec<Vec<HelpSpan>>,
}

/// Words that look alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum HelpSpan {
    /// Plain.
    Plain {
        /// The words.
        text: String,
    },
    /// Important.
    Strong {
        /// The words.
        text: String,
    },
    /// Stressed.
    Emphasis {
        /// The words.
        text: String,
    },
    /// As it would be typed.
    Code {
        /// The words.
        text: String,
    },
    /// Leads to another place of the help.
    Link {
        /// The words.
        text: String,
        /// Stable name of the page.
        page: String,
        /// The place in it.
        anchor: Option<String>,
    },
    /// Names an address outside; nothing is fetched from there.
    Address {
        /// The words.
        text: String,
        /// The address.
        address: String,
    },
}

impl HelpSpan {
    /// The words.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            HelpSpan::Plain { text }
            | HelpSpan::Strong { text }
            | HelpSpan::Emphasis { text }
            | HelpSpan::Code { text }
            | HelpSpan::Link { text, .. }
            | HelpSpan::Address { text, .. } => text,
        }
    }
}
