//! Units a person chose. What comes in is as it is kept: metres, metres per second, kilograms, degrees Celsius.

use super::{Locale, Units};
use crate::recording::ChannelKind;
use crate::unit::{Meters, MetersPerSecond};

/// Metres in a mile, a foot and a yard; kilograms in a pound. International yard and pound agreement, 1959; exact.
const MILE: f64 = 1609.344;
const FOOT: f64 = 0.3048;
const YARD: f64 = 0.9144;
const POUND: f64 = 0.453_592_37;

/// What has one unit here and another there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    /// A way on land, kept in metres: km or mi.
    Distance,
    /// A height, a climb or a short length, kept in metres: m or ft.
    Height,
    /// A weight, kept in kilograms: kg or lb.
    Mass,
    /// A temperature, kept in degrees Celsius: °C or °F.
    Temperature,
    /// A difference of temperatures, kept in kelvins: °C or °F.
    Warming,
    /// A speed, kept in metres per second: km/h or mph.
    Speed,
}

/// What a channel's values are, where a person chose the unit they are shown in; the others are shown as recorded.
#[must_use]
pub const fn of_channel(kind: ChannelKind) -> Option<Quantity> {
    match kind {
        ChannelKind::Speed => Some(Quantity::Speed),
        ChannelKind::Distance => Some(Quantity::Distance),
        ChannelKind::Altitude => Some(Quantity::Height),
        ChannelKind::Temperature | ChannelKind::CoreTemperature | ChannelKind::SkinTemperature => {
            Some(Quantity::Temperature)
        }
        _ => None,
    }
}

/// A stretch for which a pace is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stretch {
    /// A kilometre or a mile.
    Road,
    /// A hundred metres or yards.
    Pool,
}

impl Locale {
    /// The unit, the value of the kept unit that makes one of it, and where it begins.
    const fn scale(self, quantity: Quantity) -> (&'static str, f64, f64) {
        use Quantity as Q;
        match (self.units, quantity) {
            (Units::Metric, Q::Distance) => ("km", 1000.0, 0.0),
            (Units::Metric, Q::Height) => ("m", 1.0, 0.0),
            (Units::Metric, Q::Mass) => ("kg", 1.0, 0.0),
            (Units::Metric, Q::Temperature | Q::Warming) => ("°C", 1.0, 0.0),
            (Units::Metric, Q::Speed) => ("km/h", 1.0 / 3.6, 0.0),
            (Units::Imperial, Q::Distance) => ("mi", MILE, 0.0),
            (Units::Imperial, Q::Height) => ("ft", FOOT, 0.0),
            (Units::Imperial, Q::Mass) => ("lb", POUND, 0.0),
            (Units::Imperial, Q::Temperature) => ("°F", 1.0 / 1.8, 32.0),
            (Units::Imperial, Q::Warming) => ("°F", 1.0 / 1.8, 0.0),
            (Units::Imperial, Q::Speed) => ("mph", MILE / 3600.0, 0.0),
        }
    }

    /// The unit's symbol.
    #[must_use]
    pub const fn unit(self, quantity: Quantity) -> &'static str {
        self.scale(quantity).0
    }

    /// A kept value in the person's unit.
    #[must_use]
    pub const fn shown(self, quantity: Quantity, kept: f64) -> f64 {
        let (_, one, zero) = self.scale(quantity);
        kept / one + zero
    }

    /// A value in the person's unit as it is kept.
    #[must_use]
    pub const fn kept(self, quantity: Quantity, shown: f64) -> f64 {
        let (_, one, zero) = self.scale(quantity);
        (shown - zero) * one
    }

    const fn stretch(self, stretch: Stretch) -> (&'static str, f64) {
        match (self.units, stretch) {
            (Units::Metric, Stretch::Road) => ("/km", 1000.0),
            (Units::Metric, Stretch::Pool) => ("/100 m", 100.0),
            (Units::Imperial, Stretch::Road) => ("/mi", MILE),
            (Units::Imperial, Stretch::Pool) => ("/100 yd", 100.0 * YARD),
        }
    }

    /// What stands after a pace: `/km` or `/mi`.
    #[must_use]
    pub const fn pace_unit(self) -> &'static str {
        self.stretch(Stretch::Road).0
    }

    /// What stands after a swimmer's pace: `/100 m` or `/100 yd`.
    #[must_use]
    pub const fn pool_unit(self) -> &'static str {
        self.stretch(Stretch::Pool).0
    }

    /// Seconds for the stretch a pace is told for, a kilometre or a mile.
    #[must_use]
    pub fn pace(self, speed: MetersPerSecond) -> f64 {
        self.stretch(Stretch::Road).1 / speed.0
    }

    /// Seconds for the stretch a swimmer's pace is told for, a hundred metres or yards.
    #[must_use]
    pub fn pool_pace(self, speed: MetersPerSecond) -> f64 {
        self.stretch(Stretch::Pool).1 / speed.0
    }

    /// The speed of a pace in the person's unit, seconds for a kilometre or a mile.
    #[must_use]
    pub fn speed_of_pace(self, seconds: f64) -> MetersPerSecond {
        MetersPerSecond(self.stretch(Stretch::Road).1 / seconds)
    }

    /// The speed of a swimmer's pace in the person's unit, seconds for a hundred metres or yards.
    #[must_use]
    pub fn speed_of_pool_pace(self, seconds: f64) -> MetersPerSecond {
        MetersPerSecond(self.stretch(Stretch::Pool).1 / seconds)
    }

    /// A way with its unit, one decimal, two below ten: `8.25 km`, `13.1 mi`.
    #[must_use]
    pub fn distance(self, way: Meters) -> String {
        let shown = self.shown(Quantity::Distance, way.0);
        format!("{} {}", self.number(shown, if shown < 10.0 { 2 } else { 1 }), self.unit(Quantity::Distance))
    }

    /// A quantity with its unit and so many decimals: `62.5 kg`, `138 lb`.
    #[must_use]
    pub fn quantity(self, quantity: Quantity, kept: f64, decimals: usize) -> String {
        format!("{} {}", self.number(self.shown(quantity, kept), decimals), self.unit(quantity))
    }
}
