use super::*;
use crate::unit::{Bpm, MetersPerSecond, Watts};

fn settings() -> Settings {
    Settings {
        ftp: Some(Watts(200.0)),
        lthr: Some(Bpm(160.0)),
        hr_max: Some(Bpm(190.0)),
        threshold_speed: Some(MetersPerSecond(4.0)),
        swim_speed: Some(MetersPerSecond(1.2)),
        ..Settings::default()
    }
}

fn schemes(settings: &Settings, sport: Sport) -> Vec<Scheme> {
    on(settings, sport).into_iter().map(|zones| zones.scheme).collect()
}

#[test]
fn each_sport_has_the_zones_of_its_own_quantities() {
    let cases: [(Sport, &[Scheme]); 6] = [
        (Sport::Ride, &[Scheme::CogganPower, Scheme::FrielRide]),
        (Sport::Run, &[Scheme::RunPace, Scheme::FrielRun]),
        (Sport::Swim, &[Scheme::SwimPace, Scheme::CogganHeart]),
        (Sport::Walk, &[Scheme::FrielRun]),
        (Sport::Row, &[Scheme::CogganHeart]),
        (Sport::Strength, &[]),
    ];
    for (sport, expected) in cases {
        assert_eq!(schemes(&settings(), sport), expected, "{sport:?}");
    }
    let power = &on(&settings(), Sport::Ride)[0];
    assert_eq!((power.quantity, power.lower[1], power.lower.len()), (Quantity::Power, 110.0, 7));
}

#[test]
fn without_a_threshold_heart_rate_is_cut_by_its_maximum_and_without_that_not_at_all() {
    let no_lthr = Settings { lthr: None, ..settings() };
    assert_eq!(schemes(&no_lthr, Sport::Row), [Scheme::MaxHeart]);
    assert_eq!(schemes(&Settings::default(), Sport::Ride), []);
}

#[test]
fn a_chosen_scheme_holds_and_without_its_anchor_no_other_takes_its_place() {
    let chosen = |heart, vt1, vt2| Settings {
        schemes: SchemeChoice { heart: Some(heart), ..SchemeChoice::default() },
        vt1,
        vt2,
        ..settings()
    };
    assert_eq!(schemes(&chosen(Scheme::MaxHeart, None, None), Sport::Row), [Scheme::MaxHeart]);
    let three = on(&chosen(Scheme::ThreeZone, Some(Bpm(140.0)), Some(Bpm(165.0))), Sport::Row);
    assert_eq!(three[0].lower, [0.0, 140.0, 165.0]);
    assert_eq!(schemes(&chosen(Scheme::ThreeZone, None, None), Sport::Row), []);
    assert_eq!(schemes(&chosen(Scheme::RunPace, None, None), Sport::Row), [Scheme::CogganHeart], "not for a heart");
}

#[test]
fn thresholds_in_the_wrong_order_give_no_three_zones() {
    let wrong = Settings { vt1: Some(Bpm(170.0)), vt2: Some(Bpm(150.0)), ..settings() };
    assert_eq!(three(&wrong), None);
}
