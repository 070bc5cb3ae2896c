//! Twenty-six weeks of one athlete's training: which workout on which day, how long, how hard, how it felt.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use domain::settings;
use domain::sport::Sport;

use crate::body::{self, Body, Effort};
use crate::fit::{self, ActivitySpec};
use crate::people::{DAYS, FEW_DAYS, ILLNESS, NEW_DEVICE, NEW_THRESHOLD, SILENT_DAYS, SPIKE};
use crate::rng::Rng;
use crate::{Case, Member, SampleFile};

/// A kind of workout: its name in the file, and its shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Easy,
    Long,
    Tempo,
    Threshold,
    Intervals,
    Test,
    Strength,
}

/// A workout in the weekly pattern: weekday from Monday, sport, shape, minutes.
type Slot = (u32, Sport, Shape, f64);

const RUNNER: [Slot; 5] = [
    (1, Sport::Run, Shape::Intervals, 52.0),
    (2, Sport::Run, Shape::Easy, 42.0),
    (3, Sport::Run, Shape::Tempo, 50.0),
    (5, Sport::Run, Shape::Easy, 38.0),
    (6, Sport::Run, Shape::Long, 84.0),
];
const RIDER: [Slot; 5] = [
    (1, Sport::Ride, Shape::Threshold, 66.0),
    (2, Sport::Ride, Shape::Easy, 52.0),
    (3, Sport::Ride, Shape::Intervals, 62.0),
    (5, Sport::Ride, Shape::Easy, 75.0),
    (6, Sport::Ride, Shape::Long, 128.0),
];
const TRIATHLETE: [Slot; 6] = [
    (0, Sport::Swim, Shape::Easy, 42.0),
    (1, Sport::Run, Shape::Intervals, 46.0),
    (2, Sport::Ride, Shape::Threshold, 64.0),
    (3, Sport::Swim, Shape::Tempo, 48.0),
    (5, Sport::Ride, Shape::Long, 112.0),
    (6, Sport::Run, Shape::Long, 66.0),
];
const YOUTH: [Slot; 4] = [
    (1, Sport::Run, Shape::Intervals, 38.0),
    (3, Sport::Run, Shape::Easy, 32.0),
    (5, Sport::Run, Shape::Easy, 28.0),
    (6, Sport::Run, Shape::Long, 45.0),
];
const MASTER: [Slot; 4] = [
    (1, Sport::Ride, Shape::Tempo, 58.0),
    (3, Sport::Strength, Shape::Strength, 40.0),
    (5, Sport::Ride, Shape::Easy, 72.0),
    (6, Sport::Ride, Shape::Long, 105.0),
];

const fn pattern(member: &Member) -> &'static [Slot] {
    match (member.case, member.sport) {
        (Case::Taper | Case::FastRamp, _) => &TRIATHLETE,
        (Case::Youth, _) => &YOUTH,
        (Case::Master, _) => &MASTER,
        (_, Sport::Ride) => &RIDER,
        _ => &RUNNER,
    }
}

/// The device files of a member up to the day before `today`.
pub(crate) fn files(member: &Member, today: NaiveDate, seed: u64) -> Vec<SampleFile> {
    let first = today - Duration::days(if member.case == Case::LittleData { FEW_DAYS } else { DAYS });
    let last = today - Duration::days(if member.case == Case::Stale { SILENT_DAYS } else { 1 });
    let mut files = Vec::new();
    for date in first.iter_days().take_while(|date| *date <= last) {
        let ago = (today - date).num_days();
        let mut rng = Rng::new(seed, date.num_days_from_ce() as u64);
        let slots = pattern(member).iter().filter(|(day, ..)| *day == date.weekday().num_days_from_monday());
        for (_, sport, shape, minutes) in slots {
            let skipped = rng.chance(0.07) || (member.case == Case::Illness && ill(ago));
            let kept_free = member.case == Case::Spike && ago <= SPIKE;
            if !skipped && !kept_free {
                let minutes = minutes * volume(member.case, ago) * rng.between(0.92, 1.08);
                files.push(workout(member, date, *sport, *shape, minutes, &mut rng));
            }
        }
        if member.case == Case::Spike && ago == SPIKE {
            files.push(workout(member, date, Sport::Run, Shape::Long, 165.0, &mut rng));
        }
        if member.case == Case::NewThreshold && ago == NEW_THRESHOLD {
            files.push(workout(member, date, Sport::Ride, Shape::Test, 55.0, &mut rng));
        }
    }
    files
}

/// Whether the illness lasts on a day.
pub(crate) const fn ill(ago: i64) -> bool {
    ago <= ILLNESS.0 && ago >= ILLNESS.1
}

/// Share of the pattern's minutes trained so many days before today: it grows slowly, every fourth week is easier.
fn volume(case: Case, ago: i64) -> f64 {
    let weeks_ago = (ago - 1) / 7;
    let growth = 1.06 - 0.008 * weeks_ago as f64;
    let rhythm = [1.06, 1.02, 0.96, 0.74][(weeks_ago % 4) as usize];
    match case {
        // The last weeks climb far faster than before.
        Case::FastRamp => 0.70 * growth + [1.05, 0.75, 0.48, 0.24, 0.10][weeks_ago.min(4) as usize],
        // The taper has begun.
        Case::Taper if weeks_ago == 0 => 0.72,
        Case::LittleData => 0.85,
        _ => growth * rhythm,
    }
}

/// The efforts of a shape for so many minutes.
fn efforts(shape: Shape, minutes: f64) -> Vec<Effort> {
    let part = |minutes: f64, intensity: f64| Effort { seconds: (minutes * 60.0).round() as u32, intensity };
    let block = |count: usize, work: f64, hard: f64, rest: f64| -> Vec<Effort> {
        (0..count).flat_map(|_| [part(work, hard), part(rest, 0.52)]).collect()
    };
    let main = match shape {
        Shape::Easy => return vec![part(minutes, 0.68)],
        Shape::Long => {
            return vec![part(minutes * 0.6, 0.66), part(minutes * 0.25, 0.74), part(minutes * 0.15, 0.67)];
        }
        Shape::Strength => return vec![part(minutes, 0.42)],
        Shape::Tempo => block(2, 10.0, 0.88, 3.0),
        Shape::Threshold => block(3, 8.0, 0.98, 4.0),
        Shape::Intervals => block(6, 2.5, 1.10, 2.0),
        Shape::Test => vec![part(5.0, 1.05), part(6.0, 0.5), part(20.0, 1.03)],
    };
    let used: f64 = main.iter().map(|e| f64::from(e.seconds) / 60.0).sum();
    let left = (minutes - used).max(12.0);
    let mut all = vec![part(left * 0.6, 0.63)];
    all.extend(main);
    all.push(part(left * 0.4, 0.58));
    all
}

fn workout(member: &Member, date: NaiveDate, sport: Sport, shape: Shape, minutes: f64, rng: &mut Rng) -> SampleFile {
    let efforts = efforts(shape, minutes);
    let settings = settings::on(&member.settings, date).cloned().unwrap_or_default();
    let body = Body::of(&settings, member.case != Case::NoThresholds, pod(member, date));
    let indoor = sport == Sport::Swim || sport == Sport::Strength || (sport == Sport::Ride && rng.chance(0.15));
    let moving: u32 = efforts.iter().map(|e| e.seconds).sum();
    let pauses = pauses(moving, indoor, rng);
    let stood: u32 = pauses.iter().map(|(from, to)| to - from).sum();
    let hour = if date.weekday().num_days_from_monday() >= 5 { 8 } else { 17 };
    let time =
        NaiveTime::from_hms_opt(hour, (rng.unit() * 50.0) as u32, (rng.unit() * 60.0) as u32).unwrap_or_default();
    let spec = ActivitySpec {
        start: date.and_time(time).and_utc(),
        sport,
        indoor,
        serial: Some(serial(member, date)),
        samples: body::train(&body, sport, indoor, &efforts, &pauses, rng),
        laps: lap_ends(&efforts, &pauses),
        pauses,
        rpe: (member.case == Case::NoThresholds || rng.chance(0.86)).then(|| felt(&efforts, shape, rng)),
        seconds: moving + stood,
    };
    let path = format!("{}/{}-{}.fit", member.name, date, file_name(sport, shape));
    SampleFile { path, bytes: fit::activity(&spec) }
}

/// The balance a pod measures on a day: the newest watch has one, and since some days the runner favours a foot.
fn pod(member: &Member, date: NaiveDate) -> Option<f64> {
    let worn = member.case == Case::NewDevice && date >= member.device_since;
    let since = (date - member.device_since).num_days();
    worn.then_some(if since >= NEW_DEVICE - LIMPS { 52.3 } else { 50.2 + 0.1 * ((since % 5) as f64 - 2.0) })
}

/// Days before today since which the runner with the new device favours a foot.
const LIMPS: i64 = 7;

/// The device worn on a day.
fn serial(member: &Member, date: NaiveDate) -> u32 {
    let newest = member.serials.last().copied().unwrap_or_default();
    let first = member.serials.first().copied().unwrap_or_default();
    if date >= member.device_since { newest } else { first }
}

/// Traffic lights and a stop for water.
fn pauses(moving: u32, indoor: bool, rng: &mut Rng) -> Vec<(u32, u32)> {
    let mut pauses = Vec::new();
    if indoor {
        return pauses;
    }
    let mut at = 0;
    loop {
        at += rng.between(900.0, 3600.0) as u32;
        if at + 120 >= moving {
            return pauses;
        }
        let stands = rng.between(15.0, 95.0) as u32;
        pauses.push((at, at + stands));
        at += stands;
    }
}

/// A lap for each effort, in seconds since the start with the pauses counted.
fn lap_ends(efforts: &[Effort], pauses: &[(u32, u32)]) -> Vec<u32> {
    let mut moving = 0;
    efforts
        .iter()
        .map(|effort| {
            moving += effort.seconds;
            let mut end = moving;
            for (from, to) in pauses {
                if *from < end {
                    end += to - from;
                }
            }
            end
        })
        .collect()
}

/// How hard it felt: by mean intensity and length, with a person's own scatter.
fn felt(efforts: &[Effort], shape: Shape, rng: &mut Rng) -> u8 {
    let seconds: f64 = efforts.iter().map(|e| f64::from(e.seconds)).sum();
    let hard: f64 = efforts.iter().map(|e| f64::from(e.seconds) * e.intensity.powi(4)).sum::<f64>() / seconds;
    let long = (seconds / 3600.0 - 1.0).max(0.0) * 0.8;
    let base = if shape == Shape::Strength { 5.0 } else { 1.2 + 8.5 * hard + long };
    (base + 0.7 * rng.normal()).round().clamp(1.0, 10.0) as u8
}

const fn file_name(sport: Sport, shape: Shape) -> &'static str {
    match (shape, sport) {
        (Shape::Strength, _) => "strength",
        (Shape::Test, _) => "test-ride",
        (Shape::Easy, Sport::Run) => "easy-run",
        (Shape::Long, Sport::Run) => "long-run",
        (Shape::Tempo, Sport::Run) => "tempo-run",
        (Shape::Threshold, Sport::Run) => "threshold-run",
        (Shape::Intervals, Sport::Run) => "interval-run",
        (Shape::Easy, Sport::Swim) => "easy-swim",
        (_, Sport::Swim) => "tempo-swim",
        (Shape::Easy, _) => "easy-ride",
        (Shape::Long, _) => "long-ride",
        (Shape::Tempo, _) => "tempo-ride",
        (Shape::Threshold, _) => "threshold-ride",
        (Shape::Intervals, _) => "interval-ride",
    }
}

/// The day from which a member wears the newest device.
pub(crate) fn device_since(case: Case, today: NaiveDate) -> NaiveDate {
    today - Duration::days(if case == Case::NewDevice { NEW_DEVICE } else { DAYS + 1 })
}
