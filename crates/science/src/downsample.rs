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

#[cfg(test)]
mod tests {
    use super::*;

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
