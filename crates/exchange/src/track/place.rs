//! Metres between positions.

use domain::recording::{Channel, ChannelKind, Span};
use science::geo;

/// Faster than this, m/s, a leg is a jump of the receiver and no way that was covered.
const FASTEST: f64 = 70.0;

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
            let leg = geo::distance(there, here).0;
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
    fn a_way_skips_pauses_and_jumps() {
        let lat = channel(ChannelKind::Latitude, &[50.0, 50.0001, 50.0002, 50.0003, 51.0, 50.0004]);
        let lon = channel(ChannelKind::Longitude, &[8.0; 6]);
        let step = geo::distance((50.0, 8.0), (50.0001, 8.0)).0;
        let all = distance(&lat, &lon, &[]);
        assert!((all.values[3] - 3.0 * step).abs() < 1e-6);
        assert!((all.values[5] - 3.0 * step).abs() < 1e-6, "out and back covers nothing");
        let paused = distance(&lat, &lon, &[Span { from_ms: 1000, to_ms: 2000 }]);
        assert!((paused.values[3] - 2.0 * step).abs() < 1e-6);
    }
}
