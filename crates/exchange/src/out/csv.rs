//! A table of samples.

use chrono::{Duration, SecondsFormat};
use domain::recording::{ChannelKind, Recording};
use domain::signal::{self, SignalId};

use super::rows;

/// Writes the table.
pub(super) fn write(recording: &Recording) -> Vec<u8> {
    let mut kinds: Vec<ChannelKind> = recording.channels.iter().map(|channel| channel.kind).collect();
    kinds.sort_unstable();
    let headings = ["time (UTC)".to_owned(), "seconds (s)".to_owned()].into_iter().chain(kinds.iter().map(heading));
    let mut table = csv::Writer::from_writer(Vec::new());
    let mut row = |cells: Vec<String>| table.write_record(cells).expect("memory takes every row, all of one length");
    row(headings.collect());
    for at in rows::of(recording, |_| true, |ms| ms) {
        let time = recording.start + Duration::milliseconds(i64::from(at.ms));
        let first = [time.to_rfc3339_opts(SecondsFormat::Millis, true), (f64::from(at.ms) / 1000.0).to_string()];
        let values = kinds.iter().map(|kind| at.value(*kind).map(|value| value.to_string()).unwrap_or_default());
        row(first.into_iter().chain(values).collect());
    }
    table.into_inner().expect("memory takes every row")
}

/// The channel's stable name and its unit.
fn heading(kind: &ChannelKind) -> String {
    let unit = signal::fact(SignalId::Channel(*kind)).map_or("", |fact| fact.unit);
    format!("{} ({unit})", kind.code())
}
