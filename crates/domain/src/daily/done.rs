//! What was done on each day: sessions, time, whether it was hard, and how it compares with the month before.

use std::collections::VecDeque;

use chrono::NaiveDate;

use super::Spike;
use crate::activity::Activity;
use crate::sport::Sport;
use crate::summary::LoadSource;
use crate::trend::is_endurance;

/// Intensity from which a session is hard, as a share of threshold.
const HARD_INTENSITY: f64 = 0.85;
/// Perceived exertion from which a session is hard, CR-10.
const HARD_RPE: f64 = 7.0;
/// Shorter than this, seconds, nothing is a hard session: a warm-up or a test of the device is not.
const HARD_LEAST_S: f64 = 600.0;
/// Days before a session that it is compared with.
const SPIKE_DAYS: i64 = 30;

/// One day.
#[derive(Debug, Clone, Default)]
pub(super) struct Done {
    pub(super) sessions: u32,
    pub(super) seconds: f64,
    pub(super) hard: bool,
    pub(super) spike: Option<Spike>,
}

/// Whether a session counts as hard: at least ten minutes of an intensity of 0.85 of threshold or more, or felt as 7 or
/// more of ten. Intensity is the intensity factor, or else what measured load (pace, heart rate) says of an hour:
/// `sqrt(points / (100 h))`. A design choice.
#[must_use]
pub fn is_hard(activity: &Activity) -> bool {
    let long = activity.timer.0 >= HARD_LEAST_S;
    let felt = activity.rpe.or(activity.totals.rpe);
    long && (felt.is_some_and(|rpe| rpe.0 >= HARD_RPE)
        || intensity(activity).is_some_and(|intensity| intensity >= HARD_INTENSITY))
}

/// Intensity of a session as a share of threshold, if it was measured.
pub(super) fn intensity(activity: &Activity) -> Option<f64> {
    let measured = || {
        let load = activity.summary.load.filter(|load| load.source != LoadSource::Perceived)?;
        let hours = activity.timer.0 / 3600.0;
        (hours > 0.0 && load.points >= 0.0).then(|| (load.points / (100.0 * hours)).sqrt())
    };
    activity.summary.intensity_factor.or_else(measured).filter(|intensity| intensity.is_finite())
}

/// `count` days from `first` on. A change between the legs of a race is time, but no session of its own.
pub(super) fn by_day(activities: &[Activity], first: NaiveDate, count: usize) -> Vec<Done> {
    let mut days = vec![Done::default(); count];
    for (activity, spike) in activities.iter().zip(spikes(activities)) {
        let index = usize::try_from((activity.day() - first).num_days()).ok();
        let Some(day) = index.and_then(|index| days.get_mut(index)) else { continue };
        day.sessions += u32::from(activity.sport != Sport::Transition);
        day.seconds += activity.timer.0.max(0.0);
        day.hard |= is_hard(activity);
        if let Some(spike) = spike
            && day.spike.as_ref().is_none_or(|most| most.ratio < spike.ratio)
        {
            day.spike = Some(spike);
        }
    }
    days
}

/// For each activity how it compares with the longest of its sport in the 30 days before; `None` without one, and for
/// what is no endurance sport. `activities` in any order; each is looked at once.
pub(crate) fn spikes(activities: &[Activity]) -> Vec<Option<Spike>> {
    let mut spikes = vec![None; activities.len()];
    let mut order: Vec<usize> = (0..activities.len()).filter(|i| is_endurance(activities[*i].sport)).collect();
    order.sort_by_key(|i| activities[*i].start);
    let mut months: [Month; Sport::ALL.len()] = std::array::from_fn(|_| Month::default());
    for i in order {
        let activity = &activities[i];
        let day = i64::from(activity.day().to_epoch_days());
        let time = activity.timer.0;
        if !(time.is_finite() && time > 0.0) {
            continue;
        }
        let distance = activity.distance.map(|distance| distance.0).filter(|d| d.is_finite() && *d > 0.0);
        let Some(place) = Sport::ALL.iter().position(|sport| *sport == activity.sport) else { continue };
        let month = &mut months[place];
        month.forget_before(day - SPIKE_DAYS);
        spikes[i] = month.against(time, distance);
        month.add(day, time, distance);
    }
    spikes
}

/// The longest sessions of one sport in the last 30 days.
#[derive(Debug, Default)]
struct Month {
    times: Longest,
    distances: Longest,
    /// The newest day with a session without a distance.
    undistanced: Option<i64>,
}

impl Month {
    fn forget_before(&mut self, day: i64) {
        self.times.forget_before(day);
        self.distances.forget_before(day);
        self.undistanced = self.undistanced.filter(|newest| *newest >= day);
    }

    fn against(&self, time: f64, distance: Option<f64>) -> Option<Spike> {
        let by_distance = distance.filter(|_| self.undistanced.is_none()).zip(self.distances.longest());
        let (size, longest) = by_distance.or_else(|| Some((time, self.times.longest()?)))?;
        Some(Spike { ratio: size / longest, size, longest, by_distance: by_distance.is_some() })
    }

    fn add(&mut self, day: i64, time: f64, distance: Option<f64>) {
        self.times.add(day, time);
        match distance {
            Some(distance) => self.distances.add(day, distance),
            None => self.undistanced = Some(day),
        }
    }
}

/// The largest value of a moving window: those that a later, larger one outlives are dropped at once.
#[derive(Debug, Default)]
struct Longest(VecDeque<(i64, f64)>);

impl Longest {
    fn forget_before(&mut self, day: i64) {
        while self.0.front().is_some_and(|(oldest, _)| *oldest < day) {
            self.0.pop_front();
        }
    }

    fn longest(&self) -> Option<f64> {
        self.0.front().map(|(_, size)| *size)
    }

    fn add(&mut self, day: i64, size: f64) {
        while self.0.back().is_some_and(|(_, smaller)| *smaller <= size) {
            self.0.pop_back();
        }
        self.0.push_back((day, size));
    }
}
