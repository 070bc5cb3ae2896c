//! Thinning a track for a picture: the points a line cannot do without.

/// Which of `points` stay when no point may lie farther than `tolerance` from the line through those that do (Douglas and
/// Peucker 1973, *Cartographica* 10(2)).
///
/// Points are plane coordinates, `tolerance` is in their unit. The first and the last stay; a track that comes back to
/// where it began keeps its shape, because the distance is that to the piece of line between two points and not to the line
/// beyond them. Indices rise. All stay with a tolerance that is not above 0; of fewer than three points all stay.
#[must_use]
pub fn douglas_peucker(points: &[(f64, f64)], tolerance: f64) -> Vec<usize> {
    if points.len() < 3 || tolerance.is_nan() || tolerance <= 0.0 {
        return (0..points.len()).collect();
    }
    let mut keep = vec![false; points.len()];
    (keep[0], keep[points.len() - 1]) = (true, true);
    // Its own stack: a track of a day would be too deep for the program's.
    let mut open = vec![(0, points.len() - 1)];
    while let Some((first, last)) = open.pop() {
        let far = |i: &usize| to_piece(points[*i], points[first], points[last]);
        let farthest = (first + 1..last).max_by(|a, b| far(a).total_cmp(&far(b)));
        if let Some(middle) = farthest.filter(|middle| far(middle) > tolerance) {
            keep[middle] = true;
            open.extend([(first, middle), (middle, last)]);
        }
    }
    keep.iter().enumerate().filter_map(|(i, keep)| keep.then_some(i)).collect()
}

/// Distance from a point to the piece of line between two others.
fn to_piece(point: (f64, f64), from: (f64, f64), to: (f64, f64)) -> f64 {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let length = dx * dx + dy * dy;
    let along = ((point.0 - from.0) * dx + (point.1 - from.1) * dy) / length;
    let along = if length > 0.0 { along.clamp(0.0, 1.0) } else { 0.0 };
    (point.0 - from.0 - along * dx).hypot(point.1 - from.1 - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line_is_its_ends_and_a_corner_stays() {
        let mut points: Vec<(f64, f64)> = (0..100).map(|i| (f64::from(i), 0.0)).collect();
        assert_eq!(douglas_peucker(&points, 0.5), [0, 99]);
        points[40].1 = 3.0;
        assert!(douglas_peucker(&points, 0.5).contains(&40), "the extreme stays");
    }

    #[test]
    fn a_ring_keeps_its_shape_within_the_tolerance() {
        let ring: Vec<(f64, f64)> =
            (0..=720).map(|i| f64::from(i).to_radians()).map(|a| (100.0 * a.cos(), 100.0 * a.sin())).collect();
        let kept = douglas_peucker(&ring, 1.0);
        assert!((20..200).contains(&kept.len()), "{}", kept.len());
        for (i, point) in ring.iter().enumerate() {
            let after = kept.partition_point(|k| *k < i).clamp(1, kept.len() - 1);
            let off = to_piece(*point, ring[kept[after - 1]], ring[kept[after]]);
            assert!(off <= 1.0 + 1e-9, "point {i} lies {off} off");
        }
    }

    #[test]
    fn few_points_and_no_tolerance_keep_everything() {
        let points = [(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)];
        assert_eq!(douglas_peucker(&points, 0.0), [0, 1, 2]);
        assert_eq!(douglas_peucker(&points[..2], 9.0), [0, 1]);
        assert!(douglas_peucker(&[], 9.0).is_empty());
    }
}
