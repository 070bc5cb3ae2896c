//! The way covered as a picture knows it: from seconds to metres and back.

/// Seconds since the start and metres covered, rising.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Along<'a>(pub &'a [(f64, f64)]);

impl Along<'_> {
    /// Metres covered by a moment; those of the ends beyond them, 0 without any.
    #[must_use]
    pub fn meters(self, seconds: f64) -> f64 {
        self.between(seconds, |point| point.0, |point| point.1)
    }

    /// The moment a distance was covered, the first of several.
    #[must_use]
    pub fn seconds(self, meters: f64) -> f64 {
        self.between(meters, |point| point.1, |point| point.0)
    }

    fn between(self, at: f64, from: impl Fn(&(f64, f64)) -> f64, to: impl Fn(&(f64, f64)) -> f64) -> f64 {
        let after = self.0.partition_point(|point| from(point) < at);
        match (after.checked_sub(1).and_then(|before| self.0.get(before)), self.0.get(after)) {
            (Some(a), Some(b)) if from(b) > from(a) => to(a) + (at - from(a)) / (from(b) - from(a)) * (to(b) - to(a)),
            (_, Some(only)) | (Some(only), None) => to(only),
            (None, None) => 0.0,
        }
    }
}
