//! What stands beside the score: sleep missed, and each answer against its own history.

use chrono::{NaiveDate, TimeDelta};
use science::readiness::usual;
use science::wellness::{self, ADULT_NEED_H, ITEM_SD_FLOOR, YOUTH_NEED_H};

use super::diary::{Diary, ITEMS};
use super::signals::{BASELINE_DAYS, BASELINE_NEEDED, FARTHEST, WEEK, aged, measured};
use super::{ItemZ, Own, SleepDebt};
use crate::reading::{Missing, Reading};
use crate::wellness::WellnessField;

/// Nights of seven that must be known.
const NIGHTS_NEEDED: usize = 4;
/// Age from which an adult's need is assumed.
const ADULT: u32 = 18;

/// Sleep missed in the seven nights up to a day, of one source. The need is the athlete's own, or a guess by age.
pub(super) fn sleep_debt(today: NaiveDate, diary: &Diary<'_>, own: &Own<'_>) -> Reading<SleepDebt> {
    let known = measured(WellnessField::Sleep, today, diary);
    let Some((on, _)) = known.last() else { return Reading::Missing { why: Missing::NeverRecorded } };
    let set = own.sleep_need.filter(|need| need.is_finite() && *need > 0.0);
    let guess = if own.age.is_some_and(|age| age < ADULT) { YOUTH_NEED_H } else { ADULT_NEED_H };
    let need = set.unwrap_or(guess);
    let nights: Vec<Option<f64>> =
        known.iter().filter(|(date, _)| (today - *date).num_days() < WEEK).map(|(_, hours)| Some(*hours)).collect();
    match wellness::sleep_debt(need, &nights).filter(|debt| debt.nights >= NIGHTS_NEEDED) {
        Some(debt) => {
            let nights = u32::try_from(debt.nights).unwrap_or(u32::MAX);
            aged(SleepDebt { hours: debt.hours, need, nights, guessed: set.is_none() }, *on, today)
        }
        None => Reading::Missing { why: Missing::TooFewDays },
    }
}

/// The day's answers, each against those of its own 28 days before, ten needed.
pub(super) fn items(today: NaiveDate, diary: &Diary<'_>) -> Vec<ItemZ> {
    let from = today.checked_sub_signed(TimeDelta::days(BASELINE_DAYS)).unwrap_or(NaiveDate::MIN);
    let answered = ITEMS.into_iter().filter_map(|field| Some((field, diary.value(field, today)?)));
    answered
        .map(|(field, value)| {
            let days = diary.days(field, from..=today).filter(|(date, _)| *date < today && !diary.unusual(*date));
            let before: Vec<f64> = days.map(|(_, entry)| entry.value.value).collect();
            let usual = usual(&before, ITEM_SD_FLOOR).filter(|_| before.len() >= BASELINE_NEEDED);
            ItemZ { field, value, z: usual.map(|usual| usual.z(value).clamp(-FARTHEST, FARTHEST)) }
        })
        .collect()
}

/// Hooper index of the day's answers. Ours run from 1 (bad) to 5 (good), its from 1 (good) to 7 (bad): 5 becomes 1, 3
/// becomes 4 and 1 becomes 7, evenly between.
pub(super) fn hooper(today: NaiveDate, diary: &Diary<'_>) -> Option<f64> {
    let item = |field| diary.value(field, today).map(|good| 7.0 - 1.5 * (good - 1.0));
    wellness::hooper(
        item(WellnessField::SleepQuality)?,
        item(WellnessField::Stress)?,
        item(WellnessField::Fatigue)?,
        item(WellnessField::Soreness)?,
    )
}
