//! Heat, altitude, fluid, time zones.

use science::unit::{Celsius, Kilograms, Meters};
use science::{altitude, heat, hydration, travel};

use crate::vectors::Vector;

pub(crate) fn check(v: &Vector) -> bool {
    match v.id().split('.').next() {
        Some("heat") => air(v),
        Some("ely") => elite(v),
        Some("alt") => height(v),
        Some("sweat") => sweat(v),
        Some("jetlag") => {
            let days = |east| travel::resync_days(v.input("zones"), east).unwrap();
            v.check("east_days_1_per_zone", days(true));
            v.check("west_days_0.5_per_zone", days(false));
        }
        _ => return false,
    }
    true
}

fn air(v: &Vector) {
    let (air, humidity) = (Celsius(v.input("T_C")), v.input("RH_pct"));
    v.check("vapour_hPa", heat::vapour_pressure(air, humidity).unwrap());
    v.check("wbgt_bom_C", heat::wbgt(air, humidity).unwrap().0);
    v.check("wetbulb_stull_C", heat::wet_bulb(air, humidity).unwrap().0);
    v.check("wbgt_shade_0.7Tw_0.3T", heat::wbgt_shade(air, humidity).unwrap().0);
    v.check("dew_point_C", heat::dew_point(air, humidity).unwrap().0);
    let index = heat::heat_index(air, humidity).unwrap().0;
    v.check("heat_index_C", index);
    let f = air.0 * 1.8 + 32.0;
    let simple = (0.5 * (f + 61.0 + (f - 68.0) * 1.2 + humidity * 0.094) - 32.0) / 1.8;
    let branch = if (index - simple).abs() < 1e-9 { "simple" } else { "regression" };
    assert_eq!(v.expected_value("hi_branch"), branch, "{}", v.id());
}

fn elite(v: &Vector) {
    let wbgt = Celsius(v.input("wbgt_C"));
    v.check("men_pct", heat::ely_men(wbgt).unwrap());
    v.check("women_pct", heat::ely_women(wbgt).unwrap());
}

fn height(v: &Vector) {
    let height = Meters(v.input("m"));
    v.check("pressure_hPa_ISA", altitude::pressure(height).unwrap());
    v.check("PiO2_mmHg", altitude::inspired_o2(height).unwrap());
    v.check("bassett1999_acclim_pct", altitude::bassett(height, true).unwrap());
    v.check("bassett1999_unacclim_pct", altitude::bassett(height, false).unwrap());
    v.check("wehrlin2006_vo2max_pct", 100.0 - altitude::vo2_loss(height).unwrap());
}

fn sweat(v: &Vector) {
    let (before, after) = (Kilograms(v.input("pre_kg")), Kilograms(v.input("post_kg")));
    let (drunk, urine, hours) = (v.input("intake_L"), v.input("urine_L"), v.input("hours"));
    v.check("sweat_L_per_h", hydration::sweat_rate(before, after, drunk, urine, hours).unwrap());
    v.check("body_mass_loss_pct", hydration::mass_loss(before, after).unwrap());
}
