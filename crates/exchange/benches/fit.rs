//! Reading a one-hour activity (3,600 records with nine channels): the whole way to channels, beside bare decoding by the
//! two decoders. The faster one, left as it comes (it checks and unpacks fields nobody needs here), is what a reader is
//! held against; the other is the reference that checks it.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rustyfit::StreamingIterator as _;

fn hour(c: &mut Criterion) {
    let bytes = sample::ride(testkit::clock::now(), 3600, Some(210));
    let mut group = c.benchmark_group("fit hour");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("read, with repairs", |b| b.iter(|| exchange::read("a.fit", black_box(&bytes))));
    group.bench_function("peer (bare rustyfit decode)", |b| {
        b.iter(|| {
            let mut decoder = rustyfit::Decoder::new();
            let mut stream = decoder.stream(black_box(bytes.as_slice()));
            let mut events = 0_u32;
            while let Some(Ok(event)) = stream.next() {
                events += u32::from(matches!(event, rustyfit::DecoderEvent::Message(_)));
            }
            events
        });
    });
    group.finish();
    let mut group = c.benchmark_group("fit hour beside fitparser");
    group.throughput(Throughput::Bytes(bytes.len() as u64));
    group.bench_function("read, with repairs", |b| b.iter(|| exchange::read("a.fit", black_box(&bytes))));
    group.bench_function("peer (bare fitparser decode)", |b| {
        b.iter(|| fitparser::from_bytes(black_box(&bytes)).map(|messages| messages.len()));
    });
    group.finish();
}

criterion_group!(benches, hour);
criterion_main!(benches);
