//! Gestures and keys of a chart. Nothing is drawn here: they move what is shown, the crosshair and the span being marked.

use std::rc::Rc;

use charts::hit::Hit;
use charts::plot::{Across, Mark, Plot};
use charts::view::{Brush, View};
use leptos::prelude::*;
use leptos::{ev, html};

use super::Linked;
use crate::words::words;

/// How much one step of the wheel or a key zooms.
const ZOOM: f64 = 1.25;
/// How much of the shown span a key pans.
const PAN: f64 = 0.2;
/// A press that moves less is no drag, and a span narrower than this is none, pixels.
const CLICK: f64 = 4.0;

/// What is being done with the pointers that are down.
#[derive(Debug, Clone, Copy, Default)]
enum Grip {
    #[default]
    None,
    /// The picture is dragged: where it was taken, and what was shown then.
    Drag(f64, View),
    /// A span is being marked.
    Mark,
}

/// A chart in somebody's hands.
#[derive(Clone, Copy)]
pub(super) struct Hands {
    pub(super) plot: StoredValue<Rc<dyn Plot>, LocalStorage>,
    pub(super) across: Across,
    pub(super) linked: Linked,
    pub(super) size: Signal<(u32, u32)>,
    pub(super) node: NodeRef<html::Div>,
    /// The span being marked, and whether by keys.
    pub(super) brush: RwSignal<Option<(Brush, bool)>>,
    /// A plain drag marks a span instead of moving the picture.
    pub(super) marking: RwSignal<bool>,
    /// A marked span is chosen; else it is zoomed to.
    pub(super) chooses: bool,
    /// The crosshair was moved by keys: it is spoken.
    pub(super) spoken: RwSignal<bool>,
    pub(super) grip: StoredValue<Held>,
}

/// Pointers that are down, by id, with where they are; and what they do.
#[derive(Debug, Clone, Default)]
pub(super) struct Held {
    down: Vec<(i32, f64)>,
    grip: Grip,
}

impl Hands {
    fn sides(self) -> (f64, f64) {
        let size = self.size.get_untracked();
        self.plot.with_value(|plot| plot.sides(size))
    }

    /// What is shown now.
    fn view(self) -> View {
        self.linked.view.get_untracked()
    }

    /// Whether there is more than what is shown.
    pub(super) fn zooms(self) -> bool {
        self.across.least < self.across.whole.span()
    }

    /// What is read at a place of a view.
    pub(super) fn read(self, view: View, at: f64) -> Option<Hit> {
        let size = self.size.get_untracked();
        view.contains(at).then(|| self.plot.with_value(|plot| plot.hit(view, size, at, words())))?
    }

    /// Everything that is marked on it.
    pub(super) fn marks(self) -> Vec<Mark> {
        self.plot.with_value(|plot| plot.marks(words()))
    }

    fn show(self, view: View) {
        if view != self.view() {
            self.linked.view.set(view);
        }
    }

    /// Zooms around the crosshair, or the middle.
    pub(super) fn zoom(self, factor: f64) {
        let view = self.view();
        let at = self.linked.at.get_untracked().filter(|at| view.contains(*at)).unwrap_or(view.middle());
        self.show(view.zoomed(at, factor, self.across.whole, self.across.least));
    }

    /// Nearer (`true`) or farther.
    pub(super) fn nearer(self, nearer: bool) {
        self.zoom(if nearer { ZOOM * ZOOM } else { 1.0 / (ZOOM * ZOOM) });
    }

    /// Pans by a part of what is shown.
    pub(super) fn pan(self, direction: f64) {
        self.show(self.view().panned(direction * PAN * self.view().span(), self.across.whole));
    }

    /// Shows everything.
    pub(super) fn whole(self) {
        self.show(self.across.whole);
    }

    /// Puts the crosshair somewhere and shows that place.
    pub(super) fn go(self, at: f64) {
        let view = self.view();
        if !view.contains(at) {
            self.show(view.panned(at - view.middle(), self.across.whole));
        }
        self.spoken.set(true);
        self.linked.at.set(Some(at));
        self.extend(at);
    }

    /// A span that is being marked by keys follows the crosshair.
    fn extend(self, at: f64) {
        if let Some((brush, true)) = self.brush.get_untracked() {
            self.brush.set(Some((brush.moved(at), true)));
        }
    }

    /// The crosshair to the next place in a direction that reads something else; pans when that is outside.
    fn step(self, direction: f64) {
        let found = self.next(direction);
        if let Some(at) = found.or_else(|| {
            let before = self.view();
            self.pan(direction);
            (self.view() != before).then(|| self.next(direction)).flatten()
        }) {
            self.go(at);
        }
    }

    fn next(self, direction: f64) -> Option<f64> {
        let (view, sides) = (self.view(), self.sides());
        let start = if direction > 0.0 { sides.0 } else { sides.1 };
        let here = self.linked.at.get_untracked().filter(|at| view.contains(*at));
        let label = here.and_then(|at| self.read(view, at)).map(|hit| hit.label);
        let mut x = here.map_or(start, |at| view.px(sides, at));
        let (left, right) = sides;
        loop {
            let hit = self.read(view, view.at(sides, x));
            if let Some(hit) = hit.filter(|hit| Some(&hit.label) != label.as_ref() && view.contains(hit.at)) {
                return Some(hit.at);
            }
            x += direction;
            if !(left..=right).contains(&x) {
                return None;
            }
        }
    }

    /// To the mark before or after the crosshair.
    fn to_mark(self, direction: f64) {
        let view = self.view();
        let at = self.linked.at.get_untracked().unwrap_or(if direction > 0.0 { view.from } else { view.to });
        let marks = self.marks();
        let next = if direction > 0.0 {
            marks.iter().find(|mark| mark.at > at + 1e-6)
        } else {
            marks.iter().rev().find(|mark| mark.at < at - 1e-6)
        };
        if let Some(mark) = next {
            self.go(mark.at);
        }
    }

    /// What a few pixels are worth.
    fn few(self) -> f64 {
        let (left, right) = self.sides();
        self.view().span() * CLICK / (right - left).max(1.0)
    }

    fn finish_mark(self) {
        let Some((brush, _)) = self.brush.get_untracked() else { return };
        self.brush.set(None);
        let Some(span) = brush.span(self.few()) else { return };
        if self.chooses {
            self.linked.chosen.set(Some(span));
        } else {
            self.show(span.zoomed(span.middle(), 1.0, self.across.whole, self.across.least));
        }
    }

    /// Enter begins a span at the crosshair, and ends it.
    fn mark_by_key(self) -> bool {
        match (self.brush.get_untracked(), self.linked.at.get_untracked()) {
            (Some((_, true)), _) => self.finish_mark(),
            (None, Some(at)) => self.brush.set(Some((Brush::begin(at), true))),
            _ => return false,
        }
        true
    }

    /// Takes back one thing: the span being marked, the chosen one, then the zoom, then the crosshair.
    fn back(self) -> bool {
        if self.brush.get_untracked().is_some() {
            self.brush.set(None);
        } else if self.chooses && self.linked.chosen.get_untracked().is_some() {
            self.linked.chosen.set(None);
        } else if self.view() != self.across.whole {
            self.whole();
        } else if self.linked.at.get_untracked().is_some() {
            self.linked.at.set(None);
        } else {
            return false;
        }
        true
    }

    /// A key. What is no key of a chart is left to the page.
    pub(super) fn key(self, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let shift = event.shift_key();
        let done = match event.key().as_str() {
            "ArrowLeft" if shift => self.did(|| self.pan(-1.0)),
            "ArrowRight" if shift => self.did(|| self.pan(1.0)),
            "ArrowLeft" => self.did(|| self.step(-1.0)),
            "ArrowRight" => self.did(|| self.step(1.0)),
            "+" | "=" => self.did(|| self.nearer(true)),
            "-" | "_" => self.did(|| self.nearer(false)),
            "Home" => self.did(|| self.go(self.across.whole.from)),
            "End" => self.did(|| self.go(self.across.whole.to)),
            "PageUp" => self.did(|| self.to_mark(-1.0)),
            "PageDown" => self.did(|| self.to_mark(1.0)),
            "Enter" => self.mark_by_key(),
            "Escape" => self.back(),
            _ => false,
        };
        if done {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn did(self, work: impl FnOnce()) -> bool {
        work();
        true
    }

    /// Pixels from the left of the picture.
    fn x(self, event: &ev::MouseEvent) -> Option<f64> {
        let node = self.node.get_untracked()?;
        Some(f64::from(event.client_x()) - node.get_bounding_client_rect().left())
    }

    fn place(self, x: f64) -> f64 {
        self.view().at(self.sides(), x)
    }

    pub(super) fn down(self, event: &ev::PointerEvent) {
        let Some(x) = self.x(event).filter(|_| event.button() == 0) else { return };
        if let Some(node) = self.node.get_untracked() {
            // Refused for a pointer that is gone already.
            drop(node.set_pointer_capture(event.pointer_id()));
        }
        let marks = event.shift_key() || self.marking.get_untracked();
        let view = self.view();
        self.grip.update_value(|held| {
            held.down.retain(|(id, _)| *id != event.pointer_id());
            held.down.push((event.pointer_id(), x));
            held.grip = match (held.down.len(), marks) {
                (1, true) => Grip::Mark,
                (1, false) => Grip::Drag(x, view),
                // Two fingers pinch, more do nothing.
                _ => Grip::None,
            };
        });
        self.brush.set(
            (marks && self.grip.with_value(|held| held.down.len() == 1)).then(|| (Brush::begin(self.place(x)), false)),
        );
    }

    pub(super) fn moved(self, event: &ev::PointerEvent) {
        let Some(x) = self.x(event) else { return };
        let mut held = self.grip.get_value();
        let pinched = pinch(&mut held.down, event.pointer_id(), x);
        let grip = held.grip;
        self.grip.set_value(held);
        if let Some((middle, factor)) = pinched {
            let at = self.place(middle);
            return self.show(self.view().zoomed(at, factor, self.across.whole, self.across.least));
        }
        match grip {
            Grip::Drag(from, view) if (x - from).abs() >= CLICK || view != self.view() => {
                let (left, right) = self.sides();
                let by = (from - x) / (right - left).max(1.0) * view.span();
                self.show(view.panned(by, self.across.whole));
            }
            Grip::Mark => self.brush.update(|brush| *brush = brush.map(|(b, keys)| (b.moved(self.place(x)), keys))),
            Grip::Drag(..) | Grip::None => {}
        }
        self.spoken.set(false);
        self.linked.at.set(Some(self.place(x)));
    }

    pub(super) fn up(self, event: &ev::PointerEvent) {
        let marked = self.grip.try_update_value(|held| {
            held.down.retain(|(id, _)| *id != event.pointer_id());
            matches!(std::mem::take(&mut held.grip), Grip::Mark)
        });
        if marked.unwrap_or(false) {
            self.finish_mark();
        }
    }

    pub(super) fn left(self) {
        if self.grip.with_value(|held| held.down.is_empty()) && !self.spoken.get_untracked() {
            self.linked.at.set(None);
        }
    }

    /// The wheel zooms with Ctrl or ⌘ (a pinch on a touch pad says so too) or while the chart has the keyboard, and pans
    /// sideways; otherwise, and where nothing would move, the page scrolls as everywhere.
    pub(super) fn wheel(self, event: &ev::WheelEvent) {
        let Some(x) = self.x(event) else { return };
        let (dx, dy) = (event.delta_x(), event.delta_y());
        let active = document().active_element();
        let focused =
            self.node.get_untracked().is_some_and(|node| active.is_some_and(|active| node.is_same_node(Some(&active))));
        let before = self.view();
        if dx.abs() > dy.abs() || (event.shift_key() && focused) {
            let (left, right) = self.sides();
            let by = if dx.abs() > dy.abs() { dx } else { dy };
            self.show(before.panned(by / (right - left).max(1.0) * before.span(), self.across.whole));
        } else if event.ctrl_key() || event.meta_key() || focused {
            // A wheel's notch is about 100; a touch pad sends many small ones.
            let factor = ZOOM.powf((-dy / 100.0).clamp(-3.0, 3.0));
            self.show(before.zoomed(self.place(x), factor, self.across.whole, self.across.least));
        } else {
            return;
        }
        // With Ctrl the browser would zoom the page at the end of the way.
        if self.view() != before || event.ctrl_key() || event.meta_key() {
            event.prevent_default();
        }
    }
}

/// Moves one of the pointers that are down. With two: where their middle is, and how much farther apart they are now.
fn pinch(down: &mut [(i32, f64)], id: i32, x: f64) -> Option<(f64, f64)> {
    let pair = |down: &[(i32, f64)]| match down {
        [(_, a), (_, b)] => Some(((a + b) / 2.0, (a - b).abs().max(1.0))),
        _ => None,
    };
    let before = pair(down);
    let moved = down.iter_mut().find(|(other, _)| *other == id)?;
    moved.1 = x;
    let ((_, was), (middle, is)) = (before?, pair(down)?);
    Some((middle, is / was))
}

#[cfg(test)]
mod tests {
    use super::pinch;

    #[test]
    fn two_fingers_zoom_around_their_middle_and_one_does_not() {
        let mut two = [(1, 100.0), (2, 200.0)];
        assert_eq!(pinch(&mut two, 2, 300.0), Some((200.0, 2.0)));
        assert_eq!(two[1], (2, 300.0));
        assert_eq!(pinch(&mut two, 7, 10.0), None, "a pointer that is not down");
        assert_eq!(pinch(&mut [(1, 100.0)], 1, 120.0), None);
    }
}
