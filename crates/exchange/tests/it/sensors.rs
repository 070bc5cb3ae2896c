//! What the device files of the corpus hold beside seconds and watts, where they are present.

use std::collections::BTreeSet;

use domain::recording::ChannelKind;
use domain::unit::Meters;
use domain::wellness::WellnessField;
use exchange::{Content, Parsed};

use crate::corpus::{activities, parsed};

/// What a real file holds of a kind: samples, lowest, highest.
fn holds(parsed: &Parsed, kind: ChannelKind) -> (usize, f64, f64) {
    let all: Vec<f64> =
        activities(parsed).iter().filter_map(|(r, _)| r.channel(kind)).flat_map(|c| c.values.clone()).collect();
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    (all.len(), low, all.iter().copied().fold(f64::NEG_INFINITY, f64::max))
}

#[test]
fn sensors_of_real_files_are_in_their_channels() {
    use ChannelKind as K;
    let cases = [
        ("001", K::LeftBalance, 4470, 0.0, 100.0),
        ("008", K::CoreTemperature, 4000, 36.0, 40.0),
        ("008", K::SkinTemperature, 4000, 20.0, 40.0),
        ("014", K::Respiration, 4000, 5.0, 60.0),
        ("018", K::FormPower, 3424, 0.0, 120.0),
        ("018", K::LegStiffness, 3424, 0.0, 30.0),
        ("021", K::GroundContact, 1300, 100.0, 700.0),
        ("021", K::VerticalOscillation, 1600, 0.0, 250.0),
        ("025", K::StepLength, 1300, 0.0, 2000.0),
        ("026", K::VerticalRatio, 800, 0.0, 30.0),
        ("026", K::GroundContactBalance, 800, 35.0, 65.0),
        ("033", K::CoreTemperature, 550, 35.0, 40.0),
        ("033", K::SkinTemperature, 550, 20.0, 40.0),
        ("041", K::RrInterval, 7486, 1.0, 30_000.0),
    ];
    for (number, kind, least, low, high) in cases {
        let Some(parsed) = parsed(number) else { return };
        let found = holds(&parsed, kind);
        println!("{number} {}: {found:?}", kind.code());
        assert!(found.0 >= least && found.1 >= low && found.2 <= high, "{number} {}: {found:?}", kind.code());
    }
}

#[test]
fn beats_of_real_files_are_in_order_and_inside_the_activity() {
    for number in ["016", "025", "026", "027", "028", "031", "041"] {
        let Some(parsed) = parsed(number) else { return };
        let (recording, _) = activities(&parsed)[0];
        let channel = recording.channel(ChannelKind::RrInterval).expect("beats");
        assert!(channel.ms.windows(2).all(|pair| pair[0] < pair[1]));
        let last_record = recording.channel(ChannelKind::HeartRate).and_then(|c| c.ms.last().copied()).unwrap_or(0);
        let last = channel.ms.last().copied().unwrap_or(0);
        println!("{number}: {} beats to {last} ms, records to {last_record} ms", channel.ms.len());
        // A watch may go on listening for two minutes after the stop, to see how the heart recovers.
        let ends = last_record.saturating_sub(15_000)..last_record + 125_000;
        assert!(ends.contains(&last), "{number}: beats end at {last} ms, records at {last_record} ms");
    }
}

#[test]
fn lengths_and_sets_of_real_files_add_up() {
    for (number, swum, pool) in
        [("035", 1700.0, 25.0), ("036", 1950.0, 25.0), ("038", 1350.0, 50.0), ("039", 3000.0, 25.0)]
    {
        let Some(parsed) = parsed(number) else { return };
        let (swim, _) = activities(&parsed)[0];
        assert_eq!(swim.pool, Some(Meters(pool)), "{number}");
        let active = swim.lengths.iter().filter(|length| length.active).count();
        assert_eq!(active as f64 * pool, swum, "{number}: {active} lengths");
    }
    for (number, part, count) in [("043", 0, 76), ("044", 1, 83)] {
        let Some(parsed) = parsed(number) else { return };
        let found = activities(&parsed);
        let sets = &found[part].0.sets;
        assert_eq!(sets.len(), count, "{number}");
        assert_eq!(found.iter().map(|(r, _)| r.sets.len()).sum::<usize>(), count, "{number}: all in that part");
        assert!(sets.iter().filter(|set| !set.active).all(|set| set.reps.is_none() && set.exercise.is_none()));
        let exercises: BTreeSet<&str> = sets.iter().filter_map(|set| set.exercise.as_deref()).collect();
        println!("{number}: {exercises:?}");
        assert!(exercises.len() > 2, "{number}: {exercises:?}");
    }
}

#[test]
fn days_and_nights_of_real_files_become_wellness() {
    let told = |number: &str| -> Option<Vec<(String, WellnessField, f64)>> {
        let parsed = parsed(number)?;
        let values = parsed.contents.into_iter().flat_map(|content| match content {
            Content::Wellness { values, .. } => values,
            _ => Vec::new(),
        });
        Some(values.map(|v| (v.date.to_string(), v.field, (v.value * 10.0).round() / 10.0)).collect())
    };
    let (Some(day), Some(night)) = (told("051"), told("052")) else { return };
    let date = "2025-01-01".to_owned();
    let of = |field: WellnessField| day.iter().find(|(_, of, _)| *of == field).cloned();
    assert_eq!(of(WellnessField::RestingHr), Some((date.clone(), WellnessField::RestingHr, 49.0)));
    assert_eq!(of(WellnessField::Steps), Some((date, WellnessField::Steps, 24_039.0)));
    assert!(of(WellnessField::DeviceStress).is_some_and(|(_, _, mean)| (5.0..60.0).contains(&mean)), "{day:?}");
    assert_eq!(night.len(), 1);
    assert_eq!((night[0].1, night[0].2), (WellnessField::Rmssd, 48.0));
}
