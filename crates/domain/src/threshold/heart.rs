//! Heart-rate thresholds.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use science::normal::Z80;
use science::statistics;

use super::effort::{Effort, TRAINING_DAYS};
use super::estimate::{Evidence, Found};
use super::{Estimate, Method, Prior, Source};
use crate::measures::Quantity;
use crate::metric::Metric;
use crate::reading::Missing;
use crate::result;
use crate::sport::Sport;
use crate::wellness::{WellnessEntry, WellnessField};

/// Sports whose heart rate is that of endurance work.
const SPORTS: [Sport; 5] = [Sport::Run, Sport::Ride, Sport::Row, Sport::Ski, Sport::Walk];
/// A time trial whose last 20 minutes are threshold (Friel: 30 minutes alone), seconds.
const TRIAL_S: std::ops::RangeInclusive<f64> = 1500.0..=4500.0;
const TRIAL_BAND: f64 = 3.0;
const TWENTY_MINUTES: u32 = 1200;
/// Output of a hard 20 minutes as a share of threshold, how many of the hardest are looked at, and what of them counts.
const HARD: f64 = 0.97;
const HARDEST: usize = 5;
const FEWEST_HARD: usize = 3;
const PASSIVE: f64 = 0.98;
const PASSIVE_BAND: f64 = 5.0;
/// The heart follows the effort, so that its best 20 minutes begin this much later at most, seconds.
const FOLLOWS_S: f64 = 600.0;
/// Highest heart rate: the mean of this many seconds, held up by another activity within so many bpm, in a year.
const HIGHEST_S: u32 = 5;
const SUPPORT: f64 = 3.0;
const YEAR_DAYS: i64 = 365;
/// Activities of a year among which there was a hard one in all likelihood. Design choice.
const ENOUGH_SEEN: usize = 10;
/// Lowest band of a highest heart rate, bpm.
const HIGHEST_BAND: f64 = 2.0;
/// Days of mornings, how many of them are needed, and the noise of a resting heart rate from day to day, bpm.
const MORNINGS: u64 = 7;
const FEWEST_MORNINGS: usize = 3;
const MORNING_NOISE: f64 = 3.0;

/// Threshold heart rate: the last 20 minutes of a time trial, and what the hardest 20 minutes of training suggest.
///
/// A watch on the wrist can be wrong by more than the band; which sensor measured is not known here.
pub(super) fn threshold(evidence: &Evidence<'_>) -> Found {
    let passive = passive(evidence);
    let why = passive.as_ref().err().copied();
    let found: Vec<Estimate> = trial(evidence).into_iter().chain(passive.ok()).collect();
    if found.is_empty() { Err(why.unwrap_or(Missing::TooFewEfforts)) } else { Ok(found) }
}

/// The newest time trial with a heart rate; where none was entered, the best 20 minutes of its recording stand in.
fn trial(evidence: &Evidence<'_>) -> Option<Estimate> {
    let trials = SPORTS.iter().flat_map(|sport| evidence.all_out(*sport, TRAINING_DAYS));
    let fits = trials.filter(|r| TRIAL_S.contains(&r.time.0) && r.effort == result::Effort::TimeTrial);
    let (newest, heart, confidence) = fits
        .filter_map(|result| match result.heart.filter(|heart| heart.0 > 0.0) {
            Some(heart) => Some((result, heart.0, 0.85)),
            None => {
                let best = evidence.bests(result.sport, Quantity::HeartRate, TWENTY_MINUTES, TRAINING_DAYS);
                let own = best.into_iter().find(|effort| effort.source().result == Some(result.id))?;
                Some((result, own.value, 0.7))
            }
        })
        .max_by_key(|(result, _, _)| (result.date, result.at))?;
    Some(evidence.estimate(
        (Metric::Lthr, Method::TimeTrial),
        heart,
        (heart - TRIAL_BAND, heart + TRIAL_BAND),
        confidence,
        vec![Effort::of(newest, heart).source()],
    ))
}

/// Best 20 minutes of heart rate in activities whose best 20 minutes of output, at about the same time, were near threshold:
/// the 90th percentile of the five highest, times 0.98 (design choice of SCIENCE 9).
fn passive(evidence: &Evidence<'_>) -> Result<Estimate, Missing> {
    let settings = evidence.settings;
    let run = settings.and_then(|s| s.threshold_speed).map(f64::from);
    let ride = settings.and_then(|s| s.ftp).map(f64::from);
    let measured = SPORTS.iter().any(|sport| !evidence.curves(*sport, Quantity::HeartRate, TRAINING_DAYS).is_empty());
    if !measured {
        let any = !evidence.activities.is_empty();
        return Err(if any { Missing::NoChannel } else { Missing::NeverRecorded });
    }
    let kinds = [(Sport::Run, Quantity::Speed, run), (Sport::Ride, Quantity::Power, ride)];
    if kinds.iter().all(|kind| kind.2.is_none()) {
        return Err(Missing::NoThreshold);
    }
    let mut hard: Vec<Effort> = Vec::new();
    for (sport, quantity, threshold) in kinds {
        let Some(threshold) = threshold.filter(|threshold| *threshold > 0.0) else { continue };
        let outputs = evidence.bests(sport, quantity, TWENTY_MINUTES, TRAINING_DAYS);
        let hearts = evidence.bests(sport, Quantity::HeartRate, TWENTY_MINUTES, TRAINING_DAYS);
        hard.extend(hearts.into_iter().filter(|heart| {
            let near = |output: &&Effort| {
                output.value >= HARD * threshold
                    && heart.began_after(output).is_some_and(|late| late.abs() <= FOLLOWS_S)
            };
            outputs.iter().any(|output| near(&output))
        }));
    }
    hard.sort_by(|a, b| b.value.total_cmp(&a.value));
    hard.truncate(HARDEST);
    if hard.len() < FEWEST_HARD {
        return Err(Missing::TooFewEfforts);
    }
    let values: Vec<f64> = hard.iter().map(|effort| effort.value).collect();
    let value = PASSIVE * quantile(values, 0.9).ok_or(Missing::TooFewEfforts)?;
    Ok(evidence.estimate(
        (Metric::Lthr, Method::PassiveHeart),
        value,
        (value - PASSIVE_BAND, value + PASSIVE_BAND),
        if hard.len() == HARDEST { 0.6 } else { 0.5 },
        hard.iter().map(Effort::source).collect(),
    ))
}

/// Highest heart rate: the highest five seconds of a year that another activity comes within 3 bpm of, so that one strap gone
/// wrong is not believed. Nobody's highest is lower than what was measured: a lower bound, never a reason to lower a
/// setting. A heart rate that follows the cadence must have been left out of the evidence (see
/// [`super::follows_cadence`]): a curve alone does not show it.
pub(super) fn highest(evidence: &Evidence<'_>) -> Found {
    let mut all: Vec<Effort> =
        SPORTS.iter().flat_map(|sport| evidence.bests(*sport, Quantity::HeartRate, HIGHEST_S, YEAR_DAYS)).collect();
    all.sort_by(|a, b| b.value.total_cmp(&a.value));
    if all.is_empty() {
        let any = !evidence.activities.is_empty();
        return Err(if any { Missing::NoChannel } else { Missing::NeverRecorded });
    }
    let held_up = all.windows(2).position(|two| two[0].value - two[1].value <= SUPPORT);
    let at = held_up.ok_or(Missing::TooFewEfforts)?;
    let value = all[at].value;
    let support: Vec<&Effort> = all[at..].iter().take_while(|effort| value - effort.value <= SUPPORT).collect();
    let tagged = support.iter().any(|effort| effort.is_tagged());
    // A few easy sessions have a highest heart rate, too.
    let seen = if all.len() >= ENOUGH_SEEN { 0.6 } else { 0.4 };
    let confidence = seen + if support.len() >= 4 { 0.1 } else { 0.0 } + if tagged { 0.2 } else { 0.0 };
    let mut estimate = evidence.estimate(
        (Metric::HrMax, Method::HighestHeart),
        value,
        (value - HIGHEST_BAND, value + HIGHEST_BAND),
        confidence,
        support.iter().map(|effort| effort.source()).collect(),
    );
    estimate.lower_bound = true;
    Ok(vec![estimate])
}

/// What people of the athlete's age have: `208 - 0.7 age`, with a spread of 10 bpm (Tanaka 2001, as widely quoted).
pub(super) fn prior(evidence: &Evidence<'_>) -> Option<Prior> {
    let age = evidence.athlete.age_on(evidence.today)?;
    Some(Prior { value: 208.0 - 0.7 * f64::from(age), sd: 10.0 })
}

/// Resting heart rate: the low tenth of the mornings of seven days, from the source that has most of them. Sources are never
/// mixed, and mornings with illness or fever are left out.
pub(super) fn resting(evidence: &Evidence<'_>) -> Found {
    let from = evidence.first_of(MORNINGS);
    let days = from..=evidence.today;
    let mut newest: Vec<&WellnessEntry> =
        evidence.wellness.iter().filter(|entry| days.contains(&entry.value.date)).collect();
    newest.sort_by_key(|entry| entry.recorded_at);
    let ill: Vec<NaiveDate> = newest
        .iter()
        .filter(|e| matches!(e.value.field, WellnessField::Illness | WellnessField::Fever) && e.value.value > 0.5)
        .map(|entry| entry.value.date)
        .collect();
    let mut sources: BTreeMap<&str, BTreeMap<NaiveDate, f64>> = BTreeMap::new();
    let usable = |e: &&&WellnessEntry| e.value.field == WellnessField::RestingHr && !ill.contains(&e.value.date);
    for entry in newest.iter().filter(usable) {
        sources.entry(&entry.value.source).or_default().insert(entry.value.date, entry.value.value);
    }
    let Some(mornings) = sources.into_values().max_by_key(|days| (days.len(), days.keys().next_back().copied())) else {
        let ever = evidence.wellness.iter().any(|entry| entry.value.field == WellnessField::RestingHr);
        return Err(if ever { Missing::TooFewDays } else { Missing::NeverRecorded });
    };
    let values: Vec<f64> = mornings.values().copied().filter(|value| *value > 0.0 && value.is_finite()).collect();
    if values.len() < FEWEST_MORNINGS {
        return Err(Missing::TooFewDays);
    }
    let sd = statistics::sample_sd(&values).ok_or(Missing::TooFewDays)?;
    let half = (Z80 * sd / (values.len() as f64).sqrt()).max(MORNING_NOISE);
    let confidence = 0.5 + 0.4 * (values.len() - FEWEST_MORNINGS) as f64 / (MORNINGS as usize - FEWEST_MORNINGS) as f64;
    let value = quantile(values, 0.1).ok_or(Missing::TooFewDays)?;
    let source = |date: &NaiveDate| Source { date: *date, activity: None, result: None, effort: None };
    let sources = mornings.keys().map(source).collect();
    let of = (Metric::HrRest, Method::Mornings);
    Ok(vec![evidence.estimate(of, value, (value - half, value + half), confidence, sources)])
}

/// The value below which a share of the values lies, between two of them in proportion. `None` for no values.
fn quantile(mut values: Vec<f64>, share: f64) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let last = values.len().checked_sub(1)?;
    let at = share * last as f64;
    let below = at.floor() as usize;
    let above = (below + 1).min(last);
    Some(values[below] + (values[above] - values[below]) * (at - below as f64))
}
