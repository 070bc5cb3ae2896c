//! One person's training, and what the engine would have known of it on a day.

use std::collections::BTreeMap;

use chrono::{Datelike, Duration, NaiveDate};
use domain::availability::Room;
use domain::bounds::Bounds;
use domain::readiness::{self, Own};
use domain::sport::Sport;
use domain::trend::{DayLoad, trend};
use domain::week::Week;
use domain::wellness::WellnessEntry;
use planner::{Context, Health, Past, SportShare};

/// Days of history before the first week that is planned.
const WARM_UP: i64 = 28;
/// The time of a weekday: the most that was trained on it in so many days, and a tenth more.
const ROOM_DAYS: i64 = 56;
const ROOM_SHARE: f64 = 1.10;

/// Training and morning answers of one person.
pub(crate) struct Athlete {
    /// What was done, by date.
    pub(crate) done: Vec<Past>,
    /// Morning answers.
    pub(crate) wellness: Vec<WellnessEntry>,
}

impl Athlete {
    /// Load of each day from the first to the last one trained, both included.
    fn loads(&self) -> BTreeMap<NaiveDate, f64> {
        let mut loads: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        if let (Some(first), Some(last)) = (self.done.first(), self.done.last()) {
            loads.extend(first.date.iter_days().take_while(|date| *date <= last.date).map(|date| (date, 0.0)));
        }
        for past in &self.done {
            *loads.entry(past.date).or_default() += past.load.unwrap_or_default();
        }
        loads
    }

    /// The weeks to plan: whole ones with four weeks before them in which something was trained.
    pub(crate) fn weeks(&self) -> Vec<Week> {
        let (Some(first), Some(last)) = (self.done.first(), self.done.last()) else { return Vec::new() };
        let trained = |week: &Week| {
            let monday = week.monday();
            self.done.iter().any(|past| past.date < monday && (monday - past.date).num_days() <= WARM_UP)
        };
        let start = Week::of(first.date + Duration::days(WARM_UP + 6));
        std::iter::successors(Some(start), |week| Some(week.next()))
            .take_while(|week| week.sunday() <= last.date)
            .filter(trained)
            .collect()
    }

    /// Points trained in a week.
    pub(crate) fn load_of(&self, week: Week) -> f64 {
        self.done.iter().filter(|past| week.contains(past.date)).filter_map(|past| past.load).sum()
    }

    /// What was known on the morning of `today`.
    pub(crate) fn context(&self, week: Week, today: NaiveDate) -> Context {
        let days: Vec<DayLoad> = self
            .loads()
            .into_iter()
            .filter(|(date, _)| *date < today)
            .map(|(date, load)| DayLoad { date, load: Some(load) })
            .collect();
        let since = today - Duration::days(60);
        let recent: Vec<Past> = self.done.iter().filter(|p| since <= p.date && p.date < today).cloned().collect();
        let points = trend(&days);
        let ready = readiness::on(today, &self.wellness, &points, &Own::default());
        Context {
            week,
            today,
            age: None,
            sports: sports(&recent),
            rooms: rooms(&recent, today, week),
            days,
            recent,
            races: Vec::new(),
            phases: Vec::new(),
            season: None,
            blocks: Vec::new(),
            readiness: Some(ready),
            health: Health::default(),
            marks: Vec::new(),
            settings: None,
            threshold_moved: None,
            bounds: Bounds::default(),
            pinned: Vec::new(),
            standing: Vec::new(),
            habits: Vec::new(),
            correction: None,
            templates: Vec::new(),
        }
    }
}

/// The endurance sports with their shares of the minutes, the main one first.
fn sports(recent: &[Past]) -> Vec<SportShare> {
    let mut minutes: BTreeMap<Sport, f64> = BTreeMap::new();
    for past in recent.iter().filter(|past| past.sport != Sport::Strength) {
        *minutes.entry(past.sport).or_default() += past.minutes;
    }
    let whole: f64 = minutes.values().sum();
    let mut shares: Vec<SportShare> =
        minutes.into_iter().map(|(sport, minutes)| SportShare { sport, share: minutes / whole }).collect();
    shares.sort_by(|a, b| b.share.total_cmp(&a.share));
    if shares.is_empty() { vec![SportShare { sport: Sport::Run, share: 1.0 }] } else { shares }
}

/// The time of each weekday, as far as it shows in what was trained on it lately.
fn rooms(recent: &[Past], today: NaiveDate, week: Week) -> [Room; 7] {
    let since = today - Duration::days(ROOM_DAYS);
    week.days().map(|date| {
        let mut days: BTreeMap<NaiveDate, f64> = BTreeMap::new();
        for past in recent.iter().filter(|past| past.date >= since && past.date.weekday() == date.weekday()) {
            *days.entry(past.date).or_default() += past.minutes;
        }
        let most = days.into_values().fold(0.0, f64::max);
        Room { minutes: Some((ROOM_SHARE * most).ceil().min(1440.0) as u32), ..Room::default() }
    })
}
