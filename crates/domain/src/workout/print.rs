//! How a workout is written: one text for one workout, which reads back the same.

use std::fmt::{Display, Formatter, Result};

use super::{Length, Part, Reference, Reps, Sets, Target, Weight, WorkStep, Workout};

impl Display for Workout {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        list(f, &self.parts)
    }
}

fn list(f: &mut Formatter<'_>, parts: &[Part]) -> Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{part}")?;
    }
    Ok(())
}

impl Display for Part {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Part::Step(step) => write!(f, "{step}"),
            Part::Sets(sets) => write!(f, "{sets}"),
            Part::Repeat { times, parts } => {
                let (body, rest) = body_and_rest(parts);
                write!(f, "{times}x")?;
                match body {
                    [Part::Step(step)] if !step.recovery => write!(f, "{step}")?,
                    body => {
                        f.write_str("(")?;
                        list(f, body)?;
                        f.write_str(")")?;
                    }
                }
                rest.map_or(Ok(()), |rest| write!(f, ", {rest}"))
            }
        }
    }
}

/// What is repeated, and the recovery after every time of it, if it has one.
pub(super) fn body_and_rest(parts: &[Part]) -> (&[Part], Option<&WorkStep>) {
    match parts {
        [body @ .., Part::Step(rest)] if rest.recovery && !body.is_empty() => (body, Some(rest)),
        body => (body, None),
    }
}

impl Display for WorkStep {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        if self.recovery {
            f.write_str("r")?;
        }
        write!(f, "{}", self.length)?;
        if self.target != Target::Free {
            write!(f, " @ {}", self.target)?;
        }
        self.cue.as_ref().map_or(Ok(()), |cue| write!(f, " \"{cue}\""))
    }
}

impl Display for Length {
    /// Minutes and seconds in one word; below two minutes seconds alone, unless it is one minute. Metres become kilometres
    /// from two on, where nothing is lost.
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match *self {
            Length::Distance(meters) if meters >= 2000.0 && meters % 100.0 == 0.0 => write!(f, "{}km", meters / 1000.0),
            Length::Distance(meters) => write!(f, "{meters}m"),
            Length::Time(seconds) if seconds < 120.0 && seconds != 60.0 => write!(f, "{seconds}s"),
            Length::Time(seconds) => {
                let (hours, minutes, rest) =
                    ((seconds / 3600.0).floor(), (seconds % 3600.0 / 60.0).floor(), seconds % 60.0);
                for (value, unit) in [(hours, "h"), (minutes, "min"), (rest, "s")] {
                    if value > 0.0 {
                        write!(f, "{value}{unit}")?;
                    }
                }
                Ok(())
            }
        }
    }
}

impl Display for Target {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match *self {
            Target::Free => Ok(()),
            Target::Share { low, high, of } => {
                write!(f, "{}", percent(low))?;
                if high > low {
                    write!(f, "-{}", percent(high))?;
                }
                f.write_str("%")?;
                if of == Reference::Threshold { Ok(()) } else { write!(f, " {}", of.sign()) }
            }
            Target::Zone(zone) => write!(f, "Z{zone}"),
            Target::Rpe(rpe) => write!(f, "RPE {rpe}"),
        }
    }
}

impl Reference {
    /// Every one.
    pub const ALL: [Reference; 8] = [
        Reference::Threshold,
        Reference::Ftp,
        Reference::Cp,
        Reference::Cs,
        Reference::ThresholdPace,
        Reference::Css,
        Reference::Lthr,
        Reference::HrMax,
    ];

    /// The stable name used in the words file (`workout-of-ftp`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Reference::Threshold => "threshold",
            Reference::Ftp => "ftp",
            Reference::Cp => "cp",
            Reference::Cs => "cs",
            Reference::ThresholdPace => "pace",
            Reference::Css => "css",
            Reference::Lthr => "lthr",
            Reference::HrMax => "hr-max",
        }
    }

    /// The sign it is written with after `%`; empty for the sport's own threshold.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Reference::Threshold => "",
            Reference::Ftp => "FTP",
            Reference::Cp => "CP",
            Reference::Cs => "CS",
            Reference::ThresholdPace => "pace",
            Reference::Css => "CSS",
            Reference::Lthr => "LTHR",
            Reference::HrMax => "HRmax",
        }
    }
}

impl Display for Sets {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        write!(f, "{} {}x", self.exercise, self.sets)?;
        match self.reps {
            Reps::Count(reps) => write!(f, "{reps}")?,
            Reps::Hold(seconds) => write!(f, "{}", Length::Time(seconds))?,
        }
        if self.load != Weight::Free {
            write!(f, " @ {}", self.load)?;
        }
        self.rest.map_or(Ok(()), |rest| write!(f, ", r{}", Length::Time(rest)))
    }
}

impl Display for Weight {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match *self {
            Weight::Free => Ok(()),
            Weight::Kg(kg) => write!(f, "{kg}kg"),
            Weight::OneRm(share) => write!(f, "{}% 1RM", percent(share)),
            // A velocity keeps its first decimal, as bars show it.
            Weight::Velocity(speed) if (speed * 10.0).fract() == 0.0 => write!(f, "{speed:.1} m/s"),
            Weight::Velocity(speed) => write!(f, "{speed} m/s"),
            Weight::Reserve(left) => write!(f, "{left} RIR"),
        }
    }
}

fn percent(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}
