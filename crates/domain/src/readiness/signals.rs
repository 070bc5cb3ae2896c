//! Each signal of a day: its value, the athlete's usual, and how far apart they are.

use std::collections::BTreeMap;

use chrono::{NaiveDate, TimeDelta};
use science::readiness::usual;
use science::statistics::mean;
use science::wellness::ITEM_SD_FLOOR;

use super::diary::{Diary, ITEMS};
use super::{CURRENT_DAYS, Contributor, Signal, hrv};
use crate::reading::{Missing, Reading};
use crate::trend::TrendPoint;
use crate::wellness::WellnessField;

/// Days of a baseline.
pub(super) const BASELINE_DAYS: i64 = 28;
/// Valid days a baseline needs.
pub(super) const BASELINE_NEEDED: usize = 10;
/// Days of a week.
pub(super) const WEEK: i64 = 7;
/// A signal counts no further than this many standard deviations.
pub(super) const FARTHEST: f64 = 3.0;
/// How far a value of today, yesterday and the day before is trusted.
const TRUST: [f64; CURRENT_DAYS as usize + 1] = [1.0, 0.7, 0.4];
/// How far form is trusted when a load of the last week is unknown.
const TRUST_WITH_UNKNOWN_LOAD: f64 = 0.5;

// Smallest spreads, so that a flat history does not turn a small change into a large one.
const LEAST_SD_BPM: f64 = 1.0;
const LEAST_SD_SLEEP_H: f64 = 0.5;
const LEAST_SD_FORM: f64 = 5.0;

/// A contributor and how far its value can be trusted, 0 to 1.
pub(super) struct Found {
    pub(super) contributor: Contributor,
    pub(super) reliability: f64,
}

/// Every signal as of a day, in display order.
pub(super) fn on(today: NaiveDate, diary: &Diary<'_>, trend: &[TrendPoint]) -> Vec<Found> {
    Signal::ALL
        .into_iter()
        .map(|signal| match signal {
            Signal::Hrv => hrv::signal(today, diary),
            Signal::RestingHr => {
                let days = measured(WellnessField::RestingHr, today, diary);
                against_usual(signal, today, &days, diary, LEAST_SD_BPM, -1.0)
            }
            Signal::Sleep => {
                let days = measured(WellnessField::Sleep, today, diary);
                against_usual(signal, today, &days, diary, LEAST_SD_SLEEP_H, 1.0)
            }
            Signal::Subjective => {
                let (days, items) = answered(today, diary);
                against_usual(signal, today, &days, diary, ITEM_SD_FLOOR / (items as f64).sqrt(), 1.0)
            }
            Signal::Form => form(today, diary, trend),
        })
        .collect()
}

/// The newest of `days` (in order, none after today) against those before it of the last 28 days. These are counted from
/// today, whatever the age of the newest: a missing morning never reaches further back than one that is there.
fn against_usual(
    signal: Signal,
    today: NaiveDate,
    days: &[(NaiveDate, f64)],
    diary: &Diary<'_>,
    least_sd: f64,
    better: f64,
) -> Found {
    let Some(&(on, value)) = days.last() else { return missing(signal, Missing::NeverRecorded) };
    let baseline: Vec<f64> = days
        .iter()
        .filter(|(date, _)| *date < on && (today - *date).num_days() <= BASELINE_DAYS && !diary.unusual(*date))
        .map(|(_, value)| *value)
        .collect();
    let usual = usual(&baseline, least_sd).filter(|_| baseline.len() >= BASELINE_NEEDED);
    let trust = usize::try_from((today - on).num_days()).ok().and_then(|age| TRUST.get(age).copied());
    Found {
        contributor: Contributor {
            signal,
            value: aged(value, on, today),
            band: usual.map(|usual| (usual.mean - usual.sd, usual.mean + usual.sd)),
            z: usual.filter(|_| trust.is_some()).map(|u| (better * u.z(value)).clamp(-FARTHEST, FARTHEST)),
        },
        reliability: trust.unwrap_or(0.0),
    }
}

fn form(today: NaiveDate, diary: &Diary<'_>, trend: &[TrendPoint]) -> Found {
    let up_to_today = || trend.iter().filter(|point| point.date <= today);
    // Before the trend has settled, form shows its start and not the training.
    let mut days: Vec<(NaiveDate, f64)> =
        up_to_today().filter(|point| point.ramp.is_some()).map(|point| (point.date, point.form_morning)).collect();
    days.sort_by_key(|(date, _)| *date);
    if days.is_empty() && up_to_today().next().is_some() {
        return missing(Signal::Form, Missing::TooFewDays);
    }
    let mut found = against_usual(Signal::Form, today, &days, diary, LEAST_SD_FORM, 1.0);
    if up_to_today().any(|point| point.load.is_none() && (today - point.date).num_days() <= WEEK) {
        found.reliability *= TRUST_WITH_UNKNOWN_LOAD;
    }
    found
}

/// A measured field's days up to today, of one source: the one with the most days in the last week, else the newest.
/// A change of device thus starts a new baseline instead of a sudden change of the athlete.
pub(super) fn measured(field: WellnessField, today: NaiveDate, diary: &Diary<'_>) -> Vec<(NaiveDate, f64)> {
    let mut recent: BTreeMap<&str, (usize, NaiveDate)> = BTreeMap::new();
    let week_ago = today.checked_sub_signed(TimeDelta::days(WEEK - 1)).unwrap_or(NaiveDate::MIN);
    for (date, entry) in diary.days(field, week_ago..=today) {
        let seen = recent.entry(&entry.value.source).or_insert((0, date));
        *seen = (seen.0 + 1, date);
    }
    let most = recent.into_iter().max_by_key(|(_, seen)| *seen).map(|(source, _)| source);
    let newest = || diary.days(field, NaiveDate::MIN..=today).next_back().map(|(_, entry)| entry.value.source.as_str());
    let source = most.or_else(newest);
    diary
        .days(field, NaiveDate::MIN..=today)
        .filter(|(_, entry)| Some(entry.value.source.as_str()) == source)
        .map(|(date, entry)| (date, entry.value.value))
        .collect()
}

/// The mean of the items answered on the newest day that can be compared, for every day on which all of these were
/// answered, and how many items they are.
///
/// An item answered too seldom to have a usual is left out, and so is a day with no other, while an earlier one is still
/// current: one more answer must not silence the others.
fn answered(today: NaiveDate, diary: &Diary<'_>) -> (Vec<(NaiveDate, f64)>, usize) {
    let current = today.checked_sub_signed(TimeDelta::days(CURRENT_DAYS)).unwrap_or(NaiveDate::MIN);
    let newest = |item: WellnessField| diary.days(item, NaiveDate::MIN..=today).next_back().map(|(date, _)| date);
    let Some(last) = ITEMS.into_iter().filter_map(newest).max() else { return (Vec::new(), 1) };
    let mut found = None;
    for on in last.iter_days().rev().take_while(|on| *on >= current || *on == last) {
        let (answers, items, enough) = answered_on(on, today, diary);
        if enough {
            return (answers, items);
        }
        found.get_or_insert((answers, items));
    }
    found.unwrap_or((Vec::new(), 1))
}

/// The same for the items of one day, and whether there are enough days to compare with.
fn answered_on(on: NaiveDate, today: NaiveDate, diary: &Diary<'_>) -> (Vec<(NaiveDate, f64)>, usize, bool) {
    let from = today.checked_sub_signed(TimeDelta::days(BASELINE_DAYS)).unwrap_or(NaiveDate::MIN);
    let is_usual = |date: &NaiveDate| *date < on && *date >= from && !diary.unusual(*date);
    let known = |item: WellnessField| diary.days(item, from..=on).filter(|(date, _)| is_usual(date)).count();
    let mut items: Vec<WellnessField> = ITEMS.into_iter().filter(|item| diary.value(*item, on).is_some()).collect();
    items.sort_by_key(|item| std::cmp::Reverse(known(*item)));
    loop {
        let days = items.first().into_iter().flat_map(|first| diary.days(*first, NaiveDate::MIN..=on));
        let means = days.filter_map(|(date, _)| {
            let answers: Option<Vec<f64>> = items.iter().map(|item| diary.value(*item, date)).collect();
            mean(&answers?).map(|mean| (date, mean))
        });
        let means: Vec<(NaiveDate, f64)> = means.collect();
        let enough = means.iter().filter(|(date, _)| is_usual(date)).count() >= BASELINE_NEEDED;
        if enough || items.len() <= 1 {
            return (means, items.len().max(1), enough);
        }
        items.pop();
    }
}

pub(super) fn aged<T>(value: T, on: NaiveDate, today: NaiveDate) -> Reading<T> {
    let days = (today - on).num_days();
    if days <= CURRENT_DAYS {
        Reading::Known { value, on }
    } else {
        Reading::Stale { value, on, days: u32::try_from(days).unwrap_or(u32::MAX) }
    }
}

pub(super) fn missing(signal: Signal, why: Missing) -> Found {
    let contributor = Contributor { signal, value: Reading::Missing { why }, band: None, z: None };
    Found { contributor, reliability: 0.0 }
}
