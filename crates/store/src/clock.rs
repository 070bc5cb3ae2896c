//! A hybrid logical clock: follows the wall clock, never goes back, and counts within a millisecond.
//! Written `milliseconds.counter`, padded so that text order is clock order.

use chrono::{DateTime, Utc};

use crate::fault::StoreFault;

/// One reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct HybridClock {
    ms: u64,
    counter: u32,
}

const COUNTER_MAX: u32 = 999_999;

impl HybridClock {
    /// The reading written in a text.
    pub(crate) fn read(text: &str) -> Result<HybridClock, StoreFault> {
        text.split_once('.')
            .and_then(|(ms, counter)| Some(HybridClock { ms: ms.parse().ok()?, counter: counter.parse().ok()? }))
            .ok_or_else(|| StoreFault::Damaged { table: "journal", what: format!("`{text}` is not a clock") })
    }

    /// Moves on to a reading after the present one, at the wall clock's time if that is later.
    pub(crate) fn tick(&mut self, wall: Option<DateTime<Utc>>) -> HybridClock {
        let wall = wall.map_or(0, |wall| u64::try_from(wall.timestamp_millis()).unwrap_or(0));
        *self = if wall > self.ms {
            HybridClock { ms: wall, counter: 0 }
        } else if self.counter < COUNTER_MAX {
            HybridClock { counter: self.counter + 1, ..*self }
        } else {
            HybridClock { ms: self.ms + 1, counter: 0 }
        };
        *self
    }
}

impl std::fmt::Display for HybridClock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:015}.{:06}", self.ms, self.counter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(ms: i64) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp_millis(ms)
    }

    #[test]
    fn the_clock_never_goes_back_even_when_the_wall_clock_does() {
        let mut clock = HybridClock::default();
        let walls = [at(1_000), at(1_000), at(400), None, at(2_000), at(1_999)];
        let readings: Vec<String> = walls.into_iter().map(|wall| clock.tick(wall).to_string()).collect();
        let mut sorted = readings.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(readings, sorted, "text order is the order of ticks, without repeats");
        assert_eq!(readings[4], "000000000002000.000000");
    }

    #[test]
    fn a_full_counter_moves_to_the_next_millisecond() {
        let mut clock = HybridClock { ms: 7, counter: COUNTER_MAX };
        assert_eq!(clock.tick(None), HybridClock { ms: 8, counter: 0 });
    }

    #[test]
    fn a_reading_survives_its_text() {
        let mut clock = HybridClock::default();
        let reading = clock.tick(at(1_795_000_000_123));
        assert_eq!(HybridClock::read(&reading.to_string()).expect("a clock"), reading);
        assert!(HybridClock::read("yesterday").is_err());
    }
}
