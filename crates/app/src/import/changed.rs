//! What an import changed for an athlete: the numbers and reasons a coach looks at, before and after.

use std::collections::BTreeMap;

use chrono::Duration;
use contract::import::Changed;
use domain::athlete::Athlete;
use domain::attention::Flag;
use domain::id::AthleteId;
use domain::words::Words;
use store::Roster;

use super::keep::Brought;
use crate::{App, AppFault};

/// The athletes of an import: how each stood before it, and what it brought.
pub(crate) struct Changes {
    app: App,
    roster: Roster,
    by_athlete: BTreeMap<AthleteId, (Athlete, Standing, Brought)>,
}

/// How an athlete stands.
struct Standing {
    load_7d: f64,
    form: Option<f64>,
    flags: Vec<Flag>,
}

impl Changes {
    pub(crate) fn of(app: &App, roster: &Roster) -> Changes {
        Changes { app: app.clone(), roster: roster.clone(), by_athlete: BTreeMap::new() }
    }

    /// Looks at an athlete before anything is written for them.
    pub(crate) async fn before(&mut self, athlete: &Athlete) -> Result<(), AppFault> {
        if !athlete.unassigned && !self.by_athlete.contains_key(&athlete.id) {
            let standing = standing(&self.app, &self.roster, athlete).await?;
            self.by_athlete.insert(athlete.id, (athlete.clone(), standing, Brought::default()));
        }
        Ok(())
    }

    /// Adds what a file brought.
    pub(crate) fn add(&mut self, brought: Vec<(AthleteId, Brought)>) {
        for (id, more) in brought {
            if let Some((_, _, all)) = self.by_athlete.get_mut(&id) {
                all.activities += more.activities;
                all.wellness += more.wellness;
                all.sessions.extend(more.sessions);
            }
        }
    }

    /// Looks again, once everything is written and settled.
    pub(crate) async fn after(self) -> Result<Vec<Changed>, AppFault> {
        let mut changed = Vec::with_capacity(self.by_athlete.len());
        for (athlete, before, brought) in self.by_athlete.into_values() {
            let after = standing(&self.app, &self.roster, &athlete).await?;
            changed.push(Changed {
                athlete: athlete.id,
                name: athlete.name,
                activities: brought.activities,
                wellness: brought.wellness,
                load_7d: (before.load_7d, after.load_7d),
                form: (before.form, after.form),
                new_flags: beyond(&after.flags, &before.flags),
                gone_flags: beyond(&before.flags, &after.flags),
                sessions: brought.sessions,
            });
        }
        changed.sort_by_key(|one| one.name.to_lowercase());
        Ok(changed)
    }
}

async fn standing(app: &App, roster: &Roster, athlete: &Athlete) -> Result<Standing, AppFault> {
    let today = app.today_of(athlete);
    let picture = app.picture(roster, athlete, today, crate::derive::Look::Glance).await?;
    let week = picture.trend.iter().rev().take_while(|point| point.date > today - Duration::days(7));
    Ok(Standing {
        // From zero: the sum of nothing would be minus zero.
        load_7d: week.filter_map(|point| point.load).fold(0.0, |sum, load| sum + load),
        form: picture.trend.last().map(|point| point.form_morning),
        flags: picture.flags,
    })
}

/// The reasons in one list that the other does not have, in words. A reason whose numbers moved is the same reason.
fn beyond(flags: &[Flag], others: &[Flag]) -> Vec<String> {
    let same = |a: &Flag, b: &Flag| a.reason.rule == b.reason.rule && a.reason.name == b.reason.name;
    let new = flags.iter().filter(|flag| !others.iter().any(|other| same(flag, other)));
    new.map(|flag| Words::here().reason(&flag.reason)).collect()
}

#[cfg(test)]
mod tests {
    use domain::attention::Severity;
    use domain::reason::{Effect, Grade, Reason, Rule};

    use super::*;

    #[test]
    fn a_reason_whose_numbers_moved_is_neither_new_nor_gone() {
        let flag = |rule, days: f64| Flag {
            severity: Severity::Watch,
            reason: Reason::new(rule, Effect::Flagged, Grade::D).fact("days", days),
        };
        let before = [flag(Rule::NoRecentData, 12.0), flag(Rule::ReportedIll, 2.0)];
        let after = [flag(Rule::ReportedIll, 3.0), flag(Rule::FastRamp, 1.0)];
        assert_eq!(beyond(&after, &before).len(), 1);
        assert_eq!(beyond(&before, &after), [Words::here().reason(&before[0].reason)]);
    }
}
