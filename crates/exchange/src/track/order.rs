//! The order of time: which records to keep where a clock jumped.

/// Indices of a longest non-decreasing subsequence, ascending: one clock that jumps for a moment costs that moment, not all
/// that follows. Patience sorting, O(n log n).
pub(crate) fn longest_non_decreasing<T: PartialOrd>(times: &[T]) -> Vec<usize> {
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; times.len()];
    for (i, time) in times.iter().enumerate() {
        let place = tops.partition_point(|top| times[*top] <= *time);
        before[i] = place.checked_sub(1).map(|below| tops[below]);
        if place == tops.len() {
            tops.push(i);
        } else {
            tops[place] = i;
        }
    }
    let mut out = Vec::with_capacity(tops.len());
    let mut next = tops.last().copied();
    while let Some(i) = next {
        out.push(i);
        next = before[i];
    }
    out.reverse();
    // Where the very first would do as well as a later one, it is the later one that went back.
    let second = out.get(1).copied();
    if let (Some(start), Some(first)) = (out.first_mut(), times.first())
        && second.is_none_or(|next| *first <= times[next])
    {
        *start = 0;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_jumps_ahead_once_costs_one_record_and_not_the_rest() {
        assert_eq!(longest_non_decreasing(&[1, 2, 900, 3, 4, 4, 5]), vec![0, 1, 3, 4, 5, 6]);
        assert_eq!(longest_non_decreasing(&[5, 6, 7, 1, 8, 9]), vec![0, 1, 2, 4, 5]);
        assert_eq!(longest_non_decreasing(&[25, 24, 30]), vec![0, 2], "the second went back, not the first");
        assert_eq!(longest_non_decreasing(&[25, 24]), vec![0]);
        assert_eq!(longest_non_decreasing::<u32>(&[]), Vec::<usize>::new());
    }
}
