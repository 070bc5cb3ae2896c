//! A large club, written straight into a roster: what no club has on its first day and many have after years.

use std::path::Path;

use app::{Clock, SystemClock};
use chrono::{Duration, NaiveDate};
use domain::activity::{Activity, Identity};
use domain::athlete::{Athlete, Squad};
use domain::clean::{RepairLimits, clean};
use domain::id::{ActivityId, AthleteId, BatchId, JournalId, SquadId, WellnessId};
use domain::measures::{self, Computed, Curves};
use domain::recording::Recording;
use domain::settings::{Basis, Settings};
use domain::unit::{Bpm, Watts};
use domain::wellness::{WellnessEntry, WellnessField, WellnessValue};
use exchange::Content;
use serde_json::Value;
use store::{Encoded, EncodedMeasures, Entry, NewBatch, Raw, Roster};

/// Whatever kept a club from being made.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

/// Activities of one transaction.
const CHUNK: usize = 500;
/// Different recordings; the others repeat them on other days.
const DIFFERENT: usize = 12;
/// Seconds of each of them: only the numbers made from them matter in a club of thousands.
const SECONDS: u32 = 900;
/// Days of mornings: what a readiness looks back on.
const MORNINGS: i64 = 60;

/// How large.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// People.
    pub athletes: u32,
    /// Activities of each.
    pub activities: u32,
    /// Days over which they are spread, ending yesterday.
    pub days: u32,
}

/// Who is in it, in the order of their names; the first has trained for ten years and rode for six hours yesterday.
#[derive(Debug, Clone)]
pub struct Club {
    /// Athletes.
    pub athletes: Vec<AthleteId>,
    /// The six hours.
    pub long_ride: ActivityId,
}

struct Made {
    recording: Recording,
    computed: Computed,
    measured: EncodedMeasures,
}

/// Makes the roster at `path`.
///
/// # Errors
/// What the store says.
pub async fn fill(path: &Path, size: Size) -> Result<Club, Fault> {
    let now = SystemClock.now();
    let roster = Roster::create(path, "large", now).await?;
    let settings = Settings {
        from: (now - Duration::days(4000)).date_naive(),
        ftp: Some(Watts(250.0)),
        lthr: Some(Bpm(165.0)),
        hr_max: Some(Bpm(188.0)),
        hr_rest: Some(Bpm(48.0)),
        ..Settings::default()
    };
    let basis = Basis { settings: Some(settings.clone()), ..Basis::default() };
    let made = (0..DIFFERENT).map(|n| make(n as u32, SECONDS, &basis)).collect::<Result<Vec<_>, _>>()?;
    let batch = BatchId(SystemClock.id());
    let mut write = roster.write().await?;
    let squads = ["North", "South", "Juniors", "Masters"];
    let squads = squads.map(|name| Squad { id: SquadId(SystemClock.id()), name: name.to_owned() });
    for squad in &squads {
        write.insert_squad(squad).await?;
    }
    let mut athletes = Vec::with_capacity(size.athletes as usize);
    for n in 0..size.athletes {
        let athlete = Athlete {
            id: AthleteId(SystemClock.id()),
            name: format!("Athlete {n:03}"),
            sex: None,
            born: NaiveDate::from_ymd_opt(1980 + (n % 20) as i32, 5, 1),
            zone: "Europe/Berlin".to_owned(),
            squad: Some(squads[n as usize % squads.len()].id),
            unassigned: false,
        };
        write.insert_athlete(&athlete).await?;
        write.insert_settings(athlete.id, &settings).await?;
        athletes.push(athlete.id);
    }
    let new = NewBatch { id: batch, at: now, author: "large".into(), source: "files", request: Value::Null };
    write.insert_batch(&new).await?;
    write.commit(entry()).await?;

    for (n, athlete) in athletes.iter().enumerate() {
        // The first one's years are ten, as many activities a week as the others'.
        let (many, days) = if n == 0 { (size.activities.max(2600), 3650) } else { (size.activities, size.days) };
        let places: Vec<u32> = (0..many).collect();
        for chunk in places.chunks(CHUNK) {
            let mut write = roster.write().await?;
            for &k in chunk {
                let one = &made[(k as usize * 7 + n) % DIFFERENT];
                let back =
                    Duration::days(1) + Duration::seconds(i64::from(days) * 86_400 * i64::from(k) / i64::from(many));
                let hash = exchange::identity(format!("{n} {k}").as_bytes());
                write.insert_source(&Raw::of(&hash, "ride.fit", b"ride")?, batch, now, Some(*athlete), None).await?;
                let id = ActivityId(SystemClock.id());
                let identity = Identity { id, athlete: *athlete, batch, source: hash, part: 0 };
                let mut activity = Activity::of(identity, &one.recording, one.computed.summary.clone());
                activity.start = now - back;
                activity.start_local = activity.start.naive_utc();
                write.insert_activity(&activity, &Encoded::of(&[])?).await?;
                write.replace_measures(id, &one.measured).await?;
            }
            write.commit(entry()).await?;
        }
        let mut write = roster.write().await?;
        for said in (0..MORNINGS).flat_map(|back| morning(*athlete, n, back)) {
            write.insert_wellness(&said).await?;
        }
        write.commit(entry()).await?;
    }
    let long_ride = long_ride(&roster, athletes[0], batch, &basis).await?;
    roster.close().await;
    Ok(Club { athletes, long_ride })
}

/// Six hours with all channels, a second each.
async fn long_ride(roster: &Roster, athlete: AthleteId, batch: BatchId, basis: &Basis) -> Result<ActivityId, Fault> {
    let now = SystemClock.now();
    let long = make(99, 6 * 3600, basis)?;
    let hash = exchange::identity(b"six hours");
    let mut write = roster.write().await?;
    write.insert_source(&Raw::of(&hash, "long.fit", b"ride")?, batch, now, Some(athlete), None).await?;
    let id = ActivityId(SystemClock.id());
    let identity = Identity { id, athlete, batch, source: hash, part: 0 };
    let mut activity = Activity::of(identity, &long.recording, long.computed.summary.clone());
    activity.start = now - Duration::hours(20);
    activity.start_local = activity.start.naive_utc();
    write.insert_activity(&activity, &Encoded::of(&long.recording.channels)?).await?;
    write.replace_measures(id, &long.measured).await?;
    write.commit(entry()).await?;
    Ok(id)
}

/// A ride as a device records it: second by second, nothing constant.
fn make(n: u32, seconds: u32, basis: &Basis) -> Result<Made, Fault> {
    let wobble = |second: u32, size: u32| (second.wrapping_mul(2_654_435_761) >> 16).wrapping_add(n * 7) % size;
    let hill = |second: u32| (f64::from(second + n * 60) / 400.0).sin();
    let samples = (0..=seconds)
        .map(|second| sample::fit::Sample {
            second,
            position: Some((0.4 + f64::from(second) * 0.000_06, 23.7 + 0.02 * (f64::from(second) / 900.0).sin())),
            altitude: Some(300.0 + 120.0 * hill(second)),
            heart_rate: u8::try_from(120 + second / 900 + wobble(second / 9, 6) + (n * 3) % 20).ok(),
            power: u16::try_from(140 + n * 5 % 60 + wobble(second, 90) + 60 * u32::from(second / 240 % 2 == 1)).ok(),
            cadence: u8::try_from(84 + wobble(second / 3, 9)).ok(),
            speed: Some(8.0 + f64::from(wobble(second / 2, 20)) / 10.0),
            distance: Some(8.9 * f64::from(second)),
            temperature: Some(16),
            stride: None,
        })
        .collect();
    let start = SystemClock.now() - Duration::days(1);
    let spec = sample::fit::ActivitySpec { start, serial: Some(4711), samples, seconds, ..Default::default() };
    let contents = exchange::read("ride.fit", &sample::fit::activity(&spec))?.contents;
    let found = contents.into_iter().find_map(|content| match content {
        Content::Activity { recording, .. } => Some(recording),
        _ => None,
    });
    let mut recording = found.ok_or("a ride was written and not read")?;
    clean(&mut recording, &RepairLimits::default());
    let computed = measures::of(&recording, basis, None, Curves::Wanted);
    let measured = EncodedMeasures::of(&computed, Curves::Wanted)?;
    Ok(Made { recording, computed, measured })
}

/// What one athlete said one morning: most are well, some are not, every tenth has been silent for three weeks.
fn morning(athlete: AthleteId, n: usize, back: i64) -> Vec<WellnessEntry> {
    if n % 10 == 9 && back < 21 {
        return Vec::new();
    }
    let now = SystemClock.now();
    let date = (now - Duration::days(back)).date_naive();
    let tired = f64::from(u8::from(n % 7 == 3 && back < 4));
    let wave = ((n as f64) + back as f64 * 1.7).sin();
    let values = [
        (WellnessField::RestingHr, 50.0 + 2.0 * wave + 6.0 * tired),
        (WellnessField::Rmssd, 62.0 + 8.0 * wave - 22.0 * tired),
        (WellnessField::Sleep, 7.4 + 0.6 * wave - tired),
        (WellnessField::Fatigue, (4.0 - 2.0 * tired).round()),
        (WellnessField::Soreness, (4.0 - tired).round()),
    ];
    let entry = |(field, value)| WellnessEntry {
        id: WellnessId(SystemClock.id()),
        athlete,
        value: WellnessValue { date, field, value, source: "large".to_owned() },
        recorded_at: now,
        batch: None,
    };
    values.map(entry).to_vec()
}

fn entry() -> Entry {
    Entry {
        id: JournalId(SystemClock.id()),
        at: SystemClock.now(),
        author: "large".into(),
        action: "fill",
        athlete: None,
        subject: None,
        before: Value::Null,
    }
}
