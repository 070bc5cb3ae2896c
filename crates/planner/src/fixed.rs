//! What stands before anything is chosen: what was done, what the coach kept, races, the club's blocks, the opener.
//! Where these break limits together it says which; what gives way is a block or a race, never a hard limit.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::club::ClubBlock;
use domain::reason::{Effect, Grade, Reason, Rule};
use domain::season::{Priority, Race};

use crate::aim::Aim;
use crate::club::{self, Placed};
use crate::history::History;
use crate::limits::{Item, Limits, Measure, assumed, done, planned, used};
use crate::race::{race_reason, race_session, race_spike};
use crate::{Context, DraftSession, pick};

/// What stands, and the days that are left to choose for.
#[derive(Debug)]
pub(crate) struct Fixed {
    /// Done, kept and placed sessions, as the limits see them.
    pub(crate) items: Vec<Item>,
    /// Races, blocks and the opener.
    pub(crate) placed: Vec<DraftSession>,
    /// Days to choose for.
    pub(crate) open: Vec<NaiveDate>,
    /// Days kept free for the coach to settle, and why.
    pub(crate) free: BTreeMap<NaiveDate, Vec<Reason>>,
    /// What could not be placed as it is, and limits that collide.
    pub(crate) reasons: Vec<Reason>,
    /// Points of the week that stand already, races left out.
    pub(crate) load: f64,
}

impl Fixed {
    pub(crate) fn of(context: &Context, limits: &Limits, aim: &Aim) -> Fixed {
        let mut fixed = Fixed::kept(context, limits);
        fixed.races(context, limits);
        fixed.blocks(context, limits, None);
        fixed.opener(context, limits, aim);
        let taken: Vec<NaiveDate> = fixed.placed.iter().map(|session| session.date).collect();
        fixed.open.retain(|date| !taken.contains(date) && !fixed.free.contains_key(date));
        fixed
    }

    /// What stands around the blocks: for a block that is asked about alone.
    pub(crate) fn around(context: &Context, limits: &Limits) -> Fixed {
        let mut fixed = Fixed::kept(context, limits);
        fixed.races(context, limits);
        fixed
    }

    /// What was done and what the coach kept.
    fn kept(context: &Context, limits: &Limits) -> Fixed {
        let mut items = done(context);
        let kept = planned(context, &context.pinned);
        let week = |item: &&Item| context.week.contains(item.date);
        let load = History::of(context).done(context) + kept.iter().filter(week).map(|item| item.load).sum::<f64>();
        let mut reasons = Vec::new();
        for (index, item) in kept.iter().enumerate() {
            if item.minutes == 0 {
                continue;
            }
            let mut others = items.clone();
            others.extend(kept.iter().enumerate().filter(|(other, _)| *other != index).map(|(_, other)| *other));
            add(&mut reasons, collisions("pinned", item, limits.stops(item, &others, Effect::Flagged)));
        }
        items.extend(kept);
        // A removed session keeps its day empty: proposing another in its place would bring it back.
        let open = |date: &NaiveDate| {
            *date >= context.today && !used(context, *date) && !context.pinned.iter().any(|kept| kept.date == *date)
        };
        let open = context.week.days().into_iter().filter(open).collect();
        Fixed { items, placed: Vec::new(), open, free: BTreeMap::new(), reasons, load }
    }

    /// Races stand where they are, if no hard limit says otherwise; then their day is kept free and says why.
    /// The spike rule only speaks up: a race is as long as its organiser made it.
    fn races(&mut self, context: &Context, limits: &Limits) {
        let mut races: Vec<&Race> = context.races.iter().filter(|race| self.open.contains(&race.date)).collect();
        races.sort_by(|a, b| (a.priority, a.date, &a.name, a.id).cmp(&(b.priority, b.date, &b.name, b.id)));
        for race in races {
            if self.free.contains_key(&race.date) || self.placed.iter().any(|placed| placed.date == race.date) {
                continue;
            }
            let session = race_session(context, race);
            let item = Item::of(race.date, &session);
            let mut why = limits.stops(&item, &self.items, Effect::Removed);
            if why.is_empty() {
                let mut reasons = vec![race_reason(context, race, Effect::Chose)];
                reasons.extend(race_spike(context, race));
                self.items.push(item);
                self.placed.push(DraftSession { pinned: None, block: None, date: race.date, session, reasons });
                continue;
            }
            if !limits.holds(race.date) {
                add(&mut self.reasons, collisions("race-day", &item, why.clone()));
            }
            why.push(race_reason(context, race, Effect::Kept));
            self.free.insert(race.date, why);
        }
    }

    /// The club's blocks on their days, in a form that keeps every limit. Only `one` of them, if asked for; then what came
    /// of it is given back, day by day.
    pub(crate) fn blocks(
        &mut self,
        context: &Context,
        limits: &Limits,
        one: Option<&ClubBlock>,
    ) -> Vec<(NaiveDate, Placed)> {
        let mut blocks: Vec<&ClubBlock> =
            context.blocks.iter().filter(|block| one.is_none_or(|one| one.id != block.id)).chain(one).collect();
        blocks.retain(|block| !block.withdrawn);
        blocks.sort_by(|a, b| (a.from, a.starts, &a.name, a.id).cmp(&(b.from, b.starts, &b.name, b.id)));
        let mut found = Vec::new();
        for date in context.week.days() {
            for block in blocks.iter().filter(|block| block.on(date)) {
                if !club::is_open(context, block, date) || self.free.contains_key(&date) {
                    continue;
                }
                let placed = club::place(context, limits, &self.items, block, date);
                if one.is_some_and(|one| one.id == block.id) {
                    found.push((date, placed.clone()));
                }
                match placed {
                    Placed::At(session, reasons) => {
                        let item = Item::of(date, &session);
                        self.load += item.load;
                        self.items.push(item);
                        self.placed.push(DraftSession { pinned: None, block: Some(block.id), date, session, reasons });
                    }
                    Placed::Refused(why) => {
                        add(&mut self.reasons, vec![club::reason(block, date, Effect::Refused)]);
                        if limits.holds(date) {
                            continue;
                        }
                        add(&mut self.reasons, collisions("club-block", &Item::of(date, &block.session), why));
                    }
                }
            }
        }
        found
    }

    /// A short opener three or four days before an A or B race; where the week before had one, there again.
    fn opener(&mut self, context: &Context, limits: &Limits, aim: &Aim) {
        let Some((race, template)) = aim.goal.filter(|race| race.priority != Priority::C).zip(pick::opener(context))
        else {
            return;
        };
        let standing = |date: NaiveDate| {
            let mut there = context.standing.iter().filter(|s| s.date == date);
            there.any(|s| s.session.title == template.title && s.session.sport == context.sport())
        };
        let was = context.standing.iter().any(|s| standing(s.date));
        if aim.abstained || (!was && !context.standing.is_empty()) {
            return;
        }
        for ahead in [3, 4] {
            let open = |date: &&NaiveDate| {
                let taken = self.free.contains_key(date) || self.placed.iter().any(|placed| placed.date == **date);
                (race.date - **date).num_days() == ahead && !taken && (!was || standing(**date))
            };
            let Some(date) = self.open.iter().find(open).copied() else { continue };
            let session = template.session(context.sport(), template.min_minutes);
            let item = Item::of(date, &session);
            let beyond = aim.target.is_some_and(|target| self.load + item.load > target);
            if beyond || assumed(context, date) < item.minutes {
                continue;
            }
            if !limits.stops(&item, &self.items, Effect::Removed).is_empty() {
                continue;
            }
            let reason = Reason::new(Rule::Opener, Effect::Chose, Grade::D);
            let reasons = vec![reason.on(date).named(race.name.clone()).fact("days", ahead as f64)];
            self.load += item.load;
            self.items.push(item);
            self.placed.push(DraftSession { pinned: None, block: None, date, session, reasons });
            return;
        }
    }

    /// What a limit of the week leaves beside what stands.
    pub(crate) fn left(&self, limits: &Limits, measure: Measure, most: f64) -> f64 {
        (most - limits.sum(measure, self.items.iter())).max(0.0)
    }
}

/// Reasons that are not there yet.
fn add(all: &mut Vec<Reason>, more: Vec<Reason>) {
    for reason in more {
        if !all.contains(&reason) {
            all.push(reason);
        }
    }
}

/// Limits that cannot hold together with something that stands: each as a collision, and the limit in its own words.
fn collisions(name: &str, item: &Item, why: Vec<Reason>) -> Vec<Reason> {
    why.into_iter()
        .flat_map(|reason| {
            let minutes = f64::from(item.minutes);
            let fact = |name: &str| reason.facts.get(name).copied();
            let (asked, most) = match reason.rule {
                // Two hard sessions where the hours between leave room for one.
                Rule::QualitySpacing | Rule::DayAfterLong => (2.0, 1.0),
                Rule::QualityCount => (fact("quality").unwrap_or(minutes), reason.limit.unwrap_or_default()),
                Rule::WeekBound => (fact("asked").unwrap_or(minutes), reason.limit.unwrap_or_default()),
                Rule::AvailableMinutes | Rule::DayBound | Rule::SingleSessionSpike => {
                    (fact("minutes").unwrap_or(minutes), reason.limit.unwrap_or_default())
                }
                Rule::ReturnStage | Rule::DatedException => (minutes, fact("minutes").unwrap_or_default()),
                Rule::RestDay => (1.0, 0.0),
                _ => (minutes, 0.0),
            };
            let collision = Reason::new(Rule::LimitsCollide, Effect::Flagged, Grade::D).on(item.date);
            [collision.named(name).fact("asked", asked).limit(most), reason]
        })
        .collect()
}
