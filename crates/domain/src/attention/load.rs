//! What is unusual about the load of the last days. All of it describes; none of it predicts (SCIENCE 6, 7, 18.3).

use super::{Flag, Picture, SILENT_DAYS, Severity, age, flag};
use crate::daily::{DayMeasures, spikes};
use crate::measures::{Doubt, Measured};
use crate::metric::Metric;
use crate::reason::{Grade, Rule};
use crate::sport::Sport;

/// Days of a week and of the four weeks that a week is compared with.
const WEEK: usize = 7;
const MONTH: usize = 28;
/// Days of the month that may be unknown.
const UNKNOWN_ALLOWED: usize = 3;
/// Days in which a session of another source is looked for.
const SWITCH_DAYS: i64 = 14;
/// Monotony shown at most: near-constant weeks explode.
const MONOTONY_SHOWN: f64 = science::monotony::SHOWN_UP_TO;
/// Least line for fitness gained in a week, points (SCIENCE 6).
const RAMP_LEAST: f64 = 3.0;

/// The last seven days against the larger of the seven before and a week's mean of the 28 before, so that a planned
/// recovery week does not make the week after it look like a jump. Needs a base that is worth dividing by.
pub(super) fn jump(picture: &Picture<'_>) -> Option<Flag> {
    let newest = picture.days.last().filter(|day| age(picture, day.date) == 0 && day.acwr_missing.is_none())?;
    let before = picture.days.len().checked_sub(WEEK + MONTH)?;
    let (month, week) = picture.days.get(before..)?.split_at_checked(MONTH)?;
    let known = |days: &[DayMeasures]| days.iter().filter_map(|day| day.trend.load).collect::<Vec<f64>>();
    let (loads, last, now) = (known(month), known(&month[MONTH - WEEK..]), known(week));
    if now.len() < WEEK || last.len() < WEEK || loads.len() + UNKNOWN_ALLOWED < MONTH {
        return None;
    }
    let mean = loads.iter().sum::<f64>() / loads.len() as f64 * WEEK as f64;
    let base = mean.max(last.iter().sum());
    let week: f64 = now.iter().sum();
    let (share, limit) = (week / base - 1.0, picture.tuning.number(Rule::LoadJump));
    (base > 0.0 && 100.0 * share > limit).then(|| {
        flag(Severity::Watch, Rule::LoadJump, Grade::C)
            .with(|r| r.fact("week", week).fact("usual", base).fact("share", share).limit(limit).on(newest.date))
    })
}

/// Fitness that rises by the caution line of SCIENCE 6 or more, `max(3, 10 % of CTL)` points in a week.
pub(super) fn fast_ramp(picture: &Picture<'_>) -> Option<Flag> {
    let point = picture.trend.last().filter(|point| (0..SILENT_DAYS).contains(&age(picture, point.date)))?;
    let limit = (picture.tuning.number(Rule::FastRamp) / 100.0 * point.ctl).max(RAMP_LEAST);
    let ramp = point.ramp.filter(|ramp| *ramp >= limit)?;
    Some(flag(Severity::Watch, Rule::FastRamp, Grade::D).with(|r| r.fact("ramp", ramp).limit(limit)))
}

/// Form this morning below the line that vendors draw by convention: context, not a finding.
pub(super) fn deep_fatigue(picture: &Picture<'_>) -> Option<Flag> {
    let point = picture.trend.last().filter(|point| (0..=1).contains(&age(picture, point.date)))?;
    let limit = picture.tuning.number(Rule::DeepFatigue);
    (point.form_morning < limit).then(|| {
        flag(Severity::Watch, Rule::DeepFatigue, Grade::D).with(|r| r.fact("form", point.form_morning).limit(limit))
    })
}

/// The most unusual activity of the last seven days: more than a tenth longer than the longest of the same sport in the
/// 30 days before it, by distance where all of them have one. Without one in those 30 days nothing can be compared.
pub(super) fn spike(picture: &Picture<'_>) -> Option<Flag> {
    let most = 1.0 + picture.tuning.number(Rule::RecentSpike) / 100.0;
    let (activity, spike) = picture
        .recent
        .iter()
        .zip(spikes(picture.recent))
        .filter(|(activity, _)| (0..SILENT_DAYS).contains(&age(picture, activity.day())))
        .filter_map(|(activity, spike)| Some((activity, spike.filter(|spike| spike.size > most * spike.longest)?)))
        .max_by(|(a, x), (b, y)| x.ratio.total_cmp(&y.ratio).then(a.start.cmp(&b.start)))?;
    // The study is about runners; for other sports the rule is carried over by design.
    let grade = if activity.sport == Sport::Run { Grade::B } else { Grade::D };
    let (unit, by, size) = if spike.by_distance { (1000.0, "distance", "km") } else { (60.0, "time", "minutes") };
    Some(flag(Severity::Watch, Rule::RecentSpike, grade).with(|r| {
        r.fact(size, spike.size / unit)
            .fact("longest", spike.longest / unit)
            .limit(most * spike.longest / unit)
            .named(by)
            .on(activity.day())
    }))
}

/// Seven days much alike. The line of 2 comes from one study of illness and did not hold up as a predictor.
pub(super) fn monotony(picture: &Picture<'_>) -> Option<Flag> {
    let newest = picture.days.last().filter(|day| (0..=1).contains(&age(picture, day.date)))?;
    let (monotony, limit) = (newest.monotony?.monotony, picture.tuning.number(Rule::HighMonotony));
    (monotony > limit).then(|| {
        flag(Severity::Note, Rule::HighMonotony, Grade::C)
            .with(|r| r.fact("monotony", monotony.min(MONOTONY_SHOWN)).limit(limit).on(newest.date))
    })
}

/// Sessions whose load comes from another source than the athlete's usual one, and cannot be put on its scale yet: load,
/// fitness and form of these days are not comparable with those before.
pub(super) fn source_switched(picture: &Picture<'_>) -> Option<Flag> {
    let is_unbridged = |activity: &&crate::activity::Activity| match picture.measured(activity, Metric::Load) {
        Some(Measured::Known { doubts, .. }) => doubts.contains(&Doubt::Unbridged),
        _ => activity.summary.load.is_some_and(|load| load.stands_in && load.scale.is_none()),
    };
    let recent = picture.recent.iter().filter(|activity| (0..SWITCH_DAYS).contains(&age(picture, activity.day())));
    let switched: Vec<_> = recent.filter(is_unbridged).collect();
    let newest = switched.iter().map(|activity| activity.day()).max()?;
    let (sessions, limit) = (switched.len() as f64, picture.tuning.number(Rule::SourceSwitched));
    (sessions >= limit).then(|| {
        flag(Severity::Watch, Rule::SourceSwitched, Grade::D).with(|r| r.fact("sessions", sessions).on(newest))
    })
}
