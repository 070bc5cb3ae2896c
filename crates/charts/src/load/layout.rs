//! Where everything lies; the pointer's hit test reads the same.

use super::Drawn;
use super::bars::{self, Bar, Grain};
use crate::axis::Days;
use crate::scale::{Linear, nice};

pub(super) const LEFT: f64 = 40.0;
pub(super) const RIGHT: f64 = 96.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 22.0;
const GAP: f64 = 18.0;

/// Left and right edge of the plot in a picture this wide, pixels.
pub(super) fn sides(width: f64) -> (f64, f64) {
    (LEFT, (width - RIGHT).max(LEFT + 1.0))
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    pub(super) days: Days,
    pub(super) lines: Linear,
    pub(super) bars: Linear,
    pub(super) form: Linear,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) panels: [(f64, f64); 3],
    pub(super) ticks: [Vec<f64>; 3],
    pub(super) grain: Grain,
    /// Load done.
    pub(super) done: Vec<Bar>,
    /// Load planned, after today.
    pub(super) planned: Vec<Bar>,
}

impl Layout {
    pub(super) fn of(drawn: &Drawn<'_>, (w, h): (f64, f64)) -> Layout {
        let (left, right) = sides(w);
        let days = Days::shown(drawn.shown, (left, right));
        let room = (h - TOP - BOTTOM - 2.0 * GAP).max(3.0);
        let (a, b) = (TOP + room * 0.5, TOP + GAP + room * 0.74);
        let panels = [(TOP, a), (a + GAP, b), (b + GAP, TOP + 2.0 * GAP + room)];
        let ticks_for = |px: (f64, f64)| ((px.1 - px.0) / 32.0).clamp(1.0, 5.0) as u32;
        let grain = Grain::of(days.slot());
        let (done, planned) = bars::of(drawn, days, grain);
        let points = drawn.points();
        let ahead = || drawn.ahead.iter().filter(|day| days.holds(day.date));
        let expected =
            drawn.expected.iter().filter(|week| days.holds(week.date)).flat_map(|week| [week.ctl, week.band.1]);
        let lines = points.iter().flat_map(|p| [p.ctl, p.atl]).chain(ahead().flat_map(|day| [day.ctl, day.atl]));
        let (l0, l1, lt) = nice(lines.chain(expected), true, ticks_for(panels[0]));
        let loads = done.iter().chain(&planned).filter_map(|bar| bar.load);
        let (b0, b1, bt) = nice(loads, true, ticks_for(panels[1]).min(2));
        let forms = points.iter().map(|p| p.form_morning).chain(ahead().map(|day| day.form_morning));
        let (f0, f1, ft) = nice(forms, true, ticks_for(panels[2]).min(3));
        let down = |domain: (f64, f64), (top, bottom): (f64, f64)| Linear::new(domain, (bottom, top));
        Layout {
            days,
            lines: down((l0, l1), panels[0]),
            bars: down((b0, b1), panels[1]),
            form: down((f0, f1), panels[2]),
            right,
            top: TOP,
            bottom: panels[2].1,
            panels,
            ticks: [lt, bt, ft],
            grain,
            done,
            planned,
        }
    }
}
