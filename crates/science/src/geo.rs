//! Distances on the Earth.

use crate::unit::Meters;

/// The Earth as receivers see it (WGS 84): radius at the equator, and the square of the eccentricity.
const EQUATOR_M: f64 = 6_378_137.0;
const ECCENTRICITY_2: f64 = 0.006_694_379_990_14;

/// Distance between two places (latitude, longitude, degrees) by the curvature of the WGS 84 ellipsoid half-way between
/// them: exact to a millimetre for legs of a track, where a sphere of the mean radius is up to 0.5 % off. Meant for places
/// a person can reach in a day; across an ocean it only says that they are far. Not a number where a coordinate is not one.
#[must_use]
pub fn distance(from: (f64, f64), to: (f64, f64)) -> Meters {
    let (east, north) = leg(f64::midpoint(from.0, to.0), from, to);
    Meters(north.hypot(east))
}

/// A place (latitude, longitude, degrees) on a flat sheet: metres east and north of `origin`, true to scale at the
/// origin's latitude (equirectangular). For maps of what a person covers in a day: 50 km north or south of the origin,
/// lengths across are off by 1 % at 50 degrees. The short way round, so that a track over the date line stays in one piece.
#[must_use]
pub fn plane(origin: (f64, f64), place: (f64, f64)) -> (f64, f64) {
    leg(origin.0, origin, place)
}

/// Metres east and north from one place to another by the curvature at a latitude.
fn leg(latitude: f64, from: (f64, f64), to: (f64, f64)) -> (f64, f64) {
    let middle = latitude.to_radians();
    let bent = 1.0 - ECCENTRICITY_2 * middle.sin().powi(2);
    let (meridian, across) = (EQUATOR_M * (1.0 - ECCENTRICITY_2) / bent.powf(1.5), EQUATOR_M / bent.sqrt());
    // The short way round.
    let east = (to.1 - from.1 + 180.0).rem_euclid(360.0) - 180.0;
    (east.to_radians() * across * middle.cos(), (to.0 - from.0).to_radians() * meridian)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_those_of_the_ellipsoid() {
        // A hundredth of a degree along a meridian and a parallel, by the ellipsoid's published series.
        let cases = [
            ((0.0, 0.0), (0.01, 0.0), 1105.743),
            ((0.0, 0.0), (0.0, 0.01), 1113.195),
            ((45.0, 8.0), (45.01, 8.0), 1111.319),
            ((45.0, 8.0), (45.0, 8.01), 788.468),
            ((60.0, 179.995), (60.0, -179.995), 558.000),
        ];
        for (from, to, expected) in cases {
            assert!((distance(from, to).0 - expected).abs() < 0.02, "{from:?}: {:?}", distance(from, to));
        }
    }

    #[test]
    fn a_sheet_is_true_to_scale_and_knows_no_date_line() {
        let (east, north) = plane((45.0, 8.0), (45.0, 8.01));
        assert!((east - 788.468).abs() < 0.02 && north == 0.0, "{east} {north}");
        assert!((plane((45.0, 8.0), (45.01, 8.0)).1 - 1111.314).abs() < 0.02);
        let over = plane((-17.0, 179.99), (-17.0, -179.99));
        assert!((2_120.0..2_140.0).contains(&over.0), "{over:?}");
        let back = plane((-17.0, -179.99), (-17.0, 179.99));
        assert!((over.0 + back.0).abs() < 1e-6);
    }

    #[test]
    fn a_place_is_nowhere_from_itself_and_far_ones_are_far() {
        assert_eq!(distance((48.1, 11.5), (48.1, 11.5)).0, 0.0);
        assert!(distance((90.0, 0.0), (-90.0, 0.0)).0 > 1e7);
        assert!(distance((0.0, -90.0), (0.0, 90.0)).0 > 1e7);
        assert!(distance((f64::NAN, 0.0), (0.0, 0.0)).0.is_nan());
    }
}
