//! Suunto XML: a header, samples, events, beat intervals. Quantities are in SI units: hertz, kelvin, radians, joules.

use chrono::{DateTime, Duration, Utc};
use domain::athlete::DeviceStamp;
use domain::recording::{ChannelKind, DeviceTotals, RepairKind};
use domain::sport::Sport;
use domain::unit::{Bpm, Meters, Seconds};

use super::clock::{Clock, Zone, written};
use super::walk::{Element, Path, Visit, walk_whole};
use super::{Draft, MOST_ACTIVITIES, Values, parsed, sport};
use crate::text::{number, repair};
use crate::{Content, ExchangeFault, Format, Parsed};

/// Joules in a kilocalorie.
const JOULES: f64 = 4184.0;

/// Kelvin at 0 degrees Celsius.
const FREEZING: f64 = 273.15;

/// How far the two clocks of a watch may stand apart, seconds; further, the time since the start leaves out pauses.
const CLOCKS_APART_S: i64 = 10;

/// Beat intervals a heart can have, milliseconds; the first number of a list may be the time to the first beat.
const BEATS_MS: std::ops::RangeInclusive<f64> = 200.0..=3000.0;

/// Reads an SML file.
///
/// # Errors
/// [`ExchangeFault::BrokenText`], [`ExchangeFault::NoActivity`] and what the walk through XML refuses.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let mut reader = Reader::default();
    let walked = walk_whole(bytes, &mut reader)?;
    reader.close_log();
    parsed(Format::Sml, reader.contents, reader.values.odd, &walked)
}

#[derive(Default)]
struct Reader {
    contents: Vec<Content>,
    log: Option<Log>,
    values: Values,
    sample: Sample,
}

/// One `DeviceLog`.
#[derive(Default)]
struct Log {
    draft: Draft,
    header: Header,
    name: Option<String>,
    serial: Option<u32>,
    /// Samples that only tell seconds since the start, until the start is known.
    waiting: Vec<(f64, Vec<(ChannelKind, f64)>)>,
    /// Beat intervals since the start, milliseconds.
    beats: Vec<f64>,
    /// UTC of the first sample that tells it, and its seconds since the start.
    anchor: Option<(DateTime<Utc>, f64)>,
    stopped: Option<DateTime<Utc>>,
    wall: Option<chrono::NaiveDateTime>,
}

#[derive(Default)]
struct Header {
    duration: f64,
    distance: Option<f64>,
    number: Option<f64>,
    name: Option<String>,
    totals: DeviceTotals,
}

#[derive(Default)]
struct Sample {
    utc: Option<DateTime<Utc>>,
    time: Option<f64>,
    pause: Option<bool>,
    lap: Option<(f64, Option<f64>)>,
}

impl Visit for Reader {
    fn open(&mut self, path: &Path, _: &Element<'_>) {
        match (path.up(1), path.leaf()) {
            (_, "DeviceLog") => {
                self.close_log();
                self.log = Some(Log::default());
            }
            (_, "Sample") => {
                self.values.clear();
                self.sample = Sample::default();
            }
            ("Events", "Lap") => self.sample.lap = Some((0.0, None)),
            _ => {}
        }
    }

    fn close(&mut self, path: &Path, text: &str) {
        let Some(log) = self.log.as_mut() else { return };
        match (path.up(1), path.leaf()) {
            (_, "DeviceLog") => self.close_log(),
            (_, "Sample") => self.close_sample(),
            ("R-R" | "IBI", "Data") | (_, "IBI") => log.beats.extend(text.split_whitespace().filter_map(number)),
            ("Sample", name) => self.sample(name, text),
            ("Pause", "State") => self.sample.pause = Some(text.eq_ignore_ascii_case("true")),
            ("Lap", "Duration") => self.sample.lap = self.sample.lap.map(|(_, d)| (number(text).unwrap_or(0.0), d)),
            ("Lap", "Distance") => self.sample.lap = self.sample.lap.map(|(s, _)| (s, number(text))),
            ("Activity", "Type") if path.within("Events") && !text.is_empty() => {
                log.draft.about.sport = sport::named(text);
                log.draft.about.sport_detail = Some(text.to_owned());
            }
            ("Device", "Name") => log.name = Some(text.to_owned()).filter(|name| !name.is_empty()),
            // The first half of sixteen digits is the watch, the rest its kind.
            ("Device", "SerialNumber") => {
                log.serial = text.get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok());
            }
            ("Header", "DateTime") => log.date(text),
            ("Header" | "HR", name) => log.header.tell(path.up(1), name, text),
            _ => {}
        }
    }
}

impl Reader {
    fn sample(&mut self, name: &str, text: &str) {
        let Some(log) = self.log.as_mut() else { return };
        let hertz = |value: f64| value * 60.0;
        match name {
            "UTC" => self.sample.utc = log.draft.clock.read(text),
            "LocalTime" => self.sample.utc = self.sample.utc.or_else(|| log.draft.clock.read(text)),
            "Time" => self.sample.time = number(text),
            // Exports of the site behind the watch have beats per minute.
            "HR" => self.values.put_scaled(ChannelKind::HeartRate, text, |v| if v < 10.0 { hertz(v) } else { v }),
            "Cadence" => self.values.put_scaled(ChannelKind::Cadence, text, hertz),
            "Latitude" => self.values.put_scaled(ChannelKind::Latitude, text, f64::to_degrees),
            "Longitude" => self.values.put_scaled(ChannelKind::Longitude, text, f64::to_degrees),
            "Temperature" => self.values.put_scaled(ChannelKind::Temperature, text, |v| v - FREEZING),
            "Altitude" => self.values.put(ChannelKind::Altitude, text),
            "Speed" => self.values.put(ChannelKind::Speed, text),
            "Distance" => self.values.put(ChannelKind::Distance, text),
            "BikePower" | "Power" => self.values.put(ChannelKind::Power, text),
            _ => {}
        }
    }

    fn close_sample(&mut self) {
        let Some(log) = self.log.as_mut() else { return };
        let sample = std::mem::take(&mut self.sample);
        if let (Some(utc), Some(time)) = (sample.utc, sample.time) {
            log.anchor.get_or_insert((utc, time));
        }
        // Seconds since the start run evenly; UTC comes from two clocks, the watch's and the receiver's, a little apart.
        let even = log.anchor.and_then(|(utc, at)| after(utc, sample.time? - at));
        let when = match (even, sample.utc) {
            (Some(even), Some(utc)) if (even - utc).num_seconds().abs() > CLOCKS_APART_S => Some(utc),
            (even, utc) => even.or(utc),
        };
        if let Some(when) = when {
            log.event(&sample, when);
        }
        // A sample that only carries an event is no record.
        if self.values.found.is_empty() {
            return;
        }
        let values = std::mem::take(&mut self.values.found);
        match (when, sample.time) {
            (Some(when), _) => log.draft.track.at(when, &values),
            (None, Some(time)) => log.waiting.push((time, values)),
            (None, None) => log.draft.track.timeless(),
        }
    }

    fn close_log(&mut self) {
        let Some(log) = self.log.take() else { return };
        if self.contents.len() < MOST_ACTIVITIES {
            self.contents.extend(log.finish());
        } else {
            self.values.odd += 1;
        }
    }
}

impl Header {
    fn tell(&mut self, parent: &str, name: &str, text: &str) {
        let value = number(text).filter(|v| *v > 0.0);
        let bpm = value.map(|v| Bpm(if v < 10.0 { v * 60.0 } else { v }));
        match (parent, name) {
            ("HR", "Avg") => self.totals.avg_hr = bpm,
            ("HR", "Max") => self.totals.max_hr = bpm,
            ("Header", "Duration") => self.duration = value.unwrap_or(0.0),
            ("Header", "Distance") => self.distance = value,
            ("Header", "Ascent") => self.totals.ascent = value.map(Meters),
            ("Header", "Energy") => self.totals.kcal = value.map(|joules| joules / JOULES),
            ("Header", "ActivityType") => self.number = value,
            ("Header", "Activity") => self.name = Some(text.to_owned()).filter(|name| !name.is_empty()),
            _ => {}
        }
    }
}

impl Log {
    /// The header's start: the wall clock, unless it names a zone.
    fn date(&mut self, text: &str) {
        match written(text) {
            Some((wall, Zone::Unsaid)) => self.wall = Some(wall),
            Some(_) => self.draft.start = self.draft.clock.read(text),
            None => {}
        }
    }

    fn event(&mut self, sample: &Sample, when: DateTime<Utc>) {
        match sample.pause {
            Some(true) => {
                self.stopped.get_or_insert(when);
            }
            Some(false) => {
                if let Some(from) = self.stopped.take() {
                    self.draft.track.pause(from, when);
                }
            }
            None => {}
        }
        if let Some((seconds, distance)) = sample.lap.filter(|(seconds, _)| *seconds > 0.0)
            && let Some(from) = after(when, -seconds)
        {
            self.draft.track.lap(from, seconds, seconds, distance);
        }
    }

    fn finish(mut self) -> Option<Content> {
        let zero = self.anchor.and_then(|(utc, at)| after(utc, -at));
        match (zero.or(self.draft.start), self.wall) {
            (Some(start), wall) => {
                // The wall clock beside UTC tells the zone, in whole quarters of an hour.
                let quarters = wall.map(|wall| ((wall.and_utc() - start).num_seconds() as f64 / 900.0).round() as i32);
                self.draft.about.utc_offset_s = quarters.filter(|n| n.abs() <= 14 * 4).map(|n| n * 900);
                self.draft.start = Some(start);
            }
            (None, Some(wall)) => {
                self.draft.start = Some(wall.and_utc());
                self.draft.clock = Clock::default();
                self.draft.about.local_clock = true;
            }
            (None, None) => {}
        }
        let local = self.draft.about.local_clock;
        if let Some(start) = self.draft.start {
            for (time, values) in &self.waiting {
                self.draft.track.at(after(start, *time)?, values);
            }
            self.add_beats(start);
        }
        self.draft.start = self.draft.start.or_else(|| self.draft.track.reach().map(|(from, _)| from));
        let about = &mut self.draft.about;
        if about.sport == Sport::Other {
            let numbered = self.header.number.map_or(Sport::Other, by_number);
            let named = self.header.name.as_deref().map_or(Sport::Other, sport::named);
            about.sport = if named == Sport::Other { numbered } else { named };
        }
        about.sport_detail = about.sport_detail.take().or(self.header.name);
        about.timer = Seconds(self.header.duration);
        about.distance = self.header.distance.map(Meters);
        about.totals = self.header.totals;
        let named = self.name.is_some() || self.serial.is_some();
        about.device = named.then_some(DeviceStamp { maker: None, product: self.name, serial: self.serial });
        let mut content = self.draft.finish()?;
        if let Content::Activity { recording, repairs } = &mut content
            && local
        {
            recording.local_clock = true;
            repairs.push(repair(RepairKind::LocalClock, 1));
        }
        Some(content)
    }

    /// Beats follow each other from the start; an interval no heart can have moves the time but is no beat.
    fn add_beats(&mut self, start: DateTime<Utc>) {
        let mut at = 0.0;
        for interval in std::mem::take(&mut self.beats) {
            at += interval.clamp(0.0, 1e6);
            if BEATS_MS.contains(&interval)
                && let Some(when) = after(start, at / 1000.0)
            {
                self.draft.track.aside(ChannelKind::RrInterval, when, interval);
            }
        }
    }
}

/// The sport of the number in the header.
fn by_number(number: f64) -> Sport {
    match number as u32 {
        3 | 82 => Sport::Run,
        4 | 5 | 17 => Sport::Ride,
        6 | 83 => Sport::Swim,
        10 => Sport::Mobility,
        11 | 12 => Sport::Walk,
        14 | 15 => Sport::Row,
        22 => Sport::Ski,
        23 => Sport::Strength,
        _ => Sport::Other,
    }
}

fn after(start: DateTime<Utc>, seconds: f64) -> Option<DateTime<Utc>> {
    start.checked_add_signed(Duration::milliseconds((seconds.clamp(-1e6, 1e6) * 1000.0).round() as i64))
}

#[cfg(test)]
mod tests {
    use domain::recording::{Recording, Repair, Span};

    use super::*;

    fn log(inside: &str) -> (Recording, Vec<Repair>) {
        let text = format!("<sml><DeviceLog>{inside}</DeviceLog></sml>");
        let parsed = read(text.as_bytes()).expect("a log");
        match parsed.contents.into_iter().next() {
            Some(Content::Activity { recording, repairs }) => (recording, repairs),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn samples_with_utc_tell_the_zone_of_the_wall_clock() {
        let sample = |second: u32, more: &str| {
            format!("<Sample><UTC>2026-03-01T08:00:{second:02}.5Z</UTC><Time>{second}.25</Time>{more}</Sample>")
        };
        let pause = |state: &str| format!("<Events><Pause><State>{state}</State></Pause></Events>");
        let text = format!(
            "<Header><Duration>20</Duration><Activity>Laufen</Activity><DateTime>2026-03-01T10:00:02</DateTime>\
             <HR><Avg>2.5</Avg></HR></Header><Device><Name>A Watch</Name><SerialNumber>0000004D14001600</SerialNumber></Device>\
             <Samples>{}{}{}{}</Samples><R-R><Data>400 410 9000 420</Data></R-R>",
            sample(0, "<HR>2</HR><Temperature>293.15</Temperature><Latitude>0.5</Latitude><Longitude>0.1</Longitude>"),
            sample(10, &pause("True")),
            sample(20, &pause("False")),
            sample(30, "<HR>2.5</HR><Cadence>1.5</Cadence>"),
        );
        let (recording, repairs) = log(&text);
        assert_eq!(recording.start.to_rfc3339(), "2026-03-01T08:00:00.250+00:00");
        assert_eq!((recording.utc_offset_s, recording.local_clock), (Some(7200), false));
        assert_eq!(recording.sport, Sport::Run);
        assert_eq!(recording.pauses, vec![Span { from_ms: 10_250, to_ms: 20_250 }]);
        let values = |kind| recording.channel(kind).map(|c| c.values.clone());
        assert_eq!(values(ChannelKind::HeartRate), Some(vec![120.0, 150.0]));
        assert_eq!(values(ChannelKind::Cadence), Some(vec![90.0]));
        assert_eq!(values(ChannelKind::RrInterval), Some(vec![400.0, 410.0, 420.0]));
        assert_eq!(recording.channel(ChannelKind::RrInterval).map(|c| c.ms[2]), Some(10_230));
        assert!((values(ChannelKind::Temperature).expect("warm")[0] - 20.0).abs() < 1e-9);
        assert!((values(ChannelKind::Latitude).expect("somewhere")[0] - 28.647_889_76).abs() < 1e-6);
        assert_eq!(recording.device.and_then(|d| d.serial), Some(77));
        assert_eq!(recording.totals.avg_hr, Some(Bpm(150.0)));
        assert!(repairs.is_empty(), "{repairs:?}");
    }

    #[test]
    fn without_utc_the_wall_clock_is_told_as_such() {
        let text = "<Header><DateTime>2026-03-01T10:00:00</DateTime><ActivityType>4</ActivityType></Header><Samples>\
                    <Sample><Time>0</Time><HR>2</HR></Sample><Sample><Time>60</Time><HR>2</HR></Sample></Samples>";
        let (recording, repairs) = log(text);
        assert_eq!((recording.start.to_rfc3339().as_str(), recording.elapsed.0), ("2026-03-01T10:00:00+00:00", 60.0));
        assert!(recording.local_clock);
        assert_eq!(recording.sport, Sport::Ride);
        assert_eq!(repairs.iter().map(|r| r.kind).collect::<Vec<_>>(), vec![RepairKind::LocalClock]);
    }
}
