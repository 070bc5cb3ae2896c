//! Which sessions of the library are shown, and in which order.

use contract::library::LibraryLine;
use domain::sport::Sport;

use crate::words::t;

/// What the coach looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Stable name of a sport; empty for all.
    pub sport: String,
    /// Words of the title, the kind or the workout; empty for all.
    pub search: String,
}

impl Filter {
    fn fits(&self, line: &LibraryLine) -> bool {
        let template = &line.template;
        let sport = self.sport.is_empty() || template.sport.code() == self.sport;
        let text = template.workout.as_ref().map(ToString::to_string).unwrap_or_default();
        let (kind, named) = (template.kind.code(), template.sport.code());
        // By the words on the screen, and by those of the files.
        let labels = [t(&format!("kind-{kind}")), t(&format!("sport-{named}"))].join(" ");
        let all = [&template.title, kind, named, &labels, &text].join(" ").to_lowercase();
        sport && self.search.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

/// The sports the library has sessions for, in the order of menus.
#[must_use]
pub fn sports(all: &[LibraryLine]) -> Vec<Sport> {
    Sport::ALL.into_iter().filter(|sport| all.iter().any(|line| line.template.sport == *sport)).collect()
}

/// The sessions that fit, sport by sport; in each the coach's own first, then by kind and load.
#[must_use]
pub fn groups(all: &[LibraryLine], filter: &Filter) -> Vec<(Sport, Vec<LibraryLine>)> {
    let of = |sport: Sport| {
        let mut lines: Vec<LibraryLine> =
            all.iter().filter(|line| line.template.sport == sport && filter.fits(line)).cloned().collect();
        lines.sort_by(|a, b| (!a.own, a.template.kind).cmp(&(!b.own, b.template.kind)).then(a.load.total_cmp(&b.load)));
        (sport, lines)
    };
    sports(all).into_iter().map(of).filter(|(_, lines)| !lines.is_empty()).collect()
}
