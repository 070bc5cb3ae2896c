//! The club's blocks in one athlete's week: as they are, in a form that keeps the limits, or not at all; and why.

use chrono::NaiveDate;
use domain::club::{ClubBlock, Fit};
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};

use crate::fixed::Fixed;
use crate::limits::{Item, Limits, SHORTEST, used};
use crate::{Context, pick};

/// A block is made shorter down to this share of its minutes; below it is another session.
const SHORTER: f64 = 0.4;

/// What becomes of a block on one day.
#[derive(Debug, Clone)]
pub(crate) enum Placed {
    /// This session, with what is said of it; more than one reason where it is not the block as it is.
    At(Session, Vec<Reason>),
    /// Nothing, and why.
    Refused(Vec<Reason>),
}

/// How a block fits the week of an athlete: what [`crate::propose`] would make of it. The block need not be in the context;
/// if it is, it is taken as given here. Days that are past, already trained on or that the coach has settled are left out.
#[must_use]
pub fn fit(context: &Context, block: &ClubBlock) -> Fit {
    let limits = Limits::of(context);
    let placed = Fixed::around(context, &limits).blocks(context, &limits, Some(block));
    let mut sessions = Vec::new();
    let mut why: Vec<Reason> = Vec::new();
    let mut as_it_is = true;
    for (date, placed) in placed {
        let reasons = match placed {
            Placed::At(session, reasons) => {
                as_it_is &= session == block.session;
                sessions.push((date, session));
                reasons
            }
            Placed::Refused(reasons) => {
                as_it_is = false;
                reasons
            }
        };
        for reason in reasons.into_iter().filter(|reason| reason.rule != Rule::ClubBlock) {
            if !why.contains(&reason) {
                why.push(reason);
            }
        }
    }
    match (as_it_is, sessions.is_empty()) {
        (true, _) => Fit::Done,
        (false, true) => Fit::Refused { why },
        (false, false) => Fit::Variant { sessions, why },
    }
}

/// The block as a reason.
pub(crate) fn reason(block: &ClubBlock, date: NaiveDate, effect: Effect) -> Reason {
    let reason = Reason::new(Rule::ClubBlock, effect, Grade::D).on(date).named(block.name.clone());
    reason.fact("minutes", f64::from(block.session.minutes))
}

/// Whether the engine places a block on a day: not in the past, not where something was done, and not where the coach has
/// settled it. A session of the block that the coach moved away settles the nearest day of the block left.
pub(crate) fn is_open(context: &Context, block: &ClubBlock, date: NaiveDate) -> bool {
    if date < context.today || used(context, date) || block.session.kind == SessionKind::Rest {
        return false;
    }
    let own: Vec<NaiveDate> = context.pinned.iter().filter(|s| s.block == Some(block.id)).map(|s| s.date).collect();
    let mut left: Vec<NaiveDate> =
        context.week.days().into_iter().filter(|day| block.on(*day) && !own.contains(day)).collect();
    let mut moved: Vec<NaiveDate> = own.into_iter().filter(|day| !block.on(*day)).collect();
    moved.sort_unstable();
    for away in moved {
        let nearest = left.iter().copied().min_by_key(|day| ((*day - away).num_days().abs(), *day));
        left.retain(|day| Some(*day) != nearest);
    }
    left.contains(&date)
}

/// A block on a day: as it is, shorter where minutes are the limit, easy where its kind is, or not at all.
pub(crate) fn place(context: &Context, limits: &Limits, others: &[Item], block: &ClubBlock, date: NaiveDate) -> Placed {
    let asked = Item::of(date, &block.session);
    let why = limits.stops(&asked, others, Effect::Lowered);
    if why.is_empty() {
        return Placed::At(block.session.clone(), vec![reason(block, date, Effect::Kept)]);
    }
    let found = shorter(limits, others, block, &asked).or_else(|| easier(context, limits, others, block, date));
    match found {
        Some(session) => {
            let mut reasons = vec![reason(block, date, Effect::Lowered)];
            reasons.extend(why);
            Placed::At(session, reasons)
        }
        None => Placed::Refused(limits.stops(&asked, others, Effect::Refused)),
    }
}

fn shorter(limits: &Limits, others: &[Item], block: &ClubBlock, asked: &Item) -> Option<Session> {
    let room = limits.room(asked, others);
    let least = (f64::from(asked.minutes) * SHORTER).ceil().max(f64::from(SHORTEST));
    // Whole steps of five, where that leaves enough.
    let room = if f64::from(room / 5 * 5) >= least { room / 5 * 5 } else { room };
    if f64::from(room) < least {
        return None;
    }
    let session = block.session.scaled(f64::from(room) / f64::from(asked.minutes));
    limits.stops(&Item::of(asked.date, &session), others, Effect::Lowered).is_empty().then_some(session)
}

fn easier(context: &Context, limits: &Limits, others: &[Item], block: &ClubBlock, date: NaiveDate) -> Option<Session> {
    let asked = &block.session;
    if !asked.kind.is_quality() && asked.kind != SessionKind::Long {
        return None;
    }
    [SessionKind::Easy, SessionKind::Recovery].into_iter().find_map(|kind| {
        let template = pick::steady(context, asked.sport, kind, 0, true)?;
        let most = asked.minutes.min(template.max_minutes);
        let whole = Item::of(date, &template.session(asked.sport, most));
        let room = most.min(limits.room(&whole, others));
        (room >= SHORTEST).then(|| template.session(asked.sport, room))
    })
}
