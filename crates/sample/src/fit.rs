//! Activities as real device files (FIT).

use chrono::{DateTime, Utc};
use domain::athlete::DeviceStamp;
use domain::recording::{Channel, ChannelKind, DeviceTotals, Lap, Recording, Span};
use domain::sport::Sport;
use domain::unit::{Bpm, Meters, Rpe, Seconds, Watts};

/// An activity to be written.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivitySpec {
    /// First moment.
    pub start: DateTime<Utc>,
    /// Sport.
    pub sport: Sport,
    /// On a trainer, treadmill or in a pool.
    pub indoor: bool,
    /// Serial number of the device; `None` writes a file that does not say.
    pub serial: Option<u32>,
    /// Samples in time order.
    pub samples: Vec<Sample>,
    /// Stretches with the timer stopped: first second and second of the restart, since the start.
    pub pauses: Vec<(u32, u32)>,
    /// Seconds since the start at which a lap ends; the last lap ends with the activity.
    pub laps: Vec<u32>,
    /// Perceived exertion entered on the device, 0 to 10.
    pub rpe: Option<u8>,
    /// Seconds from the start to the end; the last sample's second if that is later.
    pub seconds: u32,
}

impl Default for ActivitySpec {
    fn default() -> Self {
        ActivitySpec {
            start: DateTime::from_timestamp(1_780_000_000, 0).unwrap_or_default(),
            sport: Sport::Ride,
            indoor: false,
            serial: None,
            samples: Vec::new(),
            pauses: Vec::new(),
            laps: Vec::new(),
            rpe: None,
            seconds: 0,
        }
    }
}

/// What was measured at one second. `None` is "not recorded".
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Sample {
    /// Seconds since the start.
    pub second: u32,
    /// Latitude and longitude, degrees.
    pub position: Option<(f64, f64)>,
    /// Altitude, metres.
    pub altitude: Option<f64>,
    /// Heart rate, bpm.
    pub heart_rate: Option<u8>,
    /// Power, watts.
    pub power: Option<u16>,
    /// Cadence, per minute.
    pub cadence: Option<u8>,
    /// Speed, m/s.
    pub speed: Option<f64>,
    /// Distance since the start, metres.
    pub distance: Option<f64>,
    /// Temperature, degrees Celsius.
    pub temperature: Option<i8>,
    /// What a foot pod or a chest strap tells of a stride.
    pub stride: Option<Stride>,
}

/// A stride as a pod measures it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stride {
    /// Ground contact, milliseconds.
    pub contact_ms: f64,
    /// Share of contact on the left foot, percent.
    pub left: f64,
    /// Vertical oscillation, millimetres.
    pub oscillation_mm: f64,
}

/// The activity as the bytes of a device file.
///
/// The maker is written as `development`, so that nobody takes it for a recording of a real device.
#[must_use]
pub fn activity(spec: &ActivitySpec) -> Vec<u8> {
    exchange::out::fit(&recording(spec))
}

/// The activity as a device recorded it, with totals of its own.
fn recording(spec: &ActivitySpec) -> Recording {
    let elapsed = spec.seconds.max(spec.samples.last().map_or(0, |sample| sample.second));
    let channels = channels(spec);
    let mean = |kind| {
        let values = &channels.iter().find(|channel| channel.kind == kind)?.values;
        Some((values.iter().sum::<f64>() / values.len() as f64).round())
    };
    let heart = channels.iter().find(|channel| channel.kind == ChannelKind::HeartRate);
    let totals = DeviceTotals {
        avg_hr: mean(ChannelKind::HeartRate).map(Bpm),
        max_hr: heart.and_then(|channel| channel.values.iter().copied().reduce(f64::max)).map(Bpm),
        avg_power: mean(ChannelKind::Power).map(Watts),
        rpe: spec.rpe.map(|rpe| Rpe(f64::from(rpe.min(10)))),
        ..DeviceTotals::default()
    };
    Recording {
        sport: spec.sport,
        sport_detail: detail(spec.sport, spec.indoor).map(str::to_owned),
        start: spec.start,
        timer: Seconds(f64::from(elapsed - paused(spec, 0, elapsed))),
        elapsed: Seconds(f64::from(elapsed)),
        distance: spec.samples.iter().rev().find_map(|sample| sample.distance).map(Meters),
        laps: laps(spec, elapsed),
        pauses: spec.pauses.iter().map(|(from, to)| span(*from, *to)).collect(),
        channels,
        device: Some(DeviceStamp {
            maker: Some("development".to_owned()),
            product: Some("1".to_owned()),
            serial: spec.serial,
        }),
        totals,
        records: spec.samples.len() as u32,
        // The club lives where its clocks show UTC.
        utc_offset_s: Some(0),
        ..Recording::default()
    }
}

const fn span(from: u32, to: u32) -> Span {
    Span { from_ms: from * 1000, to_ms: to * 1000 }
}

fn channels(spec: &ActivitySpec) -> Vec<Channel> {
    let of = |kind, value: &dyn Fn(&Sample) -> Option<f64>| {
        let samples = spec.samples.iter().filter_map(|sample| Some((sample.second * 1000, value(sample)?)));
        let (ms, values) = samples.unzip();
        Channel { kind, ms, values, suspect: Vec::new() }
    };
    use ChannelKind as K;
    let mut channels = vec![
        of(K::Latitude, &|sample| sample.position.map(|(latitude, _)| latitude)),
        of(K::Longitude, &|sample| sample.position.map(|(_, longitude)| longitude)),
        of(K::Altitude, &|sample| sample.altitude),
        of(K::HeartRate, &|sample| sample.heart_rate.map(f64::from)),
        of(K::Power, &|sample| sample.power.map(f64::from)),
        of(K::Cadence, &|sample| sample.cadence.map(f64::from)),
        of(K::Speed, &|sample| sample.speed),
        of(K::Distance, &|sample| sample.distance),
        of(K::Temperature, &|sample| sample.temperature.map(f64::from)),
        of(K::GroundContact, &|sample| sample.stride.map(|stride| stride.contact_ms)),
        of(K::GroundContactBalance, &|sample| sample.stride.map(|stride| stride.left)),
        of(K::VerticalOscillation, &|sample| sample.stride.map(|stride| stride.oscillation_mm)),
    ];
    channels.retain(|channel| !channel.ms.is_empty());
    channels
}

/// Seconds of pause within a stretch.
fn paused(spec: &ActivitySpec, from: u32, to: u32) -> u32 {
    spec.pauses.iter().map(|(begin, end)| end.min(&to).saturating_sub(*begin.max(&from))).sum()
}

/// Laps from one end to the next; the last ends with the activity.
fn laps(spec: &ActivitySpec, elapsed: u32) -> Vec<Lap> {
    let mut ends: Vec<u32> = spec.laps.iter().copied().filter(|end| *end > 0 && *end < elapsed).collect();
    ends.push(elapsed);
    let measured = spec.samples.iter().any(|sample| sample.distance.is_some());
    let distance_at =
        |second: u32| spec.samples.iter().rev().find(|s| s.second <= second).and_then(|s| s.distance).unwrap_or(0.0);
    let mut from = 0;
    ends.into_iter()
        .map(|to| {
            let before = if from == 0 { 0.0 } else { distance_at(from) };
            let lap = Lap {
                span: span(from, to),
                timer: Seconds(f64::from(to - from - paused(spec, from, to))),
                distance: measured.then(|| Meters((distance_at(to) - before).max(0.0))),
            };
            from = to;
            lap
        })
        .collect()
}

/// The device profile's names of a sport and where it is done.
const fn detail(sport: Sport, indoor: bool) -> Option<&'static str> {
    match (sport, indoor) {
        (Sport::Run, true) => Some("running/treadmill"),
        (Sport::Ride, true) => Some("cycling/indoor_cycling"),
        (Sport::Ride, false) => Some("cycling/road"),
        (Sport::Swim, true) => Some("swimming/lap_swimming"),
        (Sport::Swim, false) => Some("swimming/open_water"),
        _ => None,
    }
}
