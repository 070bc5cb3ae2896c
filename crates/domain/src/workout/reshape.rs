//! A workout made shorter or longer, in lengths a person would write.

use super::{Length, Part, Workout};

/// How finely lengths are rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    /// To a second or ten metres.
    Fine,
    /// To half a minute and fifty metres, where it is long enough.
    Round,
}

impl Length {
    fn times(self, factor: f64, grain: Grain) -> Length {
        let rounded = |value: f64, fine: f64, round: f64| {
            let step = if grain == Grain::Round && value >= 4.0 * round { round } else { fine };
            ((value / step).round() * step).max(fine)
        };
        match self {
            Length::Time(seconds) => Length::Time(rounded(seconds * factor, 1.0, 30.0)),
            Length::Distance(meters) => Length::Distance(rounded(meters * factor, 10.0, 50.0)),
        }
    }
}

impl Part {
    /// How often it is done: the repeats of a repeat, the sets of an exercise.
    pub(crate) const fn times(&self) -> u32 {
        match self {
            Part::Step(_) => 1,
            Part::Repeat { times, .. } => *times,
            Part::Sets(sets) => sets.sets,
        }
    }

    /// Does it so often. A single step stays one.
    pub(crate) const fn set_times(&mut self, often: u32) {
        match self {
            Part::Step(_) => {}
            Part::Repeat { times, .. } => *times = often,
            Part::Sets(sets) => sets.sets = often,
        }
    }

    /// Every length in it by a factor. Sets of an exercise keep what they are.
    pub(crate) fn lengthen(&mut self, factor: f64, grain: Grain) {
        match self {
            Part::Step(step) => step.length = step.length.times(factor, grain),
            Part::Repeat { parts, .. } => parts.iter_mut().for_each(|part| part.lengthen(factor, grain)),
            Part::Sets(_) => {}
        }
    }
}

impl Workout {
    /// Whether its text reads back: what was made longer may be more than a line can say.
    pub(crate) fn is_sayable(&self) -> bool {
        self.to_string().parse().as_ref() == Ok(self)
    }

    /// The workout with this much time more, half each for its first and its last step; `None` where these are not single
    /// steps by time, as a warm-up and a cool-down are, or where a line cannot say it.
    #[must_use]
    pub fn stretched(&self, seconds: f64) -> Option<Workout> {
        let mut parts = self.parts.clone();
        let timed = |part: &mut Part, more: f64| match part {
            Part::Step(step) => match &mut step.length {
                Length::Time(time) => {
                    *time += more;
                    Some(())
                }
                Length::Distance(_) => None,
            },
            Part::Repeat { .. } | Part::Sets(_) => None,
        };
        match parts.as_mut_slice() {
            [] => return None,
            [only] => timed(only, seconds)?,
            [first, .., last] => {
                let half = (seconds / 2.0).floor();
                timed(first, half)?;
                timed(last, seconds - half)?;
            }
        }
        Some(Workout { parts }).filter(Workout::is_sayable)
    }
}
