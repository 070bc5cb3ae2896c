use chrono::Duration;
use proptest::prelude::*;

use super::*;

const PLACE: Option<(f64, f64)> = Some((47.25, 11.39));

fn outline() -> Outline {
    Outline {
        sport: Sport::Ride,
        start: DateTime::from_timestamp(1_790_000_000, 0).unwrap(),
        local_clock: false,
        timer_s: 5400.0,
        elapsed_s: 5700.0,
        distance_m: Some(42_000.0),
        place: PLACE,
    }
}

fn later(seconds: i64) -> Outline {
    Outline { start: outline().start + Duration::seconds(seconds), ..outline() }
}

/// A heart over an hour and a half: hills that everybody rides (`terrain`), and a wander of its own from a seed.
fn heart(seed: u64, level: f64, terrain: f64, begins_s: i64) -> Channel {
    let mut state = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    let mut own = 0.0;
    let mut channel = Channel { kind: ChannelKind::HeartRate, ms: Vec::new(), values: Vec::new(), suspect: Vec::new() };
    for second in 0..5400_i64 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        own = 0.99 * own + ((state >> 40) as f64 / f64::from(1 << 24) - 0.5) * 4.0;
        let hill = terrain * (second as f64 / 300.0).sin();
        if let Ok(since) = u32::try_from(second - begins_s) {
            channel.ms.push(since * 1000);
            channel.values.push((level + hill + own).round());
        }
    }
    channel
}

fn score(a: &Outline, a_heart: Option<&Channel>, b: &Outline, b_heart: Option<&Channel>) -> f64 {
    let there = compare(a, a_heart, b, b_heart);
    let back = compare(b, b_heart, a, a_heart);
    assert!((there.score - back.score).abs() < 0.02, "one likeness both ways: {} {}", there.score, back.score);
    there.score
}

#[test]
fn exact_twins_score_one_with_and_without_a_heart_rate() {
    let heart = heart(1, 140.0, 12.0, 0);
    assert!(score(&outline(), Some(&heart), &outline(), Some(&heart)) > 0.999);
    assert!(score(&outline(), None, &outline(), None) > 0.999);
}

#[test]
fn a_copy_in_another_format_is_the_same_whatever_that_format_leaves_out() {
    // GPX: no timer, no distance of its own, starts at its first record.
    let gpx = Outline { timer_s: 5698.0, elapsed_s: 5698.0, distance_m: Some(41_400.0), ..later(2) };
    let bare = Outline { distance_m: None, place: None, sport: Sport::Other, ..gpx.clone() };
    let heart = heart(1, 140.0, 12.0, 0);
    for copy in [&gpx, &bare] {
        assert!(score(&outline(), None, copy, None) >= SAME, "{copy:?}");
        assert!(score(&outline(), Some(&heart), copy, Some(&heart)) >= SAME, "{copy:?}");
    }
}

#[test]
fn a_second_device_is_the_same_where_the_heart_goes_along_or_where_it_alone_has_none() {
    let second = Outline { distance_m: Some(42_900.0), timer_s: 5580.0, elapsed_s: 5610.0, ..later(110) };
    let (first, other) = (heart(1, 140.0, 12.0, 0), heart(1, 141.0, 12.0, 110));
    let with = score(&outline(), Some(&first), &second, Some(&other));
    assert!(with >= SAME, "{with}");
    let one_heart = score(&outline(), Some(&first), &second, None);
    assert!(one_heart >= SAME, "{one_heart}");
    let without_place = Outline { place: None, ..second };
    let asked = score(&outline(), Some(&first), &without_place, None);
    assert!((MAYBE..SAME).contains(&asked), "{asked}");
}

#[test]
fn a_second_device_whose_clock_is_a_minute_off_is_known_by_its_heart() {
    let (first, other) = (heart(1, 140.0, 12.0, 0), heart(1, 140.0, 12.0, 0));
    let off = score(&outline(), Some(&first), &later(60), Some(&other));
    assert!(off >= SAME, "{off}");
}

#[test]
fn two_athletes_on_one_ride_are_two_and_without_hearts_a_question() {
    let mate = Outline { distance_m: Some(42_300.0), timer_s: 5350.0, elapsed_s: 5720.0, ..later(20) };
    let (first, other) = (heart(1, 140.0, 8.0, 0), heart(2, 152.0, 8.0, 20));
    let two = compare(&outline(), Some(&first), &mate, Some(&other));
    assert!(two.score < SAME, "{two:?}");
    let unlike = score(&outline(), Some(&heart(1, 140.0, 3.0, 0)), &mate, Some(&heart(2, 150.0, 3.0, 20)));
    assert!(unlike < MAYBE, "{unlike}");
    let asked = score(&outline(), None, &mate, None);
    assert!((MAYBE..SAME).contains(&asked), "{asked}");
}

#[test]
fn two_sessions_of_a_day_are_not_alike() {
    let evening = Outline { timer_s: 5000.0, elapsed_s: 5100.0, distance_m: Some(39_000.0), ..later(9 * 3600) };
    assert!(score(&outline(), None, &evening, None) < MAYBE);
    // Exactly nine hours later, as long to the minute, but another heart.
    let (first, other) = (heart(1, 140.0, 8.0, 0), heart(2, 140.0, 8.0, 0));
    assert!(score(&outline(), Some(&first), &later(9 * 3600), Some(&other)) < SAME);
    let entered = |hours: i64| Outline { distance_m: None, place: None, ..later(hours * 3600) };
    assert!(score(&entered(0), None, &entered(2), None) < MAYBE, "two entered hours are two sessions");
}

#[test]
fn the_same_loop_at_the_same_time_on_the_next_day_is_another_session() {
    let heart = heart(1, 140.0, 12.0, 0);
    let next = later(24 * 3600);
    assert!(!worth_comparing(&outline(), &next));
    assert_eq!(score(&outline(), Some(&heart), &next, Some(&heart)), 0.0);
}

#[test]
fn a_copy_shifted_by_a_time_zone_is_found_and_the_shift_told() {
    let heart = heart(1, 140.0, 12.0, 0);
    for minutes in [120, -600, 345] {
        let copy = later(minutes * 60 + 20);
        let found = compare(&outline(), Some(&heart), &copy, Some(&heart));
        assert!(found.score >= SAME, "{found:?}");
        assert!(found.evidence.contains(&Evidence::ZoneShift { minutes }), "{found:?}");
        assert!(score(&outline(), None, &copy, None) >= SAME, "equal to the second and to the metre");
    }
    let wall = Outline { local_clock: true, distance_m: Some(42_500.0), ..later(2 * 3600) };
    assert!(score(&outline(), Some(&heart), &wall, Some(&heart)) >= SAME);
    assert!(score(&outline(), Some(&heart), &later(2 * 3600 + 400), Some(&heart)) < MAYBE, "zones are quarter hours");
}

#[test]
fn other_places_and_other_sports_speak_against_it() {
    let away = Outline { place: Some((48.2, 16.4)), ..outline() };
    assert!(score(&outline(), None, &away, None) < MAYBE);
    let run = Outline { sport: Sport::Run, ..outline() };
    let found = compare(&outline(), None, &run, None);
    assert!(found.evidence.contains(&Evidence::OtherSport) && found.score < SAME, "{found:?}");
}

#[test]
fn hearts_that_never_change_prove_nothing() {
    let flat = |bpm| Channel { values: vec![bpm; 5400], ..heart(1, 0.0, 0.0, 0) };
    let found = compare(&outline(), Some(&flat(140.0)), &later(60), Some(&flat(140.0)));
    assert!(!found.evidence.iter().any(|e| matches!(e, Evidence::HeartRate { .. })), "{found:?}");
}

#[test]
fn the_copy_with_more_of_what_matters_is_the_richer() {
    let count = |kinds: &[ChannelKind]| richness(&kinds.iter().map(|kind| (*kind, 3600)).collect::<Vec<_>>());
    use ChannelKind::{Distance, HeartRate, Latitude, Longitude, Power, Temperature};
    assert!(count(&[HeartRate, Power, Distance]) > count(&[HeartRate, Latitude, Longitude, Distance, Temperature]));
    assert!(richness(&[(HeartRate, 3600)]) > richness(&[(HeartRate, 700), (Distance, 700)]));
    assert_eq!(richness(&[]), 0.0);
}

fn any_outline() -> impl Strategy<Value = Outline> {
    let second = prop_oneof![4 => -1500..1500_i64, 1 => -60_000..60_000_i64, 2 => (-60..60_i64).prop_map(|q| q * 900)];
    (second, 600.0..9000.0, 1.0..1.3, prop::option::of(500.0..90_000.0), prop::bool::ANY).prop_map(
        |(second, timer_s, stopped, distance_m, local_clock)| Outline {
            timer_s,
            elapsed_s: timer_s * stopped,
            distance_m,
            local_clock,
            ..later(second)
        },
    )
}

proptest! {
    #[test]
    fn a_score_lies_between_nothing_and_one_and_what_may_be_one_is_worth_comparing(
        a in any_outline(),
        b in any_outline(),
        nearly in 0.97..1.03,
    ) {
        let near = Outline { timer_s: a.timer_s * nearly, elapsed_s: a.elapsed_s * nearly, start: b.start, ..a.clone() };
        let heart = heart(1, 140.0, 12.0, 0);
        for other in [&b, &near] {
            for hearts in [None, Some(&heart)] {
                let found = compare(&a, hearts, other, hearts);
                prop_assert!((0.0..=1.0).contains(&found.score), "{:?}", found);
                prop_assert!(found.score < MAYBE || worth_comparing(&a, other), "{:?}", found);
            }
        }
    }
}
