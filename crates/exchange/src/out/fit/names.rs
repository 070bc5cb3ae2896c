//! Sports, makers, products, strokes and exercises as numbers of the device profile.

use domain::athlete::DeviceStamp;
use domain::recording::{Recording, Stroke};
use domain::sport::Sport;
use rustyfit::profile::{mesgdef, typedef};

/// The profile's sport and sub-sport: the recording's own where it came from such a file, else the usual ones.
pub(super) fn sport(recording: &Recording) -> (typedef::Sport, typedef::SubSport) {
    use typedef::{Sport as S, SubSport as Sub};
    let detail = recording.sport_detail.as_deref().unwrap_or_default();
    let (sport, sub) = detail.split_once('/').unwrap_or((detail, "generic"));
    let known = number(u8::MAX.into(), sport, |n| S(n as u8)).zip(number(u8::MAX.into(), sub, |n| Sub(n as u8)));
    known.unwrap_or(match recording.sport {
        Sport::Run => (S::RUNNING, Sub::GENERIC),
        Sport::Ride => (S::CYCLING, Sub::GENERIC),
        Sport::Swim => (S::SWIMMING, Sub::GENERIC),
        Sport::Walk => (S::WALKING, Sub::GENERIC),
        Sport::Row => (S::ROWING, Sub::GENERIC),
        Sport::Ski => (S::CROSS_COUNTRY_SKIING, Sub::GENERIC),
        Sport::Strength => (S::TRAINING, Sub::STRENGTH_TRAINING),
        Sport::Mobility => (S::TRAINING, Sub::FLEXIBILITY_TRAINING),
        Sport::Transition => (S::TRANSITION, Sub::GENERIC),
        Sport::Other => (S::GENERIC, Sub::GENERIC),
    })
}

/// The number below `end` whose name in the profile this is.
fn number<T: std::fmt::Display>(end: u16, name: &str, of: impl Fn(u16) -> T) -> Option<T> {
    (0..end).map(of).find(|value| !name.is_empty() && value.to_string() == name)
}

/// Writes what is known of the device into the file's identity. Without a device nobody made it.
pub(super) fn device(id: &mut mesgdef::FileId, device: Option<&DeviceStamp>) {
    /// The longest name written; the format has room for few more bytes.
    const LONGEST: usize = 60;
    id.manufacturer = typedef::Manufacturer::DEVELOPMENT;
    let Some(device) = device else { return };
    if let Some(maker) = &device.maker {
        let known = number(u16::MAX, maker, typedef::Manufacturer);
        id.manufacturer = known.or_else(|| maker.parse().ok().map(typedef::Manufacturer)).unwrap_or(id.manufacturer);
    }
    if let Some(product) = &device.product {
        let garmin = id.manufacturer == typedef::Manufacturer::GARMIN;
        let known = number(u16::MAX, product, typedef::GarminProduct).filter(|_| garmin).map(|known| known.0);
        match known.or_else(|| product.parse().ok()) {
            Some(number) => id.product = number,
            None => id.product_name = product.chars().take(LONGEST).collect::<String>().into(),
        }
    }
    id.serial_number = device.serial.unwrap_or(0);
}

/// A stroke.
pub(super) const fn stroke(stroke: Stroke) -> typedef::SwimStroke {
    match stroke {
        Stroke::Freestyle => typedef::SwimStroke::FREESTYLE,
        Stroke::Backstroke => typedef::SwimStroke::BACKSTROKE,
        Stroke::Breaststroke => typedef::SwimStroke::BREASTSTROKE,
        Stroke::Butterfly => typedef::SwimStroke::BUTTERFLY,
        Stroke::Drill => typedef::SwimStroke::DRILL,
        Stroke::Mixed => typedef::SwimStroke::MIXED,
    }
}

/// The category of an exercise; names the profile does not know are left out.
pub(super) fn exercise(name: &str) -> Option<typedef::ExerciseCategory> {
    number(u16::MAX, name, typedef::ExerciseCategory)
}
