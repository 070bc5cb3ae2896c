//! Time zones crossed.
//!
//! Source: Janse van Rensburg et al. 2020/2021 (jet lag in athletes): about a day a zone eastward, half a day westward,
//! troublesome beyond three zones. Rules of thumb; people differ.

/// Below or at this many zones no jet lag is expected.
pub const HARMLESS_ZONES: f64 = 3.0;

/// Days until the body clock has caught up with `zones` time zones (a positive number; halves exist): one a zone to the
/// east, half a one to the west. `None` unless `zones` lies in 0 to 12: beyond, the other way round is shorter.
#[must_use]
pub fn resync_days(zones: f64, east: bool) -> Option<f64> {
    let days = if east { zones } else { zones / 2.0 };
    (0.0..=12.0).contains(&zones).then_some(days)
}

/// Days without hard sessions, and with frozen baselines, after arrival: half the zones, at most three; none up to
/// [`HARMLESS_ZONES`]. Design choice within the source's range. `None` as for [`resync_days`].
#[must_use]
pub fn easy_days(zones: f64) -> Option<f64> {
    let days = if zones <= HARMLESS_ZONES { 0.0 } else { (zones / 2.0).min(3.0) };
    (0.0..=12.0).contains(&zones).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_east_takes_twice_as_long_as_the_west() {
        assert_eq!(resync_days(5.5, true), Some(5.5));
        assert_eq!(resync_days(5.5, false), Some(2.75));
    }

    #[test]
    fn a_few_zones_ask_for_no_easy_days_and_many_for_three_at_most() {
        assert_eq!([2.0, 3.0, 4.0, 9.0].map(easy_days), [Some(0.0), Some(0.0), Some(2.0), Some(3.0)]);
    }

    #[test]
    fn zones_that_cannot_be_are_refused() {
        for zones in [-1.0, 12.5, f64::NAN] {
            assert_eq!((resync_days(zones, true), easy_days(zones)), (None, None));
        }
    }
}
