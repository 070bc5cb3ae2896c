use super::*;
use crate::fit::message::{Cell, TIMESTAMP, event};

/// 2026-11-22 00:00:00 UTC on the format's clock.
const MIDNIGHT: i64 = 1_795_305_600 - 631_065_600;

fn message(num: u16, fields: &[(u8, i64)]) -> Message {
    Message { num, fields: fields.iter().map(|(field, value)| (*field, Cell::Number(*value as f64))).collect() }
}

fn watch() -> Message {
    message(num::FILE_ID, &[(file_id::TYPE, 32), (file_id::MANUFACTURER, 1), (file_id::PRODUCT, 3110)])
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn values(messages: &[Message]) -> Vec<(NaiveDate, WellnessField, f64)> {
    let found = of(messages).expect("one person");
    found.people.into_iter().flat_map(|(_, values)| values).map(|v| (v.date, v.field, v.value)).collect()
}

#[test]
fn a_day_of_monitoring_gives_resting_heart_rate_stress_and_steps_of_the_local_day() {
    let east = 2 * 3600;
    let told = [
        watch(),
        // 01:00 local on the 22nd: still the 21st in UTC.
        message(
            num::MONITORING_INFO,
            &[(TIMESTAMP, MIDNIGHT - 3600), (health::MONITORING_LOCAL_TIME, MIDNIGHT - 3600 + east)],
        ),
        message(
            num::MONITORING,
            &[(TIMESTAMP, MIDNIGHT), (health::MONITORING_TYPE, 6), (health::MONITORING_CYCLES, 900)],
        ),
        message(
            num::MONITORING,
            &[
                (health::MONITORING_TIME_16, (MIDNIGHT + 7200) & 0xffff),
                (health::MONITORING_TYPE_INTENSITY, 6 | 3 << 5),
                (health::MONITORING_CYCLES, 2500),
            ],
        ),
        message(
            num::MONITORING,
            &[(TIMESTAMP, MIDNIGHT + 70_000), (health::MONITORING_TYPE, 1), (health::MONITORING_CYCLES, 4000)],
        ),
        message(num::MONITORING_HR, &[(TIMESTAMP, MIDNIGHT), (health::RESTING_HR_TODAY, 54)]),
        // Local midnight: the day that ends.
        message(num::MONITORING_HR, &[(TIMESTAMP, MIDNIGHT + 86_400 - east), (health::RESTING_HR_TODAY, 49)]),
        message(num::STRESS_LEVEL, &[(health::STRESS_TIME, MIDNIGHT), (health::STRESS, 20)]),
        message(num::STRESS_LEVEL, &[(health::STRESS_TIME, MIDNIGHT + 60), (health::STRESS, 31)]),
        message(num::STRESS_LEVEL, &[(health::STRESS_TIME, MIDNIGHT + 120), (health::STRESS, -2)]),
        message(num::SPO2, &[(TIMESTAMP, MIDNIGHT), (health::SPO2, 96)]),
        message(num::SPO2, &[(TIMESTAMP, MIDNIGHT + 60), (health::SPO2, 0)]),
        message(num::RESPIRATION, &[(TIMESTAMP, MIDNIGHT), (health::RESPIRATION, 1400)]),
        message(num::RESPIRATION, &[(TIMESTAMP, MIDNIGHT), (health::RESPIRATION, -200)]),
    ];
    let date = day("2026-11-22");
    let mut expected = vec![
        (date, WellnessField::RestingHr, 49.0),
        (date, WellnessField::DeviceStress, 25.5),
        (date, WellnessField::Spo2, 96.0),
        (date, WellnessField::Respiration, 14.0),
        (date, WellnessField::Steps, 6500.0),
    ];
    expected.sort_by_key(|(date, field, _)| (*date, *field));
    assert_eq!(values(&told), expected);
    let found = of(&told).expect("one person");
    assert_eq!(found.people[0].1[0].source, "garmin fenix5_plus");
}

#[test]
fn a_night_gives_hours_asleep_score_and_rmssd_on_the_day_of_waking_up() {
    let night = MIDNIGHT - 3600;
    let mut told = vec![watch()];
    // Changes of level: light for 2 h, awake for 30 min, deep for 4 h until waking up.
    for (at, level) in [(0, 2), (7200, 1), (9000, 3)] {
        told.push(message(num::SLEEP_LEVEL, &[(TIMESTAMP, night + at), (health::SLEEP_LEVEL, level)]));
    }
    told.push(message(num::EVENT, &[(TIMESTAMP, night + 9000 + 4 * 3600), (event::EVENT, 74), (event::TYPE, 1)]));
    told.push(message(num::SLEEP_ASSESSMENT, &[(health::SLEEP_SCORE, 81)]));
    told.push(message(num::HRV_STATUS, &[(TIMESTAMP, night + 8 * 3600), (health::HRV_LAST_NIGHT, 48 * 128)]));
    let date = day("2026-11-22");
    let expected = [(WellnessField::Rmssd, 48.0), (WellnessField::Sleep, 6.0), (WellnessField::SleepScore, 81.0)];
    assert_eq!(values(&told), expected.map(|(field, value)| (date, field, value)).to_vec());
}

#[test]
fn levels_written_every_minute_count_for_their_minute_and_a_hole_between_them_is_not_sleep() {
    let level =
        |at: i64, level: i64| message(num::SLEEP_LEVEL, &[(TIMESTAMP, MIDNIGHT + at), (health::SLEEP_LEVEL, level)]);
    let mut told: Vec<Message> = (0..60).map(|minute| level(minute * 60, 2)).collect();
    told.extend((0..60).map(|minute| level(20_000 + minute * 60, 4)));
    assert_eq!(values(&told), vec![(day("2026-11-22"), WellnessField::Sleep, 2.0)]);
}

#[test]
fn a_scale_of_one_person_gives_weight_and_fat_and_leaves_out_what_nobody_weighs() {
    let weighed = |at: i64, hundredths: i64| {
        message(
            num::WEIGHT_SCALE,
            &[(TIMESTAMP, MIDNIGHT + at), (health::SCALE_WEIGHT, hundredths), (health::SCALE_FAT, 2230)],
        )
    };
    let date = day("2026-11-22");
    let both = vec![(date, WellnessField::BodyMass, 75.8), (date, WellnessField::BodyFat, 22.3)];
    assert_eq!(values(&[weighed(0, 7500), weighed(60, 7580)]), both);
    let found = of(&[weighed(0, 300)]).expect("one person");
    assert_eq!((found.left_out, found.people[0].1.len()), (1, 1));
}

#[test]
fn a_scale_of_several_people_is_taken_only_if_it_names_them() {
    let weighed = |user: i64, hundredths: i64| {
        message(
            num::WEIGHT_SCALE,
            &[(TIMESTAMP, MIDNIGHT), (health::SCALE_WEIGHT, hundredths), (health::SCALE_USER, user)],
        )
    };
    let mut told = vec![weighed(0, 7580), weighed(1, 5820)];
    assert_eq!(of(&told), Err(ExchangeFault::SeveralPeople { people: 2 }));
    for (user, name) in [(0, "Maren"), (1, "Ove")] {
        let mut profile = message(num::USER_PROFILE, &[(INDEX, user)]);
        profile.fields.push((health::PROFILE_NAME, Cell::Text(name.to_owned())));
        told.push(profile);
    }
    let found = of(&told).expect("named");
    let told: Vec<(Option<&str>, f64)> = found.people.iter().map(|(name, v)| (name.as_deref(), v[0].value)).collect();
    assert_eq!(told, vec![(Some("Maren"), 75.8), (Some("Ove"), 58.2)]);
}

#[test]
fn a_file_that_measured_nothing_gives_nothing() {
    assert_eq!(of(&[watch()]), Ok(Found::default()));
}
