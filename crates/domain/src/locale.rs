//! How a person reads: language, units, clock and week. These belong to whoever sits before the screen, never to the data:
//! what is kept is metric, in weeks that begin on Monday.
//!
//! The locale in force is ambient, as a person's language is: [`here`] gives it, [`Locale::during`] sets it for one piece of
//! work. Everything that writes a number, a date or a sentence asks for it, so that none of them can forget it.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

use crate::sport::Sport;

mod date;
mod number;
mod unit;

pub use unit::{Quantity, of_channel};

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $($(#[$one:meta])* $choice:ident = $code:literal),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
        #[serde(into = "&'static str", from = "String")]
        pub enum $name {
            $($(#[$one])* $choice),+
        }

        impl From<$name> for &'static str {
            fn from(choice: $name) -> &'static str {
                choice.code()
            }
        }

        impl From<String> for $name {
            /// What this version does not know is the usual.
            fn from(code: String) -> $name {
                $name::from_code(&code).unwrap_or_default()
            }
        }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$choice),+];

            /// Stable name, as in the preferences file.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $($name::$choice => $code),+
                }
            }

            /// The one with this stable name.
            #[must_use]
            pub fn from_code(code: &str) -> Option<$name> {
                Self::ALL.iter().copied().find(|one| one.code() == code)
            }
        }
    };
}

choices! {
    /// What words are written in.
    Language {
        /// English.
        #[default]
        English = "en",
        /// German.
        German = "de",
        /// A test language: English with accents, about a third longer, laid out from right to left.
        Pseudo = "pseudo",
    }
}

choices! {
    /// Kilometres and kilograms, or miles and pounds.
    Units {
        /// Kilometres, metres, kilograms, degrees Celsius.
        #[default]
        Metric = "metric",
        /// Miles, feet, pounds, degrees Fahrenheit.
        Imperial = "imperial",
    }
}

choices! {
    /// How a time of day is written.
    Clock {
        /// `17:20`.
        #[default]
        Hours24 = "24h",
        /// `5:20 pm`.
        Hours12 = "12h",
    }
}

choices! {
    /// Where the days of a week begin that are chosen from. A training week begins on Monday whatever stands here.
    WeekStart {
        /// Monday.
        #[default]
        Monday = "monday",
        /// Sunday.
        Sunday = "sunday",
    }
}

choices! {
    /// How fast, in words of the sport.
    Tempo {
        /// Time for a stretch.
        #[default]
        Pace = "pace",
        /// Stretch in an hour.
        Speed = "speed",
    }
}

impl Language {
    /// The tag of the language, as HTML and Fluent want it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::German => "de",
            Language::Pseudo => "en-XA",
        }
    }

    /// The direction of its script, as HTML wants it.
    #[must_use]
    pub const fn direction(self) -> &'static str {
        match self {
            Language::English | Language::German => "ltr",
            Language::Pseudo => "rtl",
        }
    }

    /// The words files it is read from: its own last, those before it fill what is missing.
    #[must_use]
    pub const fn files(self) -> &'static [&'static str] {
        match self {
            Language::English | Language::Pseudo => &["en"],
            Language::German => &["en", "de"],
        }
    }
}

/// Everything that decides how a number, a date or a sentence is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Locale {
    /// The language of words, and the marks of numbers.
    pub language: Language,
    /// Units of what is shown and typed.
    pub units: Units,
    /// Times of day.
    pub clock: Clock,
    /// First of the weekdays to choose from.
    pub week_start: WeekStart,
    /// How a ride's speed is written.
    pub ride: Tempo,
    /// How a run's speed is written.
    pub run: Tempo,
}

impl Locale {
    /// English, metric, 24 hours: what tests and files for other programs are written in.
    pub const USUAL: Locale = Locale {
        language: Language::English,
        units: Units::Metric,
        clock: Clock::Hours24,
        week_start: WeekStart::Monday,
        ride: Tempo::Speed,
        run: Tempo::Pace,
    };

    /// How the speed of a sport is written. Swimmers have a pace for a hundred and no choice.
    #[must_use]
    pub const fn tempo(self, sport: Sport) -> Tempo {
        match sport {
            Sport::Run | Sport::Walk => self.run,
            Sport::Ride => self.ride,
            Sport::Swim => Tempo::Pace,
            _ => Tempo::Speed,
        }
    }

    /// Does a piece of work in this locale; whatever held before holds again afterwards, also after a panic.
    pub fn during<T>(self, work: impl FnOnce() -> T) -> T {
        struct Back(Locale);
        impl Drop for Back {
            fn drop(&mut self) {
                HERE.set(self.0);
            }
        }
        let _back = Back(HERE.replace(self));
        work()
    }

    /// Holds from now on, on this thread. For a program that serves one person, such as the page of the window.
    pub fn settle(self) {
        HERE.set(self);
    }
}

impl Default for Locale {
    fn default() -> Locale {
        Locale::USUAL
    }
}

/// What belongs to the person at the laptop, kept beside the rosters and in none of them. A field that is missing, or that
/// says what this version does not know, has its usual value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Language, units and time.
    pub locale: Locale,
    /// Whether the tour was seen or skipped.
    pub tour_seen: bool,
}

thread_local! {
    static HERE: Cell<Locale> = const { Cell::new(Locale::USUAL) };
}

/// The locale in force.
#[must_use]
pub fn here() -> Locale {
    HERE.get()
}

#[cfg(test)]
mod tests;
