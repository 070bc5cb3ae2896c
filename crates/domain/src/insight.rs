//! What many athletes have in common in a week. Informational: a session that a third of the club did otherwise tells more
//! about the session than about each of them.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::adherence::{Fate, Joined};
use crate::effective::{active, effective};
use crate::id::{AthleteId, SessionId};
use crate::overrides::Change;
use crate::plan::PlanWeek;
use crate::session::{Session, SessionKind};

/// At least so many athletes; fewer are their own business.
pub const FEWEST: u32 = 3;
/// And at least this share of those who had the session.
pub const SHARE: f64 = 0.2;

/// What many athletes have in common this week. Informational.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insight {
    /// What was done: the code of a change (`scale`, `remove`, `replace`, `move`), or `different` or `not-done` for what
    /// athletes did.
    pub what: String,
    /// The session, by title without its numbers.
    pub title: String,
    /// So many athletes.
    pub times: u32,
    /// Of so many that had it.
    pub of: u32,
}

/// What many athletes have in common, the most first; ties by title and what.
///
/// `weeks`: the plan of one week of each athlete (several weeks of one athlete count once), with the week joined to what was
/// done. Sessions are the same when their titles are, numbers left out; the coach's changes count by the title that stood
/// before them. For what athletes did, only those count whose day has passed and who could train.
#[must_use]
pub fn insights(weeks: &[(PlanWeek, Vec<Joined>)]) -> Vec<Insight> {
    let mut changed = Tally::default();
    let mut did = Tally::default();
    for (plan, joined) in weeks {
        let titles = titles_before(plan);
        for title in titles.values() {
            changed.had(plan.athlete, title);
        }
        let counting = active(&plan.overrides);
        for made in plan.overrides.iter().filter(|made| counting.contains(&made.id)) {
            let told = matches!(
                made.change,
                Change::Scale { .. } | Change::Remove | Change::Replace { .. } | Change::Move { .. }
            );
            if let Some(title) = titles.get(&made.session).filter(|_| told) {
                changed.saw(plan.athlete, title, made.change.code());
            }
        }
        for one in joined {
            let Some(planned) = &one.planned else { continue };
            let title = name(&planned.session);
            let what = match one.fate {
                Fate::Done | Fate::Shifted { .. } => None,
                Fate::Different => Some("different"),
                Fate::NotDone => Some("not-done"),
                Fate::Excused { .. } | Fate::Unplanned | Fate::Ahead => continue,
            };
            did.had(plan.athlete, &title);
            if let Some(what) = what {
                did.saw(plan.athlete, &title, what);
            }
        }
    }
    let mut insights: Vec<Insight> = changed.insights().chain(did.insights()).collect();
    insights.sort_by(|a, b| (b.times, &a.title, &a.what).cmp(&(a.times, &b.title, &b.what)));
    insights
}

/// The title of each session before the coach changed it: as proposed, or as added.
fn titles_before(plan: &PlanWeek) -> BTreeMap<SessionId, String> {
    let proposed = effective(&plan.proposal, &[]).sessions.into_iter().map(|one| (one.id, one.session));
    let added = plan.overrides.iter().filter_map(|made| match &made.change {
        Change::Add { session, .. } => Some((made.session, session.clone())),
        _ => None,
    });
    let sessions = proposed.chain(added).filter(|(_, session)| session.kind != SessionKind::Rest);
    sessions.map(|(id, session)| (id, name(&session))).collect()
}

/// A title up to its first number: "Threshold 3 x 10 min" is "Threshold".
fn name(session: &Session) -> String {
    let plain = |word: &&str| !word.starts_with(|first: char| first.is_ascii_digit());
    let words: Vec<&str> = session.title.split_whitespace().take_while(plain).collect();
    if words.is_empty() { session.title.trim().to_owned() } else { words.join(" ") }
}

/// Athletes by session, and by what was done to it.
#[derive(Default)]
struct Tally {
    had: BTreeMap<String, BTreeSet<AthleteId>>,
    saw: BTreeMap<(String, &'static str), BTreeSet<AthleteId>>,
}

impl Tally {
    fn had(&mut self, athlete: AthleteId, title: &str) {
        self.had.entry(title.to_owned()).or_default().insert(athlete);
    }

    fn saw(&mut self, athlete: AthleteId, title: &str, what: &'static str) {
        self.saw.entry((title.to_owned(), what)).or_default().insert(athlete);
    }

    fn insights(self) -> impl Iterator<Item = Insight> {
        let Tally { had, saw } = self;
        let many = |athletes: &BTreeSet<AthleteId>| u32::try_from(athletes.len()).unwrap_or(u32::MAX);
        saw.into_iter()
            .map(move |((title, what), athletes)| {
                let of = had.get(&title).map_or(0, many);
                Insight { what: what.to_owned(), title, times: many(&athletes), of }
            })
            .filter(|one| one.times >= FEWEST && f64::from(one.times) >= SHARE * f64::from(one.of))
    }
}

#[cfg(test)]
mod tests;
