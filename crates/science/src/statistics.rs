//! Mean, spread and middle of a slice. Standard deviations are those of a sample (n - 1) unless the name says otherwise.

/// Arithmetic mean; `None` for an empty slice.
#[must_use]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Sample standard deviation (n - 1), in the values' unit; `None` for fewer than two values.
#[must_use]
pub fn sample_sd(values: &[f64]) -> Option<f64> {
    (values.len() >= 2).then(|| (squares(values) / (values.len() - 1) as f64).sqrt())
}

/// Population standard deviation (n), in the values' unit; `None` for an empty slice.
#[must_use]
pub fn population_sd(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| (squares(values) / values.len() as f64).sqrt())
}

/// Median: the middle value, or the mean of the two middle ones; `None` for an empty slice.
#[must_use]
pub fn median(values: &[f64]) -> Option<f64> {
    if values.is_empty() {
        return None;
    }
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    Some(if sorted.len() % 2 == 1 { sorted[middle] } else { f64::midpoint(sorted[middle - 1], sorted[middle]) })
}

/// Sum of squared distances from the mean, in two passes so that close values keep their digits.
fn squares(values: &[f64]) -> f64 {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    values.iter().map(|value| (value - mean).powi(2)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_slice_has_neither_mean_nor_spread_nor_middle() {
        assert_eq!((mean(&[]), sample_sd(&[]), population_sd(&[]), median(&[])), (None, None, None, None));
    }

    #[test]
    fn one_value_has_no_sample_spread() {
        assert_eq!(sample_sd(&[4.0]), None);
        assert_eq!(population_sd(&[4.0]), Some(0.0));
    }

    #[test]
    fn the_median_of_an_even_count_lies_between_the_middle_two() {
        assert_eq!(median(&[9.0, 1.0, 2.0, 4.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
    }
}
