//! Activities as real device files (FIT), encoded with `rustyfit`.

use std::convert::Infallible;

use chrono::{DateTime, Utc};
use domain::sport::Sport;
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::{Field, Message, Value};
use rustyfit::{Encoder, HeaderOption};

/// 1989-12-31 00:00:00 UTC in Unix seconds: the format's first second.
const EPOCH: i64 = 631_065_600;

/// Semicircles per degree.
const SEMICIRCLES: f64 = 2_147_483_648.0 / 180.0;

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
}

/// Totals as the device stores them, from the samples.
struct Totals {
    elapsed: u32,
    timer: u32,
    distance: Option<f64>,
    avg_hr: Option<u8>,
    max_hr: Option<u8>,
    avg_power: Option<u16>,
}

impl Totals {
    fn of(spec: &ActivitySpec) -> Totals {
        let last = spec.samples.last().map_or(0, |s| s.second);
        let elapsed = spec.seconds.max(last);
        let paused: u32 = spec.pauses.iter().map(|(from, to)| to - from).sum();
        let hr = || spec.samples.iter().filter_map(|s| s.heart_rate);
        let power = || spec.samples.iter().filter_map(|s| s.power);
        Totals {
            elapsed,
            timer: elapsed - paused,
            distance: spec.samples.iter().rev().find_map(|s| s.distance),
            avg_hr: mean(hr().map(f64::from)).map(|v| v as u8),
            max_hr: hr().max(),
            avg_power: mean(power().map(f64::from)).map(|v| v as u16),
        }
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), v| (sum + v, count + 1));
    (count > 0).then(|| (sum / f64::from(count)).round())
}

/// The activity as the bytes of a device file.
///
/// The maker is written as `development`, so that nobody takes it for a recording of a real device.
///
/// # Panics
/// Never for a `spec` whose pauses lie inside it: writing to memory cannot fail.
#[must_use]
pub fn activity(spec: &ActivitySpec) -> Vec<u8> {
    let totals = Totals::of(spec);
    let at = |second: u32| (spec.start.timestamp() - EPOCH) as u32 + second;
    let mut messages = vec![identity(spec, at(0)), timer_event(at(0), typedef::EventType::START)];
    let mut out = Memory::default();
    let mut encoder = Encoder::builder().header_option(HeaderOption::Normal(15)).build();
    let mut stream = encoder.stream(&mut out);
    let mut write = |message: &mut Message| {
        stream.write_message(message).expect("a message of known fields is valid, and memory takes every byte");
    };
    for message in &mut messages {
        write(message);
    }
    let mut pauses = spec.pauses.iter().peekable();
    for sample in &spec.samples {
        while let Some((from, to)) = pauses.next_if(|(from, _)| *from <= sample.second) {
            write(&mut timer_event(at(*from), typedef::EventType::STOP_ALL));
            write(&mut timer_event(at(*to), typedef::EventType::START));
        }
        write(&mut record(at(sample.second), sample));
    }
    write(&mut timer_event(at(totals.elapsed), typedef::EventType::STOP_ALL));
    let laps = laps(spec, &totals);
    for lap in &laps {
        write(&mut lap_message(spec, lap, &at));
    }
    write(&mut session_message(spec, &totals, laps.len() as u16, &at));
    let mut end = mesgdef::Activity::new();
    end.timestamp = typedef::DateTime(at(totals.elapsed));
    end.total_timer_time = totals.timer * 1000;
    end.num_sessions = 1;
    end.local_timestamp = typedef::LocalDateTime(at(totals.elapsed));
    write(&mut Message::from(end));
    stream.finish().expect("memory takes every byte");
    out.bytes
}

fn identity(spec: &ActivitySpec, created: u32) -> Message {
    let mut id = mesgdef::FileId::new();
    id.r#type = typedef::File::ACTIVITY;
    id.manufacturer = typedef::Manufacturer::DEVELOPMENT;
    id.product = 1;
    id.serial_number = spec.serial.unwrap_or(0);
    id.time_created = typedef::DateTime(created);
    Message::from(id)
}

fn timer_event(at: u32, kind: typedef::EventType) -> Message {
    let mut event = mesgdef::Event::new();
    event.timestamp = typedef::DateTime(at);
    event.event = typedef::Event::TIMER;
    event.event_type = kind;
    Message::from(event)
}

fn record(at: u32, sample: &Sample) -> Message {
    use mesgdef::Record as R;
    use typedef::FitBaseType as B;
    let mut fields = Vec::with_capacity(10);
    let mut put = |num: u8, base_type: B, value: Value| {
        fields.push(Field { num, base_type, value, is_expanded: false });
    };
    put(R::TIMESTAMP, B::UINT32, Value::Uint32(at));
    if let Some((latitude, longitude)) = sample.position {
        put(R::POSITION_LAT, B::SINT32, Value::Int32((latitude * SEMICIRCLES).round() as i32));
        put(R::POSITION_LONG, B::SINT32, Value::Int32((longitude * SEMICIRCLES).round() as i32));
    }
    if let Some(altitude) = sample.altitude {
        put(R::ALTITUDE, B::UINT16, Value::Uint16(((altitude + 500.0) * 5.0).round() as u16));
    }
    if let Some(bpm) = sample.heart_rate {
        put(R::HEART_RATE, B::UINT8, Value::Uint8(bpm));
    }
    if let Some(cadence) = sample.cadence {
        put(R::CADENCE, B::UINT8, Value::Uint8(cadence));
    }
    if let Some(distance) = sample.distance {
        put(R::DISTANCE, B::UINT32, Value::Uint32((distance * 100.0).round() as u32));
    }
    if let Some(speed) = sample.speed {
        put(R::SPEED, B::UINT16, Value::Uint16((speed * 1000.0).round() as u16));
    }
    if let Some(watts) = sample.power {
        put(R::POWER, B::UINT16, Value::Uint16(watts));
    }
    if let Some(degrees) = sample.temperature {
        put(R::TEMPERATURE, B::SINT8, Value::Int8(degrees));
    }
    Message { num: typedef::MesgNum::RECORD, fields, ..Message::default() }
}

/// One lap: seconds since the start.
struct LapSpan {
    from: u32,
    to: u32,
}

fn laps(spec: &ActivitySpec, totals: &Totals) -> Vec<LapSpan> {
    let mut ends: Vec<u32> = spec.laps.iter().copied().filter(|end| *end > 0 && *end < totals.elapsed).collect();
    ends.push(totals.elapsed);
    let mut from = 0;
    ends.into_iter()
        .map(|to| {
            let lap = LapSpan { from, to };
            from = to;
            lap
        })
        .collect()
}

fn lap_message(spec: &ActivitySpec, span: &LapSpan, at: &impl Fn(u32) -> u32) -> Message {
    let paused: u32 = spec.pauses.iter().map(|(from, to)| to.min(&span.to).saturating_sub(*from.max(&span.from))).sum();
    let distance_at =
        |second: u32| spec.samples.iter().rev().find(|s| s.second <= second).and_then(|s| s.distance).unwrap_or(0.0);
    let mut lap = mesgdef::Lap::new();
    lap.timestamp = typedef::DateTime(at(span.to));
    lap.start_time = typedef::DateTime(at(span.from));
    lap.total_elapsed_time = (span.to - span.from) * 1000;
    lap.total_timer_time = (span.to - span.from - paused) * 1000;
    if spec.samples.iter().any(|s| s.distance.is_some()) {
        let from = if span.from == 0 { 0.0 } else { distance_at(span.from) };
        lap.total_distance = ((distance_at(span.to) - from).max(0.0) * 100.0).round() as u32;
    }
    Message::from(lap)
}

fn session_message(spec: &ActivitySpec, totals: &Totals, laps: u16, at: &impl Fn(u32) -> u32) -> Message {
    let (sport, sub_sport) = profile(spec.sport, spec.indoor);
    let mut session = mesgdef::Session::new();
    session.timestamp = typedef::DateTime(at(totals.elapsed));
    session.start_time = typedef::DateTime(at(0));
    session.sport = sport;
    session.sub_sport = sub_sport;
    session.total_elapsed_time = totals.elapsed * 1000;
    session.total_timer_time = totals.timer * 1000;
    session.first_lap_index = 0;
    session.num_laps = laps;
    if let Some(distance) = totals.distance {
        session.total_distance = (distance * 100.0).round() as u32;
    }
    if let (Some(avg), Some(max)) = (totals.avg_hr, totals.max_hr) {
        (session.avg_heart_rate, session.max_heart_rate) = (avg, max);
    }
    if let Some(avg) = totals.avg_power {
        session.avg_power = avg;
    }
    if let Some(rpe) = spec.rpe {
        session.workout_rpe = rpe.min(10) * 10;
    }
    Message::from(session)
}

fn profile(sport: Sport, indoor: bool) -> (typedef::Sport, typedef::SubSport) {
    use typedef::{Sport as S, SubSport as Sub};
    match (sport, indoor) {
        (Sport::Run, true) => (S::RUNNING, Sub::TREADMILL),
        (Sport::Run, false) => (S::RUNNING, Sub::GENERIC),
        (Sport::Ride, true) => (S::CYCLING, Sub::INDOOR_CYCLING),
        (Sport::Ride, false) => (S::CYCLING, Sub::ROAD),
        (Sport::Swim, true) => (S::SWIMMING, Sub::LAP_SWIMMING),
        (Sport::Swim, false) => (S::SWIMMING, Sub::OPEN_WATER),
        (Sport::Walk, _) => (S::WALKING, Sub::GENERIC),
        (Sport::Row, _) => (S::ROWING, Sub::GENERIC),
        (Sport::Ski, _) => (S::CROSS_COUNTRY_SKIING, Sub::GENERIC),
        (Sport::Strength, _) => (S::TRAINING, Sub::STRENGTH_TRAINING),
        (Sport::Mobility, _) => (S::TRAINING, Sub::FLEXIBILITY_TRAINING),
        (Sport::Transition, _) => (S::TRANSITION, Sub::GENERIC),
        (Sport::Other, _) => (S::GENERIC, Sub::GENERIC),
    }
}

/// Bytes in memory that the encoder can write to and go back in.
#[derive(Debug, Default)]
struct Memory {
    bytes: Vec<u8>,
    at: usize,
}

impl embedded_io::ErrorType for Memory {
    type Error = Infallible;
}

impl embedded_io::Write for Memory {
    fn write(&mut self, buf: &[u8]) -> Result<usize, Infallible> {
        let over = buf.len().min(self.bytes.len() - self.at);
        self.bytes[self.at..self.at + over].copy_from_slice(&buf[..over]);
        self.bytes.extend_from_slice(&buf[over..]);
        self.at += buf.len();
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

impl embedded_io::Seek for Memory {
    fn seek(&mut self, pos: embedded_io::SeekFrom) -> Result<u64, Infallible> {
        let length = self.bytes.len() as i64;
        let to = match pos {
            embedded_io::SeekFrom::Start(at) => at as i64,
            embedded_io::SeekFrom::Current(by) => self.at as i64 + by,
            embedded_io::SeekFrom::End(by) => length + by,
        };
        self.at = to.clamp(0, length) as usize;
        Ok(self.at as u64)
    }
}
