//! What was done of what was planned: each planned session joined to the activity that answers it, and the other way round.
//! Days on which an athlete could not train leave the denominator.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::availability::{self, Exception, ExceptionKind, Room};
use crate::effective::EffectiveSession;
use crate::effort;
use crate::id::{ActivityId, SessionId};
use crate::matching;
use crate::session::SessionKind;
use crate::sport::Sport;
use crate::unit::Rpe;
use crate::week::Week;
use crate::wellness::{WellnessEntry, WellnessField};

/// How a session and what was done belong together.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(tag = "fate", rename_all = "kebab-case")]
pub enum Fate {
    /// On its day, much as planned.
    Done,
    /// Much as planned on another day of the week.
    Shifted {
        /// Days later (earlier: negative).
        days: i64,
    },
    /// Something else was done in its place: another length, intensity or sport.
    Different,
    /// Nothing was done.
    NotDone,
    /// Nothing was done, and the athlete could not.
    Excused {
        /// Why.
        why: Excuse,
    },
    /// Done without a plan.
    Unplanned,
    /// Its day has not passed yet.
    Ahead,
}

impl Fate {
    /// The stable name used in tables and the words file (`fate-done`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Fate::Done => "done",
            Fate::Shifted { .. } => "shifted",
            Fate::Different => "different",
            Fate::NotDone => "not-done",
            Fate::Excused { .. } => "excused",
            Fate::Unplanned => "unplanned",
            Fate::Ahead => "ahead",
        }
    }
}

/// Why a day leaves the denominator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Excuse {
    /// Reported ill.
    Ill,
    /// Reported injured.
    Injured,
    /// An exception of the availability.
    Exception {
        /// Which.
        kind: ExceptionKind,
    },
    /// The coach took the session out.
    TakenOut,
}

/// What was done, as far as it counts here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deed {
    /// Which activity.
    pub activity: ActivityId,
    /// Day on the athlete's clock.
    pub date: NaiveDate,
    /// Sport.
    pub sport: Sport,
    /// Minutes with the timer running.
    pub minutes: f64,
    /// Load, points, if known.
    pub load: Option<f64>,
    /// Felt effort, if told.
    pub rpe: Option<Rpe>,
    /// The session it was taken for when it came in. That stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
}

/// One planned session, one activity, or the two joined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Joined {
    /// The planned session; `None` for unplanned.
    pub planned: Option<EffectiveSession>,
    /// What was done; `None` for nothing.
    pub done: Option<Deed>,
    /// How they belong together.
    pub fate: Fate,
    /// Felt effort the plan expects (0 to 10), for a session with a load.
    pub expected_rpe: Option<f64>,
}

/// Sessions done of sessions that count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Adherence {
    /// Done as planned, shifted ones included.
    pub done: u32,
    /// Done, but different.
    pub different: u32,
    /// Not done.
    pub not_done: u32,
    /// Left out of the count: the athlete could not.
    pub excused: u32,
    /// Done without a plan; not in the count either.
    pub unplanned: u32,
}

impl Adherence {
    /// Sessions that count: those that were due and could be trained.
    #[must_use]
    pub const fn counted(self) -> u32 {
        self.done + self.different + self.not_done
    }

    /// Done (different ones count half) as a share of those that count; `None` when none does.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        let of = self.counted();
        (of > 0).then(|| (f64::from(self.done) + 0.5 * f64::from(self.different)) / f64::from(of))
    }
}

impl Joined {
    /// The day it stands on: that of the plan, or of an unplanned deed.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        self.planned.as_ref().map(|planned| planned.date).or(self.done.as_ref().map(|done| done.date))
    }
}

/// Days of a stretch on which an athlete could not train: reported ill (or with fever), reported injured, or with an exception
/// of no minutes; in this order where several hold. Of several entries of a day and field the newest counts.
#[must_use]
pub fn excuses(
    wellness: &[WellnessEntry],
    exceptions: &[Exception],
    days: &RangeInclusive<NaiveDate>,
) -> BTreeMap<NaiveDate, Excuse> {
    let mut excuses = BTreeMap::new();
    let mut week = Week::of(*days.start());
    while week.monday() <= *days.end() {
        for (day, room) in week.days().into_iter().zip(availability::rooms(&[], exceptions, week)) {
            if let Room { minutes: Some(0), exception: Some(kind), .. } = room {
                excuses.insert(day, Excuse::Exception { kind });
            }
        }
        week = week.next();
    }
    let mut newest: BTreeMap<(WellnessField, NaiveDate), &WellnessEntry> = BTreeMap::new();
    for entry in wellness.iter().filter(|entry| days.contains(&entry.value.date)) {
        let kept = newest.entry((entry.value.field, entry.value.date)).or_insert(entry);
        if entry.recorded_at >= kept.recorded_at {
            *kept = entry;
        }
    }
    let order = [WellnessField::Injury, WellnessField::Fever, WellnessField::Illness];
    for field in order {
        let said = newest.values().filter(|entry| entry.value.field == field && entry.value.value >= 0.5);
        let why = if field == WellnessField::Injury { Excuse::Injured } else { Excuse::Ill };
        excuses.extend(said.map(|entry| (entry.value.date, why)));
    }
    excuses.retain(|day, _| days.contains(day));
    excuses
}

/// Joins the sessions of a week with what was done in it, by date. Rest days are no sessions.
///
/// A session the coach took out, and one that was not done on a day with an excuse, is excused. One that stands today or
/// later is ahead until it is done.
#[must_use]
pub fn join(
    planned: &[EffectiveSession],
    deeds: &[Deed],
    excuses: &BTreeMap<NaiveDate, Excuse>,
    today: NaiveDate,
) -> Vec<Joined> {
    let pairs = matching::week(planned, deeds, today);
    let answered: BTreeMap<usize, usize> = pairs.iter().copied().collect();
    let taken: BTreeSet<usize> = pairs.iter().map(|(_, deed)| *deed).collect();
    let sessions = planned.iter().enumerate().filter(|(_, one)| one.session.kind != SessionKind::Rest);
    let mut joined: Vec<Joined> = sessions
        .map(|(place, session)| {
            let done = answered.get(&place).map(|deed| &deeds[*deed]);
            let fate = match (done, excuses.get(&session.date)) {
                (Some(deed), _) => matching::fate(session, deed),
                _ if session.removed => Fate::Excused { why: Excuse::TakenOut },
                (None, Some(why)) => Fate::Excused { why: *why },
                (None, None) if session.date >= today => Fate::Ahead,
                (None, None) => Fate::NotDone,
            };
            let expected_rpe = effort::expected_rpe(&session.session);
            Joined { planned: Some(session.clone()), done: done.cloned(), fate, expected_rpe }
        })
        .collect();
    let unplanned = deeds.iter().enumerate().filter(|(place, _)| !taken.contains(place));
    joined.extend(unplanned.map(|(_, deed)| Joined {
        planned: None,
        done: Some(deed.clone()),
        fate: Fate::Unplanned,
        expected_rpe: None,
    }));
    joined.sort_by_cached_key(|one| {
        let ids = (one.planned.as_ref().map(|planned| planned.id), one.done.as_ref().map(|done| done.activity));
        (one.date(), one.planned.is_none(), ids)
    });
    joined
}

/// Counts what was joined. Sessions ahead are in no count yet.
#[must_use]
pub fn count(joined: &[Joined]) -> Adherence {
    let mut counted = Adherence::default();
    for one in joined {
        let place = match one.fate {
            Fate::Done | Fate::Shifted { .. } => &mut counted.done,
            Fate::Different => &mut counted.different,
            Fate::NotDone => &mut counted.not_done,
            Fate::Excused { .. } => &mut counted.excused,
            Fate::Unplanned => &mut counted.unplanned,
            Fate::Ahead => continue,
        };
        *place += 1;
    }
    counted
}

impl std::ops::Add for Adherence {
    type Output = Adherence;

    fn add(self, other: Adherence) -> Adherence {
        Adherence {
            done: self.done + other.done,
            different: self.different + other.different,
            not_done: self.not_done + other.not_done,
            excused: self.excused + other.excused,
            unplanned: self.unplanned + other.unplanned,
        }
    }
}

/// Felt against expected effort of one kind of session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct EffortLine {
    /// Which kind.
    pub kind: SessionKind,
    /// Sessions with both numbers.
    pub sessions: u32,
    /// Mean effort expected, 0 to 10.
    pub expected: f64,
    /// Mean effort felt, 0 to 10.
    pub felt: f64,
}

/// Sessions a mean of felt effort needs before anything is said about it.
const ENOUGH: u32 = 3;
/// Points of felt effort above the expected that are told apart from chance (a design choice).
const HARDER: f64 = 1.0;

impl EffortLine {
    /// How many points harder than meant easy sessions were felt, where that is a point or more over enough of them.
    #[must_use]
    pub fn too_hard(&self) -> Option<f64> {
        let easy = matches!(self.kind, SessionKind::Recovery | SessionKind::Easy | SessionKind::Long);
        Some(self.felt - self.expected).filter(|by| easy && self.sessions >= ENOUGH && *by >= HARDER)
    }
}

/// Felt against expected effort by kind, of sessions done much as planned: another session has another effort.
#[must_use]
pub fn efforts<'a>(joined: impl IntoIterator<Item = &'a Joined>) -> Vec<EffortLine> {
    let mut sums: BTreeMap<SessionKind, (u32, f64, f64)> = BTreeMap::new();
    for one in joined.into_iter().filter(|one| matches!(one.fate, Fate::Done | Fate::Shifted { .. })) {
        let felt = one.done.as_ref().and_then(|deed| deed.rpe);
        if let (Some(planned), Some(expected), Some(felt)) = (&one.planned, one.expected_rpe, felt) {
            let (sessions, all_expected, all_felt) = sums.entry(planned.session.kind).or_default();
            *sessions += 1;
            *all_expected += expected;
            *all_felt += felt.0;
        }
    }
    let line = |(kind, (sessions, expected, felt)): (SessionKind, (u32, f64, f64))| EffortLine {
        kind,
        sessions,
        expected: expected / f64::from(sessions),
        felt: felt / f64::from(sessions),
    };
    sums.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests;
