//! What of a recording may be computed with: usable seconds of the timer time, laid end to end.

use std::ops::Range;

use science::elevation;
use science::series;
use science::statistics::median;

use crate::recording::{ChannelKind, Recording};
use crate::unit::{Bpm, Meters, Watts};

/// Longest gap bridged in the heart rate of a device that records only when something changes, seconds. There a sample
/// every 6 to 8 s is the rule and not a gap, and the heart is slow enough for a straight line between; beyond 30 s a
/// recording is broken for any quantity (SCIENCE 0). Power is not slow: there the 5 s rule always holds.
const SPARSE_HR_BRIDGED_S: u32 = 30;

/// Usable seconds.
pub(super) struct Usable {
    pub(super) hr: Vec<Bpm>,
    pub(super) power: Vec<Watts>,
    pub(super) max_hr: Option<Bpm>,
    pub(super) max_power: Option<Watts>,
    pub(super) ascent: Option<Meters>,
    /// Time with the timer running, seconds.
    pub(super) timer_s: f64,
}

impl Usable {
    pub(super) fn of(recording: &Recording) -> Usable {
        let pauses: Vec<Range<u32>> = recording.pauses.iter().map(|pause| pause.from_ms..pause.to_ms).collect();
        let hr = samples(recording, ChannelKind::HeartRate, |bpm| bpm > 0.0);
        let power = samples(recording, ChannelKind::Power, |watts| watts >= 0.0);
        let seconds = |samples: &[(u32, f64)]| series::end_to_end(&series::one_hz(samples.iter().copied(), &pauses));
        let running = |ms: u32| !pauses.iter().any(|pause| pause.contains(&ms));
        let highest = |samples: &[(u32, f64)]| {
            samples.iter().filter(|(ms, _)| running(*ms)).map(|(_, value)| *value).max_by(f64::total_cmp)
        };
        let paused: f64 = recording.pauses.iter().map(|pause| pause.seconds()).sum();
        let timer = recording.timer.0;
        Usable {
            max_hr: highest(&hr).map(Bpm),
            max_power: highest(&power).map(Watts),
            hr: if sparse(&hr) {
                let segments = series::one_hz_bridging(hr, &pauses, SPARSE_HR_BRIDGED_S);
                series::end_to_end(&segments).into_iter().map(Bpm).collect()
            } else {
                seconds(&hr).into_iter().map(Bpm).collect()
            },
            power: seconds(&power).into_iter().map(Watts).collect(),
            ascent: ascent(recording, &pauses),
            timer_s: if timer > 0.0 { timer } else { (recording.elapsed.0 - paused).max(0.0) },
        }
    }

    /// Share of the timer time that `seconds` usable seconds make up, 0 to 1.
    pub(super) fn coverage(&self, seconds: usize) -> f64 {
        let seconds = seconds as f64;
        if seconds < self.timer_s { seconds / self.timer_s } else { f64::from(seconds > 0.0) }
    }
}

/// Usable samples that can be computed with: the limits of an athlete are in the marks, and are not judged again here.
fn samples(recording: &Recording, kind: ChannelKind, counts: fn(f64) -> bool) -> Vec<(u32, f64)> {
    let usable = recording.channel(kind).into_iter().flat_map(|channel| channel.usable());
    usable.filter(|(_, value)| value.is_finite() && counts(*value)).collect()
}

/// Whether the usual distance between samples is two seconds or more: recorded on change and not every second.
fn sparse(samples: &[(u32, f64)]) -> bool {
    let steps: Vec<f64> = samples.windows(2).map(|pair| f64::from(pair[1].0.saturating_sub(pair[0].0))).collect();
    median(&steps).is_some_and(|step| step >= 2000.0)
}

/// Height gained with the timer running: a change of height during a pause (a lift, a ferry) is taken out.
fn ascent(recording: &Recording, pauses: &[Range<u32>]) -> Option<Meters> {
    let altitude = samples(recording, ChannelKind::Altitude, f64::is_finite);
    let mut shift = 0.0;
    let mut last: Option<(u32, f64)> = None;
    let mut profile = Vec::with_capacity(altitude.len());
    for (ms, height) in altitude {
        if pauses.iter().any(|pause| pause.contains(&ms)) {
            continue;
        }
        if let Some((before, at)) = last
            && pauses.iter().any(|pause| pause.start < ms && pause.end > before)
        {
            shift += height - at;
        }
        last = Some((ms, height));
        profile.push(Meters(height - shift));
    }
    elevation::ascent(&profile, elevation::HYSTERESIS)
}
