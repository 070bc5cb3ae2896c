//! Metres between positions.

use domain::recording::{Channel, ChannelKind, Span};

/// The Earth as receivers see it (WGS 84): radius at the equator, metres, and the square of the eccentricity.
const EQUATOR_M: f64 = 6_378_137.0;
const ECCENTRICITY_2: f64 = 0.006_694_379_990_14;

/// Faster than this, m/s, a leg is a jump of the receiver and no way that was covered.
const FASTEST: f64 = 70.0;

/// Metres between two positions in degrees, on the ellipsoid's own curvature half-way: exact to a millimetre for legs of
/// a track. A sphere of the mean radius would be up to 0.5 % off.
fn metres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let middle = f64::midpoint(from.0, to.0).to_radians();
    let bent = 1.0 - ECCENTRICITY_2 * middle.sin().powi(2);
    let (meridian, across) = (EQUATOR_M * (1.0 - ECCENTRICITY_2) / bent.powf(1.5), EQUATOR_M / bent.sqrt());
    // The short way round.
    let east = (to.1 - from.1 + 180.0).rem_euclid(360.0) - 180.0;
    let (north, east) = ((to.0 - from.0).to_radians() * meridian, east.to_radians() * across * middle.cos());
    north.hypot(east)
}

/// Distance from the start at each position. Legs across a pause (in order) and jumps of the receiver cover nothing.
pub(super) fn distance(latitude: &Channel, longitude: &Channel, pauses: &[Span]) -> Channel {
    let mut out = Channel { kind: ChannelKind::Distance, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    let (mut east, mut pause) = (0, 0);
    let mut last: Option<(u32, (f64, f64))> = None;
    let mut total = 0.0;
    for (ms, lat) in latitude.ms.iter().zip(&latitude.values) {
        while longitude.ms.get(east).is_some_and(|at| at < ms) {
            east += 1;
        }
        if longitude.ms.get(east) != Some(ms) {
            continue;
        }
        let here = (*lat, longitude.values[east]);
        if let Some((before, there)) = last {
            while pauses.get(pause).is_some_and(|span| span.to_ms <= before) {
                pause += 1;
            }
            let paused = pauses.get(pause).is_some_and(|span| span.from_ms < *ms);
            let leg = metres(there, here);
            if !paused && leg <= FASTEST * f64::from(ms - before) / 1000.0 {
                total += leg;
            }
        }
        last = Some((*ms, here));
        out.ms.push(*ms);
        out.values.push(total);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn channel(kind: ChannelKind, values: &[f64]) -> Channel {
        let ms = (0..values.len() as u32).map(|i| i * 1000).collect();
        Channel { kind, ms, values: values.to_vec(), suspect: Vec::new() }
    }

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
            assert!((metres(from, to) - expected).abs() < 0.02, "{from:?}: {}", metres(from, to));
        }
        assert!(metres((90.0, 0.0), (-90.0, 0.0)).is_finite());
    }

    #[test]
    fn a_way_skips_pauses_and_jumps() {
        let lat = channel(ChannelKind::Latitude, &[50.0, 50.0001, 50.0002, 50.0003, 51.0, 50.0004]);
        let lon = channel(ChannelKind::Longitude, &[8.0; 6]);
        let step = metres((50.0, 8.0), (50.0001, 8.0));
        let all = distance(&lat, &lon, &[]);
        assert!((all.values[3] - 3.0 * step).abs() < 1e-6);
        assert!((all.values[5] - 3.0 * step).abs() < 1e-6, "out and back covers nothing");
        let paused = distance(&lat, &lon, &[Span { from_ms: 1000, to_ms: 2000 }]);
        assert!((paused.values[3] - 2.0 * step).abs() < 1e-6);
    }
}
