//! Readiness: today's signals against the athlete's own usual, as a range with its contributors. Context for the coach,
//! not a medical fact. Illness and pain stand beside it as red flags and are never averaged in.

mod diary;
mod hrv;
mod morning;
mod signals;
#[cfg(test)]
mod tests;

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use self::diary::Diary;
use self::signals::Found;
use crate::mark::{self, Mark, MarkKind};
use crate::reading::{Missing, Reading};
use crate::trend::TrendPoint;
use crate::wellness::{WellnessEntry, WellnessField};

/// A signal that contributes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Signal {
    /// ln rMSSD, 7-day mean against its own 28-day band.
    Hrv,
    /// Resting heart rate, reversed.
    RestingHr,
    /// Sleep hours.
    Sleep,
    /// Mean of the subjective items.
    Subjective,
    /// Form in the morning against its own history.
    Form,
}

impl Signal {
    /// Every signal, in display order.
    pub const ALL: [Signal; 5] = [Signal::Hrv, Signal::Subjective, Signal::RestingHr, Signal::Sleep, Signal::Form];

    /// Its weight (SCIENCE 12, a design choice).
    #[must_use]
    pub const fn weight(self) -> f64 {
        match self {
            Signal::Subjective => 2.0,
            Signal::Hrv => 1.5,
            Signal::RestingHr | Signal::Sleep | Signal::Form => 1.0,
        }
    }

    /// The stable name used in the words file (`signal-hrv`).
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Signal::Hrv => "hrv",
            Signal::RestingHr => "resting-hr",
            Signal::Sleep => "sleep",
            Signal::Subjective => "subjective",
            Signal::Form => "form",
        }
    }
}

/// One signal's part in today's readiness.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Contributor {
    /// Which.
    pub signal: Signal,
    /// Today's value in its own unit (HRV in ms, resting HR in bpm, sleep in h, subjective 1 to 5, form in points).
    pub value: Reading<f64>,
    /// The athlete's own usual band (mean minus and plus one SD, for HRV half an SD), if there are enough days.
    pub band: Option<(f64, f64)>,
    /// Distance from usual in SDs (for HRV in half SDs), turned so that plus is better, at most 3 either way; `None` if
    /// not used.
    pub z: Option<f64>,
}

/// Readiness on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Readiness {
    /// 0 to 100; 50 is the athlete's own usual.
    pub score: f64,
    /// Lower end of the 80 % range.
    pub low: f64,
    /// Upper end of the 80 % range.
    pub high: f64,
    /// Share of the weights that had a signal, 0 to 1. Below 0.5 there is no score.
    pub coverage: f64,
}

/// One of the two rule families on HRV. Their numbers are never mixed (SCIENCE 11.2).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "kebab-case")]
pub enum HrvVerdict {
    /// Within the athlete's own band.
    Usual,
    /// Below it (or, by the single-day rule, falling for two days).
    Below,
    /// Above it: not better by itself.
    Above,
    /// Nothing can be said.
    Unknown {
        /// Why.
        why: Missing,
    },
}

/// What both rule families say, in ms of rMSSD.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HrvRules {
    /// Seven-day mean against the band of the 28 days before (Plews; Vesterinen; Javaloyes).
    pub week: HrvVerdict,
    /// The day against the ten days before it (Kiviniemi 2007).
    pub single_day: HrvVerdict,
    /// The limit of the single-day rule, if it has one.
    pub single_day_limit: Option<f64>,
    /// Variation of ln rMSSD over the seven days, percent.
    pub variation: Option<f64>,
    /// Days with a value that the week's baseline left out: covered by a mark, or reported ill or with fever.
    pub set_aside: u32,
}

/// Sleep missed in the last seven nights.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SleepDebt {
    /// Hours, each night's lack alone (a long night pays nothing back).
    pub hours: f64,
    /// Hours a night that are needed.
    pub need: f64,
    /// Nights known of the seven.
    pub nights: u32,
    /// Whether the need is the program's guess.
    pub guessed: bool,
}

/// One answer against the athlete's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ItemZ {
    /// Which.
    pub field: crate::wellness::WellnessField,
    /// The answer.
    pub value: f64,
    /// Distance from the athlete's own mean in SDs, plus is better; `None` below ten days.
    pub z: Option<f64>,
}

/// A day with its readiness and what it came from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReadinessDay {
    /// Day.
    pub date: NaiveDate,
    /// The score with its range, or why there is none.
    pub readiness: Reading<Readiness>,
    /// Every signal, used or not.
    pub contributors: Vec<Contributor>,
    /// Reported ill that day.
    pub ill: bool,
    /// Reported pain that day, 0 to 10.
    pub pain: Option<f64>,
    /// Reported an injury that day.
    pub injured: bool,
    /// Reported fever that day.
    pub fever: bool,
    /// Marks that cover the day: baselines leave such days out.
    pub marks: Vec<MarkKind>,
    /// HRV by both rule families.
    pub hrv: HrvRules,
    /// Sleep missed.
    pub sleep_debt: Reading<SleepDebt>,
    /// Answers of the day, each against its own history.
    pub items: Vec<ItemZ>,
    /// Hooper index of the day (4 good to 28 bad), from sleep quality, fatigue, soreness and stress, whose 5 (good) to 1
    /// (bad) are spread evenly over its 1 (good) to 7 (bad).
    pub hooper: Option<f64>,
}

/// Days a value stays current: older ones are stale and not used.
pub const CURRENT_DAYS: i64 = 2;
/// How far back a stale score is looked for, days.
pub const STALE_DAYS: i64 = 14;
/// Share of the weights that must have a signal.
pub const COVERAGE_NEEDED: f64 = 0.5;

/// What is the athlete's own besides what they recorded.
#[derive(Debug, Clone, Copy, Default)]
pub struct Own<'a> {
    /// Marks that count.
    pub marks: &'a [Mark],
    /// Sleep needed, hours a night, if somebody set it.
    pub sleep_need: Option<f64>,
    /// Full years of age.
    pub age: Option<u32>,
}

/// A day on which nobody said anything and nothing was measured.
#[must_use]
pub fn silent(date: NaiveDate) -> ReadinessDay {
    on(date, &[], &[], &Own::default())
}

/// Readiness of one day from the wellness entries (any order; the newest entry of a day and field counts) and the load
/// trend (points after the day are left out).
///
/// - Usual: the 28 days before the day, at least 10 valid ones before the value's, without days of illness or fever and
///   without days that a mark covers; heart rate and sleep of one source only. Values up to two days old are used, trusted
///   less with each day; older ones are stale.
/// - HRV is the mean of ln rMSSD over seven days, at least three valid, against the 28 days before those seven, at least
///   14 valid. Its band is half a standard deviation wide on each side (SCIENCE 11), and half a deviation is its unit of
///   distance, since a 7-day mean moves that much less than a day. Far above the band earns no more than its edge: very
///   high HRV is not better. On a marked day it is not judged, nor on the `min(3, zones / 2)` days after travel.
/// - Form counts once the load trend is settled.
/// - Below half of the weights there is no score but a reason. Where none is due today but one was due up to 14 days ago,
///   that one is given as stale.
#[must_use]
pub fn on(date: NaiveDate, wellness: &[WellnessEntry], trend: &[TrendPoint], own: &Own<'_>) -> ReadinessDay {
    let diary = Diary::of(wellness, mark::counting(own.marks));
    let found = signals::on(date, &diary, trend);
    let current = score(&found).map(|(value, on)| Reading::Known { value, on });
    let readiness = current.or_else(|| stale(date, &diary, trend)).unwrap_or_else(|| Reading::Missing {
        why: if diary.speaks_by(date) { Missing::TooFewDays } else { Missing::NeverRecorded },
    });
    ReadinessDay {
        date,
        readiness,
        contributors: found.into_iter().map(|found| found.contributor).collect(),
        ill: diary.said(WellnessField::Illness, date),
        pain: diary.value(WellnessField::Pain, date),
        injured: diary.said(WellnessField::Injury, date),
        fever: diary.said(WellnessField::Fever, date),
        marks: diary.marks_on(date),
        hrv: hrv::rules(date, &diary),
        sleep_debt: morning::sleep_debt(date, &diary, own),
        items: morning::items(date, &diary),
        hooper: morning::hooper(date, &diary),
    }
}

/// The score and the newest day an athlete's own signal in it comes from; `None` if too little is known.
fn score(found: &[Found]) -> Option<(Readiness, NaiveDate)> {
    let signals: Vec<science::readiness::Signal> = found
        .iter()
        .map(|found| science::readiness::Signal {
            z: found.contributor.z,
            weight: found.contributor.signal.weight(),
            reliability: found.reliability,
        })
        .collect();
    let composite = science::readiness::composite(&signals, science::readiness::CORRELATION);
    let newest = found
        .iter()
        .filter(|found| found.contributor.z.is_some() && found.contributor.signal != Signal::Form)
        .filter_map(|found| match found.contributor.value {
            Reading::Known { on, .. } => Some(on),
            _ => None,
        })
        .max()?;
    let readiness =
        Readiness { score: composite.score, low: composite.low, high: composite.high, coverage: composite.coverage };
    (readiness.coverage >= COVERAGE_NEEDED).then_some((readiness, newest))
}

/// The newest score of an earlier day, its age counted from the day of its newest signal.
fn stale(date: NaiveDate, diary: &Diary<'_>, trend: &[TrendPoint]) -> Option<Reading<Readiness>> {
    (CURRENT_DAYS + 1..=STALE_DAYS).find_map(|back| {
        let earlier = date.checked_sub_signed(TimeDelta::days(back))?;
        let (value, on) = score(&signals::on(earlier, diary, trend))?;
        let days = u32::try_from((date - on).num_days()).ok()?;
        Some(Reading::Stale { value, on, days })
    })
}
