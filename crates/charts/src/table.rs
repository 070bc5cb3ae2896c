//! The numbers of a picture as a table, for people who would rather read than look.

use contract::measure::{ReadinessTrendView, Trace};
use domain::reading::Reading;
use domain::words::Words;

use crate::number::{clock, whole};

/// Headings and rows; the first column names the row, the rest are numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Headings.
    pub head: Vec<String>,
    /// Rows, each as long as the headings.
    pub rows: Vec<Vec<String>>,
}

pub(crate) fn head(keys: &[&str], words: &Words) -> Vec<String> {
    keys.iter().map(|key| words.say(key)).collect()
}

impl Table {
    /// The table as comma-separated values (RFC 4180): a heading, a line a row.
    #[must_use]
    pub fn csv(&self) -> String {
        let field = |text: &String| {
            let quoted = text.contains([',', '"', '\n', '\r']);
            if quoted { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
        };
        let line = |row: &Vec<String>| row.iter().map(field).collect::<Vec<_>>().join(",") + "\r\n";
        std::iter::once(&self.head).chain(&self.rows).map(line).collect()
    }
}

fn or_dash(value: Option<f64>) -> String {
    value.map_or_else(|| "\u{2013}".to_owned(), whole)
}

/// One row a day, newest first.
#[must_use]
pub fn readiness(view: &ReadinessTrendView, words: &Words) -> Table {
    Table {
        head: head(&["chart-day", "chart-readiness", "chart-low-end", "chart-high-end", "chart-marks"], words),
        rows: view
            .days
            .iter()
            .rev()
            .map(|d| {
                let r = d.readiness.any();
                let mut marks = Vec::new();
                match d.readiness {
                    Reading::Known { .. } => {}
                    Reading::Stale { days, .. } => marks.push(words.say_with("chart-stale", &[("days", days.into())])),
                    Reading::Missing { .. } => marks.push(words.say("chart-unknown")),
                }
                if d.ill {
                    marks.push(words.say("chart-ill-plain"));
                }
                if let Some(pain) = d.pain.filter(|p| *p > 0.0) {
                    marks.push(words.say_with("chart-pain-value", &[("pain", whole(pain).into())]));
                }
                let (score, low, high) = (r.map(|r| r.score), r.map(|r| r.low), r.map(|r| r.high));
                vec![d.date.to_string(), or_dash(score), or_dash(low), or_dash(high), marks.join(", ")]
            })
            .collect(),
    }
}

/// One row a channel with its lowest, mean and highest value.
#[must_use]
pub fn trace(view: &Trace, words: &Words) -> Table {
    let channels = crate::trace::Layout::of(&crate::trace::Drawn::whole(view), (600.0, 400.0))
        .map(|l| l.panels)
        .unwrap_or_default();
    Table {
        head: head(&["chart-channel", "chart-lowest", "chart-average", "chart-highest"], words),
        rows: channels
            .iter()
            .map(|panel| {
                let kind = panel.line.kind;
                let (low, mean, high) = panel.line.range;
                let name = words.channel(kind);
                let value = |v| crate::trace::written(kind, v);
                vec![name, value(low), value(mean), value(high)]
            })
            .chain(std::iter::once(vec![words.say("chart-time"), clock(0.0), String::new(), clock(view.elapsed_s)]))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn a_table_as_text_quotes_what_would_break_it() {
        let table = Table {
            head: vec!["Day".into(), "Marks".into()],
            rows: vec![vec!["2026-03-02".into(), "ill, \"pain\" 4".into()], vec!["2026-03-03".into(), String::new()]],
        };
        assert_eq!(table.csv(), "Day,Marks\r\n2026-03-02,\"ill, \"\"pain\"\" 4\"\r\n2026-03-03,\r\n");
    }

    #[test]
    fn tables_hold_every_day_and_channel_newest_first() {
        let words = Words::english();
        let view = examples::load(30);
        let table = crate::load::table(&view, words);
        assert_eq!(table.rows.len(), 30);
        assert_eq!(table.rows[0][0], view.points[29].date.to_string());
        assert!(table.rows.iter().all(|row| row.len() == table.head.len()));
        assert_eq!(readiness(&examples::readiness(10), words).rows.len(), 10);
        assert_eq!(trace(&examples::trace(60), words).rows.len(), 4);
    }
}
