//! Heart-rate variability: the week's signal, and what the two rule families say. Their numbers are never mixed.

use chrono::{NaiveDate, TimeDelta};
use science::hrv::{self, Side};
use science::readiness::Usual;

use super::diary::Diary;
use super::signals::{BASELINE_DAYS, FARTHEST, Found, WEEK, aged, measured, missing};
use super::{CURRENT_DAYS, Contributor, HrvRules, HrvVerdict, Signal};
use crate::reading::{Missing, Reading};
use crate::wellness::WellnessField;

/// Highest distance HRV can earn above its band.
const HRV_BEST: f64 = 1.0;
/// Smallest spread, so that a flat history does not turn a small change into a large one.
const LEAST_SD_LN_RMSSD: f64 = 0.03;
/// Days of the single-day rule.
const TEN_DAYS: i64 = 10;

/// The last days as they count for a day: all of one source, in ln ms.
struct Weeks {
    /// Newest day and its value, ms.
    newest: Option<(NaiveDate, f64)>,
    /// Usable days of the last seven.
    week: Vec<f64>,
    /// Mean of the week and half the width of the band around the usual mean, ln ms.
    mean: Option<f64>,
    band: Option<hrv::Band>,
    /// Days with a value that the baseline left out.
    set_aside: u32,
    /// Whether days of the week were left out.
    silenced: bool,
}

impl Weeks {
    fn of(today: NaiveDate, diary: &Diary<'_>) -> Weeks {
        let days = measured(WellnessField::Rmssd, today, diary);
        let age = |date: NaiveDate| (today - date).num_days();
        let logs = |from: i64, until: i64, keep: &dyn Fn(NaiveDate) -> bool| -> Vec<f64> {
            let within = days.iter().filter(|(date, _)| (from..until).contains(&age(*date)) && keep(*date));
            within.map(|(_, ms)| ms.ln()).collect()
        };
        let newest = days.last().copied();
        let week = logs(0, WEEK, &|date| !diary.hrv_is_silent(date));
        let unusual = |date: NaiveDate| diary.unusual(date) || diary.hrv_is_silent(date);
        let baseline = logs(WEEK, WEEK + BASELINE_DAYS, &|date| !unusual(date));
        let set_aside = logs(WEEK, WEEK + BASELINE_DAYS, &unusual).len();
        let current = newest.is_some_and(|(on, _)| age(on) <= CURRENT_DAYS);
        let band = hrv::band(&baseline).map(|band| {
            let half = hrv::BAND_SDS * band.sd.max(LEAST_SD_LN_RMSSD);
            hrv::Band { low: band.mean - half, high: band.mean + half, ..band }
        });
        Weeks {
            newest,
            mean: hrv::week_mean(&week).filter(|_| current && !diary.hrv_is_silent(today)),
            band,
            set_aside: u32::try_from(set_aside).unwrap_or(u32::MAX),
            silenced: diary.hrv_is_silent(today) || week.len() < logs(0, WEEK, &|_| true).len(),
            week,
        }
    }
}

/// HRV on its way into readiness.
pub(super) fn signal(today: NaiveDate, diary: &Diary<'_>) -> Found {
    let weeks = Weeks::of(today, diary);
    let Some((on, newest_ms)) = weeks.newest else { return missing(Signal::Hrv, Missing::NeverRecorded) };
    let usual = weeks.band.map(|band| Usual { mean: band.mean, sd: band.high - band.mean });
    let z = weeks.mean.zip(usual).map(|(mean, usual)| usual.z(mean).clamp(-FARTHEST, HRV_BEST));
    let current = (today - on).num_days() <= CURRENT_DAYS;
    Found {
        contributor: Contributor {
            signal: Signal::Hrv,
            value: match weeks.mean {
                Some(mean) => aged(mean.exp(), on, today),
                None if current => Reading::Missing { why: too_little(&weeks) },
                None => aged(newest_ms, on, today),
            },
            band: weeks.band.map(|band| (band.low.exp(), band.high.exp())),
            z,
        },
        reliability: weeks.week.len() as f64 / WEEK as f64,
    }
}

/// What both rule families say of a day.
pub(super) fn rules(today: NaiveDate, diary: &Diary<'_>) -> HrvRules {
    let weeks = Weeks::of(today, diary);
    let single = single_day(today, diary);
    let unknown = |why| HrvVerdict::Unknown { why };
    let nothing = weeks.newest.is_none().then_some(Missing::NeverRecorded);
    let silent = diary.hrv_is_silent(today).then_some(Missing::SetAside);
    HrvRules {
        week: match (nothing.or(silent), weeks.mean.zip(weeks.band)) {
            (None, Some((mean, band))) => match band.side(mean) {
                Side::Below => HrvVerdict::Below,
                Side::Inside => HrvVerdict::Usual,
                Side::Above => HrvVerdict::Above,
            },
            (Some(why), _) => unknown(why),
            (None, None) => unknown(too_little(&weeks)),
        },
        single_day: match (nothing.or(silent), single) {
            (None, Some(rule)) if rule.is_low() => HrvVerdict::Below,
            (None, Some(_)) => HrvVerdict::Usual,
            (why, _) => unknown(why.unwrap_or(Missing::TooFewDays)),
        },
        single_day_limit: single.filter(|_| silent.is_none()).map(|rule| rule.limit.exp()),
        variation: hrv::week_cv(&weeks.week).filter(|_| weeks.mean.is_some()),
        set_aside: weeks.set_aside,
    }
}

/// Kiviniemi's rule on the day's own value; `None` without one, or with too few of the ten days before it.
fn single_day(today: NaiveDate, diary: &Diary<'_>) -> Option<hrv::SingleDay> {
    let days = measured(WellnessField::Rmssd, today, diary);
    let usable = |date: NaiveDate| !diary.unusual(date) && !diary.hrv_is_silent(date);
    let back = |days_back: i64| {
        let date = today.checked_sub_signed(TimeDelta::days(days_back))?;
        days.iter().find(|(on, _)| *on == date && (days_back == 0 || usable(date))).map(|(_, ms)| ms.ln())
    };
    let window: Vec<f64> = (1..=TEN_DAYS).filter_map(back).collect();
    hrv::single_day(&window, back(0)?, back(1), back(2))
}

/// Why a week cannot be judged.
fn too_little(weeks: &Weeks) -> Missing {
    let lacks = weeks.week.len() < hrv::WEEK_DAYS_NEEDED && weeks.silenced;
    if lacks || (weeks.band.is_none() && weeks.set_aside > 0) { Missing::SetAside } else { Missing::TooFewDays }
}
