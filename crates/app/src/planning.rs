//! How the planner is set up: the coach's limits, habits it follows or not, and whether a learned correction may be used.

use std::collections::BTreeMap;

use contract::planning::{BoundsLine, HabitLine, PlanningView, SetBounds, SetCorrection, SetHabit, ShowPlanning};
use contract::{Done, Topic, Touched};
use domain::bounds::{Bounds, Scope};
use domain::habit::{Habit, HabitSeen};
use domain::id::AthleteId;
use planner::Correction;
use serde_json::{Value as Json, json};
use store::Roster;

use crate::availability::{athletes_of, squad_named, squads};
use crate::entry::within;
use crate::{Answer, App, AppFault};

/// The switch of the learned correction.
pub(crate) const CORRECTION: &str = "correction";

/// The switch of a habit.
pub(crate) fn switch_of(habit: &Habit) -> String {
    format!("habit {}", habit.code())
}

impl App {
    async fn planning_view(&self, roster: &Roster) -> Result<PlanningView, AppFault> {
        let squads = squads(roster).await?;
        let athletes: Vec<(AthleteId, String)> =
            athletes_of(roster, None).await?.into_iter().map(|athlete| (athlete.id, athlete.name)).collect();
        let name_of = |scope: Scope| match scope {
            Scope::Club => Some(String::new()),
            Scope::Squad { squad } => squads.iter().find(|(id, _)| *id == squad).map(|(_, name)| name.clone()),
            Scope::Athlete { athlete } => athletes.iter().find(|(id, _)| *id == athlete).map(|(_, name)| name.clone()),
        };
        let set = roster.all_bounds().await?.into_iter();
        let bounds = set.filter_map(|(scope, bounds)| Some(BoundsLine { scope, name: name_of(scope)?, bounds }));
        let mut bounds: Vec<BoundsLine> = bounds.collect();
        bounds.sort_by(|a, b| (rank(a.scope), &a.name).cmp(&(rank(b.scope), &b.name)));
        let switches = roster.switches().await?;
        let habits = habit_lines(self.habits_seen(roster).await?, &switches);
        Ok(PlanningView {
            bounds,
            habits,
            correction: switches.get(CORRECTION).copied().unwrap_or(false),
            model: None,
            correction_bound: Correction::BOUND,
            squads,
            athletes,
        })
    }
}

/// The widest scope first.
const fn rank(scope: Scope) -> u8 {
    match scope {
        Scope::Club => 0,
        Scope::Squad { .. } => 1,
        Scope::Athlete { .. } => 2,
    }
}

/// Habits with their switches, in the order they were counted.
fn habit_lines(seen: Vec<HabitSeen>, switches: &BTreeMap<String, bool>) -> Vec<HabitLine> {
    let line = |seen: HabitSeen| HabitLine {
        frequent: planner::habit::frequent(&seen),
        on: switches.get(&switch_of(&seen.habit)).copied().unwrap_or(true),
        seen,
    };
    seen.into_iter().map(line).collect()
}

impl Answer for ShowPlanning {
    async fn answer(self, app: &App) -> Result<PlanningView, AppFault> {
        let roster = app.roster().await?;
        app.planning_view(&roster).await
    }
}

impl Answer for SetBounds {
    async fn answer(self, app: &App) -> Result<Done<PlanningView>, AppFault> {
        check(&self.bounds)?;
        let roster = app.roster().await?;
        let athlete = match self.scope {
            Scope::Club => None,
            Scope::Squad { squad } => squad_named(&roster, squad).await.map(|_| None)?,
            Scope::Athlete { athlete } => Some(app.athlete(&roster, athlete).await?.id),
        };
        let before = json!(roster.bounds(self.scope).await?);
        let mut write = roster.write().await?;
        write.insert_bounds(self.scope, &self.bounds, &app.author()).await?;
        let subject = Some(json!(self.scope).to_string());
        write.commit(app.entry("set-bounds", athlete, subject, before)).await?;
        let view = app.planning_view(&roster).await?;
        Ok(app.done(view, vec![Touched { athlete, topic: Topic::Plan }]))
    }
}

/// Limits a week can have. All of them only tighten what the program allows, so that there is no loosest one to guard; these
/// are numbers that are not a slip of the hand.
fn check(bounds: &Bounds) -> Result<(), AppFault> {
    let whole = |what, value: Option<u32>, low, high| match value {
        Some(value) => within(what, f64::from(value), low, high),
        None => Ok(()),
    };
    whole("bound-day", bounds.day_minutes, 10.0, 1440.0)?;
    whole("bound-week", bounds.week_minutes, 10.0, 10_080.0)?;
    bounds.week_load.map_or(Ok(()), |load| within("bound-load", load, 1.0, 5000.0))?;
    whole("bound-quality", bounds.quality, 0.0, 7.0)?;
    whole("bound-spacing", bounds.spacing_hours, 24.0, 168.0)?;
    whole("bound-rest", bounds.rest_days, 1.0, 6.0)?;
    bounds.ramp.map_or(Ok(()), |ramp| within("bound-ramp", ramp * 100.0, 0.0, 30.0))
}

impl Answer for SetHabit {
    async fn answer(self, app: &App) -> Result<Done<PlanningView>, AppFault> {
        app.switch("set-habit", &switch_of(&self.habit), true, self.on).await
    }
}

impl Answer for SetCorrection {
    async fn answer(self, app: &App) -> Result<Done<PlanningView>, AppFault> {
        app.switch("set-correction", CORRECTION, false, self.on).await
    }
}

impl App {
    /// Sets a switch of the planner. `usual` is how it stands while nobody has touched it.
    async fn switch(
        &self,
        action: &'static str,
        name: &str,
        usual: bool,
        on: bool,
    ) -> Result<Done<PlanningView>, AppFault> {
        let roster = self.roster().await?;
        let before = roster.switches().await?.get(name).copied().unwrap_or(usual);
        if before != on {
            let mut write = roster.write().await?;
            write.insert_switch(name, on, &self.author()).await?;
            write.commit(self.entry(action, None, Some(name.to_owned()), Json::Bool(before))).await?;
        }
        let view = self.planning_view(&roster).await?;
        Ok(self.done(view, vec![Touched { athlete: None, topic: Topic::Plan }]))
    }
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;
    use domain::session::SessionKind;

    use super::*;

    #[test]
    fn limits_nobody_means_are_refused_by_name_and_no_limit_is_fine() {
        assert!(check(&Bounds::default()).is_ok());
        let sane = Bounds { day_minutes: Some(90), quality: Some(0), ramp: Some(0.05), ..Bounds::default() };
        assert!(check(&sane).is_ok());
        type Spoil = fn(&mut Bounds);
        let spoils: [(&str, Spoil); 8] = [
            ("bound-day", |b| b.day_minutes = Some(1441)),
            ("bound-week", |b| b.week_minutes = Some(5)),
            ("bound-load", |b| b.week_load = Some(f64::NAN)),
            ("bound-quality", |b| b.quality = Some(8)),
            ("bound-spacing", |b| b.spacing_hours = Some(12)),
            ("bound-rest", |b| b.rest_days = Some(7)),
            ("bound-ramp", |b| b.ramp = Some(0.5)),
            ("bound-ramp", |b| b.ramp = Some(-0.1)),
        ];
        for (name, spoil) in spoils {
            let mut bounds = Bounds::default();
            spoil(&mut bounds);
            let refused = check(&bounds).expect_err(name);
            assert!(matches!(refused, AppFault::OutOfRange { what, .. } if what == name), "{name}: {refused:?}");
        }
    }

    #[test]
    fn a_habit_follows_its_own_switch_and_is_on_until_somebody_says_otherwise() {
        let seen = |kind, times, of| HabitSeen { habit: Habit::MovesTo { kind, day: Weekday::Sat }, times, of };
        let (often, rare) = (seen(SessionKind::Long, 5, 6), seen(SessionKind::Tempo, 1, 6));
        let off = BTreeMap::from([(switch_of(&often.habit), false)]);
        let lines = habit_lines(vec![often, rare], &off);
        assert_eq!(
            lines.iter().map(|line| (line.frequent, line.on)).collect::<Vec<_>>(),
            [(true, false), (false, true)]
        );
    }
}
