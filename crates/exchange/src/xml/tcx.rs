//! Training Center XML: activities, the parts of a multisport session, courses.

#[cfg(test)]
mod tests;

use chrono::{DateTime, Duration, Utc};
use domain::athlete::DeviceStamp;
use domain::recording::{ChannelKind, DeviceTotals, RepairKind};
use domain::sport::Sport;
use domain::unit::{Bpm, Meters, Seconds, Watts};

use super::walk::{Element, Path, Visit, walk_whole};
use super::{Draft, MOST_ACTIVITIES, Values, parsed, sport};
use crate::text::{number, repair};
use crate::{Content, ExchangeFault, Format, Parsed, RoutedKind};

/// More energy than anybody turns over in a week, kilocalories: some programs write calories.
const MOST_KCAL: f64 = 50_000.0;

/// A gap between the end of a lap and the next lap's start that is longer than this is a pause, seconds.
const SHORTEST_PAUSE_S: f64 = 2.0;

/// Reads a TCX file.
///
/// # Errors
/// [`ExchangeFault::BrokenText`], [`ExchangeFault::NoActivity`] and what the walk through XML refuses.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let mut reader = Reader::default();
    let walked = walk_whole(bytes, &mut reader)?;
    // A file cut within an activity has not closed it.
    reader.close_lap();
    reader.close_activity();
    let mut contents = reader.contents;
    contents.extend(reader.course.then_some(Content::Routed { kind: RoutedKind::Course }));
    contents.extend(reader.workout.then_some(Content::Routed { kind: RoutedKind::Workout }));
    parsed(Format::Tcx, contents, reader.values.odd, &walked)
}

#[derive(Default)]
struct Reader {
    contents: Vec<Content>,
    course: bool,
    workout: bool,
    activity: Option<Activity>,
    lap: Option<Lap>,
    values: Values,
    time: Option<DateTime<Utc>>,
}

#[derive(Default)]
struct Activity {
    draft: Draft,
    device: Option<DeviceStamp>,
    unit: Option<f64>,
    timer: f64,
    distance: f64,
    kcal: f64,
    /// Sum of value times seconds, and seconds.
    heart: (f64, f64),
    power: (f64, f64),
    max_hr: f64,
    /// When the last lap ended by its own account.
    ends: Option<DateTime<Utc>>,
    /// The same with the timer's time alone, less a little: how long it stood is only known to the nearest records.
    ends_at_least: Option<DateTime<Utc>>,
    gaps: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    /// Laps that begin before the one before them ends.
    contradictions: u32,
    records: u32,
    spread: u32,
}

#[derive(Default)]
struct Lap {
    start: Option<DateTime<Utc>>,
    seconds: Option<f64>,
    distance: Option<f64>,
    kcal: Option<f64>,
    avg_hr: Option<f64>,
    avg_power: Option<f64>,
    max_hr: Option<f64>,
    /// Time of the last record of the stretch before, while a new one has none yet.
    stretch_ended: Option<DateTime<Utc>>,
    last: Option<DateTime<Utc>>,
    /// Gaps between the stretches of the lap.
    gaps: Vec<(DateTime<Utc>, DateTime<Utc>)>,
    untimed: Vec<Vec<(ChannelKind, f64)>>,
}

impl Visit for Reader {
    fn open(&mut self, path: &Path, element: &Element<'_>) {
        match path.leaf() {
            "Course" => self.course = true,
            "Workout" => self.workout = true,
            "Activity" => {
                self.close_lap();
                self.close_activity();
                let mut activity = Activity::default();
                let name = element.attribute("Sport").unwrap_or_default().trim().to_owned();
                activity.draft.about.sport = sport::named(&name);
                activity.draft.about.sport_detail = (!name.is_empty()).then_some(name);
                self.activity = Some(activity);
            }
            // The change between two sports of a session.
            "Transition" if self.activity.is_none() => {
                let mut activity = Activity::default();
                activity.draft.about.sport = Sport::Transition;
                activity.draft.about.sport_detail = Some("Transition".to_owned());
                self.activity = Some(activity);
                self.open_lap(element);
            }
            "Lap" if self.activity.is_some() => {
                self.close_lap();
                self.open_lap(element);
            }
            "Track" => {
                if let Some(lap) = self.lap.as_mut() {
                    lap.stretch_ended = lap.last;
                }
            }
            "Trackpoint" => {
                self.values.clear();
                self.time = None;
            }
            _ => {}
        }
    }

    fn close(&mut self, path: &Path, text: &str) {
        let Some(activity) = self.activity.as_mut() else { return };
        match path.leaf() {
            "Activity" | "Transition" => {
                self.close_lap();
                self.close_activity();
                return;
            }
            "Lap" => return self.close_lap(),
            "Trackpoint" => return self.close_point(),
            _ => {}
        }
        if path.within("Trackpoint") {
            return self.point(path, text);
        }
        if path.within("Creator") {
            return activity.creator(path, text);
        }
        if let Some(lap) = self.lap.as_mut() {
            lap.tell(path, text);
        } else if path.leaf() == "Id" && activity.draft.start.is_none() {
            // Some programs write the end here; a lap's own start counts before it.
            activity.draft.start = activity.draft.clock.read(text);
        }
        if path.leaf() == "Notes" && !text.is_empty() {
            let comment = activity.draft.about.comment.get_or_insert_default();
            if !comment.is_empty() {
                comment.push('\n');
            }
            comment.push_str(text);
        }
    }
}

impl Reader {
    fn open_lap(&mut self, element: &Element<'_>) {
        let Some(activity) = self.activity.as_mut() else { return };
        let start = element.attribute("StartTime").and_then(|text| activity.draft.clock.read(&text));
        if let (Some(ended), Some(start)) = (activity.ends, start) {
            let gap = (start - ended).num_milliseconds() as f64 / 1000.0;
            if gap > SHORTEST_PAUSE_S {
                activity.gaps.push((ended, start));
            } else if activity.ends_at_least.is_some_and(|least| start < least) {
                activity.contradictions += 1;
            }
        }
        if let (Some(start), false) = (start, activity.timer > 0.0) {
            activity.draft.start = Some(start);
        }
        self.lap = Some(Lap { start, ..Lap::default() });
    }

    fn close_lap(&mut self) {
        let (Some(activity), Some(lap)) = (self.activity.as_mut(), self.lap.take()) else { return };
        activity.add(&lap);
    }

    fn close_activity(&mut self) {
        let Some(activity) = self.activity.take() else { return };
        if self.contents.len() >= MOST_ACTIVITIES {
            self.values.odd += 1;
            return;
        }
        self.contents.extend(activity.finish());
    }

    fn point(&mut self, path: &Path, text: &str) {
        match path.leaf() {
            "Time" => {
                let Some(activity) = self.activity.as_mut() else { return };
                self.time = activity.draft.clock.read(text);
                self.values.odd += u32::from(self.time.is_none() && !text.is_empty());
            }
            "LatitudeDegrees" => self.values.put(ChannelKind::Latitude, text),
            "LongitudeDegrees" => self.values.put(ChannelKind::Longitude, text),
            "AltitudeMeters" => self.values.put(ChannelKind::Altitude, text),
            "DistanceMeters" => self.values.put(ChannelKind::Distance, text),
            "Value" if path.up(1) == "HeartRateBpm" => self.values.put(ChannelKind::HeartRate, text),
            "Cadence" | "RunCadence" => self.values.put(ChannelKind::Cadence, text),
            "Speed" => self.values.put(ChannelKind::Speed, text),
            "Watts" => self.values.put(ChannelKind::Power, text),
            _ => {}
        }
    }

    fn close_point(&mut self) {
        let (Some(activity), Some(lap)) = (self.activity.as_mut(), self.lap.as_mut()) else { return };
        activity.records += 1;
        let Some(time) = self.time.take() else {
            lap.untimed.push(std::mem::take(&mut self.values.found));
            return;
        };
        if let Some(ended) = lap.stretch_ended.take() {
            lap.gaps.push((ended, time));
        }
        lap.last = Some(lap.last.map_or(time, |last| last.max(time)));
        activity.draft.track.at(time, &self.values.found);
    }
}

impl Lap {
    /// Seconds between its stretches; none where its own length leaves no room for them: some programs begin a stretch
    /// with every point.
    fn paused(&self) -> f64 {
        let gap = |(from, to): &(DateTime<Utc>, DateTime<Utc>)| (*to - *from).num_milliseconds() as f64 / 1000.0;
        let paused: f64 = self.gaps.iter().map(|pair| gap(pair).max(0.0)).sum();
        let room = match (self.start, self.last, self.seconds) {
            (Some(start), Some(last), Some(seconds)) => gap(&(start, last)) - seconds,
            _ => f64::INFINITY,
        };
        if paused > 1.5 * room.max(0.0) + 10.0 { 0.0 } else { paused }
    }

    fn tell(&mut self, path: &Path, text: &str) {
        let value = number(text).filter(|v| *v >= 0.0);
        match (path.up(1), path.leaf()) {
            ("Lap" | "Transition", "TotalTimeSeconds") => self.seconds = value,
            ("Lap" | "Transition", "DistanceMeters") => self.distance = value,
            ("Lap" | "Transition", "Calories") => self.kcal = value,
            ("AverageHeartRateBpm", "Value") => self.avg_hr = value,
            ("MaximumHeartRateBpm", "Value") => self.max_hr = value,
            ("LX", "AvgWatts") => self.avg_power = value,
            _ => {}
        }
    }
}

impl Activity {
    fn creator(&mut self, path: &Path, text: &str) {
        match (path.up(1), path.leaf()) {
            // Some programs add the number to the name.
            ("Creator", "Name") => {
                let name = text.split_once(" (").map_or(text, |(name, _)| name).trim();
                self.device = (!name.is_empty()).then(|| DeviceStamp {
                    maker: None,
                    product: Some(name.to_owned()),
                    serial: None,
                });
            }
            ("Creator", "UnitId") => self.unit = number(text),
            _ => {}
        }
    }

    fn add(&mut self, lap: &Lap) {
        let track = &mut self.draft.track;
        let seconds = lap.seconds.unwrap_or(0.0);
        let paused = lap.paused();
        if paused > 0.0 {
            lap.gaps.iter().for_each(|(from, to)| track.pause(*from, *to));
        }
        if let Some(start) = lap.start {
            let total = seconds + paused;
            track.lap(start, total, seconds, lap.distance);
            let after =
                |seconds: f64| start.checked_add_signed(Duration::milliseconds((seconds.min(1e7) * 1000.0) as i64));
            self.ends = after(total);
            self.ends_at_least = after(seconds - SHORTEST_PAUSE_S);
            let step = seconds / lap.untimed.len().max(1) as f64;
            for (i, values) in lap.untimed.iter().enumerate() {
                let after = Duration::milliseconds(((step * i as f64).min(1e7) * 1000.0) as i64);
                // Without any length there is nothing to spread over.
                match start.checked_add_signed(after).filter(|_| step > 0.0 && !values.is_empty()) {
                    Some(time) => {
                        track.at(time, values);
                        self.spread += 1;
                    }
                    None => track.timeless(),
                }
            }
        } else {
            (self.ends, self.ends_at_least) = (None, None);
            lap.untimed.iter().for_each(|_| track.timeless());
        }
        self.timer += seconds;
        self.distance += lap.distance.unwrap_or(0.0);
        self.kcal += lap.kcal.unwrap_or(0.0);
        self.max_hr = self.max_hr.max(lap.max_hr.unwrap_or(0.0));
        for (sum, value) in [(&mut self.heart, lap.avg_hr), (&mut self.power, lap.avg_power)] {
            if let Some(value) = value.filter(|v| *v > 0.0) {
                sum.0 += value * seconds;
                sum.1 += seconds;
            }
        }
    }

    fn finish(self) -> Option<Content> {
        let mean = |(sum, seconds): (f64, f64)| (seconds > 0.0).then(|| sum / seconds);
        let mut draft = self.draft;
        // Laps that overlap cannot tell where the timer stood.
        for (from, to) in self.gaps.into_iter().filter(|_| self.contradictions == 0) {
            draft.track.pause(from, to);
        }
        draft.about.timer = Seconds(self.timer);
        draft.about.distance = (self.distance > 0.0).then_some(Meters(self.distance));
        draft.about.records = self.records;
        draft.about.totals = DeviceTotals {
            avg_hr: mean(self.heart).map(Bpm),
            max_hr: (self.max_hr > 0.0).then_some(Bpm(self.max_hr)),
            avg_power: mean(self.power).map(Watts),
            kcal: (self.kcal > 0.0 && self.kcal <= MOST_KCAL).then_some(self.kcal),
            ..DeviceTotals::default()
        };
        // Programs that know no number write nought or all ones.
        let serial = self.unit.filter(|n| *n > 0.0 && *n < f64::from(u32::MAX)).map(|n| n as u32);
        draft.about.device = self.device.map(|stamp| DeviceStamp { serial, ..stamp });
        let told = [
            (RepairKind::ValueLeftOut, u32::from(self.kcal > MOST_KCAL)),
            (RepairKind::TimesSpread, self.spread),
            (RepairKind::TimerEvents, self.contradictions),
        ];
        draft.repairs.extend(told.iter().filter(|(_, n)| *n > 0).map(|(kind, n)| repair(*kind, *n as usize)));
        draft.finish()
    }
}
