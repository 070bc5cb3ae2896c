//! When the engine abstains (SCIENCE 21): then it shows the facts and a cautious week, and the coach decides. And what it only
//! doubts.

use chrono::{Duration, NaiveDate};
use domain::mark::MarkKind;
use domain::reason::{Effect, Grade, Reason, Rule};

use crate::Context;
use crate::aim::Line;
use crate::history::{BASE_DAYS, History, longest};
use crate::limits::{Limits, NEW_PLACE_DAYS, jet_lag_days};

/// Days looked at for silence, and the share of them that must be known.
pub(crate) const SILENCE_DAYS: i64 = 14;
const SILENCE_SHARE: f64 = 0.6;
/// A threshold that changed by more than this share is doubted (SCIENCE 21).
const MOVED: f64 = 0.08;
/// A place is new for the week when this many of its open days are in it.
const NEW_DAYS: usize = 4;

/// Why the engine abstains from a target; none when it does not.
pub(crate) fn why(context: &Context, limits: &Limits, history: &History) -> Vec<Reason> {
    let mut why: Vec<Reason> = limits.hold.and(limits.hold_reason()).into_iter().collect();
    why.extend(limits.injury().map(|last| limits.injury_reason(last)));
    why.extend(new_place(context).filter(|(days, _)| *days >= NEW_DAYS).map(|(_, reason)| reason));
    why.extend(too_little(context, history));
    why
}

/// What is doubted, though a week is proposed.
pub(crate) fn doubts(context: &Context, line: &Line) -> Vec<Reason> {
    let mut doubts = Vec::new();
    if let Some((share, days)) = context.threshold_moved.filter(|(share, _)| share.is_finite() && share.abs() > MOVED) {
        let reason = Reason::new(Rule::ThresholdMoved, Effect::Doubted, Grade::D).fact("share", share.abs());
        doubts.push(reason.fact("days", days as f64).limit(MOVED * 100.0));
    }
    // Without quality sessions a new place changes little.
    if line.quality > 0 {
        doubts.extend(new_place(context).map(|(_, reason)| reason));
    }
    doubts
}

/// The open days of the week on which a place is still new, and the newest such place as a reason.
fn new_place(context: &Context) -> Option<(usize, Reason)> {
    let open: Vec<NaiveDate> = context.week.days().into_iter().filter(|date| *date >= context.today).collect();
    let mut marks: Vec<(NaiveDate, MarkKind, i64, usize)> = context
        .marks
        .iter()
        .filter(|mark| !mark.withdrawn)
        .filter_map(|mark| {
            let new = match mark.kind {
                MarkKind::Altitude => NEW_PLACE_DAYS,
                MarkKind::Travel => jet_lag_days(mark.size.unwrap_or(0.0).abs()),
                _ => return None,
            };
            let until = mark.from + Duration::days(new);
            let days = open.iter().filter(|date| mark.covers(**date) && **date < until).count();
            (days > 0).then_some((mark.from, mark.kind, new, days))
        })
        .collect();
    marks.sort_unstable();
    let (from, kind, new, days) = marks.pop()?;
    let first = open.first()?;
    let reason = Reason::new(Rule::NewPlace, Effect::Doubted, Grade::D).named(kind.code());
    let there = (*first - from).num_days().max(0) + 1;
    Some((days, reason.fact("days", there as f64).limit(new as f64)))
}

/// Why there is too little to go on, if so (SCIENCE 21: do not recommend, show the template).
fn too_little(context: &Context, history: &History) -> Option<Reason> {
    let length = history.length();
    if length < BASE_DAYS {
        return Some(
            Reason::new(Rule::LittleHistory, Effect::Doubted, Grade::D)
                .fact("days", length as f64)
                .limit(BASE_DAYS as f64),
        );
    }
    let silent = |days: i64, of: i64| {
        Some(Reason::new(Rule::SilentDays, Effect::Doubted, Grade::D).fact("days", days as f64).fact("of", of as f64))
    };
    let unknown = history.unknown(SILENCE_DAYS);
    if (SILENCE_DAYS - unknown) as f64 / (SILENCE_DAYS as f64) < SILENCE_SHARE {
        return silent(unknown, SILENCE_DAYS);
    }
    if history.base().is_none_or(|base| base < 1.0) {
        return silent(BASE_DAYS, BASE_DAYS);
    }
    // Load from another sport says nothing about how much of this one the athlete is used to.
    if longest(context, context.sport()).is_none() {
        return silent(30, 30);
    }
    None
}
