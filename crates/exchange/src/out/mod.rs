//! Recordings as files of other programs: FIT, TCX, GPX and a table.
//!
//! What a recording holds and the format can say is written, as it was recorded: samples marked as suspect too, since the marks
//! are this program's opinion. Reading a written file back gives an equal recording within the format's resolution. What a
//! format cannot carry is left out, each module lists it.

mod csv;
mod fit;
mod gpx;
mod rows;
mod tcx;
mod xml;

use domain::recording::Recording;

/// As a device file (FIT).
///
/// Times are whole seconds (the last sample of a second counts), heart rate, power and temperature whole numbers, altitude a
/// fifth of a metre, distance a centimetre. Not carried: a comment, sets without a time; beats keep their lengths and lie within
/// seconds of their times. A recording of no known device names `development` as its maker.
#[must_use]
pub fn fit(recording: &Recording) -> Vec<u8> {
    fit::write(recording)
}

/// As Training Center XML (TCX).
///
/// Times are milliseconds, heart rate, cadence and power whole numbers. Not carried: temperature, beats, running dynamics,
/// balance, breathing, oxygen, pool lengths, strength sets, the maker of the device, perceived exertion and other totals than
/// energy and heart rate; sports but running and riding are `Other`.
#[must_use]
pub fn tcx(recording: &Recording) -> Vec<u8> {
    tcx::write(recording)
}

/// As GPS exchange XML (GPX 1.1); `None` without positions.
///
/// Times are milliseconds. Only what was measured at a position is written. Not carried: laps, beats, running dynamics,
/// balance, breathing, oxygen, pool lengths, strength sets, totals, the maker and the number of the device.
#[must_use]
pub fn gpx(recording: &Recording) -> Option<Vec<u8>> {
    gpx::write(recording)
}

/// As a table: the time in UTC, seconds since the start, then a column for each channel with its unit in the heading; one row a
/// time, an empty cell where nothing was measured.
///
/// Times are milliseconds, numbers as they are. Not carried: anything but channels.
#[must_use]
pub fn csv(recording: &Recording) -> Vec<u8> {
    csv::write(recording)
}
