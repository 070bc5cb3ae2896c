//! Numbers with the marks of the language.

use super::{Language, Locale};

impl Locale {
    /// The mark before decimals and the one between thousands.
    #[must_use]
    pub const fn marks(self) -> (char, char) {
        match self.language {
            Language::English | Language::Pseudo => ('.', ','),
            Language::German => (',', '.'),
        }
    }

    /// A number with so many decimals, thousands set apart, and a real minus. A rounded zero has no sign; what is no number
    /// is a dash.
    #[must_use]
    pub fn number(self, value: f64, decimals: usize) -> String {
        self.marked(value, &format!("{:.decimals$}", value.abs()))
    }

    /// A number with the decimals it has: how sentences print what was rounded for them.
    #[must_use]
    pub fn as_it_is(self, value: f64) -> String {
        self.marked(value, &value.abs().to_string())
    }

    fn marked(self, value: f64, text: &str) -> String {
        if !value.is_finite() {
            return "\u{2013}".to_owned();
        }
        let (point, group) = self.marks();
        let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
        let mut marked = String::with_capacity(text.len() + 4);
        if value < 0.0 && text.bytes().any(|digit| matches!(digit, b'1'..=b'9')) {
            marked.push('\u{2212}');
        }
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                marked.push(group);
            }
            marked.push(digit);
        }
        if !rest.is_empty() {
            marked.push(point);
            marked.push_str(rest);
        }
        marked
    }

    /// Reads a number a person typed, with or without marks of this language, or with the point other programs write.
    /// A single comma or point that cannot set thousands apart is the decimal one in any language. `None` if it is no number.
    #[must_use]
    pub fn read_number(self, text: &str) -> Option<f64> {
        let (point, group) = self.marks();
        let text = text.trim().replace('\u{2212}', "-");
        let text = text.replace(['\u{a0}', '\u{202f}', '\u{2019}', ' '], "");
        let bare = if grouped(&text, point, group) {
            text.replace(group, "").replace(point, ".")
        } else if text.matches([',', '.']).count() <= 1 {
            text.replace(',', ".")
        } else {
            return None;
        };
        bare.parse::<f64>().ok().filter(|number| number.is_finite() && bare.bytes().any(|b| b.is_ascii_digit()))
    }
}

/// Whether every group mark has exactly three digits after it, and stands before the decimal mark.
fn grouped(text: &str, point: char, group: char) -> bool {
    let whole = text.split(point).next().unwrap_or_default().trim_start_matches('-');
    let mut parts = whole.split(group);
    let first = parts.next().unwrap_or_default();
    let rest: Vec<&str> = parts.collect();
    !rest.is_empty()
        && (1..=3).contains(&first.len())
        && first != "0"
        && rest.iter().all(|part| part.len() == 3)
        && text.matches(point).count() <= 1
        && whole.chars().all(|c| c.is_ascii_digit() || c == group)
}
