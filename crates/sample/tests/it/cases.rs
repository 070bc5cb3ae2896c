//! Each athlete's special case is really in the files.

use chrono::{Duration, NaiveDate};
use domain::recording::{ChannelKind, Recording};
use domain::season::Priority;
use domain::sport::Sport;
use domain::wellness::WellnessField;
use exchange::Content;
use sample::{Case, Member};

use crate::{club, member, today};

fn contents(member: &Member) -> Vec<Content> {
    let folder = format!("{}/", member.name);
    club()
        .files
        .iter()
        .filter(|file| file.path.starts_with(&folder))
        .flat_map(|file| exchange::read(&file.path, &file.bytes).expect("readable").contents)
        .collect()
}

fn recordings(case: Case) -> Vec<Recording> {
    contents(member(case))
        .into_iter()
        .filter_map(|content| match content {
            Content::Activity { recording, .. } => Some(recording),
            _ => None,
        })
        .collect()
}

fn mornings(case: Case, field: WellnessField) -> Vec<(NaiveDate, f64)> {
    contents(member(case))
        .into_iter()
        .filter_map(|content| match content {
            Content::Wellness { values, .. } => Some(values),
            _ => None,
        })
        .flatten()
        .filter(|value| value.field == field)
        .map(|value| (value.date, value.value))
        .collect()
}

fn days_ago(recording: &Recording) -> i64 {
    (today() - recording.start.date_naive()).num_days()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn every_case_has_one_athlete() {
    for case in Case::ALL {
        assert_eq!(club().members.iter().filter(|m| m.case == case).count(), 1, "{}", case.code());
    }
}

#[test]
fn stale_ends_twelve_days_ago() {
    assert!(recordings(Case::Stale).iter().all(|r| days_ago(r) >= 12));
    assert!(mornings(Case::Stale, WellnessField::Mood).iter().all(|(date, _)| today() - *date >= Duration::days(12)));
}

#[test]
fn illness_is_reported_suppresses_hrv_and_stops_training() {
    let ill: Vec<NaiveDate> =
        mornings(Case::Illness, WellnessField::Illness).into_iter().filter(|(_, v)| *v > 0.0).map(|(d, _)| d).collect();
    assert!((6..=8).contains(&ill.len()), "{ill:?}");
    let hrv = mornings(Case::Illness, WellnessField::Rmssd);
    let (during, before): (Vec<_>, Vec<_>) = hrv.into_iter().partition(|(date, _)| ill.contains(date));
    assert!(mean(during.into_iter().map(|(_, v)| v)) < 0.8 * mean(before.into_iter().map(|(_, v)| v)));
    assert!(recordings(Case::Illness).iter().all(|r| !ill.contains(&r.start.date_naive())));
}

#[test]
fn a_new_threshold_raises_the_power_of_the_same_sessions() {
    let settings = &member(Case::NewThreshold).settings;
    assert_eq!(settings.len(), 2);
    let (before, after): (Vec<Recording>, Vec<Recording>) = recordings(Case::NewThreshold)
        .into_iter()
        .filter(|r| r.totals.avg_power.is_some())
        .partition(|r| r.start.date_naive() < settings[1].from);
    let power = |rides: &[Recording]| mean(rides.iter().filter_map(|r| r.totals.avg_power).map(|w| w.0));
    let ratio = power(&after) / power(&before);
    assert!((1.05..1.13).contains(&ratio), "{ratio}");
}

#[test]
fn a_new_device_writes_another_serial_from_its_day_on() {
    let member = member(Case::NewDevice);
    for recording in recordings(Case::NewDevice) {
        let expected = member.serials[usize::from(recording.start.date_naive() >= member.device_since)];
        assert_eq!(recording.device.and_then(|d| d.serial), Some(expected));
    }
}

#[test]
fn every_device_belongs_to_one_athlete() {
    let mut serials: Vec<u32> = club().members.iter().flat_map(|m| m.serials.clone()).collect();
    let count = serials.len();
    serials.sort_unstable();
    serials.dedup();
    assert_eq!(serials.len(), count);
}

#[test]
fn little_data_reaches_back_three_weeks() {
    let all = recordings(Case::LittleData);
    assert!((8..=15).contains(&all.len()), "{}", all.len());
    assert!(all.iter().all(|r| days_ago(r) <= 21));
}

#[test]
fn without_thresholds_only_the_felt_effort_is_known() {
    assert!(member(Case::NoThresholds).settings.is_empty());
    for recording in recordings(Case::NoThresholds) {
        assert!(recording.channel(ChannelKind::HeartRate).is_none());
        assert!(recording.channel(ChannelKind::Power).is_none());
        assert!(recording.totals.rpe.is_some());
    }
}

#[test]
fn the_spike_is_far_longer_than_any_run_of_the_month_before() {
    let all = recordings(Case::Spike);
    let spike = all.iter().find(|r| days_ago(r) == 2).expect("two days ago");
    let before = all.iter().filter(|r| (3..=32).contains(&days_ago(r))).map(|r| r.timer.0).fold(0.0, f64::max);
    assert!(spike.timer.0 > 1.4 * before, "{} after {before}", spike.timer.0);
}

#[test]
fn the_ramp_climbs_by_weeks() {
    let week = |n: i64| -> f64 {
        recordings(Case::FastRamp).iter().filter(|r| (days_ago(r) - 1) / 7 == n).map(|r| r.timer.0).sum()
    };
    let weeks: Vec<f64> = (0..5).map(week).collect();
    assert!(weeks[0] > 1.6 * weeks[4], "{weeks:?}");
}

#[test]
fn the_taper_leads_to_a_race_in_two_weeks() {
    let race = &member(Case::Taper).races[0];
    assert_eq!((race.priority, (race.date - today()).num_days()), (Priority::A, 13));
    let phases = &member(Case::Taper).phases;
    assert!(phases.windows(2).all(|pair| pair[1].from == pair[0].to + Duration::days(1)), "phases follow each other");
}

#[test]
fn triathletes_swim_ride_and_run() {
    let all = recordings(Case::Taper);
    for sport in [Sport::Swim, Sport::Ride, Sport::Run] {
        assert!(all.iter().filter(|r| r.sport == sport).count() > 20, "{sport:?}");
    }
}

#[test]
fn pain_is_reported_and_grows() {
    let pain: Vec<f64> = mornings(Case::Pain, WellnessField::Pain).into_iter().rev().take(3).map(|(_, v)| v).collect();
    assert_eq!(pain, vec![6.0, 5.0, 4.0]);
}

#[test]
fn the_young_and_the_old_have_their_age() {
    let age = |case| member(case).born.and_then(|born| today().years_since(born));
    assert_eq!((age(Case::Youth), age(Case::Master)), (Some(15), Some(58)));
}

#[test]
fn power_and_heart_rate_of_rides_look_like_training() {
    for ride in recordings(Case::Master).iter().filter(|r| r.sport == Sport::Ride) {
        let hr = ride.totals.avg_hr.expect("a strap").0;
        let watts = ride.totals.avg_power.expect("a power meter").0;
        assert!((105.0..155.0).contains(&hr), "{hr}");
        assert!((120.0..230.0).contains(&watts), "{watts}");
    }
}

#[test]
fn the_new_watch_measures_strides_and_the_balance_has_moved() {
    let runs = recordings(Case::NewDevice);
    let balance = |recording: &Recording| {
        let channel = recording.channel(ChannelKind::GroundContactBalance)?;
        Some(mean(channel.values.iter().copied()))
    };
    let (newer, older): (Vec<_>, Vec<_>) =
        runs.iter().filter_map(|run| Some((days_ago(run), balance(run)?))).partition(|(ago, _)| *ago <= 7);
    assert!(newer.len() >= 3 && older.len() >= 10, "{} {}", newer.len(), older.len());
    let of = |runs: &[(i64, f64)]| mean(runs.iter().map(|(_, left)| *left));
    assert!(of(&newer) - of(&older) > 1.5, "{} {}", of(&newer), of(&older));
}

#[test]
fn runners_with_thresholds_have_results_and_two_people_have_marks() {
    let raced = club().members.iter().filter(|member| !member.results.is_empty()).count();
    assert!(raced >= 5, "{raced}");
    assert!(member(Case::Spike).results.windows(2).all(|pair| pair[0].date < pair[1].date));
    assert_eq!(club().members.iter().filter(|member| !member.marks.is_empty()).count(), 2);
    assert!(member(Case::NoThresholds).results.is_empty());
}
