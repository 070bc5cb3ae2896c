//! The chosen week as sessions, each with the reasons that made it, and what is said of the week as a whole.

use chrono::NaiveDate;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::{Session, SessionKind};
use domain::sport::Sport;

use crate::aim::Aim;
use crate::choose::{CHANGES, Choice, Offer, Pick, Problem, What};
use crate::fixed::Fixed;
use crate::limits::{Item, Limits, Measure, SHORTEST, YOUTH, assumed};
use crate::{Context, DraftSession, pick};

/// A week that reaches less than this share of its target says so.
const REACHED: f64 = 0.95;
/// A sport that is further than this from its usual share says so.
const SHARE_OFF: f64 = 0.05;

/// What came of it.
pub(crate) struct Said {
    pub(crate) sessions: Vec<DraftSession>,
    pub(crate) reasons: Vec<Reason>,
}

/// Reasons for the whole week that come before its aim.
pub(crate) fn of_week(context: &Context, limits: &Limits) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = limits.hold_reason().into_iter().collect();
    reasons.extend(context.age.filter(|age| *age < YOUTH).map(|age| limits.youth(age)));
    let [first, ..] = context.week.days();
    if first < context.today {
        reasons.push(Reason::new(Rule::Past, Effect::Kept, Grade::D).on(first));
    }
    reasons
}

/// Sessions and rests of the open days, and the reasons of the week that follow from them.
pub(crate) fn say(
    context: &Context,
    limits: &Limits,
    aim: &Aim,
    fixed: &Fixed,
    problem: &Problem,
    choice: &Choice,
) -> Said {
    let teller = Teller { context, limits, aim, fixed, problem, choice };
    let mut sessions = Vec::new();
    for pick in &choice.picks {
        sessions.extend(teller.sessions(pick));
    }
    sessions.extend(teller.rests());
    Said { reasons: teller.week(&sessions), sessions }
}

struct Teller<'t> {
    context: &'t Context,
    limits: &'t Limits<'t>,
    aim: &'t Aim<'t>,
    fixed: &'t Fixed,
    problem: &'t Problem<'t, 't>,
    choice: &'t Choice,
}

impl<'t> Teller<'t> {
    fn offer(&self, pick: &Pick) -> &'t Offer<'t> {
        &self.problem.offers[pick.offer]
    }

    /// Points of the week, races left out.
    fn reached(&self) -> f64 {
        self.fixed.load + self.choice.picks.iter().map(|pick| self.problem.load_of(pick)).sum::<f64>()
    }

    /// The sessions of one pick.
    fn sessions(&self, pick: &Pick) -> Vec<DraftSession> {
        let offer = self.offer(pick);
        let draft =
            |session: Session, reasons| DraftSession { pinned: None, block: None, date: offer.date, session, reasons };
        let mut sessions: Vec<DraftSession> = match &offer.what {
            What::New(template) => {
                let session = template.session(offer.sport, pick.minutes);
                let mut reasons = vec![self.why(offer.date, &session)];
                reasons.extend(self.cut(pick));
                reasons.extend(offer.habit.clone());
                vec![draft(session, reasons)]
            }
            What::Kept(sessions) => {
                sessions.iter().map(|session| draft((*session).clone(), vec![self.why(offer.date, session)])).collect()
            }
        };
        if let Some(strength) = self.problem.strength.as_ref().filter(|_| pick.strength) {
            let session = strength.template.session(Sport::Strength, strength.minutes);
            let why = self.why(offer.date, &session);
            sessions.push(draft(session, vec![why]));
        }
        sessions
    }

    /// Why a session is there.
    fn why(&self, date: NaiveDate, session: &Session) -> Reason {
        let chosen =
            |rule| Reason::new(rule, Effect::Chose, Grade::D).on(date).fact("minutes", f64::from(session.minutes));
        match session.kind {
            SessionKind::Rest => Reason::new(Rule::RestByPlan, Effect::Kept, Grade::D).on(date),
            SessionKind::Long => chosen(Rule::LongSession).fact("share", session.load / self.reached().max(1.0)),
            SessionKind::Strength => Reason { grade: Grade::A, ..chosen(Rule::StrengthBeside) },
            SessionKind::Test => {
                Reason::new(Rule::TestOfWeek, Effect::Chose, Grade::D).on(date).named(self.aim.test.unwrap_or("season"))
            }
            kind if kind.is_quality() => chosen(Rule::QualityOfPhase)
                .fact("intensity", session.intensity().unwrap_or_default())
                .named(self.aim.phase.code()),
            _ => chosen(Rule::EasyFill),
        }
    }

    /// The limits that made a session shorter than it would have been.
    fn cut(&self, pick: &Pick) -> Vec<Reason> {
        let offer = self.offer(pick);
        let What::New(template) = &offer.what else { return Vec::new() };
        let Some(target) = self.aim.target else { return Vec::new() };
        let short = ((target - self.reached()).max(0.0) / offer.rate) as u32;
        let others = self.choice.picks.iter().map(|other| (self.offer(other), other.minutes));
        let asked = match template.kind {
            SessionKind::Long => (self.aim.long_share * target / offer.rate) as u32,
            SessionKind::Easy => {
                let longest = others.filter(|(other, _)| other.rate > 0.0 && !other.kept() && !other.is_hard());
                longest.map(|(_, minutes)| minutes).max().unwrap_or(0).max(pick.minutes + short)
            }
            _ => pick.minutes,
        };
        let asked = asked.min(template.max_minutes);
        if asked <= pick.minutes {
            return Vec::new();
        }
        let beside: Vec<Item> = if pick.strength {
            self.problem.strength.iter().map(|strength| strength.item(offer.date)).collect()
        } else {
            Vec::new()
        };
        let item = Item::of(offer.date, &template.session(offer.sport, asked));
        let items: Vec<Item> = self.fixed.items.iter().copied().chain(beside).collect();
        // Only what leaves less than a step more than it got cut it; the week's own limits are said of the week.
        let bars = self.limits.bars(&item, &items).into_iter().filter(|bar| bar.minutes < pick.minutes + 5);
        let cut = bars.filter(|bar| bar.minutes < asked).map(|bar| bar.reason(asked, Effect::Lowered));
        cut.filter(|reason| reason.rule != Rule::WeekBound).collect()
    }

    /// A rest for each open day without training, and why.
    fn rests(&self) -> Vec<DraftSession> {
        let rest = |date: NaiveDate, reasons| DraftSession {
            pinned: None,
            block: None,
            date,
            session: pick::rest(self.context.sport()),
            reasons,
        };
        let mut rests: Vec<DraftSession> = self.fixed.free.iter().map(|(date, why)| rest(*date, why.clone())).collect();
        let picked = |date: &NaiveDate| self.choice.picks.iter().any(|pick| self.offer(pick).date == *date);
        let mut by_limit = self.all_days_but_the_limit();
        for date in self.fixed.open.iter().copied().filter(|date| !picked(date)) {
            let mut why = self.no_room(date);
            if why.is_empty() {
                let rule = if std::mem::take(&mut by_limit) { Rule::RestDay } else { Rule::RestByPlan };
                why.push(Reason::new(rule, Effect::Kept, Grade::D).on(date));
            }
            why.extend(self.emptied_by_habit(date));
            rests.push(rest(date, why));
        }
        rests
    }

    /// Whether the limit on training days is what keeps a day free.
    fn all_days_but_the_limit(&self) -> bool {
        let trained = self.fixed.items.iter().copied().chain(
            self.choice.picks.iter().filter(|pick| pick.minutes > 0).map(|pick| {
                let offer = self.offer(pick);
                Item { minutes: pick.minutes, ..Item::of(offer.date, &pick::rest(offer.sport)) }
            }),
        );
        let trained: Vec<Item> = trained.collect();
        trained.iter().any(|item| item.date >= self.context.today)
            && self.limits.sum(Measure::Days, trained.iter()) >= f64::from(7 - self.limits.rest_days)
    }

    /// The limits that leave a day no easy session at all.
    fn no_room(&self, date: NaiveDate) -> Vec<Reason> {
        let minutes = assumed(self.context, date);
        let exception = self.context.room(date).exception;
        if minutes < SHORTEST && !self.limits.holds(date) {
            let mut why = vec![
                Reason::new(Rule::NoTimeThatDay, Effect::Removed, Grade::D)
                    .on(date)
                    .fact("minutes", f64::from(minutes)),
            ];
            why.extend(exception.map(|exception| {
                Reason::new(Rule::DatedException, Effect::Removed, Grade::D)
                    .on(date)
                    .fact("minutes", f64::from(minutes))
                    .named(exception.code())
            }));
            return why;
        }
        let sport = self.context.sport();
        let Some(template) = pick::steady(self.context, sport, SessionKind::Recovery, 0, true) else {
            return Vec::new();
        };
        let item = Item::of(date, &template.session(sport, SHORTEST));
        self.limits.stops(&item, &self.fixed.items, Effect::Removed)
    }

    /// The coach's habit of taking something out on that weekday.
    fn emptied_by_habit(&self, date: NaiveDate) -> Option<Reason> {
        use chrono::Datelike;
        let seen =
            self.context.habits.iter().find(
                |seen| matches!(seen.habit, domain::habit::Habit::RemovesOn { day, .. } if day == date.weekday()),
            )?;
        Some(crate::choose::preference(seen))
    }

    /// What is said of the week as a whole.
    fn week(&self, sessions: &[DraftSession]) -> Vec<Reason> {
        let mut reasons = self.fixed.reasons.clone();
        let reached = self.reached();
        if let Some(target) = self.aim.target.filter(|target| *target > 0.0 && reached < REACHED * target) {
            reasons.extend(self.minutes_of_week(sessions, target, reached));
            reasons.push(
                Reason::new(Rule::TimeLimitsTarget, Effect::Lowered, Grade::D)
                    .fact("target", target)
                    .fact("reached", reached),
            );
        }
        if self.choice.plain {
            reasons.push(Reason::new(Rule::PlainChoice, Effect::Doubted, Grade::D));
        }
        if self.choice.before > 0 {
            reasons.push(
                Reason::new(Rule::LeastChange, Effect::Kept, Grade::D)
                    .fact("changed", self.choice.changed as f64)
                    .limit(CHANGES as f64),
            );
        }
        reasons.extend(self.sports(sessions));
        reasons
    }

    /// The limit on the week's minutes, where it is what keeps the week from its target.
    fn minutes_of_week(&self, sessions: &[DraftSession], target: f64, reached: f64) -> Option<Reason> {
        let (_, most) = self.limits.week().into_iter().find(|(measure, _)| *measure == Measure::Minutes)?;
        let fixed = self.limits.sum(Measure::Minutes, self.fixed.items.iter());
        let minutes = fixed + sessions.iter().map(|session| f64::from(session.session.minutes)).sum::<f64>();
        let asked = minutes * target / reached.max(1.0);
        (most - minutes < 5.0 && asked > most).then(|| {
            let reason = Reason::new(Rule::WeekBound, Effect::Lowered, Grade::D);
            reason.named("minutes").fact("asked", asked).limit(most)
        })
    }

    /// Sports that are planned apart from their usual share.
    fn sports(&self, sessions: &[DraftSession]) -> Vec<Reason> {
        let usual = pick::sports(self.context);
        let minutes = |sport: Sport| -> f64 {
            let own = sessions.iter().chain(&self.fixed.placed).filter(|s| s.session.sport == sport);
            own.map(|session| f64::from(session.session.minutes)).sum()
        };
        let all: f64 = usual.iter().map(|(sport, _)| minutes(*sport)).sum();
        if usual.len() < 2 || all <= 0.0 {
            return Vec::new();
        }
        let share = |sport: Sport| minutes(sport) / all;
        usual
            .iter()
            .filter(|(sport, usual)| (share(*sport) - usual).abs() > SHARE_OFF)
            .map(|(sport, usual)| {
                Reason::new(Rule::SportShare, Effect::Set, Grade::D)
                    .named(sport.code())
                    .fact("share", share(*sport))
                    .fact("usual-share", *usual)
            })
            .collect()
    }
}
