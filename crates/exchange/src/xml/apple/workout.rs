//! One workout of an export.

use chrono::{DateTime, Duration, Utc};
use domain::athlete::DeviceStamp;
use domain::unit::{Bpm, Meters, Seconds, Watts};

use super::super::clock::Clock;
use super::super::walk::Element;
use super::super::{Draft, sport};
use super::series::{KINDS, Sample};
use crate::Content;
use crate::text::number;

/// A workout with what its own element and its children tell.
#[derive(Debug)]
pub(super) struct Workout {
    /// Number of its source.
    pub(super) source: u16,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    draft: Draft,
    maker: Option<String>,
    stopped: Option<DateTime<Utc>>,
}

impl Workout {
    /// What the element itself tells; `None` without a start and an end.
    pub(super) fn of(element: &Element<'_>, source: u16) -> Option<Workout> {
        let (start, end) = (time(element, "startDate")?, time(element, "endDate")?);
        let end = end.clamp(start, start + Duration::days(7));
        let mut draft = Draft { start: Some(start), ..Draft::default() };
        let kind = element.attribute("workoutActivityType").unwrap_or_default();
        let kind = kind.strip_prefix("HKWorkoutActivityType").unwrap_or(&kind);
        let about = &mut draft.about;
        about.sport = sport::named(kind);
        about.sport_detail = (!kind.is_empty()).then(|| kind.to_owned());
        about.elapsed = Seconds((end - start).num_milliseconds() as f64 / 1000.0);
        let duration = told(element, "duration").map(|value| match element.attribute("durationUnit").as_deref() {
            Some("s" | "sec") => value,
            Some("hr" | "h") => value * 3600.0,
            _ => value * 60.0,
        });
        about.timer = Seconds(duration.unwrap_or(0.0));
        about.distance = metres(element, "totalDistance", "totalDistanceUnit");
        about.totals.kcal = kcal(element, "totalEnergyBurned", "totalEnergyBurnedUnit");
        let maker = element.attribute("device").and_then(|device| {
            let (_, rest) = device.split_once("manufacturer:")?;
            rest.split([',', '>']).next().map(|name| name.trim().to_owned())
        });
        Some(Workout { source, start, end, draft, maker, stopped: None })
    }

    /// First and last second.
    pub(super) fn window(&self) -> (u32, u32) {
        let second = |at: DateTime<Utc>| u32::try_from(at.timestamp().max(0)).unwrap_or(u32::MAX);
        (second(self.start), second(self.end))
    }

    /// A `WorkoutStatistics` of the workout.
    pub(super) fn statistics(&mut self, element: &Element<'_>) {
        let kind = element.attribute("type").unwrap_or_default();
        let about = &mut self.draft.about;
        let value = |name| told(element, name);
        match kind.strip_prefix("HKQuantityTypeIdentifier").unwrap_or(&kind) {
            name if name.starts_with("Distance") => {
                let part = metres(element, "sum", "unit").map(|m| m.0);
                // Parts of several sports in one workout each have a distance.
                if let Some(part) = part {
                    about.distance = Some(Meters(about.distance.map_or(part, |all| all.0.max(part))));
                }
            }
            "ActiveEnergyBurned" => about.totals.kcal = kcal(element, "sum", "unit").or(about.totals.kcal),
            "HeartRate" => {
                about.totals.avg_hr = value("average").map(Bpm);
                about.totals.max_hr = value("maximum").map(Bpm);
            }
            "RunningPower" | "CyclingPower" => about.totals.avg_power = value("average").map(Watts),
            _ => {}
        }
    }

    /// A `WorkoutEvent`: pauses come as two events, laps with their length.
    pub(super) fn event(&mut self, element: &Element<'_>) {
        let Some(at) = time(element, "date") else { return };
        let kind = element.attribute("type").unwrap_or_default();
        match kind.strip_prefix("HKWorkoutEventType").unwrap_or(&kind) {
            "Pause" | "MotionPaused" => {
                self.stopped.get_or_insert(at);
            }
            "Resume" | "MotionResumed" => {
                if let Some(from) = self.stopped.take() {
                    self.draft.track.pause(from, at);
                }
            }
            "Lap" => {
                let scale = if element.attribute("durationUnit").as_deref() == Some("s") { 1.0 } else { 60.0 };
                if let Some(seconds) = told(element, "duration").map(|v| v * scale) {
                    self.draft.track.lap(at, seconds, seconds, None);
                }
            }
            _ => {}
        }
    }

    /// The activity. Of several sources that measured at the time the workout's own counts, else the one with most samples.
    pub(super) fn finish(mut self, samples: &[Sample], source: String) -> Option<Content> {
        if let Some(from) = self.stopped {
            self.draft.track.pause(from, self.end);
        }
        for (number, kind) in KINDS.into_iter().enumerate() {
            let of_kind = || samples.iter().filter(move |s| usize::from(s.kind) == number);
            let own = u8::try_from(self.source).unwrap_or(u8::MAX);
            let mut counts = [0_u32; 256];
            of_kind().for_each(|s| counts[usize::from(s.source)] += 1);
            let most = (0..=u8::MAX).max_by_key(|n| counts[usize::from(*n)]).unwrap_or(own);
            let chosen = if counts[usize::from(own)] > 0 { own } else { most };
            // Nought beats are none; nought watts are data.
            for sample in of_kind().filter(|s| s.source == chosen && (s.value > 0 || number > 0)) {
                if let Some(at) = DateTime::from_timestamp(i64::from(sample.at), 0) {
                    self.draft.track.aside(kind, at.max(self.start), f64::from(sample.value));
                }
            }
        }
        let product = (!source.is_empty()).then_some(source);
        let known = product.is_some() || self.maker.is_some();
        self.draft.about.device = known.then_some(DeviceStamp { maker: self.maker, product, serial: None });
        self.draft.finish().map(|content| match content {
            // The phone's zone at the export is not the athlete's at the time.
            Content::Activity { mut recording, repairs } => {
                recording.utc_offset_s = None;
                Content::Activity { recording, repairs }
            }
            other => other,
        })
    }
}

fn time(element: &Element<'_>, name: &str) -> Option<DateTime<Utc>> {
    Clock::default().read(&element.attribute(name)?)
}

/// A number above nought.
fn told(element: &Element<'_>, name: &str) -> Option<f64> {
    number(&element.attribute(name)?).filter(|v| *v > 0.0)
}

fn metres(element: &Element<'_>, name: &str, unit: &str) -> Option<Meters> {
    let scale = match element.attribute(unit).as_deref() {
        Some("m") => 1.0,
        Some("mi") => 1609.344,
        Some("yd") => 0.9144,
        Some("ft") => 0.3048,
        _ => 1000.0,
    };
    told(element, name).map(|value| Meters(value * scale))
}

fn kcal(element: &Element<'_>, name: &str, unit: &str) -> Option<f64> {
    let scale = if element.attribute(unit).as_deref() == Some("kJ") { 1.0 / 4.184 } else { 1.0 };
    told(element, name).map(|value| value * scale)
}
