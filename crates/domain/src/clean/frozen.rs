//! Sensors that hang: one value for minutes while everything else says that it changed. Told only where another channel
//! gives the proof; a steady heart on a steady road is left alone, and so is the power of a trainer that holds its target.

use super::Marks;
use crate::recording::{Channel, ChannelKind, RepairKind};

/// One value for longer than this may be a sensor that hangs, seconds.
const LONG_S: f64 = 120.0;
/// So many samples at least: two values far apart prove nothing.
const SAMPLES: usize = 60;
/// A gap longer than this breaks a stretch, seconds.
const GAP_S: f64 = 10.0;
/// The effort changed if it spans this share of its own mean within the stretch.
const CHANGED: f64 = 0.5;
/// Nobody pedalled for so many samples within the stretch.
const STILL: usize = 10;

pub(super) fn mark(channels: &[Channel], marks: &mut [Marks]) {
    let index = |kind| channels.iter().position(|channel| channel.kind == kind);
    if let Some(heart) = index(ChannelKind::HeartRate) {
        let efforts = [ChannelKind::Power, ChannelKind::Speed, ChannelKind::Cadence].map(index);
        for stretch in stretches(&channels[heart], &marks[heart]) {
            let proven = efforts.iter().flatten().any(|effort| {
                let values = within(&channels[*effort], &marks[*effort], &stretch);
                values.len() >= SAMPLES && changed(&values)
            });
            if proven {
                stretch.mark(&mut marks[heart]);
            }
        }
    }
    if let (Some(power), Some(cadence)) = (index(ChannelKind::Power), index(ChannelKind::Cadence)) {
        for stretch in stretches(&channels[power], &marks[power]).into_iter().filter(|stretch| stretch.value > 0.0) {
            let turns: Vec<f64> = marks[cadence].left(&channels[cadence]).map(|sample| sample.value).collect();
            // A sensor that seldom turns at all proves nothing.
            let works = turns.iter().filter(|cadence| **cadence > 0.0).count() * 2 > turns.len();
            let still = within(&channels[cadence], &marks[cadence], &stretch);
            if works && still.iter().filter(|cadence| **cadence == 0.0).count() >= STILL {
                stretch.mark(&mut marks[power]);
            }
        }
    }
}

/// Samples of exactly one value.
struct Stretch {
    samples: Vec<usize>,
    value: f64,
    from_s: f64,
    to_s: f64,
}

impl Stretch {
    fn mark(&self, marks: &mut Marks) {
        for at in &self.samples {
            marks.add(*at, RepairKind::Dropout);
        }
    }
}

/// The long ones.
fn stretches(channel: &Channel, marks: &Marks) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for sample in marks.left(channel) {
        match found.last_mut() {
            Some(open) if open.value == sample.value && sample.seconds - open.to_s <= GAP_S => {
                open.samples.push(sample.at);
                open.to_s = sample.seconds;
            }
            last => {
                if last.is_some_and(|open| !open.is_long()) {
                    found.pop();
                }
                found.push(Stretch {
                    samples: vec![sample.at],
                    value: sample.value,
                    from_s: sample.seconds,
                    to_s: sample.seconds,
                });
            }
        }
    }
    found.retain(Stretch::is_long);
    found
}

impl Stretch {
    fn is_long(&self) -> bool {
        self.to_s - self.from_s > LONG_S && self.samples.len() >= SAMPLES
    }
}

fn within(channel: &Channel, marks: &Marks, stretch: &Stretch) -> Vec<f64> {
    marks
        .left(channel)
        .skip_while(|sample| sample.seconds < stretch.from_s)
        .take_while(|sample| sample.seconds <= stretch.to_s)
        .map(|sample| sample.value)
        .collect()
}

/// Whether an effort went up and down: its middle eight tenths span half of its mean.
fn changed(values: &[f64]) -> bool {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let at = |share: f64| sorted[((sorted.len() - 1) as f64 * share) as usize];
    let mean = sorted.iter().sum::<f64>() / sorted.len() as f64;
    mean > 0.0 && at(0.9) - at(0.1) > CHANGED * mean
}
