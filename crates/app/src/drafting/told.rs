//! What an athlete's own records say to the engine, where it is more than a row: sports, illness, moved thresholds.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Duration, NaiveDate};
use domain::activity::Activity;
use domain::availability::{self, Exception, ExceptionKind};
use domain::season::Race;
use domain::settings::{self, Settings};
use domain::sport::Sport;
use domain::wellness::{WellnessEntry, WellnessField};
use planner::{Health, Past, SportShare};

/// An intensity factor from which a session counts as quality (upper end of steady endurance riding and running).
const QUALITY_INTENSITY: f64 = 0.85;
/// Days whose activities say what an athlete usually trains, and whose reports say how well they were.
pub(super) const RECENT_DAYS: i64 = 60;
/// Pain from which training changes (SCIENCE 16).
const PAIN: f64 = 4.0;
/// Reports at most this many days apart belong to one illness.
const ONE_ILLNESS: i64 = 3;
/// Days in which a moved threshold is new.
const MOVED_DAYS: i64 = 28;

/// An activity as the engine sees it.
pub(super) fn past(activity: &Activity) -> Past {
    let load = activity.summary.load.map(|load| load.points);
    let hours = activity.timer.0 / 3600.0;
    let intensity = load.filter(|_| hours > 0.0).map(|points| (points / (100.0 * hours)).sqrt());
    Past {
        date: activity.day(),
        sport: activity.sport,
        minutes: activity.timer.0 / 60.0,
        load,
        quality: intensity.is_some_and(|intensity| intensity >= QUALITY_INTENSITY),
    }
}

/// The endurance sports of the recent activities with their share of the minutes, the main one first. Where nothing was
/// recorded, the sport of the next race; where there is none, running.
pub(super) fn sports(recent: &[Past], races: &[Race], today: NaiveDate) -> Vec<SportShare> {
    const ENDURANCE: [Sport; 5] = [Sport::Run, Sport::Ride, Sport::Swim, Sport::Row, Sport::Ski];
    let minutes = |sport: Sport| -> f64 {
        recent.iter().filter(|past| past.sport == sport && past.minutes.is_finite()).map(|past| past.minutes).sum()
    };
    let all: f64 = ENDURANCE.into_iter().map(minutes).sum();
    let mut shares: Vec<SportShare> = ENDURANCE
        .into_iter()
        .filter(|sport| minutes(*sport) > 0.0)
        .map(|sport| SportShare { sport, share: minutes(sport) / all })
        .collect();
    shares.sort_by(|a, b| b.share.total_cmp(&a.share));
    if shares.is_empty() {
        let next = races.iter().filter(|race| race.date >= today).min_by_key(|race| race.date);
        shares.push(SportShare { sport: next.map_or(Sport::Run, |race| race.sport), share: 1.0 });
    }
    shares
}

/// Illness and injury of the last days, from the mornings and from dated exceptions.
pub(super) fn health(wellness: &[WellnessEntry], exceptions: &[Exception], today: NaiveDate) -> Health {
    // Entries come by day, the ones recorded later last: of several for a day the newest counts.
    let newest: BTreeMap<(WellnessField, NaiveDate), f64> =
        wellness.iter().map(|entry| ((entry.value.field, entry.value.date), entry.value.value)).collect();
    let counting = availability::counting(exceptions);
    let days = |reported: &dyn Fn(WellnessField, f64) -> bool, kind: ExceptionKind| -> BTreeSet<NaiveDate> {
        let mornings = newest.iter().filter(|((field, _), value)| reported(*field, **value)).map(|((_, day), _)| *day);
        let excepted = counting.iter().filter(|one| one.kind == kind);
        let excepted = excepted.flat_map(|one| one.from.iter_days().take_while(|day| *day <= one.to.min(today)));
        let oldest = today - Duration::days(RECENT_DAYS);
        mornings.chain(excepted).filter(|day| oldest < *day && *day <= today).collect()
    };
    let ill = days(
        &|field, value| matches!(field, WellnessField::Illness | WellnessField::Fever) && value >= 0.5,
        ExceptionKind::Illness,
    );
    let hurt = days(
        &|field, value| match field {
            WellnessField::Injury => value >= 0.5,
            WellnessField::Pain => value >= PAIN,
            _ => false,
        },
        ExceptionKind::Injury,
    );
    Health { ill: ill.last().copied(), ill_since: since(&ill), hurt: hurt.last().copied(), hurt_since: since(&hurt) }
}

/// The first day of the newest illness: after a longer gap, what was reported before belongs to an earlier one.
fn since(days: &BTreeSet<NaiveDate>) -> Option<NaiveDate> {
    let together =
        |first: NaiveDate, day: &NaiveDate| if (first - *day).num_days() <= ONE_ILLNESS { *day } else { first };
    days.last().map(|newest| days.iter().rev().fold(*newest, together))
}

/// The biggest change of a threshold within four weeks, as a share of what it was, and days since.
pub(super) fn threshold_moved(history: &[Settings], today: NaiveDate) -> Option<(f64, i64)> {
    let news = history.iter().map(|settings| settings.from).collect::<BTreeSet<NaiveDate>>();
    let recent = news.into_iter().filter(|from| *from <= today && (today - *from).num_days() < MOVED_DAYS);
    recent
        .filter_map(|from| {
            let before = settings::on(history, from - Duration::days(1))?;
            let after = settings::on(history, from)?;
            let share = thresholds(before).into_iter().zip(thresholds(after)).filter_map(|pair| match pair {
                (Some(old), Some(new)) if old > 0.0 => Some(((new - old) / old).abs()),
                _ => None,
            });
            let biggest = share.max_by(f64::total_cmp).filter(|share| *share > 0.0)?;
            Some((biggest, (today - from).num_days()))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
}

/// What the load of a session is judged by.
fn thresholds(settings: &Settings) -> [Option<f64>; 6] {
    [
        settings.ftp.map(f64::from),
        settings.critical_power.map(f64::from),
        settings.lthr.map(f64::from),
        settings.threshold_speed.map(f64::from),
        settings.critical_speed.map(f64::from),
        settings.swim_speed.map(f64::from),
    ]
}

#[cfg(test)]
mod tests {
    use domain::id::{AthleteId, ExceptionId, WellnessId};
    use domain::unit::{Bpm, Watts};
    use domain::wellness::WellnessValue;

    use super::*;

    fn day(offset: i64) -> NaiveDate {
        testkit::clock::now().date_naive() + Duration::days(offset)
    }

    fn said(offset: i64, field: WellnessField, value: f64) -> WellnessEntry {
        WellnessEntry {
            id: WellnessId(testkit::id(1)),
            athlete: AthleteId(testkit::id(1)),
            batch: None,
            value: WellnessValue { date: day(offset), field, value, source: "form".to_owned() },
            recorded_at: testkit::clock::now(),
        }
    }

    fn exception(kind: ExceptionKind, from: i64, to: i64) -> Exception {
        Exception {
            id: ExceptionId(testkit::id(1)),
            athlete: AthleteId(testkit::id(1)),
            kind,
            from: day(from),
            to: day(to),
            minutes: 0,
            note: None,
            supersedes: None,
            withdrawn: false,
            author: "Coach".to_owned(),
            at: testkit::clock::now(),
        }
    }

    #[test]
    fn reports_a_few_days_apart_are_one_illness_and_an_earlier_one_is_another() {
        let ill = |offset| said(offset, WellnessField::Illness, 1.0);
        let wellness = [ill(-30), ill(-9), ill(-6), said(-5, WellnessField::Fever, 1.0), ill(-2)];
        let health = health(&wellness, &[], day(0));
        assert_eq!((health.ill, health.ill_since), (Some(day(-2)), Some(day(-9))));
        assert_eq!((health.hurt, health.hurt_since), (None, None));
    }

    #[test]
    fn a_no_recorded_later_takes_a_report_back_and_little_pain_is_no_injury() {
        let wellness = [
            said(-3, WellnessField::Illness, 1.0),
            said(-3, WellnessField::Illness, 0.0),
            said(-4, WellnessField::Pain, 3.0),
            said(-8, WellnessField::Pain, 4.0),
        ];
        let health = health(&wellness, &[], day(0));
        assert_eq!((health.ill, health.hurt, health.hurt_since), (None, Some(day(-8)), Some(day(-8))));
    }

    #[test]
    fn an_exception_for_illness_reports_its_days_up_to_today() {
        let exceptions = [exception(ExceptionKind::Illness, -4, 6), exception(ExceptionKind::Travel, -20, -10)];
        let health = health(&[], &exceptions, day(0));
        assert_eq!((health.ill, health.ill_since), (Some(day(0)), Some(day(-4))));
    }

    #[test]
    fn the_biggest_move_of_any_threshold_within_four_weeks_counts() {
        let at = |offset, ftp: f64, lthr: f64| Settings {
            from: day(offset),
            ftp: Some(Watts(ftp)),
            lthr: Some(Bpm(lthr)),
            ..Settings::default()
        };
        let history = [at(-200, 200.0, 160.0), at(-40, 300.0, 160.0), at(-20, 270.0, 168.0), at(-3, 270.0, 168.0)];
        let (share, days) = threshold_moved(&history, day(0)).expect("moved");
        assert!((share - 0.1).abs() < 1e-12, "{share}");
        assert_eq!(days, 20);
        assert_eq!(threshold_moved(&history, day(60)), None);
        assert_eq!(threshold_moved(&history[..1], day(-200)), None, "the first value is no change");
    }

    #[test]
    fn sports_are_shares_of_the_endurance_minutes_main_one_first() {
        let past = |sport, minutes| Past { date: day(-3), sport, minutes, load: None, quality: false };
        let recent =
            [past(Sport::Ride, 90.0), past(Sport::Run, 30.0), past(Sport::Strength, 500.0), past(Sport::Ride, 180.0)];
        let shares: Vec<(Sport, f64)> =
            sports(&recent, &[], day(0)).into_iter().map(|share| (share.sport, share.share)).collect();
        assert_eq!(shares, [(Sport::Ride, 0.9), (Sport::Run, 0.1)]);
        assert_eq!(sports(&[], &[], day(0))[0].sport, Sport::Run);
    }
}
