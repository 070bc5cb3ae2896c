//! GPS exchange XML, version 1.1, with the extensions of devices and apps.

use domain::recording::{ChannelKind, Recording};
use domain::sport::Sport;

use super::rows::{self, Row};
use super::tcx::stretches;
use super::xml::{Xml, time};

/// Writes the document; `None` without positions.
pub(super) fn write(recording: &Recording) -> Option<Vec<u8>> {
    let placed = |row: &Row| row.value(ChannelKind::Latitude).is_some() && row.value(ChannelKind::Longitude).is_some();
    let rows: Vec<Row> = rows::of(recording, carried, |ms| ms).into_iter().filter(placed).collect();
    if rows.is_empty() {
        return None;
    }
    let mut xml = Xml::new();
    let product = recording.device.as_ref().and_then(|device| device.product.as_deref()).unwrap_or("Trackside");
    let attributes = [
        ("version", "1.1"),
        ("creator", product),
        ("xmlns", "http://www.topografix.com/GPX/1/1"),
        ("xmlns:gpxtpx", "http://www.garmin.com/xmlschemas/TrackPointExtension/v2"),
    ];
    xml.within("gpx", &attributes, |xml| {
        xml.within("metadata", &[], |xml| xml.text("time", time(recording.start, 0)));
        xml.within("trk", &[], |xml| {
            xml.maybe("desc", recording.comment.as_deref());
            xml.text("type", sport(recording.sport));
            for stretch in stretches(&rows, &recording.pauses) {
                xml.within("trkseg", &[], |xml| stretch.iter().for_each(|row| point(xml, recording, row)));
            }
        });
    });
    Some(xml.bytes())
}

const fn carried(kind: ChannelKind) -> bool {
    use ChannelKind as K;
    matches!(
        kind,
        K::Latitude
            | K::Longitude
            | K::Altitude
            | K::HeartRate
            | K::Power
            | K::Cadence
            | K::Speed
            | K::Distance
            | K::Temperature
    )
}

/// The words most programs use.
const fn sport(sport: Sport) -> &'static str {
    match sport {
        Sport::Run => "running",
        Sport::Ride => "cycling",
        Sport::Swim => "swimming",
        Sport::Walk => "walking",
        Sport::Row => "rowing",
        Sport::Ski => "cross_country_skiing",
        Sport::Strength => "strength_training",
        Sport::Mobility => "mobility",
        Sport::Transition => "transition",
        Sport::Other => "other",
    }
}

fn point(xml: &mut Xml, recording: &Recording, row: &Row) {
    use ChannelKind as K;
    let coordinate = |kind| row.value(kind).map(|degrees| degrees.to_string()).unwrap_or_default();
    let (lat, lon) = (coordinate(K::Latitude), coordinate(K::Longitude));
    xml.within("trkpt", &[("lat", &lat), ("lon", &lon)], |xml| {
        xml.maybe("ele", row.value(K::Altitude));
        xml.text("time", time(recording.start, row.ms));
        let own = [
            ("gpxtpx:atemp", K::Temperature),
            ("gpxtpx:hr", K::HeartRate),
            ("gpxtpx:cad", K::Cadence),
            ("gpxtpx:speed", K::Speed),
        ];
        let known = |kind| row.value(kind).is_some();
        let extended = own.iter().any(|(_, kind)| known(*kind));
        if !extended && !known(K::Power) && !known(K::Distance) {
            return;
        }
        xml.within("extensions", &[], |xml| {
            xml.maybe("power", row.value(K::Power));
            xml.maybe("distance", row.value(K::Distance));
            if extended {
                xml.within("gpxtpx:TrackPointExtension", &[], |xml| {
                    own.iter().for_each(|(name, kind)| xml.maybe(name, row.value(*kind)));
                });
            }
        });
    });
}
