//! Minutes for the skeleton: the week's load dealt out to its days, and each session with the reasons that made it.
//! When the target is too small for the skeleton: easy sessions shrink, then quality turns easy, then days fall away.

use chrono::NaiveDate;
use domain::library::Template;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::session::SessionKind;
use domain::sport::Sport;

use crate::aim::Aim;
use crate::board::{Board, Day, Role};
use crate::history::History;
use crate::limits::{Limits, SHORTEST, spike_reason, used};
use crate::race::{race_reason, race_session, race_spike};
use crate::{Context, DraftSession, pick};

/// Share of the week's target one quality session aims at, and the most it may take.
const QUALITY_SHARE: f64 = 0.20;
const QUALITY_MOST: f64 = 0.35;
/// The most the long session may take when there is load left over (SCIENCE 18.3: 30 to 35 %).
const LONG_MOST: f64 = 0.35;
/// An easy session is at most this much of the long one, where there is one.
const EASY_MOST: f64 = 0.75;
/// A week that reaches less than this share of its target says so.
const REACHED: f64 = 0.95;
/// Minutes are planned in steps of five.
const STEP: u32 = 5;

/// What came of it.
pub(crate) struct Filled {
    pub(crate) sessions: Vec<DraftSession>,
    pub(crate) reasons: Vec<Reason>,
}

/// One session in the making.
struct Slot<'a> {
    date: NaiveDate,
    sport: Sport,
    template: &'a Template,
    /// Minutes wanted before the day's and the sport's limits.
    asked: u32,
    cap: Cap,
    minutes: u32,
    reasons: Vec<Reason>,
}

impl Slot<'_> {
    fn load(&self) -> f64 {
        f64::from(self.minutes) * pick::rate(self.template)
    }
}

/// The longest a session on a day may be, and what says so.
#[derive(Clone, Copy)]
struct Cap {
    /// Minutes of the day that are left for it.
    available: u32,
    /// Minutes of the day another session has.
    beside: u32,
    spike: Option<(u32, f64)>,
}

impl Cap {
    fn minutes(self) -> u32 {
        self.spike.map_or(self.available, |(spike, _)| self.available.min(spike))
    }

    /// The limits that cut `asked`.
    fn reasons(self, date: NaiveDate, sport: Sport, asked: u32) -> Vec<Reason> {
        let mut reasons = Vec::new();
        if asked > self.available {
            reasons.push(
                Reason::new(Rule::AvailableMinutes, Effect::Lowered, Grade::D)
                    .on(date)
                    .fact("minutes", f64::from(asked + self.beside))
                    .limit(f64::from(self.available + self.beside)),
            );
        }
        if let Some((_, longest)) = self.spike.filter(|(spike, _)| asked > *spike) {
            reasons.push(spike_reason(sport, date, asked, longest, Effect::Lowered));
        }
        reasons
    }
}

/// Deals out minutes and makes the sessions.
pub(crate) fn fill<'a>(context: &'a Context, limits: &Limits, aim: &Aim<'a>, board: Board<'a>) -> Filled {
    let kept: f64 = context
        .pinned
        .iter()
        .filter(|s| !s.removed && s.date >= context.today && !used(context, s.date))
        .map(|s| s.session.load)
        .filter(|load| load.is_finite())
        .sum();
    let standing = History::of(context).done(context) + kept;
    let left = aim.target.map_or(f64::INFINITY, |target| (target - standing).max(0.0));
    let mut deal = Deal { context, limits, aim, board, left, slots: Vec::new(), races: Vec::new() };
    deal.races();
    deal.long();
    deal.quality();
    deal.strength();
    deal.easy();
    deal.stretch();
    deal.finish(standing)
}

struct Deal<'a, 'b> {
    context: &'a Context,
    limits: &'b Limits,
    aim: &'b Aim<'a>,
    board: Board<'a>,
    /// Points not dealt out yet; infinite when the engine abstained.
    left: f64,
    slots: Vec<Slot<'a>>,
    races: Vec<DraftSession>,
}

impl<'a> Deal<'a, '_> {
    fn cap(&self, sport: Sport, day: &Day<'_>) -> Cap {
        let beside: u32 = self.slots.iter().filter(|slot| slot.date == day.date).map(|slot| slot.minutes).sum();
        Cap { available: day.minutes.saturating_sub(beside), beside, spike: self.limits.spike(self.context, sport) }
    }

    fn target(&self) -> f64 {
        self.aim.target.unwrap_or(0.0)
    }

    fn push(&mut self, slot: Slot<'a>) {
        self.left -= slot.load();
        self.slots.push(slot);
    }

    fn races(&mut self) {
        for day in &self.board.days {
            if let Role::Race(race) = day.role {
                let mut reasons = vec![race_reason(self.context, race, Effect::Chose)];
                reasons.extend(race_spike(self.context, self.limits, race));
                let session = race_session(self.context, race);
                self.races.push(DraftSession { pinned: None, date: day.date, session, reasons });
            }
        }
    }

    fn long(&mut self) {
        let sport = self.context.sport;
        let Some(index) = self.board.days.iter().position(|day| matches!(day.role, Role::Long)) else { return };
        let date = self.board.days[index].date;
        let cap = self.cap(sport, &self.board.days[index]);
        self.board.days[index].role = Role::Easy;
        let Some(template) = pick::steady(self.context, sport, SessionKind::Long, 0, false) else { return };
        let wanted = self.aim.long_share * self.target() / pick::rate(template);
        let asked = down(wanted).clamp(template.min_minutes, template.max_minutes);
        let minutes = asked.min(cap.minutes());
        let too_big = wanted < f64::from(template.min_minutes) && self.aim.target.is_some();
        if too_big || minutes < template.min_minutes || f64::from(minutes) * pick::rate(template) > self.left {
            return;
        }
        self.board.days[index].role = Role::Long;
        self.push(Slot { date, sport, template, asked, cap, minutes: tidy(minutes, template), reasons: Vec::new() });
    }

    fn quality(&mut self) {
        let sport = self.context.sport;
        for index in 0..self.board.days.len() {
            let date = self.board.days[index].date;
            let cap = self.cap(sport, &self.board.days[index]);
            let points = (QUALITY_MOST * self.target()).min(self.left);
            let (template, reason) = match self.board.days[index].role {
                Role::Opener(race, ahead) => {
                    let fits = |t: &&Template| {
                        t.min_minutes <= cap.minutes() && f64::from(t.min_minutes) * pick::rate(t) <= self.left
                    };
                    let reason = Reason::new(Rule::Opener, Effect::Chose, Grade::D)
                        .on(date)
                        .named(race.name.clone())
                        .fact("days", ahead as f64);
                    (pick::opener(self.context).filter(fits), Some(reason))
                }
                Role::Quality(nth) => {
                    (pick::quality(self.context, self.limits, self.aim.phase, nth, cap.minutes(), points), None)
                }
                _ => continue,
            };
            let Some(template) = template else {
                self.board.days[index].role = Role::Easy;
                self.board.quality.retain(|quality| *quality != date);
                continue;
            };
            let asked = if reason.is_some() {
                template.min_minutes
            } else {
                down(QUALITY_SHARE * self.target() / pick::rate(template))
                    .clamp(template.min_minutes, template.max_minutes)
            };
            let affordable = down(points / pick::rate(template)).max(template.min_minutes);
            let minutes = tidy(asked.min(cap.minutes()).min(affordable), template);
            let reasons = reason.into_iter().collect();
            self.push(Slot { date, sport, template, asked, cap, minutes, reasons });
        }
    }

    /// Strength on easy days with time for both, away from quality sessions and races.
    fn strength(&mut self) {
        let context = self.context;
        let kept = context.pinned.iter().any(|s| !s.removed && s.session.kind == SessionKind::Strength);
        let Some(template) = pick::steady(context, Sport::Strength, SessionKind::Strength, 0, false) else { return };
        if kept || self.limits.hold.is_some() || context.sport == Sport::Strength {
            return;
        }
        let minutes = template.min_minutes;
        let room = minutes + self.shortest_easy();
        let load = f64::from(minutes) * pick::rate(template);
        let mut days = self.easy_days();
        days.sort_by_key(|index| (std::cmp::Reverse(self.board.days[*index].minutes), *index));
        days.retain(|index| {
            let day = &self.board.days[*index];
            let ahead = |date: NaiveDate| (date - day.date).num_days();
            day.minutes >= room
                && !self.board.quality.iter().any(|date| ahead(*date) == 1)
                && !context.races.iter().any(|race| (0..=2).contains(&ahead(race.date)))
        });
        for index in days.into_iter().take(self.aim.strength as usize) {
            let cap = self.cap(Sport::Strength, &self.board.days[index]);
            if cap.minutes() < minutes || self.left < load + self.easy_floor() {
                continue;
            }
            let (date, sport) = (self.board.days[index].date, Sport::Strength);
            let reasons = vec![
                Reason::new(Rule::StrengthBeside, Effect::Chose, Grade::A).on(date).fact("minutes", f64::from(minutes)),
            ];
            self.push(Slot { date, sport, template, asked: minutes, cap, minutes, reasons });
        }
    }

    fn easy_template(&self, date: NaiveDate, nth: usize) -> Option<&'a Template> {
        let raced = self.context.races.iter().any(|race| matches!((date - race.date).num_days(), 1 | -1));
        let kind = if raced { SessionKind::Recovery } else { SessionKind::Easy };
        let plain = self.limits.hold.is_some() || self.aim.abstained;
        pick::steady(self.context, self.context.sport, kind, nth, plain)
    }

    fn shortest_easy(&self) -> u32 {
        pick::steady(self.context, self.context.sport, SessionKind::Easy, 0, true).map_or(0, |t| t.min_minutes)
    }

    fn easy_days(&self) -> Vec<usize> {
        (0..self.board.days.len()).filter(|index| matches!(self.board.days[*index].role, Role::Easy)).collect()
    }

    /// Points the easy days take at their shortest.
    fn easy_floor(&self) -> f64 {
        self.easy_days()
            .into_iter()
            .enumerate()
            .filter_map(|(nth, index)| {
                let day = &self.board.days[index];
                let template = self.easy_template(day.date, nth)?;
                let shortest = template.min_minutes.min(self.cap(self.context.sport, day).minutes());
                Some(f64::from(shortest) * pick::rate(template))
            })
            .sum()
    }

    fn easy(&mut self) {
        let sport = self.context.sport;
        for index in self.easy_days() {
            let date = self.board.days[index].date;
            let cap = self.cap(sport, &self.board.days[index]);
            if cap.minutes() < SHORTEST {
                self.board.days[index].role = Role::Rest(cap.reasons(date, sport, SHORTEST));
            }
        }
        // Days fall away, those with least time first, until the rest can each have a session worth the name.
        while self.easy_floor() > self.left {
            let Some(index) =
                self.easy_days().into_iter().min_by_key(|index| (self.board.days[*index].minutes, *index))
            else {
                break;
            };
            let date = self.board.days[index].date;
            self.left += self.slots.iter().filter(|slot| slot.date == date).map(Slot::load).sum::<f64>();
            self.slots.retain(|slot| slot.date != date);
            self.board.days[index].role =
                Role::Rest(vec![Reason::new(Rule::RestByPlan, Effect::Removed, Grade::D).on(date)]);
        }
        let mut days: Vec<(usize, &'a Template)> = self
            .easy_days()
            .into_iter()
            .enumerate()
            .filter_map(|(nth, index)| Some((index, self.easy_template(self.board.days[index].date, nth)?)))
            .collect();
        // Short days first, so that what they cannot hold goes to the others.
        days.sort_by_key(|(index, _)| (self.cap(sport, &self.board.days[*index]).minutes(), *index));
        let count = days.len();
        let long = self.slots.iter().find(|slot| slot.template.kind == SessionKind::Long).map(|slot| slot.minutes);
        let most = long.map_or(u32::MAX, |minutes| down(EASY_MOST * f64::from(minutes)));
        for (nth, (index, template)) in days.into_iter().enumerate() {
            let day = &self.board.days[index];
            let cap = self.cap(sport, day);
            let shortest = template.min_minutes.min(cap.minutes());
            let share = self.left / (count - nth) as f64;
            let asked = if self.left.is_finite() {
                down(share / pick::rate(template)).clamp(shortest, template.max_minutes.min(most).max(shortest))
            } else {
                template.min_minutes
            };
            let minutes = asked.min(cap.minutes());
            let minutes = if minutes < STEP * 2 { minutes } else { (minutes / STEP * STEP).max(shortest) };
            let date = day.date;
            self.push(Slot { date, sport, template, asked, cap, minutes, reasons: Vec::new() });
        }
    }

    /// What is left over lengthens quality sessions (by easy minutes) and then the long one.
    fn stretch(&mut self) {
        if !self.left.is_finite() {
            return;
        }
        let most = LONG_MOST * self.target();
        for kind in [SessionKind::Tempo, SessionKind::Threshold, SessionKind::Interval, SessionKind::Long] {
            for slot in self.slots.iter_mut().filter(|slot| slot.template.kind == kind) {
                let rate = pick::rate(slot.template);
                let top = slot.cap.minutes().min(slot.template.max_minutes);
                let affordable = down((slot.load() + self.left.max(0.0)).min(most) / rate);
                let opener = slot.reasons.iter().any(|reason| reason.rule == Rule::Opener);
                let minutes = affordable.min(top / STEP * STEP);
                if minutes > slot.minutes && !opener {
                    self.left -= f64::from(minutes - slot.minutes) * rate;
                    slot.minutes = minutes;
                    slot.asked = slot.asked.max(minutes);
                }
            }
        }
    }

    fn finish(self, standing: f64) -> Filled {
        let placed: f64 = self.slots.iter().map(Slot::load).sum();
        let reached = standing + placed;
        let mut reasons = Vec::new();
        if let Some(target) = self.aim.target.filter(|target| *target > 0.0 && reached < REACHED * target) {
            reasons.push(
                Reason::new(Rule::TimeLimitsTarget, Effect::Lowered, Grade::D)
                    .fact("target", target)
                    .fact("reached", reached),
            );
        }
        let phase = self.aim.phase;
        let mut sessions = self.races;
        for mut slot in self.slots {
            let minutes = f64::from(slot.minutes);
            let chosen = |rule| Reason::new(rule, Effect::Chose, Grade::D).on(slot.date).fact("minutes", minutes);
            if slot.reasons.is_empty() {
                slot.reasons.push(match slot.template.kind {
                    SessionKind::Long => chosen(Rule::LongSession).fact("share", slot.load() / reached),
                    kind if kind.is_quality() => {
                        chosen(Rule::QualityOfPhase).fact("intensity", slot.template.intensity).named(phase.code())
                    }
                    _ => chosen(Rule::EasyFill),
                });
            }
            let limits = slot.cap.reasons(slot.date, slot.sport, slot.asked);
            slot.reasons.extend(limits);
            let session = slot.template.session(slot.sport, slot.minutes);
            sessions.push(DraftSession { pinned: None, date: slot.date, session, reasons: slot.reasons });
        }
        for day in self.board.days {
            if let Role::Rest(reasons) = day.role {
                let session = pick::rest(self.context.sport);
                sessions.push(DraftSession { pinned: None, date: day.date, session, reasons });
            }
        }
        Filled { sessions, reasons }
    }
}

/// Whole steps of five minutes, rounded down; nothing below zero or beyond a day.
fn down(minutes: f64) -> u32 {
    (minutes.clamp(0.0, 1440.0) as u32) / STEP * STEP
}

/// Steps of five minutes, but never below the template's shortest.
fn tidy(minutes: u32, template: &Template) -> u32 {
    (minutes / STEP * STEP).max(template.min_minutes)
}
