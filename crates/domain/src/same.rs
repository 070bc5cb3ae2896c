//! Whether two recordings are of one activity: another format, a second device, a copy shifted by a time zone.

use chrono::{DateTime, Utc};
use science::geo;
use serde::{Deserialize, Serialize};

use crate::recording::{Channel, ChannelKind};
use crate::sport::Sport;

mod heart;
#[cfg(test)]
mod tests;

/// What is compared of a recording, whether it is in the roster already or still in hand.
#[derive(Debug, Clone, PartialEq)]
pub struct Outline {
    /// Sport.
    pub sport: Sport,
    /// First moment.
    pub start: DateTime<Utc>,
    /// `start` is a wall clock of an unknown zone.
    pub local_clock: bool,
    /// Seconds with the timer running.
    pub timer_s: f64,
    /// Seconds from first to last moment.
    pub elapsed_s: f64,
    /// Metres.
    pub distance_m: Option<f64>,
    /// Where it began, rounded, see [`crate::activity::Activity::place`].
    pub place: Option<(f64, f64)>,
}

/// What speaks for or against two recordings being one activity.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Evidence {
    /// Starts are this many seconds apart (after any shift).
    Start {
        /// Seconds.
        seconds: f64,
    },
    /// Starts differ by a whole number of quarter hours: a time zone, told in minutes.
    ZoneShift {
        /// Minutes.
        minutes: i64,
    },
    /// Durations differ by this share.
    Duration {
        /// 0 is equal.
        share: f64,
    },
    /// Distances differ by this share.
    Distance {
        /// 0 is equal.
        share: f64,
    },
    /// Heart rates go together.
    HeartRate {
        /// Pearson's correlation, -1 to 1.
        correlation: f64,
        /// Seconds compared.
        seconds: u32,
    },
    /// They began in the same place (`true`) or elsewhere.
    Place {
        /// The same.
        same: bool,
    },
    /// The sports differ.
    OtherSport,
}

/// How alike two recordings are.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// 0 to 1.
    pub score: f64,
    /// Why.
    pub evidence: Vec<Evidence>,
}

/// From this score on two recordings are taken for one activity.
pub const SAME: f64 = 0.8;
/// From this score on a person is asked.
pub const MAYBE: f64 = 0.5;
/// Starts further apart than this are never compared: 14 hours of zone and one of slack.
pub const REACH_HOURS: i64 = 15;

/// Compares two recordings; heart rates where both have them (their times are since each one's own start).
///
/// The weights are design choices, made so that these come out right (tests hold them to it): one activity in another format,
/// and one from a second device whose heart rate goes along, reach [`SAME`]; two athletes on one ride, and two sessions of one
/// day, do not. Starts, durations and distances say how well the two can be one activity; the heart then says whether they are.
/// Without two heart rates to compare, only copies that agree to the second reach [`SAME`], or a device without heart rate
/// beside one with it, in the same place; anything else stays a question for a person, since a group on one ride looks the same.
#[must_use]
pub fn compare(a: &Outline, a_heart: Option<&Channel>, b: &Outline, b_heart: Option<&Channel>) -> Likeness {
    let apart = apart_s(a, b);
    let duration = duration_share(a, b);
    let distance = share(a.distance_m, b.distance_m);
    let Some(shift) = shift(a, b) else {
        return Likeness { score: 0.0, evidence: vec![Evidence::Start { seconds: apart.abs() }] };
    };
    let rest = apart - shift.seconds();
    let mut evidence = vec![Evidence::Start { seconds: rest.abs() }];
    if let Shift::Zone { minutes } = shift {
        evidence.push(Evidence::ZoneShift { minutes });
    }
    evidence.push(Evidence::Duration { share: duration });
    evidence.extend(distance.map(|share| Evidence::Distance { share }));
    let mut fit = START.at(rest.abs()) * DURATION.at(duration) * distance.map_or(1.0, |share| DISTANCE.at(share));
    let same_place = places(a, b).map(|metres| metres <= NEAR_M);
    if let Some(same) = same_place {
        evidence.push(Evidence::Place { same });
        fit *= if same { 1.0 } else { ELSEWHERE };
    }
    if a.sport != b.sport && a.sport != Sport::Other && b.sport != Sport::Other {
        evidence.push(Evidence::OtherSport);
        fit *= OTHER_SPORT;
    }
    let together = a_heart.zip(b_heart).and_then(|(a, b)| heart::together(a, b, rest));
    let score = match together {
        Some(heart) => {
            evidence.push(Evidence::HeartRate { correlation: heart.correlation, seconds: heart.seconds });
            let sure = heart.agreement();
            // A heart that goes along forgives most of what the outlines differ by; one that does not leaves little.
            fit.powf(1.0 - FORGIVES * sure) * (AGAINST + (1.0 - AGAINST) * sure)
        }
        None if shift != Shift::None => {
            if shifted_copy(a, b) {
                fit.min(SHIFTED_COPY)
            } else {
                0.0
            }
        }
        None if to_the_second(a, b, rest) => fit,
        None => {
            let one_heart = a_heart.is_some() != b_heart.is_some();
            if one_heart && same_place == Some(true) {
                fit.sqrt().min(OUTLINES_AND_PLACE)
            } else {
                fit.min(OUTLINES_ALONE)
            }
        }
    };
    Likeness { score: score.clamp(0.0, 1.0), evidence }
}

/// Whether the starts, durations and distances leave it open that they are one; cheap, so that heart rates are only read for
/// those.
#[must_use]
pub fn worth_comparing(a: &Outline, b: &Outline) -> bool {
    shift(a, b).is_some_and(|shift| {
        START.at((apart_s(a, b) - shift.seconds()).abs()) > 0.0
            && DURATION.at(duration_share(a, b)) > 0.0
            && share(a.distance_m, b.distance_m).is_none_or(|share| DISTANCE.at(share) > 0.0)
    })
}

/// How much a recording measured: the number of usable samples over all channels, weighted by how much they matter for load.
/// The richer of two copies counts. `samples` are (kind, number of samples).
///
/// Power and heart rate decide the load and weigh 1; positions, distance and speed decide pace; the rest is context. Beats come
/// several a second and weigh little each. The weights are a design choice.
#[must_use]
pub fn richness(samples: &[(ChannelKind, u32)]) -> f64 {
    let weight = |kind| match kind {
        ChannelKind::Power | ChannelKind::HeartRate => 1.0,
        ChannelKind::Distance | ChannelKind::Speed => 0.4,
        ChannelKind::Latitude | ChannelKind::Longitude | ChannelKind::Altitude | ChannelKind::Cadence => 0.25,
        ChannelKind::RrInterval | ChannelKind::LeftBalance | ChannelKind::Temperature => 0.1,
        _ => 0.05,
    };
    samples.iter().map(|(kind, count)| weight(*kind) * f64::from(*count)).sum()
}

/// How much is left of a likeness as something grows apart: 1 at nothing, straight lines between the points, 0 after the last.
struct Falling([(f64, f64); 4]);

impl Falling {
    fn at(&self, value: f64) -> f64 {
        let first = self.0[0];
        if value <= first.0 {
            return first.1;
        }
        self.0
            .windows(2)
            .find(|pair| value <= pair[1].0)
            .map_or(0.0, |pair| pair[0].1 + (pair[1].1 - pair[0].1) * (value - pair[0].0) / (pair[1].0 - pair[0].0))
    }
}

/// Seconds between the starts: a second device is started within two minutes.
const START: Falling = Falling([(5.0, 1.0), (120.0, 0.85), (600.0, 0.4), (1200.0, 0.0)]);
/// Share by which durations differ.
const DURATION: Falling = Falling([(0.005, 1.0), (0.05, 0.9), (0.2, 0.3), (0.5, 0.0)]);
/// Share by which distances differ: two receivers, or a receiver and a wheel, agree within three percent.
const DISTANCE: Falling = Falling([(0.005, 1.0), (0.03, 0.92), (0.1, 0.4), (0.3, 0.0)]);
/// Began in another place.
const ELSEWHERE: f64 = 0.3;
/// Called another sport by its device.
const OTHER_SPORT: f64 = 0.75;
/// How far a heart that goes along forgives what outlines differ by: 1 would forgive everything but a plain no.
const FORGIVES: f64 = 0.75;
/// What is left when the hearts say no.
const AGAINST: f64 = 0.35;
/// The most that outlines alone can say: a question.
const OUTLINES_ALONE: f64 = 0.75;
/// The most that outlines and a place can say where only one device measured the heart.
const OUTLINES_AND_PLACE: f64 = 0.9;
/// The most a copy shifted by a zone can reach without two hearts to compare.
const SHIFTED_COPY: f64 = 0.85;
/// Beginnings this near are one place: places are kept to a hundredth of a degree.
const NEAR_M: f64 = 3000.0;
/// A copy in another format agrees to these many seconds.
const TO_THE_SECOND: f64 = 5.0;
/// Quarter hours, which all zones are made of, seconds.
const QUARTER_S: f64 = 900.0;
/// A shifted copy lies this close to a whole number of them, seconds.
const OFF_QUARTER_S: f64 = 90.0;
/// The furthest two zones are apart from UTC, minutes.
const ZONE_MINUTES: i64 = 14 * 60;

/// What is taken off the distance of the starts before they are compared.
#[derive(Clone, Copy, PartialEq)]
enum Shift {
    None,
    Zone { minutes: i64 },
}

impl Shift {
    fn seconds(self) -> f64 {
        match self {
            Shift::None => 0.0,
            Shift::Zone { minutes } => minutes as f64 * 60.0,
        }
    }
}

/// How many seconds later `b` started.
fn apart_s(a: &Outline, b: &Outline) -> f64 {
    (b.start - a.start).num_milliseconds() as f64 / 1000.0
}

/// No shift where the starts are near; a zone where they are a whole number of quarter hours apart and durations (and
/// distances) are equal, as they are in a copy; nothing where neither can be.
fn shift(a: &Outline, b: &Outline) -> Option<Shift> {
    let apart = apart_s(a, b);
    let quarters = (apart / QUARTER_S).round();
    let minutes = quarters as i64 * 15;
    let off = (apart - quarters * QUARTER_S).abs();
    let is_zone = minutes != 0 && minutes.abs() <= ZONE_MINUTES && off <= OFF_QUARTER_S && like_a_copy(a, b);
    if is_zone {
        return Some(Shift::Zone { minutes });
    }
    (apart.abs() <= START.0[3].0).then_some(Shift::None)
}

/// Durations and distances are those of one file: within half a percent. A file without a zone may be of another device.
fn like_a_copy(a: &Outline, b: &Outline) -> bool {
    let loose = if a.local_clock || b.local_clock { 0.03 } else { 0.005 };
    duration_share(a, b) <= loose && share(a.distance_m, b.distance_m).is_none_or(|share| share <= loose)
}

/// Whether a copy shifted by a zone may be taken for one without hearts to compare: it must have a distance, since two
/// sessions of an hour are easily found on one day, and durations to the second.
fn shifted_copy(a: &Outline, b: &Outline) -> bool {
    share(a.distance_m, b.distance_m).is_some_and(|share| share <= 0.005)
        && ((a.timer_s - b.timer_s).abs() <= 2.0 || (a.elapsed_s - b.elapsed_s).abs() <= 2.0)
}

/// Whether both start and end within seconds of one another, as the same file in two formats does.
fn to_the_second(a: &Outline, b: &Outline, rest: f64) -> bool {
    rest.abs() <= TO_THE_SECOND
        && ((a.elapsed_s - b.elapsed_s).abs() <= TO_THE_SECOND || (a.timer_s - b.timer_s).abs() <= 1.0)
}

/// Share by which two durations differ: of the time with the timer running or of the whole, whichever agrees better, since one
/// device pauses by itself and the other does not.
fn duration_share(a: &Outline, b: &Outline) -> f64 {
    let known = |seconds: f64| (seconds > 0.0).then_some(seconds);
    let timer = share(known(a.timer_s), known(b.timer_s));
    let elapsed = share(known(a.elapsed_s), known(b.elapsed_s));
    match (timer, elapsed) {
        (Some(timer), Some(elapsed)) => timer.min(elapsed),
        (one, other) => one.or(other).unwrap_or(1.0),
    }
}

/// Share of the larger by which two values differ; `None` where one is not known.
fn share(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    let (a, b) = (a.filter(|v| *v > 0.0)?, b.filter(|v| *v > 0.0)?);
    Some((a - b).abs() / a.max(b))
}

/// Metres between the beginnings.
fn places(a: &Outline, b: &Outline) -> Option<f64> {
    Some(geo::distance(a.place?, b.place?).0)
}
