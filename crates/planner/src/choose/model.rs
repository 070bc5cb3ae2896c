//! The mixed-integer program: one yes or no for each offer, its minutes between its fewest and most, strength beside.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use good_lp::solvers::microlp::microlp;
use good_lp::{Expression, ProblemVariables, ResolutionError, Solution, SolverModel, Variable, constraint, variable};

use super::{Offer, Problem, Solved};
use crate::limits::Measure;

// What missing a soft goal costs. Loads are in percent of the week's target, so that a small week weighs as a big one.
const SHORT: f64 = 3.0;
const OVER: f64 = 3.0;
const LONG_SHORT: f64 = 0.6;
const LONG_OVER: f64 = 1.2;
/// A minute of the longest easy session: the least of it is even days.
const UNEVEN: f64 = 0.05;
/// A minute an easy session is over three quarters of the long one.
const EASY_LONG: f64 = 0.2;
const EASY_MOST: f64 = 0.75;
/// A minute near threshold or above beyond the share of the week's minutes that pyramidal and polarised weeks have.
const HARD: f64 = 0.5;
const HARD_MOST: f64 = 0.22;
/// A minute a sport is away from its share.
const SPORT: f64 = 0.15;
/// A quality session or a training day more than wanted, where the plan before has them.
const BEYOND: f64 = 20.0;
/// What a strength session is worth.
const STRENGTH: f64 = -4.0;
/// Each offer a little dearer than the one before it: ties are broken by date.
const TIE: f64 = 1e-4;

/// One offer's place in the program.
struct Place<'p, 'a> {
    offer: &'p Offer<'a>,
    chosen: Variable,
    /// Minutes, where they are not given.
    minutes: Option<Variable>,
}

impl Place<'_, '_> {
    fn minutes(&self) -> Expression {
        self.minutes.map_or_else(|| f64::from(self.offer.min) * self.chosen, Expression::from)
    }

    fn load(&self) -> Expression {
        self.offer.rate * self.minutes()
    }
}

/// Solves the problem with at most so many changed days.
pub(super) fn solve(problem: &Problem, changes: usize) -> Solved {
    let mut program = Program::of(problem);
    program.days();
    program.pairs();
    program.week();
    program.load();
    program.shape();
    program.least_change(changes);
    program.run()
}

struct Program<'p, 'a, 'l> {
    problem: &'p Problem<'a, 'l>,
    vars: ProblemVariables,
    places: Vec<Place<'p, 'a>>,
    strength: BTreeMap<NaiveDate, Variable>,
    cost: Expression,
    rules: Vec<good_lp::Constraint>,
}

impl<'p, 'a, 'l> Program<'p, 'a, 'l> {
    fn of(problem: &'p Problem<'a, 'l>) -> Program<'p, 'a, 'l> {
        let mut vars = ProblemVariables::new();
        let mut cost = Expression::from(0.0);
        let mut rules = Vec::new();
        let mut places = Vec::new();
        for (index, offer) in problem.offers.iter().enumerate() {
            let chosen = vars.add(variable().binary());
            cost += (offer.cost + TIE * index as f64) * chosen;
            let minutes = (offer.cap > offer.min).then(|| {
                let minutes = vars.add(variable().min(0.0).max(f64::from(offer.cap)));
                rules.push(constraint!(minutes >= f64::from(offer.min) * chosen));
                rules.push(constraint!(minutes <= f64::from(offer.cap) * chosen));
                cost += offer.minute_cost * minutes;
                minutes
            });
            places.push(Place { offer, chosen, minutes });
        }
        let mut strength = BTreeMap::new();
        if let Some(beside) = &problem.strength {
            for (date, _) in &beside.days {
                let chosen = vars.add(variable().binary());
                cost += STRENGTH * chosen;
                strength.insert(*date, chosen);
            }
        }
        Program { problem, vars, places, strength, cost, rules }
    }

    /// How many of a day's (or all) offers that pass are chosen.
    fn count(&self, date: Option<NaiveDate>, passes: impl Fn(&Offer) -> bool) -> Expression {
        let of_day = self.places.iter().filter(|place| date.is_none_or(|date| place.offer.date == date));
        of_day.filter(|place| passes(place.offer)).map(|place| place.chosen).sum()
    }

    fn slack(&mut self, cost: f64) -> Variable {
        let slack = self.vars.add(variable().min(0.0));
        self.cost += cost * slack;
        slack
    }

    /// One offer a day; strength only beside an easy one, within the minutes of the day.
    fn days(&mut self) {
        for date in &self.problem.fixed.open {
            let one = self.count(Some(*date), |_| true);
            self.rules.push(constraint!(one <= 1.0));
        }
        let Some(beside) = &self.problem.strength else { return };
        for (date, minutes) in &beside.days {
            let strength = self.strength[date];
            let easy = self.count(Some(*date), |offer| offer.easy());
            self.rules.push(constraint!(strength <= easy));
            let of_day = self.places.iter().filter(|place| place.offer.date == *date && !place.offer.kept());
            let trained: Expression = of_day.map(Place::minutes).sum();
            let kept: Expression = self.count(Some(*date), |offer| offer.kept());
            let most = f64::from(*minutes);
            self.rules.push(constraint!(trained + f64::from(beside.minutes) * strength <= most + 1440.0 * kept));
            // Not on the eve of quality.
            if let Some(next) = date.succ_opt() {
                let quality = self.count(Some(next), |offer| offer.quality);
                self.rules.push(constraint!(strength + quality <= 1.0));
            }
        }
        let strength: Expression = self.strength.values().copied().sum();
        let kept = self.count(None, |offer| offer.strength);
        let most = f64::from(beside.most);
        let beyond = self.slack(BEYOND);
        self.rules.push(constraint!(strength + kept <= most + beyond));
    }

    /// Two sessions that a limit keeps apart are not both chosen.
    fn pairs(&mut self) {
        let hard = |offer: &Offer| offer.quality;
        let long = |offer: &Offer| offer.long;
        let open = &self.problem.fixed.open;
        for (index, first) in open.iter().enumerate() {
            for second in &open[index + 1..] {
                for class in [hard, long] {
                    let item = |date: NaiveDate, passes: &dyn Fn(&Offer) -> bool| {
                        let mut of_day = self.problem.offers.iter().filter(|offer| offer.date == date && passes(offer));
                        of_day
                            .find_map(|offer| offer.items(offer.min).into_iter().find(|item| item.quality || item.long))
                    };
                    let Some((one, other)) = item(*first, &class).zip(item(*second, &hard)) else { continue };
                    if self.problem.limits.pair(&one, &other).is_some() {
                        let both = self.count(Some(*first), class) + self.count(Some(*second), hard);
                        self.rules.push(constraint!(both <= 1.0));
                    }
                }
            }
        }
    }

    /// The limits of the week beside what stands; slots of which there is one; what the phase wants.
    fn week(&mut self) {
        let trained = self.count(None, |offer| offer.trains());
        let quality = self.count(None, |offer| offer.quality);
        for (measure, most) in self.problem.limits.week() {
            let left = self.problem.fixed.left(self.problem.limits, measure, most);
            let sum = match measure {
                Measure::Quality => quality.clone(),
                Measure::Days => trained.clone(),
                Measure::Minutes => self.minutes(),
                Measure::Load => self.points(),
            };
            self.rules.push(constraint!(sum <= left));
        }
        for slot in 0..10 {
            let of_slot = self.count(None, |offer| offer.slot == Some(slot));
            self.rules.push(constraint!(of_slot <= 1.0));
        }
        let new_quality = self.count(None, |offer| offer.quality && !offer.kept());
        let kept_quality = self.count(None, |offer| offer.quality && offer.kept());
        let (wanted, days) = (self.problem.quality, self.problem.days);
        let beyond = self.slack(BEYOND);
        self.rules.push(constraint!(new_quality.clone() <= wanted));
        self.rules.push(constraint!(new_quality + kept_quality <= wanted + beyond));
        let beyond = if self.problem.before.is_empty() {
            Expression::from(0.0)
        } else {
            self.slack(BEYOND - super::offers::DAY).into()
        };
        self.rules.push(constraint!(trained <= days + beyond));
        let long = self.count(None, |offer| offer.long);
        self.rules.push(constraint!(long <= 1.0));
    }

    fn minutes(&self) -> Expression {
        let beside = self.problem.strength.as_ref().map_or(0.0, |strength| f64::from(strength.minutes));
        let sessions: Expression = self.places.iter().map(Place::minutes).sum();
        let strength: Expression = self.strength.values().copied().sum();
        sessions + beside * strength
    }

    fn points(&self) -> Expression {
        let beside = self.problem.strength.as_ref().map_or(0.0, |strength| strength.load);
        let sessions: Expression = self.places.iter().map(Place::load).sum();
        let strength: Expression = self.strength.values().copied().sum();
        sessions + beside * strength
    }

    /// As near to the target as the limits let it, and never over the budget.
    fn load(&mut self) {
        let Some(target) = self.problem.target else { return };
        let points = self.points();
        let budget = self.problem.budget;
        let percent = 100.0 / self.problem.whole.max(1.0);
        let short = self.slack(SHORT * percent);
        self.rules.push(constraint!(points.clone() <= budget));
        self.rules.push(constraint!(points.clone() + short >= target));
        if budget > target {
            let over = self.slack(OVER * percent);
            self.rules.push(constraint!(points - over <= target));
        }
    }

    /// The shape of the week: the long session's share, even easy days, minutes near threshold, sports in their shares.
    fn shape(&mut self) {
        let percent = 100.0 / self.problem.whole.max(1.0);
        let wanted = self.problem.long_share * self.problem.whole;
        let long: Expression = self.places.iter().filter(|place| place.offer.long).map(Place::load).sum();
        let has_long = self.count(None, |offer| offer.long);
        if self.places.iter().any(|place| place.offer.long) && self.problem.target.is_some() {
            let (short, over) = (self.slack(LONG_SHORT * percent), self.slack(LONG_OVER * percent));
            self.rules.push(constraint!(long.clone() + short >= wanted * has_long.clone()));
            self.rules.push(constraint!(long - over <= wanted * has_long.clone()));
        }
        let longest_easy = self.slack(UNEVEN);
        for index in 0..self.places.len() {
            if self.places[index].offer.easy() {
                let minutes = self.places[index].minutes();
                self.rules.push(constraint!(minutes <= longest_easy));
            }
        }
        if self.places.iter().any(|place| place.offer.long) {
            let long_minutes: Expression =
                self.places.iter().filter(|place| place.offer.long).map(Place::minutes).sum();
            let beyond = self.slack(EASY_LONG);
            // Without a long session there is nothing to be shorter than.
            self.rules.push(constraint!(longest_easy - beyond <= EASY_MOST * long_minutes + 600.0 - 600.0 * has_long));
        }
        let hard: Expression = self.places.iter().map(|place| place.offer.hard * place.chosen).sum();
        let beyond = self.slack(HARD);
        let minutes = self.minutes();
        self.rules.push(constraint!(hard - beyond <= HARD_MOST * minutes));
        self.sports();
    }

    fn sports(&mut self) {
        let standing: f64 = self.problem.sports.iter().map(|(_, _, minutes)| minutes).sum();
        for (sport, share, there) in &self.problem.sports {
            let of_sport = self.places.iter().filter(|place| place.offer.sport == *sport);
            let own: Expression = of_sport.map(Place::minutes).sum();
            let all: Expression = self.places.iter().map(Place::minutes).sum();
            let (under, over) = (self.slack(SPORT), self.slack(SPORT));
            let off = own + *there - *share * (all + standing);
            self.rules.push(constraint!(off.clone() + under >= 0.0));
            self.rules.push(constraint!(off - over <= 0.0));
        }
    }

    /// At most so many days differ from the plan before.
    fn least_change(&mut self, changes: usize) {
        if !self.problem.before.is_empty() {
            let kept = self.count(None, |offer| offer.kept());
            let least = self.problem.before.len().saturating_sub(changes) as f64;
            self.rules.push(constraint!(kept >= least));
        }
    }

    fn run(self) -> Solved {
        let mut model = self.vars.minimise(self.cost).using(microlp);
        for rule in self.rules {
            model.add_constraint(rule);
        }
        let solution = match model.solve() {
            Ok(solution) => solution,
            Err(ResolutionError::Infeasible) => return Ok(None),
            Err(error) => return Err(error.to_string()),
        };
        let chosen = self.places.iter().enumerate().filter(|(_, place)| solution.value(place.chosen) > 0.5);
        let beside = |date: NaiveDate| self.strength.get(&date).is_some_and(|chosen| solution.value(*chosen) > 0.5);
        Ok(Some(
            chosen
                .map(|(index, place)| {
                    let minutes = place.minutes.map_or(f64::from(place.offer.min), |minutes| solution.value(minutes));
                    (index, minutes, beside(place.offer.date))
                })
                .collect(),
        ))
    }
}
