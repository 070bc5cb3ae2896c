//! Training Center XML.

use domain::recording::{ChannelKind, Lap, Recording, Span};
use domain::sport::Sport;

use super::rows::{self, Row};
use super::xml::{Xml, time, whole};

const SPACE: &str = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
const EXTENSION: &str = "http://www.garmin.com/xmlschemas/ActivityExtension/v2";

/// Writes the document.
pub(super) fn write(recording: &Recording) -> Vec<u8> {
    let mut xml = Xml::new();
    let rows = rows::of(recording, carried, |ms| ms);
    xml.within("TrainingCenterDatabase", &[("xmlns", SPACE)], |xml| {
        xml.within("Activities", &[], |xml| {
            xml.within("Activity", &[("Sport", sport(recording.sport))], |xml| activity(xml, recording, &rows));
        });
    });
    xml.bytes()
}

const fn carried(kind: ChannelKind) -> bool {
    use ChannelKind as K;
    matches!(
        kind,
        K::Latitude | K::Longitude | K::Altitude | K::HeartRate | K::Power | K::Cadence | K::Speed | K::Distance
    )
}

/// The three sports the format has.
const fn sport(sport: Sport) -> &'static str {
    match sport {
        Sport::Run => "Running",
        Sport::Ride => "Biking",
        _ => "Other",
    }
}

fn activity(xml: &mut Xml, recording: &Recording, rows: &[Row]) {
    xml.text("Id", time(recording.start, 0));
    let whole_span = Span { from_ms: 0, to_ms: (recording.elapsed.0 * 1000.0).round().max(0.0) as u32 };
    let one = [Lap { span: whole_span, timer: recording.timer, distance: recording.distance }];
    let laps = if recording.laps.is_empty() { one.as_slice() } else { &recording.laps };
    for (i, lap) in laps.iter().enumerate() {
        // What lies before the first lap goes with it, and what lies after a lap goes with that lap.
        let from = if i == 0 { 0 } else { lap.span.from_ms };
        let to = laps.get(i + 1).map_or(u32::MAX, |next| next.span.from_ms);
        let from = rows.partition_point(|row| row.ms < from);
        let to = rows.partition_point(|row| row.ms < to || to == u32::MAX);
        let own = rows.get(from..to).unwrap_or_default();
        let start = time(recording.start, lap.span.from_ms);
        xml.within("Lap", &[("StartTime", &start)], |xml| {
            let only = (laps.len() == 1).then_some(&recording.totals);
            xml.text("TotalTimeSeconds", lap.timer.0);
            xml.text("DistanceMeters", lap.distance.map_or(0.0, |distance| distance.0));
            // The energy of an activity is kept whole: in its first lap.
            let kcal = recording.totals.kcal.filter(|_| i == 0);
            xml.text("Calories", whole(kcal).unwrap_or(0));
            for (name, bpm) in [
                ("AverageHeartRateBpm", only.and_then(|totals| totals.avg_hr)),
                ("MaximumHeartRateBpm", only.and_then(|totals| totals.max_hr)),
            ] {
                if let Some(bpm) = whole(bpm.map(|bpm| bpm.0)) {
                    xml.within(name, &[], |xml| xml.text("Value", bpm));
                }
            }
            xml.text("Intensity", "Active");
            xml.text("TriggerMethod", "Manual");
            for stretch in stretches(own, &recording.pauses) {
                xml.within("Track", &[], |xml| stretch.iter().for_each(|row| point(xml, recording, row)));
            }
        });
    }
    xml.maybe("Notes", recording.comment.as_deref());
    if let Some(device) = &recording.device {
        let product = device.product.as_deref().or(device.maker.as_deref()).unwrap_or_default();
        xml.within(
            "Creator",
            &[("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"), ("xsi:type", "Device_t")],
            |xml| {
                xml.text("Name", product);
                xml.text("UnitId", device.serial.unwrap_or(0));
                xml.text("ProductID", 0);
                xml.within("Version", &[], |xml| {
                    xml.text("VersionMajor", 0);
                    xml.text("VersionMinor", 0);
                });
            },
        );
    }
}

/// Rows in stretches that no pause divides: the format says a pause by beginning another track.
pub(super) fn stretches<'a>(rows: &'a [Row], pauses: &'a [Span]) -> impl Iterator<Item = &'a [Row]> {
    rows.chunk_by(|before, after| !pauses.iter().any(|pause| before.ms <= pause.from_ms && pause.to_ms <= after.ms))
}

fn point(xml: &mut Xml, recording: &Recording, row: &Row) {
    use ChannelKind as K;
    xml.within("Trackpoint", &[], |xml| {
        xml.text("Time", time(recording.start, row.ms));
        if let (Some(latitude), Some(longitude)) = (row.value(K::Latitude), row.value(K::Longitude)) {
            xml.within("Position", &[], |xml| {
                xml.text("LatitudeDegrees", latitude);
                xml.text("LongitudeDegrees", longitude);
            });
        }
        xml.maybe("AltitudeMeters", row.value(K::Altitude));
        xml.maybe("DistanceMeters", row.value(K::Distance));
        if let Some(bpm) = whole(row.value(K::HeartRate)) {
            xml.within("HeartRateBpm", &[], |xml| xml.text("Value", bpm));
        }
        let cadence = whole(row.value(K::Cadence));
        let runs = recording.sport == Sport::Run;
        xml.maybe("Cadence", cadence.filter(|_| !runs));
        let (speed, watts) = (row.value(K::Speed), whole(row.value(K::Power)));
        let strides = cadence.filter(|_| runs);
        if speed.is_some() || watts.is_some() || strides.is_some() {
            xml.within("Extensions", &[], |xml| {
                xml.within("TPX", &[("xmlns", EXTENSION)], |xml| {
                    xml.maybe("Speed", speed);
                    xml.maybe("RunCadence", strides);
                    xml.maybe("Watts", watts);
                });
            });
        }
    });
}
