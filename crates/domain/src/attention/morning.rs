//! What a morning says that is unusual for this athlete: HRV by either rule family, resting heart rate, answers, sleep.

use super::{Flag, Picture, Severity, age, flag, newest};
use crate::readiness::{HrvVerdict, ReadinessDay, Signal};
use crate::reason::{Grade, Rule};
use crate::wellness::WellnessField;

/// Days on which an answer must stay low.
const LOW_DAYS: usize = 2;
/// Days in which these are looked for.
const LOW_WITHIN: i64 = 3;
/// Days of a week, and how many of them the mean resting heart rate needs.
const WEEK: i64 = 7;
const RESTING_NEEDED: usize = 3;

/// The 7-day mean outside its own band. Below is worth an eye; above is told, because very high HRV is not better.
/// Trials of training by it disagree (SCIENCE 11.2).
pub(super) fn hrv(picture: &Picture<'_>) -> Option<Flag> {
    let day = newest(picture)?;
    let (severity, side) = match day.hrv.week {
        HrvVerdict::Below => (Severity::Watch, "below"),
        HrvVerdict::Above => (Severity::Note, "above"),
        HrvVerdict::Usual | HrvVerdict::Unknown { .. } => return None,
    };
    let contributor = day.contributors.iter().find(|contributor| contributor.signal == Signal::Hrv)?;
    let (mean, (low, high)) = (*contributor.value.known()?, contributor.band?);
    Some(
        flag(severity, Rule::HrvOutOfBand, Grade::C)
            .with(|r| r.fact("mean", mean).fact("low", low).fact("high", high).named(side).on(day.date)),
    )
}

/// Today's HRV by the single-day rule. A family of its own; about one ordinary morning in six lies below its limit, so it
/// speaks only where a squad switched it on.
pub(super) fn hrv_single_day(picture: &Picture<'_>) -> Option<Flag> {
    let day = newest(picture).filter(|day| age(picture, day.date) == 0)?;
    let limit = day.hrv.single_day_limit.filter(|_| day.hrv.single_day == HrvVerdict::Below)?;
    Some(flag(Severity::Watch, Rule::HrvSingleDay, Grade::C).with(|r| r.limit(limit).on(day.date)))
}

/// Mean resting heart rate of the last seven days above baseline plus one SD, and by at least 3 bpm. Needs three days.
pub(super) fn resting_hr(picture: &Picture<'_>) -> Option<Flag> {
    let days = picture.readiness.iter().filter(|day| (0..WEEK).contains(&age(picture, day.date)));
    let known = days.filter_map(|day| {
        let contributor = day.contributors.iter().find(|c| c.signal == Signal::RestingHr)?;
        Some((day.date, *contributor.value.known()?, contributor.band))
    });
    let values: Vec<f64> = known.clone().map(|(_, value, _)| value).collect();
    if values.len() < RESTING_NEEDED {
        return None;
    }
    let (low, high) = known.filter_map(|(date, _, band)| Some((date, band?))).max_by_key(|(date, _)| *date)?.1;
    let baseline = f64::midpoint(low, high);
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let limit = high.max(baseline + picture.tuning.number(Rule::RestingHrHigh));
    (mean >= limit && mean > high).then(|| {
        flag(Severity::Watch, Rule::RestingHrHigh, Grade::D)
            .with(|r| r.fact("mean", mean).fact("baseline", baseline).limit(limit))
    })
}

/// An answer far below the athlete's own on two of the last three days, the newest two on which it was given.
pub(super) fn wellness(picture: &Picture<'_>) -> Option<Flag> {
    let limit = picture.tuning.number(Rule::WellnessLow);
    let mut days: Vec<&ReadinessDay> =
        picture.readiness.iter().filter(|day| (0..LOW_WITHIN).contains(&age(picture, day.date))).collect();
    days.sort_by_key(|day| std::cmp::Reverse(day.date));
    let lowest = |field: WellnessField| {
        let answers = days.iter().filter_map(|day| day.items.iter().find(|item| item.field == field));
        let newest: Vec<f64> = answers.take(LOW_DAYS).filter_map(|item| item.z).collect();
        let higher = newest.iter().copied().reduce(f64::max).filter(|_| newest.len() == LOW_DAYS)?;
        (higher <= limit).then_some((field, higher))
    };
    let fields = [
        WellnessField::SleepQuality,
        WellnessField::Fatigue,
        WellnessField::Soreness,
        WellnessField::Stress,
        WellnessField::Mood,
    ];
    let (field, z) = fields.into_iter().filter_map(lowest).min_by(|a, b| a.1.total_cmp(&b.1))?;
    Some(
        flag(Severity::Watch, Rule::WellnessLow, Grade::D)
            .with(|r| r.fact("z", z).fact("days", LOW_DAYS as f64).limit(limit).named(field.code())),
    )
}

/// Sleep missed in seven nights. There is no validated limit for athletes.
pub(super) fn sleep_debt(picture: &Picture<'_>) -> Option<Flag> {
    let day = newest(picture)?;
    let debt = day.sleep_debt.known()?;
    let limit = picture.tuning.number(Rule::SleepDebt);
    (debt.hours >= limit).then(|| {
        flag(Severity::Watch, Rule::SleepDebt, Grade::D).with(|r| {
            r.fact("debt", debt.hours).fact("nights", f64::from(debt.nights)).fact("need", debt.need).limit(limit)
        })
    })
}
