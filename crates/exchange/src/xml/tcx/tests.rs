//! Made-up files of every shape.

use domain::recording::{Recording, Repair, Span};

use super::*;

fn file(inside: &str) -> String {
    format!("<TrainingCenterDatabase><Activities>{inside}</Activities></TrainingCenterDatabase>")
}

fn recordings(text: &str) -> Vec<(Recording, Vec<Repair>)> {
    let parsed = read(text.as_bytes()).expect("an activity");
    let activity = |content| match content {
        Content::Activity { recording, repairs } => Some((recording, repairs)),
        _ => None,
    };
    parsed.contents.into_iter().filter_map(activity).collect()
}

fn point(second: u32, bpm: u32) -> String {
    format!(
        "<Trackpoint><Time>2026-03-01T10:{:02}:{:02}Z</Time><HeartRateBpm><Value>{bpm}</Value></HeartRateBpm></Trackpoint>",
        second / 60,
        second % 60
    )
}

#[test]
fn stretches_within_a_lap_and_gaps_between_laps_are_pauses() {
    let points = |from: u32, to: u32| (from..=to).map(|s| point(s, 120)).collect::<String>();
    let text = file(&format!(
        "<Activity Sport=\"Running\"><Id>2026-03-01T10:00:00Z</Id>\
         <Lap StartTime=\"2026-03-01T10:00:00Z\"><TotalTimeSeconds>40</TotalTimeSeconds><DistanceMeters>100</DistanceMeters>\
         <Track>{}</Track><Track>{}</Track></Lap>\
         <Lap StartTime=\"2026-03-01T10:01:40Z\"><TotalTimeSeconds>20</TotalTimeSeconds><Track>{}</Track></Lap>\
         <Creator><Name>Watch 1 (Number 77)</Name><UnitId>77</UnitId></Creator></Activity>",
        points(0, 20),
        points(50, 70),
        points(100, 120)
    ));
    let (recording, repairs) = recordings(&text).remove(0);
    let pause = |from_ms, to_ms| Span { from_ms, to_ms };
    assert_eq!(recording.pauses, vec![pause(20_000, 50_000), pause(70_000, 100_000)]);
    assert_eq!((recording.timer, recording.elapsed), (Seconds(60.0), Seconds(120.0)));
    assert_eq!(recording.laps.len(), 2);
    assert_eq!(recording.laps[1].span, Span { from_ms: 100_000, to_ms: 120_000 });
    let device = recording.device.expect("a device");
    assert_eq!((device.product.as_deref(), device.serial), (Some("Watch 1"), Some(77)));
    assert!(repairs.is_empty(), "{repairs:?}");
}

#[test]
fn a_session_of_several_sports_becomes_as_many_recordings() {
    let part = |sport: &str, minute: u32| {
        format!(
            "<Activity Sport=\"{sport}\"><Lap StartTime=\"2026-03-01T10:{minute:02}:00Z\"><TotalTimeSeconds>60</TotalTimeSeconds></Lap></Activity>"
        )
    };
    let text = file(&format!(
        "<MultiSportSession><FirstSport>{}</FirstSport><NextSport>\
         <Transition StartTime=\"2026-03-01T10:01:00Z\"><TotalTimeSeconds>30</TotalTimeSeconds></Transition>{}</NextSport></MultiSportSession>",
        part("Biking", 0),
        part("Running", 2)
    ));
    let found: Vec<(Sport, f64)> = recordings(&text).iter().map(|(r, _)| (r.sport, r.timer.0)).collect();
    assert_eq!(found, vec![(Sport::Ride, 60.0), (Sport::Transition, 30.0), (Sport::Run, 60.0)]);
}

#[test]
fn points_without_times_are_spread_over_their_lap() {
    let bare = |bpm| format!("<Trackpoint><HeartRateBpm><Value>{bpm}</Value></HeartRateBpm></Trackpoint>");
    let text = file(&format!(
        "<Activity Sport=\"Other\"><Lap StartTime=\"2026-03-01T10:00:00Z\"><TotalTimeSeconds>40</TotalTimeSeconds>\
         <Track>{}{}{}{}</Track></Lap></Activity>",
        bare(100),
        bare(110),
        bare(120),
        bare(130)
    ));
    let (recording, repairs) = recordings(&text).remove(0);
    let heart = recording.channel(ChannelKind::HeartRate).expect("heart rate");
    assert_eq!(heart.ms, vec![0, 10_000, 20_000, 30_000]);
    assert_eq!((repairs[0].kind, repairs[0].samples), (RepairKind::TimesSpread, 4));
    assert_eq!(recording.sport, Sport::Other);
}

#[test]
fn power_and_cadence_are_read_whatever_the_prefix() {
    let text = file(
        "<Activity Sport=\"Biking\"><Lap StartTime=\"2026-03-01T10:00:00Z\"><Track><Trackpoint>\
         <Time>2026-03-01T10:00:00Z</Time><Extensions><x:TPX><x:Watts>210</x:Watts><x:Speed>8.5</x:Speed>\
         <x:RunCadence>88</x:RunCadence></x:TPX></Extensions></Trackpoint></Track></Lap></Activity>",
    );
    let (recording, _) = recordings(&text).remove(0);
    let value = |kind| recording.channel(kind).map(|c| c.values[0]);
    assert_eq!(value(ChannelKind::Power), Some(210.0));
    assert_eq!(value(ChannelKind::Speed), Some(8.5));
    assert_eq!(value(ChannelKind::Cadence), Some(88.0));
}

#[test]
fn a_course_and_a_workout_are_routed_and_nothing_is_refused() {
    let routed = |text: &str| read(text.as_bytes()).map(|parsed| parsed.contents);
    let course = "<TrainingCenterDatabase><Courses><Course><Track><Trackpoint><Time>2026-01-01T00:00:00Z</Time></Trackpoint></Track></Course></Courses></TrainingCenterDatabase>";
    assert_eq!(routed(course), Ok(vec![Content::Routed { kind: RoutedKind::Course }]));
    let workout = "<TrainingCenterDatabase><Workouts><Workout Sport=\"Biking\"/></Workouts></TrainingCenterDatabase>";
    assert_eq!(routed(workout), Ok(vec![Content::Routed { kind: RoutedKind::Workout }]));
    assert_eq!(routed(&file("")), Err(ExchangeFault::NoActivity { messages: 2 }));
}

#[test]
fn a_stretch_for_every_point_is_no_pause() {
    let points: String = (0..60).map(|s| format!("<Track>{}</Track>", point(s, 120))).collect();
    let text = file(&format!(
        "<Activity Sport=\"Biking\"><Lap StartTime=\"2026-03-01T10:00:00Z\"><TotalTimeSeconds>59</TotalTimeSeconds>{points}</Lap></Activity>"
    ));
    let (recording, repairs) = recordings(&text).remove(0);
    assert_eq!((recording.pauses.len(), recording.elapsed), (0, Seconds(59.0)));
    assert!(repairs.is_empty(), "{repairs:?}");
}
