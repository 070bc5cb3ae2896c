//! Wellness by field and day: of several entries the newest counts.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

use crate::mark::{Mark, MarkKind};
use crate::wellness::{WellnessEntry, WellnessField};

/// The items an athlete answers, each 1 to 5 with 5 good.
pub(super) const ITEMS: [WellnessField; 5] = [
    WellnessField::SleepQuality,
    WellnessField::Fatigue,
    WellnessField::Soreness,
    WellnessField::Stress,
    WellnessField::Mood,
];

/// The fields a signal is made of.
const SPOKEN: [WellnessField; 8] = [
    WellnessField::RestingHr,
    WellnessField::Rmssd,
    WellnessField::Sleep,
    ITEMS[0],
    ITEMS[1],
    ITEMS[2],
    ITEMS[3],
    ITEMS[4],
];

/// Most days after travel on which HRV is not judged.
const TRAVEL_DAYS: f64 = 3.0;

pub(super) struct Diary<'a> {
    newest: BTreeMap<(WellnessField, NaiveDate), &'a WellnessEntry>,
    /// Those that count.
    marks: Vec<&'a Mark>,
}

impl<'a> Diary<'a> {
    /// Values outside a field's range are left out.
    pub(super) fn of(entries: &'a [WellnessEntry], marks: Vec<&'a Mark>) -> Diary<'a> {
        let mut newest: BTreeMap<(WellnessField, NaiveDate), &WellnessEntry> = BTreeMap::new();
        for entry in entries {
            let (low, high) = entry.value.field.range();
            if !(low..=high).contains(&entry.value.value) {
                continue;
            }
            let kept = newest.entry((entry.value.field, entry.value.date)).or_insert(entry);
            if entry.recorded_at >= kept.recorded_at {
                *kept = entry;
            }
        }
        Diary { newest, marks }
    }

    pub(super) fn value(&self, field: WellnessField, date: NaiveDate) -> Option<f64> {
        self.newest.get(&(field, date)).map(|entry| entry.value.value)
    }

    /// Whether a question of yes or no was answered with yes.
    pub(super) fn said(&self, field: WellnessField, date: NaiveDate) -> bool {
        self.value(field, date).is_some_and(|yes| yes >= 0.5)
    }

    /// Kinds of the marks that cover a day.
    pub(super) fn marks_on(&self, date: NaiveDate) -> Vec<MarkKind> {
        let mut kinds: Vec<MarkKind> =
            self.marks.iter().filter(|mark| mark.covers(date)).map(|mark| mark.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    /// Whether a day says nothing about the athlete's usual: marked, or reported ill or with fever.
    pub(super) fn unusual(&self, date: NaiveDate) -> bool {
        self.said(WellnessField::Illness, date)
            || self.said(WellnessField::Fever, date)
            || self.marks.iter().any(|mark| mark.covers(date))
    }

    /// Whether HRV is not judged on a day: marked, or so soon after travel that the body is not back on the clock.
    pub(super) fn hrv_is_silent(&self, date: NaiveDate) -> bool {
        self.marks.iter().any(|mark| mark.covers(date) || is_after_travel(mark, date))
    }

    /// Whether anything was recorded by then that a signal is made of.
    pub(super) fn speaks_by(&self, date: NaiveDate) -> bool {
        SPOKEN.iter().any(|field| self.days(*field, NaiveDate::MIN..=date).next().is_some())
    }

    /// A field's days in order.
    pub(super) fn days(
        &self,
        field: WellnessField,
        days: RangeInclusive<NaiveDate>,
    ) -> impl DoubleEndedIterator<Item = (NaiveDate, &'a WellnessEntry)> {
        // An empty range of days has none; asking the map for one would end the program.
        let days = (!days.is_empty()).then_some(days).into_iter();
        days.flat_map(move |days| self.newest.range((field, *days.start())..=(field, *days.end())))
            .map(|((_, date), entry)| (*date, *entry))
    }
}

/// The first `min(3, zones / 2)` days after travel across time zones, part days counted whole (SCIENCE 16).
fn is_after_travel(mark: &Mark, date: NaiveDate) -> bool {
    let zones = mark.size.filter(|zones| mark.kind == MarkKind::Travel && zones.is_finite());
    let (Some(zones), Some(last)) = (zones, mark.to) else { return false };
    let days = (zones.abs() / 2.0).min(TRAVEL_DAYS).ceil();
    (1..=days as i64).contains(&(date - last).num_days())
}
