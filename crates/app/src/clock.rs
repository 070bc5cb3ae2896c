//! Time, ids and the laptop's zone, passed in so that a story can be replayed.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use uuid::Uuid;

/// Where time comes from.
pub trait Clock: Send + Sync {
    /// Now, UTC.
    fn now(&self) -> DateTime<Utc>;
    /// A new identity, ordered by time.
    fn id(&self) -> Uuid;
    /// The laptop's zone.
    fn zone(&self) -> Tz;
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl SystemClock {
    /// Today where the laptop is.
    #[must_use]
    pub fn today() -> chrono::NaiveDate {
        SystemClock.now().with_timezone(&SystemClock.zone()).date_naive()
    }
}

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    fn id(&self) -> Uuid {
        Uuid::now_v7()
    }

    fn zone(&self) -> Tz {
        // A machine that does not say where it is counts days in UTC.
        iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok()).unwrap_or(Tz::UTC)
    }
}
