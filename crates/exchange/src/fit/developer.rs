//! What the fields mean that apps and sensors describe themselves: by name and unit, and by the profile's own field they
//! say they stand for. A unit that is not known means nothing is taken.

use domain::recording::ChannelKind;

use super::message::{Message, field_description, record};

/// Developer index and field number.
pub(super) type Key = (u8, u8);

/// A described field that is used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Meaning {
    /// What it measures.
    kind: ChannelKind,
    /// Raw values times this, minus `offset`, are in the kind's unit.
    factor: f64,
    offset: f64,
    /// The format's number of the type it is written in.
    pub(super) base_type: u8,
}

impl Meaning {
    /// What it measures and a raw value in that unit; `None` for a zero that stands for nothing.
    pub(super) fn value(&self, raw: f64) -> Option<(ChannelKind, f64)> {
        use ChannelKind as K;
        let zero_is_nothing = matches!(
            self.kind,
            K::HeartRate
                | K::GroundContact
                | K::CoreTemperature
                | K::SkinTemperature
                | K::MuscleOxygen
                | K::Respiration
        );
        (!(zero_is_nothing && raw == 0.0)).then_some((self.kind, raw * self.factor - self.offset))
    }
}

/// The described fields of one part of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Described {
    fields: Vec<(Key, Meaning)>,
}

impl Described {
    /// A field's meaning.
    pub(super) fn meaning(&self, key: Key) -> Option<&Meaning> {
        self.fields.iter().find(|(known, _)| *known == key).map(|(_, meaning)| meaning)
    }

    /// Whether any described field is used.
    pub(super) const fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Takes in a `field_description`; a later one of the same field replaces the earlier.
    pub(super) fn learn(&mut self, description: &Message) {
        let number = |field| description.number(field).map(|v| v as u8);
        let (Some(developer), Some(field)) = (number(field_description::DEVELOPER), number(field_description::NUMBER))
        else {
            return;
        };
        let key = (developer, field);
        self.fields.retain(|(known, _)| *known != key);
        let lower = |field| description.text(field).unwrap_or_default().to_lowercase();
        let name = lower(field_description::NAME);
        let units = lower(field_description::UNITS);
        let native = number(field_description::NATIVE_FIELD);
        let Some((kind, unit)) = kind(&name, native).and_then(|kind| Some((kind, factor(kind, &units)?))) else {
            return;
        };
        let scale = description.number(field_description::SCALE).filter(|scale| *scale != 0.0).unwrap_or(1.0);
        let offset = description.number(field_description::OFFSET).unwrap_or(0.0);
        let base_type = number(field_description::BASE_TYPE).unwrap_or_default();
        self.fields.push((key, Meaning { kind, factor: unit / scale, offset: offset * unit, base_type }));
    }
}

fn kind(name: &str, native: Option<u8>) -> Option<ChannelKind> {
    use ChannelKind as K;
    Some(match name {
        "form power" => K::FormPower,
        "air power" => K::AirPower,
        "leg spring stiffness" => K::LegStiffness,
        "vertical oscillation" => K::VerticalOscillation,
        // Foot pods name another profile field for it (the share of the step); the name is right.
        "ground time" | "ground contact time" | "stance time" => K::GroundContact,
        "step length" => K::StepLength,
        "core_temperature" | "core temperature" | "core body temperature" => K::CoreTemperature,
        "skin_temperature" | "skin temperature" => K::SkinTemperature,
        "power" | "rp_power" | "running power" => K::Power,
        "respiration rate" | "breathing rate" | "breath rate" => K::Respiration,
        _ if name.starts_with("smo2") || name == "muscle oxygen" => K::MuscleOxygen,
        _ => match native? {
            record::POWER => K::Power,
            record::HEART_RATE => K::HeartRate,
            record::DISTANCE => K::Distance,
            record::SPEED => K::Speed,
            record::MUSCLE_OXYGEN => K::MuscleOxygen,
            record::CORE_TEMPERATURE => K::CoreTemperature,
            _ => return None,
        },
    })
}

/// What values in a unit are multiplied with to be in the kind's unit.
fn factor(kind: ChannelKind, units: &str) -> Option<f64> {
    use ChannelKind as K;
    let known: &[(&str, f64)] = match kind {
        K::Power | K::FormPower | K::AirPower => &[("w", 1.0), ("watt", 1.0), ("watts", 1.0)],
        K::LegStiffness => &[("kn/m", 1.0)],
        K::VerticalOscillation | K::StepLength => {
            &[("mm", 1.0), ("millimeters", 1.0), ("cm", 10.0), ("centimeters", 10.0), ("m", 1000.0), ("meters", 1000.0)]
        }
        K::GroundContact => &[("ms", 1.0), ("milliseconds", 1.0)],
        K::CoreTemperature | K::SkinTemperature => &[("°c", 1.0), ("c", 1.0), ("celsius", 1.0)],
        K::HeartRate => &[("bpm", 1.0)],
        K::Respiration => &[("bpm", 1.0), ("brpm", 1.0), ("breaths/min", 1.0), ("rpm", 1.0)],
        K::Distance => &[("m", 1.0), ("meters", 1.0), ("km", 1000.0)],
        K::Speed => &[("m/s", 1.0), ("km/h", 1.0 / 3.6)],
        K::MuscleOxygen => &[("%", 1.0), ("percent", 1.0)],
        _ => &[],
    };
    known.iter().find(|(name, _)| *name == units).map(|(_, factor)| *factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::message::{Cell, num};

    fn description(name: &str, units: &str, native: Option<u8>, more: &[(u8, f64)]) -> Message {
        let numbers = [(field_description::DEVELOPER, 0.0), (field_description::NUMBER, 3.0)];
        let native = native.map(|native| (field_description::NATIVE_FIELD, f64::from(native)));
        let mut fields: Vec<(u8, Cell)> =
            numbers.into_iter().chain(native).chain(more.iter().copied()).map(|(f, v)| (f, Cell::Number(v))).collect();
        fields.push((field_description::NAME, Cell::Text(name.to_owned())));
        fields.push((field_description::UNITS, Cell::Text(units.to_owned())));
        Message { num: num::FIELD_DESCRIPTION, fields }
    }

    fn read(description: &Message, raw: f64) -> Option<(ChannelKind, f64)> {
        let mut described = Described::default();
        described.learn(description);
        described.meaning((0, 3)).and_then(|meaning| meaning.value(raw))
    }

    #[test]
    fn fields_are_known_by_name_and_unit_and_by_the_profile_field_they_stand_for() {
        use ChannelKind as K;
        let cases = [
            ("Power", "Watts", None, 231.0, Some((K::Power, 231.0))),
            ("Watts now", "W", Some(7), 231.0, Some((K::Power, 231.0))),
            ("Power", "%", None, 40.0, None),
            ("Form Power", "Watts", None, 70.0, Some((K::FormPower, 70.0))),
            ("Leg Spring Stiffness", "KN/m", None, 10.5, Some((K::LegStiffness, 10.5))),
            ("Vertical Oscillation", "Centimeters", Some(39), 6.5, Some((K::VerticalOscillation, 65.0))),
            ("Ground Time", "Milliseconds", Some(40), 231.0, Some((K::GroundContact, 231.0))),
            ("Ground Time", "Milliseconds", Some(40), 0.0, None),
            ("core_temperature", "°C", Some(139), 37.5, Some((K::CoreTemperature, 37.5))),
            ("core_temperature", "°F", Some(139), 99.5, None),
            ("skin_temperature", "C", Some(255), 33.0, Some((K::SkinTemperature, 33.0))),
            ("core_temperature", "°C", None, 0.0, None),
            ("Heart Rate", "BPM", Some(3), 150.0, Some((K::HeartRate, 150.0))),
            ("Distance", "m", Some(5), 12.5, Some((K::Distance, 12.5))),
            ("bal", "%", None, 50.0, None),
        ];
        for (name, units, native, raw, expected) in cases {
            assert_eq!(read(&description(name, units, native, &[]), raw), expected, "{name} {units}");
        }
    }

    #[test]
    fn a_described_scale_and_offset_are_applied() {
        let more = [(field_description::SCALE, 10.0), (field_description::OFFSET, 5.0)];
        let power = description("Power", "W", None, &more);
        assert_eq!(read(&power, 2050.0), Some((ChannelKind::Power, 200.0)));
    }

    #[test]
    fn a_later_description_of_the_same_field_replaces_the_earlier() {
        let mut described = Described::default();
        described.learn(&description("Power", "W", None, &[]));
        described.learn(&description("Charge", "%", None, &[]));
        assert!(described.is_empty());
    }
}
