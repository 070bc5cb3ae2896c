use proptest::prelude::*;

use super::*;
use crate::recording::ChannelKind;

fn channel(kind: ChannelKind, values: impl IntoIterator<Item = f64>) -> Channel {
    let values: Vec<f64> = values.into_iter().collect();
    let ms = (0..values.len() as u32).map(|second| second * 1000).collect();
    Channel { kind, ms, values, suspect: Vec::new() }
}

fn recording(sport: Sport, channels: Vec<Channel>) -> Recording {
    Recording { sport, channels, ..Recording::default() }
}

/// The seconds marked in a channel, and the repairs told.
fn marked(recording: &mut Recording, kind: ChannelKind) -> (Vec<u32>, Vec<Repair>) {
    let repairs = clean(recording, &RepairLimits::default());
    let channel = recording.channel(kind).unwrap();
    (channel.ms.iter().filter(|ms| channel.is_suspect(**ms)).map(|ms| ms / 1000).collect(), repairs)
}

fn told(kind: RepairKind, channel: ChannelKind, at_s: f64, samples: u32) -> Repair {
    Repair { kind, channel: Some(channel), at_s: Some(at_s), samples }
}

/// A heart rate that wanders by a beat or two around a level, for so many seconds.
fn beats(level: f64, seconds: u32) -> impl Iterator<Item = f64> {
    (0..seconds).map(move |second| level + f64::from(second % 5) - 2.0)
}

#[test]
fn a_spike_of_the_heart_rate_is_marked_and_the_rest_of_the_ride_is_kept() {
    let values = beats(140.0, 100).chain([205.0, 207.0, 206.0]).chain(beats(141.0, 500));
    let mut ride = recording(Sport::Ride, vec![channel(ChannelKind::HeartRate, values)]);
    let (seconds, repairs) = marked(&mut ride, ChannelKind::HeartRate);
    assert_eq!(seconds, vec![100, 101, 102]);
    assert_eq!(repairs, vec![told(RepairKind::Spike, ChannelKind::HeartRate, 100.0, 3)]);
}

#[test]
fn a_spike_that_slides_back_is_marked_until_it_is_back() {
    let values = beats(140.0, 100).chain([200.0, 190.0, 178.0, 166.0, 152.0]).chain(beats(140.0, 100));
    let mut ride = recording(Sport::Ride, vec![channel(ChannelKind::HeartRate, values)]);
    assert_eq!(marked(&mut ride, ChannelKind::HeartRate).0, vec![100, 101, 102, 103]);
}

#[test]
fn half_a_minute_of_another_level_is_marked_only_where_it_comes_and_goes_by_large_jumps() {
    let set = |level: f64| {
        let values = beats(105.0, 60).chain(beats(level, 26)).chain(beats(105.0, 60));
        let mut lifting = recording(Sport::Strength, vec![channel(ChannelKind::HeartRate, values)]);
        marked(&mut lifting, ChannelKind::HeartRate).0.len()
    };
    assert_eq!((set(125.0), set(190.0)), (0, 26));
}

#[test]
fn a_level_that_changes_and_stays_is_kept() {
    // The strap found its skin after 100 s; nobody can say that the later 500 s are wrong.
    let values = beats(80.0, 100).chain(beats(150.0, 500));
    let mut ride = recording(Sport::Ride, vec![channel(ChannelKind::HeartRate, values)]);
    assert_eq!(marked(&mut ride, ChannelKind::HeartRate), (Vec::new(), Vec::new()));
    // Nor when the heart calms down to the first level later, slowly.
    let calms = (0..70).map(|second| 150.0 - f64::from(second));
    let mut ride = recording(
        Sport::Ride,
        vec![channel(ChannelKind::HeartRate, beats(80.0, 100).chain(calms).chain(beats(80.0, 60)))],
    );
    assert_eq!(marked(&mut ride, ChannelKind::HeartRate).0, Vec::<u32>::new());
}

#[test]
fn a_fast_start_and_a_change_over_a_gap_are_no_spikes() {
    let start = (0..10).map(|second| 90.0 + 8.0 * f64::from(second));
    let mut heart = channel(ChannelKind::HeartRate, start.chain(beats(165.0, 60)));
    heart.ms.extend([76_000, 77_000, 84_000]);
    heart.values.extend([110.0, 111.0, 165.0]);
    let mut run = recording(Sport::Run, vec![heart]);
    assert_eq!(marked(&mut run, ChannelKind::HeartRate), (Vec::new(), Vec::new()));
}

#[test]
fn beats_closer_than_a_second_are_not_judged_harder_than_by_the_second() {
    let ms = (0..200).map(|i| i * 400).collect();
    let values = (0..200).map(|i| 120.0 + f64::from(i % 2) * 9.0).collect();
    let mut swim =
        recording(Sport::Swim, vec![Channel { kind: ChannelKind::HeartRate, ms, values, suspect: Vec::new() }]);
    assert_eq!(marked(&mut swim, ChannelKind::HeartRate).0, Vec::<u32>::new());
}

#[test]
fn values_that_cannot_be_are_marked_by_the_athletes_own_limits_and_zero_power_is_data() {
    let power = channel(ChannelKind::Power, [0.0, 200.0, 2600.0, 0.0, f64::NAN, -1.0]);
    let mut ride = recording(Sport::Ride, vec![power]);
    let (seconds, repairs) = marked(&mut ride, ChannelKind::Power);
    assert_eq!(seconds, vec![2, 4, 5]);
    assert_eq!(repairs, vec![told(RepairKind::ImpossibleValues, ChannelKind::Power, 2.0, 3)]);
    clean(&mut ride, &RepairLimits { power_max: 3000.0, ..RepairLimits::default() });
    assert_eq!(ride.channels[0].suspect, vec![Span { from_ms: 4000, to_ms: 5001 }]);
}

#[test]
fn a_speed_is_judged_by_its_sport() {
    let speeds = || vec![channel(ChannelKind::Speed, [3.0, 15.0, 3.0])];
    assert_eq!(marked(&mut recording(Sport::Run, speeds()), ChannelKind::Speed).0, vec![1]);
    assert_eq!(marked(&mut recording(Sport::Ride, speeds()), ChannelKind::Speed).0, Vec::<u32>::new());
}

fn ride_along(places: impl IntoIterator<Item = (f64, f64)>) -> Recording {
    let (lat, lon): (Vec<f64>, Vec<f64>) = places.into_iter().unzip();
    recording(Sport::Ride, vec![channel(ChannelKind::Latitude, lat), channel(ChannelKind::Longitude, lon)])
}

fn road(from: u32, to: u32) -> impl Iterator<Item = (f64, f64)> {
    (from..to).map(|second| (47.0 + f64::from(second) * 8e-5, 11.0))
}

#[test]
fn a_position_that_jumps_and_comes_back_is_marked_in_both_coordinates() {
    let mut ride = ride_along(road(0, 60).chain([(47.3, 11.4), (47.3, 11.4)]).chain(road(62, 120)));
    let (seconds, repairs) = marked(&mut ride, ChannelKind::Latitude);
    assert_eq!(seconds, vec![60, 61]);
    assert_eq!(ride.channels[0].suspect, ride.channels[1].suspect);
    let both = [ChannelKind::Latitude, ChannelKind::Longitude];
    assert_eq!(repairs, both.map(|kind| told(RepairKind::PositionJump, kind, 60.0, 2)).to_vec());
}

#[test]
fn the_last_place_shown_at_the_beginning_is_marked_and_a_move_that_stays_later_is_kept() {
    let mut ride = ride_along(std::iter::repeat_n((48.2, 16.4), 4).chain(road(4, 100)));
    assert_eq!(marked(&mut ride, ChannelKind::Longitude).0, vec![0, 1, 2, 3]);
    let mut ride = ride_along(road(0, 60).chain(road(0, 60).map(|(lat, lon)| (lat + 0.5, lon))));
    assert_eq!(marked(&mut ride, ChannelKind::Latitude).0, Vec::<u32>::new());
}

#[test]
fn nought_degrees_nought_is_no_place_anybody_trained_at() {
    let mut ride = ride_along([(0.0, 0.0), (0.0, 0.0)].into_iter().chain(road(2, 50)));
    let (seconds, repairs) = marked(&mut ride, ChannelKind::Latitude);
    assert_eq!(seconds, vec![0, 1]);
    assert_eq!(repairs[0].kind, RepairKind::ImpossibleValues);
}

#[test]
fn an_altitude_that_leaps_is_marked_and_a_long_descent_is_not() {
    let hills = (0..60).map(|second| 500.0 + f64::from(second));
    let values = hills.clone().chain([2100.0, 2101.0]).chain(hills.map(|v| v + 60.0));
    let mut hike = recording(Sport::Walk, vec![channel(ChannelKind::Altitude, values)]);
    let (seconds, repairs) = marked(&mut hike, ChannelKind::Altitude);
    assert_eq!(seconds, vec![60, 61]);
    assert_eq!(repairs, vec![told(RepairKind::AltitudeGlitch, ChannelKind::Altitude, 60.0, 2)]);
    let descent = (0..300).map(|second| 3000.0 - 6.0 * f64::from(second));
    let mut ski = recording(Sport::Other, vec![channel(ChannelKind::Altitude, descent)]);
    assert_eq!(marked(&mut ski, ChannelKind::Altitude).0, Vec::<u32>::new());
}

#[test]
fn an_altitude_that_finds_itself_costs_only_the_beginning_and_the_sentinel_is_impossible() {
    let values = [0.0, 0.0, 0.0].into_iter().chain((0..60).map(|s| 640.0 + f64::from(s))).chain([-500.0, 700.0]);
    let mut hike = recording(Sport::Walk, vec![channel(ChannelKind::Altitude, values)]);
    let (seconds, repairs) = marked(&mut hike, ChannelKind::Altitude);
    assert_eq!(seconds, vec![0, 1, 2, 63]);
    assert_eq!(repairs.len(), 2, "one for each kind: {repairs:?}");
}

/// Two minutes of effort up and down between 100 and 300 W.
fn intervals(seconds: u32) -> impl Iterator<Item = f64> {
    (0..seconds).map(|second| if (second / 30).is_multiple_of(2) { 100.0 } else { 300.0 })
}

#[test]
fn a_heart_rate_that_stands_still_through_intervals_is_a_dropout() {
    let heart = beats(150.0, 300).chain(std::iter::repeat_n(151.0, 200)).chain(beats(150.0, 100));
    let mut ride = recording(
        Sport::Ride,
        vec![channel(ChannelKind::HeartRate, heart), channel(ChannelKind::Power, intervals(600))],
    );
    let (seconds, repairs) = marked(&mut ride, ChannelKind::HeartRate);
    assert_eq!((seconds.first(), seconds.last()), (Some(&300), Some(&499)));
    assert_eq!(repairs, vec![told(RepairKind::Dropout, ChannelKind::HeartRate, 300.0, 200)]);
}

#[test]
fn a_steady_heart_at_a_steady_effort_is_no_dropout_nor_is_the_power_of_a_trainer_that_holds_it() {
    let steady = |kind, value| channel(kind, std::iter::repeat_n(value, 600));
    let mut ride = recording(
        Sport::Ride,
        vec![
            steady(ChannelKind::HeartRate, 140.0),
            steady(ChannelKind::Power, 200.0),
            channel(ChannelKind::Cadence, (0..600).map(|s| 88.0 + f64::from(s % 4))),
        ],
    );
    assert_eq!(clean(&mut ride, &RepairLimits::default()), Vec::new());
}

#[test]
fn power_that_stays_while_nobody_pedals_is_a_dropout_and_zero_power_never_is() {
    let cadence = || channel(ChannelKind::Cadence, (0..600).map(|s| if s < 400 { 90.0 } else { 0.0 }));
    let hung = (0..600).map(|s| if s < 200 { 200.0 + f64::from(s % 7) } else { 231.0 });
    let mut ride = recording(Sport::Ride, vec![channel(ChannelKind::Power, hung), cadence()]);
    let (seconds, repairs) = marked(&mut ride, ChannelKind::Power);
    assert_eq!((seconds.len(), seconds[0]), (400, 200));
    assert_eq!(repairs[0].kind, RepairKind::Dropout);
    let never_turns = channel(ChannelKind::Cadence, std::iter::repeat_n(0.0, 600));
    let held = channel(ChannelKind::Power, std::iter::repeat_n(231.0, 600));
    let mut row = recording(Sport::Row, vec![held, never_turns]);
    assert_eq!(clean(&mut row, &RepairLimits::default()), Vec::new());
    let zero = std::iter::repeat_n(0.0, 600);
    let mut ride = recording(Sport::Ride, vec![channel(ChannelKind::Power, zero), cadence()]);
    assert_eq!(clean(&mut ride, &RepairLimits::default()), Vec::new());
}

#[test]
fn limits_that_make_no_sense_give_way_to_the_usual_ones() {
    let usual = RepairLimits::default();
    assert!(usual.sound());
    let nonsense = RepairLimits { hr_min: 240.0, ..usual };
    assert!(!nonsense.sound() && !RepairLimits { hr_step: 0.0, ..usual }.sound());
    let mut ride = recording(Sport::Ride, vec![channel(ChannelKind::HeartRate, beats(140.0, 60))]);
    assert_eq!(clean(&mut ride, &nonsense), Vec::new());
}

fn any_channel(kind: ChannelKind) -> impl Strategy<Value = Channel> {
    let (low, high) = bounds::of(kind, Sport::Run, &RepairLimits::default());
    let value = prop_oneof![
        6 => low..high,
        2 => Just(f64::midpoint(low, high)),
        1 => Just(high * 2.0 + 1.0),
        1 => Just(f64::NAN),
    ];
    prop::collection::vec((1_u32..9000, value), 0..200).prop_map(move |samples| {
        let mut at = 0;
        let (ms, values) = samples
            .into_iter()
            .map(|(step, value)| {
                at += step;
                (at, value)
            })
            .unzip();
        Channel { kind, ms, values, suspect: Vec::new() }
    })
}

fn any_recording() -> impl Strategy<Value = Recording> {
    let kinds = [
        ChannelKind::Latitude,
        ChannelKind::Longitude,
        ChannelKind::Altitude,
        ChannelKind::HeartRate,
        ChannelKind::Power,
        ChannelKind::Cadence,
        ChannelKind::Speed,
    ];
    kinds.map(any_channel).prop_map(|channels| recording(Sport::Run, channels.to_vec()))
}

proptest! {
    #[test]
    fn cleaning_again_changes_nothing_values_stay_and_each_marked_sample_is_told_once(raw in any_recording()) {
        let limits = RepairLimits::default();
        let mut once = raw.clone();
        let repairs = clean(&mut once, &limits);
        let mut twice = once.clone();
        prop_assert_eq!(&clean(&mut twice, &limits), &repairs);
        for ((raw, once), twice) in raw.channels.iter().zip(&once.channels).zip(&twice.channels) {
            prop_assert_eq!(&once.suspect, &twice.suspect);
            prop_assert_eq!(&raw.ms, &once.ms);
            prop_assert!(raw.values.iter().zip(&once.values).all(|(a, b)| a.to_bits() == b.to_bits()));
            prop_assert!(once.suspect.windows(2).all(|pair| pair[0].to_ms <= pair[1].from_ms));
            let marked = once.ms.iter().filter(|ms| once.is_suspect(**ms)).count();
            let told: u32 = repairs.iter().filter(|r| r.channel == Some(once.kind)).map(|r| r.samples).sum();
            prop_assert_eq!(marked, told as usize);
            prop_assert!(once.usable().all(|(_, value)| value.is_finite()));
        }
        let mut kinds: Vec<_> = repairs.iter().map(|r| (r.channel, r.kind)).collect();
        kinds.dedup();
        prop_assert_eq!(kinds.len(), repairs.len());
    }
}
