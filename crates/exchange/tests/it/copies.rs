//! Real files side by side: which are one activity, what is marked as suspect in them, and whether they survive being written.

use domain::clean::{RepairLimits, clean};
use domain::recording::{ChannelKind, Recording, Repair, RepairKind};
use domain::same::{MAYBE, Outline, SAME, compare, worth_comparing};
use exchange::{out, read};

use crate::corpus::{activities, manifest};

/// Every activity of the corpus: the number of its file, which of the file's activities, cleaned, and what was marked.
fn all() -> Option<Vec<(String, Recording, Vec<Repair>)>> {
    let files = manifest()?;
    let parsed =
        files.iter().filter_map(|(row, bytes)| Some((row["file"][..3].to_owned(), read(&row["file"], bytes).ok()?)));
    Some(
        parsed
            .flat_map(|(number, parsed)| {
                let found: Vec<Recording> = activities(&parsed).into_iter().map(|(one, _)| one.clone()).collect();
                found.into_iter().enumerate().map(move |(part, mut one)| {
                    let marked = clean(&mut one, &RepairLimits::default());
                    (format!("{number}/{part}"), one, marked)
                })
            })
            .collect(),
    )
}

fn outline(recording: &Recording) -> Outline {
    let first = |kind| recording.channel(kind).and_then(|channel| channel.usable().next()).map(|(_, value)| value);
    let rounded = |degrees: f64| (degrees * 100.0).round() / 100.0;
    Outline {
        sport: recording.sport,
        start: recording.start,
        local_clock: recording.local_clock,
        timer_s: recording.timer.0,
        elapsed_s: recording.elapsed.0,
        distance_m: recording.distance.map(|distance| distance.0),
        place: first(ChannelKind::Latitude).map(rounded).zip(first(ChannelKind::Longitude).map(rounded)),
    }
}

/// The files that hold one activity, by their numbers: formats of one recording, message orders of one race, and four versions
/// of one example file.
const ONE: [&[&str]; 5] =
    [&["015", "075", "076", "077"], &["034", "073"], &["038", "074"], &["045", "046"], &["059", "060", "061", "064"]];

#[test]
fn copies_of_one_activity_are_found_and_nothing_else_is() {
    let Some(all) = all() else { return };
    let heart = ChannelKind::HeartRate;
    let mut found = 0;
    for (i, (name, a, _)) in all.iter().enumerate() {
        for (other, b, _) in &all[i + 1..] {
            let (of_a, of_b) = (outline(a), outline(b));
            let like = compare(&of_a, a.channel(heart), &of_b, b.channel(heart));
            let group = |name: &str| ONE.iter().position(|group| group.contains(&&name[..3]));
            let one = group(name).is_some() && group(name) == group(other) && name[3..] == other[3..];
            if one {
                assert!(like.score >= SAME, "{name} and {other} are one: {like:?}");
                assert!(worth_comparing(&of_a, &of_b), "{name} and {other}");
                found += 1;
            } else {
                assert!(like.score < MAYBE, "{name} and {other} are two: {like:?}");
            }
        }
    }
    assert_eq!(found, 6 + 1 + 1 + 5 + 6, "every pair, and each of the five parts of a race");
}

/// Channels of which more than a tenth is marked, for a reason.
const MUCH_MARKED: [(&str, ChannelKind, &str); 9] = [
    ("047/1", ChannelKind::VerticalOscillation, "zeros of a watch that did not measure it"),
    ("047/3", ChannelKind::VerticalOscillation, "zeros of a watch that did not measure it"),
    ("048/3", ChannelKind::Altitude, "one of five samples"),
    ("049/1", ChannelKind::VerticalOscillation, "zeros of a watch that did not measure it"),
    ("049/1", ChannelKind::VerticalRatio, "zeros of a watch that did not measure it"),
    ("049/1", ChannelKind::StepLength, "zeros of a watch that did not measure it"),
    ("049/3", ChannelKind::VerticalOscillation, "zeros of a watch that did not measure it"),
    ("049/3", ChannelKind::VerticalRatio, "zeros of a watch that did not measure it"),
    ("049/3", ChannelKind::StepLength, "zeros of a watch that did not measure it"),
];

#[test]
fn what_is_marked_in_real_files_is_little_and_what_is_known_to_be_wrong_is_among_it() {
    let Some(all) = all() else { return };
    for (name, one, marked) in &all {
        for repair in marked {
            let kind = repair.channel.expect("marks are of channels");
            let samples = one.channel(kind).expect("a marked channel").ms.len();
            println!("{name} {kind:?} {:?} at {:?} s: {} of {samples}", repair.kind, repair.at_s, repair.samples);
            let explained = MUCH_MARKED.iter().any(|(file, channel, _)| file == name && *channel == kind);
            assert!(repair.samples as usize * 10 <= samples || explained, "{name} {repair:?} of {samples}");
        }
    }
    let marked = |name: &str, kind, channel| {
        let (_, _, marked) = all.iter().find(|(other, ..)| other == name).expect("in the corpus");
        marked.iter().find(|r| r.kind == kind && r.channel == Some(channel)).map_or(0, |r| r.samples)
    };
    assert_eq!(marked("010/0", RepairKind::ImpossibleValues, ChannelKind::Power), 4, "spikes of up to 21 kW");
    assert_eq!(marked("017/0", RepairKind::AltitudeGlitch, ChannelKind::Altitude), 3, "87 m up and back within 3 s");
    assert_eq!(marked("029/0", RepairKind::ImpossibleValues, ChannelKind::Altitude), 1, "the sentinel");
    assert_eq!(marked("044/1", RepairKind::Spike, ChannelKind::HeartRate), 0, "a set of squats is no spike");
}

/// Files whose samples lie between the seconds of a device file's records: heart rate a strap stored.
const BETWEEN_SECONDS: [&str; 3] = ["035", "038", "049"];

#[test]
fn real_device_files_survive_being_written() {
    let Some(files) = manifest() else { return };
    let mut seen = 0;
    for (row, bytes) in
        files.iter().filter(|(row, _)| row["kind"] == "fit" && !BETWEEN_SECONDS.contains(&&row["file"][..3]))
    {
        let name = &row["file"];
        let Ok(parsed) = read(name, bytes) else { continue };
        for (one, _) in activities(&parsed) {
            let again = read("a.fit", &out::fit(one)).expect("readable");
            let found = activities(&again);
            let [(written, _)] = found.as_slice() else { panic!("{name}: {} activities", found.len()) };
            assert_eq!((written.sport, written.start), (one.sport, one.start), "{name}");
            assert_eq!((written.timer, written.elapsed), (one.timer, one.elapsed), "{name}");
            assert_eq!((&written.totals, &written.device), (&one.totals, &one.device), "{name}");
            assert_eq!((&written.pauses, &written.pool), (&one.pauses, &one.pool), "{name}");
            assert_eq!((&written.lengths, &written.sets), (&one.lengths, &one.sets), "{name}");
            for channel in &one.channels {
                let told = written.channel(channel.kind).unwrap_or_else(|| panic!("{name}: {:?}", channel.kind));
                assert_eq!(told.values.len(), channel.values.len(), "{name}: {:?}", channel.kind);
                // Beats have no time of their own in a device file.
                if channel.kind != ChannelKind::RrInterval {
                    assert_eq!(told.ms, channel.ms, "{name}: {:?}", channel.kind);
                }
                for (a, b) in channel.values.iter().zip(&told.values) {
                    assert!((a - b).abs() <= 0.5, "{name}: {:?} {a} became {b}", channel.kind);
                }
            }
            seen += 1;
        }
    }
    assert!(seen > 60, "{seen}");
}
