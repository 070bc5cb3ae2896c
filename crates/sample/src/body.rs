//! What a made-up body does in a workout, second by second: power, speed and heart rate that belong together.

use domain::settings::Settings;
use domain::sport::Sport;

use crate::fit::{Sample, Stride};
use crate::rng::Rng;

/// A stretch of a workout at one effort.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Effort {
    /// Length.
    pub(crate) seconds: u32,
    /// Share of threshold.
    pub(crate) intensity: f64,
}

/// A body on a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Body {
    pub(crate) ftp: f64,
    pub(crate) rest: f64,
    pub(crate) lthr: f64,
    pub(crate) max: f64,
    /// Threshold running speed, m/s.
    pub(crate) speed: f64,
    /// Wears a heart-rate strap.
    pub(crate) strap: bool,
    /// Rides with a power meter.
    pub(crate) meter: bool,
    /// Runs with a pod: share of contact on the left foot, percent.
    pub(crate) pod: Option<f64>,
}

impl Body {
    /// The body that dated settings describe.
    pub(crate) fn of(settings: &Settings, strap: bool, pod: Option<f64>) -> Body {
        Body {
            ftp: settings.ftp.map_or(220.0, |v| v.0),
            rest: settings.hr_rest.map_or(52.0, |v| v.0),
            lthr: settings.lthr.map_or(168.0, |v| v.0),
            max: settings.hr_max.map_or(188.0, |v| v.0),
            speed: settings.threshold_speed.map_or(4.0, |v| v.0),
            strap,
            meter: settings.ftp.is_some(),
            pod,
        }
    }
}

/// Seconds between the records a device keeps: what changes fast is kept more often.
const fn keeps_every(sport: Sport) -> u32 {
    match sport {
        Sport::Ride => 2,
        Sport::Run => 3,
        _ => 5,
    }
}

/// A loop in open country that no map knows: centre and length in metres.
const CENTRE: (f64, f64) = (0.417, 23.682);
const METRES_PER_DEGREE: f64 = 111_195.0;

/// The samples of a workout; seconds inside `pauses` are left out.
pub(crate) fn train(
    body: &Body,
    sport: Sport,
    indoor: bool,
    efforts: &[Effort],
    pauses: &[(u32, u32)],
    rng: &mut Rng,
) -> Vec<Sample> {
    let length: u32 = efforts.iter().map(|e| e.seconds).sum();
    let every = keeps_every(sport);
    let loop_length = if sport == Sport::Ride { 21_400.0 } else { 5_200.0 };
    let phase = rng.unit() * loop_length;
    let warm = rng.between(9.0, 22.0);
    let mut samples = Vec::with_capacity((length / every) as usize + 1);
    let (mut heart, mut wander, mut distance, mut clock) = (body.rest + 25.0, 0.0, 0.0, 0_u32);
    for effort in efforts {
        for _ in 0..effort.seconds {
            if let Some((_, to)) = pauses.iter().find(|(from, to)| (*from..*to).contains(&clock)) {
                // Standing: the heart calms down while nothing is recorded.
                heart += (body.rest + 35.0 - heart) * (1.0 - 0.98_f64.powi((*to - clock) as i32));
                clock = *to;
            }
            let hours = f64::from(clock) / 3600.0;
            wander = 0.97 * wander + 0.03 * 3.0 * rng.normal();
            let ground = terrain(distance + phase, loop_length);
            let push = (effort.intensity * (1.0 + 0.10 * wander + 0.6 * ground.slope)).max(0.0);
            let hills = if indoor { 0.0 } else { ground.slope };
            let watts = (body.ftp * push * (1.0 + 0.05 * rng.normal())).max(0.0);
            let coasting = sport == Sport::Ride && !indoor && hills < -0.035;
            let watts = if coasting { 0.0 } else { watts };
            let steady = body.rest + (body.lthr - body.rest) * (0.25 + 0.75 * push) * (1.0 + 0.028 * hours);
            heart += (steady.min(body.max - 1.0) - heart) / if steady > heart { 32.0 } else { 48.0 };
            let speed = speed(body, sport, watts, push, hills);
            distance += speed;
            if clock.is_multiple_of(every) {
                samples.push(Sample {
                    second: clock,
                    position: (!indoor && has_ground(sport)).then(|| place(distance + phase, loop_length)),
                    altitude: (!indoor && has_ground(sport)).then_some(ground.altitude),
                    heart_rate: (body.strap && !(sport == Sport::Swim && rng.chance(0.15)))
                        .then(|| (heart + 0.8 * rng.normal()).clamp(body.rest, body.max) as u8),
                    power: (sport == Sport::Ride && body.meter).then_some(watts as u16),
                    cadence: cadence(sport, push, coasting).map(|c| (c + 1.5 * rng.normal()).max(0.0) as u8),
                    speed: has_speed(sport).then_some(speed),
                    distance: has_speed(sport).then_some(distance),
                    temperature: has_ground(sport).then_some((if indoor { 21.0 } else { warm + hours }) as i8),
                    stride: body.pod.filter(|_| sport == Sport::Run).map(|left| stride(left, speed, wander)),
                });
            }
            clock += 1;
        }
    }
    samples
}

const fn has_ground(sport: Sport) -> bool {
    matches!(sport, Sport::Run | Sport::Ride | Sport::Walk)
}

const fn has_speed(sport: Sport) -> bool {
    matches!(sport, Sport::Run | Sport::Ride | Sport::Walk | Sport::Swim)
}

fn speed(body: &Body, sport: Sport, watts: f64, push: f64, slope: f64) -> f64 {
    match sport {
        // Air resistance grows with the cube of speed; downhill runs by itself.
        Sport::Ride => (1.46 * watts.max(25.0).cbrt() * (1.0 - 4.0 * slope)).clamp(2.0, 17.0),
        Sport::Run => (body.speed * (0.3 + 0.7 * push) * (1.0 - 2.0 * slope)).clamp(1.2, 7.0),
        Sport::Swim => 0.28 * body.speed * (0.6 + 0.4 * push),
        Sport::Walk => 1.5,
        _ => 0.0,
    }
}

fn cadence(sport: Sport, push: f64, coasting: bool) -> Option<f64> {
    match sport {
        Sport::Ride if coasting => Some(0.0),
        Sport::Ride => Some(80.0 + 12.0 * push),
        Sport::Run => Some(78.0 + 10.0 * push),
        _ => None,
    }
}

/// The faster, the shorter the foot stays down; the balance wanders a little.
fn stride(left: f64, speed: f64, wander: f64) -> Stride {
    Stride {
        contact_ms: (330.0 - 25.0 * speed).clamp(170.0, 320.0).round(),
        left: left + 0.2 * wander,
        oscillation_mm: (96.0 - 3.0 * speed + wander).round(),
    }
}

struct Ground {
    altitude: f64,
    slope: f64,
}

/// Height and slope along the loop: two gentle waves.
fn terrain(distance: f64, loop_length: f64) -> Ground {
    let turn = std::f64::consts::TAU * distance / loop_length;
    let (a, b) = (loop_length / 420.0, loop_length / 900.0);
    Ground {
        altitude: 212.0 + a * turn.sin() + b * (3.0 * turn).sin(),
        slope: std::f64::consts::TAU / loop_length * (a * turn.cos() + 3.0 * b * (3.0 * turn).cos()),
    }
}

fn place(distance: f64, loop_length: f64) -> (f64, f64) {
    let turn = std::f64::consts::TAU * distance / loop_length;
    let radius = loop_length / std::f64::consts::TAU / METRES_PER_DEGREE;
    let wobble = 1.0 + 0.12 * (5.0 * turn).sin();
    (CENTRE.0 + radius * wobble * turn.cos(), CENTRE.1 + radius * wobble * turn.sin())
}
