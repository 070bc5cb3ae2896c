//! ERG and MRC: workouts for smart trainers as points of minutes and watts, or of minutes and percent of threshold.
//!
//! A header of `KEY = value` lines between `[COURSE HEADER]` and `[END COURSE HEADER]` ends with the line that names the two
//! columns. Watts mean nothing without the threshold they were written for, which is the header's `FTP` line.

use domain::recording::{Repair, RepairKind};

use super::workout::{Stretch, template};
use super::{decode, number, repair};
use crate::{Content, ExchangeFault, Format, Parsed};

/// The highest share of threshold that is still a target.
const HARDEST: f64 = 10.0;
/// The longest workout, minutes.
const LONGEST: f64 = 24.0 * 60.0;

/// Reads a workout.
///
/// # Errors
/// [`ExchangeFault::NoThreshold`] for watts without the threshold they were written for, [`ExchangeFault::BrokenText`]
/// when no stretch of time is left.
pub(crate) fn read(name: &str, bytes: &[u8]) -> Result<Parsed, ExchangeFault> {
    let (text, encoding) = decode(bytes)?;
    let broken = ExchangeFault::BrokenText { format: "erg", at_byte: 0 };
    let mut repairs: Vec<Repair> = encoding.into_iter().collect();
    let (mut percent, mut threshold, mut title) = (None, None, None);
    let mut points: Vec<(f64, f64)> = Vec::new();
    let (mut in_data, mut backwards, mut bad) = (false, 0, 0);
    for line in text.split(['\n', '\r']).map(str::trim).filter(|line| !line.is_empty()) {
        let upper = line.to_ascii_uppercase();
        if upper.starts_with('[') {
            in_data = upper == "[COURSE DATA]";
        } else if in_data {
            let mut cells = line.split(|c: char| c.is_whitespace() || c == ';').filter(|c| !c.is_empty()).map(number);
            match (cells.next().flatten(), cells.next().flatten()) {
                (Some(minute), Some(target)) if (0.0..=LONGEST).contains(&minute) && target >= 0.0 => {
                    if points.last().is_some_and(|(before, _)| minute < *before) {
                        backwards += 1;
                    } else {
                        points.push((minute, target));
                    }
                }
                _ => bad += 1,
            }
        } else if upper.starts_with("MINUTES") {
            percent = Some(upper.contains("PERCENT") || upper.contains('%'));
        } else if let Some((key, value)) = line.split_once('=') {
            match key.trim().to_ascii_uppercase().as_str() {
                "FTP" => threshold = number(value).filter(|watts| (20.0..=1000.0).contains(watts)),
                "DESCRIPTION" if !value.trim().is_empty() => title = Some(value.trim().to_owned()),
                _ => {}
            }
        }
    }
    if backwards > 0 {
        repairs.push(repair(RepairKind::TimeWentBackwards, backwards));
    }
    if bad > 0 {
        repairs.push(repair(RepairKind::ValueLeftOut, bad));
    }
    if points.len() < 2 {
        return Err(broken);
    }
    let percent = percent.unwrap_or_else(|| name.to_ascii_lowercase().ends_with(".mrc"));
    let unit = match (percent, threshold) {
        (true, _) => 100.0,
        (false, Some(threshold)) => threshold,
        (false, None) => return Err(ExchangeFault::NoThreshold),
    };
    let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
    let template = template(bytes, title.as_deref().unwrap_or(stem), &stretches(&points, unit)).ok_or(broken)?;
    Ok(Parsed { format: Format::Erg, contents: vec![Content::Template { template }], repairs, notes: Vec::new() })
}

/// Points to stretches: two points of one minute are a jump, points of one target are one stretch.
fn stretches(points: &[(f64, f64)], unit: f64) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for pair in points.windows(2) {
        let [(from_minute, from), (to_minute, to)] = pair else { continue };
        let minutes = to_minute - from_minute;
        if minutes <= 0.0 {
            continue;
        }
        let (from, to) = ((from / unit).min(HARDEST), (to / unit).min(HARDEST));
        match stretches.last_mut() {
            Some(last) if last.from == last.to && from == to && last.to == from => last.minutes += minutes,
            _ => stretches.push(Stretch { minutes, from, to }),
        }
    }
    stretches
}
