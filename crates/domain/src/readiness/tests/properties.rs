use proptest::prelude::*;

use super::*;

/// Every signal the same every day, so that the range shows nothing but how much is known.
fn flat() -> Vec<WellnessEntry> {
    let fields = [
        (WellnessField::RestingHr, 48.0),
        (WellnessField::Rmssd, 60.0),
        (WellnessField::Sleep, 7.5),
        (WellnessField::Fatigue, 3.0),
        (WellnessField::Stress, 3.0),
        (WellnessField::Mood, 4.0),
    ];
    (20..=TODAY).flat_map(|n| fields.map(|(field, value)| entry(n, field, value, "one"))).collect()
}

fn known(day: &ReadinessDay) -> Option<(f64, f64)> {
    day.readiness.known().map(|value| (value.coverage, value.high - value.low))
}

fn steady() -> Vec<TrendPoint> {
    let loads: Vec<_> = (0..=TODAY).map(|n| crate::trend::DayLoad { date: day(n), load: Some(50.0) }).collect();
    crate::trend::trend(&loads)
}

fn never_surer(more: &ReadinessDay, less: &ReadinessDay) -> Result<(), TestCaseError> {
    if let Some((coverage, width)) = known(less) {
        let before = known(more);
        prop_assert!(before.is_some(), "less data gave a score where more gave none");
        let (most, narrowest) = before.unwrap_or_default();
        prop_assert!(coverage <= most + 1e-9, "{coverage} {most}");
        prop_assert!(
            width >= narrowest - 1e-9,
            "{width} {narrowest}\n{:#?}\n{:#?}",
            more.contributors,
            less.contributors
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn missing_data_never_raises_confidence(
        first in prop::collection::vec(any::<prop::sample::Index>(), 0..120),
        then in any::<prop::sample::Index>(),
        newest in 0_usize..12,
    ) {
        let mut wellness = flat();
        for index in first {
            wellness.remove(index.index(wellness.len()));
        }
        let trend = steady();
        let all = on(day(TODAY), &wellness, &trend, &Own::default());
        let mut fewer = wellness.clone();
        fewer.remove(then.index(fewer.len()));
        never_surer(&all, &on(day(TODAY), &fewer, &trend, &Own::default()))?;
        // The newest are those that count.
        wellness.truncate(wellness.len() - newest);
        never_surer(&all, &on(day(TODAY), &wellness, &trend, &Own::default()))?;
    }

    #[test]
    fn a_mark_never_raises_confidence(from in 20_i64..=TODAY, days in 0_i64..30, zones in 0.0_f64..12.0) {
        let wellness = flat();
        let all = on(day(TODAY), &wellness, &steady(), &Own::default());
        let marks = [mark(MarkKind::Travel, from, Some(from + days), Some(zones))];
        let own = Own { marks: &marks, ..Own::default() };
        never_surer(&all, &on(day(TODAY), &wellness, &steady(), &own))?;
    }

    #[test]
    fn readiness_is_monotone_in_each_contributor(
        field in 0_usize..4,
        low in 0.0_f64..1.0,
        more in 0.0_f64..1.0,
    ) {
        let (field, from, span, better) = [
            (WellnessField::RestingHr, 40.0, 30.0, -1.0),
            (WellnessField::Rmssd, 20.0, 100.0, 1.0),
            (WellnessField::Sleep, 2.0, 8.0, 1.0),
            (WellnessField::Fatigue, 1.0, 4.0, 1.0),
        ][field];
        let mut wellness = usual(0..=TODAY);
        let mut score = |share: f64| {
            set(&mut wellness, TODAY, field, from + span * share.min(1.0));
            today(&wellness).readiness.known().map(|value| value.score)
        };
        let (a, b) = (score(low), score(low + more));
        prop_assert!(a.is_some() && b.is_some());
        prop_assert!(better * (b.unwrap_or_default() - a.unwrap_or_default()) >= -1e-9, "{a:?} {b:?}");
    }
}
