//! Formats written in XML. Prefixes are ignored: names count by their local part.

pub(crate) mod apple;
mod clock;
pub(crate) mod gpx;
mod input;
pub(crate) mod pwx;
pub(crate) mod sml;
mod sport;
pub(crate) mod tcx;
mod walk;
pub(crate) mod zwo;

use domain::recording::{ChannelKind, Recording, Repair, RepairKind};

use crate::text::{number, repair};
use crate::track::Track;
use crate::{Content, ExchangeFault, Format, Parsed};
use clock::Clock;
use walk::Walked;

/// The most activities taken from one file: a diary of fifty years.
const MOST_ACTIVITIES: usize = 20_000;

/// Values of one record, gathered until it closes.
#[derive(Debug, Default)]
struct Values {
    found: Vec<(ChannelKind, f64)>,
    /// Cells that are no number, over the whole file.
    odd: u32,
}

impl Values {
    /// A value of the record at hand; a second one of its kind takes the place of the first.
    fn put(&mut self, kind: ChannelKind, text: &str) {
        self.put_scaled(kind, text, |value| value);
    }

    fn put_scaled(&mut self, kind: ChannelKind, text: &str, scale: impl Fn(f64) -> f64) {
        if text.is_empty() {
            return;
        }
        let Some(value) = number(text) else {
            self.odd += 1;
            return;
        };
        self.found.retain(|(other, _)| *other != kind);
        self.found.push((kind, scale(value)));
    }

    fn holds(&self, kind: ChannelKind) -> bool {
        self.found.iter().any(|(other, _)| *other == kind)
    }

    fn clear(&mut self) {
        self.found.clear();
    }
}

/// One activity as an XML file tells it, gathered until it closes.
#[derive(Debug, Default)]
struct Draft {
    about: Recording,
    start: Option<chrono::DateTime<chrono::Utc>>,
    track: Track,
    clock: Clock,
    repairs: Vec<Repair>,
}

impl Draft {
    /// The activity; `None` when the file says neither when it was nor anything about it.
    fn finish(mut self) -> Option<Content> {
        if self.start.is_none() && self.track.reach().is_none() {
            return None;
        }
        let (mut recording, repairs) = self.track.finish(self.about, self.start);
        for repair in repairs {
            // Told once, by whoever saw more of it.
            match self.repairs.iter_mut().find(|own| (own.kind, own.channel) == (repair.kind, repair.channel)) {
                Some(own) if own.samples >= repair.samples => {}
                Some(own) => *own = repair,
                None => self.repairs.push(repair),
            }
        }
        self.clock.tell(&mut recording, &mut self.repairs);
        Some(Content::Activity { recording, repairs: self.repairs })
    }
}

/// What was read, with what the walk through the file repaired.
///
/// # Errors
/// [`ExchangeFault::BrokenText`] when the file ended before anything was read, [`ExchangeFault::NoActivity`] when it is
/// whole but holds nothing.
fn parsed(format: Format, contents: Vec<Content>, odd: u32, walked: &Walked) -> Result<Parsed, ExchangeFault> {
    if contents.is_empty() {
        return Err(match walked.cut_at {
            Some(at_byte) => ExchangeFault::BrokenText { format: format.ending(), at_byte },
            None => ExchangeFault::NoActivity { messages: walked.elements },
        });
    }
    let mut repairs = Vec::new();
    repairs.extend(walked.cut_at.map(|_| repair(RepairKind::TruncatedTail, 1)));
    repairs.extend((walked.odd_bytes > 0).then(|| repair(RepairKind::TextEncoding, walked.odd_bytes as usize)));
    let odd = odd.saturating_add(walked.left_out);
    repairs.extend((odd > 0).then(|| repair(RepairKind::ValueLeftOut, odd as usize)));
    Ok(Parsed { format, contents, repairs, notes: Vec::new() })
}
