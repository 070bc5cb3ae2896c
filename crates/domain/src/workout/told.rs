//! A workout in words, with its targets in the athlete's own numbers.

use super::print::body_and_rest;
use super::{Length, Part, Reference, Reps, Sets, Target, Weight, WorkStep, Workout, Yardstick};
use crate::locale;
use crate::measures::Quantity;
use crate::settings::Settings;
use crate::sport::Sport;
use crate::unit::MetersPerSecond;
use crate::words::{Value, Words};
use crate::zones;

/// The workout line by line; what stands in a bracket follows its repeat, one mark deeper. Where a threshold is not set,
/// the line says so.
#[must_use]
pub fn lines(workout: &Workout, by: &Yardstick, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    Teller { by, words }.list(&workout.parts, 0, &mut lines);
    lines
}

struct Teller<'a> {
    by: &'a Yardstick<'a>,
    words: &'a Words,
}

/// What a share is of, in the athlete's numbers.
enum Own {
    Watts(f64),
    Beats(f64),
    Running(f64),
    Swimming(f64),
}

impl Teller<'_> {
    fn say(&self, key: &str, values: &[(&str, String)]) -> String {
        let values: Vec<(&str, Value)> = values.iter().map(|(name, text)| (*name, Value::Text(text.clone()))).collect();
        self.words.say_with(&format!("workout-{key}"), &values)
    }

    fn list(&self, parts: &[Part], depth: usize, lines: &mut Vec<String>) {
        for part in parts {
            self.part(part, depth, lines);
        }
    }

    fn part(&self, part: &Part, depth: usize, lines: &mut Vec<String>) {
        let mark = "· ".repeat(depth);
        let mut push = |line: String| lines.push(format!("{mark}{line}"));
        match part {
            Part::Step(step) => push(self.step(step)),
            Part::Sets(sets) => push(self.sets(sets)),
            Part::Repeat { times, parts } => {
                let (body, rest) = body_and_rest(parts);
                let times = times.to_string();
                match body {
                    [Part::Step(step)] => {
                        let line = self.say("line-times", &[("times", times), ("line", self.step(step))]);
                        match rest {
                            Some(rest) => push(self.say("line-each", &[("line", line), ("rest", self.step(rest))])),
                            None => push(line),
                        }
                    }
                    body => {
                        push(self.say("line-block", &[("times", times)]));
                        self.list(body, depth + 1, lines);
                        if let Some(rest) = rest {
                            let rest = self.step(rest);
                            lines.push(format!("{mark}{}", self.say("line-after-each", &[("rest", rest)])));
                        }
                    }
                }
            }
        }
    }

    fn step(&self, step: &WorkStep) -> String {
        let length = spaced(step.length);
        let line = match (self.target(step.target), step.recovery) {
            (None, true) => self.say("line-recovery", &[("length", length)]),
            (None, false) => self.say("line-free", &[("length", length)]),
            (Some(target), true) => self.say("line-recovery-at", &[("length", length), ("target", target)]),
            (Some(target), false) => self.say("line-at", &[("length", length), ("target", target)]),
        };
        match &step.cue {
            Some(cue) => self.say("line-cue", &[("line", line), ("cue", cue.clone())]),
            None => line,
        }
    }

    fn target(&self, target: Target) -> Option<String> {
        match target {
            Target::Free => None,
            Target::Rpe(rpe) => Some(self.say("target-rpe", &[("rpe", rpe.to_string())])),
            Target::Zone(zone) => {
                let number = ("zone", zone.to_string());
                Some(match self.zone(zone) {
                    Some(value) => self.say("target-zone-own", &[number, ("value", value)]),
                    None => self.say("target-zone", &[number]),
                })
            }
            Target::Share { low, high, of } => {
                let share = range(low * 100.0, high * 100.0, |percent| {
                    locale::here().as_it_is((percent * 10.0).round() / 10.0)
                });
                let of = self.meant(of);
                let share = ("share", share);
                let name = ("of", self.say(&format!("of-{}", of.code()), &[]));
                Some(match self.own(of) {
                    Some(own) => self.say("target-own", &[("value", self.value(&own, low, high)), share, name]),
                    // The threshold of another sport is nobody's to set.
                    None if of == Reference::Threshold => self.say("target-share", &[share, name]),
                    None => self.say("target-unset", &[share, name]),
                })
            }
        }
    }

    /// Which threshold a percentage is of: a bare one is of the sport's own.
    const fn meant(&self, of: Reference) -> Reference {
        match (of, self.by.sport) {
            (Reference::Threshold, Sport::Ride) => Reference::Ftp,
            (Reference::Threshold, Sport::Run) => Reference::ThresholdPace,
            (Reference::Threshold, Sport::Swim) => Reference::Css,
            (of, _) => of,
        }
    }

    fn own(&self, of: Reference) -> Option<Own> {
        let s = self.by.settings?;
        match of {
            Reference::Threshold => None,
            Reference::Ftp => s.ftp.map(|watts| Own::Watts(watts.0)),
            Reference::Cp => s.critical_power.map(|watts| Own::Watts(watts.0)),
            Reference::ThresholdPace => s.threshold_speed.map(|speed| Own::Running(speed.0)),
            Reference::Cs => s.critical_speed.map(|speed| Own::Running(speed.0)),
            Reference::Css => s.swim_speed.map(|speed| Own::Swimming(speed.0)),
            Reference::Lthr => s.lthr.map(|beats| Own::Beats(beats.0)),
            Reference::HrMax => s.hr_max.map(|beats| Own::Beats(beats.0)),
        }
    }

    /// Shares of a value of the athlete, with its unit. The slower end of a pace comes first, as the lower of a range.
    fn value(&self, own: &Own, low: f64, high: f64) -> String {
        let here = locale::here();
        let (key, value) = match *own {
            Own::Watts(watts) => ("watts", range(low * watts, high * watts, whole)),
            Own::Beats(beats) => ("beats", range(low * beats, high * beats, whole)),
            Own::Running(speed) => {
                let pace = |share: f64| here.pace(MetersPerSecond(share * speed));
                ("running", range(pace(low), pace(high), clock))
            }
            Own::Swimming(speed) => {
                let pace = |share: f64| here.pool_pace(MetersPerSecond(share * speed));
                ("swimming", range(pace(low), pace(high), clock))
            }
        };
        let unit = if key == "swimming" { here.pool_unit() } else { here.pace_unit() };
        self.say(&format!("value-{key}"), &[("value", value), ("unit", unit.to_owned())])
    }

    /// The edges of a zone in the athlete's numbers.
    fn zone(&self, zone: u8) -> Option<String> {
        let settings: &Settings = self.by.settings?;
        let zones = zones::on(settings, self.by.sport).into_iter().next()?;
        let at = usize::from(zone).checked_sub(1)?;
        let (low, high) = (*zones.lower.get(at)?, zones.lower.get(at + 1).copied());
        let own = match (zones.quantity, self.by.sport) {
            (Quantity::Power, _) => Own::Watts(1.0),
            (Quantity::HeartRate, _) => Own::Beats(1.0),
            (Quantity::Speed, Sport::Swim) => Own::Swimming(1.0),
            (Quantity::Speed, _) => Own::Running(1.0),
        };
        Some(match high {
            Some(high) if low > 0.0 => self.value(&own, low, high),
            Some(high) => self.say("value-below", &[("value", self.value(&own, high, high))]),
            None => self.say("value-above", &[("value", self.value(&own, low, low))]),
        })
    }

    fn sets(&self, sets: &Sets) -> String {
        let reps = match sets.reps {
            Reps::Count(reps) => self.say("reps", &[("reps", reps.to_string())]),
            Reps::Hold(seconds) => spaced(Length::Time(seconds)),
        };
        let count = sets.sets.to_string();
        let line = self.say("line-sets", &[("exercise", sets.exercise.clone()), ("sets", count), ("reps", reps)]);
        let here = locale::here();
        let tenths = |value: f64| here.as_it_is((value * 10.0).round() / 10.0);
        let say = |key: &str, value| Some(self.say(&format!("weight-{key}"), &[("value", value)]));
        let weight = match sets.load {
            Weight::Free => None,
            Weight::Kg(kg) => {
                let unit = here.unit(locale::Quantity::Mass);
                Some(format!("{} {unit}", tenths(here.shown(locale::Quantity::Mass, kg))))
            }
            Weight::OneRm(share) => say("one-rm", tenths(share * 100.0)),
            Weight::Velocity(speed) => say("velocity", here.as_it_is(speed)),
            Weight::Reserve(left) => say("reserve", left.to_string()),
        };
        let line = match weight {
            Some(target) => self.say("line-at", &[("length", line), ("target", target)]),
            None => line,
        };
        match sets.rest {
            Some(rest) => self.say("line-rest", &[("line", line), ("rest", spaced(Length::Time(rest)))]),
            None => line,
        }
    }
}

/// `1h30min` as `1 h 30 min`.
fn spaced(length: Length) -> String {
    let mut said = String::new();
    let mut digit = true;
    for c in length.to_string().chars() {
        let is_digit = c.is_ascii_digit() || c == '.';
        if is_digit != digit {
            said.push(' ');
        }
        digit = is_digit;
        said.push(c);
    }
    said
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

/// Seconds as minutes and seconds.
fn clock(seconds: f64) -> String {
    let seconds = seconds.round();
    format!("{:.0}:{:02.0}", (seconds / 60.0).floor(), seconds % 60.0)
}

/// Two ends of a range, or one where they print the same.
fn range(low: f64, high: f64, print: impl Fn(f64) -> String) -> String {
    let (low, high) = (print(low), print(high));
    if low == high { low } else { format!("{low}–{high}") }
}
