use super::*;

#[test]
fn each_scale_brings_its_numbers_to_the_fields_unit() {
    for (scale, from, to) in [
        (Scale::AsIs, 7.5, 7.5),
        (Scale::SecondsToHours, 27_000.0, 7.5),
        (Scale::MinutesToHours, 450.0, 7.5),
        (Scale::Exponential, 4.0, 54.598_150_033),
        (Scale::PoundsToKilograms, 150.0, 68.038_855_5),
        (Scale::TenToFive, 1.0, 1.0),
        (Scale::TenToFive, 5.5, 3.0),
        (Scale::TenToFive, 10.0, 5.0),
        (Scale::TenToFiveReversed, 1.0, 5.0),
        (Scale::TenToFiveReversed, 10.0, 1.0),
        (Scale::FiveReversed, 2.0, 4.0),
        (Scale::ShareToPercent, 0.97, 97.0),
    ] {
        let got = scale.apply(from);
        assert!((got - to).abs() < 1e-9, "{}: {from} gave {got}", scale.code());
    }
}

#[test]
fn a_scale_of_one_to_five_or_ten_never_leaves_the_fields_range() {
    let (low, high) = WellnessField::Mood.range();
    for scale in [Scale::TenToFive, Scale::TenToFiveReversed] {
        assert!((1..=10).all(|answer| (low..=high).contains(&scale.apply(f64::from(answer)))), "{}", scale.code());
    }
    assert!((1..=5).all(|answer| (low..=high).contains(&Scale::FiveReversed.apply(f64::from(answer)))));
}

#[test]
fn a_remembered_table_survives_its_own_text() {
    let map = ColumnMap {
        headings: vec!["Datum".to_owned(), "Schlaf".to_owned(), "x".to_owned(), "Wer".to_owned()],
        uses: vec![
            ColumnUse::Day(DayOrder::DayMonthYear),
            ColumnUse::Wellness(WellnessField::Sleep, Scale::MinutesToHours),
            ColumnUse::Ignore,
            ColumnUse::Athlete,
        ],
    };
    let text = serde_json::to_string(&map).unwrap();
    assert_eq!(serde_json::from_str::<ColumnMap>(&text).unwrap(), map);
    assert!(text.contains("minutes-to-hours") && text.contains("day-month-year"), "{text}");
}
