//! One athlete's own points per RPE-minute: what a felt effort is worth in load where nothing was measured.
//!
//! Learned from sessions that have both a measured load and a rating. For: giving sessions without a sensor a load on the
//! scale of the others. Never for: judging how hard a session was or whether somebody rates "right".

use chrono::NaiveDate;
use domain::summary::DEFAULT_RPE_SCALE;
use science::perceived::srpe;
use science::statistics::median;
use science::unit::Rpe;
use serde::Serialize;

/// Model and version, as stored beside what it was used for.
pub const MODEL: &str = "effort-scale/1";
/// Sessions needed before it speaks (SCIENCE 3: at least 15 overlapping ones).
pub const NEEDED: u32 = 15;
/// Share of the sessions, oldest first, that the check learns from; its error is measured on the rest.
const LEARNED_SHARE: f64 = 0.7;
/// Lowest and highest scale as multiples of the default: further off, something other than the athlete is wrong.
const BOUNDS: (f64, f64) = (0.5, 2.0);

/// One session with both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sample {
    /// The athlete's day.
    pub date: NaiveDate,
    /// Measured load, points (from power or heart rate, never from a rating).
    pub points: f64,
    /// Rating, CR-10.
    pub rpe: f64,
    /// Timer time, minutes.
    pub minutes: f64,
}

impl Sample {
    /// RPE-minutes; `None` where one of the values cannot say anything (a rating of 0 has no ratio).
    fn effort(&self) -> Option<f64> {
        let usable = self.points.is_finite()
            && self.points > 0.0
            && self.rpe > 0.0
            && self.rpe <= 10.0
            && self.minutes.is_finite()
            && self.minutes > 0.0;
        usable.then(|| srpe(Rpe(self.rpe), self.minutes))
    }
}

/// What was learned and how good it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// Model and version.
    pub model: &'static str,
    /// Usable sessions.
    pub sessions: u32,
    /// Sessions needed.
    pub needed: u32,
    /// Points per RPE-minute: the median ratio of all usable sessions, within half and twice the default. `None` below
    /// the sessions needed.
    pub scale: Option<f64>,
    /// 80 % range of the scale.
    pub range: Option<(f64, f64)>,
    /// Mean absolute error, points, on the newest 30 % of sessions with the scale learned on those before.
    pub error: Option<f64>,
    /// The same with the default scale.
    pub default_error: Option<f64>,
    /// Whether to use it: only if it had the smaller error.
    pub used: bool,
}

/// Learns the scale from sessions in any order; those that cannot say anything are left out.
///
/// The range is that of order statistics: the k-th smallest and k-th largest ratio with
/// `k = (n - 1.2816 sqrt(n)) / 2`, which hold the median in at least 80 % of cases whatever the ratios' distribution, if
/// sessions are independent of each other. The check is ordered in time and never splits a day.
#[must_use]
pub fn fit(samples: &[Sample]) -> Card {
    let mut sessions: Vec<Session> = samples
        .iter()
        .filter_map(|sample| sample.effort().map(|effort| Session { date: sample.date, points: sample.points, effort }))
        .collect();
    sessions.sort_by(|a, b| a.date.cmp(&b.date).then(a.ratio().total_cmp(&b.ratio())));
    let count = u32::try_from(sessions.len()).unwrap_or(u32::MAX);
    let mut card = Card {
        model: MODEL,
        sessions: count,
        needed: NEEDED,
        scale: None,
        range: None,
        error: None,
        default_error: None,
        used: false,
    };
    if count < NEEDED {
        return card;
    }
    card.scale = scale(&sessions);
    card.range = range(&sessions);
    let (before, after) = split(&sessions);
    card.error = scale(before).and_then(|scale| error(after, scale));
    card.default_error = card.error.and_then(|_| error(after, DEFAULT_RPE_SCALE));
    card.used = card.error.zip(card.default_error).is_some_and(|(own, default)| own < default);
    card
}

struct Session {
    date: NaiveDate,
    points: f64,
    effort: f64,
}

impl Session {
    fn ratio(&self) -> f64 {
        self.points / self.effort
    }
}

fn bounded(scale: f64) -> f64 {
    scale.clamp(BOUNDS.0 * DEFAULT_RPE_SCALE, BOUNDS.1 * DEFAULT_RPE_SCALE)
}

fn scale(sessions: &[Session]) -> Option<f64> {
    median(&sessions.iter().map(Session::ratio).collect::<Vec<_>>()).map(bounded)
}

fn range(sessions: &[Session]) -> Option<(f64, f64)> {
    let mut ratios: Vec<f64> = sessions.iter().map(Session::ratio).collect();
    ratios.sort_by(f64::total_cmp);
    let n = ratios.len() as f64;
    let rank = (((n - science::normal::Z80 * n.sqrt()) / 2.0) as usize).max(1);
    let (low, high) = (ratios.get(rank - 1)?, ratios.get(ratios.len().checked_sub(rank)?)?);
    Some((bounded(*low), bounded(*high)))
}

/// Older and newer sessions; a day belongs to one side.
fn split(sessions: &[Session]) -> (&[Session], &[Session]) {
    let at = (sessions.len() as f64 * LEARNED_SHARE) as usize;
    let first_new = sessions.get(at).map_or(at, |first| sessions.partition_point(|s| s.date < first.date));
    sessions.split_at(first_new)
}

fn error(sessions: &[Session], scale: f64) -> Option<f64> {
    let misses: Vec<f64> = sessions.iter().map(|s| (s.points - scale * s.effort).abs()).collect();
    science::statistics::mean(&misses)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    /// Sessions with a scale that wobbles by `noise` around `scale(n)`.
    fn sessions(count: u32, noise: f64, scale: impl Fn(u32) -> f64) -> Vec<Sample> {
        (0..count)
            .map(|n| {
                let (rpe, minutes) = (f64::from(n % 6 + 3), f64::from(n % 5 * 15 + 30));
                let wobble = 1.0 + noise * [0.0, 1.0, -0.5, 0.5, -1.0][n as usize % 5];
                Sample {
                    date: NaiveDate::default() + TimeDelta::days(i64::from(n) * 2),
                    points: scale(n) * wobble * rpe * minutes,
                    rpe,
                    minutes,
                }
            })
            .collect()
    }

    #[test]
    fn an_athletes_own_scale_is_found_and_used_when_it_does_better_than_the_default() {
        let card = fit(&sessions(30, 0.2, |_| 0.15));
        let (low, high) = card.range.unwrap();
        assert!((card.scale.unwrap() - 0.15).abs() < 1e-9);
        assert!(low <= 0.15 && 0.15 <= high && low < high, "{low} {high}");
        assert!(card.error.unwrap() < card.default_error.unwrap());
        assert!(card.used);
    }

    #[test]
    fn fourteen_sessions_are_too_few() {
        let card = fit(&sessions(14, 0.0, |_| 0.15));
        assert_eq!((card.sessions, card.needed, card.used), (14, 15, false));
        assert_eq!((card.scale, card.range, card.error, card.default_error), (None, None, None, None));
    }

    #[test]
    fn a_scale_that_changed_since_is_not_used() {
        // Learned on 0.12, but the newest sessions follow the default.
        let card = fit(&sessions(40, 0.05, |n| if n < 28 { 0.12 } else { DEFAULT_RPE_SCALE }));
        assert!(card.scale.is_some());
        assert!(card.error.unwrap() > card.default_error.unwrap());
        assert!(!card.used);
    }

    #[test]
    fn an_athlete_who_follows_the_default_gains_nothing_and_the_default_stays() {
        assert!(!fit(&sessions(30, 0.0, |_| DEFAULT_RPE_SCALE)).used);
    }

    #[test]
    fn the_check_never_sees_the_newest_sessions() {
        let mut changed = sessions(40, 0.1, |_| 0.15);
        let before = fit(&changed);
        for sample in &mut changed[28..] {
            sample.points *= 1.5;
        }
        let after = fit(&changed);
        let learned = |card: &Card| card.error.unwrap();
        // Had the scale been learned on all, it would have moved with them.
        let newest = &changed[28..];
        let with_old = newest.iter().map(|s| (s.points - 0.15 * s.rpe * s.minutes).abs()).sum::<f64>() / 12.0;
        assert!((learned(&after) - with_old).abs() < 1e-9);
        assert!(learned(&after) > learned(&before));
    }

    #[test]
    fn one_wild_session_does_not_move_the_scale_and_wild_sessions_are_bounded() {
        let mut samples = sessions(31, 0.1, |_| 0.15);
        let usual = fit(&samples).scale.unwrap();
        samples[7].points *= 100.0;
        assert!((fit(&samples).scale.unwrap() - usual).abs() < 0.02);
        let card = fit(&sessions(20, 0.1, |_| 5.0));
        assert_eq!(card.scale, Some(2.0 * DEFAULT_RPE_SCALE));
        assert!(card.range.unwrap().1 <= 2.0 * DEFAULT_RPE_SCALE);
    }

    #[test]
    fn the_order_of_the_sessions_does_not_matter() {
        let samples = sessions(33, 0.2, |_| 0.18);
        let mut turned = samples.clone();
        turned.reverse();
        assert_eq!(fit(&samples), fit(&turned));
    }

    #[test]
    fn sessions_of_one_day_cannot_be_checked_and_are_not_used() {
        let mut samples = sessions(20, 0.1, |_| 0.15);
        for sample in &mut samples {
            sample.date = NaiveDate::default();
        }
        let card = fit(&samples);
        assert!(card.scale.is_some());
        assert_eq!((card.error, card.used), (None, false));
    }

    #[test]
    fn ratings_and_loads_that_say_nothing_are_left_out() {
        let mut samples = sessions(20, 0.1, |_| 0.15);
        samples[0].rpe = 0.0;
        samples[1].points = f64::NAN;
        samples[2].minutes = 0.0;
        samples[3].rpe = 12.0;
        samples[4].points = -3.0;
        assert_eq!(fit(&samples).sessions, 15);
    }
}
