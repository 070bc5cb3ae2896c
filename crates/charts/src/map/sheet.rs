//! Which part of the sheet is shown, and how large.

use contract::track::TrackView;
use domain::locale::{self, Quantity};

use super::bounds;

/// Room around the track, pixels.
const AROUND: f64 = 28.0;
/// The least that is worth showing across, metres: closer than this a receiver only trembles.
const LEAST_M: f64 = 60.0;

/// The place in the middle of the picture and how many metres one pixel is. North is up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sheet {
    /// Metres east and north of the track's own middle.
    pub middle: (f64, f64),
    /// Metres a pixel, above 0.
    pub scale: f64,
}

impl Sheet {
    /// The sheet that holds a whole track in a picture of `size` pixels.
    #[must_use]
    pub fn whole(track: &TrackView, size: (u32, u32)) -> Sheet {
        let ((west, south), (east, north)) = bounds(track).unwrap_or_default();
        let room = |pixels: u32| (f64::from(pixels) - 2.0 * AROUND).max(1.0);
        let scale = ((east - west) / room(size.0)).max((north - south) / room(size.1));
        let least = LEAST_M / room(size.0.min(size.1));
        Sheet { middle: (f64::midpoint(west, east), f64::midpoint(south, north)), scale: scale.max(least) }
    }

    /// Where a place lies on a picture.
    #[must_use]
    pub fn px(self, (w, h): (u32, u32), place: (f64, f64)) -> (f64, f64) {
        let middle = (f64::from(w) / 2.0, f64::from(h) / 2.0);
        (middle.0 + (place.0 - self.middle.0) / self.scale, middle.1 - (place.1 - self.middle.1) / self.scale)
    }

    /// Which place lies at a pixel.
    #[must_use]
    pub fn place(self, (w, h): (u32, u32), px: (f64, f64)) -> (f64, f64) {
        let middle = (f64::from(w) / 2.0, f64::from(h) / 2.0);
        (self.middle.0 + (px.0 - middle.0) * self.scale, self.middle.1 - (px.1 - middle.1) * self.scale)
    }

    /// `factor` times as close around a pixel, which keeps its place: above 1 closer. Never farther away than the whole, and
    /// never closer than `LEAST_M` across.
    #[must_use]
    pub fn zoomed(self, size: (u32, u32), px: (f64, f64), factor: f64, whole: Sheet) -> Sheet {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        let least = (LEAST_M / f64::from(size.0.max(1))).min(whole.scale);
        let scale = (self.scale / factor).clamp(least, whole.scale);
        if scale >= whole.scale {
            return whole;
        }
        let fixed = self.place(size, px);
        let middle = (f64::from(size.0) / 2.0, f64::from(size.1) / 2.0);
        Sheet { middle: (fixed.0 - (px.0 - middle.0) * scale, fixed.1 + (px.1 - middle.1) * scale), scale }
    }

    /// Moved by so many pixels, as far as what the whole sheet shows goes.
    #[must_use]
    pub fn panned(self, size: (u32, u32), (dx, dy): (f64, f64), whole: Sheet) -> Sheet {
        let room = |pixels: u32| (f64::from(pixels) / 2.0 * (whole.scale - self.scale)).max(0.0);
        let within = |at: f64, middle: f64, room: f64| at.clamp(middle - room, middle + room);
        Sheet {
            middle: (
                within(self.middle.0 - dx * self.scale, whole.middle.0, room(size.0)),
                within(self.middle.1 + dy * self.scale, whole.middle.1, room(size.1)),
            ),
            scale: self.scale,
        }
    }

    /// The longest round length that `pixels` have room for, metres, and as it is written.
    #[must_use]
    pub fn bar(self, pixels: f64) -> (f64, String) {
        let locale = locale::here();
        let room = pixels * self.scale;
        let far = locale.kept(Quantity::Distance, 1.0);
        let (quantity, one) =
            if room < far { (Quantity::Height, locale.kept(Quantity::Height, 1.0)) } else { (Quantity::Distance, far) };
        let power = 10_f64.powf((room / one).log10().floor());
        let round = [5.0, 2.0].into_iter().find(|round| round * power * one <= room).unwrap_or(1.0) * power;
        let decimals = usize::from(round < 1.0);
        (round * one, format!("{} {}", locale.number(round, decimals), locale.unit(quantity)))
    }
}
