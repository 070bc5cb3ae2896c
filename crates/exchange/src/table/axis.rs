//! Headings of tables of samples: what is time, what was measured and in which unit.

use domain::recording::ChannelKind;

/// How a column tells time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Time {
    /// A number since the start, times this many seconds.
    Since(f64),
    /// A clock, a moment or seconds: its cells tell.
    Any,
}

/// What a column measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sample {
    /// In a known unit: the channel's unit is the cell times this.
    Channel(ChannelKind, f64),
    /// Distance or speed in a unit the heading does not name.
    UnitUnknown(ChannelKind),
    /// The number of the lap.
    Lap,
}

const MILE: f64 = 1609.344;
const FOOT: f64 = 0.3048;

const TIMES: [(&str, Time); 29] = [
    ("secs", Time::Since(1.0)),
    ("sec", Time::Since(1.0)),
    ("s", Time::Since(1.0)),
    ("seconds", Time::Since(1.0)),
    ("seconds-s", Time::Since(1.0)),
    ("time-s", Time::Since(1.0)),
    ("time-sec", Time::Since(1.0)),
    ("time-secs", Time::Since(1.0)),
    ("time-seconds", Time::Since(1.0)),
    ("elapsed-s", Time::Since(1.0)),
    ("elapsed-seconds", Time::Since(1.0)),
    ("elapsed-time-s", Time::Since(1.0)),
    ("elapsed-time-sec", Time::Since(1.0)),
    ("ms", Time::Since(0.001)),
    ("time-ms", Time::Since(0.001)),
    ("elapsed-ms", Time::Since(0.001)),
    ("milliseconds", Time::Since(0.001)),
    ("minutes", Time::Since(60.0)),
    ("min", Time::Since(60.0)),
    ("mins", Time::Since(60.0)),
    ("time-min", Time::Since(60.0)),
    ("time", Time::Any),
    ("elapsed-time", Time::Any),
    ("elapsed", Time::Any),
    ("timestamp", Time::Any),
    ("datetime", Time::Any),
    ("date-time", Time::Any),
    ("time-utc", Time::Any),
    ("date", Time::Any),
];

use ChannelKind as K;
use Sample::{Channel, Lap, UnitUnknown};

const SAMPLES: [(&str, Sample); 73] = [
    ("hr", Channel(K::HeartRate, 1.0)),
    ("hrate", Channel(K::HeartRate, 1.0)),
    ("heartrate", Channel(K::HeartRate, 1.0)),
    ("hr-bpm", Channel(K::HeartRate, 1.0)),
    ("heartrate-bpm", Channel(K::HeartRate, 1.0)),
    ("bpm", Channel(K::HeartRate, 1.0)),
    ("pulse", Channel(K::HeartRate, 1.0)),
    ("watts", Channel(K::Power, 1.0)),
    ("watt", Channel(K::Power, 1.0)),
    ("pwr", Channel(K::Power, 1.0)),
    ("cad", Channel(K::Cadence, 1.0)),
    ("rpm", Channel(K::Cadence, 1.0)),
    ("kph", Channel(K::Speed, 1.0 / 3.6)),
    ("km-h", Channel(K::Speed, 1.0 / 3.6)),
    ("kmh", Channel(K::Speed, 1.0 / 3.6)),
    ("speed-km-h", Channel(K::Speed, 1.0 / 3.6)),
    ("speed-kmh", Channel(K::Speed, 1.0 / 3.6)),
    ("speed-kph", Channel(K::Speed, 1.0 / 3.6)),
    ("mph", Channel(K::Speed, MILE / 3600.0)),
    ("speed-mph", Channel(K::Speed, MILE / 3600.0)),
    ("m-s", Channel(K::Speed, 1.0)),
    ("mps", Channel(K::Speed, 1.0)),
    ("speed-mps", Channel(K::Speed, 1.0)),
    ("enhanced-speed", Channel(K::Speed, 1.0)),
    ("speed", UnitUnknown(K::Speed)),
    ("km", Channel(K::Distance, 1000.0)),
    ("distance-km", Channel(K::Distance, 1000.0)),
    ("dist-km", Channel(K::Distance, 1000.0)),
    ("mi", Channel(K::Distance, MILE)),
    ("miles", Channel(K::Distance, MILE)),
    ("distance-mi", Channel(K::Distance, MILE)),
    ("distance-miles", Channel(K::Distance, MILE)),
    ("dist-m", Channel(K::Distance, 1.0)),
    ("meters", Channel(K::Distance, 1.0)),
    ("metres", Channel(K::Distance, 1.0)),
    ("distance", UnitUnknown(K::Distance)),
    ("dist", UnitUnknown(K::Distance)),
    ("alt", Channel(K::Altitude, 1.0)),
    ("alt-m", Channel(K::Altitude, 1.0)),
    ("ele", Channel(K::Altitude, 1.0)),
    ("elevation", Channel(K::Altitude, 1.0)),
    ("elevation-m", Channel(K::Altitude, 1.0)),
    ("enhanced-altitude", Channel(K::Altitude, 1.0)),
    ("alt-ft", Channel(K::Altitude, FOOT)),
    ("altitude-ft", Channel(K::Altitude, FOOT)),
    ("elevation-ft", Channel(K::Altitude, FOOT)),
    ("lat", Channel(K::Latitude, 1.0)),
    ("position-lat", Channel(K::Latitude, 1.0)),
    ("lon", Channel(K::Longitude, 1.0)),
    ("lng", Channel(K::Longitude, 1.0)),
    ("long", Channel(K::Longitude, 1.0)),
    ("position-long", Channel(K::Longitude, 1.0)),
    ("temp", Channel(K::Temperature, 1.0)),
    ("temp-c", Channel(K::Temperature, 1.0)),
    ("atemp", Channel(K::Temperature, 1.0)),
    ("smo2", Channel(K::MuscleOxygen, 1.0)),
    ("lrbalance", Channel(K::LeftBalance, 1.0)),
    ("tcore", Channel(K::CoreTemperature, 1.0)),
    ("core-temp", Channel(K::CoreTemperature, 1.0)),
    ("skin-temp", Channel(K::SkinTemperature, 1.0)),
    ("rcontact", Channel(K::GroundContact, 1.0)),
    ("gct", Channel(K::GroundContact, 1.0)),
    ("gct-ms", Channel(K::GroundContact, 1.0)),
    ("ground-contact-time", Channel(K::GroundContact, 1.0)),
    // One program writes centimetres below the short heading.
    ("rvert", Channel(K::VerticalOscillation, 10.0)),
    ("vertical-oscillation-cm", Channel(K::VerticalOscillation, 10.0)),
    ("breaths", Channel(K::Respiration, 1.0)),
    ("respiration-rate", Channel(K::Respiration, 1.0)),
    ("form-power-w", Channel(K::FormPower, 1.0)),
    ("interval", Lap),
    ("lap", Lap),
    ("lap-number", Lap),
    ("id", Lap),
];

/// Units that may end the heading of a channel named in full: those the channels are kept in.
const UNITS: [&str; 16] = [
    "m",
    "m-s",
    "ms",
    "mm",
    "s",
    "bpm",
    "w",
    "watts",
    "rpm",
    "deg",
    "degrees",
    "c",
    "percent",
    "kn-m",
    "br-min",
    "breaths-min",
];

/// How a heading tells time, if it does.
pub(super) fn time(plain: &str) -> Option<Time> {
    TIMES.iter().find(|(heading, _)| *heading == plain).map(|(_, time)| *time)
}

/// What a heading says was measured.
pub(super) fn sample(plain: &str) -> Option<Sample> {
    if let Some((_, sample)) = SAMPLES.iter().find(|(heading, _)| *heading == plain) {
        return Some(*sample);
    }
    let in_full = |code: &str| ChannelKind::from_code(code).map(|kind| Channel(kind, 1.0));
    let without_unit = || UNITS.iter().find_map(|unit| in_full(plain.strip_suffix(unit)?.strip_suffix('-')?));
    in_full(plain).or_else(without_unit)
}
