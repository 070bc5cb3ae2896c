use super::*;

fn power(samples: &[(u32, f64)]) -> Recording {
    let (ms, values) = samples.iter().copied().unzip();
    let channel = Channel { kind: ChannelKind::Power, ms, values, suspect: Vec::new() };
    Recording { channels: vec![channel], ..Recording::default() }
}

fn segments(recording: &Recording) -> Vec<(u32, Vec<f64>)> {
    recording.one_hz(ChannelKind::Power).into_iter().map(|segment| (segment.start_s, segment.values)).collect()
}

#[test]
fn the_view_once_a_second_averages_within_a_second_and_bridges_short_gaps() {
    let recording = power(&[(0, 100.0), (400, 200.0), (3000, 300.0)]);
    assert_eq!(segments(&recording), vec![(0, vec![150.0, 200.0, 250.0, 300.0])]);
    assert_eq!(recording.one_hz(ChannelKind::HeartRate), Vec::new());
}

#[test]
fn the_view_once_a_second_breaks_at_pauses_and_long_gaps_and_leaves_out_what_is_suspect() {
    let mut recording = power(&[(0, 1.0), (1000, 2.0), (2000, 900.0), (3000, 4.0), (5000, 5.0), (12_000, 6.0)]);
    recording.channels[0].suspect = vec![Span { from_ms: 2000, to_ms: 2001 }];
    recording.pauses = vec![Span { from_ms: 3500, to_ms: 4500 }];
    assert_eq!(segments(&recording), vec![(0, vec![1.0, 2.0, 3.0, 4.0]), (5, vec![5.0]), (12, vec![6.0])]);
}

#[test]
fn a_time_is_suspect_only_inside_one_of_the_stretches() {
    let mut recording = power(&[]);
    recording.channels[0].suspect = vec![Span { from_ms: 10, to_ms: 20 }, Span { from_ms: 30, to_ms: 31 }];
    let suspect: Vec<u32> = (0..40).filter(|ms| recording.channels[0].is_suspect(*ms)).collect();
    assert_eq!(suspect, (10..20).chain([30]).collect::<Vec<u32>>());
}

#[test]
fn codes_of_channels_and_repairs_are_distinct_and_found_again() {
    for kind in ChannelKind::ALL {
        assert_eq!(ChannelKind::from_code(kind.code()), Some(*kind));
    }
    let mut codes: Vec<&str> = RepairKind::ALL.iter().map(|kind| kind.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), RepairKind::ALL.len());
}
