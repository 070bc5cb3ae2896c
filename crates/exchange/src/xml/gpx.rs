//! GPX 1.0 and 1.1: tracks with the extensions devices and apps add, routes, waypoints.

use chrono::{DateTime, Duration, Utc};
use domain::athlete::DeviceStamp;
use domain::recording::ChannelKind;
use domain::sport::Sport;

use super::clock::Clock;
use super::walk::{Element, Path, Visit, walk_whole};
use super::{Draft, MOST_ACTIVITIES, Values, parsed, sport};
use crate::text::number;
use crate::track::Track;
use crate::{Content, ExchangeFault, Format, Parsed, RoutedKind};

/// Tracks further apart than this are activities of their own.
const APART: Duration = Duration::hours(4);

/// With fewer points to a segment on average, segments do not stand for stretches between pauses.
const FEWEST_POINTS: usize = 2;

/// Reads a GPX file.
///
/// # Errors
/// [`ExchangeFault::BrokenText`], [`ExchangeFault::NoActivity`] and what the walk through XML refuses.
pub(crate) fn read(bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let mut reader = Reader::default();
    let walked = walk_whole(bytes, &mut reader)?;
    reader.close_track();
    let odd = reader.values.odd;
    parsed(Format::Gpx, reader.finish(), odd, &walked)
}

#[derive(Default)]
struct Reader {
    creator: Option<String>,
    tracks: Vec<Way>,
    track: Option<Way>,
    values: Values,
    time: Option<DateTime<Utc>>,
    /// The last record of the segment before, while the next one has none yet.
    segment_ended: Option<DateTime<Utc>>,
    /// A route, a waypoint, or a track of places without times.
    course: bool,
    laps: Vec<Lap>,
    lap: Lap,
}

/// One track of the file.
#[derive(Default)]
struct Way {
    name: Option<String>,
    kind: Option<String>,
    comment: Option<String>,
    track: Track,
    clock: Clock,
    /// Gaps between segments.
    gaps: Vec<Reach>,
    points: usize,
    last: Option<DateTime<Utc>>,
    untimed: u32,
}

#[derive(Default, Clone)]
struct Lap {
    start: Option<DateTime<Utc>>,
    seconds: f64,
    distance: Option<f64>,
}

impl Visit for Reader {
    fn open(&mut self, path: &Path, element: &Element<'_>) {
        match path.leaf() {
            "gpx" => self.creator = element.attribute("creator").map(|text| text.trim().to_owned()),
            "trk" => {
                self.close_track();
                self.track = Some(Way { clock: Clock::utc(), ..Way::default() });
            }
            "trkseg" => self.segment_ended = self.track.as_ref().and_then(|track| track.last),
            "trkpt" => {
                self.values.clear();
                self.time = None;
                self.values.put(ChannelKind::Latitude, &element.attribute("lat").unwrap_or_default());
                self.values.put(ChannelKind::Longitude, &element.attribute("lon").unwrap_or_default());
            }
            "rte" | "wpt" => self.course = true,
            "lap" => self.lap = Lap::default(),
            _ => {}
        }
    }

    fn close(&mut self, path: &Path, text: &str) {
        match (path.up(1), path.leaf()) {
            (_, "trkpt") => self.close_point(),
            (_, "trk") => self.close_track(),
            (_, "lap") => self.laps.push(std::mem::take(&mut self.lap)),
            ("lap", "startTime") => self.lap.start = Clock::default().read(text),
            ("lap", "elapsedTime") => self.lap.seconds = number(text).unwrap_or(0.0),
            ("lap", "distance") => self.lap.distance = number(text),
            ("trk", name) => {
                let Some(track) = self.track.as_mut().filter(|_| !text.is_empty()) else { return };
                match name {
                    "name" => track.name = Some(text.to_owned()),
                    "type" => track.kind = Some(text.to_owned()),
                    "desc" => track.comment = Some(text.to_owned()),
                    "cmt" => track.comment = track.comment.take().or_else(|| Some(text.to_owned())),
                    _ => {}
                }
            }
            _ if path.within("trkpt") => self.point(path.leaf(), text),
            _ => {}
        }
    }
}

impl Reader {
    fn point(&mut self, name: &str, text: &str) {
        let kind = match name.to_ascii_lowercase().as_str() {
            "time" => {
                let Some(track) = self.track.as_mut() else { return };
                self.time = track.clock.read(text);
                self.values.odd += u32::from(self.time.is_none() && !text.is_empty());
                return;
            }
            "ele" => ChannelKind::Altitude,
            "altitude" if !self.values.holds(ChannelKind::Altitude) => ChannelKind::Altitude,
            "hr" | "heartrate" => ChannelKind::HeartRate,
            "cad" | "cadence" | "runcadence" => ChannelKind::Cadence,
            "atemp" | "temp" | "temperature" => ChannelKind::Temperature,
            "speed" => ChannelKind::Speed,
            "distance" => ChannelKind::Distance,
            "power" | "powerinwatts" | "watts" => ChannelKind::Power,
            _ => return,
        };
        self.values.put(kind, text);
    }

    fn close_point(&mut self) {
        let Some(way) = self.track.as_mut() else { return };
        let Some(time) = self.time.take() else {
            way.untimed += 1;
            return;
        };
        if let Some(ended) = self.segment_ended.take() {
            way.gaps.push((ended, time));
        }
        way.last = Some(time);
        way.points += 1;
        way.track.at(time, &self.values.found);
    }

    fn close_track(&mut self) {
        let Some(mut way) = self.track.take() else { return };
        // Some programs begin a segment with every point or two: those gaps are no pauses.
        if way.points > FEWEST_POINTS * way.gaps.len() {
            way.gaps.drain(..).for_each(|(from, to)| way.track.pause(from, to));
        }
        if way.last.is_none() {
            self.course |= way.untimed > 0;
        } else if self.tracks.len() < MOST_ACTIVITIES {
            self.tracks.push(way);
        } else {
            self.values.odd += 1;
        }
    }

    fn finish(self) -> Vec<Content> {
        let mut contents: Vec<Content> = groups(self.tracks)
            .into_iter()
            .filter_map(|way| way.content(self.creator.as_deref(), &self.laps))
            .collect();
        contents.extend(self.course.then_some(Content::Routed { kind: RoutedKind::Course }));
        contents
    }
}

/// First and last record.
type Reach = (DateTime<Utc>, DateTime<Utc>);

/// Tracks that belong to one activity made one: those that overlap or follow each other within [`APART`] and do not name
/// different sports. What lies between them is a pause.
fn groups(tracks: Vec<Way>) -> Vec<Way> {
    let mut timed: Vec<(Reach, Way)> = tracks.into_iter().filter_map(|way| Some((way.track.reach()?, way))).collect();
    timed.sort_by_key(|((from, _), _)| *from);
    let mut groups: Vec<(Reach, Way)> = Vec::new();
    for ((from, to), way) in timed {
        match groups.last_mut() {
            Some(((_, end), last)) if from <= *end || (from - *end <= APART && way.kind == last.kind) => {
                if from > *end {
                    last.track.pause(*end, from);
                }
                last.track.append(way.track);
                last.untimed += way.untimed;
                *end = to.max(*end);
            }
            _ => groups.push(((from, to), way)),
        }
    }
    groups.into_iter().map(|(_, way)| way).collect()
}

impl Way {
    fn content(mut self, creator: Option<&str>, laps: &[Lap]) -> Option<Content> {
        let (from, to) = self.track.reach()?;
        for lap in laps.iter().filter(|lap| lap.seconds > 0.0) {
            let Some(told) = lap.start else { continue };
            let length = Duration::milliseconds((lap.seconds.min(1e7) * 1000.0) as i64);
            let slack = Duration::minutes(1);
            let fits = |start: &DateTime<Utc>| *start >= from - slack && *start + length <= to + slack;
            // Some watches write when the lap was closed.
            if let Some(start) = [told, told - length].into_iter().find(fits) {
                self.track.lap(start, lap.seconds, lap.seconds, lap.distance);
            }
        }
        (0..self.untimed).for_each(|_| self.track.timeless());
        let mut draft = Draft { track: self.track, clock: self.clock, ..Draft::default() };
        draft.about.sport = self.kind.as_deref().map_or_else(|| by_name(self.name.as_deref()), by_type);
        // A number is no name.
        draft.about.sport_detail = self.kind.filter(|kind| kind.parse::<u32>().is_err());
        draft.about.comment = self.comment.or(self.name);
        let product = creator.filter(|text| !text.is_empty()).map(str::to_owned);
        draft.about.device = product.map(|product| DeviceStamp { maker: None, product: Some(product), serial: None });
        draft.finish()
    }
}

/// The sport of a `type`: a name, or the number one large site writes.
fn by_type(kind: &str) -> Sport {
    match kind.trim() {
        "1" | "17" => Sport::Ride,
        "9" => Sport::Run,
        "10" | "4" => Sport::Walk,
        "16" => Sport::Swim,
        "7" => Sport::Ski,
        name => sport::named(name),
    }
}

/// The sport of a track whose name begins with it, as phone apps name their tracks: "Cycling 10/2/17 10:49 am".
fn by_name(name: Option<&str>) -> Sport {
    match name.and_then(|name| name.split(|c: char| !c.is_alphabetic()).next()) {
        Some("Running" | "Run") => Sport::Run,
        Some("Cycling" | "Ride") => Sport::Ride,
        Some("Walking" | "Hiking") => Sport::Walk,
        Some("Swimming") => Sport::Swim,
        Some("Rowing") => Sport::Row,
        _ => Sport::Other,
    }
}

#[cfg(test)]
mod tests {
    use domain::recording::{Recording, RepairKind, Span};

    use super::*;

    fn point(minute: u32, second: u32, extra: &str) -> String {
        let lat = 50.0 + f64::from(minute * 60 + second) * 1e-5;
        format!(
            "<trkpt lat=\"{lat}\" lon=\"8\"><time>2026-03-01T{:02}:{:02}:{second:02}Z</time>{extra}</trkpt>",
            8 + minute / 60,
            minute % 60
        )
    }

    fn activities(inside: &str) -> Vec<Recording> {
        let text = format!("<gpx version=\"1.1\" creator=\"An App\">{inside}</gpx>");
        let parsed = read(text.as_bytes()).expect("readable");
        let activity = |content| match content {
            Content::Activity { recording, .. } => Some(recording),
            _ => None,
        };
        parsed.contents.into_iter().filter_map(activity).collect()
    }

    #[test]
    fn the_usual_extensions_are_read_whatever_their_prefix() {
        let extra = "<ele>12</ele><extensions><power>200</power><a:TrackPointExtension><a:atemp>20</a:atemp><a:hr>120</a:hr>\
                     <a:cad>85</a:cad><a:speed>3.1</a:speed></a:TrackPointExtension><b:distance>7</b:distance>\
                     <b:altitude>99</b:altitude></extensions>";
        let recording =
            activities(&format!("<trk><type>9</type><trkseg>{}</trkseg></trk>", point(0, 0, extra))).remove(0);
        let values: Vec<(ChannelKind, f64)> = recording.channels.iter().map(|c| (c.kind, c.values[0])).collect();
        let expected = [
            (ChannelKind::Latitude, 50.0),
            (ChannelKind::Longitude, 8.0),
            (ChannelKind::Altitude, 12.0),
            (ChannelKind::HeartRate, 120.0),
            (ChannelKind::Power, 200.0),
            (ChannelKind::Cadence, 85.0),
            (ChannelKind::Speed, 3.1),
            (ChannelKind::Distance, 7.0),
            (ChannelKind::Temperature, 20.0),
        ];
        assert_eq!(values, expected);
        assert_eq!(recording.sport, Sport::Run);
        assert_eq!(recording.device.and_then(|d| d.product).as_deref(), Some("An App"));
    }

    #[test]
    fn a_gap_between_segments_is_a_pause_and_covers_no_way() {
        let segment = |from: u32, to: u32| (from..=to).map(|s| point(0, s, "")).collect::<String>();
        let text =
            format!("<trk><trkseg/><trkseg>{}</trkseg><trkseg>{}</trkseg></trk>", segment(0, 10), segment(40, 50));
        let recording = activities(&text).remove(0);
        assert_eq!(recording.pauses, vec![Span { from_ms: 10_000, to_ms: 40_000 }]);
        assert_eq!((recording.elapsed.0, recording.timer.0), (50.0, 20.0));
        let metres = recording.distance.expect("from positions").0;
        assert!((metres - 20.0 * 1.111_95).abs() < 0.01, "{metres}");
    }

    #[test]
    fn a_segment_for_every_point_is_no_pause() {
        let points: String = (0..60).map(|s| format!("<trkseg>{}</trkseg>", point(0, s, ""))).collect();
        let recording = activities(&format!("<trk>{points}</trk>")).remove(0);
        assert_eq!((recording.pauses.len(), recording.timer.0), (0, 59.0));
    }

    #[test]
    fn tracks_apart_in_time_or_of_other_sports_are_their_own() {
        let track = |kind: &str, minute: u32| {
            format!("<trk><type>{kind}</type><trkseg>{}{}</trkseg></trk>", point(minute, 0, ""), point(minute, 30, ""))
        };
        let found = |text: &str| activities(text).iter().map(|r| r.elapsed.0).collect::<Vec<_>>();
        assert_eq!(found(&(track("running", 0) + &track("running", 10))), vec![630.0]);
        assert_eq!(found(&(track("running", 0) + &track("cycling", 10))), vec![30.0, 30.0]);
        assert_eq!(found(&(track("running", 0) + &track("running", 300))), vec![30.0, 30.0]);
        assert_eq!(found(&(track("running", 10) + &track("running", 0))), vec![630.0], "in any order");
    }

    #[test]
    fn ways_without_times_are_courses() {
        let text = "<gpx><trk><trkseg><trkpt lat=\"50\" lon=\"8\"/></trkseg></trk><wpt lat=\"1\" lon=\"1\"/></gpx>";
        let parsed = read(text.as_bytes()).expect("readable");
        assert_eq!(parsed.contents, vec![Content::Routed { kind: RoutedKind::Course }]);
        assert_eq!(read(b"<gpx></gpx>"), Err(ExchangeFault::NoActivity { messages: 1 }));
        assert_eq!(read(b"<gpx"), Err(ExchangeFault::BrokenText { format: "gpx", at_byte: 4 }));
    }

    #[test]
    fn values_that_are_no_number_are_told() {
        let text = format!("<gpx><trk><trkseg>{}</trkseg></trk></gpx>", point(0, 0, "<hr>many</hr>"));
        let parsed = read(text.as_bytes()).expect("readable");
        assert_eq!(parsed.repairs.iter().map(|r| r.kind).collect::<Vec<_>>(), vec![RepairKind::ValueLeftOut]);
    }
}
