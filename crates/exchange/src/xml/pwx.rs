//! TrainingPeaks XML: workouts with samples at seconds since the start, segments, events.

use chrono::{DateTime, Duration, Utc};
use domain::athlete::DeviceStamp;
use domain::recording::{ChannelKind, DeviceTotals};
use domain::unit::{Bpm, Meters, Rpe, Seconds, Watts};

use super::walk::{Element, Path, Visit, walk_whole};
use super::{Draft, MOST_ACTIVITIES, Values, parsed, sport};
use crate::text::number;
use crate::{Content, ExchangeFault, Format, Parsed};

/// Kilojoules in a kilocalorie.
const KILOJOULES: f64 = 4.184;

/// Reads a PWX file. Its times are the wall clock's unless they name a zone.
///
/// # Errors
/// [`ExchangeFault::BrokenText`], [`ExchangeFault::NoActivity`] and what the walk through XML refuses.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let mut reader = Reader::default();
    let walked = walk_whole(bytes, &mut reader)?;
    reader.close_workout();
    parsed(Format::Pwx, reader.contents, reader.values.odd, &walked)
}

#[derive(Default)]
struct Reader {
    contents: Vec<Content>,
    workout: Option<Workout>,
    values: Values,
    /// Seconds since the start of the sample or event at hand.
    offset: Option<f64>,
}

#[derive(Default)]
struct Workout {
    draft: Draft,
    device: Maker,
    samples: Vec<(f64, Vec<(ChannelKind, f64)>)>,
    segments: Vec<Summary>,
    segment: Summary,
    summary: Summary,
    event: String,
    stops: Vec<(f64, bool)>,
}

/// Maker and model as told one after the other.
#[derive(Default)]
struct Maker {
    maker: Option<String>,
    product: Option<String>,
}

/// `summarydata` of the workout or of a segment.
#[derive(Default, Clone)]
struct Summary {
    beginning: f64,
    duration: f64,
    stopped: f64,
    distance: Option<f64>,
    totals: DeviceTotals,
}

impl Visit for Reader {
    fn open(&mut self, path: &Path, element: &Element<'_>) {
        if path.leaf() == "workout" {
            self.close_workout();
            self.workout = Some(Workout::default());
        }
        let Some(workout) = self.workout.as_mut() else { return };
        match (path.up(1), path.leaf()) {
            (_, "segment") => workout.segment = Summary::default(),
            (_, "sample") => {
                self.values.clear();
                self.offset = None;
            }
            (_, "event") => {
                workout.event.clear();
                self.offset = None;
            }
            ("summarydata", name @ ("hr" | "pwr")) => {
                let value = |attribute| element.attribute(attribute).and_then(|t| number(&t)).filter(|v| *v > 0.0);
                let (avg, max) = (value("avg"), value("max"));
                let totals = &mut workout.summary_of(path).totals;
                if name == "hr" {
                    (totals.avg_hr, totals.max_hr) = (avg.map(Bpm), max.map(Bpm));
                } else {
                    totals.avg_power = avg.map(Watts);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, path: &Path, text: &str) {
        let Some(workout) = self.workout.as_mut() else { return };
        match (path.up(1), path.leaf()) {
            (_, "workout") => self.close_workout(),
            (_, "sample") => {
                // Samples beyond a week belong to nothing.
                match self.offset.take().filter(|s| (0.0..1e6).contains(s)) {
                    Some(offset) => workout.samples.push((offset, std::mem::take(&mut self.values.found))),
                    None => workout.draft.track.timeless(),
                }
            }
            (_, "event") => {
                let stopped = workout.event.to_ascii_lowercase();
                let change =
                    (stopped.starts_with("stop") || stopped.starts_with("pause"), stopped.starts_with("start"));
                if let (Some(offset), true) = (self.offset.take(), change.0 || change.1) {
                    workout.stops.push((offset, change.0));
                }
            }
            (_, "segment") => {
                let segment = std::mem::take(&mut workout.segment);
                workout.segments.extend((segment.duration > 0.0).then_some(segment));
            }
            ("event", "type") => workout.event = text.to_owned(),
            ("sample" | "event", "timeoffset") => self.offset = number(text),
            ("sample", name) => self.sample(name, text),
            ("summarydata", name) => workout.summary_of(path).tell(name, text),
            (parent, name) if !path.within("extension") => workout.tell(parent, name, text),
            _ => {}
        }
    }
}

impl Reader {
    fn sample(&mut self, name: &str, text: &str) {
        let kind = match name {
            "hr" => ChannelKind::HeartRate,
            "spd" => ChannelKind::Speed,
            "pwr" => ChannelKind::Power,
            "cad" => ChannelKind::Cadence,
            "dist" => ChannelKind::Distance,
            "lat" => ChannelKind::Latitude,
            "lon" => ChannelKind::Longitude,
            "alt" => ChannelKind::Altitude,
            "temp" => ChannelKind::Temperature,
            _ => return,
        };
        self.values.put(kind, text);
    }

    fn close_workout(&mut self) {
        let Some(workout) = self.workout.take() else { return };
        if self.contents.len() < MOST_ACTIVITIES {
            self.contents.extend(workout.finish());
        } else {
            self.values.odd += 1;
        }
    }
}

impl Summary {
    fn tell(&mut self, name: &str, text: &str) {
        let Some(value) = number(text).filter(|v| *v >= 0.0) else { return };
        match name {
            "beginning" => self.beginning = value,
            "duration" => self.duration = value,
            "durationstopped" => self.stopped = value,
            "dist" => self.distance = (value > 0.0).then_some(value),
            "work" => self.totals.kcal = (value > 0.0).then_some(value / KILOJOULES),
            "tss" => self.totals.tss = (value > 0.0).then_some(value),
            "normalizedPower" => self.totals.normalized_power = (value > 0.0).then_some(Watts(value)),
            "climbingelevation" => self.totals.ascent = Some(Meters(value)),
            _ => {}
        }
    }
}

impl Workout {
    fn summary_of(&mut self, path: &Path) -> &mut Summary {
        if path.within("segment") { &mut self.segment } else { &mut self.summary }
    }

    fn tell(&mut self, parent: &str, name: &str, text: &str) {
        let filled = || (!text.is_empty()).then(|| text.to_owned());
        match (parent, name) {
            ("workout", "sportType") => {
                self.draft.about.sport = sport::named(text);
                self.draft.about.sport_detail = filled();
            }
            ("workout", "time") => self.draft.start = self.draft.clock.read(text),
            ("workout", "cmt") => self.draft.about.comment = filled(),
            ("workout", "rpe") => {
                let rpe = number(text).filter(|v| (0.0..=10.0).contains(v));
                self.draft.about.totals.rpe = rpe.map(Rpe);
            }
            ("device", "make") => self.device.maker = filled(),
            ("device", "model") => self.device.product = filled(),
            _ => {}
        }
    }

    fn finish(mut self) -> Option<Content> {
        let start = self.draft.start?;
        let track = &mut self.draft.track;
        for (offset, values) in &self.samples {
            track.at(after(start, *offset)?, values);
        }
        for segment in &self.segments {
            let from = after(start, segment.beginning)?;
            let timer = segment.duration - segment.stopped;
            track.lap(from, segment.duration, timer, segment.distance);
        }
        let mut stopped = None;
        for (offset, stop) in self.stops {
            if stop {
                stopped.get_or_insert(offset);
            } else if let Some(from) = stopped.take() {
                track.pause(after(start, from)?, after(start, offset)?);
            }
        }
        let about = &mut self.draft.about;
        about.totals = DeviceTotals { rpe: about.totals.rpe, ..self.summary.totals };
        about.timer = Seconds((self.summary.duration - self.summary.stopped).max(0.0));
        about.distance = self.summary.distance.map(Meters);
        let Maker { maker, product } = self.device;
        about.device = (maker.is_some() || product.is_some()).then_some(DeviceStamp { maker, product, serial: None });
        self.draft.finish()
    }
}

fn after(start: DateTime<Utc>, seconds: f64) -> Option<DateTime<Utc>> {
    start.checked_add_signed(Duration::milliseconds((seconds.clamp(-1e6, 1e6) * 1000.0).round() as i64))
}

#[cfg(test)]
mod tests {
    use domain::recording::{RepairKind, Span};
    use domain::sport::Sport;

    use super::*;

    #[test]
    fn a_workout_is_read_with_its_segments_and_stops() {
        let sample = |at: u32, hr: u32| {
            format!("<sample><timeoffset>{at}.5</timeoffset><hr>{hr}</hr><pwr>200</pwr><dist>{at}</dist></sample>")
        };
        let samples: String = (0..100).map(|s| sample(s, 120 + s / 10)).collect();
        let text = format!(
            "<pwx><workout><sportType>Bike</sportType><cmt>Good legs</cmt><device><make>Maker</make><model>M1</model></device>\
             <time>2026-03-01T07:30:00</time><summarydata><beginning>0</beginning><duration>100</duration>\
             <durationstopped>10</durationstopped><hr max=\"130\" min=\"0\" avg=\"125\"/><dist>500</dist></summarydata>\
             <segment><name>1</name><summarydata><beginning>20</beginning><duration>30</duration></summarydata></segment>\
             <event><timeoffset>40</timeoffset><type>Stopped</type></event><event><timeoffset>50</timeoffset><type>Started</type></event>\
             {samples}</workout></pwx>"
        );
        let parsed = read(text.as_bytes()).expect("a workout");
        let Some(Content::Activity { recording, repairs }) = parsed.contents.first() else { panic!("an activity") };
        assert_eq!(recording.sport, Sport::Ride);
        assert_eq!((recording.timer.0, recording.elapsed.0, recording.distance), (90.0, 99.5, Some(Meters(500.0))));
        assert_eq!(recording.laps[0].span, Span { from_ms: 20_000, to_ms: 50_000 });
        assert_eq!(recording.pauses, vec![Span { from_ms: 40_000, to_ms: 50_000 }]);
        assert_eq!(recording.totals.avg_hr, Some(Bpm(125.0)));
        assert_eq!(recording.channel(ChannelKind::Power).map(|c| (c.ms.len(), c.ms[0])), Some((100, 500)));
        assert!(recording.local_clock);
        assert_eq!(repairs.iter().map(|r| r.kind).collect::<Vec<_>>(), vec![RepairKind::LocalClock]);
        assert_eq!(recording.comment.as_deref(), Some("Good legs"));
    }
}
