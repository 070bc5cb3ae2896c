//! Distances on the Earth.

use crate::unit::Meters;

/// Mean radius of the Earth, metres (IUGG: (2a + b) / 3 of the WGS 84 ellipsoid).
pub const EARTH_RADIUS: Meters = Meters(6_371_008.8);

/// Distance between two places (latitude, longitude, degrees) along the great circle on a sphere of the mean radius: the
/// haversine formula (Sinnott 1984, Sky & Telescope 68:159). Off from the ellipsoid by at most 0.6 %; not a number where a
/// coordinate is not one.
#[must_use]
pub fn distance(a: (f64, f64), b: (f64, f64)) -> Meters {
    let (lat_a, lat_b) = (a.0.to_radians(), b.0.to_radians());
    let half_lat = ((lat_b - lat_a) / 2.0).sin();
    let half_lon = ((b.1 - a.1).to_radians() / 2.0).sin();
    let chord = half_lat * half_lat + lat_a.cos() * lat_b.cos() * half_lon * half_lon;
    Meters(2.0 * EARTH_RADIUS.0 * chord.clamp(0.0, 1.0).sqrt().asin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quarter_of_the_equator_and_a_pole_are_equally_far() {
        let quarter = EARTH_RADIUS.0 * std::f64::consts::FRAC_PI_2;
        assert!((distance((0.0, 0.0), (0.0, 90.0)).0 - quarter).abs() < 1e-3);
        assert!((distance((0.0, 30.0), (90.0, 0.0)).0 - quarter).abs() < 1e-3);
    }

    #[test]
    fn the_other_side_of_the_date_line_is_near() {
        let near = distance((0.0, 179.99), (0.0, -179.99)).0;
        assert!((near - 2223.9).abs() < 0.1, "{near}");
    }

    #[test]
    fn a_place_is_nowhere_from_itself_and_a_few_metres_keep_their_digits() {
        assert_eq!(distance((48.1, 11.5), (48.1, 11.5)).0, 0.0);
        let step = distance((48.1, 11.5), (48.1 + 1e-5, 11.5)).0;
        assert!((step - 1.111_95).abs() < 1e-4, "{step}");
    }
}
