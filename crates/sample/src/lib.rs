//! A made-up club, always the same for the same seed: twelve athletes with half a year of training, written as the device
//! files and wellness tables that real ones would bring, so that opening the sample proves the importer.
//!
//! Belongs here: invented people, places and workouts, and the encoder of device files. Never here: anything of a real
//! person, a database, the clock, the network. Random numbers come from the seed alone; sine and exponential come from the
//! system's mathematics, so bytes are equal between runs on one kind of system.

mod body;
pub mod fit;
mod people;
mod planning;
mod rng;
mod season;
mod wellness;

pub use planning::PLANNED_WEEKS;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::availability::{Availability, ExceptionKind};
use domain::club::BlockKind;
use domain::mark::MarkKind;
use domain::result::Effort;
use domain::season::{PhaseKind, Priority};
use domain::settings::Settings;
use domain::sport::Sport;
use science::unit::{Bpm, Meters, Seconds, Sex};

/// A club.
#[derive(Debug, Clone, PartialEq)]
pub struct Club {
    /// Name.
    pub name: String,
    /// The day it is made for: mornings up to this day are told, training up to the day before.
    pub today: NaiveDate,
    /// Athletes.
    pub members: Vec<Member>,
    /// Their files, member by member, oldest first.
    pub files: Vec<SampleFile>,
    /// Fixed things of the club.
    pub blocks: Vec<SampleBlock>,
}

/// A file as it would lie in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleFile {
    /// Folder and name: `Maren Oakhollow/2026-06-01-easy-run.fit`.
    pub path: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// An athlete of the club.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// Name.
    pub name: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// IANA zone name.
    pub zone: String,
    /// Squad.
    pub squad: String,
    /// Main sport.
    pub sport: Sport,
    /// Dated thresholds; empty where nobody knows them.
    pub settings: Vec<Settings>,
    /// Minutes per weekday, if the athlete answered.
    pub availability: Option<Availability>,
    /// Races ahead.
    pub races: Vec<SampleRace>,
    /// Phases of the season.
    pub phases: Vec<SamplePhase>,
    /// Races run and tests taken, oldest first.
    pub results: Vec<SampleResult>,
    /// Days on which the usual did not hold.
    pub marks: Vec<SampleMark>,
    /// The season template trained after, by id, and its first day.
    pub season: Option<(String, NaiveDate)>,
    /// Days ahead on which the usual time does not hold.
    pub exceptions: Vec<SampleException>,
    /// Serial numbers of the devices worn, first to last.
    pub serials: Vec<u32>,
    /// First day of the newest device.
    pub device_since: NaiveDate,
    /// What makes this athlete worth looking at.
    pub case: Case,
}

/// A fixed thing of the club, every week on one weekday.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleBlock {
    /// For which squad.
    pub squad: String,
    /// What kind.
    pub kind: BlockKind,
    /// Name.
    pub name: String,
    /// Weekday, 0 for Monday.
    pub weekday: usize,
    /// When it begins.
    pub starts: NaiveTime,
    /// The session, by the library's id.
    pub template: String,
    /// Minutes.
    pub minutes: u32,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// Days on which the usual time does not hold, both included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleException {
    /// Why.
    pub kind: ExceptionKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Minutes on each of these days.
    pub minutes: u32,
    /// In words.
    pub note: String,
}

/// A race ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleRace {
    /// Name.
    pub name: String,
    /// Day.
    pub date: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Distance.
    pub distance: Option<Meters>,
    /// How much it matters.
    pub priority: Priority,
}

/// A phase of the season, both days included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SamplePhase {
    /// What kind.
    pub kind: PhaseKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

/// A race run or a test taken.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleResult {
    /// Day.
    pub date: NaiveDate,
    /// Kind.
    pub effort: Effort,
    /// Sport.
    pub sport: Sport,
    /// Distance.
    pub distance: Meters,
    /// Time.
    pub time: Seconds,
    /// Mean heart rate of the last 20 minutes, where a strap was worn.
    pub heart: Option<Bpm>,
}

/// Days on which the usual did not hold, both included.
#[derive(Debug, Clone, PartialEq)]
pub struct SampleMark {
    /// Why.
    pub kind: MarkKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Metres above the sea, or time zones.
    pub size: f64,
}

/// What makes an athlete worth looking at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Case {
    /// Nothing has come for twelve days.
    Stale,
    /// Was ill last week: no training, suppressed HRV.
    Illness,
    /// A higher threshold since a test some weeks ago.
    NewThreshold,
    /// Wears another watch since some weeks.
    NewDevice,
    /// Three weeks of data only.
    LittleData,
    /// No thresholds and no heart rate: only how it felt.
    NoThresholds,
    /// One run two days ago, far longer than any of the month before.
    Spike,
    /// Load has climbed fast for three weeks.
    FastRamp,
    /// A race in two weeks; the taper has begun.
    Taper,
    /// Reports pain since three days.
    Pain,
    /// Fifteen years old.
    Youth,
    /// Fifty-eight years old.
    Master,
}

impl Case {
    /// Every case.
    pub const ALL: [Case; 12] = [
        Case::Stale,
        Case::Illness,
        Case::NewThreshold,
        Case::NewDevice,
        Case::LittleData,
        Case::NoThresholds,
        Case::Spike,
        Case::FastRamp,
        Case::Taper,
        Case::Pain,
        Case::Youth,
        Case::Master,
    ];

    /// A stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Case::Stale => "stale",
            Case::Illness => "illness",
            Case::NewThreshold => "new-threshold",
            Case::NewDevice => "new-device",
            Case::LittleData => "little-data",
            Case::NoThresholds => "no-thresholds",
            Case::Spike => "spike",
            Case::FastRamp => "fast-ramp",
            Case::Taper => "taper",
            Case::Pain => "pain",
            Case::Youth => "youth",
            Case::Master => "master",
        }
    }
}

/// The club as it stands on a day. The same day and seed give the same bytes. Members are made side by side on the
/// machine's cores.
#[must_use]
pub fn club(today: NaiveDate, seed: u64) -> Club {
    let members = people::members(today);
    let of = |(i, member): (usize, &Member)| {
        let seed = seed ^ ((i as u64 + 1) << 40);
        let mut files = season::files(member, today, seed);
        files.push(wellness::table(member, today, seed));
        files
    };
    let files = std::thread::scope(|scope| {
        let running: Vec<_> = members.iter().enumerate().map(|one| scope.spawn(move || of(one))).collect();
        running
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
            .collect::<Vec<_>>()
    });
    Club {
        name: "Fernhill Harriers & Wheelers".to_owned(),
        today,
        members,
        files: files.into_iter().flatten().collect(),
        blocks: planning::blocks(today),
    }
}

/// A steady ride of so many seconds at 1 Hz, as the bytes of a device file: with `watts` a power of exactly that, without
/// none. Heart rate rises from 110 to 150 bpm.
#[must_use]
pub fn ride(start: DateTime<Utc>, seconds: u32, watts: Option<u16>) -> Vec<u8> {
    let samples = (0..=seconds)
        .map(|second| fit::Sample {
            second,
            position: Some((0.4 + f64::from(second) * 0.000_07, 23.7)),
            altitude: Some(200.0 + f64::from(second % 600) / 20.0),
            heart_rate: Some((110 + 40 * second / seconds.max(1)) as u8),
            power: watts,
            cadence: Some(88),
            speed: Some(8.0),
            distance: Some(8.0 * f64::from(second)),
            temperature: Some(16),
            stride: None,
        })
        .collect();
    fit::activity(&fit::ActivitySpec { start, serial: Some(4711), samples, seconds, ..fit::ActivitySpec::default() })
}
