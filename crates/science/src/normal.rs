//! The standard normal distribution.

/// Two-sided 80 % of the standard normal lies within plus and minus this many standard deviations.
pub const Z80: f64 = 1.281_551_565_544_600_4;

/// Share of the standard normal distribution below `z`, 0 to 1.
///
/// Computed from the complementary error function, so both tails keep their digits.
#[must_use]
pub fn cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_of_the_distribution_lies_on_each_side_of_the_80_percent_range() {
        assert!((cdf(Z80) - 0.9).abs() < 1e-15);
        assert!((cdf(-Z80) - 0.1).abs() < 1e-15);
        assert_eq!(cdf(0.0), 0.5);
    }
}
