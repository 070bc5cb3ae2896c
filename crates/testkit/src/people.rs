//! Athletes.

use chrono::NaiveDate;
use domain::athlete::Athlete;
use domain::id::AthleteId;
use domain::settings::Settings;
use domain::unit::{Bpm, MetersPerSecond, Sex, Watts};

use crate::{clock, id};

/// An athlete with this name; the number makes the identity.
#[must_use]
pub fn athlete(number: u64, name: &str) -> Athlete {
    Athlete {
        id: AthleteId(id(number)),
        name: name.to_owned(),
        sex: Some(Sex::Female),
        born: NaiveDate::from_ymd_opt(1994, 3, 2),
        zone: "Europe/London".to_owned(),
        squad: None,
        unassigned: false,
    }
}

/// Thresholds that hold since half a year: FTP 250 W, LTHR 168, highest 188, resting 48 bpm, 4.2 m/s.
#[must_use]
pub fn settings() -> Settings {
    Settings {
        from: clock::days_ago(182),
        ftp: Some(Watts(250.0)),
        lthr: Some(Bpm(168.0)),
        hr_max: Some(Bpm(188.0)),
        hr_rest: Some(Bpm(48.0)),
        threshold_speed: Some(MetersPerSecond(4.2)),
        ..Settings::default()
    }
}
