//! Where the keyboard stands on the board, and where a key takes it. Plain, so that it is tested without a browser.

/// A place: a row of those shown, a day of those shown, and one of the sessions there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Row, from 0.
    pub row: usize,
    /// Day, from 0.
    pub day: usize,
    /// Session of that day, from 0; 0 on an empty day as well.
    pub slot: usize,
}

/// How large the board is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Rows shown.
    pub rows: usize,
    /// Days shown.
    pub days: usize,
    /// Rows that fit on the screen.
    pub page: usize,
}

impl Place {
    /// The place a key leads to; `None` for keys that lead nowhere. `sessions` tells how many a day of a row has.
    #[must_use]
    pub fn after(self, key: &str, extent: Extent, sessions: impl Fn(usize, usize) -> usize) -> Option<Place> {
        let last_row = extent.rows.checked_sub(1)?;
        let last_day = extent.days.checked_sub(1)?;
        let row = |row: usize| Place { row: row.min(last_row), slot: 0, ..self };
        let day = |day: usize| Place { day: day.min(last_day), slot: 0, ..self };
        Some(match key {
            "ArrowLeft" => day(self.day.saturating_sub(1)),
            "ArrowRight" => day(self.day + 1),
            "ArrowUp" if self.slot > 0 => Place { slot: self.slot - 1, ..self },
            "ArrowUp" if self.row > 0 => {
                let above = self.row - 1;
                Place { row: above, slot: sessions(above, self.day).saturating_sub(1), ..self }
            }
            "ArrowDown" if self.slot + 1 < sessions(self.row, self.day) => Place { slot: self.slot + 1, ..self },
            "ArrowDown" if self.row < last_row => row(self.row + 1),
            "ArrowUp" | "ArrowDown" => self,
            "Home" => day(0),
            "End" => day(last_day),
            "PageUp" => row(self.row.saturating_sub(extent.page.max(1))),
            "PageDown" => row(self.row + extent.page.max(1)),
            _ => return None,
        })
    }
}

/// Rows beyond the edges that stand ready, so that a short scroll shows nothing empty.
const OVERSCAN: usize = 2;

/// The rows to draw: from the first to before the last, for a place scrolled to and a height, both in pixels.
#[must_use]
pub fn window(scrolled: f64, height: f64, row_height: f64, rows: usize) -> (usize, usize) {
    let first = ((scrolled / row_height).floor().max(0.0) as usize).saturating_sub(OVERSCAN);
    let last = (((scrolled + height) / row_height).ceil().max(0.0) as usize).saturating_add(OVERSCAN);
    (first.min(rows), last.min(rows))
}
