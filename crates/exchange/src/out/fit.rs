//! Device files (FIT), encoded with `rustyfit`.

mod memory;
mod names;
mod record;

use chrono::{DateTime, Duration, Utc};
use domain::recording::{Channel, ChannelKind, Recording, Span};
use rustyfit::profile::{mesgdef, typedef};
use rustyfit::proto::{Message, ProtocolVersion};
use rustyfit::{Encoder, HeaderOption};

use super::rows;
use memory::Memory;

/// 1989-12-31 00:00:00 UTC in Unix seconds: the format's first second.
const EPOCH: i64 = 631_065_600;

/// Beats in one message: what the profile has room for.
const BEATS: usize = 5;

/// Writes the file.
pub(super) fn write(recording: &Recording) -> Vec<u8> {
    let clock = Clock { start: recording.start };
    let described = record::DESCRIBED.iter().any(|(kind, ..)| recording.channel(*kind).is_some());
    let version = if described { ProtocolVersion::V2 } else { ProtocolVersion::V1 };
    let mut out = Memory::default();
    let mut encoder = Encoder::builder().header_option(HeaderOption::Normal(15)).protocol_version(version).build();
    let mut stream = encoder.stream(&mut out);
    let mut write = |mut message: Message| {
        stream.write_message(&mut message).expect("a message of known fields is valid, and memory takes every byte");
    };
    write(identity(recording, &clock));
    if described {
        descriptions().into_iter().for_each(&mut write);
    }
    write(timer_event(clock.at(0), typedef::EventType::START));
    measured(recording, &clock, &mut write);
    parts(recording, &clock, &mut write);
    let end = clock.at((recording.elapsed.0 * 1000.0) as u32);
    write(timer_event(end, typedef::EventType::STOP_ALL));
    recording.laps.iter().for_each(|one| {
        let mut lap = mesgdef::Lap::new();
        lap.start_time = clock.time(one.span.from_ms);
        lap.timestamp = clock.time(one.span.to_ms);
        lap.total_elapsed_time = one.span.to_ms.saturating_sub(one.span.from_ms);
        lap.total_timer_time = thousandths(one.timer.0);
        lap.total_distance = one.distance.map_or(u32::MAX, |distance| hundredths(distance.0));
        write(Message::from(lap));
    });
    write(session(recording, &clock, end));
    let mut activity = mesgdef::Activity::new();
    activity.timestamp = typedef::DateTime(end);
    activity.total_timer_time = thousandths(recording.timer.0);
    activity.num_sessions = 1;
    if let Some(offset) = recording.utc_offset_s {
        activity.local_timestamp = typedef::LocalDateTime(end.saturating_add_signed(offset));
    }
    write(Message::from(activity));
    stream.finish().expect("memory takes every byte");
    out.bytes
}

/// Times of a recording as the format counts them.
struct Clock {
    start: DateTime<Utc>,
}

impl Clock {
    /// The second of a time since the start.
    fn at(&self, ms: u32) -> u32 {
        let moment = self.start + Duration::milliseconds(i64::from(ms));
        u32::try_from(moment.timestamp() - EPOCH).unwrap_or(0)
    }

    fn time(&self, ms: u32) -> typedef::DateTime {
        typedef::DateTime(self.at(ms))
    }

    /// Milliseconds since the start's own second, cut to the second: what reading gives again.
    fn cut(&self, ms: u32) -> u32 {
        (self.at(ms) - self.at(0)) * 1000
    }
}

fn thousandths(seconds: f64) -> u32 {
    (seconds * 1000.0).round() as u32
}

fn hundredths(metres: f64) -> u32 {
    (metres * 100.0).round() as u32
}

fn identity(recording: &Recording, clock: &Clock) -> Message {
    let mut id = mesgdef::FileId::new();
    id.r#type = typedef::File::ACTIVITY;
    id.time_created = clock.time(0);
    names::device(&mut id, recording.device.as_ref());
    Message::from(id)
}

/// What the fields mean that the profile does not know.
fn descriptions() -> Vec<Message> {
    let mut developer = mesgdef::DeveloperDataId::new();
    developer.developer_data_index = 0;
    developer.application_id = Box::from(*b"trackside-export");
    let described = record::DESCRIBED.iter().zip(0..).map(|((_, name, unit), number)| {
        let mut field = mesgdef::FieldDescription::new();
        field.developer_data_index = 0;
        field.field_definition_number = number;
        field.fit_base_type_id = typedef::FitBaseType::FLOAT32;
        field.field_name = Box::from([Box::from(*name)]);
        field.units = Box::from([Box::from(*unit)]);
        Message::from(field)
    });
    std::iter::once(Message::from(developer)).chain(described).collect()
}

fn timer_event(at: u32, kind: typedef::EventType) -> Message {
    let mut event = mesgdef::Event::new();
    event.timestamp = typedef::DateTime(at);
    event.event = typedef::Event::TIMER;
    event.event_type = kind;
    Message::from(event)
}

/// Records, the pauses between them, and the beats beside them.
fn measured(recording: &Recording, clock: &Clock, write: &mut impl FnMut(Message)) {
    let mut pauses = recording.pauses.iter().peekable();
    let pause = |span: &Span, write: &mut dyn FnMut(Message)| {
        write(timer_event(clock.at(span.from_ms), typedef::EventType::STOP_ALL));
        write(timer_event(clock.at(span.to_ms), typedef::EventType::START));
    };
    let empty = Channel { kind: ChannelKind::RrInterval, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    let beats = recording.channel(ChannelKind::RrInterval).unwrap_or(&empty);
    let mut beaten = 0;
    for row in rows::of(recording, record::carried, |ms| clock.cut(ms)) {
        // Beats stand after the record of their second.
        let before = beats.ms.partition_point(|ms| clock.cut(*ms) < row.ms);
        beats_of(beats, beaten..before, write);
        beaten = before;
        while let Some(span) = pauses.next_if(|span| clock.cut(span.from_ms) <= row.ms) {
            pause(span, write);
        }
        write(record::of(clock.at(0) + row.ms / 1000, &row));
    }
    beats_of(beats, beaten..beats.ms.len(), write);
    pauses.for_each(|span| pause(span, write));
    for (ms, percent) in recording.channel(ChannelKind::Spo2).into_iter().flat_map(|c| c.ms.iter().zip(&c.values)) {
        if (0.0..255.0).contains(percent) {
            let mut reading = mesgdef::Spo2Data::new();
            reading.timestamp = clock.time(*ms);
            reading.reading_spo2 = percent.round() as u8;
            write(Message::from(reading));
        }
    }
}

fn beats_of(beats: &Channel, range: std::ops::Range<usize>, write: &mut impl FnMut(Message)) {
    let fits = |interval: &&f64| (1.0..f64::from(u16::MAX)).contains(*interval);
    let intervals: Vec<u16> = beats.values[range].iter().filter(fits).map(|interval| interval.round() as u16).collect();
    for some in intervals.chunks(BEATS) {
        let mut message = mesgdef::Hrv::new();
        // Places that are left over say "nothing".
        let mut time = [u16::MAX; BEATS];
        time[..some.len()].copy_from_slice(some);
        message.time = Box::from(time);
        write(Message::from(message));
    }
}

/// Pool lengths and strength sets.
fn parts(recording: &Recording, clock: &Clock, write: &mut impl FnMut(Message)) {
    for one in &recording.lengths {
        let mut length = mesgdef::Length::new();
        length.start_time = clock.time(one.span.from_ms);
        length.timestamp = clock.time(one.span.to_ms);
        length.total_elapsed_time = one.span.to_ms.saturating_sub(one.span.from_ms);
        length.total_timer_time = length.total_elapsed_time;
        length.length_type = if one.active { typedef::LengthType::ACTIVE } else { typedef::LengthType::IDLE };
        if let Some(stroke) = one.stroke {
            length.swim_stroke = names::stroke(stroke);
        }
        if let Some(strokes) = one.strokes {
            length.total_strokes = u16::try_from(strokes).unwrap_or(u16::MAX);
        }
        write(Message::from(length));
    }
    for (one, span) in recording.sets.iter().filter_map(|set| Some((set, set.span?))) {
        let mut set = mesgdef::Set::new();
        set.start_time = clock.time(span.from_ms);
        set.timestamp = clock.time(span.to_ms);
        set.duration = span.to_ms.saturating_sub(span.from_ms);
        set.set_type = if one.active { typedef::SetType::ACTIVE } else { typedef::SetType::REST };
        if let Some(category) = one.exercise.as_deref().and_then(names::exercise) {
            set.category = Box::from([category]);
        }
        if let Some(reps) = one.reps {
            set.repetitions = u16::try_from(reps).unwrap_or(u16::MAX);
        }
        if let Some(weight) = one.weight {
            set.weight = (weight.0 * 16.0).round() as u16;
        }
        write(Message::from(set));
    }
}

fn session(recording: &Recording, clock: &Clock, end: u32) -> Message {
    let totals = &recording.totals;
    let mut session = mesgdef::Session::new();
    session.timestamp = typedef::DateTime(end);
    session.start_time = clock.time(0);
    (session.sport, session.sub_sport) = names::sport(recording);
    session.total_elapsed_time = thousandths(recording.elapsed.0);
    session.total_timer_time = thousandths(recording.timer.0);
    session.first_lap_index = 0;
    session.num_laps = u16::try_from(recording.laps.len()).unwrap_or(u16::MAX);
    session.total_distance = recording.distance.map_or(u32::MAX, |distance| hundredths(distance.0));
    let small = |value: Option<f64>| value.map_or(u8::MAX, |value| value.round() as u8);
    let large = |value: Option<f64>| value.map_or(u16::MAX, |value| value.round() as u16);
    session.avg_heart_rate = small(totals.avg_hr.map(|v| v.0));
    session.max_heart_rate = small(totals.max_hr.map(|v| v.0));
    session.avg_power = large(totals.avg_power.map(|v| v.0));
    session.normalized_power = large(totals.normalized_power.map(|v| v.0));
    session.training_stress_score = large(totals.tss.map(|points| points * 10.0));
    session.total_ascent = large(totals.ascent.map(|v| v.0));
    session.total_calories = large(totals.kcal);
    session.workout_rpe = small(totals.rpe.map(|rpe| rpe.0 * 10.0));
    session.pool_length = large(recording.pool.map(|pool| pool.0 * 100.0));
    Message::from(session)
}
