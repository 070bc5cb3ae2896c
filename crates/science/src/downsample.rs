//! Thinning a line for a picture without losing its peaks.

/// At most `n` of the points, chosen by largest triangle, three buckets (Steinarsson 2013, University of Iceland).
///
/// `points` are (x, y) with x in ascending order and finite values. The first and the last point stay; from each bucket
/// between, the point that spans the largest triangle with its chosen neighbour and the mean of the next bucket. Every
/// point returned is one of those given. All are returned when there are no more than `n`.
#[must_use]
pub fn lttb(points: &[(f64, f64)], n: usize) -> Vec<(f64, f64)> {
    if points.len() <= n {
        return points.to_vec();
    }
    let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return Vec::new() };
    match n {
        0 => return Vec::new(),
        1 => return vec![first],
        2 => return vec![first, last],
        _ => {}
    }
    let inner = points.len() - 2;
    // Bucket b of the n - 2 covers inner points edge(b)..edge(b + 1); none is empty because inner > n - 2.
    let edge = |bucket: usize| 1 + bucket * inner / (n - 2);
    let mut chosen = Vec::with_capacity(n);
    chosen.push(first);
    let mut from = first;
    for bucket in 0..n - 2 {
        let next =
            if bucket + 1 == n - 2 { &points[points.len() - 1..] } else { &points[edge(bucket + 1)..edge(bucket + 2)] };
        let count = next.len() as f64;
        let to = (next.iter().map(|p| p.0).sum::<f64>() / count, next.iter().map(|p| p.1).sum::<f64>() / count);
        let area = |p: &(f64, f64)| ((from.0 - to.0) * (p.1 - from.1) - (from.0 - p.0) * (to.1 - from.1)).abs();
        let candidates = &points[edge(bucket)..edge(bucket + 1)];
        if let Some(&best) = candidates.iter().max_by(|a, b| area(a).total_cmp(&area(b))) {
            chosen.push(best);
            from = best;
        }
    }
    chosen.push(last);
    chosen
}

/// At most `n` of the points (two at the least), the lowest and the highest of each of `n / 2` equal buckets of x, in order:
/// no peak of the line is lost at any width, which a measured spike must not be.
///
/// `points` are (x, y) with x in ascending order and finite values. All are returned when there are no more than `n`.
#[must_use]
pub fn min_max(points: &[(f64, f64)], n: usize) -> Vec<(f64, f64)> {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return Vec::new() };
    if points.len() <= n {
        return points.to_vec();
    }
    let buckets = (n / 2).max(1);
    let step = (last.0 - first.0) / buckets as f64;
    // Points at one x have no width to cut: they are one bucket.
    let bucket = |x: f64| if step > 0.0 { (((x - first.0) / step) as usize).min(buckets - 1) } else { 0 };
    let mut chosen = Vec::with_capacity(2 * buckets);
    for part in points.chunk_by(|a, b| bucket(a.0) == bucket(b.0)) {
        let places = || part.iter().enumerate();
        let low = places().min_by(|a, b| a.1.1.total_cmp(&b.1.1)).map_or(0, |(i, _)| i);
        let high = places().max_by(|a, b| a.1.1.total_cmp(&b.1.1)).map_or(0, |(i, _)| i);
        chosen.push(part[low.min(high)]);
        if low != high {
            chosen.push(part[low.max(high)]);
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_and_the_highest_survive_any_width() {
        let wave = |i: u32| match i {
            4321 => 900.0,
            7000 => -50.0,
            _ => f64::from(i % 7),
        };
        let points: Vec<(f64, f64)> = (0..10_000).map(|i| (f64::from(i), wave(i))).collect();
        for n in [2, 3, 50, 333, 1400] {
            let thin = min_max(&points, n);
            assert!(thin.len() <= n, "{} of {n}", thin.len());
            assert!(thin.contains(&(4321.0, 900.0)) && thin.contains(&(7000.0, -50.0)), "{n}");
            assert!(thin.windows(2).all(|pair| pair[0].0 < pair[1].0), "in order at {n}");
        }
        assert_eq!(min_max(&points[..20], 20), points[..20]);
        assert_eq!(min_max(&[(1.0, 2.0); 9], 4), [(1.0, 2.0); 2]);
        assert_eq!(min_max(&[], 4), []);
    }

    #[test]
    fn a_lone_peak_survives_thinning_to_a_hundredth() {
        let points: Vec<(f64, f64)> =
            (0..10_000).map(|i| (f64::from(i), if i == 4321 { 900.0 } else { 100.0 })).collect();
        let thin = lttb(&points, 100);
        assert_eq!(thin.len(), 100);
        assert!(thin.contains(&(4321.0, 900.0)));
        assert_eq!((thin[0], thin[99]), (points[0], points[9_999]));
    }

    #[test]
    fn few_points_come_back_untouched() {
        let points = [(0.0, 1.0), (1.0, 2.0), (2.0, 1.0)];
        assert_eq!(lttb(&points, 3), points);
        assert_eq!(lttb(&[], 10), []);
    }

    #[test]
    fn widths_below_three_keep_the_ends() {
        let points = [(0.0, 1.0), (1.0, 2.0), (2.0, 1.0), (3.0, 0.0)];
        assert_eq!(lttb(&points, 0), []);
        assert_eq!(lttb(&points, 1), [points[0]]);
        assert_eq!(lttb(&points, 2), [points[0], points[3]]);
    }
}
