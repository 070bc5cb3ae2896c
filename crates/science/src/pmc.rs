//! Fitness, fatigue and form: exponentially weighted means of daily load.
//!
//! `S[t] = S[t-1] + alpha (L[t] - S[t-1])`, with three conventions for `alpha` in use. Ours is the exponential one.
//! Several sessions of one day are summed first. Rest is a day with load 0: [`series`] over zeros is the decay.

/// Time constant of chronic training load (fitness), days.
pub const CTL_DAYS: f64 = 42.0;
/// Time constant of acute training load (fatigue), days.
pub const ATL_DAYS: f64 = 7.0;

/// Weight of today's load for a time constant in days: `1 - e^(-1/tau)`.
#[must_use]
pub fn alpha(tau_days: f64) -> f64 {
    -(-1.0 / tau_days).exp_m1()
}

/// The older linear form, `1/n`; for comparison with programs that use it.
#[must_use]
pub fn alpha_recip(n_days: f64) -> f64 {
    1.0 / n_days
}

/// The span form, `2/(n+1)`, used for acute-to-chronic ratios (Williams 2017): the same `n` has half the memory.
#[must_use]
pub fn alpha_span(n_days: f64) -> f64 {
    2.0 / (n_days + 1.0)
}

/// One day of one average: yesterday's value and today's load give today's value.
#[must_use]
pub fn step(yesterday: f64, load: f64, alpha: f64) -> f64 {
    yesterday + alpha * (load - yesterday)
}

/// Fitness and fatigue at one moment, points a day.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct State {
    /// Chronic training load.
    pub ctl: f64,
    /// Acute training load.
    pub atl: f64,
}

impl State {
    /// After one more day with this load, exponential convention.
    #[must_use]
    pub fn after(self, load: f64) -> State {
        self.after_with(load, alpha(CTL_DAYS), alpha(ATL_DAYS))
    }

    fn after_with(self, load: f64, slow: f64, quick: f64) -> State {
        State { ctl: step(self.ctl, load, slow), atl: step(self.atl, load, quick) }
    }

    /// Form (training stress balance): fitness minus fatigue.
    #[must_use]
    pub fn form(self) -> f64 {
        self.ctl - self.atl
    }
}

/// One day of a series. Both readings of form are kept, because programs differ in which they show.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    /// Fitness and fatigue after the day's load.
    pub state: State,
    /// Form before the day's load: yesterday's fitness minus fatigue.
    pub form_morning: f64,
    /// Form after the day's load.
    pub form_evening: f64,
    /// Fitness now minus fitness seven days ago; `None` before there was a day to compare with.
    pub ramp: Option<f64>,
}

/// A series of daily loads (points, rest days 0, no gaps) from a starting state; one [`Day`] for each load.
///
/// Started from zero, fitness reaches 63 % of a steady load after 42 days and the ramp before then is an artefact: give
/// a seed, or do not show the ramp.
#[must_use]
pub fn series(loads: &[f64], seed: State) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::with_capacity(loads.len());
    let (slow, quick) = (alpha(CTL_DAYS), alpha(ATL_DAYS));
    let mut state = seed;
    for (index, &load) in loads.iter().enumerate() {
        let before = state;
        state = before.after_with(load, slow, quick);
        let week_ago = match index {
            0..6 => None,
            6 => Some(seed.ctl),
            _ => Some(days[index - 7].state.ctl),
        };
        days.push(Day {
            state,
            form_morning: before.form(),
            form_evening: state.form(),
            ramp: week_ago.map(|ctl| state.ctl - ctl),
        });
    }
    days
}

/// Load of today, points, that gives this form in the evening, from yesterday's state:
/// `(ctl (1 - ac) - atl (1 - aa) - target) / (aa - ac)`.
///
/// Negative where no load would do: even a day of rest leaves form below the target.
#[must_use]
pub fn load_for_form(yesterday: State, target: f64) -> f64 {
    let (slow, quick) = (alpha(CTL_DAYS), alpha(ATL_DAYS));
    (yesterday.ctl * (1.0 - slow) - yesterday.atl * (1.0 - quick) - target) / (quick - slow)
}

/// How fast fitness may rise in a week, points: from the first number on with caution, from the second on too fast.
///
/// `max(3, 10 % of fitness)` and `min(10, max(5, 15 % of fitness))`: coaches' consensus and no measured limit. The share
/// keeps it usable for loads of any scale. The first is never above the second.
#[must_use]
pub fn ramp_limits(ctl: f64) -> (f64, f64) {
    let stop = (0.15 * ctl).clamp(5.0, 10.0);
    ((0.1 * ctl).clamp(3.0, stop), stop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_load_for_a_form_gives_that_form() {
        let yesterday = State { ctl: 62.0, atl: 70.0 };
        for target in [-40.0, -15.0, 0.0, 5.0] {
            let form = yesterday.after(load_for_form(yesterday, target)).form();
            assert!((form - target).abs() < 1e-9, "{form}");
        }
    }

    #[test]
    fn the_limits_of_the_ramp_follow_fitness_between_their_ends() {
        assert_eq!(ramp_limits(20.0), (3.0, 5.0));
        assert_eq!(ramp_limits(50.0), (5.0, 7.5));
        assert_eq!(ramp_limits(150.0), (10.0, 10.0));
    }

    #[test]
    fn a_steady_load_from_its_own_seed_stays_where_it_is() {
        for day in series(&[60.0; 100], State { ctl: 60.0, atl: 60.0 }) {
            assert_eq!((day.state.ctl, day.state.atl, day.form_morning), (60.0, 60.0, 0.0));
        }
    }

    #[test]
    fn the_ramp_of_the_seventh_day_compares_with_the_seed() {
        let days = series(&[100.0; 8], State { ctl: 50.0, atl: 50.0 });
        assert_eq!(days[5].ramp, None);
        assert_eq!(days[6].ramp, Some(days[6].state.ctl - 50.0));
        assert_eq!(days[7].ramp, Some(days[7].state.ctl - days[0].state.ctl));
    }

    #[test]
    fn no_loads_give_no_days() {
        assert_eq!(series(&[], State::default()), Vec::new());
    }
}
