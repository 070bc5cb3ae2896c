//! Numbers as charts print them, with the marks and units of the locale in force.

use domain::locale;
use domain::unit::MetersPerSecond;

/// A whole number; a value that is not finite shows as a dash, minus zero as zero.
#[must_use]
pub fn whole(value: f64) -> String {
    decimals(value, 0)
}

/// One decimal.
#[must_use]
pub fn tenth(value: f64) -> String {
    decimals(value, 1)
}

/// A whole number with its sign (`+4`, `−12`, `0`).
#[must_use]
pub fn signed(value: f64) -> String {
    let text = whole(value);
    if value.is_finite() && value.round() > 0.0 { format!("+{text}") } else { text }
}

fn decimals(value: f64, places: usize) -> String {
    locale::here().number(value, places)
}

/// Seconds as `m:ss` or `h:mm:ss`.
#[must_use]
pub fn clock(seconds: f64) -> String {
    if !seconds.is_finite() {
        return "\u{2013}".to_owned();
    }
    let all = seconds.max(0.0).round() as u64;
    let (h, m, s) = (all / 3600, all / 60 % 60, all % 60);
    if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
}

/// Metres per second as minutes for a kilometre or a mile, with its unit (`4:50 /km`); `None` when standing.
#[must_use]
pub fn pace(speed: f64) -> Option<String> {
    let here = locale::here();
    (speed.is_finite() && speed > 0.3)
        .then(|| format!("{} {}", clock(here.pace(MetersPerSecond(speed))), here.pace_unit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_as_a_person_writes_them() {
        assert_eq!(whole(-0.2), "0");
        assert_eq!(whole(-12.4), "\u{2212}12");
        assert_eq!(whole(f64::NAN), "\u{2013}");
        assert_eq!(tenth(3.25), "3.2");
        assert_eq!(signed(4.0), "+4");
        assert_eq!(signed(0.3), "0");
        assert_eq!(clock(3_725.0), "1:02:05");
        assert_eq!(clock(65.0), "1:05");
        assert_eq!(pace(1000.0 / 290.0).as_deref(), Some("4:50 /km"));
        assert_eq!(pace(0.0), None);
    }
}
