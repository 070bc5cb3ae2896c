//! Zones: which scheme holds for a quantity, and its edges on a day.

use serde::{Deserialize, Serialize};

use science::zone;
pub use science::zone::{Anchor, Scheme};

use crate::measures::Quantity;
use crate::settings::Settings;
use crate::sport::Sport;

/// The schemes an athlete's zones are cut by; `None` for this program's default of the sport.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SchemeChoice {
    /// For power.
    pub power: Option<Scheme>,
    /// For heart rate.
    pub heart: Option<Scheme>,
    /// For speed.
    pub speed: Option<Scheme>,
}

/// Zones of one quantity on one day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Zones {
    /// Of what.
    pub quantity: Quantity,
    /// By which scheme.
    pub scheme: Scheme,
    /// Lower edges in the quantity's unit, rising; a value on an edge belongs to the zone above. The first is 0 except
    /// where a scheme counts nothing below its lowest zone.
    pub lower: Vec<f64>,
}

/// The zones that hold for a sport with these settings: one for each quantity whose anchor is known. Defaults: power by
/// Coggan (rides), heart rate by Friel at the threshold (run and walk, or ride; Coggan elsewhere), else by highest heart
/// rate, speed by threshold (runs and swims). A chosen scheme whose anchor is unknown gives no zones rather than another
/// scheme's; one that is not for the quantity is passed over. None for strength, mobility and transitions.
#[must_use]
pub fn on(settings: &Settings, sport: Sport) -> Vec<Zones> {
    if matches!(sport, Sport::Strength | Sport::Mobility | Sport::Transition) {
        return Vec::new();
    }
    let chosen =
        |choice: Option<Scheme>, anchors: &[Anchor]| choice.filter(|scheme| anchors.contains(&scheme.anchor()));
    let power =
        (sport == Sport::Ride).then(|| chosen(settings.schemes.power, &[Anchor::Ftp]).unwrap_or(Scheme::CogganPower));
    let heart = chosen(settings.schemes.heart, &[Anchor::Lthr, Anchor::HrMax, Anchor::Vt]).unwrap_or(match sport {
        _ if settings.lthr.is_none() => Scheme::MaxHeart,
        Sport::Run | Sport::Walk => Scheme::FrielRun,
        Sport::Ride => Scheme::FrielRide,
        _ => Scheme::CogganHeart,
    });
    let speed = match sport {
        Sport::Run => Some(chosen(settings.schemes.speed, &[Anchor::ThresholdSpeed]).unwrap_or(Scheme::RunPace)),
        Sport::Swim => Some(chosen(settings.schemes.speed, &[Anchor::SwimSpeed]).unwrap_or(Scheme::SwimPace)),
        _ => None,
    };
    let quantities = [(Quantity::Power, power), (Quantity::Speed, speed), (Quantity::HeartRate, Some(heart))];
    quantities.into_iter().filter_map(|(quantity, scheme)| zones(settings, quantity, scheme?)).collect()
}

/// The three zones of heart rate between the ventilatory thresholds, where both are known and in order.
#[must_use]
pub fn three(settings: &Settings) -> Option<Zones> {
    zones(settings, Quantity::HeartRate, Scheme::ThreeZone)
}

fn zones(settings: &Settings, quantity: Quantity, scheme: Scheme) -> Option<Zones> {
    let anchor: Option<f64> = match scheme.anchor() {
        Anchor::Ftp => settings.ftp.map(Into::into),
        Anchor::Lthr => settings.lthr.map(Into::into),
        Anchor::HrMax => settings.hr_max.map(Into::into),
        Anchor::ThresholdSpeed => settings.threshold_speed.map(Into::into),
        Anchor::SwimSpeed => settings.swim_speed.map(Into::into),
        Anchor::Vt => None,
    };
    let lower = match scheme.anchor() {
        Anchor::Vt => zone::three_zones(settings.vt1?.0, settings.vt2?.0)?.to_vec(),
        _ => zone::lower_edges(scheme, anchor?),
    };
    (!lower.is_empty()).then_some(Zones { quantity, scheme, lower })
}

#[cfg(test)]
mod tests;
