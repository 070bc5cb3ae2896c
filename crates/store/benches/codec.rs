//! Packing of a one-hour activity with six channels, beside zstd alone on the same numbers as plain `f64` bytes.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use domain::recording::{Channel, ChannelKind};
use store::{Encoded, decode, encode};

const SECONDS: u32 = 3600;

/// A ride over rolling hills: every value in the steps a device records.
fn hour() -> Vec<Channel> {
    let wave = |s: u32, period: f64, size: f64| (f64::from(s) / period).sin() * size;
    // A small fixed scatter, so that neighbours differ as measured values do.
    let scatter = |s: u32, steps: u32| {
        let mut mixed = s.wrapping_add(1).wrapping_mul(0x9E37_79B9);
        mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x85EB_CA6B);
        mixed = (mixed ^ (mixed >> 13)).wrapping_mul(0xC2B2_AE35);
        f64::from((mixed ^ (mixed >> 16)) % steps)
    };
    // Half a metre of scatter, as satellite positions have.
    let position = |from: f64, s: u32, period: f64| {
        (((from + f64::from(s) * 4e-5 + wave(s, period, 3e-4)) * 1e7).round() + scatter(s, 60)) / 1e7
    };
    let channel = |kind, value: &dyn Fn(u32) -> f64| Channel {
        kind,
        ms: (0..SECONDS).map(|s| s * 1000).collect(),
        values: (0..SECONDS).map(value).collect(),
        suspect: Vec::new(),
    };
    vec![
        channel(ChannelKind::Latitude, &|s| position(47.0, s, 90.0)),
        channel(ChannelKind::Longitude, &|s| position(8.0, s, 70.0)),
        channel(ChannelKind::Altitude, &|s| ((430.0 + wave(s, 300.0, 60.0)) * 5.0).round() / 5.0),
        channel(ChannelKind::HeartRate, &|s| (142.0 + wave(s, 200.0, 14.0)).round() + scatter(s, 2)),
        channel(ChannelKind::Power, &|s| (210.0 + wave(s, 150.0, 60.0)).round() + scatter(s, 40)),
        channel(ChannelKind::Cadence, &|s| (88.0 + wave(s, 100.0, 5.0)).round() + scatter(s, 3)),
    ]
}

fn packing(c: &mut Criterion) {
    let channels = hour();
    let encoded: Vec<_> = channels.iter().map(|ch| (ch.kind, encode(ch).expect("packs"))).collect();
    let plain: Vec<Vec<u8>> =
        channels.iter().map(|ch| ch.values.iter().flat_map(|value| value.to_le_bytes()).collect()).collect();
    let zipped: Vec<Vec<u8>> = plain.iter().map(|bytes| zstd::bulk::compress(bytes, 3).expect("packs")).collect();
    let total = |parts: &[Vec<u8>]| parts.iter().map(Vec::len).sum::<usize>();
    let packed: usize = encoded.iter().map(|(_, blob)| blob.len()).sum();
    #[expect(clippy::print_stdout, reason = "the sizes belong in the table beside the times")]
    {
        println!(
            "one hour, six channels: plain {} B, zstd alone {} B, packed {packed} B",
            total(&plain),
            total(&zipped)
        );
    }

    let mut group = c.benchmark_group("one hour of six channels");
    group.throughput(Throughput::Bytes(total(&plain) as u64));
    group.bench_function("ours packing", |b| b.iter(|| Encoded::of(black_box(&channels)).expect("packs")));
    group.bench_function("ours unpacking", |b| {
        b.iter(|| {
            encoded.iter().map(|(kind, blob)| decode(*kind, black_box(blob)).expect("unpacks").ms.len()).sum::<usize>()
        });
    });
    group.bench_function("peer packing", |b| {
        b.iter(|| {
            plain.iter().map(|bytes| zstd::bulk::compress(black_box(bytes), 3).expect("packs").len()).sum::<usize>()
        });
    });
    group.bench_function("peer unpacking", |b| {
        b.iter(|| {
            let unzip = |(bytes, of): (&Vec<u8>, &Vec<u8>)| zstd::bulk::decompress(black_box(bytes), of.len());
            zipped.iter().zip(&plain).map(|pair| unzip(pair).expect("unpacks").len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, packing);
criterion_main!(benches);
