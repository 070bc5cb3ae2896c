//! Numbers of the device profile as names: sports, makers, products.

use domain::athlete::DeviceStamp;
use domain::sport::Sport;
use rustyfit::profile::typedef;

use super::message::{Message, device_info, file_id, num, session};

/// The sport of a session, and the file's own name for it.
pub(super) fn sport(message: &Message) -> (Sport, Option<String>) {
    let sport = message.number(session::SPORT).map(|v| typedef::Sport(v as u8));
    let sub = message.number(session::SUB_SPORT).map(|v| typedef::SubSport(v as u8));
    let detail = match (sport.map(|s| named(&s)), sub.map(|s| named(&s))) {
        (Some(Some(sport)), Some(Some(sub))) if sub != "generic" => Some(format!("{sport}/{sub}")),
        (Some(Some(sport)), _) => Some(sport),
        (_, sub) => sub.flatten(),
    };
    (sport.map_or(Sport::Other, |sport| of(sport, sub)), detail)
}

fn of(sport: typedef::Sport, sub: Option<typedef::SubSport>) -> Sport {
    use typedef::{Sport as S, SubSport as Sub};
    match (sport, sub) {
        (_, Some(Sub::STRENGTH_TRAINING)) => Sport::Strength,
        (_, Some(Sub::YOGA | Sub::PILATES | Sub::FLEXIBILITY_TRAINING | Sub::BREATHING)) => Sport::Mobility,
        (S::FITNESS_EQUIPMENT, Some(Sub::INDOOR_CYCLING | Sub::SPIN)) => Sport::Ride,
        (S::FITNESS_EQUIPMENT, Some(Sub::INDOOR_ROWING)) => Sport::Row,
        (S::FITNESS_EQUIPMENT, Some(Sub::TREADMILL | Sub::INDOOR_RUNNING)) => Sport::Run,
        (S::RUNNING, _) => Sport::Run,
        (S::CYCLING | S::E_BIKING, _) => Sport::Ride,
        (S::SWIMMING, _) => Sport::Swim,
        (S::WALKING | S::HIKING | S::SNOWSHOEING, _) => Sport::Walk,
        (S::ROWING | S::PADDLING | S::KAYAKING | S::STAND_UP_PADDLEBOARDING, _) => Sport::Row,
        (S::CROSS_COUNTRY_SKIING, _) => Sport::Ski,
        (S::TRANSITION, _) => Sport::Transition,
        _ => Sport::Other,
    }
}

/// A profile value's name; `None` for numbers the profile does not know.
pub(super) fn named(value: &impl std::fmt::Display) -> Option<String> {
    let name = value.to_string();
    (!name.is_empty() && !name.contains('(')).then_some(name)
}

/// The device that wrote the file: from the file's identity, completed by its own entry among the devices.
pub(super) fn device(messages: &[Message]) -> Option<DeviceStamp> {
    let identity = messages.iter().find(|m| m.num == num::FILE_ID);
    let creator = messages.iter().find(|m| m.num == num::DEVICE_INFO && m.number(device_info::INDEX) == Some(0.0));
    let either = |of_file: u8, of_device: u8| {
        identity.and_then(|m| m.number(of_file)).or_else(|| creator.and_then(|m| m.number(of_device)))
    };
    let maker = either(file_id::MANUFACTURER, device_info::MANUFACTURER).map(|v| typedef::Manufacturer(v as u16));
    let product = either(file_id::PRODUCT, device_info::PRODUCT).map(|v| v as u16);
    let product_name = identity
        .and_then(|m| m.text(file_id::PRODUCT_NAME))
        .or_else(|| creator.and_then(|m| m.text(device_info::PRODUCT_NAME)))
        .map(str::to_owned);
    let stamp = DeviceStamp {
        product: product_name.or_else(|| {
            product.map(|number| match maker {
                Some(typedef::Manufacturer::GARMIN) => {
                    named(&typedef::GarminProduct(number)).unwrap_or_else(|| number.to_string())
                }
                _ => number.to_string(),
            })
        }),
        maker: maker.map(|m| named(&m).unwrap_or_else(|| m.0.to_string())),
        serial: either(file_id::SERIAL, device_info::SERIAL).map(|v| v as u32),
    };
    (stamp.maker.is_some() || stamp.product.is_some() || stamp.serial.is_some()).then_some(stamp)
}

/// A device as the source of its readings: maker and product, as far as told.
pub(super) fn source(device: Option<&DeviceStamp>) -> String {
    let words = device.into_iter().flat_map(|device| [&device.maker, &device.product]).flatten();
    let words: Vec<&str> = words.map(String::as_str).collect();
    if words.is_empty() { "device".to_owned() } else { words.join(" ") }
}
