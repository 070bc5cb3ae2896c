//! Units as types, so that a mixed-up argument does not compile.

use serde::{Deserialize, Serialize};

macro_rules! units {
    ($($(#[$doc:meta])* $name:ident($symbol:literal)),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub f64);

        impl $name {
            /// The unit's symbol as printed after a number.
            pub const SYMBOL: &'static str = $symbol;
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                if let Some(precision) = f.precision() {
                    write!(f, "{:.*} {}", precision, self.0, $symbol)
                } else {
                    write!(f, "{} {}", self.0, $symbol)
                }
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 { value.0 }
        }
    )+};
}

units! {
    /// Mechanical power, watts. Zero is data (coasting).
    Watts("W"),
    /// Heart rate, beats per minute. Zero is a missing value, never data.
    Bpm("bpm"),
    /// Speed, metres per second. Zero is data (standing).
    MetersPerSecond("m/s"),
    /// Length, metres.
    Meters("m"),
    /// Energy or work, joules.
    Joules("J"),
    /// Temperature, degrees Celsius.
    Celsius("°C"),
    /// A span of time, seconds.
    Seconds("s"),
    /// Mass, kilograms.
    Kilograms("kg"),
    /// Training load in stress-score points: 100 is one hour at threshold.
    Points("pts"),
    /// Rating of perceived exertion on Borg's CR-10 scale, 0 to 10.
    Rpe("RPE"),
}

/// Biological sex, where a published formula has a coefficient for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Coefficients published for women.
    Female,
    /// Coefficients published for men.
    Male,
}
