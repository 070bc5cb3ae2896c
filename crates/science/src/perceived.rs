//! Load from perceived exertion.

use crate::unit::Rpe;

/// Session load, RPE-minutes: CR-10 rating times minutes (Foster 2001, J Strength Cond Res 15:109).
///
/// `rpe` is 0 to 10, asked some 30 minutes after the end; `minutes` cover the whole session, recoveries included.
#[must_use]
pub fn srpe(rpe: Rpe, minutes: f64) -> f64 {
    rpe.0 * minutes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_felt_as_five_is_three_hundred() {
        assert_eq!(srpe(Rpe(5.0), 60.0), 300.0);
    }
}
