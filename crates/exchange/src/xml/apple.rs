//! Apple Health's `export.xml`: workouts with their heart rate, and the values of each day. Read as a stream: of gigabytes
//! only eight bytes a sample and the values themselves are held.
//!
//! All times carry the zone of the phone at the time of the export, so they tell the moment but not the athlete's zone.

mod daily;
mod series;
mod workout;

use std::collections::HashMap;
use std::io::BufRead;

use chrono::NaiveDateTime;
use domain::recording::ChannelKind;
use domain::wellness::WellnessField;

use super::clock::{Clock, written};
use super::walk::{Element, Path, Visit, walk_stream};
use super::{MOST_ACTIVITIES, parsed};
use crate::text::number;
use crate::{Content, ExchangeFault, Format, Parsed};
use daily::Daily;
use series::{KINDS, Sample, Series};
use workout::Workout;

/// The most sources told apart.
const MOST_SOURCES: u16 = 1000;

/// Reads an export.
///
/// # Errors
/// [`ExchangeFault::BrokenText`], [`ExchangeFault::NoActivity`] and what the walk through XML refuses.
pub(crate) fn read(reader: &mut dyn BufRead) -> Result<Parsed, ExchangeFault> {
    let mut export = Export::default();
    let walked = walk_stream(reader, &mut export)?;
    let (contents, odd) = export.finish();
    parsed(Format::AppleHealth, contents, odd, &walked)
}

#[derive(Default)]
struct Export {
    sources: Vec<String>,
    numbers: HashMap<String, u16>,
    series: Series,
    daily: Daily,
    workouts: Vec<Workout>,
    workout: Option<Workout>,
    /// Records that could not be taken.
    odd: u32,
}

impl Visit for Export {
    fn open(&mut self, path: &Path, element: &Element<'_>) {
        match (path.up(1), path.leaf()) {
            // Records within a correlation stand in the file on their own as well.
            ("HealthData", "Record") => {
                let Some(kind) = element.attribute("type") else { return };
                let Some(kind) = kind.strip_prefix("HK") else { return };
                let kind =
                    ["QuantityTypeIdentifier", "CategoryTypeIdentifier"].iter().find_map(|p| kind.strip_prefix(p));
                if let Some(kind) = kind
                    && self.record(kind, element).is_none()
                {
                    self.odd = self.odd.saturating_add(1);
                }
            }
            (_, "Workout") => {
                let source = self.source(element);
                self.workout = Workout::of(element, source);
                self.odd += u32::from(self.workout.is_none());
            }
            // Statistics and events of the parts of a workout stand in the workout as well.
            ("Workout", "WorkoutStatistics") => {
                if let Some(workout) = self.workout.as_mut() {
                    workout.statistics(element);
                }
            }
            ("Workout", "WorkoutEvent") => {
                if let Some(workout) = self.workout.as_mut() {
                    workout.event(element);
                }
            }
            _ => {}
        }
    }

    fn close(&mut self, path: &Path, _: &str) {
        if path.leaf() == "Workout"
            && let Some(workout) = self.workout.take()
        {
            if self.workouts.len() < MOST_ACTIVITIES {
                self.workouts.push(workout);
            } else {
                self.odd += 1;
            }
        }
    }
}

impl Export {
    /// Takes a record; `None` if it is of a kind that is read but cannot be.
    fn record(&mut self, kind: &str, element: &Element<'_>) -> Option<()> {
        let channel = match kind {
            "HeartRate" => Some(ChannelKind::HeartRate),
            "RunningPower" | "CyclingPower" => Some(ChannelKind::Power),
            "CyclingCadence" => Some(ChannelKind::Cadence),
            _ => None,
        };
        if let Some(channel) = channel {
            let value = number(&element.attribute("value")?)?.round();
            let at = Clock::default().read(&element.attribute("startDate")?)?.timestamp();
            let source = u8::try_from(self.source(element)).unwrap_or(u8::MAX);
            let kind = KINDS.iter().position(|kind| *kind == channel)?;
            let value = (0.0..=f64::from(u16::MAX)).contains(&value).then_some(value as u16)?;
            let sample = Sample { at: u32::try_from(at).ok()?, value, kind: kind as u8, source };
            return self.series.push(sample).then_some(());
        }
        let field = match kind {
            "HeartRateVariabilitySDNN" => WellnessField::Sdnn,
            "RestingHeartRate" => WellnessField::RestingHr,
            "OxygenSaturation" => WellnessField::Spo2,
            "RespiratoryRate" => WellnessField::Respiration,
            "BodyMass" => WellnessField::BodyMass,
            "BodyFatPercentage" => WellnessField::BodyFat,
            "StepCount" => WellnessField::Steps,
            "SleepAnalysis" => WellnessField::Sleep,
            _ => return Some(()),
        };
        let start = local(element, "startDate")?;
        if field == WellnessField::Sleep {
            // In bed, or awake in bed, is not asleep.
            if element.attribute("value")?.contains("Asleep") {
                let end = local(element, "endDate")?;
                let source = self.source(element);
                self.daily.asleep(start, end, source);
            }
            return Some(());
        }
        let value = number(&element.attribute("value")?)?;
        let unit = element.attribute("unit");
        let value = match (field, unit.as_deref().unwrap_or_default()) {
            // A share of one, though its unit says percent.
            (WellnessField::Spo2 | WellnessField::BodyFat, _) if value <= 1.0 => value * 100.0,
            (WellnessField::BodyMass, "lb") => value * 0.453_592_37,
            (WellnessField::BodyMass, "st") => value * 6.350_293_18,
            (WellnessField::BodyMass, "g") => value / 1000.0,
            _ => value,
        };
        let source = self.source(element);
        self.daily.add(field, start, value, source);
        Some(())
    }

    /// The number of an element's source; beyond the most, the last one.
    fn source(&mut self, element: &Element<'_>) -> u16 {
        let name = element.attribute("sourceName").unwrap_or_default();
        if let Some(known) = self.numbers.get(name.as_ref()) {
            return *known;
        }
        let number = self.sources.len() as u16;
        if number >= MOST_SOURCES {
            return MOST_SOURCES - 1;
        }
        self.numbers.insert(name.clone().into_owned(), number);
        let name: String = name.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).take(200).collect();
        self.sources.push(name.trim().to_owned());
        number
    }

    fn finish(self) -> (Vec<Content>, u32) {
        let windows: Vec<(u32, u32)> = self.workouts.iter().map(Workout::window).collect();
        let (samples, left_out) = self.series.within(&windows);
        let name = |number: u16| self.sources.get(usize::from(number)).cloned().unwrap_or_default();
        let mut contents: Vec<Content> = self
            .workouts
            .into_iter()
            .zip(samples)
            .filter_map(|(workout, samples)| {
                let source = name(workout.source);
                workout.finish(&samples, source)
            })
            .collect();
        let (values, impossible) = self.daily.finish(name);
        contents.extend((!values.is_empty()).then_some(Content::Wellness { athlete: None, values }));
        let left_out = u32::try_from(left_out).unwrap_or(u32::MAX);
        (contents, self.odd.saturating_add(impossible).saturating_add(left_out))
    }
}

/// A time on the phone's clock.
fn local(element: &Element<'_>, name: &str) -> Option<NaiveDateTime> {
    written(&element.attribute(name)?).map(|(time, _)| time)
}
