//! Limits of health: holds while ill, hurt or forbidden, and the way back from an illness, step by step.

use chrono::{Duration, NaiveDate};
use domain::mark::MarkKind;
use domain::reason::{Effect, Grade, Reason, Rule};

use super::session::pain_reason;
use super::{INJURY_DAYS, Limits, PAIN};
use crate::Context;

/// A report of illness or pain holds for so many days, if nothing newer was reported.
const REPORT_DAYS: i64 = 7;
/// An illness of this many days or more is followed by two days of rest, a shorter one by one (24 to 48 h).
const LONG_ILLNESS_DAYS: i64 = 3;
/// Reports of pain over this many days, or as many days without training after one, count as an injury.
const INJURY_SPELL_DAYS: i64 = 7;

/// Why nothing, or nothing hard, is planned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Hold {
    /// The coach's medical hold.
    Medical,
    /// Reported ill on that day: rest until well.
    Ill(NaiveDate),
    /// Reported pain on that day: easy sessions or rest.
    Pain(NaiveDate, f64),
}

impl Hold {
    pub(super) fn of(context: &Context) -> Option<Hold> {
        if context.bounds.hold {
            return Some(Hold::Medical);
        }
        let first = context.today.max(context.week.monday());
        let whole = |illness: &Illness| illness.reported <= first && context.week.sunday() <= illness.until;
        if let Some(illness) = Illness::of(context).into_iter().find(whole) {
            return Some(Hold::Ill(illness.reported));
        }
        let day = context.readiness.as_ref().filter(|day| (context.today - day.date).num_days() <= REPORT_DAYS)?;
        match day.pain {
            Some(pain) if pain >= PAIN => Some(Hold::Pain(day.date, pain)),
            // An injury without a number holds as the least pain that does.
            pain if day.injured => Some(Hold::Pain(day.date, pain.unwrap_or_default().max(PAIN))),
            _ => None,
        }
    }
}

/// An illness with its end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Illness {
    /// The newest day reported ill.
    reported: NaiveDate,
    /// The last day of rest because of it; far away while nobody reported well.
    until: NaiveDate,
    /// Days of rest after it.
    rest: i64,
}

impl Illness {
    /// Those that reach into the week or were over shortly before it: the one reported, and marked ones by their end.
    pub(super) fn of(context: &Context) -> Vec<Illness> {
        let mut all = Illness::marked(context);
        all.extend(Illness::reported(context));
        all
    }

    /// Illness reported day by day: over when a newer report says so, or after a week of silence.
    fn reported(context: &Context) -> Option<Illness> {
        let newest = context.readiness.as_ref().filter(|day| day.date <= context.today);
        let today_ill = newest.filter(|day| day.ill || day.fever).map(|day| day.date);
        let reported = today_ill.into_iter().chain(context.health.ill).filter(|date| *date <= context.today).max()?;
        let since = context.health.ill_since.unwrap_or(reported).min(reported);
        let well = newest.is_some_and(|day| day.date > reported);
        let silent = (context.today - reported).num_days();
        let until = if well {
            reported
        } else if silent <= REPORT_DAYS {
            NaiveDate::MAX
        } else {
            reported + Duration::days(REPORT_DAYS)
        };
        Some(Illness { reported, until, rest: rest_days((reported - since).num_days() + 1) })
    }

    /// Illness entered as a stretch of days.
    fn marked(context: &Context) -> Vec<Illness> {
        let marks = context.marks.iter().filter(|mark| mark.kind == MarkKind::Illness && !mark.withdrawn);
        let mut marked: Vec<Illness> = marks
            .map(|mark| {
                let until = mark.to.unwrap_or(NaiveDate::MAX);
                let days = (until.min(context.today.max(mark.from)) - mark.from).num_days() + 1;
                Illness { reported: mark.from, until, rest: rest_days(days) }
            })
            .collect();
        marked.sort_by_key(|illness| (illness.until, illness.reported, illness.rest));
        marked
    }

    fn holds(self, date: NaiveDate) -> bool {
        self.reported <= date && date <= self.until
    }

    /// The stage of coming back on a day (SCIENCE 18.6, shortened to the stages that training has).
    pub(super) fn stage(self, date: NaiveDate) -> Option<Stage> {
        if date <= self.until {
            return None;
        }
        let well = self.until + Duration::days(1);
        let days = (date - well).num_days() - self.rest;
        let stage = match days {
            ..0 => 1,
            0 | 1 => 2,
            2..=5 => u32::try_from(days + 1).unwrap_or(6),
            _ => return None,
        };
        Some(Stage { stage, well })
    }
}

const fn rest_days(ill: i64) -> i64 {
    if ill >= LONG_ILLNESS_DAYS { 2 } else { 1 }
}

/// One stage of coming back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Stage {
    stage: u32,
    well: NaiveDate,
}

impl Stage {
    /// Minutes a session may last.
    pub(super) const fn minutes(self) -> u32 {
        match self.stage {
            1 => 0,
            2 => 15,
            3 => 30,
            4 => 45,
            5 => 60,
            _ => 90,
        }
    }

    /// Share of threshold a session may have: 70 % of the highest heart rate is about 60 % of threshold, 80 % about 70.
    pub(super) const fn intensity(self) -> f64 {
        match self.stage {
            1 => 0.0,
            2 => 0.60,
            3..=5 => 0.70,
            _ => 0.75,
        }
    }

    /// A long session is possible again.
    pub(super) const fn long(self) -> bool {
        self.stage >= 6
    }
}

/// The last day of an injury, if it is over for less than [`INJURY_DAYS`].
pub(super) fn injury(context: &Context) -> Option<NaiveDate> {
    let last = context.health.hurt.filter(|last| *last <= context.today)?;
    let since = context.health.hurt_since.unwrap_or(last).min(last);
    let spell = (last - since).num_days();
    let trained =
        context.recent.iter().filter(|past| past.minutes > 0.0 && past.date > last && past.date <= context.today);
    let back = trained.map(|past| past.date).min().unwrap_or(context.today);
    let injured = spell >= INJURY_SPELL_DAYS || (back - last).num_days() > INJURY_SPELL_DAYS;
    (injured && (context.today - last).num_days() < INJURY_DAYS).then_some(last)
}

/// The days of the week from today on.
fn open_days(context: &Context) -> impl Iterator<Item = NaiveDate> {
    let today = context.today;
    context.week.days().into_iter().filter(move |date| *date >= today)
}

impl Limits<'_> {
    /// Nothing at all is planned on that day.
    pub(crate) fn holds(&self, date: NaiveDate) -> bool {
        self.hold == Some(Hold::Medical) || self.illnesses.iter().any(|illness| illness.holds(date))
    }

    /// The hold as a reason, with the number of days it keeps free.
    pub(crate) fn hold_reason(&self) -> Option<Reason> {
        let held = open_days(self.context).filter(|date| self.holds(*date)).count() as f64;
        let illness = self.illnesses.iter().rfind(|illness| open_days(self.context).any(|date| illness.holds(date)));
        match (self.hold, illness) {
            (Some(Hold::Medical), _) => {
                Some(Reason::new(Rule::MedicalHold, Effect::Removed, Grade::D).fact("days", held))
            }
            (_, Some(illness)) => {
                Some(Reason::new(Rule::IllnessHold, Effect::Removed, Grade::D).on(illness.reported).fact("days", held))
            }
            (Some(Hold::Pain(date, pain)), None) => Some(pain_reason(date, pain)),
            _ => None,
        }
    }

    pub(super) fn stage_reason(&self, stage: Stage) -> Reason {
        Reason::new(Rule::ReturnStage, Effect::Lowered, Grade::D)
            .on(stage.well)
            .fact("stage", f64::from(stage.stage))
            .fact("minutes", f64::from(stage.minutes()))
            .fact("intensity", stage.intensity())
    }
}
