//! Help inside the program: the pages of `docs`, carried along, read once and searched.

mod read;

use std::sync::LazyLock;

use contract::help::{HelpBlock, HelpPlace, HelpSpan, HelpView, SearchHelp, ShowHelp};

use crate::{Answer, App, AppFault, Refusal};
use read::read;

/// Stable names of the pages and what stands in them, in the order to read them.
const PAGES: [(&str, &str); 13] = [
    ("start", include_str!("../../../docs/start.md")),
    ("metrics", include_str!("../../../docs/metrics.md")),
    ("planner", include_str!("../../../docs/planner.md")),
    ("season", include_str!("../../../docs/season.md")),
    ("workouts", include_str!("../../../docs/workouts.md")),
    ("data", include_str!("../../../docs/data.md")),
    ("plan-file", include_str!("../../../docs/plan-file.md")),
    ("own-file", include_str!("../../../docs/own-file.md")),
    ("consent", include_str!("../../../docs/consent.md")),
    ("privacy", include_str!("../../../docs/privacy.md")),
    ("at-rest", include_str!("../../../docs/at-rest.md")),
    ("never-lose", include_str!("../../../docs/never-lose.md")),
    ("threat-model", include_str!("../../../docs/threat-model.md")),
];

/// Places found by one search, at most.
const MOST_FOUND: usize = 40;

/// Characters of an excerpt.
const EXCERPT: usize = 160;

/// A page as read.
struct Page {
    name: &'static str,
    title: String,
    blocks: Vec<HelpBlock>,
}

static READ: LazyLock<Vec<Page>> = LazyLock::new(|| {
    PAGES
        .into_iter()
        .map(|(name, text)| {
            let (title, blocks) = read(text, |page| PAGES.iter().any(|(name, _)| *name == page));
            Page { name, title, blocks }
        })
        .collect()
});

impl Answer for ShowHelp {
    async fn answer(self, _: &App) -> Result<HelpView, AppFault> {
        let wanted = self.page.as_deref().unwrap_or(PAGES[0].0);
        let page = READ
            .iter()
            .find(|page| page.name == wanted)
            .ok_or_else(|| Refusal::NoSuchPage { asked: wanted.to_owned() })?;
        let place = |page: &Page| HelpPlace {
            page: page.name.to_owned(),
            anchor: None,
            title: page.title.clone(),
            excerpt: String::new(),
        };
        Ok(HelpView {
            pages: READ.iter().map(place).collect(),
            page: page.name.to_owned(),
            title: page.title.clone(),
            blocks: page.blocks.clone(),
        })
    }
}

impl Answer for SearchHelp {
    async fn answer(self, _: &App) -> Result<Vec<HelpPlace>, AppFault> {
        let wanted: Vec<String> = self.text.split_whitespace().map(str::to_lowercase).collect();
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = Vec::new();
        for page in READ.iter() {
            Search { page, wanted: &wanted, found: &mut found, under: None, title: page.title.clone() }.all();
        }
        // What a person names stands first: places called so before places that mention it.
        found.sort_by_key(|(called, _)| !*called);
        Ok(found.into_iter().take(MOST_FOUND).map(|(_, place)| place).collect())
    }
}

/// A search through one page.
struct Search<'a> {
    page: &'a Page,
    wanted: &'a [String],
    /// Whether the place is called as wanted, and the place.
    found: &'a mut Vec<(bool, HelpPlace)>,
    under: Option<String>,
    title: String,
}

impl Search<'_> {
    fn all(&mut self) {
        for block in &self.page.blocks {
            match block {
                HelpBlock::Heading { anchor, text, .. } => {
                    self.under = Some(anchor.clone());
                    self.title = plain(text);
                    let title = self.title.clone();
                    self.look(&title, None, true);
                }
                HelpBlock::Table { rows, .. } => {
                    for row in rows {
                        let cells: Vec<String> = row.cells.iter().map(|cell| plain(cell)).collect();
                        let called = cells.first().is_some_and(|first| self.fits(first));
                        self.look(&cells.join(" \u{b7} "), row.anchor.clone(), called);
                    }
                }
                other => self.look(&text_of(other), None, false),
            }
        }
    }

    fn fits(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.wanted.iter().all(|word| text.contains(word))
    }

    fn look(&mut self, text: &str, anchor: Option<String>, called: bool) {
        if self.fits(text) {
            let place = HelpPlace {
                page: self.page.name.to_owned(),
                anchor: anchor.or_else(|| self.under.clone()),
                title: format!("{} \u{b7} {}", self.page.title, self.title),
                excerpt: excerpt(text),
            };
            if self.found.last().is_none_or(|(_, last)| *last != place) {
                self.found.push((called, place));
            }
        }
    }
}

/// The beginning of a text, cut at a word.
fn excerpt(text: &str) -> String {
    if text.chars().count() <= EXCERPT {
        return text.to_owned();
    }
    let cut: String = text.chars().take(EXCERPT).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole} \u{2026}")
}

fn plain(spans: &[HelpSpan]) -> String {
    spans.iter().map(HelpSpan::text).collect()
}

/// The words of a block.
fn text_of(block: &HelpBlock) -> String {
    match block {
        HelpBlock::Heading { text, .. } | HelpBlock::Paragraph { text } => plain(text),
        HelpBlock::Code { text } => text.clone(),
        HelpBlock::List { items, .. } => items.iter().flatten().map(text_of).collect::<Vec<_>>().join(" "),
        HelpBlock::Table { rows, .. } => {
            rows.iter().flat_map(|row| &row.cells).map(|cell| plain(cell)).collect::<Vec<_>>().join(" ")
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use domain::metric::Metric;
    use domain::signal::{SignalId, registry};

    use super::*;

    /// Every place of a page a link can lead to.
    fn anchors(blocks: &[HelpBlock]) -> Vec<String> {
        blocks
            .iter()
            .flat_map(|block| match block {
                HelpBlock::Heading { anchor, .. } => vec![anchor.clone()],
                HelpBlock::Table { rows, .. } => rows.iter().filter_map(|row| row.anchor.clone()).collect(),
                HelpBlock::List { items, .. } => items.iter().flat_map(|item| anchors(item)).collect(),
                HelpBlock::Paragraph { .. } | HelpBlock::Code { .. } => Vec::new(),
            })
            .collect()
    }

    fn spans(blocks: &[HelpBlock]) -> Vec<&HelpSpan> {
        blocks
            .iter()
            .flat_map(|block| match block {
                HelpBlock::Heading { text, .. } | HelpBlock::Paragraph { text } => text.iter().collect(),
                HelpBlock::List { items, .. } => items.iter().flat_map(|item| spans(item)).collect(),
                HelpBlock::Table { head, rows } => {
                    head.iter().chain(rows.iter().flat_map(|row| &row.cells)).flatten().collect::<Vec<_>>()
                }
                HelpBlock::Code { .. } => Vec::new(),
            })
            .collect()
    }

    fn page(name: &str) -> &'static Page {
        READ.iter().find(|page| page.name == name).expect("a page")
    }

    #[test]
    fn every_page_is_read_with_places_of_their_own_and_links_that_lead_somewhere() {
        for page in READ.iter() {
            assert!(!page.title.is_empty() && page.blocks.len() > 3, "{}", page.name);
            let all = anchors(&page.blocks);
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{}: {all:?}", page.name);
            for span in spans(&page.blocks) {
                assert!(!span.text().contains("<!--") && !span.text().contains("]("), "{}: {span:?}", page.name);
                if let HelpSpan::Link { page: to, anchor: Some(anchor), .. } = span {
                    let there = READ.iter().find(|page| page.name == to).expect("a page of the help");
                    assert!(anchors(&there.blocks).contains(anchor), "{} -> {to}#{anchor}", page.name);
                }
            }
        }
    }

    #[test]
    fn every_metric_and_every_signal_has_a_place_to_link_to() {
        let metrics = anchors(&page("metrics").blocks);
        for metric in Metric::ALL {
            assert!(metrics.contains(&format!("metric-{}", metric.code())), "{metric:?}");
        }
        let signals = anchors(&page("data").blocks);
        for fact in registry() {
            let code = match fact.signal {
                SignalId::Channel(kind) => kind.code(),
                SignalId::Wellness(field) => field.code(),
            };
            assert!(signals.contains(&format!("signal-{code}")), "{code}");
        }
    }

    #[test]
    fn no_text_of_a_page_is_lost() {
        for (name, text) in PAGES {
            let page = page(name);
            let kept: String = page.blocks.iter().map(text_of).collect::<Vec<_>>().join(" ");
            let heads: String = page
                .blocks
                .iter()
                .filter_map(|block| match block {
                    HelpBlock::Table { head, .. } => Some(head.iter().map(|cell| plain(cell)).collect::<String>()),
                    _ => None,
                })
                .collect();
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            // Comments and the addresses of links are not shown.
            let (all, shown) = (letters(text), letters(&kept) + letters(&heads) + letters(&page.title));
            assert!(shown <= all && shown as f64 > 0.93 * all as f64, "{name}: {shown} of {all}");
        }
    }

    #[tokio::test]
    async fn words_are_found_in_any_order_and_what_is_called_so_comes_first() {
        let home = tempfile::tempdir().expect("a folder");
        let app = App::new(crate::Place::in_folder(home.path()), std::sync::Arc::new(crate::SystemClock));
        let found = SearchHelp { text: "power Normalized".to_owned() }.answer(&app).await.expect("found");
        assert_eq!(found[0].anchor.as_deref(), Some("metric-normalized-power"), "{:?}", found[0]);
        assert!(SearchHelp { text: "  ".to_owned() }.answer(&app).await.expect("none").is_empty());
        assert!(SearchHelp { text: "xyzzy".to_owned() }.answer(&app).await.expect("none").is_empty());
        let fault = ShowHelp { page: Some("nothing".to_owned()) }.answer(&app).await.expect_err("no page");
        assert!(fault.to_string().contains("nothing"));
    }
}
