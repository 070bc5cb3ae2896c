//! Device files of a club to measure an import with.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, Utc};

/// How many athletes have files.
pub const ATHLETES: i64 = 20;

/// Twenty athletes' folders with so many rides in all: other starts, other efforts. `first` is the first day.
///
/// # Errors
/// What the disk says.
pub fn write_rides(folder: &Path, count: i64, first: DateTime<Utc>) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for n in 0..count {
        let (athlete, day) = (n % ATHLETES, n / ATHLETES);
        let start = first + Duration::days(day) + Duration::minutes(athlete * 17);
        let ride = ride(start, 150 + u16::try_from((n * 7) % 120).unwrap_or(0), u32::try_from(athlete).unwrap_or(0));
        let own = folder.join(format!("Rider {athlete:02}"));
        std::fs::create_dir_all(&own)?;
        files.push(own.join(format!("ride-{day:03}.fit")));
        std::fs::write(&files[files.len() - 1], ride)?;
    }
    Ok(files)
}

/// An hour at 1 Hz with position, heart rate and power, by a device of the athlete's own: one device on twenty people would
/// be nobody's.
fn ride(start: DateTime<Utc>, watts: u16, athlete: u32) -> Vec<u8> {
    let samples = (0..=3600)
        .map(|second| sample::fit::Sample {
            second,
            position: Some((0.4 + f64::from(second) * 0.000_07, 23.7)),
            altitude: Some(200.0 + f64::from(second % 600) / 20.0),
            heart_rate: u8::try_from(110 + second / 90 + (second * (athlete + 1)) % 7).ok(),
            power: Some(watts),
            cadence: Some(88),
            speed: Some(8.0),
            distance: Some(8.0 * f64::from(second)),
            temperature: Some(16),
            stride: None,
        })
        .collect();
    let serial = Some(4711 + athlete);
    sample::fit::activity(&sample::fit::ActivitySpec { start, serial, samples, seconds: 3600, ..Default::default() })
}
