//! Lines of different heights below each other, of which only those in sight are on the page.

/// Pixels beyond the edges that stand ready, so that a short scroll shows nothing empty.
const BEYOND: f64 = 120.0;

/// Where each line begins.
#[derive(Debug, Clone, PartialEq)]
pub struct Strip {
    /// The top of each line, and the end of the last.
    tops: Vec<f64>,
}

impl Strip {
    /// Of lines with these heights, pixels.
    #[must_use]
    pub fn new(heights: impl Iterator<Item = f64>) -> Strip {
        let mut tops = vec![0.0];
        let mut end = 0.0;
        tops.extend(heights.map(|height| {
            end += height;
            end
        }));
        Strip { tops }
    }

    /// Height of all.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Where a line begins.
    #[must_use]
    pub fn top(&self, line: usize) -> f64 {
        self.tops.get(line).copied().unwrap_or_else(|| self.height())
    }

    /// The lines to draw, from the first to before the last, for a place scrolled to and a height in sight.
    #[must_use]
    pub fn seen(&self, scrolled: f64, height: f64) -> (usize, usize) {
        let lines = self.tops.len() - 1;
        let first = self.tops.partition_point(|top| *top <= scrolled - BEYOND).saturating_sub(1);
        let last = self.tops.partition_point(|top| *top < scrolled + height + BEYOND);
        (first.min(lines.saturating_sub(1)), last.min(lines))
    }

    /// How far to scroll to see a line whole, from a place scrolled to; `None` where it is in sight.
    #[must_use]
    pub fn reveal(&self, line: usize, scrolled: f64, height: f64) -> Option<f64> {
        let (top, end) = (self.top(line), self.top(line + 1));
        if top < scrolled {
            Some(top)
        } else if end > scrolled + height {
            Some((end - height).min(top))
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_in_sight_and_a_few_beyond_are_drawn() {
        let strip = Strip::new((0..1000).map(|_| 40.0));
        assert_eq!(strip.height(), 40_000.0);
        assert_eq!(strip.seen(0.0, 400.0), (0, 13));
        let (first, last) = strip.seen(20_000.0, 400.0);
        assert!(strip.top(first) <= 19_880.0 && strip.top(last) >= 20_520.0, "{first} {last}");
        assert!(last - first < 20);
        assert_eq!(strip.seen(1e9, 400.0), (999, 1000), "never beyond the end");
        assert_eq!(Strip::new(std::iter::empty()).seen(0.0, 400.0), (0, 0));
    }

    #[test]
    fn a_line_is_revealed_by_the_shortest_way() {
        let strip = Strip::new([30.0, 40.0, 120.0, 40.0].into_iter());
        assert_eq!(strip.reveal(1, 0.0, 100.0), None);
        assert_eq!(strip.reveal(2, 0.0, 150.0), Some(40.0));
        assert_eq!(strip.reveal(2, 0.0, 100.0), Some(70.0), "taller than the sight: its beginning");
        assert_eq!(strip.reveal(0, 80.0, 100.0), Some(0.0));
    }
}
