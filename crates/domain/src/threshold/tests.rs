//! Made efforts, results and mornings of one made person.

mod baseline;
mod course;
mod heart;
mod open_data;
mod power;
mod predict;
mod speed;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use science::mean_maximal::Best;
use uuid::Uuid;

use super::*;
use crate::activity::Activity;
use crate::activity::tests::blank;
use crate::athlete::Athlete;
use crate::id::AthleteId;
use crate::measures::{Curve, Quantity};
use crate::result::{Conditions, Effort, Outcome};
use crate::settings::Settings;
use crate::sport::Sport;
use crate::unit::{Bpm, Meters, Seconds, Watts};
use crate::wellness::WellnessEntry;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn back(days: i64) -> NaiveDate {
    today() - Duration::days(days)
}

fn id(number: u128) -> ActivityId {
    ActivityId(Uuid::from_u128(number))
}

fn activity(number: u128, days: i64, sport: Sport) -> Activity {
    Activity { id: id(number), sport, start_local: back(days).and_hms_opt(9, 0, 0).unwrap(), ..blank() }
}

/// A curve of these bests: (seconds, value, start).
fn curve(quantity: Quantity, bests: &[(u32, f64, u32)]) -> Curve {
    let best = |&(seconds, value, start_s): &(u32, f64, u32)| Best { seconds, value, start_s };
    Curve { quantity, bests: bests.iter().map(best).collect() }
}

fn outcome(number: u128, days: i64, sport: Sport, effort: Effort, time: f64) -> Outcome {
    Outcome {
        id: ResultId(Uuid::from_u128(number)),
        athlete: AthleteId(Uuid::nil()),
        date: back(days),
        effort,
        sport,
        distance: None,
        time: Seconds(time),
        power: None,
        heart: None,
        conditions: Conditions::default(),
        activity: None,
        race: None,
        note: None,
        supersedes: None,
        withdrawn: false,
        author: "Coach".to_owned(),
        at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

fn race(number: u128, days: i64, distance: f64, time: f64) -> Outcome {
    Outcome { distance: Some(Meters(distance)), ..outcome(number, days, Sport::Run, Effort::Race, time) }
}

fn ride_test(number: u128, days: i64, time: f64, watts: f64) -> Outcome {
    Outcome { power: Some(Watts(watts)), ..outcome(number, days, Sport::Ride, Effort::TimeTrial, time) }
}

#[derive(Default)]
struct Made {
    activities: Vec<(Activity, Vec<Curve>)>,
    results: Vec<Outcome>,
    wellness: Vec<WellnessEntry>,
    history: Vec<Settings>,
    born: Option<NaiveDate>,
}

impl Made {
    fn all(&self) -> Vec<ThresholdView> {
        let athlete = Athlete {
            id: AthleteId(Uuid::nil()),
            name: "Ada Fell".to_owned(),
            sex: None,
            born: self.born,
            zone: "UTC".to_owned(),
            squad: None,
            unassigned: false,
        };
        let results: Vec<&Outcome> = self.results.iter().collect();
        estimates(&Evidence {
            athlete: &athlete,
            today: today(),
            activities: &self.activities,
            results: &results,
            wellness: &self.wellness,
            settings: crate::settings::on(&self.history, today()),
            history: &self.history,
        })
    }

    fn view(&self, metric: Metric) -> ThresholdView {
        self.all().into_iter().find(|view| view.metric == metric).expect("every threshold has a view")
    }

    fn first(&self, metric: Metric) -> Estimate {
        let view = self.view(metric);
        view.estimates.first().cloned().unwrap_or_else(|| panic!("{metric}: {:?}", view.missing))
    }

    fn missing(&self, metric: Metric) -> Option<Missing> {
        self.view(metric).missing
    }
}

fn close(value: f64, wanted: f64, off: f64) {
    assert!((value - wanted).abs() <= off, "{value} is not {wanted} within {off}");
}

#[test]
fn every_threshold_is_looked_at_and_nothing_is_made_up_without_evidence() {
    let views = Made::default().all();
    assert_eq!(views.iter().map(|view| view.metric).collect::<Vec<_>>(), ESTIMATED);
    for view in views {
        assert_eq!((view.estimates.len(), view.missing), (0, Some(Missing::NeverRecorded)), "{}", view.metric);
        assert_eq!((view.current, view.prior), (None, None));
    }
}

#[test]
fn every_method_and_item_has_a_name_of_its_own_in_the_words_file() {
    let words = crate::words::Words::english();
    let all = [
        Method::TwentyMinutes,
        Method::SixtyMinutes,
        Method::FromCriticalPower,
        Method::Hyperbola,
        Method::DistanceTime,
        Method::FromCriticalSpeed,
        Method::RaceEquivalent,
        Method::TimeTrial,
        Method::PassiveHeart,
        Method::HighestHeart,
        Method::Mornings,
    ];
    let mut said: Vec<String> = all.iter().map(|method| words.say(&format!("method-{}", method.code()))).collect();
    said.extend(BaselineItem::ALL.iter().map(|item| words.say(&format!("baseline-{}", item.code()))));
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count);
}

#[test]
fn the_day_a_setting_holds_from_is_the_day_its_value_was_set_first() {
    let ftp = |days, watts| Settings { from: back(days), ftp: Some(Watts(watts)), ..Settings::default() };
    let later = Settings { lthr: Some(Bpm(170.0)), ..ftp(10, 250.0) };
    let corrected = ftp(40, 999.0);
    let history = vec![ftp(200, 240.0), corrected, ftp(40, 250.0), later];
    let made = Made { history, ..Made::default() };
    assert_eq!(made.view(Metric::Ftp).current, Some((250.0, back(40))));
    assert_eq!(made.view(Metric::Lthr).current, Some((170.0, back(10))));
}

#[test]
fn what_is_taken_over_changes_one_field_and_keeps_the_others() {
    let held = Settings { from: back(90), ftp: Some(Watts(240.0)), lthr: Some(Bpm(168.0)), ..Settings::default() };
    let of = super::estimate::setting;
    for metric in ESTIMATED {
        let settings = accepted(std::slice::from_ref(&held), metric, 123.0, today());
        assert_eq!((settings.len(), of(&settings[0], metric)), (1, Some(123.0)), "{metric}");
        for other in ESTIMATED.into_iter().filter(|other| *other != metric) {
            assert_eq!(of(&settings[0], other), of(&held, other));
        }
        assert_eq!(settings[0].from, today());
    }
    assert_eq!(accepted(&[], Metric::Ftp, 250.0, today())[0].ftp, Some(Watts(250.0)));
    assert!(accepted(&[held], Metric::Ctl, 1.0, today()).is_empty());
}

#[test]
fn a_later_day_that_kept_the_old_value_follows_and_one_that_set_another_does_not() {
    let ftp = |days, watts| Settings { from: back(days), ftp: Some(Watts(watts)), ..Settings::default() };
    let heavier = Settings { body_mass: Some(crate::unit::Kilograms(62.0)), ..ftp(5, 240.0) };
    let history = [ftp(90, 240.0), ftp(2, 260.0), ftp(5, 999.0), heavier.clone(), ftp(1, 240.0)];
    let settings = accepted(&history, Metric::Ftp, 250.0, back(10));
    assert_eq!(settings, [ftp(10, 250.0), Settings { ftp: Some(Watts(250.0)), ..heavier }]);
}
