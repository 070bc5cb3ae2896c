//! Tables as known apps export them, told by their sets of headings.

use domain::table::Scale;
use domain::wellness::WellnessField as F;

use super::cell::Reading;
use super::columns::{Column, Plan};
use super::day::{self, Told};
use super::sheet::Sheet;

/// A known export. Headings in lower case with every separator as `-`.
struct App {
    /// The source its values carry.
    name: &'static str,
    /// Headings that, all together, no other program writes.
    needs: &'static [&'static str],
    /// The day: the first of these that the table has.
    day: &'static [&'static str],
    /// Its headings that are kept. Where two give one field, the first counts.
    keeps: &'static [(&'static str, F, Reading)],
    /// The athlete's name.
    athlete: &'static str,
    /// Headings whose meaning or scale is not known for sure: left out, and told. Others are left out silently.
    unclear: &'static [&'static str],
    /// The only rows that count: a heading and the word below it.
    only: Option<(&'static str, &'static str)>,
    /// Its day may be the evening before; the day of the morning counts.
    evening: bool,
    /// In some countries it writes year-day-month.
    odd_days: bool,
}

const PLAIN: App = App {
    name: "",
    needs: &[],
    day: &["date"],
    keeps: &[],
    athlete: "",
    unclear: &[],
    only: None,
    evening: false,
    odd_days: false,
};

const AS_IS: Reading = Reading::Scale(Scale::AsIs);
const SECONDS: Reading = Reading::Scale(Scale::SecondsToHours);
const MINUTES: Reading = Reading::Scale(Scale::MinutesToHours);

const APPS: &[App] = &[
    // A reading lying down in the morning: its heart rate is a resting one. Sliders run from 0 to 10 and stand in the
    // middle until moved; of these only sleep quality says which end is good.
    App {
        name: "HRV4Training",
        needs: &["hr", "avnn", "rmssd", "hrv4t-recovery-points"],
        day: &["date", "timestamp-measurement"],
        keeps: &[
            ("rmssd", F::Rmssd, AS_IS),
            ("sdnn", F::Sdnn, AS_IS),
            ("hr", F::RestingHr, AS_IS),
            ("sleep-time", F::Sleep, AS_IS),
            ("sleep-quality", F::SleepQuality, Reading::Slider),
            ("sickness", F::Illness, AS_IS),
        ],
        unclear: &["fatigue", "muscle-soreness", "mental-energy", "physical-condition"],
        odd_days: true,
        ..PLAIN
    },
    // Its `HRV` is a score made of ln rMSSD; `Rmssd` is the value.
    App {
        name: "EliteHRV",
        needs: &["member", "type", "lnrmssd", "rmssd"],
        day: &["date", "datetime"],
        keeps: &[("rmssd", F::Rmssd, AS_IS), ("sdnn", F::Sdnn, AS_IS), ("hr", F::RestingHr, AS_IS)],
        athlete: "member",
        unclear: &["score"],
        only: Some(("type", "readiness")),
        ..PLAIN
    },
    App {
        name: "Oura",
        needs: &["date", "average-hrv", "lowest-resting-heart-rate"],
        keeps: &[
            ("average-hrv", F::Rmssd, AS_IS),
            ("lowest-resting-heart-rate", F::RestingHr, AS_IS),
            ("total-sleep-duration", F::Sleep, SECONDS),
            ("sleep-score", F::SleepScore, AS_IS),
            ("readiness-score", F::DeviceReadiness, AS_IS),
            ("respiratory-rate", F::Respiration, AS_IS),
            ("average-spo2", F::Spo2, AS_IS),
            ("steps", F::Steps, AS_IS),
        ],
        ..PLAIN
    },
    // A cycle begins when the athlete falls asleep: its recovery is that of the morning after.
    App {
        name: "Whoop",
        needs: &["cycle-start-time", "recovery-score"],
        day: &["wake-onset", "cycle-start-time"],
        keeps: &[
            ("heart-rate-variability-ms", F::Rmssd, AS_IS),
            ("resting-heart-rate-bpm", F::RestingHr, AS_IS),
            ("asleep-duration-min", F::Sleep, MINUTES),
            ("sleep-performance", F::SleepScore, AS_IS),
            ("recovery-score", F::DeviceReadiness, AS_IS),
            ("blood-oxygen", F::Spo2, AS_IS),
            ("respiratory-rate-rpm", F::Respiration, AS_IS),
        ],
        evening: true,
        ..PLAIN
    },
    App {
        name: "Whoop",
        needs: &["cycle-start-time", "asleep-duration-min", "nap"],
        day: &["wake-onset", "cycle-start-time"],
        keeps: &[
            ("asleep-duration-min", F::Sleep, MINUTES),
            ("sleep-performance", F::SleepScore, AS_IS),
            ("respiratory-rate-rpm", F::Respiration, AS_IS),
        ],
        only: Some(("nap", "false")),
        evening: true,
        ..PLAIN
    },
    App { name: "Garmin", needs: &["date", "overnight-hrv"], ..GARMIN },
    App { name: "Garmin", needs: &["resting-heart-rate", "body-battery"], ..GARMIN },
    App {
        name: "Fitbit",
        needs: &["timestamp", "overall-score", "deep-sleep-in-minutes"],
        day: &["timestamp"],
        keeps: &[("overall-score", F::SleepScore, AS_IS), ("resting-heart-rate", F::RestingHr, AS_IS)],
        ..PLAIN
    },
    // Five steps, five is best, as in McLean and others 2010.
    App {
        name: "PMSys",
        needs: &["effective-time-frame", "sleep-duration-h", "soreness-area"],
        day: &["effective-time-frame"],
        keeps: &[
            ("fatigue", F::Fatigue, AS_IS),
            ("mood", F::Mood, AS_IS),
            ("sleep-duration-h", F::Sleep, AS_IS),
            ("sleep-quality", F::SleepQuality, AS_IS),
            ("soreness", F::Soreness, AS_IS),
            ("stress", F::Stress, AS_IS),
        ],
        unclear: &["readiness"],
        ..PLAIN
    },
];

const GARMIN: App = App {
    day: &["date", "sleep-score-7-days", "sleep-score-4-weeks", "sleep-score-1-year"],
    keeps: &[
        ("overnight-hrv", F::Rmssd, AS_IS),
        ("resting-heart-rate", F::RestingHr, AS_IS),
        ("sleep-score", F::SleepScore, AS_IS),
        ("score", F::SleepScore, AS_IS),
        ("duration", F::Sleep, AS_IS),
        ("sleep-duration", F::Sleep, AS_IS),
        ("training-readiness", F::DeviceReadiness, AS_IS),
        ("average-stress", F::DeviceStress, AS_IS),
        ("stress", F::DeviceStress, AS_IS),
        ("pulse-ox", F::Spo2, AS_IS),
        ("respiration", F::Respiration, AS_IS),
        ("steps", F::Steps, AS_IS),
    ],
    unclear: &["hrv-status", "body-battery", "quality"],
    ..PLAIN
};

/// How a known app's table is read.
pub(super) fn recognise(sheet: &Sheet<'_>) -> Option<Plan> {
    let has = |heading: &&str| sheet.plain.iter().any(|plain| plain == heading);
    let app = APPS.iter().find(|app| app.needs.iter().all(has) && sheet.place(app.day).is_some())?;
    // A day column that is empty in this table gives way to the next.
    let days = app.day.iter().filter_map(|heading| sheet.place(&[heading]));
    let order = |at: &usize| {
        let cells = sheet.column(*at);
        if app.odd_days { day::order_of_mornings(&cells) } else { day::order(&cells) }
    };
    let (day, order) = days
        .clone()
        .map(|at| (at, order(&at)))
        .find(|(_, told)| *told != Told::NoDays)
        .unwrap_or((sheet.place(app.day)?, Told::Sure(domain::table::DayOrder::YearMonthDay)));
    let order = match order {
        Told::Sure(order) | Told::Likely(order) => order,
        Told::NoDays => domain::table::DayOrder::YearMonthDay,
    };
    let mut columns: Vec<Column> = vec![Column::Ignored; sheet.plain.len()];
    for (at, plain) in sheet.plain.iter().enumerate() {
        if app.unclear.contains(&plain.as_str()) {
            columns[at] = Column::Unknown;
        } else if !app.athlete.is_empty() && plain == app.athlete {
            columns[at] = Column::Athlete;
        }
    }
    for (heading, field, reading) in app.keeps {
        let taken = columns.iter().any(|column| matches!(column, Column::Field(known, _) if known == field));
        if let Some(at) = sheet.place(&[heading]).filter(|_| !taken) {
            columns[at] = Column::Field(*field, *reading);
        }
    }
    columns[day] = Column::Day;
    let only = app.only.and_then(|(heading, word)| Some((sheet.place(&[heading])?, word)));
    let evening = app.evening && sheet.plain.get(day).is_some_and(|heading| heading == "cycle-start-time");
    Some(Plan { columns, day, order, evening, source: app.name, only, zero_is_blank: true })
}
