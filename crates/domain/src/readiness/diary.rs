//! Wellness by field and day: of several entries the newest counts.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;

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

pub(super) struct Diary<'a> {
    newest: BTreeMap<(WellnessField, NaiveDate), &'a WellnessEntry>,
}

impl<'a> Diary<'a> {
    /// Values outside a field's range are left out.
    pub(super) fn of(entries: &'a [WellnessEntry]) -> Diary<'a> {
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
        Diary { newest }
    }

    pub(super) fn value(&self, field: WellnessField, date: NaiveDate) -> Option<f64> {
        self.newest.get(&(field, date)).map(|entry| entry.value.value)
    }

    pub(super) fn ill(&self, date: NaiveDate) -> bool {
        self.value(WellnessField::Illness, date).is_some_and(|ill| ill >= 0.5)
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
        self.newest.range((field, *days.start())..=(field, *days.end())).map(|((_, date), entry)| (*date, *entry))
    }
}
