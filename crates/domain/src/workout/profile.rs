//! What a workout asks for: flat steps with their intensity, minutes and expected load.
//!
//! Shares of a threshold are intensities as they stand. Everything else needs a rule, and those here are this program's own
//! (grade D): heart rate goes to intensity along the edges of Allen & Coggan's zones for both; a felt effort along
//! [`EFFORTS`]; a zone is its middle; where a distance has no speed of its own, speed follows intensity.

use super::{Length, Part, Reference, Reps, Sets, Target, WorkStep, Workout};
use crate::session::{SessionKind, Step};
use crate::settings::Settings;
use crate::sport::Sport;
use crate::zones::{Anchor, Scheme};

/// What the targets of a workout are held against.
#[derive(Debug, Clone, Copy)]
pub struct Yardstick<'a> {
    /// What the session is for.
    pub kind: SessionKind,
    /// Sport.
    pub sport: Sport,
    /// The athlete's thresholds; the sport's usual speed where they are unknown.
    pub settings: Option<&'a Settings>,
}

/// Intensity of a recovery, a share of threshold.
pub const RECOVERY: f64 = 0.6;
/// Felt effort while it is done (0 to 10) and the intensity it stands for: a talk test at 3, threshold at 8.
pub const EFFORTS: [(f64, f64); 11] = [
    (0.0, 0.3),
    (1.0, 0.45),
    (2.0, 0.55),
    (3.0, 0.65),
    (4.0, 0.73),
    (5.0, 0.8),
    (6.0, 0.87),
    (7.0, 0.94),
    (8.0, 1.0),
    (9.0, 1.07),
    (10.0, 1.15),
];
/// Shares of threshold heart rate and of threshold power that Allen & Coggan give for the same zones.
const HEART: [(f64, f64); 5] = [(0.5, 0.3), (0.68, 0.55), (0.83, 0.75), (0.94, 0.9), (1.05, 1.05)];
/// Threshold heart rate as a share of the highest, where it is unknown.
const LTHR_OF_MAX: f64 = 0.9;
/// Seconds one repetition takes.
const REPETITION_S: f64 = 3.0;
/// Seconds between sets, where none are written; a single set has none.
const SET_REST_S: f64 = 60.0;

impl Workout {
    /// The steps in order, flat. A repeat of one step, with or without a recovery without a target, stays one step; other
    /// repeats are written out.
    #[must_use]
    pub fn steps(&self, by: &Yardstick) -> Vec<Step> {
        self.parts.iter().flat_map(|part| part.steps(by)).collect()
    }

    /// Minutes from the first step to the end of the last recovery.
    #[must_use]
    pub fn minutes(&self, by: &Yardstick) -> f64 {
        self.steps(by).iter().map(Step::total).sum()
    }

    /// Expected load, points: 100 times hours times intensity squared, over all steps and recoveries.
    #[must_use]
    pub fn load(&self, by: &Yardstick) -> f64 {
        self.steps(by).iter().map(Step::load).sum()
    }
}

impl Part {
    /// The part's own steps. How many there are rests on the text alone, not on what it is held against.
    pub(crate) fn steps(&self, by: &Yardstick) -> Vec<Step> {
        let single = |step: &WorkStep, repeat: u32, rest_minutes: f64| {
            let intensity = by.intensity(step);
            Step { repeat, minutes: by.minutes(step), intensity, rest_minutes }
        };
        match self {
            Part::Step(step) => vec![single(step, 1, 0.0)],
            Part::Sets(sets) => vec![by.sets(sets)],
            Part::Repeat { times, parts } => match parts.as_slice() {
                [Part::Step(work)] => vec![single(work, *times, 0.0)],
                [Part::Step(work), Part::Step(rest)] if rest.recovery && rest.target == Target::Free => {
                    vec![single(work, *times, by.minutes(rest))]
                }
                parts => {
                    let once: Vec<Step> = parts.iter().flat_map(|part| part.steps(by)).collect();
                    (0..*times).flat_map(|_| once.clone()).collect()
                }
            },
        }
    }
}

impl Yardstick<'_> {
    /// Intensity of a step, a share of threshold.
    fn intensity(&self, step: &WorkStep) -> f64 {
        match step.target {
            Target::Free if step.recovery => self.easy().min(RECOVERY),
            Target::Free => self.easy(),
            Target::Share { low, high, of } => self.share(f64::midpoint(low, high), of),
            Target::Zone(zone) => self.zone(zone),
            Target::Rpe(rpe) => along(&EFFORTS, rpe),
        }
    }

    /// What "as easy as feels good" is in sessions of this kind.
    fn easy(&self) -> f64 {
        match (self.kind, self.sport) {
            (SessionKind::Relaxation, _) => 0.3,
            (SessionKind::Mobility | SessionKind::Yoga, _) | (_, Sport::Mobility) => 0.35,
            (SessionKind::Strength, _) | (_, Sport::Strength) => 0.5,
            (SessionKind::Recovery, _) => 0.55,
            _ => 0.65,
        }
    }

    fn known<T: Into<f64>>(&self, field: impl Fn(&Settings) -> Option<T>) -> Option<f64> {
        self.settings.and_then(field).map(Into::into).filter(|value: &f64| *value > 0.0)
    }

    /// One threshold as a share of another, where both are known; else they are taken for the same.
    fn ratio(part: Option<f64>, whole: Option<f64>) -> f64 {
        part.zip(whole).map_or(1.0, |(part, whole)| part / whole)
    }

    fn share(&self, share: f64, of: Reference) -> f64 {
        match of {
            Reference::Threshold | Reference::Ftp | Reference::ThresholdPace | Reference::Css => share,
            Reference::Cp => share * Self::ratio(self.known(|s| s.critical_power), self.known(|s| s.ftp)),
            Reference::Cs => share * Self::ratio(self.known(|s| s.critical_speed), self.known(|s| s.threshold_speed)),
            Reference::Lthr => along(&HEART, share),
            Reference::HrMax => {
                let of_max = self.known(|s| s.lthr).zip(self.known(|s| s.hr_max)).map(|(lthr, max)| lthr / max);
                along(&HEART, share / of_max.unwrap_or(LTHR_OF_MAX))
            }
        }
    }

    /// The middle of a zone of the scheme in force. The lowest zone is a tenth below its upper edge, the highest a tenth
    /// above its lower one, and so is every number the scheme does not have.
    fn zone(&self, zone: u8) -> f64 {
        let scheme = self.scheme();
        let lower = scheme.lower_shares();
        let at = usize::from(zone.max(1)).min(lower.len());
        let middle = match (at.checked_sub(2).and_then(|_| lower.get(at - 1)), lower.get(at)) {
            (Some(low), Some(high)) => f64::midpoint(*low, *high),
            (None, Some(high)) => high * 0.9,
            (Some(low), None) => low * 1.1,
            (None, None) => 1.0,
        };
        match scheme.anchor() {
            Anchor::Lthr => self.share(middle, Reference::Lthr),
            Anchor::HrMax => self.share(middle, Reference::HrMax),
            Anchor::Ftp | Anchor::ThresholdSpeed | Anchor::SwimSpeed | Anchor::Vt => middle,
        }
    }

    /// The scheme zones are meant by: what the athlete's zones are cut by, else the sport's usual one.
    fn scheme(&self) -> Scheme {
        let own = self.settings.and_then(|settings| crate::zones::on(settings, self.sport).into_iter().next());
        let usual = match self.sport {
            Sport::Ride => Scheme::CogganPower,
            Sport::Run => Scheme::RunPace,
            Sport::Swim => Scheme::SwimPace,
            _ => Scheme::CogganHeart,
        };
        own.map(|zones| zones.scheme).filter(|scheme| !scheme.lower_shares().is_empty()).unwrap_or(usual)
    }

    fn minutes(&self, step: &WorkStep) -> f64 {
        match step.length {
            Length::Time(seconds) => seconds / 60.0,
            Length::Distance(meters) => meters / self.speed(step) / 60.0,
        }
    }

    /// Speed of a step, m/s.
    fn speed(&self, step: &WorkStep) -> f64 {
        let threshold = self.threshold_speed();
        match step.target {
            Target::Share { low, high, of } if self.is_speed(of) => {
                let reference = if of == Reference::Cs { self.known(|s| s.critical_speed) } else { None };
                f64::midpoint(low, high) * reference.unwrap_or(threshold)
            }
            _ => threshold * self.speed_share(self.intensity(step)),
        }
    }

    /// Whether a share of this is a share of a speed.
    const fn is_speed(&self, of: Reference) -> bool {
        match of {
            Reference::Cs | Reference::ThresholdPace | Reference::Css => true,
            Reference::Threshold => matches!(self.sport, Sport::Run | Sport::Swim),
            Reference::Ftp | Reference::Cp | Reference::Lthr | Reference::HrMax => false,
        }
    }

    /// The athlete's threshold speed, else the usual one of the sport, m/s.
    fn threshold_speed(&self) -> f64 {
        let (own, usual) = match self.sport {
            Sport::Run => (self.known(|s| s.threshold_speed).or(self.known(|s| s.critical_speed)), 3.5),
            Sport::Swim => (self.known(|s| s.swim_speed), 1.1),
            Sport::Ride => (None, 9.0),
            Sport::Ski => (None, 5.0),
            Sport::Row => (None, 4.2),
            Sport::Walk => (None, 1.8),
            _ => (None, 3.0),
        };
        own.unwrap_or(usual)
    }

    /// Share of threshold speed at an intensity. On a bicycle power grows with the third power of speed; on foot and in the
    /// water speed falls less than effort does.
    fn speed_share(&self, intensity: f64) -> f64 {
        match self.sport {
            Sport::Ride => intensity.cbrt(),
            _ => 0.5f64.mul_add(intensity, 0.5),
        }
    }

    /// Sets as a step: between them nobody trains harder than in them.
    fn sets(&self, sets: &Sets) -> Step {
        let work = match sets.reps {
            Reps::Count(reps) => f64::from(reps) * REPETITION_S,
            Reps::Hold(seconds) => seconds,
        };
        Step {
            repeat: sets.sets,
            minutes: work / 60.0,
            intensity: self.easy().min(0.5),
            rest_minutes: sets.rest.unwrap_or(if sets.sets > 1 { SET_REST_S } else { 0.0 }) / 60.0,
        }
    }
}

/// The value at `x` of lines through points with rising `x`, held at both ends.
fn along(points: &[(f64, f64)], x: f64) -> f64 {
    let Some(at) = points.iter().position(|(edge, _)| x <= *edge) else {
        return points.last().map_or(f64::NAN, |(_, y)| *y);
    };
    match (at.checked_sub(1).and_then(|before| points.get(before)), points.get(at)) {
        (Some((x0, y0)), Some((x1, y1))) => y0 + (y1 - y0) * (x - x0) / (x1 - x0),
        (_, point) => point.map_or(f64::NAN, |(_, y)| *y),
    }
}
