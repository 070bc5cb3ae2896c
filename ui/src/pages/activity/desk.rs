//! What the recording, the map, the laps and the numbers of what is marked have in common: one crosshair, one mark.

use charts::view::View;
use domain::recording::Span;
use domain::unit::Seconds;
use leptos::prelude::*;

use crate::format;
use crate::words::t_with;

/// Shared by everything on the page that stands on the activity's own time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Desk {
    /// The moment under the crosshair, seconds since the start.
    pub(super) at: RwSignal<Option<f64>>,
    /// What is marked.
    pub(super) spans: RwSignal<Vec<Span>>,
}

impl Desk {
    pub(super) fn new() -> Desk {
        Desk { at: RwSignal::new(None), spans: RwSignal::new(Vec::new()) }
    }

    /// Nothing is marked any more.
    pub(super) fn clear(self) {
        self.at.set(None);
        self.spans.set(Vec::new());
    }

    /// From the first marked moment to the last, seconds since the start.
    pub(super) fn stretch(self) -> Option<View> {
        let from = self.spans.with(|spans| spans.iter().map(|span| span.from_ms).min())?;
        let to = self.spans.with(|spans| spans.iter().map(|span| span.to_ms).max())?;
        Some(View::new(f64::from(from) / 1000.0, f64::from(to) / 1000.0))
    }

    /// Whether exactly this span is marked, alone or with others.
    pub(super) fn marks(self, span: Span) -> bool {
        self.spans.with(|spans| spans.contains(&span))
    }

    /// Marks a span beside the others, or takes it away.
    pub(super) fn toggle(self, span: Span) {
        self.spans.update(|spans| match spans.iter().position(|other| *other == span) {
            Some(here) => {
                spans.remove(here);
            }
            None => {
                spans.push(span);
                spans.sort_by_key(|span| span.from_ms);
            }
        });
    }
}

/// A moment since the start as it is written.
pub(super) fn moment(ms: u32) -> String {
    format::clock(Seconds(f64::from(ms) / 1000.0))
}

/// From when to when.
pub(super) fn span_words(span: Span) -> String {
    t_with("activity-span-of", &[("from", moment(span.from_ms).into()), ("to", moment(span.to_ms).into())])
}
