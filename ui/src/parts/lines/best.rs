//! Curves of bests by duration, written as the person wants it for the sport.

use contract::measure::CurvePoint;
use domain::locale::{self, Tempo};
use domain::measures::Quantity;
use domain::sport::Sport;
use domain::unit::MetersPerSecond;

use super::{Panel, Series, Stroke, Tall};
use crate::format;
use crate::words::t;

/// A value and its unit. Speed without a sport is written as that of a ride.
#[must_use]
pub fn written_in(quantity: Quantity, sport: Option<Sport>, value: f64) -> (String, String) {
    match quantity {
        Quantity::Speed => format::speed(sport.unwrap_or(Sport::Ride), MetersPerSecond(value)),
        Quantity::Power => (format::whole(value), "W".to_owned()),
        Quantity::HeartRate => (format::whole(value), t("screen-unit-bpm")),
    }
}

/// A panel of such curves, by the key of their name, the last on top.
#[must_use]
pub fn best_panel(
    quantity: Quantity,
    sport: Option<Sport>,
    height: u32,
    curves: &[(&str, Stroke, &[CurvePoint])],
) -> Panel {
    let here = locale::here();
    let one = MetersPerSecond(1.0);
    // Of a mile the pace is drawn as that of a kilometre at the speed that takes as long.
    let (tall, by) = match (quantity, sport.unwrap_or(Sport::Ride)) {
        (Quantity::Speed, Sport::Swim) => (Tall::Pace { meters: 100 }, 100.0 / here.pool_pace(one)),
        (Quantity::Speed, sport) if here.tempo(sport) == Tempo::Pace => {
            (Tall::Pace { meters: 1000 }, 1000.0 / here.pace(one))
        }
        (Quantity::Speed, _) => (Tall::Number { decimals: 1, zero: false }, here.shown(format::Quantity::Speed, 1.0)),
        (Quantity::Power, _) => (Tall::Number { decimals: 0, zero: true }, 1.0),
        (Quantity::HeartRate, _) => (Tall::Number { decimals: 0, zero: false }, 1.0),
    };
    let series = |(key, look, points): &(&str, Stroke, &[CurvePoint])| Series {
        name: t(key),
        look: *look,
        points: points.iter().map(|point| (f64::from(point.seconds), Some(point.value * by))).collect(),
    };
    let unit = written_in(quantity, sport, 1.0).1;
    Panel { height, tall, unit, series: curves.iter().map(series).collect() }
}
