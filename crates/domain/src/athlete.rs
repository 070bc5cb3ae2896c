//! Athletes, squads and the devices they wear.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::id::{AthleteId, DeviceId, SquadId};
use crate::unit::Sex;

/// A person whose training is kept here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Athlete {
    /// Identity.
    pub id: AthleteId,
    /// Name as the coach wrote it.
    pub name: String,
    /// Coefficients to use where a formula has one for each sex; unknown is allowed and lowers confidence.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// IANA zone name, such as `Europe/Berlin`: days are counted in the athlete's zone.
    pub zone: String,
    /// Squad, if any.
    pub squad: Option<SquadId>,
    /// The stand-in that holds files nobody has been named for yet.
    pub unassigned: bool,
}

impl Athlete {
    /// Full years of age on a date; `None` if the date of birth is unknown.
    #[must_use]
    pub fn age_on(&self, date: NaiveDate) -> Option<u32> {
        self.born.and_then(|born| date.years_since(born))
    }
}

/// A named group of athletes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Squad {
    /// Identity.
    pub id: SquadId,
    /// Name.
    pub name: String,
}

/// What a file says about the device that wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DeviceStamp {
    /// Maker, as named by the format.
    pub maker: Option<String>,
    /// Product, as named by the format.
    pub product: Option<String>,
    /// Serial number.
    pub serial: Option<u32>,
}

/// A device known to the roster and whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Device {
    /// Identity.
    pub id: DeviceId,
    /// Who wears it.
    pub athlete: AthleteId,
    /// Maker, product and serial.
    pub stamp: DeviceStamp,
    /// When it was first seen in a file.
    pub first_seen: DateTime<Utc>,
}
