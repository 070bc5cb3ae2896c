//! What device files hold beside seconds and watts: lengths, sets, beats, fields of apps, days and nights. The small files
//! are written here, byte by byte, so that they can also be wrong in ways no encoder writes.

use domain::recording::{ChannelKind, Length, Recording, RepairKind, Stroke};
use domain::unit::{Kilograms, Meters};
use domain::wellness::WellnessField;
use exchange::{Content, ExchangeFault, RoutedKind, read};

use crate::corpus::activities;

/// 2026-11-21 07:30:00 UTC on the format's clock.
const START: u32 = 1_795_246_200 - 631_065_600;

const ENUM: u8 = 0;
const UINT8: u8 = 2;
const STRING: u8 = 7;
const BYTE: u8 = 13;
const UINT16: u8 = 132;
const SINT16: u8 = 131;
const UINT32: u8 = 134;
const FLOAT32: u8 = 136;

/// Global message numbers.
const FILE_ID: u16 = 0;
const SESSION: u16 = 18;
const RECORD: u16 = 20;
const ACTIVITY: u16 = 34;

/// A field: number, type, bytes.
type Field = (u8, u8, Vec<u8>);

struct Message {
    number: u16,
    fields: Vec<Field>,
    developer: Vec<Field>,
}

fn message(number: u16, fields: &[Field]) -> Message {
    Message { number, fields: fields.to_vec(), developer: Vec::new() }
}

fn u8s(field: u8, value: u8) -> Field {
    (field, UINT8, vec![value])
}

fn u16s(field: u8, values: &[u16]) -> Field {
    (field, UINT16, values.iter().flat_map(|v| v.to_le_bytes()).collect())
}

fn u32s(field: u8, value: u32) -> Field {
    (field, UINT32, value.to_le_bytes().to_vec())
}

fn text(field: u8, text: &str) -> Field {
    (field, STRING, text.bytes().chain([0]).collect())
}

fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ u16::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xa001 } else { sum >> 1 })
    })
}

/// A file of a kind, each message behind a definition of its own.
fn file(kind: u8, messages: &[Message]) -> Vec<u8> {
    let identity =
        message(FILE_ID, &[(0, ENUM, vec![kind]), u16s(1, &[255]), u16s(2, &[1]), u32s(3, 77), u32s(4, START)]);
    let mut data = Vec::new();
    for Message { number, fields, developer } in [&identity].into_iter().chain(messages) {
        data.extend([if developer.is_empty() { 0x40 } else { 0x60 }, 0, 0]);
        data.extend(number.to_le_bytes());
        data.push(fields.len() as u8);
        data.extend(fields.iter().flat_map(|(field, base, bytes)| [*field, bytes.len() as u8, *base]));
        if !developer.is_empty() {
            data.push(developer.len() as u8);
            data.extend(developer.iter().flat_map(|(field, _, bytes)| [*field, bytes.len() as u8, 0]));
        }
        data.push(0);
        data.extend(fields.iter().chain(developer).flat_map(|(_, _, bytes)| bytes.clone()));
    }
    let mut bytes = vec![14, 0x20, 0x54, 0x08];
    bytes.extend((data.len() as u32).to_le_bytes());
    bytes.extend(b".FIT");
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes.extend(data);
    bytes.extend(checksum(&bytes).to_le_bytes());
    bytes
}

/// An activity of so many seconds: a session of a sport (and sub-sport), and what else it holds.
fn activity(sport: (u8, u8), seconds: u32, more: &[Field], messages: Vec<Message>) -> Recording {
    let mut fields = vec![
        u32s(253, START + seconds),
        u32s(2, START),
        (5, ENUM, vec![sport.0]),
        (6, ENUM, vec![sport.1]),
        u32s(7, seconds * 1000),
        u32s(8, seconds * 1000),
    ];
    fields.extend_from_slice(more);
    let mut all = messages;
    all.push(message(SESSION, &fields));
    let parsed = read("made.fit", &file(4, &all)).expect("an activity");
    assert!(parsed.repairs.is_empty(), "{:?}", parsed.repairs);
    activities(&parsed)[0].0.clone()
}

fn record(second: u32, fields: &[Field]) -> Message {
    let mut all = vec![u32s(253, START + second)];
    all.extend_from_slice(fields);
    message(RECORD, &all)
}

fn values(recording: &Recording, kind: ChannelKind) -> Vec<(u32, f64)> {
    let channel = recording.channel(kind);
    channel.map(|c| c.ms.iter().copied().zip(c.values.iter().copied()).collect()).unwrap_or_default()
}

#[test]
fn pool_lengths_have_strokes_and_the_rests_between_them_have_none() {
    let length = |from: u32, ms: u32, kind: u8, more: &[Field]| {
        let mut fields = vec![u32s(253, START + from + ms / 1000), u32s(2, START + from), u32s(3, ms)];
        fields.push((12, ENUM, vec![kind]));
        fields.extend_from_slice(more);
        message(101, &fields)
    };
    let swim = activity(
        (5, 17),
        90,
        &[u16s(44, &[2500])],
        vec![
            length(0, 26_937, 1, &[u16s(5, &[12]), (7, ENUM, vec![0])]),
            length(27, 20_000, 0, &[]),
            length(47, 30_500, 1, &[u16s(5, &[15]), (7, ENUM, vec![2])]),
        ],
    );
    assert_eq!(swim.pool, Some(Meters(25.0)));
    let told: Vec<_> = swim
        .lengths
        .iter()
        .map(|Length { span, active, stroke, strokes }| (span.from_ms, span.to_ms, *active, *stroke, *strokes))
        .collect();
    assert_eq!(
        told,
        vec![
            (0, 26_937, true, Some(Stroke::Freestyle), Some(12)),
            (27_000, 47_000, false, None, None),
            (47_000, 77_500, true, Some(Stroke::Breaststroke), Some(15)),
        ]
    );
}

#[test]
fn strength_sets_have_exercise_repetitions_and_weight() {
    let set = |from: u32, seconds: u32, kind: u8, more: &[Field]| {
        let mut fields = vec![u32s(254, START), u32s(6, START + from), u32s(0, seconds * 1000), (5, ENUM, vec![kind])];
        fields.extend_from_slice(more);
        message(225, &fields)
    };
    let none = u16::MAX;
    let strength = activity(
        (10, 20),
        600,
        &[],
        vec![
            set(0, 40, 1, &[u16s(3, &[8]), u16s(4, &[60 * 16 + 8]), u16s(7, &[28, none, none])]),
            set(40, 90, 0, &[u16s(3, &[none]), u16s(4, &[none]), u16s(7, &[none, none, none])]),
            set(130, 35, 1, &[u16s(3, &[12]), u16s(4, &[0]), u16s(7, &[65_534, 65_534, none])]),
        ],
    );
    let told: Vec<_> = strength
        .sets
        .iter()
        .map(|set| (set.span.map(|s| (s.from_ms, s.to_ms)), set.active, set.exercise.as_deref(), set.reps, set.weight))
        .collect();
    assert_eq!(
        told,
        vec![
            (Some((0, 40_000)), true, Some("squat"), Some(8), Some(Kilograms(60.5))),
            (Some((40_000, 130_000)), false, None, None, None),
            (Some((130_000, 165_000)), true, None, Some(12), None),
        ]
    );
}

#[test]
fn beats_lie_beside_their_records_and_fillers_are_none() {
    let beats = |intervals: &[u16]| message(78, &[u16s(0, intervals)]);
    let ride = activity(
        (2, 0),
        3,
        &[],
        vec![
            record(0, &[u8s(3, 120)]),
            beats(&[500, 510, u16::MAX]),
            record(1, &[u8s(3, 121)]),
            beats(&[490, 4000, u16::MAX]),
        ],
    );
    assert_eq!(
        values(&ride, ChannelKind::RrInterval),
        vec![(0, 500.0), (510, 510.0), (1000, 490.0), (4000, 4000.0)],
        "an artefact stays, near its record"
    );
}

#[test]
fn fields_of_apps_count_where_the_device_has_none_of_its_own() {
    let describe = |number: u8, base: u8, name: &str, units: &str, native: u8| {
        message(
            206,
            &[u8s(0, 0), u8s(1, number), u8s(2, base), text(3, name), text(8, units), u16s(14, &[20]), u8s(15, native)],
        )
    };
    let float = |number: u8, value: f32| (number, FLOAT32, value.to_le_bytes().to_vec());
    let mut with_both = record(0, &[u16s(7, &[250])]);
    with_both.developer = vec![u16s(0, &[240]), float(1, 37.8), float(2, 10.5), float(3, 6.5)];
    let mut alone = record(1, &[u8s(3, 150)]);
    alone.developer = vec![u16s(0, &[241]), float(1, 0.0), float(2, 10.6), float(3, 6.6)];
    let run = activity(
        (1, 0),
        2,
        &[],
        vec![
            describe(0, UINT16, "Power", "Watts", 7),
            describe(1, FLOAT32, "core_temperature", "°C", 139),
            describe(2, FLOAT32, "Leg Spring Stiffness", "KN/m", 255),
            describe(3, FLOAT32, "Vertical Oscillation", "Centimeters", 39),
            with_both,
            alone,
        ],
    );
    assert_eq!(values(&run, ChannelKind::Power), vec![(0, 250.0), (1000, 241.0)]);
    assert_eq!(values(&run, ChannelKind::CoreTemperature), vec![(0, f64::from(37.8_f32))], "0 °C is no body");
    assert_eq!(values(&run, ChannelKind::LegStiffness), vec![(0, 10.5), (1000, f64::from(10.6_f32))]);
    assert_eq!(values(&run, ChannelKind::VerticalOscillation)[0], (0, 65.0));
}

#[test]
fn dynamics_balance_oxygen_and_breath_are_in_their_units() {
    let reading = |number: u16, second: u32, value: Field| message(number, &[u32s(253, START + second), value]);
    let run = activity(
        (1, 0),
        2,
        &[],
        vec![
            record(
                0,
                &[
                    u16s(39, &[823]),
                    u16s(41, &[2450]),
                    u16s(83, &[790]),
                    u16s(84, &[4985]),
                    u16s(85, &[11_200]),
                    u16s(57, &[655]),
                    u8s(30, 0x80 | 49),
                ],
            ),
            reading(269, 1, u8s(0, 97)),
            reading(297, 1, (0, SINT16, 1650_i16.to_le_bytes().to_vec())),
        ],
    );
    let expected = [
        (ChannelKind::LeftBalance, 0, 51.0),
        (ChannelKind::GroundContact, 0, 245.0),
        (ChannelKind::GroundContactBalance, 0, 49.85),
        (ChannelKind::VerticalOscillation, 0, 82.3),
        (ChannelKind::VerticalRatio, 0, 7.9),
        (ChannelKind::StepLength, 0, 1120.0),
        (ChannelKind::MuscleOxygen, 0, 65.5),
        (ChannelKind::Spo2, 1000, 97.0),
        (ChannelKind::Respiration, 1000, 16.5),
    ];
    for (kind, ms, value) in expected {
        assert_eq!(values(&run, kind), vec![(ms, value)], "{}", kind.code());
    }
}

#[test]
fn a_balance_without_a_side_is_left_out_and_told() {
    let bytes = file(4, &[record(0, &[u8s(30, 48), u8s(3, 120)]), record(1, &[u8s(30, 49), u8s(3, 120)])]);
    let parsed = read("made.fit", &bytes).expect("an activity");
    assert_eq!(activities(&parsed)[0].0.channel(ChannelKind::LeftBalance), None);
    let told: Vec<_> = parsed.repairs.iter().map(|r| (r.kind, r.channel, r.samples)).collect();
    assert_eq!(told, vec![(RepairKind::ValueLeftOut, Some(ChannelKind::LeftBalance), 2)]);
}

#[test]
fn fields_written_in_other_types_than_the_profiles_are_read_as_they_were_written() {
    let wide = |value: u32| record(0, &[u32s(6, value), u8s(3, 120)]);
    let narrow = record(0, &[(2, UINT8, vec![255]), (6, UINT8, vec![200]), u8s(3, 120)]);
    let ride = activity((2, 0), 1, &[], vec![wide(3000)]);
    assert_eq!(values(&ride, ChannelKind::Speed), vec![(0, 3.0)]);
    assert_eq!(values(&ride, ChannelKind::HeartRate), vec![(0, 120.0)]);
    let ride = activity((2, 0), 1, &[], vec![wide(u32::MAX)]);
    assert_eq!(values(&ride, ChannelKind::Speed), vec![]);
    let ride = activity((2, 0), 1, &[], vec![narrow]);
    assert_eq!(values(&ride, ChannelKind::Speed), vec![(0, 0.2)]);
    assert_eq!(values(&ride, ChannelKind::Altitude), vec![], "255 is how a small number says none");
}

#[test]
fn the_devices_own_clock_is_told_where_it_can_be_one() {
    let offset = |local: i64| {
        let local = u32s(5, (i64::from(START) + local) as u32);
        let parsed =
            read("made.fit", &file(4, &[record(0, &[u8s(3, 120)]), message(ACTIVITY, &[u32s(253, START), local])]))
                .expect("an activity");
        let (recording, repairs) = activities(&parsed)[0];
        (recording.utc_offset_s, repairs.iter().any(|repair| repair.kind == RepairKind::LocalOffset))
    };
    assert_eq!(offset(5 * 3600 + 1800), (Some(19_800), false));
    assert_eq!(offset(-3 * 3600 + 2), (Some(-10_800), false));
    assert_eq!(offset(40 * 3600), (None, true));
}

fn weighed(second: u32, hundredths: u16, user: u16) -> Message {
    message(30, &[u32s(253, START + second), u16s(0, &[hundredths]), u16s(12, &[user])])
}

#[test]
fn a_scale_gives_weight_and_one_of_several_people_is_refused() {
    let parsed = read("made.fit", &file(9, &[weighed(0, 7580, u16::MAX)])).expect("a weight");
    let [Content::Wellness { athlete: None, values }] = parsed.contents.as_slice() else { panic!("{parsed:?}") };
    let told: Vec<_> = values.iter().map(|v| (v.date.to_string(), v.field, v.value, v.source.as_str())).collect();
    assert_eq!(told, vec![("2026-11-21".to_owned(), WellnessField::BodyMass, 75.8, "development 1")]);
    let two = file(9, &[weighed(0, 7580, 0), weighed(60, 5820, 1)]);
    assert_eq!(read("made.fit", &two), Err(ExchangeFault::SeveralPeople { people: 2 }));
}

#[test]
fn a_monitoring_file_that_measured_nothing_is_routed() {
    let parsed = read("made.fit", &file(32, &[])).expect("known");
    assert_eq!(parsed.contents, vec![Content::Routed { kind: RoutedKind::Monitoring }]);
}

#[test]
fn bytes_in_place_of_numbers_do_not_bring_the_reader_down() {
    let odd = record(0, &[(3, BYTE, vec![1, 2, 3]), (7, STRING, b"watts\0".to_vec()), (6, 99, vec![1])]);
    let parsed = read("made.fit", &file(4, &[odd, record(1, &[u8s(3, 121)])])).expect("an activity");
    assert_eq!(activities(&parsed)[0].0.records, 2);
}
