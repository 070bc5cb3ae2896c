//! What the loopback server says to a request that it does not let in, in words.

use contract::{Fault, FaultCode};
use domain::words::{Value, Words};

use crate::{App, new_id};

/// Why a request was turned away before it became a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turned {
    /// It names another host, or comes from a page of another site.
    OtherSite,
    /// It carries no key of this launch, or a wrong or spent one.
    NotOpened,
    /// Too many wrong keys were tried; none is looked at for so many seconds.
    TooManyKeys {
        /// Until the next one is looked at.
        seconds: u64,
    },
    /// More calls than a person can cause.
    TooManyCalls {
        /// Until the next one is answered.
        seconds: u64,
    },
    /// More bytes than any call has.
    TooLarge {
        /// The most this call may have, megabytes.
        megabytes: u64,
    },
    /// The request did not come to its end.
    TooSlow {
        /// How long was waited.
        seconds: u64,
    },
    /// The request's text is not JSON in UTF-8, or not said to be.
    NotJson,
}

impl Turned {
    /// The fault in the words of the person at this computer. Not in the log unless it is asked for: whoever floods the door
    /// would fill the disk.
    #[must_use]
    pub fn told(self, app: &App) -> Fault {
        let trace = new_id().simple().to_string();
        tracing::debug!(trace, turned = ?self, "turned away");
        let (key, facts) = self.words();
        let say = |part| app.locale().during(|| Words::here().say_with(&format!("fault-{key}-{part}"), &facts));
        Fault { code: FaultCode::BadCall, what: say("what"), next: say("next"), trace }
    }

    fn words(self) -> (&'static str, Vec<(&'static str, Value)>) {
        let number = |count: u64| Value::Number(count as f64);
        match self {
            Turned::OtherSite => ("door-other-site", vec![]),
            Turned::NotOpened => ("door-not-opened", vec![]),
            Turned::TooManyKeys { seconds } => ("door-keys", vec![("seconds", number(seconds))]),
            Turned::TooManyCalls { seconds } => ("door-calls", vec![("seconds", number(seconds))]),
            Turned::TooLarge { megabytes } => ("door-large", vec![("megabytes", number(megabytes))]),
            Turned::TooSlow { seconds } => ("door-slow", vec![("seconds", number(seconds))]),
            Turned::NotJson => ("door-not-json", vec![]),
        }
    }
}
