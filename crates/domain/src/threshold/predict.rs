//! Race times from results: several methods, one blend with an interval, adjusted for the day.

use chrono::NaiveDate;
use science::race;
use serde::{Deserialize, Serialize};

use crate::activity::Activity;
use crate::result::{Conditions, Effort, Outcome};
use crate::settings::Settings;
use crate::sport::Sport;
use crate::unit::{Meters, Seconds, Sex};

/// The race asked about.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct RaceDay {
    /// Day.
    pub date: NaiveDate,
    /// Distance.
    pub distance: Meters,
    /// What the day will be like.
    pub conditions: Conditions,
    /// Running a week over the last eight weeks, metres.
    pub weekly: Option<Meters>,
}

/// One method's answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PredictionPart {
    /// Method's stable name (`riegel`, `vdot`, `critical-speed`, `vickers-one`, `vickers-two`).
    pub method: String,
    /// Time by it.
    pub time: Seconds,
    /// Its weight in the blend, 0 to 1.
    pub weight: f64,
}

/// What may be expected.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prediction {
    /// Expected time on a cool day at sea level.
    pub time: Seconds,
    /// 80 % interval.
    pub low: Seconds,
    /// Upper end.
    pub high: Seconds,
    /// What it is made of.
    pub parts: Vec<PredictionPart>,
    /// Results it rests on: day, distance, time.
    pub from: Vec<(NaiveDate, Meters, Seconds)>,
    /// Slower by heat, percent: middle, low, high.
    pub heat: Option<(f64, f64, f64)>,
    /// Slower by altitude, percent: middle, low, high.
    pub altitude: Option<(f64, f64, f64)>,
    /// Time with the day's conditions, and its interval.
    pub adjusted: Option<(Seconds, Seconds, Seconds)>,
    /// Age grade of the expected time, percent of the age's standard.
    pub age_grade: Option<f64>,
}

/// Days of running a usual week is taken from, and how long an athlete must have been running for one.
const WEEKLY_DAYS: i64 = 56;
const KNOWN_DAYS: i64 = 28;

/// Running a week over the eight weeks up to a day, metres; over the weeks since the first run where that is later.
///
/// `None` with less than four weeks of runs behind it: what came before is not known then, and not nothing. `activities` in
/// any order; some from before the eight weeks show that the athlete ran then.
#[must_use]
pub fn weekly(activities: &[Activity], today: NaiveDate) -> Option<Meters> {
    let ran = |activity: &&Activity| activity.sport == Sport::Run && activity.day() <= today;
    let first = activities.iter().filter(ran).map(Activity::day).min()?;
    let known = (today - first).num_days() + 1;
    if known < KNOWN_DAYS {
        return None;
    }
    let days = known.min(WEEKLY_DAYS);
    let recent = activities.iter().filter(ran).filter(|activity| (today - activity.day()).num_days() < days);
    let metres: f64 = recent.filter_map(|activity| activity.distance).map(f64::from).sum();
    Some(Meters(metres / (days as f64 / 7.0)))
}

/// Results speak for two years at most, and are compared with one another after fading by this share a month.
const YEARS_DAYS: i64 = 730;
const FADES_A_MONTH: f64 = 0.005;
const MONTH_DAYS: f64 = 30.4;
/// Races the methods were made for.
const DISTANCES: std::ops::RangeInclusive<f64> = 1000.0..=50_000.0;
/// Two races of one runner say something about the way to a third when their distances differ by this factor, and lie within
/// half a year (Vickers & Vertosick 2016 asked for races of one preparation).
const APART: f64 = 1.5;
const TOGETHER_DAYS: i64 = 183;
/// Humidity where none was given: the middle, and what air usually spans.
const HUMIDITY: (f64, f64, f64) = (55.0, 30.0, 80.0);
/// A race of this many hours suffers from heat as a marathon does; a shorter one in proportion. Design choice.
const WHOLE_HEAT_H: f64 = 1.5;

/// A result on a cool day at sea level.
#[derive(Debug, Clone, Copy)]
struct Base<'a> {
    result: &'a Outcome,
    distance: Meters,
    time: Seconds,
    months: f64,
}

/// A running race's time from the athlete's results; `None` without one in the last two years.
///
/// Results are first freed of the heat and height they were run in, where those are known. The one that promises most carries
/// the prediction, an older one counting a little less; a second one is used where the method takes two. Methods that need
/// what is not known (weekly distance, critical speed) are left out, and what lies outside their range too. The interval is
/// that of [`science::race::blend`]: never narrower than 3 % up to the half marathon and 5.5 % for the marathon, and wider
/// with the age of the result.
#[must_use]
pub fn predict(
    race: &RaceDay,
    results: &[&Outcome],
    settings: Option<&Settings>,
    sex: Option<Sex>,
    age: Option<u32>,
) -> Option<Prediction> {
    let bases: Vec<Base<'_>> = results.iter().filter_map(|result| base(result, race.date)).collect();
    let promise = |base: &&Base<'_>| {
        let over = race::riegel(base.distance, base.time, race.distance, race::RIEGEL);
        over.map_or(f64::INFINITY, |time| time.0 * (1.0 + FADES_A_MONTH * base.months))
    };
    let best = bases.iter().min_by(|a, b| promise(a).total_cmp(&promise(b)))?;
    let second = partner(best, &bases);
    let answers = answers(race, best, second, settings);
    let blend = race::blend(&answers, race.distance, best.months)?;
    let parts: Vec<PredictionPart> = blend
        .parts
        .iter()
        .map(|part| PredictionPart { method: code(part.method).to_owned(), time: part.time, weight: part.weight })
        .collect();
    let two = answers.iter().any(|answer| answer.method == race::Method::VickersTwo);
    let used = [Some(best), second.filter(|_| two)].into_iter().flatten();
    let from = used.map(|base| (base.result.date, base.distance, base.result.time)).collect();
    let heat = heat(&race.conditions, blend.time, race.distance);
    let altitude = altitude(&race.conditions);
    let slower = |percent: Option<f64>| 1.0 + percent.unwrap_or(0.0) / 100.0;
    let adjusted = (heat.is_some() || altitude.is_some()).then(|| {
        let by = |time: Seconds, pick: fn((f64, f64, f64)) -> f64| {
            Seconds(time.0 * slower(heat.map(pick)) * slower(altitude.map(pick)))
        };
        (by(blend.time, |band| band.0), by(blend.low, |band| band.1), by(blend.high, |band| band.2))
    });
    let age_grade = sex
        .zip(age)
        .and_then(|(sex, age)| science::age_grade::grade(sex, age, race.distance, blend.time))
        .map(|grade| grade.percent);
    Some(Prediction {
        time: blend.time,
        low: blend.low,
        high: blend.high,
        parts,
        from,
        heat,
        altitude,
        adjusted,
        age_grade,
    })
}

/// A result that may speak for a race on a day.
fn base(result: &Outcome, day: NaiveDate) -> Option<Base<'_>> {
    let days = (day - result.date).num_days();
    let distance = result.distance.filter(|distance| DISTANCES.contains(&distance.0))?;
    let all_out = result.sport == Sport::Run && result.effort != Effort::Laboratory;
    if !all_out || !(0..=YEARS_DAYS).contains(&days) {
        return None;
    }
    race::vdot(distance, result.time)?;
    let share = |band: Option<(f64, f64, f64)>| 1.0 + band.map_or(0.0, |band| band.0) / 100.0;
    let slower = share(heat(&result.conditions, result.time, distance)) * share(altitude(&result.conditions));
    Some(Base { result, distance, time: Seconds(result.time.0 / slower), months: days as f64 / MONTH_DAYS })
}

/// The result that goes best with another: far enough in distance, near in time, the newest.
fn partner<'a, 'b>(best: &Base<'_>, bases: &'b [Base<'a>]) -> Option<&'b Base<'a>> {
    let fits = |other: &&Base<'_>| {
        let ratio = (other.distance.0 / best.distance.0).max(best.distance.0 / other.distance.0);
        let days = (other.result.date - best.result.date).num_days().abs();
        ratio >= APART && days <= TOGETHER_DAYS
    };
    bases.iter().filter(fits).min_by(|a, b| a.months.total_cmp(&b.months))
}

fn answers(
    race: &RaceDay,
    best: &Base<'_>,
    second: Option<&Base<'_>>,
    settings: Option<&Settings>,
) -> Vec<race::Predicted> {
    let (distance, time) = (best.distance, best.time);
    let miles = race.weekly.filter(|weekly| weekly.0 >= 0.0).map(|weekly| race::miles(weekly.0 / 1000.0));
    let is_marathon = (race.distance.0 / race::MARATHON.0 - 1.0).abs() < 0.01;
    let vickers_one = miles.filter(|_| is_marathon).and_then(|miles| race::vickers_one(distance, time, miles));
    let vickers_two = miles.filter(|_| is_marathon).zip(second).and_then(|(miles, second)| {
        let (short, long) = if second.distance.0 > distance.0 { (best, second) } else { (second, best) };
        race::vickers_two(short.distance, short.time, long.distance, long.time, miles)
    });
    let speed = settings.and_then(|settings| settings.critical_speed.zip(settings.d_prime));
    let critical = speed.and_then(|(speed, d_prime)| {
        if is_marathon {
            race::critical_speed_marathon(speed)
        } else {
            race::critical_speed_time(speed, d_prime, race.distance)
        }
    });
    [
        (race::Method::Riegel, race::riegel(distance, time, race.distance, race::RIEGEL)),
        (race::Method::Vdot, race::vdot(distance, time).and_then(|vdot| race::vdot_time(vdot, race.distance))),
        (race::Method::CriticalSpeed, critical),
        (race::Method::VickersOne, vickers_one),
        (race::Method::VickersTwo, vickers_two),
    ]
    .into_iter()
    .filter_map(|(method, time)| {
        let sd_share = method.usual_sd_share(distance, race.distance)?;
        Some(race::Predicted { method, time: time?, sd_share })
    })
    .collect()
}

/// Slower by heat, percent: middle, low, high. What humidity could be widens the band where it is not known.
fn heat(conditions: &Conditions, time: Seconds, distance: Meters) -> Option<(f64, f64, f64)> {
    let air = conditions.temperature?;
    let marathon = race::riegel(distance, time, race::MARATHON, race::RIEGEL)?;
    let share = (time.0 / 3600.0 / WHOLE_HEAT_H).min(1.0);
    let at = |humidity: f64| {
        let wbgt = science::heat::wbgt(air, humidity)?;
        // Nobody says whether the athlete is used to heat: as one who is not.
        science::heat::slow_down(wbgt, marathon.0 / 3600.0, false)
    };
    let (middle, dry, wet) = match conditions.humidity {
        Some(humidity) => (at(humidity)?, at(humidity)?, at(humidity)?),
        None => (at(HUMIDITY.0)?, at(HUMIDITY.1)?, at(HUMIDITY.2)?),
    };
    // A short race may lose nothing at all, or as much as a long one.
    let low = if share < 1.0 { 0.0 } else { dry.1.0 };
    Some((middle.0 * share, low, wet.1.1))
}

/// Slower by altitude, percent of the time: middle, low, high.
fn altitude(conditions: &Conditions) -> Option<(f64, f64, f64)> {
    let (middle, (low, high)) = science::altitude::speed_loss(conditions.altitude?)?;
    let of_time = |loss: f64| 100.0 * (1.0 / (1.0 - loss / 100.0) - 1.0);
    Some((of_time(middle), of_time(low), of_time(high)))
}

const fn code(method: race::Method) -> &'static str {
    match method {
        race::Method::Riegel => "riegel",
        race::Method::Vdot => "vdot",
        race::Method::CriticalSpeed => "critical-speed",
        race::Method::VickersOne => "vickers-one",
        race::Method::VickersTwo => "vickers-two",
    }
}
