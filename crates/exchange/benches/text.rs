//! Reading a one-hour activity from the text formats, each beside the bare walk through its text by the crate that reads it.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use domain::recording::Recording;
use exchange::Content;
use quick_xml::events::Event;

/// The hour, as a device would have recorded it.
fn hour() -> Recording {
    let bytes = sample::ride(testkit::clock::now(), 3600, Some(210));
    let parsed = exchange::read("a.fit", &bytes).expect("a generated file is readable");
    let recording = parsed.contents.into_iter().find_map(|content| match content {
        Content::Activity { recording, .. } => Some(recording),
        _ => None,
    });
    recording.expect("a generated file holds an activity")
}

fn walk_xml(bytes: &[u8]) -> u32 {
    let mut reader = quick_xml::Reader::from_reader(bytes);
    let mut events = 0;
    while !matches!(reader.read_event(), Ok(Event::Eof) | Err(_)) {
        events += 1;
    }
    events
}

fn walk_csv(bytes: &[u8]) -> usize {
    let mut reader = csv::Reader::from_reader(bytes);
    let mut record = csv::ByteRecord::new();
    let mut cells = 0;
    while matches!(reader.read_byte_record(&mut record), Ok(true)) {
        cells += record.len();
    }
    cells
}

fn beside<R>(c: &mut Criterion, name: &str, peer: &str, bytes: &[u8], walk: fn(&[u8]) -> R) {
    let mut group = c.benchmark_group(format!("{name} hour"));
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    let file = format!("a.{name}");
    exchange::read(&file, bytes).expect("what was written is readable");
    group.bench_function("read, with repairs", |b| b.iter(|| exchange::read(&file, black_box(bytes))));
    group.bench_function(format!("peer ({peer})"), |b| b.iter(|| walk(black_box(bytes))));
    group.finish();
}

fn text(c: &mut Criterion) {
    let recording = hour();
    beside(c, "tcx", "bare quick-xml events", &exchange::out::tcx(&recording), walk_xml);
    let gpx = exchange::out::gpx(&recording).expect("the ride has positions");
    beside(c, "gpx", "bare quick-xml events", &gpx, walk_xml);
    beside(c, "csv", "bare csv records", &exchange::out::csv(&recording), walk_csv);
}

criterion_group!(benches, text);
criterion_main!(benches);
