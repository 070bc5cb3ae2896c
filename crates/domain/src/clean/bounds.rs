//! What a person, a machine and a sensor can show: lowest and highest value in the channel's unit. Heart rate, power and
//! running speed are SCIENCE 0 and may be moved for an athlete; all others are design choices wide enough that what lies
//! outside is an error of the sensor and not a good day.

use super::RepairLimits;
use crate::recording::ChannelKind;
use crate::sport::Sport;

/// The possible values of a channel in a sport, both ends included.
pub(super) fn of(kind: ChannelKind, sport: Sport, limits: &RepairLimits) -> (f64, f64) {
    match kind {
        ChannelKind::Latitude => (-90.0, 90.0),
        ChannelKind::Longitude => (-180.0, 180.0),
        // Below the shore of the Dead Sea stands only what devices write for "unknown".
        ChannelKind::Altitude => (-450.0, 9000.0),
        ChannelKind::HeartRate => (limits.hr_min, limits.hr_max),
        // The same limits, beat by beat.
        ChannelKind::RrInterval => (60_000.0 / limits.hr_max, 60_000.0 / limits.hr_min.max(1.0)),
        ChannelKind::Power => (0.0, limits.power_max),
        ChannelKind::Cadence => (0.0, 250.0),
        ChannelKind::Speed => (0.0, speed(sport, limits)),
        ChannelKind::Distance => (0.0, 2_000_000.0),
        ChannelKind::Temperature => (-50.0, 70.0),
        ChannelKind::LeftBalance | ChannelKind::MuscleOxygen => (0.0, 100.0),
        ChannelKind::GroundContact => (50.0, 2000.0),
        ChannelKind::GroundContactBalance => (10.0, 90.0),
        ChannelKind::VerticalOscillation => (1.0, 500.0),
        ChannelKind::VerticalRatio => (0.1, 60.0),
        ChannelKind::StepLength => (10.0, 5000.0),
        ChannelKind::LegStiffness => (0.1, 100.0),
        ChannelKind::FormPower => (0.0, 1000.0),
        ChannelKind::AirPower => (-1000.0, 2000.0),
        ChannelKind::Respiration => (1.0, 120.0),
        ChannelKind::CoreTemperature => (30.0, 44.0),
        ChannelKind::SkinTemperature => (5.0, 45.0),
        ChannelKind::Spo2 => (50.0, 100.0),
    }
}

/// The highest speed of a sport, m/s.
pub(super) const fn speed(sport: Sport, limits: &RepairLimits) -> f64 {
    match sport {
        Sport::Run | Sport::Walk => limits.run_speed_max,
        Sport::Ride | Sport::Ski => 40.0,
        // Nobody swims that fast; but a session called a swim that was none is not the sensor's fault.
        Sport::Swim | Sport::Row => 12.0,
        // A change may be a ride in a car, and nobody knows what else "other" is.
        Sport::Strength | Sport::Mobility | Sport::Transition | Sport::Other => 100.0,
    }
}
