//! The 10-to-14-day baseline: what a new athlete does so that the program knows where they stand.

use std::collections::BTreeSet;

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::id::ActivityId;
use crate::result::Outcome;
use crate::sport::Sport;

/// One thing the baseline needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BaselineItem {
    /// Two easy sessions.
    Easy,
    /// One time trial or threshold test.
    Test,
    /// One long session.
    Long,
    /// Two strength sessions.
    Strength,
    /// Mornings with wellness, ten of them.
    Mornings,
}

/// Where the baseline stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Baseline {
    /// First day of the 14 looked at.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// For each item: how many are there, how many are needed, and which activities count.
    pub items: Vec<(BaselineItem, u32, u32, Vec<ActivityId>)>,
    /// Nothing is missing.
    pub complete: bool,
}

impl BaselineItem {
    /// Every item, in the order of the list.
    pub const ALL: [BaselineItem; 5] =
        [BaselineItem::Easy, BaselineItem::Test, BaselineItem::Long, BaselineItem::Strength, BaselineItem::Mornings];

    /// The stable name used in the words file (`baseline-easy`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            BaselineItem::Easy => "easy",
            BaselineItem::Test => "test",
            BaselineItem::Long => "long",
            BaselineItem::Strength => "strength",
            BaselineItem::Mornings => "mornings",
        }
    }

    /// How many are needed.
    #[must_use]
    pub const fn needed(self) -> u32 {
        match self {
            BaselineItem::Test | BaselineItem::Long => 1,
            BaselineItem::Easy | BaselineItem::Strength => 2,
            BaselineItem::Mornings => 10,
        }
    }
}

/// Length of the baseline, and how far back it is looked for.
const DAYS: i64 = 14;
const LOOKED_AT: i64 = 28;
/// Shortest session that counts at all, minutes.
const SHORTEST_MIN: f64 = 20.0;
/// A long session, minutes: on the bike and afoot longer than running or swimming.
const LONG_MIN: f64 = 60.0;
const LONG_RIDE_MIN: f64 = 90.0;
/// Easy by feeling (CR-10), by load an hour (an intensity of 0.77), or by mean heart rate against the highest seen.
const EASY_RPE: f64 = 4.0;
const EASY_AN_HOUR: f64 = 60.0;
const EASY_HEART: f64 = 0.78;

/// The best 14 days among the last 28: the stretch that has most of it, of equal ones the newest.
///
/// A test is a race, a time trial or a laboratory test entered as a result. A long session is the longest of the stretch, if
/// it is long at all. An easy one must be known to be easy, by what was felt, by its load or by its heart rate: one of which
/// nothing is known does not count. No session counts twice.
#[must_use]
pub fn baseline(activities: &[Activity], results: &[&Outcome], mornings: &[NaiveDate], today: NaiveDate) -> Baseline {
    let from = today - Duration::days(LOOKED_AT);
    let recent: Vec<&Activity> = activities.iter().filter(|a| a.day() > from && a.day() <= today).collect();
    let highest = recent.iter().filter_map(|a| a.summary.max_hr).map(f64::from).fold(0.0, f64::max);
    let stretch = |to: NaiveDate| {
        let days = to - Duration::days(DAYS - 1)..=to;
        let within: Vec<&Activity> = recent.iter().copied().filter(|a| days.contains(&a.day())).collect();
        let tests: Vec<&Outcome> = results.iter().copied().filter(|r| days.contains(&r.date)).collect();
        let said: BTreeSet<NaiveDate> = mornings.iter().copied().filter(|day| days.contains(day)).collect();
        of(&within, &tests, said.len(), to, highest)
    };
    let newest = stretch(today);
    (1..=LOOKED_AT - DAYS)
        .map(|back| stretch(today - Duration::days(back)))
        .fold(newest, |best, other| if reached(&other) > reached(&best) { other } else { best })
}

/// How much of what is needed is there.
fn reached(baseline: &Baseline) -> u32 {
    baseline.items.iter().map(|(_, have, need, _)| *have.min(need)).sum()
}

fn of(activities: &[&Activity], tests: &[&Outcome], mornings: usize, to: NaiveDate, highest: f64) -> Baseline {
    let tested: Vec<ActivityId> = tests.iter().filter_map(|result| result.activity).collect();
    let free: Vec<&Activity> =
        activities.iter().copied().filter(|a| is_endurance(a.sport) && !tested.contains(&a.id)).collect();
    let longest = free.iter().filter(|a| minutes(a) >= long(a.sport)).max_by(|a, b| a.timer.0.total_cmp(&b.timer.0));
    let longest = longest.map(|activity| activity.id);
    let easy = free.iter().filter(|a| Some(a.id) != longest && minutes(a) >= SHORTEST_MIN && is_easy(a, highest));
    let strength = activities.iter().filter(|a| a.sport == Sport::Strength);
    let items: Vec<_> = BaselineItem::ALL
        .into_iter()
        .map(|item| {
            let (have, ids) = match item {
                BaselineItem::Easy => ids(easy.clone().map(|a| a.id)),
                BaselineItem::Test => (u32::try_from(tests.len()).unwrap_or(u32::MAX), tested.clone()),
                BaselineItem::Long => ids(longest.into_iter()),
                BaselineItem::Strength => ids(strength.clone().map(|a| a.id)),
                BaselineItem::Mornings => (u32::try_from(mornings).unwrap_or(u32::MAX), Vec::new()),
            };
            (item, have, item.needed(), ids)
        })
        .collect();
    let complete = items.iter().all(|(_, have, need, _)| have >= need);
    Baseline { from: to - Duration::days(DAYS - 1), to, items, complete }
}

fn ids(ids: impl Iterator<Item = ActivityId>) -> (u32, Vec<ActivityId>) {
    let ids: Vec<ActivityId> = ids.collect();
    (u32::try_from(ids.len()).unwrap_or(u32::MAX), ids)
}

fn minutes(activity: &Activity) -> f64 {
    activity.timer.0 / 60.0
}

const fn is_endurance(sport: Sport) -> bool {
    matches!(sport, Sport::Run | Sport::Ride | Sport::Swim | Sport::Walk | Sport::Row | Sport::Ski)
}

const fn long(sport: Sport) -> f64 {
    match sport {
        Sport::Ride | Sport::Walk | Sport::Ski => LONG_RIDE_MIN,
        _ => LONG_MIN,
    }
}

/// Whether it is known to have been easy; what was felt goes before what was measured.
fn is_easy(activity: &Activity, highest: f64) -> bool {
    if let Some(rpe) = activity.rpe.or(activity.totals.rpe) {
        return rpe.0 <= EASY_RPE;
    }
    if let Some(load) = activity.summary.load.filter(|_| activity.timer.0 > 0.0) {
        return load.points / (activity.timer.0 / 3600.0) <= EASY_AN_HOUR;
    }
    activity.summary.avg_hr.is_some_and(|mean| highest > 0.0 && mean.0 <= EASY_HEART * highest)
}
