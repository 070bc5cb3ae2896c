//! The choice of sessions: day x session x minutes as a small mixed-integer program, solved exactly.
//!
//! Hard limits are not weighed: what a limit forbids is not on offer, an offer's longest minutes already hold every limit of a
//! session and its day, and limits between sessions and of the week are constraints. Soft goals are costs. What the solver
//! returns is checked against the limits once more; should it fail, [`greedy`] takes its place.

mod greedy;
mod model;
mod offers;
mod round;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use domain::library::Template;
use domain::reason::Reason;
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

pub(crate) use self::offers::preference;

use crate::aim::Aim;
use crate::fixed::Fixed;
use crate::history::usual_days;
use crate::limits::{Item, Limits, Measure};
use crate::{Context, pick};

/// Days of a week that may change against the plan before, unless a hard limit asks for more.
pub(crate) const CHANGES: usize = 2;
/// Training days of a week when the engine abstains.
const CAUTIOUS_DAYS: usize = 4;
/// Fewest training days a week is planned for.
const FEWEST_DAYS: usize = 3;

/// What may be put on a day.
#[derive(Debug, Clone)]
pub(crate) enum What<'a> {
    /// A session of this template.
    New(&'a Template),
    /// The day as it was planned before; nothing in it is a day of rest.
    Kept(Vec<&'a Session>),
}

/// One offer: a session (or the day as it was) with the minutes it may have.
#[derive(Debug, Clone)]
pub(crate) struct Offer<'a> {
    pub(crate) date: NaiveDate,
    pub(crate) what: What<'a>,
    pub(crate) sport: Sport,
    /// The slot of the week it takes, of which there is one each: quality sessions from 0, the test.
    slot: Option<usize>,
    /// Fewest and most minutes: within every limit of the session and its day.
    pub(crate) min: u32,
    pub(crate) cap: u32,
    /// Points a minute.
    pub(crate) rate: f64,
    /// Minutes near threshold or above.
    hard: f64,
    quality: bool,
    long: bool,
    /// A strength session is part of it.
    strength: bool,
    /// What choosing it costs, and each minute of it.
    cost: f64,
    minute_cost: f64,
    /// A habit of the coach that speaks for it.
    pub(crate) habit: Option<Reason>,
}

impl Offer<'_> {
    pub(crate) fn kept(&self) -> bool {
        matches!(self.what, What::Kept(_))
    }

    fn trains(&self) -> bool {
        self.cap > 0
    }

    pub(crate) const fn is_hard(&self) -> bool {
        self.quality || self.long
    }

    fn easy(&self) -> bool {
        matches!(&self.what, What::New(template) if matches!(template.kind, SessionKind::Easy | SessionKind::Recovery))
    }

    fn load(&self, minutes: u32) -> f64 {
        f64::from(minutes) * self.rate
    }

    /// As the limits see it, with so many minutes.
    fn items(&self, minutes: u32) -> Vec<Item> {
        match &self.what {
            What::New(template) => vec![Item::of(self.date, &template.session(self.sport, minutes))],
            What::Kept(sessions) => {
                let trained = sessions.iter().filter(|session| session.kind != SessionKind::Rest);
                trained.map(|session| Item::of(self.date, session)).collect()
            }
        }
    }
}

/// Strength beside an easy session.
#[derive(Debug, Clone)]
pub(crate) struct Strength<'a> {
    pub(crate) template: &'a Template,
    pub(crate) minutes: u32,
    load: f64,
    /// Days on which it may stand, with the minutes of the day.
    days: Vec<(NaiveDate, u32)>,
    /// Sessions, at most.
    most: u32,
}

impl Strength<'_> {
    /// Whether the day has time for it beside so many minutes.
    fn fits(&self, date: NaiveDate, beside: u32) -> bool {
        self.days.iter().any(|(day, minutes)| *day == date && beside + self.minutes <= *minutes)
    }

    pub(crate) fn item(&self, date: NaiveDate) -> Item {
        Item::of(date, &self.template.session(Sport::Strength, self.minutes))
    }
}

/// Everything that is chosen from.
#[derive(Debug)]
pub(crate) struct Problem<'a, 'l> {
    limits: &'l Limits<'a>,
    fixed: &'l Fixed,
    /// By date; of a day the cheaper first.
    pub(crate) offers: Vec<Offer<'a>>,
    pub(crate) strength: Option<Strength<'a>>,
    /// Points still to place; `None` when abstaining.
    target: Option<f64>,
    /// Points that may be placed at most.
    budget: f64,
    /// The week's whole target, points, and the share of it the long session aims at.
    whole: f64,
    long_share: f64,
    /// Quality sessions and training days wanted, beside what stands.
    quality: f64,
    days: f64,
    /// Sports with their share, where there are several; and the minutes of each that stand already.
    sports: Vec<(Sport, f64, f64)>,
    /// Days that were planned before.
    before: Vec<NaiveDate>,
}

/// What was chosen for a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pick {
    /// Index of the offer.
    pub(crate) offer: usize,
    pub(crate) minutes: u32,
    /// Strength beside.
    pub(crate) strength: bool,
}

/// What a solver says: the offers chosen, each with unrounded minutes and whether strength stands beside; `None` when that
/// many changes are not enough.
type Solved = Result<Option<Vec<(usize, f64, bool)>>, String>;

/// A solver for one problem with at most so many changed days.
type Solve = dyn Fn(&Problem, usize) -> Solved;

/// What came of it.
#[derive(Debug)]
pub(crate) struct Choice {
    /// By date.
    pub(crate) picks: Vec<Pick>,
    /// Days that differ from the plan before, and how many were planned.
    pub(crate) changed: usize,
    pub(crate) before: usize,
    /// The solver failed and the plain choice took its place.
    pub(crate) plain: bool,
}

impl<'a, 'l> Problem<'a, 'l> {
    pub(crate) fn of(context: &'a Context, limits: &'l Limits<'a>, aim: &Aim, fixed: &'l Fixed) -> Problem<'a, 'l> {
        let standing = !context.standing.is_empty();
        let target = aim.target.map(|target| (target - fixed.load).max(0.0));
        let ceiling = if standing { (aim.ceiling - fixed.load).max(0.0) } else { 0.0 };
        let before = offers::before(context, fixed);
        let trained = limits.sum(Measure::Days, fixed.items.iter());
        let quality = limits.sum(Measure::Quality, fixed.items.iter());
        let usual = if aim.abstained { CAUTIOUS_DAYS } else { (usual_days(context) as usize).max(FEWEST_DAYS) };
        let sports = sports(context, fixed);
        let mut problem = Problem {
            limits,
            fixed,
            offers: Vec::new(),
            strength: None,
            target,
            budget: target.unwrap_or(f64::INFINITY).max(ceiling),
            whole: aim.target.unwrap_or_default(),
            long_share: aim.long_share,
            quality: (f64::from(aim.quality) - quality).max(0.0),
            days: (usual as f64 - trained).max(0.0),
            sports,
            before,
        };
        problem.strength = offers::strength(context, limits, aim, fixed);
        problem.offers = offers::offers(context, aim, &problem);
        problem
    }

    /// Days that were planned before and cannot stay, whatever is chosen.
    fn forced(&self) -> usize {
        let kept = |date: &&NaiveDate| self.offers.iter().any(|offer| offer.kept() && offer.date == **date);
        self.before.len() - self.before.iter().filter(kept).count()
    }

    /// Chooses with the solver of this program.
    pub(crate) fn choose(&self) -> Choice {
        self.choose_with(&model::solve)
    }

    /// Chooses with a solver; should it fail or break a limit, without one.
    fn choose_with(&self, solve: &Solve) -> Choice {
        let from = CHANGES.max(self.forced());
        for changes in from..=self.before.len().max(from) {
            match solve(self, changes) {
                Ok(None) => {}
                Ok(Some(raw)) => {
                    let picks = round::round(self, &raw);
                    if self.holds(&picks) {
                        return self.done(picks, false);
                    }
                    break;
                }
                Err(_) => break,
            }
        }
        self.done(round::fill(self, greedy::picks(self)), true)
    }

    fn done(&self, mut picks: Vec<Pick>, plain: bool) -> Choice {
        picks.sort_by_key(|pick| self.offers[pick.offer].date);
        let same = picks.iter().filter(|pick| self.offers[pick.offer].kept()).count();
        Choice { changed: self.before.len() - same, before: self.before.len(), picks, plain }
    }

    /// Every limit holds, the week's load included.
    fn holds(&self, picks: &[Pick]) -> bool {
        let mut items = self.fixed.items.clone();
        let mut load = 0.0;
        let mut days = Vec::new();
        for pick in picks {
            let offer = &self.offers[pick.offer];
            load += self.load_of(pick);
            days.push(offer.date);
            if pick.strength && !self.strength.as_ref().is_some_and(|strength| strength.fits(offer.date, pick.minutes))
            {
                return false;
            }
            for item in self.items_of(pick) {
                if self.limits.room(&item, &items) < item.minutes {
                    return false;
                }
                items.push(item);
            }
        }
        days.sort_unstable();
        load <= self.budget + 1e-6 && days.windows(2).all(|pair| pair[0] < pair[1])
    }

    fn items_of(&self, pick: &Pick) -> Vec<Item> {
        let offer = &self.offers[pick.offer];
        let mut items = offer.items(pick.minutes);
        items.extend(self.strength.as_ref().filter(|_| pick.strength).map(|strength| strength.item(offer.date)));
        items
    }

    /// Points of a pick.
    pub(crate) fn load_of(&self, pick: &Pick) -> f64 {
        let beside = self.strength.as_ref().filter(|_| pick.strength).map_or(0.0, |strength| strength.load);
        self.offers[pick.offer].load(pick.minutes) + beside
    }
}

/// The athlete's sports with their share of the minutes and the minutes of the week that stand already; none when there is
/// only one.
fn sports(context: &Context, fixed: &Fixed) -> Vec<(Sport, f64, f64)> {
    let of = pick::sports(context);
    if of.len() < 2 {
        return Vec::new();
    }
    let minutes = |sport: Sport| -> f64 {
        let of_week = fixed.items.iter().filter(|item| context.week.contains(item.date) && item.sport == sport);
        of_week.map(|item| f64::from(item.minutes)).sum()
    };
    of.into_iter().map(|(sport, share)| (sport, share, minutes(sport))).collect()
}
